//! As much of a browser as a sign-in elsewhere needs: cookies by host, and redirects one by one.

use std::collections::HashMap;

use reqwest::header::{COOKIE, LOCATION, SET_COOKIE};
use reqwest::redirect::Policy;
use reqwest::{Client, RequestBuilder, StatusCode};
use serde_json::Value;

/// How people reach the server, as they and providers see it; tests reach it where it listens.
pub const PUBLIC_URL: &str = "https://accounts.example.com";

pub struct Browser {
    http: Client,
    /// Where the servers listen; a step is taken at one after the other.
    servers: [String; 2],
    steps: usize,
    /// By origin.
    cookies: HashMap<String, HashMap<String, String>>,
}

pub struct Page {
    /// Where a redirect leads, as a whole URL.
    pub location: Option<String>,
    pub status: StatusCode,
    pub cookies: Vec<String>,
    pub body: Value,
}

impl Page {
    /// A problem with that status and code.
    #[track_caller]
    pub fn problem(&self, status: u16, code: &str) {
        assert_eq!((self.status.as_u16(), self.body["code"].as_str()), (status, Some(code)), "{}", self.body);
    }
    /// Where it leads.
    #[track_caller]
    pub fn leads(&self) -> String {
        self.location.clone().unwrap_or_else(|| panic!("no redirect: {} {}", self.status, self.body))
    }
}

fn origin(url: &str) -> String {
    url.splitn(4, '/').take(3).collect::<Vec<_>>().join("/")
}

impl Browser {
    pub fn over(servers: [String; 2]) -> Self {
        let _ = rustls::crypto::ring::default_provider().install_default();
        let http = Client::builder().redirect(Policy::none()).no_proxy().build().unwrap();
        Self { http, servers, steps: 0, cookies: HashMap::new() }
    }

    fn reached(&mut self, url: &str) -> String {
        let Some(path) = url.strip_prefix(PUBLIC_URL) else { return url.to_owned() };
        let server = &self.servers[self.steps % 2];
        self.steps += 1;
        format!("{server}{path}")
    }

    pub async fn get(&mut self, url: &str) -> Page {
        let reached = self.reached(url);
        let request = self.http.get(reached);
        self.send(url, request).await
    }

    pub async fn submit(&mut self, url: &str, form: &str) -> Page {
        let reached = self.reached(url);
        let request = self.http.post(reached).body(form.to_owned());
        self.send(url, request.header("content-type", "application/x-www-form-urlencoded")).await
    }

    /// The same from a page of another site, which no cookie comes with.
    pub async fn submit_from_elsewhere(&mut self, url: &str, form: &str) -> Page {
        let reached = self.reached(url);
        let request = self.http.post(reached).body(form.to_owned()).header("origin", "https://id.example");
        let request = request.header("content-type", "application/x-www-form-urlencoded");
        let kept = self.cookies.remove(&origin(url));
        let page = self.send(url, request).await;
        self.cookies.insert(origin(url), kept.unwrap_or_default());
        page
    }

    async fn send(&mut self, url: &str, request: RequestBuilder) -> Page {
        let jar = self.cookies.entry(origin(url)).or_default();
        let sent: Vec<String> = jar.iter().map(|(name, value)| format!("{name}={value}")).collect();
        let answer = request.header(COOKIE, sent.join("; ")).send().await.unwrap();
        let texts =
            |name| answer.headers().get_all(name).iter().map(|value| value.to_str().unwrap().to_owned());
        let cookies: Vec<String> = texts(SET_COOKIE).collect();
        for cookie in &cookies {
            let (name, value) = cookie.split(';').next().unwrap().split_once('=').unwrap();
            jar.insert(name.to_owned(), value.to_owned());
        }
        let location = texts(LOCATION).next().map(|location| {
            if location.starts_with('/') { format!("{}{location}", origin(url)) } else { location }
        });
        let status = answer.status();
        let text = answer.text().await.unwrap();
        Page { location, status, cookies, body: serde_json::from_str(&text).unwrap_or(Value::Null) }
    }

    /// Goes where a page leads, until a URL begins so.
    pub async fn follow(&mut self, mut url: String, until: &str) -> String {
        for _ in 0..10 {
            if url.starts_with(until) {
                return url;
            }
            url = self.get(&url).await.leads();
        }
        panic!("{url} leads nowhere");
    }

    /// Begins a sign-in; the URL with which its provider sends the browser back.
    pub async fn depart(&mut self, start: &str) -> String {
        let provider = self.get(&format!("{PUBLIC_URL}{start}")).await.leads();
        self.follow(provider, PUBLIC_URL).await
    }

    /// A whole sign-in by a provider that asks nothing.
    pub async fn sign_in(&mut self, provider: &str) -> Page {
        let back = self.depart(&format!("/v1/sso/{provider}/start")).await;
        self.get(&back).await
    }
}
