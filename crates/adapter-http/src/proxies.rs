//! Who is at the other end behind proxies. What a header says is believed only of a proxy that the operator trusts.

use std::net::{IpAddr, SocketAddr};

use ipnet::IpNet;
use poem::http::HeaderMap;

/// In which header the trusted proxies tell whom they serve. The other one is never read: a proxy that does not know it
/// passes on what the client made up.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum ForwardedHeader {
    /// `X-Forwarded-For`, an address a hop.
    #[default]
    XForwardedFor,
    /// `Forwarded` (RFC 7239).
    Forwarded,
}

/// Which proxies are trusted; none by default.
#[derive(Debug, Clone, Default)]
pub struct Proxies {
    /// Their networks.
    pub trusted: Vec<IpNet>,
    /// What they write.
    pub header: ForwardedHeader,
}

impl Proxies {
    /// The client's address: from the peer on, hop by hop from the right, the first that is no trusted proxy. Where a hop
    /// can't be read, the one that told of it counts.
    pub(crate) fn client(&self, peer: IpAddr, headers: &HeaderMap) -> IpAddr {
        let mut client = peer.to_canonical();
        if !self.trusts(client) {
            return client;
        }
        for hop in self.hops(headers).into_iter().rev() {
            match hop {
                Some(hop) => client = hop,
                None => break,
            }
            if !self.trusts(client) {
                break;
            }
        }
        client
    }

    fn trusts(&self, address: IpAddr) -> bool {
        self.trusted.iter().any(|net| net.contains(&address))
    }

    /// In the order of the way; none for what is no address.
    fn hops(&self, headers: &HeaderMap) -> Vec<Option<IpAddr>> {
        let (name, read): (_, fn(&str) -> Option<IpAddr>) = match self.header {
            ForwardedHeader::XForwardedFor => ("x-forwarded-for", address),
            ForwardedHeader::Forwarded => ("forwarded", forwarded_for),
        };
        // Proxies quote no commas, so those of a client that does are no matter: reading goes from the right.
        let texts = headers.get_all(name).into_iter().map(|value| value.to_str().unwrap_or_default());
        texts.flat_map(|text| text.split(',')).map(read).collect()
    }
}

/// `for=192.0.2.60;proto=http;by=203.0.113.43`.
fn forwarded_for(element: &str) -> Option<IpAddr> {
    let mut pairs = element.split(';').filter_map(|pair| pair.split_once('='));
    let (_, node) = pairs.find(|(name, _)| name.trim().eq_ignore_ascii_case("for"))?;
    address(node.trim().trim_matches('"'))
}

/// With a port or without; IPv6 in brackets or not.
fn address(text: &str) -> Option<IpAddr> {
    let text = text.trim();
    let bare = text.strip_prefix('[').and_then(|text| text.strip_suffix(']')).unwrap_or(text);
    let with_port = || text.parse().ok().map(|address: SocketAddr| address.ip());
    bare.parse().ok().or_else(with_port).map(|address: IpAddr| address.to_canonical())
}

#[cfg(test)]
mod tests {
    use poem::http::{HeaderName, HeaderValue};

    use super::*;

