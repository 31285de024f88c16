//! The certificates of providers' keys. A certificate stands for its key and for nothing else: nobody vouches for it,
//! and when it ends is not looked at, as is usual between a service and its identity provider.

use bailiwick_ports::saml::Unfit;
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use x509_cert::Certificate;
use x509_cert::der::Decode;
use x509_cert::der::asn1::ObjectIdentifier;

const BEGIN: &str = "-----BEGIN CERTIFICATE-----";
const END: &str = "-----END CERTIFICATE-----";
const RSA: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.1.1");
const ELLIPTIC: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.10045.2.1");
/// The DER of an RSA key whose modulus has 2048 bits: 256 bytes, with their lengths and the exponent.
const LEAST_RSA_BYTES: usize = 268;

const POINTER: &str = "/certificates";

fn unfit(rule: &'static str) -> Unfit {
    Unfit { pointer: POINTER, rule }
}

/// The same in PEM, with lines of 64 characters; the text may lack the first and the last line, as in metadata.
pub(crate) fn checked(text: &str) -> Result<String, Unfit> {
    let body = text.trim();
    let body = body.strip_prefix(BEGIN).and_then(|rest| rest.strip_suffix(END)).unwrap_or(body);
    let body: String = body.chars().filter(|c| !c.is_ascii_whitespace()).collect();
    let der = STANDARD.decode(&body).ok();
    let found = der.and_then(|der| Certificate::from_der(&der).ok().map(|certificate| (der, certificate)));
    let (der, certificate) = found.ok_or(unfit("must each be one X.509 certificate in PEM"))?;
    let key = &certificate.tbs_certificate.subject_public_key_info;
    let bytes = key.subject_public_key.raw_bytes().len();
    match key.algorithm.oid {
        RSA if bytes >= LEAST_RSA_BYTES => Ok(pem(&der)),
        RSA => Err(unfit("must have RSA keys of 2048 bits or more")),
        ELLIPTIC => Ok(pem(&der)),
        _ => Err(unfit("must have keys of RSA or of an elliptic curve")),
    }
}

fn pem(der: &[u8]) -> String {
    let body = STANDARD.encode(der);
    let mut pem = String::from(BEGIN);
    for (at, character) in body.char_indices() {
        if at % 64 == 0 {
            pem.push('\n');
        }
        pem.push(character);
    }
    pem + "\n" + END + "\n"
}

/// The base64 of a certificate in PEM, as metadata has it.
pub(crate) fn base64_of(pem: &str) -> String {
    pem.replace(BEGIN, "").replace(END, "").split_ascii_whitespace().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const RSA_2048: &str = include_str!("samples/rsa_2048.pem");
    const RSA_1024: &str = include_str!("samples/rsa_1024.pem");
    const P256: &str = include_str!("samples/p256.pem");

    #[test]
    fn certificates_are_written_in_one_way() {
        for pem in [RSA_2048, P256] {
            assert_eq!(checked(pem).as_deref(), Ok(pem));
            let bare = base64_of(pem);
            assert_eq!(checked(&bare).as_deref(), Ok(pem), "as in metadata");
            assert_eq!(checked(&format!("\r\n {} ", pem.replace('\n', "\r\n"))).as_deref(), Ok(pem));
            assert!(!bare.contains(['-', '\n']));
        }
    }

    #[test]
    fn what_is_no_certificate_or_has_a_weak_key_is_refused() {
        let refused = |text: &str| checked(text).unwrap_err().rule;
        assert!(refused(RSA_1024).contains("2048 bits"));
        let two = format!("{RSA_2048}{P256}");
        let cut = base64_of(RSA_2048)[..400].to_owned();
        for wrong in ["", "certificate", BEGIN, &two, &cut, "AAAA"] {
            assert!(refused(wrong).contains("one X.509 certificate"), "{wrong}");
        }
    }
}
