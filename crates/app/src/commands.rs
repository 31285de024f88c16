//! The commands that do one thing and exit. They work beside a running server on the same data.

use std::fmt;
use std::fs;
use std::path::Path;
use std::sync::Arc;

use bailiwick_adapter_seaorm::SqlOptions;
use bailiwick_domain::role_models::{self, ModelError, RoleModel};
use bailiwick_domain::time::Timestamp;
use bailiwick_ports::StoreError;
use bailiwick_usecases::{Call, Caller, Error, audit, jobs, platform_keys};

use crate::settings::{Settings, SettingsError};
use crate::system::SystemClock;
use crate::wiring;

pub mod outbox;

/// Why a command failed, for the operator.
#[derive(Debug)]
pub struct Failure(String);

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl Failure {
    /// From what went wrong.
    pub fn new(what: &dyn fmt::Display) -> Self {
        Self(what.to_string())
    }
    /// From the faults of a role model's document.
    pub fn of_document(file: &Path, errors: &[ModelError]) -> Self {
        let lines: Vec<String> = errors
            .iter()
            .map(|error| format!("{}:{}:{}: {}", file.display(), error.line, error.column, error.message))
            .collect();
        Self(lines.join("\n"))
    }
}

impl From<SettingsError> for Failure {
    fn from(error: SettingsError) -> Self {
        Self::new(&error)
    }
}

impl From<StoreError> for Failure {
    fn from(error: StoreError) -> Self {
        Self::new(&error)
    }
}

impl From<Error> for Failure {
    fn from(error: Error) -> Self {
        Self::new(&error.detail)
    }
}

fn call() -> Call {
    Call::new(Caller::Operator, "command-line")
}

/// Copies the database into a new file.
pub async fn back_up(settings: &Settings, to: &Path) -> Result<(), Failure> {
    bailiwick_adapter_seaorm::back_up(&SqlOptions::from_url(&settings.database_url)?, to).await?;
    println!("{} has the data; the secret key is not in it", to.display());
    Ok(())
}

/// Makes a platform key and prints it alone.
pub async fn create_platform_key(settings: &Settings, name: String) -> Result<(), Failure> {
    let cx = wiring::context(settings, Arc::new(SystemClock::new())).await?;
    let secret = platform_keys::create(&cx, &call(), name).await?;
    println!("{}", secret.reveal().unwrap_or_default());
    Ok(())
}

/// Does every job that is due, once.
pub async fn run_jobs(settings: &Settings, as_of: Option<&str>) -> Result<(), Failure> {
    let as_of =
        as_of.map(|text| Timestamp::parse(text).map_err(|error| Failure::new(&format!("--as-of: {error}"))));
    let as_of = as_of.transpose()?;
    let cx = wiring::context(settings, Arc::new(SystemClock::new())).await?;
    Ok(jobs::run_due(&cx, as_of.unwrap_or_else(|| cx.now())).await?)
}

/// Verifies every audit chain.
pub async fn verify_audit(settings: &Settings) -> Result<(), Failure> {
    let cx = wiring::context(settings, Arc::new(SystemClock::new())).await?;
    match audit::verify(&cx).await? {
        Ok(verified) => {
            println!("verified: {} events in {} chains", verified.events, verified.chains);
            Ok(())
        }
        Err(broken) => Err(Failure::new(&format!("the audit is broken: {broken}"))),
    }
}

fn read(file: &Path) -> Result<String, Failure> {
    fs::read_to_string(file)
        .map_err(|error| Failure::new(&format!("{} can't be read: {error}", file.display())))
}

/// Checks a document and runs the tests in it.
pub fn check_role_model(file: &Path) -> Result<(), Failure> {
    let (model, tests, failures) =
        role_models::check(&read(file)?).map_err(|errors| Failure::of_document(file, &errors))?;
    if !failures.is_empty() {
        let lines: Vec<String> = failures
            .iter()
            .map(|failure| {
                let error = &failure.error;
                format!(
                    "{}:{}:{}: test `{}`: {}",
                    file.display(),
                    error.line,
                    error.column,
                    failure.test,
                    error.message
                )
            })
            .collect();
        return Err(Failure(lines.join("\n")));
    }
    println!(
        "{} version {}: {} roles, {} permissions, {tests} tests hold",
        model.id(),
        model.version(),
        model.roles().len(),
        model.permissions().len()
    );
    Ok(())
}

/// Tells the differences between two documents.
pub fn diff_role_models(a: &Path, b: &Path) -> Result<(), Failure> {
    let parse =
        |file: &Path| RoleModel::parse(&read(file)?).map_err(|errors| Failure::of_document(file, &errors));
    for change in role_models::diff(&parse(a)?, &parse(b)?) {
        println!("{change}");
    }
    Ok(())
}
