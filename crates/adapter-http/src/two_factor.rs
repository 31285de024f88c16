//! Second factors: one's own, the second step of a sign-in, and whom an account would stop by requiring one.

use bailiwick_domain::ids::{AccountId, MemberId};
use bailiwick_domain::members::Member;
use bailiwick_usecases::two_factor::{self, Enrolment, Proof, RecoveryCodes, Status};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use poem_openapi::param::{Path, Query};
use poem_openapi::{Object, OpenApi};
use qrcode::QrCode;
use qrcode::render::svg;
use serde::{Deserialize, Serialize};

use crate::auth::{Anyone, Signed};
use crate::error::ApiError;
use crate::members::MemberOut;
use crate::server::Tag;
use crate::sessions::NewSessionOut;
use crate::wire::{Cursor, Done, Empty, Id, Json, JsonObject, Made, Nullable, PageOut, Paging, Shown, Time};

/// The proof that it is the user who asks.
#[derive(Deserialize, Object)]
#[serde(deny_unknown_fields)]
pub(crate) struct PasswordProofIn {
    /// The user's password. A user without one leaves it out, and must have signed in within the last 15 minutes.
    #[oai(nullable, validator(max_length = 1024))]
    pub password: Option<String>,
}

/// What is on.
#[derive(Serialize, Object)]
pub(crate) struct TwoFactorOut {
    /// Since when an authenticator app is asked for; null when it is not.
    totp_enabled_at: Nullable<Time>,
    /// How many passkeys there are.
    passkeys: usize,
    /// How many recovery codes are left.
    recovery_codes_left: u64,
}

impl From<Status> for TwoFactorOut {
    fn from(status: Status) -> Self {
        Self {
            totp_enabled_at: status.totp_enabled_at.into(),
            passkeys: status.passkeys,
            recovery_codes_left: status.recovery_codes_left,
        }
    }
}

/// A secret for an authenticator app. It is shown once: a repeated request gets nulls.
#[derive(Serialize, Object)]
pub(crate) struct TotpOut {
    /// To be typed into an app: base32.
    secret: Nullable<String>,
    /// To be opened by an app.
    otpauth_uri: Nullable<String>,
    /// The same as a QR code: a `data:` URL of an SVG image.
    qr: Nullable<String>,
}

impl From<Enrolment> for TotpOut {
    fn from(enrolment: Enrolment) -> Self {
        Self {
            secret: enrolment.secret.reveal().into(),
            otpauth_uri: enrolment.uri.reveal().into(),
            qr: enrolment.uri.reveal().and_then(qr).into(),
        }
    }
}

/// As an image that a page can show.
fn qr(uri: &str) -> Option<String> {
    let image = QrCode::new(uri).ok()?.render::<svg::Color<'_>>().min_dimensions(240, 240).build();
    Some(format!("data:image/svg+xml;base64,{}", STANDARD.encode(image)))
}

/// A code of an authenticator app.
#[derive(Deserialize, Object)]
#[serde(deny_unknown_fields)]
pub(crate) struct TotpCodeIn {
    /// The six digits.
    #[oai(validator(max_length = 20))]
    code: String,
}

/// New recovery codes. They are shown once: a repeated request gets null.
#[derive(Serialize, Object)]
pub(crate) struct RecoveryCodesOut {
    /// Each signs in once, in place of the authenticator app.
    recovery_codes: Nullable<Vec<String>>,
}

impl From<RecoveryCodes> for RecoveryCodesOut {
    fn from(codes: RecoveryCodes) -> Self {
        let codes = codes.codes.iter().map(|code| code.reveal().map(str::to_owned));
        Self { recovery_codes: Nullable(codes.collect()) }
    }
}

/// The second step of a sign-in: a code of the authenticator app, a recovery code, or a passkey.
#[derive(Deserialize, Object)]
#[serde(deny_unknown_fields)]
pub(crate) struct SecondStepIn {
    /// The challenge that the first step gave.
    #[oai(validator(max_length = 200))]
    challenge: String,
    /// A code of the authenticator app.
    #[oai(nullable, validator(max_length = 20))]
    code: Option<String>,
    /// A recovery code.
    #[oai(nullable, validator(max_length = 100))]
    recovery_code: Option<String>,
    /// What `navigator.credentials.get` gave for `/v1/sessions/two-factor/passkey-options`, by its `toJSON()`.
    #[oai(nullable)]
    credential: Option<JsonObject>,
}

impl SecondStepIn {
    fn proof(self) -> Result<Proof, ApiError> {
        match (self.code, self.recovery_code, self.credential) {
            (Some(code), None, None) => Ok(Proof::Code(code)),
            (None, Some(code), None) => Ok(Proof::RecoveryCode(code)),
            (None, None, Some(credential)) => Ok(Proof::Passkey(credential.to_string())),
            _ => Err(ApiError::invalid_field(
                "/code",
                "or recovery_code or credential must be given, and only one",
            )),
        }
    }
}

