//! Running chosen end-to-end tests with more trials than `cargo xtask test` takes, and showing what they print.

use crate::process::{self, Failure, Outcome};
use crate::servers;
use crate::tools;
use crate::workspace::{FEATURES, Workspace};

/// Runs the tests whose names contain one of the filters, with the variables set.
pub fn run(workspace: &Workspace, filters: &[&str], variables: &[(&str, String)]) -> Outcome {
    process::run(workspace.cargo(&["build", "-p", "bailiwick", "--locked"]).args(FEATURES))?;
    let mut test = workspace.cargo(&["test", "-p", "bailiwick-tests", "--test", "it", "--locked", "--"]);
    test.arg("--nocapture").args(filters).env("BAILIWICK_BIN", workspace.server());
    let (name, programs) = servers::programs()?;
    test.env(name, programs).env("BAILIWICK_TEST_SMTP_PYTHON", tools::aiosmtpd(workspace)?);
    test.env("BAILIWICK_TEST_PEERS", tools::peers(workspace)?);
    process::run(test.envs(variables.iter().map(|(name, value)| (name, value))))
}

/// The values of flags that each take one, in their order; fails with the usage.
pub fn flags<const N: usize>(args: &[String], names: [&str; N], usage: &str) -> Outcome<[Option<String>; N]> {
    let wrong = || Failure { message: format!("usage: cargo xtask {usage}"), code: 2 };
    let mut values = names.map(|_| None);
    let mut args = args.iter();
    while let Some(arg) = args.next() {
        let at = names.iter().position(|name| name == arg).ok_or_else(wrong)?;
        values[at] = Some(args.next().ok_or_else(wrong)?.clone());
    }
    Ok(values)
}

/// A number that a flag gave, or the usual one.
pub fn number(given: Option<&String>, usual: u32) -> Outcome<String> {
    let Some(given) = given else { return Ok(usual.to_string()) };
    match given.parse::<u32>() {
        Ok(number) if number > 0 => Ok(given.clone()),
        _ => Err(Failure { message: format!("{given} is no number above 0"), code: 2 }),
    }
}
