//! An account's own single sign-on: its connection, its domains, and the browser's way through it.

mod settings;

use bailiwick_domain::connections::{ClaimedDomain, DomainName};
use bailiwick_domain::ids::AccountId;
use bailiwick_usecases::connections;
use bailiwick_usecases::sso::Through;
use bailiwick_usecases::{Context, Error};
use poem::http::HeaderMap;
use poem_openapi::param::{Path, Query};
use poem_openapi::{Object, OpenApi};
use serde::{Deserialize, Serialize};
use settings::{ConnectionIn, ConnectionOut, connection};

use crate::auth::{Anyone, Signed};
use crate::error::ApiError;
use crate::server::Tag;
use crate::sso::{Brought, Elsewhere, LandedOut, arrive, back, depart};
use crate::wire::{
    Cursor, Done, Empty, Id, Json, Made, Nullable, PageOut, Paging, Position, Shown, Tagged, Time,
};

/// A domain that is to be the account's.
#[derive(Deserialize, Object)]
#[serde(deny_unknown_fields)]
pub(crate) struct DomainIn {
    /// The domain name. Each by itself: those below it do not count.
    #[oai(validator(max_length = 253))]
    domain: String,
}

/// A domain with the record that proves it.
#[derive(Serialize, Object)]
pub(crate) struct DomainOut {
    /// The domain name.
    domain: String,
    /// When it was proven to be the account's.
    verified_at: Nullable<Time>,
    /// The name of the TXT record that proves it.
    record_name: String,
    /// The text of that record.
    record_value: String,
    /// When it was claimed.
    created_at: Time,
}

fn domain(cx: &Context, claimed: ClaimedDomain) -> DomainOut {
    let (record_name, record_value) = connections::proof(cx, claimed.account, &claimed.name);
    DomainOut {
        domain: claimed.name.into(),
        verified_at: claimed.verified_at.map(Time).into(),
        record_name,
        record_value,
        created_at: claimed.created_at.into(),
    }
}

fn named(domain: String) -> Result<DomainName, ApiError> {
    DomainName::try_from(domain).map_err(|_| Error::not_found("domain").into())
}

/// The place of a domain in the list.
struct Named(DomainName);

impl Position for Named {
    fn write(&self) -> Vec<u8> {
        self.0.as_str().as_bytes().to_vec()
    }
    fn read(bytes: &[u8]) -> Option<Self> {
        DomainName::try_from(String::from_utf8(bytes.to_vec()).ok()?).ok().map(Self)
    }
}

pub(crate) struct ConnectionsApi;

#[OpenApi(tag = "Tag::Sso")]
impl ConnectionsApi {
    /// The account's connection
    #[oai(path = "/v1/accounts/:acct/sso", method = "get", operation_id = "get_sso")]
    async fn get(
        &self,
        Signed(asker): Signed,
        acct: Path<Id<AccountId>>,
    ) -> Result<Tagged<ConnectionOut>, ApiError> {
        let configured = connections::get(&asker.cx, &asker.call, acct.0.0).await?;
        Ok(connection(&asker.cx, configured))
    }

    /// Connect the account
    ///
    /// An OpenID issuer is asked for its configuration first; what is told of a SAML provider is checked.
    #[oai(path = "/v1/accounts/:acct/sso", method = "put", operation_id = "put_sso")]
    async fn put(
        &self,
        Signed(asker): Signed,
        acct: Path<Id<AccountId>>,
        Json(given): Json<ConnectionIn>,
    ) -> Result<Tagged<ConnectionOut>, ApiError> {
        let configured = connections::put(&asker.cx, &asker.call, acct.0.0, given.read()?).await?;
        Ok(connection(&asker.cx, configured))
    }

    /// Take the connection away
    ///
    /// Members stay members.
    #[oai(path = "/v1/accounts/:acct/sso", method = "delete", operation_id = "delete_sso")]
    async fn delete(&self, Signed(asker): Signed, acct: Path<Id<AccountId>>) -> Result<Done, ApiError> {
        connections::remove(&asker.cx, &asker.call, acct.0.0).await?;
        Ok(Empty)
    }