pub(crate) struct TwoFactorApi;

#[OpenApi]
impl TwoFactorApi {
    /// Finish a sign-in by the second factor
    ///
    /// A code is good once. After five wrong answers the sign-in has to begin anew.
    #[oai(
        path = "/v1/sessions/two-factor",
        method = "post",
        operation_id = "answer_two_factor",
        tag = "Tag::Sessions"
    )]
    async fn answer(
        &self,
        Anyone(asker): Anyone,
        Json(given): Json<SecondStepIn>,
    ) -> Result<Made<NewSessionOut>, ApiError> {
        let challenge = given.challenge.clone();
        let proof = given.proof()?;
        Ok(Made::of(two_factor::answer(&asker.cx, &asker.call, &challenge, proof).await?))
    }

    /// One's own second factor
    #[oai(
        path = "/v1/me/two-factor",
        method = "get",
        operation_id = "get_two_factor",
        tag = "Tag::TwoFactor"
    )]
    async fn status(&self, Signed(asker): Signed) -> Result<Shown<TwoFactorOut>, ApiError> {
        Ok(Shown::of(two_factor::status(&asker.cx, &asker.call).await?))
    }

    /// Begin to set up an authenticator app
    ///
    /// It is asked for once a code of it came back.
    #[oai(
        path = "/v1/me/two-factor/totp",
        method = "post",
        operation_id = "begin_totp",
        tag = "Tag::TwoFactor"
    )]
    async fn begin(
        &self,
        Signed(asker): Signed,
        Json(given): Json<PasswordProofIn>,
    ) -> Result<Shown<TotpOut>, ApiError> {
        Ok(Shown::of(two_factor::begin_totp(&asker.cx, &asker.call, given.password).await?))
    }

    /// Turn the authenticator app on
    ///
    /// By its first code. The user's other sessions end.
    #[oai(
        path = "/v1/me/two-factor/totp/confirm",
        method = "post",
        operation_id = "confirm_totp",
        tag = "Tag::TwoFactor"
    )]
    async fn confirm(
        &self,
        Signed(asker): Signed,
        Json(given): Json<TotpCodeIn>,
    ) -> Result<Shown<RecoveryCodesOut>, ApiError> {
        Ok(Shown::of(two_factor::confirm_totp(&asker.cx, &asker.call, &given.code).await?))
    }

    /// Turn the authenticator app off
    ///
    /// With the recovery codes. It needs a sign-in within the last 15 minutes. The user's other sessions end.
    #[oai(
        path = "/v1/me/two-factor/totp",
        method = "delete",
        operation_id = "disable_totp",
        tag = "Tag::TwoFactor"
    )]
    async fn disable(
        &self,
        Signed(asker): Signed,
        Json(given): Json<PasswordProofIn>,
    ) -> Result<Done, ApiError> {
        two_factor::disable_totp(&asker.cx, &asker.call, given.password).await?;
        Ok(Empty)
    }

    /// Replace the recovery codes
    ///
    /// The old ones are void.
    #[oai(
        path = "/v1/me/two-factor/recovery-codes",
        method = "post",
        operation_id = "replace_recovery_codes",
        tag = "Tag::TwoFactor"
    )]
    async fn replace_codes(
        &self,
        Signed(asker): Signed,
        Json(given): Json<PasswordProofIn>,
    ) -> Result<Shown<RecoveryCodesOut>, ApiError> {
        let codes = two_factor::replace_recovery_codes(&asker.cx, &asker.call, given.password).await?;
        Ok(Shown::of(codes))
    }

    /// Whom an account would stop by requiring a second factor
    ///
    /// Its active members who have none.
    #[oai(
        path = "/v1/accounts/:acct/two-factor/preview",
        method = "post",
        operation_id = "preview_two_factor",
        tag = "Tag::TwoFactor"
    )]
    async fn preview(
        &self,
        Signed(asker): Signed,
        acct: Path<Id<AccountId>>,
        /// How many at most.
        #[oai(default = "Paging::default_limit", validator(minimum(value = "1"), maximum(value = "200")))]
        limit: Query<u64>,
        /// Where the last page ended.
        cursor: Query<Option<String>>,
    ) -> Result<Shown<PageOut<MemberOut>>, ApiError> {
        let after: Option<MemberId> = Cursor::WOULD_STOP.after(cursor.0.as_deref())?;
        let page = two_factor::would_stop(&asker.cx, &asker.call, acct.0.0, after, limit.0).await?;
        Ok(Paging::show(Cursor::WOULD_STOP, page, |member: &Member| member.id, MemberOut::from))
    }
}
