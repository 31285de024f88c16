//! Many decisions in one request. An item's entity replaces the default whole; what is wrong with one item is that
//! item's answer, and what is wrong with the request is 400.

use bailiwick_usecases::access::{Question, evaluate};
use bytes::Bytes;
use poem_openapi::{Enum, Object};
use serde::Deserialize;
use serde_json::value::RawValue;

use super::body::{Action, Anything, Context, Entity, Subject, read};
use super::evaluation::{
    AccessAction, AccessContext, AccessEntity, Decided, DecisionOut, Denial, DenialOut, ItemError,
    answer as answer_one, call, decided, denial, is_about_item, question,
};
use crate::auth::Asking;
use crate::error::ApiError;
use crate::wire::{from_objects, json_bytes};

const MOST_ITEMS: usize = 1000;

/// When a batch stops.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize, Enum)]
#[serde(rename_all = "snake_case")]
#[oai(rename_all = "snake_case")]
pub(crate) enum Semantic {
    /// Not before its end.
    #[default]
    ExecuteAll,
    /// After the first that is denied.
    DenyOnFirstDeny,
    /// After the first that is permitted.
    PermitOnFirstPermit,
}

/// One question of a batch; what it leaves out is taken from the request.
#[derive(Object)]
pub(crate) struct BatchItem {
    /// Who.
    #[oai(nullable)]
    subject: Option<AccessEntity>,
    /// What.
    #[oai(nullable)]
    action: Option<AccessAction>,
    /// Where.
    #[oai(nullable)]
    resource: Option<AccessEntity>,
    /// How.
    #[oai(nullable)]
    context: Option<AccessContext>,
}

/// How a batch is answered.
#[derive(Object)]
pub(crate) struct BatchOptions {
    /// When it stops.
    #[oai(nullable)]
    evaluations_semantic: Option<Semantic>,
}

/// The questions of a batch.
#[derive(Object)]
pub(crate) struct BatchRequest {
    /// Who, where an item does not say.
    #[oai(nullable)]
    subject: Option<AccessEntity>,
    /// What, where an item does not say.
    #[oai(nullable)]
    action: Option<AccessAction>,
    /// Where, where an item does not say.
    #[oai(nullable)]
    resource: Option<AccessEntity>,
    /// How, where an item does not say.
    #[oai(nullable)]
    context: Option<AccessContext>,
    /// The questions. Without any, the request itself is the question.
    #[oai(nullable, validator(max_items = 1000))]
    evaluations: Option<Vec<BatchItem>>,
    /// How the batch is answered.
    #[oai(nullable)]
    options: Option<BatchOptions>,
}

/// The decisions of a batch, or the single one where there was no batch.
#[derive(Object)]
pub(crate) struct BatchAnswer {
    /// The decisions, in the order of the questions, as far as the batch went.
    evaluations: Option<Vec<DecisionOut>>,
    /// The decision, where the request had no `evaluations`.
    decision: Option<bool>,
    /// Why not, where the request had no `evaluations`.
    context: Option<DenialOut>,
}

#[derive(Deserialize)]
struct BatchIn<'a> {
    #[serde(borrow)]
    subject: Option<&'a RawValue>,
    #[serde(borrow)]
    action: Option<&'a RawValue>,
    #[serde(borrow)]
    resource: Option<&'a RawValue>,
    #[serde(borrow)]
    context: Option<&'a RawValue>,
    #[serde(borrow)]
    evaluations: Option<Vec<&'a RawValue>>,
    options: Option<OptionsIn>,
}

from_objects!(OptionsIn, ItemIn<'a>);

#[derive(Deserialize)]
#[serde(remote = "Self")]
struct OptionsIn {
    evaluations_semantic: Option<Semantic>,
}

#[derive(Deserialize)]
#[serde(remote = "Self")]
struct ItemIn<'a> {
    #[serde(borrow)]
    subject: Option<&'a RawValue>,
    #[serde(borrow)]
    action: Option<&'a RawValue>,
    #[serde(borrow)]
    resource: Option<&'a RawValue>,
    #[serde(borrow)]
    context: Option<&'a RawValue>,
}

/// A default, read once; why it can't be used matters only to an item that needs it.
type Default<T> = Option<Result<T, String>>;

struct Defaults<'a> {
    subject: Default<Subject<'a>>,
    action: Default<Action<'a>>,
    resource: Default<Entity<'a>>,
    context: Option<Context<'a>>,
}

fn read_default<'a, T: Deserialize<'a>>(
    name: &str,
    given: Option<&'a RawValue>,
) -> Result<Default<T>, ApiError> {
    let Some(given) = given else { return Ok(None) };
    if serde_json::from_str::<Anything>(given.get()).is_err() {
        return Err(ApiError::malformed(format!("{name} must be an object")));
    }
    Ok(Some(serde_json::from_str(given.get()).map_err(|error| format!("{name}: {error}"))))
}

