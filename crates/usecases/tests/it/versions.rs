//! A write with a version that is not the newest changes nothing.

use bailiwick_domain::accounts::AccountStatus;
use bailiwick_domain::ids::AppId;
use bailiwick_usecases::accounts::{self, AccountPatch};
use bailiwick_usecases::error::{Error, Kind};
use bailiwick_usecases::{Call, apps, invitations, keysets, members, resources};

use crate::models::WORKSHOP;
use crate::support::{World, code, grants, refusal};

fn stale(error: &Error) -> bool {
    (error.kind, error.code.as_str()) == (Kind::Stale, "stale_version")
}

#[tokio::test]
async fn a_stale_version_is_refused_everywhere() {
    let w = World::with_model(WORKSHOP).await;
    let owner = w.sign_up("owner", "workshop").await;
    let app = w.app(&owner, "one").await;
    let keyset = w.keyset(&owner, &app, "live").await;
    let platform = w.platform().await;
    let shelf = bailiwick_domain::resources::ResourceRef { kind: "shelf".to_owned(), id: "s1".to_owned() };
    let top = bailiwick_domain::resources::ResourceRef::account(owner.account);
    resources::put(&w.cx, &w.call(platform), owner.account, shelf.clone(), &top, None).await.unwrap();
    let dev = w.join(&owner, "dev", grants(&["chief"])).await;
    let (invited, _) = w.invited(&owner, "guest", vec![]).await;
    w.deliver().await;
    let (cx, id, old) = (&w.cx, owner.account, || w.by_if(&owner, 99));
    let (app_id, keyset_id) = (AppId::new(app.key), bailiwick_domain::ids::KeysetId::new(keyset.key));
    let name = || Some("new".to_owned());
    let from_platform = Call { if_match: Some(99), ..w.call(platform) };
    let patch = AccountPatch { name: name(), ..AccountPatch::default() };
    let refused = [
        w.refused(&owner, accounts::update(cx, &old(), id, patch)).await,
        w.refused(&owner, members::put_grants(cx, &old(), id, dev.member, vec![])).await,
        w.refused(&owner, members::set_suspended(cx, &old(), id, dev.member, true)).await,
        w.refused(&owner, members::remove(cx, &old(), id, dev.member)).await,
        w.refused(&owner, invitations::resend(cx, &old(), id, invited.invitation.id)).await,
        w.refused(&owner, invitations::revoke(cx, &old(), id, invited.invitation.id)).await,
        w.refused(&owner, apps::update(cx, &old(), id, app_id, apps::Patch::named("Other"))).await,
        w.refused(&owner, apps::delete(cx, &old(), id, app_id)).await,
        w.refused(&owner, keysets::update(cx, &old(), id, app_id, keyset_id, name())).await,
        w.refused(&owner, keysets::delete(cx, &old(), id, app_id, keyset_id)).await,
        w.refused(&owner, resources::put(cx, &from_platform, id, shelf.clone(), &app.name, None)).await,
        w.refused(&owner, resources::delete(cx, &from_platform, id, &shelf)).await,
    ];
    assert!(refused.iter().all(stale), "{refused:?}");
    let mut fresh = shelf.clone();
    fresh.id = "s2".to_owned();
    let error = w.refused(&owner, resources::put(cx, &from_platform, id, fresh, &top, None)).await;
    assert!(stale(&error), "what is not there has no version");
    w.finish().await;
}

#[tokio::test]
async fn each_change_raises_the_version_by_which_the_next_is_made() {
    let w = World::new().await;
    let owner = w.sign_up("owner", "standard").await;
    let dev = w.join(&owner, "dev", grants(&["viewer"])).await;
    let mut version = w.member(owner.account, dev.member).await.unwrap().version;
    for roles in [&["member"][..], &["member", "billing"], &["viewer"]] {
        let call = w.by_if(&owner, version);
        let changed =
            members::put_grants(&w.cx, &call, owner.account, dev.member, grants(roles)).await.unwrap();
        assert!(changed.version > version);
        assert_eq!(w.member(owner.account, dev.member).await.unwrap().version, changed.version);
        version = changed.version;
    }
    let call = w.by_if(&owner, version);
    let suspended = members::set_suspended(&w.cx, &call, owner.account, dev.member, true).await.unwrap();
    assert_eq!(w.member(owner.account, dev.member).await.unwrap(), suspended);
    let late = members::put_grants(&w.cx, &call, owner.account, dev.member, grants(&["member"]));
    assert!(stale(&refusal(late.await)));
    w.finish().await;
}

