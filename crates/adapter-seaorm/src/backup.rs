//! A copy of a SQLite database, made while others read and write it. PostgreSQL has its own tools.

use std::fs::{self, File, OpenOptions};
use std::path::Path;

use bailiwick_ports::StoreError;
use sea_orm::sqlx::sqlite::{SqliteConnectOptions, SqliteConnection};
use sea_orm::sqlx::{self, ConnectOptions, Connection};

use crate::error::{open, unavailable};
use crate::options::{SqlOptions, Target};

/// Writes the database of a file into a new file, as it is at one moment. It is on the disk when this ends.
///
/// # Errors
/// When the database is not there or can't be read, or when the new file is there already or can't be made.
pub async fn back_up(options: &SqlOptions, to: &Path) -> Result<(), StoreError> {
    let Target::File(database) = &options.target else {
        let tool = "a PostgreSQL database is copied with PostgreSQL's own tools, such as pg_dump";
        return Err(StoreError::Unavailable(tool.to_owned()));
    };
    fs::metadata(database).map_err(|err| unavailable(database, &err))?;
    new_file(to).map_err(|err| unavailable(to, &err))?;
    let copied = copy(database, to).await.map_err(|err| open(&err));
    let kept = copied
        .and_then(|()| File::open(to).and_then(|file| file.sync_all()).map_err(|err| unavailable(to, &err)));
    if kept.is_err() {
        // Half a copy must not be taken for one; what failed is told already.
        fs::remove_file(to).ok();
    }
    kept
}

/// For this user alone, as the database is.
fn new_file(path: &Path) -> std::io::Result<File> {
    let mut options = OpenOptions::new();
    options.create_new(true).write(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path)
}

async fn copy(database: &Path, to: &Path) -> sqlx::Result<()> {
    let connect = SqliteConnectOptions::new().filename(database).create_if_missing(false);
    let mut connection: SqliteConnection = connect.connect().await?;
    let copied = sqlx::query("VACUUM INTO ?").bind(to.to_string_lossy()).execute(&mut connection).await;
    connection.close().await?;
    copied.map(drop)
}
