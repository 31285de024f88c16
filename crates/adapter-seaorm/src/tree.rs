//! The resource tree, read upwards: the path of a resource, as grants and decisions need it.

use std::collections::{HashMap, HashSet};

use bailiwick_domain::ids::AccountId;
use bailiwick_domain::resources::{Place, Step};
use bailiwick_ports::StoreError;
use sea_orm::FromQueryResult;
use uuid::Uuid;

use crate::error::corrupt;
use crate::sql::Sql;

/// From some resources, which a condition on `r` picks, upwards; ends before the final `SELECT`.
pub(crate) fn upwards(condition: impl FnOnce(Sql) -> Sql) -> Sql {
    let first = Sql::new(
        "WITH RECURSIVE up(account_id, id, parent_id, kind, external_id) AS (\
         SELECT r.account_id, r.id, r.parent_id, r.kind, r.external_id FROM resources r WHERE ",
    );
    condition(first).text(
        " UNION SELECT r.account_id, r.id, r.parent_id, r.kind, r.external_id \
         FROM up JOIN resources r ON r.account_id = up.account_id AND r.id = up.parent_id) ",
    )
}

/// A resource and all below it, as `down(id)`; ends before the final `SELECT`.
pub(crate) fn downwards(account: AccountId, roots: &[Uuid]) -> Sql {
    going_down(Sql::new("WITH RECURSIVE "), "down", account, roots).text(" ")
}

/// The same of several sets of resources, each as the name of it; ends before the final `SELECT`.
pub(crate) fn each_downwards(account: AccountId, sets: &[(&str, &[Uuid])]) -> Sql {
    let mut sql = Sql::default();
    for (at, (name, roots)) in sets.iter().enumerate() {
        sql = going_down(sql.text(if at == 0 { "WITH RECURSIVE " } else { ", " }), name, account, roots);
    }
    sql.text(" ")
}

fn going_down(sql: Sql, name: &str, account: AccountId, roots: &[Uuid]) -> Sql {
    sql.text(name)
        .text("(id) AS (SELECT id FROM resources WHERE account_id = ")
        .bind(account.uuid())
        .text(" AND id IN ")
        .values(roots)
        .text(" UNION SELECT r.id FROM ")
        .text(name)
        .text(" JOIN resources r ON r.parent_id = ")
        .text(name)
        .text(".id AND r.account_id = ")
        .bind(account.uuid())
        .text(")")
}

/// One resource on a way up.
#[derive(Debug, FromQueryResult)]
pub(crate) struct Node {
    pub account_id: Uuid,
    pub id: Uuid,
    pub parent_id: Option<Uuid>,
    pub kind: String,
    pub external_id: String,
}

/// Some resources with all that is above them.
#[derive(Debug, Default)]
pub(crate) struct Tree(HashMap<Uuid, Node>);

impl Tree {
    /// The path of the resource at the lower end of a single way up; none without any.
    pub fn single(account: AccountId, nodes: Vec<Node>) -> Result<Option<Place>, StoreError> {
        if nodes.is_empty() {
            return Ok(None);
        }
        let above: HashSet<Uuid> = nodes.iter().filter_map(|node| node.parent_id).collect();
        let lowest = nodes.iter().map(|node| node.id).find(|id| !above.contains(id));
        let lowest = lowest.ok_or_else(|| corrupt(format!("a resource of {account} stands below itself")))?;
        let mut tree = Self::default();
        tree.extend(nodes);
        tree.place(account, Some(lowest)).map(Some)
    }

    pub fn extend(&mut self, nodes: impl IntoIterator<Item = Node>) {
        self.0.extend(nodes.into_iter().map(|node| (node.id, node)));
    }

    /// The path of a resource; of the account itself without one.
    pub fn place(&self, account: AccountId, id: Option<Uuid>) -> Result<Place, StoreError> {
        let mut steps = Vec::new();
        let mut next = id;
        while let Some(id) = next {
            let node = self.0.get(&id).filter(|node| node.account_id == account.uuid());
            let node = node.ok_or_else(|| corrupt(format!("resource {id} of {account} is gone")))?;
            if steps.len() > self.0.len() {
                return Err(corrupt(format!("resource {id} of {account} stands below itself")));
            }
            steps.push(Step { key: id, kind: node.kind.clone(), id: node.external_id.clone() });
            next = node.parent_id;
        }
        steps.extend(Place::account(account).steps().iter().cloned());
        Place::from_steps(steps).ok_or_else(|| corrupt("a path that ends at no account"))
    }
}

/// How a resource stands in a column: the account itself is none.
pub(crate) fn below(account: AccountId, key: Uuid) -> Option<Uuid> {
    (key != account.uuid()).then_some(key)
}
