//! Passkeys: one's own, and signing in by one.

use bailiwick_domain::ids::PasskeyId;
use bailiwick_domain::passkeys::Passkey;
use bailiwick_usecases::passkeys::{self, Asked};
use bailiwick_usecases::two_factor;
use poem_openapi::param::{Path, Query};
use poem_openapi::{Object, OpenApi};
use serde::{Deserialize, Serialize};

use crate::auth::{Anyone, Signed};
use crate::error::ApiError;
use crate::server::Tag;
use crate::sessions::NewSessionOut;
use crate::two_factor::PasswordProofIn;
use crate::wire::{
    Cursor, Done, Empty, Id, Json, JsonObject, Made, MadeTagged, Nullable, PageOut, Paging, Shown, Tagged,
    Time, present,
};

/// What a browser is to be asked. It is shown once: a repeated request gets nulls.
#[derive(Serialize, Object)]
pub(crate) struct PasskeyChallengeOut {
    /// What the answer is sent with. It is good once, for ten minutes.
    challenge: Nullable<String>,
    /// For `navigator.credentials`, once `PublicKeyCredential.parseCreationOptionsFromJSON` or
    /// `parseRequestOptionsFromJSON` has read them.
    options: Nullable<JsonObject>,
}

impl From<Asked> for PasskeyChallengeOut {
    fn from(asked: Asked) -> Self {
        Self {
            challenge: asked.challenge.reveal().into(),
            options: Nullable(asked.options.reveal().and_then(JsonObject::parse)),
        }
    }
}

/// What a browser is to be asked.
#[derive(Serialize, Object)]
pub(crate) struct PasskeyOptionsOut {
    /// For `navigator.credentials.get`, once `PublicKeyCredential.parseRequestOptionsFromJSON` has read them.
    options: Nullable<JsonObject>,
}

/// The sign-in that is to be answered.
#[derive(Deserialize, Object)]
#[serde(deny_unknown_fields)]
pub(crate) struct SecondStepChallengeIn {
    /// The challenge that the first step gave.
    #[oai(validator(max_length = 200))]
    challenge: String,
}

/// A new passkey.
#[derive(Deserialize, Object)]
#[serde(deny_unknown_fields)]
pub(crate) struct PasskeyIn {
    /// The registration's challenge.
    #[oai(validator(max_length = 200))]
    challenge: String,
    /// What the user calls it.
    #[oai(validator(max_length = 100))]
    name: String,
    /// What `navigator.credentials.create` gave, by its `toJSON()`.
    credential: JsonObject,
}

/// A sign-in by a passkey.
#[derive(Deserialize, Object)]
#[serde(deny_unknown_fields)]
pub(crate) struct PasskeySignInIn {
    /// The sign-in's challenge.
    #[oai(validator(max_length = 200))]
    challenge: String,
    /// What `navigator.credentials.get` gave, by its `toJSON()`.
    credential: JsonObject,
}

/// What is to be changed.
#[derive(Deserialize, Object)]
#[serde(deny_unknown_fields)]
pub(crate) struct PasskeyPatch {
    /// What the user calls it.
    #[serde(default, deserialize_with = "present")]
    #[oai(validator(max_length = 100))]
    name: Option<String>,
}

/// A passkey.
#[derive(Serialize, Object)]
pub(crate) struct PasskeyOut {
    /// The passkey's id.
    id: Id<PasskeyId>,
    /// What the user calls it.
    name: String,
    /// When it was registered.
    created_at: Time,
    /// When it last signed in.
    last_used_at: Nullable<Time>,
}

impl From<Passkey> for PasskeyOut {
    fn from(passkey: Passkey) -> Self {
        Self {
            id: passkey.id.into(),
            name: passkey.name.into(),
            created_at: passkey.created_at.into(),
            last_used_at: passkey.last_used_at.into(),
        }
    }
}

pub(crate) struct PasskeysApi;

