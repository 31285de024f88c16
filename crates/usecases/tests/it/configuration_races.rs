//! Apps' configurations, changed on two nodes at once, and while their app is deleted.

use std::sync::Arc;

use bailiwick_domain::ids::AppId;
use bailiwick_usecases::error::{Kind, Result};
use bailiwick_usecases::{apps, configuration};
use futures::future::BoxFuture;
use serde_json::{Map, Value};

use crate::support::{World, at_once, refusal};

/// A document that says who wrote it.
fn written_by(writer: usize, round: usize) -> Map<String, Value> {
    [("writer".to_owned(), writer.into()), ("round".to_owned(), round.into())].into_iter().collect()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn of_two_changes_by_one_version_on_two_nodes_one_is_the_next_version() {
    let nodes = World::two().await;
    let w = &nodes[0];
    let owner = w.sign_up("owner", "ably").await;
    let app = AppId::new(w.app(&owner, "shop").await.key);
    for round in 0..16 {
        let put = |writer: usize| {
            let (w, owner) = (Arc::clone(&nodes[writer]), owner.clone());
            async move {
                let call = w.by_if(&owner, round as u64);
                configuration::put(&w.cx, &call, owner.account, app, written_by(writer, round)).await
            }
        };
        let (won, lost): (Vec<_>, Vec<_>) =
            at_once(vec![put(0), put(1)]).await.into_iter().partition(Result::is_ok);
        assert_eq!((won.len(), lost.len()), (1, 1), "in round {round}");
        for refused in lost {
            let refused = refusal(refused);
            assert_eq!((refused.kind, refused.code.as_str()), (Kind::Stale, "stale_version"));
        }
        let newest = configuration::get(&w.cx, &w.by(&owner), owner.account, app).await.unwrap();
        assert_eq!(newest, won.into_iter().next().unwrap().ok());
        let kept = configuration::versions(&w.cx, &w.by(&owner), owner.account, app, None, 99).await.unwrap();
        assert_eq!((kept.items.len(), kept.items[0].number), (round + 1, round as u64 + 1));
    }
    let changed = w.actions(owner.account).await;
    assert_eq!(changed.iter().filter(|action| *action == "app.configuration_changed").count(), 16);
    w.finish().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn changes_that_meet_their_apps_deletion_leave_nothing_of_it() {
    let nodes = World::two().await;
    let w = &nodes[0];
    let owner = w.sign_up("owner", "ably").await;
    let mut before = 0;
    for round in 0..16 {
        let resource = w.app(&owner, "shop").await;
        let app = AppId::new(resource.key);
        configuration::put(&w.cx, &w.by(&owner), owner.account, app, written_by(99, round)).await.unwrap();
        let mut work: Vec<BoxFuture<'static, Result<()>>> = Vec::new();
        let (node, by) = (Arc::clone(&nodes[round % 2]), owner.clone());
        work.push(Box::pin(async move { apps::delete(&node.cx, &node.by(&by), by.account, app).await }));
        for writer in 0..6 {
            let (node, by) = (Arc::clone(&nodes[writer % 2]), owner.clone());
            work.push(Box::pin(async move {
                let document = written_by(writer, round);
                configuration::put(&node.cx, &node.by(&by), by.account, app, document).await.map(drop)
            }));
        }
        for node in &nodes {
            let (node, by) = (Arc::clone(node), owner.clone());
            work.push(Box::pin(async move {
                configuration::get(&node.cx, &node.by(&by), by.account, app).await?;
                configuration::versions(&node.cx, &node.by(&by), by.account, app, None, 9).await.map(drop)
            }));
        }
        let outcomes = at_once(work).await;
        assert_eq!(outcomes[0], Ok(()));
        for refused in outcomes.iter().filter_map(|outcome| outcome.as_ref().err()) {
            assert_eq!((refused.kind, refused.code.as_str()), (Kind::NotFound, "not_found"), "{refused:?}");
        }
        before += outcomes[1..7].iter().filter(|outcome| outcome.is_ok()).count();
        assert_eq!(w.texts("SELECT 'x' FROM app_configurations").await, [""; 0], "in round {round}");
        let actions = w.actions(owner.account).await;
        assert_eq!(actions.last().unwrap(), "app.deleted", "nothing was changed after it");
    }
    println!("{before} of 96 changes came before the deletion");
    w.finish().await;
}
