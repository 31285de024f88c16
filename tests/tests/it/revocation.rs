//! What one node revokes is refused by the other: how soon, with the other node asked all the while, and never allowed
//! again. `cargo xtask revocation` runs these with more trials.

use std::time::{Duration, Instant};

use bailiwick_client::{Client, Failure, Typed, types};
use reqwest::{Method, StatusCode};
use serde_json::{Value, json};

use crate::clock::{count, now};
use crate::nodes::Nodes;
use crate::raw::Raw;
use crate::server::{Server, grants};
use crate::ten_steps::may;
use crate::totp::App;

/// No trial may take longer, from the revocation's answer to the first refusal's.
const BOUND: Duration = Duration::from_millis(500);
/// For how long it is asked after the first refusal: longer than a node believes anything.
const AFTERWARDS: Duration = Duration::from_millis(300);

fn trials() -> usize {
    count("BAILIWICK_TEST_TRIALS", 20)
}

/// How long until the first refusal's answer.
#[derive(Clone, Copy)]
struct Took {
    from_sending: Duration,
    from_answer: Duration,
}

/// One question, and its answer.
struct Asked {
    sent: Instant,
    answered: Instant,
    allowed: bool,
}

/// Asks until it was refused for a while.
async fn ask_until_refused(allowed: impl AsyncFn() -> bool) -> Vec<Asked> {
    let mut log: Vec<Asked> = Vec::new();
    loop {
        let sent = now();
        let allowed = allowed().await;
        log.push(Asked { sent, answered: now(), allowed });
        let refused = log.iter().find(|asked| !asked.allowed);
        if refused.is_some_and(|first| first.answered.elapsed() > AFTERWARDS) {
            return log;
        }
        let begun = log[0].sent;
        assert!(begun.elapsed() < Duration::from_secs(20), "allowed for 20 s");
    }
}

/// Revokes on one node in the middle of questions to the other; `at` spreads the moments over what a node believes.
async fn trial(at: usize, allowed: impl AsyncFn() -> bool, revoke: impl AsyncFnOnce()) -> Took {
    let revoking = async {
        // Where the revocation falls in the time for which the other node believes is what the trials differ in.
        tokio::time::sleep(Duration::from_millis(50 + at as u64 * 97 % 250)).await;
        let sent = now();
        revoke().await;
        (sent, now())
    };
    assert!(allowed().await, "refused before it is revoked");
    let (log, (sent, answered)) = tokio::join!(ask_until_refused(allowed), revoking);
    let first = log.iter().position(|asked| !asked.allowed).unwrap();
    let refused = log[first].answered;
    assert!(refused >= sent, "refused before it was revoked");
    let again = log[first..].iter().find(|asked| asked.allowed);
    assert!(again.is_none(), "allowed again {:?} after", again.map(|asked| asked.answered - answered));
    Took {
        from_sending: refused.duration_since(sent),
        from_answer: refused.saturating_duration_since(answered),
    }
}

#[track_caller]
fn report(what: &str, mut took: Vec<Took>) {
    let mut figures = |title: &str, of: fn(&Took) -> Duration| {
        took.sort_by_key(of);
        let at = |share: usize| of(&took[(took.len() * share).div_ceil(100).max(1) - 1]).as_millis();
        let max = of(&took[took.len() - 1]);
        println!(
            "{what}, from the revocation's {title}: p50 {} ms, p99 {} ms, max {} ms of {} trials",
            at(50),
            at(99),
            max.as_millis(),
            took.len()
        );
        max
    };
    figures("sending", |took| took.from_sending);
    let max = figures("answer", |took| took.from_answer);
    assert!(max < BOUND, "{what}: allowed by the other node {max:?} after");
}

/// What was answered is what was asked for; true, or false for a refusal with one of these statuses.
#[track_caller]
fn is_allowed<T>(answer: Result<T, Failure>, refusals: &[u16]) -> bool {
    match answer {
        Ok(_) => true,
        Err(refused) if refused.status().is_some_and(|status| refusals.contains(&status.as_u16())) => false,
        Err(other) => panic!("{other}"),
    }
}

