//! All providers: what is told of them, and what they are told.

use std::sync::Arc;

use bailiwick_domain::connections::SamlSettings;
use bailiwick_ports::identity_providers::IdentityProvider;
use bailiwick_ports::saml::{SamlIssuer, SamlProviders, ServiceProvider, Unfit};
use bailiwick_ports::system::Clock;
use saml_rs::constants::{Binding, CertUse};
use saml_rs::metadata::IdpMetadata;
use saml_rs::{
    AcsEndpoint, AssertionSignaturePolicy, AudienceValidationPolicy, EntityId, IdpDescriptor,
    MetadataTrustPolicy, NameIdFormat, Saml, SamlError, Sp, SpConfig, SpValidationPolicy,
};
use tokio::sync::Semaphore;
use url::Url;

use crate::certificates;
use crate::provider::SamlProvider;
use crate::xml::escaped;

/// How many certificates a provider may have: the present one, the next, and one more.
const MOST_CERTIFICATES: usize = 3;

/// How many messages are looked at together: what else the service does goes on meanwhile.
const MOST_AT_ONCE: usize = 2;

/// Providers on saml-rs.
pub struct SamlRsProviders {
    clock: Arc<dyn Clock>,
    without_tls: bool,
    turns: Arc<Semaphore>,
}

impl SamlRsProviders {
    /// Providers that people may be sent to without TLS, where that is said.
    pub fn new(clock: Arc<dyn Clock>, without_tls: bool) -> Self {
        Self { clock, without_tls, turns: Arc::new(Semaphore::new(MOST_AT_ONCE)) }
    }

    fn check_url(&self, text: &str) -> Result<(), Unfit> {
        let url = Url::parse(text).ok();
        let allowed = url.is_some_and(|url| {
            url.has_host()
                && url.fragment().is_none()
                && (url.scheme() == "https" || (self.without_tls && url.scheme() == "http"))
        });
        let plain = text.len() <= 2_000 && text.bytes().all(|byte| byte.is_ascii_graphic());
        if allowed && plain {
            return Ok(());
        }
        Err(Unfit {
            pointer: "/sso_url",
            rule: "must be an https URL of at most 2000 characters, without a fragment",
        })
    }
}

/// This service as the library has it: assertions must be signed themselves, and be for this service.
pub(crate) fn ours(service: &ServiceProvider) -> Result<Saml<Sp>, SamlError> {
    let mut validation = SpValidationPolicy::recommended();
    validation.assertions = AssertionSignaturePolicy::RequireSigned;
    validation.audience = AudienceValidationPolicy::Validate;
    let config = SpConfig::builder(EntityId::try_new(service.entity_id.clone())?)
        .acs_endpoint(AcsEndpoint::post(&service.acs_url)?)
        .name_id_format(NameIdFormat::EmailAddress)
        .validation(validation)
        .build()?;
    Saml::sp(config)
}

/// A provider as the library has it, which knows providers by their metadata alone: written of what was checked.
pub(crate) fn theirs(issuer: &SamlIssuer) -> Result<IdpDescriptor, SamlError> {
    let key = |pem: &String| {
        format!(
            "<KeyDescriptor use=\"signing\"><KeyInfo xmlns=\"http://www.w3.org/2000/09/xmldsig#\"><X509Data>\
             <X509Certificate>{}</X509Certificate></X509Data></KeyInfo></KeyDescriptor>",
            certificates::base64_of(pem)
        )
    };
    let keys: String = issuer.settings.certificates.iter().map(key).collect();
    let metadata = format!(
        "<EntityDescriptor xmlns=\"urn:oasis:names:tc:SAML:2.0:metadata\" entityID=\"{}\">\
         <IDPSSODescriptor protocolSupportEnumeration=\"urn:oasis:names:tc:SAML:2.0:protocol\">{keys}\
         <SingleSignOnService Binding=\"urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Redirect\" Location=\"{}\"/>\
         </IDPSSODescriptor></EntityDescriptor>",
        escaped(&issuer.issuer),
        escaped(&issuer.settings.sso_url)
    );
    let id = EntityId::try_new(issuer.issuer.clone())?;
    // Whoever may configure the connection is trusted by that; nobody else wrote it.
    IdpDescriptor::from_metadata_xml_for(id, &metadata, MetadataTrustPolicy::UnsignedForCompatibility)
}

