//! Requests to providers: no redirect is followed, and time and size of the answer are bounded.

use std::sync::Arc;
use std::time::Duration;

use bailiwick_ports::identity_providers::{Flaw, ProviderError};
use reqwest::header::{ACCEPT, CONTENT_TYPE};
use reqwest::redirect::Policy;
use reqwest::{Client, RequestBuilder, StatusCode};
use serde::de::DeserializeOwned;
use url::Url;
use url::form_urlencoded::Serializer;

use crate::reach::{PublicAddresses, Reach};

const CONNECT: Duration = Duration::from_secs(3);
const ANSWER: Duration = Duration::from_secs(8);
const MOST_BYTES: usize = 128 << 10;

/// Asks providers.
pub(crate) struct Http {
    client: Client,
    reach: Reach,
}

impl Http {
    /// # Errors
    /// When there is no TLS on this system.
    pub(crate) fn new(reach: Reach) -> Result<Self, ProviderError> {
        let mut client = Client::builder()
            .redirect(Policy::none())
            .connect_timeout(CONNECT)
            .timeout(ANSWER)
            .user_agent("Bailiwick")
            // A proxy would resolve names by itself.
            .no_proxy();
        if reach == Reach::Public {
            client = client.dns_resolver(Arc::new(PublicAddresses));
        }
        Ok(Self { client: client.build().map_err(away)?, reach })
    }

    /// A URL that a provider or a person gave, if it may be asked.
    pub(crate) fn url(&self, text: &str) -> Result<Url, ProviderError> {
        let url = Url::parse(text).map_err(|error| ProviderError::Away(format!("no URL: {error}")))?;
        self.reach.check(&url)?;
        Ok(url)
    }

    /// Reads JSON; what is shown of the user's with their token.
    pub(crate) async fn get<T: DeserializeOwned>(
        &self,
        url: Url,
        token: Option<&str>,
    ) -> Result<T, ProviderError> {
        let mut request = self.client.get(url).header(ACCEPT, "application/json");
        if let Some(token) = token {
            request = request.bearer_auth(token);
        }
        let (status, body) = send(request).await?;
        if status != StatusCode::OK {
            return Err(ProviderError::Away(format!("it answered {status}")));
        }
        // The error would quote what it says of the user.
        serde_json::from_slice(&body)
            .map_err(|error| ProviderError::Away(format!("no such JSON at character {}", error.column())))
    }

    /// Exchanges a code at a token endpoint. A refusal is an answer too.
    pub(crate) async fn exchange<T: DeserializeOwned>(
        &self,
        url: Url,
        basic: Option<(&str, &str)>,
        form: &[(&str, &str)],
    ) -> Result<T, ProviderError> {
        let body = Serializer::new(String::new()).extend_pairs(form).finish();
        let mut request = self.client.post(url).header(ACCEPT, "application/json").body(body);
        request = request.header(CONTENT_TYPE, "application/x-www-form-urlencoded");
        if let Some((user, password)) = basic {
            // RFC 6749, 2.3.1: both are written as in a form first.
            request = request.basic_auth(encoded(user), Some(encoded(password)));
        }
        let (status, body) = send(request).await?;
        if status.is_server_error() || status == StatusCode::TOO_MANY_REQUESTS {
            return Err(ProviderError::Away(format!("it answered {status}")));
        }
        // What it says may hold anything, so only the status is told.
        let refused = |what: &str| ProviderError::Flawed(Flaw::Refused, format!("{what}, status {status}"));
        if status != StatusCode::OK {
            return Err(refused("the code was not exchanged"));
        }
        serde_json::from_slice(&body).map_err(|_| refused("the answer has no token"))
    }
}

fn encoded(text: &str) -> String {
    url::form_urlencoded::byte_serialize(text.as_bytes()).collect()
}

#[expect(clippy::needless_pass_by_value, reason = "it stands in map_err, which hands the error over")]
fn away(error: reqwest::Error) -> ProviderError {
    let cause = std::iter::successors(std::error::Error::source(&error), |cause| cause.source()).last();
    let cause = cause.map_or_else(|| error.to_string(), ToString::to_string);
    ProviderError::Away(cause)
}

async fn send(request: RequestBuilder) -> Result<(StatusCode, Vec<u8>), ProviderError> {
    let mut answer = request.send().await.map_err(away)?;
    let mut body = Vec::new();
    while let Some(chunk) = answer.chunk().await.map_err(away)? {
        body.extend_from_slice(&chunk);
        if body.len() > MOST_BYTES {
            return Err(ProviderError::Away(format!("its answer is longer than {MOST_BYTES} bytes")));
        }
    }
    Ok((answer.status(), body))
}
