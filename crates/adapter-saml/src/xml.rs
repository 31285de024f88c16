//! Text as it stands in XML.

use std::borrow::Cow;

/// A text in an attribute's value or in an element.
pub(crate) fn escaped(text: &str) -> Cow<'_, str> {
    quick_xml::escape::escape(text)
}
