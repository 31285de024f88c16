//! Packages of Debian, for what the verbs need and this machine lacks. Installed by root alone, and said out loud.

use std::path::Path;
use std::process::Command;

use crate::process::{self, Failure, Outcome};

/// Installs packages; elsewhere than on Debian as root it fails, and names them.
pub fn install(packages: &[&str]) -> Outcome {
    let names = packages.join(" ");
    if !is_debian() || !is_root() {
        return Err(Failure::from(format!("to be installed by hand (on Debian: apt-get install {names})")));
    }
    println!("    installing Debian's {names}");
    process::run(Command::new("apt-get").args(["update", "-qq"]))?;
    let mut apt = Command::new("apt-get");
    apt.args(["install", "-y", "-qq", "--no-install-recommends"]).args(packages);
    process::run(apt.env("DEBIAN_FRONTEND", "noninteractive"))
}

pub fn is_debian() -> bool {
    Path::new("/etc/debian_version").exists()
}

pub fn is_root() -> bool {
    process::output(Command::new("id").arg("-u")).is_ok_and(|user| user.trim() == "0")
}
