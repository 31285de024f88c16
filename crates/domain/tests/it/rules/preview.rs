//! What a preview says a change gains and loses, against what is held before and after.

use std::collections::BTreeSet;

use bailiwick_domain::effects::{Effect, Effects, Holding, effects};
use bailiwick_domain::grants::Grant;
use bailiwick_domain::resources::Place;
use proptest::prelude::*;

use crate::oracle::{Oracle, oracle};
use crate::world::{ACCOUNT, LAST, any_grants, at, grant, grant_in, model, of_any_model, places, window};

fn previewed(id: &str, before: &[Grant], after: &[Grant], now: i64) -> Effects {
    let model = model(id);
    let held = |grants| Holding { model: &model, grants };
    effects(ACCOUNT, held(before), held(after), at(now))
}

fn in_force(effect: &Effect, moment: i64) -> bool {
    effect.starts_at.is_none_or(|start| start <= at(moment))
        && effect.expires_at.is_none_or(|end| at(moment) < end)
}

/// Whether the effect is told for the place or for one above it.
fn covers(effect: &Effect, place: &Place) -> bool {
    place.steps().iter().any(|step| (&step.kind, &step.id) == (&effect.resource.kind, &effect.resource.id))
}

/// Holds the told changes to what is held: `more` and not `less` at a place and moment is told, and only that.
fn check(
    oracle: &Oracle,
    told: &[Effect],
    more: &[Grant],
    less: &[Grant],
    now: i64,
) -> Result<(), TestCaseError> {
    for place in places() {
        for moment in now..=LAST {
            let held = oracle.held(more, &place, moment);
            let unheld = oracle.held(less, &place, moment);
            let covering: Vec<&Effect> =
                told.iter().filter(|effect| in_force(effect, moment) && covers(effect, &place)).collect();
            let covered: BTreeSet<&str> = covering.iter().map(|effect| effect.permission.as_str()).collect();
            let changed: BTreeSet<&str> = held.difference(&unheld).copied().collect();
            // Told for a place is told for all below it, but for what the other side holds there anyway.
            let told_here: BTreeSet<&str> = covered.difference(&unheld).copied().collect();
            prop_assert_eq!(&told_here, &changed, "{:?} at {}", place.name(), moment);
            for effect in &covering {
                if effect.resource == place.name() {
                    prop_assert!(changed.contains(effect.permission.as_str()), "{effect:?} at {moment}");
                }
            }
            prop_assert_eq!(
                covered.len(),
                covering.len(),
                "told once, at the highest resource: {:?}",
                covering
            );
        }
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn a_preview_is_what_the_change_does(
        (id, (before, after)) in of_any_model(|id| (any_grants(id, 4), any_grants(id, 4))),
        now in 0..LAST,
    ) {
        let told = previewed(id, &before, &after, now);
        check(oracle(id), &told.gains, &after, &before, now)?;
        check(oracle(id), &told.loses, &before, &after, now)?;
    }

    #[test]
    fn a_change_of_nothing_does_nothing((id, grants) in of_any_model(|id| any_grants(id, 4)), now in 0..LAST) {
        prop_assert_eq!(previewed(id, &grants, &grants, now), Effects::default());
    }
}

#[test]
fn an_effect_is_told_at_the_highest_resource() {
    let before = [grant("keyset-viewer", "keyset:1a")];
    let after = [grant("app-viewer", "app:1")];
    let told = previewed("pubnub", &before, &after, 0);
    let gains: Vec<_> =
        told.gains.iter().map(|gain| (gain.permission.as_str(), gain.resource.id.as_str())).collect();
    let expected = [
        "app.configuration.view",
        "app.settings.view",
        "app.statistics.view",
        "app.view",
        "functions.deployment.view",
        "key.view",
        "keyset.statistics.view",
    ];
    assert_eq!(gains, expected.map(|permission| (permission, "1")));
    assert_eq!(told.loses, []);
    assert_eq!(previewed("pubnub", &after, &before, 0).loses.len(), expected.len());
}

#[test]
fn what_goes_on_without_a_gap_is_told_as_one() {
    let after = [
        grant_in("developer", "account", window(None, Some(5))),
        grant_in("billing", "account", window(Some(5), Some(8))),
        grant_in("admin", "account", window(Some(7), None)),
    ];
    let told = previewed("ably", &[], &after, 0);
    let views: Vec<_> = told.gains.iter().filter(|gain| gain.permission == "app.view").collect();
    assert!(views.len() == 1 && views[0].starts_at.is_none() && views[0].expires_at.is_none(), "{views:?}");
}

#[test]
fn an_effect_is_told_with_its_time() {
    let before = [grant_in("developer", "account", window(None, Some(8)))];
    let after = [grant_in("developer", "account", window(Some(4), None))];
    let told = previewed("ably", &before, &after, 2);
    let views = |effects: &[Effect]| {
        let own = effects.iter().filter(|effect| effect.permission == "app.view");
        own.map(|effect| (effect.starts_at, effect.expires_at)).collect::<Vec<_>>()
    };
    assert_eq!(views(&told.gains), [(Some(at(8)), None)]);
    assert_eq!(views(&told.loses), [(None, Some(at(4)))]);
}
