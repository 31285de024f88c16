//! Users, accounts and all that a member may do: the tables of the first release.

use sea_orm_migration::prelude::{
    DbErr, DeriveMigrationName, Expr, ExprTrait, MigrationTrait, Query, SchemaManager, async_trait,
};
use sea_orm_migration::schema::{
    big_integer, big_integer_null, blob, boolean, text, text_null, uuid, uuid_null,
};

use super::statistics::{FOUNDATION, assume};
use super::table::{Gone, create_clustered, index, only_where, reference, table, unique};
use crate::heads;

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        users(manager).await?;
        accounts(manager).await?;
        members(manager).await?;
        resources(manager).await?;
        grants(manager).await?;
        invitations(manager).await?;
        audit(manager).await?;
        queues(manager).await?;
        assume(manager, FOUNDATION).await
    }
}

async fn users(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    let columns = [
        uuid("id"),
        text("email"),
        text("email_normal"),
        big_integer_null("email_verified_at"),
        text("name"),
        text("search"),
        text_null("password_hash"),
        big_integer("created_at"),
        big_integer("version"),
    ];
    manager.create_table(table("users", &["id"], columns)).await?;
    manager.create_index(unique("uq_users_email", "users", &["email_normal"])).await?;

    let columns = [
        uuid("id"),
        uuid("user_id"),
        blob("token_hash"),
        big_integer("created_at"),
        big_integer("expires_at"),
        text_null("source_ip"),
        text_null("user_agent"),
    ];
    let mut sessions = table("sessions", &["id"], columns);
    sessions.foreign_key(&mut reference("sessions", &["user_id"], "users", &["id"], Gone::Too));
    manager.create_table(sessions).await?;
    manager.create_index(unique("uq_sessions_token", "sessions", &["token_hash"])).await?;
    manager.create_index(index("ix_sessions_user", "sessions", &["user_id", "id"])).await?;
    manager.create_index(index("ix_sessions_expires", "sessions", &["expires_at"])).await?;

    let columns = [uuid("id"), blob("secret_hash"), text("name"), big_integer("created_at")];
    manager.create_table(table("platform_keys", &["id"], columns)).await?;
    manager.create_index(unique("uq_platform_keys_secret", "platform_keys", &["secret_hash"])).await
}

async fn accounts(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    let columns = [
        uuid("id"),
        text("name"),
        text_null("legal_name"),
        text("kind"),
        uuid_null("personal_of"),
        text("role_model"),
        big_integer("role_model_version"),
        text_null("region"),
        boolean("mcp_access"),
        text("status"),
        big_integer("created_at"),
        big_integer("version"),
    ];
    let mut accounts = table("accounts", &["id"], columns);
    accounts.foreign_key(&mut reference("accounts", &["personal_of"], "users", &["id"], Gone::Never));
    manager.create_table(accounts).await?;
    let personal = unique("uq_accounts_personal_of", "accounts", &["personal_of"]);
    manager.create_index(only_where(personal, Expr::col("personal_of").is_not_null())).await
}

async fn members(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    let columns = [
        uuid("account_id"),
        uuid("id"),
        uuid_null("user_id"),
        text_null("email"),
        text_null("email_normal"),
        text_null("name"),
        text_null("search"),
        text("status"),
        big_integer_null("last_seen_at"),
        big_integer("created_at"),
        big_integer("version"),
    ];
    let mut members = table("members", &["account_id", "id"], columns);
    members.foreign_key(&mut reference("members", &["account_id"], "accounts", &["id"], Gone::Too));
    members.foreign_key(&mut reference("members", &["user_id"], "users", &["id"], Gone::Never));
    create_clustered(manager, members).await?;
    let has_user = || Expr::col("user_id").is_not_null();
    let user = unique("uq_members_user", "members", &["account_id", "user_id"]);
    manager.create_index(only_where(user, has_user())).await?;
    let memberships = index("ix_members_memberships", "members", &["user_id", "account_id"]);
    manager.create_index(only_where(memberships, has_user())).await?;
    let invited = index("ix_members_invited", "members", &["account_id", "email_normal"]);
    manager.create_index(only_where(invited, Expr::col("email_normal").is_not_null())).await
}

