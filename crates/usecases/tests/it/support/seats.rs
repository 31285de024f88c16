//! People in accounts, and what they do most.

use std::future::Future;

use bailiwick_domain::ids::{AccountId, AppId, KeysetId, MemberId, PlatformKeyId, SessionId, UserId};
use bailiwick_domain::keysets::Environment;
use bailiwick_domain::members::{Member, MemberStatus};
use bailiwick_domain::resources::Resource;
use bailiwick_domain::sessions::{Method, Methods, SignedIn};
use bailiwick_domain::time::Timestamp;
use bailiwick_ports::mail::Mail;
use bailiwick_usecases::acceptance::{self, Accepted, NewUser};
use bailiwick_usecases::input::NewGrant;
use bailiwick_usecases::integrations::Affected;
use bailiwick_usecases::invitations::{self, Invited};
use bailiwick_usecases::keys::{NewKey, Place};
use bailiwick_usecases::members::{self, Transfer};
use bailiwick_usecases::sessions::{NewSession, SignIn};
use bailiwick_usecases::users::{self, SignUp, SignedUp};
use bailiwick_usecases::{Call, Caller, Error, Result, apps, keysets, outbox, platform_keys, sessions};

use super::{World, refusal};

/// A signed-in user's place in an account.
#[derive(Debug, Clone)]
pub struct Seat {
    pub user: UserId,
    pub session: SessionId,
    pub signed_in: SignedIn,
    pub token: String,
    pub email: String,
    pub account: AccountId,
    pub member: MemberId,
}

impl Seat {
    pub fn caller(&self) -> Caller {
        Caller::User { user: self.user, session: self.session, signed_in: self.signed_in }
    }
    /// An active member without grants, as a store takes it.
    pub fn as_member(&self, now: Timestamp) -> Member {
        Member {
            id: self.member,
            account: self.account,
            user: Some(self.user),
            email: self.email.clone().try_into().unwrap(),
            name: None,
            status: MemberStatus::Active,
            grants: Vec::new(),
            two_factor: false,
            last_seen_at: None,
            created_at: now,
            version: 1,
        }
    }
    /// The same user in another account.
    pub fn at(&self, account: AccountId, member: MemberId) -> Self {
        Self { account, member, ..self.clone() }
    }
}

/// The token in a mail's link.
pub fn token_in(mail: &Mail) -> String {
    let (_, rest) = mail.text.split_once("token=").unwrap();
    rest.split_whitespace().next().unwrap().to_owned()
}

/// A key that may subscribe, for ever.
pub fn new_key(name: &str) -> NewKey {
    let capabilities = vec!["channel:public-*:subscribe".to_owned()];
    NewKey { name: name.to_owned(), capabilities, expires_at: None, expires_in_days: None }
}

pub fn address(name: &str) -> String {
    format!("{name}@example.com")
}

pub fn password(name: &str) -> String {
    format!("the long password of {name}")
}

/// The session of a sign-in that asked for nothing more.
pub fn opened(sign_in: SignIn) -> NewSession {
    match sign_in {
        SignIn::Session(session) => session,
        SignIn::SecondFactor { .. } => panic!("a second factor is asked for"),
    }
}

impl World {
    pub fn by(&self, seat: &Seat) -> Call {
        self.call(seat.caller())
    }

    /// A call that wants no version but one to be changed.
    pub fn by_if(&self, seat: &Seat, version: u64) -> Call {
        Call { if_match: Some(version), ..self.by(seat) }
    }

    pub fn form(name: &str, model: &str) -> SignUp {
        SignUp {
            email: address(name),
            password: password(name),
            name: name.to_owned(),
            account_name: format!("The account of {name}"),
            role_model: Some(model.to_owned()),
        }
    }

    /// A sign-in of now.
    pub fn by_password(&self) -> SignedIn {
        SignedIn { at: self.now(), methods: Methods::of(Method::Password), sso: None }
    }

    /// A new user with an account of their own.
    pub async fn sign_up(&self, name: &str, model: &str) -> Seat {
        self.sign_up_as(Self::form(name, model)).await
    }

    pub async fn sign_up_as(&self, form: SignUp) -> Seat {
        let email = form.email.clone();
        let SignedUp { user, account, member, session } =
            users::sign_up(&self.cx, &self.anonymous(), form).await.unwrap();
        Seat {
            user: user.id,
            session: session.id,
            signed_in: self.by_password(),
            token: session.token.reveal().unwrap().to_owned(),
            email,
            account: account.id,
            member: member.id,
        }
    }

    /// A new user who signs up from somewhere.
    pub async fn sign_up_from(&self, name: &str, source: &str) {
        let call = Call { source_ip: Some(source.to_owned()), ..self.anonymous() };
        users::sign_up(&self.cx, &call, Self::form(name, "standard")).await.unwrap();
    }

    pub async fn invite(&self, by: &Seat, name: &str, asked: Vec<NewGrant>) -> Result<Invited> {
        invitations::invite(&self.cx, &self.by(by), by.account, address(name), None, asked).await
    }

    /// Delivers all that is due.
    pub async fn deliver(&self) -> Vec<Mail> {
        loop {
            let claimed = outbox::claim_due(&self.cx, self.cx.now()).await.unwrap();
            if claimed.is_empty() {
                break;
            }
            outbox::deliver(&self.cx, &claimed).await.unwrap();
        }
        self.mailer.take()
    }

    /// Invites, delivers, and finds the token.
    pub async fn invited(&self, by: &Seat, name: &str, asked: Vec<NewGrant>) -> (Invited, String) {
        let invited = self.invite(by, name, asked).await.unwrap();
        (invited, self.mailed_token(name).await)
    }

