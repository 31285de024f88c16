//! An account's own single sign-on: its connection, and the domains that are proven to be its own. Whom it lets in is in
//! `newcomers`.

use std::sync::Arc;

use bailiwick_domain::audit::{Chain, Party};
use bailiwick_domain::connections::{ClaimedDomain, Connection, DomainName};
use bailiwick_domain::grants::Grant;
use bailiwick_domain::ids::{AccountId, GrantId, MemberId, SessionId};
use bailiwick_domain::members::join_with;
use bailiwick_domain::permissions::Core;
use bailiwick_domain::resources::Place;
use bailiwick_domain::time::{Timestamp, Window};
use bailiwick_ports::Page;
use bailiwick_ports::identity_providers::{
    ClientSecret, Connection as Wanted, IdentityProvider, ProviderError,
};
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use crate::audit::{Change, record};
use crate::context::{Call, Context};
use crate::error::{Error, Kind, Result};
use crate::gate::{self, Inside};
use crate::input;
use crate::sessions;
use crate::sso;
use crate::tokens::is_signed;
use crate::unit::{Unit, read, write};

const SECRET: &str = "sso client secret";
const DOMAIN: &str = "sso domain";
/// Under which label of a domain its proof is looked for.
pub const LABEL: &str = "_bailiwick";
/// What the text of a proof begins with.
const PROOF: &str = "bailiwick-domain-verification=";

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
    /// The issuer's URL.
    pub issuer: String,
    /// The client's id there.
    pub client_id: String,
    /// The client's secret there; none keeps the one that there is.
    pub client_secret: Option<String>,
    /// The role that newcomers get.
    pub default_role: Option<String>,
    /// Whether members must come through it, owners excepted.
    pub strict: bool,
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
    let connection = found.ok_or_else(absent)?;
    let wanted = Wanted {
        client_secret: open(cx, &connection)?,
        issuer: connection.issuer,
        client_id: connection.client_id,
    };
    cx.providers.of_account(&wanted).map_err(|error| sso::failed(&error))
}

