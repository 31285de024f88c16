//! Statements that the query builder can't say well, or takes too long to say where they are written most: text, and values
//! that are always bound.

use bailiwick_ports::StoreError;
use sea_orm::{ConnectionTrait, DbBackend, FromQueryResult, QueryResult, Statement, Value};

use crate::error::db;
use crate::rows::count;

/// A statement in the making.
#[derive(Debug, Default)]
pub(crate) struct Sql {
    text: String,
    values: Vec<Value>,
}

impl Sql {
    /// Begins with some text.
    pub fn new(text: &str) -> Self {
        Self::default().text(text)
    }
    /// Adds text. Never anything that came from outside.
    #[must_use]
    pub fn text(mut self, text: &str) -> Self {
        self.text.push_str(text);
        self
    }
    /// Adds a value.
    #[must_use]
    pub fn bind(mut self, value: impl Into<Value>) -> Self {
        self.values.push(value.into());
        self.text.push('$');
        self.text.push_str(&self.values.len().to_string());
        self
    }
    /// Adds rows of values, with commas between. The last is repeated up to a power of two, so that few different texts
    /// have to be prepared.
    #[must_use]
    pub fn rows<T: Clone>(mut self, items: &[T], mut row: impl FnMut(Self, T) -> Self) -> Self {
        let padding = items.len().next_power_of_two() - items.len();
        let padded = items.iter().chain(items.last().into_iter().cycle().take(padding));
        for (at, item) in padded.enumerate() {
            self = row(self.text(if at > 0 { "," } else { "" }), item.clone());
        }
        self
    }
    /// Adds values between brackets, for `IN`. Without any, nothing is in it.
    #[must_use]
    pub fn values<T: Clone + Into<Value>>(self, items: &[T]) -> Self {
        let sql = self.text(if items.is_empty() { "(NULL" } else { "(" });
        sql.rows(items, Self::bind).text(")")
    }
    /// Adds one thing or another.
    #[must_use]
    pub fn when(self, condition: bool, more: impl FnOnce(Self) -> Self) -> Self {
        if condition { more(self) } else { self }
    }
    /// Adds something about each of some values.
    #[must_use]
    pub fn each<T>(self, items: &[T], more: impl FnMut(Self, &T) -> Self) -> Self {
        items.iter().fold(self, more)
    }
    /// Adds something about a value, where there is one.
    #[must_use]
    pub fn some<T>(self, value: Option<T>, more: impl FnOnce(Self, T) -> Self) -> Self {
        match value {
            Some(value) => more(self, value),
            None => self,
        }
    }

    /// As the query builder has it.
    pub fn statement(self, on: DbBackend) -> Statement {
        let text = if on == DbBackend::Sqlite { self.unnumbered() } else { self.text };
        Statement::from_sql_and_values(on, text, self.values)
    }
    /// Its text with plain places for values, which are in their order. SQLite walks the list of all numbers for each value
    /// that is bound by its number, which for thousands of values is most of the work.
    fn unnumbered(&self) -> String {
        let mut text = String::with_capacity(self.text.len());
        let mut parts = self.text.split('$');
        text.push_str(parts.next().unwrap_or_default());
        for part in parts {
            text.push('?');
            text.push_str(part.trim_start_matches(|c: char| c.is_ascii_digit()));
        }
        text
    }
    /// Its text after another one that has some values. Every value is bound, so no `$` stands in the text itself.
    pub fn renumbered(&self, by: usize, into: &mut String) {
        let mut parts = self.text.split('$');
        into.push_str(parts.next().unwrap_or_default());
        for part in parts {
            let end = part.find(|c: char| !c.is_ascii_digit()).unwrap_or(part.len());
            let number: usize = part[..end].parse().unwrap_or_default();
            into.push('$');
            into.push_str(&(number + by).to_string());
            into.push_str(&part[end..]);
        }
    }
    /// Its values.
    pub fn into_values(self) -> Vec<Value> {
        self.values
    }
    /// Adds values with commas between.
    #[must_use]
    pub fn list<const N: usize>(mut self, values: [Value; N]) -> Self {
        for (at, value) in values.into_iter().enumerate() {
            self = self.text(if at > 0 { "," } else { "" }).bind(value);
        }
        self
    }

    fn done(self, on: &impl ConnectionTrait) -> Statement {
        self.statement(on.get_database_backend())
    }
    /// Runs it and reads every row.
    pub async fn all<R: FromQueryResult>(self, on: &impl ConnectionTrait) -> Result<Vec<R>, StoreError> {
        R::find_by_statement(self.done(on)).all(on).await.map_err(db)
    }
    /// Runs it; its rows as they come.
    pub async fn rows_of(self, on: &impl ConnectionTrait) -> Result<Vec<QueryResult>, StoreError> {
        on.query_all_raw(self.done(on)).await.map_err(db)
    }
    /// Runs it and reads the first row.
    pub async fn one<R: FromQueryResult>(self, on: &impl ConnectionTrait) -> Result<Option<R>, StoreError> {
        R::find_by_statement(self.done(on)).one(on).await.map_err(db)
    }
    /// Runs it and reads the one number that it answers as `count`.
    pub async fn count(self, on: &impl ConnectionTrait) -> Result<u64, StoreError> {
        #[derive(FromQueryResult)]
        struct Count {
            count: i64,
        }
        count(self.one::<Count>(on).await?.map_or(0, |row| row.count))
    }
    /// Runs it; how many rows it wrote.
    pub async fn run(self, on: &impl ConnectionTrait) -> Result<u64, StoreError> {
        Ok(on.execute_raw(self.done(on)).await.map_err(db)?.rows_affected())
    }
}
