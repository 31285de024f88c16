//! The same thing asked of two nodes at once: each rule holds as if the requests had come one after the other.

use bailiwick_client::{Client, Typed, types};

use crate::at_once::{at_once, done_of};
use crate::nodes::Nodes;
use crate::server::{grants, mailed_tokens, new_mailed_token};

/// A client on each node, with the same token or none.
fn both(nodes: &Nodes, token: Option<&str>) -> [Client; 2] {
    [0, 1].map(|at| nodes.node(at).client(token))
}

/// Invites an address; the token of the link that came to it by this.
async fn invited(nodes: &Nodes, by: &Client, acct: &types::AccountId, email: &str) -> String {
    let (folder, link) = (nodes.node(0).mail_folder(), "accept?token=");
    let before = mailed_tokens(&folder, email, link);
    let call = by.create_invitation().acct(acct).body_map(|body| body.email(email).grants(grants("viewer")));
    call.send().typed().await.unwrap();
    new_mailed_token(&folder, email, link, &before).await
}

#[tokio::test(flavor = "multi_thread")]
async fn an_invitation_accepted_many_times_at_once_over_two_nodes_is_accepted_once() {
    let nodes = Nodes::start().await;
    let (ada, made) = nodes.node(0).sign_up("ada@example.com", "standard").await;
    let acct = &made.account.id;
    let (_, bob) = nodes.node(1).sign_up("bob@example.com", "standard").await;
    for (email, token) in [("bob@example.com", bob.session.token.as_deref()), ("eve@example.com", None)] {
        let link = invited(&nodes, &ada, acct, email).await;
        let clients = both(&nodes, token);
        let accept = |at: usize| {
            let (client, link, is_new) = (clients[at % 2].clone(), link.clone(), token.is_none());
            async move {
                let call = client.accept_invitation().body_map(|body| {
                    let body = body.token(link);
                    if !is_new {
                        return body;
                    }
                    body.name("Eve".parse().ok()).password("battery staple".parse().ok())
                });
                call.send().typed().await
            }
        };
        let outcomes = at_once((0..32).map(accept).collect()).await;
        assert_eq!(done_of(&outcomes, &["invitation_used", "sign_in_required"]), 1, "{email}");
    }
    let members = ada.list_members().acct(acct).send().typed().await.unwrap();
    assert_eq!(members.items.len(), 3);
    nodes.verify_audit();
}

#[tokio::test(flavor = "multi_thread")]
async fn of_two_exclusive_accounts_at_once_on_two_nodes_a_user_is_in_one() {
    let nodes = Nodes::start().await;
    let mut owners = Vec::new();
    for at in 0..2 {
        owners.push(nodes.node(at).sign_up(&format!("owner{at}@example.com"), "arbify").await);
    }
    let mut firsts = 0;
    for round in 0..6 {
        let email = format!("bob{round}@example.com");
        let (_, bob) = nodes.node(round).sign_up(&email, "standard").await;
        let clients = both(&nodes, bob.session.token.as_deref());
        let mut ways = Vec::new();
        for (at, client) in clients.iter().enumerate() {
            // By two invitations, by an invitation and a new account, by two new accounts.
            let link = if at < round % 3 {
                None
            } else {
                let (owner, made) = &owners[at];
                Some(invited(&nodes, owner, &made.account.id, &email).await)
            };
            let client = client.clone();
            ways.push(async move {
                if let Some(link) = link {
                    let call = client.accept_invitation().body_map(|body| body.token(link));
                    call.send().typed().await.map(drop)
                } else {
                    let call = client.create_account();
                    let call = call.body_map(|body| body.name("Mine").role_model("arbify".to_owned()));
                    call.send().typed().await.map(drop)
                }
            });
        }
        let outcomes = at_once(ways).await;
        assert_eq!(done_of(&outcomes, &["active_elsewhere", "invitation_closed"]), 1, "round {round}");
        firsts += usize::from(outcomes[0].is_ok());
        let mine = clients[round % 2].list_my_accounts().send().typed().await.unwrap();
        assert_eq!(mine.items.len(), 2, "the own one, and one of the two");
    }
    println!("the first node won {firsts} of 6 times");
    nodes.verify_audit();
}

