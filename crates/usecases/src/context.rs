//! What every use case is given: the ports, and who calls.

use std::net::Ipv6Addr;
use std::sync::Arc;

use bailiwick_domain::access::Subject;
use bailiwick_domain::ids::{AccountId, IntegrationId, KeyId, PlatformKeyId, SessionId, UserId};
use bailiwick_domain::role_models::RoleModels;
use bailiwick_domain::sessions::{Lifetimes, SignedIn};
use bailiwick_domain::time::Timestamp;
use bailiwick_ports::Store;
use bailiwick_ports::dns::DnsResolver;
use bailiwick_ports::identity_providers::IdentityProviders;
use bailiwick_ports::mail::Mailer;
use bailiwick_ports::passkeys::Authenticators;
use bailiwick_ports::passwords::PasswordHasher;
use bailiwick_ports::rate_limits::RateLimiter;
use bailiwick_ports::saml::SamlProviders;
use bailiwick_ports::system::{Clock, IdSource, Sealer, Signer};
use tokio::sync::Notify;

use crate::access::Decisions;
use crate::configuration::Schema;
use crate::error::{Error, Kind, Result};

/// The ports, wired once.
pub struct Context {
    /// Where everything is kept.
    pub store: Arc<dyn Store>,
    /// The time.
    pub clock: Arc<dyn Clock>,
    /// New ids and secrets.
    pub ids: Arc<dyn IdSource>,
    /// Signatures under the deployment's key.
    pub signer: Arc<dyn Signer>,
    /// What must be read again and is kept where others may look.
    pub sealer: Arc<dyn Sealer>,
    /// Passwords.
    pub passwords: Arc<dyn PasswordHasher>,
    /// Passkeys.
    pub passkeys: Arc<dyn Authenticators>,
    /// How often something may be tried.
    pub limits: Arc<dyn RateLimiter>,
    /// Who else says who someone is.
    pub providers: Arc<dyn IdentityProviders>,
    /// Accounts' providers that speak SAML; none in a build without it.
    pub saml: Option<Arc<dyn SamlProviders>>,
    /// The domain name system.
    pub dns: Arc<dyn DnsResolver>,
    /// The web origins that a browser may be sent back to after a sign-in elsewhere.
    pub return_origins: Vec<String>,
    /// Mail.
    pub mailer: Arc<dyn Mailer>,
    /// For how long sessions last.
    pub lifetimes: Lifetimes,
    /// What apps' configurations must look like, where the deployment says so.
    pub configuration_schema: Option<Schema>,
    /// The role models of this deployment.
    pub models: RoleModels,
    /// What this node knows for decisions.
    pub decisions: Arc<Decisions>,
    /// Rung when something was put into the outbox.
    pub outbox_bell: Notify,
    /// Where people reach this service: the start of links in mails, without a slash at the end.
    pub public_url: String,
}

impl Context {
    /// Now.
    pub fn now(&self) -> Timestamp {
        self.clock.now()
    }
}

/// Who calls.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Caller {
    /// No one that we know.
    Anonymous,
    /// A signed-in user.
    User {
        /// Who.
        user: UserId,
        /// By which session.
        session: SessionId,
        /// How they signed in.
        signed_in: SignedIn,
    },
    /// A service integration, which acts in its account alone.
    Integration {
        /// Which.
        integration: IntegrationId,
        /// Its account.
        account: AccountId,
        /// By which of its keys.
        key: KeyId,
    },
    /// The operator's product back end.
    Platform(PlatformKeyId),
    /// The operator, at the command line.
    Operator,
}

impl Caller {
    /// The signed-in user.
    ///
    /// # Errors
    /// Not signed in, or not a user at all.
    pub fn user(&self) -> Result<UserId> {
        match self {
            Self::User { user, .. } => Ok(*user),
            Self::Anonymous => Err(Error::unauthenticated()),
            Self::Integration { .. } | Self::Platform(_) | Self::Operator => Err(user_only()),
        }
    }

