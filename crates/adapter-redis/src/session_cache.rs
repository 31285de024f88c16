//! Copies of sessions in Redis, by run and token hash. A value is a copy with its epoch, sealed under the deployment's
//! key, so that who can write to Redis can't make sessions; an empty value is the mark of a session that is being ended.

use std::sync::Arc;
use std::time::Duration;

use async_trait::async_trait;
use bailiwick_domain::ids::{AccountId, SessionId, UserId};
use bailiwick_domain::sessions::{Methods, SignedIn};
use bailiwick_domain::time::Timestamp;
use bailiwick_ports::session_cache::{COPY_LIFE, Found, SessionCache, SessionCopy, Vacancy};
use bailiwick_ports::system::Signer;
use redis::Script;

use crate::server::{Link, RedisServer};

/// For how long a mark lasts. It has to outlast every vacancy seen before it (10 s), and the commit after it.
const MARK_LIFE: Duration = Duration::from_mins(10);

/// Puts a copy where no mark is. It lasts until a moment of Redis's own clock, be that over already.
const PUT: &str = "if redis.call('GET', KEYS[1]) == '' then return end \
                   redis.call('SET', KEYS[1], ARGV[1], 'PXAT', ARGV[2])";

/// Epoch, two ids, three times, the methods, and the account of a single sign-on; nil where there is none.
const BODY: usize = 8 + 16 + 16 + 8 + 8 + 8 + 1 + 16;
const SEAL: usize = 32;

type Hash = [u8; 32];

fn key(run: &str, token_hash: &Hash) -> Vec<u8> {
    [b"bailiwick:session:", run.as_bytes(), b":", token_hash.as_slice()].concat()
}

fn body(epoch: u64, session: &SessionCopy) -> [u8; BODY] {
    let mut body = [0; BODY];
    body[..8].copy_from_slice(&epoch.to_be_bytes());
    body[8..24].copy_from_slice(session.id.uuid().as_bytes());
    body[24..40].copy_from_slice(session.user.uuid().as_bytes());
    let SignedIn { at, methods, sso } = session.signed_in;
    for (place, time) in [(40, at), (48, session.last_seen_at), (56, session.expires_at)] {
        body[place..place + 8].copy_from_slice(&time.micros().to_be_bytes());
    }
    body[64] = methods.bits();
    body[65..].copy_from_slice(sso.map(AccountId::uuid).unwrap_or_default().as_bytes());
    body
}

fn copy(body: &[u8; BODY]) -> Option<(u64, SessionCopy)> {
    let uuid = |from: usize| Some(uuid::Uuid::from_bytes(body.get(from..from + 16)?.try_into().ok()?));
    let number = |from: usize| Some(u64::from_be_bytes(body.get(from..from + 8)?.try_into().ok()?));
    let time = |from: usize| Some(Timestamp::from_micros(number(from)?.cast_signed()));
    let session = SessionCopy {
        id: SessionId::new(uuid(8)?),
        user: UserId::new(uuid(24)?),
        signed_in: SignedIn {
            at: time(40)?,
            methods: Methods::from_bits(*body.get(64)?),
            sso: uuid(65).filter(|account| !account.is_nil()).map(AccountId::new),
        },
        last_seen_at: time(48)?,
        expires_at: time(56)?,
    };
    Some((number(0)?, session))
}

/// Copies of sessions in Redis.
pub struct RedisSessionCache {
    server: Arc<RedisServer>,
    signer: Arc<dyn Signer>,
    put: Script,
}

impl RedisSessionCache {
    /// On a server; `signer` is the deployment's.
    pub fn new(server: Arc<RedisServer>, signer: Arc<dyn Signer>) -> Self {
        Self { server, signer, put: Script::new(PUT) }
    }

    fn seal(&self, key: &[u8], body: &[u8]) -> [u8; SEAL] {
        self.signer.mac("session copy", &[key, body].concat())
    }

    /// What a value says; nothing when it is none that this deployment wrote.
    fn open(&self, key: &[u8], value: &[u8]) -> Option<(u64, SessionCopy)> {
        let (body, seal) = value.split_at_checked(BODY)?;
        (seal == self.seal(key, body)).then(|| copy(body.try_into().ok()?)).flatten()
    }

    async fn mark(&self, link: &Link, token_hashes: &[Hash]) -> bool {
        let life = u64::try_from(MARK_LIFE.as_millis()).unwrap_or(u64::MAX);
        let mut all = redis::pipe();
        for hash in token_hashes {
            all.cmd("SET").arg(key(&link.run, hash)).arg("").arg("PX").arg(life).ignore();
        }
        self.server.ask(link, async |connection| all.query_async::<()>(connection).await).await.is_some()
    }
}

#[async_trait]
impl SessionCache for RedisSessionCache {
    async fn find(&self, token_hash: Hash, epoch: u64) -> Found {
        let Some(link) = self.server.settled_link() else { return Found::AskTheRow };
        let key = key(&link.run, &token_hash);
        let mut both = redis::pipe();
        both.cmd("GET").arg(&key).cmd("TIME");
        let asked = self.server.ask(&link, async |connection| both.query_async(connection).await).await;
        let (value, (seconds, micros)): (Option<Vec<u8>>, (u64, u64)) = match asked {
            Some(answer) => answer,
            None => return Found::AskTheRow,
        };
        if value.as_ref().is_some_and(Vec::is_empty) {
            return Found::AskTheRow;
        }
        match value.and_then(|value| self.open(&key, &value)) {
            Some((of, session)) if of == epoch => Found::Copy(session),
            _ => {
                let at = seconds * 1_000 + micros / 1_000;
                Found::Missing(Vacancy { token_hash, epoch, link: link.number, at })
            }
        }
    }

    async fn put(&self, vacancy: Vacancy, session: SessionCopy, life: Duration) {
        let Some(link) = self.server.link().filter(|link| link.number == vacancy.link) else { return };
        let key = key(&link.run, &vacancy.token_hash);
        let body = body(vacancy.epoch, &session);
        let value = [body.as_slice(), &self.seal(&key, &body)].concat();
        let life = u64::try_from(life.min(COPY_LIFE).as_millis()).unwrap_or(0);
        if life == 0 {
            return;
        }
        let until = vacancy.at.saturating_add(life);
        let mut put = self.put.key(key);
        put.arg(value).arg(until);
        self.server.ask(&link, async |connection| put.invoke_async::<()>(connection).await).await;
    }

    async fn end(&self, token_hashes: &[Hash]) -> bool {
        let Some(link) = self.server.link() else { return false };
        token_hashes.is_empty() || self.mark(&link, token_hashes).await
    }

    fn answers(&self) -> bool {
        self.server.is_up()
    }
}
