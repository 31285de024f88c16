//! The checks of an ID token (OpenID Connect Core 1.0, 3.1.3.7).

use std::str::FromStr;
use std::sync::Arc;

use bailiwick_domain::time::Timestamp;
use bailiwick_ports::identity_providers::{Flaw, ProviderError};
use chrono::{DateTime, Utc};
use openidconnect::core::{
    CoreIdToken, CoreIdTokenClaims, CoreIdTokenVerifier, CoreJsonWebKeySet, CoreJwsSigningAlgorithm,
};
use openidconnect::{ClaimsVerificationError, ClientId, IssuerUrl, Nonce, SignatureVerificationError};

/// By how much clocks may differ, in seconds.
const SKEW: i64 = 60;

/// By a key that only the provider has. None, and the ones under a shared secret, are not among them: who checks with a
/// public key must never take it for such a secret.
const ALGORITHMS: [CoreJwsSigningAlgorithm; 9] = [
    CoreJwsSigningAlgorithm::RsaSsaPkcs1V15Sha256,
    CoreJwsSigningAlgorithm::RsaSsaPkcs1V15Sha384,
    CoreJwsSigningAlgorithm::RsaSsaPkcs1V15Sha512,
    CoreJwsSigningAlgorithm::RsaSsaPssSha256,
    CoreJwsSigningAlgorithm::RsaSsaPssSha384,
    CoreJwsSigningAlgorithm::RsaSsaPssSha512,
    CoreJwsSigningAlgorithm::EcdsaP256Sha256,
    CoreJwsSigningAlgorithm::EcdsaP384Sha384,
    CoreJwsSigningAlgorithm::EdDsa,
];

/// What a token is checked against.
pub(crate) struct Expected<'a> {
    pub issuer: &'a str,
    pub client_id: &'a str,
    pub nonce: &'a str,
    pub now: Timestamp,
}

/// Why a token is not believed.
pub(crate) enum Doubt {
    /// Its key is not known; the issuer may have a new one.
    UnknownKey,
    /// For good.
    Flawed(ProviderError),
}

fn flawed(flaw: Flaw, why: &dyn std::fmt::Display) -> Doubt {
    Doubt::Flawed(ProviderError::Flawed(flaw, why.to_string()))
}

/// A token's claims, once everything about it is right.
pub(crate) fn check(
    token: &str,
    keys: &Arc<CoreJsonWebKeySet>,
    expected: &Expected<'_>,
) -> Result<CoreIdTokenClaims, Doubt> {
    let token = CoreIdToken::from_str(token).map_err(|_| flawed(Flaw::Refused, &"it is no ID token"))?;
    let issuer = IssuerUrl::new(expected.issuer.to_owned()).map_err(|error| flawed(Flaw::Issuer, &error))?;
    let at = |seconds| DateTime::from_timestamp_micros(expected.now.plus_seconds(seconds).micros());
    let (earliest, latest): (DateTime<Utc>, DateTime<Utc>) =
        at(-SKEW).zip(at(SKEW)).ok_or_else(|| flawed(Flaw::Time, &"this clock is beyond all times"))?;
    let client = ClientId::new(expected.client_id.to_owned());
    let verifier = CoreIdTokenVerifier::new_public_client(client, issuer, CoreJsonWebKeySet::clone(keys))
        .set_allowed_algs(ALGORITHMS)
        .set_time_fn(move || earliest)
        .set_issue_time_verifier_fn(move |made| {
            if made <= latest { Ok(()) } else { Err("it was made in the future".to_owned()) }
        });
    let nonce = Nonce::new(expected.nonce.to_owned());
    let claims = token.into_claims(&verifier, &nonce).map_err(doubt)?;
    // It has no other audience; so whoever else it was made for, it was not for us.
    if claims.authorized_party().is_some_and(|party| party.as_str() != expected.client_id) {
        return Err(flawed(Flaw::Audience, &"it was made for another client"));
    }
    Ok(claims)
}

fn doubt(error: ClaimsVerificationError) -> Doubt {
    use SignatureVerificationError::{DisallowedAlg, NoMatchingKey, NoSignature, UnsupportedAlg};
    let flaw = match &error {
        ClaimsVerificationError::SignatureVerification(NoMatchingKey) => return Doubt::UnknownKey,
        ClaimsVerificationError::SignatureVerification(
            DisallowedAlg(_) | NoSignature | UnsupportedAlg(_),
        ) => Flaw::Algorithm,
        ClaimsVerificationError::SignatureVerification(_) => Flaw::Signature,
        ClaimsVerificationError::Expired(_) => Flaw::Time,
        ClaimsVerificationError::InvalidAudience(_) => Flaw::Audience,
        ClaimsVerificationError::InvalidIssuer(_) => Flaw::Issuer,
        ClaimsVerificationError::InvalidNonce(_) => Flaw::Nonce,
        _ => Flaw::Refused,
    };
    // The claims may stand in the message; of these none is for the log.
    let why = match error {
        ClaimsVerificationError::SignatureVerification(error) => error.to_string(),
        _ => String::new(),
    };
    flawed(flaw, &why)
}
