//! Reads that say what they have: 304 where that is what would be shown.

use poem::http::header::{CONTENT_TYPE, ETAG, IF_NONE_MATCH};
use poem::http::{HeaderValue, Method, StatusCode};
use poem::{Endpoint, Request, Response};

/// The middleware.
pub(crate) struct Conditional<E>(pub E);

impl<E: Endpoint<Output = Response>> Endpoint for Conditional<E> {
    type Output = Response;

    async fn call(&self, request: Request) -> poem::Result<Response> {
        let reads = [Method::GET, Method::HEAD].contains(request.method());
        let seen: Vec<HeaderValue> =
            request.headers().get_all(IF_NONE_MATCH).iter().filter(|_| reads).cloned().collect();
        let mut response = self.0.call(request).await?;
        let is_seen = |tag: &HeaderValue| seen.iter().any(|seen| names(seen, tag));
        if response.status() == StatusCode::OK && response.headers().get(ETAG).is_some_and(is_seen) {
            response.set_status(StatusCode::NOT_MODIFIED);
            response.headers_mut().remove(CONTENT_TYPE);
            response.set_body(());
        }
        Ok(response)
    }
}

/// Whether a header names a tag, by the weak comparison of RFC 9110, 8.8.3.2. No tag of ours has a comma in it.
fn names(header: &HeaderValue, tag: &HeaderValue) -> bool {
    let (Ok(header), Ok(tag)) = (header.to_str(), tag.to_str()) else { return false };
    header.split(',').map(str::trim).any(|one| one == "*" || one.strip_prefix("W/").unwrap_or(one) == tag)
}
