//! A deployment to test in: a store in a place of its own, and ports that a test sets and reads.

mod chance;
mod machines;
mod passkeys;
mod ports;
mod providers;
mod raw;
mod seats;
mod state;
mod two_factor;
mod watch;

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use bailiwick_adapter_local::{AeadSealer, LocalRateLimiter, NoRateLimiter};
use bailiwick_adapter_redis::{RedisOptions, RedisServer, RedisSessionCache, RedisUrl};
use bailiwick_adapter_seaorm::SqlStore;
use bailiwick_adapter_seaorm::testing::Place;
use bailiwick_adapter_webauthn::WebAuthn;
use bailiwick_domain::resources::ResourceRef;
use bailiwick_domain::role_models::{RoleModel, RoleModels};
use bailiwick_domain::sessions::Lifetimes;
use bailiwick_domain::time::Timestamp;
use bailiwick_ports::Store;
use bailiwick_ports::rate_limits::RateLimiter;
use bailiwick_ports::system::{Clock, Signer};
use bailiwick_usecases::access::{Decisions, Limits};
use bailiwick_usecases::configuration::Schema;
use bailiwick_usecases::input::NewGrant;
use bailiwick_usecases::{Call, Caller, Context, Error, Idempotency, Result};
use tokio::sync::Notify;

pub use chance::{Random, at_once};
pub use machines::Machine;
pub use passkeys::Device;
pub use ports::{NewKeySigner, TestClock, TestHasher, TestIds, TestMailer, TestSigner, instant};
pub use providers::{TestDns, TestProviders, as_another, asked, by_secret, connection, google, own, person};
pub use seats::{Seat, new_key, opened, password, token_in};
pub use two_factor::App;
pub use watch::Watch;
use watch::Watched;

pub const PUBLIC_URL: &str = "https://accounts.example.com";

/// One node of a deployment.
pub struct World {
    pub cx: Arc<Context>,
    pub clock: Arc<TestClock>,
    pub mailer: Arc<TestMailer>,
    pub hasher: Arc<TestHasher>,
    pub dns: Arc<TestDns>,
    pub providers: Arc<TestProviders>,
    place: Arc<Place>,
    requests: AtomicU64,
}

/// What a deployment is made of, where it is not the usual.
pub struct Setup {
    pub models: RoleModels,
    pub clock: TestClock,
    pub max_age: Duration,
    pub rate_limits: bool,
    pub watch: Option<Arc<Watch>>,
    pub redis: Option<(RedisUrl, RedisOptions)>,
    pub signer: Arc<dyn Signer>,
    pub configuration_schema: Option<Schema>,
}

impl Default for Setup {
    fn default() -> Self {
        Self {
            models: RoleModels::builtin().unwrap(),
            clock: TestClock::standing(),
            max_age: Limits::default().max_age,
            rate_limits: false,
            watch: None,
            redis: None,
            signer: Arc::new(TestSigner),
            configuration_schema: None,
        }
    }
}

impl Setup {
    /// With real monotonic time.
    pub fn running() -> Self {
        Self { clock: TestClock::running(), ..Self::default() }
    }
    /// With its reads watched.
    pub fn watched(watch: &Arc<Watch>) -> Self {
        Self { watch: Some(Arc::clone(watch)), ..Self::default() }
    }
    /// With what nodes share, settled at once.
    pub fn sharing(mut self, url: RedisUrl, options: RedisOptions) -> Self {
        self.redis = Some((url, RedisOptions { settle: Duration::ZERO, ..options }));
        self
    }
    /// With a role model of one's own beside the built-in ones.
    pub fn with_model(mut self, text: &str) -> Self {
        assert!(self.models.add(RoleModel::parse(text).unwrap()), "the model is new");
        self
    }
}

static NODES: AtomicU64 = AtomicU64::new(1);

impl World {
    /// With the built-in role models, and a clock that stands still.
    pub async fn new() -> Self {
        Self::of(Setup::default()).await
    }

    /// With a role model of one's own.
    pub async fn with_model(text: &str) -> Self {
        Self::of(Setup::default().with_model(text)).await
    }

    pub async fn of(setup: Setup) -> Self {
        Self::node(setup, Arc::new(Place::new().await)).await
    }

    /// Another node on the same database, with a clock and a cache of its own.
    pub async fn another_node(&self, setup: Setup) -> Self {
        Self::node(setup, Arc::clone(&self.place)).await
    }