fn open(cx: &Context, connection: &Connection) -> Result<ClientSecret> {
    let plain =
        cx.sealer.open(SECRET, &connection.sealed_secret).and_then(|bytes| String::from_utf8(bytes).ok());
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
    for (account, sealed) in page.iter().filter(|(_, sealed)| !cx.sealer.is_present(sealed)) {
        match cx.sealer.open(SECRET, sealed) {
            Some(plain) => {
                let new = cx.sealer.seal(SECRET, &plain);
                unit.connections().reseal(*account, sealed, &new).await?;
            }
            None => {
                tracing::warn!(%account, "a secret is sealed under a key that is neither the present nor the previous one");
            }
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

/// Connects an account, or changes its connection. The issuer is asked first, so that what can't work is not kept.
///
/// # Errors
/// Without `sso.configure`, or signed in too long ago; the field at fault; `issuer_not_allowed`; `role_not_grantable`;
/// `stale_version`.
pub async fn put(cx: &Context, call: &Call, account: AccountId, new: NewConnection) -> Result<Configured> {
    gate::view(cx, call, account, Core::SsoConfigure).await?;
    call.fresh_user(cx.now())?;
    for (pointer, text) in [("/issuer", &new.issuer), ("/client_id", &new.client_id)] {
        if text.is_empty() || text.len() > 500 || !text.bytes().all(|byte| byte.is_ascii_graphic()) {
            return Err(Error::invalid(pointer, "must have 1 to 500 visible ASCII characters"));
        }
    }
    let before = read(cx, async |unit| Ok(unit.connections().find(account).await?)).await?;
    let secret = match (&new.client_secret, &before) {
        (Some(secret), _) if !secret.is_empty() => ClientSecret::new(secret.clone()),
        // The one that there is goes to no one else.
        (None, Some(before)) if before.issuer == new.issuer => open(cx, before)?,
        _ => return Err(Error::invalid("/client_secret", "is needed for a new issuer")),
    };
    let wanted =
        Wanted { issuer: new.issuer.clone(), client_id: new.client_id.clone(), client_secret: secret };
    cx.providers.probe(&wanted).await.map_err(|error| unusable(&error))?;
    let sealed = new.client_secret.as_ref().map(|secret| cx.sealer.seal(SECRET, secret.as_bytes()));
    let mut kept = None;
    let put = async |unit: &mut Unit<'_>| {
        let (configured, ended) = keep(cx, unit, call, account, new, sealed).await?;
        kept = Some(configured);
        Ok(ended)
    };
    let ended = write(cx, call, put).await?;
    cx.decisions.sessions_ended(&ended);
    kept.ok_or_else(|| Error::internal(&"a connection was kept, and is not known"))
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
    new: NewConnection,
    sealed: Option<Vec<u8>>,
) -> Result<(Configured, Vec<SessionId>)> {
    let inside = gate::lock(cx, unit, call, id).await?;
    inside.require(cx, Core::SsoConfigure)?;
    let before = unit.connections().find(id).await?;
    call.expects(before.as_ref().map_or(0, |before| before.version))?;
    if let Some(role) = &new.default_role {
        check_role(cx, &inside, role)?;
    }
    let (connection, same) = following(cx, &inside, before.as_ref(), &new, sealed)?;
    unit.connections().put(&connection).await?;
    set_strict(unit, &inside, new.strict).await?;
    let was = before.as_ref().map_or(Value::Null, |before| told(before, inside.account.sso_strict));
    let mut after = told(&connection, new.strict);
    after["new_secret"] = json!(new.client_secret.is_some());
    let change = Change { action: "sso.configured", target: Party::new("account", id), before: was, after };
    record(cx, unit, call, Chain::Account(id), change).await?;
    // What another provider said of who someone is, counts no more.
    let ended = if same { Vec::new() } else { sessions::end_through(cx, unit, call, id).await? };
    Ok((Configured { connection, strict: new.strict }, ended))
}

/// The connection that comes after another, and whether it is to the same provider by the same secret.
fn following(
    cx: &Context,
    inside: &Inside,
    before: Option<&Connection>,
    new: &NewConnection,
    sealed: Option<Vec<u8>>,
) -> Result<(Connection, bool)> {
    let known = before.filter(|before| before.issuer == new.issuer);
    let same = sealed.is_none() && known.is_some_and(|known| known.client_id == new.client_id);
    let sealed_secret = sealed.or_else(|| known.map(|known| known.sealed_secret.clone()));
    let connection = Connection {
        account: inside.id(),
        issuer: new.issuer.clone(),
        client_id: new.client_id.clone(),
        // It was there when the issuer was asked.
        sealed_secret: sealed_secret.ok_or_else(Error::overtaken)?,
        default_role: new.default_role.clone(),
        by_owner: inside.actor().is_owner(&inside.model)
            || (same && before.is_some_and(|before| before.by_owner)),
        created_at: before.map_or_else(|| cx.now(), |before| before.created_at),
        version: before.map_or(0, |before| before.version) + 1,
    };
    Ok((connection, same))
}

/// What the audit is told of a connection.
fn told(connection: &Connection, strict: bool) -> Value {
    let Connection { issuer, client_id, default_role, by_owner, .. } = connection;
    json!({
        "issuer": issuer,
        "client_id": client_id,
        "default_role": default_role,
        "by_owner": by_owner,
        "strict": strict,
    })
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

fn proof_data(account: AccountId, domain: &DomainName) -> Vec<u8> {
    [account.uuid().as_bytes().as_slice(), domain.as_str().as_bytes()].concat()
}

/// The name and the text of the record that proves a domain.
pub fn proof(cx: &Context, account: AccountId, domain: &DomainName) -> (String, String) {
    let mac = cx.signer.mac(DOMAIN, &proof_data(account, domain));
    (format!("{LABEL}.{domain}"), format!("{PROOF}{}", URL_SAFE_NO_PAD.encode(mac)))
}

fn proves(cx: &Context, account: AccountId, domain: &DomainName, text: &str) -> bool {
    let mac = text.trim().strip_prefix(PROOF).and_then(|text| URL_SAFE_NO_PAD.decode(text).ok());
    let mac: Option<[u8; 32]> = mac.and_then(|mac| mac.try_into().ok());
    mac.is_some_and(|mac| is_signed(cx, DOMAIN, &proof_data(account, domain), &mac))
}

/// An account's domains, by name.
///
/// # Errors
/// Without `sso.configure`.
pub async fn domains(
    cx: &Context,
    call: &Call,
    account: AccountId,
    after: Option<&DomainName>,
    limit: u64,
) -> Result<Page<ClaimedDomain>> {
    gate::view(cx, call, account, Core::SsoConfigure).await?;
    read(cx, async |unit| Ok(unit.connections().domains(account, after, limit).await?)).await
}

/// Says that a domain is the account's, which is yet to be proven.
///
/// # Errors
/// Without `sso.configure`; the field at fault; `domain_claimed`.
pub async fn claim(cx: &Context, call: &Call, account: AccountId, name: String) -> Result<ClaimedDomain> {
    let name = input::text::<DomainName>("/domain", name).map_err(input::fault)?;
    write(cx, call, async |unit| {
        gate::lock(cx, unit, call, account).await?.require(cx, Core::SsoConfigure)?;
        let domain = ClaimedDomain { account, name, verified_at: None, created_at: cx.now() };
        unit.connections().claim(&domain).await?;
        note(cx, unit, call, "sso_domain.claimed", &domain).await?;
        Ok(domain)
    })
    .await
}

/// Looks whether a domain's record is there, by which it is the account's.
///
/// # Errors
/// Without `sso.configure`, or signed in too long ago; absent; `domain_not_verified`, `domain_taken`, `dns_unavailable`.
pub async fn verify(
    cx: &Context,
    call: &Call,
    account: AccountId,
    name: &DomainName,
) -> Result<ClaimedDomain> {
    gate::view(cx, call, account, Core::SsoConfigure).await?;
    let known = read(cx, async |unit| Ok(unit.connections().domain(account, name).await?)).await?;
    known.ok_or_else(|| Error::not_found("domain"))?;
    let texts = cx.dns.texts(LABEL, name).await.map_err(|error| {
        tracing::warn!(%error, "a domain could not be looked up");
        let detail = "the domain name system does not answer; try again";
        Error { retry_after: Some(5), ..Error::new(Kind::Unavailable, "dns_unavailable", detail) }
    })?;
    let proven = texts.iter().any(|text| proves(cx, account, name, text));
    write(cx, call, async |unit| {
        gate::lock(cx, unit, call, account).await?.require(cx, Core::SsoConfigure)?;
        call.fresh_user(cx.now())?;
        let domain = unit.connections().domain(account, name).await?;
        let mut domain = domain.ok_or_else(|| Error::not_found("domain"))?;
        if domain.verified_at.is_some() {
            return Ok(domain);
        }
        if !proven {
            let detail =
                format!("the TXT record at {LABEL}.{name} is not there, or not the one that was asked for");
            return Err(Error::conflict("domain_not_verified", detail));
        }
        domain.verified_at = Some(cx.now());
        unit.connections().prove(&domain).await?;
        note(cx, unit, call, "sso_domain.verified", &domain).await?;
        Ok(domain)
    })
    .await
}

/// Gives a domain up.
///
/// # Errors
/// Without `sso.configure`, or signed in too long ago; absent.
pub async fn release(cx: &Context, call: &Call, account: AccountId, name: &DomainName) -> Result<()> {
    write(cx, call, async |unit| {
        gate::lock(cx, unit, call, account).await?.require(cx, Core::SsoConfigure)?;
        call.fresh_user(cx.now())?;
        let domain = unit.connections().domain(account, name).await?;
        let domain = domain.ok_or_else(|| Error::not_found("domain"))?;
        unit.connections().release(account, name).await?;
        note(cx, unit, call, "sso_domain.released", &domain).await
    })
    .await
}

async fn note(
    cx: &Context,
    unit: &mut Unit<'_>,
    call: &Call,
    action: &'static str,
    domain: &ClaimedDomain,
) -> Result<()> {
    let state = json!({ "domain": domain.name, "verified": domain.verified_at.is_some() });
    let (before, after) =
        if action == "sso_domain.released" { (state, Value::Null) } else { (Value::Null, state) };
    let change = Change { action, target: Party::new("account", domain.account), before, after };
    record(cx, unit, call, Chain::Account(domain.account), change).await
}
