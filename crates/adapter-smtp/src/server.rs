//! Where the mail server is, and how far to trust the way there. Nothing is sent from here.

use std::fmt;
use std::net::IpAddr;
use std::time::Duration;

use lettre::transport::smtp::authentication::Credentials;
use lettre::transport::smtp::client::{Certificate, TlsParameters};
use lettre::transport::smtp::extension::ClientId;
use percent_encoding::percent_decode_str;
use url::Url;

/// What a URL of a mail server breaks, said as a rule. The URL, which may hold a password, is not in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("{0}")]
pub struct InvalidServer(&'static str);

/// How long a server may take.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// From the connection to the end of signing in.
    pub connect: Duration,
    /// For an answer to one command.
    pub command: Duration,
    /// To take the text. Generous, for who gives up here and tries again may send it twice.
    pub text: Duration,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            connect: Duration::from_secs(20),
            command: Duration::from_secs(30),
            text: Duration::from_mins(2),
        }
    }
}

/// How what is sent is kept from others.
#[derive(Clone)]
pub(crate) enum Security {
    /// TLS from the first byte.
    Tls(TlsParameters),
    /// TLS before anything is told; without it, nothing is.
    StartTls(TlsParameters),
    /// Not at all.
    Plain,
}

/// A mail server and how to speak to it.
#[derive(Clone)]
pub struct SmtpServer {
    pub(crate) host: String,
    pub(crate) port: u16,
    pub(crate) security: Security,
    pub(crate) credentials: Option<Credentials>,
    pub(crate) hello: ClientId,
    /// How long it may take.
    pub limits: Limits,
}

/// Without the credentials.
impl fmt::Debug for SmtpServer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "SmtpServer({self})")
    }
}

/// Host and port.
impl fmt::Display for SmtpServer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}", self.host, self.port)
    }
}

impl SmtpServer {
    /// From a URL: `smtps://user:password@host:port` for TLS from the start (port 465), `smtp://…` for STARTTLS (port 587).
    /// `smtp://…?tls=none` is plain (port 25), and so is a server on this machine unless `tls=required` is said. The path
    /// is the name that the client says hello with; the machine's, where there is none.
    ///
    /// # Errors
    /// The rule that it breaks.
    pub fn from_url(text: &str) -> Result<Self, InvalidServer> {
        let url = Url::parse(text).map_err(|_| {
            InvalidServer(
                "must be a URL such as smtps://user:password@mail.example.com or smtp://mail.example.com:587",
            )
        })?;
        let host = url.host_str().unwrap_or_default().trim_matches(['[', ']']).to_owned();
        if host.is_empty() {
            return Err(InvalidServer("must name a host"));
        }
        let credentials = credentials(&url)?;
        let (security, port) = security(&url, &host, credentials.is_some())?;
        let hello = match url.path().trim_matches('/') {
            "" => ClientId::default(),
            name => ClientId::Domain(name.to_owned()),
        };
        let port = url.port().unwrap_or(port);
        Ok(Self { host, port, security, credentials, hello, limits: Limits::default() })
    }

    /// Trusts an authority beside those that everyone trusts: its certificate in PEM.
    ///
    /// # Errors
    /// It is none.
    pub fn trusting(mut self, pem: &[u8]) -> Result<Self, InvalidServer> {
        let invalid = InvalidServer("must hold certificates in PEM");
        let certificate = Certificate::from_pem(pem).map_err(|_| invalid)?;
        if !pem.windows(10).any(|text| text == b"-----BEGIN") {
            return Err(invalid);
        }
        self.security = match self.security {
            Security::Tls(_) => Security::Tls(tls(&self.host, Some(certificate))?),
            Security::StartTls(_) => Security::StartTls(tls(&self.host, Some(certificate))?),
            Security::Plain => Security::Plain,
        };
        Ok(self)
    }
}

fn credentials(url: &Url) -> Result<Option<Credentials>, InvalidServer> {
    let decoded = |text: &str| {
        let text = percent_decode_str(text).decode_utf8();
        text.map(std::borrow::Cow::into_owned)
            .map_err(|_| InvalidServer("must have a user and a password in UTF-8"))
    };
    match (url.username(), url.password()) {
        ("", None) => Ok(None),
        (user, Some(password)) if !user.is_empty() => {
            Ok(Some(Credentials::new(decoded(user)?, decoded(password)?)))
        }
        _ => Err(InvalidServer("must have both a user and a password, or neither")),
    }
}

