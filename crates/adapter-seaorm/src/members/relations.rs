//! Who stands where: owners, and a user's accounts.

use std::collections::HashMap;

use bailiwick_domain::accounts::Account;
use bailiwick_domain::ids::{AccountId, MemberId, UserId};
use bailiwick_domain::members::{Member, MemberStatus};
use bailiwick_ports::{Page, StoreError};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, FromQueryResult, QueryFilter};
use uuid::Uuid;

use crate::entities::accounts;
use crate::error::{corrupt, db};
use crate::rows::known;
use crate::sql::Sql;

/// Everyone who holds a role, wherever, whenever.
pub(super) async fn holders(
    on: &impl ConnectionTrait,
    account: AccountId,
    role: &str,
) -> Result<Vec<(MemberId, MemberStatus)>, StoreError> {
    #[derive(FromQueryResult)]
    struct Holder {
        id: Uuid,
        status: String,
    }
    let rows = Sql::new(
        "SELECT DISTINCT m.id, m.status FROM grants g \
         JOIN members m ON m.account_id = g.account_id AND m.id = g.member_id WHERE g.account_id = ",
    )
    .bind(account.uuid())
    .text(" AND g.role = ")
    .bind(role)
    .text(" ORDER BY m.id")
    .all::<Holder>(on)
    .await?;
    rows.into_iter()
        .map(|row| Ok((MemberId::new(row.id), known(&row.status, MemberStatus::parse)?)))
        .collect()
}

/// Some members, each with its account.
pub(super) async fn with_accounts(
    on: &impl ConnectionTrait,
    members: Page<Member>,
) -> Result<Page<(Account, Member)>, StoreError> {
    let ids = members.items.iter().map(|member| member.account.uuid());
    let rows = accounts::Entity::find().filter(accounts::Column::Id.is_in(ids)).all(on).await.map_err(db)?;
    let accounts = rows.into_iter().map(|row| Ok((AccountId::new(row.id), row.try_into()?)));
    let mut accounts = accounts.collect::<Result<HashMap<AccountId, Account>, StoreError>>()?;
    let with_account = |member: Member| {
        let account = accounts.remove(&member.account);
        account.map(|account| (account, member)).ok_or_else(|| corrupt("a member of no account"))
    };
    let items = members.items.into_iter().map(with_account).collect::<Result<_, _>>()?;
    Ok(Page { items, more: members.more })
}

/// The accounts of a model in which a user is active or suspended.
pub(super) async fn active_in_model(
    on: &impl ConnectionTrait,
    user: UserId,
    model: &str,
) -> Result<Vec<AccountId>, StoreError> {
    #[derive(FromQueryResult)]
    struct Found {
        account_id: Uuid,
    }
    let rows = Sql::new(
        "SELECT m.account_id FROM members m JOIN accounts a ON a.id = m.account_id \
         WHERE m.status IN ('active', 'suspended') AND m.user_id = ",
    )
    .bind(user.uuid())
    .text(" AND a.role_model = ")
    .bind(model)
    .text(" ORDER BY m.account_id")
    .all::<Found>(on)
    .await?;
    Ok(rows.into_iter().map(|row| AccountId::new(row.account_id)).collect())
}
