//! What is refused, as the flaws that the port knows. The words go to the log, but for the library's that may quote the
//! message.

use bailiwick_ports::identity_providers::{Flaw, ProviderError};
use saml_rs::SamlError;
use saml_rs::error::SubjectConfirmationReason as Reason;

/// The most characters of what came from elsewhere that a line of the log holds.
const MOST_WORDS: usize = 200;

pub(crate) fn flawed(flaw: Flaw, words: &str) -> ProviderError {
    let words = words.chars().filter(|c| !c.is_control()).take(MOST_WORDS).collect();
    ProviderError::Flawed(flaw, words)
}

/// What the library refuses.
pub(crate) fn of(error: &SamlError) -> ProviderError {
    let flaw = flaw(error);
    let words = match error {
        SamlError::Xml(_) | SamlError::Invalid(_) | SamlError::ProtocolProfile(_) | SamlError::Crypto(_) => {
            "no such message".to_owned()
        }
        error => error.to_string(),
    };
    flawed(flaw, &words)
}

fn flaw(error: &SamlError) -> Flaw {
    match error {
        SamlError::IssuerMismatch { .. } => Flaw::Issuer,
        SamlError::AudienceMismatch { .. } => Flaw::Audience,
        SamlError::DestinationMismatch { .. } => Flaw::Recipient,
        SamlError::InResponseToMismatch { .. } => Flaw::Nonce,
        SamlError::TimeWindowInvalid { .. } => Flaw::Time,
        SamlError::SubjectConfirmationInvalid { reason } => match reason {
            Reason::MissingNotOnOrAfter | Reason::TimeWindowInvalid => Flaw::Time,
            Reason::RecipientMismatch => Flaw::Recipient,
            Reason::InResponseToMismatch => Flaw::Nonce,
            _ => Flaw::Subject,
        },
        SamlError::SignatureMissing | SamlError::AssertionSignatureRequired => Flaw::Unsigned,
        SamlError::AlgorithmUnsupported => Flaw::Algorithm,
        SamlError::SignatureVerification { .. }
        | SamlError::ReferenceResolution { .. }
        | SamlError::CertificateMismatch
        | SamlError::NoTrustedCertificate
        | SamlError::Crypto(_) => Flaw::Signature,
        SamlError::SignedReferenceMismatch | SamlError::PotentialWrappingAttack => Flaw::Wrapped,
        _ => Flaw::Refused,
    }
}
