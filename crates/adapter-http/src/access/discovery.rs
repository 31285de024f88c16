//! Where AuthZEN's endpoints are.

use poem_openapi::Object;
use serde::Serialize;

/// What this decision point offers.
#[derive(Serialize, Object)]
pub(crate) struct ConfigurationOut {
    /// Its base URL.
    policy_decision_point: String,
    /// Where it decides.
    access_evaluation_endpoint: String,
    /// Where it decides many.
    access_evaluations_endpoint: String,
    /// Where it finds subjects.
    search_subject_endpoint: String,
    /// Where it finds resources.
    search_resource_endpoint: String,
    /// Where it finds actions.
    search_action_endpoint: String,
}

impl ConfigurationOut {
    pub(super) fn at(base: &str) -> Self {
        Self {
            policy_decision_point: base.to_owned(),
            access_evaluation_endpoint: format!("{base}/access/v1/evaluation"),
            access_evaluations_endpoint: format!("{base}/access/v1/evaluations"),
            search_subject_endpoint: format!("{base}/access/v1/search/subject"),
            search_resource_endpoint: format!("{base}/access/v1/search/resource"),
            search_action_endpoint: format!("{base}/access/v1/search/action"),
        }
    }
}
