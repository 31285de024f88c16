//! The README's ten steps. It needs a server whose mails are files:
//! `BAILIWICK_URL`, `BAILIWICK_MAILS` (the folder), `BAILIWICK_PLATFORM_KEY` (`bailiwick platform-key create --name NAME`).

use std::error::Error;
use std::path::Path;
use std::time::Duration;

use bailiwick_client::types::{AccessAction, AccessEntity, GrantIn, ResourceRefIn};
use bailiwick_client::{Typed, connect};

/// The token of the link in the mail to an address, if it is there.
fn token_for(address: &str, mails: &Path) -> Option<String> {
    for entry in std::fs::read_dir(mails).ok()?.flatten() {
        let Ok(mail) = std::fs::read_to_string(entry.path()) else { continue };
        if let (true, Some((_, link))) =
            (mail.contains(&format!("To: {address}")), mail.split_once("accept?token="))
        {
            let in_token = |c: &char| c.is_ascii_alphanumeric() || "-_".contains(*c);
            return Some(link.chars().take_while(in_token).collect());
        }
    }
    None
}

async fn mailed_token(address: &str) -> Result<String, Box<dyn Error>> {
    let mails = std::env::var("BAILIWICK_MAILS")?;
    for _ in 0..600 {
        if let Some(token) = token_for(address, Path::new(&mails)) {
            return Ok(token);
        }
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
    Err(format!("no mail to {address} came").into())
}

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    let url = std::env::var("BAILIWICK_URL")?;
    let run = std::process::id();
    let (adas_address, bobs_address) = (format!("ada-{run}@example.com"), format!("bob-{run}@example.com"));
    let anyone = connect(&url, None)?;

    // 1. Ada signs up: a user, an account under the role model `pubnub`, a session
    let sign_up = || {
        anyone.sign_up().body_map(|body| {
            body.email(adas_address.as_str())
                .password("correct horse")
                .name("Ada")
                .account_name("Acme")
                .role_model("pubnub".to_owned())
        })
    };
    let made = sign_up().send().typed().await?.into_inner();
    let ada = connect(&url, made.session.token.as_deref())?;
    let acct = &made.account.id;

    // 2. She makes an app
    let app = ada.create_app().acct(acct).body_map(|body| body.name("Chat")).send().typed().await?;
    let resource = ResourceRefIn { type_: "app".to_owned(), id: app.id.to_string() };
    let grants = |role: &str| -> Result<Vec<GrantIn>, Box<dyn Error>> {
        Ok(vec![GrantIn::builder().role(role).resource(resource.clone()).try_into()?])
    };

    // 3. She invites Bob to view it
    let first = grants("app-viewer")?;
    let invitation = ada.create_invitation().acct(acct);
    invitation.body_map(|body| body.email(bobs_address.as_str()).grants(first)).send().typed().await?;

    // 4. Bob reads his mail
    let token = mailed_token(&bobs_address).await?;

    // 5. and accepts
    let acceptance = anyone
        .accept_invitation()
        .body_map(|body| body.token(token).name("Bob".parse().ok()).password("battery staple".parse().ok()));
    let bob = acceptance.send().typed().await?.into_inner().member;

    // 6. What would change if Bob became the app's admin?
    let second = grants("app-admin")?;
    let preview = ada.preview_grants().acct(acct).mbr(&bob.id);
    let preview = preview.body_map(|body| body.grants(second.clone())).send().typed().await?;
    assert!(preview.gains.iter().any(|gain| gain.permission == "key.manage"));

    // 7. Make him that
    let change = ada.put_grants().acct(acct).mbr(&bob.id);
    change.body_map(|body| body.grants(second)).send().typed().await?;

    // 8. Your product's back end gets a key
    let back_end = connect(&url, Some(&std::env::var("BAILIWICK_PLATFORM_KEY")?))?;

    // 9. and asks: may Bob manage keys in this app?
    let user = bob.user.ok_or("an active member is a user")?;
    let question = back_end.evaluate().body_map(|body| {
        body.subject(AccessEntity::builder().type_("user").id(user.id.as_str()))
            .action(AccessAction::builder().name("key.manage"))
            .resource(AccessEntity::builder().type_("app").id(app.id.as_str()))
    });
    assert!(question.send().typed().await?.decision);

    // 10. Why?
    let asked = ada
        .explain_access()
        .acct(acct)
        .body_map(|body| body.member(bob.id.clone()).permission("key.manage").resource(resource.clone()));
    let why = asked.send().typed().await?;
    assert_eq!(why.because[0].role_path[0], "app-admin");

    // And a refusal is typed: the address is taken.
    let again = sign_up().send().typed().await;
    assert_eq!(
        again.err().and_then(|failure| failure.code().map(str::to_owned)).as_deref(),
        Some("email_taken")
    );

    println!("Bob may manage keys in {}, by {}", app.name, why.because[0].role_path.join(" → "));
    Ok(())
}
