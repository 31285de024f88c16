//! The domains that are proven to be an account's own, by a record that who runs the domain's name servers alone can write.

use bailiwick_domain::audit::{Chain, Party};
use bailiwick_domain::connections::{ClaimedDomain, DomainName};
use bailiwick_domain::ids::AccountId;
use bailiwick_domain::permissions::Core;
use bailiwick_ports::Page;
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use serde_json::{Value, json};

use crate::audit::{Change, record, record_as};
use crate::context::{Call, Context};
use crate::error::{Error, Kind, Result};
use crate::gate;
use crate::input;
use crate::tokens::is_signed;
use crate::unit::{Unit, read, write};

const DOMAIN: &str = "sso domain";
/// Under which label of a domain its proof is looked for.
pub const LABEL: &str = "_bailiwick";
/// What the text of a proof begins with.
const PROOF: &str = "bailiwick-domain-verification=";

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
        let inside = gate::lock(cx, unit, call, account).await?;
        inside.require(cx, Core::SsoConfigure)?;
        inside.person()?;
        let domain = ClaimedDomain { account, name, verified_at: None, created_at: cx.now() };
        unit.connections().claim(&domain).await?;
        note(cx, unit, call, "sso_domain.claimed", &domain).await?;
        Ok(domain)
    })
    .await
}

/// Looks whether a domain's record is there, by which it is the account's. Another account that had proven it loses it when
/// its own record is gone: whoever owned the domain then does not now.
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
    // Before the records, so that these are newer than any proof that they are held against.
    let (known, holder) = read(cx, async |unit| {
        Ok((unit.connections().domain(account, name).await?, unit.connections().holder(name).await?))
    })
    .await?;
    known.ok_or_else(|| Error::not_found("domain"))?;
    let texts = records(cx, name).await?;
    let is_proven = |of: AccountId| texts.iter().any(|text| proves(cx, of, name, text));
    let proven = is_proven(account);
    let lapsed = holder.filter(|holder| proven && holder.account != account && !is_proven(holder.account));
    write(cx, call, async |unit| {
        let both: Vec<AccountId> = lapsed.iter().map(|lapsed| lapsed.account).chain([account]).collect();
        unit.accounts().lock(&both).await?;
        gate::inside(cx, unit, call, account).await?.require(cx, Core::SsoConfigure)?;
        call.fresh_user(cx.now())?;
        let domain = unit.connections().domain(account, name).await?;
        let mut domain = domain.ok_or_else(|| Error::not_found("domain"))?;
        if domain.verified_at.is_some() {
            return Ok(domain);
        }
        if !proven {
            return Err(not_proven(name));
        }
        if let Some(lapsed) = lapsed {
            lose(cx, unit, call, lapsed).await?;
        }
        domain.verified_at = Some(cx.now());
        unit.connections().prove(&domain).await?;
        note(cx, unit, call, "sso_domain.verified", &domain).await?;
        Ok(domain)
    })
    .await
}

fn not_proven(name: &DomainName) -> Error {
    let detail = format!("the TXT record at {LABEL}.{name} is not there, or not the one that was asked for");
    Error::conflict("domain_not_verified", detail)
}

/// The texts where a domain's proofs are looked for, of all accounts.
async fn records(cx: &Context, name: &DomainName) -> Result<Vec<String>> {
    cx.dns.texts(LABEL, name).await.map_err(|error| {
        tracing::warn!(%error, "a domain could not be looked up");
        let detail = "the domain name system does not answer; try again";
        Error { retry_after: Some(5), ..Error::new(Kind::Unavailable, "dns_unavailable", detail) }
    })
}

/// A domain is proven no more to be an account's, unless it was proven anew since the records were looked at. The account's
/// chain does not tell by whom it lost it: that is another account's own business.
async fn lose(cx: &Context, unit: &mut Unit<'_>, call: &Call, mut domain: ClaimedDomain) -> Result<()> {
    if unit.connections().holder(&domain.name).await?.as_ref() != Some(&domain) {
        return Ok(());
    }
    let before = state(&domain);
    domain.verified_at = None;
    unit.connections().prove(&domain).await?;
    let target = Party::new("account", domain.account);
    let change = Change { action: "sso_domain.lost", target, before, after: state(&domain) };
    let call = Call::new(call.caller, call.request_id.clone());
    record_as(cx, unit, &call, Party::nameless("system"), Chain::Account(domain.account), change).await
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

/// A domain, as the audit tells of it.
fn state(domain: &ClaimedDomain) -> Value {
    json!({ "domain": domain.name, "verified": domain.verified_at.is_some() })
}

async fn note(
    cx: &Context,
    unit: &mut Unit<'_>,
    call: &Call,
    action: &'static str,
    domain: &ClaimedDomain,
) -> Result<()> {
    let state = state(domain);
    let (before, after) =
        if action == "sso_domain.released" { (state, Value::Null) } else { (Value::Null, state) };
    let change = Change { action, target: Party::new("account", domain.account), before, after };
    record(cx, unit, call, Chain::Account(domain.account), change).await
}
