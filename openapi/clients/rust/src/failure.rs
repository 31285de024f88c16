//! Why a call was not done, typed. Every refusal is `application/problem+json`; the generator types bodies of
//! `application/json` alone and hands these over as bytes, so they are read here.

use std::fmt;

use futures::TryStreamExt;
use reqwest::StatusCode;
use reqwest::header::{CONTENT_TYPE, HeaderMap};

use crate::types::Problem;
use crate::{ByteStream, Error, ResponseValue};

/// Why a call was not done.
#[derive(Debug)]
pub enum Failure {
    /// The server says why not, with the status and headers of its answer.
    Problem(Box<ResponseValue<Problem>>),
    /// There was no answer, or another one, such as 304 to an `If-None-Match`.
    Other(Error),
}

impl Failure {
    /// The problem's stable code, where the server said why not.
    pub fn code(&self) -> Option<&str> {
        self.problem().map(|problem| problem.code.as_str())
    }

    /// The problem, where the server said why not.
    pub fn problem(&self) -> Option<&Problem> {
        match self {
            Self::Problem(problem) => Some(problem),
            Self::Other(_) => None,
        }
    }

    /// The status of the answer, where there was one.
    pub fn status(&self) -> Option<StatusCode> {
        match self {
            Self::Problem(problem) => Some(problem.status()),
            Self::Other(error) => error.status(),
        }
    }

    async fn of(error: Error<ByteStream>) -> Self {
        match error {
            Error::ErrorResponse(answer) => {
                let (status, headers) = (answer.status(), answer.headers().clone());
                let read = answer.into_inner_stream().try_fold(Vec::new(), |mut all, chunk| async move {
                    all.extend_from_slice(&chunk);
                    Ok(all)
                });
                Self::read(status, headers, read.await)
            }
            Error::UnexpectedResponse(answer) if is_problem(answer.headers()) => {
                let (status, headers) = (answer.status(), answer.headers().clone());
                Self::read(status, headers, answer.bytes().await.map(Vec::from))
            }
            other => Self::Other(other.into_untyped()),
        }
    }

    fn read(status: StatusCode, headers: HeaderMap, body: reqwest::Result<Vec<u8>>) -> Self {
        match body.map(|body| (serde_json::from_slice(&body), body)) {
            Ok((Ok(problem), _)) => Self::Problem(Box::new(ResponseValue::new(problem, status, headers))),
            Ok((Err(error), body)) => Self::Other(Error::InvalidResponsePayload(body.into(), error)),
            Err(error) => Self::Other(Error::ResponseBodyError(error)),
        }
    }
}

fn is_problem(headers: &HeaderMap) -> bool {
    headers.get(CONTENT_TYPE).is_some_and(|kind| kind == "application/problem+json")
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Problem(problem) => write!(f, "{} {}: {}", problem.status, problem.code, problem.detail),
            Self::Other(error) => error.fmt(f),
        }
    }
}

impl std::error::Error for Failure {}

/// For a call that was built: what its `send` gives, with the refusal read.
pub trait Typed<T> {
    /// The answer, or why there is none.
    fn typed(self) -> impl Future<Output = Result<ResponseValue<T>, Failure>> + Send;
}

impl<T, F> Typed<T> for F
where
    T: Send,
    F: Future<Output = Result<ResponseValue<T>, Error<ByteStream>>> + Send,
{
    async fn typed(self) -> Result<ResponseValue<T>, Failure> {
        match self.await {
            Ok(answer) => Ok(answer),
            Err(error) => Err(Failure::of(error).await),
        }
    }
}
