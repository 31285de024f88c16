//! A user's authenticator app.

use bailiwick_domain::two_factor::TotpSecret;
use bailiwick_usecases::Result;
use bailiwick_usecases::sessions::{NewSession, SignIn};
use bailiwick_usecases::two_factor::{self, Proof};

use super::seats::password;
use super::{Seat, World};

/// An app with its secret, and the recovery codes that came with it.
pub struct App {
    pub secret: TotpSecret,
    pub codes: Vec<String>,
}

/// The bytes of a text in base32 (RFC 4648).
fn base32(text: &str) -> Vec<u8> {
    let digits = text.bytes().map(|c| if c.is_ascii_digit() { c - b'2' + 26 } else { c - b'A' });
    let bits: Vec<u8> = digits.flat_map(|digit| (0..5).rev().map(move |at| digit >> at & 1)).collect();
    bits.chunks_exact(8).map(|byte| byte.iter().fold(0, |byte, bit| byte << 1 | bit)).collect()
}

impl App {
    /// From what a user is shown.
    pub fn of(secret: &str) -> Self {
        Self { secret: TotpSecret::from_slice(&base32(secret)).unwrap(), codes: Vec::new() }
    }
    /// What the app shows now.
    pub fn code(&self, w: &World) -> String {
        self.secret.code(w.now())
    }
    pub fn proof(&self, w: &World) -> Proof {
        Proof::Code(self.code(w))
    }
}

impl World {
    /// Sets an app up, and waits until it shows another code.
    pub async fn enrol(&self, seat: &Seat, name: &str) -> App {
        let begun = two_factor::begin_totp(&self.cx, &self.by(seat), Some(password(name))).await.unwrap();
        let mut app = App::of(begun.secret.reveal().unwrap());
        let made = two_factor::confirm_totp(&self.cx, &self.by(seat), &app.code(self)).await.unwrap();
        app.codes = made.codes.iter().map(|code| code.reveal().unwrap().to_owned()).collect();
        self.clock.pass_seconds(30);
        app
    }

    /// The challenge with which a sign-in asks for the second factor.
    pub async fn challenge(&self, name: &str) -> String {
        match self.first_step(name).await.unwrap() {
            SignIn::SecondFactor { challenge } => challenge.reveal().unwrap().to_owned(),
            SignIn::Session(_) => panic!("no second factor is asked for"),
        }
    }

    pub async fn answer(&self, challenge: &str, proof: Proof) -> Result<NewSession> {
        two_factor::answer(&self.cx, &self.anonymous(), challenge, proof).await
    }
}
