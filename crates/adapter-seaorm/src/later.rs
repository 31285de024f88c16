//! Writes that no one waits for. PostgreSQL gets all that stand in line in one statement, right before the next thing that
//! the unit asks or its commit: so a unit costs a round trip for each question, not for each row. SQLite, which is asked
//! without a round trip, runs them at once.

use std::fmt::Write as _;
use std::sync::{Mutex, PoisonError};

use sea_orm::{DbBackend, DbErr, RuntimeErr, SqlErr, Statement, Values, sqlx};

use crate::sql::Sql;

/// How many go together at most: the server bounds a statement's parts.
const AT_ONCE: usize = 200;

/// A write. What it reads must not depend on others that wait: all of them see the rows as they were before.
#[derive(Debug)]
pub(crate) struct Later {
    sql: Sql,
    /// Which rows it writes. Two of one name may meet, and go one after the other.
    rows: Option<&'static str>,
    must_write: bool,
}

impl Later {
    /// New rows that nothing else in the unit writes.
    pub fn fresh(sql: Sql) -> Self {
        Self { sql, rows: None, must_write: false }
    }
    /// Rows that something else in the unit may write.
    pub fn on(rows: &'static str, sql: Sql) -> Self {
        Self { rows: Some(rows), ..Self::fresh(sql) }
    }
    /// None written means that another came first.
    pub fn must_write(self) -> Self {
        Self { must_write: true, ..self }
    }
    /// What to run where it does not wait.
    pub fn statement(self, on: DbBackend) -> Statement {
        self.sql.statement(on)
    }
    /// Whether one must be written.
    pub fn is_must(&self) -> bool {
        self.must_write
    }
}

/// Those that wait, in the order in which they were written.
#[derive(Debug, Default)]
pub(crate) struct Queue(Mutex<Vec<Later>>);

impl Queue {
    fn waiting(&self) -> std::sync::MutexGuard<'_, Vec<Later>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
    /// Whether one has to go by a statement before it.
    pub fn meets(&self, later: &Later) -> bool {
        later.rows.is_some() && self.waiting().iter().any(|other| other.rows == later.rows)
    }
    pub fn is_full(&self) -> bool {
        self.waiting().len() >= AT_ONCE
    }
    pub fn push(&self, later: Later) {
        self.waiting().push(later);
    }
    pub fn take(&self) -> Vec<Later> {
        std::mem::take(&mut *self.waiting())
    }
}

/// Several as one statement. It fails by a division by zero where one writes nothing that must write.
pub(crate) fn all_of(waiting: Vec<Later>) -> Statement {
    let (mut sql, mut values) = (String::with_capacity(2048), Vec::with_capacity(64));
    let mut asked = String::from(" SELECT 1");
    for (at, later) in waiting.into_iter().enumerate() {
        // Writing to a text does not fail.
        let _ = write!(sql, "{}w{at} AS (", if at > 0 { ", " } else { "WITH " });
        later.sql.renumbered(values.len(), &mut sql);
        if later.must_write {
            sql.push_str(" RETURNING 1");
            let _ = write!(asked, ", 1 / (SELECT COUNT(*) FROM w{at})");
        }
        sql.push(')');
        values.extend(later.sql.into_values());
    }
    sql.push_str(&asked);
    Statement { sql, values: Some(Values(values)), db_backend: DbBackend::Postgres }
}

/// What the failure of several means. Where a row that must be there is not, what refers to it may be the first to miss it.
pub(crate) fn failed(any_must_write: bool, err: DbErr) -> DbErr {
    let referred = matches!(err.sql_err(), Some(SqlErr::ForeignKeyConstraintViolation(_)));
    if any_must_write && (referred || is_division_by_zero(&err)) { DbErr::RecordNotUpdated } else { err }
}

fn is_division_by_zero(err: &DbErr) -> bool {
    let (DbErr::Exec(RuntimeErr::SqlxError(err)) | DbErr::Query(RuntimeErr::SqlxError(err))) = err else {
        return false;
    };
    matches!(&**err, sqlx::Error::Database(err) if err.code().as_deref() == Some("22012"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn several_writes_are_one_statement_with_the_values_of_all() {
        let update = Sql::new("UPDATE a SET x = ").bind(1_i64).text(" WHERE id = ").bind(2_i64);
        let delete = Sql::new("DELETE FROM b WHERE id = ").bind(3_i64);
        let queue = Queue::default();
        queue.push(Later::on("b", delete));
        queue.push(Later::on("a", update).must_write());
        let all = all_of(queue.take());
        assert_eq!(
            all.sql,
            "WITH w0 AS (DELETE FROM b WHERE id = $1), w1 AS (UPDATE a SET x = $2 WHERE id = $3 RETURNING 1) \
             SELECT 1, 1 / (SELECT COUNT(*) FROM w1)"
        );
        assert_eq!(all.values, Some(Values([3_i64, 1, 2].map(Into::into).to_vec())));
    }

    #[test]
    fn writes_to_the_same_rows_do_not_go_together() {
        let queue = Queue::default();
        queue.push(Later::on("rows", Sql::new("UPDATE a SET x = 1")));
        assert!(queue.meets(&Later::on("rows", Sql::new("UPDATE a SET x = 2"))));
        assert!(!queue.meets(&Later::fresh(Sql::new("INSERT INTO a VALUES (3)"))));
    }
}
