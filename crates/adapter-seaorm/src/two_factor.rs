//! Second factors.

use async_trait::async_trait;
use bailiwick_domain::ids::{AccountId, UserId};
use bailiwick_domain::time::Timestamp;
use bailiwick_domain::two_factor::Totp;
use bailiwick_ports::StoreError;
use bailiwick_ports::two_factor::TwoFactorRepository;
use sea_orm::FromQueryResult;
use uuid::Uuid;

use crate::rows::{count, number, time};
use crate::sql::Sql;
use crate::unit::SqlUnitOfWork;

#[derive(FromQueryResult)]
struct Row {
    sealed: Vec<u8>,
    created_at: i64,
    enabled_at: Option<i64>,
}

/// Of one user.
fn of_user(sql: &str, user: UserId) -> Sql {
    Sql::new(sql).text(" WHERE user_id = ").bind(user.uuid())
}

impl SqlUnitOfWork {
    async fn wrote(&mut self, sql: Sql) -> Result<bool, StoreError> {
        Ok(sql.run(self.link.writes()?).await? > 0)
    }
}

#[async_trait]
impl TwoFactorRepository for SqlUnitOfWork {
    async fn has(&mut self, user: UserId) -> Result<bool, StoreError> {
        #[derive(FromQueryResult)]
        struct Found {
            second_factor: bool,
        }
        let find = Sql::new("SELECT second_factor FROM users WHERE id = ").bind(user.uuid());
        Ok(find.one::<Found>(self.link.reads()).await?.is_some_and(|found| found.second_factor))
    }

    async fn set(&mut self, user: UserId, has: bool) -> Result<(), StoreError> {
        #[derive(FromQueryResult)]
        struct Place {
            account_id: Uuid,
        }
        let places = of_user("SELECT account_id FROM members", user).all::<Place>(self.link.reads()).await?;
        let accounts: Vec<AccountId> =
            places.into_iter().map(|place| AccountId::new(place.account_id)).collect();
        self.heads.lock(self.link.reads(), &accounts).await?;
        let set = Sql::new("UPDATE users SET second_factor = ").bind(has);
        self.wrote(set.text(" WHERE id = ").bind(user.uuid())).await?;
        for account in accounts {
            self.heads.revised(account);
        }
        Ok(())
    }

    async fn totp(&mut self, user: UserId) -> Result<Option<Totp>, StoreError> {
        let find = of_user("SELECT sealed, created_at, enabled_at FROM totp", user);
        Ok(find.one::<Row>(self.link.reads()).await?.map(|row| Totp {
            sealed: row.sealed,
            created_at: time(row.created_at),
            enabled_at: row.enabled_at.map(time),
        }))
    }

    async fn begin_totp(&mut self, user: UserId, sealed: &[u8], now: Timestamp) -> Result<bool, StoreError> {
        let begin = Sql::new("INSERT INTO totp (user_id, sealed, created_at) VALUES (")
            .bind(user.uuid())
            .text(", ")
            .bind(sealed.to_vec())
            .text(", ")
            .bind(now.micros())
            .text(") ON CONFLICT (user_id) DO UPDATE SET sealed = excluded.sealed, created_at = excluded.created_at")
            .text(" WHERE totp.enabled_at IS NULL");
        self.wrote(begin).await
    }

    async fn enable_totp(&mut self, user: UserId, step: i64, now: Timestamp) -> Result<bool, StoreError> {
        let enable = Sql::new("UPDATE totp SET enabled_at = ").bind(now.micros());
        let enable =
            enable.text(", last_step = ").bind(step).text(" WHERE enabled_at IS NULL AND user_id = ");
        self.wrote(enable.bind(user.uuid())).await
    }

    async fn accept_step(&mut self, user: UserId, step: i64) -> Result<bool, StoreError> {
        let accept = Sql::new("UPDATE totp SET last_step = ").bind(step);
        let accept = accept.text(" WHERE enabled_at IS NOT NULL AND last_step < ").bind(step);
        self.wrote(accept.text(" AND user_id = ").bind(user.uuid())).await
    }

    async fn remove_totp(&mut self, user: UserId) -> Result<bool, StoreError> {
        self.wrote(of_user("DELETE FROM totp", user)).await
    }

    async fn put_recovery_codes(&mut self, user: UserId, hashes: &[[u8; 32]]) -> Result<(), StoreError> {
        self.wrote(of_user("DELETE FROM recovery_codes", user)).await?;
        for hash in hashes {
            let put = Sql::new("INSERT INTO recovery_codes (user_id, hash) VALUES (").bind(user.uuid());
            self.wrote(put.text(", ").bind(hash.to_vec()).text(")")).await?;
        }
        Ok(())
    }

    async fn take_recovery_code(&mut self, user: UserId, hash: [u8; 32]) -> Result<bool, StoreError> {
        let take = of_user("DELETE FROM recovery_codes", user).text(" AND hash = ").bind(hash.to_vec());
        self.wrote(take).await
    }

    async fn recovery_codes_left(&mut self, user: UserId) -> Result<u64, StoreError> {
        #[derive(FromQueryResult)]
        struct Left {
            left_over: i64,
        }
        let left = of_user("SELECT COUNT(*) AS left_over FROM recovery_codes", user);
        let left = left.one::<Left>(self.link.reads()).await?;
        left.map_or(Ok(0), |left| count(left.left_over))
    }

    async fn sealed(
        &mut self,
        after: Option<UserId>,
        limit: u64,
    ) -> Result<Vec<(UserId, Vec<u8>)>, StoreError> {
        #[derive(FromQueryResult)]
        struct Sealed {
            user_id: Uuid,
            sealed: Vec<u8>,
        }
        let page = Sql::new("SELECT user_id, sealed FROM totp WHERE user_id > ")
            .bind(after.map_or(Uuid::nil(), UserId::uuid))
            .text(" ORDER BY user_id LIMIT ")
            .bind(number(limit));
        let rows = page.all::<Sealed>(self.link.reads()).await?;
        Ok(rows.into_iter().map(|row| (UserId::new(row.user_id), row.sealed)).collect())
    }

    async fn reseal(&mut self, user: UserId, old: &[u8], new: &[u8]) -> Result<(), StoreError> {
        let reseal = Sql::new("UPDATE totp SET sealed = ").bind(new.to_vec()).text(" WHERE user_id = ");
        let reseal = reseal.bind(user.uuid()).text(" AND sealed = ").bind(old.to_vec());
        self.wrote(reseal).await.map(drop)
    }
}
