//! One's own passkeys: registering, naming and removing them, and that they are a second factor.

use bailiwick_domain::audit::Chain;
use bailiwick_domain::identities::{Identity, ProviderName};
use bailiwick_domain::passkeys::MOST_PASSKEYS;
use bailiwick_domain::time::Timestamp;
use bailiwick_ports::Access;
use bailiwick_usecases::accounts::{self, AccountPatch};
use bailiwick_usecases::two_factor::{self, Proof, Status};
use bailiwick_usecases::{Call, Caller, Result, identities, passkeys, passwords, sessions, users};

use crate::support::{Device, Seat, World, code, grants, password, token_in};

async fn status(w: &World, seat: &Seat) -> Status {
    two_factor::status(&w.cx, &w.by(seat)).await.unwrap()
}

async fn is_known(w: &World, token: &str) -> bool {
    sessions::authenticate(&w.cx, Some(token)).await.is_ok()
}

async fn subjects(w: &World) -> Vec<String> {
    w.deliver().await.into_iter().map(|mail| mail.subject).collect()
}

async fn begin(w: &World, seat: &Seat) -> (String, serde_json::Value) {
    w.begin_passkey(seat, Some(password("ada"))).await.unwrap()
}

async fn remove(w: &World, seat: &Seat, device: &Device) -> Result<()> {
    w.remove_passkey(seat, device, Some(password("ada"))).await
}

#[tokio::test]
async fn a_passkey_is_registered_by_the_password_and_is_a_second_factor() {
    let w = World::new().await;
    let ada = w.sign_up("ada", "ably").await;
    let other = w.sign_in("ada").await.unwrap();
    w.deliver().await;
    assert_eq!(code(w.begin_passkey(&ada, Some("wrong".to_owned())).await), "wrong_password");
    assert_eq!(code(w.begin_passkey(&ada, None).await), "invalid_field");
    let begun = begin(&w, &ada).await;
    assert!(w.sign_in("ada").await.is_ok() && subjects(&w).await.is_empty(), "nothing is changed yet");
    let mut device = Device::new(1);
    w.finish_passkey(&ada, &begun, &mut device).await.unwrap();

    assert_eq!(status(&w, &ada).await, Status { totp_enabled_at: None, passkeys: 1, recovery_codes_left: 0 });
    assert!(w.member(ada.account, ada.member).await.unwrap().two_factor);
    assert!(!is_known(&w, other.token.reveal().unwrap()).await, "other sessions end");
    assert!(is_known(&w, &ada.token).await, "the one that asked goes on");
    assert_eq!(subjects(&w).await, ["A passkey was added"]);
    let events = w.events(Chain::User(ada.user)).await;
    let made = events.iter().find(|event| event.action == "passkey.created").unwrap();
    assert_eq!(made.target.id, Some(device.id().to_string()));
    w.challenge("ada").await;
    let codes = two_factor::replace_recovery_codes(&w.cx, &w.by(&ada), Some(password("ada"))).await.unwrap();
    let recovery = codes.codes[0].reveal().unwrap().to_owned();
    let challenge = w.challenge("ada").await;
    w.answer(&challenge, Proof::RecoveryCode(recovery)).await.unwrap();
    w.finish().await;
}

