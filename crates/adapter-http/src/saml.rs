//! What identity providers see that speak SAML 2.0: our metadata, and where they post their answers.

use bailiwick_domain::ids::AccountId;
use bailiwick_usecases::saml;
use poem::http::header::CONTENT_TYPE;
use poem::{IntoResponse, Request, RequestBody, Response};
use poem_openapi::param::Path;
use poem_openapi::registry::{
    MetaMediaType, MetaRequest, MetaResponse, MetaResponses, MetaSchema, MetaSchemaRef, Registry,
};
use poem_openapi::types::Type;
use poem_openapi::{ApiExtractor, ApiExtractorType, ApiResponse, ExtractParamOptions, Object, OpenApi};
use serde::Serialize;

use crate::auth::Anyone;
use crate::error::ApiError;
use crate::server::Tag;
use crate::sso::Elsewhere;
use crate::wire::{Id, is_media_type, read_body};

const FORM: &str = "application/x-www-form-urlencoded";
const METADATA: &str = "application/samlmetadata+xml";

/// What a provider posts (SAML 2.0, HTTP POST binding).
#[derive(Serialize, Object)]
pub(crate) struct SamlPost {
    /// The response, in base64.
    #[oai(rename = "SAMLResponse", validator(min_length = 1, max_length = 131_072))]
    response: String,
    /// What the sign-in was begun with.
    #[oai(rename = "RelayState")]
    relay_state: Option<String>,
}

impl SamlPost {
    /// Of a field that is there twice, nobody could say which one counts.
    fn read(bytes: &[u8]) -> Result<Self, ApiError> {
        let mut form = Self { response: String::new(), relay_state: None };
        let mut seen = [false; 2];
        for (name, value) in url::form_urlencoded::parse(bytes) {
            let at = match &*name {
                "SAMLResponse" => 0,
                "RelayState" => 1,
                _ => continue,
            };
            if std::mem::replace(&mut seen[at], true) {
                return Err(ApiError::malformed(format!("the form has {name} twice")));
            }
            if at == 0 {
                form.response = value.into_owned();
            } else {
                form.relay_state = Some(value.into_owned());
            }
        }
        Ok(form)
    }
}

/// The body of such a form.
pub(crate) struct SamlForm(SamlPost);

impl<'a> ApiExtractor<'a> for SamlForm {
    const TYPES: &'static [ApiExtractorType] = &[ApiExtractorType::RequestObject];
    type ParamType = ();
    type ParamRawType = ();

    fn register(registry: &mut Registry) {
        SamlPost::register(registry);
    }
    fn request_meta() -> Option<MetaRequest> {
        let content = vec![MetaMediaType { content_type: FORM, schema: SamlPost::schema_ref() }];
        Some(MetaRequest { description: None, content, required: true })
    }
    async fn from_request(
        request: &'a Request,
        body: &mut RequestBody,
        _: ExtractParamOptions<()>,
    ) -> poem::Result<Self> {
        if !is_media_type(request, FORM) {
            return Err(ApiError::unsupported_media_type(FORM).into());
        }
        Ok(Self(SamlPost::read(&read_body(request, body).await?)?))
    }
}

/// 200 with metadata of SAML.
pub(crate) struct MetadataOut(String);

impl IntoResponse for MetadataOut {
    fn into_response(self) -> Response {
        Response::builder().header(CONTENT_TYPE, METADATA).body(self.0)
    }
}

impl ApiResponse for MetadataOut {
    fn meta() -> MetaResponses {
        let schema = MetaSchemaRef::Inline(Box::new(MetaSchema::new("string")));
        let metadata = MetaResponse {
            description: "What an identity provider is told of this service",
            status: Some(200),
            status_range: None,
            content: vec![MetaMediaType { content_type: METADATA, schema }],
            headers: vec![],
        };
        MetaResponses { responses: vec![metadata] }
    }
    fn register(_: &mut Registry) {}
}

pub(crate) struct SamlApi;

#[OpenApi(tag = "Tag::Sso")]
impl SamlApi {
    /// Our SAML metadata
    ///
    /// For the account's identity provider. It tells nothing of the account, and can be read before that is connected.
    #[oai(path = "/v1/sso/accounts/:acct/metadata", method = "get", operation_id = "get_saml_metadata")]
    #[expect(clippy::unused_async, reason = "operations are async")]
    async fn metadata(
        &self,
        Anyone(asker): Anyone,
        acct: Path<Id<AccountId>>,
    ) -> Result<MetadataOut, ApiError> {
        Ok(MetadataOut(saml::metadata(&asker.cx, acct.0.0)?))
    }

    /// Take a SAML response
    ///
    /// The provider's page posts it here, the assertion consumer service; the browser is sent on to the callback.
    #[oai(path = "/v1/sso/accounts/:acct/acs", method = "post", operation_id = "receive_saml_response")]
    async fn receive(
        &self,
        Anyone(asker): Anyone,
        acct: Path<Id<AccountId>>,
        SamlForm(form): SamlForm,
    ) -> Result<Elsewhere<303>, ApiError> {
        let SamlPost { response, relay_state } = form;
        let account = acct.0.0;
        let url = saml::receive(&asker.cx, &asker.call, account, relay_state.as_deref(), response).await?;
        Ok(Elsewhere { url, cookie: None })
    }
}
