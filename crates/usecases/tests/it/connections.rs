//! An account's own single sign-on: who may configure it, what a change ends, and what is left of it afterwards.

use std::sync::Arc;

use bailiwick_domain::connections::{DomainName, Protocol};
use bailiwick_ports::Access;
use bailiwick_usecases::connections::{self, NewConnection};
use bailiwick_usecases::error::Kind;
use bailiwick_usecases::two_factor::Proof;
use bailiwick_usecases::{Caller, accounts, sso, two_factor};
use serde_json::json;

use crate::support::{
    Seat, Setup, World, as_another, by_secret, code, connection, grants, own, person, refusal,
};

/// The same provider, by the secret that there is.
fn same(role: &str) -> NewConnection {
    NewConnection { default_role: Some(role.to_owned()), ..by_secret(None, connection("id")) }
}

/// The secret that is kept.
async fn secret(w: &World, of: &Seat) -> String {
    let mut unit = w.unit(Access::Read).await;
    let kept = unit.connections().find(of.account).await.unwrap().unwrap();
    unit.rollback().await.unwrap();
    let Protocol::Oidc { sealed_secret, .. } = kept.protocol else { panic!("no secret") };
    String::from_utf8(w.cx.sealer.open("sso client secret", &sealed_secret).unwrap()).unwrap()
}

#[tokio::test]
async fn another_provider_client_or_secret_ends_what_came_through_the_former_and_nothing_else_does() {
    let w = World::new().await;
    let ada = w.connected("ada", "standard").await;
    let mut last = connection("id");
    let changes = [as_another(connection("id")), as_another(connection("id")), connection("elsewhere")];
    for new in changes {
        let (caller, token) = w.came_through(&ada, "bob").await;
        let role = Some("member".to_owned());
        w.connect(&ada, NewConnection { default_role: role, ..by_secret(None, last) }).await.unwrap();
        assert!(w.is_open(&token).await, "the provider is the same");
        last = new.clone();
        w.connect(&ada, new).await.unwrap();
        assert!(!w.is_open(&token).await);
        let told = w.last_event(ada.account).await;
        let Caller::User { user, session, .. } = caller else { panic!("a user") };
        assert_eq!((told.action.as_str(), told.target.id), ("session.revoked", Some(session.to_string())));
        assert_eq!((told.before, told.actor.id), (json!({ "user": user }), Some(ada.user.to_string())));
    }
    assert!(w.is_open(&ada.token).await);
    w.finish().await;
}

#[tokio::test]
async fn a_connection_that_goes_ends_what_came_through_it_and_members_stay() {
    let w = World::new().await;
    let ada = w.connected("ada", "standard").await;
    let (caller, token) = w.came_through(&ada, "bob").await;
    let (_, other) = w.came_through(&ada, "carl").await;
    w.disconnect(&ada).await.unwrap();
    assert!(!w.is_open(&token).await && !w.is_open(&other).await);
    let actions = w.actions(ada.account).await;
    assert_eq!(actions[actions.len() - 3..], ["sso.removed", "session.revoked", "session.revoked"]);
    let gone = sso::start(&w.cx, &w.anonymous(), own(&ada), None).await;
    assert_eq!(code(gone), "not_found");
    let Caller::User { user, .. } = caller else { panic!("a user") };
    let mut unit = w.unit(Access::Read).await;
    assert!(unit.members().find_by_user(ada.account, user).await.unwrap().is_some());
    unit.rollback().await.unwrap();
    w.finish().await;
}

#[tokio::test]
async fn what_a_former_connection_proved_opens_no_session() {
    let w = World::new().await;
    let ada = w.connected("ada", "standard").await;
    let bob = person("bob");
    let again = async |new| {
        w.disconnect(&ada).await.unwrap();
        w.clock.pass_seconds(1);
        w.connect(&ada, new).await.unwrap();
    };
    let page = w.page_code(own(&ada), &bob).await.unwrap();
    w.disconnect(&ada).await.unwrap();
    let error = refusal(w.exchange(&page).await);
    assert_eq!((error.kind, error.code.as_str()), (Kind::Unauthenticated, "sso_failed"));

    w.connect(&ada, connection("id")).await.unwrap();
    let page = w.page_code(own(&ada), &bob).await.unwrap();
    again(connection("id")).await;
    assert_eq!(code(w.exchange(&page).await), "sso_failed", "taken away and made anew");

    let page = w.page_code(own(&ada), &bob).await.unwrap();
    let begun = w.begin_sso(own(&ada), false).await;
    let client = as_another(connection("id"));
    w.connect(&ada, client).await.unwrap();
    assert_eq!(code(w.exchange(&page).await), "sso_failed", "the issuer is the same, the client is not");
    assert_eq!(code(w.land(&begun, &bob).await), "sso_failed");

    let page = w.page_code(own(&ada), &bob).await.unwrap();
    w.exchange(&page).await.unwrap();
    w.finish().await;
}

