//! What a set of grants must keep: rules 3, 4 and 5, over time.

use std::collections::BTreeSet;

use bailiwick_domain::grants::{Grant, MOST_GRANTS, judge};
use bailiwick_domain::time::Window;
use proptest::prelude::*;
use proptest::sample::select;

use crate::oracle::oracle;
use crate::world::{
    LAST, any_grant, any_grants, at, broken, grant, grant_in, granted, model, of_any_model, place, places,
    window,
};

fn codes(id: &str, grants: &[Grant], now: i64) -> BTreeSet<&'static str> {
    judge(&model(id), grants, at(now)).iter().map(|violation| violation.rule.code()).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1500))]

    #[test]
    fn a_set_is_judged_as_its_moments_are_one_by_one((id, grants) in of_any_model(|id| any_grants(id, 6)), now in 0..=LAST) {
        prop_assert_eq!(codes(id, &grants, now), oracle(id).broken(&grants, now));
    }

    #[test]
    fn grants_that_can_t_be_meant_are_refused(
        (id, grants) in of_any_model(|id| prop::collection::vec(any_grant(id), 1..4)),
        place in select(places()),
        bounds in (0..LAST, 0..LAST),
    ) {
        let mut grants = grants;
        grants[0].place = place;
        grants[0].window = window(Some(bounds.0), Some(bounds.1));
        let invalid = oracle(id).broken(&grants, 0).contains("invalid_grant") || bounds.1 <= bounds.0;
        prop_assert_eq!(codes(id, &grants, 0).contains("invalid_grant"), invalid);
    }

    #[test]
    fn what_keeps_the_rules_keeps_them_for_ever((id, grants) in of_any_model(|id| any_grants(id, 6)), now in 0..LAST, later in 0..LAST) {
        if codes(id, &grants, now).is_empty() {
            prop_assert_eq!(codes(id, &grants, now + later), BTreeSet::new());
        }
    }
}

#[test]
fn excluded_roles_may_follow_each_other_in_time() {
    let pubnub = model("pubnub");
    let pair = |end, start| {
        [
            grant_in("app-viewer", "app:1", window(None, Some(end))),
            grant_in("app-admin", "app:1", window(Some(start), None)),
        ]
    };
    assert_eq!(broken(&pubnub, &pair(5, 5)), [""; 0]);
    assert_eq!(broken(&pubnub, &pair(5, 7)), [""; 0]);
    assert_eq!(broken(&pubnub, &pair(6, 5)), ["role_exclusion"]);
}

#[test]
fn what_is_over_excludes_nothing() {
    let pair = [grant_in("app-viewer", "app:1", window(None, Some(5))), grant("app-admin", "app:1")];
    assert_eq!(codes("pubnub", &pair, 4), BTreeSet::from(["role_exclusion"]));
    assert_eq!(codes("pubnub", &pair, 5), BTreeSet::new());
}

#[test]
fn a_grant_does_not_outlast_its_prerequisite() {
    let classic = model("pubnub-classic");
    let needs = |bounds: Window| grant_in("functions-viewer-keyset", "keyset:1a", bounds);
    let until = |end| grant_in("app-viewer", "app:1", window(None, Some(end)));
    assert_eq!(broken(&classic, &[needs(window(None, Some(5))), until(5)]), [""; 0]);
    assert_eq!(broken(&classic, &[needs(window(None, Some(6))), until(5)]), ["role_prerequisite"]);
    assert_eq!(broken(&classic, &[needs(Window::ALWAYS), until(5)]), ["role_prerequisite"]);
    let later = grant_in("keyset-viewer", "keyset:1a", window(Some(2), None));
    assert_eq!(broken(&classic, &[needs(Window::ALWAYS), later.clone()]), ["role_prerequisite"]);
    assert_eq!(broken(&classic, &[needs(window(Some(2), None)), later]), [""; 0]);
}

#[test]
fn two_prerequisites_cover_a_grant_together_when_no_gap_is_left() {
    let classic = model("pubnub-classic");
    let set = |end, start| {
        [
            grant("functions-viewer-keyset", "keyset:1a"),
            grant_in("app-viewer", "app:1", window(None, Some(end))),
            grant_in("keyset-viewer", "keyset:1a", window(Some(start), None)),
        ]
    };
    assert_eq!(broken(&classic, &set(5, 5)), [""; 0]);
    assert_eq!(broken(&classic, &set(7, 5)), [""; 0]);
    assert_eq!(broken(&classic, &set(5, 6)), ["role_prerequisite"]);
}

