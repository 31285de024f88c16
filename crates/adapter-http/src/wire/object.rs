//! Reading types from JSON objects alone: what serde derives takes an array of the fields' values for one as well.

use std::fmt;
use std::marker::PhantomData;

use serde::de::{MapAccess, Visitor};

/// A type that is read from the members of an object.
pub(crate) trait FromObject<'de>: Sized {
    fn from_object<M: MapAccess<'de>>(members: M) -> Result<Self, M::Error>;
}

/// Takes an object and nothing else.
pub(crate) struct Object<T>(pub PhantomData<T>);

impl<'de, T: FromObject<'de>> Visitor<'de> for Object<T> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str("an object")
    }
    fn visit_map<M: MapAccess<'de>>(self, members: M) -> Result<T, M::Error> {
        T::from_object(members)
    }
}

/// Lets types be read from objects alone. They derive `Deserialize` with `#[serde(remote = "Self")]`.
macro_rules! from_objects {
    ($($name:ident $(<$life:lifetime>)?),+) => {$(
        impl<'de $(: $life, $life)?> $crate::wire::FromObject<'de> for $name $(<$life>)? {
            fn from_object<M: serde::de::MapAccess<'de>>(members: M) -> Result<Self, M::Error> {
                Self::deserialize(serde::de::value::MapAccessDeserializer::new(members))
            }
        }
        impl<'de $(: $life, $life)?> serde::Deserialize<'de> for $name $(<$life>)? {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                deserializer.deserialize_map($crate::wire::Object(std::marker::PhantomData))
            }
        }
    )+};
}
pub(crate) use from_objects;
