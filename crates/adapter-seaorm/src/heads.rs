//! The head of an account, of a user, of the deployment: a unit reads it once, works on what it read, and writes it once,
//! when it commits. Reading it in a unit that writes locks it.

use std::collections::{BTreeMap, BTreeSet};

use bailiwick_domain::accounts::Account;
use bailiwick_domain::audit::{Chain, ChainHead, FIRST_PREVIOUS_HASH};
use bailiwick_domain::ids::{AccountId, UserId};
use bailiwick_ports::{Committed, StoreError};
use sea_orm::sea_query::{Expr, InsertStatement, LockType};
use sea_orm::{
    ColumnTrait, ConnectionTrait, DbErr, EntityTrait, FromQueryResult, QueryFilter, QueryResult, QuerySelect,
};
use uuid::Uuid;

use crate::entities::accounts;
use crate::entities::heads::{Column, Entity, Model};
use crate::error::{corrupt, db};
use crate::later::Later;
use crate::line::Line;
use crate::rows::{count, number};
use crate::sql::Sql;

const ACCOUNT: &str = "account";
const USER: &str = "user";
const DEPLOYMENT: &str = "deployment";

/// By what a chain is stored.
pub(crate) fn key(chain: Chain) -> (&'static str, Uuid) {
    match chain {
        Chain::Account(id) => (ACCOUNT, id.uuid()),
        Chain::User(id) => (USER, id.uuid()),
        Chain::Deployment => (DEPLOYMENT, Uuid::nil()),
    }
}

/// The chain that is stored by a kind and an id.
pub(crate) fn chain(kind: &str, id: Uuid) -> Result<Chain, StoreError> {
    match kind {
        ACCOUNT => Ok(Chain::Account(AccountId::new(id))),
        USER => Ok(Chain::User(UserId::new(id))),
        DEPLOYMENT => Ok(Chain::Deployment),
        _ => Err(corrupt(format!("a chain of an unknown kind: {kind:?}"))),
    }
}

/// The deployment's head, with which the table begins.
pub(crate) fn first_of_deployment(insert: &mut InsertStatement) -> InsertStatement {
    let values: [Expr; 5] =
        [DEPLOYMENT.into(), Uuid::nil().into(), 0_i64.into(), 0_i64.into(), FIRST_PREVIOUS_HASH.into()];
    insert
        .into_table(Entity)
        .columns([Column::Kind, Column::Id, Column::AccessRevision, Column::AuditSeq, Column::AuditHash])
        .values_panic(values)
        .take()
}

/// A row of the table as the domain says it.
pub(crate) fn read(row: Model) -> Result<(Chain, ChainHead), StoreError> {
    Ok((chain(&row.kind, row.id)?, ChainHead { seq: count(row.audit_seq)?, hash: row.audit_hash }))
}

/// A head with its account.
struct Locked {
    head: Model,
    account: accounts::Model,
}

impl FromQueryResult for Locked {
    fn from_query_result(row: &QueryResult, prefix: &str) -> Result<Self, DbErr> {
        Ok(Self {
            head: Model::from_query_result(row, &format!("{prefix}h_"))?,
            account: accounts::Model::from_query_result(row, prefix)?,
        })
    }
}

#[derive(Debug)]
struct Head {
    revision: u64,
    audit: ChainHead,
    /// Whether there is a row.
    stored: bool,
    changed: bool,
}

/// The heads that a unit has read, and what it will write of them.
#[derive(Debug, Default)]
pub(crate) struct Heads {
    held: BTreeMap<Chain, Head>,
    revised: BTreeSet<AccountId>,
}

impl Heads {
    /// Reads and locks those of some accounts, in the order of their ids, and reads the accounts along with them: locked,
    /// too, since a row that is only joined would be as it was before the wait.
    pub async fn lock(&mut self, on: &Line, ids: &[AccountId]) -> Result<Vec<Account>, StoreError> {
        let wanted: BTreeSet<Uuid> = ids
            .iter()
            .filter(|id| !self.held.contains_key(&Chain::Account(**id)))
            .map(|id| id.uuid())
            .collect();
        if wanted.is_empty() {
            return Ok(Vec::new());
        }
        let wanted: Vec<Uuid> = wanted.into_iter().collect();
        let rows = Sql::new(
            "SELECT a.*, h.kind AS h_kind, h.id AS h_id, h.access_revision AS h_access_revision, \
             h.audit_seq AS h_audit_seq, h.audit_hash AS h_audit_hash \
             FROM heads h JOIN accounts a ON a.id = h.id WHERE h.kind = 'account' AND h.id IN ",
        )
        .values(&wanted)
        .text(" ORDER BY h.id")
        .text(if on.locks_rows() { " FOR NO KEY UPDATE" } else { "" });
        let mut accounts = Vec::with_capacity(wanted.len());
        for Locked { head, account } in rows.all(on).await? {
            self.keep(head)?;
            accounts.push(account.try_into()?);
        }
        Ok(accounts)
    }

