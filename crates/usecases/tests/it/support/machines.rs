//! Service integrations, and what they do.

use bailiwick_domain::ids::{IntegrationId, KeyId};
use bailiwick_domain::integrations::Integration;
use bailiwick_domain::resources::{ResourceKey, ResourceRef};
use bailiwick_usecases::access::Outcome;
use bailiwick_usecases::input::NewGrant;
use bailiwick_usecases::integrations::{self, NewKey};
use bailiwick_usecases::{Call, Caller, Result, sessions};

use super::{Seat, World};

/// An integration with one of its keys.
#[derive(Debug, Clone)]
pub struct Machine {
    pub id: IntegrationId,
    pub key: KeyId,
    pub secret: String,
    pub caller: Caller,
}

impl World {
    pub async fn integrate(&self, by: &Seat, asked: Vec<NewGrant>) -> Result<Integration> {
        integrations::create(&self.cx, &self.by(by), by.account, "Deploy".to_owned(), asked).await
    }

    pub async fn new_key(&self, by: &Seat, of: IntegrationId) -> Result<NewKey> {
        let name = "Key".to_owned();
        integrations::create_key(&self.cx, &self.by(by), by.account, of, name, None, None).await
    }

    /// An integration that someone makes, with a key.
    pub async fn machine(&self, by: &Seat, asked: Vec<NewGrant>) -> Machine {
        let made = self.integrate(by, asked).await.unwrap();
        let NewKey { key, secret } = self.new_key(by, made.id).await.unwrap();
        let secret = secret.reveal().unwrap().to_owned();
        let caller = sessions::authenticate(&self.cx, Some(&secret)).await.unwrap();
        Machine { id: made.id, key: key.id, secret, caller }
    }

    pub fn by_machine(&self, machine: &Machine) -> Call {
        self.call(machine.caller)
    }

    /// What an integration may do at a resource, as decisions say.
    pub async fn decide_machine(&self, id: IntegrationId, permission: &str, at: &ResourceRef) -> Outcome {
        let key: ResourceKey<'_> = at.key().unwrap();
        self.cx.decisions.decide(id, None, key, permission, self.now()).await.unwrap()
    }

    pub async fn machine_may(&self, id: IntegrationId, permission: &str, at: &ResourceRef) -> bool {
        self.decide_machine(id, permission, at).await == Outcome::Allowed
    }

    /// Copies the one integration that there is so many times, without what it holds.
    pub async fn copy_integration(&self, times: usize) {
        let copies = format!(
            "INSERT INTO integrations SELECT account_id, {}, maker_id, name, created_at, version FROM integrations, \
             (WITH RECURSIVE n(value) AS (SELECT 1 UNION ALL SELECT value + 1 FROM n WHERE value < {times}) \
             SELECT value FROM n) AS numbers",
            self.random_uuid_sql(),
        );
        assert_eq!(self.run_raw(&copies).await, times as u64);
    }
}
