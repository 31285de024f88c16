//! What the domain name system says.

use async_trait::async_trait;
use bailiwick_domain::connections::DomainName;

/// Why it did not say. The text is for the log.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("the domain name system does not answer: {0}")]
pub struct DnsError(pub String);

/// Asks the domain name system.
#[async_trait]
pub trait DnsResolver: Send + Sync {
    /// The texts (TXT records) under a label of a domain; none when there is no such name. MUST answer in a bounded time.
    async fn texts(&self, label: &str, domain: &DomainName) -> Result<Vec<String>, DnsError>;
}

/// One that finds nothing.
pub struct NoDns;

#[async_trait]
impl DnsResolver for NoDns {
    async fn texts(&self, _: &str, _: &DomainName) -> Result<Vec<String>, DnsError> {
        Ok(Vec::new())
    }
}
