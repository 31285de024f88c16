//! Service integrations and their keys, changed while their makers are, by many at once and on two nodes.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use bailiwick_domain::audit::AuditEvent;
use bailiwick_domain::ids::IntegrationId;
use bailiwick_domain::integrations::{Integration, MOST_INTEGRATIONS, MOST_KEYS};
use bailiwick_domain::resources::ResourceRef;
use bailiwick_usecases::error::Kind;
use bailiwick_usecases::integrations::{self, NewKey};
use bailiwick_usecases::{Result, apps, members, sessions};
use futures::future::BoxFuture;
use tokio::sync::Barrier;

use crate::support::{Machine, Seat, World, at_once, code, grants};

/// For how long a node believes what it read.
const BELIEVED: Duration = Duration::from_millis(250);

/// What takes the role `billing` from a maker who is an admin, too.
#[derive(Debug, Clone, Copy)]
enum Taking {
    /// With the right to manage integrations.
    Demotion,
    /// Without it.
    Narrowing,
    Suspension,
}

const TAKINGS: [Taking; 3] = [Taking::Demotion, Taking::Narrowing, Taking::Suspension];

impl Taking {
    async fn take(self, w: &World, owner: &Seat, maker: &Seat) -> Result<()> {
        let taken = match self {
            Self::Demotion => w.put(owner, maker.member, grants(&["developer"])).await,
            Self::Narrowing => w.put(owner, maker.member, grants(&["admin"])).await,
            Self::Suspension => w.suspend(owner, maker.member, true).await,
        };
        taken.map(drop)
    }
    /// The last of an account's events that tells of it.
    fn event(self, events: &[AuditEvent], maker: &Seat) -> usize {
        let action = match self {
            Self::Demotion | Self::Narrowing => "member.grants_changed",
            Self::Suspension => "member.suspended",
        };
        last(events, action, &maker.member.to_string()).unwrap()
    }
    /// What a maker is told who gives it afterwards.
    const fn refusal(self) -> &'static str {
        match self {
            Self::Demotion | Self::Suspension => "permission_denied",
            Self::Narrowing => "exceeds_maker",
        }
    }
}

/// The last event of an action on something.
fn last(events: &[AuditEvent], action: &str, target: &str) -> Option<usize> {
    events.iter().rposition(|event| event.action == action && event.target.id.as_deref() == Some(target))
}

/// How a maker gives an integration the role `billing`.
#[derive(Debug, Clone, Copy)]
enum Giving {
    Creation,
    Replacement,
}

impl Giving {
    async fn give(self, w: &World, maker: &Seat, held: IntegrationId) -> Result<Integration> {
        let asked = grants(&["billing"]);
        match self {
            Self::Creation => w.integrate(maker, asked).await,
            Self::Replacement => {
                integrations::put_grants(&w.cx, &w.by(maker), maker.account, held, asked).await
            }
        }
    }
    const fn action(self) -> &'static str {
        match self {
            Self::Creation => "integration.created",
            Self::Replacement => "integration.grants_changed",
        }
    }
}

/// What an integration may at the account, and its maker not, as a node says.
async fn beyond_its_maker(w: &World, id: IntegrationId, maker: &Seat) -> Vec<String> {
    let account = ResourceRef::account(maker.account);
    let model = Arc::clone(w.cx.models.get("ably", None).unwrap());
    let mut beyond = Vec::new();
    for permission in model.permissions() {
        if w.machine_may(id, &permission.id, &account).await && !w.may(maker, &permission.id).await {
            beyond.push(permission.id.clone());
        }
    }
    beyond
}

/// A maker's part of an account, before a round: they hold `admin` and `billing`, and both nodes know it. What they give is
/// the integration's that this makes.
async fn prepare(nodes: &[Arc<World>; 2], owner: &Seat, maker: &Seat) -> IntegrationId {
    let w = &nodes[0];
    w.put(owner, maker.member, grants(&["admin", "billing"])).await.unwrap();
    let held = w.integrate(maker, grants(&["developer"])).await.unwrap().id;
    let account = ResourceRef::account(maker.account);
    for node in nodes {
        node.clock.pass(BELIEVED);
        assert!(node.may(maker, "invoice.view").await && node.machine_may(held, "app.view", &account).await);
    }
    held
}