async fn give(client: &Client, acct: &types::AccountId, mbr: &types::MemberId, role: &str) {
    let call = client.put_grants().acct(acct).mbr(mbr).body_map(|body| body.grants(grants(role)));
    call.send().typed().await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn a_grant_revoked_on_one_node_is_refused_on_the_other() {
    let nodes = Nodes::start().await;
    let (here, back_end) = (nodes.node(0), nodes.node(1).back_end());
    let (ada, made) = here.sign_up("ada@example.com", "standard").await;
    let acct = &made.account.id;
    let bob = here.join(&ada, acct, "bob@example.com", "viewer").await.member;
    let user = bob.user.unwrap().id;
    let allowed = async || may(&back_end, &user, "app.create", acct).await;
    let mut took = Vec::new();
    for at in 0..trials() {
        give(&ada, acct, &bob.id, "admin").await;
        while !allowed().await {}
        took.push(trial(at, allowed, async || give(&ada, acct, &bob.id, "viewer").await).await);
    }
    report("a grant", took);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_membership_ended_on_one_node_is_refused_on_the_other() {
    let nodes = Nodes::start().await;
    let (here, there) = (nodes.node(0), nodes.node(1));
    let (ada, made) = here.sign_up("ada@example.com", "standard").await;
    let acct = &made.account.id;
    let mut took = Vec::new();
    for at in 0..trials() {
        let joined = here.join(&ada, acct, &format!("bob{at}@example.com"), "viewer").await;
        let bob = there.client(joined.session.unwrap().token.as_deref());
        let allowed = async || is_allowed(bob.get_account().acct(acct).send().typed().await, &[404]);
        let remove = async || {
            ada.remove_member().acct(acct).mbr(&joined.member.id).send().typed().await.unwrap();
        };
        took.push(trial(at, allowed, remove).await);
    }
    report("a membership", took);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_session_ended_on_one_node_is_refused_on_the_other() {
    let nodes = Nodes::start().await;
    let (here, there) = (nodes.node(0), nodes.node(1));
    here.sign_up("ada@example.com", "standard").await;
    let anyone = here.client(None);
    let mut took = Vec::new();
    for at in 0..trials() {
        let call = anyone.sign_in().body_map(|body| body.email("ada@example.com").password("correct horse"));
        let token = call.send().typed().await.unwrap().into_inner().token;
        let (ends, asks) = (here.client(token.as_deref()), there.client(token.as_deref()));
        let allowed = async || is_allowed(asks.get_me().send().typed().await, &[401]);
        let sign_out = async || {
            ends.sign_out().send().typed().await.unwrap();
        };
        took.push(trial(at, allowed, sign_out).await);
    }
    report("a session", took);
}

/// Each way to end a session but signing out.
#[tokio::test(flavor = "multi_thread")]
async fn whatever_ends_a_session_on_one_node_ends_it_on_the_other() {
    let nodes = Nodes::start().await;
    let (here, there) = (nodes.node(0), nodes.node(1));
    here.sign_up("ada@example.com", "standard").await;
    let anyone = Raw::new(here, None);
    let sign_in = json!({ "email": "ada@example.com", "password": "correct horse" });
    let mut took = Vec::new();
    for at in 0..trials() {
        let ended = anyone.post("/v1/sessions", &sign_in).await.expect(StatusCode::CREATED);
        let by = anyone.post("/v1/sessions", &sign_in).await.expect(StatusCode::CREATED);
        let by = Raw::new(here, by["token"].as_str());
        let asks = there.client(ended["token"].as_str());
        let allowed = async || is_allowed(asks.get_me().send().typed().await, &[401]);
        let (method, path, body) = match at % 3 {
            0 => (Method::DELETE, format!("/v1/sessions/{}", ended["id"].as_str().unwrap()), None),
            1 => (Method::DELETE, "/v1/sessions".to_owned(), None),
            _ => {
                let same = json!({ "current": "correct horse", "new": "correct horse" });
                (Method::PUT, "/v1/me/password".to_owned(), Some(same))
            }
        };
        let end = async || {
            let done = by.send(method, &path, &[], body.as_ref()).await;
            assert_eq!(done.status, StatusCode::NO_CONTENT, "{}", done.body);
        };
        took.push(trial(at, allowed, end).await);
    }
    report("a session that another one ends", took);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_second_factor_required_on_one_node_is_asked_for_on_the_other() {
    let nodes = Nodes::start().await;
    let (here, there) = (nodes.node(0), nodes.node(1));
    let (ada, made) = here.sign_up("ada@example.com", "standard").await;
    let acct = &made.account.id;
    let owner = Raw::new(here, made.session.token.as_deref());
    App::enrol(&owner, &json!({ "password": "correct horse" })).await;
    let bob = here.join(&ada, acct, "bob@example.com", "viewer").await;
    let bob = there.client(bob.session.unwrap().token.as_deref());
    let allowed = async || is_allowed(bob.get_account().acct(acct).send().typed().await, &[403]);
    let require = async |on: bool| {
        let (path, body) = (format!("/v1/accounts/{}", **acct), json!({ "require_two_factor": on }));
        owner.send(Method::PATCH, &path, &[], Some(&body)).await.expect(StatusCode::OK);
    };
    let mut took = Vec::new();
    for at in 0..trials() {
        require(false).await;
        while !allowed().await {}
        took.push(trial(at, allowed, async || require(true).await).await);
    }
    report("a second factor that is required", took);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_key_stopped_on_one_node_is_refused_on_the_other() {
    let nodes = Nodes::start().await;
    let (here, there) = (nodes.node(0), nodes.node(1));
    let (_, made) = here.sign_up("ada@example.com", "standard").await;
    let ada = Raw::new(here, made.session.token.as_deref());
    let back_end = Raw::new(there, Some(&there.platform_key()));
    let account = format!("/v1/accounts/{}", *made.account.id);
    let app =
        ada.post(&format!("{account}/apps"), &json!({ "name": "App" })).await.expect(StatusCode::CREATED);
    let keysets = format!("{account}/apps/{}/keysets", app["id"].as_str().unwrap());
    let mut took = Vec::new();
    for at in 0..trials() {
        let post = async |path: &str, body| ada.post(path, &body).await.expect(StatusCode::CREATED);
        let keyset = post(&keysets, json!({ "name": "Keys" })).await;
        let keyset = format!("{keysets}/{}", keyset["id"].as_str().unwrap());
        let keys = format!("{keyset}/keys");
        let made = post(&keys, json!({ "name": "Server", "capabilities": [] })).await;
        let key = format!("{keys}/{}", made["id"].as_str().unwrap());
        let question = json!({ "key": made["secret"] });
        let allowed = async || {
            let told = back_end.post("/v1/keys/verify", &question).await.expect(StatusCode::OK);
            told["valid"] == true
        };
        // Each way in which a key ends.
        let (method, path, body) = match at % 4 {
            0 => (Method::DELETE, key, None),
            1 => (Method::PATCH, key, Some(json!({ "status": "disabled" }))),
            2 => (Method::POST, format!("{key}/rotate"), Some(json!({ "overlap_seconds": 0 }))),
            _ => (Method::DELETE, keyset, None),
        };
        let stop = async || {
            let stopped = ada.send(method, &path, &[], body.as_ref()).await;
            assert!(stopped.status.is_success(), "{}", stopped.body);
        };
        took.push(trial(at, allowed, stop).await);
    }
    report("a key", took);
}

/// What ends what an integration may do.
#[derive(Debug, Clone, Copy)]
enum End {
    MakerRemoved,
    MakerDemoted,
    MakerSuspended,
    KeyRemoved,
    Removed,
    TakenOver,
}

const ENDS: [End; 6] = [
    End::MakerRemoved,
    End::MakerDemoted,
    End::MakerSuspended,
    End::KeyRemoved,
    End::Removed,
    End::TakenOver,
];

impl End {
    /// With what the other node refuses calls by the key from then on.
    const fn refusals(self) -> &'static [StatusCode] {
        match self {
            Self::MakerRemoved | Self::MakerDemoted | Self::MakerSuspended => &[StatusCode::FORBIDDEN],
            Self::KeyRemoved | Self::TakenOver => &[StatusCode::UNAUTHORIZED],
            // It may see that the integration is gone while it believes the key.
            Self::Removed => &[StatusCode::UNAUTHORIZED, StatusCode::NOT_FOUND],
        }
    }
}

/// How the other node is asked.
#[derive(Debug, Clone, Copy)]
enum Asks {
    Decision,
    Call,
}

/// An integration of an account, as its key asks the other node.
struct Machine {
    /// The account's path.
    base: String,
    maker: String,
    id: String,
    key: String,
    there: Raw,
}

impl Machine {
    /// Made by a new admin.
    async fn new(
        here: &Server,
        there: &Server,
        owner: &Client,
        acct: &types::AccountId,
        email: &str,
    ) -> Self {
        let joined = here.join(owner, acct, email, "admin").await;
        let maker = Raw::new(here, joined.session.unwrap().token.as_deref());
        let base = format!("/v1/accounts/{}", acct.as_str());
        let post = async |path: &str, body| maker.post(path, &body).await.expect(StatusCode::CREATED);
        let all = format!("{base}/integrations");
        let made = post(&all, json!({ "name": "Deploy", "grants": [{ "role": "admin" }] })).await;
        let id = made["id"].as_str().unwrap().to_owned();
        let key = post(&format!("{all}/{id}/keys"), json!({ "name": "CI" })).await;
        let there = Raw::new(there, key["secret"].as_str());
        let key = key["id"].as_str().unwrap().to_owned();
        Self { base, maker: joined.member.id.as_str().to_owned(), id, key, there }
    }

    /// An owner's request that ends it.
    fn request(&self, end: End) -> (Method, String, Option<Value>) {
        let member = format!("{}/members/{}", self.base, self.maker);
        let own = format!("{}/integrations/{}", self.base, self.id);
        match end {
            End::MakerRemoved => (Method::DELETE, member, None),
            End::MakerDemoted => {
                let viewer = json!({ "grants": [{ "role": "viewer" }] });
                (Method::PUT, format!("{member}/grants"), Some(viewer))
            }
            End::MakerSuspended => (Method::POST, format!("{member}/suspend"), None),
            End::KeyRemoved => (Method::DELETE, format!("{own}/keys/{}", self.key), None),
            End::Removed => (Method::DELETE, own, None),
            End::TakenOver => (Method::POST, format!("{own}/take-over"), None),
        }
    }

    /// Whether it may do something that admins do: by a decision about itself, or when it does it.
    async fn may(&self, acct: &types::AccountId, end: End, asks: Asks) -> bool {
        let told = match asks {
            Asks::Decision => {
                let question = json!({
                    "subject": { "type": "integration", "id": self.id },
                    "action": { "name": "app.create" },
                    "resource": { "type": "account", "id": acct.as_str() },
                });
                self.there.post("/access/v1/evaluation", &question).await
            }
            Asks::Call => self.there.get(&format!("{}/audit-events?limit=1", self.base)).await,
        };
        match (told.status, asks) {
            (StatusCode::OK, Asks::Decision) => told.body["decision"].as_bool().unwrap(),
            (StatusCode::OK, Asks::Call) => true,
            (refused, _) => {
                assert!(end.refusals().contains(&refused), "{end:?}, {asks:?}: {refused} {}", told.body);
                false
            }
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn an_integration_that_ends_in_whichever_way_on_one_node_is_refused_on_the_other() {
    let nodes = Nodes::start().await;
    let (here, there) = (nodes.node(0), nodes.node(1));
    let (ada, made) = here.sign_up("ada@example.com", "standard").await;
    let acct = &made.account.id;
    let owner = Raw::new(here, made.session.token.as_deref());
    let mut took = Vec::new();
    for at in 0..trials() {
        let (end, asks) = (ENDS[at % 6], [Asks::Decision, Asks::Call][at / 6 % 2]);
        let machine = Machine::new(here, there, &ada, acct, &format!("bob{at}@example.com")).await;
        let (method, path, body) = machine.request(end);
        let finish = async || {
            let done = owner.send(method, &path, &[], body.as_ref()).await;
            assert!(done.status.is_success(), "{end:?}: {}", done.body);
            if let End::MakerRemoved = end {
                assert_eq!(done.body["affects"]["integrations"][0]["id"], machine.id.as_str());
            }
        };
        took.push(trial(at, async || machine.may(acct, end, asks).await, finish).await);
    }
    report("an integration", took);
}
