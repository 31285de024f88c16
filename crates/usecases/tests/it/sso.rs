//! Signing in by a provider of the deployment, and what of one's own that ends.

use std::sync::Arc;

use bailiwick_domain::audit::Chain;
use bailiwick_domain::identities::{Identity, ProviderName};
use bailiwick_domain::sessions::Method;
use bailiwick_domain::time::Timestamp;
use bailiwick_ports::Access;
use bailiwick_usecases::sso::{Landed, Through};
use bailiwick_usecases::{Call, Caller, Result, identities, passwords, sessions, sso};

use crate::support::{Setup, World, asked, at_once, code, google, opened, person, token_in};

fn named(name: &str) -> ProviderName {
    ProviderName::try_from(name.to_owned()).unwrap()
}

fn github() -> Through {
    Through::Provider(named("github"))
}

async fn token(w: &World, through: Through, name: &str) -> String {
    let new = opened(w.sign_in_through(through, &person(name)).await.unwrap());
    new.token.reveal().unwrap().to_owned()
}

async fn caller(w: &World, token: &str) -> Caller {
    sessions::authenticate(&w.cx, Some(token)).await.unwrap()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn who_comes_twice_at_once_with_a_new_address_is_one_user_who_is_signed_in_twice() {
    let w = Arc::new(World::new().await);
    for round in 0..5 {
        let name = format!("bob{round}");
        let mut landings = Vec::new();
        for _ in 0..4 {
            let begun = w.begin_sso(google(), false).await;
            let (w, person) = (Arc::clone(&w), person(&name));
            landings.push(async move { w.land(&begun, &person).await });
        }
        let mut users = Vec::new();
        for landed in at_once(landings).await {
            let Landed::SignedIn(signed_in) = landed.unwrap() else { panic!("no page waits") };
            let token = opened(signed_in).token.reveal().unwrap().to_owned();
            users.push(caller(&w, &token).await.user().unwrap());
        }
        assert!(users.iter().all(|user| *user == users[0]), "{users:?}");
    }
    w.finish().await;
}

#[tokio::test]
async fn who_has_a_second_factor_is_asked_for_it_after_a_provider() {
    let w = World::new().await;
    let ada = w.sign_up("ada", "standard").await;
    let app = w.enrol(&ada, "ada").await;
    let known = Identity {
        user: ada.user,
        provider: named("google"),
        issuer: "https://google.example".to_owned(),
        subject: "ada".to_owned(),
        email: None,
        created_at: w.now(),
        last_used_at: w.now(),
    };
    keep(&w, &known).await;
    for page in [false, true] {
        let challenge = if page {
            let code = w.page_code(google(), &person("ada")).await.unwrap();
            asked(w.exchange(&code).await.unwrap())
        } else {
            w.asked_through(google(), &person("ada")).await
        };
        let new = w.answer(&challenge, app.proof(&w)).await.unwrap();
        let Caller::User { signed_in, .. } = caller(&w, new.token.reveal().unwrap()).await else {
            panic!("a user")
        };
        assert!(signed_in.methods.has(Method::Provider) && signed_in.methods.has(Method::Totp));
        w.clock.pass_seconds(30);
    }
    w.finish().await;
}

async fn keep(w: &World, identity: &Identity) {
    let mut unit = w.unit(Access::Write).await;
    unit.identities().insert(identity).await.unwrap();
    unit.commit().await.unwrap();
}

#[tokio::test]
async fn a_provider_that_is_linked_at_a_sign_in_ends_the_users_other_sessions() {
    let w = World::new().await;
    let first = token(&w, google(), "bob").await;
    let again = token(&w, google(), "bob").await;
    assert!(w.is_open(&first).await, "nothing new was linked");
    let waiting = w.page_code(google(), &person("bob")).await.unwrap();
    w.deliver().await;
    let new = token(&w, github(), "bob").await;
    assert!(w.is_open(&new).await && !w.is_open(&first).await && !w.is_open(&again).await);
    assert_eq!(code(w.exchange(&waiting).await), "sso_state_invalid");
    let user = caller(&w, &new).await.user().unwrap();
    let own: Vec<String> = w.events(Chain::User(user)).await.into_iter().map(|event| event.action).collect();
    let last = ["identity.added", "session.revoked", "session.revoked", "session.created"];
    assert_eq!(own[own.len() - 4..], last);
    let page = w.page_code(github(), &person("bob")).await.unwrap();
    w.exchange(&page).await.unwrap();
    assert!(w.is_open(&new).await);
    w.finish().await;
}

#[tokio::test]
async fn a_user_with_a_password_or_a_second_factor_is_not_linked_by_the_address() {
    let w = World::new().await;
    w.sign_up("ada", "standard").await;
    assert_eq!(code(w.sign_in_through(google(), &person("ada")).await), "sign_in_to_link");
    assert_eq!(w.page_code(google(), &person("ada")).await, Err("sign_in_to_link".to_owned()));
    w.finish().await;
}

#[tokio::test]
async fn a_source_has_sixty_sign_ins_by_a_provider_in_a_minute() {
    let w = World::of(Setup { rate_limits: true, ..Setup::default() }).await;
    for _ in 0..60 {
        let page = w.page_code(google(), &person("bob")).await.unwrap();
        w.exchange(&page).await.unwrap();
    }
    let refused: Result<sso::Started> = sso::start(&w.cx, &w.anonymous(), google(), None).await;
    assert_eq!(code(refused), "rate_limited");
    w.finish().await;
}

#[tokio::test]
async fn a_reset_that_proves_an_address_first_takes_what_was_left_there_and_tells() {
    let w = World::new().await;
    let ada = w.sign_up("ada", "standard").await;
    w.enrol(&ada, "ada").await;
    for provider in ["github", "google"] {
        let at = Timestamp::from_micros(1);
        let issuer = format!("https://{provider}.example");
        let (provider, subject) = (named(provider), "eve".to_owned());
        keep(
            &w,
            &Identity {
                user: ada.user,
                provider,
                issuer,
                subject,
                email: None,
                created_at: at,
                last_used_at: at,
            },
        )
        .await;
    }
    w.deliver().await;
    passwords::request_reset(&w.cx, &w.anonymous(), ada.email.clone()).await.unwrap();
    let token = token_in(&w.deliver().await[0]);
    let before = w.events(Chain::User(ada.user)).await.len();
    let new = "a rather different secret".to_owned();
    passwords::reset(&w.cx, &w.anonymous(), &token, new).await.unwrap();
    let events = w.events(Chain::User(ada.user)).await;
    let told: Vec<&str> = events[before..].iter().map(|event| event.action.as_str()).collect();
    let taken = ["identity.removed", "identity.removed", "user.two_factor_disabled"];
    assert_eq!(told[..3], taken);
    assert_eq!(events[before].before["provider"], "github");
    assert_eq!(w.deliver().await.len(), 4, "each of them, and the password");
    assert!(!w.is_open(&ada.token).await);
    w.sign_in_at(&ada.email, "a rather different secret").await;
    w.deliver().await;
    w.finish().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn of_two_providers_that_are_removed_at_once_the_last_way_in_stays() {
    let w = Arc::new(World::new().await);
    for round in 0..4 {
        let name = format!("bob{round}");
        token(&w, google(), &name).await;
        let by = caller(&w, &token(&w, github(), &name).await).await;
        let remove = |provider: &'static str| {
            let (w, call): (_, Call) = (Arc::clone(&w), w.call(by));
            async move { identities::remove(&w.cx, &call, &named(provider)).await }
        };
        let done = at_once(vec![remove("google"), remove("github")]).await;
        let removed = done.iter().filter(|done| done.is_ok()).count();
        assert_eq!(removed, 1, "round {round}: {done:?}");
        let refused = done.into_iter().find(Result::is_err).unwrap();
        assert_eq!(code(refused), "password_required");
        let left = identities::list(&w.cx, &w.call(by), None, 9).await.unwrap().items;
        assert_eq!(left.len(), 1);
    }
    w.deliver().await;
    w.finish().await;
}
