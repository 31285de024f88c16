//! Which addresses may be asked. Accounts name issuers by themselves, so theirs must not lead to what only this machine
//! or its neighbours reach.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr};

use bailiwick_ports::identity_providers::ProviderError;
use reqwest::dns::{Addrs, Name, Resolve, Resolving};
use url::{Host, Url};

/// How far requests may go.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Reach {
    /// Wherever the operator says; without TLS only to this machine.
    Operator,
    /// Public addresses, by TLS.
    Public,
    /// Anywhere, without TLS too: for networks where everyone is trusted.
    Anywhere,
}

impl Reach {
    /// Whether a URL may be asked, as far as it can be told without resolving its host's name.
    pub(crate) fn check(self, url: &Url) -> Result<(), ProviderError> {
        let inside = || ProviderError::Inside(url.host_str().unwrap_or_default().to_owned());
        let address = match url.host() {
            Some(Host::Ipv4(address)) => Some(IpAddr::V4(address)),
            Some(Host::Ipv6(address)) => Some(IpAddr::V6(address)),
            Some(Host::Domain(_)) => None,
            None => return Err(inside()),
        };
        let by_tls = url.scheme() == "https";
        let here =
            address.is_some_and(|address| address.is_loopback()) || url.host_str() == Some("localhost");
        let allowed = match self {
            Self::Operator => by_tls || (url.scheme() == "http" && here),
            Self::Public => by_tls && address.is_none_or(is_public),
            Self::Anywhere => by_tls || url.scheme() == "http",
        };
        if allowed { Ok(()) } else { Err(inside()) }
    }
}

/// Resolves names to public addresses alone. What was resolved is what is connected to, so a name can't change between.
pub(crate) struct PublicAddresses;

impl Resolve for PublicAddresses {
    fn resolve(&self, name: Name) -> Resolving {
        Box::pin(async move {
            let found = tokio::net::lookup_host((name.as_str(), 0)).await?;
            let public: Vec<SocketAddr> = found.filter(|address| is_public(address.ip())).collect();
            if public.is_empty() {
                return Err("the name has no public address".into());
            }
            Ok(Box::new(public.into_iter()) as Addrs)
        })
    }
}

/// Whether an address is reached from everywhere (the registries of <https://www.iana.org/numbers>).
fn is_public(address: IpAddr) -> bool {
    match address {
        IpAddr::V4(address) => is_public_v4(address),
        IpAddr::V6(address) => match address.to_ipv4_mapped() {
            Some(mapped) => is_public_v4(mapped),
            None => is_public_v6(address),
        },
    }
}

fn is_public_v4(address: Ipv4Addr) -> bool {
    let [a, b, c, _] = address.octets();
    let special = matches!((a, b, c), (0 | 10 | 127 | 224.., ..))
        || matches!((a, b, c), (100, 64..=127, _) | (169, 254, _) | (172, 16..=31, _) | (192, 168, _))
        || matches!(
            (a, b, c),
            (192, 0, 0 | 2) | (192, 88, 99) | (198, 18 | 19, _) | (198, 51, 100) | (203, 0, 113)
        );
    !special
}

/// Of what is assigned to hosts (`2000::/3`), without tunnels to IPv4 and what is for documents and protocols.
fn is_public_v6(address: Ipv6Addr) -> bool {
    let [first, second, ..] = address.segments();
    let special =
        (first == 0x2001 && (second < 0x200 || second == 0xdb8)) || first == 0x2002 || first == 0x3fff;
    first & 0xe000 == 0x2000 && !special
}

#[cfg(test)]
mod tests {
    use super::*;

    fn allowed(reach: Reach, url: &str) -> bool {
        reach.check(&Url::parse(url).unwrap()).is_ok()
    }

    #[test]
    fn accounts_issuers_lead_to_public_addresses_by_tls_alone() {
        for url in ["https://id.example.com/a", "https://93.184.215.14/", "https://[2606:2800:21f:cb07::1]/"]
        {
            assert!(allowed(Reach::Public, url), "{url}");
        }
        for url in [
            "http://id.example.com/",
            "https://127.0.0.1/",
            "https://127.1/",
            "https://2130706433/",
            "https://0x7f.1/",
            "https://10.1.2.3/",
            "https://172.20.0.1/",
            "https://192.168.0.1/",
            "https://169.254.169.254/latest/meta-data",
            "https://100.100.0.1/",
            "https://0.0.0.0/",
            "https://224.0.0.1/",
            "https://[::1]/",
            "https://[::]/",
            "https://[::ffff:127.0.0.1]/",
            "https://[::ffff:10.0.0.1]/",
            "https://[64:ff9b::7f00:1]/",
            "https://[2002:7f00:1::]/",
            "https://[2001:0:7f00:1::]/",
            "https://[fe80::1]/",
            "https://[fd00::1]/",
            "file:///etc/passwd",
        ] {
            assert!(!allowed(Reach::Public, url), "{url}");
        }
    }

    #[test]
    fn the_operators_providers_are_asked_without_tls_on_this_machine_alone() {
        assert!(
            allowed(Reach::Operator, "https://10.0.0.1/")
                && allowed(Reach::Operator, "http://localhost:3000/")
        );
        assert!(!allowed(Reach::Operator, "http://id.example.com/"));
        assert!(allowed(Reach::Anywhere, "http://10.0.0.1/") && !allowed(Reach::Anywhere, "ftp://10.0.0.1/"));
    }

    #[tokio::test]
    async fn names_that_lead_inside_are_not_resolved() {
        let refused = PublicAddresses.resolve("localhost".parse().unwrap()).await;
        assert!(refused.is_err_and(|error| error.to_string().contains("no public address")));
    }
}
