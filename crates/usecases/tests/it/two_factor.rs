//! Second factors: setting them up, signing in with them, and what does not get in.

use std::sync::Arc;

use bailiwick_domain::audit::Chain;
use bailiwick_domain::sessions::{Method, Methods};
use bailiwick_usecases::sessions::{self, SignIn};
use bailiwick_usecases::two_factor::{self, Proof, Status};
use bailiwick_usecases::{Call, Caller, Result, accounts, jobs, tokens};

use crate::support::{
    App, NewKeySigner, Seat, Setup, World, asked, at_once, code, grants, password, refusal,
};

const OFF: Status = Status { totp_enabled_at: None, passkeys: 0, recovery_codes_left: 0 };

async fn status(w: &World, seat: &Seat) -> Status {
    two_factor::status(&w.cx, &w.by(seat)).await.unwrap()
}

async fn begin(w: &World, seat: &Seat, password: Option<&str>) -> Result<App> {
    let begun = two_factor::begin_totp(&w.cx, &w.by(seat), password.map(str::to_owned)).await?;
    Ok(App::of(begun.secret.reveal().unwrap()))
}

async fn disable(w: &World, seat: &Seat, password: Option<&str>) -> Result<()> {
    two_factor::disable_totp(&w.cx, &w.by(seat), password.map(str::to_owned)).await
}

async fn is_known(w: &World, token: &str) -> bool {
    sessions::authenticate(&w.cx, Some(token)).await.is_ok()
}

fn wrong_code(app: &App, w: &World) -> String {
    let now = app.code(w);
    let near = |code: &str| app.secret.step_of(code, w.now()).is_some();
    (0..10).map(|at| format!("{at:06}")).find(|code| *code != now && !near(code)).unwrap()
}

#[tokio::test]
async fn an_app_is_set_up_by_the_password_and_a_first_code() {
    let w = World::new().await;
    let ada = w.sign_up("ada", "ably").await;
    let other = w.sign_in("ada").await.unwrap();
    let token = other.token.reveal().unwrap();
    w.deliver().await;
    assert_eq!(code(begin(&w, &ada, Some("not the password")).await), "wrong_password");
    assert_eq!(code(begin(&w, &ada, None).await), "invalid_field");
    let early = two_factor::confirm_totp(&w.cx, &w.by(&ada), "000000").await;
    assert_eq!(code(early), "two_factor_not_begun");

    let replaced = begin(&w, &ada, Some(&password("ada"))).await.unwrap();
    let app = begin(&w, &ada, Some(&password("ada"))).await.unwrap();
    for wrong in [wrong_code(&app, &w), replaced.code(&w), String::new(), "abcdef".to_owned()] {
        let refused = two_factor::confirm_totp(&w.cx, &w.by(&ada), &wrong).await;
        assert_eq!(code(refused), "invalid_code", "{wrong}");
    }
    assert_eq!(status(&w, &ada).await, OFF);
    assert!(matches!(w.first_step("ada").await, Ok(SignIn::Session(_))), "it is not asked for yet");
    assert!(w.deliver().await.is_empty() && is_known(&w, token).await);

    let made = two_factor::confirm_totp(&w.cx, &w.by(&ada), &app.code(&w)).await.unwrap();
    let codes: Vec<_> = made.codes.iter().filter_map(|code| code.reveal()).collect();
    assert_eq!(codes.len(), 10);
    assert_eq!(
        status(&w, &ada).await,
        Status { totp_enabled_at: Some(w.now()), passkeys: 0, recovery_codes_left: 10 }
    );
    assert!(!is_known(&w, token).await, "other sessions end");
    assert!(is_known(&w, &ada.token).await, "the one that asked goes on");
    assert!(w.member(ada.account, ada.member).await.unwrap().two_factor);
    let mails = w.deliver().await;
    assert_eq!(
        mails.iter().map(|mail| mail.subject.as_str()).collect::<Vec<_>>(),
        ["Two-factor sign-in is on"]
    );
    assert_eq!(code(begin(&w, &ada, Some(&password("ada"))).await), "two_factor_enabled");
    assert!(w.events(Chain::User(ada.user)).await.iter().any(|it| it.action == "user.two_factor_enabled"));
    w.finish().await;
}

