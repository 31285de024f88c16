//! The deployment that is measured: made through the API, but for the rows of a large one.

use std::collections::HashMap;

use serde_json::{Value, json};
use uuid::Uuid;

use crate::Result;
use crate::http::{Client, text};
use crate::measure::SLICES;
use crate::process::Process;
use crate::seed::{self, Fill};
use crate::site::Site;

pub const EMAIL: &str = "owner@example.com";
pub const PASSWORD: &str = "correct horse battery staple";
const APPS: usize = 10;

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

pub struct World {
    /// The session of the owner of everything.
    pub session: String,
    pub platform_key: String,
    /// 100 members.
    pub small: Account,
    /// How the database knows it.
    pub small_key: Uuid,
    /// 100,000 members.
    pub large: Account,
    /// Where the large one's page 1,000 begins.
    pub page_1000: String,
    /// An account with 10,000 pending invitations.
    pub pending: String,
    /// Accounts without any, one for each slice.
    pub empty: Vec<String>,
}

impl World {
    pub async fn make(site: &Site) -> Result<Self> {
        let server = site.serve().await?;
        let mut client = Client::open(server.address, None).await?;
        let body = json!({"email": EMAIL, "password": PASSWORD, "name": "Owner", "account_name": "Small", "role_model": "pubnub"});
        let made = client.post("/v1/signup", &body).await?;
        let session = text(&made, "/session/token")?;
        client.token = Some(session.clone());
        let mut small = account(&mut client, text(&made, "/account/id")?).await?;
        let large = new_account(&mut client, "Large").await?;
        let mut large = account(&mut client, large).await?;
        let pending = new_account(&mut client, "Pending").await?;
        let mut empty = Vec::new();
        for number in 0..SLICES {
            empty.push(new_account(&mut client, &format!("Empty {number}")).await?);
        }
        drop(client);
        let platform_key = site.platform_key()?;
        server.stop().await?;
        let fills = [
            Fill { account: "Small", members: 99, invitations: 0, first: 0 },
            Fill { account: "Large", members: 99_999, invitations: 0, first: 1_000_000 },
            Fill { account: "Pending", members: 0, invitations: 10_000, first: 2_000_000 },
        ];
        seed::fill(&site.database(), &fills).await?;
        let small_key = seed::account_key(&site.database(), "Small").await?;

        let server = site.serve().await?;
        let page_1000 = look(&server, &session, &mut small, &mut large).await?;
        server.stop().await?;
        Ok(Self { session, platform_key, small, small_key, large, page_1000, pending, empty })
    }

    /// What asks whether a member may view their keyset; they may.
    pub fn question(member: &Member) -> Value {
        json!({
            "subject": {"type": "user", "id": member.user},
            "action": {"name": "key.view"},
            "resource": {"type": "keyset", "id": member.keyset},
        })
    }
}

async fn new_account(client: &mut Client, name: &str) -> Result<String> {
    let body = json!({"name": name, "role_model": "pubnub"});
    text(&client.post("/v1/accounts", &body).await?, "/id")
}

/// Gives an account its apps, with a keyset each.
async fn account(client: &mut Client, id: String) -> Result<Account> {
    let mut keysets = HashMap::new();
    for number in 0..APPS {
        let apps = format!("/v1/accounts/{id}/apps");
        let app = text(&client.post(&apps, &json!({"name": format!("App {number}")})).await?, "/id")?;
        let keyset = client.post(&format!("{apps}/{app}/keysets"), &json!({"name": "Production"})).await?;
        keysets.insert(app, text(&keyset, "/id")?);
    }
    Ok(Account { id, keysets, members: Vec::new() })
}

/// Reads the members of both, and pages through the large one; the cursor of its page 1,000.
async fn look(server: &Process, session: &str, small: &mut Account, large: &mut Account) -> Result<String> {
    let mut client = Client::open(server.address, Some(session)).await?;
    for account in [&mut *small, &mut *large] {
        let page = client.get(&format!("/v1/accounts/{}/members?limit=200", account.id)).await?;
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
