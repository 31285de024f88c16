//! Decisions and their explanations.

use std::collections::BTreeSet;

use bailiwick_domain::access::{Explanation, Via, explain};
use bailiwick_domain::grants::Grant;
use bailiwick_domain::resources::Place;
use bailiwick_domain::time::Window;
use proptest::prelude::*;
use proptest::sample::{Index, select};

use crate::oracle::oracle;
use crate::world::{
    LAST, allows, any_grants, at, grant, grant_in, granted, model, of_any_model, place, places, places_of,
    window,
};

fn explained(
    id: &str,
    active: bool,
    grants: &[Grant],
    place: &Place,
    permission: &str,
    now: i64,
) -> Explanation {
    explain(&model(id), if active { grants } else { &[] }, place, permission, at(now))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn a_decision_is_what_the_document_says((id, grants) in of_any_model(|id| any_grants(id, 5)), now in 0..=LAST) {
        let (model, oracle) = (model(id), oracle(id));
        for place in places() {
            let allowed: BTreeSet<&str> =
                oracle.permissions().filter(|permission| allows(&model, &grants, permission, &place, now)).collect();
            prop_assert_eq!(&allowed, &oracle.held(&grants, &place, now), "{:?}", place.name());
        }
    }

    #[test]
    fn an_explanation_agrees_with_the_decision_and_its_path_is_a_chain_of_inclusions(
        (id, grants) in of_any_model(|id| any_grants(id, 4)),
        place in select(places()),
        now in 0..=LAST,
    ) {
        let (model, oracle) = (model(id), oracle(id));
        for permission in oracle.permissions() {
            let told = explained(id, true, &grants, &place, permission, now);
            prop_assert_eq!(told.allowed, allows(&model, &grants, permission, &place, now));
            prop_assert_eq!(told.allowed, !told.because.is_empty());
            for because in &told.because {
                let grant = grants.iter().find(|grant| grant.id == because.grant).unwrap();
                prop_assert!(grant.window.holds_at(at(now)));
                let path: Vec<&str> = because.role_path.iter().map(String::as_str).collect();
                prop_assert_eq!(path.first().copied(), Some(grant.role.as_str()));
                if because.via == Via::Base {
                    prop_assert!(path.len() == 1 && oracle.is_base(permission));
                    continue;
                }
                prop_assert!(oracle.owns(path[path.len() - 1], permission), "{permission} over {path:?}");
                let mut on_account = false;
                for step in path.windows(2) {
                    let included = oracle.includes(step[0]);
                    let Some((_, whole)) = included.iter().find(|(role, _)| *role == step[1]) else {
                        return Err(TestCaseError::fail(format!("{path:?} is no chain")));
                    };
                    on_account |= whole;
                }
                prop_assert_eq!(on_account, because.via == Via::OnAccount);
                prop_assert!(on_account || place.within(grant.place.key()));
            }
        }
    }

    #[test]
    fn the_roles_that_would_allow_are_those_that_would(
        (id, grants) in of_any_model(|id| any_grants(id, 2)),
        place in select(places()),
        permission in any::<Index>(),
        now in 0..=LAST,
    ) {
        let (model, oracle) = (model(id), oracle(id));
        let permissions: Vec<&str> = oracle.permissions().collect();
        let permission = *permission.get(&permissions);
        let told = explained(id, true, &grants, &place, permission, now);
        for role in oracle.roles() {
            let mut everywhere = places().into_iter().filter(|on| on.kind() == oracle.scope(role));
            let would = everywhere.any(|on| {
                let more: Vec<Grant> = grants.iter().cloned().chain([granted(role, on, Window::ALWAYS)]).collect();
                allows(&model, &more, permission, &place, now)
            });
            let listed = told.roles_that_would_allow.iter().any(|listed| listed == role);
            prop_assert_eq!(listed, would && !told.allowed, "{} for {} on {:?}", role, permission, place.name());
        }
    }

    #[test]
    fn who_is_not_active_is_allowed_nothing((id, grants) in of_any_model(|id| any_grants(id, 3)), place in select(places())) {
        for permission in oracle(id).permissions() {
            prop_assert!(!explained(id, false, &grants, &place, permission, 0).allowed);
        }
    }
}

#[test]
fn an_unknown_permission_is_never_allowed_and_nothing_would_allow_it() {
    let told = explained("ably", true, &[grant("owner", "account")], &place("app:1"), "app.destroy", 0);
    assert_eq!((told.allowed, told.roles_that_would_allow), (false, vec![]));
    let told = explain(&model("ably"), &[], &place("app:1"), "app.create", at(0));
    assert_eq!(
        (told.allowed, told.roles_that_would_allow),
        (false, vec!["admin".to_owned(), "owner".to_owned()])
    );
}

#[test]
fn an_explanation_names_the_way_from_the_grant_to_the_permission() {
    let held = [grant("app-admin", "app:1")];
    let way = |permission: &str, on: &str| {
        let told = explained("pubnub", true, &held, &place(on), permission, 0);
        told.because
            .into_iter()
            .map(|because| (because.role_path.join(" > "), because.via))
            .collect::<Vec<_>>()
    };
    assert_eq!(way("key.manage", "keyset:1a"), [("app-admin".to_owned(), Via::Here)]);
    assert_eq!(way("app.view", "app:1"), [("app-admin > app-viewer".to_owned(), Via::Here)]);
    assert_eq!(
        way("functions.manage", "account"),
        [("app-admin > functions-developer".to_owned(), Via::OnAccount)]
    );
    assert_eq!(
        way("functions.view", "app:2"),
        [("app-admin > app-viewer > functions-viewer".to_owned(), Via::OnAccount)]
    );
    assert_eq!(way("account.view", "account"), [("app-admin".to_owned(), Via::Base)]);
    assert_eq!(way("key.manage", "keyset:2a"), []);
}

#[test]
fn a_base_permission_comes_with_any_role() {
    let told = explained("pubnub", true, &[], &place("account"), "account.view", 0);
    assert_eq!(told.roles_that_would_allow.len(), model("pubnub").roles().len());
    let ended = [grant_in("app-viewer", "app:1", window(None, Some(3)))];
    let allowed =
        [2, 3].map(|now| explained("pubnub", true, &ended, &place("account"), "account.view", now).allowed);
    assert_eq!(allowed, [true, false]);
}

#[test]
fn a_window_s_start_is_in_and_its_end_is_out() {
    let held = [grant_in("developer", "account", window(Some(3), Some(6)))];
    let allowed = [2, 3, 5, 6].map(|now| allows(&model("ably"), &held, "app.view", &place("app:1"), now));
    assert_eq!(allowed, [false, true, true, false]);
}

#[test]
fn what_is_held_above_is_held_below_and_not_the_other_way() {
    let pubnub = model("pubnub");
    for on in places_of("app") {
        let held = [granted("app-viewer", on.clone(), Window::ALWAYS)];
        for asked in places() {
            assert_eq!(
                allows(&pubnub, &held, "key.view", &asked, 0),
                asked.within(on.key()),
                "{:?}",
                asked.name()
            );
        }
    }
}