impl SamlProviders for SamlRsProviders {
    fn read(&self, metadata: &str) -> Result<SamlIssuer, Unfit> {
        let unfit = |rule| Unfit { pointer: "/metadata", rule };
        if metadata.contains("<!DOCTYPE") || metadata.contains("<!ENTITY") {
            return Err(unfit("must not have a document type"));
        }
        let idp = IdpMetadata::from_xml(metadata)
            .map_err(|_| unfit("must be the SAML 2.0 metadata of one identity provider"))?;
        if idp.is_want_authn_requests_signed() {
            return Err(unfit(
                "must not ask for signed requests (WantAuthnRequestsSigned): they are not signed",
            ));
        }
        let issuer = idp.get_entity_id().map(str::to_owned).ok_or(unfit("must have an entityID"))?;
        let sso_url = idp.get_single_sign_on_service(Binding::Redirect);
        let sso_url =
            sso_url.ok_or(unfit("must have a SingleSignOnService with the binding HTTP-Redirect"))?;
        let certificates = idp.x509_certificates(CertUse::Signing);
        let found = self.check(SamlIssuer { issuer, settings: SamlSettings { sso_url, certificates } });
        found.map_err(|Unfit { rule, .. }| unfit(rule))
    }

    fn check(&self, issuer: SamlIssuer) -> Result<SamlIssuer, Unfit> {
        let SamlIssuer { issuer, settings: SamlSettings { sso_url, certificates } } = issuer;
        self.check_url(&sso_url)?;
        if !(1..=MOST_CERTIFICATES).contains(&certificates.len()) {
            return Err(Unfit { pointer: "/certificates", rule: "must be 1 to 3" });
        }
        let certificates = certificates.iter().map(|text| certificates::checked(text));
        let certificates = certificates.collect::<Result<Vec<_>, _>>()?;
        let checked = SamlIssuer { issuer, settings: SamlSettings { sso_url, certificates } };
        let unusable =
            Unfit { pointer: "/issuer", rule: "must be an entity id that can be used with the rest" };
        theirs(&checked).map_err(|_| unusable)?;
        Ok(checked)
    }

    fn of_account(&self, issuer: SamlIssuer, service: ServiceProvider) -> Arc<dyn IdentityProvider> {
        let (clock, turns) = (Arc::clone(&self.clock), Arc::clone(&self.turns));
        Arc::new(SamlProvider { issuer, service, clock, turns })
    }

    fn metadata(&self, service: &ServiceProvider) -> String {
        let (id, acs) = (escaped(&service.entity_id), escaped(&service.acs_url));
        format!(
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
             <md:EntityDescriptor xmlns:md=\"urn:oasis:names:tc:SAML:2.0:metadata\" entityID=\"{id}\">\n\
             \x20 <md:SPSSODescriptor AuthnRequestsSigned=\"false\" WantAssertionsSigned=\"true\" \
             protocolSupportEnumeration=\"urn:oasis:names:tc:SAML:2.0:protocol\">\n\
             \x20   <md:NameIDFormat>urn:oasis:names:tc:SAML:1.1:nameid-format:emailAddress</md:NameIDFormat>\n\
             \x20   <md:AssertionConsumerService Binding=\"urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST\" \
             Location=\"{acs}\" index=\"0\" isDefault=\"true\"/>\n\
             \x20 </md:SPSSODescriptor>\n\
             </md:EntityDescriptor>\n"
        )
    }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use bailiwick_domain::time::Timestamp;

    use super::*;

    const RSA_2048: &str = include_str!("samples/rsa_2048.pem");
    const P256: &str = include_str!("samples/p256.pem");

    struct Noon;

    impl Clock for Noon {
        fn now(&self) -> Timestamp {
            Timestamp::from_micros(1_800_000_000_000_000)
        }
        fn elapsed(&self) -> Duration {
            Duration::ZERO
        }
    }

