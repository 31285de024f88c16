//! The request that a browser carries to a provider (SAML 2.0, HTTP Redirect binding). It is not signed: it asks for nothing
//! that anybody could not ask for, and the answer goes to our own address.

use std::io::Write;

use bailiwick_domain::time::Timestamp;
use bailiwick_ports::identity_providers::ProviderError;
use bailiwick_ports::saml::ServiceProvider;
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use chrono::{DateTime, SecondsFormat};
use flate2::Compression;
use flate2::write::DeflateEncoder;
use url::Url;

use crate::xml::escaped;

/// A request's id: what must come back with the answer, as a name that XML allows.
pub(crate) fn id(nonce: &str) -> String {
    format!("_{nonce}")
}

fn away(error: &dyn std::fmt::Display) -> ProviderError {
    ProviderError::Away(format!("the request can't be made: {error}"))
}

fn xml(service: &ServiceProvider, sso_url: &str, id: &str, now: Timestamp) -> Result<String, ProviderError> {
    let time = DateTime::from_timestamp_micros(now.micros()).ok_or_else(|| away(&"no such time"))?;
    let issued = time.to_rfc3339_opts(SecondsFormat::Secs, true);
    let (id, destination) = (escaped(id), escaped(sso_url));
    let (acs, issuer) = (escaped(&service.acs_url), escaped(&service.entity_id));
    Ok(format!(
        "<samlp:AuthnRequest xmlns:samlp=\"urn:oasis:names:tc:SAML:2.0:protocol\" ID=\"{id}\" Version=\"2.0\" \
         IssueInstant=\"{issued}\" Destination=\"{destination}\" AssertionConsumerServiceURL=\"{acs}\" \
         ProtocolBinding=\"urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST\">\
         <saml:Issuer xmlns:saml=\"urn:oasis:names:tc:SAML:2.0:assertion\">{issuer}</saml:Issuer>\
         </samlp:AuthnRequest>"
    ))
}

/// Where a browser is sent to.
pub(crate) fn url(
    service: &ServiceProvider,
    sso_url: &str,
    id: &str,
    relay_state: &str,
    now: Timestamp,
) -> Result<String, ProviderError> {
    let mut encoder = DeflateEncoder::new(Vec::new(), Compression::default());
    encoder.write_all(xml(service, sso_url, id, now)?.as_bytes()).map_err(|error| away(&error))?;
    let request = STANDARD.encode(encoder.finish().map_err(|error| away(&error))?);
    let mut url = Url::parse(sso_url).map_err(|error| away(&error))?;
    url.query_pairs_mut().append_pair("SAMLRequest", &request).append_pair("RelayState", relay_state);
    Ok(url.into())
}

#[cfg(test)]
mod tests {
    use std::io::Read;

    use super::*;

    #[test]
    fn a_request_names_us_our_address_and_itself() {
        let service = ServiceProvider {
            entity_id: "https://sp.example/metadata?a=1&b=2".to_owned(),
            acs_url: "https://sp.example/acs".to_owned(),
        };
        let now = Timestamp::from_micros(1_800_000_000_000_000);
        let url = url(&service, "https://id.example/sso?tenant=\"7\"", "_x-y", "the state", now).unwrap();
        let url = Url::parse(&url).unwrap();
        let query: Vec<(String, String)> = url.query_pairs().into_owned().collect();
        assert_eq!(query[0], ("tenant".to_owned(), "\"7\"".to_owned()));
        assert_eq!(query[2], ("RelayState".to_owned(), "the state".to_owned()));
        let deflated = STANDARD.decode(&query[1].1).unwrap();
        let mut xml = String::new();
        flate2::read::DeflateDecoder::new(&deflated[..]).read_to_string(&mut xml).unwrap();
        for part in [
            " ID=\"_x-y\"",
            " IssueInstant=\"2027-01-15T08:00:00Z\"",
            " Destination=\"https://id.example/sso?tenant=&quot;7&quot;\"",
            " AssertionConsumerServiceURL=\"https://sp.example/acs\"",
            ">https://sp.example/metadata?a=1&amp;b=2</saml:Issuer>",
        ] {
            assert!(xml.contains(part), "{part} is not in {xml}");
        }
    }
}
