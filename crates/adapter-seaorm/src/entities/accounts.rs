//! Accounts.

#![expect(clippy::struct_field_names, reason = "the columns say which model: the role model")]

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "accounts")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub name: String,
    pub legal_name: Option<String>,
    pub kind: String,
    pub personal_of: Option<Uuid>,
    pub role_model: String,
    pub role_model_version: i64,
    pub region: Option<String>,
    pub mcp_access: bool,
    pub require_two_factor: bool,
    pub sso_strict: Option<bool>,
    pub status: String,
    pub created_at: i64,
    pub version: i64,
}

#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
