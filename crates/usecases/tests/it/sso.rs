//! An account's own sign-in: who becomes a member by it under the rules of their role model, what is recorded of that, and
//! what an older connection said.

use bailiwick_domain::audit::AuditEvent;
use bailiwick_domain::connections::ClaimedDomain;
use bailiwick_domain::invitations::InvitationStatus;
use bailiwick_ports::Access;
use bailiwick_usecases::connections::{self, NewConnection};
use bailiwick_usecases::sessions::{NewSession, SignIn};
use bailiwick_usecases::sso::{self, Back, Landed, Returned, Through};
use bailiwick_usecases::{Result, users};

use crate::support::{PUBLIC_URL, Seat, World, code, grants, opened};

/// A verifier with its SHA-256, from RFC 7636, appendix B.
const VERIFIER: &str = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";
const CHALLENGE: &str = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";

fn connection(role: &str) -> NewConnection {
    NewConnection {
        issuer: "https://issuer.example".to_owned(),
        client_id: "bailiwick".to_owned(),
        client_secret: Some("secret".to_owned()),
        default_role: Some(role.to_owned()),
        strict: false,
    }
}

async fn put(w: &World, owner: &Seat, connection: NewConnection) {
    connections::put(&w.cx, &w.by(owner), owner.account, connection).await.unwrap();
}

/// Connects an account, whose domain example.com is proven to be.
async fn connect(w: &World, owner: &Seat, role: &str) {
    put(w, owner, connection(role)).await;
    let domain =
        connections::claim(&w.cx, &w.by(owner), owner.account, "example.com".to_owned()).await.unwrap();
    let mut unit = w.unit(Access::Write).await;
    let proven = ClaimedDomain { verified_at: Some(w.now()), ..domain };
    unit.connections().prove(&proven).await.unwrap();
    unit.commit().await.unwrap();
}

/// What comes of a sign-in through an account.
async fn land(w: &World, owner: &Seat, name: &str, back: Option<Back>) -> Result<Landed> {
    w.providers.vouch_for(&format!("{name}@example.com"));
    let through = Through::Account(owner.account);
    let started = sso::start(&w.cx, &w.anonymous(), through.clone(), back).await?;
    let returned = Returned {
        state: started.url.split_once("state=").map(|(_, state)| state),
        browser: Some(&started.browser),
        code: Some("of the provider"),
        error: None,
        issuer: None,
    };
    sso::land(&w.cx, &w.anonymous(), through, returned).await
}

async fn sign_in(w: &World, owner: &Seat, name: &str) -> Result<SignIn> {
    match land(w, owner, name, None).await? {
        Landed::SignedIn(sign_in) => Ok(sign_in),
        Landed::GoOn(url) => panic!("no page waits, but it goes on to {url}"),
    }
}

/// The code that a page is given.
async fn page_code(w: &World, owner: &Seat, name: &str) -> String {
    let back = Back { to: format!("{PUBLIC_URL}/welcome"), challenge: CHALLENGE.to_owned() };
    match land(w, owner, name, Some(back)).await.unwrap() {
        Landed::GoOn(url) => url.split_once("#code=").unwrap().1.to_owned(),
        Landed::SignedIn(_) => panic!("a page waits"),
    }
}

async fn exchange(w: &World, code: &str) -> Result<SignIn> {
    sso::exchange(&w.cx, &w.anonymous(), code, VERIFIER).await
}

async fn is_known(w: &World, session: &NewSession) -> bool {
    bailiwick_usecases::sessions::authenticate(&w.cx, session.token.reveal()).await.is_ok()
}

/// Somebody's address is proven, so that an account's provider may vouch for it.
async fn prove_address(w: &World, seat: &Seat) {
    let mails = w.deliver().await;
    let mail = mails.iter().find(|mail| mail.to.as_str() == seat.email && mail.text.contains("verify-email"));
    let token = crate::support::token_in(mail.unwrap());
    users::verify_email(&w.cx, &w.by(seat), &token).await.unwrap();
}

#[tokio::test]
async fn a_newcomer_gets_the_default_role_and_the_account_s_audit_tells_of_it() {
    let w = World::new().await;
    let owner = w.sign_up("owner", "standard").await;
    connect(&w, &owner, "viewer").await;
    let before = w.actions(owner.account).await.len();
    opened(sign_in(&w, &owner, "new").await.unwrap());
    let told: Vec<AuditEvent> = w.events(bailiwick_domain::audit::Chain::Account(owner.account)).await;
    let [joined] = &told[before..] else { panic!("one event: {:?}", &told[before..]) };
    assert_eq!((joined.action.as_str(), &joined.after["by"]), ("member.joined", &"sso".into()));
    assert_eq!(joined.after["grants"][0]["role"], "viewer");
    assert_eq!(joined.actor.kind, "user");
    opened(sign_in(&w, &owner, "new").await.unwrap());
    assert_eq!(w.actions(owner.account).await.len(), before + 1, "who comes again joins nothing");
    w.finish().await;
}