/// An owner takes on one node while the maker gives on another, or the same; what came of the giving.
async fn meet(
    (takes, taking, owner): (&Arc<World>, Taking, &Seat),
    (gives, giving, maker): (&Arc<World>, Giving, &Seat),
    held: IntegrationId,
) -> Result<Integration> {
    let (takes, gives, owner) = (Arc::clone(takes), Arc::clone(gives), owner.clone());
    let (from, to) = (maker.clone(), maker.clone());
    let outcomes = at_once::<BoxFuture<'static, Result<Option<Integration>>>>(vec![
        Box::pin(async move { taking.take(&takes, &owner, &from).await.map(|()| None) }),
        Box::pin(async move { giving.give(&gives, &to, held).await.map(Some) }),
    ])
    .await;
    let [taken, given] = <[_; 2]>::try_from(outcomes).unwrap();
    taken.unwrap();
    given.map(Option::unwrap)
}

/// One gives while the other takes, each on either node. What was given was the maker's to give then, and no integration
/// has more than they afterwards.
async fn given_while_it_is_taken(giving: Giving) {
    let nodes = World::two().await;
    let w = &nodes[0];
    let owner = w.sign_up("owner", "ably").await;
    let maker = w.join(&owner, "maker", grants(&["admin"])).await;
    let account = ResourceRef::account(owner.account);
    let mut before = 0;
    for round in 0..24 {
        let taking = TAKINGS[round % 3];
        let met = format!("{giving:?} and {taking:?} in round {round}");
        let held = prepare(&nodes, &owner, &maker).await;
        let (takes, gives) = (&nodes[round % 2], &nodes[round / 2 % 2]);
        let given = meet((takes, taking, &owner), (gives, giving, &maker), held).await;
        // The node that took knows at once, the other one in a while.
        nodes[(round + 1) % 2].clock.pass(BELIEVED);
        let made = match given {
            Ok(Integration { id, .. }) => {
                let events = w.all_events(owner.account).await;
                let at = last(&events, giving.action(), &id.to_string()).unwrap();
                assert!(at < taking.event(&events, &maker), "{met}");
                before += 1;
                id
            }
            Err(refused) => {
                let told = (refused.kind, refused.code.as_str());
                assert_eq!(told, (Kind::Forbidden, taking.refusal()), "{met}");
                let left = integrations::get(&w.cx, &w.by(&owner), owner.account, held).await.unwrap();
                assert_eq!(left.grants[0].role, "developer", "a refusal changes nothing");
                held
            }
        };
        for node in &nodes {
            assert!(!node.machine_may(made, "invoice.view", &account).await, "{met}");
            assert_eq!(beyond_its_maker(node, made, &maker).await, [""; 0], "{met}");
        }
        if let Taking::Suspension = taking {
            w.suspend(&owner, maker.member, false).await.unwrap();
        }
    }
    println!("{giving:?} came first {before} of 24 times");
    w.finish().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn an_integration_that_is_made_while_its_maker_loses_something_never_has_it() {
    given_while_it_is_taken(Giving::Creation).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn an_integration_that_is_given_what_its_maker_loses_meanwhile_never_has_it() {
    given_while_it_is_taken(Giving::Replacement).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn no_key_of_a_former_maker_outlives_a_take_over_that_it_meets() {
    let nodes = World::two().await;
    let w = &nodes[0];
    let owner = w.sign_up("owner", "ably").await;
    let admin = w.join(&owner, "admin", grants(&["admin"])).await;
    let id = w.integrate(&owner, vec![]).await.unwrap().id;
    let mut before = 0;
    for round in 0..24 {
        let (maker, taker) = if round % 2 == 0 { (&owner, &admin) } else { (&admin, &owner) };
        let text = |made: NewKey| made.secret.reveal().unwrap().to_owned();
        let known = text(w.new_key(maker, id).await.unwrap());
        for node in &nodes {
            sessions::authenticate(&node.cx, Some(&known)).await.unwrap();
        }
        let (makes, takes) = (Arc::clone(&nodes[round / 2 % 2]), Arc::clone(&nodes[round / 4 % 2]));
        takes.clock.pass(BELIEVED);
        let mut work: Vec<BoxFuture<'static, Result<Option<NewKey>>>> = Vec::new();
        let (node, by) = (Arc::clone(&takes), taker.clone());
        work.push(Box::pin(async move {
            let taken = integrations::take_over(&node.cx, &node.by(&by), by.account, id).await?;
            assert!(taken.is_made_by(by.member));
            Ok(None)
        }));
        let by = maker.clone();
        work.push(Box::pin(async move { makes.new_key(&by, id).await.map(Some) }));
        // Whoever reads the known key meanwhile must not keep it for afterwards.
        for _ in 0..6 {
            let (node, known) = (Arc::clone(&takes), known.clone());
            work.push(Box::pin(
                async move { sessions::authenticate(&node.cx, Some(&known)).await.map(|_| None) },
            ));
        }
        let mut outcomes = at_once(work).await.into_iter();
        outcomes.next().unwrap().unwrap();
        let mut texts = vec![known];
        match outcomes.next().unwrap() {
            Ok(made) => {
                texts.push(text(made.unwrap()));
                before += 1;
            }
            Err(refused) => assert_eq!(refused.code, "not_the_maker"),
        }
        for refused in outcomes.filter(Result::is_err) {
            assert_eq!(code(refused), "unauthenticated");
        }
        nodes[(round / 4 + 1) % 2].clock.pass(BELIEVED);
        for node in &nodes {
            for text in &texts {
                let found = sessions::authenticate(&node.cx, Some(text)).await;
                assert_eq!(code(found), "unauthenticated", "in round {round}");
            }
        }
        let left = integrations::list_keys(&w.cx, &w.by(&owner), owner.account, id, None, 9).await.unwrap();
        assert_eq!(left.items, [], "in round {round}");
    }
    println!("the key came first {before} of 24 times");
    w.finish().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn of_integrations_that_are_made_at_once_at_the_edge_as_many_are_made_as_fit() {
    const ROOM: usize = 3;
    let nodes = World::two().await;
    let w = &nodes[0];
    let owner = w.sign_up("owner", "standard").await;
    w.integrate(&owner, vec![]).await.unwrap();
    w.copy_integration(MOST_INTEGRATIONS - 1 - ROOM).await;
    let make = |at: usize| {
        let (w, owner) = (Arc::clone(&nodes[at % 2]), owner.clone());
        async move { w.integrate(&owner, vec![]).await }
    };
    let outcomes = at_once((0..24).map(make).collect()).await;
    assert_eq!(outcomes.iter().filter(|outcome| outcome.is_ok()).count(), ROOM);
    for refused in outcomes.into_iter().filter(Result::is_err) {
        assert_eq!(code(refused), "too_many_integrations");
    }
    assert_eq!(w.texts("SELECT name FROM integrations").await.len(), MOST_INTEGRATIONS);
    w.finish().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn of_keys_that_are_made_at_once_three_are_made() {
    let w = std::sync::Arc::new(World::new().await);
    let owner = w.sign_up("owner", "standard").await;
    let made = w.integrate(&owner, vec![]).await.unwrap();
    let make = |_| {
        let (w, owner) = (std::sync::Arc::clone(&w), owner.clone());
        async move { w.new_key(&owner, made.id).await }
    };
    let outcomes = crate::support::at_once((0..12).map(make).collect()).await;
    let made_keys = outcomes.iter().filter(|outcome| outcome.is_ok()).count();
    assert_eq!(made_keys, MOST_KEYS);
    for refused in outcomes.into_iter().filter(Result::is_err) {
        assert_eq!(code(refused), "too_many_keys");
    }
    w.finish().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn a_key_that_is_made_while_its_maker_is_removed_is_good_for_nothing() {
    let w = std::sync::Arc::new(World::new().await);
    let owner = w.sign_up("owner", "ably").await;
    let account = ResourceRef::account(owner.account);
    for round in 0..6 {
        let admin = w.join(&owner, &format!("admin{round}"), grants(&["admin"])).await;
        let made = w.integrate(&admin, grants(&["admin"])).await.unwrap();
        let (one, other) = (std::sync::Arc::clone(&w), std::sync::Arc::clone(&w));
        let (maker, remover, gone) = (admin.clone(), owner.clone(), admin.member);
        let key = tokio::spawn(async move { one.new_key(&maker, made.id).await });
        let removal = tokio::spawn(async move { other.remove(&remover, gone).await });
        removal.await.unwrap().unwrap();
        if let Err(refused) = key.await.unwrap() {
            assert_eq!(refused.code, "not_found");
        }
        assert!(!w.machine_may(made.id, "app.view", &account).await);
    }
    w.finish().await;
}

/// Something that an integration does by its key; whether it was let.
type Act = Box<dyn Fn() -> BoxFuture<'static, bool> + Send>;

fn is_let<T>(outcome: Result<T>) -> bool {
    match outcome {
        Ok(_) => true,
        Err(refused) => {
            assert_eq!((refused.kind, refused.code.as_str()), (Kind::Forbidden, "permission_denied"));
            false
        }
    }
}

/// Writes, reads, and asks for decisions.
fn acts(w: &Arc<World>, seat: &Seat, machine: &Machine) -> [Act; 3] {
    let (account, member) = (seat.account, seat.member);
    let each = || (Arc::clone(w), machine.clone());
    let ((writes, of_writes), (reads, of_reads), (asks, of_asks)) = (each(), each(), each());
    [
        Box::new(move || {
            let (w, call) = (Arc::clone(&writes), writes.by_machine(&of_writes));
            Box::pin(async move { is_let(apps::create(&w.cx, &call, account, "one".to_owned()).await) })
        }),
        Box::new(move || {
            let (w, call) = (Arc::clone(&reads), reads.by_machine(&of_reads));
            Box::pin(async move { is_let(members::get(&w.cx, &call, account, member).await) })
        }),
        Box::new(move || {
            let (w, id) = (Arc::clone(&asks), of_asks.id);
            let account = ResourceRef::account(account);
            Box::pin(async move { w.machine_may(id, "app.view", &account).await })
        }),
    ]
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn a_key_that_acts_all_the_while_does_nothing_more_once_its_makers_removal_is_answered() {
    let w = Arc::new(World::new().await);
    let owner = w.sign_up("owner", "ably").await;
    for round in 0..8 {
        let maker = w.join(&owner, &format!("maker{round}"), grants(&["admin"])).await;
        let machine = w.machine(&maker, grants(&["admin"])).await;
        let (begun, answered) = (Arc::new(Barrier::new(4)), Arc::new(AtomicBool::new(false)));
        let mut work: Vec<BoxFuture<'static, ()>> = Vec::new();
        for (act, what) in acts(&w, &owner, &machine).into_iter().zip(["writing", "reading", "a decision"]) {
            let (begun, answered) = (Arc::clone(&begun), Arc::clone(&answered));
            work.push(Box::pin(async move {
                assert!(act().await, "{what} before anything is removed");
                begun.wait().await;
                loop {
                    let is_late = answered.load(Ordering::SeqCst);
                    let is_let = act().await;
                    assert!(!(is_late && is_let), "{what} after the answer, in round {round}");
                    if is_late {
                        return;
                    }
                    tokio::task::yield_now().await;
                }
            }));
        }
        let (node, by, gone) = (Arc::clone(&w), owner.clone(), maker.member);
        work.push(Box::pin(async move {
            begun.wait().await;
            let told = node.remove_telling(&by, gone).await.unwrap();
            answered.store(true, Ordering::SeqCst);
            assert_eq!((told.integrations.len(), told.keys), (1, 1));
        }));
        at_once(work).await;
        let events = w.all_events(owner.account).await;
        let removed = last(&events, "member.removed", &maker.member.to_string()).unwrap();
        let name = Some(machine.id.to_string());
        let acted = events.iter().rposition(|event| event.actor.id == name).unwrap();
        assert!(acted < removed, "it wrote after the removal in round {round}");
    }
    w.finish().await;
}
