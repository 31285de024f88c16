//! An authenticator in software: what a browser and a security key answer together, with every part open to tests that want
//! it wrong. Its keys follow from numbers, so none of them is good for anything else.

#![expect(clippy::missing_panics_doc, clippy::unwrap_used, reason = "helpers of tests fail like tests")]

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use p256::ecdsa::signature::Signer;
use p256::ecdsa::{Signature, SigningKey};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};

const USER_PRESENT: u8 = 0x01;
const USER_VERIFIED: u8 = 0x04;
const ATTESTED: u8 = 0x40;

/// An authenticator with one passkey.
#[derive(Clone)]
pub struct SoftAuthenticator {
    /// The origin that the browser says it is at.
    pub origin: String,
    /// Whether it verifies its user.
    pub verifies: bool,
    /// Its count; each answer raises it first, unless it is 0.
    pub counter: u32,
    /// Whether it tells whose the passkey is.
    pub tells_user: bool,
    key: SigningKey,
    credential: Vec<u8>,
    user_handle: String,
}

fn text(value: &Value) -> String {
    value.as_str().unwrap().to_owned()
}

fn base64(bytes: impl AsRef<[u8]>) -> String {
    URL_SAFE_NO_PAD.encode(bytes)
}

impl SoftAuthenticator {
    /// With a key of its own for each number.
    pub fn new(origin: &str, number: u32) -> Self {
        let seed = Sha256::digest(format!("key {number}"));
        Self {
            origin: origin.to_owned(),
            verifies: true,
            counter: 1,
            tells_user: true,
            key: SigningKey::from_slice(&seed).unwrap(),
            credential: Sha256::digest(format!("credential {number}")).to_vec(),
            user_handle: String::new(),
        }
    }

    fn client_data(&self, kind: &str, challenge: &Value) -> Vec<u8> {
        json!({ "type": kind, "challenge": challenge, "origin": self.origin, "crossOrigin": false })
            .to_string()
            .into_bytes()
    }

    fn authenticator_data(&mut self, rp_id: &str, more: u8) -> Vec<u8> {
        if self.counter > 0 {
            self.counter += 1;
        }
        let verified = if self.verifies { USER_VERIFIED } else { 0 };
        let mut data = Sha256::digest(rp_id).to_vec();
        data.push(USER_PRESENT | verified | more);
        data.extend(self.counter.to_be_bytes());
        data
    }

    /// What `navigator.credentials.create()` gives for these `PublicKeyCredentialCreationOptions`, as JSON.
    pub fn create(&mut self, options: &Value) -> Value {
        self.user_handle = text(&options["user"]["id"]);
        let mut data = self.authenticator_data(&text(&options["rp"]["id"]), ATTESTED);
        data.extend([0; 16]);
        data.extend(u16::try_from(self.credential.len()).unwrap().to_be_bytes());
        data.extend(&self.credential);
        data.extend(self.public_key());
        let client_data = self.client_data("webauthn.create", &options["challenge"]);
        json!({
            "id": base64(&self.credential),
            "rawId": base64(&self.credential),
            "type": "public-key",
            "clientExtensionResults": {},
            "response": {
                "attestationObject": base64(attestation(&data)),
                "clientDataJSON": base64(client_data),
                "transports": ["internal"],
            },
        })
    }

    /// What `navigator.credentials.get()` gives for these `PublicKeyCredentialRequestOptions`, as JSON.
    pub fn get(&mut self, options: &Value) -> Value {
        let data = self.authenticator_data(&text(&options["rpId"]), 0);
        let client_data = self.client_data("webauthn.get", &options["challenge"]);
        let signed = [data.as_slice(), &Sha256::digest(&client_data)].concat();
        let signature: Signature = self.key.sign(&signed);
        let user_handle = self.tells_user.then_some(&self.user_handle);
        json!({
            "id": base64(&self.credential),
            "rawId": base64(&self.credential),
            "type": "public-key",
            "clientExtensionResults": {},
            "response": {
                "authenticatorData": base64(data),
                "clientDataJSON": base64(client_data),
                "signature": base64(signature.to_der()),
                "userHandle": user_handle,
            },
        })
    }

    /// The public key as CBOR (RFC 9052, 7): EC2, ES256, P-256, x, y.
    fn public_key(&self) -> Vec<u8> {
        let point = self.key.verifying_key().to_sec1_point(false);
        let coordinates = &point.as_bytes()[1..];
        let mut key = vec![0xa5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21, 0x58, 0x20];
        key.extend(&coordinates[..32]);
        key.extend([0x22, 0x58, 0x20]);
        key.extend(&coordinates[32..]);
        key
    }
}

/// `{"fmt": "none", "attStmt": {}, "authData": data}` as CBOR (RFC 8949).
fn attestation(data: &[u8]) -> Vec<u8> {
    let mut object = vec![0xa3, 0x63];
    object.extend(b"fmt");
    object.push(0x64);
    object.extend(b"none");
    object.push(0x67);
    object.extend(b"attStmt");
    object.extend([0xa0, 0x68]);
    object.extend(b"authData");
    object.push(0x59);
    object.extend(u16::try_from(data.len()).unwrap().to_be_bytes());
    object.extend(data);
    object
}
