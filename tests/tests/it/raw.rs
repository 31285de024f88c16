//! Requests written by hand: with headers that the generated client has no part in, or past its document.

use std::time::Duration;

use reqwest::{Method, StatusCode};
use serde_json::Value;

use crate::server::Server;

#[derive(Clone)]
pub struct Raw {
    http: reqwest::Client,
    url: String,
    token: Option<String>,
}

pub struct Answer {
    pub status: StatusCode,
    pub body: Value,
}

impl Answer {
    #[track_caller]
    pub fn expect(self, status: StatusCode) -> Value {
        assert_eq!(self.status, status, "{}", self.body);
        self.body
    }
}

impl Raw {
    pub fn new(server: &Server, token: Option<&str>) -> Self {
        // The second test finds it done.
        let _ = rustls::crypto::ring::default_provider().install_default();
        let http = reqwest::Client::builder().timeout(Duration::from_secs(30)).no_proxy().build().unwrap();
        Self { http, url: server.url.clone(), token: token.map(str::to_owned) }
    }

    pub fn token(&self) -> Option<&str> {
        self.token.as_deref()
    }

    pub async fn send(
        &self,
        method: Method,
        path: &str,
        headers: &[(&str, &str)],
        body: Option<&Value>,
    ) -> Answer {
        let mut request = self.http.request(method, format!("{}{path}", self.url));
        if let Some(token) = &self.token {
            request = request.bearer_auth(token);
        }
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        if let Some(body) = body {
            request = request.json(body);
        }
        let response = request.send().await.unwrap();
        let status = response.status();
        let text = response.text().await.unwrap();
        Answer { status, body: serde_json::from_str(&text).unwrap_or(Value::Null) }
    }
    /// The answer to a body, or nothing where the connection broke, as it does when the server is killed.
    pub async fn try_send(&self, method: Method, path: &str, body: &Value) -> Option<Answer> {
        let mut request = self.http.request(method, format!("{}{path}", self.url)).json(body);
        if let Some(token) = &self.token {
            request = request.bearer_auth(token);
        }
        let response = request.send().await.ok()?;
        let (status, text) = (response.status(), response.text().await.ok()?);
        Some(Answer { status, body: serde_json::from_str(&text).unwrap_or(Value::Null) })
    }
    pub async fn get(&self, path: &str) -> Answer {
        self.send(Method::GET, path, &[], None).await
    }
    pub async fn post(&self, path: &str, body: &Value) -> Answer {
        self.send(Method::POST, path, &[], Some(body)).await
    }
}