impl<'a> Defaults<'a> {
    fn read(batch: &BatchIn<'a>) -> Result<Self, ApiError> {
        let context = read_default("context", batch.context)?.transpose().map_err(ApiError::malformed)?;
        Ok(Self {
            subject: read_default("subject", batch.subject)?,
            action: read_default("action", batch.action)?,
            resource: read_default("resource", batch.resource)?,
            context,
        })
    }
}

/// An item's own entity, or the default.
enum Part<'d, T> {
    Own(T),
    Default(&'d T),
}

impl<T> std::ops::Deref for Part<'_, T> {
    type Target = T;
    fn deref(&self) -> &T {
        match self {
            Self::Own(own) => own,
            Self::Default(default) => default,
        }
    }
}

fn part<'d, 'a, T: Deserialize<'a>>(
    name: &str,
    own: Option<&'a RawValue>,
    default: Option<&'d Result<T, String>>,
) -> Result<Part<'d, T>, String> {
    match (own, default) {
        (Some(own), _) => {
            serde_json::from_str(own.get()).map(Part::Own).map_err(|error| format!("{name}: {error}"))
        }
        (None, Some(Ok(default))) => Ok(Part::Default(default)),
        (None, Some(Err(wrong))) => Err(wrong.clone()),
        (None, None) => Err(format!("{name} is missing")),
    }
}

struct Item<'d, 'a> {
    subject: Part<'d, Subject<'a>>,
    action: Part<'d, Action<'a>>,
    resource: Part<'d, Entity<'a>>,
    fresh: bool,
}

impl<'d, 'a> Item<'d, 'a> {
    fn read(defaults: &'d Defaults<'a>, raw: &'a RawValue) -> Result<Self, String> {
        let item: ItemIn<'a> = serde_json::from_str(raw.get()).map_err(|error| error.to_string())?;
        let own: Option<Context> = item
            .context
            .map(|own| serde_json::from_str(own.get()))
            .transpose()
            .map_err(|error| format!("context: {error}"))?;
        Ok(Self {
            subject: part("subject", item.subject, defaults.subject.as_ref())?,
            action: part("action", item.action, defaults.action.as_ref())?,
            resource: part("resource", item.resource, defaults.resource.as_ref())?,
            fresh: own.as_ref().or(defaults.context.as_ref()).is_some_and(Context::is_fresh),
        })
    }
    fn question(&self) -> Question<'_> {
        Question { fresh: self.fresh, ..question(&self.subject, &self.action, &self.resource, None) }
    }
}

/// Answers a batch.
pub(super) async fn answer(asking: &Asking, body: &[u8]) -> Result<Bytes, ApiError> {
    let batch: BatchIn = read(body)?;
    let items = match &batch.evaluations {
        Some(items) if !items.is_empty() => items,
        _ => return answer_one(&asking.info.cx, asking.caller, asking.info.id(), body).await,
    };
    if items.len() > MOST_ITEMS {
        return Err(ApiError::malformed(format!("a batch holds at most {MOST_ITEMS} evaluations")));
    }
    let semantic =
        batch.options.as_ref().and_then(|options| options.evaluations_semantic).unwrap_or_default();
    let defaults = Defaults::read(&batch)?;
    let mut out = b"{\"evaluations\":[".to_vec();
    for (at, raw) in items.iter().enumerate() {
        if at > 0 {
            out.push(b',');
        }
        let allowed = answer_item(asking, &defaults, raw, at, &mut out).await?;
        let stops = match semantic {
            Semantic::ExecuteAll => false,
            Semantic::DenyOnFirstDeny => !allowed,
            Semantic::PermitOnFirstPermit => allowed,
        };
        if stops {
            break;
        }
    }
    out.extend_from_slice(b"]}");
    Ok(out.into())
}

async fn answer_item<'a>(
    asking: &Asking,
    defaults: &Defaults<'a>,
    raw: &'a RawValue,
    at: usize,
    out: &mut Vec<u8>,
) -> Result<bool, ApiError> {
    let reference = || format!("{}.{at}", asking.info.id());
    let item = match Item::read(defaults, raw) {
        Ok(item) => item,
        Err(message) => {
            let error = Some(ItemError { status: 400, message: &message });
            let context = Denial {
                code: "malformed_item",
                permission: None,
                resource: None,
                reference: &reference(),
                error,
            };
            return write(out, &Decided { decision: false, context: Some(context) });
        }
    };
    let question = item.question();
    match evaluate(&asking.info.cx, &call(asking.caller), question).await {
        Ok(decision) if decision.allowed => {
            out.extend_from_slice(b"{\"decision\":true}");
            Ok(true)
        }
        Ok(decision) => write(out, &decided(&question, decision, &reference())),
        Err(error) if is_about_item(&error) => {
            let reference = reference();
            let told = Some(ItemError { status: 403, message: &error.detail });
            let context = Denial { error: told, ..denial(&question, &error.code, &reference) };
            write(out, &Decided { decision: false, context: Some(context) })
        }
        Err(error) => Err(error.into()),
    }
}

fn write(out: &mut Vec<u8>, decided: &Decided) -> Result<bool, ApiError> {
    out.extend(json_bytes(decided)?);
    Ok(decided.decision)
}