#[OpenApi(tag = "Tag::Passkeys")]
impl PasskeysApi {
    /// Begin to register a passkey
    ///
    /// The answer goes to `/v1/me/passkeys`.
    #[oai(
        path = "/v1/me/passkeys/registrations",
        method = "post",
        operation_id = "begin_passkey_registration"
    )]
    async fn begin_registration(
        &self,
        Signed(asker): Signed,
        Json(given): Json<PasswordProofIn>,
    ) -> Result<Shown<PasskeyChallengeOut>, ApiError> {
        Ok(Shown::of(passkeys::begin_registration(&asker.cx, &asker.call, given.password).await?))
    }

    /// Register a passkey
    ///
    /// It is a second factor from then on. The user's other sessions end.
    #[oai(path = "/v1/me/passkeys", method = "post", operation_id = "register_passkey")]
    async fn register(
        &self,
        Signed(asker): Signed,
        Json(given): Json<PasskeyIn>,
    ) -> Result<MadeTagged<PasskeyOut>, ApiError> {
        let PasskeyIn { challenge, name, credential } = given;
        let answer = credential.to_string();
        let made = passkeys::register(&asker.cx, &asker.call, &challenge, name, &answer).await?;
        Ok(MadeTagged::at(format!("/v1/me/passkeys/{}", made.id), made.version, made))
    }

    /// One's own passkeys
    #[oai(path = "/v1/me/passkeys", method = "get", operation_id = "list_passkeys")]
    async fn list(
        &self,
        Signed(asker): Signed,
        /// How many at most.
        #[oai(default = "Paging::default_limit", validator(minimum(value = "1"), maximum(value = "200")))]
        limit: Query<u64>,
        /// Where the last page ended.
        cursor: Query<Option<String>>,
    ) -> Result<Shown<PageOut<PasskeyOut>>, ApiError> {
        let after: Option<PasskeyId> = Cursor::PASSKEYS.after(cursor.0.as_deref())?;
        let page = passkeys::list(&asker.cx, &asker.call, after, limit.0).await?;
        Ok(Paging::show(Cursor::PASSKEYS, page, |passkey: &Passkey| passkey.id, PasskeyOut::from))
    }

    /// One passkey
    #[oai(path = "/v1/me/passkeys/:pk", method = "get", operation_id = "get_passkey")]
    async fn get(
        &self,
        Signed(asker): Signed,
        pk: Path<Id<PasskeyId>>,
    ) -> Result<Tagged<PasskeyOut>, ApiError> {
        let passkey = passkeys::get(&asker.cx, &asker.call, pk.0.0).await?;
        Ok(Tagged::of(passkey.version, passkey))
    }

    /// Name a passkey
    #[oai(path = "/v1/me/passkeys/:pk", method = "patch", operation_id = "update_passkey")]
    async fn update(
        &self,
        Signed(asker): Signed,
        pk: Path<Id<PasskeyId>>,
        Json(patch): Json<PasskeyPatch>,
    ) -> Result<Tagged<PasskeyOut>, ApiError> {
        let passkey = passkeys::rename(&asker.cx, &asker.call, pk.0.0, patch.name).await?;
        Ok(Tagged::of(passkey.version, passkey))
    }

    /// Remove a passkey
    ///
    /// It needs a sign-in within the last 15 minutes. The user's other sessions end.
    #[oai(path = "/v1/me/passkeys/:pk", method = "delete", operation_id = "remove_passkey")]
    async fn remove(
        &self,
        Signed(asker): Signed,
        pk: Path<Id<PasskeyId>>,
        Json(given): Json<PasswordProofIn>,
    ) -> Result<Done, ApiError> {
        passkeys::remove(&asker.cx, &asker.call, pk.0.0, given.password).await?;
        Ok(Empty)
    }

    /// Begin a sign-in by passkey
    ///
    /// By whichever passkey the user chooses: no address is asked for.
    #[oai(path = "/v1/sessions/passkey-challenges", method = "post", operation_id = "begin_passkey_sign_in")]
    async fn begin_sign_in(&self, Anyone(asker): Anyone) -> Result<Shown<PasskeyChallengeOut>, ApiError> {
        Ok(Shown::of(passkeys::begin_sign_in(&asker.cx, &asker.call).await?))
    }

    /// Sign in by a passkey
    ///
    /// It is both factors, since the authenticator verified its user.
    #[oai(path = "/v1/sessions/passkey", method = "post", operation_id = "sign_in_by_passkey")]
    async fn sign_in(
        &self,
        Anyone(asker): Anyone,
        Json(given): Json<PasskeySignInIn>,
    ) -> Result<Made<NewSessionOut>, ApiError> {
        let answer = given.credential.to_string();
        Ok(Made::of(passkeys::sign_in(&asker.cx, &asker.call, &given.challenge, &answer).await?))
    }

    /// What to ask a passkey as the second factor
    ///
    /// The answer goes to `/v1/sessions/two-factor`.
    #[oai(
        path = "/v1/sessions/two-factor/passkey-options",
        method = "post",
        operation_id = "get_two_factor_passkey_options"
    )]
    async fn second_factor(
        &self,
        Anyone(asker): Anyone,
        Json(given): Json<SecondStepChallengeIn>,
    ) -> Result<Shown<PasskeyOptionsOut>, ApiError> {
        let options = two_factor::passkey_options(&asker.cx, &asker.call, &given.challenge).await?;
        Ok(Shown::of(PasskeyOptionsOut { options: Nullable(JsonObject::parse(&options)) }))
    }
}
