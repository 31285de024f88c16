//! What operators ask: whether it is alive, whether it can serve, and its metrics.

use poem_openapi::payload::PlainText;
use poem_openapi::{Object, OpenApi};
use serde::Serialize;

use crate::auth::Anyone;
use crate::error::ApiError;
use crate::server::{Metrics, Tag};
use crate::wire::Shown;

/// How it is.
#[derive(Serialize, Object)]
#[oai(skip_serializing_if_is_none)]
pub(crate) struct HealthOut {
    /// `ok`, `ready`, or `degraded`: it serves, though without some part.
    status: String,
    /// The parts that are away: `redis`.
    #[serde(skip_serializing_if = "Option::is_none")]
    away: Option<Vec<String>>,
}

impl From<&str> for HealthOut {
    fn from(status: &str) -> Self {
        Self { status: status.to_owned(), away: None }
    }
}

impl HealthOut {
    fn without(part: &str) -> Self {
        Self { status: "degraded".to_owned(), away: Some(vec![part.to_owned()]) }
    }
}

pub(crate) struct OperationApi(pub Metrics);

#[OpenApi(tag = "Tag::Operation")]
impl OperationApi {
    /// Whether it is alive
    #[oai(path = "/healthz", method = "get", operation_id = "get_health")]
    #[expect(clippy::unused_async, reason = "operations are async")]
    async fn health(&self) -> Result<Shown<HealthOut>, ApiError> {
        Ok(Shown::of("ok"))
    }

    /// Whether it can serve
    ///
    /// While it can't, the 503 names the part that is not ready. Without Redis it can, and says so.
    #[oai(path = "/readyz", method = "get", operation_id = "get_readiness")]
    async fn ready(&self, Anyone(asker): Anyone) -> Result<Shown<HealthOut>, ApiError> {
        match asker.cx.store.ping().await {
            Ok(()) if asker.cx.decisions.shared_sessions_answer() == Some(false) => {
                Ok(Shown::of(HealthOut::without("redis")))
            }
            Ok(()) => Ok(Shown::of("ready")),
            Err(error) => {
                tracing::warn!(%error, "the database is not ready");
                Err(ApiError::not_ready("database"))
            }
        }
    }

    /// Metrics
    ///
    /// In the text format of Prometheus.
    #[oai(path = "/metrics", method = "get", operation_id = "get_metrics")]
    #[expect(clippy::unused_async, reason = "operations are async")]
    async fn metrics(&self) -> PlainText<String> {
        PlainText((self.0)())
    }
}