    /// Whom decisions about the caller are about: a user or a service integration.
    ///
    /// # Errors
    /// Not signed in, or neither.
    pub fn subject(&self) -> Result<Subject> {
        match self {
            Self::Integration { integration, .. } => Ok(Subject::Integration(*integration)),
            _ => self.user().map(Subject::User),
        }
    }
}

/// One call: who, from where, and what makes a repetition or a stale write show.
#[derive(Debug, Clone)]
pub struct Call {
    /// Who.
    pub caller: Caller,
    /// The request's id, for the audit and the log.
    pub request_id: String,
    /// Where it came from.
    pub source_ip: Option<String>,
    /// What the client calls itself.
    pub user_agent: Option<String>,
    /// What makes a repetition show.
    pub idempotency: Option<Idempotency>,
    /// The version that the caller last saw, when it wants no other to be changed.
    pub if_match: Option<u64>,
}

impl Call {
    /// A call without particulars.
    pub fn new(caller: Caller, request_id: impl Into<String>) -> Self {
        Self {
            caller,
            request_id: request_id.into(),
            source_ip: None,
            user_agent: None,
            idempotency: None,
            if_match: None,
        }
    }
    /// The signed-in user, who signed in by means of their own: an account that says who someone is could pretend to be
    /// them, and must not reach what is the user's own or another account's.
    ///
    /// # Errors
    /// Not signed in; `other_sign_in_required`.
    pub fn own_user(&self) -> Result<UserId> {
        match self.caller {
            Caller::User { signed_in, .. } if signed_in.sso.is_some() => Err(other_sign_in_required()),
            _ => self.caller.user(),
        }
    }
    /// The account whose own single sign-on the caller came through.
    pub(crate) fn sso(&self) -> Option<AccountId> {
        match self.caller {
            Caller::User { signed_in, .. } => signed_in.sso,
            _ => None,
        }
    }
    /// The session that the call came with.
    pub(crate) fn session(&self) -> Option<SessionId> {
        match self.caller {
            Caller::User { session, .. } => Some(session),
            _ => None,
        }
    }
    /// The signed-in user, who signed in a short while ago: for what is hard to undo.
    ///
    /// # Errors
    /// Not signed in; `reauthentication_required`.
    pub fn fresh_user(&self, now: Timestamp) -> Result<UserId> {
        let user = self.caller.user()?;
        match self.caller {
            Caller::User { signed_in, .. } if signed_in.is_fresh(now) => Ok(user),
            _ => Err(Error::new(
                Kind::Unauthenticated,
                "reauthentication_required",
                "this needs a sign-in within the last 15 minutes: sign in again and repeat it with the new token",
            )),
        }
    }
    /// Checks a version against the one that the caller last saw.
    ///
    /// # Errors
    /// `stale_version`.
    pub fn expects(&self, version: u64) -> Result<()> {
        if self.if_match.is_some_and(|expected| expected != version) { Err(Error::stale()) } else { Ok(()) }
    }
    /// Where the call came from, as a key of rate limits. Whoever has an IPv6 address has its whole /64.
    pub fn source(&self) -> String {
        let address = self.source_ip.as_deref().unwrap_or("unknown");
        match address.parse::<Ipv6Addr>() {
            Ok(v6) => format!("{:x}/64", v6.to_bits() >> 64),
            Err(_) => address.to_owned(),
        }
    }
}

/// Some things are for people alone.
pub(crate) fn user_only() -> Error {
    Error::new(Kind::Forbidden, "user_only", "only a signed-in user may do this, not a key")
}

pub(crate) fn other_sign_in_required() -> Error {
    let detail =
        "you signed in through an account, which is good for that account alone: sign in by your own means";
    let resolve =
        "who has no other means yet sets a password by POST /v1/password-resets, and signs in with it";
    Error {
        resolve: Some(resolve.to_owned()),
        ..Error::new(Kind::Forbidden, "other_sign_in_required", detail)
    }
}

/// An Idempotency-Key with what it is for.
#[derive(Debug, Clone)]
pub struct Idempotency {
    /// The caller's key.
    pub key: String,
    /// What for: method and path.
    pub operation: String,
    /// The body as sent.
    pub body: Vec<u8>,
}