    /// Two nodes on one database.
    pub async fn two() -> [Arc<Self>; 2] {
        let here = Self::new().await;
        let there = here.another_node(Setup::default()).await;
        [Arc::new(here), Arc::new(there)]
    }

    async fn node(setup: Setup, place: Arc<Place>) -> Self {
        let mut options = place.options();
        options.panic_on_dropped_unit = true;
        let mut store: Arc<dyn Store> = Arc::new(SqlStore::open(options).await.unwrap());
        if let Some(watch) = setup.watch {
            store = Arc::new(Watched { store, watch });
        }
        let clock = Arc::new(setup.clock);
        let limits: Arc<dyn RateLimiter> = if setup.rate_limits {
            Arc::new(LocalRateLimiter::new(Arc::clone(&clock) as Arc<dyn Clock>))
        } else {
            Arc::new(NoRateLimiter)
        };
        let bounds = Limits { max_age: setup.max_age, ..Limits::default() };
        let dyn_clock = Arc::clone(&clock) as Arc<dyn Clock>;
        let mut decisions =
            Decisions::new(Arc::clone(&store), Arc::clone(&dyn_clock), setup.models.clone(), bounds);
        if let Some((url, options)) = setup.redis {
            let server = RedisServer::open(url, options, Arc::clone(&dyn_clock)).await;
            let copies = RedisSessionCache::new(server, Arc::new(TestSigner));
            decisions = decisions.sharing_sessions(Arc::new(copies));
        }
        let (mailer, hasher) = (Arc::new(TestMailer::default()), Arc::new(TestHasher::default()));
        let (dns, providers) = (Arc::new(TestDns::default()), Arc::new(TestProviders::default()));
        let cx = Context {
            store,
            clock: dyn_clock,
            ids: Arc::new(TestIds::new(NODES.fetch_add(1, Ordering::SeqCst))),
            sealer: Arc::new(AeadSealer::new(&*setup.signer, Arc::new(TestIds::new(0)))),
            signer: setup.signer,
            lifetimes: Lifetimes::default(),
            passwords: Arc::clone(&hasher) as _,
            passkeys: Arc::new(WebAuthn::new(PUBLIC_URL).unwrap()),
            limits,
            mailer: Arc::clone(&mailer) as _,
            models: setup.models,
            decisions: Arc::new(decisions),
            providers: Arc::clone(&providers) as _,
            saml: None,
            configuration_schema: setup.configuration_schema,
            dns: Arc::clone(&dns) as _,
            return_origins: vec![PUBLIC_URL.to_owned()],
            outbox_bell: Notify::new(),
            public_url: PUBLIC_URL.to_owned(),
        };
        Self { cx: Arc::new(cx), clock, mailer, hasher, dns, providers, place, requests: AtomicU64::new(1) }
    }

    pub fn now(&self) -> Timestamp {
        self.cx.now()
    }

    /// A call by someone, each with a request id of its own.
    pub fn call(&self, caller: Caller) -> Call {
        Call::new(caller, format!("req-{}", self.requests.fetch_add(1, Ordering::SeqCst)))
    }

    pub fn anonymous(&self) -> Call {
        self.call(Caller::Anonymous)
    }

    /// A call that carries an Idempotency-Key.
    pub fn keyed(&self, caller: Caller, key: &str, operation: &str, body: &str) -> Call {
        let idempotency = Idempotency {
            key: key.to_owned(),
            operation: operation.to_owned(),
            body: body.as_bytes().to_vec(),
        };
        Call { idempotency: Some(idempotency), ..self.call(caller) }
    }
}

/// The code of a refusal.
pub fn code<T>(outcome: Result<T>) -> String {
    refusal(outcome).code
}

/// A refusal.
pub fn refusal<T>(outcome: Result<T>) -> Error {
    match outcome {
        Ok(_) => panic!("it was not refused"),
        Err(error) => error,
    }
}

/// A role on the whole account, always.
pub fn grant(role: &str) -> NewGrant {
    NewGrant { role: role.to_owned(), resource: None, starts_at: None, expires_at: None }
}

/// A role at a resource, always.
pub fn grant_on(role: &str, resource: &ResourceRef) -> NewGrant {
    NewGrant { resource: Some(resource.clone()), ..grant(role) }
}

/// Roles on the whole account.
pub fn grants(roles: &[&str]) -> Vec<NewGrant> {
    roles.iter().copied().map(grant).collect()
}
