//! Rows put into the database while no server runs. Their ids are older than all others, so that lists begin with them. No
//! audit event tells of them, and the chains stay whole: those of seeded accounts and users begin with their first change.

use sea_orm::{
    ConnectionTrait, DatabaseConnection, DbBackend, EntityTrait, IntoActiveModel, Statement, TransactionTrait,
};
use uuid::Uuid;

use crate::Result;
use crate::clock::micros;
use crate::database::Database;
use crate::entities::sessions;
use crate::names::{self, Kind, id, id_start};

mod keys;
mod population;

pub use keys::{Keys, keys};
pub use population::{Population, populate};

/// How many rows one statement of values writes.
const AT_ONCE: usize = 1000;
const DAY_MICROS: i64 = 86_400_000_000;

/// What an account is filled with.
#[derive(Default)]
pub struct Fill {
    /// The account's name.
    pub account: String,
    /// Members with a user and two grants each.
    pub members: u32,
    /// Pending invitations.
    pub invitations: u32,
    /// Whether those who are invited are users already.
    pub known: bool,
    /// Tells its rows from those of others.
    pub first: u32,
}

/// A seeded row's id as SQL, by the number that an expression gives.
fn sql_id(backend: DbBackend, kind: Kind, number: &str) -> String {
    let start = id_start(kind);
    match backend {
        DbBackend::Postgres => format!("CAST('{start}' || lpad(to_hex({number}), 8, '0') AS uuid)"),
        _ => format!("unhex(printf('{start}%08x', {number}))"),
    }
}

/// The numbers `i` that an account's rows have.
fn numbers(first: u32, count: u32) -> String {
    let last = first + count - 1;
    format!("WITH RECURSIVE n(i) AS (SELECT {first} UNION ALL SELECT i + 1 FROM n WHERE i < {last})")
}

/// Users `i` of some rows, whose addresses begin with a word and end with that number.
fn users(backend: DbBackend, word: &str, from: &str, now: i64) -> String {
    let user = sql_id(backend, Kind::User, "i");
    let address = format!("'{word}' || i || '@example.com'");
    format!(
        "INSERT INTO users (id, email, email_normal, email_verified_at, name, search, created_at, version) \
         SELECT {user}, {address}, {address}, {now}, 'Person ' || i, {address} || '\n' || 'person ' || i, {now}, 1 \
         FROM {from}"
    )
}

struct Filling<'a> {
    backend: DbBackend,
    fill: &'a Fill,
    account: String,
    now: i64,
}

