//! The verification of a key. This is asked on every request that a product serves: what it answers is written straight from
//! what the node knows.

use bailiwick_domain::ids::{AccountId, AppId, KeyId, KeysetId};
use bailiwick_domain::keys::Capability;
use bailiwick_usecases::{Caller, Context, keys};
use poem::{IntoResponse, Request, Response};
use poem_openapi::Object;
use serde::{Deserialize, Serialize};

use crate::access::Answer;
use crate::auth::signed_in;
use crate::error::ApiError;
use crate::wire::{Id, JSON, is_json, json_bytes, parse, read_bytes};

/// Where keys are verified; the guard answers it itself, by the same code.
pub(crate) const VERIFICATION: &str = "/v1/keys/verify";

/// A key to be verified.
#[derive(Deserialize, Object)]
#[serde(deny_unknown_fields)]
pub(crate) struct VerifyKeyIn {
    /// The whole text of it, as its holder sent it.
    key: String,
}

/// What came of a verification: of a key that is not good, the reason alone.
#[derive(Object)]
pub(crate) struct VerifiedOut {
    /// Whether the key is good.
    valid: bool,
    /// Why not: `malformed`, `unknown`, `rotated`, `account_closed`, `disabled` or `expired`.
    code: Option<String>,
    /// The key's id.
    key: Option<Id<KeyId>>,
    /// Its keyset.
    keyset: Option<Id<KeysetId>>,
    /// Its app.
    app: Option<Id<AppId>>,
    /// Its account.
    account: Option<Id<AccountId>>,
    /// What it lets its holder do.
    capabilities: Option<Vec<String>>,
}

#[derive(Serialize)]
struct Good<'a> {
    valid: bool,
    key: KeyId,
    keyset: KeysetId,
    app: AppId,
    account: AccountId,
    capabilities: &'a [Capability],
}

#[derive(Serialize)]
struct Bad {
    valid: bool,
    code: &'static str,
}

/// Answers one verification.
pub(super) async fn answer(
    cx: &Context,
    caller: Caller,
    given: &VerifyKeyIn,
) -> Result<Answer<VerifiedOut>, ApiError> {
    let bytes = match keys::verify(cx, caller, &given.key).await? {
        Ok(known) => json_bytes(&Good {
            valid: true,
            key: known.id,
            keyset: known.keyset,
            app: known.app,
            account: known.account,
            capabilities: &known.capabilities,
        }),
        Err(refusal) => json_bytes(&Bad { valid: false, code: refusal.code() }),
    };
    bytes.map(|bytes| Answer::of(bytes.into()))
}

/// The whole operation without a router's help.
pub(crate) async fn verify(cx: &Context, request: &mut Request) -> Result<Response, ApiError> {
    let caller = signed_in(cx, request.headers()).await?;
    if !is_json(request) {
        return Err(ApiError::unsupported_media_type(JSON));
    }
    let body = request.take_body();
    let body = read_bytes(request.headers(), body).await?;
    Ok(answer(cx, caller, &parse(&body)?).await?.into_response())
}
