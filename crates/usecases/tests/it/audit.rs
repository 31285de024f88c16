//! The audit: one event for each change, and what it holds.

use bailiwick_domain::audit::Chain;
use bailiwick_domain::ids::{AppId, KeysetId};
use bailiwick_domain::keysets::Environment;
use bailiwick_domain::resources::ResourceRef;
use bailiwick_ports::audit::AuditFilter;
use bailiwick_usecases::accounts::{self, AccountPatch};
use bailiwick_usecases::role_models::{self, Move};
use bailiwick_usecases::{
    Call, acceptance, apps, audit, invitations, keysets, members, resources, sessions, users,
};

use serde_json::{Value, json};

use crate::models::WORKSHOP;
use crate::support::{Setup, World, code, grant, grants};

const NAME: &str = "Zaphod Beeblebrox";
/// What an organization and its things are called: settings, not people.
const THING: &str = "Heart of Gold";

fn named(what: &str) -> String {
    format!("{NAME} {what}")
}

/// Two versions of a role model, so that there is something to move to.
fn two_versions() -> Setup {
    Setup::default().with_model(WORKSHOP).with_model(&WORKSHOP.replace("version = 1", "version = 2"))
}

/// Does everything that changes something, with a name and an address that are easily found.
async fn everything(w: &World, form: users::SignUp) -> crate::support::Seat {
    let owner = w.sign_up_as(form).await;
    let (cx, id, by) = (&w.cx, owner.account, || w.by(&owner));
    let patch = AccountPatch {
        name: Some(THING.to_owned()),
        legal_name: Some(Some(format!("{THING} Limited"))),
        ..AccountPatch::default()
    };
    accounts::update(cx, &by(), id, patch).await.unwrap();
    users::rename_me(cx, &by(), Some(named("Junior"))).await.unwrap();
    let app = apps::create(cx, &by(), id, format!("{THING} app")).await.unwrap().app;
    let app_id = AppId::new(app.key);
    apps::update(cx, &by(), id, app_id, apps::Patch::named(format!("{THING} app 2"))).await.unwrap();
    let keyset = keysets::create(cx, &by(), id, app_id, format!("{THING} keys"), Environment::Testing)
        .await
        .unwrap()
        .keyset;
    let keyset_id = KeysetId::new(keyset.key);
    keysets::update(cx, &by(), id, app_id, keyset_id, Some(format!("{THING} keys 2"))).await.unwrap();
    let shelf = ResourceRef { kind: "shelf".to_owned(), id: "s1".to_owned() };
    let (platform, top) = (w.call(w.platform().await), ResourceRef::account(id));
    resources::put(cx, &platform, id, shelf.clone(), &top, Some(named("shelf"))).await.unwrap();
    resources::put(cx, &platform, id, shelf.clone(), &top, Some(named("shelf 2"))).await.unwrap();
    resources::delete(cx, &platform, id, &shelf).await.unwrap();
    keysets::delete(cx, &by(), id, app_id, keyset_id).await.unwrap();
    apps::delete(cx, &by(), id, app_id).await.unwrap();

    let invite = async |name: &str| {
        let address = format!("zaphod.{name}@example.com");
        let first_name = Some(named("guest"));
        invitations::invite(cx, &by(), id, address, first_name, grants(&["chief"]))
            .await
            .unwrap()
            .invitation
            .id
    };
    let first = invite("guest").await;
    invitations::resend(cx, &by(), id, first).await.unwrap();
    let token = w.mailed_token("zaphod.guest").await;
    let new_user = acceptance::NewUser { name: named("guest"), password: "a long password".to_owned() };
    let accepted = acceptance::accept(cx, &w.anonymous(), &token, Some(new_user)).await.unwrap();
    let guest = accepted.member.id;
    let second = invite("second").await;
    invitations::revoke(cx, &by(), id, second).await.unwrap();
    w.put(&owner, guest, grants(&["clerk"])).await.unwrap();
    w.suspend(&owner, guest, true).await.unwrap();
    w.suspend(&owner, guest, false).await.unwrap();
    w.transfer(&owner, guest, &["chief"]).await.unwrap();
    let heir = owner.at(id, owner.member);
    let session = w.sign_in_at("zaphod.guest@example.com", "a long password").await;
    let guest_seat = crate::support::Seat {
        user: accepted.member.user.unwrap(),
        session: session.id,
        member: guest,
        ..heir.clone()
    };
    let to = Move { id: "workshop".to_owned(), version: Some(1), mapping: std::collections::BTreeMap::new() };
    role_models::move_account(cx, &w.by(&guest_seat), id, &to).await.unwrap();
    w.remove(&guest_seat, owner.member).await.unwrap();
    sessions::revoke(cx, &w.by(&guest_seat), None).await.unwrap();
    guest_seat
}