    /// The account's domains
    #[oai(path = "/v1/accounts/:acct/sso/domains", method = "get", operation_id = "list_sso_domains")]
    async fn domains(
        &self,
        Signed(asker): Signed,
        acct: Path<Id<AccountId>>,
        /// How many at most.
        #[oai(default = "Paging::default_limit", validator(minimum(value = "1"), maximum(value = "200")))]
        limit: Query<u64>,
        /// Where the last page ended.
        cursor: Query<Option<String>>,
    ) -> Result<Shown<PageOut<DomainOut>>, ApiError> {
        let after: Option<Named> = Cursor::DOMAINS.after(cursor.0.as_deref())?;
        let after = after.map(|Named(domain)| domain);
        let page = connections::domains(&asker.cx, &asker.call, acct.0.0, after.as_ref(), limit.0).await?;
        let position = |claimed: &ClaimedDomain| Named(claimed.name.clone());
        Ok(Paging::show(Cursor::DOMAINS, page, position, |claimed| domain(&asker.cx, claimed)))
    }

    /// Claim a domain
    ///
    /// The answer tells the record that proves it.
    #[oai(path = "/v1/accounts/:acct/sso/domains", method = "post", operation_id = "claim_sso_domain")]
    async fn claim(
        &self,
        Signed(asker): Signed,
        acct: Path<Id<AccountId>>,
        Json(given): Json<DomainIn>,
    ) -> Result<Made<DomainOut>, ApiError> {
        let claimed = connections::claim(&asker.cx, &asker.call, acct.0.0, given.domain).await?;
        Ok(Made::of(domain(&asker.cx, claimed)))
    }

    /// Look for the record that proves a domain
    #[oai(
        path = "/v1/accounts/:acct/sso/domains/:domain/verify",
        method = "post",
        operation_id = "verify_sso_domain"
    )]
    async fn verify(
        &self,
        Signed(asker): Signed,
        acct: Path<Id<AccountId>>,
        #[oai(name = "domain")] name: Path<String>,
    ) -> Result<Shown<DomainOut>, ApiError> {
        let claimed = connections::verify(&asker.cx, &asker.call, acct.0.0, &named(name.0)?).await?;
        Ok(Shown::of(domain(&asker.cx, claimed)))
    }

    /// Give a domain up
    #[oai(
        path = "/v1/accounts/:acct/sso/domains/:domain",
        method = "delete",
        operation_id = "release_sso_domain"
    )]
    async fn release(
        &self,
        Signed(asker): Signed,
        acct: Path<Id<AccountId>>,
        #[oai(name = "domain")] name: Path<String>,
    ) -> Result<Done, ApiError> {
        connections::release(&asker.cx, &asker.call, acct.0.0, &named(name.0)?).await?;
        Ok(Empty)
    }

    /// Sign in through an account
    ///
    /// For a browser, as by a provider. The session is good for this account alone.
    #[oai(path = "/v1/sso/accounts/:acct/start", method = "get", operation_id = "start_account_sso")]
    async fn start(
        &self,
        Anyone(asker): Anyone,
        acct: Path<Id<AccountId>>,
        /// Where the browser goes in the end.
        return_to: Query<Option<String>>,
        /// With `return_to`: the SHA-256 of a random verifier, in base64url without padding.
        code_challenge: Query<Option<String>>,
    ) -> Result<Elsewhere, ApiError> {
        let back = back(return_to.0, code_challenge.0)?;
        depart(&asker, Through::Account(acct.0.0), back).await
    }

    /// Come back from an account's provider
    #[oai(path = "/v1/sso/accounts/:acct/callback", method = "get", operation_id = "finish_account_sso")]
    #[expect(clippy::too_many_arguments, reason = "they are the parameters that the standards name")]
    async fn callback(
        &self,
        Anyone(asker): Anyone,
        headers: &HeaderMap,
        acct: Path<Id<AccountId>>,
        /// What the sign-in was begun with.
        state: Query<Option<String>>,
        /// The provider's code.
        code: Query<Option<String>>,
        /// Why there is none.
        error: Query<Option<String>>,
        /// Who answers (RFC 9207).
        iss: Query<Option<String>>,
    ) -> Result<LandedOut, ApiError> {
        let brought = Brought { state: state.0, code: code.0, error: error.0, iss: iss.0 };
        arrive(&asker, Through::Account(acct.0.0), headers, brought).await
    }
}
