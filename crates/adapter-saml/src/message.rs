//! What a provider's message may look like, before anything of it is believed. Attacks on SAML live by messages that
//! the part that verifies reads in one way, and the part that believes in another (XML signature wrapping, comments
//! within a name, document types). So a message here is one response with one assertion, and a signature is of the very
//! element that holds it. Whether the signature is right, and the assertion meant for us, is not decided here.

use std::collections::HashSet;

use bailiwick_ports::identity_providers::{Flaw, ProviderError};
use quick_xml::NsReader;
use quick_xml::events::{BytesStart, Event};
use quick_xml::name::ResolveResult;

use crate::flaws::flawed;

const PROTOCOL: &str = "urn:oasis:names:tc:SAML:2.0:protocol";
const ASSERTION: &str = "urn:oasis:names:tc:SAML:2.0:assertion";
const SIGNATURE: &str = "http://www.w3.org/2000/09/xmldsig#";

const SIGNATURE_METHODS: [&str; 6] = [
    "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256",
    "http://www.w3.org/2001/04/xmldsig-more#rsa-sha384",
    "http://www.w3.org/2001/04/xmldsig-more#rsa-sha512",
    "http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha256",
    "http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha384",
    "http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha512",
];
const DIGEST_METHODS: [&str; 3] = [
    "http://www.w3.org/2001/04/xmlenc#sha256",
    "http://www.w3.org/2001/04/xmldsig-more#sha384",
    "http://www.w3.org/2001/04/xmlenc#sha512",
];
const EXCLUSIVE: &str = "http://www.w3.org/2001/10/xml-exc-c14n#";
const ENVELOPED: &str = "http://www.w3.org/2000/09/xmldsig#enveloped-signature";

const MOST_DEPTH: usize = 64;
/// Signatures are worked through before anything is known to be genuine, and what that takes grows with these. Providers send
/// a tenth of them.
const MOST_ELEMENTS: usize = 2_000;
const MOST_TRANSFORMS: usize = 2;
const MOST_PREFIXES: usize = 200;

fn wrapped(what: &str) -> ProviderError {
    flawed(Flaw::Wrapped, what)
}

fn unreadable() -> ProviderError {
    flawed(Flaw::Refused, "no such XML")
}

/// An element that is open.
struct Open {
    namespace: String,
    name: String,
    id: Option<String>,
    is_signed: bool,
    transforms: usize,
}

impl Open {
    fn is(&self, namespace: &str, name: &str) -> bool {
        self.namespace == namespace && self.name == name
    }
}

#[derive(Default)]
struct Scan {
    open: Vec<Open>,
    elements: usize,
    ids: HashSet<String>,
    has_assertion: bool,
    /// There is an assertion, whose signature has not been met.
    is_unsigned: bool,
}

/// Refuses a message with room for two readings, one for another address, and one whose assertion is not signed itself, or
/// by an algorithm that proves nothing.
pub(crate) fn check(xml: &str, acs_url: &str) -> Result<(), ProviderError> {
    check_plain(xml)?;
    let mut reader = NsReader::from_str(xml);
    let mut scan = Scan::default();
    loop {
        let (namespace, event) = reader.read_resolved_event().map_err(|_| unreadable())?;
        let namespace = match namespace {
            ResolveResult::Bound(namespace) => namespace.into_inner().to_owned(),
            _ => String::new(),
        };
        match event {
            Event::Start(element) => scan.enter(namespace, &element, acs_url)?,
            Event::Empty(element) => {
                scan.enter(namespace, &element, acs_url)?;
                scan.leave();
            }
            Event::End(_) => scan.leave(),
            Event::Eof => break,
            _ => {}
        }
    }
    if scan.is_unsigned {
        return Err(flawed(Flaw::Unsigned, "the assertion has no signature of its own"));
    }
    Ok(())
}

/// No comment, document type, CDATA or instruction: in XML text these alone begin so, whoever reads it.
fn check_plain(xml: &str) -> Result<(), ProviderError> {
    let text = xml.strip_prefix('\u{feff}').unwrap_or(xml);
    let body = text.strip_prefix("<?xml").unwrap_or(text);
    let found = ["<!--", "<!", "<?", "\0"].into_iter().find(|mark| body.contains(mark));
    found.map_or(Ok(()), |mark| Err(flawed(Flaw::Document, &format!("it holds {mark:?}"))))
}

/// What of an element's attributes counts here.
#[derive(Default)]
struct Attributes {
    id: Option<String>,
    algorithm: Option<String>,
    uri: Option<String>,
    destination: Option<String>,
    prefixes: Option<String>,
}

