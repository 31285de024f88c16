//! Runs the decision tests that stand in a model's document.

use std::collections::BTreeMap;

use toml::Spanned;
use uuid::Uuid;

use super::document::{self, TestDoc};
use super::{ACCOUNT, ModelError, RoleModel};
use crate::access::{Holder, is_allowed};
use crate::grants::{Grant, judge};
use crate::ids::{AccountId, GrantId};
use crate::resources::{Place, Step};
use crate::time::{Timestamp, Window};

/// A decision test that does not hold.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("test `{test}`, {error}")]
pub struct TestFailure {
    /// Its name.
    pub test: String,
    /// Where, and what came instead.
    pub error: ModelError,
}

/// Reads and checks a document and runs its tests: the model and how many tests ran, with those that failed.
///
/// # Errors
/// The faults of the document.
pub fn check(text: &str) -> Result<(RoleModel, usize, Vec<TestFailure>), Vec<ModelError>> {
    let document = document::parse(text).map_err(|error| vec![error])?;
    let model = super::compile::compile(text, &document)?;
    let failures = document.tests.iter().flat_map(|test| run(text, &model, test)).collect();
    Ok((model, document.tests.len(), failures))
}

fn run(source: &str, model: &RoleModel, test: &TestDoc) -> Vec<TestFailure> {
    let failure = |offset: usize, message: String| TestFailure {
        test: test.name.get_ref().clone(),
        error: ModelError::at(source, offset, &message),
    };
    let start = test.name.span().start;
    let places = match places(model, &test.resources) {
        Ok(places) => places,
        Err(message) => return vec![failure(start, message)],
    };
    let mut grants = Vec::new();
    for (number, doc) in (1..).zip(&test.grants) {
        let on = doc.on.as_deref().unwrap_or(ACCOUNT);
        let Some(place) = places.get(on) else {
            return vec![failure(start, format!("unknown resource `{on}`"))];
        };
        let id = GrantId::new(Uuid::from_u128(number));
        grants.push(Grant { id, role: doc.role.clone(), place: place.clone(), window: Window::ALWAYS });
    }
    let now = Timestamp::from_micros(0);
    let broken: Vec<&str> =
        judge(model, &grants, now).iter().map(|violation| violation.rule.code()).collect();
    let mut failures = Vec::new();
    match &test.violates {
        Some(code) if !broken.contains(&code.get_ref().as_str()) => {
            failures.push(failure(
                code.span().start,
                format!("expected `{}`, found: {broken:?}", code.get_ref()),
            ));
        }
        None if !broken.is_empty() => {
            failures.push(failure(start, format!("the grants break rules: {broken:?}")));
        }
        _ => {}
    }
    let holder = Holder::of(model, true, &grants);
    for (asked, expected) in
        test.allow.iter().map(|asked| (asked, true)).chain(test.deny.iter().map(|asked| (asked, false)))
    {
        match decide(model, &holder, &places, asked, now) {
            Ok(decision) if decision == expected => {}
            Ok(_) => {
                let came = if expected { "denied" } else { "allowed" };
                failures.push(failure(asked.span().start, format!("`{}` is {came}", asked.get_ref())));
            }
            Err(message) => failures.push(failure(asked.span().start, message)),
        }
    }
    failures
}

fn decide(
    model: &RoleModel,
    holder: &Holder,
    places: &BTreeMap<String, Place>,
    asked: &Spanned<String>,
    now: Timestamp,
) -> Result<bool, String> {
    let (permission, on) = asked.get_ref().split_once(" on ").unwrap_or((asked.get_ref(), ACCOUNT));
    let index =
        model.permission_named(permission).ok_or_else(|| format!("unknown permission `{permission}`"))?;
    let place = places.get(on).ok_or_else(|| format!("unknown resource `{on}`"))?;
    let path: Vec<Uuid> = place.steps().iter().map(|step| step.key).collect();
    Ok(is_allowed(model, holder, &path, index, now))
}

fn places(
    model: &RoleModel,
    resources: &BTreeMap<String, String>,
) -> Result<BTreeMap<String, Place>, String> {
    let mut places = BTreeMap::from([(ACCOUNT.to_owned(), Place::account(AccountId::new(Uuid::nil())))]);
    let mut waiting: Vec<(u128, &String, &String)> =
        (1..).zip(resources).map(|(n, (own, parent))| (n, own, parent)).collect();
    while !waiting.is_empty() {
        let before = waiting.len();
        let mut later = Vec::new();
        for (number, own, parent) in waiting {
            let Some(above) = places.get(parent) else {
                later.push((number, own, parent));
                continue;
            };
            let (kind, id) =
                own.split_once(':').ok_or_else(|| format!("`{own}` is not written `type:id`"))?;
            let index = model.type_named(kind).ok_or_else(|| format!("unknown resource type `{kind}`"))?;
            if !model.types()[usize::from(index)]
                .parents
                .iter()
                .any(|parent| model.type_id(*parent) == above.kind())
            {
                return Err(format!("a `{kind}` can't stand under a `{}`", above.kind()));
            }
            let step = Step { key: Uuid::from_u128(number), kind: kind.to_owned(), id: id.to_owned() };
            let place = above.child(step);
            places.insert(own.clone(), place);
        }
        if later.len() == before {
            return Err(format!("unknown parent `{}`", later[0].2));
        }
        waiting = later;
    }
    Ok(places)
}
