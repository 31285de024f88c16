//! An account's own single sign-on: its connection to a provider, and, in `domains`, whose addresses that may speak of. Whom
//! it lets in is in `newcomers`.

mod domains;

use std::sync::Arc;

use bailiwick_domain::audit::{Chain, Party};
use bailiwick_domain::connections::{Connection, Protocol, SamlSettings};
use bailiwick_domain::grants::Grant;
use bailiwick_domain::ids::{AccountId, GrantId, MemberId, SessionId};
use bailiwick_domain::members::join_with;
use bailiwick_domain::permissions::Core;
use bailiwick_domain::resources::Place;
use bailiwick_domain::time::{Timestamp, Window};
use bailiwick_ports::identity_providers::{
    ClientSecret, Connection as Wanted, IdentityProvider, ProviderError,
};
use bailiwick_ports::saml::SamlIssuer;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use crate::audit::{Change, hash, record};
use crate::context::{Call, Context};
use crate::error::{Error, Kind, Result};
use crate::gate::{self, Inside};
use crate::limits::{self, ISSUERS};
use crate::saml::{self, NewSaml};
use crate::sealing;
use crate::sessions;
use crate::sso;
use crate::unit::{Unit, read, write};

pub use domains::{LABEL, claim, domains, proof, release, verify};

const SECRET: &str = "sso client secret";

/// An account's single sign-on, as its members may see it. The secret is not part of it.
#[derive(Debug, Clone)]
pub struct Configured {
    /// The connection.
    pub connection: Connection,
    /// Whether members must come through it.
    pub strict: bool,
}

/// What to connect an account to.
#[derive(Debug, Clone)]
pub struct NewConnection {
    /// The provider.
    pub provider: NewProvider,
    /// The role that newcomers get.
    pub default_role: Option<String>,
    /// Whether members must come through it, owners excepted.
    pub strict: bool,
}

/// An account's provider, as who connects it tells.
#[derive(Debug, Clone)]
pub enum NewProvider {
    /// One that speaks OpenID Connect.
    Oidc(NewOidc),
    /// One that speaks SAML 2.0.
    Saml(NewSaml),
}

/// A provider that speaks OpenID Connect.
#[derive(Debug, Clone)]
pub struct NewOidc {
    /// The issuer's URL.
    pub issuer: String,
    /// The client's id there.
    pub client_id: String,
    /// The client's secret there; none keeps the one that there is.
    pub client_secret: Option<String>,
}

/// A provider that was checked.
struct Checked {
    issuer: String,
    speaks: Speaks,
}

enum Speaks {
    /// Without a sealed secret the one that there is stays.
    Oidc {
        client_id: String,
        sealed: Option<Vec<u8>>,
    },
    Saml(SamlSettings),
}

fn absent() -> Error {
    Error::not_found("single sign-on")
}

/// An account's connection as it was when somebody set out to come through it. One that was changed since, or taken away
/// and made anew, is another: what was proven by the former counts no more.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Connected {
    account: AccountId,
    made_at: Timestamp,
    version: u64,
}

impl Connected {
    /// Whose it is.
    pub fn account(&self) -> AccountId {
        self.account
    }
}

impl From<&Connection> for Connected {
    fn from(connection: &Connection) -> Self {
        let Connection { account, created_at, version, .. } = connection;
        Self { account: *account, made_at: *created_at, version: *version }
    }
}

/// An account's connection as it is now.
pub(crate) async fn connected(unit: &mut Unit<'_>, account: AccountId) -> Result<Connected> {
    let connection = unit.connections().find(account).await?.ok_or_else(absent)?;
    Ok(Connected::from(&connection))
}

/// The account that somebody came through, which is locked so that its connection stays as it is until the unit ends; none
/// of who came by means of their own. Whoever is let in by a connection MUST be let in by this.
///
/// # Errors
/// `sso_failed`: the account has another connection by now, or none.
pub(crate) async fn still(unit: &mut Unit<'_>, came: Option<Connected>) -> Result<Option<AccountId>> {
    let Some(came) = came else { return Ok(None) };
    unit.accounts().lock(&[came.account]).await?;
    let now = unit.connections().find(came.account).await?;
    if now.as_ref().map(Connected::from) == Some(came) {
        return Ok(Some(came.account));
    }
    let detail = "the account's single sign-on was changed or taken away meanwhile: begin again";
    Err(Error::new(Kind::Unauthenticated, "sso_failed", detail))
}