impl Attributes {
    fn of(element: &BytesStart<'_>) -> Result<Self, ProviderError> {
        let mut found = Self::default();
        for attribute in element.attributes() {
            let attribute = attribute.map_err(|_| unreadable())?;
            let value = quick_xml::escape::unescape(&attribute.value).map_err(|_| unreadable())?.into_owned();
            let before = match attribute.key.local_name().into_inner() {
                _ if attribute.key.as_namespace_binding().is_some() => None,
                "Algorithm" => found.algorithm.replace(value),
                "URI" => found.uri.replace(value),
                "Destination" => found.destination.replace(value),
                "PrefixList" => found.prefixes.replace(value),
                name if ["id", "assertionid"].iter().any(|id| name.eq_ignore_ascii_case(id)) => {
                    found.id.replace(value)
                }
                _ => None,
            };
            if before.is_some() {
                return Err(wrapped("an element that says the same twice"));
            }
        }
        Ok(found)
    }
}

impl Scan {
    fn enter(
        &mut self,
        namespace: String,
        element: &BytesStart<'_>,
        acs_url: &str,
    ) -> Result<(), ProviderError> {
        self.elements += 1;
        if self.open.len() >= MOST_DEPTH || self.elements > MOST_ELEMENTS {
            return Err(unreadable());
        }
        let name = element.local_name().into_inner().to_owned();
        let Attributes { id, algorithm, uri, destination, prefixes } = Attributes::of(element)?;
        if prefixes.is_some_and(|prefixes| prefixes.len() > MOST_PREFIXES) {
            return Err(unreadable());
        }
        if id.as_ref().is_some_and(|id| !self.ids.insert(id.clone())) {
            return Err(wrapped("two elements with one id"));
        }
        let opened = Open { namespace, name, id, is_signed: false, transforms: 0 };
        match self.open.last() {
            None => check_root(&opened, destination.as_deref(), acs_url)?,
            Some(_) => self.check_inner(&opened, algorithm.as_deref(), uri.as_deref())?,
        }
        self.open.push(opened);
        Ok(())
    }

    fn check_inner(
        &mut self,
        element: &Open,
        algorithm: Option<&str>,
        uri: Option<&str>,
    ) -> Result<(), ProviderError> {
        match element.name.as_str() {
            "Response" => Err(wrapped("a response within the response")),
            "Assertion" => self.check_assertion(element),
            "Signature" => self.check_signature(element),
            "Reference" => self.check_reference(element, uri),
            "Object" | "Manifest" => Err(wrapped("a signature that holds more than itself")),
            "SignatureMethod" => check_algorithm(element, algorithm, &SIGNATURE_METHODS),
            "DigestMethod" => check_algorithm(element, algorithm, &DIGEST_METHODS),
            "CanonicalizationMethod" => check_algorithm(element, algorithm, &[EXCLUSIVE]),
            "Transform" => self.check_transform(element, algorithm),
            name if name.starts_with("Encrypted") => Err(flawed(Flaw::Encrypted, name)),
            _ => Ok(()),
        }
    }

    fn check_assertion(&mut self, element: &Open) -> Result<(), ProviderError> {
        self.is_unsigned = true;
        let is_first = !std::mem::replace(&mut self.has_assertion, true);
        if is_first && self.open.len() == 1 && element.is(ASSERTION, "Assertion") {
            return Ok(());
        }
        Err(wrapped("another assertion, or one elsewhere"))
    }

    /// The response's, and the assertion's: one each.
    fn check_signature(&mut self, element: &Open) -> Result<(), ProviderError> {
        let depth = self.open.len();
        let Some(holder) = self.open.last_mut() else { return Err(unreadable()) };
        let may_hold = depth == 1 || (depth == 2 && holder.is(ASSERTION, "Assertion"));
        if !may_hold || holder.is_signed || !element.is(SIGNATURE, "Signature") {
            return Err(wrapped("a signature elsewhere, or two"));
        }
        holder.is_signed = true;
        if depth == 2 {
            self.is_unsigned = false;
        }
        Ok(())
    }

    /// One in each signature, and of the very element that holds the signature.
    fn check_reference(&mut self, element: &Open, uri: Option<&str>) -> Result<(), ProviderError> {
        let [.., holder, signature, info] = &mut self.open[..] else {
            return Err(wrapped("a reference elsewhere"));
        };
        let in_place = signature.is(SIGNATURE, "Signature")
            && info.is(SIGNATURE, "SignedInfo")
            && element.is(SIGNATURE, "Reference")
            // Marks that the signature has its one reference.
            && !std::mem::replace(&mut signature.is_signed, true);
        let target = uri.and_then(|uri| uri.strip_prefix('#'));
        if in_place && target.is_some() && target == holder.id.as_deref() {
            return Ok(());
        }
        Err(wrapped("a reference to something else, or two"))
    }