async fn resources(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    let columns = [
        uuid("account_id"),
        uuid("id"),
        uuid_null("parent_id"),
        text("kind"),
        text("external_id"),
        text_null("title"),
        big_integer("created_at"),
        big_integer("version"),
    ];
    let key = ["account_id", "id"];
    let parent = ["account_id", "parent_id"];
    let mut resources = table("resources", &key, columns);
    resources.foreign_key(&mut reference("resources", &["account_id"], "accounts", &["id"], Gone::Too));
    resources.foreign_key(&mut reference("resources", &parent, "resources", &key, Gone::Too));
    create_clustered(manager, resources).await?;
    manager.create_index(unique("uq_resources_name", "resources", &["kind", "external_id"])).await?;
    manager.create_index(index("ix_resources_id", "resources", &["id"])).await?;
    let below = ["account_id", "parent_id", "kind", "id"];
    manager.create_index(index("ix_resources_below", "resources", &below)).await?;
    manager.create_index(index("ix_resources_kind", "resources", &["account_id", "kind", "id"])).await
}

async fn grants(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    let columns = [
        uuid("account_id"),
        uuid("member_id"),
        uuid("id"),
        text("role"),
        uuid_null("resource_id"),
        big_integer_null("starts_at"),
        big_integer_null("expires_at"),
    ];
    let key = ["account_id", "id"];
    let mut grants = table("grants", &["account_id", "member_id", "id"], columns);
    grants.foreign_key(&mut reference("grants", &["account_id", "member_id"], "members", &key, Gone::Too));
    grants.foreign_key(&mut reference(
        "grants",
        &["account_id", "resource_id"],
        "resources",
        &key,
        Gone::Too,
    ));
    create_clustered(manager, grants).await?;
    let resource = ["account_id", "resource_id", "role"];
    manager.create_index(index("ix_grants_resource", "grants", &resource)).await?;
    manager.create_index(index("ix_grants_role", "grants", &["account_id", "role", "member_id"])).await
}

async fn invitations(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    let columns = [
        uuid("account_id"),
        uuid("id"),
        uuid("member_id"),
        text("email"),
        text("email_normal"),
        text_null("first_name"),
        uuid("invited_by"),
        text("status"),
        big_integer("generation"),
        big_integer("created_at"),
        big_integer("expires_at"),
        big_integer("version"),
    ];
    let mut invitations = table("invitations", &["account_id", "id"], columns);
    invitations.foreign_key(&mut reference("invitations", &["account_id"], "accounts", &["id"], Gone::Too));
    create_clustered(manager, invitations).await?;
    let pending = unique("uq_invitations_pending", "invitations", &["account_id", "email_normal"]);
    manager.create_index(only_where(pending, Expr::col("status").eq("pending"))).await?;
    let status = ["account_id", "status", "id"];
    manager.create_index(index("ix_invitations_status", "invitations", &status)).await?;
    let waiting = ["email_normal", "status", "id"];
    manager.create_index(index("ix_invitations_waiting", "invitations", &waiting)).await?;
    manager.create_index(index("ix_invitations_member", "invitations", &["account_id", "member_id"])).await
}

async fn audit(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    let columns = [
        text("kind"),
        uuid("id"),
        big_integer("access_revision"),
        big_integer("audit_seq"),
        text("audit_hash"),
    ];
    create_clustered(manager, table("heads", &["kind", "id"], columns)).await?;
    manager.execute(heads::first_of_deployment(&mut Query::insert())).await?;

    let columns = [
        text("chain_kind"),
        uuid("chain_id"),
        big_integer("seq"),
        text("body"),
        text("hash"),
        big_integer("occurred_at"),
        text_null("actor_id"),
        text("action"),
    ];
    manager.create_table(table("audit_events", &["chain_kind", "chain_id", "seq"], columns)).await?;
    let actor = ["chain_kind", "chain_id", "actor_id", "seq"];
    manager.create_index(index("ix_audit_events_actor", "audit_events", &actor)).await?;
    let action = ["chain_kind", "chain_id", "action", "seq"];
    manager.create_index(index("ix_audit_events_action", "audit_events", &action)).await
}

async fn queues(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    let columns = [
        uuid("id"),
        text("message"),
        big_integer("created_at"),
        big_integer("due_at"),
        big_integer("attempts"),
        text_null("failure"),
    ];
    manager.create_table(table("outbox", &["id"], columns)).await?;
    manager.create_index(index("ix_outbox_due", "outbox", &["due_at", "id"])).await?;

    let columns = [
        text("caller"),
        text("operation"),
        text("request_key"),
        blob("body_mac"),
        text_null("answer"),
        big_integer("created_at"),
    ];
    let key = ["caller", "operation", "request_key"];
    manager.create_table(table("idempotency", &key, columns)).await?;
    manager.create_index(index("ix_idempotency_created", "idempotency", &["created_at"])).await
}