#[tokio::test]
async fn a_registration_is_answered_once_by_its_own_user_with_a_new_passkey() {
    let w = World::new().await;
    let (ada, bob) = (w.sign_up("ada", "ably").await, w.sign_up("bob", "ably").await);
    let begun = begin(&w, &ada).await;
    let mut device = Device::new(1);
    assert_eq!(code(w.finish_passkey(&bob, &begun, &mut device).await), "challenge_expired");
    let mut unverified = Device::new(2);
    unverified.soft.verifies = false;
    assert_eq!(code(w.finish_passkey(&ada, &begun, &mut unverified).await), "invalid_passkey");
    let stray = (begun.0.clone(), begin(&w, &ada).await.1);
    assert_eq!(code(w.finish_passkey(&ada, &stray, &mut device).await), "invalid_passkey");
    w.finish_passkey(&ada, &begun, &mut device).await.unwrap();
    assert_eq!(code(w.finish_passkey(&ada, &begun, &mut Device::new(3)).await), "challenge_expired");

    let again = begin(&w, &ada).await;
    assert_eq!(again.1["excludeCredentials"].as_array().unwrap().len(), 1);
    assert_eq!(code(w.finish_passkey(&ada, &again, &mut device.clone()).await), "invalid_passkey");
    let bobs = w.begin_passkey(&bob, Some(password("bob"))).await.unwrap();
    assert_eq!(code(w.finish_passkey(&bob, &bobs, &mut device.clone()).await), "passkey_taken");
    assert_eq!(status(&w, &bob).await.passkeys, 0);
    w.clock.pass_seconds(600);
    assert_eq!(code(w.finish_passkey(&ada, &again, &mut Device::new(4)).await), "challenge_expired");
    w.finish().await;
}

#[tokio::test]
async fn a_user_has_twenty_passkeys_at_most() {
    let w = World::new().await;
    let ada = w.sign_up("ada", "ably").await;
    let last = begin(&w, &ada).await;
    for number in 0..u32::try_from(MOST_PASSKEYS).unwrap() {
        w.register(&ada, "ada", number).await;
    }
    assert_eq!(code(w.begin_passkey(&ada, Some(password("ada"))).await), "too_many_passkeys");
    assert_eq!(code(w.finish_passkey(&ada, &last, &mut Device::new(99)).await), "too_many_passkeys");
    let page = passkeys::list(&w.cx, &w.by(&ada), None, 15).await.unwrap();
    let after = page.items.last().map(|passkey| passkey.id);
    let rest = passkeys::list(&w.cx, &w.by(&ada), after, 15).await.unwrap();
    assert_eq!((page.items.len(), rest.items.len(), rest.more), (15, 5, false));
    w.finish().await;
}

#[tokio::test]
async fn a_passkey_has_a_name_which_its_user_changes() {
    let w = World::new().await;
    let (ada, bob) = (w.sign_up("ada", "ably").await, w.sign_up("bob", "ably").await);
    let device = w.register(&ada, "ada", 1).await;
    let rename = async |call: &Call, name: &str| {
        passkeys::rename(&w.cx, call, device.id(), Some(name.to_owned())).await
    };
    for wrong in ["", "a\0b", &"x".repeat(101)] {
        assert_eq!(code(rename(&w.by(&ada), wrong).await), "invalid_field", "{wrong:?}");
    }
    assert_eq!(code(rename(&w.by(&bob), "Mine").await), "not_found");
    assert_eq!(code(rename(&w.by_if(&ada, 7), "Key").await), "stale_version");
    let renamed = rename(&w.by_if(&ada, 1), "Key").await.unwrap();
    assert_eq!((renamed.name.as_str(), renamed.version), ("Key", 2));
    assert_eq!(rename(&w.by(&ada), "Key").await.unwrap().version, 2, "the same again is no change");
    assert_eq!(passkeys::get(&w.cx, &w.by(&ada), device.id()).await, Ok(renamed));
    assert_eq!(code(passkeys::get(&w.cx, &w.by(&bob), device.id()).await), "not_found");
    let body = serde_json::to_string(&w.events(Chain::User(ada.user)).await).unwrap();
    assert!(body.contains("passkey.renamed") && !body.contains("Laptop"), "names are not told");
    w.finish().await;
}

