//! Cursors of lists: where the last page ended, opaque to clients and good for their own list alone.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use uuid::Uuid;

use super::id::IdKind;
use crate::error::ApiError;

/// Where a page can end.
pub(crate) trait Position: Sized {
    fn write(&self) -> Vec<u8>;
    fn read(bytes: &[u8]) -> Option<Self>;
}

impl<T: IdKind> Position for T {
    fn write(&self) -> Vec<u8> {
        self.as_uuid().as_bytes().to_vec()
    }
    fn read(bytes: &[u8]) -> Option<Self> {
        Uuid::from_slice(bytes).ok().map(T::from_uuid)
    }
}

/// The cursor of one list, by the list's own mark.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Cursor(pub u8);

impl Cursor {
    pub(crate) const MEMBERS: Self = Self(1);
    pub(crate) const INVITATIONS: Self = Self(2);
    pub(crate) const APPS: Self = Self(3);
    pub(crate) const KEYSETS: Self = Self(4);
    pub(crate) const SESSIONS: Self = Self(5);
    pub(crate) const MY_ACCOUNTS: Self = Self(6);
    pub(crate) const MY_INVITATIONS: Self = Self(7);
    pub(crate) const AUDIT: Self = Self(8);
    pub(crate) const SUBJECTS: Self = Self(9);
    pub(crate) const RESOURCES: Self = Self(10);
    pub(crate) const ACTIONS: Self = Self(11);
    pub(crate) const WOULD_STOP: Self = Self(12);
    pub(crate) const IDENTITIES: Self = Self(13);
    pub(crate) const DOMAINS: Self = Self(14);
    pub(crate) const PASSKEYS: Self = Self(15);
    pub(crate) const KEYS: Self = Self(16);
    pub(crate) const SECRETS: Self = Self(17);
    pub(crate) const STATISTICS: Self = Self(40);

    pub(crate) const CONFIGURATIONS: Self = Self(30);
    pub(crate) const INTEGRATIONS: Self = Self(31);
    pub(crate) const INTEGRATION_KEYS: Self = Self(32);
    pub(crate) const SUBJECT_INTEGRATIONS: Self = Self(33);

    /// As a client gets it.
    pub(crate) fn write(self, position: &impl Position) -> String {
        let mut bytes = vec![self.0];
        bytes.extend(position.write());
        URL_SAFE_NO_PAD.encode(bytes)
    }
    /// As a client gave it.
    pub(crate) fn read<P: Position>(self, text: &str) -> Option<P> {
        let bytes = URL_SAFE_NO_PAD.decode(text).ok()?;
        let (mark, position) = bytes.split_first()?;
        if *mark == self.0 { P::read(position) } else { None }
    }
    /// The `cursor` of a query.
    pub(crate) fn after<P: Position>(self, given: Option<&str>) -> Result<Option<P>, ApiError> {
        let wrong = || ApiError::invalid_parameter("cursor", "is not one that this list gave");
        given.map(|text| self.read(text).ok_or_else(wrong)).transpose()
    }
}
