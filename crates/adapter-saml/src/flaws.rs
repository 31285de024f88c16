//! What the library refuses, as the flaws that the port knows. Its own words go to the log, but for those that may quote the
//! message.

use bailiwick_ports::identity_providers::{Flaw, ProviderError};
use saml_rs::SamlError;
use saml_rs::error::SubjectConfirmationReason as Reason;

pub(crate) fn of(error: &SamlError) -> ProviderError {
    let flaw = flaw(error);
    let words = match error {
        SamlError::Xml(_) | SamlError::Invalid(_) | SamlError::ProtocolProfile(_) | SamlError::Crypto(_) => {
            "no such message".to_owned()
        }
        error => error.to_string(),
    };
    ProviderError::Flawed(flaw, words)
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