#[tokio::test]
async fn a_passkey_is_removed_by_the_password_and_a_sign_in_of_late() {
    let w = World::new().await;
    let (mut ada, bob) = (w.sign_up("ada", "ably").await, w.sign_up("bob", "ably").await);
    let (mut first, second) = (w.register(&ada, "ada", 1).await, w.register(&ada, "ada", 2).await);
    two_factor::replace_recovery_codes(&w.cx, &w.by(&ada), Some(password("ada"))).await.unwrap();
    let other = w.sign_in_by(&mut first).await.unwrap();
    w.deliver().await;
    let (wrong, stale) = (Some("wrong".to_owned()), w.by_if(&ada, 7));
    assert_eq!(code(w.remove_passkey(&ada, &first, wrong).await), "wrong_password");
    assert_eq!(code(w.remove_passkey(&bob, &first, Some(password("bob"))).await), "not_found");
    let refused = passkeys::remove(&w.cx, &stale, first.id(), Some(password("ada"))).await;
    assert_eq!(code(refused), "stale_version");

    remove(&w, &ada, &first).await.unwrap();
    assert!(!is_known(&w, other.token.reveal().unwrap()).await && is_known(&w, &ada.token).await);
    assert_eq!(code(w.sign_in_by(&mut first).await), "invalid_passkey");
    assert_eq!(
        status(&w, &ada).await,
        Status { totp_enabled_at: None, passkeys: 1, recovery_codes_left: 10 }
    );
    assert_eq!(subjects(&w).await, ["A passkey was removed"]);
    assert_eq!(code(remove(&w, &ada, &first).await), "not_found");

    w.clock.pass_seconds(15 * 60);
    assert_eq!(code(remove(&w, &ada, &second).await), "reauthentication_required");
    ada.signed_in.at = w.now();
    remove(&w, &ada, &second).await.unwrap();
    assert_eq!(status(&w, &ada).await, Status { totp_enabled_at: None, passkeys: 0, recovery_codes_left: 0 });
    assert!(!w.member(ada.account, ada.member).await.unwrap().two_factor);
    assert_eq!(subjects(&w).await, ["Two-factor sign-in is off"]);
    w.sign_in("ada").await.unwrap();
    w.finish().await;
}

#[tokio::test]
async fn whichever_second_factor_is_removed_the_other_goes_on() {
    let w = World::new().await;
    let ada = w.sign_up("ada", "ably").await;
    let device = w.register(&ada, "ada", 1).await;
    w.enrol(&ada, "ada").await;
    w.deliver().await;
    two_factor::disable_totp(&w.cx, &w.by(&ada), Some(password("ada"))).await.unwrap();
    assert_eq!(
        status(&w, &ada).await,
        Status { totp_enabled_at: None, passkeys: 1, recovery_codes_left: 10 }
    );
    assert_eq!(subjects(&w).await, ["Your authenticator app was removed"]);
    w.challenge("ada").await;
    let app = w.enrol(&ada, "ada").await;
    remove(&w, &ada, &device).await.unwrap();
    let challenge = w.challenge("ada").await;
    w.answer(&challenge, app.proof(&w)).await.unwrap();
    w.finish().await;
}

/// A user without a password, who came by a provider.
async fn without_a_password(w: &World) -> Seat {
    let ada = w.sign_up("ada", "ably").await;
    let mut unit = w.unit(Access::Write).await;
    let identity = Identity {
        user: ada.user,
        provider: ProviderName::try_from("google".to_owned()).unwrap(),
        issuer: "https://issuer.example".to_owned(),
        subject: "ada".to_owned(),
        email: None,
        created_at: w.now(),
        last_used_at: w.now(),
    };
    unit.identities().insert(&identity).await.unwrap();
    unit.commit().await.unwrap();
    w.run_raw("UPDATE users SET password_hash = NULL").await;
    ada
}

#[tokio::test]
async fn the_last_way_in_is_not_removed() {
    let w = World::new().await;
    let ada = without_a_password(&w).await;
    let google = ProviderName::try_from("google".to_owned()).unwrap();
    let unlink = async || identities::remove(&w.cx, &w.by(&ada), &google).await;
    let begin = async || w.begin_passkey(&ada, None).await;
    assert_eq!(code(unlink().await), "password_required");
    let (mut first, mut second) = (Device::new(1), Device::new(2));
    w.finish_passkey(&ada, &begin().await.unwrap(), &mut first).await.unwrap();
    w.remove_passkey(&ada, &first, None).await.unwrap();
    w.finish_passkey(&ada, &begin().await.unwrap(), &mut second).await.unwrap();
    unlink().await.unwrap();
    let refused = w.remove_passkey(&ada, &second, None).await;
    assert_eq!(code(refused), "password_required", "the passkey is the last way in");
    w.sign_in_by(&mut second).await.unwrap();
    passwords::change(&w.cx, &w.by(&ada), None, password("ada")).await.unwrap();
    remove(&w, &ada, &second).await.unwrap();
    w.finish().await;
}

