//! The deployment that is measured: made through the API, but for the rows of a large one.

use std::collections::HashMap;

use serde_json::{Value, json};
use uuid::Uuid;

use crate::Result;
use crate::http::{Client, text};
use crate::names::{self, Kind};
use crate::process::Process;
use crate::seed::{self, Fill, Population};
use crate::site::Site;

pub const EMAIL: &str = "owner@example.com";
pub const PASSWORD: &str = "correct horse battery staple";
const APPS: usize = 10;
/// Members of the small account beside its owner.
const SMALL: u32 = 99;
/// Accounts over which writes are spread, and the members of each beside its owner.
pub const SPREAD: u32 = 64;
const MEMBERS: u32 = 20;
/// The first numbers of seeded rows.
const LARGE_FIRST: u32 = 1_000_000;
const PENDING_FIRST: u32 = 2_000_000;
const SPREAD_FIRST: u32 = 3_000_000;
const INVITED_FIRST: u32 = 4_000_000;
/// How far apart the numbers of two accounts begin.
const STEP: u32 = 1_000;
/// How many of a population's members are asked about.
const EVERYWHERE: usize = 20_000;

/// A member with an app of which they are a viewer, and that app's keyset.
pub struct Member {
    pub id: String,
    pub user: String,
    pub app: String,
    pub keyset: String,
}

pub struct Account {
    pub id: String,
    /// Keyset by app.
    keysets: HashMap<String, String>,
    /// Some of its members.
    pub members: Vec<Member>,
}

/// Someone who signed in and has an invitation.
pub struct Invited {
    pub session: String,
    pub token: String,
}

pub struct World {
    /// The session of the owner of everything.
    pub session: String,
    pub platform_key: String,
    /// 100 members.
    pub small: Account,
    /// How the database knows it, and its members' users.
    pub small_key: Uuid,
    pub small_users: Vec<Uuid>,
    /// Its members' sessions.
    pub sessions: Vec<String>,
    /// 100,000 members.
    pub large: Account,
    /// Where the large one's page 1,000 begins.
    pub page_1000: String,
    /// An account with 10,000 pending invitations.
    pub pending: String,
    /// Accounts over which writes are spread.
    pub spread: Vec<Account>,
    /// Invitations to these, in turn.
    pub invited: Vec<Invited>,
    /// Members all over the population, with the keyset that each may view.
    pub everywhere: Vec<(String, String)>,
    /// The texts of keys all over the spread accounts.
    pub keys: Vec<String>,
}

impl World {
    /// With so many invitations to be accepted and so many keys, beside a population, if there is to be one.
    pub async fn make(
        site: &Site,
        invitations: u32,
        keys: u32,
        population: Option<Population>,
    ) -> Result<Self> {
        site.migrate()?;
        if let Some(population) = population {
            seed::populate(site.database(), population).await?;
        }
        let server = site.serve().await?;
        let mut client = Client::open(server.address, None).await?;
        let body = json!({"email": EMAIL, "password": PASSWORD, "name": "Owner", "account_name": "Small", "role_model": "pubnub"});
        let made = client.post("/v1/signup", &body).await?;
        let session = text(&made, "/session/token")?;
        client.token = Some(session.clone());
        let mut small = account(&mut client, text(&made, "/account/id")?, APPS).await?;
        let large = new_account(&mut client, "Large").await?;
        let mut large = account(&mut client, large, APPS).await?;
        let pending = new_account(&mut client, "Pending").await?;
        let mut spread = Vec::new();
        for number in 0..SPREAD {
            let id = new_account(&mut client, &format!("Spread {number}")).await?;
            spread.push(account(&mut client, id, 1).await?);
        }
        drop(client);
        let platform_key = site.platform_key()?;
        server.stop().await?;
        let each = invitations.div_ceil(SPREAD);
        seed::fill(site.database(), &fills(each)).await?;
        let verified = seeded_keys(site, keys).await?;
        let sessions = seed::sessions(site.database(), &(0..SMALL).collect::<Vec<_>>()).await?;
        let keys = seed::account_keys(site.database()).await?;
        let invited = invited(site, each, &keys).await?;

        let server = site.serve().await?;
        let page_1000 = look(&server, &session, &mut small, &mut large, &mut spread).await?;
        check_keys(&server, &platform_key, &verified).await?;
        server.stop().await?;
        Ok(Self {
            session,
            platform_key,
            small,
            small_key: keys["Small"],
            small_users: (0..SMALL).map(|number| names::id(Kind::User, number)).collect(),
            sessions,
            large,
            page_1000,
            pending,
            spread,
            invited,
            everywhere: population.map(everywhere).unwrap_or_default(),
            keys: verified,
        })
    }

    /// What asks whether a user may view a keyset; they may.
    pub fn question(user: &str, keyset: &str) -> Value {
        json!({
            "subject": {"type": "user", "id": user},
            "action": {"name": "key.view"},
            "resource": {"type": "keyset", "id": keyset},
        })
    }
}