impl Filling<'_> {
    fn id(&self, kind: Kind) -> String {
        sql_id(self.backend, kind, "i")
    }

    fn members(&self) -> Vec<String> {
        let Self { backend, fill, account, now } = self;
        let (user, member) = (self.id(Kind::User), self.id(Kind::Member));
        let (on_app, on_account) = (self.id(Kind::GrantBelow), self.id(Kind::GrantOnAccount));
        let numbers = numbers(fill.first, fill.members);
        let apps = format!(
            "(SELECT id, row_number() OVER (ORDER BY id) - 1 AS turn, COUNT(*) OVER () AS count FROM resources \
             WHERE account_id = {account} AND kind = 'app')"
        );
        vec![
            format!("{numbers} {}", users(*backend, "person", "n", *now)),
            format!(
                "{numbers} INSERT INTO members (account_id, id, user_id, status, created_at, version) \
                 SELECT {account}, {member}, {user}, 'active', {now}, 1 FROM n"
            ),
            format!(
                "{numbers} INSERT INTO grants (account_id, member_id, id, role, resource_id) \
                 SELECT {account}, {member}, {on_app}, 'app-viewer', apps.id \
                 FROM n JOIN {apps} apps ON apps.turn = i % apps.count"
            ),
            self.grants_on_account(&member, &on_account, &numbers),
        ]
    }

    fn grants_on_account(&self, member: &str, grant: &str, numbers: &str) -> String {
        format!(
            "{numbers} INSERT INTO grants (account_id, member_id, id, role) \
             SELECT {}, {member}, {grant}, 'business-insights' FROM n",
            self.account
        )
    }

    fn invitations(&self) -> Vec<String> {
        let Self { backend, fill, account, now } = self;
        let (invitation, member) = (self.id(Kind::Invitation), self.id(Kind::Member));
        let numbers = numbers(fill.first, fill.invitations);
        let inviter =
            format!("(SELECT id FROM members WHERE account_id = {account} AND status = 'active' LIMIT 1)");
        let address = "'waiting' || i || '@example.com'";
        let expiry = now + 7 * DAY_MICROS;
        let mut statements = vec![
            // Before any other member is there, so that the owner is who invites.
            format!(
                "{numbers} INSERT INTO invitations (account_id, id, member_id, email, email_normal, invited_by, \
                 status, generation, created_at, expires_at, version) \
                 SELECT {account}, {invitation}, {member}, {address}, {address}, {inviter}, 'pending', 1, {now}, \
                 {expiry}, 1 FROM n"
            ),
            format!(
                "{numbers} INSERT INTO members (account_id, id, email, email_normal, search, status, created_at, \
                 version) SELECT {account}, {member}, {address}, {address}, {address} || '\n', 'invited', {now}, 1 \
                 FROM n"
            ),
            self.grants_on_account(&member, &self.id(Kind::GrantOnAccount), &numbers),
        ];
        if fill.known {
            statements.push(format!("{numbers} {}", users(*backend, "waiting", "n", *now)));
        }
        statements
    }
}

/// Fills accounts that are there already. What is invited goes first.
pub async fn fill(database: &Database, fills: &[Fill]) -> Result {
    let connection = database.open().await?;
    let transaction = connection.begin().await?;
    for fill in fills {
        let account = format!("(SELECT id FROM accounts WHERE name = '{}')", fill.account);
        let filling = Filling { backend: connection.get_database_backend(), fill, account, now: micros() };
        let invitations = if fill.invitations > 0 { filling.invitations() } else { Vec::new() };
        let members = if fill.members > 0 { filling.members() } else { Vec::new() };
        for statement in invitations.into_iter().chain(members) {
            transaction.execute_unprepared(&statement).await?;
        }
    }
    transaction.commit().await?;
    finish(connection).await
}

/// Leaves the database as one that has been up for a while.
async fn finish(connection: DatabaseConnection) -> Result {
    let statement = match connection.get_database_backend() {
        DbBackend::Postgres => "VACUUM (ANALYZE)",
        _ => "PRAGMA wal_checkpoint(TRUNCATE)",
    };
    connection.execute_unprepared(statement).await?;
    Ok(connection.close().await?)
}

/// Opens a session for each of some seeded users; the tokens.
pub async fn sessions(database: &Database, users: &[u32]) -> Result<Vec<String>> {
    let connection = database.open().await?;
    let now = micros();
    let row = |number: &u32| sessions::Model {
        id: id(Kind::Session, *number),
        user_id: id(Kind::User, *number),
        token_hash: names::hash(&names::session_token(*number)),
        created_at: now,
        expires_at: now + 30 * DAY_MICROS,
    };
    for some in users.chunks(AT_ONCE) {
        let rows = some.iter().map(|number| row(number).into_active_model());
        sessions::Entity::insert_many(rows).exec_without_returning(&connection).await?;
    }
    connection.close().await?;
    Ok(users.iter().map(|number| names::session_token(*number)).collect())
}

/// The keys of accounts by their names, for the bare query.
pub async fn account_keys(database: &Database) -> Result<std::collections::HashMap<String, Uuid>> {
    let connection = database.open().await?;
    let select = Statement::from_string(connection.get_database_backend(), "SELECT name, id FROM accounts");
    let rows = connection.query_all_raw(select).await?;
    let keys = rows.iter().map(|row| Ok((row.try_get("", "name")?, row.try_get("", "id")?)));
    let keys = keys.collect::<Result<_>>()?;
    connection.close().await?;
    Ok(keys)
}