/// An account's connection as a provider.
pub(crate) async fn provider(cx: &Context, account: AccountId) -> Result<Arc<dyn IdentityProvider>> {
    let found = read(cx, async |unit| Ok(unit.connections().find(account).await?)).await?;
    let Connection { issuer, protocol, .. } = found.ok_or_else(absent)?;
    match protocol {
        Protocol::Oidc { client_id, sealed_secret } => {
            let wanted = Wanted { client_secret: open(cx, &sealed_secret)?, issuer, client_id };
            cx.providers.of_account(&wanted).map_err(|error| sso::failed(&error))
        }
        Protocol::Saml(settings) => saml::provider(cx, account, SamlIssuer { issuer, settings }),
    }
}

fn open(cx: &Context, sealed: &[u8]) -> Result<ClientSecret> {
    let plain = cx.sealer.open(SECRET, sealed).and_then(|bytes| String::from_utf8(bytes).ok());
    plain.map(ClientSecret::new).ok_or_else(|| Error::internal(&"a client's secret can't be opened"))
}

/// Seals under the deployment's present key what an older one sealed, of the next accounts after one; the last of them, or
/// none when there are no more.
pub(crate) async fn reseal(
    cx: &Context,
    unit: &mut Unit<'_>,
    after: Option<AccountId>,
    limit: u64,
) -> Result<Option<AccountId>> {
    let page = unit.connections().sealed(after, limit).await?;
    for (account, sealed) in &page {
        if let Some(new) = sealing::anew(cx, account, SECRET, sealed) {
            unit.connections().reseal(*account, sealed, &new).await?;
        }
    }
    Ok(page.last().map(|(account, _)| *account))
}

/// An account's connection.
///
/// # Errors
/// Without `sso.configure`; absent.
pub async fn get(cx: &Context, call: &Call, account: AccountId) -> Result<Configured> {
    gate::view(cx, call, account, Core::SsoConfigure).await?;
    read(cx, async |unit| {
        let connection = unit.connections().find(account).await?.ok_or_else(absent)?;
        let strict = unit.accounts().find(account).await?.is_some_and(|account| account.sso_strict);
        Ok(Configured { connection, strict })
    })
    .await
}

/// Connects an account, or changes its connection. An OpenID issuer is asked first, and what is told of a SAML provider is
/// checked, so that what can't work is not kept.
///
/// # Errors
/// Without `sso.configure`, or signed in too long ago; the field at fault; `issuer_not_allowed`; `role_not_grantable`;
/// `stale_version`; `rate_limited`.
pub async fn put(cx: &Context, call: &Call, account: AccountId, new: NewConnection) -> Result<Configured> {
    gate::view(cx, call, account, Core::SsoConfigure).await?;
    let user = call.fresh_user(cx.now())?;
    limits::hit(cx, &ISSUERS, &user.to_string()).await?;
    let NewConnection { provider, default_role, strict } = new;
    let checked = match provider {
        NewProvider::Oidc(oidc) => check_oidc(cx, account, oidc).await?,
        NewProvider::Saml(new) => {
            let SamlIssuer { issuer, settings } = saml::check(cx, new)?;
            visible("/issuer", &issuer)?;
            Checked { issuer, speaks: Speaks::Saml(settings) }
        }
    };
    let mut kept = None;
    let put = async |unit: &mut Unit<'_>| {
        let (configured, ended) = keep(cx, unit, call, account, checked, default_role, strict).await?;
        kept = Some(configured);
        Ok(ended)
    };
    let ended = write(cx, call, put).await?;
    cx.decisions.sessions_ended(&ended);
    kept.ok_or_else(|| Error::internal(&"a connection was kept, and is not known"))
}

