//! Tokens: random ones, of which only a hash is stored, and those in mailed links, which are signatures and stored nowhere.

use bailiwick_domain::challenges::ChallengeKind;
use bailiwick_domain::ids::{AccountId, ChallengeId, InvitationId, UserId};
use bailiwick_domain::invitations::Invitation;
use bailiwick_domain::users::User;
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use sha2::{Digest, Sha256};
use uuid::Uuid;

use bailiwick_ports::system::Signer;

use crate::context::Context;

/// What a session's token starts with.
pub const SESSION_PREFIX: &str = "bws_";
/// What a platform key starts with.
pub const PLATFORM_KEY_PREFIX: &str = "bwp_";

/// A secret that is shown once: it is not part of what a repeated request is answered with.
#[derive(Clone, Default)]
pub struct Secret(Option<String>);

// Written by hand: a derived newtype writes its field even where that is to be skipped.
impl Serialize for Secret {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_unit()
    }
}

impl<'de> Deserialize<'de> for Secret {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        <()>::deserialize(deserializer).map(|()| Self(None))
    }
}

impl Secret {
    /// A text that is shown this once.
    pub(crate) fn new(text: String) -> Self {
        Self(Some(text))
    }
    /// The text, unless this is a repeated answer.
    pub fn reveal(&self) -> Option<&str> {
        self.0.as_deref()
    }
}

impl std::fmt::Debug for Secret {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Secret(..)")
    }
}

/// A new random token with its hash.
pub(crate) fn random(cx: &Context, prefix: &str) -> (Secret, [u8; 32]) {
    let token = format!("{prefix}{}", URL_SAFE_NO_PAD.encode(cx.ids.secret()));
    let hash = hash(&token);
    (Secret(Some(token)), hash)
}

/// By which a token is known.
pub fn hash(token: &str) -> [u8; 32] {
    Sha256::digest(token.as_bytes()).into()
}

fn join(parts: &[&[u8]]) -> String {
    URL_SAFE_NO_PAD.encode(parts.concat())
}

fn split<const N: usize>(token: &str) -> Option<([Uuid; N], [u8; 32])> {
    let bytes = URL_SAFE_NO_PAD.decode(token).ok()?;
    if bytes.len() != N * 16 + 32 {
        return None;
    }
    let mut ids = [Uuid::nil(); N];
    for (id, chunk) in ids.iter_mut().zip(bytes.chunks_exact(16)) {
        *id = Uuid::from_slice(chunk).ok()?;
    }
    Some((ids, bytes[N * 16..].try_into().ok()?))
}

/// By which a user's recovery code is known. No key is needed: it is too long to be found by trying, and so it outlives
/// a change of the deployment's key.
pub(crate) fn recovery_code(user: UserId, plain: &str) -> [u8; 32] {
    hash(&format!("recovery code of {user}: {plain}"))
}

/// Compares two MACs in a time that does not tell where they differ: by their own keyed hashes.
fn same(cx: &Context, one: &[u8], other: &[u8]) -> bool {
    cx.signer.mac("compare", one) == cx.signer.mac("compare", other)
}

/// Whether a MAC is of some data for one purpose, by the deployment's key or by the one that is accepted beside it.
pub(crate) fn is_signed(cx: &Context, purpose: &str, data: &[u8], mac: &[u8; 32]) -> bool {
    let other = || cx.signer.other_mac(purpose, data).is_some_and(|known| same(cx, mac, &known));
    same(cx, mac, &cx.signer.mac(purpose, data)) || other()
}

const KEY: &str = "key";

/// By which a secret of an API key is known: a keyed hash of the whole text, so that no part of it can be another one.
pub(crate) fn key_hash(signer: &dyn Signer, text: &str) -> [u8; 32] {
    signer.mac(KEY, text.as_bytes())
}

/// The same under the key that is accepted beside the deployment's own.
pub(crate) fn other_key_hash(signer: &dyn Signer, text: &str) -> Option<[u8; 32]> {
    signer.other_mac(KEY, text.as_bytes())
}

const INVITATION: &str = "invitation";
const EMAIL: &str = "email_verification";

fn invitation_data(invitation: &Invitation) -> Vec<u8> {
    let (account, id) = (invitation.account.uuid(), invitation.id.uuid());
    [account.as_bytes().as_slice(), id.as_bytes(), &invitation.generation.to_be_bytes()].concat()
}

/// The token in an invitation's link.
pub(crate) fn invitation(cx: &Context, invitation: &Invitation) -> String {
    let mac = cx.signer.mac(INVITATION, &invitation_data(invitation));
    join(&[invitation.account.uuid().as_bytes(), invitation.id.uuid().as_bytes(), &mac])
}

/// Which invitation a token names; whether it is genuine is for [`is_genuine`].
pub(crate) fn named_invitation(token: &str) -> Option<(AccountId, InvitationId, [u8; 32])> {
    split::<2>(token).map(|([account, id], mac)| (AccountId::new(account), InvitationId::new(id), mac))
}

/// Whether a token's MAC is that of the invitation's newest link.
pub(crate) fn is_genuine(cx: &Context, invitation: &Invitation, mac: &[u8; 32]) -> bool {
    is_signed(cx, INVITATION, &invitation_data(invitation), mac)
}

fn email_data(user: &User) -> Vec<u8> {
    [user.id.uuid().as_bytes().as_slice(), user.email.normal().as_bytes()].concat()
}

/// The token in the link that proves a user's address.
pub(crate) fn email_verification(cx: &Context, user: &User) -> String {
    join(&[user.id.uuid().as_bytes(), &cx.signer.mac(EMAIL, &email_data(user))])
}

/// Which user a token names.
pub(crate) fn named_user(token: &str) -> Option<(UserId, [u8; 32])> {
    split::<1>(token).map(|([user], mac)| (UserId::new(user), mac))
}

/// Whether a token proves the user's present address.
pub(crate) fn proves_address(cx: &Context, user: &User, mac: &[u8; 32]) -> bool {
    is_signed(cx, EMAIL, &email_data(user), mac)
}

fn challenge_purpose(kind: ChallengeKind) -> String {
    format!("challenge {}", kind.as_str())
}

/// A challenge's token.
pub(crate) fn challenge(cx: &Context, kind: ChallengeKind, id: ChallengeId) -> String {
    let id = id.uuid();
    join(&[id.as_bytes(), &cx.signer.mac(&challenge_purpose(kind), id.as_bytes())])
}

/// Which challenge a token names, if it is genuine.
pub(crate) fn named_challenge(cx: &Context, kind: ChallengeKind, token: &str) -> Option<ChallengeId> {
    let ([id], mac) = split::<1>(token)?;
    is_signed(cx, &challenge_purpose(kind), id.as_bytes(), &mac).then(|| ChallengeId::new(id))
}