#[tokio::test]
async fn a_sign_in_is_finished_by_the_second_factor() {
    let w = World::new().await;
    let ada = w.sign_up("ada", "ably").await;
    let app = w.enrol(&ada, "ada").await;
    let challenge = w.challenge("ada").await;
    assert!(!is_known(&w, &challenge).await);
    let wrong = w.answer(&challenge, Proof::Code(wrong_code(&app, &w))).await;
    assert_eq!(code(wrong), "invalid_code");
    let new = w.answer(&challenge, app.proof(&w)).await.unwrap();
    let token = new.token.reveal().unwrap();
    let session = w.cx.decisions.session(tokens::hash(token), w.now()).await.unwrap().unwrap();
    assert_eq!(session.signed_in.methods, Methods::of(Method::Password).and(Method::Totp));
    w.clock.pass_seconds(30);
    for unknown in [challenge.as_str(), "", "nonsense", token] {
        assert_eq!(code(w.answer(unknown, app.proof(&w)).await), "challenge_expired", "{unknown}");
    }
    let late = w.challenge("ada").await;
    w.clock.pass_seconds(600);
    assert_eq!(code(w.answer(&late, app.proof(&w)).await), "challenge_expired");
    w.finish().await;
}

#[tokio::test]
async fn a_challenge_is_tried_five_times() {
    let w = World::new().await;
    let ada = w.sign_up("ada", "ably").await;
    let app = w.enrol(&ada, "ada").await;
    let challenge = w.challenge("ada").await;
    for _ in 0..4 {
        let wrong = w.answer(&challenge, Proof::Code(wrong_code(&app, &w))).await;
        assert_eq!(code(wrong), "invalid_code");
    }
    assert_eq!(code(w.answer(&challenge, Proof::RecoveryCode("no".to_owned())).await), "invalid_code");
    assert_eq!(code(w.answer(&challenge, app.proof(&w)).await), "challenge_expired");
    let anew = w.challenge("ada").await;
    w.answer(&anew, app.proof(&w)).await.unwrap();
    w.finish().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn a_code_is_accepted_once_though_tried_at_once_and_on_two_nodes() {
    let here = Arc::new(World::new().await);
    let there = Arc::new(here.another_node(Setup::default()).await);
    let ada = here.sign_up("ada", "ably").await;
    let app = here.enrol(&ada, "ada").await;
    there.clock.pass_seconds(30);
    for round in 0..4 {
        let used = app.code(&here);
        let mut answers = Vec::new();
        for at in 0..16 {
            let (w, code) = (if at % 2 == 0 { &here } else { &there }, used.clone());
            let (w, challenge) = (Arc::clone(w), w.challenge("ada").await);
            answers.push(async move { w.answer(&challenge, Proof::Code(code)).await });
        }
        let outcomes = at_once(answers).await;
        let accepted = outcomes.iter().filter(|outcome| outcome.is_ok()).count();
        assert_eq!(accepted, 1, "round {round}");
        assert!(outcomes.into_iter().filter(Result::is_err).all(|outcome| code(outcome) == "invalid_code"));
        here.clock.pass_seconds(30);
        there.clock.pass_seconds(30);
        // It is within the window still, and was used.
        let again = here.challenge("ada").await;
        assert_eq!(code(here.answer(&again, Proof::Code(used)).await), "invalid_code");
    }
    here.finish().await;
}

#[tokio::test]
async fn the_code_that_turned_it_on_signs_in_no_more_nor_does_one_from_before() {
    let w = World::new().await;
    let ada = w.sign_up("ada", "ably").await;
    let app = begin(&w, &ada, Some(&password("ada"))).await.unwrap();
    let first = app.code(&w);
    let before = app.secret.code(w.now().plus_seconds(-30));
    two_factor::confirm_totp(&w.cx, &w.by(&ada), &first).await.unwrap();
    let challenge = w.challenge("ada").await;
    for used in [first, before] {
        assert_eq!(code(w.answer(&challenge, Proof::Code(used)).await), "invalid_code");
    }
    let next = app.secret.code(w.now().plus_seconds(30));
    w.answer(&challenge, Proof::Code(next)).await.unwrap();
    w.finish().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn a_recovery_code_signs_in_once_though_tried_at_once_and_on_two_nodes() {
    let here = Arc::new(World::new().await);
    let there = Arc::new(here.another_node(Setup::default()).await);
    let ada = here.sign_up("ada", "ably").await;
    let app = here.enrol(&ada, "ada").await;
    here.deliver().await;
    let typed = app.codes[0].to_uppercase().replace('-', " ");
    let mut answers = Vec::new();
    for at in 0..16 {
        let (w, typed) = (if at % 2 == 0 { &here } else { &there }, typed.clone());
        let (w, challenge) = (Arc::clone(w), w.challenge("ada").await);
        answers.push(async move { w.answer(&challenge, Proof::RecoveryCode(typed)).await });
    }
    let outcomes = at_once(answers).await;
    let new: Vec<_> = outcomes.iter().filter_map(|outcome| outcome.as_ref().ok()).collect();
    assert_eq!(new.len(), 1);
    let hash = tokens::hash(new[0].token.reveal().unwrap());
    let session = here.cx.decisions.session(hash, here.now()).await.unwrap().unwrap();
    assert_eq!(session.signed_in.methods, Methods::of(Method::Password).and(Method::RecoveryCode));
    assert_eq!(status(&here, &ada).await.recovery_codes_left, 9);
    let mails = here.deliver().await;
    assert_eq!(
        mails.iter().map(|mail| mail.subject.as_str()).collect::<Vec<_>>(),
        ["A recovery code was used"]
    );

    let replaced = two_factor::replace_recovery_codes(&here.cx, &here.by(&ada), Some(password("ada"))).await;
    let new = replaced.unwrap().codes.remove(0).reveal().unwrap().to_owned();
    let challenge = here.challenge("ada").await;
    let old = here.answer(&challenge, Proof::RecoveryCode(app.codes[1].clone())).await;
    assert_eq!(code(old), "invalid_code");
    here.answer(&challenge, Proof::RecoveryCode(new)).await.unwrap();
    here.finish().await;
}

/// Whoever knows the password guesses, from everywhere and for most of a day.
#[tokio::test]
async fn ten_thousand_wrong_codes_let_no_one_in_and_keep_no_user_out() {
    let w = World::of(Setup { rate_limits: true, ..Setup::default() }).await;
    let ada = w.sign_up("ada", "ably").await;
    let app = w.enrol(&ada, "ada").await;
    let elsewhere =
        |at: usize| Call { source_ip: Some(format!("10.{}.{}.1", at / 250, at % 250)), ..w.anonymous() };
    let challenge = async |at: usize| {
        let step = sessions::sign_in(&w.cx, &elsewhere(at), ada.email.clone(), password("ada")).await;
        asked(step.unwrap())
    };
    let (mut looked_at, mut refused, mut current) = (0, 0, String::new());
    for at in 0..10_000 {
        // One is good for five tries, and for ten minutes.
        if at % 80 == 0 {
            current = challenge(at).await;
        }
        let guess = Proof::Code(wrong_code(&app, &w));
        let mut outcome = two_factor::answer(&w.cx, &elsewhere(at), &current, guess.clone()).await;
        if outcome.as_ref().is_err_and(|error| error.code == "challenge_expired") {
            current = challenge(at).await;
            outcome = two_factor::answer(&w.cx, &elsewhere(at), &current, guess).await;
        }
        match code(outcome).as_str() {
            "invalid_code" => looked_at += 1,
            "rate_limited" => refused += 1,
            other => panic!("{other}"),
        }
        w.clock.pass_seconds(7);
    }
    assert_eq!((looked_at, refused), (50, 9_950));
    let new_place = challenge(9_999).await;
    let limited = two_factor::answer(&w.cx, &elsewhere(9_999), &new_place, app.proof(&w)).await;
    assert_eq!(refusal(limited).code, "rate_limited", "not from anywhere");
    let own = w.challenge("ada").await;
    w.answer(&own, app.proof(&w)).await.unwrap();
    let by_code = Proof::RecoveryCode(app.codes[0].clone());
    two_factor::answer(&w.cx, &elsewhere(9_999), &new_place, by_code).await.unwrap();
    w.deliver().await;
    w.finish().await;
}

#[tokio::test]
async fn an_app_is_taken_away_by_the_password_and_a_sign_in_of_late() {
    let w = World::new().await;
    let ada = w.sign_up("ada", "ably").await;
    assert_eq!(code(disable(&w, &ada, Some(&password("ada"))).await), "not_found");
    let no_codes = two_factor::replace_recovery_codes(&w.cx, &w.by(&ada), Some(password("ada"))).await;
    assert_eq!(code(no_codes), "two_factor_off");
    let app = w.enrol(&ada, "ada").await;
    let waiting = w.challenge("ada").await;
    assert_eq!(code(disable(&w, &ada, Some("not the password")).await), "wrong_password");
    w.clock.pass_seconds(15 * 60);
    let stale = disable(&w, &ada, Some(&password("ada"))).await;
    assert_eq!(code(stale), "reauthentication_required");

    let fresh = w.challenge("ada").await;
    let new = w.answer(&fresh, app.proof(&w)).await.unwrap();
    w.deliver().await;
    let again = Seat { session: new.id, signed_in: w.by_password(), ..ada.clone() };
    disable(&w, &again, Some(&password("ada"))).await.unwrap();
    assert_eq!(status(&w, &again).await, OFF);
    assert!(!is_known(&w, &ada.token).await && is_known(&w, new.token.reveal().unwrap()).await);
    assert!(!w.member(ada.account, ada.member).await.unwrap().two_factor);
    let mails = w.deliver().await;
    assert_eq!(
        mails.iter().map(|mail| mail.subject.as_str()).collect::<Vec<_>>(),
        ["Two-factor sign-in is off"]
    );
    let ended = w.answer(&waiting, Proof::RecoveryCode(app.codes[0].clone())).await;
    assert_eq!(code(ended), "challenge_expired");
    w.sign_in("ada").await.unwrap();
    w.finish().await;
}

#[tokio::test]
async fn a_user_without_a_password_shows_a_sign_in_of_late_instead() {
    let w = World::new().await;
    let ada = w.sign_up("ada", "ably").await;
    w.run_raw("UPDATE users SET password_hash = NULL").await;
    let app = begin(&w, &ada, None).await.unwrap();
    two_factor::confirm_totp(&w.cx, &w.by(&ada), &app.code(&w)).await.unwrap();
    disable(&w, &ada, None).await.unwrap();
    w.clock.pass_seconds(15 * 60);
    assert_eq!(code(begin(&w, &ada, None).await), "reauthentication_required");
    w.finish().await;
}

#[tokio::test]
async fn what_is_secret_is_shown_once_and_stored_nowhere_in_clear() {
    let w = World::new().await;
    let ada = w.sign_up("ada", "ably").await;
    let begin = async || {
        let call = w.keyed(ada.caller(), "k", "POST /v1/me/two-factor/totp", "{}");
        two_factor::begin_totp(&w.cx, &call, Some(password("ada"))).await.unwrap()
    };
    let (first, again) = (begin().await, begin().await);
    let secret = first.secret.reveal().unwrap().to_owned();
    assert_eq!((again.secret.reveal(), again.uri.reveal()), (None, None));
    let uri = first.uri.reveal().unwrap();
    assert!(uri.starts_with("otpauth://totp/accounts%2Eexample%2Ecom:ada%40example%2Ecom?secret="), "{uri}");
    let app = App::of(&secret);
    let confirm = async || {
        let call = w.keyed(ada.caller(), "c", "POST /v1/me/two-factor/totp/confirm", "{}");
        two_factor::confirm_totp(&w.cx, &call, &app.code(&w)).await.unwrap().codes
    };
    let (codes, again) = (confirm().await, confirm().await);
    assert!(again.iter().all(|code| code.reveal().is_none()) && again.len() == 10);
    let step = async || {
        let call = w.keyed(Caller::Anonymous, "s", "POST /v1/sessions", "{}");
        match sessions::sign_in(&w.cx, &call, ada.email.clone(), password("ada")).await.unwrap() {
            SignIn::SecondFactor { challenge } => challenge,
            SignIn::Session(_) => panic!("it is asked for"),
        }
    };
    let (challenge, again) = (step().await, step().await);
    assert!(again.reveal().is_none());
    let shown = format!("{first:?} {codes:?} {challenge:?}");
    let all =
        codes.iter().filter_map(|code| code.reveal()).chain([secret.as_str(), challenge.reveal().unwrap()]);
    for secret in all {
        assert!(!w.is_stored(secret).await, "it is stored");
        assert!(!w.is_stored(&secret.replace('-', "")).await, "it is stored without its dashes");
        assert!(!shown.contains(secret), "it is shown to a log");
    }
    let rows = w.texts("SELECT 'x' FROM recovery_codes").await.len();
    assert_eq!(rows, 10);
    w.finish().await;
}

#[tokio::test]
async fn secrets_outlive_a_change_of_the_deployments_key() {
    let old = World::new().await;
    let (ada, bob) = (old.sign_up("ada", "ably").await, old.sign_up("bob", "ably").await);
    let (of_ada, of_bob) = (old.enrol(&ada, "ada").await, old.enrol(&bob, "bob").await);
    old.deliver().await;
    let with = |accepts_old| Setup { signer: Arc::new(NewKeySigner { accepts_old }), ..Setup::default() };
    let both = old.another_node(with(true)).await;
    both.clock.pass_seconds(120);
    let sealed = async || {
        let mut unit = both.unit(bailiwick_ports::Access::Read).await;
        let all = unit.two_factor().sealed(None, 10).await.unwrap();
        unit.rollback().await.unwrap();
        all.iter().filter(|(_, sealed)| both.cx.sealer.is_present(sealed)).count()
    };
    assert_eq!(sealed().await, 0);
    let challenge = both.challenge("ada").await;
    both.answer(&challenge, of_ada.proof(&both)).await.unwrap();
    assert_eq!(sealed().await, 1, "a secret in use is sealed anew");
    jobs::run_jobs(&both.cx, both.now()).await.unwrap();
    assert_eq!(sealed().await, 2, "and by the hour all are");
    let new = old.another_node(with(false)).await;
    new.clock.pass_seconds(180);
    let challenge = new.challenge("bob").await;
    new.answer(&challenge, of_bob.proof(&new)).await.unwrap();
    let challenge = new.challenge("ada").await;
    new.answer(&challenge, Proof::RecoveryCode(of_ada.codes[0].clone())).await.unwrap();
    old.deliver().await;
}

#[tokio::test]
async fn one_users_secret_and_codes_are_of_no_use_to_another() {
    let w = World::new().await;
    let (ada, eve) = (w.sign_up("ada", "ably").await, w.sign_up("eve", "ably").await);
    let of_ada = w.enrol(&ada, "ada").await;
    w.enrol(&eve, "eve").await;
    let challenge = w.challenge("eve").await;
    for proof in [of_ada.proof(&w), Proof::RecoveryCode(of_ada.codes[0].clone())] {
        assert_eq!(code(w.answer(&challenge, proof).await), "invalid_code");
    }
    // Who can write the database puts their own secret in another's place, and it does not open there.
    let copy = format!(
        "UPDATE totp SET sealed = (SELECT sealed FROM totp t JOIN users u ON u.id = t.user_id \
         WHERE u.email = '{}') WHERE user_id = (SELECT id FROM users WHERE email = '{}')",
        eve.email, ada.email
    );
    assert_eq!(w.run_raw(&copy).await, 1);
    let challenge = w.challenge("ada").await;
    assert_eq!(code(w.answer(&challenge, of_ada.proof(&w)).await), "internal");
    w.finish().await;
}

#[tokio::test]
async fn by_the_ably_model_a_member_with_only_billing_may_not_set_one_up() {
    let w = World::new().await;
    let owner = w.sign_up("owner", "ably").await;
    for (role, may) in [("developer", true), ("billing", false), ("admin", true)] {
        let seat = w.join(&owner, role, grants(&[role])).await;
        let begun = begin(&w, &seat, Some(&password(role))).await;
        assert_eq!(
            begun.as_ref().err().map(|error| error.code.as_str()),
            (!may).then_some("permission_denied"),
            "{role}"
        );
        if let Err(error) = begun {
            assert_eq!(error.permission.as_deref(), Some("two_factor.configure_own"));
        }
    }
    // Another account that allows it does; and so does none at all.
    let both = w.join(&owner, "both", grants(&["billing"])).await;
    let (name, model) = ("Mine".to_owned(), Some("ably".to_owned()));
    accounts::create(&w.cx, &w.by(&both), name, model, None).await.unwrap();
    begin(&w, &both, Some(&password("both"))).await.map(drop).unwrap();
    let gone = w.join(&owner, "gone", grants(&["billing"])).await;
    w.remove(&gone, gone.member).await.unwrap();
    begin(&w, &gone, Some(&password("gone"))).await.map(drop).unwrap();
    w.finish().await;
}

#[tokio::test]
async fn by_the_pubnub_model_every_member_with_a_grant_may_set_one_up() {
    let w = World::new().await;
    let owner = w.sign_up("owner", "pubnub").await;
    let viewer = w.join(&owner, "viewer", grants(&["functions-viewer"])).await;
    let nobody = w.join(&owner, "nobody", vec![]).await;
    begin(&w, &viewer, Some(&password("viewer"))).await.map(drop).unwrap();
    assert_eq!(code(begin(&w, &nobody, Some(&password("nobody"))).await), "permission_denied");
    w.finish().await;
}
