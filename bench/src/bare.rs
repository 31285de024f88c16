//! What is compared with: the same framework, runtime, allocator and database, and nothing of what the server is for.

use std::collections::HashMap;
use std::path::Path;
use std::str::FromStr;

use poem::error::InternalServerError;
use poem::http::StatusCode;
use poem::http::header::AUTHORIZATION;
use poem::listener::{Acceptor, Listener, TcpListener};
use poem::web::{Data, Json, Query};
use poem::{EndpointExt, Route, Server, get, handler, post};
use sea_orm::sqlx::ConnectOptions;
use sea_orm::sqlx::postgres::{PgConnectOptions, PgPoolOptions};
use sea_orm::sqlx::sqlite::{
    SqliteConnectOptions, SqliteJournalMode, SqlitePool, SqlitePoolOptions, SqliteSynchronous,
};
use sea_orm::{
    ActiveValue::Set, ColumnTrait, ConnectionTrait, DatabaseConnection, EntityTrait, QueryFilter, QueryOrder,
    QuerySelect, TransactionTrait,
};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::Result;
use crate::clock::micros;
use crate::database::Database;
use crate::entities::{grants, members, notes, sessions, users};
use crate::names;

/// On a PostgreSQL server, as the measured server has them.
const CONNECTIONS: u32 = 16;

#[derive(Serialize)]
struct Decision {
    decision: bool,
}

/// Parses nothing, decides nothing, answers what an evaluation answers.
#[handler]
fn answer() -> Json<Decision> {
    Json(Decision { decision: true })
}

#[derive(Deserialize)]
struct Asked {
    account: Uuid,
    user: Uuid,
}

/// Answers what an evaluation answers, by one row: whether the user is a member.
#[handler]
async fn statement(
    Query(asked): Query<Asked>,
    Data(Reader(database)): Data<&Reader>,
) -> poem::Result<Json<Decision>> {
    let member = members::Entity::find()
        .filter(members::Column::AccountId.eq(asked.account))
        .filter(members::Column::UserId.eq(asked.user))
        .one(database)
        .await
        .map_err(InternalServerError)?;
    Ok(Json(Decision { decision: member.is_some() }))
}

/// Whose session it is, by a join of the session and its user.
#[handler]
async fn session(
    request: &poem::Request,
    Data(Reader(database)): Data<&Reader>,
) -> poem::Result<Json<users::Model>> {
    let unknown = || poem::Error::from_status(StatusCode::UNAUTHORIZED);
    let token =
        request.header(AUTHORIZATION).and_then(|value| value.strip_prefix("Bearer ")).ok_or_else(unknown)?;
    let found = sessions::Entity::find()
        .find_also_related(users::Entity)
        .filter(sessions::Column::TokenHash.eq(names::hash(token)))
        .filter(sessions::Column::ExpiresAt.gt(micros()))
        .one(database)
        .await
        .map_err(InternalServerError)?;
    found.and_then(|(_, user)| user).map(Json).ok_or_else(unknown)
}

#[derive(Deserialize)]
struct Wanted {
    account: Uuid,
}

#[derive(Serialize)]
struct MemberOut {
    id: Uuid,
    user: Option<users::Model>,
    email: Option<String>,
    status: String,
    grants: Vec<grants::Model>,
    last_seen_at: Option<i64>,
    created_at: i64,
}

#[derive(Serialize)]
struct Page {
    items: Vec<MemberOut>,
    next_cursor: Option<Uuid>,
}

#[derive(Clone)]
struct Reader(DatabaseConnection);