fn security(url: &Url, host: &str, has_password: bool) -> Result<(Security, u16), InvalidServer> {
    let is_here = host == "localhost" || host.parse().is_ok_and(|address: IpAddr| address.is_loopback());
    let encrypted = match (url.scheme(), url.query()) {
        ("smtps", None) => return Ok((Security::Tls(tls(host, None)?), 465)),
        ("smtp", Some("tls=required")) => true,
        ("smtp", Some("tls=none")) => false,
        ("smtp", None) => !is_here,
        ("smtp", Some(_)) => {
            return Err(InvalidServer("may have tls=required or tls=none, and nothing else, after `?`"));
        }
        _ => return Err(InvalidServer("must begin with smtps:// or smtp://")),
    };
    if encrypted {
        return Ok((Security::StartTls(tls(host, None)?), 587));
    }
    if has_password && !is_here {
        return Err(InvalidServer("must not have a password with tls=none: it would travel unencrypted"));
    }
    Ok((Security::Plain, 25))
}

fn tls(host: &str, authority: Option<Certificate>) -> Result<TlsParameters, InvalidServer> {
    let mut builder = TlsParameters::builder(host.to_owned());
    if let Some(authority) = authority {
        builder = builder.add_root_certificate(authority);
    }
    builder.build().map_err(|_| InvalidServer("must name a host whose certificate can be checked"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parsed(url: &str) -> String {
        let server = SmtpServer::from_url(url).unwrap();
        let security = match server.security {
            Security::Tls(_) => "tls",
            Security::StartTls(_) => "starttls",
            Security::Plain => "plain",
        };
        format!("{security} {server} {}", if server.credentials.is_some() { "signs in" } else { "as nobody" })
    }

    #[test]
    fn mail_travels_encrypted_unless_the_url_says_otherwise_or_it_stays_on_this_machine() {
        for (url, expected) in [
            ("smtps://a:b@mail.example.com", "tls mail.example.com:465 signs in"),
            ("smtps://mail.example.com:4465", "tls mail.example.com:4465 as nobody"),
            ("smtp://a%40b:p%2Fw@mail.example.com", "starttls mail.example.com:587 signs in"),
            ("smtp://mail.example.com:25?tls=required", "starttls mail.example.com:25 as nobody"),
            ("smtp://mail.example.com?tls=none", "plain mail.example.com:25 as nobody"),
            ("smtp://localhost:1025", "plain localhost:1025 as nobody"),
            ("smtp://a:b@127.0.0.1", "plain 127.0.0.1:25 signs in"),
            ("smtp://[::1]:1025", "plain ::1:1025 as nobody"),
            ("smtp://localhost?tls=required", "starttls localhost:587 as nobody"),
        ] {
            assert_eq!(parsed(url), expected, "{url}");
        }
    }

    #[test]
    fn what_cannot_be_meant_is_refused_by_a_rule_that_shows_no_password() {
        for (url, rule) in [
            ("mail.example.com", "a URL such as"),
            ("http://mail.example.com", "must begin with"),
            ("smtp://", "must name a host"),
            ("smtp://ada:hunter2@mail.example.com?tls=none", "must not have a password"),
            ("smtp://mail.example.com?tls=opportunistic", "tls=required or tls=none"),
            ("smtps://mail.example.com?tls=none", "must begin with"),
            ("smtp://ada@mail.example.com", "both a user and a password"),
        ] {
            let refused = SmtpServer::from_url(url).unwrap_err().to_string();
            assert!(refused.contains(rule) && !refused.contains("hunter2"), "{url}: {refused}");
        }
        let server = SmtpServer::from_url("smtps://ada:hunter2@mail.example.com").unwrap();
        assert_eq!(format!("{server:?}"), "SmtpServer(mail.example.com:465)");
        assert!(server.trusting(b"no certificate").is_err());
    }

    #[test]
    fn the_path_is_the_name_to_say_hello_with() {
        let server = SmtpServer::from_url("smtp://mail.example.com/app.example.com").unwrap();
        assert_eq!(server.hello, ClientId::Domain("app.example.com".to_owned()));
    }
}