#[tokio::test]
async fn every_change_is_one_event_with_its_action() {
    let w = World::of(two_versions()).await;
    let seat = everything(&w, World::form("zaphod.owner", "workshop")).await;
    let expected = [
        "account.created",
        "account.updated",
        "app.created",
        "app.updated",
        "keyset.created",
        "keyset.updated",
        "resource.registered",
        "resource.updated",
        "resource.deleted",
        "keyset.deleted",
        "app.deleted",
        "invitation.created",
        "invitation.resent",
        "invitation.accepted",
        "invitation.created",
        "invitation.revoked",
        "member.grants_changed",
        "member.suspended",
        "member.resumed",
        "ownership.transferred",
        "account.role_model_changed",
        "member.removed",
    ];
    assert_eq!(w.actions(seat.account).await, expected);
    let own: Vec<_> = w.events(Chain::User(seat.user)).await.into_iter().map(|event| event.action).collect();
    assert_eq!(own, ["user.created", "session.created", "session.created", "session.revoked"]);
    let deployment = w.events(Chain::Deployment).await;
    assert_eq!(
        deployment.iter().map(|event| event.action.as_str()).collect::<Vec<_>>(),
        ["platform_key.created"]
    );
    let verified = audit::verify(&w.cx).await.unwrap().unwrap();
    assert_eq!(
        (verified.chains, verified.events),
        (4, 22 + 4 + 3 + 1),
        "an account, two users, the deployment"
    );
    for (at, event) in w.events(Chain::Account(seat.account)).await.iter().enumerate() {
        assert_eq!(event.seq, u64::try_from(at).unwrap() + 1);
        assert!(event.request_id.starts_with("req-") && event.actor.id.is_some(), "{event:?}");
    }
    w.finish().await;
}

#[tokio::test]
async fn no_event_holds_a_persons_name_or_an_address() {
    let w = World::of(two_versions()).await;
    let form = users::SignUp { account_name: THING.to_owned(), ..World::form("zaphod.owner", "workshop") };
    everything(&w, form).await;
    let bodies = w.texts("SELECT body FROM audit_events").await;
    assert!(bodies.len() > 25);
    for body in bodies {
        let lower = body.to_lowercase();
        let found =
            ["zaphod", "beeblebrox", "@", "example.com"].into_iter().find(|planted| lower.contains(planted));
        assert_eq!(found, None, "{body}");
    }
    w.finish().await;
}

#[tokio::test]
async fn a_new_name_of_an_account_an_app_or_a_keyset_is_told_with_the_former_one() {
    let w = World::of(two_versions()).await;
    let form = users::SignUp { account_name: "Magrathea".to_owned(), ..World::form("owner", "workshop") };
    let seat = everything(&w, form).await;
    let events = w.events(Chain::Account(seat.account)).await;
    let names = |action: &str| {
        let event = events.iter().find(|event| event.action == action).unwrap();
        (event.before["name"].clone(), event.after["name"].clone())
    };
    let name = |what: &str| json!(format!("{THING}{what}"));
    assert_eq!(names("account.created"), (Value::Null, json!("Magrathea")));
    assert_eq!(names("account.updated"), (json!("Magrathea"), name("")));
    assert_eq!(names("app.created"), (Value::Null, name(" app")));
    assert_eq!(names("app.updated"), (name(" app"), name(" app 2")));
    assert_eq!(names("keyset.updated"), (name(" keys"), name(" keys 2")));

    let personal = Some(bailiwick_domain::accounts::AccountKind::Personal);
    let own = accounts::create(&w.cx, &w.by(&seat), NAME.to_owned(), None, personal).await.unwrap();
    let event = w.last_event(own.account.id).await;
    assert!(!event.after.to_string().contains(NAME), "a personal account may be called like its owner");
    w.finish().await;
}

