//! What `cargo metadata` says of this workspace: where it is, where it builds to, and its members. No rule about them.

use std::path::{Path, PathBuf};
use std::process::Command;

use serde::Deserialize;

use crate::process::{self, Outcome};

/// What a newcomer's `cargo run` leaves out, and everything that is tested and shipped has.
pub const FEATURES: [&str; 2] = ["--features", "bailiwick/saml"];

#[derive(Deserialize)]
pub struct Workspace {
    #[serde(rename = "workspace_root")]
    pub root: PathBuf,
    #[serde(rename = "target_directory")]
    pub target: PathBuf,
    /// The members alone, since the metadata is read with `--no-deps`.
    #[serde(rename = "packages")]
    pub members: Vec<Member>,
}

#[derive(Deserialize)]
pub struct Member {
    pub name: String,
    pub manifest_path: PathBuf,
    pub dependencies: Vec<Dependency>,
}

#[derive(Deserialize)]
pub struct Dependency {
    pub name: String,
    /// `None` is a normal dependency; else `build` or `dev`.
    pub kind: Option<String>,
}

impl Workspace {
    pub fn find() -> Outcome<Self> {
        let mut cargo = Command::new("cargo");
        cargo.args(["metadata", "--format-version", "1", "--no-deps"]);
        // `cargo run` names the folder of this crate's manifest; the workspace is found from there, wherever one stands.
        if let Some(here) = std::env::var_os("CARGO_MANIFEST_DIR") {
            cargo.current_dir(here);
        }
        let json = process::output(&mut cargo)?;
        serde_json::from_str(&json)
            .map_err(|error| format!("cargo metadata is not understood: {error}").into())
    }

    /// A cargo command at the workspace's root.
    pub fn cargo(&self, args: &[&str]) -> Command {
        self.command(Path::new("cargo"), args)
    }

    /// Any command at the workspace's root.
    pub fn command(&self, program: &Path, args: &[&str]) -> Command {
        let mut command = Command::new(program);
        command.args(args).current_dir(&self.root);
        // What `cargo run` tells of this crate. A library whose build looks at it would be built anew after every plain
        // `cargo build`, and what stands on it too.
        for (name, _) in std::env::vars_os() {
            let name = name.to_string_lossy();
            if name.starts_with("CARGO_PKG_") || name.starts_with("CARGO_MANIFEST_") {
                command.env_remove(&*name);
            }
        }
        command
    }

    /// Where the debug build of the server is put.
    pub fn server(&self) -> PathBuf {
        self.target.join("debug").join(format!("bailiwick{}", std::env::consts::EXE_SUFFIX))
    }
}
