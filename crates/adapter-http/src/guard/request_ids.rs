//! Request ids: the client's own where it sent a fit one, else new ones. They are no secret, so a new one costs no
//! randomness: a prefix of this process and a number.

use std::sync::atomic::{AtomicU64, Ordering};

use poem::http::{HeaderMap, HeaderName, HeaderValue};
use uuid::Uuid;

pub(super) const X_REQUEST_ID: HeaderName = HeaderName::from_static("x-request-id");

const DIGITS: usize = 16;

pub(super) struct RequestIds {
    /// With room for the number.
    template: [u8; 33 + DIGITS],
    last: AtomicU64,
}

impl RequestIds {
    pub(super) fn new(process: Uuid) -> Self {
        let mut template = [b'-'; 33 + DIGITS];
        process.simple().encode_lower(&mut template);
        Self { template, last: AtomicU64::new(0) }
    }

    pub(super) fn of(&self, headers: &HeaderMap) -> HeaderValue {
        match headers.get(X_REQUEST_ID) {
            Some(id) if (1..=128).contains(&id.len()) && id.as_bytes().iter().all(u8::is_ascii_graphic) => {
                id.clone()
            }
            _ => self.next(),
        }
    }

    fn next(&self) -> HeaderValue {
        let mut number = self.last.fetch_add(1, Ordering::Relaxed);
        let mut text = self.template;
        for place in text.iter_mut().rev().take(DIGITS) {
            *place = b"0123456789abcdef"[usize::try_from(number & 15).unwrap_or(0)];
            number >>= 4;
        }
        HeaderValue::from_bytes(&text).unwrap_or(HeaderValue::from_static("-"))
    }
}
