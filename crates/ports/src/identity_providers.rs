//! Who else can say who someone is: providers of the deployment, such as Google, and accounts' own. Nothing that they say is
//! believed before an adapter has checked it.

use std::fmt;
use std::sync::Arc;

use async_trait::async_trait;
use bailiwick_domain::identities::ProviderName;
use bailiwick_domain::time::Timestamp;

/// A client's secret. It is shown to its provider alone.
#[derive(Clone, PartialEq, Eq)]
pub struct ClientSecret(String);

impl ClientSecret {
    /// From its text.
    pub fn new(text: String) -> Self {
        Self(text)
    }
    /// For its provider, and for what seals it.
    pub fn reveal(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for ClientSecret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("ClientSecret(..)")
    }
}

/// What was chosen at random when a sign-in began, and where its answer goes.
#[derive(Debug, Clone, Copy)]
pub struct Ceremony<'a> {
    /// The URL that the provider sends the user back to.
    pub redirect_uri: &'a str,
    /// What the answer is known by.
    pub state: &'a str,
    /// What the provider's token must hold.
    pub nonce: &'a str,
    /// The verifier of the proof key (RFC 7636): 43 to 128 characters.
    pub verifier: &'a str,
}

/// What a provider answered by the user's browser.
#[derive(Debug, Clone, Copy)]
pub struct Answer<'a> {
    /// The code to be exchanged.
    pub code: &'a str,
    /// Who answered (RFC 9207), where that was said.
    pub issuer: Option<&'a str>,
}

/// What a provider says of a user, checked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Claims {
    /// Who says it.
    pub issuer: String,
    /// What the provider knows the user by, for ever.
    pub subject: String,
    /// The user's address.
    pub email: Option<String>,
    /// Whether the provider has proven the address; none where it does not say.
    pub email_verified: Option<bool>,
    /// What the user is called.
    pub name: Option<String>,
    /// What said so, where it is good once.
    pub once: Option<Once>,
}

/// What is good once: to be remembered until it ends.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Once {
    /// What the provider calls it.
    pub id: String,
    /// From when on nobody believes it any more.
    pub until: Timestamp,
}

/// Why a provider's answer is not believed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Flaw {
    /// It refused the code, or its answer can't be read.
    Refused,
    /// Another provider answered than was asked.
    Issuer,
    /// It is meant for another client.
    Audience,
    /// It has expired, or was made in the future.
    Time,
    /// It belongs to another sign-in.
    Nonce,
    /// It is not signed, or by an algorithm that proves nothing.
    Algorithm,
    /// The signature is not the provider's.
    Signature,
    /// What it says of the user contradicts itself.
    Subject,
    /// Nothing is signed of what would be believed.
    Unsigned,
    /// Something else is signed than what would be believed.
    Wrapped,
    /// It is encrypted.
    Encrypted,
    /// It holds what such messages must not hold, and what could be read in two ways.
    Document,
    /// It is meant for another place.
    Recipient,
    /// It was used before.
    Replayed,
}

impl Flaw {
    /// For people.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Refused => "the provider refused the code, or its answer can't be read",
            Self::Issuer => "another provider answered than was asked",
            Self::Audience => "the provider's token is for another client",
            Self::Time => "the provider's token has expired, or is of a time to come",
            Self::Nonce => "the provider's token belongs to another sign-in",
            Self::Algorithm => "the provider's token is not signed by an algorithm that proves anything",
            Self::Signature => "the provider's token is not signed by the provider",
            Self::Subject => "what the provider says of the user contradicts itself",
            Self::Unsigned => "the provider's assertion is not signed",
            Self::Wrapped => "the provider's signature is of something else than the one assertion",
            Self::Encrypted => "the provider's assertion is encrypted, which is not supported",
            Self::Document => {
                "the provider's answer is no plain XML: it has a comment, a document type or an instruction"
            }
            Self::Recipient => "the provider's answer is for another address",
            Self::Replayed => "the provider's assertion was used before",
        }
    }
}

impl fmt::Display for Flaw {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// Why a provider did not say who someone is. The texts are for the log, not for clients.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ProviderError {
    /// It does not answer, or not as its kind must. Later it may.
    #[error("the provider is away: {0}")]
    Away(String),
    /// It must not be asked: its address is inside.
    #[error("the provider's address is inside: {0}")]
    Inside(String),
    /// Its answer is not believed.
    #[error("{0}: {1}")]
    Flawed(Flaw, String),
}

/// One that says who someone is.
#[async_trait]
pub trait IdentityProvider: Send + Sync {
    /// Where the user's browser is sent to.
    async fn authorization_url(&self, ceremony: Ceremony<'_>) -> Result<String, ProviderError>;
    /// Exchanges a code for what the provider says of the user. An adapter MUST check issuer, audience, times, nonce and
    /// signature, MUST follow no redirect, and MUST answer in a bounded time.
    async fn claims(&self, ceremony: Ceremony<'_>, answer: Answer<'_>) -> Result<Claims, ProviderError>;
}

/// A provider that an account brings.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Connection {
    /// Its issuer's URL.
    pub issuer: String,
    /// The client's id there.
    pub client_id: String,
    /// The client's secret there.
    pub client_secret: ClientSecret,
}

/// All of them.
#[async_trait]
pub trait IdentityProviders: Send + Sync {
    /// One of the deployment's.
    fn named(&self, name: &ProviderName) -> Option<Arc<dyn IdentityProvider>>;
    /// The names of the deployment's, in order.
    fn names(&self) -> Vec<ProviderName>;
    /// One that an account brings. It MUST NOT reach addresses inside, unless the operator allows that.
    fn of_account(&self, connection: &Connection) -> Result<Arc<dyn IdentityProvider>, ProviderError>;
    /// Asks an issuer for its configuration, which shows whether it can be used.
    async fn probe(&self, connection: &Connection) -> Result<(), ProviderError>;
}

/// For a deployment without any.
pub struct NoProviders;

#[async_trait]
impl IdentityProviders for NoProviders {
    fn named(&self, _: &ProviderName) -> Option<Arc<dyn IdentityProvider>> {
        None
    }
    fn names(&self) -> Vec<ProviderName> {
        Vec::new()
    }
    fn of_account(&self, _: &Connection) -> Result<Arc<dyn IdentityProvider>, ProviderError> {
        Err(ProviderError::Away("there are no providers here".to_owned()))
    }
    async fn probe(&self, _: &Connection) -> Result<(), ProviderError> {
        Err(ProviderError::Away("there are no providers here".to_owned()))
    }
}
