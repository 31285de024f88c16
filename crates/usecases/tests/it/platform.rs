//! The product's back end: what a platform key reads, where it writes no more, and what its confirmation costs.

use std::sync::Arc;
use std::time::Duration;

use bailiwick_domain::accounts::AccountStatus;
use bailiwick_domain::ids::{AppId, KeysetId};
use bailiwick_domain::resources::ResourceRef;
use bailiwick_ports::audit::AuditFilter;
use bailiwick_ports::members::MemberFilter;
use bailiwick_usecases::error::Kind;
use bailiwick_usecases::{
    Caller, Result, accounts, apps, audit, invitations, keysets, members, platform_keys, resources, sessions,
};

use crate::models::WORKSHOP;
use crate::support::{Setup, Watch, World, at_once, refusal};

fn denied<T>(outcome: Result<T>) {
    let error = refusal(outcome);
    assert_eq!((error.kind, error.code.as_str()), (Kind::Forbidden, "permission_denied"), "{error:?}");
}

#[tokio::test]
async fn a_platform_key_reads_accounts_members_and_apps_and_nothing_else() {
    let w = World::new().await;
    let owner = w.sign_up("owner", "pubnub").await;
    let app = w.app(&owner, "one").await;
    let keyset = w.keyset(&owner, &app, "live").await;
    let (invited, _) = w.invited(&owner, "guest", vec![]).await;
    let (cx, id, call) = (&w.cx, owner.account, w.call(w.platform().await));
    let (app, keyset) = (AppId::new(app.key), KeysetId::new(keyset.key));
    accounts::get(cx, &call, id).await.unwrap();
    members::get(cx, &call, id, owner.member).await.unwrap();
    let listed = members::list(cx, &call, id, &MemberFilter::default(), None, 10).await.unwrap();
    assert_eq!(listed.items.len(), 2);
    apps::get(cx, &call, id, app).await.unwrap();
    assert_eq!(apps::list(cx, &call, id, None, 10).await.unwrap().items.len(), 1);
    denied(keysets::list(cx, &call, id, app, None, 10).await);
    denied(keysets::get(cx, &call, id, app, keyset).await);
    denied(invitations::list(cx, &call, id, None, None, 10).await);
    denied(invitations::get(cx, &call, id, invited.invitation.id).await);
    denied(audit::list(cx, &call, id, &AuditFilter::default(), None, 10).await);
    w.finish().await;
}

#[tokio::test]
async fn a_platform_key_writes_nothing_in_a_closed_account() {
    let w = World::with_model(WORKSHOP).await;
    let owner = w.sign_up("owner", "workshop").await;
    let call = w.call(w.platform().await);
    let shelf = |id: &str| ResourceRef { kind: "shelf".to_owned(), id: id.to_owned() };
    let top = ResourceRef::account(owner.account);
    resources::put(&w.cx, &call, owner.account, shelf("s1"), &top, None).await.unwrap();
    w.set_status(owner.account, AccountStatus::Closed).await;
    w.deliver().await;
    for error in [
        w.refused(&owner, resources::put(&w.cx, &call, owner.account, shelf("s1"), &top, None)).await,
        w.refused(&owner, resources::put(&w.cx, &call, owner.account, shelf("s2"), &top, None)).await,
        w.refused(&owner, resources::delete(&w.cx, &call, owner.account, &shelf("s1"))).await,
    ] {
        assert_eq!((error.kind, error.code.as_str()), (Kind::Gone, "account_closed"));
    }
    w.finish().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn one_read_confirms_a_credential_for_all_who_use_it() {
    let watch = Arc::new(Watch::default());
    let w = Arc::new(World::of(Setup::watched(&watch)).await);
    let ada = w.sign_up("ada", "standard").await;
    let operator = w.call(Caller::Operator);
    let key = platform_keys::create(&w.cx, &operator, "the product".to_owned()).await.unwrap();
    let key = key.reveal().unwrap().to_owned();
    let use_it = |token: &str| {
        let one = |_| {
            let (w, token) = (Arc::clone(&w), token.to_owned());
            async move { sessions::authenticate(&w.cx, Some(&token)).await.unwrap() }
        };
        at_once((0..32).map(one).collect())
    };
    for token in [&key, &ada.token] {
        watch.take();
        use_it(token).await;
        assert_eq!(watch.take(), (0, 1), "unknown before");
        use_it(token).await;
        assert_eq!(watch.take(), (0, 0), "within the bound nothing is read");
        w.clock.pass(Duration::from_millis(250));
        let callers = use_it(token).await;
        assert_eq!(watch.take(), (0, 1), "once it has passed");
        assert!(callers.iter().all(|caller| *caller == callers[0]));
    }
    w.finish().await;
}
