//! A user's authenticator app: six digits (RFC 6238), by node, which has the hash.

use std::process::Command;

use reqwest::StatusCode;
use serde_json::{Value, json};

use crate::raw::Raw;

const SCRIPT: &str = "
    const crypto = require('node:crypto'), letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
    const bits = [...process.env.SECRET].map((c) => letters.indexOf(c).toString(2).padStart(5, '0')).join('');
    const key = Buffer.from(bits.match(/.{8}/g).map((byte) => parseInt(byte, 2)));
    const at = Math.floor(Date.now() / 30000) + Number(process.env.AHEAD);
    const step = Buffer.alloc(8); step.writeBigUInt64BE(BigInt(at));
    const mac = crypto.createHmac('sha1', key).update(step).digest(), cut = mac[19] & 15;
    console.log(String((mac.readUInt32BE(cut) & 0x7fffffff) % 1000000).padStart(6, '0'));";

pub struct App {
    secret: String,
    pub recovery_codes: Vec<String>,
}

impl App {
    /// Sets one up for whoever is signed in, by the code of now. The body proves who they are.
    pub async fn enrol(user: &Raw, proof: &Value) -> Self {
        let path = "/v1/me/two-factor/totp";
        let begun = user.post(path, proof).await.expect(StatusCode::OK);
        let secret = begun["secret"].as_str().unwrap().to_owned();
        let first = json!({ "code": code(&secret, 0) });
        let made = user.post(&format!("{path}/confirm"), &first).await.expect(StatusCode::OK);
        let codes = made["recovery_codes"].as_array().unwrap().iter();
        let recovery_codes = codes.map(|code| code.as_str().unwrap().to_owned()).collect();
        Self { secret, recovery_codes }
    }

    /// The code of the next 30 seconds, which is taken already: that of now was used by setting the app up.
    pub fn next_code(&self) -> String {
        code(&self.secret, 1)
    }
}

/// What an app shows, so many times 30 seconds from now.
pub fn code(secret: &str, ahead: i64) -> String {
    let mut node = Command::new("node");
    let node = node.args(["-e", SCRIPT]).env("SECRET", secret).env("AHEAD", ahead.to_string());
    String::from_utf8(node.output().unwrap().stdout).unwrap().trim().to_owned()
}