    fn check_transform(&mut self, element: &Open, algorithm: Option<&str>) -> Result<(), ProviderError> {
        let Some(transforms) = self.open.last_mut() else { return Err(unreadable()) };
        transforms.transforms += 1;
        if transforms.transforms > MOST_TRANSFORMS {
            return Err(flawed(Flaw::Algorithm, "more transforms than two"));
        }
        check_algorithm(element, algorithm, &[EXCLUSIVE, ENVELOPED])
    }

    fn leave(&mut self) {
        self.open.pop();
    }
}

fn check_root(root: &Open, destination: Option<&str>, acs_url: &str) -> Result<(), ProviderError> {
    if !root.is(PROTOCOL, "Response") {
        return Err(flawed(Flaw::Refused, "no response"));
    }
    if destination == Some(acs_url) {
        return Ok(());
    }
    Err(flawed(Flaw::Recipient, "the response's Destination"))
}

fn check_algorithm(element: &Open, given: Option<&str>, allowed: &[&str]) -> Result<(), ProviderError> {
    if element.namespace == SIGNATURE && given.is_some_and(|given| allowed.contains(&given)) {
        return Ok(());
    }
    Err(flawed(Flaw::Algorithm, given.unwrap_or("none")))
}

#[cfg(test)]
mod tests {
    use super::*;

    const ACS: &str = "https://sp.example/acs";

    fn signature(of: &str) -> String {
        format!(
            "<ds:Signature xmlns:ds=\"{SIGNATURE}\"><ds:SignedInfo><ds:CanonicalizationMethod Algorithm=\"{EXCLUSIVE}\"/>\
             <ds:SignatureMethod Algorithm=\"{}\"/><ds:Reference URI=\"#{of}\"><ds:Transforms>\
             <ds:Transform Algorithm=\"{ENVELOPED}\"/></ds:Transforms><ds:DigestMethod Algorithm=\"{}\"/></ds:Reference>\
             </ds:SignedInfo></ds:Signature>",
            SIGNATURE_METHODS[0], DIGEST_METHODS[0]
        )
    }

    fn assertion(id: &str, signature: &str) -> String {
        format!("<a:Assertion xmlns:a=\"{ASSERTION}\" ID=\"{id}\">{signature}<a:Subject/></a:Assertion>")
    }

    fn response(inner: &str) -> String {
        format!("<p:Response xmlns:p=\"{PROTOCOL}\" ID=\"r\" Destination=\"{ACS}\">{inner}</p:Response>")
    }

    fn good() -> String {
        response(&(signature("r") + &assertion("x", &signature("x"))))
    }

    #[track_caller]
    fn refused(xml: &str, flaw: Flaw) {
        match check(xml, ACS) {
            Err(ProviderError::Flawed(found, _)) => assert_eq!(found, flaw, "{xml}"),
            other => panic!("{other:?}: {xml}"),
        }
    }

    #[test]
    fn a_response_with_one_assertion_that_is_signed_itself_passes() {
        let declared = format!("\u{feff}<?xml version=\"1.0\" encoding=\"UTF-8\"?>{}", good());
        for xml in [good(), declared, response(&assertion("x", &signature("x"))), response("")] {
            assert_eq!(check(&xml, ACS), Ok(()), "{xml}");
        }
    }

    #[test]
    fn what_is_signed_is_the_element_that_holds_the_signature() {
        let own = signature("x");
        for inner in [
            assertion("x", &signature("r")),
            assertion("x", &signature("y")),
            assertion("x", &own.replace("URI=\"#x\"", "URI=\"\"")),
            assertion("x", &own.replace("URI=\"#x\"", "URI=\"#xpointer(/)\"")),
            assertion("x", &own.replace(" URI=\"#x\"", "")),
            assertion("x", &(own.clone() + &own)),
            assertion("x", &own.replace("<ds:Reference", "<ds:Reference URI=\"#x\"/><ds:Reference")),
            assertion("x", &own.replace("</ds:Signature>", "<ds:Object/></ds:Signature>")),
            assertion("x", "").replace("<a:Subject/>", &format!("<a:Subject>{own}</a:Subject>")),
            assertion("x", &own.replace(SIGNATURE, "urn:another")),
            assertion("x", &own.replace("ds:SignedInfo", "ds:Else")),
        ] {
            refused(&response(&inner), Flaw::Wrapped);
        }
        refused(&response(&(signature("x") + &assertion("x", &own))), Flaw::Wrapped);
    }