#[tokio::test]
async fn an_accounts_settings_are_changed_by_who_may_and_say_what_changed() {
    let w = World::new().await;
    let owner = w.sign_up("owner", "ably").await;
    let admin = w.join(&owner, "admin", grants(&["admin"])).await;
    w.deliver().await;
    let patch = || AccountPatch {
        name: Some(" New name ".to_owned()),
        legal_name: Some(Some("New name Ltd".to_owned())),
        region: Some(Some("eu".to_owned())),
        mcp_access: Some(true),
        require_two_factor: None,
    };
    let refused = w.refused(&owner, accounts::update(&w.cx, &w.by(&admin), owner.account, patch())).await;
    assert_eq!(refused.permission.as_deref(), Some("account.settings.manage"));
    let changed = accounts::update(&w.cx, &w.by_if(&owner, 1), owner.account, patch()).await.unwrap();
    assert_eq!((changed.name.as_str(), changed.version), ("New name", 2));
    let event = w.last_event(owner.account).await;
    assert_eq!(event.action, "account.updated");
    let settings = |name: &str, legal_name: Option<&str>, region: Option<&str>, mcp_access: bool| {
        serde_json::json!({
            "name": name,
            "legal_name": legal_name,
            "region": region,
            "mcp_access": mcp_access,
            "require_two_factor": false,
        })
    };
    assert_eq!(event.before, settings("The account of owner", None, None, false));
    assert_eq!(event.after, settings("New name", Some("New name Ltd"), Some("eu"), true));
    let again = accounts::update(&w.cx, &w.by(&owner), owner.account, patch()).await.unwrap();
    assert_eq!(again.version, 2, "the same again is no change");
    let emptied = AccountPatch { legal_name: Some(None), region: Some(None), ..AccountPatch::default() };
    let emptied = accounts::update(&w.cx, &w.by(&owner), owner.account, emptied).await.unwrap();
    assert_eq!((emptied.legal_name, emptied.region), (None, None));
    let wrong = AccountPatch { name: Some(String::new()), region: Some(Some("a\tb".to_owned())), ..patch() };
    let error = w.refused(&owner, accounts::update(&w.cx, &w.by(&owner), owner.account, wrong)).await;
    let pointers: Vec<_> = error.errors.iter().map(|field| field.pointer.as_str()).collect();
    assert_eq!(pointers, ["/name", "/region"]);
    w.finish().await;
}

#[tokio::test]
async fn a_closed_account_answers_its_owner_and_is_gone_for_the_rest() {
    let w = World::new().await;
    let owner = w.sign_up("owner", "standard").await;
    let admin = w.join(&owner, "admin", grants(&["admin"])).await;
    let stranger = w.sign_up("stranger", "standard").await;
    let app = w.app(&owner, "one").await;
    w.deliver().await;
    w.set_status(owner.account, AccountStatus::Closed).await;
    let id = owner.account;
    assert_eq!(accounts::get(&w.cx, &w.by(&owner), id).await.unwrap().status, AccountStatus::Closed);
    assert_eq!(code(accounts::get(&w.cx, &w.by(&stranger), id).await), "not_found");
    let by = || w.by(&admin);
    let everyone = bailiwick_ports::members::MemberFilter::default();
    let gone = [
        refusal(accounts::get(&w.cx, &by(), id).await),
        refusal(accounts::update(&w.cx, &w.by(&owner), id, AccountPatch::default()).await),
        refusal(members::list(&w.cx, &by(), id, &everyone, None, 10).await),
        refusal(members::get(&w.cx, &by(), id, admin.member).await),
        refusal(apps::list(&w.cx, &by(), id, None, 10).await),
        refusal(keysets::list(&w.cx, &by(), id, AppId::new(app.key), None, 10).await),
        refusal(bailiwick_usecases::access::explain(&w.cx, &by(), id, admin.member, "app.view", None).await),
        w.refused(&owner, w.put(&owner, admin.member, vec![])).await,
        w.refused(&owner, w.invite(&owner, "guest", vec![])).await,
        w.refused(&owner, w.remove(&admin, admin.member)).await,
        w.refused(&owner, w.delete_app(&owner, &app)).await,
    ];
    for error in &gone {
        assert_eq!((error.kind, error.code.as_str()), (Kind::Gone, "account_closed"), "{error:?}");
    }
    w.finish().await;
}