    fn client(header: ForwardedHeader, peer: &str, values: &[&'static str]) -> String {
        let trusted = ["10.0.0.0/8", "192.0.2.7/32", "fd00::/8"].map(|net| net.parse().unwrap()).to_vec();
        let name = match header {
            ForwardedHeader::XForwardedFor => HeaderName::from_static("x-forwarded-for"),
            ForwardedHeader::Forwarded => HeaderName::from_static("forwarded"),
        };
        let headers = values.iter().map(|value| (name.clone(), HeaderValue::from_static(value))).collect();
        Proxies { trusted, header }.client(peer.parse().unwrap(), &headers).to_string()
    }
    fn by_x_forwarded_for(peer: &str, values: &[&'static str]) -> String {
        client(ForwardedHeader::XForwardedFor, peer, values)
    }

    #[test]
    fn the_client_is_whom_the_trusted_proxy_names() {
        assert_eq!(by_x_forwarded_for("10.0.0.1", &["198.51.100.1"]), "198.51.100.1");
        assert_eq!(by_x_forwarded_for("192.0.2.7", &["198.51.100.1"]), "198.51.100.1");
        assert_eq!(by_x_forwarded_for("10.0.0.1", &[]), "10.0.0.1");
    }

    #[test]
    fn nobody_else_is_believed() {
        for peer in ["203.0.113.9", "192.0.2.8", "2001:db8::1"] {
            assert_eq!(by_x_forwarded_for(peer, &["198.51.100.1"]), peer);
        }
    }

    #[test]
    fn what_the_client_wrote_before_the_proxy_is_not_believed() {
        assert_eq!(by_x_forwarded_for("10.0.0.1", &["1.1.1.1, 198.51.100.1"]), "198.51.100.1");
        assert_eq!(by_x_forwarded_for("10.0.0.1", &["10.9.9.9", "198.51.100.1"]), "198.51.100.1");
        assert_eq!(by_x_forwarded_for("10.0.0.1", &["\"1.1.1.1, 198.51.100.1"]), "198.51.100.1");
    }

    #[test]
    fn several_hops_are_walked_from_the_right_to_the_first_that_is_not_trusted() {
        let hops = &["198.51.100.1, 192.0.2.7", "10.2.0.1"];
        assert_eq!(by_x_forwarded_for("10.0.0.1", hops), "198.51.100.1");
        assert_eq!(by_x_forwarded_for("10.0.0.1", &["10.3.0.1, 10.2.0.1"]), "10.3.0.1");
    }

    #[test]
    fn a_hop_that_can_not_be_read_ends_the_way() {
        for value in ["", "unknown", "198.51.100.1, unknown", "198.51.100.1,", "198.51.100.1, ?"] {
            assert_eq!(by_x_forwarded_for("10.0.0.1", &[value]), "10.0.0.1", "{value}");
        }
        assert_eq!(by_x_forwarded_for("10.0.0.1", &["198.51.100.1, x, 10.2.0.1"]), "10.2.0.1");
    }

    #[test]
    fn version_six_and_ports_are_read() {
        for hop in ["2001:db8::5", "[2001:db8::5]", "[2001:db8::5]:4711", " 2001:db8::5 "] {
            assert_eq!(by_x_forwarded_for("fd00::1", &[hop]), "2001:db8::5", "{hop}");
        }
        assert_eq!(by_x_forwarded_for("10.0.0.1", &["198.51.100.1:4711"]), "198.51.100.1");
        assert_eq!(by_x_forwarded_for("::ffff:10.0.0.1", &["::ffff:198.51.100.1"]), "198.51.100.1");
    }

    #[test]
    fn the_standard_header_is_read_where_it_is_the_one() {
        let by = |values: &[&'static str]| client(ForwardedHeader::Forwarded, "10.0.0.1", values);
        assert_eq!(by(&["for=198.51.100.1;proto=https;by=10.0.0.1"]), "198.51.100.1");
        assert_eq!(by(&["proto=https; For=\"[2001:db8::5]:4711\""]), "2001:db8::5");
        assert_eq!(by(&["for=1.1.1.1, for=198.51.100.1", "for=10.2.0.1"]), "198.51.100.1");
        assert_eq!(by(&["for=\"1.1.1.1, for=198.51.100.1"]), "198.51.100.1");
        for value in ["for=unknown", "for=_hidden", "proto=https", "198.51.100.1"] {
            assert_eq!(by(&[value]), "10.0.0.1", "{value}");
        }
    }

    #[test]
    fn the_other_header_is_never_read() {
        let headers = HeaderMap::from_iter([(
            HeaderName::from_static("forwarded"),
            HeaderValue::from_static("for=198.51.100.1"),
        )]);
        let proxies = Proxies { trusted: vec!["10.0.0.0/8".parse().unwrap()], ..Proxies::default() };
        assert_eq!(proxies.client("10.0.0.1".parse().unwrap(), &headers).to_string(), "10.0.0.1");
    }
}
