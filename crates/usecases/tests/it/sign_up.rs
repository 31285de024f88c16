//! Signing up, proving an address, and accounts of one's own.

use bailiwick_domain::accounts::AccountKind;
use bailiwick_domain::audit::Chain;
use bailiwick_usecases::error::Kind;
use bailiwick_usecases::users::{self, SignUp};
use bailiwick_usecases::{Call, Caller, accounts, sessions};

use crate::support::{Seat, Setup, World, code, refusal, token_in};

#[tokio::test]
async fn whoever_signs_up_owns_the_new_account_under_every_model() {
    let w = World::new().await;
    let owner_roles = [
        ("standard", "owner"),
        ("ably", "owner"),
        ("arbify", "owner"),
        ("pubnub", "account-owner"),
        ("pubnub-classic", "account-admin"),
    ];
    for (model, role) in owner_roles {
        let ada = w.sign_up(&format!("ada-{model}"), model).await;
        assert_eq!(w.held(&ada).await, [role], "{model}");
        assert!(w.may(&ada, "member.roles.change").await, "{model}");
        assert_eq!(w.actions(ada.account).await, ["account.created"], "{model}");
        let own = w.events(Chain::User(ada.user)).await;
        let own: Vec<_> = own.iter().map(|event| event.action.as_str()).collect();
        assert_eq!(own, ["user.created", "session.created"], "{model}");
        let account = accounts::get(&w.cx, &w.by(&ada), ada.account).await.unwrap();
        assert_eq!((account.model.id.as_str(), account.kind), (model, AccountKind::Organization));
        assert_eq!(sessions::authenticate(&w.cx, Some(&ada.token)).await, Ok(ada.caller()));
    }
    assert_eq!(w.waiting().await, 5, "a verification mail each");
    w.finish().await;
}

#[tokio::test]
async fn an_account_that_names_no_model_follows_the_standard_one() {
    let w = World::new().await;
    let form = SignUp { role_model: None, ..World::form("ada", "standard") };
    let made = users::sign_up(&w.cx, &w.anonymous(), form).await.unwrap();
    assert_eq!(made.account.model.id, "standard");
    w.finish().await;
}

async fn refused_sign_up(w: &World, form: SignUp) -> bailiwick_usecases::Error {
    let email = form.email.clone();
    let error = refusal(users::sign_up(&w.cx, &w.anonymous(), form).await);
    let signed_in =
        sessions::sign_in(&w.cx, &w.anonymous(), email, "the long password of ada".to_owned()).await;
    assert!(signed_in.is_err(), "no user was made");
    assert_eq!(w.waiting().await, 0);
    error
}

#[tokio::test]
async fn a_refused_sign_up_names_every_field_and_makes_nothing() {
    let w = World::new().await;
    let form = || World::form("ada", "standard");
    let error = refused_sign_up(
        &w,
        SignUp { email: "ada".into(), name: " ".into(), account_name: "a\nb".into(), ..form() },
    )
    .await;
    let pointers: Vec<_> = error.errors.iter().map(|field| field.pointer.as_str()).collect();
    assert_eq!((error.kind, error.code.as_str()), (Kind::Invalid, "invalid_field"));
    assert_eq!(pointers, ["/email", "/name", "/account_name"]);

    let error = refused_sign_up(&w, SignUp { role_model: Some("feudal".into()), ..form() }).await;
    assert_eq!(
        (error.code.as_str(), error.errors[0].pointer.as_str()),
        ("unknown_role_model", "/role_model")
    );
    assert!(error.detail.contains("pubnub-classic"), "it says which there are: {}", error.detail);

    for weak in ["short", "password123", "ada@example.com"] {
        let error = refused_sign_up(&w, SignUp { password: weak.into(), ..form() }).await;
        assert_eq!(
            (error.code.as_str(), error.errors[0].pointer.as_str()),
            ("password_too_weak", "/password")
        );
    }
    w.finish().await;
}

#[tokio::test]
async fn an_address_is_taken_whatever_its_case() {
    let w = World::new().await;
    w.sign_up("ada", "standard").await;
    let form = SignUp { email: "ADA@Example.COM".to_owned(), ..World::form("ada", "standard") };
    assert_eq!(code(users::sign_up(&w.cx, &w.anonymous(), form).await), "email_taken");
    assert_eq!(w.waiting().await, 1, "only the first one's mail");
    w.finish().await;
}

async fn verified(w: &World, seat: &Seat) -> bool {
    users::me(&w.cx, &w.by(seat)).await.unwrap().email_verified_at.is_some()
}

