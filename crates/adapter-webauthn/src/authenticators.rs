//! The ceremonies, by webauthn-rs. What is to be remembered of one is handed out as text, for nothing is kept here.

use bailiwick_domain::ids::UserId;
use bailiwick_domain::passkeys::Passkey;
use bailiwick_domain::users::User;
use bailiwick_ports::passkeys::{Authenticators, Named, NewCredential, PasskeyError, Registration};
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use serde_json::json;
use webauthn_rs::prelude::{
    Credential, DiscoverableAuthentication, PasskeyRegistration, PublicKeyCredential,
    RegisterPublicKeyCredential, RequestChallengeResponse, WebauthnError,
};
use webauthn_rs::{Webauthn, WebauthnBuilder, prelude};

use crate::origin;

/// Checks what authenticators answer at one origin.
pub struct WebAuthn {
    /// None where browsers use no passkeys.
    site: Option<Webauthn>,
}

/// A sign-in that waits for its answer.
#[derive(Serialize, Deserialize)]
struct SignIn {
    options: RequestChallengeResponse,
    expected: DiscoverableAuthentication,
}

impl WebAuthn {
    /// At a public URL. Passkeys are its host's, and answers must come from its origin.
    ///
    /// # Errors
    /// When the URL makes no origin.
    pub fn new(public_url: &str) -> Result<Self, PasskeyError> {
        let Some(origin) = origin::of(public_url) else { return Ok(Self { site: None }) };
        let host = origin.host_str().unwrap_or_default();
        let site = WebauthnBuilder::new(host, &origin).and_then(WebauthnBuilder::build).map_err(failed)?;
        Ok(Self { site: Some(site) })
    }

    fn site(&self) -> Result<&Webauthn, PasskeyError> {
        self.site.as_ref().ok_or(PasskeyError::Unavailable)
    }
}

#[expect(clippy::needless_pass_by_value, reason = "it stands in map_err, which hands the error over")]
fn failed(error: impl ToString) -> PasskeyError {
    PasskeyError::Failed(error.to_string())
}

#[expect(clippy::needless_pass_by_value, reason = "it stands in map_err, which hands the error over")]
fn refused(error: WebauthnError) -> PasskeyError {
    PasskeyError::Refused(error.to_string())
}

fn write(value: &impl Serialize) -> Result<String, PasskeyError> {
    serde_json::to_string(value).map_err(failed)
}

/// What was written here.
fn known<T: DeserializeOwned>(text: &str) -> Result<T, PasskeyError> {
    serde_json::from_str(text).map_err(failed)
}

/// What came from a browser.
fn given<T: DeserializeOwned>(answer: &str) -> Result<T, PasskeyError> {
    // What the error says may hold what was sent.
    let place = |error: serde_json::Error| format!("line {}, column {}", error.line(), error.column());
    serde_json::from_str(answer).map_err(|error| PasskeyError::Unreadable(place(error)))
}

impl Authenticators for WebAuthn {
    fn begin_registration(&self, user: &User, known: &[Passkey]) -> Result<Registration, PasskeyError> {
        let exclude = known.iter().map(|passkey| passkey.credential.clone()).collect();
        let (options, state) = self
            .site()?
            .start_passkey_registration(
                user.id.uuid(),
                user.email.as_str(),
                user.name.as_str(),
                Some(exclude),
            )
            .map_err(failed)?;
        let mut options = serde_json::to_value(options.public_key).map_err(failed)?;
        // webauthn-rs discourages these, but a sign-in without a name finds no others.
        let selection = &mut options["authenticatorSelection"];
        selection["residentKey"] = json!("required");
        selection["requireResidentKey"] = json!(true);
        Ok(Registration { options: options.to_string(), state: write(&state)? })
    }

    fn finish_registration(&self, state: &str, answer: &str) -> Result<NewCredential, PasskeyError> {
        let state: PasskeyRegistration = known(state)?;
        let answer: RegisterPublicKeyCredential = given(answer)?;
        let made = self.site()?.finish_passkey_registration(&answer, &state).map_err(refused)?;
        let key = write(&made)?;
        let credential = Credential::from(made);
        let counter = credential.counter;
        Ok(NewCredential { credential: credential.cred_id, key, counter })
    }

    fn begin_sign_in(&self) -> Result<String, PasskeyError> {
        let (options, expected) = self.site()?.start_discoverable_authentication().map_err(failed)?;
        write(&SignIn { options, expected })
    }

    fn sign_in_options(&self, state: &str, known_ones: &[Passkey]) -> Result<String, PasskeyError> {
        let SignIn { options, .. } = known(state)?;
        let mut options = serde_json::to_value(options.public_key).map_err(failed)?;
        let allowed = |passkey: &Passkey| json!({ "type": "public-key", "id": URL_SAFE_NO_PAD.encode(&passkey.credential) });
        options["allowCredentials"] = known_ones.iter().map(allowed).collect();
        Ok(options.to_string())
    }

    fn named(&self, answer: &str) -> Result<Named, PasskeyError> {
        let answer: PublicKeyCredential = given(answer)?;
        let user = answer.get_user_unique_id().map(prelude::Uuid::from_slice).transpose();
        let user = user.map_err(|error| PasskeyError::Refused(format!("the user's handle: {error}")))?;
        Ok(Named { credential: answer.get_credential_id().to_vec(), user: user.map(UserId::new) })
    }

    fn finish_sign_in(&self, state: &str, answer: &str, passkey: &Passkey) -> Result<u32, PasskeyError> {
        let SignIn { expected, .. } = known(state)?;
        let answer: PublicKeyCredential = given(answer)?;
        let key: prelude::Passkey = known(&passkey.key)?;
        let site = self.site()?;
        let checked = site.finish_discoverable_authentication_v2(&answer, expected, &key);
        let checked = checked.map_err(refused)?;
        // It was asked for, and is looked at once more: such a sign-in counts as two factors.
        if !checked.user_verified() {
            return Err(PasskeyError::Refused("the user was not verified".to_owned()));
        }
        Ok(checked.counter())
    }
}