    fn providers() -> SamlRsProviders {
        SamlRsProviders::new(Arc::new(Noon), false)
    }

    fn key(usage: &str, pem: &str) -> String {
        format!(
            "<md:KeyDescriptor{usage}><ds:KeyInfo xmlns:ds=\"http://www.w3.org/2000/09/xmldsig#\"><ds:X509Data>\
             <ds:X509Certificate>\n{}\n</ds:X509Certificate></ds:X509Data></ds:KeyInfo></md:KeyDescriptor>",
            certificates::base64_of(pem)
        )
    }

    fn metadata(wants: &str, keys: &str, binding: &str) -> String {
        format!(
            "<?xml version=\"1.0\"?><!-- made by a provider --><md:EntityDescriptor \
             xmlns:md=\"urn:oasis:names:tc:SAML:2.0:metadata\" entityID=\"urn:example:idp\">\
             <md:IDPSSODescriptor{wants} protocolSupportEnumeration=\"urn:oasis:names:tc:SAML:2.0:protocol\">{keys}\
             <md:SingleSignOnService Binding=\"urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST\" \
             Location=\"https://id.example/post\"/><md:SingleSignOnService \
             Binding=\"urn:oasis:names:tc:SAML:2.0:bindings:{binding}\" Location=\"https://id.example/sso?a=1&amp;b=2\"/>\
             </md:IDPSSODescriptor></md:EntityDescriptor>"
        )
    }

    #[test]
    fn metadata_tells_who_a_provider_is_where_it_is_and_its_keys() {
        let signing = " use=\"signing\"";
        let several = key(signing, RSA_2048) + &key(signing, P256) + &key(" use=\"encryption\"", P256);
        for (keys, known) in [(key("", P256), vec![P256]), (several, vec![RSA_2048, P256])] {
            let read = providers().read(&metadata("", &keys, "HTTP-Redirect")).unwrap();
            assert_eq!(read.issuer, "urn:example:idp");
            assert_eq!(read.settings.sso_url, "https://id.example/sso?a=1&b=2");
            assert_eq!(read.settings.certificates, known);
        }
    }

    #[test]
    fn metadata_that_can_not_be_used_is_refused_with_the_rule() {
        let keys = key(" use=\"signing\"", RSA_2048);
        let good = metadata("", &keys, "HTTP-Redirect");
        let doctype = good.replace("<!-- made by a provider -->", "<!DOCTYPE x [<!ENTITY y \"z\">]>");
        let wants = " WantAuthnRequestsSigned=\"true\"";
        for (metadata, rule) in [
            (doctype, "document type"),
            ("no XML".to_owned(), "metadata of one identity provider"),
            ("<a/>".to_owned(), "entityID"),
            (metadata("", "", "HTTP-Redirect"), "1 to 3"),
            (metadata("", &keys.repeat(4), "HTTP-Redirect"), "1 to 3"),
            (metadata("", &keys, "HTTP-Artifact"), "HTTP-Redirect"),
            (metadata(wants, &keys, "HTTP-Redirect"), "WantAuthnRequestsSigned"),
            (good.replace("https://id.example/sso", "http://id.example/sso"), "https URL"),
            (good.replace("https://id.example/sso", "javascript:alert(1)//"), "https URL"),
        ] {
            let refused = providers().read(&metadata).unwrap_err();
            assert_eq!(refused.pointer, "/metadata");
            assert!(refused.rule.contains(rule), "{} does not say {rule}", refused.rule);
        }
    }

    #[test]
    fn our_metadata_is_read_by_the_library_as_it_is_meant() {
        let service = ServiceProvider {
            entity_id: "https://sp.example/metadata?a=1&b=2".to_owned(),
            acs_url: "https://sp.example/acs?a=1&b=2".to_owned(),
        };
        let read = saml_rs::metadata::SpMetadata::from_xml(&providers().metadata(&service)).unwrap();
        assert_eq!(read.get_entity_id(), Some(service.entity_id.as_str()));
        assert_eq!(read.get_assertion_consumer_service(Binding::Post), Some(service.acs_url));
        assert!(read.is_want_assertions_signed() && !read.is_authn_request_signed());
    }
}
