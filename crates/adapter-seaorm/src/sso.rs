//! Accounts' own single sign-on.

use async_trait::async_trait;
use bailiwick_domain::connections::{ClaimedDomain, Connection, DomainName, Protocol, SamlSettings};
use bailiwick_domain::ids::AccountId;
use bailiwick_domain::time::Timestamp;
use bailiwick_ports::connections::ConnectionRepository;
use bailiwick_ports::{Page, StoreError};
use sea_orm::FromQueryResult;
use uuid::Uuid;

use crate::error::corrupt;
use crate::rows::{count, number, page, time, written};
use crate::sql::Sql;
use crate::unit::SqlUnitOfWork;

#[derive(FromQueryResult)]
struct Row {
    account_id: Uuid,
    issuer: String,
    client_id: String,
    secret: Vec<u8>,
    saml: Option<String>,
    default_role: Option<String>,
    by_owner: bool,
    created_at: i64,
    version: i64,
}

impl TryFrom<Row> for Connection {
    type Error = StoreError;
    fn try_from(row: Row) -> Result<Self, StoreError> {
        let protocol = match row.saml {
            Some(saml) => Protocol::Saml(serde_json::from_str::<SamlSettings>(&saml).map_err(corrupt)?),
            None => Protocol::Oidc { client_id: row.client_id, sealed_secret: row.secret },
        };
        Ok(Self {
            account: AccountId::new(row.account_id),
            issuer: row.issuer,
            protocol,
            default_role: row.default_role,
            by_owner: row.by_owner,
            created_at: time(row.created_at),
            version: count(row.version)?,
        })
    }
}

/// What is kept of the protocol: the client's id and sealed secret, and the settings of SAML. One of the two is empty.
fn kept(protocol: &Protocol) -> Result<(&str, &[u8], Option<String>), StoreError> {
    Ok(match protocol {
        Protocol::Oidc { client_id, sealed_secret } => (client_id, sealed_secret, None),
        Protocol::Saml(settings) => ("", &[], Some(serde_json::to_string(settings).map_err(corrupt)?)),
    })
}

#[derive(FromQueryResult)]
struct DomainRow {
    account_id: Uuid,
    domain: String,
    verified_at: Option<i64>,
    created_at: i64,
}

impl TryFrom<DomainRow> for ClaimedDomain {
    type Error = StoreError;
    fn try_from(row: DomainRow) -> Result<Self, StoreError> {
        Ok(Self {
            account: AccountId::new(row.account_id),
            name: DomainName::try_from(row.domain).map_err(corrupt)?,
            verified_at: row.verified_at.map(time),
            created_at: time(row.created_at),
        })
    }
}

const DOMAINS: &str = "SELECT account_id, domain, verified_at, created_at FROM sso_domains WHERE ";

#[async_trait]
impl ConnectionRepository for SqlUnitOfWork {
    async fn find(&mut self, account: AccountId) -> Result<Option<Connection>, StoreError> {
        let find = Sql::new(
            "SELECT account_id, issuer, client_id, secret, saml, default_role, by_owner, created_at, version \
             FROM sso_connections WHERE account_id = ",
        );
        let found = find.bind(account.uuid()).one::<Row>(self.link.reads()).await?;
        found.map(Connection::try_from).transpose()
    }

    async fn put(&mut self, connection: &Connection) -> Result<(), StoreError> {
        ConnectionRepository::remove(self, connection.account).await?;
        let (client_id, secret, saml) = kept(&connection.protocol)?;
        let insert = Sql::new(
            "INSERT INTO sso_connections \
             (account_id, issuer, client_id, secret, saml, default_role, by_owner, created_at, version) VALUES (",
        );
        let insert = insert.list([
            connection.account.uuid().into(),
            connection.issuer.as_str().into(),
            client_id.into(),
            secret.to_vec().into(),
            saml.into(),
            connection.default_role.clone().into(),
            connection.by_owner.into(),
            connection.created_at.micros().into(),
            number(connection.version).into(),
        ]);
        insert.text(")").run(self.link.writes()?).await.map(drop)
    }

    async fn remove(&mut self, account: AccountId) -> Result<bool, StoreError> {
        let remove = Sql::new("DELETE FROM sso_connections WHERE account_id = ").bind(account.uuid());
        Ok(remove.run(self.link.writes()?).await? > 0)
    }

