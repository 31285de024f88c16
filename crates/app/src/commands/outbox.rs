//! What waits to be delivered, shown to the operator; and dead messages tried again.

use std::sync::Arc;

use bailiwick_domain::ids::DeliveryId;
use bailiwick_domain::outbox::Letter;
use bailiwick_usecases::outbox;

use super::{Failure, call};
use crate::settings::Settings;
use crate::system::SystemClock;
use crate::wiring;

fn id(text: &str) -> Result<DeliveryId, Failure> {
    text.parse().map_err(|_| Failure::new(&format!("{text:?} is no id of a message, which begins with dlv_")))
}

/// Lists messages, a line each with tabs between; and how to go on, where there are more.
pub async fn list(settings: &Settings, dead: bool, after: Option<&str>, limit: u64) -> Result<(), Failure> {
    let after = after.map(id).transpose()?;
    let cx = wiring::context(settings, Arc::new(SystemClock::new())).await?;
    let page = outbox::list(&cx, dead, after, limit).await?;
    println!("id\tmessage\tqueued\tattempts\tstate\tlast failure");
    for letter in &page.items {
        println!("{}", line(letter));
    }
    if let Some(last) = page.items.last().filter(|_| page.more) {
        println!("more: bailiwick outbox list{} --after {}", if dead { " --dead" } else { "" }, last.id);
    }
    Ok(())
}

fn line(letter: &Letter) -> String {
    let message = letter.message.as_ref().map_or("unknown to this release", |message| message.kind());
    let state = match (letter.dead_at, letter.due_at) {
        (Some(since), _) => format!("dead since {since}"),
        (None, Some(due)) => format!("due {due}"),
        (None, None) => "-".to_owned(),
    };
    let failure = letter.failure.as_deref().unwrap_or("-");
    format!("{}\t{message}\t{}\t{}\t{state}\t{failure}", letter.id, letter.created_at, letter.attempts)
}

/// Has one dead message delivered after all, or all of them.
pub async fn retry(settings: &Settings, which: Option<&str>) -> Result<(), Failure> {
    let which = which.map(id).transpose()?;
    let cx = wiring::context(settings, Arc::new(SystemClock::new())).await?;
    match which {
        Some(id) => {
            outbox::retry(&cx, &call(), id).await?;
            println!("{id} is due now");
        }
        None => println!("{} messages are due now", outbox::retry_all(&cx, &call()).await?),
    }
    Ok(())
}
