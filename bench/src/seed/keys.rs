//! Keys of keysets, put into the database by hand, with texts that the server takes for its own.

use std::fmt::Write as _;

use sea_orm::{ConnectionTrait, DatabaseTransaction, DbBackend, TransactionTrait};

use super::{AT_ONCE, finish, numbers, sql_id};
use crate::Result;
use crate::clock::micros;
use crate::database::Database;
use crate::names::{self, Kind, id};

/// Keys of the one keyset of an account.
#[derive(Clone)]
pub struct Keys {
    /// The account's name.
    pub account: String,
    /// The number of the first.
    pub first: u32,
    /// How many.
    pub count: u32,
}

/// Gives keysets their keys.
pub async fn keys(database: &Database, all: &[Keys]) -> Result {
    let connection = database.open().await?;
    let transaction = connection.begin().await?;
    for keys in all {
        fill(&transaction, keys, micros()).await?;
    }
    transaction.commit().await?;
    finish(connection).await
}

async fn fill(on: &DatabaseTransaction, keys: &Keys, now: i64) -> Result {
    let Keys { account, first, count } = keys;
    let backend = on.get_database_backend();
    let account = format!("(SELECT id FROM accounts WHERE name = '{account}')");
    let keyset =
        format!("(SELECT id FROM resources WHERE account_id = {account} AND kind = 'keyset' LIMIT 1)");
    let (key, user) = (sql_id(backend, Kind::Key, "i"), sql_id(backend, Kind::User, "0"));
    let rows = numbers(*first, *count);
    on.execute_unprepared(&format!(
        "{rows} INSERT INTO keys (account_id, id, keyset_id, name, capabilities, status, created_by, created_at, version) \
         SELECT {account}, {key}, {keyset}, 'Key ' || i, '[\"channel:public-*:subscribe\"]', 'active', {user}, {now}, 1 \
         FROM n"
    ))
    .await?;
    let numbers: Vec<u32> = (*first..first + count).collect();
    for some in numbers.chunks(AT_ONCE) {
        let mut values = String::with_capacity(some.len() * 160);
        for number in some {
            let (key, hash) = (id(Kind::Key, *number), names::key_hash(&names::key_text(*number)));
            let comma = if values.is_empty() { "" } else { "," };
            write!(values, "{comma}({}, {})", uuid_literal(backend, &key), bytes_literal(backend, &hash))?;
        }
        on.execute_unprepared(&format!(
            "INSERT INTO key_secrets (account_id, key_id, hash, created_at) \
             SELECT {account}, v.column1, v.column2, {now} FROM (VALUES {values}) AS v"
        ))
        .await?;
    }
    Ok(())
}

fn uuid_literal(backend: DbBackend, id: &uuid::Uuid) -> String {
    match backend {
        DbBackend::Postgres => format!("'{id}'::uuid"),
        _ => format!("x'{}'", id.simple()),
    }
}

fn bytes_literal(backend: DbBackend, bytes: &[u8]) -> String {
    let hex = bytes.iter().fold(String::with_capacity(64), |mut hex, byte| {
        // Writing to a text does not fail.
        let _ = write!(hex, "{byte:02x}");
        hex
    });
    match backend {
        DbBackend::Postgres => format!("'\\x{hex}'::bytea"),
        _ => format!("x'{hex}'"),
    }
}