    #[test]
    fn there_is_one_assertion_and_one_response_and_each_id_once() {
        let own = assertion("x", &signature("x"));
        for xml in [
            response(&(own.clone() + &assertion("y", ""))),
            response(&(assertion("y", "") + &own)),
            response(&format!("<p:Extensions>{}</p:Extensions>{own}", assertion("y", ""))),
            response(&own.replace(ASSERTION, "urn:another")),
            response(&own.replace("<a:Subject/>", "<b:Subject xmlns:b=\"urn:b\" id=\"x\"/>")),
            response(&own.replace("<a:Subject/>", "<a:Subject Id=\"s\" ID=\"t\"/>")),
            response(&own.replace("<a:Subject/>", "<b:Assertion xmlns:b=\"urn:b\"/>")),
            response(&own.replace("<a:Subject/>", "<p:Response/>")),
        ] {
            refused(&xml, Flaw::Wrapped);
        }
        refused(&own, Flaw::Refused);
        refused(&good().replace(PROTOCOL, "urn:another"), Flaw::Refused);
        refused(&response(&"<a>".repeat(MOST_DEPTH)), Flaw::Refused);
        refused("<unclosed", Flaw::Refused);
    }

    #[test]
    fn nothing_asks_for_much_work_before_it_is_known_to_be_genuine() {
        let within = |inner: String| good().replace("<a:Subject/>", &inner);
        let elements = MOST_ELEMENTS - 50;
        assert_eq!(check(&within("<b/>".repeat(elements)), ACS), Ok(()));
        refused(&within("<b/>".repeat(MOST_ELEMENTS)), Flaw::Refused);
        let transform = format!("<ds:Transform Algorithm=\"{ENVELOPED}\"/>");
        let canonical = |prefixes: &str| {
            let namespaces =
                format!("<e:InclusiveNamespaces xmlns:e=\"{EXCLUSIVE}\" PrefixList=\"{prefixes}\"/>");
            format!("{transform}<ds:Transform Algorithm=\"{EXCLUSIVE}\">{namespaces}</ds:Transform>")
        };
        assert_eq!(check(&good().replace(&transform, &canonical("xs xsi")), ACS), Ok(()));
        refused(&good().replace(&transform, &canonical(&"p ".repeat(MOST_PREFIXES))), Flaw::Refused);
        refused(&good().replace(&transform, &transform.repeat(3)), Flaw::Algorithm);
    }

    #[test]
    fn nothing_can_be_read_in_two_ways() {
        for mark in ["<!-- x -->", "<![CDATA[x]]>", "<?x?>", "\0"] {
            refused(
                &good().replace("<a:Subject/>", &format!("<a:Subject>{mark}</a:Subject>")),
                Flaw::Document,
            );
        }
        refused(
            &format!("<!DOCTYPE x [<!ENTITY y SYSTEM \"file:///etc/passwd\">]>{}", good()),
            Flaw::Document,
        );
        refused(&format!("<?xml version=\"1.0\"?><?x?>{}", good()), Flaw::Document);
    }

    #[test]
    fn unsigned_encrypted_misdirected_and_weakly_signed_ones_are_refused_as_such() {
        refused(&response(&assertion("x", "")), Flaw::Unsigned);
        refused(&response(&(signature("r") + &assertion("x", ""))), Flaw::Unsigned);
        refused(&response(&format!("<a:EncryptedAssertion xmlns:a=\"{ASSERTION}\"/>")), Flaw::Encrypted);
        refused(&good().replace(ACS, "https://another.example/acs"), Flaw::Recipient);
        refused(&good().replace(&format!("Destination=\"{ACS}\""), ""), Flaw::Recipient);
        let weak = [
            (SIGNATURE_METHODS[0], "http://www.w3.org/2000/09/xmldsig#rsa-sha1"),
            (SIGNATURE_METHODS[0], "http://www.w3.org/2001/04/xmldsig-more#hmac-sha256"),
            (DIGEST_METHODS[0], "http://www.w3.org/2000/09/xmldsig#sha1"),
            (ENVELOPED, "http://www.w3.org/TR/1999/REC-xslt-19991116"),
            (EXCLUSIVE, "http://www.w3.org/2001/10/xml-exc-c14n#WithComments"),
        ];
        for (strong, weak) in weak {
            refused(&good().replace(strong, weak), Flaw::Algorithm);
        }
    }
}