fn visible(pointer: &str, text: &str) -> Result<()> {
    if text.is_empty() || text.len() > 500 || !text.bytes().all(|byte| byte.is_ascii_graphic()) {
        return Err(Error::invalid(pointer, "must have 1 to 500 visible ASCII characters"));
    }
    Ok(())
}

async fn check_oidc(cx: &Context, account: AccountId, new: NewOidc) -> Result<Checked> {
    visible("/issuer", &new.issuer)?;
    visible("/client_id", &new.client_id)?;
    let before = read(cx, async |unit| Ok(unit.connections().find(account).await?)).await?;
    let known = before.filter(|before| before.issuer == new.issuer).map(|before| before.protocol);
    let sealed = new.client_secret.as_ref().map(|secret| cx.sealer.seal(SECRET, secret.as_bytes()));
    let client_secret = match (new.client_secret, known) {
        (Some(secret), _) if !secret.is_empty() => ClientSecret::new(secret),
        // The one that there is goes to no one else.
        (None, Some(Protocol::Oidc { sealed_secret, .. })) => open(cx, &sealed_secret)?,
        _ => return Err(Error::invalid("/client_secret", "is needed for a new issuer")),
    };
    let wanted = Wanted { issuer: new.issuer, client_id: new.client_id, client_secret };
    cx.providers.probe(&wanted).await.map_err(|error| unusable(&error))?;
    Ok(Checked { issuer: wanted.issuer, speaks: Speaks::Oidc { client_id: wanted.client_id, sealed } })
}

fn unusable(error: &ProviderError) -> Error {
    tracing::info!(%error, "an account's issuer can't be used");
    match error {
        ProviderError::Inside(_) => Error::invalid_as(
            "issuer_not_allowed",
            "/issuer",
            "must be an https URL at a public address, and so must all be that its configuration names",
        ),
        _ => Error::invalid("/issuer", "must have its configuration at /.well-known/openid-configuration"),
    }
}

/// Keeps a connection; what was kept, and the sessions that ended by that. Without a secret, the one that there is stays.
async fn keep(
    cx: &Context,
    unit: &mut Unit<'_>,
    call: &Call,
    id: AccountId,
    checked: Checked,
    default_role: Option<String>,
    strict: bool,
) -> Result<(Configured, Vec<SessionId>)> {
    let inside = gate::lock(cx, unit, call, id).await?;
    inside.require(cx, Core::SsoConfigure)?;
    inside.person()?;
    let before = unit.connections().find(id).await?;
    call.expects(before.as_ref().map_or(0, |before| before.version))?;
    if let Some(role) = &default_role {
        check_role(cx, &inside, role)?;
    }
    let new_secret = matches!(checked.speaks, Speaks::Oidc { sealed: Some(_), .. });
    let (connection, same) = following(cx, &inside, before.as_ref(), checked, default_role)?;
    unit.connections().put(&connection).await?;
    set_strict(unit, &inside, strict).await?;
    let was = before.as_ref().map_or(Value::Null, |before| told(before, inside.account.sso_strict));
    let mut after = told(&connection, strict);
    after["new_secret"] = json!(new_secret);
    let change = Change { action: "sso.configured", target: Party::new("account", id), before: was, after };
    record(cx, unit, call, Chain::Account(id), change).await?;
    // What another provider said of who someone is, counts no more.
    let ended = if same { Vec::new() } else { sessions::end_through(cx, unit, call, id).await? };
    Ok((Configured { connection, strict }, ended))
}