#[tokio::test]
async fn a_second_factor_finishes_no_sign_in_through_a_connection_that_went_and_no_try_is_used_up() {
    let w = World::of(Setup { rate_limits: true, ..Setup::default() }).await;
    let ada = w.connected("ada", "standard").await;
    let bob = w.join(&ada, "bob", grants(&["viewer"])).await;
    let app = w.enrol(&bob, "bob").await;
    let challenge = w.asked_through(own(&ada), &person("bob")).await;
    w.disconnect(&ada).await.unwrap();
    for _ in 0..5 {
        assert_eq!(code(w.answer(&challenge, app.proof(&w)).await), "sso_failed");
    }
    let by_code = Proof::RecoveryCode(app.codes[0].clone());
    assert_eq!(code(w.answer(&challenge, by_code.clone()).await), "challenge_expired", "tried too often");
    let challenge = w.challenge("bob").await;
    w.answer(&challenge, app.proof(&w)).await.unwrap();
    let challenge = w.challenge("bob").await;
    w.answer(&challenge, by_code).await.unwrap();
    let left = two_factor::status(&w.cx, &w.by(&bob)).await.unwrap().recovery_codes_left;
    assert_eq!(left, 9, "the other one was not taken");
    w.finish().await;
}

#[tokio::test]
async fn a_secret_that_is_replaced_meanwhile_stays_replaced() {
    let w = Arc::new(World::new().await);
    let ada = w.connected("ada", "standard").await;
    let (meanwhile, by) = (Arc::clone(&w), ada.clone());
    let rotate = async move {
        let new = by_secret(Some("a new one"), connection("id"));
        meanwhile.connect(&by, new).await.unwrap();
    };
    w.providers.when_probed(rotate).await;
    w.connect(&ada, same("member")).await.unwrap();
    assert_eq!(secret(&w, &ada).await, "a new one");
    let (meanwhile, by) = (Arc::clone(&w), ada.clone());
    let move_away = async move {
        meanwhile.connect(&by, connection("elsewhere")).await.unwrap();
    };
    w.providers.when_probed(move_away).await;
    assert_eq!(code(w.connect(&ada, same("viewer")).await), "overtaken", "the secret goes to no one else");
    assert_eq!(secret(&w, &ada).await, "the secret at elsewhere");
    w.finish().await;
}

#[tokio::test]
async fn an_older_version_changes_no_connection() {
    let w = World::new().await;
    let ada = w.connected("ada", "standard").await;
    let put =
        async |version| connections::put(&w.cx, &w.by_if(&ada, version), ada.account, same("member")).await;
    let kept = put(1).await.unwrap();
    assert_eq!((kept.connection.version, kept.connection.default_role.as_deref()), (2, Some("member")));
    let error = w.refused(&ada, put(1)).await;
    assert_eq!((error.kind, error.code.as_str()), (Kind::Stale, "stale_version"));
    let remove = async |version| connections::remove(&w.cx, &w.by_if(&ada, version), ada.account).await;
    assert_eq!(w.refused(&ada, remove(1)).await.code, "stale_version");
    remove(2).await.unwrap();
    w.finish().await;
}

