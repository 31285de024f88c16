//! A whole deployment's accounts: a few large ones, and most of them small.

use sea_orm::{ConnectionTrait, DatabaseTransaction, EntityTrait, IntoActiveModel, TransactionTrait};

use super::{AT_ONCE, finish, sql_id, users};
use crate::Result;
use crate::clock::micros;
use crate::database::Database;
use crate::entities::resources;
use crate::names::{Kind, id, type_id};

/// The number of the first row, above those of other seeded rows.
const FIRST: u32 = 0x0100_0000;
const APPS: u32 = 2;

/// How many accounts, and how many members they have together: the second largest has half as many as the largest, the
/// third a third, and so on (Zipf's law). Of 1,000,000 in 10,000 accounts the largest has some 101,000, ten have more than
/// 10,000, and half of them 21 or fewer. Each member is a user of their own. The first of an account owns it, each
/// other views one of its two apps, and its business insights.
#[derive(Clone, Copy, clap::Args, serde::Serialize)]
pub struct Population {
    /// Members of all accounts together
    #[arg(long, default_value_t = 1_000_000)]
    pub members: u32,
    /// Accounts
    #[arg(long, default_value_t = 10_000)]
    pub accounts: u32,
}

/// A seeded account by its members' numbers.
#[derive(Clone, Copy)]
pub struct Seeded {
    number: u32,
    first: u32,
    members: u32,
}

impl Population {
    fn check(self) -> Result {
        // The least account has one member, its owner; more would not fit into an id's number.
        if self.accounts == 0 || self.members < self.accounts || self.members > 0x1000_0000 {
            return Err(
                "--members must be at least --accounts, which is at least 1, and 268,435,456 at most".into(),
            );
        }
        Ok(())
    }

    /// Every account, the largest first.
    pub fn all(self) -> Vec<Seeded> {
        let harmonic: f64 = (1..=self.accounts).map(|rank| 1.0 / f64::from(rank)).sum();
        let beyond_one = f64::from(self.members - self.accounts);
        let mut left = self.members - self.accounts;
        let mut first = FIRST;
        let mut sized = Vec::with_capacity(self.accounts as usize);
        for rank in 1..=self.accounts {
            #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a part of a `u32`")]
            let share = (beyond_one / harmonic / f64::from(rank)).round() as u32;
            let more = share.min(left);
            left -= more;
            sized.push(1 + more);
        }
        // What rounding left over.
        sized[0] += left;
        (0..)
            .zip(sized)
            .map(|(number, members)| {
                let seeded = Seeded { number: FIRST + number, first, members };
                first += members;
                seeded
            })
            .collect()
    }
}

impl Seeded {
    /// A member who is not the owner, with the keyset that they may view, as the API names both: user and keyset. None in
    /// an account of one.
    pub fn viewer(self, turn: u32) -> Option<(String, String)> {
        let place = 1 + turn.checked_rem(self.members - 1)?;
        let keyset = id(Kind::Keyset, self.resource(place % APPS));
        Some((type_id("user", id(Kind::User, self.first + place)), type_id("ks", keyset)))
    }

    fn resource(self, turn: u32) -> u32 {
        FIRST + (self.number - FIRST) * APPS + turn
    }
}

/// Puts a population into a database that has its tables already.
pub async fn populate(database: &Database, population: Population) -> Result {
    population.check()?;
    let connection = database.open().await?;
    let transaction = connection.begin().await?;
    let accounts = population.all();
    plan(&transaction, &accounts).await?;
    for statement in statements(&transaction, micros()) {
        transaction.execute_unprepared(&statement).await?;
    }
    apps(&transaction, &accounts).await?;
    let grants = grants(&transaction);
    for statement in
        grants.iter().map(String::as_str).chain(["DROP TABLE seeding_people", "DROP TABLE seeding"])
    {
        transaction.execute_unprepared(statement).await?;
    }
    transaction.commit().await?;
    finish(connection).await
}

/// Which numbers each account's rows have.
async fn plan(on: &DatabaseTransaction, accounts: &[Seeded]) -> Result {
    let table = "CREATE TEMPORARY TABLE seeding (number integer NOT NULL, first integer NOT NULL, last integer NOT NULL)";
    on.execute_unprepared(table).await?;
    for some in accounts.chunks(AT_ONCE) {
        let row = |seeded: &Seeded| {
            format!("({}, {}, {})", seeded.number, seeded.first, seeded.first + seeded.members - 1)
        };
        let rows: Vec<String> = some.iter().map(row).collect();
        on.execute_unprepared(&format!("INSERT INTO seeding VALUES {}", rows.join(","))).await?;
    }
    let people = "CREATE TEMPORARY TABLE seeding_people AS \
        WITH RECURSIVE n(number, i, first, last) AS (SELECT number, first, first, last FROM seeding \
        UNION ALL SELECT number, i + 1, first, last FROM n WHERE i < last) SELECT number, i, i - first AS place FROM n";
    on.execute_unprepared(people).await?;
    Ok(())
}

