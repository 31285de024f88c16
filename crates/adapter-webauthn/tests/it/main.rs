//! Ceremonies with an authenticator in software: what is asked for, and which answers are believed.
#![expect(clippy::unwrap_used, reason = "the helpers of tests fail like tests")]

use bailiwick_adapter_webauthn::WebAuthn;
use bailiwick_adapter_webauthn::testing::SoftAuthenticator;
use bailiwick_domain::ids::{PasskeyId, UserId};
use bailiwick_domain::passkeys::Passkey;
use bailiwick_domain::text::{Email, Name};
use bailiwick_domain::time::Timestamp;
use bailiwick_domain::users::User;
use bailiwick_ports::passkeys::{Authenticators, NewCredential, PasskeyError};
use serde_json::{Value, json};
use uuid::Uuid;

const HERE: &str = "https://accounts.example.com";

fn name(text: &str) -> Name {
    Name::try_from(text.to_owned()).unwrap()
}

fn ada() -> User {
    User {
        id: UserId::new(Uuid::from_u128(7)),
        email: Email::try_from("ada@example.com".to_owned()).unwrap(),
        email_verified_at: None,
        name: name("Ada"),
        created_at: Timestamp::from_micros(0),
        version: 1,
    }
}

fn passkey(made: NewCredential) -> Passkey {
    Passkey {
        id: PasskeyId::new(Uuid::from_u128(1)),
        user: ada().id,
        name: name("Laptop"),
        credential: made.credential,
        key: made.key,
        counter: made.counter,
        created_at: Timestamp::from_micros(0),
        last_used_at: None,
        version: 1,
    }
}

fn json_of(text: &str) -> Value {
    serde_json::from_str(text).unwrap()
}

/// Registers an authenticator.
fn register(site: &WebAuthn, device: &mut SoftAuthenticator) -> Result<NewCredential, PasskeyError> {
    let begun = site.begin_registration(&ada(), &[]).unwrap();
    let answer = device.create(&json_of(&begun.options));
    site.finish_registration(&begun.state, &answer.to_string())
}

fn site() -> WebAuthn {
    WebAuthn::new(HERE).unwrap()
}

/// A sign-in's options with its state.
fn begin(site: &WebAuthn) -> (Value, String) {
    let state = site.begin_sign_in().unwrap();
    (json_of(&site.sign_in_options(&state, &[]).unwrap()), state)
}

/// Another one with the same key, and something different.
fn copy(device: &SoftAuthenticator, change: impl FnOnce(&mut SoftAuthenticator)) -> SoftAuthenticator {
    let mut copy = device.clone();
    change(&mut copy);
    copy
}

#[track_caller]
#[expect(clippy::needless_pass_by_value, reason = "it reads well at the call")]
fn is_refused<T: std::fmt::Debug>(outcome: Result<T, PasskeyError>) {
    assert!(matches!(outcome, Err(PasskeyError::Refused(_))), "{outcome:?}");
}

#[test]
fn a_browser_is_asked_for_a_passkey_that_is_found_without_a_name_and_verifies_its_user() {
    let known = passkey(register(&site(), &mut SoftAuthenticator::new(HERE, 1)).unwrap());
    let options = json_of(&site().begin_registration(&ada(), std::slice::from_ref(&known)).unwrap().options);
    assert_eq!(options["rp"]["id"], "accounts.example.com");
    assert_eq!(options["user"]["name"], "ada@example.com");
    let selection = &options["authenticatorSelection"];
    assert_eq!(
        (&selection["residentKey"], &selection["requireResidentKey"]),
        (&json!("required"), &json!(true))
    );
    assert_eq!(selection["userVerification"], "required");
    assert_eq!(options["excludeCredentials"].as_array().unwrap().len(), 1);
    assert!(options["excludeCredentials"][0]["id"].is_string());

    let (anyone, state) = begin(&site());
    assert_eq!((&anyone["allowCredentials"], &anyone["userVerification"]), (&json!([]), &json!("required")));
    assert_eq!(anyone["rpId"], "accounts.example.com");
    let hers = json_of(&site().sign_in_options(&state, &[known]).unwrap());
    assert_eq!(hers["challenge"], anyone["challenge"]);
    assert_eq!(hers["allowCredentials"][0]["id"], options["excludeCredentials"][0]["id"]);
}

