//! Passwords: changing one's own, and setting one by the link of a mail.

use bailiwick_usecases::passwords;
use poem_openapi::param::Path;
use poem_openapi::{Object, OpenApi};
use serde::Deserialize;

use crate::auth::{Anyone, Signed};
use crate::error::ApiError;
use crate::server::Tag;
use crate::wire::{Accepted, Done, Empty, Json};

/// A new password.
#[derive(Deserialize, Object)]
#[serde(deny_unknown_fields)]
pub(crate) struct PasswordChangeIn {
    /// The present one. Who has none yet leaves it out, and must have signed in within the last 15 minutes.
    #[oai(nullable, validator(max_length = 1024))]
    current: Option<String>,
    /// The new one: at least 8 characters, and not easy to guess.
    #[oai(validator(min_length = 8, max_length = 1024))]
    new: String,
}

/// An address.
#[derive(Deserialize, Object)]
#[serde(deny_unknown_fields)]
pub(crate) struct PasswordResetIn {
    /// The address by which the user signs in.
    #[oai(validator(max_length = 254))]
    email: String,
}

/// A password.
#[derive(Deserialize, Object)]
#[serde(deny_unknown_fields)]
pub(crate) struct NewPasswordIn {
    /// At least 8 characters, and not easy to guess.
    #[oai(validator(min_length = 8, max_length = 1024))]
    password: String,
}

pub(crate) struct PasswordsApi;

#[OpenApi(tag = "Tag::Users")]
impl PasswordsApi {
    /// Change one's own password
    ///
    /// Or set the first one, after signing in by a provider. All other sessions end, and a mail tells.
    #[oai(path = "/v1/me/password", method = "put", operation_id = "change_password")]
    async fn change(
        &self,
        Signed(asker): Signed,
        Json(given): Json<PasswordChangeIn>,
    ) -> Result<Done, ApiError> {
        passwords::change(&asker.cx, &asker.call, given.current, given.new).await?;
        Ok(Empty)
    }

    /// Have a link mailed that sets a new password
    ///
    /// It answers the same whether or not the address is a user's.
    #[oai(path = "/v1/password-resets", method = "post", operation_id = "request_password_reset")]
    async fn request_reset(
        &self,
        Anyone(asker): Anyone,
        Json(given): Json<PasswordResetIn>,
    ) -> Result<Accepted, ApiError> {
        passwords::request_reset(&asker.cx, &asker.call, given.email).await?;
        Ok(Empty)
    }

    /// Set a new password by a mailed link
    ///
    /// With the token of the mail, once, within 30 minutes. All sessions end.
    #[oai(path = "/v1/password-resets/:token", method = "put", operation_id = "reset_password")]
    async fn reset(
        &self,
        Anyone(asker): Anyone,
        token: Path<String>,
        Json(given): Json<NewPasswordIn>,
    ) -> Result<Done, ApiError> {
        passwords::reset(&asker.cx, &asker.call, &token.0, given.password).await?;
        Ok(Empty)
    }
}
