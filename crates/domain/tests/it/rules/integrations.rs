//! Integrations: never more than their makers, at every decision and when they are given something.

use bailiwick_domain::access::{Holder, is_allowed};
use bailiwick_domain::grants::Grant;
use bailiwick_domain::ids::{IntegrationId, MemberId};
use bailiwick_domain::integrations::{Integration, Maker, Refused, change_holdings, is_affected};
use bailiwick_domain::members::Actor;
use bailiwick_domain::role_models::RoleModel;
use bailiwick_domain::text::Name;
use proptest::prelude::*;
use uuid::Uuid;

use crate::oracle::oracle;
use crate::world::{
    ACCOUNT, LAST, allows, any_grants, at, grant, grant_in, kept_from, member_id, model, of_any_model,
    places, window,
};

fn integration(maker: Option<MemberId>, grants: &[Grant]) -> Integration {
    Integration {
        id: IntegrationId::new(Uuid::from_u128(77)),
        account: ACCOUNT,
        name: Name::try_from("Deploy".to_owned()).unwrap(),
        maker: maker.map(|member| Maker { member, active: true }),
        grants: grants.to_vec(),
        created_at: at(0),
        version: 1,
    }
}

fn change(
    model: &RoleModel,
    by: (u128, &[Grant]),
    integration: &Integration,
    after: Vec<Grant>,
) -> Result<Vec<Grant>, Refused> {
    let actor = Actor { member: member_id(by.0), grants: by.1 };
    change_holdings(model, actor, integration, after, at(0)).map(|judged| judged.grants().to_vec())
}

fn codes(refused: Refused) -> Vec<&'static str> {
    match refused {
        Refused::Violated(violations) => violations.iter().map(|violation| violation.rule.code()).collect(),
        Refused::Exceeds(_) => vec!["exceeds_maker"],
        Refused::NotTheMaker(_) => vec!["not_the_maker"],
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn an_integration_is_allowed_what_it_and_its_maker_both_hold_and_nothing_else(
        (id, (own, makers)) in of_any_model(|id| (any_grants(id, 4), any_grants(id, 4))),
        is_active: bool,
        now in 0..=LAST,
    ) {
        let (model, oracle) = (model(id), oracle(id));
        let maker = Holder::of(&model, is_active, &makers);
        let machine = Holder::of(&model, true, &own).within(Some(maker));
        let orphan = Holder::of(&model, true, &own).within(None);
        for place in places() {
            let path: Vec<Uuid> = place.steps().iter().map(|step| step.key).collect();
            for permission in oracle.permissions() {
                let index = model.permission_named(permission).unwrap();
                let allowed = is_allowed(&model, &machine, &path, index, at(now));
                let both = allows(&model, &own, permission, &place, now) && allows(&model, &makers, permission, &place, now);
                prop_assert_eq!(allowed, both && is_active, "{} at {:?}", permission, place.name());
                prop_assert!(!is_allowed(&model, &orphan, &path, index, at(now)));
            }
        }
    }

    #[test]
    fn what_a_maker_gives_they_have_at_every_place_and_moment(
        (id, (asked, makers)) in of_any_model(|id| (any_grants(id, 3), any_grants(id, 4))),
    ) {
        let (model, oracle) = (model(id), oracle(id));
        let makers = kept_from(id, makers);
        let machine = integration(Some(member_id(1)), &[]);
        if let Ok(given) = change(&model, (1, &makers), &machine, asked) {
            for now in 0..=LAST {
                for place in places() {
                    for permission in oracle.permissions().filter(|permission| allows(&model, &given, permission, &place, now)) {
                        prop_assert!(allows(&model, &makers, permission, &place, now), "{permission} at {:?}, {now}", place.name());
                    }
                }
            }
        }
    }
}

#[test]
fn a_maker_gives_what_they_have_by_roles_that_they_may_grant_and_nothing_beyond() {
    let ably = model("ably");
    let admin = [grant("admin", "account")];
    let new = integration(Some(member_id(1)), &[]);
    assert!(change(&ably, (1, &admin), &new, vec![grant("developer", "account")]).is_ok());
    let refused = |by: &[Grant], after: Vec<Grant>| codes(change(&ably, (1, by), &new, after).unwrap_err());
    // An admin may grant `billing`, and does not have what it gives.
    assert_eq!(refused(&admin, vec![grant("billing", "account")]), ["exceeds_maker"]);
    assert_eq!(
        refused(&[grant("developer", "account")], vec![grant("developer", "account")]),
        ["role_not_grantable"]
    );
    let owner = [grant("owner", "account")];
    assert_eq!(
        refused(&owner, vec![grant("owner", "account")]),
        ["role_not_grantable"],
        "even an owner makes no owner of it"
    );
    let for_a_while = [grant_in("admin", "account", window(None, Some(5)))];
    assert_eq!(
        refused(&for_a_while, vec![grant("developer", "account")]),
        ["exceeds_maker"],
        "it would outlast it"
    );
    let as_long = vec![grant_in("developer", "account", window(None, Some(5)))];
    assert!(change(&ably, (1, &for_a_while), &new, as_long).is_ok());
}

#[test]
fn the_rules_about_sets_of_grants_hold_for_integrations() {
    let pubnub = model("pubnub");
    let owner = [grant("account-owner", "account")];
    let new = integration(Some(member_id(1)), &[]);
    let both = vec![grant("app-admin", "app:1"), grant("app-viewer", "app:1")];
    assert_eq!(codes(change(&pubnub, (1, &owner), &new, both).unwrap_err()), ["role_exclusion"]);
    let arbify = model("arbify");
    let owner = [grant("owner", "account")];
    assert_eq!(codes(change(&arbify, (1, &owner), &new, vec![]).unwrap_err()), ["single_role"]);
    let unknown = vec![grant("nobody", "account")];
    assert_eq!(codes(change(&arbify, (1, &owner), &new, unknown).unwrap_err()), ["invalid_grant"]);
}

#[test]
fn who_is_not_the_maker_only_takes_away() {
    let ably = model("ably");
    let owner = [grant("owner", "account")];
    let (developer, admin) = (grant("developer", "account"), grant("admin", "account"));
    let held = integration(Some(member_id(1)), std::slice::from_ref(&developer));
    let grown = change(&ably, (2, &owner), &held, vec![developer.clone(), admin.clone()]);
    assert_eq!(codes(grown.unwrap_err()), ["not_the_maker"]);
    assert_eq!(change(&ably, (2, &owner), &held, vec![]), Ok(vec![]));
    assert!(change(&ably, (1, &owner), &held, vec![developer.clone(), admin]).is_ok());
    let orphan = integration(None, std::slice::from_ref(&developer));
    assert_eq!(change(&ably, (2, &owner), &orphan, vec![]), Ok(vec![]));
}

#[test]
fn a_makers_change_affects_what_it_makes_a_difference_to() {
    let ably = model("ably");
    let (admin, developer) = ([grant("admin", "account")], [grant("developer", "account")]);
    let affected = |held: &[Grant], before: &[Grant], after: &[Grant]| {
        is_affected(&ably, &integration(Some(member_id(1)), held), before, after, at(0))
    };
    assert!(affected(&admin, &admin, &developer));
    assert!(!affected(&developer, &admin, &developer));
    assert!(affected(&developer, &admin, &[]));
    assert!(affected(&developer, &developer, &[grant_in("developer", "account", window(None, Some(3)))]));
    assert!(!affected(&[], &admin, &[]));
}
