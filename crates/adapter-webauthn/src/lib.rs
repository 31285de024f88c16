//! Passkeys by WebAuthn: what browsers are asked for, and the checks of what authenticators answer. What follows of an
//! answer is not decided here.

mod authenticators;
mod origin;
#[cfg(feature = "testing")]
pub mod testing;

pub use authenticators::WebAuthn;
