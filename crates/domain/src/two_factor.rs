//! Second factors: codes of an authenticator app (RFC 6238, as every app has it: SHA-1, six digits, 30 seconds), recovery
//! codes, and who may set them up. Where a secret comes from and how it is kept is not here.

use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
use serde::{Deserialize, Serialize};
use totp_rs::{Builder, Secret};

use crate::time::Timestamp;

/// For how long a code is shown, in seconds.
pub const STEP_SECONDS: i64 = 30;
/// The bytes of a secret: 160 bits, as RFC 4226 recommends.
pub const SECRET_BYTES: usize = 20;
/// How many recovery codes are made at once.
pub const RECOVERY_CODES: usize = 10;
/// The bytes of a recovery code: 120 bits, so that a plain hash of one tells nothing.
pub const RECOVERY_CODE_BYTES: usize = 15;
/// How many answers one sign-in may try before it has to begin anew.
pub const MOST_TRIES: u32 = 5;

/// What an authenticator app and we both know.
#[derive(Clone, PartialEq, Eq)]
pub struct TotpSecret(Secret);

impl TotpSecret {
    /// From random bytes.
    pub fn new(bytes: [u8; SECRET_BYTES]) -> Self {
        Self(bytes.into())
    }
    /// From bytes that were kept.
    pub fn from_slice(bytes: &[u8]) -> Option<Self> {
        <[u8; SECRET_BYTES]>::try_from(bytes).ok().map(Self::new)
    }
    /// The bytes.
    pub fn bytes(&self) -> &[u8] {
        self.0.as_ref()
    }
    /// As people type it into an app: base32.
    pub fn to_base32(&self) -> String {
        self.0.to_base32()
    }
    /// As an app reads it from a QR code (<https://github.com/google/google-authenticator/wiki/Key-Uri-Format>).
    pub fn uri(&self, issuer: &str, user: &str) -> String {
        let [issuer, user] = [issuer, user].map(|text| utf8_percent_encode(text, NON_ALPHANUMERIC));
        format!(
            "otpauth://totp/{issuer}:{user}?secret={}&issuer={issuer}&algorithm=SHA1&digits=6&period={STEP_SECONDS}",
            self.to_base32()
        )
    }
    /// The code of a moment.
    pub fn code(&self, at: Timestamp) -> String {
        self.generator().generate(seconds(at)).to_string()
    }
    /// The step that a code is of: the one of this moment, or the one before or after it, for clocks that differ a
    /// little. Each step MUST be accepted once only.
    pub fn step_of(&self, code: &str, now: Timestamp) -> Option<i64> {
        let digits: String = code.chars().filter(|c| !c.is_whitespace()).collect();
        let is_code = digits.len() == 6 && digits.bytes().all(|byte| byte.is_ascii_digit());
        let step = is_code.then(|| self.generator().check(&digits, seconds(now)))??;
        i64::try_from(step).ok()
    }

    fn generator(&self) -> totp_rs::Totp {
        // Its defaults: SHA-1, six digits, one step before and after, 30 seconds.
        Builder::new().with_secret(self.0.clone()).build_noncompliant()
    }
}

impl std::fmt::Debug for TotpSecret {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("TotpSecret(..)")
    }
}

fn seconds(at: Timestamp) -> u64 {
    u64::try_from(at.micros() / 1_000_000).unwrap_or(0)
}

/// A user's authenticator app.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Totp {
    /// The secret, sealed under the deployment's key.
    pub sealed: Vec<u8>,
    /// When the secret was made.
    pub created_at: Timestamp,
    /// Since when it is asked for; none while it was not confirmed by a code.
    pub enabled_at: Option<Timestamp>,
}

/// A recovery code as people write it: four groups of six characters of lower-case base32.
pub fn recovery_code(bytes: [u8; RECOVERY_CODE_BYTES]) -> String {
    let text = Secret::from(bytes.as_slice()).to_base32().to_lowercase();
    let mut code = String::with_capacity(27);
    for (at, c) in text.chars().enumerate() {
        if at > 0 && at % 6 == 0 {
            code.push('-');
        }
        code.push(c);
    }
    code
}

/// A recovery code without what people add or leave out when they type it.
pub fn plain_recovery_code(typed: &str) -> String {
    typed.chars().filter(char::is_ascii_alphanumeric).map(|c| c.to_ascii_lowercase()).collect()
}