/// Accounts, their heads, users and members.
fn statements(on: &impl ConnectionTrait, now: i64) -> [String; 4] {
    let backend = on.get_database_backend();
    let (account, user, member) = (
        sql_id(backend, Kind::Account, "number"),
        sql_id(backend, Kind::User, "i"),
        sql_id(backend, Kind::Member, "i"),
    );
    let no_hash = "0".repeat(64);
    [
        format!(
            "INSERT INTO accounts (id, name, kind, role_model, role_model_version, mcp_access, status, created_at, \
             version) SELECT {account}, 'Account ' || (number - {FIRST}), 'organization', 'pubnub', 1, FALSE, 'active', \
             {now}, 1 FROM seeding"
        ),
        format!(
            "INSERT INTO heads (kind, id, access_revision, audit_seq, audit_hash) \
             SELECT 'account', {account}, 1, 0, '{no_hash}' FROM seeding"
        ),
        users(backend, "someone", "seeding_people ORDER BY i", now),
        format!(
            "INSERT INTO members (account_id, id, user_id, status, created_at, version) \
             SELECT {account}, {member}, {user}, 'active', {now}, 1 FROM seeding_people ORDER BY i"
        ),
    ]
}

fn grants(on: &impl ConnectionTrait) -> [String; 2] {
    let backend = on.get_database_backend();
    let (account, member) = (sql_id(backend, Kind::Account, "number"), sql_id(backend, Kind::Member, "i"));
    let (below, above) = (sql_id(backend, Kind::GrantBelow, "i"), sql_id(backend, Kind::GrantOnAccount, "i"));
    let app = sql_id(backend, Kind::App, &format!("{FIRST} + (number - {FIRST}) * {APPS} + place % {APPS}"));
    let insert = "INSERT INTO grants (account_id, member_id, id, role, resource_id)";
    [
        format!(
            "{insert} SELECT {account}, {member}, {below}, 'app-viewer', {app} FROM seeding_people WHERE place > 0 \
             ORDER BY i"
        ),
        format!(
            "{insert} SELECT {account}, {member}, {above}, \
             CASE place WHEN 0 THEN 'account-owner' ELSE 'business-insights' END, NULL FROM seeding_people ORDER BY i"
        ),
    ]
}

/// Each account's apps, with a keyset each. Their names hold their ids in the form that only programs write.
async fn apps(on: &DatabaseTransaction, accounts: &[Seeded]) -> Result {
    let now = micros();
    let row = |seeded: &Seeded, kind, parent_id, word: &str, prefix: &str, turn| {
        let own = id(kind, seeded.resource(turn));
        let row = resources::Model {
            account_id: id(Kind::Account, seeded.number),
            id: own,
            parent_id,
            kind: word.to_owned(),
            external_id: type_id(prefix, own),
            title: Some(format!("The {word} {turn}")),
            created_at: now,
            version: 1,
        };
        row.into_active_model()
    };
    let app = |seeded: &Seeded, turn| row(seeded, Kind::App, None, "app", "app", turn);
    let keyset = |seeded: &Seeded, turn| {
        row(seeded, Kind::Keyset, Some(id(Kind::App, seeded.resource(turn))), "keyset", "ks", turn)
    };
    for some in accounts.chunks(AT_ONCE) {
        let apps = some.iter().flat_map(|seeded| (0..APPS).map(move |turn| app(seeded, turn)));
        resources::Entity::insert_many(apps).exec_without_returning(on).await?;
        let keysets = some.iter().flat_map(|seeded| (0..APPS).map(move |turn| keyset(seeded, turn)));
        resources::Entity::insert_many(keysets).exec_without_returning(on).await?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_few_accounts_are_large_most_are_small_and_all_members_are_in_one() {
        let accounts = Population { members: 1_000_000, accounts: 10_000 }.all();
        let sizes: Vec<u32> = accounts.iter().map(|seeded| seeded.members).collect();
        assert_eq!((sizes.len(), sizes.iter().sum::<u32>()), (10_000, 1_000_000));
        assert_eq!(sizes.iter().filter(|size| **size > 10_000).count(), 10);
        assert!(sizes[0] > 100_000 && sizes[5_000] <= 25 && sizes[9_999] >= 1);
        assert!(accounts.windows(2).all(|pair| pair[0].first + pair[0].members == pair[1].first));
    }
}
