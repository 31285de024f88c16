//! The whole role × permission matrix of each model, as a file that a reader of a change sees. `UPDATE_GOLDEN=1` writes it.

use std::fmt::Write;
use std::path::PathBuf;

use bailiwick_domain::role_models::{Role, RoleModel};

use crate::world::{MODELS, model};

/// How a role has a permission: at its grant's resource, on the whole account, or as every member has it.
fn mark(model: &RoleModel, role: &Role, permission: u16) -> &'static str {
    match (
        role.here.contains(permission),
        role.on_account.contains(permission),
        model.base().contains(permission),
    ) {
        (true, true, _) => "here+account",
        (true, false, _) => "here",
        (false, true, _) => "account",
        (false, false, true) => "base",
        (false, false, false) => "-",
    }
}

fn matrix(model: &RoleModel) -> String {
    let first = model.permissions().iter().map(|permission| permission.id.len()).max().unwrap();
    let mut text = format!("{:first$}", "permission");
    for role in model.roles() {
        write!(text, "  {}", role.id).unwrap();
    }
    text.push('\n');
    for (index, permission) in (0..).zip(model.permissions()) {
        let mut line = format!("{:first$}", permission.id);
        for role in model.roles() {
            write!(line, "  {:1$}", mark(model, role, index), role.id.len()).unwrap();
        }
        text.push_str(line.trim_end());
        text.push('\n');
    }
    text
}

#[test]
fn each_model_hands_out_what_its_golden_file_says() {
    for id in MODELS {
        let file = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/golden").join(format!("{id}.txt"));
        let matrix = matrix(&model(id));
        if std::env::var_os("UPDATE_GOLDEN").is_some() {
            std::fs::write(&file, &matrix).unwrap();
        }
        let golden = std::fs::read_to_string(&file).unwrap_or_default();
        assert!(
            golden == matrix,
            "{} differs; if that is meant, run again with UPDATE_GOLDEN=1:\n{matrix}",
            file.display()
        );
    }
}