/// The connection that comes after another, and whether it is to the same provider by the same secret or keys.
fn following(
    cx: &Context,
    inside: &Inside,
    before: Option<&Connection>,
    checked: Checked,
    default_role: Option<String>,
) -> Result<(Connection, bool)> {
    let known = before.filter(|before| before.issuer == checked.issuer).map(|known| &known.protocol);
    let (protocol, same) = match (checked.speaks, known) {
        (Speaks::Saml(settings), known) => {
            let protocol = Protocol::Saml(settings);
            let same = known == Some(&protocol);
            (protocol, same)
        }
        (Speaks::Oidc { client_id, sealed: Some(sealed_secret) }, _) => {
            (Protocol::Oidc { client_id, sealed_secret }, false)
        }
        (
            Speaks::Oidc { client_id, sealed: None },
            Some(Protocol::Oidc { client_id: was, sealed_secret }),
        ) => {
            let same = client_id == *was;
            (Protocol::Oidc { client_id, sealed_secret: sealed_secret.clone() }, same)
        }
        // It was there when the issuer was asked.
        (Speaks::Oidc { sealed: None, .. }, _) => return Err(Error::overtaken()),
    };
    let connection = Connection {
        account: inside.id(),
        issuer: checked.issuer,
        protocol,
        default_role,
        // Who changes something else does not choose the provider.
        by_owner: match before {
            Some(before) if same => before.by_owner,
            _ => inside.actor().is_owner(&inside.model),
        },
        created_at: before.map_or_else(|| cx.now(), |before| before.created_at),
        version: before.map_or(0, |before| before.version) + 1,
    };
    Ok((connection, same))
}

/// What the audit is told of a connection: of the provider, then of whom it lets in.
fn told(connection: &Connection, strict: bool) -> Value {
    let mut told = match &connection.protocol {
        Protocol::Oidc { client_id, .. } => json!({ "client_id": client_id }),
        Protocol::Saml(settings) => {
            let certificates: Vec<String> = settings.certificates.iter().map(|pem| hash(pem)).collect();
            json!({ "sso_url": settings.sso_url, "certificates": certificates })
        }
    };
    told["issuer"] = json!(connection.issuer);
    told["default_role"] = json!(connection.default_role);
    told["by_owner"] = json!(connection.by_owner);
    told["strict"] = json!(strict);
    told
}

async fn set_strict(unit: &mut Unit<'_>, inside: &Inside, strict: bool) -> Result<()> {
    if inside.account.sso_strict == strict {
        return Ok(());
    }
    let mut account = inside.account.clone();
    account.sso_strict = strict;
    account.version += 1;
    Ok(unit.accounts().update(&account).await?)
}

/// The grant that newcomers get.
pub(crate) fn default_grant(cx: &Context, account: AccountId, role: &str) -> Grant {
    let id = GrantId::new(cx.ids.uuid());
    Grant { id, role: role.to_owned(), place: Place::account(account), window: Window::ALWAYS }
}

/// The default role is one that can be held alone, and that who sets it may grant.
fn check_role(cx: &Context, inside: &Inside, role: &str) -> Result<()> {
    let grant = default_grant(cx, inside.id(), role);
    let nobody = MemberId::new(cx.ids.uuid());
    join_with(&inside.model, nobody, vec![grant.clone()], cx.now())
        .map_err(|broken| Error::invalid("/default_role", Error::violated(broken).detail))?;
    if inside.actor().may_grant(&inside.model, &grant, cx.now()) {
        return Ok(());
    }
    Err(Error::new(Kind::Forbidden, "role_not_grantable", "the default role is one that you may not grant"))
}

/// Takes an account's connection away. Who came through it stays a member, and is signed out.
///
/// # Errors
/// Without `sso.configure`, or signed in too long ago; absent; `stale_version`.
pub async fn remove(cx: &Context, call: &Call, account: AccountId) -> Result<()> {
    let ended = write(cx, call, async |unit| {
        let inside = gate::lock(cx, unit, call, account).await?;
        inside.require(cx, Core::SsoConfigure)?;
        call.fresh_user(cx.now())?;
        let before = unit.connections().find(account).await?.ok_or_else(absent)?;
        call.expects(before.version)?;
        unit.connections().remove(account).await?;
        set_strict(unit, &inside, false).await?;
        let was = told(&before, inside.account.sso_strict);
        let target = Party::new("account", account);
        let change = Change { action: "sso.removed", target, before: was, after: Value::Null };
        record(cx, unit, call, Chain::Account(account), change).await?;
        sessions::end_through(cx, unit, call, account).await
    })
    .await?;
    cx.decisions.sessions_ended(&ended);
    Ok(())
}
