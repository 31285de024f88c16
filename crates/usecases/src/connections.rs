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

/// When an account's connection was made, and how often it was changed since. What was said through one edition counts for
/// nothing once there is another.
pub(crate) type Edition = (Timestamp, u64);

/// The present one, which nobody can change until the unit ends.
pub(crate) async fn edition(unit: &mut Unit<'_>, account: AccountId) -> Result<Option<Edition>> {
    unit.accounts().lock(&[account]).await?;
    let connection = unit.connections().find(account).await?;
    Ok(connection.map(|connection| (connection.created_at, connection.version)))
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
/// Without `sso.configure`, or signed in too long ago; the field at fault; `role_not_grantable`, `role_not_invitable`,
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
    let sealed_secret = cx.sealer.seal(SECRET, wanted.client_secret.reveal().as_bytes());
    let put = async |unit: &mut Unit<'_>| keep(cx, unit, call, account, new, sealed_secret).await;
    let ended = write(cx, call, put).await?;
    cx.decisions.sessions_ended(&ended);
    get(cx, call, account).await
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

async fn keep(
    cx: &Context,
    unit: &mut Unit<'_>,
    call: &Call,
    id: AccountId,
    new: NewConnection,
    sealed_secret: Vec<u8>,
) -> Result<Vec<SessionId>> {
    let inside = gate::lock(cx, unit, call, id).await?;
    inside.require(cx, Core::SsoConfigure)?;
    let before = unit.connections().find(id).await?;
    call.expects(before.as_ref().map_or(0, |before| before.version))?;
    if let Some(role) = &new.default_role {
        check_role(cx, &inside, role)?;
    }
    let told = json!({ "issuer": new.issuer, "client_id": new.client_id, "default_role": new.default_role, "strict": new.strict });
    let was = before.as_ref().map_or(Value::Null, |before| {
        json!({ "issuer": before.issuer, "client_id": before.client_id, "default_role": before.default_role, "strict": inside.account.sso_strict })
    });
    let same = new.client_secret.is_none()
        && before
            .as_ref()
            .is_some_and(|before| before.issuer == new.issuer && before.client_id == new.client_id);
    let was_by_owner = before.as_ref().is_some_and(|before| before.by_owner);
    let connection = Connection {
        by_owner: inside.actor().is_owner(&inside.model) || (same && was_by_owner),
        account: id,
        issuer: new.issuer,
        client_id: new.client_id,
        sealed_secret,
        default_role: new.default_role,
        created_at: before.as_ref().map_or_else(|| cx.now(), |before| before.created_at),
        version: before.as_ref().map_or(0, |before| before.version) + 1,
    };
    unit.connections().put(&connection).await?;
    set_strict(unit, &inside, new.strict).await?;
    let target = Party::new("account", id);
    let change = Change { action: "sso.configured", target, before: was, after: told };
    record(cx, unit, call, Chain::Account(id), change).await?;
    // What another provider said of who someone is, counts no more.
    if same { Ok(Vec::new()) } else { sessions::end_through(cx, unit, id).await }
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
        let was = json!({ "issuer": before.issuer, "client_id": before.client_id });
        let target = Party::new("account", account);
        let change = Change { action: "sso.removed", target, before: was, after: Value::Null };
        record(cx, unit, call, Chain::Account(account), change).await?;
        sessions::end_through(cx, unit, account).await
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
    let after = json!({ "domain": domain.name, "verified": domain.verified_at.is_some() });
    let target = Party::new("account", domain.account);
    let change = Change { action, target, before: Value::Null, after };
    record(cx, unit, call, Chain::Account(domain.account), change).await
}
