//! The step `breaking` of `cargo xtask check`: what the API document takes from its clients, against the document of the
//! latest tag, else of main. What is meant to break stands in `openapi/breaking-allowed.toml`, with a reason.

mod operations;
mod schemas;

use std::fs;
use std::path::Path;

use serde::Deserialize;
use serde_json::Value;

use crate::process::{self, Outcome};
use crate::workspace::Workspace;

const DOCUMENT: &str = "openapi/openapi.json";
const ALLOWED: &str = "openapi/breaking-allowed.toml";

/// One difference, in words that name where and what.
#[derive(Debug, PartialEq, Eq)]
struct Change {
    /// Whether a client that was right before may fail; else it is only told.
    breaks: bool,
    text: String,
}

/// What may break, and why.
#[derive(Deserialize, Default)]
struct Allowed {
    #[serde(default)]
    allowed: Vec<Exception>,
}

#[derive(Deserialize)]
struct Exception {
    /// The line as the check prints it.
    change: String,
    reason: String,
}

pub fn check(workspace: &Workspace) -> Outcome {
    let Some(base) = base(workspace) else {
        println!("    there is no tag, no main and no earlier commit to compare with");
        return Ok(());
    };
    let Some(before) = git(workspace, &["show", &format!("{base}:{DOCUMENT}")]) else {
        println!("    {base} has no {DOCUMENT} to compare with");
        return Ok(());
    };
    let now = read(&workspace.root.join(DOCUMENT))?;
    let allowed: Allowed = toml::from_str(&read(&workspace.root.join(ALLOWED))?)
        .map_err(|error| format!("{ALLOWED}: {error}"))?;
    println!("    compared with {base}");
    judge(&operations::compare(&parse(&before)?, &parse(&now)?), &allowed)
}

/// The latest tag before this commit, else main, else the commit before: on main itself, and on a tag itself, there is
/// nothing to compare with but what came before.
fn base(workspace: &Workspace) -> Option<String> {
    if let Some(tag) = git(workspace, &["describe", "--tags", "--abbrev=0", "HEAD^"]) {
        return Some(tag);
    }
    let commit =
        |name: &str| git(workspace, &["rev-parse", "--verify", "--quiet", &format!("{name}^{{commit}}")]);
    let head = commit("HEAD")?;
    let other = |name: &&str| commit(name).is_some_and(|commit| commit != head);
    ["main", "origin/main", "HEAD^"].into_iter().find(other).map(str::to_owned)
}

fn git(workspace: &Workspace, args: &[&str]) -> Option<String> {
    let text = process::quiet(&mut workspace.command(Path::new("git"), args))?;
    Some(text.trim_end().to_owned())
}

fn read(path: &Path) -> Outcome<String> {
    fs::read_to_string(path).map_err(|error| format!("cannot read {}: {error}", path.display()).into())
}

fn parse(text: &str) -> Outcome<Value> {
    serde_json::from_str(text).map_err(|error| format!("{DOCUMENT}: {error}").into())
}

fn judge(changes: &[Change], allowed: &Allowed) -> Outcome {
    let mut refused = 0;
    for change in changes {
        let exception = allowed.allowed.iter().find(|exception| exception.change == change.text);
        match exception {
            Some(exception) => println!("    allowed: {} ({})", change.text, exception.reason),
            None if change.breaks => {
                refused += 1;
                println!("    BREAKS: {}", change.text);
            }
            None => println!("    note: {}", change.text),
        }
    }
    if refused == 0 {
        return Ok(());
    }
    Err(format!("{refused} breaking changes of the API; undo them, or allow them with a reason in {ALLOWED}")
        .into())
}

#[cfg(test)]
mod tests {
    use super::{Allowed, Change, judge};

    fn removal() -> Change {
        Change { breaks: true, text: "GET /x: removed".to_owned() }
    }

    #[test]
    fn a_breaking_change_fails_the_check() {
        assert!(judge(&[removal()], &Allowed::default()).is_err());
    }

    #[test]
    fn a_breaking_change_that_is_allowed_with_a_reason_passes() {
        let text = "[[allowed]]\nchange = 'GET /x: removed'\nreason = 'nobody used it'";
        assert!(judge(&[removal()], &toml::from_str(text).unwrap()).is_ok());
        assert!(toml::from_str::<Allowed>("[[allowed]]\nchange = 'GET /x: removed'").is_err());
    }

    #[test]
    fn what_breaks_nothing_is_told_and_passes() {
        let told = Change { breaks: false, ..removal() };
        assert!(judge(&[told], &Allowed::default()).is_ok());
    }
}
