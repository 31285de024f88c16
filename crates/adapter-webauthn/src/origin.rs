//! Which origin passkeys are of: the one of the public URL.

use url::{Host, Url};

/// The origin that passkeys are used at; none where browsers use none. A loopback address stands for `localhost`: browsers
/// use passkeys there, and at no address.
pub(crate) fn of(public_url: &str) -> Option<Url> {
    let mut origin = Url::parse(public_url).ok()?;
    let is_loopback = match origin.host()? {
        Host::Domain(_) => false,
        Host::Ipv4(address) if address.is_loopback() => true,
        Host::Ipv6(address) if address.is_loopback() => true,
        Host::Ipv4(_) | Host::Ipv6(_) => return None,
    };
    if is_loopback {
        origin.set_host(Some("localhost")).ok()?;
    }
    origin.set_path("");
    Some(origin)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn passkeys_are_of_a_host_that_has_a_name() {
        for (public_url, wanted) in [
            ("https://accounts.example.com", Some("https://accounts.example.com/")),
            ("https://example.com:8443/accounts", Some("https://example.com:8443/")),
            ("http://127.0.0.1:8080", Some("http://localhost:8080/")),
            ("http://[::1]:8080", Some("http://localhost:8080/")),
            ("http://192.0.2.7", None),
            ("https://[2001:db8::1]", None),
            ("nonsense", None),
        ] {
            assert_eq!(of(public_url).as_ref().map(Url::as_str), wanted, "{public_url}");
        }
    }
}