#[test]
fn a_prerequisite_is_met_at_the_resource_above_or_below_it_or_over_an_inclusion() {
    let trial = model("trial");
    for (role, on, expected) in [
        ("reader", "folder:1", true),
        ("reader", "folder:0", false),
        ("helper", "account", true),
        ("assistant", "account", true),
        ("lead", "app:2", true),
        ("chief", "account", true),
        ("key-watch", "keyset:1a", false),
    ] {
        let wanted: &[&str] = if expected { &[] } else { &["role_prerequisite"] };
        assert_eq!(broken(&trial, &[grant("writer", "folder:1"), grant(role, on)]), wanted, "{role} on {on}");
    }
    assert_eq!(broken(&trial, &[grant("auditor", "account"), grant("key-watch", "keyset:2a")]), [""; 0]);
}

#[test]
fn a_prerequisite_is_met_by_another_grant_even_where_the_role_includes_it() {
    let (scribe, reader) = (grant("scribe", "folder:1"), grant("reader", "folder:1"));
    assert_eq!(broken(&model("trial"), std::slice::from_ref(&scribe)), ["role_prerequisite"]);
    assert_eq!(broken(&model("trial"), &[scribe, reader]), [""; 0]);
}

#[test]
fn a_violation_names_the_grants_in_conflict_and_what_would_resolve_it() {
    let set = [
        grant("app-viewer", "app:1"),
        grant("illuminate-admin", "account"),
        grant("keyset-viewer", "keyset:1b"),
    ];
    let found = judge(&model("pubnub"), &set, at(0));
    let named: Vec<_> =
        found[0].grants.iter().map(|grant| (grant.role.as_str(), grant.resource.id.as_str())).collect();
    assert_eq!(named, [("app-viewer", "1"), ("keyset-viewer", "1b")]);
    assert!(found.len() == 1 && !found[0].resolve.is_empty());
}

#[test]
fn a_grant_that_can_t_be_meant_is_told_with_its_place_in_the_input() {
    let good = grant("app-viewer", "app:1");
    for (bad, pointer) in [
        (grant("app-watcher", "app:1"), "/grants/1/role"),
        (grant("app-viewer", "account"), "/grants/1/resource/type"),
        (grant("keyset-viewer", "app:2"), "/grants/1/resource/type"),
        (grant("app-viewer", "app:1"), "/grants/1"),
        (grant_in("app-viewer", "app:2", window(Some(5), Some(4))), "/grants/1/expires_at"),
        (grant_in("app-viewer", "app:2", window(Some(5), Some(5))), "/grants/1/expires_at"),
        (grant_in("account-owner", "account", window(None, Some(4))), "/grants/1/expires_at"),
        (grant_in("account-owner", "account", window(Some(4), None)), "/grants/1/starts_at"),
    ] {
        let found = judge(&model("pubnub"), &[good.clone(), bad], at(0));
        assert_eq!(
            (found.len(), found[0].rule.code(), found[0].pointer.as_deref()),
            (1, "invalid_grant", Some(pointer))
        );
    }
    let single = judge(&model("arbify"), &[grant_in("user", "account", window(None, Some(4)))], at(0));
    assert_eq!(
        (single[0].rule.code(), single[0].pointer.as_deref()),
        ("invalid_grant", Some("/grants/0/expires_at"))
    );
}

#[test]
fn a_member_holds_no_more_grants_than_the_most() {
    let many = |count: usize| -> Vec<Grant> {
        (0..count)
            .map(|number| {
                let step = bailiwick_domain::resources::Step {
                    key: uuid::Uuid::from_u128(1000 + number as u128),
                    kind: "app".to_owned(),
                    id: number.to_string(),
                };
                granted("app-viewer", place("account").child(step), Window::ALWAYS)
            })
            .collect()
    };
    assert_eq!(broken(&model("pubnub"), &many(MOST_GRANTS)), [""; 0]);
    assert_eq!(broken(&model("pubnub"), &many(MOST_GRANTS + 1)), ["invalid_grant"]);
}
