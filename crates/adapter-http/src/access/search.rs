//! AuthZEN's searches. What is unknown is empty; the last page ends with an empty token.

use std::collections::BTreeMap;

use bailiwick_domain::ids::{AccountId, IntegrationId, UserId};
use bailiwick_domain::resources::ResourceRef;
use bailiwick_ports::Page;
use bailiwick_usecases::access::{self, ResourceCursor, authorize};
use bytes::Bytes;
use poem_openapi::Object;
use poem_openapi::types::Any;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use uuid::Uuid;

use super::body::{Action, Anything, Context, Entity, Kind, Subject, SubjectKind, read};
use super::evaluation::{AccessAction, AccessContext, AccessEntity, call};
use crate::auth::Asking;
use crate::error::ApiError;
use crate::wire::{Cursor, Position, from_objects, json_bytes};

const MOST: u64 = 200;
const USUAL: u64 = 50;

/// An entity of which only the type is asked.
#[derive(Object)]
pub(crate) struct AccessKind {
    /// Its type.
    #[oai(rename = "type")]
    kind: String,
    /// Of a resource: `account`, the account that it is of.
    #[oai(nullable)]
    properties: Option<BTreeMap<String, Any<Value>>>,
}

/// Which page of a search.
#[derive(Object)]
pub(crate) struct SearchPage {
    /// The `next_token` of the page before.
    #[oai(nullable)]
    token: Option<String>,
    /// How many at most; no more than 200.
    #[oai(nullable)]
    limit: Option<u64>,
}

/// Who may do something at a resource?
#[derive(Object)]
pub(crate) struct SubjectSearchRequest {
    /// Of which type: `user` or `integration`.
    subject: AccessKind,
    /// What.
    action: AccessAction,
    /// Where.
    resource: AccessEntity,
    /// Ignored.
    #[oai(nullable)]
    context: Option<AccessContext>,
    /// Which page.
    #[oai(nullable)]
    page: Option<SearchPage>,
}

/// On which resources may a subject do something?
#[derive(Object)]
pub(crate) struct ResourceSearchRequest {
    /// Who.
    subject: AccessEntity,
    /// What.
    action: AccessAction,
    /// Of which type; in one account where `properties.account` says so.
    resource: AccessKind,
    /// Ignored.
    #[oai(nullable)]
    context: Option<AccessContext>,
    /// Which page.
    #[oai(nullable)]
    page: Option<SearchPage>,
}

/// What may a subject do at a resource?
#[derive(Object)]
pub(crate) struct ActionSearchRequest {
    /// Who.
    subject: AccessEntity,
    /// Where.
    resource: AccessEntity,
    /// Ignored.
    #[oai(nullable)]
    context: Option<AccessContext>,
    /// Which page.
    #[oai(nullable)]
    page: Option<SearchPage>,
}

/// Where a page ended.
#[derive(Serialize, Object)]
pub(crate) struct NextPageOut {
    /// To be sent as `page.token`; empty on the last page.
    next_token: String,
}

/// A found subject or resource.
#[derive(Serialize, Object)]
pub(crate) struct FoundOut {
    /// Its type.
    #[serde(rename = "type")]
    #[oai(rename = "type")]
    kind: String,
    /// Its id.
    id: String,
}

/// A found action.
#[derive(Serialize, Object)]
pub(crate) struct FoundActionOut {
    /// The permission.
    name: String,
}

/// Found subjects.
#[derive(Serialize, Object)]
pub(crate) struct SubjectsOut {
    /// The subjects.
    results: Vec<FoundOut>,
    /// Where the page ended.
    page: NextPageOut,
}

/// Found resources.
#[derive(Serialize, Object)]
pub(crate) struct ResourcesOut {
    /// The resources.
    results: Vec<FoundOut>,
    /// Where the page ended.
    page: NextPageOut,
}

/// Found actions.
#[derive(Serialize, Object)]
pub(crate) struct ActionsOut {
    /// The actions.
    results: Vec<FoundActionOut>,
    /// Where the page ended.
    page: NextPageOut,
}

from_objects!(PageIn);

