//! An account's audit events.

use bailiwick_domain::audit::Party;
use bailiwick_domain::ids::{AccountId, AuditEventId};
use bailiwick_ports::audit::AuditFilter;
use bailiwick_usecases::audit::{self, Recorded};
use poem_openapi::param::{Path, Query};
use poem_openapi::{Object, OpenApi};
use serde::Serialize;

use crate::auth::Signed;
use crate::error::ApiError;
use crate::server::Tag;
use crate::wire::{AnyJson, Cursor, Id, Nullable, PageOut, Paging, Position, Shown, Text, Time};

/// Who did it, or what it was done to.
#[derive(Serialize, Object)]
#[oai(skip_serializing_if_is_none)]
pub(crate) struct PartyOut {
    /// `user`, `member`, `integration`, `platform_key`, `account`…
    #[serde(rename = "type")]
    #[oai(rename = "type")]
    kind: String,
    /// Its id; null for who has none, such as the operator.
    id: Nullable<String>,
    /// By which of its keys it came, of a service integration.
    #[serde(skip_serializing_if = "Option::is_none")]
    key: Option<String>,
}

impl From<Party> for PartyOut {
    fn from(party: Party) -> Self {
        Self { kind: party.kind, id: Nullable(party.id), key: party.key }
    }
}

/// An event of an audit chain. `hash` is the SHA-256, in hex, of this event without `hash` in RFC 8785 canonical JSON.
#[derive(Serialize, Object)]
pub(crate) struct AuditEventOut {
    /// The event's id.
    id: Id<AuditEventId>,
    /// Its number in the chain, from 1.
    seq: u64,
    /// When.
    at: Time,
    /// Who.
    actor: PartyOut,
    /// What.
    action: String,
    /// To what.
    target: PartyOut,
    /// What was: ids and settings.
    before: AnyJson,
    /// What is: ids and settings.
    after: AnyJson,
    /// The request that did it.
    request_id: String,
    /// The address that the request came from.
    source_ip: Nullable<String>,
    /// The hash of the event before it; 64 zeros for the first.
    previous_hash: String,
    /// The hash of this event.
    hash: String,
}

impl From<Recorded> for AuditEventOut {
    fn from(Recorded { event, hash }: Recorded) -> Self {
        Self {
            id: event.id.into(),
            seq: event.seq,
            at: event.at.into(),
            actor: event.actor.into(),
            action: event.action,
            target: event.target.into(),
            before: AnyJson(event.before),
            after: AnyJson(event.after),
            request_id: event.request_id,
            source_ip: Nullable(event.source_ip),
            previous_hash: event.previous_hash,
            hash,
        }
    }
}

/// A number in a chain.
struct Seq(u64);

impl Position for Seq {
    fn write(&self) -> Vec<u8> {
        self.0.to_be_bytes().to_vec()
    }
    fn read(bytes: &[u8]) -> Option<Self> {
        bytes.try_into().ok().map(|bytes| Self(u64::from_be_bytes(bytes)))
    }
}

pub(crate) struct AuditApi;

#[OpenApi(tag = "Tag::Audit")]
impl AuditApi {
    /// The audit events of an account
    ///
    /// Newest first: one for each change.
    #[oai(path = "/v1/accounts/:acct/audit-events", method = "get", operation_id = "list_audit_events")]
    #[expect(clippy::too_many_arguments, reason = "each is a parameter of the query")]
    async fn list(
        &self,
        Signed(asker): Signed,
        acct: Path<Id<AccountId>>,
        /// Only by the actor with that id.
        actor: Query<Option<Text>>,
        /// Only with that action.
        action: Query<Option<Text>>,
        /// Only from then on.
        since: Query<Option<Time>>,
        /// Only before then.
        until: Query<Option<Time>>,
        /// How many at most.
        #[oai(default = "Paging::default_limit", validator(minimum(value = "1"), maximum(value = "200")))]
        limit: Query<u64>,
        /// Where the last page ended.
        cursor: Query<Option<String>>,
    ) -> Result<Shown<PageOut<AuditEventOut>>, ApiError> {
        let below: Option<Seq> = Cursor::AUDIT.after(cursor.0.as_deref())?;
        let filter = AuditFilter {
            actor: actor.0.map(|text| text.0),
            action: action.0.map(|text| text.0),
            since: since.0.map(|time| time.0),
            until: until.0.map(|time| time.0),
        };
        let below = below.map(|seq| seq.0);
        let page = audit::list(&asker.cx, &asker.call, acct.0.0, &filter, below, limit.0).await?;
        Ok(Paging::show(
            Cursor::AUDIT,
            page,
            |recorded: &Recorded| Seq(recorded.event.seq),
            AuditEventOut::from,
        ))
    }
}
