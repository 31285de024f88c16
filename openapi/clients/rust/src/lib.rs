//! A client of Bailiwick's API. `generated` is made from the API document by `cargo xtask clients`; written by hand are
//! only how to connect, how a refusal is read, and ids by reference.

mod failure;
#[expect(
    clippy::pedantic,
    clippy::allow_attributes,
    clippy::unwrap_used,
    reason = "generated code, whose style is its generator's"
)]
mod generated;
mod ids;

use std::time::Duration;

use reqwest::header::{AUTHORIZATION, HeaderMap, HeaderValue};

pub use failure::{Failure, Typed};
pub use generated::{ByteStream, Client, Error, ResponseValue, builder, prelude, types};

/// Long enough for a password's hash on a busy server.
const PATIENCE: Duration = Duration::from_secs(30);

/// A client of the server at a base URL (`https://…`, without a slash at its end), as who holds the token: a session's,
/// an API key, or a platform key; anonymous without one. A proxy of the environment is used.
///
/// # Errors
/// The token has characters that no header can carry, or this machine's certificates can't be read.
pub fn connect(url: &str, token: Option<&str>) -> Result<Client, Error> {
    connect_with(reqwest::Client::builder().timeout(PATIENCE), url, token)
}

/// The same over an HTTP client of one's own making.
///
/// # Errors
/// As of [`connect`].
pub fn connect_with(http: reqwest::ClientBuilder, url: &str, token: Option<&str>) -> Result<Client, Error> {
    // Fails where the program chose one before, which is then used.
    let _ = rustls::crypto::ring::default_provider().install_default();
    let mut headers = HeaderMap::new();
    if let Some(token) = token {
        let mut value = HeaderValue::try_from(format!("Bearer {token}"))
            .map_err(|error| Error::InvalidRequest(format!("the token: {error}")))?;
        value.set_sensitive(true);
        headers.insert(AUTHORIZATION, value);
    }
    let http = http.default_headers(headers).build().map_err(Error::CommunicationError)?;
    Ok(Client::new_with_client(url.trim_end_matches('/'), http))
}
