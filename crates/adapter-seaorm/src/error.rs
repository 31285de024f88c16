//! What a failure of the database means. The only place that knows codes, messages and names of constraints.

use std::fmt::Display;
use std::io;
use std::path::Path;

use bailiwick_ports::{Constraint, StoreError};
use sea_orm::sqlx;
use sea_orm::{DbErr, RuntimeErr, SqlErr};

/// Each uniqueness: the columns as SQLite names them, and the name by which PostgreSQL does.
const CONSTRAINTS: &[(&str, &str, Constraint)] = &[
    ("users.email_normal", "uq_users_email", Constraint::UserEmail),
    ("members.account_id, members.user_id", "uq_members_user", Constraint::MemberUser),
    (
        "invitations.account_id, invitations.email_normal",
        "uq_invitations_pending",
        Constraint::PendingInvitation,
    ),
    ("resources.kind, resources.external_id", "uq_resources_name", Constraint::ResourceName),
    ("accounts.personal_of", "uq_accounts_personal_of", Constraint::PersonalAccount),
    (
        "identities.provider, identities.issuer, identities.subject",
        "uq_identities_subject",
        Constraint::IdentitySubject,
    ),
    ("passkeys.credential", "uq_passkeys_credential", Constraint::PasskeyCredential),
    ("sso_domains.account_id, sso_domains.domain", "sso_domains_pkey", Constraint::ClaimedDomain),
    ("sso_domains.domain", "uq_sso_domains_proven", Constraint::ProvenDomain),
    ("identities.user_id, identities.provider", "identities_pkey", Constraint::IdentityProvider),
];

/// From what the database, or the way to it, says.
#[expect(clippy::needless_pass_by_value, reason = "it stands in map_err, which hands the error over")]
pub(crate) fn db(err: DbErr) -> StoreError {
    match err.sql_err() {
        Some(SqlErr::UniqueConstraintViolation(message)) => StoreError::Conflict(constraint(&message)),
        None if matches!(err, DbErr::RecordNotUpdated) => StoreError::Stale,
        None if is_unavailable(&err) => StoreError::Unavailable(err.to_string()),
        _ => StoreError::Corrupt(err.to_string()),
    }
}

/// From what the pool says while it is being opened.
pub(crate) fn open(err: &sqlx::Error) -> StoreError {
    StoreError::Unavailable(format!("the database can't be opened: {err}"))
}

/// From what the file system says.
pub(crate) fn unavailable(path: &Path, err: &io::Error) -> StoreError {
    StoreError::Unavailable(format!("{}: {err}", path.display()))
}

/// A row, or an answer, that can't be.
pub(crate) fn corrupt(what: impl Display) -> StoreError {
    StoreError::Corrupt(what.to_string())
}

fn constraint(message: &str) -> Constraint {
    let known =
        CONSTRAINTS.iter().find(|(columns, name, _)| message.ends_with(columns) || message.contains(name));
    known.map_or_else(
        || {
            tracing::warn!(message, "a unique constraint that no caller expects");
            Constraint::Other
        },
        |(_, _, constraint)| *constraint,
    )
}

/// Whether the database can't be reached, or not in time.
pub(crate) fn is_unavailable(err: &DbErr) -> bool {
    match err {
        DbErr::ConnectionAcquire(_) | DbErr::Conn(RuntimeErr::Internal(_)) => true,
        DbErr::Conn(RuntimeErr::SqlxError(err))
        | DbErr::Exec(RuntimeErr::SqlxError(err))
        | DbErr::Query(RuntimeErr::SqlxError(err)) => is_passing(err),
        _ => false,
    }
}

/// The same of what the driver says.
pub(crate) fn is_passing(err: &sqlx::Error) -> bool {
    match err {
        sqlx::Error::Io(_)
        | sqlx::Error::Tls(_)
        | sqlx::Error::PoolTimedOut
        | sqlx::Error::PoolClosed
        | sqlx::Error::WorkerCrashed => true,
        sqlx::Error::Database(err) => err.code().is_some_and(|code| is_passing_code(&code)),
        _ => false,
    }
}

/// SQLite: busy, locked, interrupted, an I/O error, a full disk, a file that can't be opened, each with its finer kinds in
/// the higher bits. PostgreSQL: connection, resources, an operator's doing, a standby that only reads, serialization,
/// deadlock, a lock in use.
fn is_passing_code(code: &str) -> bool {
    if code.len() == 5 {
        let class = ["08", "53", "57", "58"].iter().any(|class| code.starts_with(class));
        return class || ["25006", "40001", "40P01", "55P03"].contains(&code);
    }
    code.parse::<u32>().is_ok_and(|code| matches!(code & 0xff, 5 | 6 | 9 | 10 | 13 | 14))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_databases_ways_to_name_a_constraint_are_known() {
        let sqlite = "UNIQUE constraint failed: members.account_id, members.user_id";
        let postgres = "duplicate key value violates unique constraint \"uq_members_user\"";
        assert_eq!([constraint(sqlite), constraint(postgres)], [Constraint::MemberUser; 2]);
        assert_eq!(constraint("UNIQUE constraint failed: members.account_id, members.id"), Constraint::Other);
    }

    #[test]
    fn busy_and_full_pass_and_a_damaged_file_does_not() {
        assert!(["5", "517", "6", "13", "266", "40P01", "57P01"].iter().all(|code| is_passing_code(code)));
        assert!(!["1", "11", "26", "787", "42P01", "23505"].iter().any(|code| is_passing_code(code)));
    }
}