/// How an account of a user's stands to second factors.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Standing {
    /// It requires one of its members.
    pub requires: bool,
    /// The user holds `two_factor.configure_own` in it.
    pub may_configure: bool,
}

/// Whether a user may set up a second factor: where one of their accounts allows or requires it, or without any account.
pub fn may_configure(accounts: &[Standing]) -> bool {
    accounts.is_empty() || accounts.iter().any(|account| account.requires || account.may_configure)
}

/// What a user is told of by mail.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Notice {
    /// A second factor was set up.
    Enabled,
    /// The last second factor was removed.
    Disabled,
    /// The authenticator app was removed, and another second factor is left.
    AppRemoved,
    /// A passkey was registered.
    PasskeyAdded,
    /// A passkey was removed, and another second factor is left.
    PasskeyRemoved,
    /// Someone signed in with a recovery code.
    RecoveryCodeUsed,
    /// There are new recovery codes, and the old ones are void.
    RecoveryCodesReplaced,
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(seconds: i64) -> Timestamp {
        Timestamp::from_micros(seconds * 1_000_000)
    }

    /// The secret of RFC 6238's vectors for SHA-1.
    fn of_the_rfc() -> TotpSecret {
        TotpSecret::new(*b"12345678901234567890")
    }

    #[test]
    fn codes_are_those_of_rfc_6238() {
        // Appendix B shows eight digits; six are the last six of them.
        for (seconds, code) in [
            (59, "94287082"),
            (1_111_111_109, "07081804"),
            (1_111_111_111, "14050471"),
            (1_234_567_890, "89005924"),
            (2_000_000_000, "69279037"),
            (20_000_000_000, "65353130"),
        ] {
            assert_eq!(of_the_rfc().code(at(seconds)), code[2..], "{seconds}");
            assert_eq!(of_the_rfc().step_of(&code[2..], at(seconds)), Some(seconds / STEP_SECONDS));
        }
    }

    #[test]
    fn a_code_is_good_one_step_before_and_after_its_own() {
        let (secret, own) = (of_the_rfc(), 1_234_567_890);
        let code = secret.code(at(own));
        for (seconds, good) in [(-60, false), (-30, true), (0, true), (30, true), (60, false)] {
            let step = secret.step_of(&code, at(own + seconds));
            assert_eq!(step, good.then_some(own / STEP_SECONDS), "{seconds}");
        }
        let spaced = format!(" {} {} ", &code[..3], &code[3..]);
        assert_eq!(secret.step_of(&spaced, at(own)), Some(own / STEP_SECONDS));
        for wrong in ["", "000000", "00000", "1234567", "abcdef", "٠٠٥٩٢٤", "005924x"] {
            assert_eq!(secret.step_of(wrong, at(own)), None, "{wrong}");
        }
    }

    #[test]
    fn the_uri_holds_what_an_app_needs_and_a_log_sees_nothing() {
        let uri = of_the_rfc().uri("accounts.example.com", "ada+1@example.com");
        assert_eq!(
            uri,
            "otpauth://totp/accounts%2Eexample%2Ecom:ada%2B1%40example%2Ecom?\
             secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=accounts%2Eexample%2Ecom&algorithm=SHA1&digits=6&period=30"
        );
        assert_eq!(format!("{:?}", of_the_rfc()), "TotpSecret(..)");
        assert_eq!(TotpSecret::from_slice(of_the_rfc().bytes()), Some(of_the_rfc()));
        assert_eq!(TotpSecret::from_slice(b"short"), None);
    }

    #[test]
    fn a_recovery_code_is_read_however_it_is_typed() {
        let code = recovery_code([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14]);
        assert_eq!(code, "aaaqea-yeauda-ocajbi-fqydio");
        assert_eq!(code.len(), 27);
        let plain = plain_recovery_code(&code);
        assert_eq!(plain_recovery_code(&format!(" {} ", code.to_uppercase().replace('-', " "))), plain);
        assert_ne!(recovery_code([1; RECOVERY_CODE_BYTES]), recovery_code([2; RECOVERY_CODE_BYTES]));
    }

    #[test]
    fn a_second_factor_is_set_up_where_an_account_allows_or_requires_it_or_without_any() {
        let account = |requires, may_configure| Standing { requires, may_configure };
        assert!(may_configure(&[]));
        assert!(may_configure(&[account(false, false), account(false, true)]));
        assert!(may_configure(&[account(true, false)]));
        assert!(!may_configure(&[account(false, false)]));
    }
}
