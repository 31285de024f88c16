//! Verifying keys: what is answered, what it costs, and how soon it is right on every node.

use std::sync::Arc;
use std::time::Duration;

use bailiwick_domain::accounts::AccountStatus;
use bailiwick_domain::ids::{AppId, KeyId};
use bailiwick_domain::key_text::{KeyKind, KeyText};
use bailiwick_domain::keys::{Capability, KeyStatus};
use bailiwick_domain::time::Timestamp;
use bailiwick_usecases::error::Kind;
use bailiwick_usecases::keys::{self, Place, WithSecret};
use bailiwick_usecases::{Caller, apps, jobs, keysets, sessions};

use crate::revocation::until_refused;
use crate::support::{NewKeySigner, Seat, Setup, Watch, World, at_once, instant, new_key, refusal};

async fn make(w: &World, by: &Seat, at: Place) -> (KeyId, String) {
    text(&keys::create(&w.cx, &w.by(by), at, new_key("Server")).await.unwrap())
}

fn text(made: &WithSecret) -> (KeyId, String) {
    (made.key.id, made.secret.reveal().unwrap().to_owned())
}

/// `good`, or the code of what is wrong.
async fn verify(w: &World, text: &str) -> &'static str {
    match keys::verify(&w.cx, w.any_platform(), text).await.unwrap() {
        Ok(_) => "good",
        Err(refusal) => refusal.code(),
    }
}

/// The same key with another secret, or of another kind.
fn forged(text: &str, change: impl FnOnce(&mut KeyText)) -> String {
    let mut key = KeyText::parse(text).unwrap();
    change(&mut key);
    key.to_text()
}

async fn rotate(w: &World, by: &Seat, at: Place, id: KeyId, overlap: u32) -> String {
    text(&keys::rotate(&w.cx, &w.by(by), at, id, overlap).await.unwrap()).1
}

#[tokio::test]
async fn a_good_key_is_told_with_where_it_is_and_what_it_may() {
    let w = World::new().await;
    let owner = w.sign_up("owner", "standard").await;
    let at = w.some_keyset(&owner).await;
    let (id, text) = make(&w, &owner, at).await;
    for _ in 0..2 {
        let known = keys::verify(&w.cx, w.any_platform(), &text).await.unwrap().unwrap();
        assert_eq!((known.id, known.account, known.app, known.keyset), (id, at.account, at.app, at.keyset));
        let capabilities: Vec<&str> = known.capabilities.iter().map(Capability::as_str).collect();
        assert_eq!(capabilities, ["channel:public-*:subscribe"]);
    }
    for caller in [owner.caller(), Caller::Anonymous, Caller::Operator] {
        let error = refusal(keys::verify(&w.cx, caller, &text).await);
        assert!(matches!(error.kind, Kind::Forbidden | Kind::Unauthenticated), "{error:?}");
    }
    w.finish().await;
}

#[tokio::test]
async fn each_bad_key_is_told_by_its_code() {
    let w = World::new().await;
    let owner = w.sign_up("owner", "standard").await;
    let at = w.some_keyset(&owner).await;
    let (id, first) = make(&w, &owner, at).await;
    let set = async |status| keys::update(&w.cx, &w.by(&owner), at, id, None, Some(status)).await.unwrap();
    assert_eq!(verify(&w, "nonsense").await, "malformed");
    assert_eq!(verify(&w, &format!("{first}x")).await, "malformed");
    assert_eq!(verify(&w, &forged(&first, |key| key.secret[31] ^= 1)).await, "unknown");
    assert_eq!(verify(&w, &forged(&first, |key| key.id = w.cx.ids.uuid())).await, "unknown");
    for kind in [KeyKind::Production, KeyKind::Integration] {
        assert_eq!(verify(&w, &forged(&first, |key| key.kind = kind)).await, "unknown", "{kind:?}");
    }
    let second = rotate(&w, &owner, at, id, 60).await;
    assert_eq!((verify(&w, &first).await, verify(&w, &second).await), ("good", "good"));
    w.clock.pass_seconds(60);
    assert_eq!((verify(&w, &first).await, verify(&w, &second).await), ("rotated", "good"));
    set(KeyStatus::Disabled).await;
    assert_eq!((verify(&w, &first).await, verify(&w, &second).await), ("rotated", "disabled"));
    set(KeyStatus::Active).await;
    assert_eq!(verify(&w, &second).await, "good");
    w.set_status(owner.account, AccountStatus::Closing).await;
    assert_eq!(verify(&w, &second).await, "good");
    w.set_status(owner.account, AccountStatus::Closed).await;
    assert_eq!(verify(&w, &second).await, "account_closed");
    w.set_status(owner.account, AccountStatus::Active).await;
    let third = rotate(&w, &owner, at, id, 0).await;
    assert_eq!((verify(&w, &first).await, verify(&w, &second).await), ("unknown", "rotated"));
    keys::remove(&w.cx, &w.by(&owner), at, id).await.unwrap();
    assert_eq!(verify(&w, &third).await, "unknown");
    w.finish().await;
}

