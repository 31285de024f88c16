//! What all wire types share: ids, times, optional values, JSON bodies, answers and pages. No capability's own type.

mod answer;
mod checked;
mod cursor;
mod id;
mod json;
mod object;
mod optional;
mod page;
mod scalar;

pub(crate) use answer::{
    Accepted, Done, Empty, Made, MadeTagged, Put, Shown, Tagged, json_bytes, tagged_version,
};
pub(crate) use checked::Checked;
pub(crate) use cursor::{Cursor, Position};
pub(crate) use id::Id;
pub(crate) use json::{
    JSON, Json, JsonArray, is_json, is_media_type, is_object, parse, read_body, read_bytes,
};
pub(crate) use object::{FromObject, Object, from_objects};
pub(crate) use optional::{Nullable, Patch, present};
pub(crate) use page::{PageOut, Paging};
pub(crate) use scalar::{AnyJson, JsonObject, Segment, Text, Time};
