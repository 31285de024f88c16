//! The paths that there are: what each allows, and how its requests are measured. No label is made twice.

use std::collections::HashMap;
use std::sync::OnceLock;
use std::time::Duration;

use metrics::Histogram;
use poem::PathPattern;
use poem::http::{HeaderValue, Method, StatusCode};
use poem_openapi::registry::MetaApi;

use crate::server::SITE;

const METHODS: [Method; 6] =
    [Method::GET, Method::POST, Method::PUT, Method::PATCH, Method::DELETE, Method::HEAD];
const STATUSES: [u16; 20] =
    [200, 201, 204, 302, 303, 304, 400, 401, 403, 404, 405, 409, 410, 412, 413, 415, 422, 429, 500, 503];

const TIMES: &str = "bailiwick_http_request_duration_seconds";

/// Tells who collects metrics what they are about.
pub fn describe_metrics() {
    metrics::describe_histogram!(
        TIMES,
        "How long requests took, by the route's template, the method and the status"
    );
}

/// One path.
pub(super) struct PathInfo {
    pub template: String,
    pub allow: HeaderValue,
    times: Vec<OnceLock<Histogram>>,
}

impl PathInfo {
    pub(super) fn new(template: String, methods: &[Method]) -> Self {
        let mut names: Vec<&str> = methods.iter().map(Method::as_str).collect();
        if methods.contains(&Method::GET) {
            names.push("HEAD");
        }
        names.sort_unstable();
        let allow = HeaderValue::try_from(names.join(", ")).unwrap_or(HeaderValue::from_static(""));
        let times = (0..METHODS.len() * STATUSES.len()).map(|_| OnceLock::new()).collect();
        Self { template, allow, times }
    }

    pub(super) fn measure(&self, method: &Method, status: StatusCode, took: Duration) {
        let method = METHODS.iter().position(|known| known == method);
        let status = STATUSES.iter().position(|known| *known == status.as_u16());
        let Some((method, status)) = method.zip(status) else { return };
        let time = self.times[method * STATUSES.len() + status].get_or_init(|| {
            metrics::histogram!(
                TIMES,
                "route" => self.template.clone(),
                "method" => METHODS[method].as_str().to_owned(),
                "status" => STATUSES[status].to_string(),
            )
        });
        time.record(took.as_secs_f64());
    }
}

/// Every path.
pub(super) struct Paths {
    known: HashMap<String, PathInfo>,
    unknown: PathInfo,
}

impl Paths {
    pub(super) fn new(apis: Vec<MetaApi>) -> Self {
        let mut methods: HashMap<String, Vec<Method>> = HashMap::new();
        for path in apis.into_iter().flat_map(|api| api.paths) {
            let known = path.operations.into_iter().map(|operation| operation.method);
            methods.entry(path.path).or_default().extend(known);
        }
        methods.extend(SITE.map(|path| (path.to_owned(), vec![Method::GET])));
        let info = |(template, methods): (String, Vec<Method>)| {
            (pattern(&template), PathInfo::new(template, &methods))
        };
        Self {
            known: methods.into_iter().map(info).collect(),
            unknown: PathInfo::new("unknown".to_owned(), &[]),
        }
    }

    /// The one that the router found.
    pub(super) fn find(&self, pattern: Option<&PathPattern>) -> &PathInfo {
        pattern.and_then(|pattern| self.known.get(&*pattern.0)).unwrap_or(&self.unknown)
    }
}

/// `/v1/accounts/{acct}` as the router knows it: `/v1/accounts/:param0`.
fn pattern(template: &str) -> String {
    let mut parameters = 0..;
    let segments = template.split('/').map(|segment| {
        if segment.starts_with('{') {
            format!(":param{}", parameters.next().unwrap_or(0))
        } else {
            segment.to_owned()
        }
    });
    segments.collect::<Vec<_>>().join("/")
}
