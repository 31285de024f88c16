//! Load on two nodes: decisions with grants given and taken all the time, checks of sessions with sessions ended all the
//! time, and writes. It notes each answer; how long it lasts, and what happens meanwhile, is the tests' business.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use bailiwick_client::{Client, Typed, types};
use tokio::task::JoinSet;
use tokio::time::sleep;

use super::tally::{Answer, Book, Known, SIGN_IN};
use crate::clock::now;
use crate::nodes::Nodes;
use crate::server::grants;

const MEMBERS: usize = 5;
const LIVING: usize = 4;
/// Between two questions of one asker, so that other work is done too.
const BREATH: Duration = Duration::from_millis(10);
/// Between two changes of one thing: longer than [`super::tally::BOUND`], so that its state is judged.
const DWELL: Duration = Duration::from_millis(900);

/// Someone whose role changes.
struct Subject {
    member: types::MemberId,
    user: types::UserId,
    known: Mutex<Known>,
}

/// A session by which both nodes are asked.
struct Signed {
    by: [Client; 2],
    known: Mutex<Known>,
}

struct Shared {
    account: types::AccountId,
    /// The owner on each node.
    owner: [Client; 2],
    back_end: [Client; 2],
    anyone: [Client; 2],
    urls: [String; 2],
    subjects: Vec<Subject>,
    sessions: Mutex<Vec<Arc<Signed>>>,
    apps: Mutex<Vec<types::AppId>>,
    stop: AtomicBool,
    book: Book,
}

pub struct Load {
    shared: Arc<Shared>,
    tasks: JoinSet<()>,
}

impl Load {
    pub async fn start(nodes: &Nodes) -> Self {
        let shared = Arc::new(Shared::make(nodes).await);
        let mut tasks = JoinSet::new();
        for at in 0..2 {
            tasks.spawn(decide(Arc::clone(&shared), at));
            tasks.spawn(check_sessions(Arc::clone(&shared), at));
            tasks.spawn(write(Arc::clone(&shared), at));
            tasks.spawn(end_sessions(Arc::clone(&shared), at));
        }
        // The last two keep what they have: one holds, the other has lost.
        for member in 0..MEMBERS - 2 {
            tasks.spawn(give_and_take(Arc::clone(&shared), member));
        }
        Self { shared, tasks }
    }

    pub fn book(&self) -> &Book {
        &self.shared.book
    }

    /// Ends it, and finds everything that was acknowledged.
    pub async fn end(self) {
        self.shared.stop.store(true, Ordering::Relaxed);
        self.tasks.join_all().await;
        let apps = std::mem::take(&mut *self.shared.apps.lock().unwrap());
        for app in &apps {
            let call = self.shared.owner[0].get_app().acct(&self.shared.account).app(app);
            call.send().typed().await.expect("an acknowledged app is there");
        }
        assert!(!apps.is_empty());
    }
}

impl Shared {
    async fn make(nodes: &Nodes) -> Self {
        let (ada, made) = nodes.node(0).sign_up("ada@example.com", "standard").await;
        let token = made.session.token.as_deref();
        let mut subjects = Vec::new();
        for n in 0..MEMBERS {
            let email = format!("member{n}@example.com");
            let (holds, role) = if n + 1 == MEMBERS { (false, "viewer") } else { (true, "admin") };
            let joined = nodes.node(n).join(&ada, &made.account.id, &email, role).await.member;
            let (member, user) = (joined.id, joined.user.unwrap().id);
            subjects.push(Subject { member, user, known: Mutex::new(Known::held(holds)) });
        }
        let key = nodes.node(0).platform_key();
        let both = |token: Option<&str>| [0, 1].map(|at| nodes.node(at).client(token));
        let shared = Self {
            account: made.account.id,
            owner: both(token),
            back_end: both(Some(&key)),
            anyone: both(None),
            urls: [0, 1].map(|at| nodes.node(at).url.clone()),
            subjects,
            sessions: Mutex::default(),
            apps: Mutex::default(),
            stop: AtomicBool::new(false),
            book: Book::default(),
        };
        for at in 0..LIVING {
            let signed = shared.sign_in(at).await.expect("both parts are there");
            shared.sessions.lock().unwrap().push(Arc::new(signed));
        }
        shared
    }

    fn goes_on(&self) -> bool {
        !self.stop.load(Ordering::Relaxed)
    }