#[tokio::test]
async fn who_is_active_in_another_account_of_an_exclusive_model_does_not_join() {
    let w = World::new().await;
    let (one, two) = (w.sign_up("one", "arbify").await, w.sign_up("two", "arbify").await);
    let bob = w.join(&two, "bob", grants(&["viewer"])).await;
    w.deliver().await;
    connect(&w, &one, "viewer").await;
    for suspended in [false, true] {
        w.suspend(&two, bob.member, suspended).await.unwrap();
        let refused = w.refused(&one, sign_in(&w, &one, "bob")).await;
        assert_eq!(refused.code, "active_elsewhere", "suspended: {suspended}");
    }
    w.remove(&two, bob.member).await.unwrap();
    opened(sign_in(&w, &one, "bob").await.unwrap());
    assert!(w.actions(one.account).await.contains(&"member.joined".to_owned()));
    // An account of another model is no matter.
    let plain = w.sign_up("plain", "standard").await;
    w.join_known(&plain, "bob", &bob, grants(&["viewer"])).await;
    opened(sign_in(&w, &one, "bob").await.unwrap());
    w.finish().await;
}

#[tokio::test]
async fn joining_lets_invitations_of_other_accounts_of_an_exclusive_model_lapse() {
    let w = World::new().await;
    let (one, two) = (w.sign_up("one", "arbify").await, w.sign_up("two", "arbify").await);
    let plain = w.sign_up("plain", "standard").await;
    let (own, _) = w.invited(&one, "bob", grants(&["user"])).await;
    let (lost, _) = w.invited(&two, "bob", grants(&["user"])).await;
    let (kept, _) = w.invited(&plain, "bob", grants(&["viewer"])).await;
    connect(&w, &one, "viewer").await;
    let before = w.actions(two.account).await;
    opened(sign_in(&w, &one, "bob").await.unwrap());

    let status = async |account, id| w.invitation(account, id).await.status_at(w.now());
    assert_eq!(status(one.account, own.invitation.id).await, InvitationStatus::Accepted);
    assert_eq!(status(two.account, lost.invitation.id).await, InvitationStatus::Lapsed);
    assert_eq!(status(plain.account, kept.invitation.id).await, InvitationStatus::Pending);
    assert_eq!(w.held_by(one.account, own.invitation.member).await, ["user"], "as the invitation says");
    assert_eq!(w.actions(two.account).await[before.len()..], ["invitation.lapsed"]);
    assert!(w.actions(one.account).await.contains(&"invitation.accepted".to_owned()));
    w.finish().await;
}

#[tokio::test]
async fn what_an_older_connection_said_signs_nobody_in() {
    let w = World::new().await;
    let owner = w.sign_up("owner", "standard").await;
    connect(&w, &owner, "viewer").await;
    let good = page_code(&w, &owner, "bob").await;
    let session = opened(exchange(&w, &good).await.unwrap());
    assert!(is_known(&w, &session).await);

    let other_issuer = NewConnection { issuer: "https://other.example".to_owned(), ..connection("viewer") };
    let other_client = NewConnection { client_id: "other".to_owned(), ..connection("viewer") };
    for replaced in [other_issuer, other_client, connection("viewer")] {
        let outstanding = page_code(&w, &owner, "bob").await;
        put(&w, &owner, replaced).await;
        assert_eq!(code(exchange(&w, &outstanding).await), "sso_state_invalid");
    }
    assert!(!is_known(&w, &session).await, "sessions end as well");
    let outstanding = page_code(&w, &owner, "bob").await;
    connections::remove(&w.cx, &w.by(&owner), owner.account).await.unwrap();
    assert_eq!(code(exchange(&w, &outstanding).await), "sso_state_invalid");
    // A new one begins to count its changes anew.
    w.clock.pass_seconds(1);
    put(&w, &owner, connection("viewer")).await;
    assert_eq!(code(exchange(&w, &outstanding).await), "sso_state_invalid");
    let anew = page_code(&w, &owner, "bob").await;
    opened(exchange(&w, &anew).await.unwrap());
    w.finish().await;
}

#[tokio::test]
async fn the_second_step_of_a_sign_in_through_an_older_connection_is_over() {
    let w = World::new().await;
    let owner = w.sign_up("owner", "standard").await;
    connect(&w, &owner, "viewer").await;
    let bob = w.sign_up("bob", "standard").await;
    prove_address(&w, &bob).await;
    let app = w.enrol(&bob, "bob").await;
    let challenge = async || match sign_in(&w, &owner, "bob").await.unwrap() {
        SignIn::SecondFactor { challenge } => challenge.reveal().unwrap().to_owned(),
        SignIn::Session(_) => panic!("a second factor is asked for"),
    };
    let (first, second) = (challenge().await, challenge().await);
    let made = w.answer(&first, app.proof(&w)).await.unwrap();
    let by = w.cx.decisions.session(bailiwick_usecases::tokens::hash(made.token.reveal().unwrap()), w.now());
    assert_eq!(by.await.unwrap().unwrap().signed_in.sso, Some(owner.account));
    w.clock.pass_seconds(30);
    put(&w, &owner, connection("viewer")).await;
    assert_eq!(code(w.answer(&second, app.proof(&w)).await), "challenge_expired");
    let anew = challenge().await;
    w.answer(&anew, app.proof(&w)).await.unwrap();
    w.finish().await;
}
