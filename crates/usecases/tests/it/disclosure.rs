//! A stranger's question tells nothing: not whose a resource is, nor whether it is there.

use bailiwick_domain::ids::{AccountId, AppId};
use bailiwick_domain::resources::ResourceRef;
use bailiwick_usecases::access::{self, Decision, Question, evaluate};
use bailiwick_usecases::error::{Error, Kind};
use bailiwick_usecases::resources;

use crate::models::WORKSHOP;
use crate::support::{Seat, World, refusal};

/// An account with a registered resource and an app, someone who has no part in it, and what neither has.
struct Tenants {
    w: World,
    owner: Seat,
    stranger: Seat,
    /// What is there, beside what is not.
    pairs: [[ResourceRef; 2]; 3],
}

async fn tenants() -> Tenants {
    let w = World::with_model(WORKSHOP).await;
    let owner = w.sign_up("owner", "workshop").await;
    let stranger = w.sign_up("stranger", "workshop").await;
    let shelf = |id: &str| ResourceRef { kind: "shelf".to_owned(), id: id.to_owned() };
    let (call, top) = (w.call(w.any_platform()), ResourceRef::account(owner.account));
    resources::put(&w.cx, &call, owner.account, shelf("s1"), &top, None).await.unwrap();
    let app = w.app(&owner, "one").await.name;
    let no_app = ResourceRef { id: AppId::new(w.cx.ids.uuid()).to_string(), ..app.clone() };
    let no_account = ResourceRef::account(AccountId::new(w.cx.ids.uuid()));
    let pairs = [[shelf("s1"), shelf("s2")], [app, no_app], [top, no_account]];
    Tenants { w, owner, stranger, pairs }
}

fn says_nothing(error: &Error, of: &Tenants) {
    assert_eq!((error.kind, error.code.as_str()), (Kind::Forbidden, "permission_denied"));
    let said = format!("{error:?}");
    assert!(!said.contains(&of.owner.account.to_string()), "{said}");
    assert!(of.pairs.iter().flatten().all(|named| !said.contains(&format!("{:?}", named.id))), "{said}");
}

#[tokio::test]
async fn an_evaluation_answers_a_stranger_alike_whatever_is_there() {
    let of = tenants().await;
    let (w, stranger) = (&of.w, of.stranger.caller());
    let (theirs, own) = (of.owner.user.to_string(), of.stranger.user.to_string());
    let (their_account, own_account) = (of.owner.account.to_string(), of.stranger.account.to_string());
    let no_account = of.pairs[2][1].id.clone();
    for named in of.pairs.iter().flatten() {
        for (account, fresh) in [None, Some(&their_account), Some(&no_account)]
            .into_iter()
            .flat_map(|account| [(account, false), (account, true)])
        {
            let question = Question {
                subject_type: "user",
                subject_id: &theirs,
                permission: "box.open",
                resource_type: &named.kind,
                resource_id: &named.id,
                account: account.map(String::as_str),
                fresh,
            };
            // Asked twice, so that what is known already answers too.
            for _ in 0..2 {
                says_nothing(&refusal(evaluate(&w.cx, &w.call(stranger), question).await), &of);
                for account in [question.account, Some(&own_account)] {
                    let about_self = Question { subject_id: &own, account, ..question };
                    let decision = evaluate(&w.cx, &w.call(stranger), about_self).await.unwrap();
                    let unknown = Decision { allowed: false, code: Some("unknown_resource") };
                    assert_eq!(decision, unknown, "{about_self:?}");
                }
            }
        }
    }
    of.w.finish().await;
}

#[tokio::test]
async fn a_search_answers_a_stranger_alike_whatever_is_there() {
    let of = tenants().await;
    let (w, by) = (&of.w, || of.w.by(&of.stranger));
    for [there, not_there] in &of.pairs {
        let subjects =
            async |named| refusal(access::subjects(&w.cx, &by(), "box.open", named, None, 10).await);
        let actions = async |user, named| access::actions(&w.cx, &by(), Some(user), named).await;
        let pair = [subjects(there).await, subjects(not_there).await];
        assert_eq!(pair[0], pair[1]);
        says_nothing(&pair[0], &of);
        let pair =
            [refusal(actions(of.owner.user, there).await), refusal(actions(of.owner.user, not_there).await)];
        assert_eq!(pair[0], pair[1]);
        says_nothing(&pair[0], &of);
        for named in [there, not_there] {
            assert!(actions(of.stranger.user, named).await.unwrap().is_empty());
        }
    }
    let unknown = AccountId::new(w.cx.ids.uuid());
    for account in [of.owner.account, unknown] {
        let (by, of_owner) = (by(), of.owner.user);
        let asked = access::resources(&w.cx, &by, of_owner, "box.open", "shelf", Some(account), None, 10);
        says_nothing(&refusal(asked.await), &of);
    }
    of.w.finish().await;
}