    /// The token in the newest mail with an invitation to someone.
    pub async fn mailed_token(&self, name: &str) -> String {
        let mails = self.deliver().await;
        let to = address(name);
        let invites = |mail: &&Mail| mail.to.as_str() == to && mail.text.contains("/invitations/accept?");
        token_in(mails.iter().rfind(invites).unwrap())
    }

    /// Accepts as a new user.
    pub async fn accept_new(&self, name: &str, token: &str) -> Result<Accepted> {
        let new_user = NewUser { name: name.to_owned(), password: password(name) };
        acceptance::accept(&self.cx, &self.anonymous(), token, Some(new_user)).await
    }

    /// Accepts as a signed-in user.
    pub async fn accept(&self, seat: &Seat, token: &str) -> Result<Accepted> {
        acceptance::accept(&self.cx, &self.by(seat), token, None).await
    }

    /// A new user who was invited and accepted.
    pub async fn join(&self, by: &Seat, name: &str, asked: Vec<NewGrant>) -> Seat {
        let (_, token) = self.invited(by, name, asked).await;
        let Accepted { member, account, session } = self.accept_new(name, &token).await.unwrap();
        let session = session.unwrap();
        Seat {
            user: member.user.unwrap(),
            session: session.id,
            signed_in: self.by_password(),
            token: session.token.reveal().unwrap().to_owned(),
            email: address(name),
            account: account.id,
            member: member.id,
        }
    }

    /// A known user, by name, who is invited to another account and accepts.
    pub async fn join_known(&self, by: &Seat, name: &str, seat: &Seat, asked: Vec<NewGrant>) -> Seat {
        let (_, token) = self.invited(by, name, asked).await;
        let accepted = self.accept(seat, &token).await.unwrap();
        seat.at(accepted.account.id, accepted.member.id)
    }

    pub async fn sign_in(&self, name: &str) -> Result<NewSession> {
        self.first_step(name).await.map(opened)
    }

    /// The first step of a sign-in.
    pub async fn first_step(&self, name: &str) -> Result<SignIn> {
        sessions::sign_in(&self.cx, &self.anonymous(), address(name), password(name)).await
    }

    pub async fn sign_in_at(&self, email: &str, password: &str) -> NewSession {
        let (email, password) = (email.to_owned(), password.to_owned());
        opened(sessions::sign_in(&self.cx, &self.anonymous(), email, password).await.unwrap())
    }

    pub async fn put(&self, by: &Seat, member: MemberId, asked: Vec<NewGrant>) -> Result<Member> {
        members::put_grants(&self.cx, &self.by(by), by.account, member, asked).await
    }

    pub async fn remove(&self, by: &Seat, member: MemberId) -> Result<()> {
        self.remove_telling(by, member).await.map(drop)
    }

    /// Removes someone, and tells what hung on them.
    pub async fn remove_telling(&self, by: &Seat, member: MemberId) -> Result<Affected> {
        members::remove(&self.cx, &self.by(by), by.account, member).await
    }

    pub async fn suspend(&self, by: &Seat, member: MemberId, suspended: bool) -> Result<Member> {
        members::set_suspended(&self.cx, &self.by(by), by.account, member, suspended).await
    }

    pub async fn transfer(&self, by: &Seat, to: MemberId, keep: &[&str]) -> Result<Transfer> {
        let keep: Vec<String> = keep.iter().map(|role| (*role).to_owned()).collect();
        members::transfer(&self.cx, &self.by(by), by.account, to, &keep).await
    }

    pub async fn app(&self, by: &Seat, name: &str) -> Resource {
        apps::create(&self.cx, &self.by(by), by.account, name.to_owned()).await.unwrap().app
    }

    pub async fn keyset(&self, by: &Seat, app: &Resource, name: &str) -> Resource {
        let (call, app) = (self.by(by), AppId::new(app.key));
        keysets::create(&self.cx, &call, by.account, app, name.to_owned(), Environment::Testing)
            .await
            .unwrap()
            .keyset
    }

    /// A new keyset of a new app.
    pub async fn some_keyset(&self, by: &Seat) -> Place {
        let app = self.app(by, "one").await;
        Self::place(&self.keyset(by, &app, "live").await)
    }

    /// Where a keyset is.
    pub fn place(keyset: &Resource) -> Place {
        let (app, id) = (AppId::new(keyset.parent_key), KeysetId::new(keyset.key));
        Place { account: keyset.account, app, keyset: id }
    }

    pub async fn delete_app(&self, by: &Seat, app: &Resource) -> Result<()> {
        apps::delete(&self.cx, &self.by(by), by.account, AppId::new(app.key)).await
    }

    pub async fn delete_keyset(&self, by: &Seat, app: &Resource, keyset: &Resource) -> Result<()> {
        let (app, keyset) = (AppId::new(app.key), KeysetId::new(keyset.key));
        keysets::delete(&self.cx, &self.by(by), by.account, app, keyset).await
    }

    /// The operator's back end, with a platform key of its own.
    pub async fn platform(&self) -> Caller {
        let operator = self.call(Caller::Operator);
        let secret = platform_keys::create(&self.cx, &operator, "the product".to_owned()).await.unwrap();
        sessions::authenticate(&self.cx, secret.reveal()).await.unwrap()
    }

    /// A platform key's id that is no one's: use cases trust the caller that they are given.
    pub fn any_platform(&self) -> Caller {
        Caller::Platform(PlatformKeyId::new(self.cx.ids.uuid()))
    }

    /// A refusal that left the account, its audit and the outbox as they were.
    pub async fn refused<T>(&self, seat: &Seat, what: impl Future<Output = Result<T>>) -> Error {
        let before = self.snapshot(seat.account).await;
        let error = refusal(what.await);
        assert_eq!(self.snapshot(seat.account).await, before, "a refusal changes nothing");
        error
    }
}