#[tokio::test]
async fn without_a_password_a_passkey_needs_a_sign_in_of_late() {
    let w = World::new().await;
    let mut ada = without_a_password(&w).await;
    let begun = w.begin_passkey(&ada, None).await.unwrap();
    w.clock.pass_seconds(15 * 60);
    assert_eq!(code(w.begin_passkey(&ada, None).await), "reauthentication_required");
    ada.signed_in.at = Timestamp::from_micros(w.now().micros());
    let again = w.begin_passkey(&ada, None).await.unwrap();
    assert_eq!(code(w.finish_passkey(&ada, &begun, &mut Device::new(1)).await), "challenge_expired");
    w.finish_passkey(&ada, &again, &mut Device::new(1)).await.unwrap();
    w.finish().await;
}

#[tokio::test]
async fn who_has_a_second_factor_adds_a_passkey_by_a_sign_in_of_late_alone() {
    let w = World::new().await;
    let (mut ada, bob) = (w.sign_up("ada", "ably").await, w.sign_up("bob", "ably").await);
    w.enrol(&ada, "ada").await;
    w.clock.pass_seconds(15 * 60);
    let begin = async |seat: &Seat, name: &str| w.begin_passkey(seat, Some(password(name))).await;
    assert_eq!(code(begin(&ada, "ada").await), "reauthentication_required");
    begin(&bob, "bob").await.unwrap();
    ada.signed_in.at = w.now();
    begin(&ada, "ada").await.unwrap();
    w.finish().await;
}

#[tokio::test]
async fn who_has_a_passkey_adds_an_app_and_recovery_codes_by_a_sign_in_of_late_alone() {
    let w = World::new().await;
    let mut ada = w.sign_up("ada", "ably").await;
    w.register(&ada, "ada", 1).await;
    w.clock.pass_seconds(15 * 60);
    let begin = async |seat: &Seat| two_factor::begin_totp(&w.cx, &w.by(seat), Some(password("ada"))).await;
    let codes = async |seat: &Seat| {
        two_factor::replace_recovery_codes(&w.cx, &w.by(seat), Some(password("ada"))).await
    };
    assert_eq!(code(begin(&ada).await), "reauthentication_required");
    assert_eq!(code(codes(&ada).await), "reauthentication_required");
    ada.signed_in.at = w.now();
    begin(&ada).await.unwrap();
    assert_eq!(codes(&ada).await.unwrap().codes.len(), 10);
    w.finish().await;
}

#[tokio::test]
async fn a_session_that_ended_changes_no_way_in_though_it_was_let_in_before() {
    let w = World::new().await;
    let ada = w.sign_up("ada", "ably").await;
    let device = w.register(&ada, "ada", 1).await;
    let known = Some(password("ada"));
    let mut unit = w.unit(Access::Write).await;
    unit.sessions().remove_others(ada.user, None).await.unwrap();
    unit.commit().await.unwrap();
    let by = || w.by(&ada);
    let set = passwords::change(&w.cx, &by(), known.clone(), "another long one 7351".to_owned()).await;
    assert_eq!(code(set), "unauthenticated");
    assert_eq!(code(two_factor::begin_totp(&w.cx, &by(), known.clone()).await), "unauthenticated");
    assert_eq!(
        code(two_factor::replace_recovery_codes(&w.cx, &by(), known.clone()).await),
        "unauthenticated"
    );
    assert_eq!(code(w.begin_passkey(&ada, known.clone()).await), "unauthenticated");
    assert_eq!(code(w.remove_passkey(&ada, &device, known).await), "unauthenticated");
    w.finish().await;
}

