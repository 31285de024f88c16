//! The role-model engine, held to the tables that its models come from and to a second, plain reading of the rules.
#![expect(clippy::unwrap_used, reason = "a panic is how a test reports")]

mod documents;
mod golden;
mod members;
mod oracle;
mod rules;
mod schema;
mod seeds;
mod world;
