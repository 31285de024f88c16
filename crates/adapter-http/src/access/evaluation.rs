//! One decision. This is asked on every request that a product serves: it borrows what it reads and writes bytes.

use std::collections::BTreeMap;

use bailiwick_usecases::access::{Decision, Question, evaluate};
use bailiwick_usecases::{Call, Caller, Context as UseCases, Error};
use bytes::Bytes;
use poem::{IntoResponse, Request, Response};
use poem_openapi::Object;
use poem_openapi::types::Any;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::body::{Action, Answer, Context, Entity, Subject, check_content_type, read};
use crate::auth::signed_in;
use crate::error::ApiError;
use crate::resources::PlaceOut;
use crate::wire::{json_bytes, read_bytes};

/// An entity by its type and id, as a decision asks for it.
#[derive(Object)]
pub(crate) struct AccessEntity {
    /// Its type. Of a subject: `user` or `integration`.
    #[oai(rename = "type")]
    kind: String,
    /// Its id.
    id: String,
    /// Of a resource: `account`, the account that it is of.
    #[oai(nullable)]
    properties: Option<BTreeMap<String, Any<Value>>>,
}

/// An action, as a decision asks for it.
#[derive(Object)]
pub(crate) struct AccessAction {
    /// The permission.
    name: String,
    /// Ignored.
    #[oai(nullable)]
    properties: Option<BTreeMap<String, Any<Value>>>,
}

/// The context of a decision.
#[derive(Object)]
pub(crate) struct AccessContext {
    /// `fresh`: by the database, not by what was true a moment ago. Anything else means nothing.
    #[oai(nullable)]
    consistency: Option<Any<Value>>,
}

/// The question of one decision.
#[derive(Object)]
pub(crate) struct EvaluationRequest {
    /// Who.
    subject: AccessEntity,
    /// What.
    action: AccessAction,
    /// Where.
    resource: AccessEntity,
    /// How.
    #[oai(nullable)]
    context: Option<AccessContext>,
}

/// A decision.
#[derive(Object)]
pub(crate) struct DecisionOut {
    /// Whether it is allowed.
    decision: bool,
    /// Why not.
    context: Option<DenialOut>,
}

/// Why something is not allowed.
#[derive(Object)]
pub(crate) struct DenialOut {
    /// The reason's stable code.
    code: String,
    /// The permission that was asked for.
    permission: Option<String>,
    /// Where it was asked for.
    resource: Option<PlaceOut>,
    /// What the log knows this denial by.
    reference: String,
    /// In a batch: what is wrong with the item.
    error: Option<ItemErrorOut>,
}

/// What is wrong with an item of a batch.
#[derive(Object)]
pub(crate) struct ItemErrorOut {
    /// The status that it would have by itself.
    status: u16,
    /// What is wrong.
    message: String,
}

#[derive(Deserialize)]
struct EvaluationIn<'a> {
    #[serde(borrow)]
    subject: Subject<'a>,
    #[serde(borrow)]
    action: Action<'a>,
    #[serde(borrow)]
    resource: Entity<'a>,
    #[serde(borrow)]
    context: Option<Context<'a>>,
}

/// A decision as it is written.
#[derive(Serialize)]
pub(super) struct Decided<'a> {
    pub decision: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub context: Option<Denial<'a>>,
}

#[derive(Serialize)]
pub(super) struct Denial<'a> {
    pub code: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub permission: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub resource: Option<Place<'a>>,
    pub reference: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub error: Option<ItemError<'a>>,
}

#[derive(Serialize)]
pub(super) struct Place<'a> {
    #[serde(rename = "type")]
    pub kind: &'a str,
    pub id: &'a str,
}

#[derive(Serialize)]
pub(super) struct ItemError<'a> {
    pub status: u16,
    pub message: &'a str,
}

/// A call with no more than decisions look at.
pub(super) fn call(caller: Caller) -> Call {
    Call::new(caller, String::new())
}

pub(super) fn question<'a>(
    subject: &'a Subject,
    action: &'a Action,
    resource: &'a Entity,
    context: Option<&Context>,
) -> Question<'a> {
    Question {
        subject_type: &subject.kind,
        subject_id: &subject.id,
        permission: &action.name,
        resource_type: &resource.kind,
        resource_id: &resource.id,
        account: resource.account(),
        fresh: context.is_some_and(Context::is_fresh),
    }
}

/// A denial, which the log gets too.
pub(super) fn denial<'a>(question: &Question<'a>, code: &'a str, reference: &'a str) -> Denial<'a> {
    tracing::debug!(
        reference,
        code,
        subject_type = question.subject_type,
        subject = question.subject_id,
        permission = question.permission,
        resource_type = question.resource_type,
        resource = question.resource_id,
        "denied"
    );
    let resource = Place { kind: question.resource_type, id: question.resource_id };
    Denial { code, permission: Some(question.permission), resource: Some(resource), reference, error: None }
}

pub(super) fn decided<'a>(question: &Question<'a>, decision: Decision, reference: &'a str) -> Decided<'a> {
    let context = decision.code.map(|code| denial(question, code, reference));
    Decided { decision: decision.allowed, context }
}

/// Answers one evaluation.
pub(super) async fn answer(
    cx: &UseCases,
    caller: Caller,
    reference: &str,
    body: &[u8],
) -> Result<Bytes, ApiError> {
    let EvaluationIn { subject, action, resource, context } = read(body)?;
    let question = question(&subject, &action, &resource, context.as_ref());
    let decision = evaluate(cx, &call(caller), question).await?;
    if decision.allowed {
        return Ok(Bytes::from_static(b"{\"decision\":true}"));
    }
    Ok(json_bytes(&decided(&question, decision, reference))?.into())
}

/// The whole operation without a router's help.
pub(crate) async fn decide(
    cx: &UseCases,
    request: &mut Request,
    reference: &str,
) -> Result<Response, ApiError> {
    let caller = signed_in(cx, request.headers()).await?;
    check_content_type(request)?;
    let body = request.take_body();
    let body = read_bytes(request.headers(), body).await?;
    Ok(Answer::<DecisionOut>::of(answer(cx, caller, reference, &body).await?).into_response())
}

/// Whether an error is about the question, rather than about a part that is down.
pub(super) fn is_about_item(error: &Error) -> bool {
    matches!(error.kind, bailiwick_usecases::Kind::Forbidden)
}
