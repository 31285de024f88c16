//! A user's passkeys, each in an authenticator in software.

use bailiwick_adapter_webauthn::testing::SoftAuthenticator;
use bailiwick_domain::passkeys::Passkey;
use bailiwick_usecases::passkeys::{self, Asked};
use bailiwick_usecases::sessions::NewSession;
use bailiwick_usecases::two_factor::{self, Proof};
use bailiwick_usecases::{Call, Result};
use serde_json::Value;

use super::seats::password;
use super::{PUBLIC_URL, Seat, World};

/// An authenticator with its passkey.
#[derive(Clone)]
pub struct Device {
    pub soft: SoftAuthenticator,
    pub passkey: Option<Passkey>,
}

/// The challenge and the options that were asked for.
fn parts(asked: &Asked) -> (String, Value) {
    let options = serde_json::from_str(asked.options.reveal().unwrap()).unwrap();
    (asked.challenge.reveal().unwrap().to_owned(), options)
}

impl Device {
    pub fn new(number: u32) -> Self {
        Self { soft: SoftAuthenticator::new(PUBLIC_URL, number), passkey: None }
    }
    pub fn id(&self) -> bailiwick_domain::ids::PasskeyId {
        self.passkey.as_ref().unwrap().id
    }
}

impl World {
    /// Begins to register a passkey.
    pub async fn begin_passkey(&self, seat: &Seat, password: Option<String>) -> Result<(String, Value)> {
        let asked = passkeys::begin_registration(&self.cx, &self.by(seat), password).await;
        asked.map(|asked| parts(&asked))
    }

    /// Registers an authenticator for what was begun.
    pub async fn finish_passkey(
        &self,
        seat: &Seat,
        (challenge, options): &(String, Value),
        device: &mut Device,
    ) -> Result<Passkey> {
        let answer = device.soft.create(options).to_string();
        let name = "Laptop".to_owned();
        let made = passkeys::register(&self.cx, &self.by(seat), challenge, name, &answer).await?;
        device.passkey = Some(made.clone());
        Ok(made)
    }

    /// Registers an authenticator of a user who has a password.
    pub async fn register(&self, seat: &Seat, name: &str, number: u32) -> Device {
        let mut device = Device::new(number);
        let begun = self.begin_passkey(seat, Some(password(name))).await.unwrap();
        self.finish_passkey(seat, &begun, &mut device).await.unwrap();
        device
    }

    /// Begins a sign-in without a name.
    pub async fn ask_passkey(&self) -> (String, Value) {
        parts(&passkeys::begin_sign_in(&self.cx, &self.anonymous()).await.unwrap())
    }

    pub async fn answer_by(&self, call: &Call, challenge: &str, answer: &Value) -> Result<NewSession> {
        passkeys::sign_in(&self.cx, call, challenge, &answer.to_string()).await
    }

    /// Signs in without a name.
    pub async fn sign_in_by(&self, device: &mut Device) -> Result<NewSession> {
        let (challenge, options) = self.ask_passkey().await;
        self.answer_by(&self.anonymous(), &challenge, &device.soft.get(&options)).await
    }

    /// What a sign-in's second step asks a passkey.
    pub async fn second_options(&self, challenge: &str) -> Result<Value> {
        let options = two_factor::passkey_options(&self.cx, &self.anonymous(), challenge).await?;
        Ok(serde_json::from_str(&options).unwrap())
    }

    /// A passkey's answer to a sign-in's second step.
    pub async fn second_proof(&self, challenge: &str, device: &mut Device) -> Proof {
        Proof::Passkey(device.soft.get(&self.second_options(challenge).await.unwrap()).to_string())
    }

    pub async fn remove_passkey(&self, seat: &Seat, device: &Device, password: Option<String>) -> Result<()> {
        passkeys::remove(&self.cx, &self.by(seat), device.id(), password).await
    }
}