#[tokio::test]
async fn a_key_is_good_until_its_time_is_over_to_the_moment() {
    let w = World::new().await;
    let owner = w.sign_up("owner", "standard").await;
    let at = w.some_keyset(&owner).await;
    let new = keys::NewKey { expires_at: Some(w.now().plus_seconds(1)), ..new_key("Server") };
    let (_, text) = text(&keys::create(&w.cx, &w.by(&owner), at, new).await.unwrap());
    w.clock.pass(Duration::from_micros(999_999));
    assert_eq!(verify(&w, &text).await, "good");
    w.clock.pass(Duration::from_micros(1));
    assert_eq!(verify(&w, &text).await, "expired");
    w.finish().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn within_the_bound_nothing_is_read_and_then_one_revision_for_all() {
    let watch = Arc::new(Watch::default());
    let w = Arc::new(World::of(Setup::watched(&watch)).await);
    let owner = w.sign_up("owner", "standard").await;
    let at = w.some_keyset(&owner).await;
    let (_, good) = make(&w, &owner, at).await;
    let ask = |text: &str| {
        let one = |_| {
            let (w, text) = (Arc::clone(&w), text.to_owned());
            async move { verify(&w, &text).await }
        };
        at_once((0..16).map(one).collect())
    };
    watch.take();
    for text in ["nonsense", &forged(&good, |key| key.kind = KeyKind::Integration)] {
        ask(text).await;
        assert_eq!(watch.take(), (0, 0), "told by the text alone");
    }
    assert_eq!(verify(&w, &good).await, "good");
    assert_eq!(watch.take(), (0, 1), "one read of a key that this node did not know");
    verify(&w, &good).await;
    watch.take();
    let wrong = forged(&good, |key| key.secret[0] ^= 1);
    assert!(ask(&good).await.iter().all(|told| *told == "good"));
    assert!(ask(&wrong).await.iter().all(|told| *told == "unknown"));
    assert_eq!(watch.take(), (0, 0), "a wrong secret of a known key costs no more");
    w.clock.pass(Duration::from_millis(250));
    ask(&good).await;
    assert_eq!(watch.take(), (1, 0), "the account's revision, once");
    let nowhere = forged(&good, |key| key.id = w.cx.ids.uuid());
    for _ in 0..2 {
        assert_eq!(verify(&w, &nowhere).await, "unknown");
        assert_eq!(watch.take(), (0, 1), "absence is never kept");
    }
    assert_eq!(watch.units.load(std::sync::atomic::Ordering::SeqCst), 0, "no unit of work");
    w.finish().await;
}

async fn stop(way: usize, w: &World, owner: &Seat, at: Place, id: KeyId) {
    let by = w.by(owner);
    match way {
        0 => keys::remove(&w.cx, &by, at, id).await.unwrap(),
        1 => keys::update(&w.cx, &by, at, id, None, Some(KeyStatus::Disabled)).await.map(drop).unwrap(),
        2 => keys::rotate(&w.cx, &by, at, id, 0).await.map(drop).unwrap(),
        3 => keysets::delete(&w.cx, &by, at.account, at.app, at.keyset).await.unwrap(),
        4 => apps::delete(&w.cx, &by, at.account, at.app).await.unwrap(),
        _ => w.set_status(at.account, AccountStatus::Closed).await,
    }
}

const STOPPED: [&str; 6] = ["unknown", "disabled", "rotated", "unknown", "unknown", "account_closed"];

#[tokio::test]
async fn what_this_node_stopped_is_refused_at_once() {
    let w = World::new().await;
    for (way, code) in STOPPED.into_iter().enumerate() {
        let owner = w.sign_up(&format!("owner{way}"), "standard").await;
        let at = w.some_keyset(&owner).await;
        let (id, text) = make(&w, &owner, at).await;
        for _ in 0..2 {
            assert_eq!(verify(&w, &text).await, "good");
        }
        stop(way, &w, &owner, at, id).await;
        assert_eq!(verify(&w, &text).await, code, "way {way}");
    }
    w.finish().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_another_node_stopped_is_refused_within_the_bound() {
    let here = World::of(Setup::running()).await;
    let there = here.another_node(Setup::running()).await;
    let mut longest = Duration::ZERO;
    for trial in 0..24 {
        let owner = here.sign_up(&format!("owner{trial}"), "standard").await;
        let at = here.some_keyset(&owner).await;
        let (id, text) = make(&here, &owner, at).await;
        let good = async || verify(&there, &text).await == "good";
        // Each trial meets the window at another place in it.
        let warm = instant();
        while warm.elapsed() < Duration::from_millis(trial * 11) || !good().await {
            assert!(good().await);
            tokio::task::yield_now().await;
        }
        let way = usize::try_from(trial).unwrap() % STOPPED.len();
        stop(way, &here, &owner, at, id).await;
        longest = longest.max(until_refused(instant(), good).await);
        assert_eq!(verify(&there, &text).await, STOPPED[way]);
    }
    println!("24 keys stopped by another node: good for at most {longest:?} after");
    here.finish().await;
}

async fn used_at(w: &World, by: &Seat, at: Place, id: KeyId) -> Option<Timestamp> {
    keys::get(&w.cx, &w.by(by), at, id).await.unwrap().last_used_at
}

#[tokio::test]
async fn a_use_is_written_down_later_and_once_a_minute() {
    let w = World::new().await;
    let owner = w.sign_up("owner", "standard").await;
    let at = w.some_keyset(&owner).await;
    let (id, text) = make(&w, &owner, at).await;
    let wrong = forged(&text, |key| key.secret[0] ^= 1);
    assert_eq!(verify(&w, &wrong).await, "unknown");
    assert!(w.cx.decisions.key_notes().take_uses().is_empty(), "a wrong secret is no use");
    let first = w.now();
    verify(&w, &text).await;
    assert_eq!(used_at(&w, &owner, at, id).await, None, "no write a call");
    jobs::mark_seen(&w.cx).await.unwrap();
    assert_eq!(used_at(&w, &owner, at, id).await, Some(first));
    let version = keys::get(&w.cx, &w.by(&owner), at, id).await.unwrap().version;
    assert_eq!(version, 1);
    w.clock.pass_seconds(59);
    verify(&w, &text).await;
    assert!(w.cx.decisions.key_notes().take_uses().is_empty());
    w.clock.pass_seconds(1);
    verify(&w, &text).await;
    jobs::mark_seen(&w.cx).await.unwrap();
    assert_eq!(used_at(&w, &owner, at, id).await, Some(first.plus_seconds(60)));
    w.finish().await;
}

#[tokio::test]
async fn keys_outlive_a_change_of_the_deployments_key_when_they_are_used_meanwhile() {
    let old = World::new().await;
    let owner = old.sign_up("owner", "standard").await;
    let at = old.some_keyset(&owner).await;
    let (used, idle) = (make(&old, &owner, at).await.1, make(&old, &owner, at).await.1);
    let (id, former) = make(&old, &owner, at).await;
    let latest = rotate(&old, &owner, at, id, 3600).await;
    let machine = old.integrate(&owner, vec![]).await.unwrap();
    let key = old.new_key(&owner, machine.id).await.unwrap();
    let machines = key.secret.reveal().unwrap();
    let comes = async |w: &World| sessions::authenticate(&w.cx, Some(machines)).await.is_ok();
    let signer = |accepts_old| Setup { signer: Arc::new(NewKeySigner { accepts_old }), ..Setup::default() };
    let both = old.another_node(signer(true)).await;
    assert_eq!((verify(&both, &used).await, verify(&old, &idle).await), ("good", "good"));
    // Both secrets of one key, within the minute in which its use counts once.
    assert_eq!((verify(&both, &former).await, verify(&both, &latest).await), ("good", "good"));
    assert!(comes(&both).await);
    jobs::mark_seen(&both.cx).await.unwrap();
    assert_eq!((verify(&both, &former).await, verify(&both, &latest).await), ("good", "good"));
    assert!(both.cx.decisions.key_notes().take_hashes(9).is_empty(), "what is written is noted no more");
    let new = old.another_node(signer(false)).await;
    assert_eq!((verify(&new, &used).await, verify(&new, &idle).await), ("good", "unknown"));
    assert_eq!((verify(&new, &former).await, verify(&new, &latest).await), ("good", "good"));
    assert!(comes(&new).await);
    old.finish().await;
}

#[tokio::test]
async fn an_id_of_another_kind_is_no_key() {
    let w = World::new().await;
    let owner = w.sign_up("owner", "standard").await;
    let app = w.app(&owner, "one").await;
    let text = KeyText { kind: KeyKind::Testing, id: AppId::new(app.key).uuid(), secret: [0; 32] }.to_text();
    assert_eq!(verify(&w, &text).await, "unknown");
    w.finish().await;
}