#[tokio::test]
async fn a_mailed_link_proves_an_address_and_again_does_no_harm() {
    let w = World::new().await;
    let ada = w.sign_up("ada", "standard").await;
    let mails = w.deliver().await;
    assert_eq!((mails.len(), mails[0].to.as_str()), (1, "ada@example.com"));
    assert!(mails[0].text.contains("https://accounts.example.com/verify-email?token="), "{}", mails[0].text);
    let token = token_in(&mails[0]);
    assert!(!verified(&w, &ada).await);
    for _ in 0..2 {
        users::verify_email(&w.cx, &w.anonymous(), &token).await.unwrap();
        assert!(verified(&w, &ada).await);
    }
    let own = w.events(Chain::User(ada.user)).await;
    assert_eq!(own.iter().filter(|event| event.action == "user.email_verified").count(), 1);
    w.finish().await;
}

#[tokio::test]
async fn a_token_that_was_changed_or_is_of_another_kind_is_absent() {
    let w = World::new().await;
    let ada = w.sign_up("ada", "standard").await;
    let token = token_in(&w.deliver().await[0]);
    let (_, invitation) = w.invited(&ada, "bob", vec![]).await;
    let mut changed = token.clone().into_bytes();
    let last = changed.last_mut().unwrap();
    *last = if *last == b'A' { b'E' } else { b'A' };
    for wrong in [String::from_utf8(changed).unwrap(), invitation, String::new(), "x".repeat(500)] {
        assert_eq!(code(users::verify_email(&w.cx, &w.anonymous(), &wrong).await), "not_found", "{wrong}");
    }
    assert_eq!(code(w.accept_new("bob", &token).await), "not_found", "nor does it accept an invitation");
    assert!(!verified(&w, &ada).await);
    w.finish().await;
}

#[tokio::test]
async fn a_user_has_many_organisations_and_one_personal_account() {
    let w = World::new().await;
    let ada = w.sign_up("ada", "standard").await;
    let create = async |kind| accounts::create(&w.cx, &w.by(&ada), "Another".to_owned(), None, kind).await;
    create(None).await.unwrap();
    let personal = create(Some(AccountKind::Personal)).await.unwrap();
    assert_eq!(personal.account.personal_of, Some(ada.user));
    assert_eq!(code(create(Some(AccountKind::Personal)).await), "personal_account_exists");
    let mine = users::my_accounts(&w.cx, &w.by(&ada), None, 10).await.unwrap().items;
    assert_eq!(mine.len(), 3);
    assert!(
        mine.iter().all(|(account, member)| account.id == member.account && member.grants[0].role == "owner")
    );
    w.finish().await;
}

#[tokio::test]
async fn only_a_signed_in_user_makes_accounts() {
    let w = World::new().await;
    let create =
        async |caller: Caller| accounts::create(&w.cx, &w.call(caller), "New".to_owned(), None, None).await;
    assert_eq!(code(create(Caller::Anonymous).await), "unauthenticated");
    assert_eq!(code(create(w.any_platform()).await), "user_only");
    assert_eq!(code(create(Caller::Operator).await), "user_only");
    w.finish().await;
}

#[tokio::test]
async fn a_user_changes_their_own_name_once_a_version() {
    let w = World::new().await;
    let ada = w.sign_up("ada", "standard").await;
    let rename = async |call: Call, name: &str| users::rename_me(&w.cx, &call, Some(name.to_owned())).await;
    let renamed = rename(w.by_if(&ada, 1), "Ada Lovelace").await.unwrap();
    assert_eq!((renamed.name.as_str(), renamed.version), ("Ada Lovelace", 2));
    assert_eq!(code(rename(w.by_if(&ada, 1), "Countess").await), "stale_version");
    assert_eq!(
        rename(w.by_if(&ada, 2), "Ada Lovelace").await.unwrap().version,
        2,
        "the same name changes nothing"
    );
    assert_eq!(refusal(rename(w.by(&ada), "").await).errors[0].pointer, "/name");
    let member = w.member(ada.account, ada.member).await.unwrap();
    assert_eq!(member.name.as_deref(), Some("Ada Lovelace"), "members show the user's present name");
    let own = w.events(Chain::User(ada.user)).await;
    assert_eq!(own.iter().filter(|event| event.action == "user.renamed").count(), 1);
    w.finish().await;
}

#[tokio::test]
async fn sign_ups_are_limited_by_source() {
    let w = World::of(Setup { rate_limits: true, ..Setup::default() }).await;
    let sign_up = async |name: &str, ip: &str| {
        let call = Call { source_ip: Some(ip.to_owned()), ..w.anonymous() };
        users::sign_up(&w.cx, &call, World::form(name, "standard")).await
    };
    for at in 0..30 {
        sign_up(&format!("user{at}"), "192.0.2.1").await.unwrap();
    }
    let error = refusal(sign_up("late", "192.0.2.1").await);
    assert_eq!(
        (error.kind, error.code.as_str(), error.retry_after),
        (Kind::TooMany, "rate_limited", Some(3600))
    );
    sign_up("late", "192.0.2.2").await.unwrap();
    w.clock.pass_seconds(3600);
    sign_up("later", "192.0.2.1").await.unwrap();
    w.finish().await;
}
