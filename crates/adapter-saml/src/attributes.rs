//! Where providers put a user's address and name: each has names of its own for them.

use saml_rs::{NameIdFormat, SsoSession};

const EMAIL: [&str; 6] = [
    "email",
    "mail",
    "emailAddress",
    "emailaddress",
    "http://schemas.xmlsoap.org/ws/2005/05/identity/claims/emailaddress",
    "urn:oid:0.9.2342.19200300.100.1.3",
];
const NAME: [&str; 6] = [
    "displayName",
    "name",
    "http://schemas.microsoft.com/identity/claims/displayname",
    "urn:oid:2.16.840.1.113730.3.1.241",
    "cn",
    "urn:oid:2.5.4.3",
];
const GIVEN: [&str; 4] = [
    "firstName",
    "givenName",
    "http://schemas.xmlsoap.org/ws/2005/05/identity/claims/givenname",
    "urn:oid:2.5.4.42",
];
const FAMILY: [&str; 5] = [
    "lastName",
    "sn",
    "surname",
    "http://schemas.xmlsoap.org/ws/2005/05/identity/claims/surname",
    "urn:oid:2.5.4.4",
];
/// Some put what people are called here, Entra the name that they sign in by: so it comes last.
const CLAIMED_NAME: &str = "http://schemas.xmlsoap.org/ws/2005/05/identity/claims/name";

/// The first value of the first of some attributes that is there.
fn first(session: &SsoSession, names: &[&str]) -> Option<String> {
    let value = |name: &&str| {
        let value = session.attributes().get(name)?.values().first()?.as_str().trim();
        (!value.is_empty()).then(|| value.to_owned())
    };
    names.iter().find_map(value)
}

/// The user's address: an attribute, else the name id, if it is said to be one.
pub(crate) fn email(session: &SsoSession) -> Option<String> {
    let name_id = session.name_id();
    let by_name_id = || {
        let is_email = name_id.format() == Some(&NameIdFormat::EmailAddress);
        is_email.then(|| name_id.value().trim().to_owned())
    };
    first(session, &EMAIL).or_else(by_name_id)
}

/// What the user is called.
pub(crate) fn name(session: &SsoSession) -> Option<String> {
    let by_parts = || match (first(session, &GIVEN), first(session, &FAMILY)) {
        (Some(given), Some(family)) => Some(format!("{given} {family}")),
        (given, family) => given.or(family),
    };
    first(session, &NAME).or_else(by_parts).or_else(|| first(session, &[CLAIMED_NAME]))
}
