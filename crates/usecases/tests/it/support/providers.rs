//! Identity providers and a domain name system that say what a test has them say: a code is what the provider tells.

use std::collections::HashMap;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};

use async_trait::async_trait;
use bailiwick_domain::connections::DomainName;
use bailiwick_domain::identities::ProviderName;
use bailiwick_ports::dns::{DnsError, DnsResolver};
use bailiwick_ports::identity_providers::{
    Answer, Ceremony, Claims, Connection, IdentityProvider, IdentityProviders, ProviderError,
};
use bailiwick_usecases::connections::{self, Configured, NewConnection, NewOidc, NewProvider};
use bailiwick_usecases::sessions::SignIn;
use bailiwick_usecases::sso::{self, Back, Landed, Returned, Started, Through};
use bailiwick_usecases::{Caller, Error, sessions};
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use futures::future::BoxFuture;
use serde_json::{Value, json};
use sha2::{Digest, Sha256};

use super::seats::{address, opened};
use super::{PUBLIC_URL, Seat, World};

/// Every issuer answers, but those inside.
#[derive(Default)]
pub struct TestProviders {
    when_probed: tokio::sync::Mutex<Option<BoxFuture<'static, ()>>>,
}

impl TestProviders {
    /// Does something while an issuer is asked next.
    pub async fn when_probed(&self, what: impl Future<Output = ()> + Send + 'static) {
        *self.when_probed.lock().await = Some(Box::pin(what));
    }
}

struct TestProvider {
    issuer: String,
}

#[async_trait]
impl IdentityProvider for TestProvider {
    async fn authorization_url(&self, ceremony: Ceremony<'_>) -> Result<String, ProviderError> {
        Ok(format!("{}/authorize?state={}", self.issuer, ceremony.state))
    }
    async fn claims(&self, _: Ceremony<'_>, answer: Answer<'_>) -> Result<Claims, ProviderError> {
        // Gives way, as one that has to be asked would.
        tokio::task::yield_now().await;
        let told: Value = serde_json::from_str(answer.code).expect("a code is what is told");
        let text = |key: &str| told[key].as_str().map(str::to_owned);
        Ok(Claims {
            issuer: self.issuer.clone(),
            subject: text("subject").expect("a subject"),
            email: text("email"),
            email_verified: told["email_verified"].as_bool(),
            name: text("name"),
            once: None,
        })
    }
}

#[async_trait]
impl IdentityProviders for TestProviders {
    fn named(&self, name: &ProviderName) -> Option<Arc<dyn IdentityProvider>> {
        let known = self.names().contains(name);
        known.then(|| Arc::new(TestProvider { issuer: format!("https://{name}.example") }) as _)
    }
    fn names(&self) -> Vec<ProviderName> {
        ["github", "google"].map(|name| ProviderName::try_from(name.to_owned()).unwrap()).to_vec()
    }
    fn of_account(&self, connection: &Connection) -> Result<Arc<dyn IdentityProvider>, ProviderError> {
        Ok(Arc::new(TestProvider { issuer: connection.issuer.clone() }))
    }
    async fn probe(&self, connection: &Connection) -> Result<(), ProviderError> {
        let waiting = self.when_probed.lock().await.take();
        if let Some(what) = waiting {
            what.await;
        }
        if connection.issuer.contains("inside") {
            return Err(ProviderError::Inside(connection.issuer.clone()));
        }
        Ok(())
    }
}

/// Says what was put into it.
#[derive(Default)]
pub struct TestDns {
    pub records: Mutex<HashMap<String, Vec<String>>>,
    /// Whether it does not answer.
    pub is_away: AtomicBool,
    when_asked: tokio::sync::Mutex<Option<BoxFuture<'static, ()>>>,
}

impl TestDns {
    /// Does something once the next answer is given and before it arrives.
    pub async fn when_asked(&self, what: impl Future<Output = ()> + Send + 'static) {
        *self.when_asked.lock().await = Some(Box::pin(what));
    }
}

#[async_trait]
impl DnsResolver for TestDns {
    async fn texts(&self, label: &str, domain: &DomainName) -> Result<Vec<String>, DnsError> {
        if self.is_away.load(Ordering::SeqCst) {
            return Err(DnsError("it is away".to_owned()));
        }
        let name = format!("{label}.{domain}");
        let texts = self.records.lock().unwrap().get(&name).cloned().unwrap_or_default();
        // Gives way, as a name server's answer would.
        tokio::task::yield_now().await;
        let waiting = self.when_asked.lock().await.take();
        if let Some(what) = waiting {
            what.await;
        }
        Ok(texts)
    }
}

/// What a provider tells of somebody whose address it has proven.
pub fn person(name: &str) -> Value {
    json!({ "subject": name, "email": address(name), "email_verified": true, "name": name })
}

pub fn google() -> Through {
    Through::Provider(ProviderName::try_from("google".to_owned()).unwrap())
}

/// The way through a seat's account.
pub fn own(seat: &Seat) -> Through {
    Through::Account(seat.account)
}

