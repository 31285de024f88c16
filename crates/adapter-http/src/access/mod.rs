//! Access decisions on the wire: AuthZEN's Authorization API 1.0 and explanations.

mod batch;
mod body;
mod discovery;
mod evaluation;
mod explain;
mod search;

use poem_openapi::OpenApi;

use crate::auth::{Anyone, Asking};
use crate::error::ApiError;
use crate::server::Tag;
use crate::wire::Shown;
use batch::{BatchAnswer, BatchRequest};
use body::Asked;
use discovery::ConfigurationOut;
use evaluation::{DecisionOut, EvaluationRequest};
use search::{
    ActionSearchRequest, ActionsOut, ResourceSearchRequest, ResourcesOut, SubjectSearchRequest, SubjectsOut,
};

pub(crate) use body::Answer;
pub(crate) use evaluation::decide;
pub(crate) use explain::ExplainApi;

/// Where single decisions are asked for; the guard answers them itself, by the same code.
pub(crate) const EVALUATION: &str = "/access/v1/evaluation";

pub(crate) struct AccessApi;

#[OpenApi(tag = "Tag::Access")]
impl AccessApi {
    /// Decide
    ///
    /// What is not allowed or not known is `false`, with the reason. Unknown fields are ignored.
    #[oai(path = "/access/v1/evaluation", method = "post", operation_id = "evaluate")]
    async fn evaluation(
        &self,
        asking: Asking,
        body: Asked<EvaluationRequest>,
    ) -> Result<Answer<DecisionOut>, ApiError> {
        let answer = evaluation::answer(&asking.info.cx, asking.caller, asking.info.id(), &body);
        answer.await.map(Answer::of)
    }

    /// Decide many
    ///
    /// Up to 1,000 at once. Without `evaluations` it answers as a single evaluation.
    #[oai(path = "/access/v1/evaluations", method = "post", operation_id = "evaluate_batch")]
    async fn evaluations(
        &self,
        asking: Asking,
        body: Asked<BatchRequest>,
    ) -> Result<Answer<BatchAnswer>, ApiError> {
        batch::answer(&asking, &body).await.map(Answer::of)
    }

    /// Who may do something at a resource
    #[oai(path = "/access/v1/search/subject", method = "post", operation_id = "search_subjects")]
    async fn subjects(
        &self,
        asking: Asking,
        body: Asked<SubjectSearchRequest>,
    ) -> Result<Answer<SubjectsOut>, ApiError> {
        search::subjects(&asking, &body).await.map(Answer::of)
    }

    /// On which resources a subject may do something
    #[oai(path = "/access/v1/search/resource", method = "post", operation_id = "search_resources")]
    async fn resources(
        &self,
        asking: Asking,
        body: Asked<ResourceSearchRequest>,
    ) -> Result<Answer<ResourcesOut>, ApiError> {
        search::resources(&asking, &body).await.map(Answer::of)
    }

    /// What a subject may do at a resource
    ///
    /// Of the permissions that are declared for the resource's type.
    #[oai(path = "/access/v1/search/action", method = "post", operation_id = "search_actions")]
    async fn actions(
        &self,
        asking: Asking,
        body: Asked<ActionSearchRequest>,
    ) -> Result<Answer<ActionsOut>, ApiError> {
        search::actions(&asking, &body).await.map(Answer::of)
    }

    /// What this decision point offers
    #[oai(
        path = "/.well-known/authzen-configuration",
        method = "get",
        operation_id = "get_authzen_configuration"
    )]
    #[expect(clippy::unused_async, reason = "operations are async")]
    async fn configuration(&self, Anyone(asker): Anyone) -> Result<Shown<ConfigurationOut>, ApiError> {
        Ok(Shown::of(ConfigurationOut::at(&asker.cx.public_url)))
    }
}
