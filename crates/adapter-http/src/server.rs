//! All of it as one endpoint: the operations behind the guard, the document, and its pages.

use std::sync::{Arc, OnceLock};
use std::time::Duration;

use bailiwick_usecases::Context;
use bytes::Bytes;
use poem::endpoint::{BoxEndpoint, make_sync};
use poem::error::MethodNotAllowedError;
use poem::http::Method;
use poem::http::header::{CONTENT_SECURITY_POLICY, CONTENT_TYPE};
use poem::{Endpoint, EndpointExt, IntoEndpoint, PathPattern, Request, Response};
use poem_openapi::{OpenApiService, Tags};

use crate::access::{AccessApi, ExplainApi};
use crate::accounts::AccountsApi;
use crate::apps::AppsApi;
use crate::audit::AuditApi;
use crate::conditional::Conditional;
use crate::configuration::ConfigurationApi;
use crate::connections::ConnectionsApi;
use crate::guard::{Guard, Tracing};
use crate::identities::IdentitiesApi;
use crate::integrations::{IntegrationKeysApi, IntegrationsApi};
use crate::invitations::InvitationsApi;
use crate::keys::KeysApi;
use crate::keysets::KeysetsApi;
use crate::members::MembersApi;
use crate::operation::OperationApi;
use crate::origins::Origins;
use crate::passkeys::PasskeysApi;
use crate::passwords::PasswordsApi;
use crate::proxies::Proxies;
use crate::resources::ResourcesApi;
use crate::role_models::RoleModelsApi;
use crate::saml::SamlApi;
use crate::secrets::SecretsApi;
use crate::sessions::SessionsApi;
use crate::sso::SsoApi;
use crate::two_factor::TwoFactorApi;
use crate::usage::UsageApi;
use crate::usage_limits::UsageLimitsApi;
use crate::users::UsersApi;

/// Renders the metrics as Prometheus reads them.
pub type Metrics = Arc<dyn Fn() -> String + Send + Sync>;

/// How the server behaves.
#[derive(Debug, Clone)]
pub struct HttpSettings {
    /// How long a request may take.
    pub request_timeout: Duration,
    /// The origins whose pages may call; none by default.
    pub cors_origins: Vec<String>,
    /// Whose word about the client's address counts.
    pub proxies: Proxies,
    /// What puts requests into traces; none where no one traces.
    pub tracing: Option<Tracing>,
}

impl Default for HttpSettings {
    fn default() -> Self {
        Self {
            request_timeout: Duration::from_secs(30),
            cors_origins: Vec::new(),
            proxies: Proxies::default(),
            tracing: None,
        }
    }
}

#[derive(Tags)]
pub(crate) enum Tag {
    /// Signing up, one's own profile
    Users,
    /// Signing in and out
    Sessions,
    /// Second factors
    TwoFactor,
    /// Passkeys, as the only step of a sign-in and as the second one
    Passkeys,
    /// An account's own single sign-on
    Sso,
    /// Accounts: the tenants
    Accounts,
    /// Who is in an account, and what they hold
    Members,
    /// Inviting people
    Invitations,
    /// Which roles there are
    RoleModels,
    /// Decisions by AuthZEN's Authorization API 1.0, and explanations of them
    Access,
    /// Apps of an account
    Apps,
    /// Keysets of an app
    Keysets,
    /// Keys of a keyset
    Keys,
    /// Secrets of a keyset
    Secrets,
    /// Service integrations: machine members of an account, and their API keys
    Integrations,
    /// A product's own resources
    Resources,
    /// What a product's back end counts, its statistics, and limits on it
    Usage,
    /// What was changed, by whom
    Audit,
    /// For operators
    Operation,
}

