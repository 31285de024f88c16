//! How migrations say tables, indexes and references, the same on both databases.

use sea_orm_migration::SchemaManager;
use sea_orm_migration::sea_orm::{DbBackend, DbErr};
use sea_orm_migration::sea_query::{
    ColumnDef, ConditionalStatement, Expr, ForeignKey, ForeignKeyAction, ForeignKeyCreateStatement, Index,
    IndexCreateStatement, Table, TableCreateStatement,
};

/// A table with its columns and its primary key.
pub(crate) fn table<const N: usize>(
    name: &'static str,
    key: &[&'static str],
    columns: [ColumnDef; N],
) -> TableCreateStatement {
    let mut table = Table::create();
    table.table(name).if_not_exists();
    for column in columns {
        table.col(column);
    }
    let mut primary = Index::create();
    for column in key {
        primary.col(*column);
    }
    table.primary_key(&mut primary).take()
}

/// What happens to a row when the one it names goes.
#[derive(Clone, Copy)]
pub(crate) enum Gone {
    /// It goes too.
    Too,
    /// The other may not go.
    Never,
}

/// A reference to a row of another table.
pub(crate) fn reference(
    from: &'static str,
    columns: &[&'static str],
    to: &'static str,
    keys: &[&'static str],
    gone: Gone,
) -> ForeignKeyCreateStatement {
    let mut reference = ForeignKey::create();
    reference.name(format!("fk_{from}_{}", columns.join("_"))).from_tbl(from).to_tbl(to);
    for (column, key) in columns.iter().zip(keys) {
        reference.from_col(*column).to_col(*key);
    }
    reference.on_delete(match gone {
        Gone::Too => ForeignKeyAction::Cascade,
        Gone::Never => ForeignKeyAction::Restrict,
    });
    reference
}

/// An index.
pub(crate) fn index(name: &'static str, on: &'static str, columns: &[&'static str]) -> IndexCreateStatement {
    let mut index = Index::create();
    index.name(name).table(on).if_not_exists();
    for column in columns {
        index.col(*column);
    }
    index
}

/// A unique index.
pub(crate) fn unique(name: &'static str, on: &'static str, columns: &[&'static str]) -> IndexCreateStatement {
    index(name, on, columns).unique().take()
}

/// An index of only some rows.
pub(crate) fn only_where(mut index: IndexCreateStatement, condition: Expr) -> IndexCreateStatement {
    index.and_where(condition).take()
}

/// Makes a table whose rows are short and mostly read along its primary key: SQLite then keeps them in that order.
pub(crate) async fn create_clustered(
    manager: &SchemaManager<'_>,
    mut table: TableCreateStatement,
) -> Result<(), DbErr> {
    if manager.get_database_backend() == DbBackend::Sqlite {
        table.extra("WITHOUT ROWID");
    }
    manager.create_table(table).await
}