    async fn sign_in(&self, at: usize) -> Option<Signed> {
        let sent = now();
        let call = self.anyone[at % 2].sign_in();
        let call = call.body_map(|body| body.email("ada@example.com").password("correct horse"));
        let new = self.book.note(sent, SIGN_IN, call.send().typed().await)?.into_inner();
        let by = [0, 1].map(|node| crate::server::client(&self.urls[node], new.token.as_deref()));
        Some(Signed { by, known: Mutex::new(Known::held(true)) })
    }
}

/// Something begins to change.
fn changes(known: &Mutex<Known>) {
    let mut known = known.lock().unwrap();
    known.held = None;
    known.changes += 1;
}

/// Its change was acknowledged.
fn is_changed(known: &Mutex<Known>, held: bool) {
    let mut known = known.lock().unwrap();
    (known.held, known.since) = (Some(held), now());
}

async fn give_and_take(shared: Arc<Shared>, member: usize) {
    let subject = &shared.subjects[member];
    sleep(DWELL / 3 * u32::try_from(member).unwrap()).await;
    for round in 0.. {
        let (held, role) = if round % 2 == 0 { (false, "viewer") } else { (true, "admin") };
        changes(&subject.known);
        loop {
            let call = shared.owner[(round + member) % 2].put_grants().acct(&shared.account);
            let call = call.mbr(&subject.member).body_map(|body| body.grants(grants(role)));
            let sent = now();
            if shared.book.note(sent, "grants", call.send().typed().await).is_some() {
                is_changed(&subject.known, held);
                break;
            }
            if !shared.goes_on() {
                return;
            }
            sleep(BREATH * 3).await;
        }
        sleep(DWELL).await;
        if !shared.goes_on() {
            return;
        }
    }
}

async fn decide(shared: Arc<Shared>, at: usize) {
    let entity = |kind: &str, id: &str| types::AccessEntity::builder().type_(kind).id(id);
    while shared.goes_on() {
        for (n, subject) in shared.subjects.iter().enumerate() {
            let call = shared.back_end[at].evaluate().body_map(|body| {
                body.subject(entity("user", &subject.user))
                    .action(types::AccessAction::builder().name("app.create"))
                    .resource(entity("account", &shared.account))
            });
            let before = *subject.known.lock().unwrap();
            let sent = now();
            let answer = shared.book.note(sent, "decision", call.send().typed().await);
            let answer = match answer {
                Some(answer) if answer.decision => Answer::Yes,
                Some(_) => Answer::No,
                None => Answer::None,
            };
            let what = format!("member {n} at node {at}");
            shared.book.judge(&what, sent, answer, before, *subject.known.lock().unwrap());
            sleep(BREATH).await;
        }
    }
}

async fn check_sessions(shared: Arc<Shared>, at: usize) {
    while shared.goes_on() {
        let sessions: Vec<_> = shared.sessions.lock().unwrap().clone();
        for (n, session) in sessions.iter().enumerate() {
            let before = *session.known.lock().unwrap();
            let sent = now();
            let answer = session.by[at].get_me().send().typed().await;
            let answer = shared.book.ask(sent, "session", answer, &[401]);
            let what = format!("session {n} at node {at}");
            shared.book.judge(&what, sent, answer, before, *session.known.lock().unwrap());
            sleep(BREATH).await;
        }
    }
}

/// Signs in at one node and out at the other. What was ended is asked about to the end, too.
async fn end_sessions(shared: Arc<Shared>, at: usize) {
    while shared.goes_on() {
        let Some(signed) = shared.sign_in(at).await else {
            sleep(BREATH * 3).await;
            continue;
        };
        let signed = Arc::new(signed);
        shared.sessions.lock().unwrap().push(Arc::clone(&signed));
        sleep(DWELL).await;
        changes(&signed.known);
        while shared.goes_on() {
            let sent = now();
            let answer = signed.by[(at + 1) % 2].sign_out().send().typed().await;
            // Refused after an attempt that was not answered: that one had ended it.
            if shared.book.ask(sent, "sign out", answer, &[401]) != Answer::None {
                is_changed(&signed.known, false);
                break;
            }
            sleep(BREATH * 3).await;
        }
    }
}

async fn write(shared: Arc<Shared>, at: usize) {
    for n in 0.. {
        if !shared.goes_on() {
            return;
        }
        let call = shared.owner[at].create_app().acct(&shared.account);
        let call = call.body_map(|app| app.name(format!("app {at}-{n}")));
        let sent = now();
        if let Some(app) = shared.book.note(sent, "write", call.send().typed().await) {
            shared.apps.lock().unwrap().push(app.into_inner().id);
        }
        sleep(BREATH * 2).await;
    }
}