#[test]
fn a_passkey_that_was_registered_signs_in_and_tells_its_count_and_its_user() {
    let (site, mut device) = (site(), SoftAuthenticator::new(HERE, 1));
    let passkey = passkey(register(&site, &mut device).unwrap());
    let (options, state) = begin(&site);
    let answer = device.get(&options).to_string();
    let named = site.named(&answer).unwrap();
    assert_eq!((named.credential, named.user), (passkey.credential.clone(), Some(ada().id)));
    assert_eq!(site.finish_sign_in(&state, &answer, &passkey), Ok(passkey.counter + 1));
}

#[test]
fn an_answer_of_another_site_challenge_key_or_unverified_user_is_refused() {
    let (site, mut device) = (site(), SoftAuthenticator::new(HERE, 1));
    let passkey = passkey(register(&site, &mut device).unwrap());
    let (options, state) = begin(&site);

    let mut elsewhere = copy(&device, |it| it.origin = "https://accounts.example.org".to_owned());
    is_refused(site.finish_sign_in(&state, &elsewhere.get(&options).to_string(), &passkey));
    is_refused(register(&site, &mut elsewhere));
    let mut below = copy(&device, |it| it.origin = "https://eve.accounts.example.com".to_owned());
    is_refused(site.finish_sign_in(&state, &below.get(&options).to_string(), &passkey));
    let mut unverified = copy(&device, |it| it.verifies = false);
    is_refused(site.finish_sign_in(&state, &unverified.get(&options).to_string(), &passkey));
    is_refused(register(&site, &mut unverified));
    let (other_options, _) = begin(&site);
    is_refused(site.finish_sign_in(&state, &device.get(&other_options).to_string(), &passkey));
    let mut other_site = options.clone();
    other_site["rpId"] = json!("example.com");
    is_refused(site.finish_sign_in(&state, &device.get(&other_site).to_string(), &passkey));

    // Another key under the same name.
    let mut stranger = SoftAuthenticator::new(HERE, 2).get(&options);
    for field in ["id", "rawId"] {
        stranger[field] = device.get(&options)[field].clone();
    }
    is_refused(site.finish_sign_in(&state, &stranger.to_string(), &passkey));
    let mut changed = device.get(&options);
    changed["response"]["signature"] = json!("MEUCIQ");
    is_refused(site.finish_sign_in(&state, &changed.to_string(), &passkey));
    site.finish_sign_in(&state, &device.get(&options).to_string(), &passkey).unwrap();
}

#[test]
fn what_is_no_answer_can_not_be_read() {
    let (site, state) = (site(), site().begin_sign_in().unwrap());
    let registration = site.begin_registration(&ada(), &[]).unwrap().state;
    let passkey = passkey(register(&site, &mut SoftAuthenticator::new(HERE, 1)).unwrap());
    for text in ["", "null", "{}", "[]", r#"{"id": "x", "rawId": "!", "type": "public-key", "response": {}}"#]
    {
        assert!(matches!(site.named(text), Err(PasskeyError::Unreadable(_))), "{text}");
        let finished = site.finish_sign_in(&state, text, &passkey);
        assert!(matches!(finished, Err(PasskeyError::Unreadable(_))), "{text}");
        let finished = site.finish_registration(&registration, text);
        assert!(matches!(finished, Err(PasskeyError::Unreadable(_))), "{text}");
    }
}

#[test]
fn at_an_address_without_a_name_there_are_no_passkeys() {
    let nowhere = WebAuthn::new("http://192.0.2.7:8080").unwrap();
    assert_eq!(nowhere.begin_sign_in(), Err(PasskeyError::Unavailable));
    assert_eq!(nowhere.begin_registration(&ada(), &[]), Err(PasskeyError::Unavailable));
    let local = WebAuthn::new("http://127.0.0.1:8080").unwrap();
    register(&local, &mut SoftAuthenticator::new("http://localhost:8080", 1)).unwrap();
}
