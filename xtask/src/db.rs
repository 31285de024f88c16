//! `cargo xtask db up`: the servers that the tests would use, for work by hand. They end with a Ctrl-C.

use crate::process::{Failure, Outcome};
use crate::servers::Servers;
use crate::workspace::Workspace;

pub fn run(_: &Workspace, args: &[String]) -> Outcome {
    if args != ["up"] {
        return Err(Failure { message: "usage: cargo xtask db up".to_owned(), code: 2 });
    }
    let servers = Servers::bring()?;
    println!("\nexport BAILIWICK_DATABASE_URL={}", servers.postgres());
    println!("export BAILIWICK_REDIS_URL={}", servers.redis());
    for (name, url) in servers.variables() {
        println!("export {name}={url}");
    }
    println!("\nCtrl-C ends them, and what is in them is gone.");
    loop {
        std::thread::park();
    }
}
