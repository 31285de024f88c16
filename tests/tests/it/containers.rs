//! The server on the images of PostgreSQL and Redis that its users run. These tests need a Docker engine:
//! `cargo xtask test` brings one where it can, and says so where it can't.

use bailiwick_client::{Client, Typed};
use tempfile::TempDir;
use testcontainers_modules::postgres::Postgres;
use testcontainers_modules::redis::Redis;
use testcontainers_modules::testcontainers::core::Image;
use testcontainers_modules::testcontainers::runners::AsyncRunner;
use testcontainers_modules::testcontainers::{ContainerAsync, ContainerRequest, ImageExt};

use crate::server::Server;
use crate::ten_steps::may;

/// A server and what it stands on; all of it ends with this value.
struct Deployment {
    server: Server,
    _folder: TempDir,
    redis: ContainerAsync<Redis>,
    _postgres: ContainerAsync<Postgres>,
}

/// An image by the name that a variable gives it, labelled so that what a killed test leaves behind is found.
fn request<I: Image>(image: I, variable: &str, usual: &str) -> ContainerRequest<I> {
    let full = std::env::var(variable).unwrap_or_else(|_| usual.to_owned());
    let (name, tag) = full.rsplit_once(':').unwrap_or((&full, "latest"));
    let run = std::env::var("BAILIWICK_TEST_RUN").unwrap_or_else(|_| "by-hand".to_owned());
    // A network of its own, since an engine may have no other to publish ports from.
    let network = format!("bailiwick-{run}-{}", std::process::id());
    image.with_name(name).with_tag(tag).with_network(network).with_label("bailiwick.test", run)
}

impl Deployment {
    async fn start() -> Self {
        let postgres = request(
            Postgres::default().with_host_auth(),
            "BAILIWICK_TEST_POSTGRES_IMAGE",
            "postgres:17-alpine",
        );
        let redis = request(Redis::default(), "BAILIWICK_TEST_REDIS_IMAGE", "redis:7-alpine");
        let postgres = postgres.start().await.expect("a Docker engine starts PostgreSQL");
        let redis = redis.start().await.expect("a Docker engine starts Redis");
        let folder = tempfile::tempdir().unwrap();
        // In the file, so that the commands of the binary stand on the same servers.
        let settings = format!(
            "database_url = \"postgres://postgres@{}:{}/postgres\"\nredis_url = \"redis://{}:{}\"\n",
            postgres.get_host().await.unwrap(),
            postgres.get_host_port_ipv4(5432).await.unwrap(),
            redis.get_host().await.unwrap(),
            redis.get_host_port_ipv4(6379).await.unwrap(),
        );
        std::fs::write(folder.path().join("bailiwick.toml"), settings).unwrap();
        Self { server: Server::start(folder.path()), _folder: folder, redis, _postgres: postgres }
    }
}

/// Whether the session of a client stands.
async fn is_signed_in(client: &Client) -> bool {
    match client.get_me().send().typed().await {
        Ok(_) => true,
        Err(refused) if refused.status().is_some_and(|status| status == 401) => false,
        Err(other) => panic!("{other}"),
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_member_is_invited_decided_upon_and_removed() {
    let all = Deployment::start().await;
    let back_end = all.server.back_end();
    let (ada, made) = all.server.sign_up("ada@example.com", "ably").await;
    let acct = &made.account.id;
    let joined = all.server.join(&ada, acct, "bob@example.com", "admin").await;
    let (bob, user) =
        (all.server.client(joined.session.unwrap().token.as_deref()), joined.member.user.unwrap());
    assert!(is_signed_in(&bob).await);
    assert!(may(&back_end, &user.id, "member.invite", acct).await);
    ada.remove_member().acct(acct).mbr(&joined.member.id).send().typed().await.unwrap();
    assert!(!may(&back_end, &user.id, "member.invite", acct).await);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_redis_that_stands_still_throws_nobody_out_and_lets_nobody_back_in() {
    let all = Deployment::start().await;
    let (kept, _) = all.server.sign_up("ada@example.com", "ably").await;
    let anyone = all.server.client(None);
    let call = anyone.sign_in().body_map(|body| body.email("ada@example.com").password("correct horse"));
    let ended = all.server.client(call.send().typed().await.unwrap().token.as_deref());
    assert!(is_signed_in(&kept).await && is_signed_in(&ended).await);
    all.redis.pause().await.unwrap();
    assert!(is_signed_in(&kept).await);
    ended.sign_out().send().typed().await.unwrap();
    assert!(!is_signed_in(&ended).await);
    all.redis.unpause().await.unwrap();
    assert!(!is_signed_in(&ended).await);
    assert!(is_signed_in(&kept).await);
}
