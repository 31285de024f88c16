//! Running other programs, saying so, and timing it. No verb's knowledge belongs here.

use std::process::{Command, Stdio};
use std::time::Instant;

/// Why a verb failed, and the exit code it leaves with.
#[derive(Debug)]
pub struct Failure {
    pub message: String,
    pub code: u8,
}

pub type Outcome<T = ()> = Result<T, Failure>;

impl From<String> for Failure {
    fn from(message: String) -> Self {
        Self { message, code: 1 }
    }
}

impl From<&str> for Failure {
    fn from(message: &str) -> Self {
        Self::from(message.to_owned())
    }
}

/// Runs a command in sight of the developer; its exit code becomes the failure's.
pub fn run(command: &mut Command) -> Outcome {
    println!("    $ {}", shown(command));
    let status = command.status().map_err(|error| cannot_start(command, &error))?;
    if status.success() {
        return Ok(());
    }
    let code = status.code().and_then(|code| u8::try_from(code).ok()).unwrap_or(1);
    Err(Failure { message: format!("{} ended with {status}", name(command)), code })
}

/// Runs a command and gives its standard output; its standard error stays in sight.
pub fn output(command: &mut Command) -> Outcome<String> {
    let output = command.stderr(Stdio::inherit()).output().map_err(|error| cannot_start(command, &error))?;
    if !output.status.success() {
        return Err(format!("{} ended with {}", name(command), output.status).into());
    }
    String::from_utf8(output.stdout).map_err(|_| format!("{} printed no UTF-8", name(command)).into())
}

/// A command's standard output if it succeeds; it prints nothing.
pub fn quiet(command: &mut Command) -> Option<String> {
    let output = command.stderr(Stdio::null()).output().ok().filter(|output| output.status.success())?;
    String::from_utf8(output.stdout).ok()
}

/// True when the command can be started and succeeds; it prints nothing.
pub fn succeeds(command: &mut Command) -> bool {
    command.stdout(Stdio::null()).stderr(Stdio::null()).status().is_ok_and(|status| status.success())
}

/// Runs one named step under a headline, and tells how it ended and how long it took.
pub fn step<T>(title: &str, work: impl FnOnce() -> Outcome<T>) -> Outcome<T> {
    println!("\n=== {title}");
    let (outcome, seconds) = timed(work);
    match &outcome {
        Ok(_) => println!("=== {title}: good, {seconds:.1} s"),
        Err(failure) => println!("=== {title}: FAILED, {seconds:.1} s: {}", failure.message),
    }
    outcome
}

#[expect(clippy::disallowed_methods, reason = "a developer's tool may look at the clock to time its steps")]
fn timed<T>(work: impl FnOnce() -> T) -> (T, f64) {
    let start = Instant::now();
    let result = work();
    (result, start.elapsed().as_secs_f64())
}

fn cannot_start(command: &Command, error: &std::io::Error) -> Failure {
    format!("cannot start {}: {error}", name(command)).into()
}

fn name(command: &Command) -> String {
    let mut words = std::iter::once(command.get_program()).chain(command.get_args());
    let program = words.next().map(base_name).unwrap_or_default();
    match words.next().map(|word| word.to_string_lossy().into_owned()) {
        Some(word) if !word.starts_with('-') && !word.contains('/') => format!("{program} {word}"),
        _ => program,
    }
}

/// The command as a developer would type it, less what must not be seen in a log.
fn shown(command: &Command) -> String {
    let program = base_name(command.get_program());
    let args = command.get_args().map(|arg| {
        let arg = arg.to_string_lossy();
        if arg.starts_with("Authorization:") { "Authorization:…".to_owned() } else { arg.into_owned() }
    });
    std::iter::once(program).chain(args).collect::<Vec<_>>().join(" ")
}

fn base_name(path: &std::ffi::OsStr) -> String {
    std::path::Path::new(path).file_name().unwrap_or(path).to_string_lossy().into_owned()
}
