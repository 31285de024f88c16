//! The domains that are proven to be an account's own, by a record that who runs the domain's name servers alone can write.

use bailiwick_domain::audit::{Chain, Party};
use bailiwick_domain::connections::{ClaimedDomain, DomainName};
use bailiwick_domain::ids::AccountId;
use bailiwick_domain::permissions::Core;
use bailiwick_ports::Page;
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use serde_json::{Value, json};

use crate::audit::{Change, record};
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
