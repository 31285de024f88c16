//! The settings of an account's connection, by OpenID Connect or by SAML 2.0, as they are given and shown.

use bailiwick_domain::connections::Protocol;
use bailiwick_usecases::connections::{Configured, NewConnection, NewOidc, NewProvider};
use bailiwick_usecases::saml::{self, NewSaml};
use bailiwick_usecases::{Context, Error};
use poem_openapi::{Enum, Object};
use serde::{Deserialize, Serialize};

use crate::wire::{Nullable, Tagged, Time};

/// What an identity provider speaks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, Enum)]
#[serde(rename_all = "snake_case")]
#[oai(rename_all = "snake_case")]
pub(crate) enum ProviderKind {
    #[default]
    Oidc,
    Saml,
}

/// A connection to an identity provider: by OpenID Connect with `issuer`, `client_id` and `client_secret`; or by SAML 2.0 with
/// `issuer`, `sso_url` and `certificates`, or with `metadata`, which holds the three.
#[derive(Deserialize, Object)]
#[serde(deny_unknown_fields)]
pub(crate) struct ConnectionIn {
    /// What the provider speaks; `oidc` without it.
    #[serde(default)]
    #[oai(default)]
    kind: ProviderKind,
    /// What the provider calls itself: the issuer's URL, or its entity id.
    #[oai(nullable, validator(min_length = 1, max_length = 500))]
    issuer: Option<String>,
    /// The client's id at an OpenID provider.
    #[oai(nullable, validator(min_length = 1, max_length = 500))]
    client_id: Option<String>,
    /// The client's secret there. It is not shown again; without it, the one of the same issuer stays.
    #[oai(nullable, validator(max_length = 1000))]
    client_secret: Option<String>,
    /// Where a SAML provider's sign-in begins, by the binding HTTP-Redirect.
    #[oai(nullable, validator(min_length = 1, max_length = 2000))]
    sso_url: Option<String>,
    /// The certificates in PEM of the keys that a SAML provider signs its assertions by: one, or up to three while they change.
    #[oai(nullable, validator(min_items = 1, max_items = 3))]
    certificates: Option<Vec<String>>,
    /// A SAML provider's metadata, an XML document.
    #[oai(nullable, validator(max_length = 262_144))]
    metadata: Option<String>,
    /// The role that newcomers get at the account; without it, only the invited become members.
    #[oai(nullable)]
    default_role: Option<String>,
    /// Whether members must come through it, owners excepted; false without it.
    #[serde(default)]
    #[oai(default)]
    strict: bool,
}

fn needed(pointer: &str, given: Option<String>) -> Result<String, Error> {
    given.ok_or_else(|| Error::invalid(pointer, "is needed"))
}

impl ConnectionIn {
    /// What is to be connected.
    pub(crate) fn read(self) -> Result<NewConnection, Error> {
        self.check_foreign()?;
        let provider = match (self.kind, self.metadata) {
            (ProviderKind::Oidc, _) => NewProvider::Oidc(NewOidc {
                issuer: needed("/issuer", self.issuer)?,
                client_id: needed("/client_id", self.client_id)?,
                client_secret: self.client_secret,
            }),
            (ProviderKind::Saml, Some(metadata)) => NewProvider::Saml(NewSaml::Metadata(metadata)),
            (ProviderKind::Saml, None) => NewProvider::Saml(NewSaml::Settings {
                issuer: needed("/issuer", self.issuer)?,
                sso_url: needed("/sso_url", self.sso_url)?,
                certificates: self
                    .certificates
                    .ok_or_else(|| Error::invalid("/certificates", "is needed"))?,
            }),
        };
        Ok(NewConnection { provider, default_role: self.default_role, strict: self.strict })
    }

    /// Fields that the connection would not have, or that its metadata holds.
    fn check_foreign(&self) -> Result<(), Error> {
        let issuer = ("/issuer", self.issuer.is_some());
        let client_id = ("/client_id", self.client_id.is_some());
        let client_secret = ("/client_secret", self.client_secret.is_some());
        let sso_url = ("/sso_url", self.sso_url.is_some());
        let certificates = ("/certificates", self.certificates.is_some());
        let metadata = ("/metadata", self.metadata.is_some());
        match self.kind {
            ProviderKind::Oidc => refuse(&[sso_url, certificates, metadata], "belongs to the kind `saml`"),
            ProviderKind::Saml => refuse(&[client_id, client_secret], "belongs to the kind `oidc`"),
        }?;
        let beside = if metadata.1 { &[issuer, sso_url, certificates][..] } else { &[] };
        refuse(beside, "is read from `metadata`, and must not be beside it")
    }
}

/// Fields with whether they were given, which they must not be.
fn refuse(fields: &[(&str, bool)], rule: &str) -> Result<(), Error> {
    let given = fields.iter().find(|(_, given)| *given);
    given.map_or(Ok(()), |(pointer, _)| Err(Error::invalid(pointer, rule)))
}

/// A connection to an identity provider.
#[derive(Serialize, Object)]
pub(crate) struct ConnectionOut {
    /// What the provider speaks.
    kind: ProviderKind,
    /// What the provider calls itself: the issuer's URL, or its entity id.
    issuer: String,
    /// The client's id at an OpenID provider.
    client_id: Nullable<String>,
    /// What to register as the redirect URI at an OpenID provider.
    redirect_uri: Nullable<String>,
    /// Where a SAML provider's sign-in begins.
    sso_url: Nullable<String>,
    /// The certificates in PEM of the keys that a SAML provider signs by.
    certificates: Vec<String>,
    /// By what a SAML provider knows this service, which is also where our metadata is read.
    entity_id: Nullable<String>,
    /// Where a SAML provider posts its answers: the assertion consumer service.
    acs_url: Nullable<String>,
    /// The role that newcomers get at the account.
    default_role: Nullable<String>,
    /// Whether members must come through it, owners excepted.
    strict: bool,
    /// Whether an owner chose the provider, and owners may come through it.
    by_owner: bool,
    /// Where members begin to sign in.
    start_url: String,
    /// When it was made.
    created_at: Time,
}

pub(crate) fn connection(cx: &Context, configured: Configured) -> Tagged<ConnectionOut> {
    let Configured { connection, strict } = configured;
    let base = format!("{}/v1/sso/accounts/{}", cx.public_url, connection.account);
    let mut shown = ConnectionOut {
        kind: ProviderKind::Oidc,
        issuer: connection.issuer,
        client_id: Nullable(None),
        redirect_uri: Nullable(None),
        sso_url: Nullable(None),
        certificates: Vec::new(),
        entity_id: Nullable(None),
        acs_url: Nullable(None),
        default_role: connection.default_role.into(),
        strict,
        by_owner: connection.by_owner,
        start_url: format!("{base}/start"),
        created_at: connection.created_at.into(),
    };
    match connection.protocol {
        Protocol::Oidc { client_id, .. } => {
            shown.client_id = Nullable(Some(client_id));
            shown.redirect_uri = Nullable(Some(format!("{base}/callback")));
        }
        Protocol::Saml(settings) => {
            let service = saml::service(cx, connection.account);
            shown.kind = ProviderKind::Saml;
            (shown.sso_url, shown.certificates) = (Nullable(Some(settings.sso_url)), settings.certificates);
            (shown.entity_id, shown.acs_url) =
                (Nullable(Some(service.entity_id)), Nullable(Some(service.acs_url)));
        }
    }
    Tagged::of(connection.version, shown)
}
