//! The JSON Schema that a deployment's app configurations must keep. It is checked here alone, and nothing is fetched:
//! what it refers to stands in it.

use bailiwick_domain::configuration::Document;
use jsonschema::{PatternOptions, Validator};

use crate::error::{FieldError, Result};
use crate::input;

/// How many faults one refusal names.
const MOST_FAULTS: usize = 20;

/// A text that is no JSON Schema.
#[derive(Debug, thiserror::Error)]
pub enum InvalidSchema {
    /// It is no JSON.
    #[error("it is not valid JSON: {0}")]
    Json(#[from] serde_json::Error),
    /// It is JSON, but no schema, or refers to one that is not in it.
    #[error("it is no JSON Schema: {at}: {fault}")]
    Schema {
        /// Where, as a JSON pointer.
        at: String,
        /// What is wrong there.
        fault: String,
    },
}

/// What app configurations must look like.
#[derive(Debug, Clone)]
pub struct Schema(Validator);

impl Schema {
    /// Reads a schema of any draft that it names by `$schema`; of 2020-12 without.
    ///
    /// # Errors
    /// What is wrong with it.
    pub fn parse(text: &str) -> std::result::Result<Self, InvalidSchema> {
        let schema = serde_json::from_str(text)?;
        // Patterns that are matched in a time that grows with the text alone.
        let compiled = jsonschema::options().with_pattern_options(PatternOptions::regex()).build(&schema);
        compiled.map(Self).map_err(|error| InvalidSchema::Schema {
            at: format!("/{}", error.instance_path().as_str().trim_start_matches('/')),
            fault: error.to_string(),
        })
    }

    /// Holds a document to the schema.
    ///
    /// # Errors
    /// `invalid_field`, which names each place and rule, and no value.
    pub(crate) fn check(&self, document: &Document) -> Result<()> {
        let value = document.clone().into_value();
        let fault = |error: jsonschema::ValidationError<'_>| FieldError {
            pointer: error.instance_path().as_str().to_owned(),
            detail: error.masked_with("this").to_string(),
        };
        let faults: Vec<_> = self.0.iter_errors(&value).map(fault).take(MOST_FAULTS).collect();
        if faults.is_empty() { Ok(()) } else { Err(input::faults(faults)) }
    }
}
