//! The records of a run: what each writer sends in each batch, as JSON and as rows, and what all of it comes to.

use std::collections::HashMap;
use std::net::SocketAddr;
use std::ops::Range;

use sea_orm::IntoActiveModel;
use serde_json::{Value, json};
use uuid::Uuid;

use crate::Result;
use crate::clock::micros;
use crate::entities::usage_records;
use crate::http::{Client, text};
use crate::world::PASSWORD;

pub const METRICS: [&str; 3] = ["messages", "connections", "bytes.out"];
/// Records of a batch that are a writer's own; the rest, one in ten of another writer's, is sent a second time.
pub const OWN: usize = 909;
const ACCOUNTS: usize = 4;
const APPS: usize = 3;
const MINUTE: i64 = 60_000_000;
/// Over how many minutes the records of a run are spread: in a batch are those of two.
const MINUTES: usize = 60;

/// An account with the keysets of its apps, each with its app: as the API names them, and as the database does.
struct Account {
    id: String,
    key: Uuid,
    keysets: Vec<[(String, Uuid); 2]>,
}

pub struct Product {
    pub session: String,
    accounts: Vec<Account>,
    start: i64,
}

pub struct Batch {
    pub json: Value,
    pub rows: Vec<usage_records::ActiveModel>,
    /// How many of them are sent for the first time.
    pub fresh: usize,
}

/// The UUID in an id of the API.
fn uuid(id: &str) -> Uuid {
    let digits = id.rsplit('_').next().unwrap_or_default().bytes();
    let alphabet = b"0123456789abcdefghjkmnpqrstvwxyz";
    Uuid::from_u128(digits.fold(0, |value, byte| {
        value << 5 | alphabet.iter().position(|digit| *digit == byte).unwrap_or_default() as u128
    }))
}

fn keyed(id: String) -> (String, Uuid) {
    let key = uuid(&id);
    (id, key)
}

/// RFC 3339.
fn time(micros: i64) -> String {
    chrono::DateTime::from_timestamp_micros(micros).map(|time| time.to_rfc3339()).unwrap_or_default()
}

impl Product {
    /// Signs up, and makes accounts, apps and keysets.
    pub async fn make(address: SocketAddr) -> Result<Self> {
        let mut client = Client::open(address, None).await?;
        let form = json!({ "email": "owner@example.com", "password": PASSWORD, "name": "Owner",
            "account_name": "Account", "role_model": "pubnub-classic" });
        let session = text(&client.post("/v1/signup", &form).await?, "/session/token")?;
        client.token = Some(session.clone());
        let mut accounts = Vec::new();
        for number in 0..ACCOUNTS {
            let body = json!({ "name": format!("Account {number}"), "role_model": "pubnub-classic" });
            let id = text(&client.post("/v1/accounts", &body).await?, "/id")?;
            let mut keysets = Vec::new();
            for app in 0..APPS {
                let path = format!("/v1/accounts/{id}/apps");
                let app = text(&client.post(&path, &json!({ "name": format!("App {app}") })).await?, "/id")?;
                let path = format!("{path}/{app}/keysets");
                for name in ["Test", "Live"] {
                    let keyset = text(&client.post(&path, &json!({ "name": name })).await?, "/id")?;
                    keysets.push([app.clone(), keyset].map(keyed));
                }
            }
            accounts.push(Account { key: uuid(&id), id, keysets });
        }
        let start = micros() / MINUTE * MINUTE - i64::try_from(MINUTES + 2)? * MINUTE;
        Ok(Self { session, accounts, start })
    }

    /// The path of an app, its database key and its account's.
    pub fn app(&self) -> (String, Uuid, Uuid) {
        let account = &self.accounts[0];
        let [(app, key), _] = &account.keysets[0];
        (format!("/v1/accounts/{}/apps/{app}", account.id), *key, account.key)
    }

    /// From when on there are records.
    pub fn from(&self) -> String {
        time(self.start).replace('+', "%2B")
    }

    /// What one record says: whose, by which keyset, of what, and how much.
    fn said(
        &self,
        writer: usize,
        batch: usize,
        place: usize,
    ) -> (&Account, &[(String, Uuid); 2], &'static str, u64) {
        let account = &self.accounts[(writer + place) % self.accounts.len()];
        let keyset = &account.keysets[place / self.accounts.len() % account.keysets.len()];
        (account, keyset, METRICS[place % METRICS.len()], (batch % 7 + place) as u64)
    }

    fn record(&self, writer: usize, batch: usize, place: usize) -> (Value, usage_records::ActiveModel) {
        let (account, [(_, app_id), (keyset, keyset_id)], metric, quantity) = self.said(writer, batch, place);
        let minute = (batch + place % 2) % MINUTES;
        let at = self.start + i64::try_from(minute).unwrap_or_default() * MINUTE + 1_000_000;
        let id = format!("writer-{writer}:{batch:06}:{place:04}");
        let json = json!({ "account": account.id, "keyset": keyset, "metric": metric, "quantity": quantity,
            "at": time(at), "id": id });
        let row = usage_records::Model {
            account_id: account.key,
            id,
            app_id: *app_id,
            keyset_id: *keyset_id,
            metric: metric.to_owned(),
            quantity: i64::try_from(quantity).unwrap_or_default(),
            at,
        };
        (json, row.into_active_model())
    }

    /// A writer's batches of these numbers.
    pub fn batches(&self, writer: usize, numbers: Range<usize>) -> Vec<Batch> {
        let batch = |number| {
            let own = (0..OWN).map(|place| self.record(writer, number, place));
            // Another writer's, which goes at the same time.
            let again = (0..OWN).step_by(10).map(|place| self.record(writer ^ 1, number, place));
            let (all, mut rows): (Vec<Value>, Vec<_>) = own.chain(again).unzip();
            // As the server writes them: transactions that wait for one another's rows in any order end in deadlocks.
            rows.sort_by_key(|row| (row.account_id.clone().take(), row.id.clone().take()));
            Batch { json: Value::Array(all), rows, fresh: OWN }
        };
        numbers.map(batch).collect()
    }

    /// For each path that has statistics, what it comes to by metric.
    pub fn sums(&self, writers: usize, batches: usize) -> HashMap<String, HashMap<&'static str, u64>> {
        let mut sums: HashMap<String, HashMap<&'static str, u64>> = HashMap::new();
        for writer in 0..writers {
            for batch in 0..batches {
                for place in 0..OWN {
                    let (account, [(app, _), (keyset, _)], metric, quantity) =
                        self.said(writer, batch, place);
                    let of_account = format!("/v1/accounts/{}", account.id);
                    let of_app = format!("{of_account}/apps/{app}");
                    for path in [format!("{of_app}/keysets/{keyset}"), of_app, of_account] {
                        *sums.entry(path).or_default().entry(metric).or_default() += quantity;
                    }
                }
            }
        }
        sums
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::names;

    #[test]
    fn ids_are_read_as_they_are_written() {
        let id = Uuid::from_u128(0x0188_bac7_4afa_78aa_bc3b_bd1e_ef28_d881);
        assert_eq!(uuid(&names::type_id("app", id)), id);
    }
}
