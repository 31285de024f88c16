//! Nodes that share copies of sessions in Redis: nobody who was shut out gets in, and nobody is thrown out, whatever
//! becomes of Redis.

use std::cell::Cell;
use std::sync::Arc;
use std::time::Duration;

use bailiwick_adapter_redis::{RedisOptions, RedisServer, RedisSessionCache};
use bailiwick_ports::session_cache::SessionCache;
use bailiwick_usecases::{sessions, tokens};

use crate::private::{PrivateRedis, Road};
use crate::revocation::until_refused;
use crate::support::{Seat, Setup, TestSigner, Watch, World, instant};

const MAX_AGE: Duration = Duration::from_millis(250);

/// Counts the copies that lie in Redis, without the marks.
const COPIES: &str = "EVAL \"local copies = 0 for _, key in ipairs(redis.call('KEYS', 'bailiwick:session:*')) do \
                      if redis.call('STRLEN', key) > 0 then copies = copies + 1 end end return copies\" 0";

/// For tests that are about copies and not about time.
fn patient() -> RedisOptions {
    RedisOptions { answer: Duration::from_secs(5), link: Duration::from_secs(5), ..RedisOptions::default() }
}

async fn allowed(world: &World, token: &str) -> bool {
    match sessions::authenticate(&world.cx, Some(token)).await {
        Ok(_) => true,
        Err(error) if error.code == "unauthenticated" => false,
        Err(error) => panic!("{error:?}"),
    }
}

async fn end(world: &World, seat: &Seat) {
    sessions::revoke(&world.cx, &world.by(seat), None).await.unwrap();
}

#[tokio::test]
async fn a_session_is_read_from_its_row_once_for_all_nodes() {
    let redis = PrivateRedis::start().await;
    let (one, two) = (Arc::new(Watch::default()), Arc::new(Watch::default()));
    let here = World::of(Setup::watched(&one).sharing(redis.url(), patient())).await;
    let there = here.another_node(Setup::watched(&two).sharing(redis.url(), patient())).await;
    let ada = here.sign_up("ada", "standard").await;
    one.take();
    for round in 0..3 {
        assert!(allowed(&here, &ada.token).await && allowed(&there, &ada.token).await);
        let row = u64::from(round == 0);
        assert_eq!(one.take().1, 1 + row, "the epoch, and the row at first");
        assert_eq!(two.take().1, 1, "the epoch alone");
        assert!(allowed(&here, &ada.token).await && allowed(&there, &ada.token).await);
        assert_eq!((one.take().1, two.take().1), (0, 0), "believed without a question");
        here.clock.pass(MAX_AGE);
        there.clock.pass(MAX_AGE);
    }
    end(&here, &ada).await;
    assert!(!allowed(&here, &ada.token).await && !allowed(&there, &ada.token).await);
    here.finish().await;
}

#[tokio::test]
async fn a_slow_reader_does_not_put_back_what_was_ended() {
    let redis = PrivateRedis::start().await;
    for shares in [true, false] {
        let watch = Arc::new(Watch::default());
        // A node that shares nothing, or can't, makes every copy worthless.
        let setup = Setup::default();
        let here = if shares { setup.sharing(redis.url(), patient()) } else { setup };
        let here = Arc::new(World::of(here).await);
        let slow = here.another_node(Setup::watched(&watch).sharing(redis.url(), patient())).await;
        let ada = here.sign_up("ada", "standard").await;
        let (ends, seat) = (Arc::clone(&here), ada.clone());
        watch.after_session(async move { end(&ends, &seat).await }).await;
        assert!(allowed(&slow, &ada.token).await, "it was read before it was ended");
        let third = here.another_node(Setup::default().sharing(redis.url(), patient())).await;
        assert!(!allowed(&third, &ada.token).await);
        slow.clock.pass(MAX_AGE);
        assert!(!allowed(&slow, &ada.token).await);
        here.finish().await;
    }
}

#[tokio::test]
async fn a_mark_throws_nobody_out_whose_row_is_there() {
    let redis = PrivateRedis::start().await;
    let here = World::of(Setup::default().sharing(redis.url(), patient())).await;
    let there = here.another_node(Setup::default().sharing(redis.url(), patient())).await;
    let ada = here.sign_up("ada", "standard").await;
    assert!(allowed(&here, &ada.token).await);
    let options = RedisOptions { settle: Duration::ZERO, ..patient() };
    let server = RedisServer::open(redis.url(), options, Arc::clone(&here.cx.clock)).await;
    // As a revocation does that does not come to its commit.
    let copies = RedisSessionCache::new(server, Arc::new(TestSigner));
    assert!(copies.end(&[tokens::hash(&ada.token)]).await);
    for _ in 0..3 {
        assert!(allowed(&here, &ada.token).await && allowed(&there, &ada.token).await);
        here.clock.pass(MAX_AGE);
        there.clock.pass(MAX_AGE);
    }
    here.finish().await;
}

