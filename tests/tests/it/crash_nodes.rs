//! The power cut of a node, and of the PostgreSQL under two of them: what either acknowledged is there afterwards.

use std::sync::{Arc, Mutex};
use std::time::Duration;

use crate::crash::{Acknowledged, change_role, check, every_mail_arrives, invite, kills, make_apps};
use crate::nodes::Nodes;
use crate::parts::{Disk, Keeps};

/// Kills one thing and starts it again; which, the round says.
async fn kill(nodes: &mut Nodes, round: u64) {
    match round % 4 {
        0 => nodes.kill_node(0),
        2 => nodes.kill_node(1),
        1 => {
            nodes.postgres.kill();
            nodes.postgres.start_again().await;
        }
        _ => {
            nodes.postgres.stop_at_once();
            nodes.postgres.start_again().await;
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn nothing_acknowledged_is_lost_when_a_node_or_its_database_is_killed_under_writes() {
    let mut nodes = Nodes::on(Disk::Waited, Keeps::Nothing).await;
    let (ada, made) = nodes.node(0).sign_up("ada@example.com", "ably").await;
    let token = made.session.token.as_deref();
    let acct = made.account.id;
    let mbr = nodes.node(1).join(&ada, &acct, "bob@example.com", "developer").await.member.id;
    let done = Arc::new(Mutex::new(Acknowledged {
        role: Some("developer"),
        database_goes: true,
        ..Acknowledged::default()
    }));
    for round in 0..kills() {
        done.lock().unwrap().stop = false;
        let clients = [0, 1].map(|at| nodes.node(at).client(token));
        let mut writers = tokio::task::JoinSet::new();
        for (writer, client) in (0..).zip(clients.iter().cycle().take(4)) {
            writers.spawn(make_apps(client.clone(), acct.clone(), round, writer, Arc::clone(&done)));
            writers.spawn(invite(client.clone(), acct.clone(), round, writer, Arc::clone(&done)));
        }
        let client = clients[usize::from(round % 3 == 0)].clone();
        writers.spawn(change_role(client, acct.clone(), mbr.clone(), Arc::clone(&done)));
        // The moment of the kill is what this test is about.
        tokio::time::sleep(Duration::from_millis(100 + round * 7919 % 500)).await;
        kill(&mut nodes, round).await;
        done.lock().unwrap().stop = true;
        writers.join_all().await;
        nodes.are_ready().await;
        for at in 0..2 {
            let node = nodes.node(at);
            check(node, &node.client(token), &acct, &mbr, &done).await;
        }
    }
    let invited = std::mem::take(&mut done.lock().unwrap().invited);
    assert!(invited.len() as u64 >= kills(), "only {} invitations were made", invited.len());
    every_mail_arrives(&nodes.node(0).mail_folder(), &invited).await;
    println!(
        "{} kills of nodes and of PostgreSQL: {} apps and {} invitations acknowledged, none lost",
        kills(),
        done.lock().unwrap().apps.len(),
        invited.len()
    );
}