#[tokio::test(flavor = "multi_thread")]
async fn one_idempotency_key_over_two_nodes_has_one_effect_and_one_answer() {
    let nodes = Nodes::start().await;
    let (ada, made) = nodes.node(0).sign_up("ada@example.com", "standard").await;
    let (acct, clients) = (made.account.id, both(&nodes, made.session.token.as_deref()));
    for round in 1..=5 {
        let create = |at: usize| {
            let (client, acct) = (clients[at % 2].clone(), acct.clone());
            async move {
                let call = client.create_app().acct(&acct).idempotency_key(format!("key-{round}"));
                call.body_map(|app| app.name("Once")).send().typed().await
            }
        };
        let outcomes = at_once((0..16).map(create).collect()).await;
        let first = outcomes[0].as_ref().unwrap();
        for other in &outcomes {
            let other = other.as_ref().unwrap();
            assert_eq!(
                (other.status(), &other.id, other.created_at),
                (first.status(), &first.id, first.created_at)
            );
        }
        let apps = ada.list_apps().acct(&acct).send().typed().await.unwrap();
        assert_eq!(apps.items.len(), round);
    }
    nodes.verify_audit();
}

#[tokio::test(flavor = "multi_thread")]
async fn of_many_invitations_of_one_address_at_once_on_two_nodes_one_is_pending() {
    let nodes = Nodes::start().await;
    let (ada, made) = nodes.node(0).sign_up("ada@example.com", "standard").await;
    let (acct, clients) = (made.account.id, both(&nodes, made.session.token.as_deref()));
    for round in 1..=5 {
        let invite = |at: usize| {
            let (client, acct) = (clients[at % 2].clone(), acct.clone());
            let email = format!("guest{round}@example.com");
            let email = if at.is_multiple_of(3) { email.to_uppercase() } else { email };
            async move {
                let call = client.create_invitation().acct(&acct);
                call.body_map(|body| body.email(email).grants(grants("viewer"))).send().typed().await
            }
        };
        let outcomes = at_once((0..16).map(invite).collect()).await;
        assert_eq!(done_of(&outcomes, &["invitation_pending"]), 1);
        let pending = ada.list_invitations().acct(&acct).send().typed().await.unwrap();
        assert_eq!(pending.items.len(), round);
    }
    nodes.verify_audit();
}

#[tokio::test(flavor = "multi_thread")]
async fn of_two_writes_by_one_version_on_two_nodes_the_second_is_stale() {
    let nodes = Nodes::start().await;
    let (ada, made) = nodes.node(0).sign_up("ada@example.com", "standard").await;
    let (acct, clients) = (made.account.id, both(&nodes, made.session.token.as_deref()));
    let bob = nodes.node(1).join(&ada, &acct, "bob@example.com", "viewer").await.member.id;
    let mut firsts = 0;
    for round in 0..20 {
        let seen = clients[round % 2].get_member().acct(&acct).mbr(&bob).send().typed().await.unwrap();
        let tag = seen.headers()["etag"].to_str().unwrap().to_owned();
        let put = |at: usize| {
            let (client, acct, bob, tag) = (clients[at].clone(), acct.clone(), bob.clone(), tag.clone());
            let role = [["member", "billing"], ["viewer", "admin"]][round % 2][at];
            async move {
                let call = client.put_grants().acct(&acct).mbr(&bob).if_match(tag);
                call.body_map(|body| body.grants(grants(role))).send().typed().await
            }
        };
        let outcomes = at_once(vec![put(0), put(1)]).await;
        assert_eq!(done_of(&outcomes, &["stale_version"]), 1);
        firsts += usize::from(outcomes[0].is_ok());
        let won = outcomes.into_iter().flatten().next().unwrap().into_inner();
        let left = clients[1].get_member().acct(&acct).mbr(&bob).send().typed().await.unwrap();
        assert_eq!(left.grants[0].role, won.grants[0].role);
    }
    println!("the first node won {firsts} of 20 times");
    nodes.verify_audit();
}