    fn keep(&mut self, row: Model) -> Result<(), StoreError> {
        let revision = count(row.access_revision)?;
        let (chain, audit) = read(row)?;
        self.held.insert(chain, Head { revision, audit, stored: true, changed: false });
        Ok(())
    }

    async fn load(&mut self, on: &Line, chain: Chain) -> Result<(), StoreError> {
        if !self.held.contains_key(&chain)
            && let Some(row) = find(on, chain, true).await?
        {
            self.keep(row)?;
        }
        Ok(())
    }

    /// Where a chain ends.
    pub async fn audit(&mut self, on: &Line, chain: Chain) -> Result<ChainHead, StoreError> {
        self.load(on, chain).await?;
        Ok(self.held.get(&chain).map(|head| head.audit.clone()).unwrap_or_default())
    }

    /// A chain ends further on now.
    pub fn moved(&mut self, chain: Chain, audit: ChainHead) {
        let first = || Head { revision: 0, audit: ChainHead::default(), stored: false, changed: true };
        let head = self.held.entry(chain).or_insert_with(first);
        head.audit = audit;
        head.changed = true;
    }

    /// There is a new account.
    pub fn begun(&mut self, account: AccountId) {
        let head = Head { revision: 1, audit: ChainHead::default(), stored: false, changed: true };
        self.held.insert(Chain::Account(account), head);
    }

    /// Decisions about an account may come out otherwise.
    pub fn revised(&mut self, account: AccountId) {
        self.revised.insert(account);
    }

    /// No copy of a session that was made until now counts: the deployment's revision is their epoch.
    pub async fn distrust_copies(&mut self, on: &Line) -> Result<(), StoreError> {
        self.load(on, Chain::Deployment).await?;
        let head =
            self.held.get_mut(&Chain::Deployment).ok_or_else(|| corrupt("the deployment has no head"))?;
        head.revision += 1;
        head.changed = true;
        Ok(())
    }

    /// Writes what changed, one statement a head.
    pub async fn write(mut self, on: &Line) -> Result<Committed, StoreError> {
        let mut committed = Committed::default();
        for account in std::mem::take(&mut self.revised) {
            let chain = Chain::Account(account);
            self.load(on, chain).await?;
            if let Some(head) = self.held.get_mut(&chain) {
                head.revision += 1;
                head.changed = true;
                committed.revisions.push((account, head.revision));
            }
        }
        for (chain, head) in self.held.into_iter().filter(|(_, head)| head.changed) {
            on.write(head.write(chain)).await?;
        }
        Ok(committed)
    }
}

impl Head {
    fn write(self, chain: Chain) -> Later {
        let (kind, id) = key(chain);
        let (revision, seq, hash) = (number(self.revision), number(self.audit.seq), self.audit.hash);
        if !self.stored {
            let sql =
                Sql::new("INSERT INTO heads (kind, id, access_revision, audit_seq, audit_hash) VALUES (");
            let values = [kind.into(), id.into(), revision.into(), seq.into(), hash.into()];
            return Later::fresh(sql.list(values).text(")"));
        }
        let sql = Sql::new("UPDATE heads SET access_revision = ").bind(revision);
        let sql = sql.text(", audit_seq = ").bind(seq).text(", audit_hash = ").bind(hash);
        Later::fresh(sql.text(" WHERE kind = ").bind(kind).text(" AND id = ").bind(id))
    }
}

/// A head's row, locked if wanted.
pub(crate) async fn find(
    on: &impl ConnectionTrait,
    chain: Chain,
    lock: bool,
) -> Result<Option<Model>, StoreError> {
    let (kind, id) = key(chain);
    let mut select = Entity::find().filter(Column::Kind.eq(kind)).filter(Column::Id.eq(id));
    if lock {
        select = select.lock(LockType::NoKeyUpdate);
    }
    select.one(on).await.map_err(db)
}
