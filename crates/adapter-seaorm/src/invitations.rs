//! Invitations.

use async_trait::async_trait;
use bailiwick_domain::ids::{AccountId, InvitationId, MemberId};
use bailiwick_domain::invitations::{Invitation, InvitationStatus};
use bailiwick_domain::text::{Email, Name};
use bailiwick_domain::time::Timestamp;
use bailiwick_ports::invitations::InvitationRepository;
use bailiwick_ports::{Page, StoreError};
use sea_orm::sea_query::Condition;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect, Select};

use crate::entities::invitations::{Column, Entity, Model};
use crate::error::db;
use crate::later::Later;
use crate::rows::{count, email, fetch, known, name_or_none, number, small, time};
use crate::sql::Sql;
use crate::unit::SqlUnitOfWork;

/// How many invitations one statement reads at most.
const AT_ONCE: usize = 2_000;
/// What writes of invitations are known by among those that wait.
const ROWS: &str = "invitations";

impl TryFrom<Model> for Invitation {
    type Error = StoreError;
    fn try_from(row: Model) -> Result<Self, StoreError> {
        Ok(Self {
            id: InvitationId::new(row.id),
            account: AccountId::new(row.account_id),
            member: MemberId::new(row.member_id),
            email: email(row.email)?,
            first_name: name_or_none(row.first_name)?,
            invited_by: MemberId::new(row.invited_by),
            status: known(&row.status, InvitationStatus::parse)?,
            generation: small(row.generation)?,
            created_at: time(row.created_at),
            expires_at: time(row.expires_at),
            version: count(row.version)?,
        })
    }
}

fn first_name(invitation: &Invitation) -> Option<&str> {
    invitation.first_name.as_ref().map(Name::as_str)
}

fn of(account: AccountId) -> Select<Entity> {
    Entity::find().filter(Column::AccountId.eq(account.uuid()))
}

fn has(status: InvitationStatus) -> Condition {
    Condition::all().add(Column::Status.eq(status.as_str()))
}

/// What has a status at a moment: a pending one expires by time alone.
fn has_at(status: InvitationStatus, now: Timestamp) -> Condition {
    let pending = has(InvitationStatus::Pending);
    match status {
        InvitationStatus::Pending => pending.add(Column::ExpiresAt.gt(now.micros())),
        InvitationStatus::Expired => {
            Condition::any().add(has(status)).add(pending.add(Column::ExpiresAt.lte(now.micros())))
        }
        _ => has(status),
    }
}

impl SqlUnitOfWork {
    async fn one_invitation(&self, rows: Select<Entity>) -> Result<Option<Invitation>, StoreError> {
        rows.one(self.link.reads()).await.map_err(db)?.map(Invitation::try_from).transpose()
    }

    async fn invitations(
        &self,
        mut rows: Select<Entity>,
        after: Option<InvitationId>,
        limit: u64,
    ) -> Result<Page<Invitation>, StoreError> {
        if let Some(after) = after {
            rows = rows.filter(Column::Id.gt(after.uuid()));
        }
        let rows = rows.order_by_asc(Column::Id).limit(fetch(limit));
        let rows = rows.all(self.link.reads()).await.map_err(db)?;
        Ok(Page::cut(rows.into_iter().map(Invitation::try_from).collect::<Result<_, _>>()?, limit))
    }
}

#[async_trait]
impl InvitationRepository for SqlUnitOfWork {
    async fn insert(&mut self, invitation: &Invitation) -> Result<(), StoreError> {
        let sql = Sql::new(
            "INSERT INTO invitations (account_id, id, member_id, email, email_normal, first_name, invited_by, status, \
             generation, created_at, expires_at, version) VALUES (",
        );
        let sql = sql.list([
            invitation.account.uuid().into(),
            invitation.id.uuid().into(),
            invitation.member.uuid().into(),
            invitation.email.as_str().into(),
            invitation.email.normal().into(),
            first_name(invitation).into(),
            invitation.invited_by.uuid().into(),
            invitation.status.as_str().into(),
            i64::from(invitation.generation).into(),
            invitation.created_at.micros().into(),
            invitation.expires_at.micros().into(),
            number(invitation.version).into(),
        ]);
        self.link.write(Later::on(ROWS, sql.text(")"))).await
    }

    async fn find(&mut self, account: AccountId, id: InvitationId) -> Result<Option<Invitation>, StoreError> {
        self.one_invitation(of(account).filter(Column::Id.eq(id.uuid()))).await
    }

    async fn find_each(
        &mut self,
        wanted: &[(AccountId, InvitationId)],
    ) -> Result<Vec<Invitation>, StoreError> {
        let mut invitations = Vec::with_capacity(wanted.len());
        for some in wanted.chunks(AT_ONCE) {
            let rows = Sql::new("SELECT * FROM invitations WHERE (account_id, id) IN (VALUES ")
                .rows(some, |sql, (account, id)| {
                    sql.text("(").bind(account.uuid()).text(",").bind(id.uuid()).text(")")
                })
                .text(")");
            for row in rows.all::<Model>(self.link.reads()).await? {
                invitations.push(row.try_into()?);
            }
        }
        Ok(invitations)
    }

    async fn find_pending(
        &mut self,
        account: AccountId,
        email: &Email,
    ) -> Result<Option<Invitation>, StoreError> {
        let rows = of(account).filter(Column::EmailNormal.eq(email.normal()));
        self.one_invitation(rows.filter(has(InvitationStatus::Pending))).await
    }

    async fn find_by_member(
        &mut self,
        account: AccountId,
        member: MemberId,
    ) -> Result<Option<Invitation>, StoreError> {
        let rows = of(account).filter(Column::MemberId.eq(member.uuid()));
        self.one_invitation(rows.filter(has(InvitationStatus::Pending))).await
    }

    async fn list(
        &mut self,
        account: AccountId,
        status: Option<InvitationStatus>,
        now: Timestamp,
        after: Option<InvitationId>,
        limit: u64,
    ) -> Result<Page<Invitation>, StoreError> {
        let status = status.map_or_else(Condition::all, |status| has_at(status, now));
        self.invitations(of(account).filter(status), after, limit).await
    }

    async fn waiting_for(
        &mut self,
        email: &Email,
        now: Timestamp,
        after: Option<InvitationId>,
        limit: u64,
    ) -> Result<Page<Invitation>, StoreError> {
        let rows = Entity::find().filter(Column::EmailNormal.eq(email.normal()));
        self.invitations(rows.filter(has_at(InvitationStatus::Pending, now)), after, limit).await
    }

    async fn update(&mut self, invitation: &Invitation) -> Result<(), StoreError> {
        let sql = Sql::new("UPDATE invitations SET member_id = ").bind(invitation.member.uuid());
        let sql = sql.text(", email = ").bind(invitation.email.as_str());
        let sql = sql.text(", email_normal = ").bind(invitation.email.normal());
        let sql = sql.text(", first_name = ").bind(first_name(invitation));
        let sql = sql.text(", invited_by = ").bind(invitation.invited_by.uuid());
        let sql = sql.text(", status = ").bind(invitation.status.as_str());
        let sql = sql.text(", generation = ").bind(i64::from(invitation.generation));
        let sql = sql.text(", expires_at = ").bind(invitation.expires_at.micros());
        let sql = sql.text(", version = ").bind(number(invitation.version));
        let sql = sql.text(" WHERE account_id = ").bind(invitation.account.uuid());
        let sql = sql.text(" AND id = ").bind(invitation.id.uuid());
        let sql = sql.text(" AND version = ").bind(number(invitation.version) - 1);
        self.link.write(Later::on(ROWS, sql).must_write()).await
    }
}
