//! Service integrations and what they hold. Their keys are in `keys`.

use async_trait::async_trait;
use bailiwick_domain::ids::{AccountId, IntegrationId, MemberId};
use bailiwick_domain::integrations::{Integration, JudgedHoldings};
use bailiwick_ports::integrations::IntegrationRepository;
use bailiwick_ports::{Page, StoreError};
use uuid::Uuid;

use crate::grants;
use crate::rows::{number, page, written};
use crate::sql::Sql;
use crate::tree::{below, downwards};
use crate::unit::SqlUnitOfWork;

pub(crate) mod keys;
mod read;

fn one(sql: Sql, account: AccountId, id: IntegrationId) -> Sql {
    sql.text(" WHERE account_id = ").bind(account.uuid()).text(" AND id = ").bind(id.uuid())
}

#[async_trait]
impl IntegrationRepository for SqlUnitOfWork {
    async fn insert(&mut self, integration: &Integration) -> Result<(), StoreError> {
        let Integration { id, account, name, maker, created_at, version, .. } = integration;
        let insert = Sql::new(
            "INSERT INTO integrations (account_id, id, maker_id, name, created_at, version) VALUES (",
        );
        let insert = insert.list([
            account.uuid().into(),
            id.uuid().into(),
            maker.map_or(Uuid::nil(), |maker| maker.member.uuid()).into(),
            name.as_str().into(),
            created_at.micros().into(),
            number(*version).into(),
        ]);
        insert.text(")").run(self.link.writes()?).await?;
        self.heads.revised(*account);
        Ok(())
    }

    async fn find(
        &mut self,
        account: AccountId,
        id: IntegrationId,
    ) -> Result<Option<Integration>, StoreError> {
        let picked = read::picked(account).text(" AND i.id = ").bind(id.uuid());
        Ok(read::integrations(self.link.reads(), account, picked).await?.into_iter().next())
    }

    async fn list(
        &mut self,
        account: AccountId,
        after: Option<IntegrationId>,
        limit: u64,
    ) -> Result<Page<Integration>, StoreError> {
        let picked = read::picked(account)
            .some(after, |sql, after| sql.text(" AND i.id > ").bind(after.uuid()))
            .text(" ORDER BY i.id LIMIT ")
            .bind(page(limit));
        Ok(Page::cut(read::integrations(self.link.reads(), account, picked).await?, limit))
    }

    async fn count(&mut self, account: AccountId) -> Result<u64, StoreError> {
        let count = Sql::new("SELECT COUNT(*) AS count FROM integrations WHERE account_id = ");
        count.bind(account.uuid()).count(self.link.reads()).await
    }

    async fn made_by(&mut self, account: AccountId, maker: MemberId) -> Result<Vec<Integration>, StoreError> {
        let picked = read::picked(account).text(" AND i.maker_id = ").bind(maker.uuid());
        read::integrations(self.link.reads(), account, picked).await
    }

    async fn on_resource(&mut self, account: AccountId, key: Uuid) -> Result<Vec<Integration>, StoreError> {
        let holding = " AND i.id IN (SELECT integration_id FROM integration_grants WHERE account_id = ";
        let picked = match below(account, key) {
            None => read::picked(account).text(holding).bind(account.uuid()).text(")"),
            Some(root) => read::picked_after(downwards(account, &[root]).text(", "), account)
                .text(holding)
                .bind(account.uuid())
                .text(" AND resource_id IN (SELECT id FROM down))"),
        };
        read::integrations(self.link.reads(), account, picked).await
    }

    async fn update(&mut self, integration: &Integration) -> Result<(), StoreError> {
        let set = Sql::new("UPDATE integrations SET name = ").bind(integration.name.as_str());
        let set =
            set.some(integration.maker, |sql, maker| sql.text(", maker_id = ").bind(maker.member.uuid()));
        let set = set.text(", version = ").bind(number(integration.version));
        let set = one(set, integration.account, integration.id).text(" AND version = ");
        written(set.bind(number(integration.version) - 1).run(self.link.writes()?).await?)?;
        self.heads.revised(integration.account);
        Ok(())
    }

    async fn put_grants(&mut self, account: AccountId, judged: &JudgedHoldings) -> Result<(), StoreError> {
        let id = judged.integration();
        let on = self.link.writes()?;
        let raise = one(Sql::new("UPDATE integrations SET version = version + 1"), account, id);
        written(raise.run(on).await?)?;
        let delete = Sql::new("DELETE FROM integration_grants WHERE account_id = ").bind(account.uuid());
        delete.text(" AND integration_id = ").bind(id.uuid()).run(on).await?;
        if !judged.grants().is_empty() {
            grants::insert("integration_grants", ("integration_id", id.uuid()), account, judged.grants())
                .run(on)
                .await?;
        }
        self.heads.revised(account);
        Ok(())
    }

    async fn remove(&mut self, account: AccountId, id: IntegrationId) -> Result<bool, StoreError> {
        // Its grants and keys go by their references to it.
        let removed = one(Sql::new("DELETE FROM integrations"), account, id).run(self.link.writes()?).await?;
        self.heads.revised(account);
        Ok(removed > 0)
    }
}
