//! Pages of lists.

use bailiwick_ports::Page;
use poem_openapi::Object;
use poem_openapi::types::{ParseFromJSON, ToJSON};
use serde::Serialize;

use super::{Cursor, Nullable, Position, Shown};

/// A page of a list.
#[derive(Debug, Serialize, Object)]
#[oai(rename = "Page")]
pub(crate) struct PageOut<T: ParseFromJSON + ToJSON + Send + Sync> {
    /// The items.
    items: Vec<T>,
    /// What to send as `cursor` for the next page; null on the last one.
    next_cursor: Nullable<String>,
}

/// How a list is cut into pages.
pub(crate) struct Paging;

impl Paging {
    /// Items a page when none is asked for.
    pub(crate) fn default_limit() -> u64 {
        50
    }

    /// A page as it is shown, with the position of its last item in the cursor.
    pub(crate) fn show<I, T, P>(
        cursor: Cursor,
        page: Page<I>,
        position: impl Fn(&I) -> P,
        show: impl Fn(I) -> T,
    ) -> Shown<PageOut<T>>
    where
        T: ParseFromJSON + ToJSON + Send + Sync,
        P: Position,
    {
        Shown::of(Self::page(cursor, page, position, show))
    }

    /// The same as a part of something else.
    pub(crate) fn page<I, T, P>(
        cursor: Cursor,
        page: Page<I>,
        position: impl Fn(&I) -> P,
        show: impl Fn(I) -> T,
    ) -> PageOut<T>
    where
        T: ParseFromJSON + ToJSON + Send + Sync,
        P: Position,
    {
        let last = page.items.last().filter(|_| page.more);
        let next_cursor = Nullable(last.map(|item| cursor.write(&position(item))));
        PageOut { items: page.items.into_iter().map(show).collect(), next_cursor }
    }
}
