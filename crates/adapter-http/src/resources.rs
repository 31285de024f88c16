//! A product's own resources, which its back end registers.

use bailiwick_domain::ids::AccountId;
use bailiwick_domain::resources::{Resource, ResourceRef};
use bailiwick_usecases::resources;
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use poem_openapi::param::Path;
use poem_openapi::{Object, OpenApi};
use serde::{Deserialize, Serialize};

use crate::auth::Signed;
use crate::error::ApiError;
use crate::server::Tag;
use crate::wire::{Done, Empty, Id, Json, MadeTagged, Nullable, Put, Segment, Tagged, Time, from_objects};

/// What stands in a segment as it is (RFC 3986, 2.3).
const UNRESERVED: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');

/// A resource by its type and id.
#[derive(Deserialize, Object)]
#[serde(remote = "Self", deny_unknown_fields)]
#[oai(rename = "ResourceRefIn")]
pub(crate) struct PlaceIn {
    /// Its type: `account`, `app`, `keyset`, or one that the role model declares.
    #[serde(rename = "type")]
    #[oai(rename = "type")]
    kind: String,
    /// Its id.
    id: String,
}

from_objects!(PlaceIn);

impl From<PlaceIn> for ResourceRef {
    fn from(place: PlaceIn) -> Self {
        Self { kind: place.kind, id: place.id }
    }
}

/// A resource by its type and id.
#[derive(Debug, Serialize, Object)]
#[oai(rename = "ResourceRefOut")]
pub(crate) struct PlaceOut {
    /// Its type.
    #[serde(rename = "type")]
    #[oai(rename = "type")]
    kind: String,
    /// Its id.
    id: String,
}

impl From<ResourceRef> for PlaceOut {
    fn from(name: ResourceRef) -> Self {
        Self { kind: name.kind, id: name.id }
    }
}

/// A resource to be registered.
#[derive(Deserialize, Object)]
#[serde(deny_unknown_fields)]
pub(crate) struct ResourceIn {
    /// What it stands under.
    parent: PlaceIn,
    /// What people call it.
    #[oai(nullable, validator(min_length = 1, max_length = 100))]
    name: Option<String>,
}

/// A registered resource.
#[derive(Serialize, Object)]
pub(crate) struct ResourceOut {
    /// Its type.
    #[serde(rename = "type")]
    #[oai(rename = "type")]
    kind: String,
    /// Its id, unique among those of its type in the deployment.
    id: String,
    /// What it stands under.
    parent: PlaceOut,
    /// What people call it.
    name: Nullable<String>,
    /// When it was registered.
    created_at: Time,
}

impl From<Resource> for ResourceOut {
    fn from(resource: Resource) -> Self {
        Self {
            kind: resource.name.kind,
            id: resource.name.id,
            parent: resource.parent.into(),
            name: resource.title.into(),
            created_at: resource.created_at.into(),
        }
    }
}

fn named(kind: Path<Segment>, id: Path<Segment>) -> ResourceRef {
    ResourceRef { kind: kind.0.0, id: id.0.0 }
}

/// Its id may hold what means something else in a path.
fn location(resource: &Resource) -> String {
    let segment = |text| utf8_percent_encode(text, UNRESERVED).to_string();
    let (kind, id) = (segment(&resource.name.kind), segment(&resource.name.id));
    format!("/v1/accounts/{}/resources/{kind}/{id}", resource.account)
}

pub(crate) struct ResourcesApi;

#[OpenApi(tag = "Tag::Resources")]
impl ResourcesApi {
    /// Register a resource
    ///
    /// With a platform key. Again it gives the resource another parent or name.
    #[oai(path = "/v1/accounts/:acct/resources/:type/:id", method = "put", operation_id = "put_resource")]
    async fn put(
        &self,
        Signed(asker): Signed,
        acct: Path<Id<AccountId>>,
        #[oai(name = "type")] kind: Path<Segment>,
        id: Path<Segment>,
        Json(given): Json<ResourceIn>,
    ) -> Result<Put<ResourceOut>, ApiError> {
        let parent = given.parent.into();
        let put =
            resources::put(&asker.cx, &asker.call, acct.0.0, named(kind, id), &parent, given.name).await?;
        Ok(match put {
            (resource, true) => Put::New(MadeTagged::at(location(&resource), resource.version, resource)),
            (resource, false) => Put::Changed(Tagged::of(resource.version, resource)),
        })
    }

    /// One registered resource
    ///
    /// With a platform key.
    #[oai(path = "/v1/accounts/:acct/resources/:type/:id", method = "get", operation_id = "get_resource")]
    async fn get(
        &self,
        Signed(asker): Signed,
        acct: Path<Id<AccountId>>,
        #[oai(name = "type")] kind: Path<Segment>,
        id: Path<Segment>,
    ) -> Result<Tagged<ResourceOut>, ApiError> {
        let resource = resources::get(&asker.cx, &asker.call, acct.0.0, &named(kind, id)).await?;
        Ok(Tagged::of(resource.version, resource))
    }

    /// Remove a registered resource
    ///
    /// With a platform key. Everything below it and the grants on it go with it.
    #[oai(
        path = "/v1/accounts/:acct/resources/:type/:id",
        method = "delete",
        operation_id = "delete_resource"
    )]
    async fn delete(
        &self,
        Signed(asker): Signed,
        acct: Path<Id<AccountId>>,
        #[oai(name = "type")] kind: Path<Segment>,
        id: Path<Segment>,
    ) -> Result<Done, ApiError> {
        resources::delete(&asker.cx, &asker.call, acct.0.0, &named(kind, id)).await?;
        Ok(Empty)
    }
}