/// Two nodes on one store and one Redis, each with a road of its own to it.
struct Nodes {
    redis: PrivateRedis,
    roads: [Road; 2],
    here: Arc<World>,
    there: Arc<World>,
    ada: Seat,
    /// Tokens of sessions that were ended.
    ended: Vec<String>,
    longest: Duration,
}

impl Nodes {
    async fn start() -> Self {
        let redis = PrivateRedis::start().await;
        let roads = [Road::to(&redis).await, Road::to(&redis).await];
        let setup = |road: &Road| Setup::running().sharing(road.url(), RedisOptions::default());
        let here = Arc::new(World::of(setup(&roads[0])).await);
        let there = Arc::new(here.another_node(setup(&roads[1])).await);
        let ada = here.sign_up("ada", "standard").await;
        Self { redis, roads, here, there, ada, ended: Vec::new(), longest: Duration::ZERO }
    }

    /// A session that both nodes know, with a copy where there can be one.
    async fn known(&self) -> (bailiwick_domain::ids::SessionId, String) {
        let new = self.here.sign_in("ada").await.unwrap();
        let token = new.token.reveal().unwrap().to_owned();
        assert!(allowed(&self.here, &token).await && allowed(&self.there, &token).await);
        (new.id, token)
    }

    /// Ends sessions on one node, of which the other hears nothing but by what is shared.
    async fn trials(&mut self, times: usize) {
        for _ in 0..times {
            let (id, token) = self.known().await;
            sessions::revoke(&self.here.cx, &self.here.by(&self.ada), Some(id)).await.unwrap();
            let since = instant();
            assert!(!allowed(&self.here, &token).await, "and by itself at once");
            let took = until_refused(since, async || allowed(&self.there, &token).await).await;
            self.longest = self.longest.max(took);
            self.ended.push(token);
        }
    }

    async fn answer(&self, expected: [bool; 2]) {
        let since = instant();
        let nodes = [&self.here, &self.there];
        let answers = || nodes.map(|node| node.cx.decisions.shared_sessions_answer());
        while answers() != expected.map(Some) {
            assert!(since.elapsed() < Duration::from_secs(20), "{:?}, not {expected:?}", answers());
            tokio::time::sleep(Duration::from_millis(5)).await;
        }
    }

    /// For longer than anything is believed, no session that was ended is known again.
    async fn none_comes_back(&self) {
        let since = instant();
        while since.elapsed() < MAX_AGE * 2 {
            for token in &self.ended {
                assert!(!allowed(&self.here, token).await && !allowed(&self.there, token).await);
            }
        }
    }

    async fn everything_that_happens_to_redis(&mut self) {
        self.answer([true, true]).await;
        self.trials(5).await;

        let (id, token) = self.known().await;
        assert_eq!(self.redis.say("SAVE").await, "+OK\r\n");
        sessions::revoke(&self.here.cx, &self.here.by(&self.ada), Some(id)).await.unwrap();
        until_refused(instant(), async || allowed(&self.there, &token).await).await;
        self.ended.push(token);
        self.redis.kill();
        self.trials(3).await;
        self.answer([false, false]).await;
        self.redis.start_again().await;
        assert_ne!(self.redis.say(COPIES).await, ":0\r\n", "a copy came back from the disk");
        self.answer([true, true]).await;
        self.none_comes_back().await;
        self.trials(3).await;

        self.redis.pause();
        self.trials(3).await;
        self.redis.resume();
        self.answer([true, true]).await;
        self.none_comes_back().await;

        for (road, answers) in [(0, [false, true]), (1, [true, false])] {
            self.trials(1).await;
            self.roads[road].cut();
            self.trials(3).await;
            self.answer(answers).await;
            self.trials(3).await;
            self.roads[road].mend();
            self.answer([true, true]).await;
            self.none_comes_back().await;
        }
        self.trials(3).await;
    }
}

/// Asks both nodes about sessions that live, until it is told to stop; how often.
async fn stay_alive(nodes: [&World; 2], tokens: &[String], stop: &Cell<bool>) -> u64 {
    let mut asked = 0;
    while !stop.get() {
        for token in tokens {
            for node in nodes {
                assert!(allowed(node, token).await, "thrown out, after {asked} questions");
                asked += 1;
            }
        }
        tokio::time::sleep(Duration::from_millis(2)).await;
    }
    asked
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn whatever_becomes_of_redis_the_ended_are_refused_within_the_bound_and_the_living_never() {
    let mut nodes = Nodes::start().await;
    let mut living = vec![nodes.ada.token.clone()];
    for _ in 0..4 {
        living.push(nodes.known().await.1);
    }
    let (here, there, stop) = (Arc::clone(&nodes.here), Arc::clone(&nodes.there), Cell::new(false));
    let happens = async {
        nodes.everything_that_happens_to_redis().await;
        stop.set(true);
    };
    let ((), asked) = futures::join!(happens, stay_alive([&here, &there], &living, &stop));
    println!(
        "{} sessions ended: known elsewhere for at most {:?} after; {asked} questions about the living, none refused",
        nodes.ended.len(),
        nodes.longest
    );
    nodes.here.finish().await;
}