/// The first 100 members of an account with their users and what they hold.
#[handler]
async fn first_page(
    Query(wanted): Query<Wanted>,
    Data(Reader(database)): Data<&Reader>,
) -> poem::Result<Json<Page>> {
    let rows = members::Entity::find()
        .find_also_related(users::Entity)
        .filter(members::Column::AccountId.eq(wanted.account))
        .order_by_asc(members::Column::Id)
        .limit(100)
        .all(database)
        .await
        .map_err(InternalServerError)?;
    let held = grants::Entity::find()
        .filter(grants::Column::AccountId.eq(wanted.account))
        .filter(grants::Column::MemberId.is_in(rows.iter().map(|(member, _)| member.id)))
        .all(database)
        .await
        .map_err(InternalServerError)?;
    let mut by_member: HashMap<Uuid, Vec<grants::Model>> = HashMap::with_capacity(rows.len());
    for grant in held {
        by_member.entry(grant.member_id).or_default().push(grant);
    }
    let show = |(member, user): (members::Model, Option<users::Model>)| MemberOut {
        grants: by_member.remove(&member.id).unwrap_or_default(),
        id: member.id,
        user,
        email: member.email,
        status: member.status,
        last_seen_at: member.last_seen_at,
        created_at: member.created_at,
    };
    let next_cursor = rows.last().map(|(member, _)| member.id);
    Ok(Json(Page { items: rows.into_iter().map(show).collect(), next_cursor }))
}

#[derive(Clone)]
struct Writer(DatabaseConnection);

/// One row in a transaction of its own.
#[handler]
async fn commit(Data(Writer(database)): Data<&Writer>) -> poem::Result<Json<Decision>> {
    let transaction = database.begin().await.map_err(InternalServerError)?;
    let note = notes::ActiveModel { text: Set("someone was invited".to_owned()), ..Default::default() };
    notes::Entity::insert(note).exec(&transaction).await.map_err(InternalServerError)?;
    transaction.commit().await.map_err(InternalServerError)?;
    Ok(Json(Decision { decision: true }))
}

#[handler]
fn healthz() -> &'static str {
    "ok"
}

fn options(file: &Path) -> SqliteConnectOptions {
    SqliteConnectOptions::new()
        .filename(file)
        .journal_mode(SqliteJournalMode::Wal)
        .synchronous(SqliteSynchronous::Full)
        .foreign_keys(true)
}

/// Both are opened as the server opens its own.
async fn open(database: &Database, scratch: &Path) -> Result<(Reader, Writer)> {
    let Some(file) = database.path() else {
        let options = PgConnectOptions::from_str(&database.to_string())?.disable_statement_logging();
        let pool = PgPoolOptions::new().max_connections(CONNECTIONS).test_before_acquire(false);
        let pool: DatabaseConnection = pool.connect_with(options).await?.into();
        let table = "CREATE TABLE IF NOT EXISTS bench_notes (id BIGSERIAL PRIMARY KEY, text TEXT NOT NULL)";
        pool.execute_unprepared(table).await?;
        return Ok((Reader(pool.clone()), Writer(pool)));
    };
    let read = options(file).pragma("query_only", "ON").pragma("cache_size", "-1024");
    let readers: SqlitePool =
        SqlitePoolOptions::new().max_connections(4).test_before_acquire(false).connect_with(read).await?;
    let write = options(scratch).create_if_missing(true);
    let writer: SqlitePool =
        SqlitePoolOptions::new().max_connections(1).test_before_acquire(false).connect_with(write).await?;
    let writer = Writer(writer.into());
    let table = "CREATE TABLE IF NOT EXISTS bench_notes (id INTEGER PRIMARY KEY, text TEXT NOT NULL)";
    writer.0.execute_unprepared(table).await?;
    Ok((Reader(readers.into()), writer))
}

async fn serve(database: &Database, scratch: &Path) -> Result {
    let (reader, writer) = open(database, scratch).await?;
    let app = Route::new()
        .at("/answer", post(answer))
        .at("/statement", get(statement))
        .at("/session", get(session))
        .at("/members", get(first_page))
        .at("/commit", post(commit))
        .at("/healthz", get(healthz))
        .data(reader)
        .data(writer);
    let acceptor = TcpListener::bind("127.0.0.1:0").into_acceptor().await?;
    let listening = acceptor.local_addr().first().map(ToString::to_string).unwrap_or_default();
    println!("the bare handlers listen on http://{}", listening.trim_start_matches("socket://"));
    Ok(Server::new_with_acceptor(acceptor).run(app).await?)
}

/// Serves until the process is ended.
pub fn run(database: &Database, scratch: &Path) -> Result {
    tokio::runtime::Builder::new_multi_thread().enable_all().build()?.block_on(serve(database, scratch))
}