    async fn sealed(
        &mut self,
        after: Option<AccountId>,
        limit: u64,
    ) -> Result<Vec<(AccountId, Vec<u8>)>, StoreError> {
        #[derive(FromQueryResult)]
        struct Sealed {
            account_id: Uuid,
            secret: Vec<u8>,
        }
        let page =
            Sql::new("SELECT account_id, secret FROM sso_connections WHERE saml IS NULL AND account_id > ")
                .bind(after.map_or(Uuid::nil(), AccountId::uuid))
                .text(" ORDER BY account_id LIMIT ")
                .bind(number(limit));
        let rows = page.all::<Sealed>(self.link.reads()).await?;
        Ok(rows.into_iter().map(|row| (AccountId::new(row.account_id), row.secret)).collect())
    }

    async fn reseal(&mut self, account: AccountId, old: &[u8], new: &[u8]) -> Result<(), StoreError> {
        let reseal = Sql::new("UPDATE sso_connections SET secret = ").bind(new.to_vec());
        let reseal = reseal.text(" WHERE account_id = ").bind(account.uuid());
        let reseal = reseal.text(" AND secret = ").bind(old.to_vec());
        reseal.run(self.link.writes()?).await.map(drop)
    }

    async fn spend(
        &mut self,
        account: AccountId,
        hash: &[u8; 32],
        until: Timestamp,
    ) -> Result<bool, StoreError> {
        let spend = Sql::new("INSERT INTO sso_spent (account_id, hash, expires_at) VALUES (");
        let spend = spend.list([account.uuid().into(), hash.to_vec().into(), until.micros().into()]);
        let spend = spend.text(") ON CONFLICT DO NOTHING");
        Ok(spend.run(self.link.writes()?).await? > 0)
    }

    async fn prune_spent(&mut self, before: Timestamp, limit: u64) -> Result<u64, StoreError> {
        Sql::new(
            "DELETE FROM sso_spent WHERE (account_id, hash) IN \
             (SELECT account_id, hash FROM sso_spent WHERE expires_at < ",
        )
        .bind(before.micros())
        .text(" ORDER BY expires_at LIMIT ")
        .bind(number(limit))
        .text(")")
        .run(self.link.writes()?)
        .await
    }

    async fn claim(&mut self, domain: &ClaimedDomain) -> Result<(), StoreError> {
        let insert =
            Sql::new("INSERT INTO sso_domains (account_id, domain, verified_at, created_at) VALUES (");
        let insert = insert.list([
            domain.account.uuid().into(),
            domain.name.as_str().into(),
            domain.verified_at.map(Timestamp::micros).into(),
            domain.created_at.micros().into(),
        ]);
        insert.text(")").run(self.link.writes()?).await.map(drop)
    }

    async fn domain(
        &mut self,
        account: AccountId,
        name: &DomainName,
    ) -> Result<Option<ClaimedDomain>, StoreError> {
        let find = Sql::new(DOMAINS)
            .text("account_id = ")
            .bind(account.uuid())
            .text(" AND domain = ")
            .bind(name.as_str());
        find.one::<DomainRow>(self.link.reads()).await?.map(ClaimedDomain::try_from).transpose()
    }

    async fn domains(
        &mut self,
        account: AccountId,
        after: Option<&DomainName>,
        limit: u64,
    ) -> Result<Page<ClaimedDomain>, StoreError> {
        let rows = Sql::new(DOMAINS)
            .text("account_id = ")
            .bind(account.uuid())
            .some(after, |sql, after| sql.text(" AND domain > ").bind(after.as_str()))
            .text(" ORDER BY domain LIMIT ")
            .bind(page(limit))
            .all::<DomainRow>(self.link.reads())
            .await?;
        let items = rows.into_iter().map(ClaimedDomain::try_from).collect::<Result<Vec<_>, _>>()?;
        Ok(Page::cut(items, limit))
    }

    async fn holder(&mut self, name: &DomainName) -> Result<Option<ClaimedDomain>, StoreError> {
        let find = Sql::new(DOMAINS).text("verified_at IS NOT NULL AND domain = ").bind(name.as_str());
        find.one::<DomainRow>(self.link.reads()).await?.map(ClaimedDomain::try_from).transpose()
    }

    async fn prove(&mut self, domain: &ClaimedDomain) -> Result<(), StoreError> {
        let set =
            Sql::new("UPDATE sso_domains SET verified_at = ").bind(domain.verified_at.map(Timestamp::micros));
        let set = set.text(" WHERE account_id = ").bind(domain.account.uuid());
        let set = set.text(" AND domain = ").bind(domain.name.as_str());
        written(set.run(self.link.writes()?).await?)
    }

    async fn release(&mut self, account: AccountId, name: &DomainName) -> Result<bool, StoreError> {
        let remove = Sql::new("DELETE FROM sso_domains WHERE account_id = ").bind(account.uuid());
        let remove = remove.text(" AND domain = ").bind(name.as_str());
        Ok(remove.run(self.link.writes()?).await? > 0)
    }
}