/// A connection to an issuer, whose newcomers become members.
pub fn connection(issuer: &str) -> NewConnection {
    NewConnection {
        provider: NewProvider::Oidc(NewOidc {
            issuer: format!("https://{issuer}.example"),
            client_id: "bailiwick".to_owned(),
            client_secret: Some(format!("the secret at {issuer}")),
        }),
        default_role: Some("viewer".to_owned()),
        strict: false,
    }
}

/// The same as another client.
pub fn as_another(mut new: NewConnection) -> NewConnection {
    if let NewProvider::Oidc(oidc) = &mut new.provider {
        "another".clone_into(&mut oidc.client_id);
    }
    new
}

/// The same by another secret, or without one.
pub fn by_secret(client_secret: Option<&str>, mut new: NewConnection) -> NewConnection {
    if let NewProvider::Oidc(oidc) = &mut new.provider {
        oidc.client_secret = client_secret.map(str::to_owned);
    }
    new
}

/// The challenge of a sign-in that asks for a second factor.
pub fn asked(signed_in: SignIn) -> String {
    match signed_in {
        SignIn::SecondFactor { challenge } => challenge.reveal().unwrap().to_owned(),
        SignIn::Session(_) => panic!("no second factor is asked for"),
    }
}

/// A sign-in that was begun, and is still to be landed.
pub struct Begun {
    pub through: Through,
    state: String,
    browser: String,
}

const VERIFIER: &str = "the verifier of a page";

impl World {
    pub async fn begin_sso(&self, through: Through, page: bool) -> Begun {
        let challenge = URL_SAFE_NO_PAD.encode(Sha256::digest(VERIFIER));
        let back = page.then(|| Back { to: format!("{PUBLIC_URL}/in"), challenge });
        let started = sso::start(&self.cx, &self.anonymous(), through.clone(), back).await.unwrap();
        let Started { url, browser } = started;
        Begun { through, state: url.split_once("state=").unwrap().1.to_owned(), browser }
    }

    pub async fn land(&self, begun: &Begun, person: &Value) -> Result<Landed, Error> {
        let code = person.to_string();
        let returned = Returned {
            state: Some(&begun.state),
            browser: Some(&begun.browser),
            code: Some(&code),
            error: None,
            issuer: None,
        };
        sso::land(&self.cx, &self.anonymous(), begun.through.clone(), returned).await
    }

    /// Signs in through a provider, without a page.
    pub async fn sign_in_through(&self, through: Through, person: &Value) -> Result<SignIn, Error> {
        let begun = self.begin_sso(through, false).await;
        match self.land(&begun, person).await? {
            Landed::SignedIn(signed_in) => Ok(signed_in),
            Landed::GoOn(url) => panic!("no page waits at {url}"),
        }
    }

    /// The challenge of somebody who is asked for a second factor then.
    pub async fn asked_through(&self, through: Through, person: &Value) -> String {
        asked(self.sign_in_through(through, person).await.unwrap())
    }

    /// The code that a page gets, or the error.
    pub async fn page_code(&self, through: Through, person: &Value) -> Result<String, String> {
        let begun = self.begin_sso(through, true).await;
        let Landed::GoOn(url) = self.land(&begun, person).await.unwrap() else { panic!("a page waits") };
        let (_, fragment) = url.split_once('#').unwrap();
        match fragment.split_once('=').unwrap() {
            ("code", code) => Ok(code.to_owned()),
            (_, error) => Err(error.to_owned()),
        }
    }

    pub async fn exchange(&self, code: &str) -> Result<SignIn, Error> {
        sso::exchange(&self.cx, &self.anonymous(), code, VERIFIER).await
    }

    pub async fn connect(&self, by: &Seat, new: NewConnection) -> Result<Configured, Error> {
        connections::put(&self.cx, &self.by(by), by.account, new).await
    }

    pub async fn disconnect(&self, by: &Seat) -> Result<(), Error> {
        connections::remove(&self.cx, &self.by(by), by.account).await
    }

    /// Proves a domain to be an account's.
    pub async fn prove(&self, by: &Seat, domain: &str) {
        let (cx, account) = (&self.cx, by.account);
        connections::claim(cx, &self.by(by), account, domain.to_owned()).await.unwrap();
        let name = DomainName::try_from(domain.to_owned()).unwrap();
        let (record, text) = connections::proof(cx, account, &name);
        self.dns.records.lock().unwrap().insert(record, vec![text]);
        connections::verify(cx, &self.by(by), account, &name).await.unwrap();
    }

    /// An account of a model, connected, with the domain of everyone's addresses.
    pub async fn connected(&self, name: &str, model: &str) -> Seat {
        let owner = self.sign_up(name, model).await;
        self.prove(&owner, "example.com").await;
        self.connect(&owner, connection("id")).await.unwrap();
        owner
    }

    /// Somebody who signed in through an account, as a caller.
    pub async fn came_through(&self, account: &Seat, name: &str) -> (Caller, String) {
        let signed_in = self.sign_in_through(own(account), &person(name)).await.unwrap();
        let token = opened(signed_in).token.reveal().unwrap().to_owned();
        (sessions::authenticate(&self.cx, Some(&token)).await.unwrap(), token)
    }

    pub async fn is_open(&self, token: &str) -> bool {
        sessions::authenticate(&self.cx, Some(token)).await.is_ok()
    }
}
