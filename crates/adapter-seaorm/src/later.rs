//! Writes that no one waits for. PostgreSQL gets all that stand in line in one statement, right before the next thing that
//! the unit asks or its commit: so a unit costs a round trip for each question, not for each row. SQLite, which is asked
//! without a round trip, runs them at once.

use std::fmt::Write as _;
use std::sync::{Mutex, PoisonError};

use sea_orm::{DbBackend, DbErr, QueryResult, QueryTrait, SqlErr, Statement, Values};

/// A write. What it reads must not depend on others that wait: all of them see the rows as they were before.
#[derive(Debug)]
pub(crate) struct Later {
    statement: Statement,
    /// Which rows it writes. Two of one name may meet, and go one after the other.
    rows: Option<&'static str>,
    must_write: bool,
}

impl Later {
    /// New rows that nothing else in the unit writes.
    pub fn fresh(on: DbBackend, write: &impl QueryTrait) -> Self {
        Self { statement: write.build(on), rows: None, must_write: false }
    }
    /// Rows that something else in the unit may write.
    pub fn on(rows: &'static str, on: DbBackend, write: &impl QueryTrait) -> Self {
        Self { rows: Some(rows), ..Self::fresh(on, write) }
    }
    /// None written means that another came first.
    pub fn must_write(self) -> Self {
        Self { must_write: true, ..self }
    }
    /// What to run where it does not wait.
    pub fn statement(&self) -> Statement {
        self.statement.clone()
    }
    /// Whether so many rows will do.
    pub fn check(&self, rows: u64) -> Result<(), DbErr> {
        if self.must_write && rows == 0 { Err(DbErr::RecordNotUpdated) } else { Ok(()) }
    }
}

/// How many wait at most: PostgreSQL takes no statement with more than 1,664 columns in its answer, and each is one.
const MOST: usize = 200;

/// Those that wait, in the order in which they were written.
#[derive(Debug, Default)]
pub(crate) struct Queue(Mutex<Vec<Later>>);

impl Queue {
    pub fn meets(&self, later: &Later) -> bool {
        let waiting = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        later.rows.is_some() && waiting.iter().any(|other| other.rows == later.rows)
    }
    pub fn is_full(&self) -> bool {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).len() >= MOST
    }
    pub fn push(&self, later: Later) {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).push(later);
    }
    pub fn take(&self) -> Vec<Later> {
        std::mem::take(&mut *self.0.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

/// Several as one statement, which answers how many rows each wrote.
pub(crate) fn all_of(waiting: &[Later]) -> Statement {
    let (mut sql, mut values) = (String::from("WITH "), Vec::new());
    for (at, later) in waiting.iter().enumerate() {
        let comma = if at > 0 { ", " } else { "" };
        // Writing to a text does not fail.
        let _ = write!(sql, "{comma}w{at} AS (");
        renumber(&later.statement.sql, values.len(), &mut sql);
        sql.push_str(" RETURNING 1)");
        values.extend(later.statement.values.iter().flat_map(|values| values.0.iter().cloned()));
    }
    for at in 0..waiting.len() {
        let start = if at > 0 { ", " } else { " SELECT " };
        let _ = write!(sql, "{start}(SELECT COUNT(*) FROM w{at}) AS c{at}");
    }
    Statement { sql, values: Some(Values(values)), db_backend: DbBackend::Postgres }
}

/// Whether each wrote what it must.
pub(crate) fn check_all(waiting: &[Later], answer: &QueryResult) -> Result<(), DbErr> {
    for (at, later) in waiting.iter().enumerate() {
        let rows: i64 = answer.try_get("", &format!("c{at}"))?;
        later.check(rows.unsigned_abs())?;
    }
    Ok(())
}

/// Where a row that must be there is not, what refers to it may be the first to miss it.
pub(crate) fn missing(waiting: &[Later], err: DbErr) -> DbErr {
    let referred = matches!(err.sql_err(), Some(SqlErr::ForeignKeyConstraintViolation(_)));
    if referred && waiting.iter().any(|later| later.must_write) { DbErr::RecordNotUpdated } else { err }
}

/// Moves the numbers of a statement's values. Every value is bound, so no `$` stands in a text.
fn renumber(statement: &str, by: usize, into: &mut String) {
    let mut parts = statement.split('$');
    into.push_str(parts.next().unwrap_or_default());
    for part in parts {
        let end = part.find(|c: char| !c.is_ascii_digit()).unwrap_or(part.len());
        let number: usize = part[..end].parse().unwrap_or_default();
        let _ = write!(into, "${}{}", number + by, &part[end..]);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn later(sql: &str, values: Vec<i64>) -> Later {
        let statement =
            Statement::from_sql_and_values(DbBackend::Postgres, sql, values.into_iter().map(Into::into));
        Later { statement, rows: Some("rows"), must_write: true }
    }

    #[test]
    fn several_writes_are_one_statement_with_the_values_of_all() {
        let one = later("UPDATE a SET x = $1 WHERE id = $2", vec![1, 2]);
        let all = all_of(&[one, later("DELETE FROM b WHERE id = $1", vec![3])]);
        assert_eq!(
            all.sql,
            "WITH w0 AS (UPDATE a SET x = $1 WHERE id = $2 RETURNING 1), \
             w1 AS (DELETE FROM b WHERE id = $3 RETURNING 1) \
             SELECT (SELECT COUNT(*) FROM w0) AS c0, (SELECT COUNT(*) FROM w1) AS c1"
        );
        assert_eq!(all.values, Some(Values(vec![1_i64.into(), 2_i64.into(), 3_i64.into()])));
    }

    #[test]
    fn writes_to_the_same_rows_do_not_go_together_and_a_write_of_nothing_is_told() {
        let queue = Queue::default();
        queue.push(later("UPDATE a SET x = $1", vec![1]));
        assert!(queue.meets(&later("UPDATE a SET x = $1", vec![2])));
        let fresh = Later { rows: None, ..later("INSERT INTO a VALUES ($1)", vec![3]) };
        assert!(!queue.meets(&fresh));
        assert!(matches!(fresh.check(0), Err(DbErr::RecordNotUpdated)));
        assert!(fresh.check(1).is_ok());
    }
}