#[derive(Deserialize)]
#[serde(remote = "Self")]
struct PageIn {
    token: Option<String>,
    limit: Option<u64>,
    #[serde(rename = "properties")]
    _properties: Option<Anything>,
}

impl PageIn {
    fn limit(page: Option<&Self>) -> u64 {
        page.and_then(|page| page.limit).map_or(USUAL, |limit| limit.clamp(1, MOST))
    }
    fn after<P: Position>(page: Option<&Self>, cursor: Cursor) -> Result<Option<P>, ApiError> {
        let token = page.and_then(|page| page.token.as_deref()).filter(|token| !token.is_empty());
        let wrong = || ApiError::malformed("page.token is not one that this search gave".to_owned());
        token.map(|token| cursor.read(token).ok_or_else(wrong)).transpose()
    }
}

fn next<T>(page: &Page<T>, position: impl FnOnce(&T) -> String) -> NextPageOut {
    NextPageOut { next_token: page.items.last().filter(|_| page.more).map(position).unwrap_or_default() }
}

fn named(entity: &Entity) -> ResourceRef {
    ResourceRef { kind: entity.kind.clone().into_owned(), id: entity.id.clone().into_owned() }
}

fn known(subject: &Subject) -> Option<access::Subject> {
    access::subject_named(&subject.kind, &subject.id)
}

/// Whether the resource is of the account that it is said to be of.
async fn stands_there(asking: &Asking, entity: &Entity<'_>) -> Result<bool, ApiError> {
    let Some(account) = entity.account() else { return Ok(true) };
    let Ok(account) = account.parse::<AccountId>() else { return Ok(false) };
    let resource = named(entity);
    let Some(key) = resource.key() else { return Ok(false) };
    let path = asking.info.cx.decisions.place_of(key).await?;
    Ok(path.is_some_and(|path| path.account == account))
}

#[derive(Deserialize)]
struct SubjectSearchIn<'a> {
    #[serde(borrow)]
    subject: SubjectKind<'a>,
    #[serde(borrow)]
    action: Action<'a>,
    #[serde(borrow)]
    resource: Entity<'a>,
    #[serde(borrow, rename = "context")]
    _context: Option<Context<'a>>,
    page: Option<PageIn>,
}

/// Answers a subject search.
pub(super) async fn subjects(asking: &Asking, body: &[u8]) -> Result<Bytes, ApiError> {
    let asked: SubjectSearchIn = read(body)?;
    if asked.subject.kind == "integration" {
        return integrations(asking, &asked).await;
    }
    let after: Option<UserId> = PageIn::after(asked.page.as_ref(), Cursor::SUBJECTS)?;
    let limit = PageIn::limit(asked.page.as_ref());
    let resource = named(&asked.resource);
    let mut found =
        access::subjects(&asking.info.cx, &call(asking.caller), &asked.action.name, &resource, after, limit)
            .await?;
    if asked.subject.kind != "user" || !stands_there(asking, &asked.resource).await? {
        found = Page { items: Vec::new(), more: false };
    }
    let page = next(&found, |user| Cursor::SUBJECTS.write(user));
    let show = |user: UserId| FoundOut { kind: "user".to_owned(), id: user.to_string() };
    Ok(json_bytes(&SubjectsOut { results: found.items.into_iter().map(show).collect(), page })?.into())
}

/// The same of service integrations.
async fn integrations(asking: &Asking, asked: &SubjectSearchIn<'_>) -> Result<Bytes, ApiError> {
    let cursor = Cursor::SUBJECT_INTEGRATIONS;
    let after: Option<IntegrationId> = PageIn::after(asked.page.as_ref(), cursor)?;
    let limit = PageIn::limit(asked.page.as_ref());
    let (cx, resource) = (&asking.info.cx, named(&asked.resource));
    let mut found =
        access::integrations(cx, &call(asking.caller), &asked.action.name, &resource, after, limit).await?;
    if !stands_there(asking, &asked.resource).await? {
        found = Page { items: Vec::new(), more: false };
    }
    let page = next(&found, |id| cursor.write(id));
    let show = |id: IntegrationId| FoundOut { kind: "integration".to_owned(), id: id.to_string() };
    Ok(json_bytes(&SubjectsOut { results: found.items.into_iter().map(show).collect(), page })?.into())
}

