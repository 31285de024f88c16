//! `cargo xtask openapi [--check]`: the API document as committed is the one the code prints. The code is the source;
//! nobody edits the document.

use std::fs;
use std::path::PathBuf;

use crate::process::{self, Failure, Outcome};
use crate::workspace::Workspace;

/// Differing lines shown before the rest is left to the developer's own diff.
const SHOWN: usize = 3;

pub fn run(workspace: &Workspace, args: &[String]) -> Outcome {
    match args {
        [] => write(workspace),
        [flag] if flag == "--check" => check(workspace),
        _ => Err(Failure { message: "usage: cargo xtask openapi [--check]".to_owned(), code: 2 }),
    }
}

fn write(workspace: &Workspace) -> Outcome {
    let path = document(workspace);
    let text = generate(workspace)?;
    let stored = path.parent().map_or(Ok(()), fs::create_dir_all).and_then(|()| fs::write(&path, text));
    stored.map_err(|error| format!("cannot write {}: {error}", path.display()))?;
    println!("openapi/openapi.json is written");
    Ok(())
}

pub fn check(workspace: &Workspace) -> Outcome {
    let generated = generate(workspace)?;
    let committed = fs::read_to_string(document(workspace))
        .map_err(|error| format!("openapi/openapi.json: {error}; write it with `cargo xtask openapi`"))?;
    match difference(&committed, &generated) {
        None => Ok(()),
        Some(lines) => {
            Err(format!("openapi/openapi.json is not what the code says; fix: cargo xtask openapi\n{lines}")
                .into())
        }
    }
}

/// The committed document.
pub fn document(workspace: &Workspace) -> PathBuf {
    workspace.root.join("openapi/openapi.json")
}

fn generate(workspace: &Workspace) -> Outcome<String> {
    let text = process::output(&mut workspace.cargo(&["run", "-q", "-p", "bailiwick", "--", "openapi"]))?;
    Ok(format!("{}\n", text.trim_end()))
}

/// The first lines in which two texts differ; `None` when they are the same.
fn difference(committed: &str, generated: &str) -> Option<String> {
    if committed == generated {
        return None;
    }
    let (mut old, mut new) = (committed.lines(), generated.lines());
    let mut shown = Vec::new();
    let mut number = 0;
    while shown.len() < SHOWN {
        number += 1;
        match (old.next(), new.next()) {
            (None, None) => break,
            (was, is) if was == is => {}
            (was, is) => shown.push(format!(
                "  line {number}\n    committed: {}\n    generated: {}",
                was.unwrap_or("(ended)").trim(),
                is.unwrap_or("(ended)").trim()
            )),
        }
    }
    if shown.is_empty() {
        shown.push("  only line ends or the end of the file differ".to_owned());
    }
    Some(shown.join("\n"))
}

#[cfg(test)]
mod tests {
    use super::difference;

    #[test]
    fn equal_documents_have_no_difference() {
        assert_eq!(difference("a\nb\n", "a\nb\n"), None);
    }

    #[test]
    fn the_first_differing_line_is_named() {
        let lines = difference("a\nb\nc\n", "a\nX\nc\n").unwrap();
        assert_eq!(lines, "  line 2\n    committed: b\n    generated: X");
    }

    #[test]
    fn a_document_that_ends_early_differs() {
        assert!(difference("a\n", "a\nb\n").unwrap().contains("committed: (ended)"));
    }

    #[test]
    fn a_missing_last_newline_differs() {
        assert!(difference("a", "a\n").unwrap().contains("end of the file"));
    }
}