fn fills(invited_each: u32) -> Vec<Fill> {
    let named = |name: &str| Fill { account: name.to_owned(), ..Fill::default() };
    let mut fills = vec![
        Fill { members: SMALL, ..named("Small") },
        Fill { members: 99_999, first: LARGE_FIRST, ..named("Large") },
        Fill { invitations: 10_000, first: PENDING_FIRST, ..named("Pending") },
    ];
    for number in 0..SPREAD {
        let (name, above) = (format!("Spread {number}"), STEP * number);
        // The invited go first: their inviter is the one who is there.
        fills.push(Fill {
            invitations: invited_each,
            known: true,
            first: INVITED_FIRST + above,
            ..named(&name)
        });
        fills.push(Fill { members: MEMBERS, first: SPREAD_FIRST + above, ..named(&name) });
    }
    fills
}

/// Keys, spread evenly over the accounts; the texts of those that are asked about.
async fn seeded_keys(site: &Site, count: u32) -> Result<Vec<String>> {
    let each = count.div_ceil(SPREAD);
    if each == 0 {
        return Ok(Vec::new());
    }
    let of =
        |number: u32| seed::Keys { account: format!("Spread {number}"), first: each * number, count: each };
    let all: Vec<seed::Keys> = (0..SPREAD).map(of).collect();
    seed::keys(site.database(), &all).await?;
    let apart = (count as usize / EVERYWHERE).max(1);
    Ok((0..count).step_by(apart).map(names::key_text).collect())
}

/// A bad key is answered by 200, too.
async fn check_keys(server: &Process, platform_key: &str, keys: &[String]) -> Result {
    let mut client = Client::open(server.address, Some(platform_key)).await?;
    for key in keys.iter().step_by(100) {
        let told = client.post("/v1/keys/verify", &json!({ "key": key })).await?;
        if told["valid"] != true {
            return Err(format!("a seeded key is not good: {told}").into());
        }
    }
    Ok(())
}

/// The invited of all accounts, in turn, with what they need to accept.
async fn invited(site: &Site, each: u32, keys: &HashMap<String, Uuid>) -> Result<Vec<Invited>> {
    let turns = (0..each).flat_map(|place| (0..SPREAD).map(move |account| (account, place)));
    let numbered: Vec<_> =
        turns.map(|(account, place)| (account, INVITED_FIRST + STEP * account + place)).collect();
    let numbers: Vec<u32> = numbered.iter().map(|(_, number)| *number).collect();
    let sessions = seed::sessions(site.database(), &numbers).await?;
    let invite = |((account, number), session): (&(u32, u32), String)| Invited {
        session,
        token: names::invitation_token(
            keys[&format!("Spread {account}")],
            names::id(Kind::Invitation, *number),
        ),
    };
    Ok(numbered.iter().zip(sessions).map(invite).collect())
}

/// Each account in turn, and then again with other members: small ones as often as large ones.
fn everywhere(population: Population) -> Vec<(String, String)> {
    let accounts = population.all();
    let turns = (0..).flat_map(|turn| accounts.iter().filter_map(move |account| account.viewer(turn)));
    turns.take(EVERYWHERE).collect()
}

async fn new_account(client: &mut Client, name: &str) -> Result<String> {
    let body = json!({"name": name, "role_model": "pubnub"});
    text(&client.post("/v1/accounts", &body).await?, "/id")
}

/// Gives an account its apps, with a keyset each.
async fn account(client: &mut Client, id: String, most: usize) -> Result<Account> {
    let mut keysets = HashMap::new();
    for number in 0..most {
        let apps = format!("/v1/accounts/{id}/apps");
        let app = text(&client.post(&apps, &json!({"name": format!("App {number}")})).await?, "/id")?;
        let keyset = client.post(&format!("{apps}/{app}/keysets"), &json!({"name": "Production"})).await?;
        keysets.insert(app, text(&keyset, "/id")?);
    }
    Ok(Account { id, keysets, members: Vec::new() })
}

/// Reads members of each, and pages through the large one; the cursor of its page 1,000.
async fn look(
    server: &Process,
    session: &str,
    small: &mut Account,
    large: &mut Account,
    spread: &mut [Account],
) -> Result<String> {
    let mut client = Client::open(server.address, Some(session)).await?;
    for account in [&mut *small, &mut *large].into_iter().chain(spread) {
        let path = format!("/v1/accounts/{}/members?limit=200&status=active", account.id);
        let page = client.get(&path).await?;
        let items = page["items"].as_array().ok_or("a page has items")?;
        account.members = items.iter().filter_map(|item| member(item, &account.keysets)).collect();
    }
    // 999 pages of 100: 499 of 200, and one of 100.
    let mut cursor = String::new();
    for limit in std::iter::repeat_n(200, 499).chain([100]) {
        let path = format!("/v1/accounts/{}/members?limit={limit}{cursor}", large.id);
        cursor = format!("&cursor={}", text(&client.get(&path).await?, "/next_cursor")?);
    }
    Ok(cursor)
}

/// A member who views an app.
fn member(item: &Value, keysets: &HashMap<String, String>) -> Option<Member> {
    let grants = item["grants"].as_array()?;
    let app = grants
        .iter()
        .find_map(|grant| Some(grant["resource"]["id"].as_str()?).filter(|id| keysets.contains_key(*id)))?;
    Some(Member {
        id: item["id"].as_str()?.to_owned(),
        user: item["user"]["id"].as_str()?.to_owned(),
        app: app.to_owned(),
        keyset: keysets[app].clone(),
    })
}