#[tokio::test]
async fn an_event_tells_who_did_it_from_where() {
    let w = World::new().await;
    let owner = w.sign_up("owner", "standard").await;
    let call = Call {
        source_ip: Some("192.0.2.7".to_owned()),
        request_id: "req-of-mine".to_owned(),
        ..w.by(&owner)
    };
    apps::create(&w.cx, &call, owner.account, "one".to_owned()).await.unwrap();
    let event = w.last_event(owner.account).await;
    assert_eq!((event.actor.kind.as_str(), event.actor.id), ("user", Some(owner.user.to_string())));
    assert_eq!((event.source_ip.as_deref(), event.request_id.as_str()), (Some("192.0.2.7"), "req-of-mine"));
    assert_eq!(event.at, w.now());
    w.finish().await;
}

#[tokio::test]
async fn events_are_listed_newest_first_by_who_and_what_and_when() {
    let w = World::new().await;
    let owner = w.sign_up("owner", "standard").await;
    let admin = w.join(&owner, "admin", grants(&["admin"])).await;
    let viewer = w.join(&owner, "viewer", grants(&["viewer"])).await;
    w.clock.pass_seconds(100);
    let later = w.now();
    for suspended in [true, false] {
        w.suspend(&admin, viewer.member, suspended).await.unwrap();
    }
    let list = async |filter: AuditFilter, below: Option<u64>, limit: u64| {
        let page = audit::list(&w.cx, &w.by(&admin), owner.account, &filter, below, limit).await.unwrap();
        (page.items.iter().map(|recorded| recorded.event.seq).collect::<Vec<_>>(), page.more)
    };
    let all = AuditFilter::default;
    assert_eq!(list(all(), None, 50).await, (vec![7, 6, 5, 4, 3, 2, 1], false));
    assert_eq!(list(all(), None, 3).await, (vec![7, 6, 5], true));
    assert_eq!(list(all(), Some(5), 3).await, (vec![4, 3, 2], true));
    assert_eq!(
        list(AuditFilter { actor: Some(admin.user.to_string()), ..all() }, None, 50).await.0,
        [7, 6, 3]
    );
    let accepted = Some("invitation.accepted".to_owned());
    assert_eq!(list(AuditFilter { action: accepted, ..all() }, None, 50).await.0, [5, 3]);
    assert_eq!(list(AuditFilter { since: Some(later), ..all() }, None, 50).await.0, [7, 6]);
    assert_eq!(list(AuditFilter { until: Some(later), ..all() }, None, 2).await, (vec![5, 4], true));
    let refused = audit::list(&w.cx, &w.by(&viewer), owner.account, &all(), None, 50).await;
    assert_eq!(code(refused), "permission_denied");
    w.finish().await;
}

#[tokio::test]
async fn what_is_shown_of_an_event_has_the_hash_that_the_next_one_names() {
    let w = World::new().await;
    let owner = w.sign_up("owner", "standard").await;
    w.join(&owner, "guest", vec![grant("viewer")]).await;
    let page =
        audit::list(&w.cx, &w.by(&owner), owner.account, &AuditFilter::default(), None, 50).await.unwrap();
    assert_eq!(page.items[2].event.previous_hash, "0".repeat(64));
    assert_eq!(page.items[1].event.previous_hash, page.items[2].hash);
    assert_eq!(page.items[0].event.previous_hash, page.items[1].hash);
    // By the contract's words: the SHA-256 of the event without `hash`, in canonical JSON.
    let shown = serde_json_canonicalizer::to_string(&page.items[0].event).unwrap();
    let digest: [u8; 32] =
        sha2::Digest::finalize(sha2::Digest::chain_update(<sha2::Sha256 as sha2::Digest>::new(), shown))
            .into();
    let hex = digest.iter().fold(String::new(), |hex, byte| format!("{hex}{byte:02x}"));
    assert_eq!(page.items[0].hash, hex);
    w.finish().await;
}

#[tokio::test]
async fn reads_and_refusals_leave_no_event() {
    let w = World::new().await;
    let owner = w.sign_up("owner", "standard").await;
    let viewer = w.join(&owner, "viewer", grants(&["viewer"])).await;
    w.deliver().await;
    let before = w.snapshot(owner.account).await;
    members::get(&w.cx, &w.by(&owner), owner.account, viewer.member).await.unwrap();
    accounts::get(&w.cx, &w.by(&owner), owner.account).await.unwrap();
    audit::verify(&w.cx).await.unwrap().unwrap();
    w.refused(&owner, w.put(&viewer, owner.member, vec![])).await;
    bailiwick_usecases::jobs::run_due(&w.cx, w.now()).await.unwrap();
    let after = w.snapshot(owner.account).await;
    assert_eq!(after.audit, before.audit);
    w.finish().await;
}
