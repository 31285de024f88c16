//! What SQLite is told of its tables. Without it, it takes an account for ten rows and reads all of it where an index
//! would find one; measuring instead would make plans change from one day to the next. PostgreSQL sees for itself.

use sea_orm_migration::SchemaManager;
use sea_orm_migration::sea_orm::{ConnectionTrait, DbBackend, DbErr};
use sea_orm_migration::sea_query::Query;

/// A table, one of its indexes (the primary key of a clustered table has the table's name), and how many rows there are,
/// then how many share the index's first column, its first two, and so on.
pub(crate) type Statistic = (&'static str, &'static str, &'static str);

/// Large accounts, since small ones are quick in any way.
pub(crate) const FOUNDATION: &[Statistic] = &[
    ("users", "sqlite_autoindex_users_1", "1000000 1"),
    ("users", "uq_users_email", "1000000 1"),
    ("sessions", "sqlite_autoindex_sessions_1", "1000000 1"),
    ("sessions", "uq_sessions_token", "1000000 1"),
    ("sessions", "ix_sessions_user", "1000000 2 1"),
    ("sessions", "ix_sessions_expires", "1000000 1"),
    ("accounts", "sqlite_autoindex_accounts_1", "100000 1"),
    ("accounts", "uq_accounts_personal_of", "10000 1"),
    ("heads", "heads", "1000000 500000 1"),
    ("members", "members", "1000000 10000 1"),
    ("members", "uq_members_user", "1000000 10000 1"),
    ("members", "ix_members_memberships", "1000000 2 1"),
    ("members", "ix_members_invited", "100000 1000 1"),
    ("resources", "resources", "1000000 10000 1"),
    ("resources", "uq_resources_name", "1000000 250000 1"),
    ("resources", "ix_resources_id", "1000000 1"),
    ("resources", "ix_resources_below", "1000000 10000 20 10 1"),
    ("resources", "ix_resources_kind", "1000000 10000 2500 1"),
    ("grants", "grants", "2000000 20000 2 1"),
    ("grants", "ix_grants_resource", "2000000 20000 100 50"),
    ("grants", "ix_grants_role", "2000000 20000 2000 1"),
    ("invitations", "invitations", "200000 2000 1"),
    ("invitations", "uq_invitations_pending", "20000 500 1"),
    ("invitations", "ix_invitations_status", "200000 2000 500 1"),
    ("invitations", "ix_invitations_waiting", "200000 2 1 1"),
    ("invitations", "ix_invitations_member", "200000 2000 1"),
    ("audit_events", "sqlite_autoindex_audit_events_1", "10000000 5000000 1000 1"),
    ("audit_events", "ix_audit_events_actor", "10000000 5000000 1000 50 1"),
    ("audit_events", "ix_audit_events_action", "10000000 5000000 1000 50 1"),
    ("outbox", "sqlite_autoindex_outbox_1", "10000 1"),
    ("outbox", "ix_outbox_due", "10000 1 1"),
    ("idempotency", "sqlite_autoindex_idempotency_1", "100000 100 20 1"),
    ("idempotency", "ix_idempotency_created", "100000 1"),
];

/// Few messages die, and there are as many jobs as the domain has.
pub(crate) const QUEUES: &[Statistic] =
    &[("outbox", "ix_outbox_dead", "100 1"), ("jobs", "sqlite_autoindex_jobs_1", "10 1")];
/// The same of the table that keeps which role models were met.
pub(crate) const ROLE_MODELS: &[Statistic] = &[("role_models", "sqlite_autoindex_role_models_1", "20 2 1")];

/// Few challenges wait at a time.
pub(crate) const CHALLENGES: &[Statistic] = &[
    ("challenges", "sqlite_autoindex_challenges_1", "10000 1"),
    ("challenges", "ix_challenges_user", "10000 2 1"),
    ("challenges", "ix_challenges_expires", "10000 1"),
    ("sign_in_sources", "sign_in_sources", "1000000 4 1"),
    ("sign_in_sources", "ix_sign_in_sources_seen", "1000000 1"),
];

/// One secret and some recovery codes of every other user.
pub(crate) const TWO_FACTOR: &[Statistic] =
    &[("totp", "sqlite_autoindex_totp_1", "500000 1"), ("recovery_codes", "recovery_codes", "5000000 10 1")];

/// Some users have passkeys.
pub(crate) const PASSKEYS: &[Statistic] = &[
    ("passkeys", "sqlite_autoindex_passkeys_1", "500000 2 1"),
    ("passkeys", "uq_passkeys_credential", "500000 1"),
];

/// Some users come by a provider.
pub(crate) const IDENTITIES: &[Statistic] = &[
    ("identities", "identities", "500000 2 1"),
    ("identities", "uq_identities_subject", "500000 100000 100000 1"),
];

/// Some accounts have a sign-in of their own.
pub(crate) const SSO: &[Statistic] = &[
    ("sso_connections", "sqlite_autoindex_sso_connections_1", "10000 1"),
    ("sso_domains", "sso_domains", "20000 2 1"),
    ("sso_domains", "uq_sso_domains_proven", "10000 1"),
    ("sessions", "ix_sessions_sso", "100000 100"),
];

/// What was said once is remembered for minutes.
pub(crate) const SAML: &[Statistic] =
    &[("sso_spent", "sso_spent", "10000 100 1"), ("sso_spent", "ix_sso_spent_expires", "10000 1")];

/// Keysets have a few keys, and some have secrets.
pub(crate) const KEYS: &[Statistic] = &[
    ("keys", "keys", "1000000 100 1"),
    ("keys", "ix_keys_keyset", "1000000 100 5 1"),
    ("keys", "ix_keys_id", "1000000 1"),
    ("key_secrets", "key_secrets", "1200000 120 2 1"),
    ("data_keys", "sqlite_autoindex_data_keys_1", "10000 1"),
    ("secrets", "sqlite_autoindex_secrets_1", "100000 10 5 1"),
];

/// Busy accounts, each with some apps and metrics, and few limits.
pub(crate) const USAGE: &[Statistic] = &[
    ("usage_records", "usage_records", "10000000 100000 1"),
    ("usage_sums", "usage_sums", "10000000 100000 10000 5000 1000 1"),
    ("usage_limits", "usage_limits", "100000 10 1"),
    ("usage_limits", "ix_usage_limits_app", "50000 1000 5"),
    ("usage_limit_sets", "usage_limit_sets", "10000 1"),
    ("usage_notices", "usage_notices", "10000 10 5 5 2 2 2 1"),
    ("usage_notices", "ix_usage_notices_start", "10000 100"),
];

/// Some versions of each app's configuration.
pub(crate) const APP_CONFIGURATION: &[Statistic] =
    &[("app_configurations", "sqlite_autoindex_app_configurations_1", "1000000 1000 10 1")];

/// Some integrations of each account.
pub(crate) const INTEGRATIONS: &[Statistic] = &[
    ("integrations", "integrations", "1000000 100 1"),
    ("integrations", "ix_integrations_id", "1000000 1"),
    ("integration_grants", "integration_grants", "2000000 200 2 1"),
    ("integration_grants", "ix_integration_grants_resource", "2000000 200 20"),
    ("integration_keys", "sqlite_autoindex_integration_keys_1", "2000000 200 2 1"),
    ("integration_keys", "ix_integration_keys_id", "2000000 1"),
    ("integration_keys", "ix_integration_keys_expires", "1000000 1"),
];

/// Some of those who left did not want to.
pub(crate) const SHUT_OUT: &[Statistic] = &[("shut_out", "shut_out", "100000 100 2 1")];

/// Tells SQLite.
pub(crate) async fn assume(manager: &SchemaManager<'_>, statistics: &[Statistic]) -> Result<(), DbErr> {
    if manager.get_database_backend() != DbBackend::Sqlite {
        return Ok(());
    }
    // Makes the table that they stand in.
    manager.get_connection().execute_unprepared("ANALYZE sqlite_schema").await?;
    let mut insert = Query::insert();
    insert.into_table("sqlite_stat1").columns(["tbl", "idx", "stat"]);
    for (table, index, statistic) in statistics {
        insert.values_panic([(*table).into(), (*index).into(), (*statistic).into()]);
    }
    manager.execute(insert).await?;
    manager.get_connection().execute_unprepared("ANALYZE sqlite_schema").await.map(drop)
}