pub(crate) type Api = (
    (UsersApi, PasswordsApi),
    (SessionsApi, TwoFactorApi, PasskeysApi),
    (SsoApi, IdentitiesApi, ConnectionsApi, SamlApi),
    AccountsApi,
    RoleModelsApi,
    MembersApi,
    InvitationsApi,
    (AccessApi, ExplainApi),
    (AppsApi, ConfigurationApi),
    (KeysetsApi, KeysApi, SecretsApi),
    (IntegrationsApi, IntegrationKeysApi),
    ResourcesApi,
    (UsageApi, UsageLimitsApi),
    AuditApi,
    OperationApi,
);

pub(crate) fn service(metrics: Metrics) -> OpenApiService<Api, ()> {
    let api: Api = (
        (UsersApi, PasswordsApi),
        (SessionsApi, TwoFactorApi, PasskeysApi),
        (SsoApi, IdentitiesApi, ConnectionsApi, SamlApi),
        AccountsApi,
        RoleModelsApi,
        MembersApi,
        InvitationsApi,
        (AccessApi, ExplainApi),
        (AppsApi, ConfigurationApi),
        (KeysetsApi, KeysApi, SecretsApi),
        (IntegrationsApi, IntegrationKeysApi),
        ResourcesApi,
        (UsageApi, UsageLimitsApi),
        AuditApi,
        OperationApi(metrics),
    );
    OpenApiService::new(api, "Bailiwick", env!("CARGO_PKG_VERSION")).description(
        "The account plane of a SaaS: accounts, members, roles, and the decisions that they make.",
    )
}

/// The document's pages need their own scripts and styles, and nothing from elsewhere.
const DOCS_POLICY: &str = "default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'; img-src 'self' data:; \
                           font-src data:; connect-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

/// The page with the document in it, and all else that it needs.
fn docs_html() -> String {
    let service = service(Arc::new(String::new));
    service.scalar_html().replace(&service.spec(), &crate::spec::document(&service))
}

/// Made when it is first asked for: most servers are never asked, and it takes megabytes.
fn fixed(kind: &'static str, make: fn() -> String) -> impl Endpoint<Output = Response> {
    let made: OnceLock<Bytes> = OnceLock::new();
    make_sync(move |_| {
        let bytes = made.get_or_init(|| Bytes::from(make()));
        let response = Response::builder().header(CONTENT_TYPE, kind);
        let response = if kind.starts_with("text/html") {
            response.header(CONTENT_SECURITY_POLICY, DOCS_POLICY)
        } else {
            response
        };
        response.body(bytes.clone())
    })
}

/// The document and its pages beside the operations.
struct Site {
    operations: BoxEndpoint<'static>,
    document: BoxEndpoint<'static>,
    docs: BoxEndpoint<'static>,
}

/// The paths beside the operations.
pub(crate) const SITE: [&str; 2] = ["/openapi.json", "/docs"];

impl Endpoint for Site {
    type Output = Response;

    async fn call(&self, request: Request) -> poem::Result<Response> {
        let Some(path) = SITE.into_iter().find(|path| *path == request.uri().path()) else {
            return self.operations.call(request).await;
        };
        let pattern = PathPattern(path.into());
        if ![Method::GET, Method::HEAD].contains(request.method()) {
            let mut error = poem::Error::from(MethodNotAllowedError);
            error.set_data(pattern);
            return Err(error);
        }
        let page = if path == SITE[0] { &self.document } else { &self.docs };
        let mut response = page.call(request).await?;
        response.set_data(pattern);
        Ok(response)
    }
}

/// The server's endpoint. `metrics` renders what the process recorded.
pub fn app(cx: Arc<Context>, settings: HttpSettings, metrics: Metrics) -> BoxEndpoint<'static> {
    let cors_origins = settings.cors_origins.clone();
    let site = Site {
        operations: Conditional(service(metrics).into_endpoint().map_to_response()).boxed(),
        document: fixed("application/json", crate::spec::spec_json).boxed(),
        docs: fixed("text/html; charset=utf-8", docs_html).boxed(),
    };
    let guarded = Guard::new::<Api>(site, cx, settings);
    if cors_origins.is_empty() {
        return guarded.boxed();
    }
    Origins::new(guarded, &cors_origins).boxed()
}