#[tokio::test]
async fn who_may_set_up_no_app_registers_no_passkey_unless_an_account_requires_one() {
    let w = World::new().await;
    let owner = w.sign_up("ada", "ably").await;
    let bill = w.join(&owner, "bill", grants(&["billing"])).await;
    let begin = async || w.begin_passkey(&bill, Some(password("bill"))).await;
    assert_eq!(code(begin().await), "permission_denied");
    w.register(&owner, "ada", 1).await;
    let require = AccountPatch { require_two_factor: Some(true), ..AccountPatch::default() };
    accounts::update(&w.cx, &w.by(&owner), owner.account, require).await.unwrap();
    let view = async || accounts::get(&w.cx, &w.by(&bill), owner.account).await;
    assert_eq!(code(view().await), "account_two_factor_required");
    assert!(!w.may(&bill, "invoice.view").await);
    let mut device = Device::new(2);
    w.finish_passkey(&bill, &begin().await.unwrap(), &mut device).await.unwrap();
    assert!(view().await.is_ok() && w.may(&bill, "invoice.view").await);
    let stopped = two_factor::would_stop(&w.cx, &w.by(&owner), owner.account, None, 9).await.unwrap();
    assert_eq!(stopped.items, []);
    w.remove_passkey(&bill, &device, Some(password("bill"))).await.unwrap();
    assert_eq!(code(view().await), "account_two_factor_required");
    assert!(!w.may(&bill, "invoice.view").await);
    w.finish().await;
}

#[tokio::test]
async fn a_reset_takes_away_the_passkeys_of_who_never_proved_the_address() {
    let w = World::new().await;
    let squatter = w.sign_up("ada", "ably").await;
    let mut device = w.register(&squatter, "ada", 1).await;
    w.deliver().await;
    passwords::request_reset(&w.cx, &w.anonymous(), "ada@example.com".to_owned()).await.unwrap();
    let token = token_in(&w.deliver().await[0]);
    passwords::reset(&w.cx, &w.anonymous(), &token, "another long password".to_owned()).await.unwrap();
    assert_eq!(code(w.sign_in_by(&mut device).await), "invalid_passkey");
    let made = w.sign_in_at("ada@example.com", "another long password").await;
    let caller = Caller::User { user: squatter.user, session: made.id, signed_in: w.by_password() };
    assert_eq!(users::me(&w.cx, &w.call(caller)).await.unwrap().id, squatter.user);
    assert_eq!(two_factor::status(&w.cx, &w.call(caller)).await.unwrap().passkeys, 0);

    // Of who did prove it, it takes nothing.
    let fresh = Seat { session: made.id, ..squatter };
    let begun = w.begin_passkey(&fresh, Some("another long password".to_owned())).await.unwrap();
    let mut kept = Device::new(2);
    w.finish_passkey(&fresh, &begun, &mut kept).await.unwrap();
    w.deliver().await;
    passwords::request_reset(&w.cx, &w.anonymous(), "ada@example.com".to_owned()).await.unwrap();
    let token = token_in(&w.deliver().await[0]);
    passwords::reset(&w.cx, &w.anonymous(), &token, "a third long password".to_owned()).await.unwrap();
    w.sign_in_by(&mut kept).await.unwrap();
    w.finish().await;
}

#[tokio::test]
async fn who_came_through_an_account_s_own_sign_in_reaches_no_passkeys() {
    let w = World::new().await;
    let mut ada = w.sign_up("ada", "ably").await;
    let device = w.register(&ada, "ada", 1).await;
    ada.signed_in.sso = Some(ada.account);
    let wanted = "other_sign_in_required";
    assert_eq!(code(w.begin_passkey(&ada, Some(password("ada"))).await), wanted);
    assert_eq!(code(passkeys::list(&w.cx, &w.by(&ada), None, 9).await), wanted);
    assert_eq!(code(passkeys::get(&w.cx, &w.by(&ada), device.id()).await), wanted);
    assert_eq!(code(passkeys::rename(&w.cx, &w.by(&ada), device.id(), None).await), wanted);
    assert_eq!(code(remove(&w, &ada, &device).await), wanted);
    w.finish().await;
}
