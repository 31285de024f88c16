//! What the adapters promise, seen from outside: the files, and a real mail server.
#![expect(clippy::unwrap_used, reason = "the helpers of tests fail like tests")]

mod files;
mod server;
mod smtp;
mod support;