#[tokio::test]
async fn who_shuts_themselves_out_is_told_what_was_kept() {
    let w = World::new().await;
    let ada = w.sign_up("ada", "standard").await;
    let bob = w.join(&ada, "bob", grants(&["admin"])).await;
    let strict = NewConnection { strict: true, ..connection("id") };
    let kept = w.connect(&bob, strict).await.unwrap();
    assert_eq!((kept.strict, kept.connection.by_owner, kept.connection.version), (true, false, 1));
    let told = w.last_event(ada.account).await;
    assert_eq!((&told.after["by_owner"], &told.after["new_secret"]), (&json!(false), &json!(true)));
    let refused = accounts::get(&w.cx, &w.by(&bob), ada.account).await;
    assert_eq!(code(refused), "sso_required");
    w.connect(&ada, same("viewer")).await.unwrap();
    let told = w.last_event(ada.account).await;
    assert_eq!((&told.after["strict"], &told.after["new_secret"]), (&json!(false), &json!(false)));
    assert_eq!(told.after["by_owner"], false, "who changes something else does not choose the provider");
    w.connect(&ada, connection("id")).await.unwrap();
    let told = w.last_event(ada.account).await;
    assert_eq!((&told.before["by_owner"], &told.after["by_owner"]), (&json!(false), &json!(true)));
    w.finish().await;
}

/// Guards configure the sign-in, and may not grant visitors anything.
const MODEL: &str = r#"
id = "guarded"
version = 1
title = "Guarded"
roles_per_member = "one"
base_permissions = ["account.view"]

[ownership]
role = "owner"
least = 1

[[roles]]
id = "owner"
title = "Owner"
scope = "account"
permissions = ["*"]
granted_by = ["owner"]

[[roles]]
id = "guard"
title = "Guard"
scope = "account"
permissions = ["sso.configure"]
granted_by = ["guard", "owner"]
invitable = true

[[roles]]
id = "visitor"
title = "Visitor"
scope = "account"
permissions = ["member.view"]
granted_by = ["owner"]
invitable = true
"#;

#[tokio::test]
async fn newcomers_get_no_role_by_default_that_its_writer_may_not_grant() {
    let w = World::with_model(MODEL).await;
    let ada = w.sign_up("ada", "guarded").await;
    let bob = w.join(&ada, "bob", grants(&["guard"])).await;
    let with = |role: &str| NewConnection { default_role: Some(role.to_owned()), ..connection("id") };
    let error = w.refused(&bob, w.connect(&bob, with("visitor"))).await;
    assert_eq!((error.kind, error.code.as_str()), (Kind::Forbidden, "role_not_grantable"));
    for never in ["owner", "nobody"] {
        let error = w.refused(&ada, w.connect(&ada, with(never))).await;
        assert_eq!((error.kind, error.errors[0].pointer.as_str()), (Kind::Invalid, "/default_role"));
    }
    w.connect(&bob, with("guard")).await.unwrap();
    w.finish().await;
}

#[tokio::test]
async fn an_issuer_inside_and_one_without_a_secret_are_refused() {
    let w = World::new().await;
    let ada = w.sign_up("ada", "standard").await;
    let error = w.refused(&ada, w.connect(&ada, connection("inside"))).await;
    assert_eq!((error.code.as_str(), error.errors[0].pointer.as_str()), ("issuer_not_allowed", "/issuer"));
    for client_secret in [None, Some("")] {
        let error = w.refused(&ada, w.connect(&ada, by_secret(client_secret, connection("id")))).await;
        assert_eq!(error.errors[0].pointer, "/client_secret");
    }
    w.finish().await;
}

#[tokio::test]
async fn a_domain_that_was_given_up_lets_nobody_in_and_the_audit_tells_how_it_stood() {
    let w = World::new().await;
    let ada = w.connected("ada", "standard").await;
    let (_, token) = w.came_through(&ada, "bob").await;
    let name = DomainName::try_from("example.com".to_owned()).unwrap();
    let release = async |seat: &Seat| connections::release(&w.cx, &w.by(seat), ada.account, &name).await;
    let late = Seat { signed_in: w.by_password(), ..ada.clone() };
    w.clock.pass_seconds(15 * 60);
    assert_eq!(w.refused(&ada, release(&late)).await.code, "reauthentication_required");
    let fresh = Seat { signed_in: w.by_password(), ..ada.clone() };
    release(&fresh).await.unwrap();
    let told = w.last_event(ada.account).await;
    assert_eq!((told.action.as_str(), told.after), ("sso_domain.released", json!(null)));
    assert_eq!(told.before, json!({ "domain": "example.com", "verified": true }));
    assert_eq!(code(release(&fresh).await), "not_found");
    let refused = w.sign_in_through(own(&ada), &person("bob")).await;
    assert_eq!(code(refused), "domain_not_verified");
    assert!(w.is_open(&token).await, "who is in stays in");
    w.finish().await;
}
