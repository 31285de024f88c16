//! Ids may be handed to calls by reference, as one takes them from an answer. A new kind of ids gets its name here.

use crate::types::{
    AccountId, AppId, AuditEventId, GrantId, InvitationId, KeysetId, MemberId, SessionId, UserId,
};

macro_rules! by_reference {
    ($($name:ident)*) => {$(
        impl From<&$name> for $name {
            fn from(id: &$name) -> Self {
                id.clone()
            }
        }
    )*};
}

by_reference! { AccountId AppId AuditEventId GrantId InvitationId KeysetId MemberId SessionId UserId }
