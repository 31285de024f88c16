//! One decision for a caller who may ask it: AuthZEN's evaluation.

use bailiwick_domain::access::Subject;
use bailiwick_domain::ids::AccountId;
use bailiwick_domain::permissions::Core;
use bailiwick_domain::resources::{ResourceKey, ResourceRef};

use super::Outcome;
use crate::context::{Call, Caller, Context};
use crate::error::{Error, Result};
use crate::gate;

/// Subject, action and resource, as a client names them.
#[derive(Debug, Clone, Copy)]
pub struct Question<'a> {
    /// The subject's type: `user` or `integration`.
    pub subject_type: &'a str,
    /// The subject's id.
    pub subject_id: &'a str,
    /// The permission.
    pub permission: &'a str,
    /// The resource's type.
    pub resource_type: &'a str,
    /// The resource's id.
    pub resource_id: &'a str,
    /// The account that the resource is said to be of.
    pub account: Option<&'a str>,
    /// Whether only the database will do.
    pub fresh: bool,
}

/// The answer to a [`Question`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Decision {
    /// Whether it is allowed.
    pub allowed: bool,
    /// Why not, as a stable code.
    pub code: Option<&'static str>,
}

impl From<Outcome> for Decision {
    fn from(outcome: Outcome) -> Self {
        let code = match outcome {
            Outcome::Allowed => None,
            Outcome::Denied => Some("permission_denied"),
            Outcome::UnknownPermission => Some("unknown_permission"),
            Outcome::UnknownResource => Some("unknown_resource"),
            Outcome::NotAMember => Some("not_a_member"),
            Outcome::MemberNotActive => Some("member_not_active"),
            Outcome::AccountClosed => Some("account_closed"),
            Outcome::TwoFactorRequired => Some("account_two_factor_required"),
        };
        Self { allowed: code.is_none(), code }
    }
}

/// A subject as a client names it; none when it can't be one.
pub fn subject_named(kind: &str, id: &str) -> Option<Subject> {
    match kind {
        "user" => id.parse().ok().map(Subject::User),
        "integration" => id.parse().ok().map(Subject::Integration),
        _ => None,
    }
}

/// Decides a question. Who asks must be a platform key, the subject, or someone with `member.view` on the account.
///
/// # Errors
/// `permission_denied`, `account_two_factor_required` for the asker; what the store fails with.
pub async fn evaluate(cx: &Context, call: &Call, question: Question<'_>) -> Result<Decision> {
    let unknown = |outcome: Outcome| Ok(Decision::from(outcome));
    let subject = subject_named(question.subject_type, question.subject_id);
    let key = ResourceKey::named(question.resource_type, question.resource_id);
    let own_account =
        (question.resource_type == "account").then(|| question.resource_id.parse().ok()).flatten();
    let named = match question.account.map(str::parse::<AccountId>) {
        Some(Ok(account)) => Some(account),
        Some(Err(_)) => {
            authorize(cx, call, subject, None).await?;
            return unknown(Outcome::UnknownResource);
        }
        None => own_account,
    };
    let Some(key) = key else {
        authorize(cx, call, subject, named).await?;
        return unknown(Outcome::UnknownResource);
    };
    if !matches!(call.caller, Caller::Platform(_)) {
        let account = match named {
            Some(account) => Some(account),
            None => cx.decisions.place_of(key).await?.map(|path| path.account),
        };
        authorize(cx, call, subject, account).await?;
        if !came_through(cx, call, account).await? {
            return Ok(Decision { allowed: false, code: Some("sso_required") });
        }
    }
    let Some(subject) = subject else { return unknown(Outcome::NotAMember) };
    let outcome = if question.fresh {
        cx.decisions.decide_fresh(subject, named, key, question.permission, cx.now()).await?
    } else {
        cx.decisions.decide(subject, named, key, question.permission, cx.now()).await?
    };
    let told = match (outcome, call.caller) {
        (Outcome::NotAMember, Caller::User { .. } | Caller::Integration { .. }) => Outcome::UnknownResource,
        _ => outcome,
    };
    Ok(told.into())
}

/// Whether a caller came through an account's own single sign-on, where that is the only way into it.
pub(super) async fn came_through(cx: &Context, call: &Call, account: Option<AccountId>) -> Result<bool> {
    let (Some(account), Caller::User { user, .. }, None) = (account, call.caller, call.sso()) else {
        return Ok(true);
    };
    Ok(cx.decisions.known(account, user, cx.now()).await?.is_none_or(|known| !known.through_sso))
}

/// Whether a caller may ask about a subject in an account: platform keys always, everyone about themselves.
///
/// # Errors
/// `permission_denied`; `account_two_factor_required`, `other_sign_in_required`; not signed in.
pub async fn authorize(
    cx: &Context,
    call: &Call,
    subject: Option<impl Into<Subject>>,
    account: Option<AccountId>,
) -> Result<()> {
    let subject = subject.map(Into::into);
    if let (Caller::User { user, .. }, Some(own)) =
        (call.caller, call.sso().filter(|own| account == Some(*own)))
        && let Some(known) = cx.decisions.known(own, user, cx.now()).await?
    {
        gate::check_owners_way_in(cx, call, own, &known).await?;
    }
    match call.caller {
        Caller::Platform(_) => return Ok(()),
        // Of other accounts they are told nothing.
        Caller::User { .. } if call.sso().is_some_and(|own| account != Some(own)) => {}
        Caller::User { .. } | Caller::Integration { .. } => {
            let own = call.caller.subject()?;
            if Some(own) == subject {
                return Ok(());
            }
            if let Some(account) = account {
                let key = ResourceKey::Account(account);
                let view = Core::MemberView.id();
                match cx.decisions.decide(own, Some(account), key, view, cx.now()).await? {
                    Outcome::Allowed => return Ok(()),
                    Outcome::NotAMember | Outcome::UnknownResource => {}
                    Outcome::TwoFactorRequired => return Err(gate::two_factor_required()),
                    _ => return Err(Error::lacks(Core::MemberView, ResourceRef::account(account))),
                }
            }
        }
        Caller::Anonymous | Caller::Operator => return Err(Error::unauthenticated()),
    }
    // Whose the resource is, or whether it is there at all, is not for who has no part in its account.
    let resource = ResourceRef { kind: "account".to_owned(), id: "unknown".to_owned() };
    Err(Error::lacks(Core::MemberView, resource))
}