#[derive(Deserialize)]
struct ResourceSearchIn<'a> {
    #[serde(borrow)]
    subject: Subject<'a>,
    #[serde(borrow)]
    action: Action<'a>,
    #[serde(borrow)]
    resource: Kind<'a>,
    #[serde(borrow, rename = "context")]
    _context: Option<Context<'a>>,
    page: Option<PageIn>,
}

impl Position for ResourceCursor {
    fn write(&self) -> Vec<u8> {
        let mut bytes = self.0.uuid().as_bytes().to_vec();
        bytes.extend(self.1.iter().flat_map(Uuid::as_bytes));
        bytes
    }
    fn read(bytes: &[u8]) -> Option<Self> {
        let (account, key) = bytes.split_at_checked(16)?;
        let account = AccountId::new(Uuid::from_slice(account).ok()?);
        if key.is_empty() {
            return Some((account, None));
        }
        Uuid::from_slice(key).ok().map(|key| (account, Some(key)))
    }
}

/// Answers a resource search.
pub(super) async fn resources(asking: &Asking, body: &[u8]) -> Result<Bytes, ApiError> {
    let asked: ResourceSearchIn = read(body)?;
    let after: Option<ResourceCursor> = PageIn::after(asked.page.as_ref(), Cursor::RESOURCES)?;
    let limit = PageIn::limit(asked.page.as_ref());
    let account = asked.resource.account().map(str::parse::<AccountId>);
    let (cx, call) = (&asking.info.cx, call(asking.caller));
    let found = match (known(&asked.subject), account.transpose()) {
        (Some(subject), Ok(account)) => {
            access::resources(
                cx,
                &call,
                subject,
                &asked.action.name,
                &asked.resource.kind,
                account,
                after,
                limit,
            )
            .await?
        }
        (subject, account) => {
            authorize(cx, &call, subject, account.ok().flatten()).await?;
            Page { items: Vec::new(), more: false }
        }
    };
    let page = next(&found, |(position, _)| Cursor::RESOURCES.write(position));
    let show = |(_, name): (ResourceCursor, ResourceRef)| FoundOut { kind: name.kind, id: name.id };
    Ok(json_bytes(&ResourcesOut { results: found.items.into_iter().map(show).collect(), page })?.into())
}

#[derive(Deserialize)]
struct ActionSearchIn<'a> {
    #[serde(borrow)]
    subject: Subject<'a>,
    #[serde(borrow)]
    resource: Entity<'a>,
    #[serde(borrow, rename = "context")]
    _context: Option<Context<'a>>,
    page: Option<PageIn>,
}

/// How many actions were shown.
struct Shown(u64);

impl Position for Shown {
    fn write(&self) -> Vec<u8> {
        self.0.to_be_bytes().to_vec()
    }
    fn read(bytes: &[u8]) -> Option<Self> {
        bytes.try_into().ok().map(|bytes| Self(u64::from_be_bytes(bytes)))
    }
}

/// Answers an action search.
pub(super) async fn actions(asking: &Asking, body: &[u8]) -> Result<Bytes, ApiError> {
    let asked: ActionSearchIn = read(body)?;
    let shown: Option<Shown> = PageIn::after(asked.page.as_ref(), Cursor::ACTIONS)?;
    let shown = shown.map_or(0, |shown| shown.0);
    let limit = PageIn::limit(asked.page.as_ref());
    let mut names = access::actions(
        &asking.info.cx,
        &call(asking.caller),
        known(&asked.subject),
        &named(&asked.resource),
    )
    .await?;
    if !stands_there(asking, &asked.resource).await? {
        names.clear();
    }
    let rest: Vec<String> = names.into_iter().skip(usize::try_from(shown).unwrap_or(usize::MAX)).collect();
    let found = Page::cut(rest, limit);
    let page = next(&found, |_| Cursor::ACTIONS.write(&Shown(shown.saturating_add(limit))));
    let show = |name| FoundActionOut { name };
    Ok(json_bytes(&ActionsOut { results: found.items.into_iter().map(show).collect(), page })?.into())
}
