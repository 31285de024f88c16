//! The domain name system, by which accounts prove their domains.

use std::net::SocketAddr;
use std::time::Duration;

use async_trait::async_trait;
use bailiwick_domain::connections::DomainName;
use bailiwick_ports::dns::{DnsError, DnsResolver};
use hickory_resolver::TokioResolver;
use hickory_resolver::config::{ConnectionConfig, NameServerConfig, ResolverConfig};
use hickory_resolver::net::runtime::TokioRuntimeProvider;
use hickory_resolver::proto::rr::RData;

const TIME: Duration = Duration::from_secs(2);

/// Asks one server, or those that this system asks.
pub struct Dns(Result<TokioResolver, DnsError>);

impl Dns {
    /// Of a server at an address, else of this system's. Where that has none, whoever asks is told.
    pub fn new(server: Option<SocketAddr>) -> Self {
        Self(resolver(server))
    }
}

fn resolver(server: Option<SocketAddr>) -> Result<TokioResolver, DnsError> {
    let failed = |error: hickory_resolver::net::NetError| DnsError(error.to_string());
    let mut builder = match server {
        Some(server) => {
            let mut connections = vec![ConnectionConfig::udp(), ConnectionConfig::tcp()];
            for connection in &mut connections {
                connection.port = server.port();
            }
            let servers = vec![NameServerConfig::new(server.ip(), true, connections)];
            let config = ResolverConfig::from_name_servers(servers);
            TokioResolver::builder_with_config(config, TokioRuntimeProvider::default())
        }
        None => TokioResolver::builder_tokio().map_err(failed)?,
    };
    let options = builder.options_mut();
    (options.timeout, options.attempts) = (TIME, 2);
    // Who has just written a record must not wait until it is forgotten that there was none.
    options.cache_size = 0;
    builder.build().map_err(failed)
}

#[async_trait]
impl DnsResolver for Dns {
    async fn texts(&self, label: &str, domain: &DomainName) -> Result<Vec<String>, DnsError> {
        let resolver = self.0.as_ref().map_err(Clone::clone)?;
        match resolver.txt_lookup(format!("{label}.{domain}.")).await {
            Ok(found) => {
                let text = |data: &RData| match data {
                    RData::TXT(text) => Some(String::from_utf8_lossy(&text.txt_data.concat()).into_owned()),
                    _ => None,
                };
                Ok(found.answers().iter().filter_map(|record| text(&record.data)).collect())
            }
            Err(error) if error.is_no_records_found() || error.is_nx_domain() => Ok(Vec::new()),
            Err(error) => Err(DnsError(error.to_string())),
        }
    }
}
