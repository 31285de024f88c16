#[allow(unused_imports)]
pub use progenitor_client::{ByteStream, ClientInfo, Error, ResponseValue};
#[allow(unused_imports)]
use progenitor_client::{ClientHooks, OperationInfo, RequestBuilderExt, encode_path};
/// Types used as operation parameters and responses.
#[allow(clippy::all)]
pub mod types {
    ///The acceptance of an invitation. A new user gives name and password; an
    /// existing one signs in first.
    #[derive(:: serde :: Deserialize, :: serde :: Serialize, Clone, Debug)]
    #[serde(deny_unknown_fields)]
    pub struct AcceptIn {
        ///A new user's name.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub name: ::std::option::Option<AcceptInName>,
        ///A new user's password: at least 8 characters, and not easy to guess.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub password: ::std::option::Option<AcceptInPassword>,
        ///The token of the mailed link.
        pub token: ::std::string::String,
    }

    impl AcceptIn {
        pub fn builder() -> builder::AcceptIn {
            Default::default()
        }
    }

    ///A new user's name.
    #[derive(:: serde :: Serialize, Clone, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
    #[serde(transparent)]
    pub struct AcceptInName(::std::string::String);
    impl ::std::ops::Deref for AcceptInName {
        type Target = ::std::string::String;
        fn deref(&self) -> &::std::string::String {
            &self.0
        }
    }

    impl ::std::convert::From<AcceptInName> for ::std::string::String {
        fn from(value: AcceptInName) -> Self {
            value.0
        }
    }

    impl ::std::str::FromStr for AcceptInName {
        type Err = self::error::ConversionError;
        fn from_str(value: &str) -> ::std::result::Result<Self, self::error::ConversionError> {
            if value.chars().count() > 100usize {
                return Err("longer than 100 characters".into());
            }
            if value.chars().count() < 1usize {
                return Err("shorter than 1 characters".into());
            }
            Ok(Self(value.to_string()))
        }
    }

    impl ::std::convert::TryFrom<&str> for AcceptInName {
        type Error = self::error::ConversionError;
        fn try_from(value: &str) -> ::std::result::Result<Self, self::error::ConversionError> {
            value.parse()
        }
    }

    impl ::std::convert::TryFrom<::std::string::String> for AcceptInName {
        type Error = self::error::ConversionError;
        fn try_from(
            value: ::std::string::String,
        ) -> ::std::result::Result<Self, self::error::ConversionError> {
            value.parse()
        }
    }

    impl<'de> ::serde::Deserialize<'de> for AcceptInName {
        fn deserialize<D>(deserializer: D) -> ::std::result::Result<Self, D::Error>
        where
            D: ::serde::Deserializer<'de>,
        {
            ::std::string::String::deserialize(deserializer)?.parse().map_err(
                |e: self::error::ConversionError| <D::Error as ::serde::de::Error>::custom(e.to_string()),
            )
        }
    }

    ///A new user's password: at least 8 characters, and not easy to guess.
    #[derive(:: serde :: Serialize, Clone, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
    #[serde(transparent)]
    pub struct AcceptInPassword(::std::string::String);
    impl ::std::ops::Deref for AcceptInPassword {
        type Target = ::std::string::String;
        fn deref(&self) -> &::std::string::String {
            &self.0
        }
    }

    impl ::std::convert::From<AcceptInPassword> for ::std::string::String {
        fn from(value: AcceptInPassword) -> Self {
            value.0
        }
    }

    impl ::std::str::FromStr for AcceptInPassword {
        type Err = self::error::ConversionError;
        fn from_str(value: &str) -> ::std::result::Result<Self, self::error::ConversionError> {
            if value.chars().count() > 1024usize {
                return Err("longer than 1024 characters".into());
            }
            if value.chars().count() < 8usize {
                return Err("shorter than 8 characters".into());
            }
            Ok(Self(value.to_string()))
        }
    }

    impl ::std::convert::TryFrom<&str> for AcceptInPassword {
        type Error = self::error::ConversionError;
        fn try_from(value: &str) -> ::std::result::Result<Self, self::error::ConversionError> {
            value.parse()
        }
    }

    impl ::std::convert::TryFrom<::std::string::String> for AcceptInPassword {
        type Error = self::error::ConversionError;
        fn try_from(
            value: ::std::string::String,
        ) -> ::std::result::Result<Self, self::error::ConversionError> {
            value.parse()
        }
    }

    impl<'de> ::serde::Deserialize<'de> for AcceptInPassword {
        fn deserialize<D>(deserializer: D) -> ::std::result::Result<Self, D::Error>
        where
            D: ::serde::Deserializer<'de>,
        {
            ::std::string::String::deserialize(deserializer)?.parse().map_err(
                |e: self::error::ConversionError| <D::Error as ::serde::de::Error>::custom(e.to_string()),
            )
        }
    }

    ///What an acceptance made.
    #[derive(:: serde :: Deserialize, :: serde :: Serialize, Clone, Debug)]
    pub struct AcceptedOut {
        ///The account.
        pub account: AccountOut,
        ///The member, active now.
        pub member: MemberOut,
        ///A session, for a new user.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub session: ::std::option::Option<NewSessionOut>,
    }

    impl AcceptedOut {
        pub fn builder() -> builder::AcceptedOut {
            Default::default()
        }
    }

    ///An action, as a decision asks for it.
    #[derive(:: serde :: Deserialize, :: serde :: Serialize, Clone, Debug)]
    pub struct AccessAction {
        ///The permission.
        pub name: ::std::string::String,
        ///Ignored.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub properties: ::std::option::Option<::serde_json::Map<::std::string::String, ::serde_json::Value>>,
    }

    impl AccessAction {
        pub fn builder() -> builder::AccessAction {
            Default::default()
        }
    }

    ///The context of a decision.
    #[derive(:: serde :: Deserialize, :: serde :: Serialize, Clone, Debug, Default)]
    pub struct AccessContext {
        ///`fresh`: by the database, not by what was true a moment ago.
        /// Anything else means nothing.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub consistency: ::std::option::Option<::serde_json::Value>,
    }

    impl AccessContext {
        pub fn builder() -> builder::AccessContext {
            Default::default()
        }
    }

    ///An entity by its type and id, as a decision asks for it.
    #[derive(:: serde :: Deserialize, :: serde :: Serialize, Clone, Debug)]
    pub struct AccessEntity {
        ///Its id.
        pub id: ::std::string::String,
        ///Of a resource: `account`, the account that it is of.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub properties: ::std::option::Option<::serde_json::Map<::std::string::String, ::serde_json::Value>>,
        ///Its type. Of a subject: `user`.
        #[serde(rename = "type")]
        pub type_: ::std::string::String,
    }

    impl AccessEntity {
        pub fn builder() -> builder::AccessEntity {
            Default::default()
        }
    }

    ///An entity of which only the type is asked.
    #[derive(:: serde :: Deserialize, :: serde :: Serialize, Clone, Debug)]
    pub struct AccessKind {
        ///Of a resource: `account`, the account that it is of.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub properties: ::std::option::Option<::serde_json::Map<::std::string::String, ::serde_json::Value>>,
        ///Its type.
        #[serde(rename = "type")]
        pub type_: ::std::string::String,
    }

    impl AccessKind {
        pub fn builder() -> builder::AccessKind {
            Default::default()
        }
    }

    ///A TypeID: what it is the id of, `_`, and a UUIDv7 in base32.
    #[derive(:: serde :: Serialize, Clone, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
    #[serde(transparent)]
    pub struct AccountId(::std::string::String);
    impl ::std::ops::Deref for AccountId {
        type Target = ::std::string::String;
        fn deref(&self) -> &::std::string::String {
            &self.0
        }
    }

    impl ::std::convert::From<AccountId> for ::std::string::String {
        fn from(value: AccountId) -> Self {
            value.0
        }
    }

    impl ::std::str::FromStr for AccountId {
        type Err = self::error::ConversionError;
        fn from_str(value: &str) -> ::std::result::Result<Self, self::error::ConversionError> {
            static PATTERN: ::std::sync::LazyLock<::regress::Regex> = ::std::sync::LazyLock::new(|| {
                ::regress::Regex::new("^acct_[0-7][0-9a-hjkmnp-tv-z]{25}$").unwrap()
            });
            if PATTERN.find(value).is_none() {
                return Err("doesn't match pattern \"^acct_[0-7][0-9a-hjkmnp-tv-z]{25}$\"".into());
            }
            Ok(Self(value.to_string()))
        }
    }

    impl ::std::convert::TryFrom<&str> for AccountId {
        type Error = self::error::ConversionError;
        fn try_from(value: &str) -> ::std::result::Result<Self, self::error::ConversionError> {
            value.parse()
        }
    }

    impl ::std::convert::TryFrom<::std::string::String> for AccountId {
        type Error = self::error::ConversionError;
        fn try_from(
            value: ::std::string::String,
        ) -> ::std::result::Result<Self, self::error::ConversionError> {
            value.parse()
        }
    }

    impl<'de> ::serde::Deserialize<'de> for AccountId {
        fn deserialize<D>(deserializer: D) -> ::std::result::Result<Self, D::Error>
        where
            D: ::serde::Deserializer<'de>,
        {
            ::std::string::String::deserialize(deserializer)?.parse().map_err(
                |e: self::error::ConversionError| <D::Error as ::serde::de::Error>::custom(e.to_string()),
            )
        }
    }

    ///A new account.
    #[derive(:: serde :: Deserialize, :: serde :: Serialize, Clone, Debug)]
    #[serde(deny_unknown_fields)]
    pub struct AccountIn {
        ///What it is for: `organization` without it. A user has at most one
        /// `personal` account.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub kind: ::std::option::Option<AccountKind>,
        ///What people call it.
        pub name: AccountInName,
        ///Its role model; `standard` without it.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub role_model: ::std::option::Option<::std::string::String>,
    }

    impl AccountIn {
        pub fn builder() -> builder::AccountIn {
            Default::default()
        }
    }

    ///What people call it.
    #[derive(:: serde :: Serialize, Clone, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
    #[serde(transparent)]
    pub struct AccountInName(::std::string::String);
    impl ::std::ops::Deref for AccountInName {
        type Target = ::std::string::String;
        fn deref(&self) -> &::std::string::String {
            &self.0
        }
    }

    impl ::std::convert::From<AccountInName> for ::std::string::String {
        fn from(value: AccountInName) -> Self {
            value.0
        }
    }

    impl ::std::str::FromStr for AccountInName {
        type Err = self::error::ConversionError;
        fn from_str(value: &str) -> ::std::result::Result<Self, self::error::ConversionError> {
            if value.chars().count() > 100usize {
                return Err("longer than 100 characters".into());
            }
            if value.chars().count() < 1usize {
                return Err("shorter than 1 characters".into());
            }
            Ok(Self(value.to_string()))
        }
    }

    impl ::std::convert::TryFrom<&str> for AccountInName {
        type Error = self::error::ConversionError;
        fn try_from(value: &str) -> ::std::result::Result<Self, self::error::ConversionError> {
            value.parse()
        }
    }

    impl ::std::convert::TryFrom<::std::string::String> for AccountInName {
        type Error = self::error::ConversionError;
        fn try_from(
            value: ::std::string::String,
        ) -> ::std::result::Result<Self, self::error::ConversionError> {
            value.parse()
        }
    }

    impl<'de> ::serde::Deserialize<'de> for AccountInName {
        fn deserialize<D>(deserializer: D) -> ::std::result::Result<Self, D::Error>
        where
            D: ::serde::Deserializer<'de>,
        {
            ::std::string::String::deserialize(deserializer)?.parse().map_err(
                |e: self::error::ConversionError| <D::Error as ::serde::de::Error>::custom(e.to_string()),
            )
        }
    }

    ///What an account is for.
    #[derive(
        :: serde :: Deserialize,
        :: serde :: Serialize,
        Clone,
        Copy,
        Debug,
        Eq,
        Hash,
        Ord,
        PartialEq,
        PartialOrd,
    )]
    pub enum AccountKind {
        #[serde(rename = "personal")]
        Personal,
        #[serde(rename = "organization")]
        Organization,
    }

    impl ::std::fmt::Display for AccountKind {
        fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
            match *self {
                Self::Personal => f.write_str("personal"),
                Self::Organization => f.write_str("organization"),
            }
        }
    }

    impl ::std::str::FromStr for AccountKind {
        type Err = self::error::ConversionError;
        fn from_str(value: &str) -> ::std::result::Result<Self, self::error::ConversionError> {
            match value {
                "personal" => Ok(Self::Personal),
                "organization" => Ok(Self::Organization),
                _ => Err("invalid value".into()),
            }
        }
    }

    impl ::std::convert::TryFrom<&str> for AccountKind {
        type Error = self::error::ConversionError;
        fn try_from(value: &str) -> ::std::result::Result<Self, self::error::ConversionError> {
            value.parse()
        }
    }

    impl ::std::convert::TryFrom<::std::string::String> for AccountKind {
        type Error = self::error::ConversionError;
        fn try_from(
            value: ::std::string::String,
        ) -> ::std::result::Result<Self, self::error::ConversionError> {
            value.parse()
        }
    }

    ///An account.
    #[derive(:: serde :: Deserialize, :: serde :: Serialize, Clone, Debug)]
    pub struct AccountOut {
        ///When it was made.
        pub created_at: ::chrono::DateTime<::chrono::offset::Utc>,
        ///The account's id.
        pub id: AccountId,
        ///What it is for.
        pub kind: AccountKind,
        ///The company's name in law.
        #[serde(deserialize_with = "::std::option::Option::deserialize")]
        pub legal_name: ::std::option::Option<::std::string::String>,
        ///Whether agents may use it over MCP.
        pub mcp_access: bool,
        ///What people call it.
        pub name: ::std::string::String,
        ///Where its data is to be kept.
        #[serde(deserialize_with = "::std::option::Option::deserialize")]
        pub region: ::std::option::Option<::std::string::String>,
        ///Whether its members need a second factor.
        pub require_two_factor: bool,
        ///The role model that it follows.
        pub role_model: ::std::string::String,
        ///That model's version.
        pub role_model_version: u32,
        ///Whether it is in use.
        pub status: AccountState,
    }

    impl AccountOut {
        pub fn builder() -> builder::AccountOut {
            Default::default()
        }
    }

    ///A change of an account. What is left out stays.
    #[derive(:: serde :: Deserialize, :: serde :: Serialize, Clone, Debug, Default)]
    #[serde(deny_unknown_fields)]
    pub struct AccountPatch {
        ///The company's name in law; null empties it.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub legal_name: ::std::option::Option<AccountPatchLegalName>,
        ///Whether agents may use it over MCP.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub mcp_access: ::std::option::Option<bool>,
        ///What people call it.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub name: ::std::option::Option<AccountPatchName>,
        ///Where its data is to be kept; null empties it.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub region: ::std::option::Option<AccountPatchRegion>,
        ///Whether its members need a second factor. Needs
        /// `two_factor.enforce`, and a second factor of one's own.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub require_two_factor: ::std::option::Option<bool>,
    }

    impl AccountPatch {
        pub fn builder() -> builder::AccountPatch {
            Default::default()
        }
    }

    ///The company's name in law; null empties it.
    #[derive(:: serde :: Serialize, Clone, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
    #[serde(transparent)]
    pub struct AccountPatchLegalName(::std::string::String);
    impl ::std::ops::Deref for AccountPatchLegalName {
        type Target = ::std::string::String;
        fn deref(&self) -> &::std::string::String {
            &self.0
        }
    }

    impl ::std::convert::From<AccountPatchLegalName> for ::std::string::String {
        fn from(value: AccountPatchLegalName) -> Self {
            value.0
        }
    }

    impl ::std::str::FromStr for AccountPatchLegalName {
        type Err = self::error::ConversionError;
        fn from_str(value: &str) -> ::std::result::Result<Self, self::error::ConversionError> {
            if value.chars().count() > 100usize {
                return Err("longer than 100 characters".into());
            }
            if value.chars().count() < 1usize {
                return Err("shorter than 1 characters".into());
            }
            Ok(Self(value.to_string()))
        }
    }

    impl ::std::convert::TryFrom<&str> for AccountPatchLegalName {
        type Error = self::error::ConversionError;
        fn try_from(value: &str) -> ::std::result::Result<Self, self::error::ConversionError> {
            value.parse()
        }
    }

    impl ::std::convert::TryFrom<::std::string::String> for AccountPatchLegalName {
        type Error = self::error::ConversionError;
        fn try_from(
            value: ::std::string::String,
        ) -> ::std::result::Result<Self, self::error::ConversionError> {
            value.parse()
        }
    }

    impl<'de> ::serde::Deserialize<'de> for AccountPatchLegalName {
        fn deserialize<D>(deserializer: D) -> ::std::result::Result<Self, D::Error>
        where
            D: ::serde::Deserializer<'de>,
        {
            ::std::string::String::deserialize(deserializer)?.parse().map_err(
                |e: self::error::ConversionError| <D::Error as ::serde::de::Error>::custom(e.to_string()),
            )
        }
    }

    ///What people call it.
    #[derive(:: serde :: Serialize, Clone, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
    #[serde(transparent)]
    pub struct AccountPatchName(::std::string::String);
    impl ::std::ops::Deref for AccountPatchName {
        type Target = ::std::string::String;
        fn deref(&self) -> &::std::string::String {
            &self.0
        }
    }

    impl ::std::convert::From<AccountPatchName> for ::std::string::String {
        fn from(value: AccountPatchName) -> Self {
            value.0
        }
    }

    impl ::std::str::FromStr for AccountPatchName {
        type Err = self::error::ConversionError;
        fn from_str(value: &str) -> ::std::result::Result<Self, self::error::ConversionError> {
            if value.chars().count() > 100usize {
                return Err("longer than 100 characters".into());
            }
            if value.chars().count() < 1usize {
                return Err("shorter than 1 characters".into());
            }
            Ok(Self(value.to_string()))
        }
    }

    impl ::std::convert::TryFrom<&str> for AccountPatchName {
        type Error = self::error::ConversionError;
        fn try_from(value: &str) -> ::std::result::Result<Self, self::error::ConversionError> {
            value.parse()
        }
    }

    impl ::std::convert::TryFrom<::std::string::String> for AccountPatchName {
        type Error = self::error::ConversionError;
        fn try_from(
            value: ::std::string::String,
        ) -> ::std::result::Result<Self, self::error::ConversionError> {
            value.parse()
        }
    }

    impl<'de> ::serde::Deserialize<'de> for AccountPatchName {
        fn deserialize<D>(deserializer: D) -> ::std::result::Result<Self, D::Error>
        where
            D: ::serde::Deserializer<'de>,
        {
            ::std::string::String::deserialize(deserializer)?.parse().map_err(
                |e: self::error::ConversionError| <D::Error as ::serde::de::Error>::custom(e.to_string()),
            )
        }
    }

    ///Where its data is to be kept; null empties it.
    #[derive(:: serde :: Serialize, Clone, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
    #[serde(transparent)]
    pub struct AccountPatchRegion(::std::string::String);
    impl ::std::ops::Deref for AccountPatchRegion {
        type Target = ::std::string::String;
        fn deref(&self) -> &::std::string::String {
            &self.0
        }
    }

    impl ::std::convert::From<AccountPatchRegion> for ::std::string::String {
        fn from(value: AccountPatchRegion) -> Self {
            value.0
        }
    }

    impl ::std::str::FromStr for AccountPatchRegion {
        type Err = self::error::ConversionError;
        fn from_str(value: &str) -> ::std::result::Result<Self, self::error::ConversionError> {
            if value.chars().count() > 100usize {
                return Err("longer than 100 characters".into());
            }
            if value.chars().count() < 1usize {
                return Err("shorter than 1 characters".into());
            }
            Ok(Self(value.to_string()))
        }
    }

    impl ::std::convert::TryFrom<&str> for AccountPatchRegion {
        type Error = self::error::ConversionError;
        fn try_from(value: &str) -> ::std::result::Result<Self, self::error::ConversionError> {
            value.parse()
        }
    }

    impl ::std::convert::TryFrom<::std::string::String> for AccountPatchRegion {
        type Error = self::error::ConversionError;
        fn try_from(
            value: ::std::string::String,
        ) -> ::std::result::Result<Self, self::error::ConversionError> {
            value.parse()
        }
    }

    impl<'de> ::serde::Deserialize<'de> for AccountPatchRegion {
        fn deserialize<D>(deserializer: D) -> ::std::result::Result<Self, D::Error>
        where
            D: ::serde::Deserializer<'de>,
        {
            ::std::string::String::deserialize(deserializer)?.parse().map_err(
                |e: self::error::ConversionError| <D::Error as ::serde::de::Error>::custom(e.to_string()),
            )
        }
    }

    ///An account by its id and name.
    #[derive(:: serde :: Deserialize, :: serde :: Serialize, Clone, Debug)]
    pub struct AccountRefOut {
        ///The account's id.
        pub id: AccountId,
        ///What people call it.
        pub name: ::std::string::String,
    }

    impl AccountRefOut {
        pub fn builder() -> builder::AccountRefOut {
            Default::default()
        }
    }

    ///Whether an account is in use. A closed one allows nothing.
    #[derive(
        :: serde :: Deserialize,
        :: serde :: Serialize,
        Clone,
        Copy,
        Debug,
        Eq,
        Hash,
        Ord,
        PartialEq,
        PartialOrd,
    )]
    pub enum AccountState {
        #[serde(rename = "active")]
        Active,
        #[serde(rename = "closing")]
        Closing,
        #[serde(rename = "closed")]
        Closed,
    }

    impl ::std::fmt::Display for AccountState {
        fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
            match *self {
                Self::Active => f.write_str("active"),
                Self::Closing => f.write_str("closing"),
                Self::Closed => f.write_str("closed"),
            }
        }
    }

    impl ::std::str::FromStr for AccountState {
        type Err = self::error::ConversionError;
        fn from_str(value: &str) -> ::std::result::Result<Self, self::error::ConversionError> {
            match value {
                "active" => Ok(Self::Active),
                "closing" => Ok(Self::Closing),
                "closed" => Ok(Self::Closed),
                _ => Err("invalid value".into()),
            }
        }
    }

    impl ::std::convert::TryFrom<&str> for AccountState {
        type Error = self::error::ConversionError;
        fn try_from(value: &str) -> ::std::result::Result<Self, self::error::ConversionError> {
            value.parse()
        }
    }

    impl ::std::convert::TryFrom<::std::string::String> for AccountState {
        type Error = self::error::ConversionError;
        fn try_from(
            value: ::std::string::String,
        ) -> ::std::result::Result<Self, self::error::ConversionError> {
            value.parse()
        }
    }

    ///What may a subject do at a resource?
    #[derive(:: serde :: Deserialize, :: serde :: Serialize, Clone, Debug)]
    pub struct ActionSearchRequest {
        ///Ignored.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub context: ::std::option::Option<AccessContext>,
        ///Which page.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub page: ::std::option::Option<SearchPage>,
        ///Where.
        pub resource: AccessEntity,
        ///Who.
        pub subject: AccessEntity,
    }

    impl ActionSearchRequest {
        pub fn builder() -> builder::ActionSearchRequest {
            Default::default()
        }
    }

    ///Found actions.
    #[derive(:: serde :: Deserialize, :: serde :: Serialize, Clone, Debug)]
    pub struct ActionsOut {
        ///Where the page ended.
        pub page: NextPageOut,
        ///The actions.
        pub results: ::std::vec::Vec<FoundActionOut>,
    }

    impl ActionsOut {
        pub fn builder() -> builder::ActionsOut {
            Default::default()
        }
    }

    ///A TypeID: what it is the id of, `_`, and a UUIDv7 in base32.
    #[derive(:: serde :: Serialize, Clone, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
    #[serde(transparent)]
    pub struct AppId(::std::string::String);
    impl ::std::ops::Deref for AppId {
        type Target = ::std::string::String;
        fn deref(&self) -> &::std::string::String {
            &self.0
        }
    }

    impl ::std::convert::From<AppId> for ::std::string::String {
        fn from(value: AppId) -> Self {
            value.0
        }
    }

    impl ::std::str::FromStr for AppId {
        type Err = self::error::ConversionError;
        fn from_str(value: &str) -> ::std::result::Result<Self, self::error::ConversionError> {
            static PATTERN: ::std::sync::LazyLock<::regress::Regex> = ::std::sync::LazyLock::new(|| {
                ::regress::Regex::new("^app_[0-7][0-9a-hjkmnp-tv-z]{25}$").unwrap()
            });
            if PATTERN.find(value).is_none() {
                return Err("doesn't match pattern \"^app_[0-7][0-9a-hjkmnp-tv-z]{25}$\"".into());
            }
            Ok(Self(value.to_string()))
        }
    }

    impl ::std::convert::TryFrom<&str> for AppId {
        type Error = self::error::ConversionError;
        fn try_from(value: &str) -> ::std::result::Result<Self, self::error::ConversionError> {
            value.parse()
        }
    }

    impl ::std::convert::TryFrom<::std::string::String> for AppId {
        type Error = self::error::ConversionError;
        fn try_from(
            value: ::std::string::String,
        ) -> ::std::result::Result<Self, self::error::ConversionError> {
            value.parse()
        }
    }

    impl<'de> ::serde::Deserialize<'de> for AppId {
        fn deserialize<D>(deserializer: D) -> ::std::result::Result<Self, D::Error>
        where
            D: ::serde::Deserializer<'de>,
        {
            ::std::string::String::deserialize(deserializer)?.parse().map_err(
                |e: self::error::ConversionError| <D::Error as ::serde::de::Error>::custom(e.to_string()),
            )
        }
    }

    ///A new app.
    #[derive(:: serde :: Deserialize, :: serde :: Serialize, Clone, Debug)]
    #[serde(deny_unknown_fields)]
    pub struct AppIn {
        ///What people call it.
        pub name: AppInName,
    }

    impl AppIn {
        pub fn builder() -> builder::AppIn {
            Default::default()
        }
    }

    ///What people call it.
    #[derive(:: serde :: Serialize, Clone, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
    #[serde(transparent)]
    pub struct AppInName(::std::string::String);
    impl ::std::ops::Deref for AppInName {
        type Target = ::std::string::String;
        fn deref(&self) -> &::std::string::String {
            &self.0
        }
    }

    impl ::std::convert::From<AppInName> for ::std::string::String {
        fn from(value: AppInName) -> Self {
            value.0
        }
    }

    impl ::std::str::FromStr for AppInName {
        type Err = self::error::ConversionError;
        fn from_str(value: &str) -> ::std::result::Result<Self, self::error::ConversionError> {
            if value.chars().count() > 100usize {
                return Err("longer than 100 characters".into());
            }
            if value.chars().count() < 1usize {
                return Err("shorter than 1 characters".into());
            }
            Ok(Self(value.to_string()))
        }
    }

    impl ::std::convert::TryFrom<&str> for AppInName {
        type Error = self::error::ConversionError;
        fn try_from(value: &str) -> ::std::result::Result<Self, self::error::ConversionError> {
            value.parse()
        }
    }

    impl ::std::convert::TryFrom<::std::string::String> for AppInName {
        type Error = self::error::ConversionError;
        fn try_from(
            value: ::std::string::String,
        ) -> ::std::result::Result<Self, self::error::ConversionError> {
            value.parse()
        }
    }

    impl<'de> ::serde::Deserialize<'de> for AppInName {
        fn deserialize<D>(deserializer: D) -> ::std::result::Result<Self, D::Error>
        where
            D: ::serde::Deserializer<'de>,
        {
            ::std::string::String::deserialize(deserializer)?.parse().map_err(
                |e: self::error::ConversionError| <D::Error as ::serde::de::Error>::custom(e.to_string()),
            )
        }
    }

    ///An app.
    #[derive(:: serde :: Deserialize, :: serde :: Serialize, Clone, Debug)]
    pub struct AppOut {
        ///When it was made.
        pub created_at: ::chrono::DateTime<::chrono::offset::Utc>,
        ///The app's id.
        pub id: AppId,
        ///What people call it.
        pub name: ::std::string::String,
    }

    impl AppOut {
        pub fn builder() -> builder::AppOut {
            Default::default()
        }
    }

    ///A change of an app. What is left out stays.
    #[derive(:: serde :: Deserialize, :: serde :: Serialize, Clone, Debug, Default)]
    #[serde(deny_unknown_fields)]
    pub struct AppPatch {
        ///What people call it.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub name: ::std::option::Option<AppPatchName>,
    }

    impl AppPatch {
        pub fn builder() -> builder::AppPatch {
            Default::default()
        }
    }

    ///What people call it.
    #[derive(:: serde :: Serialize, Clone, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
    #[serde(transparent)]
    pub struct AppPatchName(::std::string::String);
    impl ::std::ops::Deref for AppPatchName {
        type Target = ::std::string::String;
        fn deref(&self) -> &::std::string::String {
            &self.0
        }
    }

    impl ::std::convert::From<AppPatchName> for ::std::string::String {
        fn from(value: AppPatchName) -> Self {
            value.0
        }
    }

    impl ::std::str::FromStr for AppPatchName {
        type Err = self::error::ConversionError;
        fn from_str(value: &str) -> ::std::result::Result<Self, self::error::ConversionError> {
            if value.chars().count() > 100usize {
                return Err("longer than 100 characters".into());
            }
            if value.chars().count() < 1usize {
                return Err("shorter than 1 characters".into());
            }
            Ok(Self(value.to_string()))
        }
    }

    impl ::std::convert::TryFrom<&str> for AppPatchName {
        type Error = self::error::ConversionError;
        fn try_from(value: &str) -> ::std::result::Result<Self, self::error::ConversionError> {
            value.parse()
        }
    }

    impl ::std::convert::TryFrom<::std::string::String> for AppPatchName {
        type Error = self::error::ConversionError;
        fn try_from(
            value: ::std::string::String,
        ) -> ::std::result::Result<Self, self::error::ConversionError> {
            value.parse()
        }
    }

    impl<'de> ::serde::Deserialize<'de> for AppPatchName {
        fn deserialize<D>(deserializer: D) -> ::std::result::Result<Self, D::Error>
        where
            D: ::serde::Deserializer<'de>,
        {
            ::std::string::String::deserialize(deserializer)?.parse().map_err(
                |e: self::error::ConversionError| <D::Error as ::serde::de::Error>::custom(e.to_string()),
            )
        }
    }

    ///An app by its id and name.
    #[derive(:: serde :: Deserialize, :: serde :: Serialize, Clone, Debug)]
    pub struct AppRefOut {
        ///The app's id.
        pub id: AppId,
        ///What people call it.
        pub name: ::std::string::String,
    }

    impl AppRefOut {
        pub fn builder() -> builder::AppRefOut {
            Default::default()
        }
    }

    ///A TypeID: what it is the id of, `_`, and a UUIDv7 in base32.
    #[derive(:: serde :: Serialize, Clone, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
    #[serde(transparent)]
    pub struct AuditEventId(::std::string::String);
    impl ::std::ops::Deref for AuditEventId {
        type Target = ::std::string::String;
        fn deref(&self) -> &::std::string::String {
            &self.0
        }
    }

    impl ::std::convert::From<AuditEventId> for ::std::string::String {
        fn from(value: AuditEventId) -> Self {
            value.0
        }
    }

    impl ::std::str::FromStr for AuditEventId {
        type Err = self::error::ConversionError;
        fn from_str(value: &str) -> ::std::result::Result<Self, self::error::ConversionError> {
            static PATTERN: ::std::sync::LazyLock<::regress::Regex> = ::std::sync::LazyLock::new(|| {
                ::regress::Regex::new("^audit_[0-7][0-9a-hjkmnp-tv-z]{25}$").unwrap()
            });
            if PATTERN.find(value).is_none() {
                return Err("doesn't match pattern \"^audit_[0-7][0-9a-hjkmnp-tv-z]{25}$\"".into());
            }
            Ok(Self(value.to_string()))
        }
    }

    impl ::std::convert::TryFrom<&str> for AuditEventId {
        type Error = self::error::ConversionError;
        fn try_from(value: &str) -> ::std::result::Result<Self, self::error::ConversionError> {
            value.parse()
        }
    }

    impl ::std::convert::TryFrom<::std::string::String> for AuditEventId {
        type Error = self::error::ConversionError;
        fn try_from(
            value: ::std::string::String,
        ) -> ::std::result::Result<Self, self::error::ConversionError> {
            value.parse()
        }
    }

    impl<'de> ::serde::Deserialize<'de> for AuditEventId {
        fn deserialize<D>(deserializer: D) -> ::std::result::Result<Self, D::Error>
        where
            D: ::serde::Deserializer<'de>,
        {
            ::std::string::String::deserialize(deserializer)?.parse().map_err(
                |e: self::error::ConversionError| <D::Error as ::serde::de::Error>::custom(e.to_string()),
            )
        }
    }

    ///An event of an audit chain. `hash` is the SHA-256, in hex, of this event
    /// without `hash` in RFC 8785 canonical JSON.
    #[derive(:: serde :: Deserialize, :: serde :: Serialize, Clone, Debug)]
    pub struct AuditEventOut {
        ///What.
        pub action: ::std::string::String,
        ///Who.
        pub actor: PartyOut,
        ///What is: ids and settings.
        pub after: ::serde_json::Value,
        ///When.
        pub at: ::chrono::DateTime<::chrono::offset::Utc>,
        ///What was: ids and settings.
        pub before: ::serde_json::Value,
        ///The hash of this event.
        pub hash: ::std::string::String,
        ///The event's id.
        pub id: AuditEventId,
        ///The hash of the event before it; 64 zeros for the first.
        pub previous_hash: ::std::string::String,
        ///The request that did it.
        pub request_id: ::std::string::String,
        ///Its number in the chain, from 1.
        pub seq: u64,
        ///The address that the request came from.
        #[serde(deserialize_with = "::std::option::Option::deserialize")]
        pub source_ip: ::std::option::Option<::std::string::String>,
        ///To what.
        pub target: PartyOut,
    }

    impl AuditEventOut {
        pub fn builder() -> builder::AuditEventOut {
            Default::default()
        }
    }

    ///The decisions of a batch, or the single one where there was no batch.
    #[derive(:: serde :: Deserialize, :: serde :: Serialize, Clone, Debug, Default)]
    pub struct BatchAnswer {
        ///Why not, where the request had no `evaluations`.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub context: ::std::option::Option<DenialOut>,
        ///The decision, where the request had no `evaluations`.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub decision: ::std::option::Option<bool>,
        ///The decisions, in the order of the questions, as far as the batch
        /// went.
        #[serde(default, skip_serializing_if = "::std::vec::Vec::is_empty")]
        pub evaluations: ::std::vec::Vec<DecisionOut>,
    }

    impl BatchAnswer {
        pub fn builder() -> builder::BatchAnswer {
            Default::default()
        }
    }

    ///One question of a batch; what it leaves out is taken from the request.
    #[derive(:: serde :: Deserialize, :: serde :: Serialize, Clone, Debug, Default)]
    pub struct BatchItem {
        ///What.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub action: ::std::option::Option<AccessAction>,
        ///How.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub context: ::std::option::Option<AccessContext>,
        ///Where.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub resource: ::std::option::Option<AccessEntity>,
        ///Who.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub subject: ::std::option::Option<AccessEntity>,
    }

    impl BatchItem {
        pub fn builder() -> builder::BatchItem {
            Default::default()
        }
    }

    ///How a batch is answered.
    #[derive(:: serde :: Deserialize, :: serde :: Serialize, Clone, Debug, Default)]
    pub struct BatchOptions {
        ///When it stops.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub evaluations_semantic: ::std::option::Option<Semantic>,
    }

    impl BatchOptions {
        pub fn builder() -> builder::BatchOptions {
            Default::default()
        }
    }

    ///The questions of a batch.
    #[derive(:: serde :: Deserialize, :: serde :: Serialize, Clone, Debug, Default)]
    pub struct BatchRequest {
        ///What, where an item does not say.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub action: ::std::option::Option<AccessAction>,
        ///How, where an item does not say.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub context: ::std::option::Option<AccessContext>,
        ///The questions. Without any, the request itself is the question.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub evaluations: ::std::option::Option<::std::vec::Vec<BatchItem>>,
        ///How the batch is answered.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub options: ::std::option::Option<BatchOptions>,
        ///Where, where an item does not say.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub resource: ::std::option::Option<AccessEntity>,
        ///Who, where an item does not say.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub subject: ::std::option::Option<AccessEntity>,
    }

    impl BatchRequest {
        pub fn builder() -> builder::BatchRequest {
            Default::default()
        }
    }

    ///A reason why something is allowed.
    #[derive(:: serde :: Deserialize, :: serde :: Serialize, Clone, Debug)]
    pub struct BecauseOut {
        ///The grant.
        pub grant: GrantId,
        ///From the granted role over inclusions to the one that has the
        /// permission.
        pub role_path: ::std::vec::Vec<::std::string::String>,
        ///How.
        pub via: ViaOut,
    }

    impl BecauseOut {
        pub fn builder() -> builder::BecauseOut {
            Default::default()
        }
    }

    ///What this decision point offers.
    #[derive(:: serde :: Deserialize, :: serde :: Serialize, Clone, Debug)]
    pub struct ConfigurationOut {
        ///Where it decides.
        pub access_evaluation_endpoint: ::std::string::String,
        ///Where it decides many.
        pub access_evaluations_endpoint: ::std::string::String,
        ///Its base URL.
        pub policy_decision_point: ::std::string::String,
        ///Where it finds actions.
        pub search_action_endpoint: ::std::string::String,
        ///Where it finds resources.
        pub search_resource_endpoint: ::std::string::String,
        ///Where it finds subjects.
        pub search_subject_endpoint: ::std::string::String,
    }

    impl ConfigurationOut {
        pub fn builder() -> builder::ConfigurationOut {
            Default::default()
        }
    }

    ///The proof that it is oneself who asks.
    #[derive(:: serde :: Deserialize, :: serde :: Serialize, Clone, Debug, Default)]
    #[serde(deny_unknown_fields)]
    pub struct ConfirmIn {
        ///The password. Who has none leaves it out, and must have signed in
        /// within the last 15 minutes.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub password: ::std::option::Option<ConfirmInPassword>,
    }

    impl ConfirmIn {
        pub fn builder() -> builder::ConfirmIn {
            Default::default()
        }
    }

    ///The password. Who has none leaves it out, and must have signed in within
    /// the last 15 minutes.
    #[derive(:: serde :: Serialize, Clone, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
    #[serde(transparent)]
    pub struct ConfirmInPassword(::std::string::String);
    impl ::std::ops::Deref for ConfirmInPassword {
        type Target = ::std::string::String;
        fn deref(&self) -> &::std::string::String {
            &self.0
        }
    }

    impl ::std::convert::From<ConfirmInPassword> for ::std::string::String {
        fn from(value: ConfirmInPassword) -> Self {
            value.0
        }
    }

    impl ::std::str::FromStr for ConfirmInPassword {
        type Err = self::error::ConversionError;
        fn from_str(value: &str) -> ::std::result::Result<Self, self::error::ConversionError> {
            if value.chars().count() > 1024usize {
                return Err("longer than 1024 characters".into());
            }
            Ok(Self(value.to_string()))
        }
    }

    impl ::std::convert::TryFrom<&str> for ConfirmInPassword {
        type Error = self::error::ConversionError;
        fn try_from(value: &str) -> ::std::result::Result<Self, self::error::ConversionError> {
            value.parse()
        }
    }

    impl ::std::convert::TryFrom<::std::string::String> for ConfirmInPassword {
        type Error = self::error::ConversionError;
        fn try_from(
            value: ::std::string::String,
        ) -> ::std::result::Result<Self, self::error::ConversionError> {
            value.parse()
        }
    }

    impl<'de> ::serde::Deserialize<'de> for ConfirmInPassword {
        fn deserialize<D>(deserializer: D) -> ::std::result::Result<Self, D::Error>
        where
            D: ::serde::Deserializer<'de>,
        {
            ::std::string::String::deserialize(deserializer)?.parse().map_err(
                |e: self::error::ConversionError| <D::Error as ::serde::de::Error>::custom(e.to_string()),
            )
        }
    }

    ///A connection to an identity provider that speaks OpenID Connect.
    #[derive(:: serde :: Deserialize, :: serde :: Serialize, Clone, Debug)]
    #[serde(deny_unknown_fields)]
    pub struct ConnectionIn {
        ///The client's id there.
        pub client_id: ConnectionInClientId,
        ///The client's secret there. It is not shown again; without it, the
        /// one of the same issuer stays.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub client_secret: ::std::option::Option<ConnectionInClientSecret>,
        ///The role that newcomers get at the account; without it, only the
        /// invited become members.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub default_role: ::std::option::Option<::std::string::String>,
        ///The issuer's URL, as it names itself.
        pub issuer: ConnectionInIssuer,
        ///Whether members must come through it, owners excepted; false without
        /// it.
        #[serde(default)]
        pub strict: bool,
    }

    impl ConnectionIn {
        pub fn builder() -> builder::ConnectionIn {
            Default::default()
        }
    }

    ///The client's id there.
    #[derive(:: serde :: Serialize, Clone, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
    #[serde(transparent)]
    pub struct ConnectionInClientId(::std::string::String);
    impl ::std::ops::Deref for ConnectionInClientId {
        type Target = ::std::string::String;
        fn deref(&self) -> &::std::string::String {
            &self.0
        }
    }

    impl ::std::convert::From<ConnectionInClientId> for ::std::string::String {
        fn from(value: ConnectionInClientId) -> Self {
            value.0
        }
    }

    impl ::std::str::FromStr for ConnectionInClientId {
        type Err = self::error::ConversionError;
        fn from_str(value: &str) -> ::std::result::Result<Self, self::error::ConversionError> {
            if value.chars().count() > 500usize {
                return Err("longer than 500 characters".into());
            }
            if value.chars().count() < 1usize {
                return Err("shorter than 1 characters".into());
            }
            Ok(Self(value.to_string()))
        }
    }

    impl ::std::convert::TryFrom<&str> for ConnectionInClientId {
        type Error = self::error::ConversionError;
        fn try_from(value: &str) -> ::std::result::Result<Self, self::error::ConversionError> {
            value.parse()
        }
    }

    impl ::std::convert::TryFrom<::std::string::String> for ConnectionInClientId {
        type Error = self::error::ConversionError;
        fn try_from(
            value: ::std::string::String,
        ) -> ::std::result::Result<Self, self::error::ConversionError> {
            value.parse()
        }
    }

    impl<'de> ::serde::Deserialize<'de> for ConnectionInClientId {
        fn deserialize<D>(deserializer: D) -> ::std::result::Result<Self, D::Error>
        where
            D: ::serde::Deserializer<'de>,
        {
            ::std::string::String::deserialize(deserializer)?.parse().map_err(
                |e: self::error::ConversionError| <D::Error as ::serde::de::Error>::custom(e.to_string()),
            )
        }
    }

    ///The client's secret there. It is not shown again; without it, the one of
    /// the same issuer stays.
    #[derive(:: serde :: Serialize, Clone, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
    #[serde(transparent)]
    pub struct ConnectionInClientSecret(::std::string::String);
    impl ::std::ops::Deref for ConnectionInClientSecret {
        type Target = ::std::string::String;
        fn deref(&self) -> &::std::string::String {
            &self.0
        }
    }

    impl ::std::convert::From<ConnectionInClientSecret> for ::std::string::String {
        fn from(value: ConnectionInClientSecret) -> Self {
            value.0
        }
    }

    impl ::std::str::FromStr for ConnectionInClientSecret {
        type Err = self::error::ConversionError;
        fn from_str(value: &str) -> ::std::result::Result<Self, self::error::ConversionError> {
            if value.chars().count() > 1000usize {
                return Err("longer than 1000 characters".into());
            }
            Ok(Self(value.to_string()))
        }
    }

    impl ::std::convert::TryFrom<&str> for ConnectionInClientSecret {
        type Error = self::error::ConversionError;
        fn try_from(value: &str) -> ::std::result::Result<Self, self::error::ConversionError> {
            value.parse()
        }
    }

    impl ::std::convert::TryFrom<::std::string::String> for ConnectionInClientSecret {
        type Error = self::error::ConversionError;
        fn try_from(
            value: ::std::string::String,
        ) -> ::std::result::Result<Self, self::error::ConversionError> {
            value.parse()
        }
    }

    impl<'de> ::serde::Deserialize<'de> for ConnectionInClientSecret {
        fn deserialize<D>(deserializer: D) -> ::std::result::Result<Self, D::Error>
        where
            D: ::serde::Deserializer<'de>,
        {
            ::std::string::String::deserialize(deserializer)?.parse().map_err(
                |e: self::error::ConversionError| <D::Error as ::serde::de::Error>::custom(e.to_string()),
            )
        }
    }

    ///The issuer's URL, as it names itself.
    #[derive(:: serde :: Serialize, Clone, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
    #[serde(transparent)]
    pub struct ConnectionInIssuer(::std::string::String);
    impl ::std::ops::Deref for ConnectionInIssuer {
        type Target = ::std::string::String;
        fn deref(&self) -> &::std::string::String {
            &self.0
        }
    }

    impl ::std::convert::From<ConnectionInIssuer> for ::std::string::String {
        fn from(value: ConnectionInIssuer) -> Self {
            value.0
        }
    }

    impl ::std::str::FromStr for ConnectionInIssuer {
        type Err = self::error::ConversionError;
        fn from_str(value: &str) -> ::std::result::Result<Self, self::error::ConversionError> {
            if value.chars().count() > 500usize {
                return Err("longer than 500 characters".into());
            }
            if value.chars().count() < 1usize {
                return Err("shorter than 1 characters".into());
            }
            Ok(Self(value.to_string()))
        }
    }

    impl ::std::convert::TryFrom<&str> for ConnectionInIssuer {
        type Error = self::error::ConversionError;
        fn try_from(value: &str) -> ::std::result::Result<Self, self::error::ConversionError> {
            value.parse()
        }
    }

    impl ::std::convert::TryFrom<::std::string::String> for ConnectionInIssuer {
        type Error = self::error::ConversionError;
        fn try_from(
            value: ::std::string::String,
        ) -> ::std::result::Result<Self, self::error::ConversionError> {
            value.parse()
        }
    }

    impl<'de> ::serde::Deserialize<'de> for ConnectionInIssuer {
        fn deserialize<D>(deserializer: D) -> ::std::result::Result<Self, D::Error>
        where
            D: ::serde::Deserializer<'de>,
        {
            ::std::string::String::deserialize(deserializer)?.parse().map_err(
                |e: self::error::ConversionError| <D::Error as ::serde::de::Error>::custom(e.to_string()),
            )
        }
    }

    ///A connection to an identity provider.
    #[derive(:: serde :: Deserialize, :: serde :: Serialize, Clone, Debug)]
    pub struct ConnectionOut {
        ///The client's id there.
        pub client_id: ::std::string::String,
        ///When it was made.
        pub created_at: ::chrono::DateTime<::chrono::offset::Utc>,
        ///The role that newcomers get at the account.
        #[serde(deserialize_with = "::std::option::Option::deserialize")]
        pub default_role: ::std::option::Option<::std::string::String>,
        ///The issuer's URL.
        pub issuer: ::std::string::String,
        ///What to register as the redirect URI at the identity provider.
        pub redirect_uri: ::std::string::String,
        ///Where members begin to sign in.
        pub start_url: ::std::string::String,
        ///Whether members must come through it, owners excepted.
        pub strict: bool,
    }

    impl ConnectionOut {
        pub fn builder() -> builder::ConnectionOut {
            Default::default()
        }
    }

    ///Who is signed in and how.
    #[derive(:: serde :: Deserialize, :: serde :: Serialize, Clone, Debug)]
    pub struct CurrentOut {
        ///The accounts that one can switch to.
        pub accounts: PageReachableOut,
        ///How.
        pub session: SignedInOut,
        ///Who.
        pub user: UserOut,
    }

    impl CurrentOut {
        pub fn builder() -> builder::CurrentOut {
            Default::default()
        }
    }

    ///A decision.
    #[derive(:: serde :: Deserialize, :: serde :: Serialize, Clone, Debug)]
    pub struct DecisionOut {
        ///Why not.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub context: ::std::option::Option<DenialOut>,
        ///Whether it is allowed.
        pub decision: bool,
    }

    impl DecisionOut {
        pub fn builder() -> builder::DecisionOut {
            Default::default()
        }
    }

    ///`DeleteResourceId`
    #[derive(:: serde :: Serialize, Clone, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
    #[serde(transparent)]
    pub struct DeleteResourceId(::std::string::String);
    impl ::std::ops::Deref for DeleteResourceId {
        type Target = ::std::string::String;
        fn deref(&self) -> &::std::string::String {
            &self.0
        }
    }

    impl ::std::convert::From<DeleteResourceId> for ::std::string::String {
        fn from(value: DeleteResourceId) -> Self {
            value.0
        }
    }

    impl ::std::str::FromStr for DeleteResourceId {
        type Err = self::error::ConversionError;
        fn from_str(value: &str) -> ::std::result::Result<Self, self::error::ConversionError> {
            if value.chars().count() > 200usize {
                return Err("longer than 200 characters".into());
            }
            if value.chars().count() < 1usize {
                return Err("shorter than 1 characters".into());
            }
            Ok(Self(value.to_string()))
        }
    }

    impl ::std::convert::TryFrom<&str> for DeleteResourceId {
        type Error = self::error::ConversionError;
        fn try_from(value: &str) -> ::std::result::Result<Self, self::error::ConversionError> {
            value.parse()
        }
    }

    impl ::std::convert::TryFrom<::std::string::String> for DeleteResourceId {
        type Error = self::error::ConversionError;
        fn try_from(
            value: ::std::string::String,
        ) -> ::std::result::Result<Self, self::error::ConversionError> {
            value.parse()
        }
    }

    impl<'de> ::serde::Deserialize<'de> for DeleteResourceId {
        fn deserialize<D>(deserializer: D) -> ::std::result::Result<Self, D::Error>
        where
            D: ::serde::Deserializer<'de>,
        {
            ::std::string::String::deserialize(deserializer)?.parse().map_err(
                |e: self::error::ConversionError| <D::Error as ::serde::de::Error>::custom(e.to_string()),
            )
        }
    }

    ///`DeleteResourceType`
    #[derive(:: serde :: Serialize, Clone, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
    #[serde(transparent)]
    pub struct DeleteResourceType(::std::string::String);
    impl ::std::ops::Deref for DeleteResourceType {
        type Target = ::std::string::String;
        fn deref(&self) -> &::std::string::String {
            &self.0
        }
    }

    impl ::std::convert::From<DeleteResourceType> for ::std::string::String {
        fn from(value: DeleteResourceType) -> Self {
            value.0
        }
    }

    impl ::std::str::FromStr for DeleteResourceType {
        type Err = self::error::ConversionError;
        fn from_str(value: &str) -> ::std::result::Result<Self, self::error::ConversionError> {
            if value.chars().count() > 200usize {
                return Err("longer than 200 characters".into());
            }
            if value.chars().count() < 1usize {
                return Err("shorter than 1 characters".into());
            }
            Ok(Self(value.to_string()))
        }
    }

    impl ::std::convert::TryFrom<&str> for DeleteResourceType {
        type Error = self::error::ConversionError;
        fn try_from(value: &str) -> ::std::result::Result<Self, self::error::ConversionError> {
            value.parse()
        }
    }

    impl ::std::convert::TryFrom<::std::string::String> for DeleteResourceType {
        type Error = self::error::ConversionError;
        fn try_from(
            value: ::std::string::String,
        ) -> ::std::result::Result<Self, self::error::ConversionError> {
            value.parse()
        }
    }

    impl<'de> ::serde::Deserialize<'de> for DeleteResourceType {
        fn deserialize<D>(deserializer: D) -> ::std::result::Result<Self, D::Error>
        where
            D: ::serde::Deserializer<'de>,
        {
            ::std::string::String::deserialize(deserializer)?.parse().map_err(
                |e: self::error::ConversionError| <D::Error as ::serde::de::Error>::custom(e.to_string()),
            )
        }
    }

    ///Why something is not allowed.
    #[derive(:: serde :: Deserialize, :: serde :: Serialize, Clone, Debug)]
    pub struct DenialOut {
        ///The reason's stable code.
        pub code: ::std::string::String,
        ///In a batch: what is wrong with the item.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub error: ::std::option::Option<ItemErrorOut>,
        ///The permission that was asked for.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub permission: ::std::option::Option<::std::string::String>,
        ///What the log knows this denial by.
        pub reference: ::std::string::String,
        ///Where it was asked for.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub resource: ::std::option::Option<ResourceRefOut>,
    }

    impl DenialOut {
        pub fn builder() -> builder::DenialOut {
            Default::default()
        }
    }

    ///A domain that is to be the account's.
    #[derive(:: serde :: Deserialize, :: serde :: Serialize, Clone, Debug)]
    #[serde(deny_unknown_fields)]
    pub struct DomainIn {
        ///The domain name. Each by itself: those below it do not count.
        pub domain: DomainInDomain,
    }

    impl DomainIn {
        pub fn builder() -> builder::DomainIn {
            Default::default()
        }
    }

    ///The domain name. Each by itself: those below it do not count.
    #[derive(:: serde :: Serialize, Clone, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
    #[serde(transparent)]
    pub struct DomainInDomain(::std::string::String);
    impl ::std::ops::Deref for DomainInDomain {
        type Target = ::std::string::String;
        fn deref(&self) -> &::std::string::String {
            &self.0
        }
    }

    impl ::std::convert::From<DomainInDomain> for ::std::string::String {
        fn from(value: DomainInDomain) -> Self {
            value.0
        }
    }

    impl ::std::str::FromStr for DomainInDomain {
        type Err = self::error::ConversionError;
        fn from_str(value: &str) -> ::std::result::Result<Self, self::error::ConversionError> {
            if value.chars().count() > 253usize {
                return Err("longer than 253 characters".into());
            }
            Ok(Self(value.to_string()))
        }
    }

    impl ::std::convert::TryFrom<&str> for DomainInDomain {
        type Error = self::error::ConversionError;
        fn try_from(value: &str) -> ::std::result::Result<Self, self::error::ConversionError> {
            value.parse()
        }
    }

    impl ::std::convert::TryFrom<::std::string::String> for DomainInDomain {
        type Error = self::error::ConversionError;
        fn try_from(
            value: ::std::string::String,
        ) -> ::std::result::Result<Self, self::error::ConversionError> {
            value.parse()
        }
    }

    impl<'de> ::serde::Deserialize<'de> for DomainInDomain {
        fn deserialize<D>(deserializer: D) -> ::std::result::Result<Self, D::Error>
        where
            D: ::serde::Deserializer<'de>,
        {
            ::std::string::String::deserialize(deserializer)?.parse().map_err(
                |e: self::error::ConversionError| <D::Error as ::serde::de::Error>::custom(e.to_string()),
            )
        }
    }

    ///A domain with the record that proves it.
    #[derive(:: serde :: Deserialize, :: serde :: Serialize, Clone, Debug)]
    pub struct DomainOut {
        ///When it was claimed.
        pub created_at: ::chrono::DateTime<::chrono::offset::Utc>,
        ///The domain name.
        pub domain: ::std::string::String,
        ///The name of the TXT record that proves it.
        pub record_name: ::std::string::String,
        ///The text of that record.
        pub record_value: ::std::string::String,
        ///When it was proven to be the account's.
        #[serde(deserialize_with = "::std::option::Option::deserialize")]
        pub verified_at: ::std::option::Option<::chrono::DateTime<::chrono::offset::Utc>>,
    }

    impl DomainOut {
        pub fn builder() -> builder::DomainOut {
            Default::default()
        }
    }

    ///A permission gained or lost at a resource and everything below.
    #[derive(:: serde :: Deserialize, :: serde :: Serialize, Clone, Debug)]
    pub struct EffectOut {
        ///Until when; for good without it.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub expires_at: ::std::option::Option<::chrono::DateTime<::chrono::offset::Utc>>,
        ///The permission.
        pub permission: ::std::string::String,
        ///The highest resource at which it is gained or lost.
        pub resource: ResourceRefOut,
        ///From when on; at once without it.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub starts_at: ::std::option::Option<::chrono::DateTime<::chrono::offset::Utc>>,
    }

    impl EffectOut {
        pub fn builder() -> builder::EffectOut {
            Default::default()
        }
    }

    ///Another address for oneself.
    #[derive(:: serde :: Deserialize, :: serde :: Serialize, Clone, Debug)]
    #[serde(deny_unknown_fields)]
    pub struct EmailChangeIn {
        ///The new address.
        pub email: EmailChangeInEmail,
        ///The password. Who has none leaves it out, and must have signed in
        /// within the last 15 minutes.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub password: ::std::option::Option<EmailChangeInPassword>,
    }

    impl EmailChangeIn {
        pub fn builder() -> builder::EmailChangeIn {
            Default::default()
        }
    }

    ///The new address.
    #[derive(:: serde :: Serialize, Clone, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
    #[serde(transparent)]
    pub struct EmailChangeInEmail(::std::string::String);
    impl ::std::ops::Deref for EmailChangeInEmail {
        type Target = ::std::string::String;
        fn deref(&self) -> &::std::string::String {
            &self.0
        }
    }

    impl ::std::convert::From<EmailChangeInEmail> for ::std::string::String {
        fn from(value: EmailChangeInEmail) -> Self {
            value.0
        }
    }

    impl ::std::str::FromStr for EmailChangeInEmail {
        type Err = self::error::ConversionError;
        fn from_str(value: &str) -> ::std::result::Result<Self, self::error::ConversionError> {
            if value.chars().count() > 254usize {
                return Err("longer than 254 characters".into());
            }
            Ok(Self(value.to_string()))
        }
    }

    impl ::std::convert::TryFrom<&str> for EmailChangeInEmail {
        type Error = self::error::ConversionError;
        fn try_from(value: &str) -> ::std::result::Result<Self, self::error::ConversionError> {
            value.parse()
        }
    }

    impl ::std::convert::TryFrom<::std::string::String> for EmailChangeInEmail {
        type Error = self::error::ConversionError;
        fn try_from(
            value: ::std::string::String,
        ) -> ::std::result::Result<Self, self::error::ConversionError> {
            value.parse()
        }
    }

    impl<'de> ::serde::Deserialize<'de> for EmailChangeInEmail {
        fn deserialize<D>(deserializer: D) -> ::std::result::Result<Self, D::Error>
        where
            D: ::serde::Deserializer<'de>,
        {
            ::std::string::String::deserialize(deserializer)?.parse().map_err(
                |e: self::error::ConversionError| <D::Error as ::serde::de::Error>::custom(e.to_string()),
            )
        }
    }

    ///The password. Who has none leaves it out, and must have signed in within
    /// the last 15 minutes.
    #[derive(:: serde :: Serialize, Clone, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
    #[serde(transparent)]
    pub struct EmailChangeInPassword(::std::string::String);
    impl ::std::ops::Deref for EmailChangeInPassword {
        type Target = ::std::string::String;
        fn deref(&self) -> &::std::string::String {
            &self.0
        }
    }

    impl ::std::convert::From<EmailChangeInPassword> for ::std::string::String {
        fn from(value: EmailChangeInPassword) -> Self {
            value.0
        }
    }

    impl ::std::str::FromStr for EmailChangeInPassword {
        type Err = self::error::ConversionError;
        fn from_str(value: &str) -> ::std::result::Result<Self, self::error::ConversionError> {
            if value.chars().count() > 1024usize {
                return Err("longer than 1024 characters".into());
            }
            Ok(Self(value.to_string()))
        }
    }

    impl ::std::convert::TryFrom<&str> for EmailChangeInPassword {
        type Error = self::error::ConversionError;
        fn try_from(value: &str) -> ::std::result::Result<Self, self::error::ConversionError> {
            value.parse()
        }
    }

    impl ::std::convert::TryFrom<::std::string::String> for EmailChangeInPassword {
        type Error = self::error::ConversionError;
        fn try_from(
            value: ::std::string::String,
        ) -> ::std::result::Result<Self, self::error::ConversionError> {
            value.parse()
        }
    }

    impl<'de> ::serde::Deserialize<'de> for EmailChangeInPassword {
        fn deserialize<D>(deserializer: D) -> ::std::result::Result<Self, D::Error>
        where
            D: ::serde::Deserializer<'de>,
        {
            ::std::string::String::deserialize(deserializer)?.parse().map_err(
                |e: self::error::ConversionError| <D::Error as ::serde::de::Error>::custom(e.to_string()),
            )
        }
    }

    ///An `ETag` with its quotes, or `*` for any
    #[derive(:: serde :: Serialize, Clone, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
    #[serde(transparent)]
    pub struct EntityTag(::std::string::String);
    impl ::std::ops::Deref for EntityTag {
        type Target = ::std::string::String;
        fn deref(&self) -> &::std::string::String {
            &self.0
        }
    }

    impl ::std::convert::From<EntityTag> for ::std::string::String {
        fn from(value: EntityTag) -> Self {
            value.0
        }
    }

    impl ::std::str::FromStr for EntityTag {
        type Err = self::error::ConversionError;
        fn from_str(value: &str) -> ::std::result::Result<Self, self::error::ConversionError> {
            static PATTERN: ::std::sync::LazyLock<::regress::Regex> =
                ::std::sync::LazyLock::new(|| ::regress::Regex::new("^(\\*|\"[!#-~]*\")$").unwrap());
            if PATTERN.find(value).is_none() {
                return Err("doesn't match pattern \"^(\\*|\"[!#-~]*\")$\"".into());
            }
            Ok(Self(value.to_string()))
        }
    }

    impl ::std::convert::TryFrom<&str> for EntityTag {
        type Error = self::error::ConversionError;
        fn try_from(value: &str) -> ::std::result::Result<Self, self::error::ConversionError> {
            value.parse()
        }
    }

    impl ::std::convert::TryFrom<::std::string::String> for EntityTag {
        type Error = self::error::ConversionError;
        fn try_from(
            value: ::std::string::String,
        ) -> ::std::result::Result<Self, self::error::ConversionError> {
            value.parse()
        }
    }

    impl<'de> ::serde::Deserialize<'de> for EntityTag {
        fn deserialize<D>(deserializer: D) -> ::std::result::Result<Self, D::Error>
        where
            D: ::serde::Deserializer<'de>,
        {
            ::std::string::String::deserialize(deserializer)?.parse().map_err(
                |e: self::error::ConversionError| <D::Error as ::serde::de::Error>::custom(e.to_string()),
            )
        }
    }

    ///The question of one decision.
    #[derive(:: serde :: Deserialize, :: serde :: Serialize, Clone, Debug)]
    pub struct EvaluationRequest {
        ///What.
        pub action: AccessAction,
        ///How.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub context: ::std::option::Option<AccessContext>,
        ///Where.
        pub resource: AccessEntity,
        ///Who.
        pub subject: AccessEntity,
    }

    impl EvaluationRequest {
        pub fn builder() -> builder::EvaluationRequest {
            Default::default()
        }
    }

    ///A role that may not meet another.
    #[derive(:: serde :: Deserialize, :: serde :: Serialize, Clone, Debug)]
    pub struct ExclusionOut {
        ///Where: `account`, `same_app` or `same_keyset`.
        pub reach: ::std::string::String,
        ///The other role.
        pub role: ::std::string::String,
    }

    impl ExclusionOut {
        pub fn builder() -> builder::ExclusionOut {
            Default::default()
        }
    }

    ///A question about a member.
    #[derive(:: serde :: Deserialize, :: serde :: Serialize, Clone, Debug)]
    #[serde(deny_unknown_fields)]
    pub struct ExplainIn {
        ///Who.
        pub member: MemberId,
        ///What.
        pub permission: ::std::string::String,
        ///Where; the account itself without it.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub resource: ::std::option::Option<ResourceRefIn>,
    }

    impl ExplainIn {
        pub fn builder() -> builder::ExplainIn {
            Default::default()
        }
    }

    ///Why a member may or may not do something.
    #[derive(:: serde :: Deserialize, :: serde :: Serialize, Clone, Debug)]
    pub struct ExplainOut {
        ///Whether the member may.
        pub allowed: bool,
        ///Each grant that allows it.
        pub because: ::std::vec::Vec<BecauseOut>,
        ///What stands against everything, whatever the member holds:
        /// `member_not_active`, `account_closed`,
        /// `account_two_factor_required`.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub code: ::std::option::Option<::std::string::String>,
        ///What would allow it.
        pub missing: MissingOut,
    }

    impl ExplainOut {
        pub fn builder() -> builder::ExplainOut {
            Default::default()
        }
    }

    ///A field at fault.
    #[derive(:: serde :: Deserialize, :: serde :: Serialize, Clone, Debug)]
    pub struct FieldErrorOut {
        ///Which rule it breaks.
        pub detail: ::std::string::String,
        ///Where: a JSON pointer into the body, or `/` and a parameter's name.
        pub pointer: ::std::string::String,
    }

    impl FieldErrorOut {
        pub fn builder() -> builder::FieldErrorOut {
            Default::default()
        }
    }

    ///A found action.
    #[derive(:: serde :: Deserialize, :: serde :: Serialize, Clone, Debug)]
    pub struct FoundActionOut {
        ///The permission.
        pub name: ::std::string::String,
    }

    impl FoundActionOut {
        pub fn builder() -> builder::FoundActionOut {
            Default::default()
        }
    }

    ///A found subject or resource.
    #[derive(:: serde :: Deserialize, :: serde :: Serialize, Clone, Debug)]
    pub struct FoundOut {
        ///Its id.
        pub id: ::std::string::String,
        ///Its type.
        #[serde(rename = "type")]
        pub type_: ::std::string::String,
    }

    impl FoundOut {
        pub fn builder() -> builder::FoundOut {
            Default::default()
        }
    }

    ///`GetResourceId`
    #[derive(:: serde :: Serialize, Clone, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
    #[serde(transparent)]
    pub struct GetResourceId(::std::string::String);
    impl ::std::ops::Deref for GetResourceId {
        type Target = ::std::string::String;
        fn deref(&self) -> &::std::string::String {
            &self.0
        }
    }

    impl ::std::convert::From<GetResourceId> for ::std::string::String {
        fn from(value: GetResourceId) -> Self {
            value.0
        }
    }

    impl ::std::str::FromStr for GetResourceId {
        type Err = self::error::ConversionError;
        fn from_str(value: &str) -> ::std::result::Result<Self, self::error::ConversionError> {
            if value.chars().count() > 200usize {
                return Err("longer than 200 characters".into());
            }
            if value.chars().count() < 1usize {
                return Err("shorter than 1 characters".into());
            }
            Ok(Self(value.to_string()))
        }
    }

    impl ::std::convert::TryFrom<&str> for GetResourceId {
        type Error = self::error::ConversionError;
        fn try_from(value: &str) -> ::std::result::Result<Self, self::error::ConversionError> {
            value.parse()
        }
    }

    impl ::std::convert::TryFrom<::std::string::String> for GetResourceId {
        type Error = self::error::ConversionError;
        fn try_from(
            value: ::std::string::String,
        ) -> ::std::result::Result<Self, self::error::ConversionError> {
            value.parse()
        }
    }

    impl<'de> ::serde::Deserialize<'de> for GetResourceId {
        fn deserialize<D>(deserializer: D) -> ::std::result::Result<Self, D::Error>
        where
            D: ::serde::Deserializer<'de>,
        {
            ::std::string::String::deserialize(deserializer)?.parse().map_err(
                |e: self::error::ConversionError| <D::Error as ::serde::de::Error>::custom(e.to_string()),
            )
        }
    }

    ///`GetResourceType`
    #[derive(:: serde :: Serialize, Clone, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
    #[serde(transparent)]
    pub struct GetResourceType(::std::string::String);
    impl ::std::ops::Deref for GetResourceType {
        type Target = ::std::string::String;
        fn deref(&self) -> &::std::string::String {
            &self.0
        }
    }

    impl ::std::convert::From<GetResourceType> for ::std::string::String {
        fn from(value: GetResourceType) -> Self {
            value.0
        }
    }

    impl ::std::str::FromStr for GetResourceType {
        type Err = self::error::ConversionError;
        fn from_str(value: &str) -> ::std::result::Result<Self, self::error::ConversionError> {
            if value.chars().count() > 200usize {
                return Err("longer than 200 characters".into());
            }
            if value.chars().count() < 1usize {
                return Err("shorter than 1 characters".into());
            }
            Ok(Self(value.to_string()))
        }
    }

    impl ::std::convert::TryFrom<&str> for GetResourceType {
        type Error = self::error::ConversionError;
        fn try_from(value: &str) -> ::std::result::Result<Self, self::error::ConversionError> {
            value.parse()
        }
    }

    impl ::std::convert::TryFrom<::std::string::String> for GetResourceType {
        type Error = self::error::ConversionError;
        fn try_from(
            value: ::std::string::String,
        ) -> ::std::result::Result<Self, self::error::ConversionError> {
            value.parse()
        }
    }

    impl<'de> ::serde::Deserialize<'de> for GetResourceType {
        fn deserialize<D>(deserializer: D) -> ::std::result::Result<Self, D::Error>
        where
            D: ::serde::Deserializer<'de>,
        {
            ::std::string::String::deserialize(deserializer)?.parse().map_err(
                |e: self::error::ConversionError| <D::Error as ::serde::de::Error>::custom(e.to_string()),
            )
        }
    }

    ///A TypeID: what it is the id of, `_`, and a UUIDv7 in base32.
    #[derive(:: serde :: Serialize, Clone, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
    #[serde(transparent)]
    pub struct GrantId(::std::string::String);
    impl ::std::ops::Deref for GrantId {
        type Target = ::std::string::String;
        fn deref(&self) -> &::std::string::String {
            &self.0
        }
    }

    impl ::std::convert::From<GrantId> for ::std::string::String {
        fn from(value: GrantId) -> Self {
            value.0
        }
    }

    impl ::std::str::FromStr for GrantId {
        type Err = self::error::ConversionError;
        fn from_str(value: &str) -> ::std::result::Result<Self, self::error::ConversionError> {
            static PATTERN: ::std::sync::LazyLock<::regress::Regex> = ::std::sync::LazyLock::new(|| {
                ::regress::Regex::new("^grant_[0-7][0-9a-hjkmnp-tv-z]{25}$").unwrap()
            });
            if PATTERN.find(value).is_none() {
                return Err("doesn't match pattern \"^grant_[0-7][0-9a-hjkmnp-tv-z]{25}$\"".into());
            }
            Ok(Self(value.to_string()))
        }
    }

    impl ::std::convert::TryFrom<&str> for GrantId {
        type Error = self::error::ConversionError;
        fn try_from(value: &str) -> ::std::result::Result<Self, self::error::ConversionError> {
            value.parse()
        }
    }

    impl ::std::convert::TryFrom<::std::string::String> for GrantId {
        type Error = self::error::ConversionError;
        fn try_from(
            value: ::std::string::String,
        ) -> ::std::result::Result<Self, self::error::ConversionError> {
            value.parse()
        }
    }

    impl<'de> ::serde::Deserialize<'de> for GrantId {
        fn deserialize<D>(deserializer: D) -> ::std::result::Result<Self, D::Error>
        where
            D: ::serde::Deserializer<'de>,
        {
            ::std::string::String::deserialize(deserializer)?.parse().map_err(
                |e: self::error::ConversionError| <D::Error as ::serde::de::Error>::custom(e.to_string()),
            )
        }
    }

    ///A role for a member at one resource, which covers everything below it.
    #[derive(:: serde :: Deserialize, :: serde :: Serialize, Clone, Debug)]
    #[serde(deny_unknown_fields)]
    pub struct GrantIn {
        ///No longer in force from here on; for good without it.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub expires_at: ::std::option::Option<::chrono::DateTime<::chrono::offset::Utc>>,
        ///Taken and not looked at: a grant keeps its id as long as its role
        /// and its resource stay the same.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub id: ::std::option::Option<GrantId>,
        ///Where; the account itself without it.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub resource: ::std::option::Option<ResourceRefIn>,
        ///The role.
        pub role: ::std::string::String,
        ///In force from here on; at once without it.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub starts_at: ::std::option::Option<::chrono::DateTime<::chrono::offset::Utc>>,
    }

    impl GrantIn {
        pub fn builder() -> builder::GrantIn {
            Default::default()
        }
    }

    ///A role for a member at one resource, which covers everything below it.
    #[derive(:: serde :: Deserialize, :: serde :: Serialize, Clone, Debug)]
    pub struct GrantOut {
        ///No longer in force from here on.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub expires_at: ::std::option::Option<::chrono::DateTime<::chrono::offset::Utc>>,
        ///The grant's id.
        pub id: GrantId,
        ///Where.
        pub resource: ResourceRefOut,
        ///The role.
        pub role: ::std::string::String,
        ///In force from here on.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub starts_at: ::std::option::Option<::chrono::DateTime<::chrono::offset::Utc>>,
    }

    impl GrantOut {
        pub fn builder() -> builder::GrantOut {
            Default::default()
        }
    }

    ///A grant by its role and resource.
    #[derive(:: serde :: Deserialize, :: serde :: Serialize, Clone, Debug)]
    pub struct GrantRefOut {
        ///Where.
        pub resource: ResourceRefOut,
        ///The role.
        pub role: ::std::string::String,
    }

    impl GrantRefOut {
        pub fn builder() -> builder::GrantRefOut {
            Default::default()
        }
    }

    ///The whole set that a member is to hold.
    #[derive(:: serde :: Deserialize, :: serde :: Serialize, Clone, Debug)]
    #[serde(deny_unknown_fields)]
    pub struct GrantsIn {
        ///The grants; what is not among them is taken away.
        pub grants: ::std::vec::Vec<GrantIn>,
    }

    impl GrantsIn {
        pub fn builder() -> builder::GrantsIn {
            Default::default()
        }
    }

    ///How it is.
    #[derive(:: serde :: Deserialize, :: serde :: Serialize, Clone, Debug)]
    pub struct HealthOut {
        ///The parts that are away: `redis`.
        #[serde(default, skip_serializing_if = "::std::vec::Vec::is_empty")]
        pub away: ::std::vec::Vec<::std::string::String>,
        ///`ok`, `ready`, or `degraded`: it serves, though without some part.
        pub status: ::std::string::String,
    }

    impl HealthOut {
        pub fn builder() -> builder::HealthOut {
            Default::default()
        }
    }

    ///Chosen by the client, one for each thing to be done once
    #[derive(:: serde :: Serialize, Clone, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
    #[serde(transparent)]
    pub struct IdempotencyKey(::std::string::String);
    impl ::std::ops::Deref for IdempotencyKey {
        type Target = ::std::string::String;
        fn deref(&self) -> &::std::string::String {
            &self.0
        }
    }

    impl ::std::convert::From<IdempotencyKey> for ::std::string::String {
        fn from(value: IdempotencyKey) -> Self {
            value.0
        }
    }

    impl ::std::str::FromStr for IdempotencyKey {
        type Err = self::error::ConversionError;
        fn from_str(value: &str) -> ::std::result::Result<Self, self::error::ConversionError> {
            if value.chars().count() > 255usize {
                return Err("longer than 255 characters".into());
            }
            if value.chars().count() < 1usize {
                return Err("shorter than 1 characters".into());
            }
            static PATTERN: ::std::sync::LazyLock<::regress::Regex> =
                ::std::sync::LazyLock::new(|| ::regress::Regex::new("^[!-~]+$").unwrap());
            if PATTERN.find(value).is_none() {
                return Err("doesn't match pattern \"^[!-~]+$\"".into());
            }
            Ok(Self(value.to_string()))
        }
    }

    impl ::std::convert::TryFrom<&str> for IdempotencyKey {
        type Error = self::error::ConversionError;
        fn try_from(value: &str) -> ::std::result::Result<Self, self::error::ConversionError> {
            value.parse()
        }
    }

    impl ::std::convert::TryFrom<::std::string::String> for IdempotencyKey {
        type Error = self::error::ConversionError;
        fn try_from(
            value: ::std::string::String,
        ) -> ::std::result::Result<Self, self::error::ConversionError> {
            value.parse()
        }
    }

    impl<'de> ::serde::Deserialize<'de> for IdempotencyKey {
        fn deserialize<D>(deserializer: D) -> ::std::result::Result<Self, D::Error>
        where
            D: ::serde::Deserializer<'de>,
        {
            ::std::string::String::deserialize(deserializer)?.parse().map_err(
                |e: self::error::ConversionError| <D::Error as ::serde::de::Error>::custom(e.to_string()),
            )
        }
    }

    ///A provider by which one signs in.
    #[derive(:: serde :: Deserialize, :: serde :: Serialize, Clone, Debug)]
    pub struct IdentityOut {
        ///When it was added.
        pub created_at: ::chrono::DateTime<::chrono::offset::Utc>,
        ///The address that the provider last told.
        #[serde(deserialize_with = "::std::option::Option::deserialize")]
        pub email: ::std::option::Option<::std::string::String>,
        ///When it was last signed in with, or added.
        pub last_used_at: ::chrono::DateTime<::chrono::offset::Utc>,
        ///The provider.
        pub provider: ::std::string::String,
    }

    impl IdentityOut {
        pub fn builder() -> builder::IdentityOut {
            Default::default()
        }
    }

    ///Where the browser goes in the end.
    #[derive(:: serde :: Deserialize, :: serde :: Serialize, Clone, Debug)]
    #[serde(deny_unknown_fields)]
    pub struct IdentityStartIn {
        ///The SHA-256 of a random verifier, in base64url without padding.
        pub code_challenge: IdentityStartInCodeChallenge,
        ///A URL of this service or of one of its `cors_origins`. There it has
        /// `#code=…`, or `#error=…`.
        pub return_to: IdentityStartInReturnTo,
    }

    impl IdentityStartIn {
        pub fn builder() -> builder::IdentityStartIn {
            Default::default()
        }
    }

    ///The SHA-256 of a random verifier, in base64url without padding.
    #[derive(:: serde :: Serialize, Clone, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
    #[serde(transparent)]
    pub struct IdentityStartInCodeChallenge(::std::string::String);
    impl ::std::ops::Deref for IdentityStartInCodeChallenge {
        type Target = ::std::string::String;
        fn deref(&self) -> &::std::string::String {
            &self.0
        }
    }

    impl ::std::convert::From<IdentityStartInCodeChallenge> for ::std::string::String {
        fn from(value: IdentityStartInCodeChallenge) -> Self {
            value.0
        }
    }

    impl ::std::str::FromStr for IdentityStartInCodeChallenge {
        type Err = self::error::ConversionError;
        fn from_str(value: &str) -> ::std::result::Result<Self, self::error::ConversionError> {
            if value.chars().count() > 43usize {
                return Err("longer than 43 characters".into());
            }
            Ok(Self(value.to_string()))
        }
    }

    impl ::std::convert::TryFrom<&str> for IdentityStartInCodeChallenge {
        type Error = self::error::ConversionError;
        fn try_from(value: &str) -> ::std::result::Result<Self, self::error::ConversionError> {
            value.parse()
        }
    }

    impl ::std::convert::TryFrom<::std::string::String> for IdentityStartInCodeChallenge {
        type Error = self::error::ConversionError;
        fn try_from(
            value: ::std::string::String,
        ) -> ::std::result::Result<Self, self::error::ConversionError> {
            value.parse()
        }
    }

    impl<'de> ::serde::Deserialize<'de> for IdentityStartInCodeChallenge {
        fn deserialize<D>(deserializer: D) -> ::std::result::Result<Self, D::Error>
        where
            D: ::serde::Deserializer<'de>,
        {
            ::std::string::String::deserialize(deserializer)?.parse().map_err(
                |e: self::error::ConversionError| <D::Error as ::serde::de::Error>::custom(e.to_string()),
            )
        }
    }

    ///A URL of this service or of one of its `cors_origins`. There it has
    /// `#code=…`, or `#error=…`.
    #[derive(:: serde :: Serialize, Clone, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
    #[serde(transparent)]
    pub struct IdentityStartInReturnTo(::std::string::String);
    impl ::std::ops::Deref for IdentityStartInReturnTo {
        type Target = ::std::string::String;
        fn deref(&self) -> &::std::string::String {
            &self.0
        }
    }

    impl ::std::convert::From<IdentityStartInReturnTo> for ::std::string::String {
        fn from(value: IdentityStartInReturnTo) -> Self {
            value.0
        }
    }

    impl ::std::str::FromStr for IdentityStartInReturnTo {
        type Err = self::error::ConversionError;
        fn from_str(value: &str) -> ::std::result::Result<Self, self::error::ConversionError> {
            if value.chars().count() > 2000usize {
                return Err("longer than 2000 characters".into());
            }
            Ok(Self(value.to_string()))
        }
    }

    impl ::std::convert::TryFrom<&str> for IdentityStartInReturnTo {
        type Error = self::error::ConversionError;
        fn try_from(value: &str) -> ::std::result::Result<Self, self::error::ConversionError> {
            value.parse()
        }
    }

    impl ::std::convert::TryFrom<::std::string::String> for IdentityStartInReturnTo {
        type Error = self::error::ConversionError;
        fn try_from(
            value: ::std::string::String,
        ) -> ::std::result::Result<Self, self::error::ConversionError> {
            value.parse()
        }
    }

    impl<'de> ::serde::Deserialize<'de> for IdentityStartInReturnTo {
        fn deserialize<D>(deserializer: D) -> ::std::result::Result<Self, D::Error>
        where
            D: ::serde::Deserializer<'de>,
        {
            ::std::string::String::deserialize(deserializer)?.parse().map_err(
                |e: self::error::ConversionError| <D::Error as ::serde::de::Error>::custom(e.to_string()),
            )
        }
    }

    ///Where the browser goes first.
    #[derive(:: serde :: Deserialize, :: serde :: Serialize, Clone, Debug)]
    pub struct IdentityStartOut {
        ///The provider's URL.
        pub url: ::std::string::String,
    }

    impl IdentityStartOut {
        pub fn builder() -> builder::IdentityStartOut {
            Default::default()
        }
    }

    ///A TypeID: what it is the id of, `_`, and a UUIDv7 in base32.
    #[derive(:: serde :: Serialize, Clone, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
    #[serde(transparent)]
    pub struct InvitationId(::std::string::String);
    impl ::std::ops::Deref for InvitationId {
        type Target = ::std::string::String;
        fn deref(&self) -> &::std::string::String {
            &self.0
        }
    }

    impl ::std::convert::From<InvitationId> for ::std::string::String {
        fn from(value: InvitationId) -> Self {
            value.0
        }
    }

    impl ::std::str::FromStr for InvitationId {
        type Err = self::error::ConversionError;
        fn from_str(value: &str) -> ::std::result::Result<Self, self::error::ConversionError> {
            static PATTERN: ::std::sync::LazyLock<::regress::Regex> = ::std::sync::LazyLock::new(|| {
                ::regress::Regex::new("^inv_[0-7][0-9a-hjkmnp-tv-z]{25}$").unwrap()
            });
            if PATTERN.find(value).is_none() {
                return Err("doesn't match pattern \"^inv_[0-7][0-9a-hjkmnp-tv-z]{25}$\"".into());
            }
            Ok(Self(value.to_string()))
        }
    }

    impl ::std::convert::TryFrom<&str> for InvitationId {
        type Error = self::error::ConversionError;
        fn try_from(value: &str) -> ::std::result::Result<Self, self::error::ConversionError> {
            value.parse()
        }
    }

    impl ::std::convert::TryFrom<::std::string::String> for InvitationId {
        type Error = self::error::ConversionError;
        fn try_from(
            value: ::std::string::String,
        ) -> ::std::result::Result<Self, self::error::ConversionError> {
            value.parse()
        }
    }

    impl<'de> ::serde::Deserialize<'de> for InvitationId {
        fn deserialize<D>(deserializer: D) -> ::std::result::Result<Self, D::Error>
        where
            D: ::serde::Deserializer<'de>,
        {
            ::std::string::String::deserialize(deserializer)?.parse().map_err(
                |e: self::error::ConversionError| <D::Error as ::serde::de::Error>::custom(e.to_string()),
            )
        }
    }

    ///An invitation to be made.
    #[derive(:: serde :: Deserialize, :: serde :: Serialize, Clone, Debug)]
    #[serde(deny_unknown_fields)]
    pub struct InvitationIn {
        ///Who is invited.
        pub email: InvitationInEmail,
        ///What the mail calls them.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub first_name: ::std::option::Option<InvitationInFirstName>,
        ///What they will hold: only roles that may be put into an invitation.
        /// None without it.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub grants: ::std::option::Option<::std::vec::Vec<GrantIn>>,
    }

    impl InvitationIn {
        pub fn builder() -> builder::InvitationIn {
            Default::default()
        }
    }

    ///Who is invited.
    #[derive(:: serde :: Serialize, Clone, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
    #[serde(transparent)]
    pub struct InvitationInEmail(::std::string::String);
    impl ::std::ops::Deref for InvitationInEmail {
        type Target = ::std::string::String;
        fn deref(&self) -> &::std::string::String {
            &self.0
        }
    }

    impl ::std::convert::From<InvitationInEmail> for ::std::string::String {
        fn from(value: InvitationInEmail) -> Self {
            value.0
        }
    }

    impl ::std::str::FromStr for InvitationInEmail {
        type Err = self::error::ConversionError;
        fn from_str(value: &str) -> ::std::result::Result<Self, self::error::ConversionError> {
            if value.chars().count() > 254usize {
                return Err("longer than 254 characters".into());
            }
            Ok(Self(value.to_string()))
        }
    }

    impl ::std::convert::TryFrom<&str> for InvitationInEmail {
        type Error = self::error::ConversionError;
        fn try_from(value: &str) -> ::std::result::Result<Self, self::error::ConversionError> {
            value.parse()
        }
    }

    impl ::std::convert::TryFrom<::std::string::String> for InvitationInEmail {
        type Error = self::error::ConversionError;
        fn try_from(
            value: ::std::string::String,
        ) -> ::std::result::Result<Self, self::error::ConversionError> {
            value.parse()
        }
    }

    impl<'de> ::serde::Deserialize<'de> for InvitationInEmail {
        fn deserialize<D>(deserializer: D) -> ::std::result::Result<Self, D::Error>
        where
            D: ::serde::Deserializer<'de>,
        {
            ::std::string::String::deserialize(deserializer)?.parse().map_err(
                |e: self::error::ConversionError| <D::Error as ::serde::de::Error>::custom(e.to_string()),
            )
        }
    }

    ///What the mail calls them.
    #[derive(:: serde :: Serialize, Clone, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
    #[serde(transparent)]
    pub struct InvitationInFirstName(::std::string::String);
    impl ::std::ops::Deref for InvitationInFirstName {
        type Target = ::std::string::String;
        fn deref(&self) -> &::std::string::String {
            &self.0
        }
    }

    impl ::std::convert::From<InvitationInFirstName> for ::std::string::String {
        fn from(value: InvitationInFirstName) -> Self {
            value.0
        }
    }

    impl ::std::str::FromStr for InvitationInFirstName {
        type Err = self::error::ConversionError;
        fn from_str(value: &str) -> ::std::result::Result<Self, self::error::ConversionError> {
            if value.chars().count() > 100usize {
                return Err("longer than 100 characters".into());
            }
            if value.chars().count() < 1usize {
                return Err("shorter than 1 characters".into());
            }
            Ok(Self(value.to_string()))
        }
    }

    impl ::std::convert::TryFrom<&str> for InvitationInFirstName {
        type Error = self::error::ConversionError;
        fn try_from(value: &str) -> ::std::result::Result<Self, self::error::ConversionError> {
            value.parse()
        }
    }

    impl ::std::convert::TryFrom<::std::string::String> for InvitationInFirstName {
        type Error = self::error::ConversionError;
        fn try_from(
            value: ::std::string::String,
        ) -> ::std::result::Result<Self, self::error::ConversionError> {
            value.parse()
        }
    }

    impl<'de> ::serde::Deserialize<'de> for InvitationInFirstName {
        fn deserialize<D>(deserializer: D) -> ::std::result::Result<Self, D::Error>
        where
            D: ::serde::Deserializer<'de>,
        {
            ::std::string::String::deserialize(deserializer)?.parse().map_err(
                |e: self::error::ConversionError| <D::Error as ::serde::de::Error>::custom(e.to_string()),
            )
        }
    }

    ///An invitation.
    #[derive(:: serde :: Deserialize, :: serde :: Serialize, Clone, Debug)]
    pub struct InvitationOut {
        ///When it was made.
        pub created_at: ::chrono::DateTime<::chrono::offset::Utc>,
        ///Who is invited.
        pub email: ::std::string::String,
        ///Until when it can be accepted.
        pub expires_at: ::chrono::DateTime<::chrono::offset::Utc>,
        ///What the mail calls them.
        #[serde(deserialize_with = "::std::option::Option::deserialize")]
        pub first_name: ::std::option::Option<::std::string::String>,
        ///What it gives; left out of lists, and once the member is gone.
        #[serde(default, skip_serializing_if = "::std::vec::Vec::is_empty")]
        pub grants: ::std::vec::Vec<GrantOut>,
        ///The invitation's id.
        pub id: InvitationId,
        ///The member who answers for it.
        pub invited_by: MemberId,
        ///The member that it made, `invited` until it is accepted.
        pub member: MemberId,
        ///What became of it.
        pub status: InvitationState,
    }

    impl InvitationOut {
        pub fn builder() -> builder::InvitationOut {
            Default::default()
        }
    }

    ///What became of an invitation.
    #[derive(
        :: serde :: Deserialize,
        :: serde :: Serialize,
        Clone,
        Copy,
        Debug,
        Eq,
        Hash,
        Ord,
        PartialEq,
        PartialOrd,
    )]
    pub enum InvitationState {
        #[serde(rename = "pending")]
        Pending,
        #[serde(rename = "accepted")]
        Accepted,
        #[serde(rename = "expired")]
        Expired,
        #[serde(rename = "revoked")]
        Revoked,
        #[serde(rename = "lapsed")]
        Lapsed,
    }

    impl ::std::fmt::Display for InvitationState {
        fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
            match *self {
                Self::Pending => f.write_str("pending"),
                Self::Accepted => f.write_str("accepted"),
                Self::Expired => f.write_str("expired"),
                Self::Revoked => f.write_str("revoked"),
                Self::Lapsed => f.write_str("lapsed"),
            }
        }
    }

    impl ::std::str::FromStr for InvitationState {
        type Err = self::error::ConversionError;
        fn from_str(value: &str) -> ::std::result::Result<Self, self::error::ConversionError> {
            match value {
                "pending" => Ok(Self::Pending),
                "accepted" => Ok(Self::Accepted),
                "expired" => Ok(Self::Expired),
                "revoked" => Ok(Self::Revoked),
                "lapsed" => Ok(Self::Lapsed),
                _ => Err("invalid value".into()),
            }
        }
    }

    impl ::std::convert::TryFrom<&str> for InvitationState {
        type Error = self::error::ConversionError;
        fn try_from(value: &str) -> ::std::result::Result<Self, self::error::ConversionError> {
            value.parse()
        }
    }

    impl ::std::convert::TryFrom<::std::string::String> for InvitationState {
        type Error = self::error::ConversionError;
        fn try_from(
            value: ::std::string::String,
        ) -> ::std::result::Result<Self, self::error::ConversionError> {
            value.parse()
        }
    }

    ///What is wrong with an item of a batch.
    #[derive(:: serde :: Deserialize, :: serde :: Serialize, Clone, Debug)]
    pub struct ItemErrorOut {
        ///What is wrong.
        pub message: ::std::string::String,
        ///The status that it would have by itself.
        pub status: u16,
    }

    impl ItemErrorOut {
        pub fn builder() -> builder::ItemErrorOut {
            Default::default()
        }
    }

    ///A TypeID: what it is the id of, `_`, and a UUIDv7 in base32.
    #[derive(:: serde :: Serialize, Clone, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
    #[serde(transparent)]
    pub struct KeysetId(::std::string::String);
    impl ::std::ops::Deref for KeysetId {
        type Target = ::std::string::String;
        fn deref(&self) -> &::std::string::String {
            &self.0
        }
    }

    impl ::std::convert::From<KeysetId> for ::std::string::String {
        fn from(value: KeysetId) -> Self {
            value.0
        }
    }

    impl ::std::str::FromStr for KeysetId {
        type Err = self::error::ConversionError;
        fn from_str(value: &str) -> ::std::result::Result<Self, self::error::ConversionError> {
            static PATTERN: ::std::sync::LazyLock<::regress::Regex> = ::std::sync::LazyLock::new(|| {
                ::regress::Regex::new("^ks_[0-7][0-9a-hjkmnp-tv-z]{25}$").unwrap()
            });
            if PATTERN.find(value).is_none() {
                return Err("doesn't match pattern \"^ks_[0-7][0-9a-hjkmnp-tv-z]{25}$\"".into());
            }
            Ok(Self(value.to_string()))
        }
    }

    impl ::std::convert::TryFrom<&str> for KeysetId {
        type Error = self::error::ConversionError;
        fn try_from(value: &str) -> ::std::result::Result<Self, self::error::ConversionError> {
            value.parse()
        }
    }

    impl ::std::convert::TryFrom<::std::string::String> for KeysetId {
        type Error = self::error::ConversionError;
        fn try_from(
            value: ::std::string::String,
        ) -> ::std::result::Result<Self, self::error::ConversionError> {
            value.parse()
        }
    }

    impl<'de> ::serde::Deserialize<'de> for KeysetId {
        fn deserialize<D>(deserializer: D) -> ::std::result::Result<Self, D::Error>
        where
            D: ::serde::Deserializer<'de>,
        {
            ::std::string::String::deserialize(deserializer)?.parse().map_err(
                |e: self::error::ConversionError| <D::Error as ::serde::de::Error>::custom(e.to_string()),
            )
        }
    }

    ///A new keyset.
    #[derive(:: serde :: Deserialize, :: serde :: Serialize, Clone, Debug)]
    #[serde(deny_unknown_fields)]
    pub struct KeysetIn {
        ///What people call it.
        pub name: KeysetInName,
    }

    impl KeysetIn {
        pub fn builder() -> builder::KeysetIn {
            Default::default()
        }
    }

    ///What people call it.
    #[derive(:: serde :: Serialize, Clone, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
    #[serde(transparent)]
    pub struct KeysetInName(::std::string::String);
    impl ::std::ops::Deref for KeysetInName {
        type Target = ::std::string::String;
        fn deref(&self) -> &::std::string::String {
            &self.0
        }
    }

    impl ::std::convert::From<KeysetInName> for ::std::string::String {
        fn from(value: KeysetInName) -> Self {
            value.0
        }
    }

    impl ::std::str::FromStr for KeysetInName {
        type Err = self::error::ConversionError;
        fn from_str(value: &str) -> ::std::result::Result<Self, self::error::ConversionError> {
            if value.chars().count() > 100usize {
                return Err("longer than 100 characters".into());
            }
            if value.chars().count() < 1usize {
                return Err("shorter than 1 characters".into());
            }
            Ok(Self(value.to_string()))
        }
    }

    impl ::std::convert::TryFrom<&str> for KeysetInName {
        type Error = self::error::ConversionError;
        fn try_from(value: &str) -> ::std::result::Result<Self, self::error::ConversionError> {
            value.parse()
        }
    }

    impl ::std::convert::TryFrom<::std::string::String> for KeysetInName {
        type Error = self::error::ConversionError;
        fn try_from(
            value: ::std::string::String,
        ) -> ::std::result::Result<Self, self::error::ConversionError> {
            value.parse()
        }
    }

    impl<'de> ::serde::Deserialize<'de> for KeysetInName {
        fn deserialize<D>(deserializer: D) -> ::std::result::Result<Self, D::Error>
        where
            D: ::serde::Deserializer<'de>,
        {
            ::std::string::String::deserialize(deserializer)?.parse().map_err(
                |e: self::error::ConversionError| <D::Error as ::serde::de::Error>::custom(e.to_string()),
            )
        }
    }

    ///A keyset.
    #[derive(:: serde :: Deserialize, :: serde :: Serialize, Clone, Debug)]
    pub struct KeysetOut {
        ///Its app.
        pub app: AppRefOut,
        ///When it was made.
        pub created_at: ::chrono::DateTime<::chrono::offset::Utc>,
        ///The keyset's id.
        pub id: KeysetId,
        ///What people call it.
        pub name: ::std::string::String,
    }

    impl KeysetOut {
        pub fn builder() -> builder::KeysetOut {
            Default::default()
        }
    }

    ///A change of a keyset. What is left out stays.
    #[derive(:: serde :: Deserialize, :: serde :: Serialize, Clone, Debug, Default)]
    #[serde(deny_unknown_fields)]
    pub struct KeysetPatch {
        ///What people call it.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub name: ::std::option::Option<KeysetPatchName>,
    }

    impl KeysetPatch {
        pub fn builder() -> builder::KeysetPatch {
            Default::default()
        }
    }

    ///What people call it.
    #[derive(:: serde :: Serialize, Clone, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
    #[serde(transparent)]
    pub struct KeysetPatchName(::std::string::String);
    impl ::std::ops::Deref for KeysetPatchName {
        type Target = ::std::string::String;
        fn deref(&self) -> &::std::string::String {
            &self.0
        }
    }

    impl ::std::convert::From<KeysetPatchName> for ::std::string::String {
        fn from(value: KeysetPatchName) -> Self {
            value.0
        }
    }

    impl ::std::str::FromStr for KeysetPatchName {
        type Err = self::error::ConversionError;
        fn from_str(value: &str) -> ::std::result::Result<Self, self::error::ConversionError> {
            if value.chars().count() > 100usize {
                return Err("longer than 100 characters".into());
            }
            if value.chars().count() < 1usize {
                return Err("shorter than 1 characters".into());
            }
            Ok(Self(value.to_string()))
        }
    }

    impl ::std::convert::TryFrom<&str> for KeysetPatchName {
        type Error = self::error::ConversionError;
        fn try_from(value: &str) -> ::std::result::Result<Self, self::error::ConversionError> {
            value.parse()
        }
    }

    impl ::std::convert::TryFrom<::std::string::String> for KeysetPatchName {
        type Error = self::error::ConversionError;
        fn try_from(
            value: ::std::string::String,
        ) -> ::std::result::Result<Self, self::error::ConversionError> {
            value.parse()
        }
    }

    impl<'de> ::serde::Deserialize<'de> for KeysetPatchName {
        fn deserialize<D>(deserializer: D) -> ::std::result::Result<Self, D::Error>
        where
            D: ::serde::Deserializer<'de>,
        {
            ::std::string::String::deserialize(deserializer)?.parse().map_err(
                |e: self::error::ConversionError| <D::Error as ::serde::de::Error>::custom(e.to_string()),
            )
        }
    }

    ///`ListAuditEventsAction`
    #[derive(:: serde :: Serialize, Clone, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
    #[serde(transparent)]
    pub struct ListAuditEventsAction(::std::string::String);
    impl ::std::ops::Deref for ListAuditEventsAction {
        type Target = ::std::string::String;
        fn deref(&self) -> &::std::string::String {
            &self.0
        }
    }

    impl ::std::convert::From<ListAuditEventsAction> for ::std::string::String {
        fn from(value: ListAuditEventsAction) -> Self {
            value.0
        }
    }

    impl ::std::str::FromStr for ListAuditEventsAction {
        type Err = self::error::ConversionError;
        fn from_str(value: &str) -> ::std::result::Result<Self, self::error::ConversionError> {
            if value.chars().count() > 100usize {
                return Err("longer than 100 characters".into());
            }
            Ok(Self(value.to_string()))
        }
    }

    impl ::std::convert::TryFrom<&str> for ListAuditEventsAction {
        type Error = self::error::ConversionError;
        fn try_from(value: &str) -> ::std::result::Result<Self, self::error::ConversionError> {
            value.parse()
        }
    }

    impl ::std::convert::TryFrom<::std::string::String> for ListAuditEventsAction {
        type Error = self::error::ConversionError;
        fn try_from(
            value: ::std::string::String,
        ) -> ::std::result::Result<Self, self::error::ConversionError> {
            value.parse()
        }
    }

    impl<'de> ::serde::Deserialize<'de> for ListAuditEventsAction {
        fn deserialize<D>(deserializer: D) -> ::std::result::Result<Self, D::Error>
        where
            D: ::serde::Deserializer<'de>,
        {
            ::std::string::String::deserialize(deserializer)?.parse().map_err(
                |e: self::error::ConversionError| <D::Error as ::serde::de::Error>::custom(e.to_string()),
            )
        }
    }

    ///`ListAuditEventsActor`
    #[derive(:: serde :: Serialize, Clone, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
    #[serde(transparent)]
    pub struct ListAuditEventsActor(::std::string::String);
    impl ::std::ops::Deref for ListAuditEventsActor {
        type Target = ::std::string::String;
        fn deref(&self) -> &::std::string::String {
            &self.0
        }
    }

    impl ::std::convert::From<ListAuditEventsActor> for ::std::string::String {
        fn from(value: ListAuditEventsActor) -> Self {
            value.0
        }
    }

    impl ::std::str::FromStr for ListAuditEventsActor {
        type Err = self::error::ConversionError;
        fn from_str(value: &str) -> ::std::result::Result<Self, self::error::ConversionError> {
            if value.chars().count() > 100usize {
                return Err("longer than 100 characters".into());
            }
            Ok(Self(value.to_string()))
        }
    }

    impl ::std::convert::TryFrom<&str> for ListAuditEventsActor {
        type Error = self::error::ConversionError;
        fn try_from(value: &str) -> ::std::result::Result<Self, self::error::ConversionError> {
            value.parse()
        }
    }

    impl ::std::convert::TryFrom<::std::string::String> for ListAuditEventsActor {
        type Error = self::error::ConversionError;
        fn try_from(
            value: ::std::string::String,
        ) -> ::std::result::Result<Self, self::error::ConversionError> {
            value.parse()
        }
    }

    impl<'de> ::serde::Deserialize<'de> for ListAuditEventsActor {
        fn deserialize<D>(deserializer: D) -> ::std::result::Result<Self, D::Error>
        where
            D: ::serde::Deserializer<'de>,
        {
            ::std::string::String::deserialize(deserializer)?.parse().map_err(
                |e: self::error::ConversionError| <D::Error as ::serde::de::Error>::custom(e.to_string()),
            )
        }
    }

    ///`ListMembersQ`
    #[derive(:: serde :: Serialize, Clone, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
    #[serde(transparent)]
    pub struct ListMembersQ(::std::string::String);
    impl ::std::ops::Deref for ListMembersQ {
        type Target = ::std::string::String;
        fn deref(&self) -> &::std::string::String {
            &self.0
        }
    }

    impl ::std::convert::From<ListMembersQ> for ::std::string::String {
        fn from(value: ListMembersQ) -> Self {
            value.0
        }
    }

    impl ::std::str::FromStr for ListMembersQ {
        type Err = self::error::ConversionError;
        fn from_str(value: &str) -> ::std::result::Result<Self, self::error::ConversionError> {
            if value.chars().count() > 100usize {
                return Err("longer than 100 characters".into());
            }
            Ok(Self(value.to_string()))
        }
    }

    impl ::std::convert::TryFrom<&str> for ListMembersQ {
        type Error = self::error::ConversionError;
        fn try_from(value: &str) -> ::std::result::Result<Self, self::error::ConversionError> {
            value.parse()
        }
    }

    impl ::std::convert::TryFrom<::std::string::String> for ListMembersQ {
        type Error = self::error::ConversionError;
        fn try_from(
            value: ::std::string::String,
        ) -> ::std::result::Result<Self, self::error::ConversionError> {
            value.parse()
        }
    }

    impl<'de> ::serde::Deserialize<'de> for ListMembersQ {
        fn deserialize<D>(deserializer: D) -> ::std::result::Result<Self, D::Error>
        where
            D: ::serde::Deserializer<'de>,
        {
            ::std::string::String::deserialize(deserializer)?.parse().map_err(
                |e: self::error::ConversionError| <D::Error as ::serde::de::Error>::custom(e.to_string()),
            )
        }
    }

    ///`ListMembersRole`
    #[derive(:: serde :: Serialize, Clone, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
    #[serde(transparent)]
    pub struct ListMembersRole(::std::string::String);
    impl ::std::ops::Deref for ListMembersRole {
        type Target = ::std::string::String;
        fn deref(&self) -> &::std::string::String {
            &self.0
        }
    }

    impl ::std::convert::From<ListMembersRole> for ::std::string::String {
        fn from(value: ListMembersRole) -> Self {
            value.0
        }
    }

    impl ::std::str::FromStr for ListMembersRole {
        type Err = self::error::ConversionError;
        fn from_str(value: &str) -> ::std::result::Result<Self, self::error::ConversionError> {
            if value.chars().count() > 100usize {
                return Err("longer than 100 characters".into());
            }
            Ok(Self(value.to_string()))
        }
    }

    impl ::std::convert::TryFrom<&str> for ListMembersRole {
        type Error = self::error::ConversionError;
        fn try_from(value: &str) -> ::std::result::Result<Self, self::error::ConversionError> {
            value.parse()
        }
    }

    impl ::std::convert::TryFrom<::std::string::String> for ListMembersRole {
        type Error = self::error::ConversionError;
        fn try_from(
            value: ::std::string::String,
        ) -> ::std::result::Result<Self, self::error::ConversionError> {
            value.parse()
        }
    }

    impl<'de> ::serde::Deserialize<'de> for ListMembersRole {
        fn deserialize<D>(deserializer: D) -> ::std::result::Result<Self, D::Error>
        where
            D: ::serde::Deserializer<'de>,
        {
            ::std::string::String::deserialize(deserializer)?.parse().map_err(
                |e: self::error::ConversionError| <D::Error as ::serde::de::Error>::custom(e.to_string()),
            )
        }
    }

    ///A TypeID: what it is the id of, `_`, and a UUIDv7 in base32.
    #[derive(:: serde :: Serialize, Clone, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
    #[serde(transparent)]
    pub struct MemberId(::std::string::String);
    impl ::std::ops::Deref for MemberId {
        type Target = ::std::string::String;
        fn deref(&self) -> &::std::string::String {
            &self.0
        }
    }

    impl ::std::convert::From<MemberId> for ::std::string::String {
        fn from(value: MemberId) -> Self {
            value.0
        }
    }

    impl ::std::str::FromStr for MemberId {
        type Err = self::error::ConversionError;
        fn from_str(value: &str) -> ::std::result::Result<Self, self::error::ConversionError> {
            static PATTERN: ::std::sync::LazyLock<::regress::Regex> = ::std::sync::LazyLock::new(|| {
                ::regress::Regex::new("^mbr_[0-7][0-9a-hjkmnp-tv-z]{25}$").unwrap()
            });
            if PATTERN.find(value).is_none() {
                return Err("doesn't match pattern \"^mbr_[0-7][0-9a-hjkmnp-tv-z]{25}$\"".into());
            }
            Ok(Self(value.to_string()))
        }
    }

    impl ::std::convert::TryFrom<&str> for MemberId {
        type Error = self::error::ConversionError;
        fn try_from(value: &str) -> ::std::result::Result<Self, self::error::ConversionError> {
            value.parse()
        }
    }

    impl ::std::convert::TryFrom<::std::string::String> for MemberId {
        type Error = self::error::ConversionError;
        fn try_from(
            value: ::std::string::String,
        ) -> ::std::result::Result<Self, self::error::ConversionError> {
            value.parse()
        }
    }

    impl<'de> ::serde::Deserialize<'de> for MemberId {
        fn deserialize<D>(deserializer: D) -> ::std::result::Result<Self, D::Error>
        where
            D: ::serde::Deserializer<'de>,
        {
            ::std::string::String::deserialize(deserializer)?.parse().map_err(
                |e: self::error::ConversionError| <D::Error as ::serde::de::Error>::custom(e.to_string()),
            )
        }
    }

    ///What a move does to one member.
    #[derive(:: serde :: Deserialize, :: serde :: Serialize, Clone, Debug)]
    pub struct MemberMoveOut {
        ///Held afterwards, not before.
        pub gains: ::std::vec::Vec<EffectOut>,
        ///Held before, not afterwards.
        pub loses: ::std::vec::Vec<EffectOut>,
        ///The member.
        pub member: MemberId,
        ///Every rule that would break for this member.
        pub violations: ::std::vec::Vec<Problem>,
    }

    impl MemberMoveOut {
        pub fn builder() -> builder::MemberMoveOut {
            Default::default()
        }
    }

    ///A user's place in an account.
    #[derive(:: serde :: Deserialize, :: serde :: Serialize, Clone, Debug)]
    pub struct MemberOut {
        ///Since when there is this member.
        pub created_at: ::chrono::DateTime<::chrono::offset::Utc>,
        ///The user's address, or the invited one.
        pub email: ::std::string::String,
        ///What the member holds, or will hold once the invitation is accepted.
        pub grants: ::std::vec::Vec<GrantOut>,
        ///The member's id.
        pub id: MemberId,
        ///When the user last did something in this account.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub last_seen_at: ::std::option::Option<::chrono::DateTime<::chrono::offset::Utc>>,
        ///Where the member stands.
        pub status: MemberState,
        ///Whether the user has a second factor.
        pub two_factor: bool,
        ///Who; null while invited.
        #[serde(deserialize_with = "::std::option::Option::deserialize")]
        pub user: ::std::option::Option<UserRefOut>,
    }

    impl MemberOut {
        pub fn builder() -> builder::MemberOut {
            Default::default()
        }
    }

    ///Where a member stands.
    #[derive(
        :: serde :: Deserialize,
        :: serde :: Serialize,
        Clone,
        Copy,
        Debug,
        Eq,
        Hash,
        Ord,
        PartialEq,
        PartialOrd,
    )]
    pub enum MemberState {
        #[serde(rename = "invited")]
        Invited,
        #[serde(rename = "active")]
        Active,
        #[serde(rename = "suspended")]
        Suspended,
    }

    impl ::std::fmt::Display for MemberState {
        fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
            match *self {
                Self::Invited => f.write_str("invited"),
                Self::Active => f.write_str("active"),
                Self::Suspended => f.write_str("suspended"),
            }
        }
    }

    impl ::std::str::FromStr for MemberState {
        type Err = self::error::ConversionError;
        fn from_str(value: &str) -> ::std::result::Result<Self, self::error::ConversionError> {
            match value {
                "invited" => Ok(Self::Invited),
                "active" => Ok(Self::Active),
                "suspended" => Ok(Self::Suspended),
                _ => Err("invalid value".into()),
            }
        }
    }

    impl ::std::convert::TryFrom<&str> for MemberState {
        type Error = self::error::ConversionError;
        fn try_from(value: &str) -> ::std::result::Result<Self, self::error::ConversionError> {
            value.parse()
        }
    }

    impl ::std::convert::TryFrom<::std::string::String> for MemberState {
        type Error = self::error::ConversionError;
        fn try_from(
            value: ::std::string::String,
        ) -> ::std::result::Result<Self, self::error::ConversionError> {
            value.parse()
        }
    }

    ///What would allow it.
    #[derive(:: serde :: Deserialize, :: serde :: Serialize, Clone, Debug)]
    pub struct MissingOut {
        ///The roles that would, granted at the resource or above it. Empty
        /// when it is allowed already.
        pub roles_that_would_allow: ::std::vec::Vec<::std::string::String>,
    }

    impl MissingOut {
        pub fn builder() -> builder::MissingOut {
            Default::default()
        }
    }

    ///What a move to another role model does.
    #[derive(:: serde :: Deserialize, :: serde :: Serialize, Clone, Debug)]
    pub struct MovePreviewOut {
        ///The members for whom something changes or breaks.
        pub members: ::std::vec::Vec<MemberMoveOut>,
        ///Every rule that would break for the account as a whole; the move is
        /// refused while there is one, here or above.
        pub violations: ::std::vec::Vec<Problem>,
    }

    impl MovePreviewOut {
        pub fn builder() -> builder::MovePreviewOut {
            Default::default()
        }
    }

    ///An account that one can switch to.
    #[derive(:: serde :: Deserialize, :: serde :: Serialize, Clone, Debug)]
    pub struct MyAccountOut {
        ///The account.
        pub account: AccountOut,
        ///One's own place in it.
        pub member: MyMemberOut,
    }

    impl MyAccountOut {
        pub fn builder() -> builder::MyAccountOut {
            Default::default()
        }
    }

    ///An invitation that waits for one's own address. The link in its mail
    /// accepts it.
    #[derive(:: serde :: Deserialize, :: serde :: Serialize, Clone, Debug)]
    pub struct MyInvitationOut {
        ///Into which account.
        pub account: AccountRefOut,
        ///When it was made.
        pub created_at: ::chrono::DateTime<::chrono::offset::Utc>,
        ///Until when it can be accepted.
        pub expires_at: ::chrono::DateTime<::chrono::offset::Utc>,
        ///The invitation's id.
        pub id: InvitationId,
    }

    impl MyInvitationOut {
        pub fn builder() -> builder::MyInvitationOut {
            Default::default()
        }
    }

    ///One's own place in an account.
    #[derive(:: serde :: Deserialize, :: serde :: Serialize, Clone, Debug)]
    pub struct MyMemberOut {
        ///The member's id.
        pub id: MemberId,
        ///The roles held anywhere in the account.
        pub roles: ::std::vec::Vec<::std::string::String>,
        ///Where the member stands.
        pub status: MemberState,
    }

    impl MyMemberOut {
        pub fn builder() -> builder::MyMemberOut {
            Default::default()
        }
    }

    ///A password.
    #[derive(:: serde :: Deserialize, :: serde :: Serialize, Clone, Debug)]
    #[serde(deny_unknown_fields)]
    pub struct NewPasswordIn {
        ///At least 8 characters, and not easy to guess.
        pub password: NewPasswordInPassword,
    }

    impl NewPasswordIn {
        pub fn builder() -> builder::NewPasswordIn {
            Default::default()
        }
    }

    ///At least 8 characters, and not easy to guess.
    #[derive(:: serde :: Serialize, Clone, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
    #[serde(transparent)]
    pub struct NewPasswordInPassword(::std::string::String);
    impl ::std::ops::Deref for NewPasswordInPassword {
        type Target = ::std::string::String;
        fn deref(&self) -> &::std::string::String {
            &self.0
        }
    }

    impl ::std::convert::From<NewPasswordInPassword> for ::std::string::String {
        fn from(value: NewPasswordInPassword) -> Self {
            value.0
        }
    }

    impl ::std::str::FromStr for NewPasswordInPassword {
        type Err = self::error::ConversionError;
        fn from_str(value: &str) -> ::std::result::Result<Self, self::error::ConversionError> {
            if value.chars().count() > 1024usize {
                return Err("longer than 1024 characters".into());
            }
            if value.chars().count() < 8usize {
                return Err("shorter than 8 characters".into());
            }
            Ok(Self(value.to_string()))
        }
    }

    impl ::std::convert::TryFrom<&str> for NewPasswordInPassword {
        type Error = self::error::ConversionError;
        fn try_from(value: &str) -> ::std::result::Result<Self, self::error::ConversionError> {
            value.parse()
        }
    }

    impl ::std::convert::TryFrom<::std::string::String> for NewPasswordInPassword {
        type Error = self::error::ConversionError;
        fn try_from(
            value: ::std::string::String,
        ) -> ::std::result::Result<Self, self::error::ConversionError> {
            value.parse()
        }
    }

    impl<'de> ::serde::Deserialize<'de> for NewPasswordInPassword {
        fn deserialize<D>(deserializer: D) -> ::std::result::Result<Self, D::Error>
        where
            D: ::serde::Deserializer<'de>,
        {
            ::std::string::String::deserialize(deserializer)?.parse().map_err(
                |e: self::error::ConversionError| <D::Error as ::serde::de::Error>::custom(e.to_string()),
            )
        }
    }

    ///A new session with its token.
    #[derive(:: serde :: Deserialize, :: serde :: Serialize, Clone, Debug)]
    pub struct NewSessionOut {
        ///When the session ends by itself.
        pub expires_at: ::chrono::DateTime<::chrono::offset::Utc>,
        ///The session's id.
        pub id: SessionId,
        ///The bearer token. It is shown once: a repeated request gets null.
        #[serde(deserialize_with = "::std::option::Option::deserialize")]
        pub token: ::std::option::Option<::std::string::String>,
    }

    impl NewSessionOut {
        pub fn builder() -> builder::NewSessionOut {
            Default::default()
        }
    }

    ///Where a page ended.
    #[derive(:: serde :: Deserialize, :: serde :: Serialize, Clone, Debug)]
    pub struct NextPageOut {
        ///To be sent as `page.token`; empty on the last page.
        pub next_token: ::std::string::String,
    }

    impl NextPageOut {
        pub fn builder() -> builder::NextPageOut {
            Default::default()
        }
    }

    ///Which role owns an account, and how many may hold it.
    #[derive(:: serde :: Deserialize, :: serde :: Serialize, Clone, Debug)]
    pub struct OwnershipOut {
        ///The least number of active owners.
        pub least: u32,
        ///The most number of holders; null for any.
        #[serde(deserialize_with = "::std::option::Option::deserialize")]
        pub most: ::std::option::Option<u32>,
        ///The owner role.
        pub role: ::std::string::String,
    }

    impl OwnershipOut {
        pub fn builder() -> builder::OwnershipOut {
            Default::default()
        }
    }

    ///A page of a list.
    #[derive(:: serde :: Deserialize, :: serde :: Serialize, Clone, Debug)]
    pub struct PageAppOut {
        ///The items.
        pub items: ::std::vec::Vec<AppOut>,
        ///What to send as `cursor` for the next page; null on the last one.
        #[serde(deserialize_with = "::std::option::Option::deserialize")]
        pub next_cursor: ::std::option::Option<::std::string::String>,
    }

    impl PageAppOut {
        pub fn builder() -> builder::PageAppOut {
            Default::default()
        }
    }

    ///A page of a list.
    #[derive(:: serde :: Deserialize, :: serde :: Serialize, Clone, Debug)]
    pub struct PageAuditEventOut {
        ///The items.
        pub items: ::std::vec::Vec<AuditEventOut>,
        ///What to send as `cursor` for the next page; null on the last one.
        #[serde(deserialize_with = "::std::option::Option::deserialize")]
        pub next_cursor: ::std::option::Option<::std::string::String>,
    }

    impl PageAuditEventOut {
        pub fn builder() -> builder::PageAuditEventOut {
            Default::default()
        }
    }

    ///A page of a list.
    #[derive(:: serde :: Deserialize, :: serde :: Serialize, Clone, Debug)]
    pub struct PageDomainOut {
        ///The items.
        pub items: ::std::vec::Vec<DomainOut>,
        ///What to send as `cursor` for the next page; null on the last one.
        #[serde(deserialize_with = "::std::option::Option::deserialize")]
        pub next_cursor: ::std::option::Option<::std::string::String>,
    }

    impl PageDomainOut {
        pub fn builder() -> builder::PageDomainOut {
            Default::default()
        }
    }

    ///A page of a list.
    #[derive(:: serde :: Deserialize, :: serde :: Serialize, Clone, Debug)]
    pub struct PageIdentityOut {
        ///The items.
        pub items: ::std::vec::Vec<IdentityOut>,
        ///What to send as `cursor` for the next page; null on the last one.
        #[serde(deserialize_with = "::std::option::Option::deserialize")]
        pub next_cursor: ::std::option::Option<::std::string::String>,
    }

    impl PageIdentityOut {
        pub fn builder() -> builder::PageIdentityOut {
            Default::default()
        }
    }

    ///A page of a list.
    #[derive(:: serde :: Deserialize, :: serde :: Serialize, Clone, Debug)]
    pub struct PageInvitationOut {
        ///The items.
        pub items: ::std::vec::Vec<InvitationOut>,
        ///What to send as `cursor` for the next page; null on the last one.
        #[serde(deserialize_with = "::std::option::Option::deserialize")]
        pub next_cursor: ::std::option::Option<::std::string::String>,
    }

    impl PageInvitationOut {
        pub fn builder() -> builder::PageInvitationOut {
            Default::default()
        }
    }

    ///A page of a list.
    #[derive(:: serde :: Deserialize, :: serde :: Serialize, Clone, Debug)]
    pub struct PageKeysetOut {
        ///The items.
        pub items: ::std::vec::Vec<KeysetOut>,
        ///What to send as `cursor` for the next page; null on the last one.
        #[serde(deserialize_with = "::std::option::Option::deserialize")]
        pub next_cursor: ::std::option::Option<::std::string::String>,
    }

    impl PageKeysetOut {
        pub fn builder() -> builder::PageKeysetOut {
            Default::default()
        }
    }

    ///A page of a list.
    #[derive(:: serde :: Deserialize, :: serde :: Serialize, Clone, Debug)]
    pub struct PageMemberOut {
        ///The items.
        pub items: ::std::vec::Vec<MemberOut>,
        ///What to send as `cursor` for the next page; null on the last one.
        #[serde(deserialize_with = "::std::option::Option::deserialize")]
        pub next_cursor: ::std::option::Option<::std::string::String>,
    }

    impl PageMemberOut {
        pub fn builder() -> builder::PageMemberOut {
            Default::default()
        }
    }

    ///A page of a list.
    #[derive(:: serde :: Deserialize, :: serde :: Serialize, Clone, Debug)]
    pub struct PageMyAccountOut {
        ///The items.
        pub items: ::std::vec::Vec<MyAccountOut>,
        ///What to send as `cursor` for the next page; null on the last one.
        #[serde(deserialize_with = "::std::option::Option::deserialize")]
        pub next_cursor: ::std::option::Option<::std::string::String>,
    }

    impl PageMyAccountOut {
        pub fn builder() -> builder::PageMyAccountOut {
            Default::default()
        }
    }

    ///A page of a list.
    #[derive(:: serde :: Deserialize, :: serde :: Serialize, Clone, Debug)]
    pub struct PageMyInvitationOut {
        ///The items.
        pub items: ::std::vec::Vec<MyInvitationOut>,
        ///What to send as `cursor` for the next page; null on the last one.
        #[serde(deserialize_with = "::std::option::Option::deserialize")]
        pub next_cursor: ::std::option::Option<::std::string::String>,
    }

    impl PageMyInvitationOut {
        pub fn builder() -> builder::PageMyInvitationOut {
            Default::default()
        }
    }

    ///A page of a list.
    #[derive(:: serde :: Deserialize, :: serde :: Serialize, Clone, Debug)]
    pub struct PageReachableOut {
        ///The items.
        pub items: ::std::vec::Vec<ReachableOut>,
        ///What to send as `cursor` for the next page; null on the last one.
        #[serde(deserialize_with = "::std::option::Option::deserialize")]
        pub next_cursor: ::std::option::Option<::std::string::String>,
    }

    impl PageReachableOut {
        pub fn builder() -> builder::PageReachableOut {
            Default::default()
        }
    }

    ///A page of a list.
    #[derive(:: serde :: Deserialize, :: serde :: Serialize, Clone, Debug)]
    pub struct PageSessionOut {
        ///The items.
        pub items: ::std::vec::Vec<SessionOut>,
        ///What to send as `cursor` for the next page; null on the last one.
        #[serde(deserialize_with = "::std::option::Option::deserialize")]
        pub next_cursor: ::std::option::Option<::std::string::String>,
    }

    impl PageSessionOut {
        pub fn builder() -> builder::PageSessionOut {
            Default::default()
        }
    }

    ///Who did it, or what it was done to.
    #[derive(:: serde :: Deserialize, :: serde :: Serialize, Clone, Debug)]
    pub struct PartyOut {
        ///Its id; null for who has none, such as the operator.
        #[serde(deserialize_with = "::std::option::Option::deserialize")]
        pub id: ::std::option::Option<::std::string::String>,
        ///`user`, `member`, `platform_key`, `account`…
        #[serde(rename = "type")]
        pub type_: ::std::string::String,
    }

    impl PartyOut {
        pub fn builder() -> builder::PartyOut {
            Default::default()
        }
    }

    ///A new password.
    #[derive(:: serde :: Deserialize, :: serde :: Serialize, Clone, Debug)]
    #[serde(deny_unknown_fields)]
    pub struct PasswordChangeIn {
        ///The present one. Who has none yet leaves it out, and must have
        /// signed in within the last 15 minutes.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub current: ::std::option::Option<PasswordChangeInCurrent>,
        ///The new one: at least 8 characters, and not easy to guess.
        pub new: PasswordChangeInNew,
    }

    impl PasswordChangeIn {
        pub fn builder() -> builder::PasswordChangeIn {
            Default::default()
        }
    }

    ///The present one. Who has none yet leaves it out, and must have signed in
    /// within the last 15 minutes.
    #[derive(:: serde :: Serialize, Clone, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
    #[serde(transparent)]
    pub struct PasswordChangeInCurrent(::std::string::String);
    impl ::std::ops::Deref for PasswordChangeInCurrent {
        type Target = ::std::string::String;
        fn deref(&self) -> &::std::string::String {
            &self.0
        }
    }

    impl ::std::convert::From<PasswordChangeInCurrent> for ::std::string::String {
        fn from(value: PasswordChangeInCurrent) -> Self {
            value.0
        }
    }

    impl ::std::str::FromStr for PasswordChangeInCurrent {
        type Err = self::error::ConversionError;
        fn from_str(value: &str) -> ::std::result::Result<Self, self::error::ConversionError> {
            if value.chars().count() > 1024usize {
                return Err("longer than 1024 characters".into());
            }
            Ok(Self(value.to_string()))
        }
    }

    impl ::std::convert::TryFrom<&str> for PasswordChangeInCurrent {
        type Error = self::error::ConversionError;
        fn try_from(value: &str) -> ::std::result::Result<Self, self::error::ConversionError> {
            value.parse()
        }
    }

    impl ::std::convert::TryFrom<::std::string::String> for PasswordChangeInCurrent {
        type Error = self::error::ConversionError;
        fn try_from(
            value: ::std::string::String,
        ) -> ::std::result::Result<Self, self::error::ConversionError> {
            value.parse()
        }
    }

    impl<'de> ::serde::Deserialize<'de> for PasswordChangeInCurrent {
        fn deserialize<D>(deserializer: D) -> ::std::result::Result<Self, D::Error>
        where
            D: ::serde::Deserializer<'de>,
        {
            ::std::string::String::deserialize(deserializer)?.parse().map_err(
                |e: self::error::ConversionError| <D::Error as ::serde::de::Error>::custom(e.to_string()),
            )
        }
    }

    ///The new one: at least 8 characters, and not easy to guess.
    #[derive(:: serde :: Serialize, Clone, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
    #[serde(transparent)]
    pub struct PasswordChangeInNew(::std::string::String);
    impl ::std::ops::Deref for PasswordChangeInNew {
        type Target = ::std::string::String;
        fn deref(&self) -> &::std::string::String {
            &self.0
        }
    }

    impl ::std::convert::From<PasswordChangeInNew> for ::std::string::String {
        fn from(value: PasswordChangeInNew) -> Self {
            value.0
        }
    }

    impl ::std::str::FromStr for PasswordChangeInNew {
        type Err = self::error::ConversionError;
        fn from_str(value: &str) -> ::std::result::Result<Self, self::error::ConversionError> {
            if value.chars().count() > 1024usize {
                return Err("longer than 1024 characters".into());
            }
            if value.chars().count() < 8usize {
                return Err("shorter than 8 characters".into());
            }
            Ok(Self(value.to_string()))
        }
    }

    impl ::std::convert::TryFrom<&str> for PasswordChangeInNew {
        type Error = self::error::ConversionError;
        fn try_from(value: &str) -> ::std::result::Result<Self, self::error::ConversionError> {
            value.parse()
        }
    }

    impl ::std::convert::TryFrom<::std::string::String> for PasswordChangeInNew {
        type Error = self::error::ConversionError;
        fn try_from(
            value: ::std::string::String,
        ) -> ::std::result::Result<Self, self::error::ConversionError> {
            value.parse()
        }
    }

    impl<'de> ::serde::Deserialize<'de> for PasswordChangeInNew {
        fn deserialize<D>(deserializer: D) -> ::std::result::Result<Self, D::Error>
        where
            D: ::serde::Deserializer<'de>,
        {
            ::std::string::String::deserialize(deserializer)?.parse().map_err(
                |e: self::error::ConversionError| <D::Error as ::serde::de::Error>::custom(e.to_string()),
            )
        }
    }

    ///The proof that it is the user who asks.
    #[derive(:: serde :: Deserialize, :: serde :: Serialize, Clone, Debug, Default)]
    #[serde(deny_unknown_fields)]
    pub struct PasswordProofIn {
        ///The user's password. A user without one leaves it out, and must have
        /// signed in within the last 15 minutes.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub password: ::std::option::Option<PasswordProofInPassword>,
    }

    impl PasswordProofIn {
        pub fn builder() -> builder::PasswordProofIn {
            Default::default()
        }
    }

    ///The user's password. A user without one leaves it out, and must have
    /// signed in within the last 15 minutes.
    #[derive(:: serde :: Serialize, Clone, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
    #[serde(transparent)]
    pub struct PasswordProofInPassword(::std::string::String);
    impl ::std::ops::Deref for PasswordProofInPassword {
        type Target = ::std::string::String;
        fn deref(&self) -> &::std::string::String {
            &self.0
        }
    }

    impl ::std::convert::From<PasswordProofInPassword> for ::std::string::String {
        fn from(value: PasswordProofInPassword) -> Self {
            value.0
        }
    }

    impl ::std::str::FromStr for PasswordProofInPassword {
        type Err = self::error::ConversionError;
        fn from_str(value: &str) -> ::std::result::Result<Self, self::error::ConversionError> {
            if value.chars().count() > 1024usize {
                return Err("longer than 1024 characters".into());
            }
            Ok(Self(value.to_string()))
        }
    }

    impl ::std::convert::TryFrom<&str> for PasswordProofInPassword {
        type Error = self::error::ConversionError;
        fn try_from(value: &str) -> ::std::result::Result<Self, self::error::ConversionError> {
            value.parse()
        }
    }

    impl ::std::convert::TryFrom<::std::string::String> for PasswordProofInPassword {
        type Error = self::error::ConversionError;
        fn try_from(
            value: ::std::string::String,
        ) -> ::std::result::Result<Self, self::error::ConversionError> {
            value.parse()
        }
    }

    impl<'de> ::serde::Deserialize<'de> for PasswordProofInPassword {
        fn deserialize<D>(deserializer: D) -> ::std::result::Result<Self, D::Error>
        where
            D: ::serde::Deserializer<'de>,
        {
            ::std::string::String::deserialize(deserializer)?.parse().map_err(
                |e: self::error::ConversionError| <D::Error as ::serde::de::Error>::custom(e.to_string()),
            )
        }
    }

    ///An address.
    #[derive(:: serde :: Deserialize, :: serde :: Serialize, Clone, Debug)]
    #[serde(deny_unknown_fields)]
    pub struct PasswordResetIn {
        ///The address by which the user signs in.
        pub email: PasswordResetInEmail,
    }

    impl PasswordResetIn {
        pub fn builder() -> builder::PasswordResetIn {
            Default::default()
        }
    }

    ///The address by which the user signs in.
    #[derive(:: serde :: Serialize, Clone, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
    #[serde(transparent)]
    pub struct PasswordResetInEmail(::std::string::String);
    impl ::std::ops::Deref for PasswordResetInEmail {
        type Target = ::std::string::String;
        fn deref(&self) -> &::std::string::String {
            &self.0
        }
    }

    impl ::std::convert::From<PasswordResetInEmail> for ::std::string::String {
        fn from(value: PasswordResetInEmail) -> Self {
            value.0
        }
    }

    impl ::std::str::FromStr for PasswordResetInEmail {
        type Err = self::error::ConversionError;
        fn from_str(value: &str) -> ::std::result::Result<Self, self::error::ConversionError> {
            if value.chars().count() > 254usize {
                return Err("longer than 254 characters".into());
            }
            Ok(Self(value.to_string()))
        }
    }

    impl ::std::convert::TryFrom<&str> for PasswordResetInEmail {
        type Error = self::error::ConversionError;
        fn try_from(value: &str) -> ::std::result::Result<Self, self::error::ConversionError> {
            value.parse()
        }
    }

    impl ::std::convert::TryFrom<::std::string::String> for PasswordResetInEmail {
        type Error = self::error::ConversionError;
        fn try_from(
            value: ::std::string::String,
        ) -> ::std::result::Result<Self, self::error::ConversionError> {
            value.parse()
        }
    }

    impl<'de> ::serde::Deserialize<'de> for PasswordResetInEmail {
        fn deserialize<D>(deserializer: D) -> ::std::result::Result<Self, D::Error>
        where
            D: ::serde::Deserializer<'de>,
        {
            ::std::string::String::deserialize(deserializer)?.parse().map_err(
                |e: self::error::ConversionError| <D::Error as ::serde::de::Error>::custom(e.to_string()),
            )
        }
    }

    ///A permission.
    #[derive(:: serde :: Deserialize, :: serde :: Serialize, Clone, Debug)]
    pub struct PermissionOut {
        ///The dotted id.
        pub id: ::std::string::String,
        ///For people.
        pub title: ::std::string::String,
        ///The resource types that it applies to.
        pub types: ::std::vec::Vec<::std::string::String>,
    }

    impl PermissionOut {
        pub fn builder() -> builder::PermissionOut {
            Default::default()
        }
    }

    ///What a change of grants would do.
    #[derive(:: serde :: Deserialize, :: serde :: Serialize, Clone, Debug)]
    pub struct PreviewOut {
        ///Held afterwards, not before.
        pub gains: ::std::vec::Vec<EffectOut>,
        ///Held before, not afterwards.
        pub loses: ::std::vec::Vec<EffectOut>,
        ///Every rule that would break; the change is refused while there is
        /// one.
        pub violations: ::std::vec::Vec<Problem>,
    }

    impl PreviewOut {
        pub fn builder() -> builder::PreviewOut {
            Default::default()
        }
    }

    ///Why a request was not done (RFC 9457).
    #[derive(:: serde :: Deserialize, :: serde :: Serialize, Clone, Debug)]
    pub struct Problem {
        ///Of `two_factor_required`: what the second step of the sign-in sends
        /// back. It is shown once.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub challenge: ::std::option::Option<::std::string::String>,
        ///The stable code, for programs.
        pub code: ::std::string::String,
        ///What is wrong this time.
        pub detail: ::std::string::String,
        ///The fields at fault.
        #[serde(default, skip_serializing_if = "::std::vec::Vec::is_empty")]
        pub errors: ::std::vec::Vec<FieldErrorOut>,
        ///The grants in conflict.
        #[serde(default, skip_serializing_if = "::std::vec::Vec::is_empty")]
        pub grants: ::std::vec::Vec<GrantRefOut>,
        ///The permission that was missing.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub permission: ::std::option::Option<::std::string::String>,
        ///The request's id, by which an operator finds it in the log.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub request_id: ::std::option::Option<::std::string::String>,
        ///What would resolve it.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub resolve: ::std::option::Option<::std::string::String>,
        ///Where the permission was looked for.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub resource: ::std::option::Option<ResourceRefOut>,
        ///The HTTP status.
        pub status: u16,
        ///The kind of problem in words.
        pub title: ::std::string::String,
        ///The trace's id, where the server sends traces to a collector.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub trace_id: ::std::option::Option<::std::string::String>,
        ///A URI for this kind of problem: `urn:bailiwick:problem:` and the
        /// code.
        #[serde(rename = "type")]
        pub type_: ::std::string::String,
        ///Every broken rule, where there is more than one.
        #[serde(default, skip_serializing_if = "::std::vec::Vec::is_empty")]
        pub violations: ::std::vec::Vec<Problem>,
    }

    impl Problem {
        pub fn builder() -> builder::Problem {
            Default::default()
        }
    }

    ///`PutResourceId`
    #[derive(:: serde :: Serialize, Clone, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
    #[serde(transparent)]
    pub struct PutResourceId(::std::string::String);
    impl ::std::ops::Deref for PutResourceId {
        type Target = ::std::string::String;
        fn deref(&self) -> &::std::string::String {
            &self.0
        }
    }

    impl ::std::convert::From<PutResourceId> for ::std::string::String {
        fn from(value: PutResourceId) -> Self {
            value.0
        }
    }

    impl ::std::str::FromStr for PutResourceId {
        type Err = self::error::ConversionError;
        fn from_str(value: &str) -> ::std::result::Result<Self, self::error::ConversionError> {
            if value.chars().count() > 200usize {
                return Err("longer than 200 characters".into());
            }
            if value.chars().count() < 1usize {
                return Err("shorter than 1 characters".into());
            }
            Ok(Self(value.to_string()))
        }
    }

    impl ::std::convert::TryFrom<&str> for PutResourceId {
        type Error = self::error::ConversionError;
        fn try_from(value: &str) -> ::std::result::Result<Self, self::error::ConversionError> {
            value.parse()
        }
    }

    impl ::std::convert::TryFrom<::std::string::String> for PutResourceId {
        type Error = self::error::ConversionError;
        fn try_from(
            value: ::std::string::String,
        ) -> ::std::result::Result<Self, self::error::ConversionError> {
            value.parse()
        }
    }

    impl<'de> ::serde::Deserialize<'de> for PutResourceId {
        fn deserialize<D>(deserializer: D) -> ::std::result::Result<Self, D::Error>
        where
            D: ::serde::Deserializer<'de>,
        {
            ::std::string::String::deserialize(deserializer)?.parse().map_err(
                |e: self::error::ConversionError| <D::Error as ::serde::de::Error>::custom(e.to_string()),
            )
        }
    }

    ///`PutResourceType`
    #[derive(:: serde :: Serialize, Clone, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
    #[serde(transparent)]
    pub struct PutResourceType(::std::string::String);
    impl ::std::ops::Deref for PutResourceType {
        type Target = ::std::string::String;
        fn deref(&self) -> &::std::string::String {
            &self.0
        }
    }

    impl ::std::convert::From<PutResourceType> for ::std::string::String {
        fn from(value: PutResourceType) -> Self {
            value.0
        }
    }

    impl ::std::str::FromStr for PutResourceType {
        type Err = self::error::ConversionError;
        fn from_str(value: &str) -> ::std::result::Result<Self, self::error::ConversionError> {
            if value.chars().count() > 200usize {
                return Err("longer than 200 characters".into());
            }
            if value.chars().count() < 1usize {
                return Err("shorter than 1 characters".into());
            }
            Ok(Self(value.to_string()))
        }
    }

    impl ::std::convert::TryFrom<&str> for PutResourceType {
        type Error = self::error::ConversionError;
        fn try_from(value: &str) -> ::std::result::Result<Self, self::error::ConversionError> {
            value.parse()
        }
    }

    impl ::std::convert::TryFrom<::std::string::String> for PutResourceType {
        type Error = self::error::ConversionError;
        fn try_from(
            value: ::std::string::String,
        ) -> ::std::result::Result<Self, self::error::ConversionError> {
            value.parse()
        }
    }

    impl<'de> ::serde::Deserialize<'de> for PutResourceType {
        fn deserialize<D>(deserializer: D) -> ::std::result::Result<Self, D::Error>
        where
            D: ::serde::Deserializer<'de>,
        {
            ::std::string::String::deserialize(deserializer)?.parse().map_err(
                |e: self::error::ConversionError| <D::Error as ::serde::de::Error>::custom(e.to_string()),
            )
        }
    }

    ///An account that one is in.
    #[derive(:: serde :: Deserialize, :: serde :: Serialize, Clone, Debug)]
    pub struct ReachableOut {
        ///The account.
        pub account: AccountRefOut,
        ///What it asks for before it lets one in:
        /// `account_two_factor_required`, `sso_required`,
        /// `other_sign_in_required`.
        pub asks: ::std::vec::Vec<::std::string::String>,
        ///One's own place in it.
        pub member: MyMemberOut,
    }

    impl ReachableOut {
        pub fn builder() -> builder::ReachableOut {
            Default::default()
        }
    }

    ///New recovery codes. They are shown once: a repeated request gets null.
    #[derive(:: serde :: Deserialize, :: serde :: Serialize, Clone, Debug)]
    pub struct RecoveryCodesOut {
        ///Each signs in once, in place of the authenticator app.
        #[serde(deserialize_with = "::std::option::Option::deserialize")]
        pub recovery_codes: ::std::option::Option<::std::vec::Vec<::std::string::String>>,
    }

    impl RecoveryCodesOut {
        pub fn builder() -> builder::RecoveryCodesOut {
            Default::default()
        }
    }

    ///A resource to be registered.
    #[derive(:: serde :: Deserialize, :: serde :: Serialize, Clone, Debug)]
    #[serde(deny_unknown_fields)]
    pub struct ResourceIn {
        ///What people call it.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub name: ::std::option::Option<ResourceInName>,
        ///What it stands under.
        pub parent: ResourceRefIn,
    }

    impl ResourceIn {
        pub fn builder() -> builder::ResourceIn {
            Default::default()
        }
    }

    ///What people call it.
    #[derive(:: serde :: Serialize, Clone, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
    #[serde(transparent)]
    pub struct ResourceInName(::std::string::String);
    impl ::std::ops::Deref for ResourceInName {
        type Target = ::std::string::String;
        fn deref(&self) -> &::std::string::String {
            &self.0
        }
    }

    impl ::std::convert::From<ResourceInName> for ::std::string::String {
        fn from(value: ResourceInName) -> Self {
            value.0
        }
    }

    impl ::std::str::FromStr for ResourceInName {
        type Err = self::error::ConversionError;
        fn from_str(value: &str) -> ::std::result::Result<Self, self::error::ConversionError> {
            if value.chars().count() > 100usize {
                return Err("longer than 100 characters".into());
            }
            if value.chars().count() < 1usize {
                return Err("shorter than 1 characters".into());
            }
            Ok(Self(value.to_string()))
        }
    }

    impl ::std::convert::TryFrom<&str> for ResourceInName {
        type Error = self::error::ConversionError;
        fn try_from(value: &str) -> ::std::result::Result<Self, self::error::ConversionError> {
            value.parse()
        }
    }

    impl ::std::convert::TryFrom<::std::string::String> for ResourceInName {
        type Error = self::error::ConversionError;
        fn try_from(
            value: ::std::string::String,
        ) -> ::std::result::Result<Self, self::error::ConversionError> {
            value.parse()
        }
    }

    impl<'de> ::serde::Deserialize<'de> for ResourceInName {
        fn deserialize<D>(deserializer: D) -> ::std::result::Result<Self, D::Error>
        where
            D: ::serde::Deserializer<'de>,
        {
            ::std::string::String::deserialize(deserializer)?.parse().map_err(
                |e: self::error::ConversionError| <D::Error as ::serde::de::Error>::custom(e.to_string()),
            )
        }
    }

    ///A registered resource.
    #[derive(:: serde :: Deserialize, :: serde :: Serialize, Clone, Debug)]
    pub struct ResourceOut {
        ///When it was registered.
        pub created_at: ::chrono::DateTime<::chrono::offset::Utc>,
        ///Its id, unique among those of its type in the deployment.
        pub id: ::std::string::String,
        ///What people call it.
        #[serde(deserialize_with = "::std::option::Option::deserialize")]
        pub name: ::std::option::Option<::std::string::String>,
        ///What it stands under.
        pub parent: ResourceRefOut,
        ///Its type.
        #[serde(rename = "type")]
        pub type_: ::std::string::String,
    }

    impl ResourceOut {
        pub fn builder() -> builder::ResourceOut {
            Default::default()
        }
    }

    ///A resource by its type and id.
    #[derive(:: serde :: Deserialize, :: serde :: Serialize, Clone, Debug)]
    #[serde(deny_unknown_fields)]
    pub struct ResourceRefIn {
        ///Its id.
        pub id: ::std::string::String,
        ///Its type: `account`, `app`, `keyset`, or one that the role model
        /// declares.
        #[serde(rename = "type")]
        pub type_: ::std::string::String,
    }

    impl ResourceRefIn {
        pub fn builder() -> builder::ResourceRefIn {
            Default::default()
        }
    }

    ///A resource by its type and id.
    #[derive(:: serde :: Deserialize, :: serde :: Serialize, Clone, Debug)]
    pub struct ResourceRefOut {
        ///Its id.
        pub id: ::std::string::String,
        ///Its type.
        #[serde(rename = "type")]
        pub type_: ::std::string::String,
    }

    impl ResourceRefOut {
        pub fn builder() -> builder::ResourceRefOut {
            Default::default()
        }
    }

    ///On which resources may a subject do something?
    #[derive(:: serde :: Deserialize, :: serde :: Serialize, Clone, Debug)]
    pub struct ResourceSearchRequest {
        ///What.
        pub action: AccessAction,
        ///Ignored.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub context: ::std::option::Option<AccessContext>,
        ///Which page.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub page: ::std::option::Option<SearchPage>,
        ///Of which type; in one account where `properties.account` says so.
        pub resource: AccessKind,
        ///Who.
        pub subject: AccessEntity,
    }

    impl ResourceSearchRequest {
        pub fn builder() -> builder::ResourceSearchRequest {
            Default::default()
        }
    }

    ///Found resources.
    #[derive(:: serde :: Deserialize, :: serde :: Serialize, Clone, Debug)]
    pub struct ResourcesOut {
        ///Where the page ended.
        pub page: NextPageOut,
        ///The resources.
        pub results: ::std::vec::Vec<FoundOut>,
    }

    impl ResourcesOut {
        pub fn builder() -> builder::ResourcesOut {
            Default::default()
        }
    }

    ///Where an account is to move.
    #[derive(:: serde :: Deserialize, :: serde :: Serialize, Clone, Debug)]
    #[serde(deny_unknown_fields)]
    pub struct RoleModelIn {
        ///The model's id.
        pub id: ::std::string::String,
        ///Old roles with the new one, or null to drop it. A role that is not
        /// named keeps its id.
        #[serde(default, skip_serializing_if = ":: std :: collections :: HashMap::is_empty")]
        pub mapping:
            ::std::collections::HashMap<::std::string::String, ::std::option::Option<::std::string::String>>,
        ///Its version; the newest without it.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub version: ::std::option::Option<u32>,
    }

    impl RoleModelIn {
        pub fn builder() -> builder::RoleModelIn {
            Default::default()
        }
    }

    ///The role model that an account follows.
    #[derive(:: serde :: Deserialize, :: serde :: Serialize, Clone, Debug)]
    pub struct RoleModelOut {
        ///The model's id.
        pub id: ::std::string::String,
        ///Whether a user may be active in just one account of this model.
        pub one_active_account: bool,
        ///Who owns an account.
        pub ownership: OwnershipOut,
        ///Every permission.
        pub permissions: ::std::vec::Vec<PermissionOut>,
        ///The roles, in the order in which people see them.
        pub roles: ::std::vec::Vec<RoleOut>,
        ///`one`: each member holds exactly one role. `many`: any number.
        pub roles_per_member: ::std::string::String,
        ///For people.
        pub title: ::std::string::String,
        ///Its version.
        pub version: u32,
    }

    impl RoleModelOut {
        pub fn builder() -> builder::RoleModelOut {
            Default::default()
        }
    }

    ///A role.
    #[derive(:: serde :: Deserialize, :: serde :: Serialize, Clone, Debug)]
    pub struct RoleOut {
        ///The roles that it may not meet.
        pub excludes: ::std::vec::Vec<ExclusionOut>,
        ///Who holds one of these may grant and revoke it.
        pub granted_by: ::std::vec::Vec<::std::string::String>,
        ///The role's id.
        pub id: ::std::string::String,
        ///The roles that it includes itself.
        pub includes: ::std::vec::Vec<::std::string::String>,
        ///Whether an invitation may carry it.
        pub invitable: bool,
        ///All that it hands out, inclusions among them.
        pub permissions: ::std::vec::Vec<::std::string::String>,
        ///It may be assigned only where one of these is held.
        pub requires_any: ::std::vec::Vec<::std::string::String>,
        ///The resource type at which it is granted.
        pub scope: ::std::string::String,
        ///For people.
        pub title: ::std::string::String,
    }

    impl RoleOut {
        pub fn builder() -> builder::RoleOut {
            Default::default()
        }
    }

    ///Which page of a search.
    #[derive(:: serde :: Deserialize, :: serde :: Serialize, Clone, Debug, Default)]
    pub struct SearchPage {
        ///How many at most; no more than 200.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub limit: ::std::option::Option<u64>,
        ///The `next_token` of the page before.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub token: ::std::option::Option<::std::string::String>,
    }

    impl SearchPage {
        pub fn builder() -> builder::SearchPage {
            Default::default()
        }
    }

    ///The second step of a sign-in: a code of the authenticator app, or a
    /// recovery code.
    #[derive(:: serde :: Deserialize, :: serde :: Serialize, Clone, Debug)]
    #[serde(deny_unknown_fields)]
    pub struct SecondStepIn {
        ///The challenge that the first step gave.
        pub challenge: SecondStepInChallenge,
        ///A code of the authenticator app.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub code: ::std::option::Option<SecondStepInCode>,
        ///A recovery code.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub recovery_code: ::std::option::Option<SecondStepInRecoveryCode>,
    }

    impl SecondStepIn {
        pub fn builder() -> builder::SecondStepIn {
            Default::default()
        }
    }

    ///The challenge that the first step gave.
    #[derive(:: serde :: Serialize, Clone, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
    #[serde(transparent)]
    pub struct SecondStepInChallenge(::std::string::String);
    impl ::std::ops::Deref for SecondStepInChallenge {
        type Target = ::std::string::String;
        fn deref(&self) -> &::std::string::String {
            &self.0
        }
    }

    impl ::std::convert::From<SecondStepInChallenge> for ::std::string::String {
        fn from(value: SecondStepInChallenge) -> Self {
            value.0
        }
    }

    impl ::std::str::FromStr for SecondStepInChallenge {
        type Err = self::error::ConversionError;
        fn from_str(value: &str) -> ::std::result::Result<Self, self::error::ConversionError> {
            if value.chars().count() > 200usize {
                return Err("longer than 200 characters".into());
            }
            Ok(Self(value.to_string()))
        }
    }

    impl ::std::convert::TryFrom<&str> for SecondStepInChallenge {
        type Error = self::error::ConversionError;
        fn try_from(value: &str) -> ::std::result::Result<Self, self::error::ConversionError> {
            value.parse()
        }
    }

    impl ::std::convert::TryFrom<::std::string::String> for SecondStepInChallenge {
        type Error = self::error::ConversionError;
        fn try_from(
            value: ::std::string::String,
        ) -> ::std::result::Result<Self, self::error::ConversionError> {
            value.parse()
        }
    }

    impl<'de> ::serde::Deserialize<'de> for SecondStepInChallenge {
        fn deserialize<D>(deserializer: D) -> ::std::result::Result<Self, D::Error>
        where
            D: ::serde::Deserializer<'de>,
        {
            ::std::string::String::deserialize(deserializer)?.parse().map_err(
                |e: self::error::ConversionError| <D::Error as ::serde::de::Error>::custom(e.to_string()),
            )
        }
    }

    ///A code of the authenticator app.
    #[derive(:: serde :: Serialize, Clone, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
    #[serde(transparent)]
    pub struct SecondStepInCode(::std::string::String);
    impl ::std::ops::Deref for SecondStepInCode {
        type Target = ::std::string::String;
        fn deref(&self) -> &::std::string::String {
            &self.0
        }
    }

    impl ::std::convert::From<SecondStepInCode> for ::std::string::String {
        fn from(value: SecondStepInCode) -> Self {
            value.0
        }
    }

    impl ::std::str::FromStr for SecondStepInCode {
        type Err = self::error::ConversionError;
        fn from_str(value: &str) -> ::std::result::Result<Self, self::error::ConversionError> {
            if value.chars().count() > 20usize {
                return Err("longer than 20 characters".into());
            }
            Ok(Self(value.to_string()))
        }
    }

    impl ::std::convert::TryFrom<&str> for SecondStepInCode {
        type Error = self::error::ConversionError;
        fn try_from(value: &str) -> ::std::result::Result<Self, self::error::ConversionError> {
            value.parse()
        }
    }

    impl ::std::convert::TryFrom<::std::string::String> for SecondStepInCode {
        type Error = self::error::ConversionError;
        fn try_from(
            value: ::std::string::String,
        ) -> ::std::result::Result<Self, self::error::ConversionError> {
            value.parse()
        }
    }

    impl<'de> ::serde::Deserialize<'de> for SecondStepInCode {
        fn deserialize<D>(deserializer: D) -> ::std::result::Result<Self, D::Error>
        where
            D: ::serde::Deserializer<'de>,
        {
            ::std::string::String::deserialize(deserializer)?.parse().map_err(
                |e: self::error::ConversionError| <D::Error as ::serde::de::Error>::custom(e.to_string()),
            )
        }
    }

    ///A recovery code.
    #[derive(:: serde :: Serialize, Clone, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
    #[serde(transparent)]
    pub struct SecondStepInRecoveryCode(::std::string::String);
    impl ::std::ops::Deref for SecondStepInRecoveryCode {
        type Target = ::std::string::String;
        fn deref(&self) -> &::std::string::String {
            &self.0
        }
    }

    impl ::std::convert::From<SecondStepInRecoveryCode> for ::std::string::String {
        fn from(value: SecondStepInRecoveryCode) -> Self {
            value.0
        }
    }

    impl ::std::str::FromStr for SecondStepInRecoveryCode {
        type Err = self::error::ConversionError;
        fn from_str(value: &str) -> ::std::result::Result<Self, self::error::ConversionError> {
            if value.chars().count() > 100usize {
                return Err("longer than 100 characters".into());
            }
            Ok(Self(value.to_string()))
        }
    }

    impl ::std::convert::TryFrom<&str> for SecondStepInRecoveryCode {
        type Error = self::error::ConversionError;
        fn try_from(value: &str) -> ::std::result::Result<Self, self::error::ConversionError> {
            value.parse()
        }
    }

    impl ::std::convert::TryFrom<::std::string::String> for SecondStepInRecoveryCode {
        type Error = self::error::ConversionError;
        fn try_from(
            value: ::std::string::String,
        ) -> ::std::result::Result<Self, self::error::ConversionError> {
            value.parse()
        }
    }

    impl<'de> ::serde::Deserialize<'de> for SecondStepInRecoveryCode {
        fn deserialize<D>(deserializer: D) -> ::std::result::Result<Self, D::Error>
        where
            D: ::serde::Deserializer<'de>,
        {
            ::std::string::String::deserialize(deserializer)?.parse().map_err(
                |e: self::error::ConversionError| <D::Error as ::serde::de::Error>::custom(e.to_string()),
            )
        }
    }

    ///When a batch stops.
    #[derive(
        :: serde :: Deserialize,
        :: serde :: Serialize,
        Clone,
        Copy,
        Debug,
        Eq,
        Hash,
        Ord,
        PartialEq,
        PartialOrd,
    )]
    pub enum Semantic {
        #[serde(rename = "execute_all")]
        ExecuteAll,
        #[serde(rename = "deny_on_first_deny")]
        DenyOnFirstDeny,
        #[serde(rename = "permit_on_first_permit")]
        PermitOnFirstPermit,
    }

    impl ::std::fmt::Display for Semantic {
        fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
            match *self {
                Self::ExecuteAll => f.write_str("execute_all"),
                Self::DenyOnFirstDeny => f.write_str("deny_on_first_deny"),
                Self::PermitOnFirstPermit => f.write_str("permit_on_first_permit"),
            }
        }
    }

    impl ::std::str::FromStr for Semantic {
        type Err = self::error::ConversionError;
        fn from_str(value: &str) -> ::std::result::Result<Self, self::error::ConversionError> {
            match value {
                "execute_all" => Ok(Self::ExecuteAll),
                "deny_on_first_deny" => Ok(Self::DenyOnFirstDeny),
                "permit_on_first_permit" => Ok(Self::PermitOnFirstPermit),
                _ => Err("invalid value".into()),
            }
        }
    }

    impl ::std::convert::TryFrom<&str> for Semantic {
        type Error = self::error::ConversionError;
        fn try_from(value: &str) -> ::std::result::Result<Self, self::error::ConversionError> {
            value.parse()
        }
    }

    impl ::std::convert::TryFrom<::std::string::String> for Semantic {
        type Error = self::error::ConversionError;
        fn try_from(
            value: ::std::string::String,
        ) -> ::std::result::Result<Self, self::error::ConversionError> {
            value.parse()
        }
    }

    ///A TypeID: what it is the id of, `_`, and a UUIDv7 in base32.
    #[derive(:: serde :: Serialize, Clone, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
    #[serde(transparent)]
    pub struct SessionId(::std::string::String);
    impl ::std::ops::Deref for SessionId {
        type Target = ::std::string::String;
        fn deref(&self) -> &::std::string::String {
            &self.0
        }
    }

    impl ::std::convert::From<SessionId> for ::std::string::String {
        fn from(value: SessionId) -> Self {
            value.0
        }
    }

    impl ::std::str::FromStr for SessionId {
        type Err = self::error::ConversionError;
        fn from_str(value: &str) -> ::std::result::Result<Self, self::error::ConversionError> {
            static PATTERN: ::std::sync::LazyLock<::regress::Regex> = ::std::sync::LazyLock::new(|| {
                ::regress::Regex::new("^sess_[0-7][0-9a-hjkmnp-tv-z]{25}$").unwrap()
            });
            if PATTERN.find(value).is_none() {
                return Err("doesn't match pattern \"^sess_[0-7][0-9a-hjkmnp-tv-z]{25}$\"".into());
            }
            Ok(Self(value.to_string()))
        }
    }

    impl ::std::convert::TryFrom<&str> for SessionId {
        type Error = self::error::ConversionError;
        fn try_from(value: &str) -> ::std::result::Result<Self, self::error::ConversionError> {
            value.parse()
        }
    }

    impl ::std::convert::TryFrom<::std::string::String> for SessionId {
        type Error = self::error::ConversionError;
        fn try_from(
            value: ::std::string::String,
        ) -> ::std::result::Result<Self, self::error::ConversionError> {
            value.parse()
        }
    }

    impl<'de> ::serde::Deserialize<'de> for SessionId {
        fn deserialize<D>(deserializer: D) -> ::std::result::Result<Self, D::Error>
        where
            D: ::serde::Deserializer<'de>,
        {
            ::std::string::String::deserialize(deserializer)?.parse().map_err(
                |e: self::error::ConversionError| <D::Error as ::serde::de::Error>::custom(e.to_string()),
            )
        }
    }

    ///A session.
    #[derive(:: serde :: Deserialize, :: serde :: Serialize, Clone, Debug)]
    pub struct SessionOut {
        ///When the user signed in.
        pub created_at: ::chrono::DateTime<::chrono::offset::Utc>,
        ///Whether it is the one that asks.
        pub current: bool,
        ///When it ends by itself.
        pub expires_at: ::chrono::DateTime<::chrono::offset::Utc>,
        ///The session's id.
        pub id: SessionId,
        ///When a request last came with it, to about a minute.
        pub last_seen_at: ::chrono::DateTime<::chrono::offset::Utc>,
        ///How: `password`, `totp`, `recovery_code`, `passkey`, `provider`,
        /// `account_sso`.
        pub methods: ::std::vec::Vec<::std::string::String>,
        ///The address that the sign-in came from.
        #[serde(deserialize_with = "::std::option::Option::deserialize")]
        pub source_ip: ::std::option::Option<::std::string::String>,
        ///What the client called itself.
        #[serde(deserialize_with = "::std::option::Option::deserialize")]
        pub user_agent: ::std::option::Option<::std::string::String>,
    }

    impl SessionOut {
        pub fn builder() -> builder::SessionOut {
            Default::default()
        }
    }

    ///A sign-in.
    #[derive(:: serde :: Deserialize, :: serde :: Serialize, Clone, Debug)]
    #[serde(deny_unknown_fields)]
    pub struct SignInIn {
        ///The address.
        pub email: SignInInEmail,
        ///The password.
        pub password: SignInInPassword,
    }

    impl SignInIn {
        pub fn builder() -> builder::SignInIn {
            Default::default()
        }
    }

    ///The address.
    #[derive(:: serde :: Serialize, Clone, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
    #[serde(transparent)]
    pub struct SignInInEmail(::std::string::String);
    impl ::std::ops::Deref for SignInInEmail {
        type Target = ::std::string::String;
        fn deref(&self) -> &::std::string::String {
            &self.0
        }
    }

    impl ::std::convert::From<SignInInEmail> for ::std::string::String {
        fn from(value: SignInInEmail) -> Self {
            value.0
        }
    }

    impl ::std::str::FromStr for SignInInEmail {
        type Err = self::error::ConversionError;
        fn from_str(value: &str) -> ::std::result::Result<Self, self::error::ConversionError> {
            if value.chars().count() > 254usize {
                return Err("longer than 254 characters".into());
            }
            Ok(Self(value.to_string()))
        }
    }

    impl ::std::convert::TryFrom<&str> for SignInInEmail {
        type Error = self::error::ConversionError;
        fn try_from(value: &str) -> ::std::result::Result<Self, self::error::ConversionError> {
            value.parse()
        }
    }

    impl ::std::convert::TryFrom<::std::string::String> for SignInInEmail {
        type Error = self::error::ConversionError;
        fn try_from(
            value: ::std::string::String,
        ) -> ::std::result::Result<Self, self::error::ConversionError> {
            value.parse()
        }
    }

    impl<'de> ::serde::Deserialize<'de> for SignInInEmail {
        fn deserialize<D>(deserializer: D) -> ::std::result::Result<Self, D::Error>
        where
            D: ::serde::Deserializer<'de>,
        {
            ::std::string::String::deserialize(deserializer)?.parse().map_err(
                |e: self::error::ConversionError| <D::Error as ::serde::de::Error>::custom(e.to_string()),
            )
        }
    }

    ///The password.
    #[derive(:: serde :: Serialize, Clone, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
    #[serde(transparent)]
    pub struct SignInInPassword(::std::string::String);
    impl ::std::ops::Deref for SignInInPassword {
        type Target = ::std::string::String;
        fn deref(&self) -> &::std::string::String {
            &self.0
        }
    }

    impl ::std::convert::From<SignInInPassword> for ::std::string::String {
        fn from(value: SignInInPassword) -> Self {
            value.0
        }
    }

    impl ::std::str::FromStr for SignInInPassword {
        type Err = self::error::ConversionError;
        fn from_str(value: &str) -> ::std::result::Result<Self, self::error::ConversionError> {
            if value.chars().count() > 1024usize {
                return Err("longer than 1024 characters".into());
            }
            Ok(Self(value.to_string()))
        }
    }

    impl ::std::convert::TryFrom<&str> for SignInInPassword {
        type Error = self::error::ConversionError;
        fn try_from(value: &str) -> ::std::result::Result<Self, self::error::ConversionError> {
            value.parse()
        }
    }

    impl ::std::convert::TryFrom<::std::string::String> for SignInInPassword {
        type Error = self::error::ConversionError;
        fn try_from(
            value: ::std::string::String,
        ) -> ::std::result::Result<Self, self::error::ConversionError> {
            value.parse()
        }
    }

    impl<'de> ::serde::Deserialize<'de> for SignInInPassword {
        fn deserialize<D>(deserializer: D) -> ::std::result::Result<Self, D::Error>
        where
            D: ::serde::Deserializer<'de>,
        {
            ::std::string::String::deserialize(deserializer)?.parse().map_err(
                |e: self::error::ConversionError| <D::Error as ::serde::de::Error>::custom(e.to_string()),
            )
        }
    }

    ///A sign-up: a user, an organization that the user owns, and a session.
    #[derive(:: serde :: Deserialize, :: serde :: Serialize, Clone, Debug)]
    #[serde(deny_unknown_fields)]
    pub struct SignUpIn {
        ///The new account's name.
        pub account_name: SignUpInAccountName,
        ///The address, by which the user signs in.
        pub email: SignUpInEmail,
        ///The user's name.
        pub name: SignUpInName,
        ///At least 8 characters, and not easy to guess.
        pub password: SignUpInPassword,
        ///The new account's role model; `standard` without it.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub role_model: ::std::option::Option<::std::string::String>,
    }

    impl SignUpIn {
        pub fn builder() -> builder::SignUpIn {
            Default::default()
        }
    }

    ///The new account's name.
    #[derive(:: serde :: Serialize, Clone, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
    #[serde(transparent)]
    pub struct SignUpInAccountName(::std::string::String);
    impl ::std::ops::Deref for SignUpInAccountName {
        type Target = ::std::string::String;
        fn deref(&self) -> &::std::string::String {
            &self.0
        }
    }

    impl ::std::convert::From<SignUpInAccountName> for ::std::string::String {
        fn from(value: SignUpInAccountName) -> Self {
            value.0
        }
    }

    impl ::std::str::FromStr for SignUpInAccountName {
        type Err = self::error::ConversionError;
        fn from_str(value: &str) -> ::std::result::Result<Self, self::error::ConversionError> {
            if value.chars().count() > 100usize {
                return Err("longer than 100 characters".into());
            }
            if value.chars().count() < 1usize {
                return Err("shorter than 1 characters".into());
            }
            Ok(Self(value.to_string()))
        }
    }

    impl ::std::convert::TryFrom<&str> for SignUpInAccountName {
        type Error = self::error::ConversionError;
        fn try_from(value: &str) -> ::std::result::Result<Self, self::error::ConversionError> {
            value.parse()
        }
    }

    impl ::std::convert::TryFrom<::std::string::String> for SignUpInAccountName {
        type Error = self::error::ConversionError;
        fn try_from(
            value: ::std::string::String,
        ) -> ::std::result::Result<Self, self::error::ConversionError> {
            value.parse()
        }
    }

    impl<'de> ::serde::Deserialize<'de> for SignUpInAccountName {
        fn deserialize<D>(deserializer: D) -> ::std::result::Result<Self, D::Error>
        where
            D: ::serde::Deserializer<'de>,
        {
            ::std::string::String::deserialize(deserializer)?.parse().map_err(
                |e: self::error::ConversionError| <D::Error as ::serde::de::Error>::custom(e.to_string()),
            )
        }
    }

    ///The address, by which the user signs in.
    #[derive(:: serde :: Serialize, Clone, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
    #[serde(transparent)]
    pub struct SignUpInEmail(::std::string::String);
    impl ::std::ops::Deref for SignUpInEmail {
        type Target = ::std::string::String;
        fn deref(&self) -> &::std::string::String {
            &self.0
        }
    }

    impl ::std::convert::From<SignUpInEmail> for ::std::string::String {
        fn from(value: SignUpInEmail) -> Self {
            value.0
        }
    }

    impl ::std::str::FromStr for SignUpInEmail {
        type Err = self::error::ConversionError;
        fn from_str(value: &str) -> ::std::result::Result<Self, self::error::ConversionError> {
            if value.chars().count() > 254usize {
                return Err("longer than 254 characters".into());
            }
            Ok(Self(value.to_string()))
        }
    }

    impl ::std::convert::TryFrom<&str> for SignUpInEmail {
        type Error = self::error::ConversionError;
        fn try_from(value: &str) -> ::std::result::Result<Self, self::error::ConversionError> {
            value.parse()
        }
    }

    impl ::std::convert::TryFrom<::std::string::String> for SignUpInEmail {
        type Error = self::error::ConversionError;
        fn try_from(
            value: ::std::string::String,
        ) -> ::std::result::Result<Self, self::error::ConversionError> {
            value.parse()
        }
    }

    impl<'de> ::serde::Deserialize<'de> for SignUpInEmail {
        fn deserialize<D>(deserializer: D) -> ::std::result::Result<Self, D::Error>
        where
            D: ::serde::Deserializer<'de>,
        {
            ::std::string::String::deserialize(deserializer)?.parse().map_err(
                |e: self::error::ConversionError| <D::Error as ::serde::de::Error>::custom(e.to_string()),
            )
        }
    }

    ///The user's name.
    #[derive(:: serde :: Serialize, Clone, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
    #[serde(transparent)]
    pub struct SignUpInName(::std::string::String);
    impl ::std::ops::Deref for SignUpInName {
        type Target = ::std::string::String;
        fn deref(&self) -> &::std::string::String {
            &self.0
        }
    }

    impl ::std::convert::From<SignUpInName> for ::std::string::String {
        fn from(value: SignUpInName) -> Self {
            value.0
        }
    }

    impl ::std::str::FromStr for SignUpInName {
        type Err = self::error::ConversionError;
        fn from_str(value: &str) -> ::std::result::Result<Self, self::error::ConversionError> {
            if value.chars().count() > 100usize {
                return Err("longer than 100 characters".into());
            }
            if value.chars().count() < 1usize {
                return Err("shorter than 1 characters".into());
            }
            Ok(Self(value.to_string()))
        }
    }

    impl ::std::convert::TryFrom<&str> for SignUpInName {
        type Error = self::error::ConversionError;
        fn try_from(value: &str) -> ::std::result::Result<Self, self::error::ConversionError> {
            value.parse()
        }
    }

    impl ::std::convert::TryFrom<::std::string::String> for SignUpInName {
        type Error = self::error::ConversionError;
        fn try_from(
            value: ::std::string::String,
        ) -> ::std::result::Result<Self, self::error::ConversionError> {
            value.parse()
        }
    }

    impl<'de> ::serde::Deserialize<'de> for SignUpInName {
        fn deserialize<D>(deserializer: D) -> ::std::result::Result<Self, D::Error>
        where
            D: ::serde::Deserializer<'de>,
        {
            ::std::string::String::deserialize(deserializer)?.parse().map_err(
                |e: self::error::ConversionError| <D::Error as ::serde::de::Error>::custom(e.to_string()),
            )
        }
    }

    ///At least 8 characters, and not easy to guess.
    #[derive(:: serde :: Serialize, Clone, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
    #[serde(transparent)]
    pub struct SignUpInPassword(::std::string::String);
    impl ::std::ops::Deref for SignUpInPassword {
        type Target = ::std::string::String;
        fn deref(&self) -> &::std::string::String {
            &self.0
        }
    }

    impl ::std::convert::From<SignUpInPassword> for ::std::string::String {
        fn from(value: SignUpInPassword) -> Self {
            value.0
        }
    }

    impl ::std::str::FromStr for SignUpInPassword {
        type Err = self::error::ConversionError;
        fn from_str(value: &str) -> ::std::result::Result<Self, self::error::ConversionError> {
            if value.chars().count() > 1024usize {
                return Err("longer than 1024 characters".into());
            }
            if value.chars().count() < 8usize {
                return Err("shorter than 8 characters".into());
            }
            Ok(Self(value.to_string()))
        }
    }

    impl ::std::convert::TryFrom<&str> for SignUpInPassword {
        type Error = self::error::ConversionError;
        fn try_from(value: &str) -> ::std::result::Result<Self, self::error::ConversionError> {
            value.parse()
        }
    }

    impl ::std::convert::TryFrom<::std::string::String> for SignUpInPassword {
        type Error = self::error::ConversionError;
        fn try_from(
            value: ::std::string::String,
        ) -> ::std::result::Result<Self, self::error::ConversionError> {
            value.parse()
        }
    }

    impl<'de> ::serde::Deserialize<'de> for SignUpInPassword {
        fn deserialize<D>(deserializer: D) -> ::std::result::Result<Self, D::Error>
        where
            D: ::serde::Deserializer<'de>,
        {
            ::std::string::String::deserialize(deserializer)?.parse().map_err(
                |e: self::error::ConversionError| <D::Error as ::serde::de::Error>::custom(e.to_string()),
            )
        }
    }

    ///How the user signed in.
    #[derive(:: serde :: Deserialize, :: serde :: Serialize, Clone, Debug)]
    pub struct SignedInOut {
        ///When the user signed in.
        pub at: ::chrono::DateTime<::chrono::offset::Utc>,
        ///Until when that is fresh enough for what is hard to undo, such as a
        /// transfer of ownership; then those ask for a new sign-in.
        pub fresh_until: ::chrono::DateTime<::chrono::offset::Utc>,
        ///The session's id.
        pub id: SessionId,
        ///How: `password`, `totp`, `recovery_code`, `passkey`, `provider`,
        /// `account_sso`.
        pub methods: ::std::vec::Vec<::std::string::String>,
    }

    impl SignedInOut {
        pub fn builder() -> builder::SignedInOut {
            Default::default()
        }
    }

    ///What a sign-up made.
    #[derive(:: serde :: Deserialize, :: serde :: Serialize, Clone, Debug)]
    pub struct SignedUpOut {
        ///The account, which the user owns.
        pub account: AccountOut,
        ///The user's place in it.
        pub member: MemberOut,
        ///A session.
        pub session: NewSessionOut,
        ///The user.
        pub user: UserOut,
    }

    impl SignedUpOut {
        pub fn builder() -> builder::SignedUpOut {
            Default::default()
        }
    }

    ///What a page got in its URL's fragment, with what shows that it is the
    /// page that began.
    #[derive(:: serde :: Deserialize, :: serde :: Serialize, Clone, Debug)]
    #[serde(deny_unknown_fields)]
    pub struct SsoCodeIn {
        ///The `code` of the fragment.
        pub code: SsoCodeInCode,
        ///What `code_challenge` was made of.
        pub code_verifier: SsoCodeInCodeVerifier,
    }

    impl SsoCodeIn {
        pub fn builder() -> builder::SsoCodeIn {
            Default::default()
        }
    }

    ///The `code` of the fragment.
    #[derive(:: serde :: Serialize, Clone, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
    #[serde(transparent)]
    pub struct SsoCodeInCode(::std::string::String);
    impl ::std::ops::Deref for SsoCodeInCode {
        type Target = ::std::string::String;
        fn deref(&self) -> &::std::string::String {
            &self.0
        }
    }

    impl ::std::convert::From<SsoCodeInCode> for ::std::string::String {
        fn from(value: SsoCodeInCode) -> Self {
            value.0
        }
    }

    impl ::std::str::FromStr for SsoCodeInCode {
        type Err = self::error::ConversionError;
        fn from_str(value: &str) -> ::std::result::Result<Self, self::error::ConversionError> {
            if value.chars().count() > 200usize {
                return Err("longer than 200 characters".into());
            }
            Ok(Self(value.to_string()))
        }
    }

    impl ::std::convert::TryFrom<&str> for SsoCodeInCode {
        type Error = self::error::ConversionError;
        fn try_from(value: &str) -> ::std::result::Result<Self, self::error::ConversionError> {
            value.parse()
        }
    }

    impl ::std::convert::TryFrom<::std::string::String> for SsoCodeInCode {
        type Error = self::error::ConversionError;
        fn try_from(
            value: ::std::string::String,
        ) -> ::std::result::Result<Self, self::error::ConversionError> {
            value.parse()
        }
    }

    impl<'de> ::serde::Deserialize<'de> for SsoCodeInCode {
        fn deserialize<D>(deserializer: D) -> ::std::result::Result<Self, D::Error>
        where
            D: ::serde::Deserializer<'de>,
        {
            ::std::string::String::deserialize(deserializer)?.parse().map_err(
                |e: self::error::ConversionError| <D::Error as ::serde::de::Error>::custom(e.to_string()),
            )
        }
    }

    ///What `code_challenge` was made of.
    #[derive(:: serde :: Serialize, Clone, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
    #[serde(transparent)]
    pub struct SsoCodeInCodeVerifier(::std::string::String);
    impl ::std::ops::Deref for SsoCodeInCodeVerifier {
        type Target = ::std::string::String;
        fn deref(&self) -> &::std::string::String {
            &self.0
        }
    }

    impl ::std::convert::From<SsoCodeInCodeVerifier> for ::std::string::String {
        fn from(value: SsoCodeInCodeVerifier) -> Self {
            value.0
        }
    }

    impl ::std::str::FromStr for SsoCodeInCodeVerifier {
        type Err = self::error::ConversionError;
        fn from_str(value: &str) -> ::std::result::Result<Self, self::error::ConversionError> {
            if value.chars().count() > 200usize {
                return Err("longer than 200 characters".into());
            }
            Ok(Self(value.to_string()))
        }
    }

    impl ::std::convert::TryFrom<&str> for SsoCodeInCodeVerifier {
        type Error = self::error::ConversionError;
        fn try_from(value: &str) -> ::std::result::Result<Self, self::error::ConversionError> {
            value.parse()
        }
    }

    impl ::std::convert::TryFrom<::std::string::String> for SsoCodeInCodeVerifier {
        type Error = self::error::ConversionError;
        fn try_from(
            value: ::std::string::String,
        ) -> ::std::result::Result<Self, self::error::ConversionError> {
            value.parse()
        }
    }

    impl<'de> ::serde::Deserialize<'de> for SsoCodeInCodeVerifier {
        fn deserialize<D>(deserializer: D) -> ::std::result::Result<Self, D::Error>
        where
            D: ::serde::Deserializer<'de>,
        {
            ::std::string::String::deserialize(deserializer)?.parse().map_err(
                |e: self::error::ConversionError| <D::Error as ::serde::de::Error>::custom(e.to_string()),
            )
        }
    }

    ///Who may do something at a resource?
    #[derive(:: serde :: Deserialize, :: serde :: Serialize, Clone, Debug)]
    pub struct SubjectSearchRequest {
        ///What.
        pub action: AccessAction,
        ///Ignored.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub context: ::std::option::Option<AccessContext>,
        ///Which page.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub page: ::std::option::Option<SearchPage>,
        ///Where.
        pub resource: AccessEntity,
        ///Of which type: `user`.
        pub subject: AccessKind,
    }

    impl SubjectSearchRequest {
        pub fn builder() -> builder::SubjectSearchRequest {
            Default::default()
        }
    }

    ///Found subjects.
    #[derive(:: serde :: Deserialize, :: serde :: Serialize, Clone, Debug)]
    pub struct SubjectsOut {
        ///Where the page ended.
        pub page: NextPageOut,
        ///The subjects.
        pub results: ::std::vec::Vec<FoundOut>,
    }

    impl SubjectsOut {
        pub fn builder() -> builder::SubjectsOut {
            Default::default()
        }
    }

    ///A code of an authenticator app.
    #[derive(:: serde :: Deserialize, :: serde :: Serialize, Clone, Debug)]
    #[serde(deny_unknown_fields)]
    pub struct TotpCodeIn {
        ///The six digits.
        pub code: TotpCodeInCode,
    }

    impl TotpCodeIn {
        pub fn builder() -> builder::TotpCodeIn {
            Default::default()
        }
    }

    ///The six digits.
    #[derive(:: serde :: Serialize, Clone, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
    #[serde(transparent)]
    pub struct TotpCodeInCode(::std::string::String);
    impl ::std::ops::Deref for TotpCodeInCode {
        type Target = ::std::string::String;
        fn deref(&self) -> &::std::string::String {
            &self.0
        }
    }

    impl ::std::convert::From<TotpCodeInCode> for ::std::string::String {
        fn from(value: TotpCodeInCode) -> Self {
            value.0
        }
    }

    impl ::std::str::FromStr for TotpCodeInCode {
        type Err = self::error::ConversionError;
        fn from_str(value: &str) -> ::std::result::Result<Self, self::error::ConversionError> {
            if value.chars().count() > 20usize {
                return Err("longer than 20 characters".into());
            }
            Ok(Self(value.to_string()))
        }
    }

    impl ::std::convert::TryFrom<&str> for TotpCodeInCode {
        type Error = self::error::ConversionError;
        fn try_from(value: &str) -> ::std::result::Result<Self, self::error::ConversionError> {
            value.parse()
        }
    }

    impl ::std::convert::TryFrom<::std::string::String> for TotpCodeInCode {
        type Error = self::error::ConversionError;
        fn try_from(
            value: ::std::string::String,
        ) -> ::std::result::Result<Self, self::error::ConversionError> {
            value.parse()
        }
    }

    impl<'de> ::serde::Deserialize<'de> for TotpCodeInCode {
        fn deserialize<D>(deserializer: D) -> ::std::result::Result<Self, D::Error>
        where
            D: ::serde::Deserializer<'de>,
        {
            ::std::string::String::deserialize(deserializer)?.parse().map_err(
                |e: self::error::ConversionError| <D::Error as ::serde::de::Error>::custom(e.to_string()),
            )
        }
    }

    ///A secret for an authenticator app. It is shown once: a repeated request
    /// gets nulls.
    #[derive(:: serde :: Deserialize, :: serde :: Serialize, Clone, Debug)]
    pub struct TotpOut {
        ///To be opened by an app.
        #[serde(deserialize_with = "::std::option::Option::deserialize")]
        pub otpauth_uri: ::std::option::Option<::std::string::String>,
        ///The same as a QR code: a `data:` URL of an SVG image.
        #[serde(deserialize_with = "::std::option::Option::deserialize")]
        pub qr: ::std::option::Option<::std::string::String>,
        ///To be typed into an app: base32.
        #[serde(deserialize_with = "::std::option::Option::deserialize")]
        pub secret: ::std::option::Option<::std::string::String>,
    }

    impl TotpOut {
        pub fn builder() -> builder::TotpOut {
            Default::default()
        }
    }

    ///A transfer of ownership.
    #[derive(:: serde :: Deserialize, :: serde :: Serialize, Clone, Debug)]
    #[serde(deny_unknown_fields)]
    pub struct TransferIn {
        ///The roles, at the account, that the former owner holds afterwards.
        #[serde(default, skip_serializing_if = "::std::vec::Vec::is_empty")]
        pub keep_roles: ::std::vec::Vec<::std::string::String>,
        ///The new owner, an active member.
        pub member: MemberId,
    }

    impl TransferIn {
        pub fn builder() -> builder::TransferIn {
            Default::default()
        }
    }

    ///Both sides of a transfer of ownership.
    #[derive(:: serde :: Deserialize, :: serde :: Serialize, Clone, Debug)]
    pub struct TransferOut {
        ///The former owner.
        pub from: MemberOut,
        ///The new owner.
        pub to: MemberOut,
    }

    impl TransferOut {
        pub fn builder() -> builder::TransferOut {
            Default::default()
        }
    }

    ///What is on.
    #[derive(:: serde :: Deserialize, :: serde :: Serialize, Clone, Debug)]
    pub struct TwoFactorOut {
        ///How many recovery codes are left.
        pub recovery_codes_left: u64,
        ///Since when an authenticator app is asked for; null when it is not.
        #[serde(deserialize_with = "::std::option::Option::deserialize")]
        pub totp_enabled_at: ::std::option::Option<::chrono::DateTime<::chrono::offset::Utc>>,
    }

    impl TwoFactorOut {
        pub fn builder() -> builder::TwoFactorOut {
            Default::default()
        }
    }

    ///A TypeID: what it is the id of, `_`, and a UUIDv7 in base32.
    #[derive(:: serde :: Serialize, Clone, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
    #[serde(transparent)]
    pub struct UserId(::std::string::String);
    impl ::std::ops::Deref for UserId {
        type Target = ::std::string::String;
        fn deref(&self) -> &::std::string::String {
            &self.0
        }
    }

    impl ::std::convert::From<UserId> for ::std::string::String {
        fn from(value: UserId) -> Self {
            value.0
        }
    }

    impl ::std::str::FromStr for UserId {
        type Err = self::error::ConversionError;
        fn from_str(value: &str) -> ::std::result::Result<Self, self::error::ConversionError> {
            static PATTERN: ::std::sync::LazyLock<::regress::Regex> = ::std::sync::LazyLock::new(|| {
                ::regress::Regex::new("^user_[0-7][0-9a-hjkmnp-tv-z]{25}$").unwrap()
            });
            if PATTERN.find(value).is_none() {
                return Err("doesn't match pattern \"^user_[0-7][0-9a-hjkmnp-tv-z]{25}$\"".into());
            }
            Ok(Self(value.to_string()))
        }
    }

    impl ::std::convert::TryFrom<&str> for UserId {
        type Error = self::error::ConversionError;
        fn try_from(value: &str) -> ::std::result::Result<Self, self::error::ConversionError> {
            value.parse()
        }
    }

    impl ::std::convert::TryFrom<::std::string::String> for UserId {
        type Error = self::error::ConversionError;
        fn try_from(
            value: ::std::string::String,
        ) -> ::std::result::Result<Self, self::error::ConversionError> {
            value.parse()
        }
    }

    impl<'de> ::serde::Deserialize<'de> for UserId {
        fn deserialize<D>(deserializer: D) -> ::std::result::Result<Self, D::Error>
        where
            D: ::serde::Deserializer<'de>,
        {
            ::std::string::String::deserialize(deserializer)?.parse().map_err(
                |e: self::error::ConversionError| <D::Error as ::serde::de::Error>::custom(e.to_string()),
            )
        }
    }

    ///A user.
    #[derive(:: serde :: Deserialize, :: serde :: Serialize, Clone, Debug)]
    pub struct UserOut {
        ///When the user signed up.
        pub created_at: ::chrono::DateTime<::chrono::offset::Utc>,
        ///The address, by which the user signs in.
        pub email: ::std::string::String,
        ///Whether the address proved itself.
        pub email_verified: bool,
        ///When the address proved itself.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub email_verified_at: ::std::option::Option<::chrono::DateTime<::chrono::offset::Utc>>,
        ///The user's id.
        pub id: UserId,
        ///The user's name.
        pub name: ::std::string::String,
    }

    impl UserOut {
        pub fn builder() -> builder::UserOut {
            Default::default()
        }
    }

    ///A change of one's own profile.
    #[derive(:: serde :: Deserialize, :: serde :: Serialize, Clone, Debug, Default)]
    #[serde(deny_unknown_fields)]
    pub struct UserPatch {
        ///The user's name.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub name: ::std::option::Option<UserPatchName>,
    }

    impl UserPatch {
        pub fn builder() -> builder::UserPatch {
            Default::default()
        }
    }

    ///The user's name.
    #[derive(:: serde :: Serialize, Clone, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
    #[serde(transparent)]
    pub struct UserPatchName(::std::string::String);
    impl ::std::ops::Deref for UserPatchName {
        type Target = ::std::string::String;
        fn deref(&self) -> &::std::string::String {
            &self.0
        }
    }

    impl ::std::convert::From<UserPatchName> for ::std::string::String {
        fn from(value: UserPatchName) -> Self {
            value.0
        }
    }

    impl ::std::str::FromStr for UserPatchName {
        type Err = self::error::ConversionError;
        fn from_str(value: &str) -> ::std::result::Result<Self, self::error::ConversionError> {
            if value.chars().count() > 100usize {
                return Err("longer than 100 characters".into());
            }
            if value.chars().count() < 1usize {
                return Err("shorter than 1 characters".into());
            }
            Ok(Self(value.to_string()))
        }
    }

    impl ::std::convert::TryFrom<&str> for UserPatchName {
        type Error = self::error::ConversionError;
        fn try_from(value: &str) -> ::std::result::Result<Self, self::error::ConversionError> {
            value.parse()
        }
    }

    impl ::std::convert::TryFrom<::std::string::String> for UserPatchName {
        type Error = self::error::ConversionError;
        fn try_from(
            value: ::std::string::String,
        ) -> ::std::result::Result<Self, self::error::ConversionError> {
            value.parse()
        }
    }

    impl<'de> ::serde::Deserialize<'de> for UserPatchName {
        fn deserialize<D>(deserializer: D) -> ::std::result::Result<Self, D::Error>
        where
            D: ::serde::Deserializer<'de>,
        {
            ::std::string::String::deserialize(deserializer)?.parse().map_err(
                |e: self::error::ConversionError| <D::Error as ::serde::de::Error>::custom(e.to_string()),
            )
        }
    }

    ///A user as others see them.
    #[derive(:: serde :: Deserialize, :: serde :: Serialize, Clone, Debug)]
    pub struct UserRefOut {
        ///The user's address.
        pub email: ::std::string::String,
        ///The user's id.
        pub id: UserId,
        ///The user's name.
        #[serde(deserialize_with = "::std::option::Option::deserialize")]
        pub name: ::std::option::Option<::std::string::String>,
    }

    impl UserRefOut {
        pub fn builder() -> builder::UserRefOut {
            Default::default()
        }
    }

    ///How a grant comes to allow something.
    #[derive(
        :: serde :: Deserialize,
        :: serde :: Serialize,
        Clone,
        Copy,
        Debug,
        Eq,
        Hash,
        Ord,
        PartialEq,
        PartialOrd,
    )]
    pub enum ViaOut {
        #[serde(rename = "grant")]
        Grant,
        #[serde(rename = "account")]
        Account,
        #[serde(rename = "base_permissions")]
        BasePermissions,
    }

    impl ::std::fmt::Display for ViaOut {
        fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
            match *self {
                Self::Grant => f.write_str("grant"),
                Self::Account => f.write_str("account"),
                Self::BasePermissions => f.write_str("base_permissions"),
            }
        }
    }

    impl ::std::str::FromStr for ViaOut {
        type Err = self::error::ConversionError;
        fn from_str(value: &str) -> ::std::result::Result<Self, self::error::ConversionError> {
            match value {
                "grant" => Ok(Self::Grant),
                "account" => Ok(Self::Account),
                "base_permissions" => Ok(Self::BasePermissions),
                _ => Err("invalid value".into()),
            }
        }
    }

    impl ::std::convert::TryFrom<&str> for ViaOut {
        type Error = self::error::ConversionError;
        fn try_from(value: &str) -> ::std::result::Result<Self, self::error::ConversionError> {
            value.parse()
        }
    }

    impl ::std::convert::TryFrom<::std::string::String> for ViaOut {
        type Error = self::error::ConversionError;
        fn try_from(
            value: ::std::string::String,
        ) -> ::std::result::Result<Self, self::error::ConversionError> {
            value.parse()
        }
    }

    /// Types for composing complex structures.
    pub mod builder {
        #[derive(Clone, Debug)]
        pub struct AcceptIn {
            name: ::std::result::Result<::std::option::Option<super::AcceptInName>, ::std::string::String>,
            password:
                ::std::result::Result<::std::option::Option<super::AcceptInPassword>, ::std::string::String>,
            token: ::std::result::Result<::std::string::String, ::std::string::String>,
        }

        impl ::std::default::Default for AcceptIn {
            fn default() -> Self {
                Self {
                    name: Ok(Default::default()),
                    password: Ok(Default::default()),
                    token: Err("no value supplied for token".to_string()),
                }
            }
        }

        impl AcceptIn {
            pub fn name<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<super::AcceptInName>>,
                T::Error: ::std::fmt::Display,
            {
                self.name =
                    value.try_into().map_err(|e| format!("error converting supplied value for name: {e}"));
                self
            }
            pub fn password<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<super::AcceptInPassword>>,
                T::Error: ::std::fmt::Display,
            {
                self.password = value
                    .try_into()
                    .map_err(|e| format!("error converting supplied value for password: {e}"));
                self
            }
            pub fn token<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.token =
                    value.try_into().map_err(|e| format!("error converting supplied value for token: {e}"));
                self
            }
        }

        impl ::std::convert::TryFrom<AcceptIn> for super::AcceptIn {
            type Error = super::error::ConversionError;
            fn try_from(value: AcceptIn) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self { name: value.name?, password: value.password?, token: value.token? })
            }
        }

        impl ::std::convert::From<super::AcceptIn> for AcceptIn {
            fn from(value: super::AcceptIn) -> Self {
                Self { name: Ok(value.name), password: Ok(value.password), token: Ok(value.token) }
            }
        }

        #[derive(Clone, Debug)]
        pub struct AcceptedOut {
            account: ::std::result::Result<super::AccountOut, ::std::string::String>,
            member: ::std::result::Result<super::MemberOut, ::std::string::String>,
            session:
                ::std::result::Result<::std::option::Option<super::NewSessionOut>, ::std::string::String>,
        }

        impl ::std::default::Default for AcceptedOut {
            fn default() -> Self {
                Self {
                    account: Err("no value supplied for account".to_string()),
                    member: Err("no value supplied for member".to_string()),
                    session: Ok(Default::default()),
                }
            }
        }

        impl AcceptedOut {
            pub fn account<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<super::AccountOut>,
                T::Error: ::std::fmt::Display,
            {
                self.account =
                    value.try_into().map_err(|e| format!("error converting supplied value for account: {e}"));
                self
            }
            pub fn member<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<super::MemberOut>,
                T::Error: ::std::fmt::Display,
            {
                self.member =
                    value.try_into().map_err(|e| format!("error converting supplied value for member: {e}"));
                self
            }
            pub fn session<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<super::NewSessionOut>>,
                T::Error: ::std::fmt::Display,
            {
                self.session =
                    value.try_into().map_err(|e| format!("error converting supplied value for session: {e}"));
                self
            }
        }

        impl ::std::convert::TryFrom<AcceptedOut> for super::AcceptedOut {
            type Error = super::error::ConversionError;
            fn try_from(value: AcceptedOut) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self { account: value.account?, member: value.member?, session: value.session? })
            }
        }

        impl ::std::convert::From<super::AcceptedOut> for AcceptedOut {
            fn from(value: super::AcceptedOut) -> Self {
                Self { account: Ok(value.account), member: Ok(value.member), session: Ok(value.session) }
            }
        }

        #[derive(Clone, Debug)]
        pub struct AccessAction {
            name: ::std::result::Result<::std::string::String, ::std::string::String>,
            properties: ::std::result::Result<
                ::std::option::Option<::serde_json::Map<::std::string::String, ::serde_json::Value>>,
                ::std::string::String,
            >,
        }

        impl ::std::default::Default for AccessAction {
            fn default() -> Self {
                Self {
                    name: Err("no value supplied for name".to_string()),
                    properties: Ok(Default::default()),
                }
            }
        }

        impl AccessAction {
            pub fn name<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.name =
                    value.try_into().map_err(|e| format!("error converting supplied value for name: {e}"));
                self
            }
            pub fn properties<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<
                        ::std::option::Option<::serde_json::Map<::std::string::String, ::serde_json::Value>>,
                    >,
                T::Error: ::std::fmt::Display,
            {
                self.properties = value
                    .try_into()
                    .map_err(|e| format!("error converting supplied value for properties: {e}"));
                self
            }
        }

        impl ::std::convert::TryFrom<AccessAction> for super::AccessAction {
            type Error = super::error::ConversionError;
            fn try_from(value: AccessAction) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self { name: value.name?, properties: value.properties? })
            }
        }

        impl ::std::convert::From<super::AccessAction> for AccessAction {
            fn from(value: super::AccessAction) -> Self {
                Self { name: Ok(value.name), properties: Ok(value.properties) }
            }
        }

        #[derive(Clone, Debug)]
        pub struct AccessContext {
            consistency:
                ::std::result::Result<::std::option::Option<::serde_json::Value>, ::std::string::String>,
        }

        impl ::std::default::Default for AccessContext {
            fn default() -> Self {
                Self { consistency: Ok(Default::default()) }
            }
        }

        impl AccessContext {
            pub fn consistency<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::serde_json::Value>>,
                T::Error: ::std::fmt::Display,
            {
                self.consistency = value
                    .try_into()
                    .map_err(|e| format!("error converting supplied value for consistency: {e}"));
                self
            }
        }

        impl ::std::convert::TryFrom<AccessContext> for super::AccessContext {
            type Error = super::error::ConversionError;
            fn try_from(value: AccessContext) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self { consistency: value.consistency? })
            }
        }

        impl ::std::convert::From<super::AccessContext> for AccessContext {
            fn from(value: super::AccessContext) -> Self {
                Self { consistency: Ok(value.consistency) }
            }
        }

        #[derive(Clone, Debug)]
        pub struct AccessEntity {
            id: ::std::result::Result<::std::string::String, ::std::string::String>,
            properties: ::std::result::Result<
                ::std::option::Option<::serde_json::Map<::std::string::String, ::serde_json::Value>>,
                ::std::string::String,
            >,
            type_: ::std::result::Result<::std::string::String, ::std::string::String>,
        }

        impl ::std::default::Default for AccessEntity {
            fn default() -> Self {
                Self {
                    id: Err("no value supplied for id".to_string()),
                    properties: Ok(Default::default()),
                    type_: Err("no value supplied for type_".to_string()),
                }
            }
        }

        impl AccessEntity {
            pub fn id<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.id =
                    value.try_into().map_err(|e| format!("error converting supplied value for id: {e}"));
                self
            }
            pub fn properties<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<
                        ::std::option::Option<::serde_json::Map<::std::string::String, ::serde_json::Value>>,
                    >,
                T::Error: ::std::fmt::Display,
            {
                self.properties = value
                    .try_into()
                    .map_err(|e| format!("error converting supplied value for properties: {e}"));
                self
            }
            pub fn type_<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.type_ =
                    value.try_into().map_err(|e| format!("error converting supplied value for type_: {e}"));
                self
            }
        }

        impl ::std::convert::TryFrom<AccessEntity> for super::AccessEntity {
            type Error = super::error::ConversionError;
            fn try_from(value: AccessEntity) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self { id: value.id?, properties: value.properties?, type_: value.type_? })
            }
        }

        impl ::std::convert::From<super::AccessEntity> for AccessEntity {
            fn from(value: super::AccessEntity) -> Self {
                Self { id: Ok(value.id), properties: Ok(value.properties), type_: Ok(value.type_) }
            }
        }

        #[derive(Clone, Debug)]
        pub struct AccessKind {
            properties: ::std::result::Result<
                ::std::option::Option<::serde_json::Map<::std::string::String, ::serde_json::Value>>,
                ::std::string::String,
            >,
            type_: ::std::result::Result<::std::string::String, ::std::string::String>,
        }

        impl ::std::default::Default for AccessKind {
            fn default() -> Self {
                Self {
                    properties: Ok(Default::default()),
                    type_: Err("no value supplied for type_".to_string()),
                }
            }
        }

        impl AccessKind {
            pub fn properties<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<
                        ::std::option::Option<::serde_json::Map<::std::string::String, ::serde_json::Value>>,
                    >,
                T::Error: ::std::fmt::Display,
            {
                self.properties = value
                    .try_into()
                    .map_err(|e| format!("error converting supplied value for properties: {e}"));
                self
            }
            pub fn type_<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.type_ =
                    value.try_into().map_err(|e| format!("error converting supplied value for type_: {e}"));
                self
            }
        }

        impl ::std::convert::TryFrom<AccessKind> for super::AccessKind {
            type Error = super::error::ConversionError;
            fn try_from(value: AccessKind) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self { properties: value.properties?, type_: value.type_? })
            }
        }

        impl ::std::convert::From<super::AccessKind> for AccessKind {
            fn from(value: super::AccessKind) -> Self {
                Self { properties: Ok(value.properties), type_: Ok(value.type_) }
            }
        }

        #[derive(Clone, Debug)]
        pub struct AccountIn {
            kind: ::std::result::Result<::std::option::Option<super::AccountKind>, ::std::string::String>,
            name: ::std::result::Result<super::AccountInName, ::std::string::String>,
            role_model:
                ::std::result::Result<::std::option::Option<::std::string::String>, ::std::string::String>,
        }

        impl ::std::default::Default for AccountIn {
            fn default() -> Self {
                Self {
                    kind: Ok(Default::default()),
                    name: Err("no value supplied for name".to_string()),
                    role_model: Ok(Default::default()),
                }
            }
        }

        impl AccountIn {
            pub fn kind<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<super::AccountKind>>,
                T::Error: ::std::fmt::Display,
            {
                self.kind =
                    value.try_into().map_err(|e| format!("error converting supplied value for kind: {e}"));
                self
            }
            pub fn name<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<super::AccountInName>,
                T::Error: ::std::fmt::Display,
            {
                self.name =
                    value.try_into().map_err(|e| format!("error converting supplied value for name: {e}"));
                self
            }
            pub fn role_model<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.role_model = value
                    .try_into()
                    .map_err(|e| format!("error converting supplied value for role_model: {e}"));
                self
            }
        }

        impl ::std::convert::TryFrom<AccountIn> for super::AccountIn {
            type Error = super::error::ConversionError;
            fn try_from(value: AccountIn) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self { kind: value.kind?, name: value.name?, role_model: value.role_model? })
            }
        }

        impl ::std::convert::From<super::AccountIn> for AccountIn {
            fn from(value: super::AccountIn) -> Self {
                Self { kind: Ok(value.kind), name: Ok(value.name), role_model: Ok(value.role_model) }
            }
        }

        #[derive(Clone, Debug)]
        pub struct AccountOut {
            created_at:
                ::std::result::Result<::chrono::DateTime<::chrono::offset::Utc>, ::std::string::String>,
            id: ::std::result::Result<super::AccountId, ::std::string::String>,
            kind: ::std::result::Result<super::AccountKind, ::std::string::String>,
            legal_name:
                ::std::result::Result<::std::option::Option<::std::string::String>, ::std::string::String>,
            mcp_access: ::std::result::Result<bool, ::std::string::String>,
            name: ::std::result::Result<::std::string::String, ::std::string::String>,
            region:
                ::std::result::Result<::std::option::Option<::std::string::String>, ::std::string::String>,
            require_two_factor: ::std::result::Result<bool, ::std::string::String>,
            role_model: ::std::result::Result<::std::string::String, ::std::string::String>,
            role_model_version: ::std::result::Result<u32, ::std::string::String>,
            status: ::std::result::Result<super::AccountState, ::std::string::String>,
        }

        impl ::std::default::Default for AccountOut {
            fn default() -> Self {
                Self {
                    created_at: Err("no value supplied for created_at".to_string()),
                    id: Err("no value supplied for id".to_string()),
                    kind: Err("no value supplied for kind".to_string()),
                    legal_name: Err("no value supplied for legal_name".to_string()),
                    mcp_access: Err("no value supplied for mcp_access".to_string()),
                    name: Err("no value supplied for name".to_string()),
                    region: Err("no value supplied for region".to_string()),
                    require_two_factor: Err("no value supplied for require_two_factor".to_string()),
                    role_model: Err("no value supplied for role_model".to_string()),
                    role_model_version: Err("no value supplied for role_model_version".to_string()),
                    status: Err("no value supplied for status".to_string()),
                }
            }
        }

        impl AccountOut {
            pub fn created_at<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::chrono::DateTime<::chrono::offset::Utc>>,
                T::Error: ::std::fmt::Display,
            {
                self.created_at = value
                    .try_into()
                    .map_err(|e| format!("error converting supplied value for created_at: {e}"));
                self
            }
            pub fn id<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<super::AccountId>,
                T::Error: ::std::fmt::Display,
            {
                self.id =
                    value.try_into().map_err(|e| format!("error converting supplied value for id: {e}"));
                self
            }
            pub fn kind<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<super::AccountKind>,
                T::Error: ::std::fmt::Display,
            {
                self.kind =
                    value.try_into().map_err(|e| format!("error converting supplied value for kind: {e}"));
                self
            }
            pub fn legal_name<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.legal_name = value
                    .try_into()
                    .map_err(|e| format!("error converting supplied value for legal_name: {e}"));
                self
            }
            pub fn mcp_access<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<bool>,
                T::Error: ::std::fmt::Display,
            {
                self.mcp_access = value
                    .try_into()
                    .map_err(|e| format!("error converting supplied value for mcp_access: {e}"));
                self
            }
            pub fn name<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.name =
                    value.try_into().map_err(|e| format!("error converting supplied value for name: {e}"));
                self
            }
            pub fn region<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.region =
                    value.try_into().map_err(|e| format!("error converting supplied value for region: {e}"));
                self
            }
            pub fn require_two_factor<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<bool>,
                T::Error: ::std::fmt::Display,
            {
                self.require_two_factor = value
                    .try_into()
                    .map_err(|e| format!("error converting supplied value for require_two_factor: {e}"));
                self
            }
            pub fn role_model<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.role_model = value
                    .try_into()
                    .map_err(|e| format!("error converting supplied value for role_model: {e}"));
                self
            }
            pub fn role_model_version<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<u32>,
                T::Error: ::std::fmt::Display,
            {
                self.role_model_version = value
                    .try_into()
                    .map_err(|e| format!("error converting supplied value for role_model_version: {e}"));
                self
            }
            pub fn status<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<super::AccountState>,
                T::Error: ::std::fmt::Display,
            {
                self.status =
                    value.try_into().map_err(|e| format!("error converting supplied value for status: {e}"));
                self
            }
        }

        impl ::std::convert::TryFrom<AccountOut> for super::AccountOut {
            type Error = super::error::ConversionError;
            fn try_from(value: AccountOut) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    created_at: value.created_at?,
                    id: value.id?,
                    kind: value.kind?,
                    legal_name: value.legal_name?,
                    mcp_access: value.mcp_access?,
                    name: value.name?,
                    region: value.region?,
                    require_two_factor: value.require_two_factor?,
                    role_model: value.role_model?,
                    role_model_version: value.role_model_version?,
                    status: value.status?,
                })
            }
        }

        impl ::std::convert::From<super::AccountOut> for AccountOut {
            fn from(value: super::AccountOut) -> Self {
                Self {
                    created_at: Ok(value.created_at),
                    id: Ok(value.id),
                    kind: Ok(value.kind),
                    legal_name: Ok(value.legal_name),
                    mcp_access: Ok(value.mcp_access),
                    name: Ok(value.name),
                    region: Ok(value.region),
                    require_two_factor: Ok(value.require_two_factor),
                    role_model: Ok(value.role_model),
                    role_model_version: Ok(value.role_model_version),
                    status: Ok(value.status),
                }
            }
        }

        #[derive(Clone, Debug)]
        pub struct AccountPatch {
            legal_name: ::std::result::Result<
                ::std::option::Option<super::AccountPatchLegalName>,
                ::std::string::String,
            >,
            mcp_access: ::std::result::Result<::std::option::Option<bool>, ::std::string::String>,
            name:
                ::std::result::Result<::std::option::Option<super::AccountPatchName>, ::std::string::String>,
            region: ::std::result::Result<
                ::std::option::Option<super::AccountPatchRegion>,
                ::std::string::String,
            >,
            require_two_factor: ::std::result::Result<::std::option::Option<bool>, ::std::string::String>,
        }

        impl ::std::default::Default for AccountPatch {
            fn default() -> Self {
                Self {
                    legal_name: Ok(Default::default()),
                    mcp_access: Ok(Default::default()),
                    name: Ok(Default::default()),
                    region: Ok(Default::default()),
                    require_two_factor: Ok(Default::default()),
                }
            }
        }

        impl AccountPatch {
            pub fn legal_name<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<super::AccountPatchLegalName>>,
                T::Error: ::std::fmt::Display,
            {
                self.legal_name = value
                    .try_into()
                    .map_err(|e| format!("error converting supplied value for legal_name: {e}"));
                self
            }
            pub fn mcp_access<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<bool>>,
                T::Error: ::std::fmt::Display,
            {
                self.mcp_access = value
                    .try_into()
                    .map_err(|e| format!("error converting supplied value for mcp_access: {e}"));
                self
            }
            pub fn name<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<super::AccountPatchName>>,
                T::Error: ::std::fmt::Display,
            {
                self.name =
                    value.try_into().map_err(|e| format!("error converting supplied value for name: {e}"));
                self
            }
            pub fn region<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<super::AccountPatchRegion>>,
                T::Error: ::std::fmt::Display,
            {
                self.region =
                    value.try_into().map_err(|e| format!("error converting supplied value for region: {e}"));
                self
            }
            pub fn require_two_factor<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<bool>>,
                T::Error: ::std::fmt::Display,
            {
                self.require_two_factor = value
                    .try_into()
                    .map_err(|e| format!("error converting supplied value for require_two_factor: {e}"));
                self
            }
        }

        impl ::std::convert::TryFrom<AccountPatch> for super::AccountPatch {
            type Error = super::error::ConversionError;
            fn try_from(value: AccountPatch) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    legal_name: value.legal_name?,
                    mcp_access: value.mcp_access?,
                    name: value.name?,
                    region: value.region?,
                    require_two_factor: value.require_two_factor?,
                })
            }
        }

        impl ::std::convert::From<super::AccountPatch> for AccountPatch {
            fn from(value: super::AccountPatch) -> Self {
                Self {
                    legal_name: Ok(value.legal_name),
                    mcp_access: Ok(value.mcp_access),
                    name: Ok(value.name),
                    region: Ok(value.region),
                    require_two_factor: Ok(value.require_two_factor),
                }
            }
        }

        #[derive(Clone, Debug)]
        pub struct AccountRefOut {
            id: ::std::result::Result<super::AccountId, ::std::string::String>,
            name: ::std::result::Result<::std::string::String, ::std::string::String>,
        }

        impl ::std::default::Default for AccountRefOut {
            fn default() -> Self {
                Self {
                    id: Err("no value supplied for id".to_string()),
                    name: Err("no value supplied for name".to_string()),
                }
            }
        }

        impl AccountRefOut {
            pub fn id<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<super::AccountId>,
                T::Error: ::std::fmt::Display,
            {
                self.id =
                    value.try_into().map_err(|e| format!("error converting supplied value for id: {e}"));
                self
            }
            pub fn name<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.name =
                    value.try_into().map_err(|e| format!("error converting supplied value for name: {e}"));
                self
            }
        }

        impl ::std::convert::TryFrom<AccountRefOut> for super::AccountRefOut {
            type Error = super::error::ConversionError;
            fn try_from(value: AccountRefOut) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self { id: value.id?, name: value.name? })
            }
        }

        impl ::std::convert::From<super::AccountRefOut> for AccountRefOut {
            fn from(value: super::AccountRefOut) -> Self {
                Self { id: Ok(value.id), name: Ok(value.name) }
            }
        }

        #[derive(Clone, Debug)]
        pub struct ActionSearchRequest {
            context:
                ::std::result::Result<::std::option::Option<super::AccessContext>, ::std::string::String>,
            page: ::std::result::Result<::std::option::Option<super::SearchPage>, ::std::string::String>,
            resource: ::std::result::Result<super::AccessEntity, ::std::string::String>,
            subject: ::std::result::Result<super::AccessEntity, ::std::string::String>,
        }

        impl ::std::default::Default for ActionSearchRequest {
            fn default() -> Self {
                Self {
                    context: Ok(Default::default()),
                    page: Ok(Default::default()),
                    resource: Err("no value supplied for resource".to_string()),
                    subject: Err("no value supplied for subject".to_string()),
                }
            }
        }

        impl ActionSearchRequest {
            pub fn context<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<super::AccessContext>>,
                T::Error: ::std::fmt::Display,
            {
                self.context =
                    value.try_into().map_err(|e| format!("error converting supplied value for context: {e}"));
                self
            }
            pub fn page<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<super::SearchPage>>,
                T::Error: ::std::fmt::Display,
            {
                self.page =
                    value.try_into().map_err(|e| format!("error converting supplied value for page: {e}"));
                self
            }
            pub fn resource<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<super::AccessEntity>,
                T::Error: ::std::fmt::Display,
            {
                self.resource = value
                    .try_into()
                    .map_err(|e| format!("error converting supplied value for resource: {e}"));
                self
            }
            pub fn subject<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<super::AccessEntity>,
                T::Error: ::std::fmt::Display,
            {
                self.subject =
                    value.try_into().map_err(|e| format!("error converting supplied value for subject: {e}"));
                self
            }
        }

        impl ::std::convert::TryFrom<ActionSearchRequest> for super::ActionSearchRequest {
            type Error = super::error::ConversionError;
            fn try_from(
                value: ActionSearchRequest,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    context: value.context?,
                    page: value.page?,
                    resource: value.resource?,
                    subject: value.subject?,
                })
            }
        }

        impl ::std::convert::From<super::ActionSearchRequest> for ActionSearchRequest {
            fn from(value: super::ActionSearchRequest) -> Self {
                Self {
                    context: Ok(value.context),
                    page: Ok(value.page),
                    resource: Ok(value.resource),
                    subject: Ok(value.subject),
                }
            }
        }

        #[derive(Clone, Debug)]
        pub struct ActionsOut {
            page: ::std::result::Result<super::NextPageOut, ::std::string::String>,
            results: ::std::result::Result<::std::vec::Vec<super::FoundActionOut>, ::std::string::String>,
        }

        impl ::std::default::Default for ActionsOut {
            fn default() -> Self {
                Self {
                    page: Err("no value supplied for page".to_string()),
                    results: Err("no value supplied for results".to_string()),
                }
            }
        }

        impl ActionsOut {
            pub fn page<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<super::NextPageOut>,
                T::Error: ::std::fmt::Display,
            {
                self.page =
                    value.try_into().map_err(|e| format!("error converting supplied value for page: {e}"));
                self
            }
            pub fn results<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::vec::Vec<super::FoundActionOut>>,
                T::Error: ::std::fmt::Display,
            {
                self.results =
                    value.try_into().map_err(|e| format!("error converting supplied value for results: {e}"));
                self
            }
        }

        impl ::std::convert::TryFrom<ActionsOut> for super::ActionsOut {
            type Error = super::error::ConversionError;
            fn try_from(value: ActionsOut) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self { page: value.page?, results: value.results? })
            }
        }

        impl ::std::convert::From<super::ActionsOut> for ActionsOut {
            fn from(value: super::ActionsOut) -> Self {
                Self { page: Ok(value.page), results: Ok(value.results) }
            }
        }

        #[derive(Clone, Debug)]
        pub struct AppIn {
            name: ::std::result::Result<super::AppInName, ::std::string::String>,
        }

        impl ::std::default::Default for AppIn {
            fn default() -> Self {
                Self { name: Err("no value supplied for name".to_string()) }
            }
        }

        impl AppIn {
            pub fn name<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<super::AppInName>,
                T::Error: ::std::fmt::Display,
            {
                self.name =
                    value.try_into().map_err(|e| format!("error converting supplied value for name: {e}"));
                self
            }
        }

        impl ::std::convert::TryFrom<AppIn> for super::AppIn {
            type Error = super::error::ConversionError;
            fn try_from(value: AppIn) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self { name: value.name? })
            }
        }

        impl ::std::convert::From<super::AppIn> for AppIn {
            fn from(value: super::AppIn) -> Self {
                Self { name: Ok(value.name) }
            }
        }

        #[derive(Clone, Debug)]
        pub struct AppOut {
            created_at:
                ::std::result::Result<::chrono::DateTime<::chrono::offset::Utc>, ::std::string::String>,
            id: ::std::result::Result<super::AppId, ::std::string::String>,
            name: ::std::result::Result<::std::string::String, ::std::string::String>,
        }

        impl ::std::default::Default for AppOut {
            fn default() -> Self {
                Self {
                    created_at: Err("no value supplied for created_at".to_string()),
                    id: Err("no value supplied for id".to_string()),
                    name: Err("no value supplied for name".to_string()),
                }
            }
        }

        impl AppOut {
            pub fn created_at<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::chrono::DateTime<::chrono::offset::Utc>>,
                T::Error: ::std::fmt::Display,
            {
                self.created_at = value
                    .try_into()
                    .map_err(|e| format!("error converting supplied value for created_at: {e}"));
                self
            }
            pub fn id<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<super::AppId>,
                T::Error: ::std::fmt::Display,
            {
                self.id =
                    value.try_into().map_err(|e| format!("error converting supplied value for id: {e}"));
                self
            }
            pub fn name<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.name =
                    value.try_into().map_err(|e| format!("error converting supplied value for name: {e}"));
                self
            }
        }

        impl ::std::convert::TryFrom<AppOut> for super::AppOut {
            type Error = super::error::ConversionError;
            fn try_from(value: AppOut) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self { created_at: value.created_at?, id: value.id?, name: value.name? })
            }
        }

        impl ::std::convert::From<super::AppOut> for AppOut {
            fn from(value: super::AppOut) -> Self {
                Self { created_at: Ok(value.created_at), id: Ok(value.id), name: Ok(value.name) }
            }
        }

        #[derive(Clone, Debug)]
        pub struct AppPatch {
            name: ::std::result::Result<::std::option::Option<super::AppPatchName>, ::std::string::String>,
        }

        impl ::std::default::Default for AppPatch {
            fn default() -> Self {
                Self { name: Ok(Default::default()) }
            }
        }

        impl AppPatch {
            pub fn name<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<super::AppPatchName>>,
                T::Error: ::std::fmt::Display,
            {
                self.name =
                    value.try_into().map_err(|e| format!("error converting supplied value for name: {e}"));
                self
            }
        }

        impl ::std::convert::TryFrom<AppPatch> for super::AppPatch {
            type Error = super::error::ConversionError;
            fn try_from(value: AppPatch) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self { name: value.name? })
            }
        }

        impl ::std::convert::From<super::AppPatch> for AppPatch {
            fn from(value: super::AppPatch) -> Self {
                Self { name: Ok(value.name) }
            }
        }

        #[derive(Clone, Debug)]
        pub struct AppRefOut {
            id: ::std::result::Result<super::AppId, ::std::string::String>,
            name: ::std::result::Result<::std::string::String, ::std::string::String>,
        }

        impl ::std::default::Default for AppRefOut {
            fn default() -> Self {
                Self {
                    id: Err("no value supplied for id".to_string()),
                    name: Err("no value supplied for name".to_string()),
                }
            }
        }

        impl AppRefOut {
            pub fn id<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<super::AppId>,
                T::Error: ::std::fmt::Display,
            {
                self.id =
                    value.try_into().map_err(|e| format!("error converting supplied value for id: {e}"));
                self
            }
            pub fn name<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.name =
                    value.try_into().map_err(|e| format!("error converting supplied value for name: {e}"));
                self
            }
        }

        impl ::std::convert::TryFrom<AppRefOut> for super::AppRefOut {
            type Error = super::error::ConversionError;
            fn try_from(value: AppRefOut) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self { id: value.id?, name: value.name? })
            }
        }

        impl ::std::convert::From<super::AppRefOut> for AppRefOut {
            fn from(value: super::AppRefOut) -> Self {
                Self { id: Ok(value.id), name: Ok(value.name) }
            }
        }

        #[derive(Clone, Debug)]
        pub struct AuditEventOut {
            action: ::std::result::Result<::std::string::String, ::std::string::String>,
            actor: ::std::result::Result<super::PartyOut, ::std::string::String>,
            after: ::std::result::Result<::serde_json::Value, ::std::string::String>,
            at: ::std::result::Result<::chrono::DateTime<::chrono::offset::Utc>, ::std::string::String>,
            before: ::std::result::Result<::serde_json::Value, ::std::string::String>,
            hash: ::std::result::Result<::std::string::String, ::std::string::String>,
            id: ::std::result::Result<super::AuditEventId, ::std::string::String>,
            previous_hash: ::std::result::Result<::std::string::String, ::std::string::String>,
            request_id: ::std::result::Result<::std::string::String, ::std::string::String>,
            seq: ::std::result::Result<u64, ::std::string::String>,
            source_ip:
                ::std::result::Result<::std::option::Option<::std::string::String>, ::std::string::String>,
            target: ::std::result::Result<super::PartyOut, ::std::string::String>,
        }

        impl ::std::default::Default for AuditEventOut {
            fn default() -> Self {
                Self {
                    action: Err("no value supplied for action".to_string()),
                    actor: Err("no value supplied for actor".to_string()),
                    after: Err("no value supplied for after".to_string()),
                    at: Err("no value supplied for at".to_string()),
                    before: Err("no value supplied for before".to_string()),
                    hash: Err("no value supplied for hash".to_string()),
                    id: Err("no value supplied for id".to_string()),
                    previous_hash: Err("no value supplied for previous_hash".to_string()),
                    request_id: Err("no value supplied for request_id".to_string()),
                    seq: Err("no value supplied for seq".to_string()),
                    source_ip: Err("no value supplied for source_ip".to_string()),
                    target: Err("no value supplied for target".to_string()),
                }
            }
        }

        impl AuditEventOut {
            pub fn action<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.action =
                    value.try_into().map_err(|e| format!("error converting supplied value for action: {e}"));
                self
            }
            pub fn actor<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<super::PartyOut>,
                T::Error: ::std::fmt::Display,
            {
                self.actor =
                    value.try_into().map_err(|e| format!("error converting supplied value for actor: {e}"));
                self
            }
            pub fn after<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::serde_json::Value>,
                T::Error: ::std::fmt::Display,
            {
                self.after =
                    value.try_into().map_err(|e| format!("error converting supplied value for after: {e}"));
                self
            }
            pub fn at<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::chrono::DateTime<::chrono::offset::Utc>>,
                T::Error: ::std::fmt::Display,
            {
                self.at =
                    value.try_into().map_err(|e| format!("error converting supplied value for at: {e}"));
                self
            }
            pub fn before<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::serde_json::Value>,
                T::Error: ::std::fmt::Display,
            {
                self.before =
                    value.try_into().map_err(|e| format!("error converting supplied value for before: {e}"));
                self
            }
            pub fn hash<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.hash =
                    value.try_into().map_err(|e| format!("error converting supplied value for hash: {e}"));
                self
            }
            pub fn id<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<super::AuditEventId>,
                T::Error: ::std::fmt::Display,
            {
                self.id =
                    value.try_into().map_err(|e| format!("error converting supplied value for id: {e}"));
                self
            }
            pub fn previous_hash<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.previous_hash = value
                    .try_into()
                    .map_err(|e| format!("error converting supplied value for previous_hash: {e}"));
                self
            }
            pub fn request_id<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.request_id = value
                    .try_into()
                    .map_err(|e| format!("error converting supplied value for request_id: {e}"));
                self
            }
            pub fn seq<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<u64>,
                T::Error: ::std::fmt::Display,
            {
                self.seq =
                    value.try_into().map_err(|e| format!("error converting supplied value for seq: {e}"));
                self
            }
            pub fn source_ip<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.source_ip = value
                    .try_into()
                    .map_err(|e| format!("error converting supplied value for source_ip: {e}"));
                self
            }
            pub fn target<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<super::PartyOut>,
                T::Error: ::std::fmt::Display,
            {
                self.target =
                    value.try_into().map_err(|e| format!("error converting supplied value for target: {e}"));
                self
            }
        }

        impl ::std::convert::TryFrom<AuditEventOut> for super::AuditEventOut {
            type Error = super::error::ConversionError;
            fn try_from(value: AuditEventOut) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    action: value.action?,
                    actor: value.actor?,
                    after: value.after?,
                    at: value.at?,
                    before: value.before?,
                    hash: value.hash?,
                    id: value.id?,
                    previous_hash: value.previous_hash?,
                    request_id: value.request_id?,
                    seq: value.seq?,
                    source_ip: value.source_ip?,
                    target: value.target?,
                })
            }
        }

        impl ::std::convert::From<super::AuditEventOut> for AuditEventOut {
            fn from(value: super::AuditEventOut) -> Self {
                Self {
                    action: Ok(value.action),
                    actor: Ok(value.actor),
                    after: Ok(value.after),
                    at: Ok(value.at),
                    before: Ok(value.before),
                    hash: Ok(value.hash),
                    id: Ok(value.id),
                    previous_hash: Ok(value.previous_hash),
                    request_id: Ok(value.request_id),
                    seq: Ok(value.seq),
                    source_ip: Ok(value.source_ip),
                    target: Ok(value.target),
                }
            }
        }

        #[derive(Clone, Debug)]
        pub struct BatchAnswer {
            context: ::std::result::Result<::std::option::Option<super::DenialOut>, ::std::string::String>,
            decision: ::std::result::Result<::std::option::Option<bool>, ::std::string::String>,
            evaluations: ::std::result::Result<::std::vec::Vec<super::DecisionOut>, ::std::string::String>,
        }

        impl ::std::default::Default for BatchAnswer {
            fn default() -> Self {
                Self {
                    context: Ok(Default::default()),
                    decision: Ok(Default::default()),
                    evaluations: Ok(Default::default()),
                }
            }
        }

        impl BatchAnswer {
            pub fn context<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<super::DenialOut>>,
                T::Error: ::std::fmt::Display,
            {
                self.context =
                    value.try_into().map_err(|e| format!("error converting supplied value for context: {e}"));
                self
            }
            pub fn decision<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<bool>>,
                T::Error: ::std::fmt::Display,
            {
                self.decision = value
                    .try_into()
                    .map_err(|e| format!("error converting supplied value for decision: {e}"));
                self
            }
            pub fn evaluations<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::vec::Vec<super::DecisionOut>>,
                T::Error: ::std::fmt::Display,
            {
                self.evaluations = value
                    .try_into()
                    .map_err(|e| format!("error converting supplied value for evaluations: {e}"));
                self
            }
        }

        impl ::std::convert::TryFrom<BatchAnswer> for super::BatchAnswer {
            type Error = super::error::ConversionError;
            fn try_from(value: BatchAnswer) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    context: value.context?,
                    decision: value.decision?,
                    evaluations: value.evaluations?,
                })
            }
        }

        impl ::std::convert::From<super::BatchAnswer> for BatchAnswer {
            fn from(value: super::BatchAnswer) -> Self {
                Self {
                    context: Ok(value.context),
                    decision: Ok(value.decision),
                    evaluations: Ok(value.evaluations),
                }
            }
        }

        #[derive(Clone, Debug)]
        pub struct BatchItem {
            action: ::std::result::Result<::std::option::Option<super::AccessAction>, ::std::string::String>,
            context:
                ::std::result::Result<::std::option::Option<super::AccessContext>, ::std::string::String>,
            resource:
                ::std::result::Result<::std::option::Option<super::AccessEntity>, ::std::string::String>,
            subject: ::std::result::Result<::std::option::Option<super::AccessEntity>, ::std::string::String>,
        }

        impl ::std::default::Default for BatchItem {
            fn default() -> Self {
                Self {
                    action: Ok(Default::default()),
                    context: Ok(Default::default()),
                    resource: Ok(Default::default()),
                    subject: Ok(Default::default()),
                }
            }
        }

        impl BatchItem {
            pub fn action<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<super::AccessAction>>,
                T::Error: ::std::fmt::Display,
            {
                self.action =
                    value.try_into().map_err(|e| format!("error converting supplied value for action: {e}"));
                self
            }
            pub fn context<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<super::AccessContext>>,
                T::Error: ::std::fmt::Display,
            {
                self.context =
                    value.try_into().map_err(|e| format!("error converting supplied value for context: {e}"));
                self
            }
            pub fn resource<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<super::AccessEntity>>,
                T::Error: ::std::fmt::Display,
            {
                self.resource = value
                    .try_into()
                    .map_err(|e| format!("error converting supplied value for resource: {e}"));
                self
            }
            pub fn subject<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<super::AccessEntity>>,
                T::Error: ::std::fmt::Display,
            {
                self.subject =
                    value.try_into().map_err(|e| format!("error converting supplied value for subject: {e}"));
                self
            }
        }

        impl ::std::convert::TryFrom<BatchItem> for super::BatchItem {
            type Error = super::error::ConversionError;
            fn try_from(value: BatchItem) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    action: value.action?,
                    context: value.context?,
                    resource: value.resource?,
                    subject: value.subject?,
                })
            }
        }

        impl ::std::convert::From<super::BatchItem> for BatchItem {
            fn from(value: super::BatchItem) -> Self {
                Self {
                    action: Ok(value.action),
                    context: Ok(value.context),
                    resource: Ok(value.resource),
                    subject: Ok(value.subject),
                }
            }
        }

        #[derive(Clone, Debug)]
        pub struct BatchOptions {
            evaluations_semantic:
                ::std::result::Result<::std::option::Option<super::Semantic>, ::std::string::String>,
        }

        impl ::std::default::Default for BatchOptions {
            fn default() -> Self {
                Self { evaluations_semantic: Ok(Default::default()) }
            }
        }

        impl BatchOptions {
            pub fn evaluations_semantic<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<super::Semantic>>,
                T::Error: ::std::fmt::Display,
            {
                self.evaluations_semantic = value
                    .try_into()
                    .map_err(|e| format!("error converting supplied value for evaluations_semantic: {e}"));
                self
            }
        }

        impl ::std::convert::TryFrom<BatchOptions> for super::BatchOptions {
            type Error = super::error::ConversionError;
            fn try_from(value: BatchOptions) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self { evaluations_semantic: value.evaluations_semantic? })
            }
        }

        impl ::std::convert::From<super::BatchOptions> for BatchOptions {
            fn from(value: super::BatchOptions) -> Self {
                Self { evaluations_semantic: Ok(value.evaluations_semantic) }
            }
        }

        #[derive(Clone, Debug)]
        pub struct BatchRequest {
            action: ::std::result::Result<::std::option::Option<super::AccessAction>, ::std::string::String>,
            context:
                ::std::result::Result<::std::option::Option<super::AccessContext>, ::std::string::String>,
            evaluations: ::std::result::Result<
                ::std::option::Option<::std::vec::Vec<super::BatchItem>>,
                ::std::string::String,
            >,
            options: ::std::result::Result<::std::option::Option<super::BatchOptions>, ::std::string::String>,
            resource:
                ::std::result::Result<::std::option::Option<super::AccessEntity>, ::std::string::String>,
            subject: ::std::result::Result<::std::option::Option<super::AccessEntity>, ::std::string::String>,
        }

        impl ::std::default::Default for BatchRequest {
            fn default() -> Self {
                Self {
                    action: Ok(Default::default()),
                    context: Ok(Default::default()),
                    evaluations: Ok(Default::default()),
                    options: Ok(Default::default()),
                    resource: Ok(Default::default()),
                    subject: Ok(Default::default()),
                }
            }
        }

        impl BatchRequest {
            pub fn action<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<super::AccessAction>>,
                T::Error: ::std::fmt::Display,
            {
                self.action =
                    value.try_into().map_err(|e| format!("error converting supplied value for action: {e}"));
                self
            }
            pub fn context<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<super::AccessContext>>,
                T::Error: ::std::fmt::Display,
            {
                self.context =
                    value.try_into().map_err(|e| format!("error converting supplied value for context: {e}"));
                self
            }
            pub fn evaluations<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::vec::Vec<super::BatchItem>>>,
                T::Error: ::std::fmt::Display,
            {
                self.evaluations = value
                    .try_into()
                    .map_err(|e| format!("error converting supplied value for evaluations: {e}"));
                self
            }
            pub fn options<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<super::BatchOptions>>,
                T::Error: ::std::fmt::Display,
            {
                self.options =
                    value.try_into().map_err(|e| format!("error converting supplied value for options: {e}"));
                self
            }
            pub fn resource<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<super::AccessEntity>>,
                T::Error: ::std::fmt::Display,
            {
                self.resource = value
                    .try_into()
                    .map_err(|e| format!("error converting supplied value for resource: {e}"));
                self
            }
            pub fn subject<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<super::AccessEntity>>,
                T::Error: ::std::fmt::Display,
            {
                self.subject =
                    value.try_into().map_err(|e| format!("error converting supplied value for subject: {e}"));
                self
            }
        }

        impl ::std::convert::TryFrom<BatchRequest> for super::BatchRequest {
            type Error = super::error::ConversionError;
            fn try_from(value: BatchRequest) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    action: value.action?,
                    context: value.context?,
                    evaluations: value.evaluations?,
                    options: value.options?,
                    resource: value.resource?,
                    subject: value.subject?,
                })
            }
        }

        impl ::std::convert::From<super::BatchRequest> for BatchRequest {
            fn from(value: super::BatchRequest) -> Self {
                Self {
                    action: Ok(value.action),
                    context: Ok(value.context),
                    evaluations: Ok(value.evaluations),
                    options: Ok(value.options),
                    resource: Ok(value.resource),
                    subject: Ok(value.subject),
                }
            }
        }

        #[derive(Clone, Debug)]
        pub struct BecauseOut {
            grant: ::std::result::Result<super::GrantId, ::std::string::String>,
            role_path: ::std::result::Result<::std::vec::Vec<::std::string::String>, ::std::string::String>,
            via: ::std::result::Result<super::ViaOut, ::std::string::String>,
        }

        impl ::std::default::Default for BecauseOut {
            fn default() -> Self {
                Self {
                    grant: Err("no value supplied for grant".to_string()),
                    role_path: Err("no value supplied for role_path".to_string()),
                    via: Err("no value supplied for via".to_string()),
                }
            }
        }

        impl BecauseOut {
            pub fn grant<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<super::GrantId>,
                T::Error: ::std::fmt::Display,
            {
                self.grant =
                    value.try_into().map_err(|e| format!("error converting supplied value for grant: {e}"));
                self
            }
            pub fn role_path<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::vec::Vec<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.role_path = value
                    .try_into()
                    .map_err(|e| format!("error converting supplied value for role_path: {e}"));
                self
            }
            pub fn via<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<super::ViaOut>,
                T::Error: ::std::fmt::Display,
            {
                self.via =
                    value.try_into().map_err(|e| format!("error converting supplied value for via: {e}"));
                self
            }
        }

        impl ::std::convert::TryFrom<BecauseOut> for super::BecauseOut {
            type Error = super::error::ConversionError;
            fn try_from(value: BecauseOut) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self { grant: value.grant?, role_path: value.role_path?, via: value.via? })
            }
        }

        impl ::std::convert::From<super::BecauseOut> for BecauseOut {
            fn from(value: super::BecauseOut) -> Self {
                Self { grant: Ok(value.grant), role_path: Ok(value.role_path), via: Ok(value.via) }
            }
        }

        #[derive(Clone, Debug)]
        pub struct ConfigurationOut {
            access_evaluation_endpoint: ::std::result::Result<::std::string::String, ::std::string::String>,
            access_evaluations_endpoint: ::std::result::Result<::std::string::String, ::std::string::String>,
            policy_decision_point: ::std::result::Result<::std::string::String, ::std::string::String>,
            search_action_endpoint: ::std::result::Result<::std::string::String, ::std::string::String>,
            search_resource_endpoint: ::std::result::Result<::std::string::String, ::std::string::String>,
            search_subject_endpoint: ::std::result::Result<::std::string::String, ::std::string::String>,
        }

        impl ::std::default::Default for ConfigurationOut {
            fn default() -> Self {
                Self {
                    access_evaluation_endpoint: Err(
                        "no value supplied for access_evaluation_endpoint".to_string()
                    ),
                    access_evaluations_endpoint: Err(
                        "no value supplied for access_evaluations_endpoint".to_string()
                    ),
                    policy_decision_point: Err("no value supplied for policy_decision_point".to_string()),
                    search_action_endpoint: Err("no value supplied for search_action_endpoint".to_string()),
                    search_resource_endpoint: Err(
                        "no value supplied for search_resource_endpoint".to_string()
                    ),
                    search_subject_endpoint: Err("no value supplied for search_subject_endpoint".to_string()),
                }
            }
        }

        impl ConfigurationOut {
            pub fn access_evaluation_endpoint<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.access_evaluation_endpoint = value.try_into().map_err(|e| {
                    format!("error converting supplied value for access_evaluation_endpoint: {e}")
                });
                self
            }
            pub fn access_evaluations_endpoint<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.access_evaluations_endpoint = value.try_into().map_err(|e| {
                    format!("error converting supplied value for access_evaluations_endpoint: {e}")
                });
                self
            }
            pub fn policy_decision_point<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.policy_decision_point = value
                    .try_into()
                    .map_err(|e| format!("error converting supplied value for policy_decision_point: {e}"));
                self
            }
            pub fn search_action_endpoint<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.search_action_endpoint = value
                    .try_into()
                    .map_err(|e| format!("error converting supplied value for search_action_endpoint: {e}"));
                self
            }
            pub fn search_resource_endpoint<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.search_resource_endpoint = value.try_into().map_err(|e| {
                    format!("error converting supplied value for search_resource_endpoint: {e}")
                });
                self
            }
            pub fn search_subject_endpoint<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.search_subject_endpoint = value
                    .try_into()
                    .map_err(|e| format!("error converting supplied value for search_subject_endpoint: {e}"));
                self
            }
        }

        impl ::std::convert::TryFrom<ConfigurationOut> for super::ConfigurationOut {
            type Error = super::error::ConversionError;
            fn try_from(
                value: ConfigurationOut,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    access_evaluation_endpoint: value.access_evaluation_endpoint?,
                    access_evaluations_endpoint: value.access_evaluations_endpoint?,
                    policy_decision_point: value.policy_decision_point?,
                    search_action_endpoint: value.search_action_endpoint?,
                    search_resource_endpoint: value.search_resource_endpoint?,
                    search_subject_endpoint: value.search_subject_endpoint?,
                })
            }
        }

        impl ::std::convert::From<super::ConfigurationOut> for ConfigurationOut {
            fn from(value: super::ConfigurationOut) -> Self {
                Self {
                    access_evaluation_endpoint: Ok(value.access_evaluation_endpoint),
                    access_evaluations_endpoint: Ok(value.access_evaluations_endpoint),
                    policy_decision_point: Ok(value.policy_decision_point),
                    search_action_endpoint: Ok(value.search_action_endpoint),
                    search_resource_endpoint: Ok(value.search_resource_endpoint),
                    search_subject_endpoint: Ok(value.search_subject_endpoint),
                }
            }
        }

        #[derive(Clone, Debug)]
        pub struct ConfirmIn {
            password:
                ::std::result::Result<::std::option::Option<super::ConfirmInPassword>, ::std::string::String>,
        }

        impl ::std::default::Default for ConfirmIn {
            fn default() -> Self {
                Self { password: Ok(Default::default()) }
            }
        }

        impl ConfirmIn {
            pub fn password<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<super::ConfirmInPassword>>,
                T::Error: ::std::fmt::Display,
            {
                self.password = value
                    .try_into()
                    .map_err(|e| format!("error converting supplied value for password: {e}"));
                self
            }
        }

        impl ::std::convert::TryFrom<ConfirmIn> for super::ConfirmIn {
            type Error = super::error::ConversionError;
            fn try_from(value: ConfirmIn) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self { password: value.password? })
            }
        }

        impl ::std::convert::From<super::ConfirmIn> for ConfirmIn {
            fn from(value: super::ConfirmIn) -> Self {
                Self { password: Ok(value.password) }
            }
        }

        #[derive(Clone, Debug)]
        pub struct ConnectionIn {
            client_id: ::std::result::Result<super::ConnectionInClientId, ::std::string::String>,
            client_secret: ::std::result::Result<
                ::std::option::Option<super::ConnectionInClientSecret>,
                ::std::string::String,
            >,
            default_role:
                ::std::result::Result<::std::option::Option<::std::string::String>, ::std::string::String>,
            issuer: ::std::result::Result<super::ConnectionInIssuer, ::std::string::String>,
            strict: ::std::result::Result<bool, ::std::string::String>,
        }

        impl ::std::default::Default for ConnectionIn {
            fn default() -> Self {
                Self {
                    client_id: Err("no value supplied for client_id".to_string()),
                    client_secret: Ok(Default::default()),
                    default_role: Ok(Default::default()),
                    issuer: Err("no value supplied for issuer".to_string()),
                    strict: Ok(Default::default()),
                }
            }
        }

        impl ConnectionIn {
            pub fn client_id<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<super::ConnectionInClientId>,
                T::Error: ::std::fmt::Display,
            {
                self.client_id = value
                    .try_into()
                    .map_err(|e| format!("error converting supplied value for client_id: {e}"));
                self
            }
            pub fn client_secret<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<super::ConnectionInClientSecret>>,
                T::Error: ::std::fmt::Display,
            {
                self.client_secret = value
                    .try_into()
                    .map_err(|e| format!("error converting supplied value for client_secret: {e}"));
                self
            }
            pub fn default_role<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.default_role = value
                    .try_into()
                    .map_err(|e| format!("error converting supplied value for default_role: {e}"));
                self
            }
            pub fn issuer<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<super::ConnectionInIssuer>,
                T::Error: ::std::fmt::Display,
            {
                self.issuer =
                    value.try_into().map_err(|e| format!("error converting supplied value for issuer: {e}"));
                self
            }
            pub fn strict<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<bool>,
                T::Error: ::std::fmt::Display,
            {
                self.strict =
                    value.try_into().map_err(|e| format!("error converting supplied value for strict: {e}"));
                self
            }
        }

        impl ::std::convert::TryFrom<ConnectionIn> for super::ConnectionIn {
            type Error = super::error::ConversionError;
            fn try_from(value: ConnectionIn) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    client_id: value.client_id?,
                    client_secret: value.client_secret?,
                    default_role: value.default_role?,
                    issuer: value.issuer?,
                    strict: value.strict?,
                })
            }
        }

        impl ::std::convert::From<super::ConnectionIn> for ConnectionIn {
            fn from(value: super::ConnectionIn) -> Self {
                Self {
                    client_id: Ok(value.client_id),
                    client_secret: Ok(value.client_secret),
                    default_role: Ok(value.default_role),
                    issuer: Ok(value.issuer),
                    strict: Ok(value.strict),
                }
            }
        }

        #[derive(Clone, Debug)]
        pub struct ConnectionOut {
            client_id: ::std::result::Result<::std::string::String, ::std::string::String>,
            created_at:
                ::std::result::Result<::chrono::DateTime<::chrono::offset::Utc>, ::std::string::String>,
            default_role:
                ::std::result::Result<::std::option::Option<::std::string::String>, ::std::string::String>,
            issuer: ::std::result::Result<::std::string::String, ::std::string::String>,
            redirect_uri: ::std::result::Result<::std::string::String, ::std::string::String>,
            start_url: ::std::result::Result<::std::string::String, ::std::string::String>,
            strict: ::std::result::Result<bool, ::std::string::String>,
        }

        impl ::std::default::Default for ConnectionOut {
            fn default() -> Self {
                Self {
                    client_id: Err("no value supplied for client_id".to_string()),
                    created_at: Err("no value supplied for created_at".to_string()),
                    default_role: Err("no value supplied for default_role".to_string()),
                    issuer: Err("no value supplied for issuer".to_string()),
                    redirect_uri: Err("no value supplied for redirect_uri".to_string()),
                    start_url: Err("no value supplied for start_url".to_string()),
                    strict: Err("no value supplied for strict".to_string()),
                }
            }
        }

        impl ConnectionOut {
            pub fn client_id<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.client_id = value
                    .try_into()
                    .map_err(|e| format!("error converting supplied value for client_id: {e}"));
                self
            }
            pub fn created_at<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::chrono::DateTime<::chrono::offset::Utc>>,
                T::Error: ::std::fmt::Display,
            {
                self.created_at = value
                    .try_into()
                    .map_err(|e| format!("error converting supplied value for created_at: {e}"));
                self
            }
            pub fn default_role<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.default_role = value
                    .try_into()
                    .map_err(|e| format!("error converting supplied value for default_role: {e}"));
                self
            }
            pub fn issuer<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.issuer =
                    value.try_into().map_err(|e| format!("error converting supplied value for issuer: {e}"));
                self
            }
            pub fn redirect_uri<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.redirect_uri = value
                    .try_into()
                    .map_err(|e| format!("error converting supplied value for redirect_uri: {e}"));
                self
            }
            pub fn start_url<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.start_url = value
                    .try_into()
                    .map_err(|e| format!("error converting supplied value for start_url: {e}"));
                self
            }
            pub fn strict<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<bool>,
                T::Error: ::std::fmt::Display,
            {
                self.strict =
                    value.try_into().map_err(|e| format!("error converting supplied value for strict: {e}"));
                self
            }
        }

        impl ::std::convert::TryFrom<ConnectionOut> for super::ConnectionOut {
            type Error = super::error::ConversionError;
            fn try_from(value: ConnectionOut) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    client_id: value.client_id?,
                    created_at: value.created_at?,
                    default_role: value.default_role?,
                    issuer: value.issuer?,
                    redirect_uri: value.redirect_uri?,
                    start_url: value.start_url?,
                    strict: value.strict?,
                })
            }
        }

        impl ::std::convert::From<super::ConnectionOut> for ConnectionOut {
            fn from(value: super::ConnectionOut) -> Self {
                Self {
                    client_id: Ok(value.client_id),
                    created_at: Ok(value.created_at),
                    default_role: Ok(value.default_role),
                    issuer: Ok(value.issuer),
                    redirect_uri: Ok(value.redirect_uri),
                    start_url: Ok(value.start_url),
                    strict: Ok(value.strict),
                }
            }
        }

        #[derive(Clone, Debug)]
        pub struct CurrentOut {
            accounts: ::std::result::Result<super::PageReachableOut, ::std::string::String>,
            session: ::std::result::Result<super::SignedInOut, ::std::string::String>,
            user: ::std::result::Result<super::UserOut, ::std::string::String>,
        }

        impl ::std::default::Default for CurrentOut {
            fn default() -> Self {
                Self {
                    accounts: Err("no value supplied for accounts".to_string()),
                    session: Err("no value supplied for session".to_string()),
                    user: Err("no value supplied for user".to_string()),
                }
            }
        }

        impl CurrentOut {
            pub fn accounts<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<super::PageReachableOut>,
                T::Error: ::std::fmt::Display,
            {
                self.accounts = value
                    .try_into()
                    .map_err(|e| format!("error converting supplied value for accounts: {e}"));
                self
            }
            pub fn session<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<super::SignedInOut>,
                T::Error: ::std::fmt::Display,
            {
                self.session =
                    value.try_into().map_err(|e| format!("error converting supplied value for session: {e}"));
                self
            }
            pub fn user<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<super::UserOut>,
                T::Error: ::std::fmt::Display,
            {
                self.user =
                    value.try_into().map_err(|e| format!("error converting supplied value for user: {e}"));
                self
            }
        }

        impl ::std::convert::TryFrom<CurrentOut> for super::CurrentOut {
            type Error = super::error::ConversionError;
            fn try_from(value: CurrentOut) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self { accounts: value.accounts?, session: value.session?, user: value.user? })
            }
        }

        impl ::std::convert::From<super::CurrentOut> for CurrentOut {
            fn from(value: super::CurrentOut) -> Self {
                Self { accounts: Ok(value.accounts), session: Ok(value.session), user: Ok(value.user) }
            }
        }

        #[derive(Clone, Debug)]
        pub struct DecisionOut {
            context: ::std::result::Result<::std::option::Option<super::DenialOut>, ::std::string::String>,
            decision: ::std::result::Result<bool, ::std::string::String>,
        }

        impl ::std::default::Default for DecisionOut {
            fn default() -> Self {
                Self {
                    context: Ok(Default::default()),
                    decision: Err("no value supplied for decision".to_string()),
                }
            }
        }

        impl DecisionOut {
            pub fn context<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<super::DenialOut>>,
                T::Error: ::std::fmt::Display,
            {
                self.context =
                    value.try_into().map_err(|e| format!("error converting supplied value for context: {e}"));
                self
            }
            pub fn decision<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<bool>,
                T::Error: ::std::fmt::Display,
            {
                self.decision = value
                    .try_into()
                    .map_err(|e| format!("error converting supplied value for decision: {e}"));
                self
            }
        }

        impl ::std::convert::TryFrom<DecisionOut> for super::DecisionOut {
            type Error = super::error::ConversionError;
            fn try_from(value: DecisionOut) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self { context: value.context?, decision: value.decision? })
            }
        }

        impl ::std::convert::From<super::DecisionOut> for DecisionOut {
            fn from(value: super::DecisionOut) -> Self {
                Self { context: Ok(value.context), decision: Ok(value.decision) }
            }
        }

        #[derive(Clone, Debug)]
        pub struct DenialOut {
            code: ::std::result::Result<::std::string::String, ::std::string::String>,
            error: ::std::result::Result<::std::option::Option<super::ItemErrorOut>, ::std::string::String>,
            permission:
                ::std::result::Result<::std::option::Option<::std::string::String>, ::std::string::String>,
            reference: ::std::result::Result<::std::string::String, ::std::string::String>,
            resource:
                ::std::result::Result<::std::option::Option<super::ResourceRefOut>, ::std::string::String>,
        }

        impl ::std::default::Default for DenialOut {
            fn default() -> Self {
                Self {
                    code: Err("no value supplied for code".to_string()),
                    error: Ok(Default::default()),
                    permission: Ok(Default::default()),
                    reference: Err("no value supplied for reference".to_string()),
                    resource: Ok(Default::default()),
                }
            }
        }

        impl DenialOut {
            pub fn code<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.code =
                    value.try_into().map_err(|e| format!("error converting supplied value for code: {e}"));
                self
            }
            pub fn error<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<super::ItemErrorOut>>,
                T::Error: ::std::fmt::Display,
            {
                self.error =
                    value.try_into().map_err(|e| format!("error converting supplied value for error: {e}"));
                self
            }
            pub fn permission<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.permission = value
                    .try_into()
                    .map_err(|e| format!("error converting supplied value for permission: {e}"));
                self
            }
            pub fn reference<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.reference = value
                    .try_into()
                    .map_err(|e| format!("error converting supplied value for reference: {e}"));
                self
            }
            pub fn resource<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<super::ResourceRefOut>>,
                T::Error: ::std::fmt::Display,
            {
                self.resource = value
                    .try_into()
                    .map_err(|e| format!("error converting supplied value for resource: {e}"));
                self
            }
        }

        impl ::std::convert::TryFrom<DenialOut> for super::DenialOut {
            type Error = super::error::ConversionError;
            fn try_from(value: DenialOut) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    code: value.code?,
                    error: value.error?,
                    permission: value.permission?,
                    reference: value.reference?,
                    resource: value.resource?,
                })
            }
        }

        impl ::std::convert::From<super::DenialOut> for DenialOut {
            fn from(value: super::DenialOut) -> Self {
                Self {
                    code: Ok(value.code),
                    error: Ok(value.error),
                    permission: Ok(value.permission),
                    reference: Ok(value.reference),
                    resource: Ok(value.resource),
                }
            }
        }

        #[derive(Clone, Debug)]
        pub struct DomainIn {
            domain: ::std::result::Result<super::DomainInDomain, ::std::string::String>,
        }

        impl ::std::default::Default for DomainIn {
            fn default() -> Self {
                Self { domain: Err("no value supplied for domain".to_string()) }
            }
        }

        impl DomainIn {
            pub fn domain<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<super::DomainInDomain>,
                T::Error: ::std::fmt::Display,
            {
                self.domain =
                    value.try_into().map_err(|e| format!("error converting supplied value for domain: {e}"));
                self
            }
        }

        impl ::std::convert::TryFrom<DomainIn> for super::DomainIn {
            type Error = super::error::ConversionError;
            fn try_from(value: DomainIn) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self { domain: value.domain? })
            }
        }

        impl ::std::convert::From<super::DomainIn> for DomainIn {
            fn from(value: super::DomainIn) -> Self {
                Self { domain: Ok(value.domain) }
            }
        }

        #[derive(Clone, Debug)]
        pub struct DomainOut {
            created_at:
                ::std::result::Result<::chrono::DateTime<::chrono::offset::Utc>, ::std::string::String>,
            domain: ::std::result::Result<::std::string::String, ::std::string::String>,
            record_name: ::std::result::Result<::std::string::String, ::std::string::String>,
            record_value: ::std::result::Result<::std::string::String, ::std::string::String>,
            verified_at: ::std::result::Result<
                ::std::option::Option<::chrono::DateTime<::chrono::offset::Utc>>,
                ::std::string::String,
            >,
        }

        impl ::std::default::Default for DomainOut {
            fn default() -> Self {
                Self {
                    created_at: Err("no value supplied for created_at".to_string()),
                    domain: Err("no value supplied for domain".to_string()),
                    record_name: Err("no value supplied for record_name".to_string()),
                    record_value: Err("no value supplied for record_value".to_string()),
                    verified_at: Err("no value supplied for verified_at".to_string()),
                }
            }
        }

        impl DomainOut {
            pub fn created_at<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::chrono::DateTime<::chrono::offset::Utc>>,
                T::Error: ::std::fmt::Display,
            {
                self.created_at = value
                    .try_into()
                    .map_err(|e| format!("error converting supplied value for created_at: {e}"));
                self
            }
            pub fn domain<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.domain =
                    value.try_into().map_err(|e| format!("error converting supplied value for domain: {e}"));
                self
            }
            pub fn record_name<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.record_name = value
                    .try_into()
                    .map_err(|e| format!("error converting supplied value for record_name: {e}"));
                self
            }
            pub fn record_value<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.record_value = value
                    .try_into()
                    .map_err(|e| format!("error converting supplied value for record_value: {e}"));
                self
            }
            pub fn verified_at<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::chrono::DateTime<::chrono::offset::Utc>>>,
                T::Error: ::std::fmt::Display,
            {
                self.verified_at = value
                    .try_into()
                    .map_err(|e| format!("error converting supplied value for verified_at: {e}"));
                self
            }
        }

        impl ::std::convert::TryFrom<DomainOut> for super::DomainOut {
            type Error = super::error::ConversionError;
            fn try_from(value: DomainOut) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    created_at: value.created_at?,
                    domain: value.domain?,
                    record_name: value.record_name?,
                    record_value: value.record_value?,
                    verified_at: value.verified_at?,
                })
            }
        }

        impl ::std::convert::From<super::DomainOut> for DomainOut {
            fn from(value: super::DomainOut) -> Self {
                Self {
                    created_at: Ok(value.created_at),
                    domain: Ok(value.domain),
                    record_name: Ok(value.record_name),
                    record_value: Ok(value.record_value),
                    verified_at: Ok(value.verified_at),
                }
            }
        }

        #[derive(Clone, Debug)]
        pub struct EffectOut {
            expires_at: ::std::result::Result<
                ::std::option::Option<::chrono::DateTime<::chrono::offset::Utc>>,
                ::std::string::String,
            >,
            permission: ::std::result::Result<::std::string::String, ::std::string::String>,
            resource: ::std::result::Result<super::ResourceRefOut, ::std::string::String>,
            starts_at: ::std::result::Result<
                ::std::option::Option<::chrono::DateTime<::chrono::offset::Utc>>,
                ::std::string::String,
            >,
        }

        impl ::std::default::Default for EffectOut {
            fn default() -> Self {
                Self {
                    expires_at: Ok(Default::default()),
                    permission: Err("no value supplied for permission".to_string()),
                    resource: Err("no value supplied for resource".to_string()),
                    starts_at: Ok(Default::default()),
                }
            }
        }

        impl EffectOut {
            pub fn expires_at<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::chrono::DateTime<::chrono::offset::Utc>>>,
                T::Error: ::std::fmt::Display,
            {
                self.expires_at = value
                    .try_into()
                    .map_err(|e| format!("error converting supplied value for expires_at: {e}"));
                self
            }
            pub fn permission<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.permission = value
                    .try_into()
                    .map_err(|e| format!("error converting supplied value for permission: {e}"));
                self
            }
            pub fn resource<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<super::ResourceRefOut>,
                T::Error: ::std::fmt::Display,
            {
                self.resource = value
                    .try_into()
                    .map_err(|e| format!("error converting supplied value for resource: {e}"));
                self
            }
            pub fn starts_at<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::chrono::DateTime<::chrono::offset::Utc>>>,
                T::Error: ::std::fmt::Display,
            {
                self.starts_at = value
                    .try_into()
                    .map_err(|e| format!("error converting supplied value for starts_at: {e}"));
                self
            }
        }

        impl ::std::convert::TryFrom<EffectOut> for super::EffectOut {
            type Error = super::error::ConversionError;
            fn try_from(value: EffectOut) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    expires_at: value.expires_at?,
                    permission: value.permission?,
                    resource: value.resource?,
                    starts_at: value.starts_at?,
                })
            }
        }

        impl ::std::convert::From<super::EffectOut> for EffectOut {
            fn from(value: super::EffectOut) -> Self {
                Self {
                    expires_at: Ok(value.expires_at),
                    permission: Ok(value.permission),
                    resource: Ok(value.resource),
                    starts_at: Ok(value.starts_at),
                }
            }
        }

        #[derive(Clone, Debug)]
        pub struct EmailChangeIn {
            email: ::std::result::Result<super::EmailChangeInEmail, ::std::string::String>,
            password: ::std::result::Result<
                ::std::option::Option<super::EmailChangeInPassword>,
                ::std::string::String,
            >,
        }

        impl ::std::default::Default for EmailChangeIn {
            fn default() -> Self {
                Self {
                    email: Err("no value supplied for email".to_string()),
                    password: Ok(Default::default()),
                }
            }
        }

        impl EmailChangeIn {
            pub fn email<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<super::EmailChangeInEmail>,
                T::Error: ::std::fmt::Display,
            {
                self.email =
                    value.try_into().map_err(|e| format!("error converting supplied value for email: {e}"));
                self
            }
            pub fn password<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<super::EmailChangeInPassword>>,
                T::Error: ::std::fmt::Display,
            {
                self.password = value
                    .try_into()
                    .map_err(|e| format!("error converting supplied value for password: {e}"));
                self
            }
        }

        impl ::std::convert::TryFrom<EmailChangeIn> for super::EmailChangeIn {
            type Error = super::error::ConversionError;
            fn try_from(value: EmailChangeIn) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self { email: value.email?, password: value.password? })
            }
        }

        impl ::std::convert::From<super::EmailChangeIn> for EmailChangeIn {
            fn from(value: super::EmailChangeIn) -> Self {
                Self { email: Ok(value.email), password: Ok(value.password) }
            }
        }

        #[derive(Clone, Debug)]
        pub struct EvaluationRequest {
            action: ::std::result::Result<super::AccessAction, ::std::string::String>,
            context:
                ::std::result::Result<::std::option::Option<super::AccessContext>, ::std::string::String>,
            resource: ::std::result::Result<super::AccessEntity, ::std::string::String>,
            subject: ::std::result::Result<super::AccessEntity, ::std::string::String>,
        }

        impl ::std::default::Default for EvaluationRequest {
            fn default() -> Self {
                Self {
                    action: Err("no value supplied for action".to_string()),
                    context: Ok(Default::default()),
                    resource: Err("no value supplied for resource".to_string()),
                    subject: Err("no value supplied for subject".to_string()),
                }
            }
        }

        impl EvaluationRequest {
            pub fn action<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<super::AccessAction>,
                T::Error: ::std::fmt::Display,
            {
                self.action =
                    value.try_into().map_err(|e| format!("error converting supplied value for action: {e}"));
                self
            }
            pub fn context<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<super::AccessContext>>,
                T::Error: ::std::fmt::Display,
            {
                self.context =
                    value.try_into().map_err(|e| format!("error converting supplied value for context: {e}"));
                self
            }
            pub fn resource<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<super::AccessEntity>,
                T::Error: ::std::fmt::Display,
            {
                self.resource = value
                    .try_into()
                    .map_err(|e| format!("error converting supplied value for resource: {e}"));
                self
            }
            pub fn subject<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<super::AccessEntity>,
                T::Error: ::std::fmt::Display,
            {
                self.subject =
                    value.try_into().map_err(|e| format!("error converting supplied value for subject: {e}"));
                self
            }
        }

        impl ::std::convert::TryFrom<EvaluationRequest> for super::EvaluationRequest {
            type Error = super::error::ConversionError;
            fn try_from(
                value: EvaluationRequest,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    action: value.action?,
                    context: value.context?,
                    resource: value.resource?,
                    subject: value.subject?,
                })
            }
        }

        impl ::std::convert::From<super::EvaluationRequest> for EvaluationRequest {
            fn from(value: super::EvaluationRequest) -> Self {
                Self {
                    action: Ok(value.action),
                    context: Ok(value.context),
                    resource: Ok(value.resource),
                    subject: Ok(value.subject),
                }
            }
        }

        #[derive(Clone, Debug)]
        pub struct ExclusionOut {
            reach: ::std::result::Result<::std::string::String, ::std::string::String>,
            role: ::std::result::Result<::std::string::String, ::std::string::String>,
        }

        impl ::std::default::Default for ExclusionOut {
            fn default() -> Self {
                Self {
                    reach: Err("no value supplied for reach".to_string()),
                    role: Err("no value supplied for role".to_string()),
                }
            }
        }

        impl ExclusionOut {
            pub fn reach<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.reach =
                    value.try_into().map_err(|e| format!("error converting supplied value for reach: {e}"));
                self
            }
            pub fn role<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.role =
                    value.try_into().map_err(|e| format!("error converting supplied value for role: {e}"));
                self
            }
        }

        impl ::std::convert::TryFrom<ExclusionOut> for super::ExclusionOut {
            type Error = super::error::ConversionError;
            fn try_from(value: ExclusionOut) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self { reach: value.reach?, role: value.role? })
            }
        }

        impl ::std::convert::From<super::ExclusionOut> for ExclusionOut {
            fn from(value: super::ExclusionOut) -> Self {
                Self { reach: Ok(value.reach), role: Ok(value.role) }
            }
        }

        #[derive(Clone, Debug)]
        pub struct ExplainIn {
            member: ::std::result::Result<super::MemberId, ::std::string::String>,
            permission: ::std::result::Result<::std::string::String, ::std::string::String>,
            resource:
                ::std::result::Result<::std::option::Option<super::ResourceRefIn>, ::std::string::String>,
        }

        impl ::std::default::Default for ExplainIn {
            fn default() -> Self {
                Self {
                    member: Err("no value supplied for member".to_string()),
                    permission: Err("no value supplied for permission".to_string()),
                    resource: Ok(Default::default()),
                }
            }
        }

        impl ExplainIn {
            pub fn member<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<super::MemberId>,
                T::Error: ::std::fmt::Display,
            {
                self.member =
                    value.try_into().map_err(|e| format!("error converting supplied value for member: {e}"));
                self
            }
            pub fn permission<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.permission = value
                    .try_into()
                    .map_err(|e| format!("error converting supplied value for permission: {e}"));
                self
            }
            pub fn resource<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<super::ResourceRefIn>>,
                T::Error: ::std::fmt::Display,
            {
                self.resource = value
                    .try_into()
                    .map_err(|e| format!("error converting supplied value for resource: {e}"));
                self
            }
        }

        impl ::std::convert::TryFrom<ExplainIn> for super::ExplainIn {
            type Error = super::error::ConversionError;
            fn try_from(value: ExplainIn) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self { member: value.member?, permission: value.permission?, resource: value.resource? })
            }
        }

        impl ::std::convert::From<super::ExplainIn> for ExplainIn {
            fn from(value: super::ExplainIn) -> Self {
                Self {
                    member: Ok(value.member),
                    permission: Ok(value.permission),
                    resource: Ok(value.resource),
                }
            }
        }

        #[derive(Clone, Debug)]
        pub struct ExplainOut {
            allowed: ::std::result::Result<bool, ::std::string::String>,
            because: ::std::result::Result<::std::vec::Vec<super::BecauseOut>, ::std::string::String>,
            code: ::std::result::Result<::std::option::Option<::std::string::String>, ::std::string::String>,
            missing: ::std::result::Result<super::MissingOut, ::std::string::String>,
        }

        impl ::std::default::Default for ExplainOut {
            fn default() -> Self {
                Self {
                    allowed: Err("no value supplied for allowed".to_string()),
                    because: Err("no value supplied for because".to_string()),
                    code: Ok(Default::default()),
                    missing: Err("no value supplied for missing".to_string()),
                }
            }
        }

        impl ExplainOut {
            pub fn allowed<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<bool>,
                T::Error: ::std::fmt::Display,
            {
                self.allowed =
                    value.try_into().map_err(|e| format!("error converting supplied value for allowed: {e}"));
                self
            }
            pub fn because<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::vec::Vec<super::BecauseOut>>,
                T::Error: ::std::fmt::Display,
            {
                self.because =
                    value.try_into().map_err(|e| format!("error converting supplied value for because: {e}"));
                self
            }
            pub fn code<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.code =
                    value.try_into().map_err(|e| format!("error converting supplied value for code: {e}"));
                self
            }
            pub fn missing<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<super::MissingOut>,
                T::Error: ::std::fmt::Display,
            {
                self.missing =
                    value.try_into().map_err(|e| format!("error converting supplied value for missing: {e}"));
                self
            }
        }

        impl ::std::convert::TryFrom<ExplainOut> for super::ExplainOut {
            type Error = super::error::ConversionError;
            fn try_from(value: ExplainOut) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    allowed: value.allowed?,
                    because: value.because?,
                    code: value.code?,
                    missing: value.missing?,
                })
            }
        }

        impl ::std::convert::From<super::ExplainOut> for ExplainOut {
            fn from(value: super::ExplainOut) -> Self {
                Self {
                    allowed: Ok(value.allowed),
                    because: Ok(value.because),
                    code: Ok(value.code),
                    missing: Ok(value.missing),
                }
            }
        }

        #[derive(Clone, Debug)]
        pub struct FieldErrorOut {
            detail: ::std::result::Result<::std::string::String, ::std::string::String>,
            pointer: ::std::result::Result<::std::string::String, ::std::string::String>,
        }

        impl ::std::default::Default for FieldErrorOut {
            fn default() -> Self {
                Self {
                    detail: Err("no value supplied for detail".to_string()),
                    pointer: Err("no value supplied for pointer".to_string()),
                }
            }
        }

        impl FieldErrorOut {
            pub fn detail<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.detail =
                    value.try_into().map_err(|e| format!("error converting supplied value for detail: {e}"));
                self
            }
            pub fn pointer<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.pointer =
                    value.try_into().map_err(|e| format!("error converting supplied value for pointer: {e}"));
                self
            }
        }

        impl ::std::convert::TryFrom<FieldErrorOut> for super::FieldErrorOut {
            type Error = super::error::ConversionError;
            fn try_from(value: FieldErrorOut) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self { detail: value.detail?, pointer: value.pointer? })
            }
        }

        impl ::std::convert::From<super::FieldErrorOut> for FieldErrorOut {
            fn from(value: super::FieldErrorOut) -> Self {
                Self { detail: Ok(value.detail), pointer: Ok(value.pointer) }
            }
        }

        #[derive(Clone, Debug)]
        pub struct FoundActionOut {
            name: ::std::result::Result<::std::string::String, ::std::string::String>,
        }

        impl ::std::default::Default for FoundActionOut {
            fn default() -> Self {
                Self { name: Err("no value supplied for name".to_string()) }
            }
        }

        impl FoundActionOut {
            pub fn name<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.name =
                    value.try_into().map_err(|e| format!("error converting supplied value for name: {e}"));
                self
            }
        }

        impl ::std::convert::TryFrom<FoundActionOut> for super::FoundActionOut {
            type Error = super::error::ConversionError;
            fn try_from(value: FoundActionOut) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self { name: value.name? })
            }
        }

        impl ::std::convert::From<super::FoundActionOut> for FoundActionOut {
            fn from(value: super::FoundActionOut) -> Self {
                Self { name: Ok(value.name) }
            }
        }

        #[derive(Clone, Debug)]
        pub struct FoundOut {
            id: ::std::result::Result<::std::string::String, ::std::string::String>,
            type_: ::std::result::Result<::std::string::String, ::std::string::String>,
        }

        impl ::std::default::Default for FoundOut {
            fn default() -> Self {
                Self {
                    id: Err("no value supplied for id".to_string()),
                    type_: Err("no value supplied for type_".to_string()),
                }
            }
        }

        impl FoundOut {
            pub fn id<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.id =
                    value.try_into().map_err(|e| format!("error converting supplied value for id: {e}"));
                self
            }
            pub fn type_<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.type_ =
                    value.try_into().map_err(|e| format!("error converting supplied value for type_: {e}"));
                self
            }
        }

        impl ::std::convert::TryFrom<FoundOut> for super::FoundOut {
            type Error = super::error::ConversionError;
            fn try_from(value: FoundOut) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self { id: value.id?, type_: value.type_? })
            }
        }

        impl ::std::convert::From<super::FoundOut> for FoundOut {
            fn from(value: super::FoundOut) -> Self {
                Self { id: Ok(value.id), type_: Ok(value.type_) }
            }
        }

        #[derive(Clone, Debug)]
        pub struct GrantIn {
            expires_at: ::std::result::Result<
                ::std::option::Option<::chrono::DateTime<::chrono::offset::Utc>>,
                ::std::string::String,
            >,
            id: ::std::result::Result<::std::option::Option<super::GrantId>, ::std::string::String>,
            resource:
                ::std::result::Result<::std::option::Option<super::ResourceRefIn>, ::std::string::String>,
            role: ::std::result::Result<::std::string::String, ::std::string::String>,
            starts_at: ::std::result::Result<
                ::std::option::Option<::chrono::DateTime<::chrono::offset::Utc>>,
                ::std::string::String,
            >,
        }

        impl ::std::default::Default for GrantIn {
            fn default() -> Self {
                Self {
                    expires_at: Ok(Default::default()),
                    id: Ok(Default::default()),
                    resource: Ok(Default::default()),
                    role: Err("no value supplied for role".to_string()),
                    starts_at: Ok(Default::default()),
                }
            }
        }

        impl GrantIn {
            pub fn expires_at<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::chrono::DateTime<::chrono::offset::Utc>>>,
                T::Error: ::std::fmt::Display,
            {
                self.expires_at = value
                    .try_into()
                    .map_err(|e| format!("error converting supplied value for expires_at: {e}"));
                self
            }
            pub fn id<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<super::GrantId>>,
                T::Error: ::std::fmt::Display,
            {
                self.id =
                    value.try_into().map_err(|e| format!("error converting supplied value for id: {e}"));
                self
            }
            pub fn resource<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<super::ResourceRefIn>>,
                T::Error: ::std::fmt::Display,
            {
                self.resource = value
                    .try_into()
                    .map_err(|e| format!("error converting supplied value for resource: {e}"));
                self
            }
            pub fn role<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.role =
                    value.try_into().map_err(|e| format!("error converting supplied value for role: {e}"));
                self
            }
            pub fn starts_at<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::chrono::DateTime<::chrono::offset::Utc>>>,
                T::Error: ::std::fmt::Display,
            {
                self.starts_at = value
                    .try_into()
                    .map_err(|e| format!("error converting supplied value for starts_at: {e}"));
                self
            }
        }

        impl ::std::convert::TryFrom<GrantIn> for super::GrantIn {
            type Error = super::error::ConversionError;
            fn try_from(value: GrantIn) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    expires_at: value.expires_at?,
                    id: value.id?,
                    resource: value.resource?,
                    role: value.role?,
                    starts_at: value.starts_at?,
                })
            }
        }

        impl ::std::convert::From<super::GrantIn> for GrantIn {
            fn from(value: super::GrantIn) -> Self {
                Self {
                    expires_at: Ok(value.expires_at),
                    id: Ok(value.id),
                    resource: Ok(value.resource),
                    role: Ok(value.role),
                    starts_at: Ok(value.starts_at),
                }
            }
        }

        #[derive(Clone, Debug)]
        pub struct GrantOut {
            expires_at: ::std::result::Result<
                ::std::option::Option<::chrono::DateTime<::chrono::offset::Utc>>,
                ::std::string::String,
            >,
            id: ::std::result::Result<super::GrantId, ::std::string::String>,
            resource: ::std::result::Result<super::ResourceRefOut, ::std::string::String>,
            role: ::std::result::Result<::std::string::String, ::std::string::String>,
            starts_at: ::std::result::Result<
                ::std::option::Option<::chrono::DateTime<::chrono::offset::Utc>>,
                ::std::string::String,
            >,
        }

        impl ::std::default::Default for GrantOut {
            fn default() -> Self {
                Self {
                    expires_at: Ok(Default::default()),
                    id: Err("no value supplied for id".to_string()),
                    resource: Err("no value supplied for resource".to_string()),
                    role: Err("no value supplied for role".to_string()),
                    starts_at: Ok(Default::default()),
                }
            }
        }

        impl GrantOut {
            pub fn expires_at<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::chrono::DateTime<::chrono::offset::Utc>>>,
                T::Error: ::std::fmt::Display,
            {
                self.expires_at = value
                    .try_into()
                    .map_err(|e| format!("error converting supplied value for expires_at: {e}"));
                self
            }
            pub fn id<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<super::GrantId>,
                T::Error: ::std::fmt::Display,
            {
                self.id =
                    value.try_into().map_err(|e| format!("error converting supplied value for id: {e}"));
                self
            }
            pub fn resource<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<super::ResourceRefOut>,
                T::Error: ::std::fmt::Display,
            {
                self.resource = value
                    .try_into()
                    .map_err(|e| format!("error converting supplied value for resource: {e}"));
                self
            }
            pub fn role<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.role =
                    value.try_into().map_err(|e| format!("error converting supplied value for role: {e}"));
                self
            }
            pub fn starts_at<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::chrono::DateTime<::chrono::offset::Utc>>>,
                T::Error: ::std::fmt::Display,
            {
                self.starts_at = value
                    .try_into()
                    .map_err(|e| format!("error converting supplied value for starts_at: {e}"));
                self
            }
        }

        impl ::std::convert::TryFrom<GrantOut> for super::GrantOut {
            type Error = super::error::ConversionError;
            fn try_from(value: GrantOut) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    expires_at: value.expires_at?,
                    id: value.id?,
                    resource: value.resource?,
                    role: value.role?,
                    starts_at: value.starts_at?,
                })
            }
        }

        impl ::std::convert::From<super::GrantOut> for GrantOut {
            fn from(value: super::GrantOut) -> Self {
                Self {
                    expires_at: Ok(value.expires_at),
                    id: Ok(value.id),
                    resource: Ok(value.resource),
                    role: Ok(value.role),
                    starts_at: Ok(value.starts_at),
                }
            }
        }

        #[derive(Clone, Debug)]
        pub struct GrantRefOut {
            resource: ::std::result::Result<super::ResourceRefOut, ::std::string::String>,
            role: ::std::result::Result<::std::string::String, ::std::string::String>,
        }

        impl ::std::default::Default for GrantRefOut {
            fn default() -> Self {
                Self {
                    resource: Err("no value supplied for resource".to_string()),
                    role: Err("no value supplied for role".to_string()),
                }
            }
        }

        impl GrantRefOut {
            pub fn resource<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<super::ResourceRefOut>,
                T::Error: ::std::fmt::Display,
            {
                self.resource = value
                    .try_into()
                    .map_err(|e| format!("error converting supplied value for resource: {e}"));
                self
            }
            pub fn role<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.role =
                    value.try_into().map_err(|e| format!("error converting supplied value for role: {e}"));
                self
            }
        }

        impl ::std::convert::TryFrom<GrantRefOut> for super::GrantRefOut {
            type Error = super::error::ConversionError;
            fn try_from(value: GrantRefOut) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self { resource: value.resource?, role: value.role? })
            }
        }

        impl ::std::convert::From<super::GrantRefOut> for GrantRefOut {
            fn from(value: super::GrantRefOut) -> Self {
                Self { resource: Ok(value.resource), role: Ok(value.role) }
            }
        }

        #[derive(Clone, Debug)]
        pub struct GrantsIn {
            grants: ::std::result::Result<::std::vec::Vec<super::GrantIn>, ::std::string::String>,
        }

        impl ::std::default::Default for GrantsIn {
            fn default() -> Self {
                Self { grants: Err("no value supplied for grants".to_string()) }
            }
        }

        impl GrantsIn {
            pub fn grants<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::vec::Vec<super::GrantIn>>,
                T::Error: ::std::fmt::Display,
            {
                self.grants =
                    value.try_into().map_err(|e| format!("error converting supplied value for grants: {e}"));
                self
            }
        }

        impl ::std::convert::TryFrom<GrantsIn> for super::GrantsIn {
            type Error = super::error::ConversionError;
            fn try_from(value: GrantsIn) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self { grants: value.grants? })
            }
        }

        impl ::std::convert::From<super::GrantsIn> for GrantsIn {
            fn from(value: super::GrantsIn) -> Self {
                Self { grants: Ok(value.grants) }
            }
        }

        #[derive(Clone, Debug)]
        pub struct HealthOut {
            away: ::std::result::Result<::std::vec::Vec<::std::string::String>, ::std::string::String>,
            status: ::std::result::Result<::std::string::String, ::std::string::String>,
        }

        impl ::std::default::Default for HealthOut {
            fn default() -> Self {
                Self { away: Ok(Default::default()), status: Err("no value supplied for status".to_string()) }
            }
        }

        impl HealthOut {
            pub fn away<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::vec::Vec<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.away =
                    value.try_into().map_err(|e| format!("error converting supplied value for away: {e}"));
                self
            }
            pub fn status<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.status =
                    value.try_into().map_err(|e| format!("error converting supplied value for status: {e}"));
                self
            }
        }

        impl ::std::convert::TryFrom<HealthOut> for super::HealthOut {
            type Error = super::error::ConversionError;
            fn try_from(value: HealthOut) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self { away: value.away?, status: value.status? })
            }
        }

        impl ::std::convert::From<super::HealthOut> for HealthOut {
            fn from(value: super::HealthOut) -> Self {
                Self { away: Ok(value.away), status: Ok(value.status) }
            }
        }

        #[derive(Clone, Debug)]
        pub struct IdentityOut {
            created_at:
                ::std::result::Result<::chrono::DateTime<::chrono::offset::Utc>, ::std::string::String>,
            email: ::std::result::Result<::std::option::Option<::std::string::String>, ::std::string::String>,
            last_used_at:
                ::std::result::Result<::chrono::DateTime<::chrono::offset::Utc>, ::std::string::String>,
            provider: ::std::result::Result<::std::string::String, ::std::string::String>,
        }

        impl ::std::default::Default for IdentityOut {
            fn default() -> Self {
                Self {
                    created_at: Err("no value supplied for created_at".to_string()),
                    email: Err("no value supplied for email".to_string()),
                    last_used_at: Err("no value supplied for last_used_at".to_string()),
                    provider: Err("no value supplied for provider".to_string()),
                }
            }
        }

        impl IdentityOut {
            pub fn created_at<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::chrono::DateTime<::chrono::offset::Utc>>,
                T::Error: ::std::fmt::Display,
            {
                self.created_at = value
                    .try_into()
                    .map_err(|e| format!("error converting supplied value for created_at: {e}"));
                self
            }
            pub fn email<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.email =
                    value.try_into().map_err(|e| format!("error converting supplied value for email: {e}"));
                self
            }
            pub fn last_used_at<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::chrono::DateTime<::chrono::offset::Utc>>,
                T::Error: ::std::fmt::Display,
            {
                self.last_used_at = value
                    .try_into()
                    .map_err(|e| format!("error converting supplied value for last_used_at: {e}"));
                self
            }
            pub fn provider<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.provider = value
                    .try_into()
                    .map_err(|e| format!("error converting supplied value for provider: {e}"));
                self
            }
        }

        impl ::std::convert::TryFrom<IdentityOut> for super::IdentityOut {
            type Error = super::error::ConversionError;
            fn try_from(value: IdentityOut) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    created_at: value.created_at?,
                    email: value.email?,
                    last_used_at: value.last_used_at?,
                    provider: value.provider?,
                })
            }
        }

        impl ::std::convert::From<super::IdentityOut> for IdentityOut {
            fn from(value: super::IdentityOut) -> Self {
                Self {
                    created_at: Ok(value.created_at),
                    email: Ok(value.email),
                    last_used_at: Ok(value.last_used_at),
                    provider: Ok(value.provider),
                }
            }
        }

        #[derive(Clone, Debug)]
        pub struct IdentityStartIn {
            code_challenge: ::std::result::Result<super::IdentityStartInCodeChallenge, ::std::string::String>,
            return_to: ::std::result::Result<super::IdentityStartInReturnTo, ::std::string::String>,
        }

        impl ::std::default::Default for IdentityStartIn {
            fn default() -> Self {
                Self {
                    code_challenge: Err("no value supplied for code_challenge".to_string()),
                    return_to: Err("no value supplied for return_to".to_string()),
                }
            }
        }

        impl IdentityStartIn {
            pub fn code_challenge<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<super::IdentityStartInCodeChallenge>,
                T::Error: ::std::fmt::Display,
            {
                self.code_challenge = value
                    .try_into()
                    .map_err(|e| format!("error converting supplied value for code_challenge: {e}"));
                self
            }
            pub fn return_to<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<super::IdentityStartInReturnTo>,
                T::Error: ::std::fmt::Display,
            {
                self.return_to = value
                    .try_into()
                    .map_err(|e| format!("error converting supplied value for return_to: {e}"));
                self
            }
        }

        impl ::std::convert::TryFrom<IdentityStartIn> for super::IdentityStartIn {
            type Error = super::error::ConversionError;
            fn try_from(
                value: IdentityStartIn,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self { code_challenge: value.code_challenge?, return_to: value.return_to? })
            }
        }

        impl ::std::convert::From<super::IdentityStartIn> for IdentityStartIn {
            fn from(value: super::IdentityStartIn) -> Self {
                Self { code_challenge: Ok(value.code_challenge), return_to: Ok(value.return_to) }
            }
        }

        #[derive(Clone, Debug)]
        pub struct IdentityStartOut {
            url: ::std::result::Result<::std::string::String, ::std::string::String>,
        }

        impl ::std::default::Default for IdentityStartOut {
            fn default() -> Self {
                Self { url: Err("no value supplied for url".to_string()) }
            }
        }

        impl IdentityStartOut {
            pub fn url<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.url =
                    value.try_into().map_err(|e| format!("error converting supplied value for url: {e}"));
                self
            }
        }

        impl ::std::convert::TryFrom<IdentityStartOut> for super::IdentityStartOut {
            type Error = super::error::ConversionError;
            fn try_from(
                value: IdentityStartOut,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self { url: value.url? })
            }
        }

        impl ::std::convert::From<super::IdentityStartOut> for IdentityStartOut {
            fn from(value: super::IdentityStartOut) -> Self {
                Self { url: Ok(value.url) }
            }
        }

        #[derive(Clone, Debug)]
        pub struct InvitationIn {
            email: ::std::result::Result<super::InvitationInEmail, ::std::string::String>,
            first_name: ::std::result::Result<
                ::std::option::Option<super::InvitationInFirstName>,
                ::std::string::String,
            >,
            grants: ::std::result::Result<
                ::std::option::Option<::std::vec::Vec<super::GrantIn>>,
                ::std::string::String,
            >,
        }

        impl ::std::default::Default for InvitationIn {
            fn default() -> Self {
                Self {
                    email: Err("no value supplied for email".to_string()),
                    first_name: Ok(Default::default()),
                    grants: Ok(Default::default()),
                }
            }
        }

        impl InvitationIn {
            pub fn email<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<super::InvitationInEmail>,
                T::Error: ::std::fmt::Display,
            {
                self.email =
                    value.try_into().map_err(|e| format!("error converting supplied value for email: {e}"));
                self
            }
            pub fn first_name<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<super::InvitationInFirstName>>,
                T::Error: ::std::fmt::Display,
            {
                self.first_name = value
                    .try_into()
                    .map_err(|e| format!("error converting supplied value for first_name: {e}"));
                self
            }
            pub fn grants<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::vec::Vec<super::GrantIn>>>,
                T::Error: ::std::fmt::Display,
            {
                self.grants =
                    value.try_into().map_err(|e| format!("error converting supplied value for grants: {e}"));
                self
            }
        }

        impl ::std::convert::TryFrom<InvitationIn> for super::InvitationIn {
            type Error = super::error::ConversionError;
            fn try_from(value: InvitationIn) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self { email: value.email?, first_name: value.first_name?, grants: value.grants? })
            }
        }

        impl ::std::convert::From<super::InvitationIn> for InvitationIn {
            fn from(value: super::InvitationIn) -> Self {
                Self { email: Ok(value.email), first_name: Ok(value.first_name), grants: Ok(value.grants) }
            }
        }

        #[derive(Clone, Debug)]
        pub struct InvitationOut {
            created_at:
                ::std::result::Result<::chrono::DateTime<::chrono::offset::Utc>, ::std::string::String>,
            email: ::std::result::Result<::std::string::String, ::std::string::String>,
            expires_at:
                ::std::result::Result<::chrono::DateTime<::chrono::offset::Utc>, ::std::string::String>,
            first_name:
                ::std::result::Result<::std::option::Option<::std::string::String>, ::std::string::String>,
            grants: ::std::result::Result<::std::vec::Vec<super::GrantOut>, ::std::string::String>,
            id: ::std::result::Result<super::InvitationId, ::std::string::String>,
            invited_by: ::std::result::Result<super::MemberId, ::std::string::String>,
            member: ::std::result::Result<super::MemberId, ::std::string::String>,
            status: ::std::result::Result<super::InvitationState, ::std::string::String>,
        }

        impl ::std::default::Default for InvitationOut {
            fn default() -> Self {
                Self {
                    created_at: Err("no value supplied for created_at".to_string()),
                    email: Err("no value supplied for email".to_string()),
                    expires_at: Err("no value supplied for expires_at".to_string()),
                    first_name: Err("no value supplied for first_name".to_string()),
                    grants: Ok(Default::default()),
                    id: Err("no value supplied for id".to_string()),
                    invited_by: Err("no value supplied for invited_by".to_string()),
                    member: Err("no value supplied for member".to_string()),
                    status: Err("no value supplied for status".to_string()),
                }
            }
        }

        impl InvitationOut {
            pub fn created_at<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::chrono::DateTime<::chrono::offset::Utc>>,
                T::Error: ::std::fmt::Display,
            {
                self.created_at = value
                    .try_into()
                    .map_err(|e| format!("error converting supplied value for created_at: {e}"));
                self
            }
            pub fn email<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.email =
                    value.try_into().map_err(|e| format!("error converting supplied value for email: {e}"));
                self
            }
            pub fn expires_at<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::chrono::DateTime<::chrono::offset::Utc>>,
                T::Error: ::std::fmt::Display,
            {
                self.expires_at = value
                    .try_into()
                    .map_err(|e| format!("error converting supplied value for expires_at: {e}"));
                self
            }
            pub fn first_name<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.first_name = value
                    .try_into()
                    .map_err(|e| format!("error converting supplied value for first_name: {e}"));
                self
            }
            pub fn grants<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::vec::Vec<super::GrantOut>>,
                T::Error: ::std::fmt::Display,
            {
                self.grants =
                    value.try_into().map_err(|e| format!("error converting supplied value for grants: {e}"));
                self
            }
            pub fn id<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<super::InvitationId>,
                T::Error: ::std::fmt::Display,
            {
                self.id =
                    value.try_into().map_err(|e| format!("error converting supplied value for id: {e}"));
                self
            }
            pub fn invited_by<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<super::MemberId>,
                T::Error: ::std::fmt::Display,
            {
                self.invited_by = value
                    .try_into()
                    .map_err(|e| format!("error converting supplied value for invited_by: {e}"));
                self
            }
            pub fn member<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<super::MemberId>,
                T::Error: ::std::fmt::Display,
            {
                self.member =
                    value.try_into().map_err(|e| format!("error converting supplied value for member: {e}"));
                self
            }
            pub fn status<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<super::InvitationState>,
                T::Error: ::std::fmt::Display,
            {
                self.status =
                    value.try_into().map_err(|e| format!("error converting supplied value for status: {e}"));
                self
            }
        }

        impl ::std::convert::TryFrom<InvitationOut> for super::InvitationOut {
            type Error = super::error::ConversionError;
            fn try_from(value: InvitationOut) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    created_at: value.created_at?,
                    email: value.email?,
                    expires_at: value.expires_at?,
                    first_name: value.first_name?,
                    grants: value.grants?,
                    id: value.id?,
                    invited_by: value.invited_by?,
                    member: value.member?,
                    status: value.status?,
                })
            }
        }

        impl ::std::convert::From<super::InvitationOut> for InvitationOut {
            fn from(value: super::InvitationOut) -> Self {
                Self {
                    created_at: Ok(value.created_at),
                    email: Ok(value.email),
                    expires_at: Ok(value.expires_at),
                    first_name: Ok(value.first_name),
                    grants: Ok(value.grants),
                    id: Ok(value.id),
                    invited_by: Ok(value.invited_by),
                    member: Ok(value.member),
                    status: Ok(value.status),
                }
            }
        }

        #[derive(Clone, Debug)]
        pub struct ItemErrorOut {
            message: ::std::result::Result<::std::string::String, ::std::string::String>,
            status: ::std::result::Result<u16, ::std::string::String>,
        }

        impl ::std::default::Default for ItemErrorOut {
            fn default() -> Self {
                Self {
                    message: Err("no value supplied for message".to_string()),
                    status: Err("no value supplied for status".to_string()),
                }
            }
        }

        impl ItemErrorOut {
            pub fn message<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.message =
                    value.try_into().map_err(|e| format!("error converting supplied value for message: {e}"));
                self
            }
            pub fn status<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<u16>,
                T::Error: ::std::fmt::Display,
            {
                self.status =
                    value.try_into().map_err(|e| format!("error converting supplied value for status: {e}"));
                self
            }
        }

        impl ::std::convert::TryFrom<ItemErrorOut> for super::ItemErrorOut {
            type Error = super::error::ConversionError;
            fn try_from(value: ItemErrorOut) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self { message: value.message?, status: value.status? })
            }
        }

        impl ::std::convert::From<super::ItemErrorOut> for ItemErrorOut {
            fn from(value: super::ItemErrorOut) -> Self {
                Self { message: Ok(value.message), status: Ok(value.status) }
            }
        }

        #[derive(Clone, Debug)]
        pub struct KeysetIn {
            name: ::std::result::Result<super::KeysetInName, ::std::string::String>,
        }

        impl ::std::default::Default for KeysetIn {
            fn default() -> Self {
                Self { name: Err("no value supplied for name".to_string()) }
            }
        }

        impl KeysetIn {
            pub fn name<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<super::KeysetInName>,
                T::Error: ::std::fmt::Display,
            {
                self.name =
                    value.try_into().map_err(|e| format!("error converting supplied value for name: {e}"));
                self
            }
        }

        impl ::std::convert::TryFrom<KeysetIn> for super::KeysetIn {
            type Error = super::error::ConversionError;
            fn try_from(value: KeysetIn) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self { name: value.name? })
            }
        }

        impl ::std::convert::From<super::KeysetIn> for KeysetIn {
            fn from(value: super::KeysetIn) -> Self {
                Self { name: Ok(value.name) }
            }
        }

        #[derive(Clone, Debug)]
        pub struct KeysetOut {
            app: ::std::result::Result<super::AppRefOut, ::std::string::String>,
            created_at:
                ::std::result::Result<::chrono::DateTime<::chrono::offset::Utc>, ::std::string::String>,
            id: ::std::result::Result<super::KeysetId, ::std::string::String>,
            name: ::std::result::Result<::std::string::String, ::std::string::String>,
        }

        impl ::std::default::Default for KeysetOut {
            fn default() -> Self {
                Self {
                    app: Err("no value supplied for app".to_string()),
                    created_at: Err("no value supplied for created_at".to_string()),
                    id: Err("no value supplied for id".to_string()),
                    name: Err("no value supplied for name".to_string()),
                }
            }
        }

        impl KeysetOut {
            pub fn app<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<super::AppRefOut>,
                T::Error: ::std::fmt::Display,
            {
                self.app =
                    value.try_into().map_err(|e| format!("error converting supplied value for app: {e}"));
                self
            }
            pub fn created_at<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::chrono::DateTime<::chrono::offset::Utc>>,
                T::Error: ::std::fmt::Display,
            {
                self.created_at = value
                    .try_into()
                    .map_err(|e| format!("error converting supplied value for created_at: {e}"));
                self
            }
            pub fn id<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<super::KeysetId>,
                T::Error: ::std::fmt::Display,
            {
                self.id =
                    value.try_into().map_err(|e| format!("error converting supplied value for id: {e}"));
                self
            }
            pub fn name<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.name =
                    value.try_into().map_err(|e| format!("error converting supplied value for name: {e}"));
                self
            }
        }

        impl ::std::convert::TryFrom<KeysetOut> for super::KeysetOut {
            type Error = super::error::ConversionError;
            fn try_from(value: KeysetOut) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self { app: value.app?, created_at: value.created_at?, id: value.id?, name: value.name? })
            }
        }

        impl ::std::convert::From<super::KeysetOut> for KeysetOut {
            fn from(value: super::KeysetOut) -> Self {
                Self {
                    app: Ok(value.app),
                    created_at: Ok(value.created_at),
                    id: Ok(value.id),
                    name: Ok(value.name),
                }
            }
        }

        #[derive(Clone, Debug)]
        pub struct KeysetPatch {
            name: ::std::result::Result<::std::option::Option<super::KeysetPatchName>, ::std::string::String>,
        }

        impl ::std::default::Default for KeysetPatch {
            fn default() -> Self {
                Self { name: Ok(Default::default()) }
            }
        }

        impl KeysetPatch {
            pub fn name<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<super::KeysetPatchName>>,
                T::Error: ::std::fmt::Display,
            {
                self.name =
                    value.try_into().map_err(|e| format!("error converting supplied value for name: {e}"));
                self
            }
        }

        impl ::std::convert::TryFrom<KeysetPatch> for super::KeysetPatch {
            type Error = super::error::ConversionError;
            fn try_from(value: KeysetPatch) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self { name: value.name? })
            }
        }

        impl ::std::convert::From<super::KeysetPatch> for KeysetPatch {
            fn from(value: super::KeysetPatch) -> Self {
                Self { name: Ok(value.name) }
            }
        }

        #[derive(Clone, Debug)]
        pub struct MemberMoveOut {
            gains: ::std::result::Result<::std::vec::Vec<super::EffectOut>, ::std::string::String>,
            loses: ::std::result::Result<::std::vec::Vec<super::EffectOut>, ::std::string::String>,
            member: ::std::result::Result<super::MemberId, ::std::string::String>,
            violations: ::std::result::Result<::std::vec::Vec<super::Problem>, ::std::string::String>,
        }

        impl ::std::default::Default for MemberMoveOut {
            fn default() -> Self {
                Self {
                    gains: Err("no value supplied for gains".to_string()),
                    loses: Err("no value supplied for loses".to_string()),
                    member: Err("no value supplied for member".to_string()),
                    violations: Err("no value supplied for violations".to_string()),
                }
            }
        }

        impl MemberMoveOut {
            pub fn gains<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::vec::Vec<super::EffectOut>>,
                T::Error: ::std::fmt::Display,
            {
                self.gains =
                    value.try_into().map_err(|e| format!("error converting supplied value for gains: {e}"));
                self
            }
            pub fn loses<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::vec::Vec<super::EffectOut>>,
                T::Error: ::std::fmt::Display,
            {
                self.loses =
                    value.try_into().map_err(|e| format!("error converting supplied value for loses: {e}"));
                self
            }
            pub fn member<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<super::MemberId>,
                T::Error: ::std::fmt::Display,
            {
                self.member =
                    value.try_into().map_err(|e| format!("error converting supplied value for member: {e}"));
                self
            }
            pub fn violations<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::vec::Vec<super::Problem>>,
                T::Error: ::std::fmt::Display,
            {
                self.violations = value
                    .try_into()
                    .map_err(|e| format!("error converting supplied value for violations: {e}"));
                self
            }
        }

        impl ::std::convert::TryFrom<MemberMoveOut> for super::MemberMoveOut {
            type Error = super::error::ConversionError;
            fn try_from(value: MemberMoveOut) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    gains: value.gains?,
                    loses: value.loses?,
                    member: value.member?,
                    violations: value.violations?,
                })
            }
        }

        impl ::std::convert::From<super::MemberMoveOut> for MemberMoveOut {
            fn from(value: super::MemberMoveOut) -> Self {
                Self {
                    gains: Ok(value.gains),
                    loses: Ok(value.loses),
                    member: Ok(value.member),
                    violations: Ok(value.violations),
                }
            }
        }

        #[derive(Clone, Debug)]
        pub struct MemberOut {
            created_at:
                ::std::result::Result<::chrono::DateTime<::chrono::offset::Utc>, ::std::string::String>,
            email: ::std::result::Result<::std::string::String, ::std::string::String>,
            grants: ::std::result::Result<::std::vec::Vec<super::GrantOut>, ::std::string::String>,
            id: ::std::result::Result<super::MemberId, ::std::string::String>,
            last_seen_at: ::std::result::Result<
                ::std::option::Option<::chrono::DateTime<::chrono::offset::Utc>>,
                ::std::string::String,
            >,
            status: ::std::result::Result<super::MemberState, ::std::string::String>,
            two_factor: ::std::result::Result<bool, ::std::string::String>,
            user: ::std::result::Result<::std::option::Option<super::UserRefOut>, ::std::string::String>,
        }

        impl ::std::default::Default for MemberOut {
            fn default() -> Self {
                Self {
                    created_at: Err("no value supplied for created_at".to_string()),
                    email: Err("no value supplied for email".to_string()),
                    grants: Err("no value supplied for grants".to_string()),
                    id: Err("no value supplied for id".to_string()),
                    last_seen_at: Ok(Default::default()),
                    status: Err("no value supplied for status".to_string()),
                    two_factor: Err("no value supplied for two_factor".to_string()),
                    user: Err("no value supplied for user".to_string()),
                }
            }
        }

        impl MemberOut {
            pub fn created_at<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::chrono::DateTime<::chrono::offset::Utc>>,
                T::Error: ::std::fmt::Display,
            {
                self.created_at = value
                    .try_into()
                    .map_err(|e| format!("error converting supplied value for created_at: {e}"));
                self
            }
            pub fn email<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.email =
                    value.try_into().map_err(|e| format!("error converting supplied value for email: {e}"));
                self
            }
            pub fn grants<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::vec::Vec<super::GrantOut>>,
                T::Error: ::std::fmt::Display,
            {
                self.grants =
                    value.try_into().map_err(|e| format!("error converting supplied value for grants: {e}"));
                self
            }
            pub fn id<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<super::MemberId>,
                T::Error: ::std::fmt::Display,
            {
                self.id =
                    value.try_into().map_err(|e| format!("error converting supplied value for id: {e}"));
                self
            }
            pub fn last_seen_at<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::chrono::DateTime<::chrono::offset::Utc>>>,
                T::Error: ::std::fmt::Display,
            {
                self.last_seen_at = value
                    .try_into()
                    .map_err(|e| format!("error converting supplied value for last_seen_at: {e}"));
                self
            }
            pub fn status<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<super::MemberState>,
                T::Error: ::std::fmt::Display,
            {
                self.status =
                    value.try_into().map_err(|e| format!("error converting supplied value for status: {e}"));
                self
            }
            pub fn two_factor<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<bool>,
                T::Error: ::std::fmt::Display,
            {
                self.two_factor = value
                    .try_into()
                    .map_err(|e| format!("error converting supplied value for two_factor: {e}"));
                self
            }
            pub fn user<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<super::UserRefOut>>,
                T::Error: ::std::fmt::Display,
            {
                self.user =
                    value.try_into().map_err(|e| format!("error converting supplied value for user: {e}"));
                self
            }
        }

        impl ::std::convert::TryFrom<MemberOut> for super::MemberOut {
            type Error = super::error::ConversionError;
            fn try_from(value: MemberOut) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    created_at: value.created_at?,
                    email: value.email?,
                    grants: value.grants?,
                    id: value.id?,
                    last_seen_at: value.last_seen_at?,
                    status: value.status?,
                    two_factor: value.two_factor?,
                    user: value.user?,
                })
            }
        }

        impl ::std::convert::From<super::MemberOut> for MemberOut {
            fn from(value: super::MemberOut) -> Self {
                Self {
                    created_at: Ok(value.created_at),
                    email: Ok(value.email),
                    grants: Ok(value.grants),
                    id: Ok(value.id),
                    last_seen_at: Ok(value.last_seen_at),
                    status: Ok(value.status),
                    two_factor: Ok(value.two_factor),
                    user: Ok(value.user),
                }
            }
        }

        #[derive(Clone, Debug)]
        pub struct MissingOut {
            roles_that_would_allow:
                ::std::result::Result<::std::vec::Vec<::std::string::String>, ::std::string::String>,
        }

        impl ::std::default::Default for MissingOut {
            fn default() -> Self {
                Self {
                    roles_that_would_allow: Err("no value supplied for roles_that_would_allow".to_string()),
                }
            }
        }

        impl MissingOut {
            pub fn roles_that_would_allow<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::vec::Vec<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.roles_that_would_allow = value
                    .try_into()
                    .map_err(|e| format!("error converting supplied value for roles_that_would_allow: {e}"));
                self
            }
        }

        impl ::std::convert::TryFrom<MissingOut> for super::MissingOut {
            type Error = super::error::ConversionError;
            fn try_from(value: MissingOut) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self { roles_that_would_allow: value.roles_that_would_allow? })
            }
        }

        impl ::std::convert::From<super::MissingOut> for MissingOut {
            fn from(value: super::MissingOut) -> Self {
                Self { roles_that_would_allow: Ok(value.roles_that_would_allow) }
            }
        }

        #[derive(Clone, Debug)]
        pub struct MovePreviewOut {
            members: ::std::result::Result<::std::vec::Vec<super::MemberMoveOut>, ::std::string::String>,
            violations: ::std::result::Result<::std::vec::Vec<super::Problem>, ::std::string::String>,
        }

        impl ::std::default::Default for MovePreviewOut {
            fn default() -> Self {
                Self {
                    members: Err("no value supplied for members".to_string()),
                    violations: Err("no value supplied for violations".to_string()),
                }
            }
        }

        impl MovePreviewOut {
            pub fn members<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::vec::Vec<super::MemberMoveOut>>,
                T::Error: ::std::fmt::Display,
            {
                self.members =
                    value.try_into().map_err(|e| format!("error converting supplied value for members: {e}"));
                self
            }
            pub fn violations<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::vec::Vec<super::Problem>>,
                T::Error: ::std::fmt::Display,
            {
                self.violations = value
                    .try_into()
                    .map_err(|e| format!("error converting supplied value for violations: {e}"));
                self
            }
        }

        impl ::std::convert::TryFrom<MovePreviewOut> for super::MovePreviewOut {
            type Error = super::error::ConversionError;
            fn try_from(value: MovePreviewOut) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self { members: value.members?, violations: value.violations? })
            }
        }

        impl ::std::convert::From<super::MovePreviewOut> for MovePreviewOut {
            fn from(value: super::MovePreviewOut) -> Self {
                Self { members: Ok(value.members), violations: Ok(value.violations) }
            }
        }

        #[derive(Clone, Debug)]
        pub struct MyAccountOut {
            account: ::std::result::Result<super::AccountOut, ::std::string::String>,
            member: ::std::result::Result<super::MyMemberOut, ::std::string::String>,
        }

        impl ::std::default::Default for MyAccountOut {
            fn default() -> Self {
                Self {
                    account: Err("no value supplied for account".to_string()),
                    member: Err("no value supplied for member".to_string()),
                }
            }
        }

        impl MyAccountOut {
            pub fn account<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<super::AccountOut>,
                T::Error: ::std::fmt::Display,
            {
                self.account =
                    value.try_into().map_err(|e| format!("error converting supplied value for account: {e}"));
                self
            }
            pub fn member<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<super::MyMemberOut>,
                T::Error: ::std::fmt::Display,
            {
                self.member =
                    value.try_into().map_err(|e| format!("error converting supplied value for member: {e}"));
                self
            }
        }

        impl ::std::convert::TryFrom<MyAccountOut> for super::MyAccountOut {
            type Error = super::error::ConversionError;
            fn try_from(value: MyAccountOut) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self { account: value.account?, member: value.member? })
            }
        }

        impl ::std::convert::From<super::MyAccountOut> for MyAccountOut {
            fn from(value: super::MyAccountOut) -> Self {
                Self { account: Ok(value.account), member: Ok(value.member) }
            }
        }

        #[derive(Clone, Debug)]
        pub struct MyInvitationOut {
            account: ::std::result::Result<super::AccountRefOut, ::std::string::String>,
            created_at:
                ::std::result::Result<::chrono::DateTime<::chrono::offset::Utc>, ::std::string::String>,
            expires_at:
                ::std::result::Result<::chrono::DateTime<::chrono::offset::Utc>, ::std::string::String>,
            id: ::std::result::Result<super::InvitationId, ::std::string::String>,
        }

        impl ::std::default::Default for MyInvitationOut {
            fn default() -> Self {
                Self {
                    account: Err("no value supplied for account".to_string()),
                    created_at: Err("no value supplied for created_at".to_string()),
                    expires_at: Err("no value supplied for expires_at".to_string()),
                    id: Err("no value supplied for id".to_string()),
                }
            }
        }

        impl MyInvitationOut {
            pub fn account<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<super::AccountRefOut>,
                T::Error: ::std::fmt::Display,
            {
                self.account =
                    value.try_into().map_err(|e| format!("error converting supplied value for account: {e}"));
                self
            }
            pub fn created_at<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::chrono::DateTime<::chrono::offset::Utc>>,
                T::Error: ::std::fmt::Display,
            {
                self.created_at = value
                    .try_into()
                    .map_err(|e| format!("error converting supplied value for created_at: {e}"));
                self
            }
            pub fn expires_at<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::chrono::DateTime<::chrono::offset::Utc>>,
                T::Error: ::std::fmt::Display,
            {
                self.expires_at = value
                    .try_into()
                    .map_err(|e| format!("error converting supplied value for expires_at: {e}"));
                self
            }
            pub fn id<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<super::InvitationId>,
                T::Error: ::std::fmt::Display,
            {
                self.id =
                    value.try_into().map_err(|e| format!("error converting supplied value for id: {e}"));
                self
            }
        }

        impl ::std::convert::TryFrom<MyInvitationOut> for super::MyInvitationOut {
            type Error = super::error::ConversionError;
            fn try_from(
                value: MyInvitationOut,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    account: value.account?,
                    created_at: value.created_at?,
                    expires_at: value.expires_at?,
                    id: value.id?,
                })
            }
        }

        impl ::std::convert::From<super::MyInvitationOut> for MyInvitationOut {
            fn from(value: super::MyInvitationOut) -> Self {
                Self {
                    account: Ok(value.account),
                    created_at: Ok(value.created_at),
                    expires_at: Ok(value.expires_at),
                    id: Ok(value.id),
                }
            }
        }

        #[derive(Clone, Debug)]
        pub struct MyMemberOut {
            id: ::std::result::Result<super::MemberId, ::std::string::String>,
            roles: ::std::result::Result<::std::vec::Vec<::std::string::String>, ::std::string::String>,
            status: ::std::result::Result<super::MemberState, ::std::string::String>,
        }

        impl ::std::default::Default for MyMemberOut {
            fn default() -> Self {
                Self {
                    id: Err("no value supplied for id".to_string()),
                    roles: Err("no value supplied for roles".to_string()),
                    status: Err("no value supplied for status".to_string()),
                }
            }
        }

        impl MyMemberOut {
            pub fn id<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<super::MemberId>,
                T::Error: ::std::fmt::Display,
            {
                self.id =
                    value.try_into().map_err(|e| format!("error converting supplied value for id: {e}"));
                self
            }
            pub fn roles<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::vec::Vec<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.roles =
                    value.try_into().map_err(|e| format!("error converting supplied value for roles: {e}"));
                self
            }
            pub fn status<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<super::MemberState>,
                T::Error: ::std::fmt::Display,
            {
                self.status =
                    value.try_into().map_err(|e| format!("error converting supplied value for status: {e}"));
                self
            }
        }

        impl ::std::convert::TryFrom<MyMemberOut> for super::MyMemberOut {
            type Error = super::error::ConversionError;
            fn try_from(value: MyMemberOut) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self { id: value.id?, roles: value.roles?, status: value.status? })
            }
        }

        impl ::std::convert::From<super::MyMemberOut> for MyMemberOut {
            fn from(value: super::MyMemberOut) -> Self {
                Self { id: Ok(value.id), roles: Ok(value.roles), status: Ok(value.status) }
            }
        }

        #[derive(Clone, Debug)]
        pub struct NewPasswordIn {
            password: ::std::result::Result<super::NewPasswordInPassword, ::std::string::String>,
        }

        impl ::std::default::Default for NewPasswordIn {
            fn default() -> Self {
                Self { password: Err("no value supplied for password".to_string()) }
            }
        }

        impl NewPasswordIn {
            pub fn password<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<super::NewPasswordInPassword>,
                T::Error: ::std::fmt::Display,
            {
                self.password = value
                    .try_into()
                    .map_err(|e| format!("error converting supplied value for password: {e}"));
                self
            }
        }

        impl ::std::convert::TryFrom<NewPasswordIn> for super::NewPasswordIn {
            type Error = super::error::ConversionError;
            fn try_from(value: NewPasswordIn) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self { password: value.password? })
            }
        }

        impl ::std::convert::From<super::NewPasswordIn> for NewPasswordIn {
            fn from(value: super::NewPasswordIn) -> Self {
                Self { password: Ok(value.password) }
            }
        }

        #[derive(Clone, Debug)]
        pub struct NewSessionOut {
            expires_at:
                ::std::result::Result<::chrono::DateTime<::chrono::offset::Utc>, ::std::string::String>,
            id: ::std::result::Result<super::SessionId, ::std::string::String>,
            token: ::std::result::Result<::std::option::Option<::std::string::String>, ::std::string::String>,
        }

        impl ::std::default::Default for NewSessionOut {
            fn default() -> Self {
                Self {
                    expires_at: Err("no value supplied for expires_at".to_string()),
                    id: Err("no value supplied for id".to_string()),
                    token: Err("no value supplied for token".to_string()),
                }
            }
        }

        impl NewSessionOut {
            pub fn expires_at<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::chrono::DateTime<::chrono::offset::Utc>>,
                T::Error: ::std::fmt::Display,
            {
                self.expires_at = value
                    .try_into()
                    .map_err(|e| format!("error converting supplied value for expires_at: {e}"));
                self
            }
            pub fn id<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<super::SessionId>,
                T::Error: ::std::fmt::Display,
            {
                self.id =
                    value.try_into().map_err(|e| format!("error converting supplied value for id: {e}"));
                self
            }
            pub fn token<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.token =
                    value.try_into().map_err(|e| format!("error converting supplied value for token: {e}"));
                self
            }
        }

        impl ::std::convert::TryFrom<NewSessionOut> for super::NewSessionOut {
            type Error = super::error::ConversionError;
            fn try_from(value: NewSessionOut) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self { expires_at: value.expires_at?, id: value.id?, token: value.token? })
            }
        }

        impl ::std::convert::From<super::NewSessionOut> for NewSessionOut {
            fn from(value: super::NewSessionOut) -> Self {
                Self { expires_at: Ok(value.expires_at), id: Ok(value.id), token: Ok(value.token) }
            }
        }

        #[derive(Clone, Debug)]
        pub struct NextPageOut {
            next_token: ::std::result::Result<::std::string::String, ::std::string::String>,
        }

        impl ::std::default::Default for NextPageOut {
            fn default() -> Self {
                Self { next_token: Err("no value supplied for next_token".to_string()) }
            }
        }

        impl NextPageOut {
            pub fn next_token<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.next_token = value
                    .try_into()
                    .map_err(|e| format!("error converting supplied value for next_token: {e}"));
                self
            }
        }

        impl ::std::convert::TryFrom<NextPageOut> for super::NextPageOut {
            type Error = super::error::ConversionError;
            fn try_from(value: NextPageOut) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self { next_token: value.next_token? })
            }
        }

        impl ::std::convert::From<super::NextPageOut> for NextPageOut {
            fn from(value: super::NextPageOut) -> Self {
                Self { next_token: Ok(value.next_token) }
            }
        }

        #[derive(Clone, Debug)]
        pub struct OwnershipOut {
            least: ::std::result::Result<u32, ::std::string::String>,
            most: ::std::result::Result<::std::option::Option<u32>, ::std::string::String>,
            role: ::std::result::Result<::std::string::String, ::std::string::String>,
        }

        impl ::std::default::Default for OwnershipOut {
            fn default() -> Self {
                Self {
                    least: Err("no value supplied for least".to_string()),
                    most: Err("no value supplied for most".to_string()),
                    role: Err("no value supplied for role".to_string()),
                }
            }
        }

        impl OwnershipOut {
            pub fn least<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<u32>,
                T::Error: ::std::fmt::Display,
            {
                self.least =
                    value.try_into().map_err(|e| format!("error converting supplied value for least: {e}"));
                self
            }
            pub fn most<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<u32>>,
                T::Error: ::std::fmt::Display,
            {
                self.most =
                    value.try_into().map_err(|e| format!("error converting supplied value for most: {e}"));
                self
            }
            pub fn role<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.role =
                    value.try_into().map_err(|e| format!("error converting supplied value for role: {e}"));
                self
            }
        }

        impl ::std::convert::TryFrom<OwnershipOut> for super::OwnershipOut {
            type Error = super::error::ConversionError;
            fn try_from(value: OwnershipOut) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self { least: value.least?, most: value.most?, role: value.role? })
            }
        }

        impl ::std::convert::From<super::OwnershipOut> for OwnershipOut {
            fn from(value: super::OwnershipOut) -> Self {
                Self { least: Ok(value.least), most: Ok(value.most), role: Ok(value.role) }
            }
        }

        #[derive(Clone, Debug)]
        pub struct PageAppOut {
            items: ::std::result::Result<::std::vec::Vec<super::AppOut>, ::std::string::String>,
            next_cursor:
                ::std::result::Result<::std::option::Option<::std::string::String>, ::std::string::String>,
        }

        impl ::std::default::Default for PageAppOut {
            fn default() -> Self {
                Self {
                    items: Err("no value supplied for items".to_string()),
                    next_cursor: Err("no value supplied for next_cursor".to_string()),
                }
            }
        }

        impl PageAppOut {
            pub fn items<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::vec::Vec<super::AppOut>>,
                T::Error: ::std::fmt::Display,
            {
                self.items =
                    value.try_into().map_err(|e| format!("error converting supplied value for items: {e}"));
                self
            }
            pub fn next_cursor<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.next_cursor = value
                    .try_into()
                    .map_err(|e| format!("error converting supplied value for next_cursor: {e}"));
                self
            }
        }

        impl ::std::convert::TryFrom<PageAppOut> for super::PageAppOut {
            type Error = super::error::ConversionError;
            fn try_from(value: PageAppOut) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self { items: value.items?, next_cursor: value.next_cursor? })
            }
        }

        impl ::std::convert::From<super::PageAppOut> for PageAppOut {
            fn from(value: super::PageAppOut) -> Self {
                Self { items: Ok(value.items), next_cursor: Ok(value.next_cursor) }
            }
        }

        #[derive(Clone, Debug)]
        pub struct PageAuditEventOut {
            items: ::std::result::Result<::std::vec::Vec<super::AuditEventOut>, ::std::string::String>,
            next_cursor:
                ::std::result::Result<::std::option::Option<::std::string::String>, ::std::string::String>,
        }

        impl ::std::default::Default for PageAuditEventOut {
            fn default() -> Self {
                Self {
                    items: Err("no value supplied for items".to_string()),
                    next_cursor: Err("no value supplied for next_cursor".to_string()),
                }
            }
        }

        impl PageAuditEventOut {
            pub fn items<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::vec::Vec<super::AuditEventOut>>,
                T::Error: ::std::fmt::Display,
            {
                self.items =
                    value.try_into().map_err(|e| format!("error converting supplied value for items: {e}"));
                self
            }
            pub fn next_cursor<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.next_cursor = value
                    .try_into()
                    .map_err(|e| format!("error converting supplied value for next_cursor: {e}"));
                self
            }
        }

        impl ::std::convert::TryFrom<PageAuditEventOut> for super::PageAuditEventOut {
            type Error = super::error::ConversionError;
            fn try_from(
                value: PageAuditEventOut,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self { items: value.items?, next_cursor: value.next_cursor? })
            }
        }

        impl ::std::convert::From<super::PageAuditEventOut> for PageAuditEventOut {
            fn from(value: super::PageAuditEventOut) -> Self {
                Self { items: Ok(value.items), next_cursor: Ok(value.next_cursor) }
            }
        }

        #[derive(Clone, Debug)]
        pub struct PageDomainOut {
            items: ::std::result::Result<::std::vec::Vec<super::DomainOut>, ::std::string::String>,
            next_cursor:
                ::std::result::Result<::std::option::Option<::std::string::String>, ::std::string::String>,
        }

        impl ::std::default::Default for PageDomainOut {
            fn default() -> Self {
                Self {
                    items: Err("no value supplied for items".to_string()),
                    next_cursor: Err("no value supplied for next_cursor".to_string()),
                }
            }
        }

        impl PageDomainOut {
            pub fn items<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::vec::Vec<super::DomainOut>>,
                T::Error: ::std::fmt::Display,
            {
                self.items =
                    value.try_into().map_err(|e| format!("error converting supplied value for items: {e}"));
                self
            }
            pub fn next_cursor<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.next_cursor = value
                    .try_into()
                    .map_err(|e| format!("error converting supplied value for next_cursor: {e}"));
                self
            }
        }

        impl ::std::convert::TryFrom<PageDomainOut> for super::PageDomainOut {
            type Error = super::error::ConversionError;
            fn try_from(value: PageDomainOut) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self { items: value.items?, next_cursor: value.next_cursor? })
            }
        }

        impl ::std::convert::From<super::PageDomainOut> for PageDomainOut {
            fn from(value: super::PageDomainOut) -> Self {
                Self { items: Ok(value.items), next_cursor: Ok(value.next_cursor) }
            }
        }

        #[derive(Clone, Debug)]
        pub struct PageIdentityOut {
            items: ::std::result::Result<::std::vec::Vec<super::IdentityOut>, ::std::string::String>,
            next_cursor:
                ::std::result::Result<::std::option::Option<::std::string::String>, ::std::string::String>,
        }

        impl ::std::default::Default for PageIdentityOut {
            fn default() -> Self {
                Self {
                    items: Err("no value supplied for items".to_string()),
                    next_cursor: Err("no value supplied for next_cursor".to_string()),
                }
            }
        }

        impl PageIdentityOut {
            pub fn items<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::vec::Vec<super::IdentityOut>>,
                T::Error: ::std::fmt::Display,
            {
                self.items =
                    value.try_into().map_err(|e| format!("error converting supplied value for items: {e}"));
                self
            }
            pub fn next_cursor<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.next_cursor = value
                    .try_into()
                    .map_err(|e| format!("error converting supplied value for next_cursor: {e}"));
                self
            }
        }

        impl ::std::convert::TryFrom<PageIdentityOut> for super::PageIdentityOut {
            type Error = super::error::ConversionError;
            fn try_from(
                value: PageIdentityOut,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self { items: value.items?, next_cursor: value.next_cursor? })
            }
        }

        impl ::std::convert::From<super::PageIdentityOut> for PageIdentityOut {
            fn from(value: super::PageIdentityOut) -> Self {
                Self { items: Ok(value.items), next_cursor: Ok(value.next_cursor) }
            }
        }

        #[derive(Clone, Debug)]
        pub struct PageInvitationOut {
            items: ::std::result::Result<::std::vec::Vec<super::InvitationOut>, ::std::string::String>,
            next_cursor:
                ::std::result::Result<::std::option::Option<::std::string::String>, ::std::string::String>,
        }

        impl ::std::default::Default for PageInvitationOut {
            fn default() -> Self {
                Self {
                    items: Err("no value supplied for items".to_string()),
                    next_cursor: Err("no value supplied for next_cursor".to_string()),
                }
            }
        }

        impl PageInvitationOut {
            pub fn items<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::vec::Vec<super::InvitationOut>>,
                T::Error: ::std::fmt::Display,
            {
                self.items =
                    value.try_into().map_err(|e| format!("error converting supplied value for items: {e}"));
                self
            }
            pub fn next_cursor<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.next_cursor = value
                    .try_into()
                    .map_err(|e| format!("error converting supplied value for next_cursor: {e}"));
                self
            }
        }

        impl ::std::convert::TryFrom<PageInvitationOut> for super::PageInvitationOut {
            type Error = super::error::ConversionError;
            fn try_from(
                value: PageInvitationOut,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self { items: value.items?, next_cursor: value.next_cursor? })
            }
        }

        impl ::std::convert::From<super::PageInvitationOut> for PageInvitationOut {
            fn from(value: super::PageInvitationOut) -> Self {
                Self { items: Ok(value.items), next_cursor: Ok(value.next_cursor) }
            }
        }

        #[derive(Clone, Debug)]
        pub struct PageKeysetOut {
            items: ::std::result::Result<::std::vec::Vec<super::KeysetOut>, ::std::string::String>,
            next_cursor:
                ::std::result::Result<::std::option::Option<::std::string::String>, ::std::string::String>,
        }

        impl ::std::default::Default for PageKeysetOut {
            fn default() -> Self {
                Self {
                    items: Err("no value supplied for items".to_string()),
                    next_cursor: Err("no value supplied for next_cursor".to_string()),
                }
            }
        }

        impl PageKeysetOut {
            pub fn items<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::vec::Vec<super::KeysetOut>>,
                T::Error: ::std::fmt::Display,
            {
                self.items =
                    value.try_into().map_err(|e| format!("error converting supplied value for items: {e}"));
                self
            }
            pub fn next_cursor<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.next_cursor = value
                    .try_into()
                    .map_err(|e| format!("error converting supplied value for next_cursor: {e}"));
                self
            }
        }

        impl ::std::convert::TryFrom<PageKeysetOut> for super::PageKeysetOut {
            type Error = super::error::ConversionError;
            fn try_from(value: PageKeysetOut) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self { items: value.items?, next_cursor: value.next_cursor? })
            }
        }

        impl ::std::convert::From<super::PageKeysetOut> for PageKeysetOut {
            fn from(value: super::PageKeysetOut) -> Self {
                Self { items: Ok(value.items), next_cursor: Ok(value.next_cursor) }
            }
        }

        #[derive(Clone, Debug)]
        pub struct PageMemberOut {
            items: ::std::result::Result<::std::vec::Vec<super::MemberOut>, ::std::string::String>,
            next_cursor:
                ::std::result::Result<::std::option::Option<::std::string::String>, ::std::string::String>,
        }

        impl ::std::default::Default for PageMemberOut {
            fn default() -> Self {
                Self {
                    items: Err("no value supplied for items".to_string()),
                    next_cursor: Err("no value supplied for next_cursor".to_string()),
                }
            }
        }

        impl PageMemberOut {
            pub fn items<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::vec::Vec<super::MemberOut>>,
                T::Error: ::std::fmt::Display,
            {
                self.items =
                    value.try_into().map_err(|e| format!("error converting supplied value for items: {e}"));
                self
            }
            pub fn next_cursor<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.next_cursor = value
                    .try_into()
                    .map_err(|e| format!("error converting supplied value for next_cursor: {e}"));
                self
            }
        }

        impl ::std::convert::TryFrom<PageMemberOut> for super::PageMemberOut {
            type Error = super::error::ConversionError;
            fn try_from(value: PageMemberOut) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self { items: value.items?, next_cursor: value.next_cursor? })
            }
        }

        impl ::std::convert::From<super::PageMemberOut> for PageMemberOut {
            fn from(value: super::PageMemberOut) -> Self {
                Self { items: Ok(value.items), next_cursor: Ok(value.next_cursor) }
            }
        }

        #[derive(Clone, Debug)]
        pub struct PageMyAccountOut {
            items: ::std::result::Result<::std::vec::Vec<super::MyAccountOut>, ::std::string::String>,
            next_cursor:
                ::std::result::Result<::std::option::Option<::std::string::String>, ::std::string::String>,
        }

        impl ::std::default::Default for PageMyAccountOut {
            fn default() -> Self {
                Self {
                    items: Err("no value supplied for items".to_string()),
                    next_cursor: Err("no value supplied for next_cursor".to_string()),
                }
            }
        }

        impl PageMyAccountOut {
            pub fn items<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::vec::Vec<super::MyAccountOut>>,
                T::Error: ::std::fmt::Display,
            {
                self.items =
                    value.try_into().map_err(|e| format!("error converting supplied value for items: {e}"));
                self
            }
            pub fn next_cursor<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.next_cursor = value
                    .try_into()
                    .map_err(|e| format!("error converting supplied value for next_cursor: {e}"));
                self
            }
        }

        impl ::std::convert::TryFrom<PageMyAccountOut> for super::PageMyAccountOut {
            type Error = super::error::ConversionError;
            fn try_from(
                value: PageMyAccountOut,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self { items: value.items?, next_cursor: value.next_cursor? })
            }
        }

        impl ::std::convert::From<super::PageMyAccountOut> for PageMyAccountOut {
            fn from(value: super::PageMyAccountOut) -> Self {
                Self { items: Ok(value.items), next_cursor: Ok(value.next_cursor) }
            }
        }

        #[derive(Clone, Debug)]
        pub struct PageMyInvitationOut {
            items: ::std::result::Result<::std::vec::Vec<super::MyInvitationOut>, ::std::string::String>,
            next_cursor:
                ::std::result::Result<::std::option::Option<::std::string::String>, ::std::string::String>,
        }

        impl ::std::default::Default for PageMyInvitationOut {
            fn default() -> Self {
                Self {
                    items: Err("no value supplied for items".to_string()),
                    next_cursor: Err("no value supplied for next_cursor".to_string()),
                }
            }
        }

        impl PageMyInvitationOut {
            pub fn items<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::vec::Vec<super::MyInvitationOut>>,
                T::Error: ::std::fmt::Display,
            {
                self.items =
                    value.try_into().map_err(|e| format!("error converting supplied value for items: {e}"));
                self
            }
            pub fn next_cursor<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.next_cursor = value
                    .try_into()
                    .map_err(|e| format!("error converting supplied value for next_cursor: {e}"));
                self
            }
        }

        impl ::std::convert::TryFrom<PageMyInvitationOut> for super::PageMyInvitationOut {
            type Error = super::error::ConversionError;
            fn try_from(
                value: PageMyInvitationOut,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self { items: value.items?, next_cursor: value.next_cursor? })
            }
        }

        impl ::std::convert::From<super::PageMyInvitationOut> for PageMyInvitationOut {
            fn from(value: super::PageMyInvitationOut) -> Self {
                Self { items: Ok(value.items), next_cursor: Ok(value.next_cursor) }
            }
        }

        #[derive(Clone, Debug)]
        pub struct PageReachableOut {
            items: ::std::result::Result<::std::vec::Vec<super::ReachableOut>, ::std::string::String>,
            next_cursor:
                ::std::result::Result<::std::option::Option<::std::string::String>, ::std::string::String>,
        }

        impl ::std::default::Default for PageReachableOut {
            fn default() -> Self {
                Self {
                    items: Err("no value supplied for items".to_string()),
                    next_cursor: Err("no value supplied for next_cursor".to_string()),
                }
            }
        }

        impl PageReachableOut {
            pub fn items<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::vec::Vec<super::ReachableOut>>,
                T::Error: ::std::fmt::Display,
            {
                self.items =
                    value.try_into().map_err(|e| format!("error converting supplied value for items: {e}"));
                self
            }
            pub fn next_cursor<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.next_cursor = value
                    .try_into()
                    .map_err(|e| format!("error converting supplied value for next_cursor: {e}"));
                self
            }
        }

        impl ::std::convert::TryFrom<PageReachableOut> for super::PageReachableOut {
            type Error = super::error::ConversionError;
            fn try_from(
                value: PageReachableOut,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self { items: value.items?, next_cursor: value.next_cursor? })
            }
        }

        impl ::std::convert::From<super::PageReachableOut> for PageReachableOut {
            fn from(value: super::PageReachableOut) -> Self {
                Self { items: Ok(value.items), next_cursor: Ok(value.next_cursor) }
            }
        }

        #[derive(Clone, Debug)]
        pub struct PageSessionOut {
            items: ::std::result::Result<::std::vec::Vec<super::SessionOut>, ::std::string::String>,
            next_cursor:
                ::std::result::Result<::std::option::Option<::std::string::String>, ::std::string::String>,
        }

        impl ::std::default::Default for PageSessionOut {
            fn default() -> Self {
                Self {
                    items: Err("no value supplied for items".to_string()),
                    next_cursor: Err("no value supplied for next_cursor".to_string()),
                }
            }
        }

        impl PageSessionOut {
            pub fn items<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::vec::Vec<super::SessionOut>>,
                T::Error: ::std::fmt::Display,
            {
                self.items =
                    value.try_into().map_err(|e| format!("error converting supplied value for items: {e}"));
                self
            }
            pub fn next_cursor<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.next_cursor = value
                    .try_into()
                    .map_err(|e| format!("error converting supplied value for next_cursor: {e}"));
                self
            }
        }

        impl ::std::convert::TryFrom<PageSessionOut> for super::PageSessionOut {
            type Error = super::error::ConversionError;
            fn try_from(value: PageSessionOut) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self { items: value.items?, next_cursor: value.next_cursor? })
            }
        }

        impl ::std::convert::From<super::PageSessionOut> for PageSessionOut {
            fn from(value: super::PageSessionOut) -> Self {
                Self { items: Ok(value.items), next_cursor: Ok(value.next_cursor) }
            }
        }

        #[derive(Clone, Debug)]
        pub struct PartyOut {
            id: ::std::result::Result<::std::option::Option<::std::string::String>, ::std::string::String>,
            type_: ::std::result::Result<::std::string::String, ::std::string::String>,
        }

        impl ::std::default::Default for PartyOut {
            fn default() -> Self {
                Self {
                    id: Err("no value supplied for id".to_string()),
                    type_: Err("no value supplied for type_".to_string()),
                }
            }
        }

        impl PartyOut {
            pub fn id<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.id =
                    value.try_into().map_err(|e| format!("error converting supplied value for id: {e}"));
                self
            }
            pub fn type_<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.type_ =
                    value.try_into().map_err(|e| format!("error converting supplied value for type_: {e}"));
                self
            }
        }

        impl ::std::convert::TryFrom<PartyOut> for super::PartyOut {
            type Error = super::error::ConversionError;
            fn try_from(value: PartyOut) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self { id: value.id?, type_: value.type_? })
            }
        }

        impl ::std::convert::From<super::PartyOut> for PartyOut {
            fn from(value: super::PartyOut) -> Self {
                Self { id: Ok(value.id), type_: Ok(value.type_) }
            }
        }

        #[derive(Clone, Debug)]
        pub struct PasswordChangeIn {
            current: ::std::result::Result<
                ::std::option::Option<super::PasswordChangeInCurrent>,
                ::std::string::String,
            >,
            new: ::std::result::Result<super::PasswordChangeInNew, ::std::string::String>,
        }

        impl ::std::default::Default for PasswordChangeIn {
            fn default() -> Self {
                Self { current: Ok(Default::default()), new: Err("no value supplied for new".to_string()) }
            }
        }

        impl PasswordChangeIn {
            pub fn current<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<super::PasswordChangeInCurrent>>,
                T::Error: ::std::fmt::Display,
            {
                self.current =
                    value.try_into().map_err(|e| format!("error converting supplied value for current: {e}"));
                self
            }
            pub fn new<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<super::PasswordChangeInNew>,
                T::Error: ::std::fmt::Display,
            {
                self.new =
                    value.try_into().map_err(|e| format!("error converting supplied value for new: {e}"));
                self
            }
        }

        impl ::std::convert::TryFrom<PasswordChangeIn> for super::PasswordChangeIn {
            type Error = super::error::ConversionError;
            fn try_from(
                value: PasswordChangeIn,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self { current: value.current?, new: value.new? })
            }
        }

        impl ::std::convert::From<super::PasswordChangeIn> for PasswordChangeIn {
            fn from(value: super::PasswordChangeIn) -> Self {
                Self { current: Ok(value.current), new: Ok(value.new) }
            }
        }

        #[derive(Clone, Debug)]
        pub struct PasswordProofIn {
            password: ::std::result::Result<
                ::std::option::Option<super::PasswordProofInPassword>,
                ::std::string::String,
            >,
        }

        impl ::std::default::Default for PasswordProofIn {
            fn default() -> Self {
                Self { password: Ok(Default::default()) }
            }
        }

        impl PasswordProofIn {
            pub fn password<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<super::PasswordProofInPassword>>,
                T::Error: ::std::fmt::Display,
            {
                self.password = value
                    .try_into()
                    .map_err(|e| format!("error converting supplied value for password: {e}"));
                self
            }
        }

        impl ::std::convert::TryFrom<PasswordProofIn> for super::PasswordProofIn {
            type Error = super::error::ConversionError;
            fn try_from(
                value: PasswordProofIn,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self { password: value.password? })
            }
        }

        impl ::std::convert::From<super::PasswordProofIn> for PasswordProofIn {
            fn from(value: super::PasswordProofIn) -> Self {
                Self { password: Ok(value.password) }
            }
        }

        #[derive(Clone, Debug)]
        pub struct PasswordResetIn {
            email: ::std::result::Result<super::PasswordResetInEmail, ::std::string::String>,
        }

        impl ::std::default::Default for PasswordResetIn {
            fn default() -> Self {
                Self { email: Err("no value supplied for email".to_string()) }
            }
        }

        impl PasswordResetIn {
            pub fn email<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<super::PasswordResetInEmail>,
                T::Error: ::std::fmt::Display,
            {
                self.email =
                    value.try_into().map_err(|e| format!("error converting supplied value for email: {e}"));
                self
            }
        }

        impl ::std::convert::TryFrom<PasswordResetIn> for super::PasswordResetIn {
            type Error = super::error::ConversionError;
            fn try_from(
                value: PasswordResetIn,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self { email: value.email? })
            }
        }

        impl ::std::convert::From<super::PasswordResetIn> for PasswordResetIn {
            fn from(value: super::PasswordResetIn) -> Self {
                Self { email: Ok(value.email) }
            }
        }

        #[derive(Clone, Debug)]
        pub struct PermissionOut {
            id: ::std::result::Result<::std::string::String, ::std::string::String>,
            title: ::std::result::Result<::std::string::String, ::std::string::String>,
            types: ::std::result::Result<::std::vec::Vec<::std::string::String>, ::std::string::String>,
        }

        impl ::std::default::Default for PermissionOut {
            fn default() -> Self {
                Self {
                    id: Err("no value supplied for id".to_string()),
                    title: Err("no value supplied for title".to_string()),
                    types: Err("no value supplied for types".to_string()),
                }
            }
        }

        impl PermissionOut {
            pub fn id<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.id =
                    value.try_into().map_err(|e| format!("error converting supplied value for id: {e}"));
                self
            }
            pub fn title<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.title =
                    value.try_into().map_err(|e| format!("error converting supplied value for title: {e}"));
                self
            }
            pub fn types<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::vec::Vec<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.types =
                    value.try_into().map_err(|e| format!("error converting supplied value for types: {e}"));
                self
            }
        }

        impl ::std::convert::TryFrom<PermissionOut> for super::PermissionOut {
            type Error = super::error::ConversionError;
            fn try_from(value: PermissionOut) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self { id: value.id?, title: value.title?, types: value.types? })
            }
        }

        impl ::std::convert::From<super::PermissionOut> for PermissionOut {
            fn from(value: super::PermissionOut) -> Self {
                Self { id: Ok(value.id), title: Ok(value.title), types: Ok(value.types) }
            }
        }

        #[derive(Clone, Debug)]
        pub struct PreviewOut {
            gains: ::std::result::Result<::std::vec::Vec<super::EffectOut>, ::std::string::String>,
            loses: ::std::result::Result<::std::vec::Vec<super::EffectOut>, ::std::string::String>,
            violations: ::std::result::Result<::std::vec::Vec<super::Problem>, ::std::string::String>,
        }

        impl ::std::default::Default for PreviewOut {
            fn default() -> Self {
                Self {
                    gains: Err("no value supplied for gains".to_string()),
                    loses: Err("no value supplied for loses".to_string()),
                    violations: Err("no value supplied for violations".to_string()),
                }
            }
        }

        impl PreviewOut {
            pub fn gains<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::vec::Vec<super::EffectOut>>,
                T::Error: ::std::fmt::Display,
            {
                self.gains =
                    value.try_into().map_err(|e| format!("error converting supplied value for gains: {e}"));
                self
            }
            pub fn loses<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::vec::Vec<super::EffectOut>>,
                T::Error: ::std::fmt::Display,
            {
                self.loses =
                    value.try_into().map_err(|e| format!("error converting supplied value for loses: {e}"));
                self
            }
            pub fn violations<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::vec::Vec<super::Problem>>,
                T::Error: ::std::fmt::Display,
            {
                self.violations = value
                    .try_into()
                    .map_err(|e| format!("error converting supplied value for violations: {e}"));
                self
            }
        }

        impl ::std::convert::TryFrom<PreviewOut> for super::PreviewOut {
            type Error = super::error::ConversionError;
            fn try_from(value: PreviewOut) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self { gains: value.gains?, loses: value.loses?, violations: value.violations? })
            }
        }

        impl ::std::convert::From<super::PreviewOut> for PreviewOut {
            fn from(value: super::PreviewOut) -> Self {
                Self { gains: Ok(value.gains), loses: Ok(value.loses), violations: Ok(value.violations) }
            }
        }

        #[derive(Clone, Debug)]
        pub struct Problem {
            challenge:
                ::std::result::Result<::std::option::Option<::std::string::String>, ::std::string::String>,
            code: ::std::result::Result<::std::string::String, ::std::string::String>,
            detail: ::std::result::Result<::std::string::String, ::std::string::String>,
            errors: ::std::result::Result<::std::vec::Vec<super::FieldErrorOut>, ::std::string::String>,
            grants: ::std::result::Result<::std::vec::Vec<super::GrantRefOut>, ::std::string::String>,
            permission:
                ::std::result::Result<::std::option::Option<::std::string::String>, ::std::string::String>,
            request_id:
                ::std::result::Result<::std::option::Option<::std::string::String>, ::std::string::String>,
            resolve:
                ::std::result::Result<::std::option::Option<::std::string::String>, ::std::string::String>,
            resource:
                ::std::result::Result<::std::option::Option<super::ResourceRefOut>, ::std::string::String>,
            status: ::std::result::Result<u16, ::std::string::String>,
            title: ::std::result::Result<::std::string::String, ::std::string::String>,
            trace_id:
                ::std::result::Result<::std::option::Option<::std::string::String>, ::std::string::String>,
            type_: ::std::result::Result<::std::string::String, ::std::string::String>,
            violations: ::std::result::Result<::std::vec::Vec<super::Problem>, ::std::string::String>,
        }

        impl ::std::default::Default for Problem {
            fn default() -> Self {
                Self {
                    challenge: Ok(Default::default()),
                    code: Err("no value supplied for code".to_string()),
                    detail: Err("no value supplied for detail".to_string()),
                    errors: Ok(Default::default()),
                    grants: Ok(Default::default()),
                    permission: Ok(Default::default()),
                    request_id: Ok(Default::default()),
                    resolve: Ok(Default::default()),
                    resource: Ok(Default::default()),
                    status: Err("no value supplied for status".to_string()),
                    title: Err("no value supplied for title".to_string()),
                    trace_id: Ok(Default::default()),
                    type_: Err("no value supplied for type_".to_string()),
                    violations: Ok(Default::default()),
                }
            }
        }

        impl Problem {
            pub fn challenge<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.challenge = value
                    .try_into()
                    .map_err(|e| format!("error converting supplied value for challenge: {e}"));
                self
            }
            pub fn code<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.code =
                    value.try_into().map_err(|e| format!("error converting supplied value for code: {e}"));
                self
            }
            pub fn detail<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.detail =
                    value.try_into().map_err(|e| format!("error converting supplied value for detail: {e}"));
                self
            }
            pub fn errors<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::vec::Vec<super::FieldErrorOut>>,
                T::Error: ::std::fmt::Display,
            {
                self.errors =
                    value.try_into().map_err(|e| format!("error converting supplied value for errors: {e}"));
                self
            }
            pub fn grants<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::vec::Vec<super::GrantRefOut>>,
                T::Error: ::std::fmt::Display,
            {
                self.grants =
                    value.try_into().map_err(|e| format!("error converting supplied value for grants: {e}"));
                self
            }
            pub fn permission<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.permission = value
                    .try_into()
                    .map_err(|e| format!("error converting supplied value for permission: {e}"));
                self
            }
            pub fn request_id<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.request_id = value
                    .try_into()
                    .map_err(|e| format!("error converting supplied value for request_id: {e}"));
                self
            }
            pub fn resolve<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.resolve =
                    value.try_into().map_err(|e| format!("error converting supplied value for resolve: {e}"));
                self
            }
            pub fn resource<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<super::ResourceRefOut>>,
                T::Error: ::std::fmt::Display,
            {
                self.resource = value
                    .try_into()
                    .map_err(|e| format!("error converting supplied value for resource: {e}"));
                self
            }
            pub fn status<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<u16>,
                T::Error: ::std::fmt::Display,
            {
                self.status =
                    value.try_into().map_err(|e| format!("error converting supplied value for status: {e}"));
                self
            }
            pub fn title<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.title =
                    value.try_into().map_err(|e| format!("error converting supplied value for title: {e}"));
                self
            }
            pub fn trace_id<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.trace_id = value
                    .try_into()
                    .map_err(|e| format!("error converting supplied value for trace_id: {e}"));
                self
            }
            pub fn type_<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.type_ =
                    value.try_into().map_err(|e| format!("error converting supplied value for type_: {e}"));
                self
            }
            pub fn violations<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::vec::Vec<super::Problem>>,
                T::Error: ::std::fmt::Display,
            {
                self.violations = value
                    .try_into()
                    .map_err(|e| format!("error converting supplied value for violations: {e}"));
                self
            }
        }

        impl ::std::convert::TryFrom<Problem> for super::Problem {
            type Error = super::error::ConversionError;
            fn try_from(value: Problem) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    challenge: value.challenge?,
                    code: value.code?,
                    detail: value.detail?,
                    errors: value.errors?,
                    grants: value.grants?,
                    permission: value.permission?,
                    request_id: value.request_id?,
                    resolve: value.resolve?,
                    resource: value.resource?,
                    status: value.status?,
                    title: value.title?,
                    trace_id: value.trace_id?,
                    type_: value.type_?,
                    violations: value.violations?,
                })
            }
        }

        impl ::std::convert::From<super::Problem> for Problem {
            fn from(value: super::Problem) -> Self {
                Self {
                    challenge: Ok(value.challenge),
                    code: Ok(value.code),
                    detail: Ok(value.detail),
                    errors: Ok(value.errors),
                    grants: Ok(value.grants),
                    permission: Ok(value.permission),
                    request_id: Ok(value.request_id),
                    resolve: Ok(value.resolve),
                    resource: Ok(value.resource),
                    status: Ok(value.status),
                    title: Ok(value.title),
                    trace_id: Ok(value.trace_id),
                    type_: Ok(value.type_),
                    violations: Ok(value.violations),
                }
            }
        }

        #[derive(Clone, Debug)]
        pub struct ReachableOut {
            account: ::std::result::Result<super::AccountRefOut, ::std::string::String>,
            asks: ::std::result::Result<::std::vec::Vec<::std::string::String>, ::std::string::String>,
            member: ::std::result::Result<super::MyMemberOut, ::std::string::String>,
        }

        impl ::std::default::Default for ReachableOut {
            fn default() -> Self {
                Self {
                    account: Err("no value supplied for account".to_string()),
                    asks: Err("no value supplied for asks".to_string()),
                    member: Err("no value supplied for member".to_string()),
                }
            }
        }

        impl ReachableOut {
            pub fn account<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<super::AccountRefOut>,
                T::Error: ::std::fmt::Display,
            {
                self.account =
                    value.try_into().map_err(|e| format!("error converting supplied value for account: {e}"));
                self
            }
            pub fn asks<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::vec::Vec<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.asks =
                    value.try_into().map_err(|e| format!("error converting supplied value for asks: {e}"));
                self
            }
            pub fn member<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<super::MyMemberOut>,
                T::Error: ::std::fmt::Display,
            {
                self.member =
                    value.try_into().map_err(|e| format!("error converting supplied value for member: {e}"));
                self
            }
        }

        impl ::std::convert::TryFrom<ReachableOut> for super::ReachableOut {
            type Error = super::error::ConversionError;
            fn try_from(value: ReachableOut) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self { account: value.account?, asks: value.asks?, member: value.member? })
            }
        }

        impl ::std::convert::From<super::ReachableOut> for ReachableOut {
            fn from(value: super::ReachableOut) -> Self {
                Self { account: Ok(value.account), asks: Ok(value.asks), member: Ok(value.member) }
            }
        }

        #[derive(Clone, Debug)]
        pub struct RecoveryCodesOut {
            recovery_codes: ::std::result::Result<
                ::std::option::Option<::std::vec::Vec<::std::string::String>>,
                ::std::string::String,
            >,
        }

        impl ::std::default::Default for RecoveryCodesOut {
            fn default() -> Self {
                Self { recovery_codes: Err("no value supplied for recovery_codes".to_string()) }
            }
        }

        impl RecoveryCodesOut {
            pub fn recovery_codes<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::vec::Vec<::std::string::String>>>,
                T::Error: ::std::fmt::Display,
            {
                self.recovery_codes = value
                    .try_into()
                    .map_err(|e| format!("error converting supplied value for recovery_codes: {e}"));
                self
            }
        }

        impl ::std::convert::TryFrom<RecoveryCodesOut> for super::RecoveryCodesOut {
            type Error = super::error::ConversionError;
            fn try_from(
                value: RecoveryCodesOut,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self { recovery_codes: value.recovery_codes? })
            }
        }

        impl ::std::convert::From<super::RecoveryCodesOut> for RecoveryCodesOut {
            fn from(value: super::RecoveryCodesOut) -> Self {
                Self { recovery_codes: Ok(value.recovery_codes) }
            }
        }

        #[derive(Clone, Debug)]
        pub struct ResourceIn {
            name: ::std::result::Result<::std::option::Option<super::ResourceInName>, ::std::string::String>,
            parent: ::std::result::Result<super::ResourceRefIn, ::std::string::String>,
        }

        impl ::std::default::Default for ResourceIn {
            fn default() -> Self {
                Self { name: Ok(Default::default()), parent: Err("no value supplied for parent".to_string()) }
            }
        }

        impl ResourceIn {
            pub fn name<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<super::ResourceInName>>,
                T::Error: ::std::fmt::Display,
            {
                self.name =
                    value.try_into().map_err(|e| format!("error converting supplied value for name: {e}"));
                self
            }
            pub fn parent<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<super::ResourceRefIn>,
                T::Error: ::std::fmt::Display,
            {
                self.parent =
                    value.try_into().map_err(|e| format!("error converting supplied value for parent: {e}"));
                self
            }
        }

        impl ::std::convert::TryFrom<ResourceIn> for super::ResourceIn {
            type Error = super::error::ConversionError;
            fn try_from(value: ResourceIn) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self { name: value.name?, parent: value.parent? })
            }
        }

        impl ::std::convert::From<super::ResourceIn> for ResourceIn {
            fn from(value: super::ResourceIn) -> Self {
                Self { name: Ok(value.name), parent: Ok(value.parent) }
            }
        }

        #[derive(Clone, Debug)]
        pub struct ResourceOut {
            created_at:
                ::std::result::Result<::chrono::DateTime<::chrono::offset::Utc>, ::std::string::String>,
            id: ::std::result::Result<::std::string::String, ::std::string::String>,
            name: ::std::result::Result<::std::option::Option<::std::string::String>, ::std::string::String>,
            parent: ::std::result::Result<super::ResourceRefOut, ::std::string::String>,
            type_: ::std::result::Result<::std::string::String, ::std::string::String>,
        }

        impl ::std::default::Default for ResourceOut {
            fn default() -> Self {
                Self {
                    created_at: Err("no value supplied for created_at".to_string()),
                    id: Err("no value supplied for id".to_string()),
                    name: Err("no value supplied for name".to_string()),
                    parent: Err("no value supplied for parent".to_string()),
                    type_: Err("no value supplied for type_".to_string()),
                }
            }
        }

        impl ResourceOut {
            pub fn created_at<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::chrono::DateTime<::chrono::offset::Utc>>,
                T::Error: ::std::fmt::Display,
            {
                self.created_at = value
                    .try_into()
                    .map_err(|e| format!("error converting supplied value for created_at: {e}"));
                self
            }
            pub fn id<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.id =
                    value.try_into().map_err(|e| format!("error converting supplied value for id: {e}"));
                self
            }
            pub fn name<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.name =
                    value.try_into().map_err(|e| format!("error converting supplied value for name: {e}"));
                self
            }
            pub fn parent<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<super::ResourceRefOut>,
                T::Error: ::std::fmt::Display,
            {
                self.parent =
                    value.try_into().map_err(|e| format!("error converting supplied value for parent: {e}"));
                self
            }
            pub fn type_<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.type_ =
                    value.try_into().map_err(|e| format!("error converting supplied value for type_: {e}"));
                self
            }
        }

        impl ::std::convert::TryFrom<ResourceOut> for super::ResourceOut {
            type Error = super::error::ConversionError;
            fn try_from(value: ResourceOut) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    created_at: value.created_at?,
                    id: value.id?,
                    name: value.name?,
                    parent: value.parent?,
                    type_: value.type_?,
                })
            }
        }

        impl ::std::convert::From<super::ResourceOut> for ResourceOut {
            fn from(value: super::ResourceOut) -> Self {
                Self {
                    created_at: Ok(value.created_at),
                    id: Ok(value.id),
                    name: Ok(value.name),
                    parent: Ok(value.parent),
                    type_: Ok(value.type_),
                }
            }
        }

        #[derive(Clone, Debug)]
        pub struct ResourceRefIn {
            id: ::std::result::Result<::std::string::String, ::std::string::String>,
            type_: ::std::result::Result<::std::string::String, ::std::string::String>,
        }

        impl ::std::default::Default for ResourceRefIn {
            fn default() -> Self {
                Self {
                    id: Err("no value supplied for id".to_string()),
                    type_: Err("no value supplied for type_".to_string()),
                }
            }
        }

        impl ResourceRefIn {
            pub fn id<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.id =
                    value.try_into().map_err(|e| format!("error converting supplied value for id: {e}"));
                self
            }
            pub fn type_<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.type_ =
                    value.try_into().map_err(|e| format!("error converting supplied value for type_: {e}"));
                self
            }
        }

        impl ::std::convert::TryFrom<ResourceRefIn> for super::ResourceRefIn {
            type Error = super::error::ConversionError;
            fn try_from(value: ResourceRefIn) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self { id: value.id?, type_: value.type_? })
            }
        }

        impl ::std::convert::From<super::ResourceRefIn> for ResourceRefIn {
            fn from(value: super::ResourceRefIn) -> Self {
                Self { id: Ok(value.id), type_: Ok(value.type_) }
            }
        }

        #[derive(Clone, Debug)]
        pub struct ResourceRefOut {
            id: ::std::result::Result<::std::string::String, ::std::string::String>,
            type_: ::std::result::Result<::std::string::String, ::std::string::String>,
        }

        impl ::std::default::Default for ResourceRefOut {
            fn default() -> Self {
                Self {
                    id: Err("no value supplied for id".to_string()),
                    type_: Err("no value supplied for type_".to_string()),
                }
            }
        }

        impl ResourceRefOut {
            pub fn id<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.id =
                    value.try_into().map_err(|e| format!("error converting supplied value for id: {e}"));
                self
            }
            pub fn type_<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.type_ =
                    value.try_into().map_err(|e| format!("error converting supplied value for type_: {e}"));
                self
            }
        }

        impl ::std::convert::TryFrom<ResourceRefOut> for super::ResourceRefOut {
            type Error = super::error::ConversionError;
            fn try_from(value: ResourceRefOut) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self { id: value.id?, type_: value.type_? })
            }
        }

        impl ::std::convert::From<super::ResourceRefOut> for ResourceRefOut {
            fn from(value: super::ResourceRefOut) -> Self {
                Self { id: Ok(value.id), type_: Ok(value.type_) }
            }
        }

        #[derive(Clone, Debug)]
        pub struct ResourceSearchRequest {
            action: ::std::result::Result<super::AccessAction, ::std::string::String>,
            context:
                ::std::result::Result<::std::option::Option<super::AccessContext>, ::std::string::String>,
            page: ::std::result::Result<::std::option::Option<super::SearchPage>, ::std::string::String>,
            resource: ::std::result::Result<super::AccessKind, ::std::string::String>,
            subject: ::std::result::Result<super::AccessEntity, ::std::string::String>,
        }

        impl ::std::default::Default for ResourceSearchRequest {
            fn default() -> Self {
                Self {
                    action: Err("no value supplied for action".to_string()),
                    context: Ok(Default::default()),
                    page: Ok(Default::default()),
                    resource: Err("no value supplied for resource".to_string()),
                    subject: Err("no value supplied for subject".to_string()),
                }
            }
        }

        impl ResourceSearchRequest {
            pub fn action<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<super::AccessAction>,
                T::Error: ::std::fmt::Display,
            {
                self.action =
                    value.try_into().map_err(|e| format!("error converting supplied value for action: {e}"));
                self
            }
            pub fn context<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<super::AccessContext>>,
                T::Error: ::std::fmt::Display,
            {
                self.context =
                    value.try_into().map_err(|e| format!("error converting supplied value for context: {e}"));
                self
            }
            pub fn page<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<super::SearchPage>>,
                T::Error: ::std::fmt::Display,
            {
                self.page =
                    value.try_into().map_err(|e| format!("error converting supplied value for page: {e}"));
                self
            }
            pub fn resource<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<super::AccessKind>,
                T::Error: ::std::fmt::Display,
            {
                self.resource = value
                    .try_into()
                    .map_err(|e| format!("error converting supplied value for resource: {e}"));
                self
            }
            pub fn subject<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<super::AccessEntity>,
                T::Error: ::std::fmt::Display,
            {
                self.subject =
                    value.try_into().map_err(|e| format!("error converting supplied value for subject: {e}"));
                self
            }
        }

        impl ::std::convert::TryFrom<ResourceSearchRequest> for super::ResourceSearchRequest {
            type Error = super::error::ConversionError;
            fn try_from(
                value: ResourceSearchRequest,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    action: value.action?,
                    context: value.context?,
                    page: value.page?,
                    resource: value.resource?,
                    subject: value.subject?,
                })
            }
        }

        impl ::std::convert::From<super::ResourceSearchRequest> for ResourceSearchRequest {
            fn from(value: super::ResourceSearchRequest) -> Self {
                Self {
                    action: Ok(value.action),
                    context: Ok(value.context),
                    page: Ok(value.page),
                    resource: Ok(value.resource),
                    subject: Ok(value.subject),
                }
            }
        }

        #[derive(Clone, Debug)]
        pub struct ResourcesOut {
            page: ::std::result::Result<super::NextPageOut, ::std::string::String>,
            results: ::std::result::Result<::std::vec::Vec<super::FoundOut>, ::std::string::String>,
        }

        impl ::std::default::Default for ResourcesOut {
            fn default() -> Self {
                Self {
                    page: Err("no value supplied for page".to_string()),
                    results: Err("no value supplied for results".to_string()),
                }
            }
        }

        impl ResourcesOut {
            pub fn page<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<super::NextPageOut>,
                T::Error: ::std::fmt::Display,
            {
                self.page =
                    value.try_into().map_err(|e| format!("error converting supplied value for page: {e}"));
                self
            }
            pub fn results<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::vec::Vec<super::FoundOut>>,
                T::Error: ::std::fmt::Display,
            {
                self.results =
                    value.try_into().map_err(|e| format!("error converting supplied value for results: {e}"));
                self
            }
        }

        impl ::std::convert::TryFrom<ResourcesOut> for super::ResourcesOut {
            type Error = super::error::ConversionError;
            fn try_from(value: ResourcesOut) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self { page: value.page?, results: value.results? })
            }
        }

        impl ::std::convert::From<super::ResourcesOut> for ResourcesOut {
            fn from(value: super::ResourcesOut) -> Self {
                Self { page: Ok(value.page), results: Ok(value.results) }
            }
        }

        #[derive(Clone, Debug)]
        pub struct RoleModelIn {
            id: ::std::result::Result<::std::string::String, ::std::string::String>,
            mapping: ::std::result::Result<
                ::std::collections::HashMap<
                    ::std::string::String,
                    ::std::option::Option<::std::string::String>,
                >,
                ::std::string::String,
            >,
            version: ::std::result::Result<::std::option::Option<u32>, ::std::string::String>,
        }

        impl ::std::default::Default for RoleModelIn {
            fn default() -> Self {
                Self {
                    id: Err("no value supplied for id".to_string()),
                    mapping: Ok(Default::default()),
                    version: Ok(Default::default()),
                }
            }
        }

        impl RoleModelIn {
            pub fn id<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.id =
                    value.try_into().map_err(|e| format!("error converting supplied value for id: {e}"));
                self
            }
            pub fn mapping<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<
                        ::std::collections::HashMap<
                            ::std::string::String,
                            ::std::option::Option<::std::string::String>,
                        >,
                    >,
                T::Error: ::std::fmt::Display,
            {
                self.mapping =
                    value.try_into().map_err(|e| format!("error converting supplied value for mapping: {e}"));
                self
            }
            pub fn version<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<u32>>,
                T::Error: ::std::fmt::Display,
            {
                self.version =
                    value.try_into().map_err(|e| format!("error converting supplied value for version: {e}"));
                self
            }
        }

        impl ::std::convert::TryFrom<RoleModelIn> for super::RoleModelIn {
            type Error = super::error::ConversionError;
            fn try_from(value: RoleModelIn) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self { id: value.id?, mapping: value.mapping?, version: value.version? })
            }
        }

        impl ::std::convert::From<super::RoleModelIn> for RoleModelIn {
            fn from(value: super::RoleModelIn) -> Self {
                Self { id: Ok(value.id), mapping: Ok(value.mapping), version: Ok(value.version) }
            }
        }

        #[derive(Clone, Debug)]
        pub struct RoleModelOut {
            id: ::std::result::Result<::std::string::String, ::std::string::String>,
            one_active_account: ::std::result::Result<bool, ::std::string::String>,
            ownership: ::std::result::Result<super::OwnershipOut, ::std::string::String>,
            permissions: ::std::result::Result<::std::vec::Vec<super::PermissionOut>, ::std::string::String>,
            roles: ::std::result::Result<::std::vec::Vec<super::RoleOut>, ::std::string::String>,
            roles_per_member: ::std::result::Result<::std::string::String, ::std::string::String>,
            title: ::std::result::Result<::std::string::String, ::std::string::String>,
            version: ::std::result::Result<u32, ::std::string::String>,
        }

        impl ::std::default::Default for RoleModelOut {
            fn default() -> Self {
                Self {
                    id: Err("no value supplied for id".to_string()),
                    one_active_account: Err("no value supplied for one_active_account".to_string()),
                    ownership: Err("no value supplied for ownership".to_string()),
                    permissions: Err("no value supplied for permissions".to_string()),
                    roles: Err("no value supplied for roles".to_string()),
                    roles_per_member: Err("no value supplied for roles_per_member".to_string()),
                    title: Err("no value supplied for title".to_string()),
                    version: Err("no value supplied for version".to_string()),
                }
            }
        }

        impl RoleModelOut {
            pub fn id<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.id =
                    value.try_into().map_err(|e| format!("error converting supplied value for id: {e}"));
                self
            }
            pub fn one_active_account<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<bool>,
                T::Error: ::std::fmt::Display,
            {
                self.one_active_account = value
                    .try_into()
                    .map_err(|e| format!("error converting supplied value for one_active_account: {e}"));
                self
            }
            pub fn ownership<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<super::OwnershipOut>,
                T::Error: ::std::fmt::Display,
            {
                self.ownership = value
                    .try_into()
                    .map_err(|e| format!("error converting supplied value for ownership: {e}"));
                self
            }
            pub fn permissions<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::vec::Vec<super::PermissionOut>>,
                T::Error: ::std::fmt::Display,
            {
                self.permissions = value
                    .try_into()
                    .map_err(|e| format!("error converting supplied value for permissions: {e}"));
                self
            }
            pub fn roles<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::vec::Vec<super::RoleOut>>,
                T::Error: ::std::fmt::Display,
            {
                self.roles =
                    value.try_into().map_err(|e| format!("error converting supplied value for roles: {e}"));
                self
            }
            pub fn roles_per_member<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.roles_per_member = value
                    .try_into()
                    .map_err(|e| format!("error converting supplied value for roles_per_member: {e}"));
                self
            }
            pub fn title<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.title =
                    value.try_into().map_err(|e| format!("error converting supplied value for title: {e}"));
                self
            }
            pub fn version<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<u32>,
                T::Error: ::std::fmt::Display,
            {
                self.version =
                    value.try_into().map_err(|e| format!("error converting supplied value for version: {e}"));
                self
            }
        }

        impl ::std::convert::TryFrom<RoleModelOut> for super::RoleModelOut {
            type Error = super::error::ConversionError;
            fn try_from(value: RoleModelOut) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    id: value.id?,
                    one_active_account: value.one_active_account?,
                    ownership: value.ownership?,
                    permissions: value.permissions?,
                    roles: value.roles?,
                    roles_per_member: value.roles_per_member?,
                    title: value.title?,
                    version: value.version?,
                })
            }
        }

        impl ::std::convert::From<super::RoleModelOut> for RoleModelOut {
            fn from(value: super::RoleModelOut) -> Self {
                Self {
                    id: Ok(value.id),
                    one_active_account: Ok(value.one_active_account),
                    ownership: Ok(value.ownership),
                    permissions: Ok(value.permissions),
                    roles: Ok(value.roles),
                    roles_per_member: Ok(value.roles_per_member),
                    title: Ok(value.title),
                    version: Ok(value.version),
                }
            }
        }

        #[derive(Clone, Debug)]
        pub struct RoleOut {
            excludes: ::std::result::Result<::std::vec::Vec<super::ExclusionOut>, ::std::string::String>,
            granted_by: ::std::result::Result<::std::vec::Vec<::std::string::String>, ::std::string::String>,
            id: ::std::result::Result<::std::string::String, ::std::string::String>,
            includes: ::std::result::Result<::std::vec::Vec<::std::string::String>, ::std::string::String>,
            invitable: ::std::result::Result<bool, ::std::string::String>,
            permissions: ::std::result::Result<::std::vec::Vec<::std::string::String>, ::std::string::String>,
            requires_any:
                ::std::result::Result<::std::vec::Vec<::std::string::String>, ::std::string::String>,
            scope: ::std::result::Result<::std::string::String, ::std::string::String>,
            title: ::std::result::Result<::std::string::String, ::std::string::String>,
        }

        impl ::std::default::Default for RoleOut {
            fn default() -> Self {
                Self {
                    excludes: Err("no value supplied for excludes".to_string()),
                    granted_by: Err("no value supplied for granted_by".to_string()),
                    id: Err("no value supplied for id".to_string()),
                    includes: Err("no value supplied for includes".to_string()),
                    invitable: Err("no value supplied for invitable".to_string()),
                    permissions: Err("no value supplied for permissions".to_string()),
                    requires_any: Err("no value supplied for requires_any".to_string()),
                    scope: Err("no value supplied for scope".to_string()),
                    title: Err("no value supplied for title".to_string()),
                }
            }
        }

        impl RoleOut {
            pub fn excludes<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::vec::Vec<super::ExclusionOut>>,
                T::Error: ::std::fmt::Display,
            {
                self.excludes = value
                    .try_into()
                    .map_err(|e| format!("error converting supplied value for excludes: {e}"));
                self
            }
            pub fn granted_by<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::vec::Vec<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.granted_by = value
                    .try_into()
                    .map_err(|e| format!("error converting supplied value for granted_by: {e}"));
                self
            }
            pub fn id<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.id =
                    value.try_into().map_err(|e| format!("error converting supplied value for id: {e}"));
                self
            }
            pub fn includes<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::vec::Vec<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.includes = value
                    .try_into()
                    .map_err(|e| format!("error converting supplied value for includes: {e}"));
                self
            }
            pub fn invitable<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<bool>,
                T::Error: ::std::fmt::Display,
            {
                self.invitable = value
                    .try_into()
                    .map_err(|e| format!("error converting supplied value for invitable: {e}"));
                self
            }
            pub fn permissions<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::vec::Vec<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.permissions = value
                    .try_into()
                    .map_err(|e| format!("error converting supplied value for permissions: {e}"));
                self
            }
            pub fn requires_any<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::vec::Vec<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.requires_any = value
                    .try_into()
                    .map_err(|e| format!("error converting supplied value for requires_any: {e}"));
                self
            }
            pub fn scope<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.scope =
                    value.try_into().map_err(|e| format!("error converting supplied value for scope: {e}"));
                self
            }
            pub fn title<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.title =
                    value.try_into().map_err(|e| format!("error converting supplied value for title: {e}"));
                self
            }
        }

        impl ::std::convert::TryFrom<RoleOut> for super::RoleOut {
            type Error = super::error::ConversionError;
            fn try_from(value: RoleOut) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    excludes: value.excludes?,
                    granted_by: value.granted_by?,
                    id: value.id?,
                    includes: value.includes?,
                    invitable: value.invitable?,
                    permissions: value.permissions?,
                    requires_any: value.requires_any?,
                    scope: value.scope?,
                    title: value.title?,
                })
            }
        }

        impl ::std::convert::From<super::RoleOut> for RoleOut {
            fn from(value: super::RoleOut) -> Self {
                Self {
                    excludes: Ok(value.excludes),
                    granted_by: Ok(value.granted_by),
                    id: Ok(value.id),
                    includes: Ok(value.includes),
                    invitable: Ok(value.invitable),
                    permissions: Ok(value.permissions),
                    requires_any: Ok(value.requires_any),
                    scope: Ok(value.scope),
                    title: Ok(value.title),
                }
            }
        }

        #[derive(Clone, Debug)]
        pub struct SearchPage {
            limit: ::std::result::Result<::std::option::Option<u64>, ::std::string::String>,
            token: ::std::result::Result<::std::option::Option<::std::string::String>, ::std::string::String>,
        }

        impl ::std::default::Default for SearchPage {
            fn default() -> Self {
                Self { limit: Ok(Default::default()), token: Ok(Default::default()) }
            }
        }

        impl SearchPage {
            pub fn limit<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<u64>>,
                T::Error: ::std::fmt::Display,
            {
                self.limit =
                    value.try_into().map_err(|e| format!("error converting supplied value for limit: {e}"));
                self
            }
            pub fn token<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.token =
                    value.try_into().map_err(|e| format!("error converting supplied value for token: {e}"));
                self
            }
        }

        impl ::std::convert::TryFrom<SearchPage> for super::SearchPage {
            type Error = super::error::ConversionError;
            fn try_from(value: SearchPage) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self { limit: value.limit?, token: value.token? })
            }
        }

        impl ::std::convert::From<super::SearchPage> for SearchPage {
            fn from(value: super::SearchPage) -> Self {
                Self { limit: Ok(value.limit), token: Ok(value.token) }
            }
        }

        #[derive(Clone, Debug)]
        pub struct SecondStepIn {
            challenge: ::std::result::Result<super::SecondStepInChallenge, ::std::string::String>,
            code:
                ::std::result::Result<::std::option::Option<super::SecondStepInCode>, ::std::string::String>,
            recovery_code: ::std::result::Result<
                ::std::option::Option<super::SecondStepInRecoveryCode>,
                ::std::string::String,
            >,
        }

        impl ::std::default::Default for SecondStepIn {
            fn default() -> Self {
                Self {
                    challenge: Err("no value supplied for challenge".to_string()),
                    code: Ok(Default::default()),
                    recovery_code: Ok(Default::default()),
                }
            }
        }

        impl SecondStepIn {
            pub fn challenge<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<super::SecondStepInChallenge>,
                T::Error: ::std::fmt::Display,
            {
                self.challenge = value
                    .try_into()
                    .map_err(|e| format!("error converting supplied value for challenge: {e}"));
                self
            }
            pub fn code<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<super::SecondStepInCode>>,
                T::Error: ::std::fmt::Display,
            {
                self.code =
                    value.try_into().map_err(|e| format!("error converting supplied value for code: {e}"));
                self
            }
            pub fn recovery_code<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<super::SecondStepInRecoveryCode>>,
                T::Error: ::std::fmt::Display,
            {
                self.recovery_code = value
                    .try_into()
                    .map_err(|e| format!("error converting supplied value for recovery_code: {e}"));
                self
            }
        }

        impl ::std::convert::TryFrom<SecondStepIn> for super::SecondStepIn {
            type Error = super::error::ConversionError;
            fn try_from(value: SecondStepIn) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    challenge: value.challenge?,
                    code: value.code?,
                    recovery_code: value.recovery_code?,
                })
            }
        }

        impl ::std::convert::From<super::SecondStepIn> for SecondStepIn {
            fn from(value: super::SecondStepIn) -> Self {
                Self {
                    challenge: Ok(value.challenge),
                    code: Ok(value.code),
                    recovery_code: Ok(value.recovery_code),
                }
            }
        }

        #[derive(Clone, Debug)]
        pub struct SessionOut {
            created_at:
                ::std::result::Result<::chrono::DateTime<::chrono::offset::Utc>, ::std::string::String>,
            current: ::std::result::Result<bool, ::std::string::String>,
            expires_at:
                ::std::result::Result<::chrono::DateTime<::chrono::offset::Utc>, ::std::string::String>,
            id: ::std::result::Result<super::SessionId, ::std::string::String>,
            last_seen_at:
                ::std::result::Result<::chrono::DateTime<::chrono::offset::Utc>, ::std::string::String>,
            methods: ::std::result::Result<::std::vec::Vec<::std::string::String>, ::std::string::String>,
            source_ip:
                ::std::result::Result<::std::option::Option<::std::string::String>, ::std::string::String>,
            user_agent:
                ::std::result::Result<::std::option::Option<::std::string::String>, ::std::string::String>,
        }

        impl ::std::default::Default for SessionOut {
            fn default() -> Self {
                Self {
                    created_at: Err("no value supplied for created_at".to_string()),
                    current: Err("no value supplied for current".to_string()),
                    expires_at: Err("no value supplied for expires_at".to_string()),
                    id: Err("no value supplied for id".to_string()),
                    last_seen_at: Err("no value supplied for last_seen_at".to_string()),
                    methods: Err("no value supplied for methods".to_string()),
                    source_ip: Err("no value supplied for source_ip".to_string()),
                    user_agent: Err("no value supplied for user_agent".to_string()),
                }
            }
        }

        impl SessionOut {
            pub fn created_at<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::chrono::DateTime<::chrono::offset::Utc>>,
                T::Error: ::std::fmt::Display,
            {
                self.created_at = value
                    .try_into()
                    .map_err(|e| format!("error converting supplied value for created_at: {e}"));
                self
            }
            pub fn current<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<bool>,
                T::Error: ::std::fmt::Display,
            {
                self.current =
                    value.try_into().map_err(|e| format!("error converting supplied value for current: {e}"));
                self
            }
            pub fn expires_at<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::chrono::DateTime<::chrono::offset::Utc>>,
                T::Error: ::std::fmt::Display,
            {
                self.expires_at = value
                    .try_into()
                    .map_err(|e| format!("error converting supplied value for expires_at: {e}"));
                self
            }
            pub fn id<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<super::SessionId>,
                T::Error: ::std::fmt::Display,
            {
                self.id =
                    value.try_into().map_err(|e| format!("error converting supplied value for id: {e}"));
                self
            }
            pub fn last_seen_at<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::chrono::DateTime<::chrono::offset::Utc>>,
                T::Error: ::std::fmt::Display,
            {
                self.last_seen_at = value
                    .try_into()
                    .map_err(|e| format!("error converting supplied value for last_seen_at: {e}"));
                self
            }
            pub fn methods<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::vec::Vec<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.methods =
                    value.try_into().map_err(|e| format!("error converting supplied value for methods: {e}"));
                self
            }
            pub fn source_ip<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.source_ip = value
                    .try_into()
                    .map_err(|e| format!("error converting supplied value for source_ip: {e}"));
                self
            }
            pub fn user_agent<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.user_agent = value
                    .try_into()
                    .map_err(|e| format!("error converting supplied value for user_agent: {e}"));
                self
            }
        }

        impl ::std::convert::TryFrom<SessionOut> for super::SessionOut {
            type Error = super::error::ConversionError;
            fn try_from(value: SessionOut) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    created_at: value.created_at?,
                    current: value.current?,
                    expires_at: value.expires_at?,
                    id: value.id?,
                    last_seen_at: value.last_seen_at?,
                    methods: value.methods?,
                    source_ip: value.source_ip?,
                    user_agent: value.user_agent?,
                })
            }
        }

        impl ::std::convert::From<super::SessionOut> for SessionOut {
            fn from(value: super::SessionOut) -> Self {
                Self {
                    created_at: Ok(value.created_at),
                    current: Ok(value.current),
                    expires_at: Ok(value.expires_at),
                    id: Ok(value.id),
                    last_seen_at: Ok(value.last_seen_at),
                    methods: Ok(value.methods),
                    source_ip: Ok(value.source_ip),
                    user_agent: Ok(value.user_agent),
                }
            }
        }

        #[derive(Clone, Debug)]
        pub struct SignInIn {
            email: ::std::result::Result<super::SignInInEmail, ::std::string::String>,
            password: ::std::result::Result<super::SignInInPassword, ::std::string::String>,
        }

        impl ::std::default::Default for SignInIn {
            fn default() -> Self {
                Self {
                    email: Err("no value supplied for email".to_string()),
                    password: Err("no value supplied for password".to_string()),
                }
            }
        }

        impl SignInIn {
            pub fn email<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<super::SignInInEmail>,
                T::Error: ::std::fmt::Display,
            {
                self.email =
                    value.try_into().map_err(|e| format!("error converting supplied value for email: {e}"));
                self
            }
            pub fn password<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<super::SignInInPassword>,
                T::Error: ::std::fmt::Display,
            {
                self.password = value
                    .try_into()
                    .map_err(|e| format!("error converting supplied value for password: {e}"));
                self
            }
        }

        impl ::std::convert::TryFrom<SignInIn> for super::SignInIn {
            type Error = super::error::ConversionError;
            fn try_from(value: SignInIn) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self { email: value.email?, password: value.password? })
            }
        }

        impl ::std::convert::From<super::SignInIn> for SignInIn {
            fn from(value: super::SignInIn) -> Self {
                Self { email: Ok(value.email), password: Ok(value.password) }
            }
        }

        #[derive(Clone, Debug)]
        pub struct SignUpIn {
            account_name: ::std::result::Result<super::SignUpInAccountName, ::std::string::String>,
            email: ::std::result::Result<super::SignUpInEmail, ::std::string::String>,
            name: ::std::result::Result<super::SignUpInName, ::std::string::String>,
            password: ::std::result::Result<super::SignUpInPassword, ::std::string::String>,
            role_model:
                ::std::result::Result<::std::option::Option<::std::string::String>, ::std::string::String>,
        }

        impl ::std::default::Default for SignUpIn {
            fn default() -> Self {
                Self {
                    account_name: Err("no value supplied for account_name".to_string()),
                    email: Err("no value supplied for email".to_string()),
                    name: Err("no value supplied for name".to_string()),
                    password: Err("no value supplied for password".to_string()),
                    role_model: Ok(Default::default()),
                }
            }
        }

        impl SignUpIn {
            pub fn account_name<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<super::SignUpInAccountName>,
                T::Error: ::std::fmt::Display,
            {
                self.account_name = value
                    .try_into()
                    .map_err(|e| format!("error converting supplied value for account_name: {e}"));
                self
            }
            pub fn email<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<super::SignUpInEmail>,
                T::Error: ::std::fmt::Display,
            {
                self.email =
                    value.try_into().map_err(|e| format!("error converting supplied value for email: {e}"));
                self
            }
            pub fn name<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<super::SignUpInName>,
                T::Error: ::std::fmt::Display,
            {
                self.name =
                    value.try_into().map_err(|e| format!("error converting supplied value for name: {e}"));
                self
            }
            pub fn password<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<super::SignUpInPassword>,
                T::Error: ::std::fmt::Display,
            {
                self.password = value
                    .try_into()
                    .map_err(|e| format!("error converting supplied value for password: {e}"));
                self
            }
            pub fn role_model<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.role_model = value
                    .try_into()
                    .map_err(|e| format!("error converting supplied value for role_model: {e}"));
                self
            }
        }

        impl ::std::convert::TryFrom<SignUpIn> for super::SignUpIn {
            type Error = super::error::ConversionError;
            fn try_from(value: SignUpIn) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    account_name: value.account_name?,
                    email: value.email?,
                    name: value.name?,
                    password: value.password?,
                    role_model: value.role_model?,
                })
            }
        }

        impl ::std::convert::From<super::SignUpIn> for SignUpIn {
            fn from(value: super::SignUpIn) -> Self {
                Self {
                    account_name: Ok(value.account_name),
                    email: Ok(value.email),
                    name: Ok(value.name),
                    password: Ok(value.password),
                    role_model: Ok(value.role_model),
                }
            }
        }

        #[derive(Clone, Debug)]
        pub struct SignedInOut {
            at: ::std::result::Result<::chrono::DateTime<::chrono::offset::Utc>, ::std::string::String>,
            fresh_until:
                ::std::result::Result<::chrono::DateTime<::chrono::offset::Utc>, ::std::string::String>,
            id: ::std::result::Result<super::SessionId, ::std::string::String>,
            methods: ::std::result::Result<::std::vec::Vec<::std::string::String>, ::std::string::String>,
        }

        impl ::std::default::Default for SignedInOut {
            fn default() -> Self {
                Self {
                    at: Err("no value supplied for at".to_string()),
                    fresh_until: Err("no value supplied for fresh_until".to_string()),
                    id: Err("no value supplied for id".to_string()),
                    methods: Err("no value supplied for methods".to_string()),
                }
            }
        }

        impl SignedInOut {
            pub fn at<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::chrono::DateTime<::chrono::offset::Utc>>,
                T::Error: ::std::fmt::Display,
            {
                self.at =
                    value.try_into().map_err(|e| format!("error converting supplied value for at: {e}"));
                self
            }
            pub fn fresh_until<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::chrono::DateTime<::chrono::offset::Utc>>,
                T::Error: ::std::fmt::Display,
            {
                self.fresh_until = value
                    .try_into()
                    .map_err(|e| format!("error converting supplied value for fresh_until: {e}"));
                self
            }
            pub fn id<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<super::SessionId>,
                T::Error: ::std::fmt::Display,
            {
                self.id =
                    value.try_into().map_err(|e| format!("error converting supplied value for id: {e}"));
                self
            }
            pub fn methods<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::vec::Vec<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.methods =
                    value.try_into().map_err(|e| format!("error converting supplied value for methods: {e}"));
                self
            }
        }

        impl ::std::convert::TryFrom<SignedInOut> for super::SignedInOut {
            type Error = super::error::ConversionError;
            fn try_from(value: SignedInOut) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    at: value.at?,
                    fresh_until: value.fresh_until?,
                    id: value.id?,
                    methods: value.methods?,
                })
            }
        }

        impl ::std::convert::From<super::SignedInOut> for SignedInOut {
            fn from(value: super::SignedInOut) -> Self {
                Self {
                    at: Ok(value.at),
                    fresh_until: Ok(value.fresh_until),
                    id: Ok(value.id),
                    methods: Ok(value.methods),
                }
            }
        }

        #[derive(Clone, Debug)]
        pub struct SignedUpOut {
            account: ::std::result::Result<super::AccountOut, ::std::string::String>,
            member: ::std::result::Result<super::MemberOut, ::std::string::String>,
            session: ::std::result::Result<super::NewSessionOut, ::std::string::String>,
            user: ::std::result::Result<super::UserOut, ::std::string::String>,
        }

        impl ::std::default::Default for SignedUpOut {
            fn default() -> Self {
                Self {
                    account: Err("no value supplied for account".to_string()),
                    member: Err("no value supplied for member".to_string()),
                    session: Err("no value supplied for session".to_string()),
                    user: Err("no value supplied for user".to_string()),
                }
            }
        }

        impl SignedUpOut {
            pub fn account<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<super::AccountOut>,
                T::Error: ::std::fmt::Display,
            {
                self.account =
                    value.try_into().map_err(|e| format!("error converting supplied value for account: {e}"));
                self
            }
            pub fn member<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<super::MemberOut>,
                T::Error: ::std::fmt::Display,
            {
                self.member =
                    value.try_into().map_err(|e| format!("error converting supplied value for member: {e}"));
                self
            }
            pub fn session<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<super::NewSessionOut>,
                T::Error: ::std::fmt::Display,
            {
                self.session =
                    value.try_into().map_err(|e| format!("error converting supplied value for session: {e}"));
                self
            }
            pub fn user<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<super::UserOut>,
                T::Error: ::std::fmt::Display,
            {
                self.user =
                    value.try_into().map_err(|e| format!("error converting supplied value for user: {e}"));
                self
            }
        }

        impl ::std::convert::TryFrom<SignedUpOut> for super::SignedUpOut {
            type Error = super::error::ConversionError;
            fn try_from(value: SignedUpOut) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    account: value.account?,
                    member: value.member?,
                    session: value.session?,
                    user: value.user?,
                })
            }
        }

        impl ::std::convert::From<super::SignedUpOut> for SignedUpOut {
            fn from(value: super::SignedUpOut) -> Self {
                Self {
                    account: Ok(value.account),
                    member: Ok(value.member),
                    session: Ok(value.session),
                    user: Ok(value.user),
                }
            }
        }

        #[derive(Clone, Debug)]
        pub struct SsoCodeIn {
            code: ::std::result::Result<super::SsoCodeInCode, ::std::string::String>,
            code_verifier: ::std::result::Result<super::SsoCodeInCodeVerifier, ::std::string::String>,
        }

        impl ::std::default::Default for SsoCodeIn {
            fn default() -> Self {
                Self {
                    code: Err("no value supplied for code".to_string()),
                    code_verifier: Err("no value supplied for code_verifier".to_string()),
                }
            }
        }

        impl SsoCodeIn {
            pub fn code<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<super::SsoCodeInCode>,
                T::Error: ::std::fmt::Display,
            {
                self.code =
                    value.try_into().map_err(|e| format!("error converting supplied value for code: {e}"));
                self
            }
            pub fn code_verifier<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<super::SsoCodeInCodeVerifier>,
                T::Error: ::std::fmt::Display,
            {
                self.code_verifier = value
                    .try_into()
                    .map_err(|e| format!("error converting supplied value for code_verifier: {e}"));
                self
            }
        }

        impl ::std::convert::TryFrom<SsoCodeIn> for super::SsoCodeIn {
            type Error = super::error::ConversionError;
            fn try_from(value: SsoCodeIn) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self { code: value.code?, code_verifier: value.code_verifier? })
            }
        }

        impl ::std::convert::From<super::SsoCodeIn> for SsoCodeIn {
            fn from(value: super::SsoCodeIn) -> Self {
                Self { code: Ok(value.code), code_verifier: Ok(value.code_verifier) }
            }
        }

        #[derive(Clone, Debug)]
        pub struct SubjectSearchRequest {
            action: ::std::result::Result<super::AccessAction, ::std::string::String>,
            context:
                ::std::result::Result<::std::option::Option<super::AccessContext>, ::std::string::String>,
            page: ::std::result::Result<::std::option::Option<super::SearchPage>, ::std::string::String>,
            resource: ::std::result::Result<super::AccessEntity, ::std::string::String>,
            subject: ::std::result::Result<super::AccessKind, ::std::string::String>,
        }

        impl ::std::default::Default for SubjectSearchRequest {
            fn default() -> Self {
                Self {
                    action: Err("no value supplied for action".to_string()),
                    context: Ok(Default::default()),
                    page: Ok(Default::default()),
                    resource: Err("no value supplied for resource".to_string()),
                    subject: Err("no value supplied for subject".to_string()),
                }
            }
        }

        impl SubjectSearchRequest {
            pub fn action<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<super::AccessAction>,
                T::Error: ::std::fmt::Display,
            {
                self.action =
                    value.try_into().map_err(|e| format!("error converting supplied value for action: {e}"));
                self
            }
            pub fn context<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<super::AccessContext>>,
                T::Error: ::std::fmt::Display,
            {
                self.context =
                    value.try_into().map_err(|e| format!("error converting supplied value for context: {e}"));
                self
            }
            pub fn page<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<super::SearchPage>>,
                T::Error: ::std::fmt::Display,
            {
                self.page =
                    value.try_into().map_err(|e| format!("error converting supplied value for page: {e}"));
                self
            }
            pub fn resource<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<super::AccessEntity>,
                T::Error: ::std::fmt::Display,
            {
                self.resource = value
                    .try_into()
                    .map_err(|e| format!("error converting supplied value for resource: {e}"));
                self
            }
            pub fn subject<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<super::AccessKind>,
                T::Error: ::std::fmt::Display,
            {
                self.subject =
                    value.try_into().map_err(|e| format!("error converting supplied value for subject: {e}"));
                self
            }
        }

        impl ::std::convert::TryFrom<SubjectSearchRequest> for super::SubjectSearchRequest {
            type Error = super::error::ConversionError;
            fn try_from(
                value: SubjectSearchRequest,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    action: value.action?,
                    context: value.context?,
                    page: value.page?,
                    resource: value.resource?,
                    subject: value.subject?,
                })
            }
        }

        impl ::std::convert::From<super::SubjectSearchRequest> for SubjectSearchRequest {
            fn from(value: super::SubjectSearchRequest) -> Self {
                Self {
                    action: Ok(value.action),
                    context: Ok(value.context),
                    page: Ok(value.page),
                    resource: Ok(value.resource),
                    subject: Ok(value.subject),
                }
            }
        }

        #[derive(Clone, Debug)]
        pub struct SubjectsOut {
            page: ::std::result::Result<super::NextPageOut, ::std::string::String>,
            results: ::std::result::Result<::std::vec::Vec<super::FoundOut>, ::std::string::String>,
        }

        impl ::std::default::Default for SubjectsOut {
            fn default() -> Self {
                Self {
                    page: Err("no value supplied for page".to_string()),
                    results: Err("no value supplied for results".to_string()),
                }
            }
        }

        impl SubjectsOut {
            pub fn page<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<super::NextPageOut>,
                T::Error: ::std::fmt::Display,
            {
                self.page =
                    value.try_into().map_err(|e| format!("error converting supplied value for page: {e}"));
                self
            }
            pub fn results<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::vec::Vec<super::FoundOut>>,
                T::Error: ::std::fmt::Display,
            {
                self.results =
                    value.try_into().map_err(|e| format!("error converting supplied value for results: {e}"));
                self
            }
        }

        impl ::std::convert::TryFrom<SubjectsOut> for super::SubjectsOut {
            type Error = super::error::ConversionError;
            fn try_from(value: SubjectsOut) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self { page: value.page?, results: value.results? })
            }
        }

        impl ::std::convert::From<super::SubjectsOut> for SubjectsOut {
            fn from(value: super::SubjectsOut) -> Self {
                Self { page: Ok(value.page), results: Ok(value.results) }
            }
        }

        #[derive(Clone, Debug)]
        pub struct TotpCodeIn {
            code: ::std::result::Result<super::TotpCodeInCode, ::std::string::String>,
        }

        impl ::std::default::Default for TotpCodeIn {
            fn default() -> Self {
                Self { code: Err("no value supplied for code".to_string()) }
            }
        }

        impl TotpCodeIn {
            pub fn code<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<super::TotpCodeInCode>,
                T::Error: ::std::fmt::Display,
            {
                self.code =
                    value.try_into().map_err(|e| format!("error converting supplied value for code: {e}"));
                self
            }
        }

        impl ::std::convert::TryFrom<TotpCodeIn> for super::TotpCodeIn {
            type Error = super::error::ConversionError;
            fn try_from(value: TotpCodeIn) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self { code: value.code? })
            }
        }

        impl ::std::convert::From<super::TotpCodeIn> for TotpCodeIn {
            fn from(value: super::TotpCodeIn) -> Self {
                Self { code: Ok(value.code) }
            }
        }

        #[derive(Clone, Debug)]
        pub struct TotpOut {
            otpauth_uri:
                ::std::result::Result<::std::option::Option<::std::string::String>, ::std::string::String>,
            qr: ::std::result::Result<::std::option::Option<::std::string::String>, ::std::string::String>,
            secret:
                ::std::result::Result<::std::option::Option<::std::string::String>, ::std::string::String>,
        }

        impl ::std::default::Default for TotpOut {
            fn default() -> Self {
                Self {
                    otpauth_uri: Err("no value supplied for otpauth_uri".to_string()),
                    qr: Err("no value supplied for qr".to_string()),
                    secret: Err("no value supplied for secret".to_string()),
                }
            }
        }

        impl TotpOut {
            pub fn otpauth_uri<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.otpauth_uri = value
                    .try_into()
                    .map_err(|e| format!("error converting supplied value for otpauth_uri: {e}"));
                self
            }
            pub fn qr<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.qr =
                    value.try_into().map_err(|e| format!("error converting supplied value for qr: {e}"));
                self
            }
            pub fn secret<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.secret =
                    value.try_into().map_err(|e| format!("error converting supplied value for secret: {e}"));
                self
            }
        }

        impl ::std::convert::TryFrom<TotpOut> for super::TotpOut {
            type Error = super::error::ConversionError;
            fn try_from(value: TotpOut) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self { otpauth_uri: value.otpauth_uri?, qr: value.qr?, secret: value.secret? })
            }
        }

        impl ::std::convert::From<super::TotpOut> for TotpOut {
            fn from(value: super::TotpOut) -> Self {
                Self { otpauth_uri: Ok(value.otpauth_uri), qr: Ok(value.qr), secret: Ok(value.secret) }
            }
        }

        #[derive(Clone, Debug)]
        pub struct TransferIn {
            keep_roles: ::std::result::Result<::std::vec::Vec<::std::string::String>, ::std::string::String>,
            member: ::std::result::Result<super::MemberId, ::std::string::String>,
        }

        impl ::std::default::Default for TransferIn {
            fn default() -> Self {
                Self {
                    keep_roles: Ok(Default::default()),
                    member: Err("no value supplied for member".to_string()),
                }
            }
        }

        impl TransferIn {
            pub fn keep_roles<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::vec::Vec<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.keep_roles = value
                    .try_into()
                    .map_err(|e| format!("error converting supplied value for keep_roles: {e}"));
                self
            }
            pub fn member<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<super::MemberId>,
                T::Error: ::std::fmt::Display,
            {
                self.member =
                    value.try_into().map_err(|e| format!("error converting supplied value for member: {e}"));
                self
            }
        }

        impl ::std::convert::TryFrom<TransferIn> for super::TransferIn {
            type Error = super::error::ConversionError;
            fn try_from(value: TransferIn) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self { keep_roles: value.keep_roles?, member: value.member? })
            }
        }

        impl ::std::convert::From<super::TransferIn> for TransferIn {
            fn from(value: super::TransferIn) -> Self {
                Self { keep_roles: Ok(value.keep_roles), member: Ok(value.member) }
            }
        }

        #[derive(Clone, Debug)]
        pub struct TransferOut {
            from: ::std::result::Result<super::MemberOut, ::std::string::String>,
            to: ::std::result::Result<super::MemberOut, ::std::string::String>,
        }

        impl ::std::default::Default for TransferOut {
            fn default() -> Self {
                Self {
                    from: Err("no value supplied for from".to_string()),
                    to: Err("no value supplied for to".to_string()),
                }
            }
        }

        impl TransferOut {
            pub fn from<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<super::MemberOut>,
                T::Error: ::std::fmt::Display,
            {
                self.from =
                    value.try_into().map_err(|e| format!("error converting supplied value for from: {e}"));
                self
            }
            pub fn to<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<super::MemberOut>,
                T::Error: ::std::fmt::Display,
            {
                self.to =
                    value.try_into().map_err(|e| format!("error converting supplied value for to: {e}"));
                self
            }
        }

        impl ::std::convert::TryFrom<TransferOut> for super::TransferOut {
            type Error = super::error::ConversionError;
            fn try_from(value: TransferOut) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self { from: value.from?, to: value.to? })
            }
        }

        impl ::std::convert::From<super::TransferOut> for TransferOut {
            fn from(value: super::TransferOut) -> Self {
                Self { from: Ok(value.from), to: Ok(value.to) }
            }
        }

        #[derive(Clone, Debug)]
        pub struct TwoFactorOut {
            recovery_codes_left: ::std::result::Result<u64, ::std::string::String>,
            totp_enabled_at: ::std::result::Result<
                ::std::option::Option<::chrono::DateTime<::chrono::offset::Utc>>,
                ::std::string::String,
            >,
        }

        impl ::std::default::Default for TwoFactorOut {
            fn default() -> Self {
                Self {
                    recovery_codes_left: Err("no value supplied for recovery_codes_left".to_string()),
                    totp_enabled_at: Err("no value supplied for totp_enabled_at".to_string()),
                }
            }
        }

        impl TwoFactorOut {
            pub fn recovery_codes_left<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<u64>,
                T::Error: ::std::fmt::Display,
            {
                self.recovery_codes_left = value
                    .try_into()
                    .map_err(|e| format!("error converting supplied value for recovery_codes_left: {e}"));
                self
            }
            pub fn totp_enabled_at<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::chrono::DateTime<::chrono::offset::Utc>>>,
                T::Error: ::std::fmt::Display,
            {
                self.totp_enabled_at = value
                    .try_into()
                    .map_err(|e| format!("error converting supplied value for totp_enabled_at: {e}"));
                self
            }
        }

        impl ::std::convert::TryFrom<TwoFactorOut> for super::TwoFactorOut {
            type Error = super::error::ConversionError;
            fn try_from(value: TwoFactorOut) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    recovery_codes_left: value.recovery_codes_left?,
                    totp_enabled_at: value.totp_enabled_at?,
                })
            }
        }

        impl ::std::convert::From<super::TwoFactorOut> for TwoFactorOut {
            fn from(value: super::TwoFactorOut) -> Self {
                Self {
                    recovery_codes_left: Ok(value.recovery_codes_left),
                    totp_enabled_at: Ok(value.totp_enabled_at),
                }
            }
        }

        #[derive(Clone, Debug)]
        pub struct UserOut {
            created_at:
                ::std::result::Result<::chrono::DateTime<::chrono::offset::Utc>, ::std::string::String>,
            email: ::std::result::Result<::std::string::String, ::std::string::String>,
            email_verified: ::std::result::Result<bool, ::std::string::String>,
            email_verified_at: ::std::result::Result<
                ::std::option::Option<::chrono::DateTime<::chrono::offset::Utc>>,
                ::std::string::String,
            >,
            id: ::std::result::Result<super::UserId, ::std::string::String>,
            name: ::std::result::Result<::std::string::String, ::std::string::String>,
        }

        impl ::std::default::Default for UserOut {
            fn default() -> Self {
                Self {
                    created_at: Err("no value supplied for created_at".to_string()),
                    email: Err("no value supplied for email".to_string()),
                    email_verified: Err("no value supplied for email_verified".to_string()),
                    email_verified_at: Ok(Default::default()),
                    id: Err("no value supplied for id".to_string()),
                    name: Err("no value supplied for name".to_string()),
                }
            }
        }

        impl UserOut {
            pub fn created_at<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::chrono::DateTime<::chrono::offset::Utc>>,
                T::Error: ::std::fmt::Display,
            {
                self.created_at = value
                    .try_into()
                    .map_err(|e| format!("error converting supplied value for created_at: {e}"));
                self
            }
            pub fn email<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.email =
                    value.try_into().map_err(|e| format!("error converting supplied value for email: {e}"));
                self
            }
            pub fn email_verified<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<bool>,
                T::Error: ::std::fmt::Display,
            {
                self.email_verified = value
                    .try_into()
                    .map_err(|e| format!("error converting supplied value for email_verified: {e}"));
                self
            }
            pub fn email_verified_at<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::chrono::DateTime<::chrono::offset::Utc>>>,
                T::Error: ::std::fmt::Display,
            {
                self.email_verified_at = value
                    .try_into()
                    .map_err(|e| format!("error converting supplied value for email_verified_at: {e}"));
                self
            }
            pub fn id<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<super::UserId>,
                T::Error: ::std::fmt::Display,
            {
                self.id =
                    value.try_into().map_err(|e| format!("error converting supplied value for id: {e}"));
                self
            }
            pub fn name<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.name =
                    value.try_into().map_err(|e| format!("error converting supplied value for name: {e}"));
                self
            }
        }

        impl ::std::convert::TryFrom<UserOut> for super::UserOut {
            type Error = super::error::ConversionError;
            fn try_from(value: UserOut) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    created_at: value.created_at?,
                    email: value.email?,
                    email_verified: value.email_verified?,
                    email_verified_at: value.email_verified_at?,
                    id: value.id?,
                    name: value.name?,
                })
            }
        }

        impl ::std::convert::From<super::UserOut> for UserOut {
            fn from(value: super::UserOut) -> Self {
                Self {
                    created_at: Ok(value.created_at),
                    email: Ok(value.email),
                    email_verified: Ok(value.email_verified),
                    email_verified_at: Ok(value.email_verified_at),
                    id: Ok(value.id),
                    name: Ok(value.name),
                }
            }
        }

        #[derive(Clone, Debug)]
        pub struct UserPatch {
            name: ::std::result::Result<::std::option::Option<super::UserPatchName>, ::std::string::String>,
        }

        impl ::std::default::Default for UserPatch {
            fn default() -> Self {
                Self { name: Ok(Default::default()) }
            }
        }

        impl UserPatch {
            pub fn name<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<super::UserPatchName>>,
                T::Error: ::std::fmt::Display,
            {
                self.name =
                    value.try_into().map_err(|e| format!("error converting supplied value for name: {e}"));
                self
            }
        }

        impl ::std::convert::TryFrom<UserPatch> for super::UserPatch {
            type Error = super::error::ConversionError;
            fn try_from(value: UserPatch) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self { name: value.name? })
            }
        }

        impl ::std::convert::From<super::UserPatch> for UserPatch {
            fn from(value: super::UserPatch) -> Self {
                Self { name: Ok(value.name) }
            }
        }

        #[derive(Clone, Debug)]
        pub struct UserRefOut {
            email: ::std::result::Result<::std::string::String, ::std::string::String>,
            id: ::std::result::Result<super::UserId, ::std::string::String>,
            name: ::std::result::Result<::std::option::Option<::std::string::String>, ::std::string::String>,
        }

        impl ::std::default::Default for UserRefOut {
            fn default() -> Self {
                Self {
                    email: Err("no value supplied for email".to_string()),
                    id: Err("no value supplied for id".to_string()),
                    name: Err("no value supplied for name".to_string()),
                }
            }
        }

        impl UserRefOut {
            pub fn email<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.email =
                    value.try_into().map_err(|e| format!("error converting supplied value for email: {e}"));
                self
            }
            pub fn id<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<super::UserId>,
                T::Error: ::std::fmt::Display,
            {
                self.id =
                    value.try_into().map_err(|e| format!("error converting supplied value for id: {e}"));
                self
            }
            pub fn name<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.name =
                    value.try_into().map_err(|e| format!("error converting supplied value for name: {e}"));
                self
            }
        }

        impl ::std::convert::TryFrom<UserRefOut> for super::UserRefOut {
            type Error = super::error::ConversionError;
            fn try_from(value: UserRefOut) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self { email: value.email?, id: value.id?, name: value.name? })
            }
        }

        impl ::std::convert::From<super::UserRefOut> for UserRefOut {
            fn from(value: super::UserRefOut) -> Self {
                Self { email: Ok(value.email), id: Ok(value.id), name: Ok(value.name) }
            }
        }
    }

    /// Error types.
    pub mod error {
        /// Error from a `TryFrom` or `FromStr` implementation.
        pub struct ConversionError(::std::borrow::Cow<'static, str>);
        impl ::std::error::Error for ConversionError {}
        impl ::std::fmt::Display for ConversionError {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> Result<(), ::std::fmt::Error> {
                ::std::fmt::Display::fmt(&self.0, f)
            }
        }

        impl ::std::fmt::Debug for ConversionError {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> Result<(), ::std::fmt::Error> {
                ::std::fmt::Debug::fmt(&self.0, f)
            }
        }

        impl From<&'static str> for ConversionError {
            fn from(value: &'static str) -> Self {
                Self(value.into())
            }
        }

        impl From<String> for ConversionError {
            fn from(value: String) -> Self {
                Self(value.into())
            }
        }
    }
}

#[derive(Clone, Debug)]
///Client for Bailiwick
///
///The account plane of a SaaS: accounts, members, roles, and the decisions
/// that they make.
///
///Version: 0.1.0
pub struct Client {
    pub(crate) baseurl: String,
    pub(crate) client: reqwest::Client,
}

impl Client {
    /// Create a new client.
    ///
    /// `baseurl` is the base URL provided to the internal
    /// `reqwest::Client`, and should include a scheme and hostname,
    /// as well as port and a path stem if applicable.
    pub fn new(baseurl: &str) -> Self {
        #[cfg(not(target_arch = "wasm32"))]
        let client = {
            let dur = ::std::time::Duration::from_secs(15u64);
            reqwest::ClientBuilder::new().connect_timeout(dur).timeout(dur)
        };
        #[cfg(target_arch = "wasm32")]
        let client = reqwest::ClientBuilder::new();
        Self::new_with_client(baseurl, client.build().unwrap())
    }

    /// Construct a new client with an existing `reqwest::Client`,
    /// allowing more control over its configuration.
    ///
    /// `baseurl` is the base URL provided to the internal
    /// `reqwest::Client`, and should include a scheme and hostname,
    /// as well as port and a path stem if applicable.
    pub fn new_with_client(baseurl: &str, client: reqwest::Client) -> Self {
        Self { baseurl: baseurl.to_string(), client }
    }
}

impl ClientInfo<()> for Client {
    fn api_version() -> &'static str {
        "0.1.0"
    }

    fn baseurl(&self) -> &str {
        self.baseurl.as_str()
    }

    fn client(&self) -> &reqwest::Client {
        &self.client
    }

    fn inner(&self) -> &() {
        &()
    }
}

impl ClientHooks<()> for &Client {}
impl Client {
    ///What this decision point offers
    ///
    ///Sends a `GET` request to `/.well-known/authzen-configuration`
    ///
    ///```ignore
    /// let response = client.get_authzen_configuration()
    ///    .send()
    ///    .await;
    /// ```
    pub fn get_authzen_configuration(&self) -> builder::GetAuthzenConfiguration<'_> {
        builder::GetAuthzenConfiguration::new(self)
    }

    ///Decide
    ///
    ///What is not allowed or not known is `false`, with the reason. Unknown
    /// fields are ignored.
    ///
    ///Sends a `POST` request to `/access/v1/evaluation`
    ///
    ///```ignore
    /// let response = client.evaluate()
    ///    .body(body)
    ///    .send()
    ///    .await;
    /// ```
    pub fn evaluate(&self) -> builder::Evaluate<'_> {
        builder::Evaluate::new(self)
    }

    ///Decide many
    ///
    ///Up to 1,000 at once. Without `evaluations` it answers as a single
    /// evaluation.
    ///
    ///Sends a `POST` request to `/access/v1/evaluations`
    ///
    ///```ignore
    /// let response = client.evaluate_batch()
    ///    .body(body)
    ///    .send()
    ///    .await;
    /// ```
    pub fn evaluate_batch(&self) -> builder::EvaluateBatch<'_> {
        builder::EvaluateBatch::new(self)
    }

    ///What a subject may do at a resource
    ///
    ///Of the permissions that are declared for the resource's type.
    ///
    ///Sends a `POST` request to `/access/v1/search/action`
    ///
    ///```ignore
    /// let response = client.search_actions()
    ///    .body(body)
    ///    .send()
    ///    .await;
    /// ```
    pub fn search_actions(&self) -> builder::SearchActions<'_> {
        builder::SearchActions::new(self)
    }

    ///On which resources a subject may do something
    ///
    ///Sends a `POST` request to `/access/v1/search/resource`
    ///
    ///```ignore
    /// let response = client.search_resources()
    ///    .body(body)
    ///    .send()
    ///    .await;
    /// ```
    pub fn search_resources(&self) -> builder::SearchResources<'_> {
        builder::SearchResources::new(self)
    }

    ///Who may do something at a resource
    ///
    ///Sends a `POST` request to `/access/v1/search/subject`
    ///
    ///```ignore
    /// let response = client.search_subjects()
    ///    .body(body)
    ///    .send()
    ///    .await;
    /// ```
    pub fn search_subjects(&self) -> builder::SearchSubjects<'_> {
        builder::SearchSubjects::new(self)
    }

    ///Whether it is alive
    ///
    ///Sends a `GET` request to `/healthz`
    ///
    ///```ignore
    /// let response = client.get_health()
    ///    .send()
    ///    .await;
    /// ```
    pub fn get_health(&self) -> builder::GetHealth<'_> {
        builder::GetHealth::new(self)
    }

    ///Metrics
    ///
    ///In the text format of Prometheus.
    ///
    ///Sends a `GET` request to `/metrics`
    ///
    ///```ignore
    /// let response = client.get_metrics()
    ///    .send()
    ///    .await;
    /// ```
    pub fn get_metrics(&self) -> builder::GetMetrics<'_> {
        builder::GetMetrics::new(self)
    }

    ///Whether it can serve
    ///
    ///While it can't, the 503 names the part that is not ready. Without Redis
    /// it can, and says so.
    ///
    ///Sends a `GET` request to `/readyz`
    ///
    ///```ignore
    /// let response = client.get_readiness()
    ///    .send()
    ///    .await;
    /// ```
    pub fn get_readiness(&self) -> builder::GetReadiness<'_> {
        builder::GetReadiness::new(self)
    }

    ///Make an account
    ///
    ///The caller owns it.
    ///
    ///Sends a `POST` request to `/v1/accounts`
    ///
    ///Arguments:
    /// - `idempotency_key`: The same key and body within 24 hours get the first
    ///   answer again
    /// - `body`
    ///```ignore
    /// let response = client.create_account()
    ///    .idempotency_key(idempotency_key)
    ///    .body(body)
    ///    .send()
    ///    .await;
    /// ```
    pub fn create_account(&self) -> builder::CreateAccount<'_> {
        builder::CreateAccount::new(self)
    }

    ///One account
    ///
    ///A closed one is shown to its owner alone.
    ///
    ///Sends a `GET` request to `/v1/accounts/{acct}`
    ///
    ///Arguments:
    /// - `acct`
    /// - `if_none_match`: The ETag that was last seen: 304 while it still holds
    ///```ignore
    /// let response = client.get_account()
    ///    .acct(acct)
    ///    .if_none_match(if_none_match)
    ///    .send()
    ///    .await;
    /// ```
    pub fn get_account(&self) -> builder::GetAccount<'_> {
        builder::GetAccount::new(self)
    }

    ///Change an account's settings
    ///
    ///Sends a `PATCH` request to `/v1/accounts/{acct}`
    ///
    ///Arguments:
    /// - `acct`
    /// - `if_match`: The ETag that was last seen: with a stale one nothing is
    ///   changed
    /// - `body`
    ///```ignore
    /// let response = client.update_account()
    ///    .acct(acct)
    ///    .if_match(if_match)
    ///    .body(body)
    ///    .send()
    ///    .await;
    /// ```
    pub fn update_account(&self) -> builder::UpdateAccount<'_> {
        builder::UpdateAccount::new(self)
    }

    ///Explain a decision
    ///
    ///Sends a `POST` request to `/v1/accounts/{acct}/access/explain`
    ///
    ///```ignore
    /// let response = client.explain_access()
    ///    .acct(acct)
    ///    .body(body)
    ///    .send()
    ///    .await;
    /// ```
    pub fn explain_access(&self) -> builder::ExplainAccess<'_> {
        builder::ExplainAccess::new(self)
    }

    ///The apps of an account
    ///
    ///Those that the caller may view.
    ///
    ///Sends a `GET` request to `/v1/accounts/{acct}/apps`
    ///
    ///Arguments:
    /// - `acct`
    /// - `cursor`: Where the last page ended.
    /// - `limit`: How many at most.
    ///```ignore
    /// let response = client.list_apps()
    ///    .acct(acct)
    ///    .cursor(cursor)
    ///    .limit(limit)
    ///    .send()
    ///    .await;
    /// ```
    pub fn list_apps(&self) -> builder::ListApps<'_> {
        builder::ListApps::new(self)
    }

    ///Make an app
    ///
    ///Sends a `POST` request to `/v1/accounts/{acct}/apps`
    ///
    ///Arguments:
    /// - `acct`
    /// - `idempotency_key`: The same key and body within 24 hours get the first
    ///   answer again
    /// - `body`
    ///```ignore
    /// let response = client.create_app()
    ///    .acct(acct)
    ///    .idempotency_key(idempotency_key)
    ///    .body(body)
    ///    .send()
    ///    .await;
    /// ```
    pub fn create_app(&self) -> builder::CreateApp<'_> {
        builder::CreateApp::new(self)
    }

    ///One app
    ///
    ///Sends a `GET` request to `/v1/accounts/{acct}/apps/{app}`
    ///
    ///Arguments:
    /// - `acct`
    /// - `app`
    /// - `if_none_match`: The ETag that was last seen: 304 while it still holds
    ///```ignore
    /// let response = client.get_app()
    ///    .acct(acct)
    ///    .app(app)
    ///    .if_none_match(if_none_match)
    ///    .send()
    ///    .await;
    /// ```
    pub fn get_app(&self) -> builder::GetApp<'_> {
        builder::GetApp::new(self)
    }

    ///Delete an app
    ///
    ///With its keysets, everything registered below it, and the grants on all
    /// of them.
    ///
    ///Sends a `DELETE` request to `/v1/accounts/{acct}/apps/{app}`
    ///
    ///Arguments:
    /// - `acct`
    /// - `app`
    /// - `if_match`: The ETag that was last seen: with a stale one nothing is
    ///   changed
    ///```ignore
    /// let response = client.delete_app()
    ///    .acct(acct)
    ///    .app(app)
    ///    .if_match(if_match)
    ///    .send()
    ///    .await;
    /// ```
    pub fn delete_app(&self) -> builder::DeleteApp<'_> {
        builder::DeleteApp::new(self)
    }

    ///Change an app
    ///
    ///Sends a `PATCH` request to `/v1/accounts/{acct}/apps/{app}`
    ///
    ///Arguments:
    /// - `acct`
    /// - `app`
    /// - `if_match`: The ETag that was last seen: with a stale one nothing is
    ///   changed
    /// - `body`
    ///```ignore
    /// let response = client.update_app()
    ///    .acct(acct)
    ///    .app(app)
    ///    .if_match(if_match)
    ///    .body(body)
    ///    .send()
    ///    .await;
    /// ```
    pub fn update_app(&self) -> builder::UpdateApp<'_> {
        builder::UpdateApp::new(self)
    }

    ///The keysets of an app
    ///
    ///Those that the caller may view.
    ///
    ///Sends a `GET` request to `/v1/accounts/{acct}/apps/{app}/keysets`
    ///
    ///Arguments:
    /// - `acct`
    /// - `app`
    /// - `cursor`: Where the last page ended.
    /// - `limit`: How many at most.
    ///```ignore
    /// let response = client.list_keysets()
    ///    .acct(acct)
    ///    .app(app)
    ///    .cursor(cursor)
    ///    .limit(limit)
    ///    .send()
    ///    .await;
    /// ```
    pub fn list_keysets(&self) -> builder::ListKeysets<'_> {
        builder::ListKeysets::new(self)
    }

    ///Make a keyset
    ///
    ///Sends a `POST` request to `/v1/accounts/{acct}/apps/{app}/keysets`
    ///
    ///Arguments:
    /// - `acct`
    /// - `app`
    /// - `idempotency_key`: The same key and body within 24 hours get the first
    ///   answer again
    /// - `body`
    ///```ignore
    /// let response = client.create_keyset()
    ///    .acct(acct)
    ///    .app(app)
    ///    .idempotency_key(idempotency_key)
    ///    .body(body)
    ///    .send()
    ///    .await;
    /// ```
    pub fn create_keyset(&self) -> builder::CreateKeyset<'_> {
        builder::CreateKeyset::new(self)
    }

    ///One keyset
    ///
    ///Sends a `GET` request to `/v1/accounts/{acct}/apps/{app}/keysets/{ks}`
    ///
    ///Arguments:
    /// - `acct`
    /// - `app`
    /// - `ks`
    /// - `if_none_match`: The ETag that was last seen: 304 while it still holds
    ///```ignore
    /// let response = client.get_keyset()
    ///    .acct(acct)
    ///    .app(app)
    ///    .ks(ks)
    ///    .if_none_match(if_none_match)
    ///    .send()
    ///    .await;
    /// ```
    pub fn get_keyset(&self) -> builder::GetKeyset<'_> {
        builder::GetKeyset::new(self)
    }

    ///Delete a keyset
    ///
    ///With everything registered below it, and the grants on all of them.
    ///
    ///Sends a `DELETE` request to
    /// `/v1/accounts/{acct}/apps/{app}/keysets/{ks}`
    ///
    ///Arguments:
    /// - `acct`
    /// - `app`
    /// - `ks`
    /// - `if_match`: The ETag that was last seen: with a stale one nothing is
    ///   changed
    ///```ignore
    /// let response = client.delete_keyset()
    ///    .acct(acct)
    ///    .app(app)
    ///    .ks(ks)
    ///    .if_match(if_match)
    ///    .send()
    ///    .await;
    /// ```
    pub fn delete_keyset(&self) -> builder::DeleteKeyset<'_> {
        builder::DeleteKeyset::new(self)
    }

    ///Change a keyset
    ///
    ///Sends a `PATCH` request to `/v1/accounts/{acct}/apps/{app}/keysets/{ks}`
    ///
    ///Arguments:
    /// - `acct`
    /// - `app`
    /// - `ks`
    /// - `if_match`: The ETag that was last seen: with a stale one nothing is
    ///   changed
    /// - `body`
    ///```ignore
    /// let response = client.update_keyset()
    ///    .acct(acct)
    ///    .app(app)
    ///    .ks(ks)
    ///    .if_match(if_match)
    ///    .body(body)
    ///    .send()
    ///    .await;
    /// ```
    pub fn update_keyset(&self) -> builder::UpdateKeyset<'_> {
        builder::UpdateKeyset::new(self)
    }

    ///The audit events of an account
    ///
    ///Newest first: one for each change.
    ///
    ///Sends a `GET` request to `/v1/accounts/{acct}/audit-events`
    ///
    ///Arguments:
    /// - `acct`
    /// - `action`: Only with that action.
    /// - `actor`: Only by the actor with that id.
    /// - `cursor`: Where the last page ended.
    /// - `limit`: How many at most.
    /// - `since`: Only from then on.
    /// - `until`: Only before then.
    ///```ignore
    /// let response = client.list_audit_events()
    ///    .acct(acct)
    ///    .action(action)
    ///    .actor(actor)
    ///    .cursor(cursor)
    ///    .limit(limit)
    ///    .since(since)
    ///    .until(until)
    ///    .send()
    ///    .await;
    /// ```
    pub fn list_audit_events(&self) -> builder::ListAuditEvents<'_> {
        builder::ListAuditEvents::new(self)
    }

    ///The invitations of an account
    ///
    ///Sends a `GET` request to `/v1/accounts/{acct}/invitations`
    ///
    ///Arguments:
    /// - `acct`
    /// - `cursor`: Where the last page ended.
    /// - `limit`: How many at most.
    /// - `status`: Only these.
    ///```ignore
    /// let response = client.list_invitations()
    ///    .acct(acct)
    ///    .cursor(cursor)
    ///    .limit(limit)
    ///    .status(status)
    ///    .send()
    ///    .await;
    /// ```
    pub fn list_invitations(&self) -> builder::ListInvitations<'_> {
        builder::ListInvitations::new(self)
    }

    ///Invite someone
    ///
    ///A mail with a link follows, good for 7 days.
    ///
    ///Sends a `POST` request to `/v1/accounts/{acct}/invitations`
    ///
    ///Arguments:
    /// - `acct`
    /// - `idempotency_key`: The same key and body within 24 hours get the first
    ///   answer again
    /// - `body`
    ///```ignore
    /// let response = client.create_invitation()
    ///    .acct(acct)
    ///    .idempotency_key(idempotency_key)
    ///    .body(body)
    ///    .send()
    ///    .await;
    /// ```
    pub fn create_invitation(&self) -> builder::CreateInvitation<'_> {
        builder::CreateInvitation::new(self)
    }

    ///One invitation
    ///
    ///Sends a `GET` request to `/v1/accounts/{acct}/invitations/{inv}`
    ///
    ///Arguments:
    /// - `acct`
    /// - `inv`
    /// - `if_none_match`: The ETag that was last seen: 304 while it still holds
    ///```ignore
    /// let response = client.get_invitation()
    ///    .acct(acct)
    ///    .inv(inv)
    ///    .if_none_match(if_none_match)
    ///    .send()
    ///    .await;
    /// ```
    pub fn get_invitation(&self) -> builder::GetInvitation<'_> {
        builder::GetInvitation::new(self)
    }

    ///Revoke an invitation
    ///
    ///Sends a `DELETE` request to `/v1/accounts/{acct}/invitations/{inv}`
    ///
    ///Arguments:
    /// - `acct`
    /// - `inv`
    /// - `if_match`: The ETag that was last seen: with a stale one nothing is
    ///   changed
    ///```ignore
    /// let response = client.revoke_invitation()
    ///    .acct(acct)
    ///    .inv(inv)
    ///    .if_match(if_match)
    ///    .send()
    ///    .await;
    /// ```
    pub fn revoke_invitation(&self) -> builder::RevokeInvitation<'_> {
        builder::RevokeInvitation::new(self)
    }

    ///Send an invitation again
    ///
    ///With a new link and a new time to run; older links stop. Whoever sends
    /// it answers for it from now on.
    ///
    ///Sends a `POST` request to `/v1/accounts/{acct}/invitations/{inv}/resend`
    ///
    ///Arguments:
    /// - `acct`
    /// - `inv`
    /// - `idempotency_key`: The same key and body within 24 hours get the first
    ///   answer again
    /// - `if_match`: The ETag that was last seen: with a stale one nothing is
    ///   changed
    ///```ignore
    /// let response = client.resend_invitation()
    ///    .acct(acct)
    ///    .inv(inv)
    ///    .idempotency_key(idempotency_key)
    ///    .if_match(if_match)
    ///    .send()
    ///    .await;
    /// ```
    pub fn resend_invitation(&self) -> builder::ResendInvitation<'_> {
        builder::ResendInvitation::new(self)
    }

    ///The members of an account
    ///
    ///Sends a `GET` request to `/v1/accounts/{acct}/members`
    ///
    ///Arguments:
    /// - `acct`
    /// - `cursor`: Where the last page ended.
    /// - `limit`: How many at most.
    /// - `q`: Only whose address or name has this in it, compared without case.
    /// - `role`: Only who holds that role, anywhere.
    /// - `status`: Only those who stand so.
    ///```ignore
    /// let response = client.list_members()
    ///    .acct(acct)
    ///    .cursor(cursor)
    ///    .limit(limit)
    ///    .q(q)
    ///    .role(role)
    ///    .status(status)
    ///    .send()
    ///    .await;
    /// ```
    pub fn list_members(&self) -> builder::ListMembers<'_> {
        builder::ListMembers::new(self)
    }

    ///One member
    ///
    ///One's own always.
    ///
    ///Sends a `GET` request to `/v1/accounts/{acct}/members/{mbr}`
    ///
    ///Arguments:
    /// - `acct`
    /// - `mbr`
    /// - `if_none_match`: The ETag that was last seen: 304 while it still holds
    ///```ignore
    /// let response = client.get_member()
    ///    .acct(acct)
    ///    .mbr(mbr)
    ///    .if_none_match(if_none_match)
    ///    .send()
    ///    .await;
    /// ```
    pub fn get_member(&self) -> builder::GetMember<'_> {
        builder::GetMember::new(self)
    }

    ///Remove a member, or leave
    ///
    ///Of an invited member it revokes the invitation.
    ///
    ///Sends a `DELETE` request to `/v1/accounts/{acct}/members/{mbr}`
    ///
    ///Arguments:
    /// - `acct`
    /// - `mbr`
    /// - `if_match`: The ETag that was last seen: with a stale one nothing is
    ///   changed
    ///```ignore
    /// let response = client.remove_member()
    ///    .acct(acct)
    ///    .mbr(mbr)
    ///    .if_match(if_match)
    ///    .send()
    ///    .await;
    /// ```
    pub fn remove_member(&self) -> builder::RemoveMember<'_> {
        builder::RemoveMember::new(self)
    }

    ///Change all that a member holds
    ///
    ///In one step: every rule is judged on the whole set.
    ///
    ///Sends a `PUT` request to `/v1/accounts/{acct}/members/{mbr}/grants`
    ///
    ///Arguments:
    /// - `acct`
    /// - `mbr`
    /// - `if_match`: The ETag that was last seen: with a stale one nothing is
    ///   changed
    /// - `body`
    ///```ignore
    /// let response = client.put_grants()
    ///    .acct(acct)
    ///    .mbr(mbr)
    ///    .if_match(if_match)
    ///    .body(body)
    ///    .send()
    ///    .await;
    /// ```
    pub fn put_grants(&self) -> builder::PutGrants<'_> {
        builder::PutGrants::new(self)
    }

    ///Preview a change of what a member holds
    ///
    ///Changes nothing.
    ///
    ///Sends a `POST` request to
    /// `/v1/accounts/{acct}/members/{mbr}/grants/preview`
    ///
    ///```ignore
    /// let response = client.preview_grants()
    ///    .acct(acct)
    ///    .mbr(mbr)
    ///    .body(body)
    ///    .send()
    ///    .await;
    /// ```
    pub fn preview_grants(&self) -> builder::PreviewGrants<'_> {
        builder::PreviewGrants::new(self)
    }

    ///Resume a suspended member
    ///
    ///Sends a `POST` request to `/v1/accounts/{acct}/members/{mbr}/resume`
    ///
    ///Arguments:
    /// - `acct`
    /// - `mbr`
    /// - `idempotency_key`: The same key and body within 24 hours get the first
    ///   answer again
    /// - `if_match`: The ETag that was last seen: with a stale one nothing is
    ///   changed
    ///```ignore
    /// let response = client.resume_member()
    ///    .acct(acct)
    ///    .mbr(mbr)
    ///    .idempotency_key(idempotency_key)
    ///    .if_match(if_match)
    ///    .send()
    ///    .await;
    /// ```
    pub fn resume_member(&self) -> builder::ResumeMember<'_> {
        builder::ResumeMember::new(self)
    }

    ///Suspend a member
    ///
    ///Sends a `POST` request to `/v1/accounts/{acct}/members/{mbr}/suspend`
    ///
    ///Arguments:
    /// - `acct`
    /// - `mbr`
    /// - `idempotency_key`: The same key and body within 24 hours get the first
    ///   answer again
    /// - `if_match`: The ETag that was last seen: with a stale one nothing is
    ///   changed
    ///```ignore
    /// let response = client.suspend_member()
    ///    .acct(acct)
    ///    .mbr(mbr)
    ///    .idempotency_key(idempotency_key)
    ///    .if_match(if_match)
    ///    .send()
    ///    .await;
    /// ```
    pub fn suspend_member(&self) -> builder::SuspendMember<'_> {
        builder::SuspendMember::new(self)
    }

    ///Transfer the ownership
    ///
    ///From the caller to another active member, in one step.
    ///
    ///Sends a `POST` request to `/v1/accounts/{acct}/ownership/transfer`
    ///
    ///Arguments:
    /// - `acct`
    /// - `idempotency_key`: The same key and body within 24 hours get the first
    ///   answer again
    /// - `body`
    ///```ignore
    /// let response = client.transfer_ownership()
    ///    .acct(acct)
    ///    .idempotency_key(idempotency_key)
    ///    .body(body)
    ///    .send()
    ///    .await;
    /// ```
    pub fn transfer_ownership(&self) -> builder::TransferOwnership<'_> {
        builder::TransferOwnership::new(self)
    }

    ///One registered resource
    ///
    ///With a platform key.
    ///
    ///Sends a `GET` request to `/v1/accounts/{acct}/resources/{type}/{id}`
    ///
    ///Arguments:
    /// - `acct`
    /// - `type_`
    /// - `id`
    /// - `if_none_match`: The ETag that was last seen: 304 while it still holds
    ///```ignore
    /// let response = client.get_resource()
    ///    .acct(acct)
    ///    .type_(type_)
    ///    .id(id)
    ///    .if_none_match(if_none_match)
    ///    .send()
    ///    .await;
    /// ```
    pub fn get_resource(&self) -> builder::GetResource<'_> {
        builder::GetResource::new(self)
    }

    ///Register a resource
    ///
    ///With a platform key. Again it gives the resource another parent or name.
    ///
    ///Sends a `PUT` request to `/v1/accounts/{acct}/resources/{type}/{id}`
    ///
    ///Arguments:
    /// - `acct`
    /// - `type_`
    /// - `id`
    /// - `if_match`: The ETag that was last seen: with a stale one nothing is
    ///   changed
    /// - `body`
    ///```ignore
    /// let response = client.put_resource()
    ///    .acct(acct)
    ///    .type_(type_)
    ///    .id(id)
    ///    .if_match(if_match)
    ///    .body(body)
    ///    .send()
    ///    .await;
    /// ```
    pub fn put_resource(&self) -> builder::PutResource<'_> {
        builder::PutResource::new(self)
    }

    ///Remove a registered resource
    ///
    ///With a platform key. Everything below it and the grants on it go with
    /// it.
    ///
    ///Sends a `DELETE` request to `/v1/accounts/{acct}/resources/{type}/{id}`
    ///
    ///Arguments:
    /// - `acct`
    /// - `type_`
    /// - `id`
    /// - `if_match`: The ETag that was last seen: with a stale one nothing is
    ///   changed
    ///```ignore
    /// let response = client.delete_resource()
    ///    .acct(acct)
    ///    .type_(type_)
    ///    .id(id)
    ///    .if_match(if_match)
    ///    .send()
    ///    .await;
    /// ```
    pub fn delete_resource(&self) -> builder::DeleteResource<'_> {
        builder::DeleteResource::new(self)
    }

    ///The role model of an account
    ///
    ///Its `ETag` is the account's.
    ///
    ///Sends a `GET` request to `/v1/accounts/{acct}/role-model`
    ///
    ///Arguments:
    /// - `acct`
    /// - `if_none_match`: The ETag that was last seen: 304 while it still holds
    ///```ignore
    /// let response = client.get_role_model()
    ///    .acct(acct)
    ///    .if_none_match(if_none_match)
    ///    .send()
    ///    .await;
    /// ```
    pub fn get_role_model(&self) -> builder::GetRoleModel<'_> {
        builder::GetRoleModel::new(self)
    }

    ///Move an account to another role model
    ///
    ///In one step, and only when no rule would break.
    ///
    ///Sends a `PUT` request to `/v1/accounts/{acct}/role-model`
    ///
    ///Arguments:
    /// - `acct`
    /// - `if_match`: The ETag that was last seen: with a stale one nothing is
    ///   changed
    /// - `body`
    ///```ignore
    /// let response = client.put_role_model()
    ///    .acct(acct)
    ///    .if_match(if_match)
    ///    .body(body)
    ///    .send()
    ///    .await;
    /// ```
    pub fn put_role_model(&self) -> builder::PutRoleModel<'_> {
        builder::PutRoleModel::new(self)
    }

    ///Preview a move to another role model
    ///
    ///Changes nothing.
    ///
    ///Sends a `POST` request to `/v1/accounts/{acct}/role-model/preview`
    ///
    ///```ignore
    /// let response = client.preview_role_model()
    ///    .acct(acct)
    ///    .body(body)
    ///    .send()
    ///    .await;
    /// ```
    pub fn preview_role_model(&self) -> builder::PreviewRoleModel<'_> {
        builder::PreviewRoleModel::new(self)
    }

    ///The account's connection
    ///
    ///Sends a `GET` request to `/v1/accounts/{acct}/sso`
    ///
    ///Arguments:
    /// - `acct`
    /// - `if_none_match`: The ETag that was last seen: 304 while it still holds
    ///```ignore
    /// let response = client.get_sso()
    ///    .acct(acct)
    ///    .if_none_match(if_none_match)
    ///    .send()
    ///    .await;
    /// ```
    pub fn get_sso(&self) -> builder::GetSso<'_> {
        builder::GetSso::new(self)
    }

    ///Connect the account
    ///
    ///The issuer is asked for its configuration first.
    ///
    ///Sends a `PUT` request to `/v1/accounts/{acct}/sso`
    ///
    ///Arguments:
    /// - `acct`
    /// - `if_match`: The ETag that was last seen: with a stale one nothing is
    ///   changed
    /// - `body`
    ///```ignore
    /// let response = client.put_sso()
    ///    .acct(acct)
    ///    .if_match(if_match)
    ///    .body(body)
    ///    .send()
    ///    .await;
    /// ```
    pub fn put_sso(&self) -> builder::PutSso<'_> {
        builder::PutSso::new(self)
    }

    ///Take the connection away
    ///
    ///Members stay members.
    ///
    ///Sends a `DELETE` request to `/v1/accounts/{acct}/sso`
    ///
    ///Arguments:
    /// - `acct`
    /// - `if_match`: The ETag that was last seen: with a stale one nothing is
    ///   changed
    ///```ignore
    /// let response = client.delete_sso()
    ///    .acct(acct)
    ///    .if_match(if_match)
    ///    .send()
    ///    .await;
    /// ```
    pub fn delete_sso(&self) -> builder::DeleteSso<'_> {
        builder::DeleteSso::new(self)
    }

    ///The account's domains
    ///
    ///Sends a `GET` request to `/v1/accounts/{acct}/sso/domains`
    ///
    ///Arguments:
    /// - `acct`
    /// - `cursor`: Where the last page ended.
    /// - `limit`: How many at most.
    ///```ignore
    /// let response = client.list_sso_domains()
    ///    .acct(acct)
    ///    .cursor(cursor)
    ///    .limit(limit)
    ///    .send()
    ///    .await;
    /// ```
    pub fn list_sso_domains(&self) -> builder::ListSsoDomains<'_> {
        builder::ListSsoDomains::new(self)
    }

    ///Claim a domain
    ///
    ///The answer tells the record that proves it.
    ///
    ///Sends a `POST` request to `/v1/accounts/{acct}/sso/domains`
    ///
    ///Arguments:
    /// - `acct`
    /// - `idempotency_key`: The same key and body within 24 hours get the first
    ///   answer again
    /// - `body`
    ///```ignore
    /// let response = client.claim_sso_domain()
    ///    .acct(acct)
    ///    .idempotency_key(idempotency_key)
    ///    .body(body)
    ///    .send()
    ///    .await;
    /// ```
    pub fn claim_sso_domain(&self) -> builder::ClaimSsoDomain<'_> {
        builder::ClaimSsoDomain::new(self)
    }

    ///Give a domain up
    ///
    ///Sends a `DELETE` request to `/v1/accounts/{acct}/sso/domains/{domain}`
    ///
    ///Arguments:
    /// - `acct`
    /// - `domain`
    /// - `if_match`: The ETag that was last seen: with a stale one nothing is
    ///   changed
    ///```ignore
    /// let response = client.release_sso_domain()
    ///    .acct(acct)
    ///    .domain(domain)
    ///    .if_match(if_match)
    ///    .send()
    ///    .await;
    /// ```
    pub fn release_sso_domain(&self) -> builder::ReleaseSsoDomain<'_> {
        builder::ReleaseSsoDomain::new(self)
    }

    ///Look for the record that proves a domain
    ///
    ///Sends a `POST` request to
    /// `/v1/accounts/{acct}/sso/domains/{domain}/verify`
    ///
    ///Arguments:
    /// - `acct`
    /// - `domain`
    /// - `idempotency_key`: The same key and body within 24 hours get the first
    ///   answer again
    ///```ignore
    /// let response = client.verify_sso_domain()
    ///    .acct(acct)
    ///    .domain(domain)
    ///    .idempotency_key(idempotency_key)
    ///    .send()
    ///    .await;
    /// ```
    pub fn verify_sso_domain(&self) -> builder::VerifySsoDomain<'_> {
        builder::VerifySsoDomain::new(self)
    }

    ///Whom an account would stop by requiring a second factor
    ///
    ///Its active members who have none.
    ///
    ///Sends a `POST` request to `/v1/accounts/{acct}/two-factor/preview`
    ///
    ///Arguments:
    /// - `acct`
    /// - `cursor`: Where the last page ended.
    /// - `limit`: How many at most.
    ///```ignore
    /// let response = client.preview_two_factor()
    ///    .acct(acct)
    ///    .cursor(cursor)
    ///    .limit(limit)
    ///    .send()
    ///    .await;
    /// ```
    pub fn preview_two_factor(&self) -> builder::PreviewTwoFactor<'_> {
        builder::PreviewTwoFactor::new(self)
    }

    ///Prove an address
    ///
    ///With the token of a verification mail. Again does no harm.
    ///
    ///Sends a `POST` request to `/v1/email-verifications/{token}`
    ///
    ///Arguments:
    /// - `token`
    /// - `idempotency_key`: The same key and body within 24 hours get the first
    ///   answer again
    ///```ignore
    /// let response = client.verify_email()
    ///    .token(token)
    ///    .idempotency_key(idempotency_key)
    ///    .send()
    ///    .await;
    /// ```
    pub fn verify_email(&self) -> builder::VerifyEmail<'_> {
        builder::VerifyEmail::new(self)
    }

    ///Accept an invitation
    ///
    ///Signed in as the invited user, or as a new user with name and password.
    /// Once only.
    ///
    ///Sends a `POST` request to `/v1/invitations/accept`
    ///
    ///Arguments:
    /// - `idempotency_key`: The same key and body within 24 hours get the first
    ///   answer again
    /// - `body`
    ///```ignore
    /// let response = client.accept_invitation()
    ///    .idempotency_key(idempotency_key)
    ///    .body(body)
    ///    .send()
    ///    .await;
    /// ```
    pub fn accept_invitation(&self) -> builder::AcceptInvitation<'_> {
        builder::AcceptInvitation::new(self)
    }

    ///One's own profile
    ///
    ///Sends a `GET` request to `/v1/me`
    ///
    ///Arguments:
    /// - `if_none_match`: The ETag that was last seen: 304 while it still holds
    ///```ignore
    /// let response = client.get_me()
    ///    .if_none_match(if_none_match)
    ///    .send()
    ///    .await;
    /// ```
    pub fn get_me(&self) -> builder::GetMe<'_> {
        builder::GetMe::new(self)
    }

    ///Delete one's own profile
    ///
    ///One leaves every account. Refused while an account would be left without
    /// an owner: `violations` names each.
    ///
    ///Sends a `DELETE` request to `/v1/me`
    ///
    ///Arguments:
    /// - `if_match`: The ETag that was last seen: with a stale one nothing is
    ///   changed
    /// - `body`
    ///```ignore
    /// let response = client.delete_me()
    ///    .if_match(if_match)
    ///    .body(body)
    ///    .send()
    ///    .await;
    /// ```
    pub fn delete_me(&self) -> builder::DeleteMe<'_> {
        builder::DeleteMe::new(self)
    }

    ///Change one's own profile
    ///
    ///Sends a `PATCH` request to `/v1/me`
    ///
    ///Arguments:
    /// - `if_match`: The ETag that was last seen: with a stale one nothing is
    ///   changed
    /// - `body`
    ///```ignore
    /// let response = client.update_me()
    ///    .if_match(if_match)
    ///    .body(body)
    ///    .send()
    ///    .await;
    /// ```
    pub fn update_me(&self) -> builder::UpdateMe<'_> {
        builder::UpdateMe::new(self)
    }

    ///The accounts one can switch to
    ///
    ///Sends a `GET` request to `/v1/me/accounts`
    ///
    ///Arguments:
    /// - `cursor`: Where the last page ended.
    /// - `limit`: How many at most.
    ///```ignore
    /// let response = client.list_my_accounts()
    ///    .cursor(cursor)
    ///    .limit(limit)
    ///    .send()
    ///    .await;
    /// ```
    pub fn list_my_accounts(&self) -> builder::ListMyAccounts<'_> {
        builder::ListMyAccounts::new(self)
    }

    ///Ask for another address
    ///
    ///A mail to it has the link that proves it, with which it takes the place
    /// of the present one. That one is told.
    ///
    ///Sends a `POST` request to `/v1/me/email-change`
    ///
    ///Arguments:
    /// - `idempotency_key`: The same key and body within 24 hours get the first
    ///   answer again
    /// - `body`
    ///```ignore
    /// let response = client.change_email()
    ///    .idempotency_key(idempotency_key)
    ///    .body(body)
    ///    .send()
    ///    .await;
    /// ```
    pub fn change_email(&self) -> builder::ChangeEmail<'_> {
        builder::ChangeEmail::new(self)
    }

    ///The providers by which one signs in
    ///
    ///Sends a `GET` request to `/v1/me/identities`
    ///
    ///Arguments:
    /// - `cursor`: Where the last page ended.
    /// - `limit`: How many at most.
    ///```ignore
    /// let response = client.list_identities()
    ///    .cursor(cursor)
    ///    .limit(limit)
    ///    .send()
    ///    .await;
    /// ```
    pub fn list_identities(&self) -> builder::ListIdentities<'_> {
        builder::ListIdentities::new(self)
    }

    ///Add a provider
    ///
    ///With the code that the page was given. One's other sessions end.
    ///
    ///Sends a `POST` request to `/v1/me/identities`
    ///
    ///Arguments:
    /// - `idempotency_key`: The same key and body within 24 hours get the first
    ///   answer again
    /// - `body`
    ///```ignore
    /// let response = client.add_identity()
    ///    .idempotency_key(idempotency_key)
    ///    .body(body)
    ///    .send()
    ///    .await;
    /// ```
    pub fn add_identity(&self) -> builder::AddIdentity<'_> {
        builder::AddIdentity::new(self)
    }

    ///Remove a provider
    ///
    ///One's other sessions end.
    ///
    ///Sends a `DELETE` request to `/v1/me/identities/{provider}`
    ///
    ///Arguments:
    /// - `provider`
    /// - `if_match`: The ETag that was last seen: with a stale one nothing is
    ///   changed
    ///```ignore
    /// let response = client.remove_identity()
    ///    .provider(provider)
    ///    .if_match(if_match)
    ///    .send()
    ///    .await;
    /// ```
    pub fn remove_identity(&self) -> builder::RemoveIdentity<'_> {
        builder::RemoveIdentity::new(self)
    }

    ///Begin to add a provider
    ///
    ///The browser goes to the URL, proves itself to the provider, and comes
    /// back to `return_to` with a code.
    ///
    ///Sends a `POST` request to `/v1/me/identities/{provider}/start`
    ///
    ///Arguments:
    /// - `provider`
    /// - `idempotency_key`: The same key and body within 24 hours get the first
    ///   answer again
    /// - `body`
    ///```ignore
    /// let response = client.start_identity()
    ///    .provider(provider)
    ///    .idempotency_key(idempotency_key)
    ///    .body(body)
    ///    .send()
    ///    .await;
    /// ```
    pub fn start_identity(&self) -> builder::StartIdentity<'_> {
        builder::StartIdentity::new(self)
    }

    ///The invitations that wait for one's own address
    ///
    ///Empty until the address proved itself.
    ///
    ///Sends a `GET` request to `/v1/me/invitations`
    ///
    ///Arguments:
    /// - `cursor`: Where the last page ended.
    /// - `limit`: How many at most.
    ///```ignore
    /// let response = client.list_my_invitations()
    ///    .cursor(cursor)
    ///    .limit(limit)
    ///    .send()
    ///    .await;
    /// ```
    pub fn list_my_invitations(&self) -> builder::ListMyInvitations<'_> {
        builder::ListMyInvitations::new(self)
    }

    ///Change one's own password
    ///
    ///Or set the first one, after signing in by a provider. All other sessions
    /// end, and a mail tells.
    ///
    ///Sends a `PUT` request to `/v1/me/password`
    ///
    ///Arguments:
    /// - `if_match`: The ETag that was last seen: with a stale one nothing is
    ///   changed
    /// - `body`
    ///```ignore
    /// let response = client.change_password()
    ///    .if_match(if_match)
    ///    .body(body)
    ///    .send()
    ///    .await;
    /// ```
    pub fn change_password(&self) -> builder::ChangePassword<'_> {
        builder::ChangePassword::new(self)
    }

    ///One's own second factor
    ///
    ///Sends a `GET` request to `/v1/me/two-factor`
    ///
    ///```ignore
    /// let response = client.get_two_factor()
    ///    .send()
    ///    .await;
    /// ```
    pub fn get_two_factor(&self) -> builder::GetTwoFactor<'_> {
        builder::GetTwoFactor::new(self)
    }

    ///Replace the recovery codes
    ///
    ///The old ones are void.
    ///
    ///Sends a `POST` request to `/v1/me/two-factor/recovery-codes`
    ///
    ///Arguments:
    /// - `idempotency_key`: The same key and body within 24 hours get the first
    ///   answer again
    /// - `body`
    ///```ignore
    /// let response = client.replace_recovery_codes()
    ///    .idempotency_key(idempotency_key)
    ///    .body(body)
    ///    .send()
    ///    .await;
    /// ```
    pub fn replace_recovery_codes(&self) -> builder::ReplaceRecoveryCodes<'_> {
        builder::ReplaceRecoveryCodes::new(self)
    }

    ///Begin to set up an authenticator app
    ///
    ///It is asked for once a code of it came back.
    ///
    ///Sends a `POST` request to `/v1/me/two-factor/totp`
    ///
    ///Arguments:
    /// - `idempotency_key`: The same key and body within 24 hours get the first
    ///   answer again
    /// - `body`
    ///```ignore
    /// let response = client.begin_totp()
    ///    .idempotency_key(idempotency_key)
    ///    .body(body)
    ///    .send()
    ///    .await;
    /// ```
    pub fn begin_totp(&self) -> builder::BeginTotp<'_> {
        builder::BeginTotp::new(self)
    }

    ///Turn the authenticator app off
    ///
    ///With the recovery codes. It needs a sign-in within the last 15 minutes.
    /// The user's other sessions end.
    ///
    ///Sends a `DELETE` request to `/v1/me/two-factor/totp`
    ///
    ///```ignore
    /// let response = client.disable_totp()
    ///    .body(body)
    ///    .send()
    ///    .await;
    /// ```
    pub fn disable_totp(&self) -> builder::DisableTotp<'_> {
        builder::DisableTotp::new(self)
    }

    ///Turn the authenticator app on
    ///
    ///By its first code. The user's other sessions end.
    ///
    ///Sends a `POST` request to `/v1/me/two-factor/totp/confirm`
    ///
    ///Arguments:
    /// - `idempotency_key`: The same key and body within 24 hours get the first
    ///   answer again
    /// - `body`
    ///```ignore
    /// let response = client.confirm_totp()
    ///    .idempotency_key(idempotency_key)
    ///    .body(body)
    ///    .send()
    ///    .await;
    /// ```
    pub fn confirm_totp(&self) -> builder::ConfirmTotp<'_> {
        builder::ConfirmTotp::new(self)
    }

    ///Have a link mailed that sets a new password
    ///
    ///It answers the same whether or not the address is a user's.
    ///
    ///Sends a `POST` request to `/v1/password-resets`
    ///
    ///Arguments:
    /// - `idempotency_key`: The same key and body within 24 hours get the first
    ///   answer again
    /// - `body`
    ///```ignore
    /// let response = client.request_password_reset()
    ///    .idempotency_key(idempotency_key)
    ///    .body(body)
    ///    .send()
    ///    .await;
    /// ```
    pub fn request_password_reset(&self) -> builder::RequestPasswordReset<'_> {
        builder::RequestPasswordReset::new(self)
    }

    ///Set a new password by a mailed link
    ///
    ///With the token of the mail, once, within 30 minutes. All sessions end.
    ///
    ///Sends a `PUT` request to `/v1/password-resets/{token}`
    ///
    ///Arguments:
    /// - `token`
    /// - `if_match`: The ETag that was last seen: with a stale one nothing is
    ///   changed
    /// - `body`
    ///```ignore
    /// let response = client.reset_password()
    ///    .token(token)
    ///    .if_match(if_match)
    ///    .body(body)
    ///    .send()
    ///    .await;
    /// ```
    pub fn reset_password(&self) -> builder::ResetPassword<'_> {
        builder::ResetPassword::new(self)
    }

    ///Who is signed in and how
    ///
    ///With the accounts that one can switch to, and what each asks for first.
    ///
    ///Sends a `GET` request to `/v1/session`
    ///
    ///Arguments:
    /// - `cursor`: Where the last page of accounts ended.
    /// - `limit`: How many accounts at most.
    ///```ignore
    /// let response = client.get_session()
    ///    .cursor(cursor)
    ///    .limit(limit)
    ///    .send()
    ///    .await;
    /// ```
    pub fn get_session(&self) -> builder::GetSession<'_> {
        builder::GetSession::new(self)
    }

    ///One's own sessions
    ///
    ///Sends a `GET` request to `/v1/sessions`
    ///
    ///Arguments:
    /// - `cursor`: Where the last page ended.
    /// - `limit`: How many at most.
    ///```ignore
    /// let response = client.list_sessions()
    ///    .cursor(cursor)
    ///    .limit(limit)
    ///    .send()
    ///    .await;
    /// ```
    pub fn list_sessions(&self) -> builder::ListSessions<'_> {
        builder::ListSessions::new(self)
    }

    ///Sign in
    ///
    ///A user with a second factor gets 401 `two_factor_required` with a
    /// `challenge`, which is answered at `/v1/sessions/two-factor`.
    ///
    ///Sends a `POST` request to `/v1/sessions`
    ///
    ///Arguments:
    /// - `idempotency_key`: The same key and body within 24 hours get the first
    ///   answer again
    /// - `body`
    ///```ignore
    /// let response = client.sign_in()
    ///    .idempotency_key(idempotency_key)
    ///    .body(body)
    ///    .send()
    ///    .await;
    /// ```
    pub fn sign_in(&self) -> builder::SignIn<'_> {
        builder::SignIn::new(self)
    }

    ///End all of one's own sessions
    ///
    ///Sends a `DELETE` request to `/v1/sessions`
    ///
    ///Arguments:
    /// - `keep_current`: Whether the present one stays.
    ///```ignore
    /// let response = client.revoke_sessions()
    ///    .keep_current(keep_current)
    ///    .send()
    ///    .await;
    /// ```
    pub fn revoke_sessions(&self) -> builder::RevokeSessions<'_> {
        builder::RevokeSessions::new(self)
    }

    ///Sign out
    ///
    ///Sends a `DELETE` request to `/v1/sessions/current`
    ///
    ///```ignore
    /// let response = client.sign_out()
    ///    .send()
    ///    .await;
    /// ```
    pub fn sign_out(&self) -> builder::SignOut<'_> {
        builder::SignOut::new(self)
    }

    ///Finish a sign-in by the second factor
    ///
    ///A code is good once. After five wrong answers the sign-in has to begin
    /// anew.
    ///
    ///Sends a `POST` request to `/v1/sessions/two-factor`
    ///
    ///Arguments:
    /// - `idempotency_key`: The same key and body within 24 hours get the first
    ///   answer again
    /// - `body`
    ///```ignore
    /// let response = client.answer_two_factor()
    ///    .idempotency_key(idempotency_key)
    ///    .body(body)
    ///    .send()
    ///    .await;
    /// ```
    pub fn answer_two_factor(&self) -> builder::AnswerTwoFactor<'_> {
        builder::AnswerTwoFactor::new(self)
    }

    ///End one of one's own sessions
    ///
    ///Sends a `DELETE` request to `/v1/sessions/{sess}`
    ///
    ///```ignore
    /// let response = client.revoke_session()
    ///    .sess(sess)
    ///    .send()
    ///    .await;
    /// ```
    pub fn revoke_session(&self) -> builder::RevokeSession<'_> {
        builder::RevokeSession::new(self)
    }

    ///Sign up
    ///
    ///Makes a user, an organization that the user owns, and a session. A
    /// verification mail follows.
    ///
    ///Sends a `POST` request to `/v1/signup`
    ///
    ///Arguments:
    /// - `idempotency_key`: The same key and body within 24 hours get the first
    ///   answer again
    /// - `body`
    ///```ignore
    /// let response = client.sign_up()
    ///    .idempotency_key(idempotency_key)
    ///    .body(body)
    ///    .send()
    ///    .await;
    /// ```
    pub fn sign_up(&self) -> builder::SignUp<'_> {
        builder::SignUp::new(self)
    }

    ///Come back from an account's provider
    ///
    ///Sends a `GET` request to `/v1/sso/accounts/{acct}/callback`
    ///
    ///Arguments:
    /// - `acct`
    /// - `code`: The provider's code.
    /// - `error`: Why there is none.
    /// - `iss`: Who answers (RFC 9207).
    /// - `state`: What the sign-in was begun with.
    ///```ignore
    /// let response = client.finish_account_sso()
    ///    .acct(acct)
    ///    .code(code)
    ///    .error(error)
    ///    .iss(iss)
    ///    .state(state)
    ///    .send()
    ///    .await;
    /// ```
    pub fn finish_account_sso(&self) -> builder::FinishAccountSso<'_> {
        builder::FinishAccountSso::new(self)
    }

    ///Sign in through an account
    ///
    ///For a browser, as by a provider. The session is good for this account
    /// alone.
    ///
    ///Sends a `GET` request to `/v1/sso/accounts/{acct}/start`
    ///
    ///Arguments:
    /// - `acct`
    /// - `code_challenge`: With `return_to`: the SHA-256 of a random verifier,
    ///   in base64url without padding.
    /// - `return_to`: Where the browser goes in the end.
    ///```ignore
    /// let response = client.start_account_sso()
    ///    .acct(acct)
    ///    .code_challenge(code_challenge)
    ///    .return_to(return_to)
    ///    .send()
    ///    .await;
    /// ```
    pub fn start_account_sso(&self) -> builder::StartAccountSso<'_> {
        builder::StartAccountSso::new(self)
    }

    ///Exchange the code that a page was given for a session
    ///
    ///Sends a `POST` request to `/v1/sso/exchange`
    ///
    ///Arguments:
    /// - `idempotency_key`: The same key and body within 24 hours get the first
    ///   answer again
    /// - `body`
    ///```ignore
    /// let response = client.exchange_sso_code()
    ///    .idempotency_key(idempotency_key)
    ///    .body(body)
    ///    .send()
    ///    .await;
    /// ```
    pub fn exchange_sso_code(&self) -> builder::ExchangeSsoCode<'_> {
        builder::ExchangeSsoCode::new(self)
    }

    ///Come back from a provider
    ///
    ///The provider sends the browser here.
    ///
    ///Sends a `GET` request to `/v1/sso/{provider}/callback`
    ///
    ///Arguments:
    /// - `provider`
    /// - `code`: The provider's code.
    /// - `error`: Why there is none.
    /// - `iss`: Who answers (RFC 9207).
    /// - `state`: What the sign-in was begun with.
    ///```ignore
    /// let response = client.finish_sso()
    ///    .provider(provider)
    ///    .code(code)
    ///    .error(error)
    ///    .iss(iss)
    ///    .state(state)
    ///    .send()
    ///    .await;
    /// ```
    pub fn finish_sso(&self) -> builder::FinishSso<'_> {
        builder::FinishSso::new(self)
    }

    ///Sign in by a provider
    ///
    ///For a browser: it is sent to the provider, and comes back to the
    /// callback, which answers with the session. With `return_to` it goes
    /// on to that page, with `#code=…` or `#error=…`; the code is exchanged
    /// with the verifier alone.
    ///
    ///Sends a `GET` request to `/v1/sso/{provider}/start`
    ///
    ///Arguments:
    /// - `provider`
    /// - `code_challenge`: With `return_to`: the SHA-256 of a random verifier,
    ///   in base64url without padding.
    /// - `return_to`: Where the browser goes in the end: a URL of this service
    ///   or of one of its `cors_origins`.
    ///```ignore
    /// let response = client.start_sso()
    ///    .provider(provider)
    ///    .code_challenge(code_challenge)
    ///    .return_to(return_to)
    ///    .send()
    ///    .await;
    /// ```
    pub fn start_sso(&self) -> builder::StartSso<'_> {
        builder::StartSso::new(self)
    }
}

/// Types for composing operation parameters.
#[allow(clippy::all)]
pub mod builder {
    use super::types;
    #[allow(unused_imports)]
    use super::{
        ByteStream, ClientHooks, ClientInfo, Error, OperationInfo, RequestBuilderExt, ResponseValue,
        encode_path,
    };
    ///Builder for [`Client::get_authzen_configuration`]
    ///
    ///[`Client::get_authzen_configuration`]: super::Client::get_authzen_configuration
    #[derive(Debug, Clone)]
    pub struct GetAuthzenConfiguration<'a> {
        client: &'a super::Client,
    }

    impl<'a> GetAuthzenConfiguration<'a> {
        pub fn new(client: &'a super::Client) -> Self {
            Self { client: client }
        }

        ///Sends a `GET` request to `/.well-known/authzen-configuration`
        pub async fn send(self) -> Result<ResponseValue<types::ConfigurationOut>, Error<ByteStream>> {
            let Self { client } = self;
            let url = format!("{}/.well-known/authzen-configuration", client.baseurl,);
            let mut header_map = ::reqwest::header::HeaderMap::with_capacity(1usize);
            header_map.append(
                ::reqwest::header::HeaderName::from_static("api-version"),
                ::reqwest::header::HeaderValue::from_static(super::Client::api_version()),
            );
            #[allow(unused_mut)]
            let mut request = client
                .client
                .get(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .headers(header_map)
                .build()?;
            let info = OperationInfo { operation_id: "get_authzen_configuration" };
            client.pre(&mut request, &info).await?;
            let result = client.exec(request, &info).await;
            client.post(&result, &info).await?;
            let response = result?;
            match response.status().as_u16() {
                200u16 => ResponseValue::from_response(response).await,
                500u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                503u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                _ => Err(Error::UnexpectedResponse(response)),
            }
        }
    }

    ///Builder for [`Client::evaluate`]
    ///
    ///[`Client::evaluate`]: super::Client::evaluate
    #[derive(Debug, Clone)]
    pub struct Evaluate<'a> {
        client: &'a super::Client,
        body: Result<types::builder::EvaluationRequest, String>,
    }

    impl<'a> Evaluate<'a> {
        pub fn new(client: &'a super::Client) -> Self {
            Self { client: client, body: Ok(::std::default::Default::default()) }
        }

        pub fn body<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::EvaluationRequest>,
            <V as std::convert::TryInto<types::EvaluationRequest>>::Error: std::fmt::Display,
        {
            self.body = value
                .try_into()
                .map(From::from)
                .map_err(|s| format!("conversion to `EvaluationRequest` for body failed: {}", s));
            self
        }

        pub fn body_map<F>(mut self, f: F) -> Self
        where
            F: std::ops::FnOnce(types::builder::EvaluationRequest) -> types::builder::EvaluationRequest,
        {
            self.body = self.body.map(f);
            self
        }

        ///Sends a `POST` request to `/access/v1/evaluation`
        pub async fn send(self) -> Result<ResponseValue<types::DecisionOut>, Error<ByteStream>> {
            let Self { client, body } = self;
            let body = body
                .and_then(|v| types::EvaluationRequest::try_from(v).map_err(|e| e.to_string()))
                .map_err(Error::InvalidRequest)?;
            let url = format!("{}/access/v1/evaluation", client.baseurl,);
            let mut header_map = ::reqwest::header::HeaderMap::with_capacity(1usize);
            header_map.append(
                ::reqwest::header::HeaderName::from_static("api-version"),
                ::reqwest::header::HeaderValue::from_static(super::Client::api_version()),
            );
            #[allow(unused_mut)]
            let mut request = client
                .client
                .post(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .json(&body)
                .headers(header_map)
                .build()?;
            let info = OperationInfo { operation_id: "evaluate" };
            client.pre(&mut request, &info).await?;
            let result = client.exec(request, &info).await;
            client.post(&result, &info).await?;
            let response = result?;
            match response.status().as_u16() {
                200u16 => ResponseValue::from_response(response).await,
                400u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                401u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                403u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                413u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                500u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                503u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                _ => Err(Error::UnexpectedResponse(response)),
            }
        }
    }

    ///Builder for [`Client::evaluate_batch`]
    ///
    ///[`Client::evaluate_batch`]: super::Client::evaluate_batch
    #[derive(Debug, Clone)]
    pub struct EvaluateBatch<'a> {
        client: &'a super::Client,
        body: Result<types::builder::BatchRequest, String>,
    }

    impl<'a> EvaluateBatch<'a> {
        pub fn new(client: &'a super::Client) -> Self {
            Self { client: client, body: Ok(::std::default::Default::default()) }
        }

        pub fn body<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::BatchRequest>,
            <V as std::convert::TryInto<types::BatchRequest>>::Error: std::fmt::Display,
        {
            self.body = value
                .try_into()
                .map(From::from)
                .map_err(|s| format!("conversion to `BatchRequest` for body failed: {}", s));
            self
        }

        pub fn body_map<F>(mut self, f: F) -> Self
        where
            F: std::ops::FnOnce(types::builder::BatchRequest) -> types::builder::BatchRequest,
        {
            self.body = self.body.map(f);
            self
        }

        ///Sends a `POST` request to `/access/v1/evaluations`
        pub async fn send(self) -> Result<ResponseValue<types::BatchAnswer>, Error<ByteStream>> {
            let Self { client, body } = self;
            let body = body
                .and_then(|v| types::BatchRequest::try_from(v).map_err(|e| e.to_string()))
                .map_err(Error::InvalidRequest)?;
            let url = format!("{}/access/v1/evaluations", client.baseurl,);
            let mut header_map = ::reqwest::header::HeaderMap::with_capacity(1usize);
            header_map.append(
                ::reqwest::header::HeaderName::from_static("api-version"),
                ::reqwest::header::HeaderValue::from_static(super::Client::api_version()),
            );
            #[allow(unused_mut)]
            let mut request = client
                .client
                .post(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .json(&body)
                .headers(header_map)
                .build()?;
            let info = OperationInfo { operation_id: "evaluate_batch" };
            client.pre(&mut request, &info).await?;
            let result = client.exec(request, &info).await;
            client.post(&result, &info).await?;
            let response = result?;
            match response.status().as_u16() {
                200u16 => ResponseValue::from_response(response).await,
                400u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                401u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                403u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                413u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                500u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                503u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                _ => Err(Error::UnexpectedResponse(response)),
            }
        }
    }

    ///Builder for [`Client::search_actions`]
    ///
    ///[`Client::search_actions`]: super::Client::search_actions
    #[derive(Debug, Clone)]
    pub struct SearchActions<'a> {
        client: &'a super::Client,
        body: Result<types::builder::ActionSearchRequest, String>,
    }

    impl<'a> SearchActions<'a> {
        pub fn new(client: &'a super::Client) -> Self {
            Self { client: client, body: Ok(::std::default::Default::default()) }
        }

        pub fn body<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::ActionSearchRequest>,
            <V as std::convert::TryInto<types::ActionSearchRequest>>::Error: std::fmt::Display,
        {
            self.body = value
                .try_into()
                .map(From::from)
                .map_err(|s| format!("conversion to `ActionSearchRequest` for body failed: {}", s));
            self
        }

        pub fn body_map<F>(mut self, f: F) -> Self
        where
            F: std::ops::FnOnce(types::builder::ActionSearchRequest) -> types::builder::ActionSearchRequest,
        {
            self.body = self.body.map(f);
            self
        }

        ///Sends a `POST` request to `/access/v1/search/action`
        pub async fn send(self) -> Result<ResponseValue<types::ActionsOut>, Error<ByteStream>> {
            let Self { client, body } = self;
            let body = body
                .and_then(|v| types::ActionSearchRequest::try_from(v).map_err(|e| e.to_string()))
                .map_err(Error::InvalidRequest)?;
            let url = format!("{}/access/v1/search/action", client.baseurl,);
            let mut header_map = ::reqwest::header::HeaderMap::with_capacity(1usize);
            header_map.append(
                ::reqwest::header::HeaderName::from_static("api-version"),
                ::reqwest::header::HeaderValue::from_static(super::Client::api_version()),
            );
            #[allow(unused_mut)]
            let mut request = client
                .client
                .post(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .json(&body)
                .headers(header_map)
                .build()?;
            let info = OperationInfo { operation_id: "search_actions" };
            client.pre(&mut request, &info).await?;
            let result = client.exec(request, &info).await;
            client.post(&result, &info).await?;
            let response = result?;
            match response.status().as_u16() {
                200u16 => ResponseValue::from_response(response).await,
                400u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                401u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                403u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                413u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                500u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                503u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                _ => Err(Error::UnexpectedResponse(response)),
            }
        }
    }

    ///Builder for [`Client::search_resources`]
    ///
    ///[`Client::search_resources`]: super::Client::search_resources
    #[derive(Debug, Clone)]
    pub struct SearchResources<'a> {
        client: &'a super::Client,
        body: Result<types::builder::ResourceSearchRequest, String>,
    }

    impl<'a> SearchResources<'a> {
        pub fn new(client: &'a super::Client) -> Self {
            Self { client: client, body: Ok(::std::default::Default::default()) }
        }

        pub fn body<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::ResourceSearchRequest>,
            <V as std::convert::TryInto<types::ResourceSearchRequest>>::Error: std::fmt::Display,
        {
            self.body = value
                .try_into()
                .map(From::from)
                .map_err(|s| format!("conversion to `ResourceSearchRequest` for body failed: {}", s));
            self
        }

        pub fn body_map<F>(mut self, f: F) -> Self
        where
            F: std::ops::FnOnce(
                    types::builder::ResourceSearchRequest,
                ) -> types::builder::ResourceSearchRequest,
        {
            self.body = self.body.map(f);
            self
        }

        ///Sends a `POST` request to `/access/v1/search/resource`
        pub async fn send(self) -> Result<ResponseValue<types::ResourcesOut>, Error<ByteStream>> {
            let Self { client, body } = self;
            let body = body
                .and_then(|v| types::ResourceSearchRequest::try_from(v).map_err(|e| e.to_string()))
                .map_err(Error::InvalidRequest)?;
            let url = format!("{}/access/v1/search/resource", client.baseurl,);
            let mut header_map = ::reqwest::header::HeaderMap::with_capacity(1usize);
            header_map.append(
                ::reqwest::header::HeaderName::from_static("api-version"),
                ::reqwest::header::HeaderValue::from_static(super::Client::api_version()),
            );
            #[allow(unused_mut)]
            let mut request = client
                .client
                .post(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .json(&body)
                .headers(header_map)
                .build()?;
            let info = OperationInfo { operation_id: "search_resources" };
            client.pre(&mut request, &info).await?;
            let result = client.exec(request, &info).await;
            client.post(&result, &info).await?;
            let response = result?;
            match response.status().as_u16() {
                200u16 => ResponseValue::from_response(response).await,
                400u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                401u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                403u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                413u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                500u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                503u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                _ => Err(Error::UnexpectedResponse(response)),
            }
        }
    }

    ///Builder for [`Client::search_subjects`]
    ///
    ///[`Client::search_subjects`]: super::Client::search_subjects
    #[derive(Debug, Clone)]
    pub struct SearchSubjects<'a> {
        client: &'a super::Client,
        body: Result<types::builder::SubjectSearchRequest, String>,
    }

    impl<'a> SearchSubjects<'a> {
        pub fn new(client: &'a super::Client) -> Self {
            Self { client: client, body: Ok(::std::default::Default::default()) }
        }

        pub fn body<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::SubjectSearchRequest>,
            <V as std::convert::TryInto<types::SubjectSearchRequest>>::Error: std::fmt::Display,
        {
            self.body = value
                .try_into()
                .map(From::from)
                .map_err(|s| format!("conversion to `SubjectSearchRequest` for body failed: {}", s));
            self
        }

        pub fn body_map<F>(mut self, f: F) -> Self
        where
            F: std::ops::FnOnce(types::builder::SubjectSearchRequest) -> types::builder::SubjectSearchRequest,
        {
            self.body = self.body.map(f);
            self
        }

        ///Sends a `POST` request to `/access/v1/search/subject`
        pub async fn send(self) -> Result<ResponseValue<types::SubjectsOut>, Error<ByteStream>> {
            let Self { client, body } = self;
            let body = body
                .and_then(|v| types::SubjectSearchRequest::try_from(v).map_err(|e| e.to_string()))
                .map_err(Error::InvalidRequest)?;
            let url = format!("{}/access/v1/search/subject", client.baseurl,);
            let mut header_map = ::reqwest::header::HeaderMap::with_capacity(1usize);
            header_map.append(
                ::reqwest::header::HeaderName::from_static("api-version"),
                ::reqwest::header::HeaderValue::from_static(super::Client::api_version()),
            );
            #[allow(unused_mut)]
            let mut request = client
                .client
                .post(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .json(&body)
                .headers(header_map)
                .build()?;
            let info = OperationInfo { operation_id: "search_subjects" };
            client.pre(&mut request, &info).await?;
            let result = client.exec(request, &info).await;
            client.post(&result, &info).await?;
            let response = result?;
            match response.status().as_u16() {
                200u16 => ResponseValue::from_response(response).await,
                400u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                401u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                403u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                413u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                500u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                503u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                _ => Err(Error::UnexpectedResponse(response)),
            }
        }
    }

    ///Builder for [`Client::get_health`]
    ///
    ///[`Client::get_health`]: super::Client::get_health
    #[derive(Debug, Clone)]
    pub struct GetHealth<'a> {
        client: &'a super::Client,
    }

    impl<'a> GetHealth<'a> {
        pub fn new(client: &'a super::Client) -> Self {
            Self { client: client }
        }

        ///Sends a `GET` request to `/healthz`
        pub async fn send(self) -> Result<ResponseValue<types::HealthOut>, Error<ByteStream>> {
            let Self { client } = self;
            let url = format!("{}/healthz", client.baseurl,);
            let mut header_map = ::reqwest::header::HeaderMap::with_capacity(1usize);
            header_map.append(
                ::reqwest::header::HeaderName::from_static("api-version"),
                ::reqwest::header::HeaderValue::from_static(super::Client::api_version()),
            );
            #[allow(unused_mut)]
            let mut request = client
                .client
                .get(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .headers(header_map)
                .build()?;
            let info = OperationInfo { operation_id: "get_health" };
            client.pre(&mut request, &info).await?;
            let result = client.exec(request, &info).await;
            client.post(&result, &info).await?;
            let response = result?;
            match response.status().as_u16() {
                200u16 => ResponseValue::from_response(response).await,
                500u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                503u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                _ => Err(Error::UnexpectedResponse(response)),
            }
        }
    }

    ///Builder for [`Client::get_metrics`]
    ///
    ///[`Client::get_metrics`]: super::Client::get_metrics
    #[derive(Debug, Clone)]
    pub struct GetMetrics<'a> {
        client: &'a super::Client,
    }

    impl<'a> GetMetrics<'a> {
        pub fn new(client: &'a super::Client) -> Self {
            Self { client: client }
        }

        ///Sends a `GET` request to `/metrics`
        pub async fn send(self) -> Result<ResponseValue<ByteStream>, Error<ByteStream>> {
            let Self { client } = self;
            let url = format!("{}/metrics", client.baseurl,);
            let mut header_map = ::reqwest::header::HeaderMap::with_capacity(1usize);
            header_map.append(
                ::reqwest::header::HeaderName::from_static("api-version"),
                ::reqwest::header::HeaderValue::from_static(super::Client::api_version()),
            );
            #[allow(unused_mut)]
            let mut request = client.client.get(url).headers(header_map).build()?;
            let info = OperationInfo { operation_id: "get_metrics" };
            client.pre(&mut request, &info).await?;
            let result = client.exec(request, &info).await;
            client.post(&result, &info).await?;
            let response = result?;
            match response.status().as_u16() {
                200u16 => Ok(ResponseValue::stream(response)),
                500u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                503u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                _ => Err(Error::UnexpectedResponse(response)),
            }
        }
    }

    ///Builder for [`Client::get_readiness`]
    ///
    ///[`Client::get_readiness`]: super::Client::get_readiness
    #[derive(Debug, Clone)]
    pub struct GetReadiness<'a> {
        client: &'a super::Client,
    }

    impl<'a> GetReadiness<'a> {
        pub fn new(client: &'a super::Client) -> Self {
            Self { client: client }
        }

        ///Sends a `GET` request to `/readyz`
        pub async fn send(self) -> Result<ResponseValue<types::HealthOut>, Error<ByteStream>> {
            let Self { client } = self;
            let url = format!("{}/readyz", client.baseurl,);
            let mut header_map = ::reqwest::header::HeaderMap::with_capacity(1usize);
            header_map.append(
                ::reqwest::header::HeaderName::from_static("api-version"),
                ::reqwest::header::HeaderValue::from_static(super::Client::api_version()),
            );
            #[allow(unused_mut)]
            let mut request = client
                .client
                .get(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .headers(header_map)
                .build()?;
            let info = OperationInfo { operation_id: "get_readiness" };
            client.pre(&mut request, &info).await?;
            let result = client.exec(request, &info).await;
            client.post(&result, &info).await?;
            let response = result?;
            match response.status().as_u16() {
                200u16 => ResponseValue::from_response(response).await,
                500u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                503u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                _ => Err(Error::UnexpectedResponse(response)),
            }
        }
    }

    ///Builder for [`Client::create_account`]
    ///
    ///[`Client::create_account`]: super::Client::create_account
    #[derive(Debug, Clone)]
    pub struct CreateAccount<'a> {
        client: &'a super::Client,
        idempotency_key: Result<Option<types::IdempotencyKey>, String>,
        body: Result<types::builder::AccountIn, String>,
    }

    impl<'a> CreateAccount<'a> {
        pub fn new(client: &'a super::Client) -> Self {
            Self { client: client, idempotency_key: Ok(None), body: Ok(::std::default::Default::default()) }
        }

        pub fn idempotency_key<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::IdempotencyKey>,
        {
            self.idempotency_key = value
                .try_into()
                .map(Some)
                .map_err(|_| "conversion to `IdempotencyKey` for idempotency_key failed".to_string());
            self
        }

        pub fn body<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::AccountIn>,
            <V as std::convert::TryInto<types::AccountIn>>::Error: std::fmt::Display,
        {
            self.body = value
                .try_into()
                .map(From::from)
                .map_err(|s| format!("conversion to `AccountIn` for body failed: {}", s));
            self
        }

        pub fn body_map<F>(mut self, f: F) -> Self
        where
            F: std::ops::FnOnce(types::builder::AccountIn) -> types::builder::AccountIn,
        {
            self.body = self.body.map(f);
            self
        }

        ///Sends a `POST` request to `/v1/accounts`
        pub async fn send(self) -> Result<ResponseValue<types::AccountOut>, Error<ByteStream>> {
            let Self { client, idempotency_key, body } = self;
            let idempotency_key = idempotency_key.map_err(Error::InvalidRequest)?;
            let body = body
                .and_then(|v| types::AccountIn::try_from(v).map_err(|e| e.to_string()))
                .map_err(Error::InvalidRequest)?;
            let url = format!("{}/v1/accounts", client.baseurl,);
            let mut header_map = ::reqwest::header::HeaderMap::with_capacity(2usize);
            header_map.append(
                ::reqwest::header::HeaderName::from_static("api-version"),
                ::reqwest::header::HeaderValue::from_static(super::Client::api_version()),
            );
            if let Some(value) = idempotency_key {
                header_map.append("Idempotency-Key", value.to_string().try_into()?);
            }
            #[allow(unused_mut)]
            let mut request = client
                .client
                .post(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .json(&body)
                .headers(header_map)
                .build()?;
            let info = OperationInfo { operation_id: "create_account" };
            client.pre(&mut request, &info).await?;
            let result = client.exec(request, &info).await;
            client.post(&result, &info).await?;
            let response = result?;
            match response.status().as_u16() {
                201u16 => ResponseValue::from_response(response).await,
                400u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                401u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                403u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                409u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                413u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                415u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                422u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                500u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                503u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                _ => Err(Error::UnexpectedResponse(response)),
            }
        }
    }

    ///Builder for [`Client::get_account`]
    ///
    ///[`Client::get_account`]: super::Client::get_account
    #[derive(Debug, Clone)]
    pub struct GetAccount<'a> {
        client: &'a super::Client,
        acct: Result<types::AccountId, String>,
        if_none_match: Result<Option<::std::string::String>, String>,
    }

    impl<'a> GetAccount<'a> {
        pub fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                acct: Err("acct was not initialized".to_string()),
                if_none_match: Ok(None),
            }
        }

        pub fn acct<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::AccountId>,
        {
            self.acct = value.try_into().map_err(|_| "conversion to `AccountId` for acct failed".to_string());
            self
        }

        pub fn if_none_match<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.if_none_match = value.try_into().map(Some).map_err(|_| {
                "conversion to `:: std :: string :: String` for if_none_match failed".to_string()
            });
            self
        }

        ///Sends a `GET` request to `/v1/accounts/{acct}`
        pub async fn send(self) -> Result<ResponseValue<types::AccountOut>, Error<ByteStream>> {
            let Self { client, acct, if_none_match } = self;
            let acct = acct.map_err(Error::InvalidRequest)?;
            let if_none_match = if_none_match.map_err(Error::InvalidRequest)?;
            let url = format!("{}/v1/accounts/{}", client.baseurl, encode_path(&acct.to_string()),);
            let mut header_map = ::reqwest::header::HeaderMap::with_capacity(2usize);
            header_map.append(
                ::reqwest::header::HeaderName::from_static("api-version"),
                ::reqwest::header::HeaderValue::from_static(super::Client::api_version()),
            );
            if let Some(value) = if_none_match {
                header_map.append("If-None-Match", value.to_string().try_into()?);
            }
            #[allow(unused_mut)]
            let mut request = client
                .client
                .get(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .headers(header_map)
                .build()?;
            let info = OperationInfo { operation_id: "get_account" };
            client.pre(&mut request, &info).await?;
            let result = client.exec(request, &info).await;
            client.post(&result, &info).await?;
            let response = result?;
            match response.status().as_u16() {
                200u16 => ResponseValue::from_response(response).await,
                401u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                403u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                404u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                410u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                500u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                503u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                _ => Err(Error::UnexpectedResponse(response)),
            }
        }
    }

    ///Builder for [`Client::update_account`]
    ///
    ///[`Client::update_account`]: super::Client::update_account
    #[derive(Debug, Clone)]
    pub struct UpdateAccount<'a> {
        client: &'a super::Client,
        acct: Result<types::AccountId, String>,
        if_match: Result<Option<types::EntityTag>, String>,
        body: Result<types::builder::AccountPatch, String>,
    }

    impl<'a> UpdateAccount<'a> {
        pub fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                acct: Err("acct was not initialized".to_string()),
                if_match: Ok(None),
                body: Ok(::std::default::Default::default()),
            }
        }

        pub fn acct<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::AccountId>,
        {
            self.acct = value.try_into().map_err(|_| "conversion to `AccountId` for acct failed".to_string());
            self
        }

        pub fn if_match<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::EntityTag>,
        {
            self.if_match = value
                .try_into()
                .map(Some)
                .map_err(|_| "conversion to `EntityTag` for if_match failed".to_string());
            self
        }

        pub fn body<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::AccountPatch>,
            <V as std::convert::TryInto<types::AccountPatch>>::Error: std::fmt::Display,
        {
            self.body = value
                .try_into()
                .map(From::from)
                .map_err(|s| format!("conversion to `AccountPatch` for body failed: {}", s));
            self
        }

        pub fn body_map<F>(mut self, f: F) -> Self
        where
            F: std::ops::FnOnce(types::builder::AccountPatch) -> types::builder::AccountPatch,
        {
            self.body = self.body.map(f);
            self
        }

        ///Sends a `PATCH` request to `/v1/accounts/{acct}`
        pub async fn send(self) -> Result<ResponseValue<types::AccountOut>, Error<ByteStream>> {
            let Self { client, acct, if_match, body } = self;
            let acct = acct.map_err(Error::InvalidRequest)?;
            let if_match = if_match.map_err(Error::InvalidRequest)?;
            let body = body
                .and_then(|v| types::AccountPatch::try_from(v).map_err(|e| e.to_string()))
                .map_err(Error::InvalidRequest)?;
            let url = format!("{}/v1/accounts/{}", client.baseurl, encode_path(&acct.to_string()),);
            let mut header_map = ::reqwest::header::HeaderMap::with_capacity(2usize);
            header_map.append(
                ::reqwest::header::HeaderName::from_static("api-version"),
                ::reqwest::header::HeaderValue::from_static(super::Client::api_version()),
            );
            if let Some(value) = if_match {
                header_map.append("If-Match", value.to_string().try_into()?);
            }
            #[allow(unused_mut)]
            let mut request = client
                .client
                .patch(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .json(&body)
                .headers(header_map)
                .build()?;
            let info = OperationInfo { operation_id: "update_account" };
            client.pre(&mut request, &info).await?;
            let result = client.exec(request, &info).await;
            client.post(&result, &info).await?;
            let response = result?;
            match response.status().as_u16() {
                200u16 => ResponseValue::from_response(response).await,
                400u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                401u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                403u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                404u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                409u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                410u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                412u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                413u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                415u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                422u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                500u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                503u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                _ => Err(Error::UnexpectedResponse(response)),
            }
        }
    }

    ///Builder for [`Client::explain_access`]
    ///
    ///[`Client::explain_access`]: super::Client::explain_access
    #[derive(Debug, Clone)]
    pub struct ExplainAccess<'a> {
        client: &'a super::Client,
        acct: Result<types::AccountId, String>,
        body: Result<types::builder::ExplainIn, String>,
    }

    impl<'a> ExplainAccess<'a> {
        pub fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                acct: Err("acct was not initialized".to_string()),
                body: Ok(::std::default::Default::default()),
            }
        }

        pub fn acct<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::AccountId>,
        {
            self.acct = value.try_into().map_err(|_| "conversion to `AccountId` for acct failed".to_string());
            self
        }

        pub fn body<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::ExplainIn>,
            <V as std::convert::TryInto<types::ExplainIn>>::Error: std::fmt::Display,
        {
            self.body = value
                .try_into()
                .map(From::from)
                .map_err(|s| format!("conversion to `ExplainIn` for body failed: {}", s));
            self
        }

        pub fn body_map<F>(mut self, f: F) -> Self
        where
            F: std::ops::FnOnce(types::builder::ExplainIn) -> types::builder::ExplainIn,
        {
            self.body = self.body.map(f);
            self
        }

        ///Sends a `POST` request to `/v1/accounts/{acct}/access/explain`
        pub async fn send(self) -> Result<ResponseValue<types::ExplainOut>, Error<ByteStream>> {
            let Self { client, acct, body } = self;
            let acct = acct.map_err(Error::InvalidRequest)?;
            let body = body
                .and_then(|v| types::ExplainIn::try_from(v).map_err(|e| e.to_string()))
                .map_err(Error::InvalidRequest)?;
            let url =
                format!("{}/v1/accounts/{}/access/explain", client.baseurl, encode_path(&acct.to_string()),);
            let mut header_map = ::reqwest::header::HeaderMap::with_capacity(1usize);
            header_map.append(
                ::reqwest::header::HeaderName::from_static("api-version"),
                ::reqwest::header::HeaderValue::from_static(super::Client::api_version()),
            );
            #[allow(unused_mut)]
            let mut request = client
                .client
                .post(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .json(&body)
                .headers(header_map)
                .build()?;
            let info = OperationInfo { operation_id: "explain_access" };
            client.pre(&mut request, &info).await?;
            let result = client.exec(request, &info).await;
            client.post(&result, &info).await?;
            let response = result?;
            match response.status().as_u16() {
                200u16 => ResponseValue::from_response(response).await,
                400u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                401u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                403u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                404u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                410u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                413u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                415u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                422u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                500u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                503u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                _ => Err(Error::UnexpectedResponse(response)),
            }
        }
    }

    ///Builder for [`Client::list_apps`]
    ///
    ///[`Client::list_apps`]: super::Client::list_apps
    #[derive(Debug, Clone)]
    pub struct ListApps<'a> {
        client: &'a super::Client,
        acct: Result<types::AccountId, String>,
        cursor: Result<Option<::std::string::String>, String>,
        limit: Result<Option<::std::num::NonZeroU64>, String>,
    }

    impl<'a> ListApps<'a> {
        pub fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                acct: Err("acct was not initialized".to_string()),
                cursor: Ok(None),
                limit: Ok(None),
            }
        }

        pub fn acct<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::AccountId>,
        {
            self.acct = value.try_into().map_err(|_| "conversion to `AccountId` for acct failed".to_string());
            self
        }

        pub fn cursor<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.cursor = value
                .try_into()
                .map(Some)
                .map_err(|_| "conversion to `:: std :: string :: String` for cursor failed".to_string());
            self
        }

        pub fn limit<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::num::NonZeroU64>,
        {
            self.limit = value
                .try_into()
                .map(Some)
                .map_err(|_| "conversion to `:: std :: num :: NonZeroU64` for limit failed".to_string());
            self
        }

        ///Sends a `GET` request to `/v1/accounts/{acct}/apps`
        pub async fn send(self) -> Result<ResponseValue<types::PageAppOut>, Error<ByteStream>> {
            let Self { client, acct, cursor, limit } = self;
            let acct = acct.map_err(Error::InvalidRequest)?;
            let cursor = cursor.map_err(Error::InvalidRequest)?;
            let limit = limit.map_err(Error::InvalidRequest)?;
            let url = format!("{}/v1/accounts/{}/apps", client.baseurl, encode_path(&acct.to_string()),);
            let mut header_map = ::reqwest::header::HeaderMap::with_capacity(1usize);
            header_map.append(
                ::reqwest::header::HeaderName::from_static("api-version"),
                ::reqwest::header::HeaderValue::from_static(super::Client::api_version()),
            );
            #[allow(unused_mut)]
            let mut request = client
                .client
                .get(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .query(&progenitor_client::QueryParam::new("cursor", &cursor))
                .query(&progenitor_client::QueryParam::new("limit", &limit))
                .headers(header_map)
                .build()?;
            let info = OperationInfo { operation_id: "list_apps" };
            client.pre(&mut request, &info).await?;
            let result = client.exec(request, &info).await;
            client.post(&result, &info).await?;
            let response = result?;
            match response.status().as_u16() {
                200u16 => ResponseValue::from_response(response).await,
                401u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                403u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                404u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                410u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                422u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                500u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                503u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                _ => Err(Error::UnexpectedResponse(response)),
            }
        }
    }

    ///Builder for [`Client::create_app`]
    ///
    ///[`Client::create_app`]: super::Client::create_app
    #[derive(Debug, Clone)]
    pub struct CreateApp<'a> {
        client: &'a super::Client,
        acct: Result<types::AccountId, String>,
        idempotency_key: Result<Option<types::IdempotencyKey>, String>,
        body: Result<types::builder::AppIn, String>,
    }

    impl<'a> CreateApp<'a> {
        pub fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                acct: Err("acct was not initialized".to_string()),
                idempotency_key: Ok(None),
                body: Ok(::std::default::Default::default()),
            }
        }

        pub fn acct<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::AccountId>,
        {
            self.acct = value.try_into().map_err(|_| "conversion to `AccountId` for acct failed".to_string());
            self
        }

        pub fn idempotency_key<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::IdempotencyKey>,
        {
            self.idempotency_key = value
                .try_into()
                .map(Some)
                .map_err(|_| "conversion to `IdempotencyKey` for idempotency_key failed".to_string());
            self
        }

        pub fn body<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::AppIn>,
            <V as std::convert::TryInto<types::AppIn>>::Error: std::fmt::Display,
        {
            self.body = value
                .try_into()
                .map(From::from)
                .map_err(|s| format!("conversion to `AppIn` for body failed: {}", s));
            self
        }

        pub fn body_map<F>(mut self, f: F) -> Self
        where
            F: std::ops::FnOnce(types::builder::AppIn) -> types::builder::AppIn,
        {
            self.body = self.body.map(f);
            self
        }

        ///Sends a `POST` request to `/v1/accounts/{acct}/apps`
        pub async fn send(self) -> Result<ResponseValue<types::AppOut>, Error<ByteStream>> {
            let Self { client, acct, idempotency_key, body } = self;
            let acct = acct.map_err(Error::InvalidRequest)?;
            let idempotency_key = idempotency_key.map_err(Error::InvalidRequest)?;
            let body = body
                .and_then(|v| types::AppIn::try_from(v).map_err(|e| e.to_string()))
                .map_err(Error::InvalidRequest)?;
            let url = format!("{}/v1/accounts/{}/apps", client.baseurl, encode_path(&acct.to_string()),);
            let mut header_map = ::reqwest::header::HeaderMap::with_capacity(2usize);
            header_map.append(
                ::reqwest::header::HeaderName::from_static("api-version"),
                ::reqwest::header::HeaderValue::from_static(super::Client::api_version()),
            );
            if let Some(value) = idempotency_key {
                header_map.append("Idempotency-Key", value.to_string().try_into()?);
            }
            #[allow(unused_mut)]
            let mut request = client
                .client
                .post(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .json(&body)
                .headers(header_map)
                .build()?;
            let info = OperationInfo { operation_id: "create_app" };
            client.pre(&mut request, &info).await?;
            let result = client.exec(request, &info).await;
            client.post(&result, &info).await?;
            let response = result?;
            match response.status().as_u16() {
                201u16 => ResponseValue::from_response(response).await,
                400u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                401u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                403u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                404u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                409u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                410u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                413u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                415u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                422u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                500u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                503u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                _ => Err(Error::UnexpectedResponse(response)),
            }
        }
    }

    ///Builder for [`Client::get_app`]
    ///
    ///[`Client::get_app`]: super::Client::get_app
    #[derive(Debug, Clone)]
    pub struct GetApp<'a> {
        client: &'a super::Client,
        acct: Result<types::AccountId, String>,
        app: Result<types::AppId, String>,
        if_none_match: Result<Option<::std::string::String>, String>,
    }

    impl<'a> GetApp<'a> {
        pub fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                acct: Err("acct was not initialized".to_string()),
                app: Err("app was not initialized".to_string()),
                if_none_match: Ok(None),
            }
        }

        pub fn acct<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::AccountId>,
        {
            self.acct = value.try_into().map_err(|_| "conversion to `AccountId` for acct failed".to_string());
            self
        }

        pub fn app<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::AppId>,
        {
            self.app = value.try_into().map_err(|_| "conversion to `AppId` for app failed".to_string());
            self
        }

        pub fn if_none_match<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.if_none_match = value.try_into().map(Some).map_err(|_| {
                "conversion to `:: std :: string :: String` for if_none_match failed".to_string()
            });
            self
        }

        ///Sends a `GET` request to `/v1/accounts/{acct}/apps/{app}`
        pub async fn send(self) -> Result<ResponseValue<types::AppOut>, Error<ByteStream>> {
            let Self { client, acct, app, if_none_match } = self;
            let acct = acct.map_err(Error::InvalidRequest)?;
            let app = app.map_err(Error::InvalidRequest)?;
            let if_none_match = if_none_match.map_err(Error::InvalidRequest)?;
            let url = format!(
                "{}/v1/accounts/{}/apps/{}",
                client.baseurl,
                encode_path(&acct.to_string()),
                encode_path(&app.to_string()),
            );
            let mut header_map = ::reqwest::header::HeaderMap::with_capacity(2usize);
            header_map.append(
                ::reqwest::header::HeaderName::from_static("api-version"),
                ::reqwest::header::HeaderValue::from_static(super::Client::api_version()),
            );
            if let Some(value) = if_none_match {
                header_map.append("If-None-Match", value.to_string().try_into()?);
            }
            #[allow(unused_mut)]
            let mut request = client
                .client
                .get(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .headers(header_map)
                .build()?;
            let info = OperationInfo { operation_id: "get_app" };
            client.pre(&mut request, &info).await?;
            let result = client.exec(request, &info).await;
            client.post(&result, &info).await?;
            let response = result?;
            match response.status().as_u16() {
                200u16 => ResponseValue::from_response(response).await,
                401u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                403u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                404u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                410u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                500u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                503u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                _ => Err(Error::UnexpectedResponse(response)),
            }
        }
    }

    ///Builder for [`Client::delete_app`]
    ///
    ///[`Client::delete_app`]: super::Client::delete_app
    #[derive(Debug, Clone)]
    pub struct DeleteApp<'a> {
        client: &'a super::Client,
        acct: Result<types::AccountId, String>,
        app: Result<types::AppId, String>,
        if_match: Result<Option<types::EntityTag>, String>,
    }

    impl<'a> DeleteApp<'a> {
        pub fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                acct: Err("acct was not initialized".to_string()),
                app: Err("app was not initialized".to_string()),
                if_match: Ok(None),
            }
        }

        pub fn acct<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::AccountId>,
        {
            self.acct = value.try_into().map_err(|_| "conversion to `AccountId` for acct failed".to_string());
            self
        }

        pub fn app<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::AppId>,
        {
            self.app = value.try_into().map_err(|_| "conversion to `AppId` for app failed".to_string());
            self
        }

        pub fn if_match<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::EntityTag>,
        {
            self.if_match = value
                .try_into()
                .map(Some)
                .map_err(|_| "conversion to `EntityTag` for if_match failed".to_string());
            self
        }

        ///Sends a `DELETE` request to `/v1/accounts/{acct}/apps/{app}`
        pub async fn send(self) -> Result<ResponseValue<()>, Error<ByteStream>> {
            let Self { client, acct, app, if_match } = self;
            let acct = acct.map_err(Error::InvalidRequest)?;
            let app = app.map_err(Error::InvalidRequest)?;
            let if_match = if_match.map_err(Error::InvalidRequest)?;
            let url = format!(
                "{}/v1/accounts/{}/apps/{}",
                client.baseurl,
                encode_path(&acct.to_string()),
                encode_path(&app.to_string()),
            );
            let mut header_map = ::reqwest::header::HeaderMap::with_capacity(2usize);
            header_map.append(
                ::reqwest::header::HeaderName::from_static("api-version"),
                ::reqwest::header::HeaderValue::from_static(super::Client::api_version()),
            );
            if let Some(value) = if_match {
                header_map.append("If-Match", value.to_string().try_into()?);
            }
            #[allow(unused_mut)]
            let mut request = client.client.delete(url).headers(header_map).build()?;
            let info = OperationInfo { operation_id: "delete_app" };
            client.pre(&mut request, &info).await?;
            let result = client.exec(request, &info).await;
            client.post(&result, &info).await?;
            let response = result?;
            match response.status().as_u16() {
                204u16 => Ok(ResponseValue::empty(response)),
                400u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                401u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                403u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                404u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                409u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                410u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                412u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                500u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                503u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                _ => Err(Error::UnexpectedResponse(response)),
            }
        }
    }

    ///Builder for [`Client::update_app`]
    ///
    ///[`Client::update_app`]: super::Client::update_app
    #[derive(Debug, Clone)]
    pub struct UpdateApp<'a> {
        client: &'a super::Client,
        acct: Result<types::AccountId, String>,
        app: Result<types::AppId, String>,
        if_match: Result<Option<types::EntityTag>, String>,
        body: Result<types::builder::AppPatch, String>,
    }

    impl<'a> UpdateApp<'a> {
        pub fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                acct: Err("acct was not initialized".to_string()),
                app: Err("app was not initialized".to_string()),
                if_match: Ok(None),
                body: Ok(::std::default::Default::default()),
            }
        }

        pub fn acct<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::AccountId>,
        {
            self.acct = value.try_into().map_err(|_| "conversion to `AccountId` for acct failed".to_string());
            self
        }

        pub fn app<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::AppId>,
        {
            self.app = value.try_into().map_err(|_| "conversion to `AppId` for app failed".to_string());
            self
        }

        pub fn if_match<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::EntityTag>,
        {
            self.if_match = value
                .try_into()
                .map(Some)
                .map_err(|_| "conversion to `EntityTag` for if_match failed".to_string());
            self
        }

        pub fn body<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::AppPatch>,
            <V as std::convert::TryInto<types::AppPatch>>::Error: std::fmt::Display,
        {
            self.body = value
                .try_into()
                .map(From::from)
                .map_err(|s| format!("conversion to `AppPatch` for body failed: {}", s));
            self
        }

        pub fn body_map<F>(mut self, f: F) -> Self
        where
            F: std::ops::FnOnce(types::builder::AppPatch) -> types::builder::AppPatch,
        {
            self.body = self.body.map(f);
            self
        }

        ///Sends a `PATCH` request to `/v1/accounts/{acct}/apps/{app}`
        pub async fn send(self) -> Result<ResponseValue<types::AppOut>, Error<ByteStream>> {
            let Self { client, acct, app, if_match, body } = self;
            let acct = acct.map_err(Error::InvalidRequest)?;
            let app = app.map_err(Error::InvalidRequest)?;
            let if_match = if_match.map_err(Error::InvalidRequest)?;
            let body = body
                .and_then(|v| types::AppPatch::try_from(v).map_err(|e| e.to_string()))
                .map_err(Error::InvalidRequest)?;
            let url = format!(
                "{}/v1/accounts/{}/apps/{}",
                client.baseurl,
                encode_path(&acct.to_string()),
                encode_path(&app.to_string()),
            );
            let mut header_map = ::reqwest::header::HeaderMap::with_capacity(2usize);
            header_map.append(
                ::reqwest::header::HeaderName::from_static("api-version"),
                ::reqwest::header::HeaderValue::from_static(super::Client::api_version()),
            );
            if let Some(value) = if_match {
                header_map.append("If-Match", value.to_string().try_into()?);
            }
            #[allow(unused_mut)]
            let mut request = client
                .client
                .patch(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .json(&body)
                .headers(header_map)
                .build()?;
            let info = OperationInfo { operation_id: "update_app" };
            client.pre(&mut request, &info).await?;
            let result = client.exec(request, &info).await;
            client.post(&result, &info).await?;
            let response = result?;
            match response.status().as_u16() {
                200u16 => ResponseValue::from_response(response).await,
                400u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                401u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                403u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                404u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                409u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                410u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                412u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                413u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                415u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                422u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                500u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                503u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                _ => Err(Error::UnexpectedResponse(response)),
            }
        }
    }

    ///Builder for [`Client::list_keysets`]
    ///
    ///[`Client::list_keysets`]: super::Client::list_keysets
    #[derive(Debug, Clone)]
    pub struct ListKeysets<'a> {
        client: &'a super::Client,
        acct: Result<types::AccountId, String>,
        app: Result<types::AppId, String>,
        cursor: Result<Option<::std::string::String>, String>,
        limit: Result<Option<::std::num::NonZeroU64>, String>,
    }

    impl<'a> ListKeysets<'a> {
        pub fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                acct: Err("acct was not initialized".to_string()),
                app: Err("app was not initialized".to_string()),
                cursor: Ok(None),
                limit: Ok(None),
            }
        }

        pub fn acct<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::AccountId>,
        {
            self.acct = value.try_into().map_err(|_| "conversion to `AccountId` for acct failed".to_string());
            self
        }

        pub fn app<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::AppId>,
        {
            self.app = value.try_into().map_err(|_| "conversion to `AppId` for app failed".to_string());
            self
        }

        pub fn cursor<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.cursor = value
                .try_into()
                .map(Some)
                .map_err(|_| "conversion to `:: std :: string :: String` for cursor failed".to_string());
            self
        }

        pub fn limit<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::num::NonZeroU64>,
        {
            self.limit = value
                .try_into()
                .map(Some)
                .map_err(|_| "conversion to `:: std :: num :: NonZeroU64` for limit failed".to_string());
            self
        }

        ///Sends a `GET` request to `/v1/accounts/{acct}/apps/{app}/keysets`
        pub async fn send(self) -> Result<ResponseValue<types::PageKeysetOut>, Error<ByteStream>> {
            let Self { client, acct, app, cursor, limit } = self;
            let acct = acct.map_err(Error::InvalidRequest)?;
            let app = app.map_err(Error::InvalidRequest)?;
            let cursor = cursor.map_err(Error::InvalidRequest)?;
            let limit = limit.map_err(Error::InvalidRequest)?;
            let url = format!(
                "{}/v1/accounts/{}/apps/{}/keysets",
                client.baseurl,
                encode_path(&acct.to_string()),
                encode_path(&app.to_string()),
            );
            let mut header_map = ::reqwest::header::HeaderMap::with_capacity(1usize);
            header_map.append(
                ::reqwest::header::HeaderName::from_static("api-version"),
                ::reqwest::header::HeaderValue::from_static(super::Client::api_version()),
            );
            #[allow(unused_mut)]
            let mut request = client
                .client
                .get(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .query(&progenitor_client::QueryParam::new("cursor", &cursor))
                .query(&progenitor_client::QueryParam::new("limit", &limit))
                .headers(header_map)
                .build()?;
            let info = OperationInfo { operation_id: "list_keysets" };
            client.pre(&mut request, &info).await?;
            let result = client.exec(request, &info).await;
            client.post(&result, &info).await?;
            let response = result?;
            match response.status().as_u16() {
                200u16 => ResponseValue::from_response(response).await,
                401u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                403u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                404u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                410u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                422u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                500u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                503u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                _ => Err(Error::UnexpectedResponse(response)),
            }
        }
    }

    ///Builder for [`Client::create_keyset`]
    ///
    ///[`Client::create_keyset`]: super::Client::create_keyset
    #[derive(Debug, Clone)]
    pub struct CreateKeyset<'a> {
        client: &'a super::Client,
        acct: Result<types::AccountId, String>,
        app: Result<types::AppId, String>,
        idempotency_key: Result<Option<types::IdempotencyKey>, String>,
        body: Result<types::builder::KeysetIn, String>,
    }

    impl<'a> CreateKeyset<'a> {
        pub fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                acct: Err("acct was not initialized".to_string()),
                app: Err("app was not initialized".to_string()),
                idempotency_key: Ok(None),
                body: Ok(::std::default::Default::default()),
            }
        }

        pub fn acct<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::AccountId>,
        {
            self.acct = value.try_into().map_err(|_| "conversion to `AccountId` for acct failed".to_string());
            self
        }

        pub fn app<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::AppId>,
        {
            self.app = value.try_into().map_err(|_| "conversion to `AppId` for app failed".to_string());
            self
        }

        pub fn idempotency_key<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::IdempotencyKey>,
        {
            self.idempotency_key = value
                .try_into()
                .map(Some)
                .map_err(|_| "conversion to `IdempotencyKey` for idempotency_key failed".to_string());
            self
        }

        pub fn body<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::KeysetIn>,
            <V as std::convert::TryInto<types::KeysetIn>>::Error: std::fmt::Display,
        {
            self.body = value
                .try_into()
                .map(From::from)
                .map_err(|s| format!("conversion to `KeysetIn` for body failed: {}", s));
            self
        }

        pub fn body_map<F>(mut self, f: F) -> Self
        where
            F: std::ops::FnOnce(types::builder::KeysetIn) -> types::builder::KeysetIn,
        {
            self.body = self.body.map(f);
            self
        }

        ///Sends a `POST` request to `/v1/accounts/{acct}/apps/{app}/keysets`
        pub async fn send(self) -> Result<ResponseValue<types::KeysetOut>, Error<ByteStream>> {
            let Self { client, acct, app, idempotency_key, body } = self;
            let acct = acct.map_err(Error::InvalidRequest)?;
            let app = app.map_err(Error::InvalidRequest)?;
            let idempotency_key = idempotency_key.map_err(Error::InvalidRequest)?;
            let body = body
                .and_then(|v| types::KeysetIn::try_from(v).map_err(|e| e.to_string()))
                .map_err(Error::InvalidRequest)?;
            let url = format!(
                "{}/v1/accounts/{}/apps/{}/keysets",
                client.baseurl,
                encode_path(&acct.to_string()),
                encode_path(&app.to_string()),
            );
            let mut header_map = ::reqwest::header::HeaderMap::with_capacity(2usize);
            header_map.append(
                ::reqwest::header::HeaderName::from_static("api-version"),
                ::reqwest::header::HeaderValue::from_static(super::Client::api_version()),
            );
            if let Some(value) = idempotency_key {
                header_map.append("Idempotency-Key", value.to_string().try_into()?);
            }
            #[allow(unused_mut)]
            let mut request = client
                .client
                .post(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .json(&body)
                .headers(header_map)
                .build()?;
            let info = OperationInfo { operation_id: "create_keyset" };
            client.pre(&mut request, &info).await?;
            let result = client.exec(request, &info).await;
            client.post(&result, &info).await?;
            let response = result?;
            match response.status().as_u16() {
                201u16 => ResponseValue::from_response(response).await,
                400u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                401u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                403u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                404u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                409u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                410u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                413u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                415u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                422u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                500u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                503u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                _ => Err(Error::UnexpectedResponse(response)),
            }
        }
    }

    ///Builder for [`Client::get_keyset`]
    ///
    ///[`Client::get_keyset`]: super::Client::get_keyset
    #[derive(Debug, Clone)]
    pub struct GetKeyset<'a> {
        client: &'a super::Client,
        acct: Result<types::AccountId, String>,
        app: Result<types::AppId, String>,
        ks: Result<types::KeysetId, String>,
        if_none_match: Result<Option<::std::string::String>, String>,
    }

    impl<'a> GetKeyset<'a> {
        pub fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                acct: Err("acct was not initialized".to_string()),
                app: Err("app was not initialized".to_string()),
                ks: Err("ks was not initialized".to_string()),
                if_none_match: Ok(None),
            }
        }

        pub fn acct<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::AccountId>,
        {
            self.acct = value.try_into().map_err(|_| "conversion to `AccountId` for acct failed".to_string());
            self
        }

        pub fn app<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::AppId>,
        {
            self.app = value.try_into().map_err(|_| "conversion to `AppId` for app failed".to_string());
            self
        }

        pub fn ks<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::KeysetId>,
        {
            self.ks = value.try_into().map_err(|_| "conversion to `KeysetId` for ks failed".to_string());
            self
        }

        pub fn if_none_match<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.if_none_match = value.try_into().map(Some).map_err(|_| {
                "conversion to `:: std :: string :: String` for if_none_match failed".to_string()
            });
            self
        }

        ///Sends a `GET` request to
        /// `/v1/accounts/{acct}/apps/{app}/keysets/{ks}`
        pub async fn send(self) -> Result<ResponseValue<types::KeysetOut>, Error<ByteStream>> {
            let Self { client, acct, app, ks, if_none_match } = self;
            let acct = acct.map_err(Error::InvalidRequest)?;
            let app = app.map_err(Error::InvalidRequest)?;
            let ks = ks.map_err(Error::InvalidRequest)?;
            let if_none_match = if_none_match.map_err(Error::InvalidRequest)?;
            let url = format!(
                "{}/v1/accounts/{}/apps/{}/keysets/{}",
                client.baseurl,
                encode_path(&acct.to_string()),
                encode_path(&app.to_string()),
                encode_path(&ks.to_string()),
            );
            let mut header_map = ::reqwest::header::HeaderMap::with_capacity(2usize);
            header_map.append(
                ::reqwest::header::HeaderName::from_static("api-version"),
                ::reqwest::header::HeaderValue::from_static(super::Client::api_version()),
            );
            if let Some(value) = if_none_match {
                header_map.append("If-None-Match", value.to_string().try_into()?);
            }
            #[allow(unused_mut)]
            let mut request = client
                .client
                .get(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .headers(header_map)
                .build()?;
            let info = OperationInfo { operation_id: "get_keyset" };
            client.pre(&mut request, &info).await?;
            let result = client.exec(request, &info).await;
            client.post(&result, &info).await?;
            let response = result?;
            match response.status().as_u16() {
                200u16 => ResponseValue::from_response(response).await,
                401u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                403u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                404u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                410u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                500u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                503u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                _ => Err(Error::UnexpectedResponse(response)),
            }
        }
    }

    ///Builder for [`Client::delete_keyset`]
    ///
    ///[`Client::delete_keyset`]: super::Client::delete_keyset
    #[derive(Debug, Clone)]
    pub struct DeleteKeyset<'a> {
        client: &'a super::Client,
        acct: Result<types::AccountId, String>,
        app: Result<types::AppId, String>,
        ks: Result<types::KeysetId, String>,
        if_match: Result<Option<types::EntityTag>, String>,
    }

    impl<'a> DeleteKeyset<'a> {
        pub fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                acct: Err("acct was not initialized".to_string()),
                app: Err("app was not initialized".to_string()),
                ks: Err("ks was not initialized".to_string()),
                if_match: Ok(None),
            }
        }

        pub fn acct<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::AccountId>,
        {
            self.acct = value.try_into().map_err(|_| "conversion to `AccountId` for acct failed".to_string());
            self
        }

        pub fn app<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::AppId>,
        {
            self.app = value.try_into().map_err(|_| "conversion to `AppId` for app failed".to_string());
            self
        }

        pub fn ks<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::KeysetId>,
        {
            self.ks = value.try_into().map_err(|_| "conversion to `KeysetId` for ks failed".to_string());
            self
        }

        pub fn if_match<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::EntityTag>,
        {
            self.if_match = value
                .try_into()
                .map(Some)
                .map_err(|_| "conversion to `EntityTag` for if_match failed".to_string());
            self
        }

        ///Sends a `DELETE` request to
        /// `/v1/accounts/{acct}/apps/{app}/keysets/{ks}`
        pub async fn send(self) -> Result<ResponseValue<()>, Error<ByteStream>> {
            let Self { client, acct, app, ks, if_match } = self;
            let acct = acct.map_err(Error::InvalidRequest)?;
            let app = app.map_err(Error::InvalidRequest)?;
            let ks = ks.map_err(Error::InvalidRequest)?;
            let if_match = if_match.map_err(Error::InvalidRequest)?;
            let url = format!(
                "{}/v1/accounts/{}/apps/{}/keysets/{}",
                client.baseurl,
                encode_path(&acct.to_string()),
                encode_path(&app.to_string()),
                encode_path(&ks.to_string()),
            );
            let mut header_map = ::reqwest::header::HeaderMap::with_capacity(2usize);
            header_map.append(
                ::reqwest::header::HeaderName::from_static("api-version"),
                ::reqwest::header::HeaderValue::from_static(super::Client::api_version()),
            );
            if let Some(value) = if_match {
                header_map.append("If-Match", value.to_string().try_into()?);
            }
            #[allow(unused_mut)]
            let mut request = client.client.delete(url).headers(header_map).build()?;
            let info = OperationInfo { operation_id: "delete_keyset" };
            client.pre(&mut request, &info).await?;
            let result = client.exec(request, &info).await;
            client.post(&result, &info).await?;
            let response = result?;
            match response.status().as_u16() {
                204u16 => Ok(ResponseValue::empty(response)),
                400u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                401u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                403u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                404u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                409u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                410u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                412u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                500u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                503u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                _ => Err(Error::UnexpectedResponse(response)),
            }
        }
    }

    ///Builder for [`Client::update_keyset`]
    ///
    ///[`Client::update_keyset`]: super::Client::update_keyset
    #[derive(Debug, Clone)]
    pub struct UpdateKeyset<'a> {
        client: &'a super::Client,
        acct: Result<types::AccountId, String>,
        app: Result<types::AppId, String>,
        ks: Result<types::KeysetId, String>,
        if_match: Result<Option<types::EntityTag>, String>,
        body: Result<types::builder::KeysetPatch, String>,
    }

    impl<'a> UpdateKeyset<'a> {
        pub fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                acct: Err("acct was not initialized".to_string()),
                app: Err("app was not initialized".to_string()),
                ks: Err("ks was not initialized".to_string()),
                if_match: Ok(None),
                body: Ok(::std::default::Default::default()),
            }
        }

        pub fn acct<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::AccountId>,
        {
            self.acct = value.try_into().map_err(|_| "conversion to `AccountId` for acct failed".to_string());
            self
        }

        pub fn app<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::AppId>,
        {
            self.app = value.try_into().map_err(|_| "conversion to `AppId` for app failed".to_string());
            self
        }

        pub fn ks<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::KeysetId>,
        {
            self.ks = value.try_into().map_err(|_| "conversion to `KeysetId` for ks failed".to_string());
            self
        }

        pub fn if_match<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::EntityTag>,
        {
            self.if_match = value
                .try_into()
                .map(Some)
                .map_err(|_| "conversion to `EntityTag` for if_match failed".to_string());
            self
        }

        pub fn body<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::KeysetPatch>,
            <V as std::convert::TryInto<types::KeysetPatch>>::Error: std::fmt::Display,
        {
            self.body = value
                .try_into()
                .map(From::from)
                .map_err(|s| format!("conversion to `KeysetPatch` for body failed: {}", s));
            self
        }

        pub fn body_map<F>(mut self, f: F) -> Self
        where
            F: std::ops::FnOnce(types::builder::KeysetPatch) -> types::builder::KeysetPatch,
        {
            self.body = self.body.map(f);
            self
        }

        ///Sends a `PATCH` request to
        /// `/v1/accounts/{acct}/apps/{app}/keysets/{ks}`
        pub async fn send(self) -> Result<ResponseValue<types::KeysetOut>, Error<ByteStream>> {
            let Self { client, acct, app, ks, if_match, body } = self;
            let acct = acct.map_err(Error::InvalidRequest)?;
            let app = app.map_err(Error::InvalidRequest)?;
            let ks = ks.map_err(Error::InvalidRequest)?;
            let if_match = if_match.map_err(Error::InvalidRequest)?;
            let body = body
                .and_then(|v| types::KeysetPatch::try_from(v).map_err(|e| e.to_string()))
                .map_err(Error::InvalidRequest)?;
            let url = format!(
                "{}/v1/accounts/{}/apps/{}/keysets/{}",
                client.baseurl,
                encode_path(&acct.to_string()),
                encode_path(&app.to_string()),
                encode_path(&ks.to_string()),
            );
            let mut header_map = ::reqwest::header::HeaderMap::with_capacity(2usize);
            header_map.append(
                ::reqwest::header::HeaderName::from_static("api-version"),
                ::reqwest::header::HeaderValue::from_static(super::Client::api_version()),
            );
            if let Some(value) = if_match {
                header_map.append("If-Match", value.to_string().try_into()?);
            }
            #[allow(unused_mut)]
            let mut request = client
                .client
                .patch(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .json(&body)
                .headers(header_map)
                .build()?;
            let info = OperationInfo { operation_id: "update_keyset" };
            client.pre(&mut request, &info).await?;
            let result = client.exec(request, &info).await;
            client.post(&result, &info).await?;
            let response = result?;
            match response.status().as_u16() {
                200u16 => ResponseValue::from_response(response).await,
                400u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                401u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                403u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                404u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                409u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                410u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                412u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                413u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                415u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                422u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                500u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                503u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                _ => Err(Error::UnexpectedResponse(response)),
            }
        }
    }

    ///Builder for [`Client::list_audit_events`]
    ///
    ///[`Client::list_audit_events`]: super::Client::list_audit_events
    #[derive(Debug, Clone)]
    pub struct ListAuditEvents<'a> {
        client: &'a super::Client,
        acct: Result<types::AccountId, String>,
        action: Result<Option<types::ListAuditEventsAction>, String>,
        actor: Result<Option<types::ListAuditEventsActor>, String>,
        cursor: Result<Option<::std::string::String>, String>,
        limit: Result<Option<::std::num::NonZeroU64>, String>,
        since: Result<Option<::chrono::DateTime<::chrono::offset::Utc>>, String>,
        until: Result<Option<::chrono::DateTime<::chrono::offset::Utc>>, String>,
    }

    impl<'a> ListAuditEvents<'a> {
        pub fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                acct: Err("acct was not initialized".to_string()),
                action: Ok(None),
                actor: Ok(None),
                cursor: Ok(None),
                limit: Ok(None),
                since: Ok(None),
                until: Ok(None),
            }
        }

        pub fn acct<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::AccountId>,
        {
            self.acct = value.try_into().map_err(|_| "conversion to `AccountId` for acct failed".to_string());
            self
        }

        pub fn action<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::ListAuditEventsAction>,
        {
            self.action = value
                .try_into()
                .map(Some)
                .map_err(|_| "conversion to `ListAuditEventsAction` for action failed".to_string());
            self
        }

        pub fn actor<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::ListAuditEventsActor>,
        {
            self.actor = value
                .try_into()
                .map(Some)
                .map_err(|_| "conversion to `ListAuditEventsActor` for actor failed".to_string());
            self
        }

        pub fn cursor<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.cursor = value
                .try_into()
                .map(Some)
                .map_err(|_| "conversion to `:: std :: string :: String` for cursor failed".to_string());
            self
        }

        pub fn limit<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::num::NonZeroU64>,
        {
            self.limit = value
                .try_into()
                .map(Some)
                .map_err(|_| "conversion to `:: std :: num :: NonZeroU64` for limit failed".to_string());
            self
        }

        pub fn since<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::chrono::DateTime<::chrono::offset::Utc>>,
        {
            self.since = value.try_into().map(Some).map_err(|_| {
                "conversion to `:: chrono :: DateTime < :: chrono :: offset :: Utc >` for since failed"
                    .to_string()
            });
            self
        }

        pub fn until<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::chrono::DateTime<::chrono::offset::Utc>>,
        {
            self.until = value.try_into().map(Some).map_err(|_| {
                "conversion to `:: chrono :: DateTime < :: chrono :: offset :: Utc >` for until failed"
                    .to_string()
            });
            self
        }

        ///Sends a `GET` request to `/v1/accounts/{acct}/audit-events`
        pub async fn send(self) -> Result<ResponseValue<types::PageAuditEventOut>, Error<ByteStream>> {
            let Self { client, acct, action, actor, cursor, limit, since, until } = self;
            let acct = acct.map_err(Error::InvalidRequest)?;
            let action = action.map_err(Error::InvalidRequest)?;
            let actor = actor.map_err(Error::InvalidRequest)?;
            let cursor = cursor.map_err(Error::InvalidRequest)?;
            let limit = limit.map_err(Error::InvalidRequest)?;
            let since = since.map_err(Error::InvalidRequest)?;
            let until = until.map_err(Error::InvalidRequest)?;
            let url =
                format!("{}/v1/accounts/{}/audit-events", client.baseurl, encode_path(&acct.to_string()),);
            let mut header_map = ::reqwest::header::HeaderMap::with_capacity(1usize);
            header_map.append(
                ::reqwest::header::HeaderName::from_static("api-version"),
                ::reqwest::header::HeaderValue::from_static(super::Client::api_version()),
            );
            #[allow(unused_mut)]
            let mut request = client
                .client
                .get(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .query(&progenitor_client::QueryParam::new("action", &action))
                .query(&progenitor_client::QueryParam::new("actor", &actor))
                .query(&progenitor_client::QueryParam::new("cursor", &cursor))
                .query(&progenitor_client::QueryParam::new("limit", &limit))
                .query(&progenitor_client::QueryParam::new("since", &since))
                .query(&progenitor_client::QueryParam::new("until", &until))
                .headers(header_map)
                .build()?;
            let info = OperationInfo { operation_id: "list_audit_events" };
            client.pre(&mut request, &info).await?;
            let result = client.exec(request, &info).await;
            client.post(&result, &info).await?;
            let response = result?;
            match response.status().as_u16() {
                200u16 => ResponseValue::from_response(response).await,
                401u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                403u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                404u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                410u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                422u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                500u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                503u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                _ => Err(Error::UnexpectedResponse(response)),
            }
        }
    }

    ///Builder for [`Client::list_invitations`]
    ///
    ///[`Client::list_invitations`]: super::Client::list_invitations
    #[derive(Debug, Clone)]
    pub struct ListInvitations<'a> {
        client: &'a super::Client,
        acct: Result<types::AccountId, String>,
        cursor: Result<Option<::std::string::String>, String>,
        limit: Result<Option<::std::num::NonZeroU64>, String>,
        status: Result<Option<types::InvitationState>, String>,
    }

    impl<'a> ListInvitations<'a> {
        pub fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                acct: Err("acct was not initialized".to_string()),
                cursor: Ok(None),
                limit: Ok(None),
                status: Ok(None),
            }
        }

        pub fn acct<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::AccountId>,
        {
            self.acct = value.try_into().map_err(|_| "conversion to `AccountId` for acct failed".to_string());
            self
        }

        pub fn cursor<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.cursor = value
                .try_into()
                .map(Some)
                .map_err(|_| "conversion to `:: std :: string :: String` for cursor failed".to_string());
            self
        }

        pub fn limit<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::num::NonZeroU64>,
        {
            self.limit = value
                .try_into()
                .map(Some)
                .map_err(|_| "conversion to `:: std :: num :: NonZeroU64` for limit failed".to_string());
            self
        }

        pub fn status<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::InvitationState>,
        {
            self.status = value
                .try_into()
                .map(Some)
                .map_err(|_| "conversion to `InvitationState` for status failed".to_string());
            self
        }

        ///Sends a `GET` request to `/v1/accounts/{acct}/invitations`
        pub async fn send(self) -> Result<ResponseValue<types::PageInvitationOut>, Error<ByteStream>> {
            let Self { client, acct, cursor, limit, status } = self;
            let acct = acct.map_err(Error::InvalidRequest)?;
            let cursor = cursor.map_err(Error::InvalidRequest)?;
            let limit = limit.map_err(Error::InvalidRequest)?;
            let status = status.map_err(Error::InvalidRequest)?;
            let url =
                format!("{}/v1/accounts/{}/invitations", client.baseurl, encode_path(&acct.to_string()),);
            let mut header_map = ::reqwest::header::HeaderMap::with_capacity(1usize);
            header_map.append(
                ::reqwest::header::HeaderName::from_static("api-version"),
                ::reqwest::header::HeaderValue::from_static(super::Client::api_version()),
            );
            #[allow(unused_mut)]
            let mut request = client
                .client
                .get(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .query(&progenitor_client::QueryParam::new("cursor", &cursor))
                .query(&progenitor_client::QueryParam::new("limit", &limit))
                .query(&progenitor_client::QueryParam::new("status", &status))
                .headers(header_map)
                .build()?;
            let info = OperationInfo { operation_id: "list_invitations" };
            client.pre(&mut request, &info).await?;
            let result = client.exec(request, &info).await;
            client.post(&result, &info).await?;
            let response = result?;
            match response.status().as_u16() {
                200u16 => ResponseValue::from_response(response).await,
                401u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                403u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                404u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                410u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                422u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                500u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                503u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                _ => Err(Error::UnexpectedResponse(response)),
            }
        }
    }

    ///Builder for [`Client::create_invitation`]
    ///
    ///[`Client::create_invitation`]: super::Client::create_invitation
    #[derive(Debug, Clone)]
    pub struct CreateInvitation<'a> {
        client: &'a super::Client,
        acct: Result<types::AccountId, String>,
        idempotency_key: Result<Option<types::IdempotencyKey>, String>,
        body: Result<types::builder::InvitationIn, String>,
    }

    impl<'a> CreateInvitation<'a> {
        pub fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                acct: Err("acct was not initialized".to_string()),
                idempotency_key: Ok(None),
                body: Ok(::std::default::Default::default()),
            }
        }

        pub fn acct<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::AccountId>,
        {
            self.acct = value.try_into().map_err(|_| "conversion to `AccountId` for acct failed".to_string());
            self
        }

        pub fn idempotency_key<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::IdempotencyKey>,
        {
            self.idempotency_key = value
                .try_into()
                .map(Some)
                .map_err(|_| "conversion to `IdempotencyKey` for idempotency_key failed".to_string());
            self
        }

        pub fn body<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::InvitationIn>,
            <V as std::convert::TryInto<types::InvitationIn>>::Error: std::fmt::Display,
        {
            self.body = value
                .try_into()
                .map(From::from)
                .map_err(|s| format!("conversion to `InvitationIn` for body failed: {}", s));
            self
        }

        pub fn body_map<F>(mut self, f: F) -> Self
        where
            F: std::ops::FnOnce(types::builder::InvitationIn) -> types::builder::InvitationIn,
        {
            self.body = self.body.map(f);
            self
        }

        ///Sends a `POST` request to `/v1/accounts/{acct}/invitations`
        pub async fn send(self) -> Result<ResponseValue<types::InvitationOut>, Error<ByteStream>> {
            let Self { client, acct, idempotency_key, body } = self;
            let acct = acct.map_err(Error::InvalidRequest)?;
            let idempotency_key = idempotency_key.map_err(Error::InvalidRequest)?;
            let body = body
                .and_then(|v| types::InvitationIn::try_from(v).map_err(|e| e.to_string()))
                .map_err(Error::InvalidRequest)?;
            let url =
                format!("{}/v1/accounts/{}/invitations", client.baseurl, encode_path(&acct.to_string()),);
            let mut header_map = ::reqwest::header::HeaderMap::with_capacity(2usize);
            header_map.append(
                ::reqwest::header::HeaderName::from_static("api-version"),
                ::reqwest::header::HeaderValue::from_static(super::Client::api_version()),
            );
            if let Some(value) = idempotency_key {
                header_map.append("Idempotency-Key", value.to_string().try_into()?);
            }
            #[allow(unused_mut)]
            let mut request = client
                .client
                .post(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .json(&body)
                .headers(header_map)
                .build()?;
            let info = OperationInfo { operation_id: "create_invitation" };
            client.pre(&mut request, &info).await?;
            let result = client.exec(request, &info).await;
            client.post(&result, &info).await?;
            let response = result?;
            match response.status().as_u16() {
                201u16 => ResponseValue::from_response(response).await,
                400u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                401u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                403u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                404u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                409u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                410u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                413u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                415u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                422u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                500u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                503u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                _ => Err(Error::UnexpectedResponse(response)),
            }
        }
    }

    ///Builder for [`Client::get_invitation`]
    ///
    ///[`Client::get_invitation`]: super::Client::get_invitation
    #[derive(Debug, Clone)]
    pub struct GetInvitation<'a> {
        client: &'a super::Client,
        acct: Result<types::AccountId, String>,
        inv: Result<types::InvitationId, String>,
        if_none_match: Result<Option<::std::string::String>, String>,
    }

    impl<'a> GetInvitation<'a> {
        pub fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                acct: Err("acct was not initialized".to_string()),
                inv: Err("inv was not initialized".to_string()),
                if_none_match: Ok(None),
            }
        }

        pub fn acct<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::AccountId>,
        {
            self.acct = value.try_into().map_err(|_| "conversion to `AccountId` for acct failed".to_string());
            self
        }

        pub fn inv<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::InvitationId>,
        {
            self.inv =
                value.try_into().map_err(|_| "conversion to `InvitationId` for inv failed".to_string());
            self
        }

        pub fn if_none_match<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.if_none_match = value.try_into().map(Some).map_err(|_| {
                "conversion to `:: std :: string :: String` for if_none_match failed".to_string()
            });
            self
        }

        ///Sends a `GET` request to `/v1/accounts/{acct}/invitations/{inv}`
        pub async fn send(self) -> Result<ResponseValue<types::InvitationOut>, Error<ByteStream>> {
            let Self { client, acct, inv, if_none_match } = self;
            let acct = acct.map_err(Error::InvalidRequest)?;
            let inv = inv.map_err(Error::InvalidRequest)?;
            let if_none_match = if_none_match.map_err(Error::InvalidRequest)?;
            let url = format!(
                "{}/v1/accounts/{}/invitations/{}",
                client.baseurl,
                encode_path(&acct.to_string()),
                encode_path(&inv.to_string()),
            );
            let mut header_map = ::reqwest::header::HeaderMap::with_capacity(2usize);
            header_map.append(
                ::reqwest::header::HeaderName::from_static("api-version"),
                ::reqwest::header::HeaderValue::from_static(super::Client::api_version()),
            );
            if let Some(value) = if_none_match {
                header_map.append("If-None-Match", value.to_string().try_into()?);
            }
            #[allow(unused_mut)]
            let mut request = client
                .client
                .get(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .headers(header_map)
                .build()?;
            let info = OperationInfo { operation_id: "get_invitation" };
            client.pre(&mut request, &info).await?;
            let result = client.exec(request, &info).await;
            client.post(&result, &info).await?;
            let response = result?;
            match response.status().as_u16() {
                200u16 => ResponseValue::from_response(response).await,
                401u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                403u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                404u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                410u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                500u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                503u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                _ => Err(Error::UnexpectedResponse(response)),
            }
        }
    }

    ///Builder for [`Client::revoke_invitation`]
    ///
    ///[`Client::revoke_invitation`]: super::Client::revoke_invitation
    #[derive(Debug, Clone)]
    pub struct RevokeInvitation<'a> {
        client: &'a super::Client,
        acct: Result<types::AccountId, String>,
        inv: Result<types::InvitationId, String>,
        if_match: Result<Option<types::EntityTag>, String>,
    }

    impl<'a> RevokeInvitation<'a> {
        pub fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                acct: Err("acct was not initialized".to_string()),
                inv: Err("inv was not initialized".to_string()),
                if_match: Ok(None),
            }
        }

        pub fn acct<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::AccountId>,
        {
            self.acct = value.try_into().map_err(|_| "conversion to `AccountId` for acct failed".to_string());
            self
        }

        pub fn inv<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::InvitationId>,
        {
            self.inv =
                value.try_into().map_err(|_| "conversion to `InvitationId` for inv failed".to_string());
            self
        }

        pub fn if_match<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::EntityTag>,
        {
            self.if_match = value
                .try_into()
                .map(Some)
                .map_err(|_| "conversion to `EntityTag` for if_match failed".to_string());
            self
        }

        ///Sends a `DELETE` request to `/v1/accounts/{acct}/invitations/{inv}`
        pub async fn send(self) -> Result<ResponseValue<()>, Error<ByteStream>> {
            let Self { client, acct, inv, if_match } = self;
            let acct = acct.map_err(Error::InvalidRequest)?;
            let inv = inv.map_err(Error::InvalidRequest)?;
            let if_match = if_match.map_err(Error::InvalidRequest)?;
            let url = format!(
                "{}/v1/accounts/{}/invitations/{}",
                client.baseurl,
                encode_path(&acct.to_string()),
                encode_path(&inv.to_string()),
            );
            let mut header_map = ::reqwest::header::HeaderMap::with_capacity(2usize);
            header_map.append(
                ::reqwest::header::HeaderName::from_static("api-version"),
                ::reqwest::header::HeaderValue::from_static(super::Client::api_version()),
            );
            if let Some(value) = if_match {
                header_map.append("If-Match", value.to_string().try_into()?);
            }
            #[allow(unused_mut)]
            let mut request = client.client.delete(url).headers(header_map).build()?;
            let info = OperationInfo { operation_id: "revoke_invitation" };
            client.pre(&mut request, &info).await?;
            let result = client.exec(request, &info).await;
            client.post(&result, &info).await?;
            let response = result?;
            match response.status().as_u16() {
                204u16 => Ok(ResponseValue::empty(response)),
                400u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                401u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                403u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                404u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                409u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                410u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                412u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                500u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                503u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                _ => Err(Error::UnexpectedResponse(response)),
            }
        }
    }

    ///Builder for [`Client::resend_invitation`]
    ///
    ///[`Client::resend_invitation`]: super::Client::resend_invitation
    #[derive(Debug, Clone)]
    pub struct ResendInvitation<'a> {
        client: &'a super::Client,
        acct: Result<types::AccountId, String>,
        inv: Result<types::InvitationId, String>,
        idempotency_key: Result<Option<types::IdempotencyKey>, String>,
        if_match: Result<Option<types::EntityTag>, String>,
    }

    impl<'a> ResendInvitation<'a> {
        pub fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                acct: Err("acct was not initialized".to_string()),
                inv: Err("inv was not initialized".to_string()),
                idempotency_key: Ok(None),
                if_match: Ok(None),
            }
        }

        pub fn acct<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::AccountId>,
        {
            self.acct = value.try_into().map_err(|_| "conversion to `AccountId` for acct failed".to_string());
            self
        }

        pub fn inv<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::InvitationId>,
        {
            self.inv =
                value.try_into().map_err(|_| "conversion to `InvitationId` for inv failed".to_string());
            self
        }

        pub fn idempotency_key<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::IdempotencyKey>,
        {
            self.idempotency_key = value
                .try_into()
                .map(Some)
                .map_err(|_| "conversion to `IdempotencyKey` for idempotency_key failed".to_string());
            self
        }

        pub fn if_match<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::EntityTag>,
        {
            self.if_match = value
                .try_into()
                .map(Some)
                .map_err(|_| "conversion to `EntityTag` for if_match failed".to_string());
            self
        }

        ///Sends a `POST` request to
        /// `/v1/accounts/{acct}/invitations/{inv}/resend`
        pub async fn send(self) -> Result<ResponseValue<types::InvitationOut>, Error<ByteStream>> {
            let Self { client, acct, inv, idempotency_key, if_match } = self;
            let acct = acct.map_err(Error::InvalidRequest)?;
            let inv = inv.map_err(Error::InvalidRequest)?;
            let idempotency_key = idempotency_key.map_err(Error::InvalidRequest)?;
            let if_match = if_match.map_err(Error::InvalidRequest)?;
            let url = format!(
                "{}/v1/accounts/{}/invitations/{}/resend",
                client.baseurl,
                encode_path(&acct.to_string()),
                encode_path(&inv.to_string()),
            );
            let mut header_map = ::reqwest::header::HeaderMap::with_capacity(3usize);
            header_map.append(
                ::reqwest::header::HeaderName::from_static("api-version"),
                ::reqwest::header::HeaderValue::from_static(super::Client::api_version()),
            );
            if let Some(value) = idempotency_key {
                header_map.append("Idempotency-Key", value.to_string().try_into()?);
            }
            if let Some(value) = if_match {
                header_map.append("If-Match", value.to_string().try_into()?);
            }
            #[allow(unused_mut)]
            let mut request = client
                .client
                .post(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .headers(header_map)
                .build()?;
            let info = OperationInfo { operation_id: "resend_invitation" };
            client.pre(&mut request, &info).await?;
            let result = client.exec(request, &info).await;
            client.post(&result, &info).await?;
            let response = result?;
            match response.status().as_u16() {
                200u16 => ResponseValue::from_response(response).await,
                400u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                401u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                403u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                404u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                409u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                410u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                412u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                413u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                422u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                500u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                503u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                _ => Err(Error::UnexpectedResponse(response)),
            }
        }
    }

    ///Builder for [`Client::list_members`]
    ///
    ///[`Client::list_members`]: super::Client::list_members
    #[derive(Debug, Clone)]
    pub struct ListMembers<'a> {
        client: &'a super::Client,
        acct: Result<types::AccountId, String>,
        cursor: Result<Option<::std::string::String>, String>,
        limit: Result<Option<::std::num::NonZeroU64>, String>,
        q: Result<Option<types::ListMembersQ>, String>,
        role: Result<Option<types::ListMembersRole>, String>,
        status: Result<Option<types::MemberState>, String>,
    }

    impl<'a> ListMembers<'a> {
        pub fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                acct: Err("acct was not initialized".to_string()),
                cursor: Ok(None),
                limit: Ok(None),
                q: Ok(None),
                role: Ok(None),
                status: Ok(None),
            }
        }

        pub fn acct<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::AccountId>,
        {
            self.acct = value.try_into().map_err(|_| "conversion to `AccountId` for acct failed".to_string());
            self
        }

        pub fn cursor<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.cursor = value
                .try_into()
                .map(Some)
                .map_err(|_| "conversion to `:: std :: string :: String` for cursor failed".to_string());
            self
        }

        pub fn limit<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::num::NonZeroU64>,
        {
            self.limit = value
                .try_into()
                .map(Some)
                .map_err(|_| "conversion to `:: std :: num :: NonZeroU64` for limit failed".to_string());
            self
        }

        pub fn q<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::ListMembersQ>,
        {
            self.q = value
                .try_into()
                .map(Some)
                .map_err(|_| "conversion to `ListMembersQ` for q failed".to_string());
            self
        }

        pub fn role<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::ListMembersRole>,
        {
            self.role = value
                .try_into()
                .map(Some)
                .map_err(|_| "conversion to `ListMembersRole` for role failed".to_string());
            self
        }

        pub fn status<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::MemberState>,
        {
            self.status = value
                .try_into()
                .map(Some)
                .map_err(|_| "conversion to `MemberState` for status failed".to_string());
            self
        }

        ///Sends a `GET` request to `/v1/accounts/{acct}/members`
        pub async fn send(self) -> Result<ResponseValue<types::PageMemberOut>, Error<ByteStream>> {
            let Self { client, acct, cursor, limit, q, role, status } = self;
            let acct = acct.map_err(Error::InvalidRequest)?;
            let cursor = cursor.map_err(Error::InvalidRequest)?;
            let limit = limit.map_err(Error::InvalidRequest)?;
            let q = q.map_err(Error::InvalidRequest)?;
            let role = role.map_err(Error::InvalidRequest)?;
            let status = status.map_err(Error::InvalidRequest)?;
            let url = format!("{}/v1/accounts/{}/members", client.baseurl, encode_path(&acct.to_string()),);
            let mut header_map = ::reqwest::header::HeaderMap::with_capacity(1usize);
            header_map.append(
                ::reqwest::header::HeaderName::from_static("api-version"),
                ::reqwest::header::HeaderValue::from_static(super::Client::api_version()),
            );
            #[allow(unused_mut)]
            let mut request = client
                .client
                .get(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .query(&progenitor_client::QueryParam::new("cursor", &cursor))
                .query(&progenitor_client::QueryParam::new("limit", &limit))
                .query(&progenitor_client::QueryParam::new("q", &q))
                .query(&progenitor_client::QueryParam::new("role", &role))
                .query(&progenitor_client::QueryParam::new("status", &status))
                .headers(header_map)
                .build()?;
            let info = OperationInfo { operation_id: "list_members" };
            client.pre(&mut request, &info).await?;
            let result = client.exec(request, &info).await;
            client.post(&result, &info).await?;
            let response = result?;
            match response.status().as_u16() {
                200u16 => ResponseValue::from_response(response).await,
                401u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                403u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                404u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                410u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                422u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                500u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                503u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                _ => Err(Error::UnexpectedResponse(response)),
            }
        }
    }

    ///Builder for [`Client::get_member`]
    ///
    ///[`Client::get_member`]: super::Client::get_member
    #[derive(Debug, Clone)]
    pub struct GetMember<'a> {
        client: &'a super::Client,
        acct: Result<types::AccountId, String>,
        mbr: Result<types::MemberId, String>,
        if_none_match: Result<Option<::std::string::String>, String>,
    }

    impl<'a> GetMember<'a> {
        pub fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                acct: Err("acct was not initialized".to_string()),
                mbr: Err("mbr was not initialized".to_string()),
                if_none_match: Ok(None),
            }
        }

        pub fn acct<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::AccountId>,
        {
            self.acct = value.try_into().map_err(|_| "conversion to `AccountId` for acct failed".to_string());
            self
        }

        pub fn mbr<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::MemberId>,
        {
            self.mbr = value.try_into().map_err(|_| "conversion to `MemberId` for mbr failed".to_string());
            self
        }

        pub fn if_none_match<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.if_none_match = value.try_into().map(Some).map_err(|_| {
                "conversion to `:: std :: string :: String` for if_none_match failed".to_string()
            });
            self
        }

        ///Sends a `GET` request to `/v1/accounts/{acct}/members/{mbr}`
        pub async fn send(self) -> Result<ResponseValue<types::MemberOut>, Error<ByteStream>> {
            let Self { client, acct, mbr, if_none_match } = self;
            let acct = acct.map_err(Error::InvalidRequest)?;
            let mbr = mbr.map_err(Error::InvalidRequest)?;
            let if_none_match = if_none_match.map_err(Error::InvalidRequest)?;
            let url = format!(
                "{}/v1/accounts/{}/members/{}",
                client.baseurl,
                encode_path(&acct.to_string()),
                encode_path(&mbr.to_string()),
            );
            let mut header_map = ::reqwest::header::HeaderMap::with_capacity(2usize);
            header_map.append(
                ::reqwest::header::HeaderName::from_static("api-version"),
                ::reqwest::header::HeaderValue::from_static(super::Client::api_version()),
            );
            if let Some(value) = if_none_match {
                header_map.append("If-None-Match", value.to_string().try_into()?);
            }
            #[allow(unused_mut)]
            let mut request = client
                .client
                .get(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .headers(header_map)
                .build()?;
            let info = OperationInfo { operation_id: "get_member" };
            client.pre(&mut request, &info).await?;
            let result = client.exec(request, &info).await;
            client.post(&result, &info).await?;
            let response = result?;
            match response.status().as_u16() {
                200u16 => ResponseValue::from_response(response).await,
                401u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                403u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                404u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                410u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                500u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                503u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                _ => Err(Error::UnexpectedResponse(response)),
            }
        }
    }

    ///Builder for [`Client::remove_member`]
    ///
    ///[`Client::remove_member`]: super::Client::remove_member
    #[derive(Debug, Clone)]
    pub struct RemoveMember<'a> {
        client: &'a super::Client,
        acct: Result<types::AccountId, String>,
        mbr: Result<types::MemberId, String>,
        if_match: Result<Option<types::EntityTag>, String>,
    }

    impl<'a> RemoveMember<'a> {
        pub fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                acct: Err("acct was not initialized".to_string()),
                mbr: Err("mbr was not initialized".to_string()),
                if_match: Ok(None),
            }
        }

        pub fn acct<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::AccountId>,
        {
            self.acct = value.try_into().map_err(|_| "conversion to `AccountId` for acct failed".to_string());
            self
        }

        pub fn mbr<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::MemberId>,
        {
            self.mbr = value.try_into().map_err(|_| "conversion to `MemberId` for mbr failed".to_string());
            self
        }

        pub fn if_match<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::EntityTag>,
        {
            self.if_match = value
                .try_into()
                .map(Some)
                .map_err(|_| "conversion to `EntityTag` for if_match failed".to_string());
            self
        }

        ///Sends a `DELETE` request to `/v1/accounts/{acct}/members/{mbr}`
        pub async fn send(self) -> Result<ResponseValue<()>, Error<ByteStream>> {
            let Self { client, acct, mbr, if_match } = self;
            let acct = acct.map_err(Error::InvalidRequest)?;
            let mbr = mbr.map_err(Error::InvalidRequest)?;
            let if_match = if_match.map_err(Error::InvalidRequest)?;
            let url = format!(
                "{}/v1/accounts/{}/members/{}",
                client.baseurl,
                encode_path(&acct.to_string()),
                encode_path(&mbr.to_string()),
            );
            let mut header_map = ::reqwest::header::HeaderMap::with_capacity(2usize);
            header_map.append(
                ::reqwest::header::HeaderName::from_static("api-version"),
                ::reqwest::header::HeaderValue::from_static(super::Client::api_version()),
            );
            if let Some(value) = if_match {
                header_map.append("If-Match", value.to_string().try_into()?);
            }
            #[allow(unused_mut)]
            let mut request = client.client.delete(url).headers(header_map).build()?;
            let info = OperationInfo { operation_id: "remove_member" };
            client.pre(&mut request, &info).await?;
            let result = client.exec(request, &info).await;
            client.post(&result, &info).await?;
            let response = result?;
            match response.status().as_u16() {
                204u16 => Ok(ResponseValue::empty(response)),
                400u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                401u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                403u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                404u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                409u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                410u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                412u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                500u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                503u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                _ => Err(Error::UnexpectedResponse(response)),
            }
        }
    }

    ///Builder for [`Client::put_grants`]
    ///
    ///[`Client::put_grants`]: super::Client::put_grants
    #[derive(Debug, Clone)]
    pub struct PutGrants<'a> {
        client: &'a super::Client,
        acct: Result<types::AccountId, String>,
        mbr: Result<types::MemberId, String>,
        if_match: Result<Option<types::EntityTag>, String>,
        body: Result<types::builder::GrantsIn, String>,
    }

    impl<'a> PutGrants<'a> {
        pub fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                acct: Err("acct was not initialized".to_string()),
                mbr: Err("mbr was not initialized".to_string()),
                if_match: Ok(None),
                body: Ok(::std::default::Default::default()),
            }
        }

        pub fn acct<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::AccountId>,
        {
            self.acct = value.try_into().map_err(|_| "conversion to `AccountId` for acct failed".to_string());
            self
        }

        pub fn mbr<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::MemberId>,
        {
            self.mbr = value.try_into().map_err(|_| "conversion to `MemberId` for mbr failed".to_string());
            self
        }

        pub fn if_match<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::EntityTag>,
        {
            self.if_match = value
                .try_into()
                .map(Some)
                .map_err(|_| "conversion to `EntityTag` for if_match failed".to_string());
            self
        }

        pub fn body<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::GrantsIn>,
            <V as std::convert::TryInto<types::GrantsIn>>::Error: std::fmt::Display,
        {
            self.body = value
                .try_into()
                .map(From::from)
                .map_err(|s| format!("conversion to `GrantsIn` for body failed: {}", s));
            self
        }

        pub fn body_map<F>(mut self, f: F) -> Self
        where
            F: std::ops::FnOnce(types::builder::GrantsIn) -> types::builder::GrantsIn,
        {
            self.body = self.body.map(f);
            self
        }

        ///Sends a `PUT` request to `/v1/accounts/{acct}/members/{mbr}/grants`
        pub async fn send(self) -> Result<ResponseValue<types::MemberOut>, Error<ByteStream>> {
            let Self { client, acct, mbr, if_match, body } = self;
            let acct = acct.map_err(Error::InvalidRequest)?;
            let mbr = mbr.map_err(Error::InvalidRequest)?;
            let if_match = if_match.map_err(Error::InvalidRequest)?;
            let body = body
                .and_then(|v| types::GrantsIn::try_from(v).map_err(|e| e.to_string()))
                .map_err(Error::InvalidRequest)?;
            let url = format!(
                "{}/v1/accounts/{}/members/{}/grants",
                client.baseurl,
                encode_path(&acct.to_string()),
                encode_path(&mbr.to_string()),
            );
            let mut header_map = ::reqwest::header::HeaderMap::with_capacity(2usize);
            header_map.append(
                ::reqwest::header::HeaderName::from_static("api-version"),
                ::reqwest::header::HeaderValue::from_static(super::Client::api_version()),
            );
            if let Some(value) = if_match {
                header_map.append("If-Match", value.to_string().try_into()?);
            }
            #[allow(unused_mut)]
            let mut request = client
                .client
                .put(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .json(&body)
                .headers(header_map)
                .build()?;
            let info = OperationInfo { operation_id: "put_grants" };
            client.pre(&mut request, &info).await?;
            let result = client.exec(request, &info).await;
            client.post(&result, &info).await?;
            let response = result?;
            match response.status().as_u16() {
                200u16 => ResponseValue::from_response(response).await,
                400u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                401u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                403u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                404u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                409u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                410u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                412u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                413u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                415u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                422u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                500u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                503u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                _ => Err(Error::UnexpectedResponse(response)),
            }
        }
    }

    ///Builder for [`Client::preview_grants`]
    ///
    ///[`Client::preview_grants`]: super::Client::preview_grants
    #[derive(Debug, Clone)]
    pub struct PreviewGrants<'a> {
        client: &'a super::Client,
        acct: Result<types::AccountId, String>,
        mbr: Result<types::MemberId, String>,
        body: Result<types::builder::GrantsIn, String>,
    }

    impl<'a> PreviewGrants<'a> {
        pub fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                acct: Err("acct was not initialized".to_string()),
                mbr: Err("mbr was not initialized".to_string()),
                body: Ok(::std::default::Default::default()),
            }
        }

        pub fn acct<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::AccountId>,
        {
            self.acct = value.try_into().map_err(|_| "conversion to `AccountId` for acct failed".to_string());
            self
        }

        pub fn mbr<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::MemberId>,
        {
            self.mbr = value.try_into().map_err(|_| "conversion to `MemberId` for mbr failed".to_string());
            self
        }

        pub fn body<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::GrantsIn>,
            <V as std::convert::TryInto<types::GrantsIn>>::Error: std::fmt::Display,
        {
            self.body = value
                .try_into()
                .map(From::from)
                .map_err(|s| format!("conversion to `GrantsIn` for body failed: {}", s));
            self
        }

        pub fn body_map<F>(mut self, f: F) -> Self
        where
            F: std::ops::FnOnce(types::builder::GrantsIn) -> types::builder::GrantsIn,
        {
            self.body = self.body.map(f);
            self
        }

        ///Sends a `POST` request to
        /// `/v1/accounts/{acct}/members/{mbr}/grants/preview`
        pub async fn send(self) -> Result<ResponseValue<types::PreviewOut>, Error<ByteStream>> {
            let Self { client, acct, mbr, body } = self;
            let acct = acct.map_err(Error::InvalidRequest)?;
            let mbr = mbr.map_err(Error::InvalidRequest)?;
            let body = body
                .and_then(|v| types::GrantsIn::try_from(v).map_err(|e| e.to_string()))
                .map_err(Error::InvalidRequest)?;
            let url = format!(
                "{}/v1/accounts/{}/members/{}/grants/preview",
                client.baseurl,
                encode_path(&acct.to_string()),
                encode_path(&mbr.to_string()),
            );
            let mut header_map = ::reqwest::header::HeaderMap::with_capacity(1usize);
            header_map.append(
                ::reqwest::header::HeaderName::from_static("api-version"),
                ::reqwest::header::HeaderValue::from_static(super::Client::api_version()),
            );
            #[allow(unused_mut)]
            let mut request = client
                .client
                .post(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .json(&body)
                .headers(header_map)
                .build()?;
            let info = OperationInfo { operation_id: "preview_grants" };
            client.pre(&mut request, &info).await?;
            let result = client.exec(request, &info).await;
            client.post(&result, &info).await?;
            let response = result?;
            match response.status().as_u16() {
                200u16 => ResponseValue::from_response(response).await,
                400u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                401u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                403u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                404u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                410u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                413u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                415u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                422u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                500u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                503u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                _ => Err(Error::UnexpectedResponse(response)),
            }
        }
    }

    ///Builder for [`Client::resume_member`]
    ///
    ///[`Client::resume_member`]: super::Client::resume_member
    #[derive(Debug, Clone)]
    pub struct ResumeMember<'a> {
        client: &'a super::Client,
        acct: Result<types::AccountId, String>,
        mbr: Result<types::MemberId, String>,
        idempotency_key: Result<Option<types::IdempotencyKey>, String>,
        if_match: Result<Option<types::EntityTag>, String>,
    }

    impl<'a> ResumeMember<'a> {
        pub fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                acct: Err("acct was not initialized".to_string()),
                mbr: Err("mbr was not initialized".to_string()),
                idempotency_key: Ok(None),
                if_match: Ok(None),
            }
        }

        pub fn acct<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::AccountId>,
        {
            self.acct = value.try_into().map_err(|_| "conversion to `AccountId` for acct failed".to_string());
            self
        }

        pub fn mbr<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::MemberId>,
        {
            self.mbr = value.try_into().map_err(|_| "conversion to `MemberId` for mbr failed".to_string());
            self
        }

        pub fn idempotency_key<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::IdempotencyKey>,
        {
            self.idempotency_key = value
                .try_into()
                .map(Some)
                .map_err(|_| "conversion to `IdempotencyKey` for idempotency_key failed".to_string());
            self
        }

        pub fn if_match<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::EntityTag>,
        {
            self.if_match = value
                .try_into()
                .map(Some)
                .map_err(|_| "conversion to `EntityTag` for if_match failed".to_string());
            self
        }

        ///Sends a `POST` request to `/v1/accounts/{acct}/members/{mbr}/resume`
        pub async fn send(self) -> Result<ResponseValue<types::MemberOut>, Error<ByteStream>> {
            let Self { client, acct, mbr, idempotency_key, if_match } = self;
            let acct = acct.map_err(Error::InvalidRequest)?;
            let mbr = mbr.map_err(Error::InvalidRequest)?;
            let idempotency_key = idempotency_key.map_err(Error::InvalidRequest)?;
            let if_match = if_match.map_err(Error::InvalidRequest)?;
            let url = format!(
                "{}/v1/accounts/{}/members/{}/resume",
                client.baseurl,
                encode_path(&acct.to_string()),
                encode_path(&mbr.to_string()),
            );
            let mut header_map = ::reqwest::header::HeaderMap::with_capacity(3usize);
            header_map.append(
                ::reqwest::header::HeaderName::from_static("api-version"),
                ::reqwest::header::HeaderValue::from_static(super::Client::api_version()),
            );
            if let Some(value) = idempotency_key {
                header_map.append("Idempotency-Key", value.to_string().try_into()?);
            }
            if let Some(value) = if_match {
                header_map.append("If-Match", value.to_string().try_into()?);
            }
            #[allow(unused_mut)]
            let mut request = client
                .client
                .post(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .headers(header_map)
                .build()?;
            let info = OperationInfo { operation_id: "resume_member" };
            client.pre(&mut request, &info).await?;
            let result = client.exec(request, &info).await;
            client.post(&result, &info).await?;
            let response = result?;
            match response.status().as_u16() {
                200u16 => ResponseValue::from_response(response).await,
                400u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                401u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                403u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                404u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                409u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                410u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                412u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                413u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                422u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                500u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                503u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                _ => Err(Error::UnexpectedResponse(response)),
            }
        }
    }

    ///Builder for [`Client::suspend_member`]
    ///
    ///[`Client::suspend_member`]: super::Client::suspend_member
    #[derive(Debug, Clone)]
    pub struct SuspendMember<'a> {
        client: &'a super::Client,
        acct: Result<types::AccountId, String>,
        mbr: Result<types::MemberId, String>,
        idempotency_key: Result<Option<types::IdempotencyKey>, String>,
        if_match: Result<Option<types::EntityTag>, String>,
    }

    impl<'a> SuspendMember<'a> {
        pub fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                acct: Err("acct was not initialized".to_string()),
                mbr: Err("mbr was not initialized".to_string()),
                idempotency_key: Ok(None),
                if_match: Ok(None),
            }
        }

        pub fn acct<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::AccountId>,
        {
            self.acct = value.try_into().map_err(|_| "conversion to `AccountId` for acct failed".to_string());
            self
        }

        pub fn mbr<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::MemberId>,
        {
            self.mbr = value.try_into().map_err(|_| "conversion to `MemberId` for mbr failed".to_string());
            self
        }

        pub fn idempotency_key<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::IdempotencyKey>,
        {
            self.idempotency_key = value
                .try_into()
                .map(Some)
                .map_err(|_| "conversion to `IdempotencyKey` for idempotency_key failed".to_string());
            self
        }

        pub fn if_match<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::EntityTag>,
        {
            self.if_match = value
                .try_into()
                .map(Some)
                .map_err(|_| "conversion to `EntityTag` for if_match failed".to_string());
            self
        }

        ///Sends a `POST` request to
        /// `/v1/accounts/{acct}/members/{mbr}/suspend`
        pub async fn send(self) -> Result<ResponseValue<types::MemberOut>, Error<ByteStream>> {
            let Self { client, acct, mbr, idempotency_key, if_match } = self;
            let acct = acct.map_err(Error::InvalidRequest)?;
            let mbr = mbr.map_err(Error::InvalidRequest)?;
            let idempotency_key = idempotency_key.map_err(Error::InvalidRequest)?;
            let if_match = if_match.map_err(Error::InvalidRequest)?;
            let url = format!(
                "{}/v1/accounts/{}/members/{}/suspend",
                client.baseurl,
                encode_path(&acct.to_string()),
                encode_path(&mbr.to_string()),
            );
            let mut header_map = ::reqwest::header::HeaderMap::with_capacity(3usize);
            header_map.append(
                ::reqwest::header::HeaderName::from_static("api-version"),
                ::reqwest::header::HeaderValue::from_static(super::Client::api_version()),
            );
            if let Some(value) = idempotency_key {
                header_map.append("Idempotency-Key", value.to_string().try_into()?);
            }
            if let Some(value) = if_match {
                header_map.append("If-Match", value.to_string().try_into()?);
            }
            #[allow(unused_mut)]
            let mut request = client
                .client
                .post(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .headers(header_map)
                .build()?;
            let info = OperationInfo { operation_id: "suspend_member" };
            client.pre(&mut request, &info).await?;
            let result = client.exec(request, &info).await;
            client.post(&result, &info).await?;
            let response = result?;
            match response.status().as_u16() {
                200u16 => ResponseValue::from_response(response).await,
                400u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                401u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                403u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                404u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                409u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                410u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                412u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                413u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                422u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                500u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                503u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                _ => Err(Error::UnexpectedResponse(response)),
            }
        }
    }

    ///Builder for [`Client::transfer_ownership`]
    ///
    ///[`Client::transfer_ownership`]: super::Client::transfer_ownership
    #[derive(Debug, Clone)]
    pub struct TransferOwnership<'a> {
        client: &'a super::Client,
        acct: Result<types::AccountId, String>,
        idempotency_key: Result<Option<types::IdempotencyKey>, String>,
        body: Result<types::builder::TransferIn, String>,
    }

    impl<'a> TransferOwnership<'a> {
        pub fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                acct: Err("acct was not initialized".to_string()),
                idempotency_key: Ok(None),
                body: Ok(::std::default::Default::default()),
            }
        }

        pub fn acct<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::AccountId>,
        {
            self.acct = value.try_into().map_err(|_| "conversion to `AccountId` for acct failed".to_string());
            self
        }

        pub fn idempotency_key<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::IdempotencyKey>,
        {
            self.idempotency_key = value
                .try_into()
                .map(Some)
                .map_err(|_| "conversion to `IdempotencyKey` for idempotency_key failed".to_string());
            self
        }

        pub fn body<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::TransferIn>,
            <V as std::convert::TryInto<types::TransferIn>>::Error: std::fmt::Display,
        {
            self.body = value
                .try_into()
                .map(From::from)
                .map_err(|s| format!("conversion to `TransferIn` for body failed: {}", s));
            self
        }

        pub fn body_map<F>(mut self, f: F) -> Self
        where
            F: std::ops::FnOnce(types::builder::TransferIn) -> types::builder::TransferIn,
        {
            self.body = self.body.map(f);
            self
        }

        ///Sends a `POST` request to `/v1/accounts/{acct}/ownership/transfer`
        pub async fn send(self) -> Result<ResponseValue<types::TransferOut>, Error<ByteStream>> {
            let Self { client, acct, idempotency_key, body } = self;
            let acct = acct.map_err(Error::InvalidRequest)?;
            let idempotency_key = idempotency_key.map_err(Error::InvalidRequest)?;
            let body = body
                .and_then(|v| types::TransferIn::try_from(v).map_err(|e| e.to_string()))
                .map_err(Error::InvalidRequest)?;
            let url = format!(
                "{}/v1/accounts/{}/ownership/transfer",
                client.baseurl,
                encode_path(&acct.to_string()),
            );
            let mut header_map = ::reqwest::header::HeaderMap::with_capacity(2usize);
            header_map.append(
                ::reqwest::header::HeaderName::from_static("api-version"),
                ::reqwest::header::HeaderValue::from_static(super::Client::api_version()),
            );
            if let Some(value) = idempotency_key {
                header_map.append("Idempotency-Key", value.to_string().try_into()?);
            }
            #[allow(unused_mut)]
            let mut request = client
                .client
                .post(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .json(&body)
                .headers(header_map)
                .build()?;
            let info = OperationInfo { operation_id: "transfer_ownership" };
            client.pre(&mut request, &info).await?;
            let result = client.exec(request, &info).await;
            client.post(&result, &info).await?;
            let response = result?;
            match response.status().as_u16() {
                200u16 => ResponseValue::from_response(response).await,
                400u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                401u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                403u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                404u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                409u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                410u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                413u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                415u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                422u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                500u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                503u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                _ => Err(Error::UnexpectedResponse(response)),
            }
        }
    }

    ///Builder for [`Client::get_resource`]
    ///
    ///[`Client::get_resource`]: super::Client::get_resource
    #[derive(Debug, Clone)]
    pub struct GetResource<'a> {
        client: &'a super::Client,
        acct: Result<types::AccountId, String>,
        type_: Result<types::GetResourceType, String>,
        id: Result<types::GetResourceId, String>,
        if_none_match: Result<Option<::std::string::String>, String>,
    }

    impl<'a> GetResource<'a> {
        pub fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                acct: Err("acct was not initialized".to_string()),
                type_: Err("type_ was not initialized".to_string()),
                id: Err("id was not initialized".to_string()),
                if_none_match: Ok(None),
            }
        }

        pub fn acct<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::AccountId>,
        {
            self.acct = value.try_into().map_err(|_| "conversion to `AccountId` for acct failed".to_string());
            self
        }

        pub fn type_<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::GetResourceType>,
        {
            self.type_ =
                value.try_into().map_err(|_| "conversion to `GetResourceType` for type_ failed".to_string());
            self
        }

        pub fn id<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::GetResourceId>,
        {
            self.id = value.try_into().map_err(|_| "conversion to `GetResourceId` for id failed".to_string());
            self
        }

        pub fn if_none_match<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.if_none_match = value.try_into().map(Some).map_err(|_| {
                "conversion to `:: std :: string :: String` for if_none_match failed".to_string()
            });
            self
        }

        ///Sends a `GET` request to `/v1/accounts/{acct}/resources/{type}/{id}`
        pub async fn send(self) -> Result<ResponseValue<types::ResourceOut>, Error<ByteStream>> {
            let Self { client, acct, type_, id, if_none_match } = self;
            let acct = acct.map_err(Error::InvalidRequest)?;
            let type_ = type_.map_err(Error::InvalidRequest)?;
            let id = id.map_err(Error::InvalidRequest)?;
            let if_none_match = if_none_match.map_err(Error::InvalidRequest)?;
            let url = format!(
                "{}/v1/accounts/{}/resources/{}/{}",
                client.baseurl,
                encode_path(&acct.to_string()),
                encode_path(&type_.to_string()),
                encode_path(&id.to_string()),
            );
            let mut header_map = ::reqwest::header::HeaderMap::with_capacity(2usize);
            header_map.append(
                ::reqwest::header::HeaderName::from_static("api-version"),
                ::reqwest::header::HeaderValue::from_static(super::Client::api_version()),
            );
            if let Some(value) = if_none_match {
                header_map.append("If-None-Match", value.to_string().try_into()?);
            }
            #[allow(unused_mut)]
            let mut request = client
                .client
                .get(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .headers(header_map)
                .build()?;
            let info = OperationInfo { operation_id: "get_resource" };
            client.pre(&mut request, &info).await?;
            let result = client.exec(request, &info).await;
            client.post(&result, &info).await?;
            let response = result?;
            match response.status().as_u16() {
                200u16 => ResponseValue::from_response(response).await,
                401u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                403u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                404u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                410u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                500u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                503u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                _ => Err(Error::UnexpectedResponse(response)),
            }
        }
    }

    ///Builder for [`Client::put_resource`]
    ///
    ///[`Client::put_resource`]: super::Client::put_resource
    #[derive(Debug, Clone)]
    pub struct PutResource<'a> {
        client: &'a super::Client,
        acct: Result<types::AccountId, String>,
        type_: Result<types::PutResourceType, String>,
        id: Result<types::PutResourceId, String>,
        if_match: Result<Option<types::EntityTag>, String>,
        body: Result<types::builder::ResourceIn, String>,
    }

    impl<'a> PutResource<'a> {
        pub fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                acct: Err("acct was not initialized".to_string()),
                type_: Err("type_ was not initialized".to_string()),
                id: Err("id was not initialized".to_string()),
                if_match: Ok(None),
                body: Ok(::std::default::Default::default()),
            }
        }

        pub fn acct<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::AccountId>,
        {
            self.acct = value.try_into().map_err(|_| "conversion to `AccountId` for acct failed".to_string());
            self
        }

        pub fn type_<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::PutResourceType>,
        {
            self.type_ =
                value.try_into().map_err(|_| "conversion to `PutResourceType` for type_ failed".to_string());
            self
        }

        pub fn id<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::PutResourceId>,
        {
            self.id = value.try_into().map_err(|_| "conversion to `PutResourceId` for id failed".to_string());
            self
        }

        pub fn if_match<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::EntityTag>,
        {
            self.if_match = value
                .try_into()
                .map(Some)
                .map_err(|_| "conversion to `EntityTag` for if_match failed".to_string());
            self
        }

        pub fn body<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::ResourceIn>,
            <V as std::convert::TryInto<types::ResourceIn>>::Error: std::fmt::Display,
        {
            self.body = value
                .try_into()
                .map(From::from)
                .map_err(|s| format!("conversion to `ResourceIn` for body failed: {}", s));
            self
        }

        pub fn body_map<F>(mut self, f: F) -> Self
        where
            F: std::ops::FnOnce(types::builder::ResourceIn) -> types::builder::ResourceIn,
        {
            self.body = self.body.map(f);
            self
        }

        ///Sends a `PUT` request to `/v1/accounts/{acct}/resources/{type}/{id}`
        pub async fn send(self) -> Result<ResponseValue<types::ResourceOut>, Error<ByteStream>> {
            let Self { client, acct, type_, id, if_match, body } = self;
            let acct = acct.map_err(Error::InvalidRequest)?;
            let type_ = type_.map_err(Error::InvalidRequest)?;
            let id = id.map_err(Error::InvalidRequest)?;
            let if_match = if_match.map_err(Error::InvalidRequest)?;
            let body = body
                .and_then(|v| types::ResourceIn::try_from(v).map_err(|e| e.to_string()))
                .map_err(Error::InvalidRequest)?;
            let url = format!(
                "{}/v1/accounts/{}/resources/{}/{}",
                client.baseurl,
                encode_path(&acct.to_string()),
                encode_path(&type_.to_string()),
                encode_path(&id.to_string()),
            );
            let mut header_map = ::reqwest::header::HeaderMap::with_capacity(2usize);
            header_map.append(
                ::reqwest::header::HeaderName::from_static("api-version"),
                ::reqwest::header::HeaderValue::from_static(super::Client::api_version()),
            );
            if let Some(value) = if_match {
                header_map.append("If-Match", value.to_string().try_into()?);
            }
            #[allow(unused_mut)]
            let mut request = client
                .client
                .put(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .json(&body)
                .headers(header_map)
                .build()?;
            let info = OperationInfo { operation_id: "put_resource" };
            client.pre(&mut request, &info).await?;
            let result = client.exec(request, &info).await;
            client.post(&result, &info).await?;
            let response = result?;
            match response.status().as_u16() {
                200u16 => ResponseValue::from_response(response).await,
                201u16 => ResponseValue::from_response(response).await,
                400u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                401u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                403u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                404u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                409u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                410u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                412u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                413u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                415u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                422u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                500u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                503u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                _ => Err(Error::UnexpectedResponse(response)),
            }
        }
    }

    ///Builder for [`Client::delete_resource`]
    ///
    ///[`Client::delete_resource`]: super::Client::delete_resource
    #[derive(Debug, Clone)]
    pub struct DeleteResource<'a> {
        client: &'a super::Client,
        acct: Result<types::AccountId, String>,
        type_: Result<types::DeleteResourceType, String>,
        id: Result<types::DeleteResourceId, String>,
        if_match: Result<Option<types::EntityTag>, String>,
    }

    impl<'a> DeleteResource<'a> {
        pub fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                acct: Err("acct was not initialized".to_string()),
                type_: Err("type_ was not initialized".to_string()),
                id: Err("id was not initialized".to_string()),
                if_match: Ok(None),
            }
        }

        pub fn acct<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::AccountId>,
        {
            self.acct = value.try_into().map_err(|_| "conversion to `AccountId` for acct failed".to_string());
            self
        }

        pub fn type_<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::DeleteResourceType>,
        {
            self.type_ = value
                .try_into()
                .map_err(|_| "conversion to `DeleteResourceType` for type_ failed".to_string());
            self
        }

        pub fn id<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::DeleteResourceId>,
        {
            self.id =
                value.try_into().map_err(|_| "conversion to `DeleteResourceId` for id failed".to_string());
            self
        }

        pub fn if_match<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::EntityTag>,
        {
            self.if_match = value
                .try_into()
                .map(Some)
                .map_err(|_| "conversion to `EntityTag` for if_match failed".to_string());
            self
        }

        ///Sends a `DELETE` request to
        /// `/v1/accounts/{acct}/resources/{type}/{id}`
        pub async fn send(self) -> Result<ResponseValue<()>, Error<ByteStream>> {
            let Self { client, acct, type_, id, if_match } = self;
            let acct = acct.map_err(Error::InvalidRequest)?;
            let type_ = type_.map_err(Error::InvalidRequest)?;
            let id = id.map_err(Error::InvalidRequest)?;
            let if_match = if_match.map_err(Error::InvalidRequest)?;
            let url = format!(
                "{}/v1/accounts/{}/resources/{}/{}",
                client.baseurl,
                encode_path(&acct.to_string()),
                encode_path(&type_.to_string()),
                encode_path(&id.to_string()),
            );
            let mut header_map = ::reqwest::header::HeaderMap::with_capacity(2usize);
            header_map.append(
                ::reqwest::header::HeaderName::from_static("api-version"),
                ::reqwest::header::HeaderValue::from_static(super::Client::api_version()),
            );
            if let Some(value) = if_match {
                header_map.append("If-Match", value.to_string().try_into()?);
            }
            #[allow(unused_mut)]
            let mut request = client.client.delete(url).headers(header_map).build()?;
            let info = OperationInfo { operation_id: "delete_resource" };
            client.pre(&mut request, &info).await?;
            let result = client.exec(request, &info).await;
            client.post(&result, &info).await?;
            let response = result?;
            match response.status().as_u16() {
                204u16 => Ok(ResponseValue::empty(response)),
                400u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                401u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                403u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                404u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                409u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                410u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                412u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                500u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                503u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                _ => Err(Error::UnexpectedResponse(response)),
            }
        }
    }

    ///Builder for [`Client::get_role_model`]
    ///
    ///[`Client::get_role_model`]: super::Client::get_role_model
    #[derive(Debug, Clone)]
    pub struct GetRoleModel<'a> {
        client: &'a super::Client,
        acct: Result<types::AccountId, String>,
        if_none_match: Result<Option<::std::string::String>, String>,
    }

    impl<'a> GetRoleModel<'a> {
        pub fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                acct: Err("acct was not initialized".to_string()),
                if_none_match: Ok(None),
            }
        }

        pub fn acct<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::AccountId>,
        {
            self.acct = value.try_into().map_err(|_| "conversion to `AccountId` for acct failed".to_string());
            self
        }

        pub fn if_none_match<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.if_none_match = value.try_into().map(Some).map_err(|_| {
                "conversion to `:: std :: string :: String` for if_none_match failed".to_string()
            });
            self
        }

        ///Sends a `GET` request to `/v1/accounts/{acct}/role-model`
        pub async fn send(self) -> Result<ResponseValue<types::RoleModelOut>, Error<ByteStream>> {
            let Self { client, acct, if_none_match } = self;
            let acct = acct.map_err(Error::InvalidRequest)?;
            let if_none_match = if_none_match.map_err(Error::InvalidRequest)?;
            let url =
                format!("{}/v1/accounts/{}/role-model", client.baseurl, encode_path(&acct.to_string()),);
            let mut header_map = ::reqwest::header::HeaderMap::with_capacity(2usize);
            header_map.append(
                ::reqwest::header::HeaderName::from_static("api-version"),
                ::reqwest::header::HeaderValue::from_static(super::Client::api_version()),
            );
            if let Some(value) = if_none_match {
                header_map.append("If-None-Match", value.to_string().try_into()?);
            }
            #[allow(unused_mut)]
            let mut request = client
                .client
                .get(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .headers(header_map)
                .build()?;
            let info = OperationInfo { operation_id: "get_role_model" };
            client.pre(&mut request, &info).await?;
            let result = client.exec(request, &info).await;
            client.post(&result, &info).await?;
            let response = result?;
            match response.status().as_u16() {
                200u16 => ResponseValue::from_response(response).await,
                401u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                403u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                404u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                410u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                500u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                503u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                _ => Err(Error::UnexpectedResponse(response)),
            }
        }
    }

    ///Builder for [`Client::put_role_model`]
    ///
    ///[`Client::put_role_model`]: super::Client::put_role_model
    #[derive(Debug, Clone)]
    pub struct PutRoleModel<'a> {
        client: &'a super::Client,
        acct: Result<types::AccountId, String>,
        if_match: Result<Option<types::EntityTag>, String>,
        body: Result<types::builder::RoleModelIn, String>,
    }

    impl<'a> PutRoleModel<'a> {
        pub fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                acct: Err("acct was not initialized".to_string()),
                if_match: Ok(None),
                body: Ok(::std::default::Default::default()),
            }
        }

        pub fn acct<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::AccountId>,
        {
            self.acct = value.try_into().map_err(|_| "conversion to `AccountId` for acct failed".to_string());
            self
        }

        pub fn if_match<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::EntityTag>,
        {
            self.if_match = value
                .try_into()
                .map(Some)
                .map_err(|_| "conversion to `EntityTag` for if_match failed".to_string());
            self
        }

        pub fn body<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::RoleModelIn>,
            <V as std::convert::TryInto<types::RoleModelIn>>::Error: std::fmt::Display,
        {
            self.body = value
                .try_into()
                .map(From::from)
                .map_err(|s| format!("conversion to `RoleModelIn` for body failed: {}", s));
            self
        }

        pub fn body_map<F>(mut self, f: F) -> Self
        where
            F: std::ops::FnOnce(types::builder::RoleModelIn) -> types::builder::RoleModelIn,
        {
            self.body = self.body.map(f);
            self
        }

        ///Sends a `PUT` request to `/v1/accounts/{acct}/role-model`
        pub async fn send(self) -> Result<ResponseValue<types::RoleModelOut>, Error<ByteStream>> {
            let Self { client, acct, if_match, body } = self;
            let acct = acct.map_err(Error::InvalidRequest)?;
            let if_match = if_match.map_err(Error::InvalidRequest)?;
            let body = body
                .and_then(|v| types::RoleModelIn::try_from(v).map_err(|e| e.to_string()))
                .map_err(Error::InvalidRequest)?;
            let url =
                format!("{}/v1/accounts/{}/role-model", client.baseurl, encode_path(&acct.to_string()),);
            let mut header_map = ::reqwest::header::HeaderMap::with_capacity(2usize);
            header_map.append(
                ::reqwest::header::HeaderName::from_static("api-version"),
                ::reqwest::header::HeaderValue::from_static(super::Client::api_version()),
            );
            if let Some(value) = if_match {
                header_map.append("If-Match", value.to_string().try_into()?);
            }
            #[allow(unused_mut)]
            let mut request = client
                .client
                .put(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .json(&body)
                .headers(header_map)
                .build()?;
            let info = OperationInfo { operation_id: "put_role_model" };
            client.pre(&mut request, &info).await?;
            let result = client.exec(request, &info).await;
            client.post(&result, &info).await?;
            let response = result?;
            match response.status().as_u16() {
                200u16 => ResponseValue::from_response(response).await,
                400u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                401u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                403u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                404u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                409u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                410u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                412u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                413u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                415u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                422u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                500u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                503u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                _ => Err(Error::UnexpectedResponse(response)),
            }
        }
    }

    ///Builder for [`Client::preview_role_model`]
    ///
    ///[`Client::preview_role_model`]: super::Client::preview_role_model
    #[derive(Debug, Clone)]
    pub struct PreviewRoleModel<'a> {
        client: &'a super::Client,
        acct: Result<types::AccountId, String>,
        body: Result<types::builder::RoleModelIn, String>,
    }

    impl<'a> PreviewRoleModel<'a> {
        pub fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                acct: Err("acct was not initialized".to_string()),
                body: Ok(::std::default::Default::default()),
            }
        }

        pub fn acct<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::AccountId>,
        {
            self.acct = value.try_into().map_err(|_| "conversion to `AccountId` for acct failed".to_string());
            self
        }

        pub fn body<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::RoleModelIn>,
            <V as std::convert::TryInto<types::RoleModelIn>>::Error: std::fmt::Display,
        {
            self.body = value
                .try_into()
                .map(From::from)
                .map_err(|s| format!("conversion to `RoleModelIn` for body failed: {}", s));
            self
        }

        pub fn body_map<F>(mut self, f: F) -> Self
        where
            F: std::ops::FnOnce(types::builder::RoleModelIn) -> types::builder::RoleModelIn,
        {
            self.body = self.body.map(f);
            self
        }

        ///Sends a `POST` request to `/v1/accounts/{acct}/role-model/preview`
        pub async fn send(self) -> Result<ResponseValue<types::MovePreviewOut>, Error<ByteStream>> {
            let Self { client, acct, body } = self;
            let acct = acct.map_err(Error::InvalidRequest)?;
            let body = body
                .and_then(|v| types::RoleModelIn::try_from(v).map_err(|e| e.to_string()))
                .map_err(Error::InvalidRequest)?;
            let url = format!(
                "{}/v1/accounts/{}/role-model/preview",
                client.baseurl,
                encode_path(&acct.to_string()),
            );
            let mut header_map = ::reqwest::header::HeaderMap::with_capacity(1usize);
            header_map.append(
                ::reqwest::header::HeaderName::from_static("api-version"),
                ::reqwest::header::HeaderValue::from_static(super::Client::api_version()),
            );
            #[allow(unused_mut)]
            let mut request = client
                .client
                .post(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .json(&body)
                .headers(header_map)
                .build()?;
            let info = OperationInfo { operation_id: "preview_role_model" };
            client.pre(&mut request, &info).await?;
            let result = client.exec(request, &info).await;
            client.post(&result, &info).await?;
            let response = result?;
            match response.status().as_u16() {
                200u16 => ResponseValue::from_response(response).await,
                400u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                401u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                403u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                404u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                410u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                413u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                415u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                422u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                500u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                503u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                _ => Err(Error::UnexpectedResponse(response)),
            }
        }
    }

    ///Builder for [`Client::get_sso`]
    ///
    ///[`Client::get_sso`]: super::Client::get_sso
    #[derive(Debug, Clone)]
    pub struct GetSso<'a> {
        client: &'a super::Client,
        acct: Result<types::AccountId, String>,
        if_none_match: Result<Option<::std::string::String>, String>,
    }

    impl<'a> GetSso<'a> {
        pub fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                acct: Err("acct was not initialized".to_string()),
                if_none_match: Ok(None),
            }
        }

        pub fn acct<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::AccountId>,
        {
            self.acct = value.try_into().map_err(|_| "conversion to `AccountId` for acct failed".to_string());
            self
        }

        pub fn if_none_match<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.if_none_match = value.try_into().map(Some).map_err(|_| {
                "conversion to `:: std :: string :: String` for if_none_match failed".to_string()
            });
            self
        }

        ///Sends a `GET` request to `/v1/accounts/{acct}/sso`
        pub async fn send(self) -> Result<ResponseValue<types::ConnectionOut>, Error<ByteStream>> {
            let Self { client, acct, if_none_match } = self;
            let acct = acct.map_err(Error::InvalidRequest)?;
            let if_none_match = if_none_match.map_err(Error::InvalidRequest)?;
            let url = format!("{}/v1/accounts/{}/sso", client.baseurl, encode_path(&acct.to_string()),);
            let mut header_map = ::reqwest::header::HeaderMap::with_capacity(2usize);
            header_map.append(
                ::reqwest::header::HeaderName::from_static("api-version"),
                ::reqwest::header::HeaderValue::from_static(super::Client::api_version()),
            );
            if let Some(value) = if_none_match {
                header_map.append("If-None-Match", value.to_string().try_into()?);
            }
            #[allow(unused_mut)]
            let mut request = client
                .client
                .get(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .headers(header_map)
                .build()?;
            let info = OperationInfo { operation_id: "get_sso" };
            client.pre(&mut request, &info).await?;
            let result = client.exec(request, &info).await;
            client.post(&result, &info).await?;
            let response = result?;
            match response.status().as_u16() {
                200u16 => ResponseValue::from_response(response).await,
                401u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                403u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                404u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                410u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                500u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                503u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                _ => Err(Error::UnexpectedResponse(response)),
            }
        }
    }

    ///Builder for [`Client::put_sso`]
    ///
    ///[`Client::put_sso`]: super::Client::put_sso
    #[derive(Debug, Clone)]
    pub struct PutSso<'a> {
        client: &'a super::Client,
        acct: Result<types::AccountId, String>,
        if_match: Result<Option<types::EntityTag>, String>,
        body: Result<types::builder::ConnectionIn, String>,
    }

    impl<'a> PutSso<'a> {
        pub fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                acct: Err("acct was not initialized".to_string()),
                if_match: Ok(None),
                body: Ok(::std::default::Default::default()),
            }
        }

        pub fn acct<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::AccountId>,
        {
            self.acct = value.try_into().map_err(|_| "conversion to `AccountId` for acct failed".to_string());
            self
        }

        pub fn if_match<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::EntityTag>,
        {
            self.if_match = value
                .try_into()
                .map(Some)
                .map_err(|_| "conversion to `EntityTag` for if_match failed".to_string());
            self
        }

        pub fn body<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::ConnectionIn>,
            <V as std::convert::TryInto<types::ConnectionIn>>::Error: std::fmt::Display,
        {
            self.body = value
                .try_into()
                .map(From::from)
                .map_err(|s| format!("conversion to `ConnectionIn` for body failed: {}", s));
            self
        }

        pub fn body_map<F>(mut self, f: F) -> Self
        where
            F: std::ops::FnOnce(types::builder::ConnectionIn) -> types::builder::ConnectionIn,
        {
            self.body = self.body.map(f);
            self
        }

        ///Sends a `PUT` request to `/v1/accounts/{acct}/sso`
        pub async fn send(self) -> Result<ResponseValue<types::ConnectionOut>, Error<ByteStream>> {
            let Self { client, acct, if_match, body } = self;
            let acct = acct.map_err(Error::InvalidRequest)?;
            let if_match = if_match.map_err(Error::InvalidRequest)?;
            let body = body
                .and_then(|v| types::ConnectionIn::try_from(v).map_err(|e| e.to_string()))
                .map_err(Error::InvalidRequest)?;
            let url = format!("{}/v1/accounts/{}/sso", client.baseurl, encode_path(&acct.to_string()),);
            let mut header_map = ::reqwest::header::HeaderMap::with_capacity(2usize);
            header_map.append(
                ::reqwest::header::HeaderName::from_static("api-version"),
                ::reqwest::header::HeaderValue::from_static(super::Client::api_version()),
            );
            if let Some(value) = if_match {
                header_map.append("If-Match", value.to_string().try_into()?);
            }
            #[allow(unused_mut)]
            let mut request = client
                .client
                .put(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .json(&body)
                .headers(header_map)
                .build()?;
            let info = OperationInfo { operation_id: "put_sso" };
            client.pre(&mut request, &info).await?;
            let result = client.exec(request, &info).await;
            client.post(&result, &info).await?;
            let response = result?;
            match response.status().as_u16() {
                200u16 => ResponseValue::from_response(response).await,
                400u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                401u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                403u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                404u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                409u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                410u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                412u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                413u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                415u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                422u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                500u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                503u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                _ => Err(Error::UnexpectedResponse(response)),
            }
        }
    }

    ///Builder for [`Client::delete_sso`]
    ///
    ///[`Client::delete_sso`]: super::Client::delete_sso
    #[derive(Debug, Clone)]
    pub struct DeleteSso<'a> {
        client: &'a super::Client,
        acct: Result<types::AccountId, String>,
        if_match: Result<Option<types::EntityTag>, String>,
    }

    impl<'a> DeleteSso<'a> {
        pub fn new(client: &'a super::Client) -> Self {
            Self { client: client, acct: Err("acct was not initialized".to_string()), if_match: Ok(None) }
        }

        pub fn acct<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::AccountId>,
        {
            self.acct = value.try_into().map_err(|_| "conversion to `AccountId` for acct failed".to_string());
            self
        }

        pub fn if_match<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::EntityTag>,
        {
            self.if_match = value
                .try_into()
                .map(Some)
                .map_err(|_| "conversion to `EntityTag` for if_match failed".to_string());
            self
        }

        ///Sends a `DELETE` request to `/v1/accounts/{acct}/sso`
        pub async fn send(self) -> Result<ResponseValue<()>, Error<ByteStream>> {
            let Self { client, acct, if_match } = self;
            let acct = acct.map_err(Error::InvalidRequest)?;
            let if_match = if_match.map_err(Error::InvalidRequest)?;
            let url = format!("{}/v1/accounts/{}/sso", client.baseurl, encode_path(&acct.to_string()),);
            let mut header_map = ::reqwest::header::HeaderMap::with_capacity(2usize);
            header_map.append(
                ::reqwest::header::HeaderName::from_static("api-version"),
                ::reqwest::header::HeaderValue::from_static(super::Client::api_version()),
            );
            if let Some(value) = if_match {
                header_map.append("If-Match", value.to_string().try_into()?);
            }
            #[allow(unused_mut)]
            let mut request = client.client.delete(url).headers(header_map).build()?;
            let info = OperationInfo { operation_id: "delete_sso" };
            client.pre(&mut request, &info).await?;
            let result = client.exec(request, &info).await;
            client.post(&result, &info).await?;
            let response = result?;
            match response.status().as_u16() {
                204u16 => Ok(ResponseValue::empty(response)),
                400u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                401u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                403u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                404u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                409u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                410u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                412u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                500u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                503u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                _ => Err(Error::UnexpectedResponse(response)),
            }
        }
    }

    ///Builder for [`Client::list_sso_domains`]
    ///
    ///[`Client::list_sso_domains`]: super::Client::list_sso_domains
    #[derive(Debug, Clone)]
    pub struct ListSsoDomains<'a> {
        client: &'a super::Client,
        acct: Result<types::AccountId, String>,
        cursor: Result<Option<::std::string::String>, String>,
        limit: Result<Option<::std::num::NonZeroU64>, String>,
    }

    impl<'a> ListSsoDomains<'a> {
        pub fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                acct: Err("acct was not initialized".to_string()),
                cursor: Ok(None),
                limit: Ok(None),
            }
        }

        pub fn acct<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::AccountId>,
        {
            self.acct = value.try_into().map_err(|_| "conversion to `AccountId` for acct failed".to_string());
            self
        }

        pub fn cursor<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.cursor = value
                .try_into()
                .map(Some)
                .map_err(|_| "conversion to `:: std :: string :: String` for cursor failed".to_string());
            self
        }

        pub fn limit<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::num::NonZeroU64>,
        {
            self.limit = value
                .try_into()
                .map(Some)
                .map_err(|_| "conversion to `:: std :: num :: NonZeroU64` for limit failed".to_string());
            self
        }

        ///Sends a `GET` request to `/v1/accounts/{acct}/sso/domains`
        pub async fn send(self) -> Result<ResponseValue<types::PageDomainOut>, Error<ByteStream>> {
            let Self { client, acct, cursor, limit } = self;
            let acct = acct.map_err(Error::InvalidRequest)?;
            let cursor = cursor.map_err(Error::InvalidRequest)?;
            let limit = limit.map_err(Error::InvalidRequest)?;
            let url =
                format!("{}/v1/accounts/{}/sso/domains", client.baseurl, encode_path(&acct.to_string()),);
            let mut header_map = ::reqwest::header::HeaderMap::with_capacity(1usize);
            header_map.append(
                ::reqwest::header::HeaderName::from_static("api-version"),
                ::reqwest::header::HeaderValue::from_static(super::Client::api_version()),
            );
            #[allow(unused_mut)]
            let mut request = client
                .client
                .get(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .query(&progenitor_client::QueryParam::new("cursor", &cursor))
                .query(&progenitor_client::QueryParam::new("limit", &limit))
                .headers(header_map)
                .build()?;
            let info = OperationInfo { operation_id: "list_sso_domains" };
            client.pre(&mut request, &info).await?;
            let result = client.exec(request, &info).await;
            client.post(&result, &info).await?;
            let response = result?;
            match response.status().as_u16() {
                200u16 => ResponseValue::from_response(response).await,
                401u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                403u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                404u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                410u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                422u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                500u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                503u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                _ => Err(Error::UnexpectedResponse(response)),
            }
        }
    }

    ///Builder for [`Client::claim_sso_domain`]
    ///
    ///[`Client::claim_sso_domain`]: super::Client::claim_sso_domain
    #[derive(Debug, Clone)]
    pub struct ClaimSsoDomain<'a> {
        client: &'a super::Client,
        acct: Result<types::AccountId, String>,
        idempotency_key: Result<Option<types::IdempotencyKey>, String>,
        body: Result<types::builder::DomainIn, String>,
    }

    impl<'a> ClaimSsoDomain<'a> {
        pub fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                acct: Err("acct was not initialized".to_string()),
                idempotency_key: Ok(None),
                body: Ok(::std::default::Default::default()),
            }
        }

        pub fn acct<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::AccountId>,
        {
            self.acct = value.try_into().map_err(|_| "conversion to `AccountId` for acct failed".to_string());
            self
        }

        pub fn idempotency_key<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::IdempotencyKey>,
        {
            self.idempotency_key = value
                .try_into()
                .map(Some)
                .map_err(|_| "conversion to `IdempotencyKey` for idempotency_key failed".to_string());
            self
        }

        pub fn body<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::DomainIn>,
            <V as std::convert::TryInto<types::DomainIn>>::Error: std::fmt::Display,
        {
            self.body = value
                .try_into()
                .map(From::from)
                .map_err(|s| format!("conversion to `DomainIn` for body failed: {}", s));
            self
        }

        pub fn body_map<F>(mut self, f: F) -> Self
        where
            F: std::ops::FnOnce(types::builder::DomainIn) -> types::builder::DomainIn,
        {
            self.body = self.body.map(f);
            self
        }

        ///Sends a `POST` request to `/v1/accounts/{acct}/sso/domains`
        pub async fn send(self) -> Result<ResponseValue<types::DomainOut>, Error<ByteStream>> {
            let Self { client, acct, idempotency_key, body } = self;
            let acct = acct.map_err(Error::InvalidRequest)?;
            let idempotency_key = idempotency_key.map_err(Error::InvalidRequest)?;
            let body = body
                .and_then(|v| types::DomainIn::try_from(v).map_err(|e| e.to_string()))
                .map_err(Error::InvalidRequest)?;
            let url =
                format!("{}/v1/accounts/{}/sso/domains", client.baseurl, encode_path(&acct.to_string()),);
            let mut header_map = ::reqwest::header::HeaderMap::with_capacity(2usize);
            header_map.append(
                ::reqwest::header::HeaderName::from_static("api-version"),
                ::reqwest::header::HeaderValue::from_static(super::Client::api_version()),
            );
            if let Some(value) = idempotency_key {
                header_map.append("Idempotency-Key", value.to_string().try_into()?);
            }
            #[allow(unused_mut)]
            let mut request = client
                .client
                .post(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .json(&body)
                .headers(header_map)
                .build()?;
            let info = OperationInfo { operation_id: "claim_sso_domain" };
            client.pre(&mut request, &info).await?;
            let result = client.exec(request, &info).await;
            client.post(&result, &info).await?;
            let response = result?;
            match response.status().as_u16() {
                201u16 => ResponseValue::from_response(response).await,
                400u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                401u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                403u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                404u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                409u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                410u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                413u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                415u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                422u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                500u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                503u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                _ => Err(Error::UnexpectedResponse(response)),
            }
        }
    }

    ///Builder for [`Client::release_sso_domain`]
    ///
    ///[`Client::release_sso_domain`]: super::Client::release_sso_domain
    #[derive(Debug, Clone)]
    pub struct ReleaseSsoDomain<'a> {
        client: &'a super::Client,
        acct: Result<types::AccountId, String>,
        domain: Result<::std::string::String, String>,
        if_match: Result<Option<types::EntityTag>, String>,
    }

    impl<'a> ReleaseSsoDomain<'a> {
        pub fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                acct: Err("acct was not initialized".to_string()),
                domain: Err("domain was not initialized".to_string()),
                if_match: Ok(None),
            }
        }

        pub fn acct<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::AccountId>,
        {
            self.acct = value.try_into().map_err(|_| "conversion to `AccountId` for acct failed".to_string());
            self
        }

        pub fn domain<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.domain = value
                .try_into()
                .map_err(|_| "conversion to `:: std :: string :: String` for domain failed".to_string());
            self
        }

        pub fn if_match<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::EntityTag>,
        {
            self.if_match = value
                .try_into()
                .map(Some)
                .map_err(|_| "conversion to `EntityTag` for if_match failed".to_string());
            self
        }

        ///Sends a `DELETE` request to
        /// `/v1/accounts/{acct}/sso/domains/{domain}`
        pub async fn send(self) -> Result<ResponseValue<()>, Error<ByteStream>> {
            let Self { client, acct, domain, if_match } = self;
            let acct = acct.map_err(Error::InvalidRequest)?;
            let domain = domain.map_err(Error::InvalidRequest)?;
            let if_match = if_match.map_err(Error::InvalidRequest)?;
            let url = format!(
                "{}/v1/accounts/{}/sso/domains/{}",
                client.baseurl,
                encode_path(&acct.to_string()),
                encode_path(&domain.to_string()),
            );
            let mut header_map = ::reqwest::header::HeaderMap::with_capacity(2usize);
            header_map.append(
                ::reqwest::header::HeaderName::from_static("api-version"),
                ::reqwest::header::HeaderValue::from_static(super::Client::api_version()),
            );
            if let Some(value) = if_match {
                header_map.append("If-Match", value.to_string().try_into()?);
            }
            #[allow(unused_mut)]
            let mut request = client.client.delete(url).headers(header_map).build()?;
            let info = OperationInfo { operation_id: "release_sso_domain" };
            client.pre(&mut request, &info).await?;
            let result = client.exec(request, &info).await;
            client.post(&result, &info).await?;
            let response = result?;
            match response.status().as_u16() {
                204u16 => Ok(ResponseValue::empty(response)),
                400u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                401u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                403u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                404u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                409u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                410u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                412u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                500u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                503u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                _ => Err(Error::UnexpectedResponse(response)),
            }
        }
    }

    ///Builder for [`Client::verify_sso_domain`]
    ///
    ///[`Client::verify_sso_domain`]: super::Client::verify_sso_domain
    #[derive(Debug, Clone)]
    pub struct VerifySsoDomain<'a> {
        client: &'a super::Client,
        acct: Result<types::AccountId, String>,
        domain: Result<::std::string::String, String>,
        idempotency_key: Result<Option<types::IdempotencyKey>, String>,
    }

    impl<'a> VerifySsoDomain<'a> {
        pub fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                acct: Err("acct was not initialized".to_string()),
                domain: Err("domain was not initialized".to_string()),
                idempotency_key: Ok(None),
            }
        }

        pub fn acct<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::AccountId>,
        {
            self.acct = value.try_into().map_err(|_| "conversion to `AccountId` for acct failed".to_string());
            self
        }

        pub fn domain<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.domain = value
                .try_into()
                .map_err(|_| "conversion to `:: std :: string :: String` for domain failed".to_string());
            self
        }

        pub fn idempotency_key<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::IdempotencyKey>,
        {
            self.idempotency_key = value
                .try_into()
                .map(Some)
                .map_err(|_| "conversion to `IdempotencyKey` for idempotency_key failed".to_string());
            self
        }

        ///Sends a `POST` request to
        /// `/v1/accounts/{acct}/sso/domains/{domain}/verify`
        pub async fn send(self) -> Result<ResponseValue<types::DomainOut>, Error<ByteStream>> {
            let Self { client, acct, domain, idempotency_key } = self;
            let acct = acct.map_err(Error::InvalidRequest)?;
            let domain = domain.map_err(Error::InvalidRequest)?;
            let idempotency_key = idempotency_key.map_err(Error::InvalidRequest)?;
            let url = format!(
                "{}/v1/accounts/{}/sso/domains/{}/verify",
                client.baseurl,
                encode_path(&acct.to_string()),
                encode_path(&domain.to_string()),
            );
            let mut header_map = ::reqwest::header::HeaderMap::with_capacity(2usize);
            header_map.append(
                ::reqwest::header::HeaderName::from_static("api-version"),
                ::reqwest::header::HeaderValue::from_static(super::Client::api_version()),
            );
            if let Some(value) = idempotency_key {
                header_map.append("Idempotency-Key", value.to_string().try_into()?);
            }
            #[allow(unused_mut)]
            let mut request = client
                .client
                .post(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .headers(header_map)
                .build()?;
            let info = OperationInfo { operation_id: "verify_sso_domain" };
            client.pre(&mut request, &info).await?;
            let result = client.exec(request, &info).await;
            client.post(&result, &info).await?;
            let response = result?;
            match response.status().as_u16() {
                200u16 => ResponseValue::from_response(response).await,
                400u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                401u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                403u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                404u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                409u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                410u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                413u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                422u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                500u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                503u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                _ => Err(Error::UnexpectedResponse(response)),
            }
        }
    }

    ///Builder for [`Client::preview_two_factor`]
    ///
    ///[`Client::preview_two_factor`]: super::Client::preview_two_factor
    #[derive(Debug, Clone)]
    pub struct PreviewTwoFactor<'a> {
        client: &'a super::Client,
        acct: Result<types::AccountId, String>,
        cursor: Result<Option<::std::string::String>, String>,
        limit: Result<Option<::std::num::NonZeroU64>, String>,
    }

    impl<'a> PreviewTwoFactor<'a> {
        pub fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                acct: Err("acct was not initialized".to_string()),
                cursor: Ok(None),
                limit: Ok(None),
            }
        }

        pub fn acct<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::AccountId>,
        {
            self.acct = value.try_into().map_err(|_| "conversion to `AccountId` for acct failed".to_string());
            self
        }

        pub fn cursor<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.cursor = value
                .try_into()
                .map(Some)
                .map_err(|_| "conversion to `:: std :: string :: String` for cursor failed".to_string());
            self
        }

        pub fn limit<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::num::NonZeroU64>,
        {
            self.limit = value
                .try_into()
                .map(Some)
                .map_err(|_| "conversion to `:: std :: num :: NonZeroU64` for limit failed".to_string());
            self
        }

        ///Sends a `POST` request to `/v1/accounts/{acct}/two-factor/preview`
        pub async fn send(self) -> Result<ResponseValue<types::PageMemberOut>, Error<ByteStream>> {
            let Self { client, acct, cursor, limit } = self;
            let acct = acct.map_err(Error::InvalidRequest)?;
            let cursor = cursor.map_err(Error::InvalidRequest)?;
            let limit = limit.map_err(Error::InvalidRequest)?;
            let url = format!(
                "{}/v1/accounts/{}/two-factor/preview",
                client.baseurl,
                encode_path(&acct.to_string()),
            );
            let mut header_map = ::reqwest::header::HeaderMap::with_capacity(1usize);
            header_map.append(
                ::reqwest::header::HeaderName::from_static("api-version"),
                ::reqwest::header::HeaderValue::from_static(super::Client::api_version()),
            );
            #[allow(unused_mut)]
            let mut request = client
                .client
                .post(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .query(&progenitor_client::QueryParam::new("cursor", &cursor))
                .query(&progenitor_client::QueryParam::new("limit", &limit))
                .headers(header_map)
                .build()?;
            let info = OperationInfo { operation_id: "preview_two_factor" };
            client.pre(&mut request, &info).await?;
            let result = client.exec(request, &info).await;
            client.post(&result, &info).await?;
            let response = result?;
            match response.status().as_u16() {
                200u16 => ResponseValue::from_response(response).await,
                401u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                403u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                404u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                410u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                422u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                500u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                503u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                _ => Err(Error::UnexpectedResponse(response)),
            }
        }
    }

    ///Builder for [`Client::verify_email`]
    ///
    ///[`Client::verify_email`]: super::Client::verify_email
    #[derive(Debug, Clone)]
    pub struct VerifyEmail<'a> {
        client: &'a super::Client,
        token: Result<::std::string::String, String>,
        idempotency_key: Result<Option<types::IdempotencyKey>, String>,
    }

    impl<'a> VerifyEmail<'a> {
        pub fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                token: Err("token was not initialized".to_string()),
                idempotency_key: Ok(None),
            }
        }

        pub fn token<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.token = value
                .try_into()
                .map_err(|_| "conversion to `:: std :: string :: String` for token failed".to_string());
            self
        }

        pub fn idempotency_key<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::IdempotencyKey>,
        {
            self.idempotency_key = value
                .try_into()
                .map(Some)
                .map_err(|_| "conversion to `IdempotencyKey` for idempotency_key failed".to_string());
            self
        }

        ///Sends a `POST` request to `/v1/email-verifications/{token}`
        pub async fn send(self) -> Result<ResponseValue<()>, Error<ByteStream>> {
            let Self { client, token, idempotency_key } = self;
            let token = token.map_err(Error::InvalidRequest)?;
            let idempotency_key = idempotency_key.map_err(Error::InvalidRequest)?;
            let url =
                format!("{}/v1/email-verifications/{}", client.baseurl, encode_path(&token.to_string()),);
            let mut header_map = ::reqwest::header::HeaderMap::with_capacity(2usize);
            header_map.append(
                ::reqwest::header::HeaderName::from_static("api-version"),
                ::reqwest::header::HeaderValue::from_static(super::Client::api_version()),
            );
            if let Some(value) = idempotency_key {
                header_map.append("Idempotency-Key", value.to_string().try_into()?);
            }
            #[allow(unused_mut)]
            let mut request = client.client.post(url).headers(header_map).build()?;
            let info = OperationInfo { operation_id: "verify_email" };
            client.pre(&mut request, &info).await?;
            let result = client.exec(request, &info).await;
            client.post(&result, &info).await?;
            let response = result?;
            match response.status().as_u16() {
                204u16 => Ok(ResponseValue::empty(response)),
                400u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                404u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                409u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                413u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                422u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                429u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                500u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                503u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                _ => Err(Error::UnexpectedResponse(response)),
            }
        }
    }

    ///Builder for [`Client::accept_invitation`]
    ///
    ///[`Client::accept_invitation`]: super::Client::accept_invitation
    #[derive(Debug, Clone)]
    pub struct AcceptInvitation<'a> {
        client: &'a super::Client,
        idempotency_key: Result<Option<types::IdempotencyKey>, String>,
        body: Result<types::builder::AcceptIn, String>,
    }

    impl<'a> AcceptInvitation<'a> {
        pub fn new(client: &'a super::Client) -> Self {
            Self { client: client, idempotency_key: Ok(None), body: Ok(::std::default::Default::default()) }
        }

        pub fn idempotency_key<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::IdempotencyKey>,
        {
            self.idempotency_key = value
                .try_into()
                .map(Some)
                .map_err(|_| "conversion to `IdempotencyKey` for idempotency_key failed".to_string());
            self
        }

        pub fn body<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::AcceptIn>,
            <V as std::convert::TryInto<types::AcceptIn>>::Error: std::fmt::Display,
        {
            self.body = value
                .try_into()
                .map(From::from)
                .map_err(|s| format!("conversion to `AcceptIn` for body failed: {}", s));
            self
        }

        pub fn body_map<F>(mut self, f: F) -> Self
        where
            F: std::ops::FnOnce(types::builder::AcceptIn) -> types::builder::AcceptIn,
        {
            self.body = self.body.map(f);
            self
        }

        ///Sends a `POST` request to `/v1/invitations/accept`
        pub async fn send(self) -> Result<ResponseValue<types::AcceptedOut>, Error<ByteStream>> {
            let Self { client, idempotency_key, body } = self;
            let idempotency_key = idempotency_key.map_err(Error::InvalidRequest)?;
            let body = body
                .and_then(|v| types::AcceptIn::try_from(v).map_err(|e| e.to_string()))
                .map_err(Error::InvalidRequest)?;
            let url = format!("{}/v1/invitations/accept", client.baseurl,);
            let mut header_map = ::reqwest::header::HeaderMap::with_capacity(2usize);
            header_map.append(
                ::reqwest::header::HeaderName::from_static("api-version"),
                ::reqwest::header::HeaderValue::from_static(super::Client::api_version()),
            );
            if let Some(value) = idempotency_key {
                header_map.append("Idempotency-Key", value.to_string().try_into()?);
            }
            #[allow(unused_mut)]
            let mut request = client
                .client
                .post(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .json(&body)
                .headers(header_map)
                .build()?;
            let info = OperationInfo { operation_id: "accept_invitation" };
            client.pre(&mut request, &info).await?;
            let result = client.exec(request, &info).await;
            client.post(&result, &info).await?;
            let response = result?;
            match response.status().as_u16() {
                200u16 => ResponseValue::from_response(response).await,
                400u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                401u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                403u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                404u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                409u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                410u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                413u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                415u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                422u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                429u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                500u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                503u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                _ => Err(Error::UnexpectedResponse(response)),
            }
        }
    }

    ///Builder for [`Client::get_me`]
    ///
    ///[`Client::get_me`]: super::Client::get_me
    #[derive(Debug, Clone)]
    pub struct GetMe<'a> {
        client: &'a super::Client,
        if_none_match: Result<Option<::std::string::String>, String>,
    }

    impl<'a> GetMe<'a> {
        pub fn new(client: &'a super::Client) -> Self {
            Self { client: client, if_none_match: Ok(None) }
        }

        pub fn if_none_match<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.if_none_match = value.try_into().map(Some).map_err(|_| {
                "conversion to `:: std :: string :: String` for if_none_match failed".to_string()
            });
            self
        }

        ///Sends a `GET` request to `/v1/me`
        pub async fn send(self) -> Result<ResponseValue<types::UserOut>, Error<ByteStream>> {
            let Self { client, if_none_match } = self;
            let if_none_match = if_none_match.map_err(Error::InvalidRequest)?;
            let url = format!("{}/v1/me", client.baseurl,);
            let mut header_map = ::reqwest::header::HeaderMap::with_capacity(2usize);
            header_map.append(
                ::reqwest::header::HeaderName::from_static("api-version"),
                ::reqwest::header::HeaderValue::from_static(super::Client::api_version()),
            );
            if let Some(value) = if_none_match {
                header_map.append("If-None-Match", value.to_string().try_into()?);
            }
            #[allow(unused_mut)]
            let mut request = client
                .client
                .get(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .headers(header_map)
                .build()?;
            let info = OperationInfo { operation_id: "get_me" };
            client.pre(&mut request, &info).await?;
            let result = client.exec(request, &info).await;
            client.post(&result, &info).await?;
            let response = result?;
            match response.status().as_u16() {
                200u16 => ResponseValue::from_response(response).await,
                401u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                403u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                500u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                503u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                _ => Err(Error::UnexpectedResponse(response)),
            }
        }
    }

    ///Builder for [`Client::delete_me`]
    ///
    ///[`Client::delete_me`]: super::Client::delete_me
    #[derive(Debug, Clone)]
    pub struct DeleteMe<'a> {
        client: &'a super::Client,
        if_match: Result<Option<types::EntityTag>, String>,
        body: Result<types::builder::ConfirmIn, String>,
    }

    impl<'a> DeleteMe<'a> {
        pub fn new(client: &'a super::Client) -> Self {
            Self { client: client, if_match: Ok(None), body: Ok(::std::default::Default::default()) }
        }

        pub fn if_match<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::EntityTag>,
        {
            self.if_match = value
                .try_into()
                .map(Some)
                .map_err(|_| "conversion to `EntityTag` for if_match failed".to_string());
            self
        }

        pub fn body<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::ConfirmIn>,
            <V as std::convert::TryInto<types::ConfirmIn>>::Error: std::fmt::Display,
        {
            self.body = value
                .try_into()
                .map(From::from)
                .map_err(|s| format!("conversion to `ConfirmIn` for body failed: {}", s));
            self
        }

        pub fn body_map<F>(mut self, f: F) -> Self
        where
            F: std::ops::FnOnce(types::builder::ConfirmIn) -> types::builder::ConfirmIn,
        {
            self.body = self.body.map(f);
            self
        }

        ///Sends a `DELETE` request to `/v1/me`
        pub async fn send(self) -> Result<ResponseValue<()>, Error<ByteStream>> {
            let Self { client, if_match, body } = self;
            let if_match = if_match.map_err(Error::InvalidRequest)?;
            let body = body
                .and_then(|v| types::ConfirmIn::try_from(v).map_err(|e| e.to_string()))
                .map_err(Error::InvalidRequest)?;
            let url = format!("{}/v1/me", client.baseurl,);
            let mut header_map = ::reqwest::header::HeaderMap::with_capacity(2usize);
            header_map.append(
                ::reqwest::header::HeaderName::from_static("api-version"),
                ::reqwest::header::HeaderValue::from_static(super::Client::api_version()),
            );
            if let Some(value) = if_match {
                header_map.append("If-Match", value.to_string().try_into()?);
            }
            #[allow(unused_mut)]
            let mut request = client.client.delete(url).json(&body).headers(header_map).build()?;
            let info = OperationInfo { operation_id: "delete_me" };
            client.pre(&mut request, &info).await?;
            let result = client.exec(request, &info).await;
            client.post(&result, &info).await?;
            let response = result?;
            match response.status().as_u16() {
                204u16 => Ok(ResponseValue::empty(response)),
                400u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                401u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                403u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                409u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                412u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                413u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                415u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                422u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                429u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                500u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                503u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                _ => Err(Error::UnexpectedResponse(response)),
            }
        }
    }

    ///Builder for [`Client::update_me`]
    ///
    ///[`Client::update_me`]: super::Client::update_me
    #[derive(Debug, Clone)]
    pub struct UpdateMe<'a> {
        client: &'a super::Client,
        if_match: Result<Option<types::EntityTag>, String>,
        body: Result<types::builder::UserPatch, String>,
    }

    impl<'a> UpdateMe<'a> {
        pub fn new(client: &'a super::Client) -> Self {
            Self { client: client, if_match: Ok(None), body: Ok(::std::default::Default::default()) }
        }

        pub fn if_match<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::EntityTag>,
        {
            self.if_match = value
                .try_into()
                .map(Some)
                .map_err(|_| "conversion to `EntityTag` for if_match failed".to_string());
            self
        }

        pub fn body<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::UserPatch>,
            <V as std::convert::TryInto<types::UserPatch>>::Error: std::fmt::Display,
        {
            self.body = value
                .try_into()
                .map(From::from)
                .map_err(|s| format!("conversion to `UserPatch` for body failed: {}", s));
            self
        }

        pub fn body_map<F>(mut self, f: F) -> Self
        where
            F: std::ops::FnOnce(types::builder::UserPatch) -> types::builder::UserPatch,
        {
            self.body = self.body.map(f);
            self
        }

        ///Sends a `PATCH` request to `/v1/me`
        pub async fn send(self) -> Result<ResponseValue<types::UserOut>, Error<ByteStream>> {
            let Self { client, if_match, body } = self;
            let if_match = if_match.map_err(Error::InvalidRequest)?;
            let body = body
                .and_then(|v| types::UserPatch::try_from(v).map_err(|e| e.to_string()))
                .map_err(Error::InvalidRequest)?;
            let url = format!("{}/v1/me", client.baseurl,);
            let mut header_map = ::reqwest::header::HeaderMap::with_capacity(2usize);
            header_map.append(
                ::reqwest::header::HeaderName::from_static("api-version"),
                ::reqwest::header::HeaderValue::from_static(super::Client::api_version()),
            );
            if let Some(value) = if_match {
                header_map.append("If-Match", value.to_string().try_into()?);
            }
            #[allow(unused_mut)]
            let mut request = client
                .client
                .patch(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .json(&body)
                .headers(header_map)
                .build()?;
            let info = OperationInfo { operation_id: "update_me" };
            client.pre(&mut request, &info).await?;
            let result = client.exec(request, &info).await;
            client.post(&result, &info).await?;
            let response = result?;
            match response.status().as_u16() {
                200u16 => ResponseValue::from_response(response).await,
                400u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                401u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                403u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                409u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                412u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                413u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                415u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                422u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                500u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                503u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                _ => Err(Error::UnexpectedResponse(response)),
            }
        }
    }

    ///Builder for [`Client::list_my_accounts`]
    ///
    ///[`Client::list_my_accounts`]: super::Client::list_my_accounts
    #[derive(Debug, Clone)]
    pub struct ListMyAccounts<'a> {
        client: &'a super::Client,
        cursor: Result<Option<::std::string::String>, String>,
        limit: Result<Option<::std::num::NonZeroU64>, String>,
    }

    impl<'a> ListMyAccounts<'a> {
        pub fn new(client: &'a super::Client) -> Self {
            Self { client: client, cursor: Ok(None), limit: Ok(None) }
        }

        pub fn cursor<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.cursor = value
                .try_into()
                .map(Some)
                .map_err(|_| "conversion to `:: std :: string :: String` for cursor failed".to_string());
            self
        }

        pub fn limit<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::num::NonZeroU64>,
        {
            self.limit = value
                .try_into()
                .map(Some)
                .map_err(|_| "conversion to `:: std :: num :: NonZeroU64` for limit failed".to_string());
            self
        }

        ///Sends a `GET` request to `/v1/me/accounts`
        pub async fn send(self) -> Result<ResponseValue<types::PageMyAccountOut>, Error<ByteStream>> {
            let Self { client, cursor, limit } = self;
            let cursor = cursor.map_err(Error::InvalidRequest)?;
            let limit = limit.map_err(Error::InvalidRequest)?;
            let url = format!("{}/v1/me/accounts", client.baseurl,);
            let mut header_map = ::reqwest::header::HeaderMap::with_capacity(1usize);
            header_map.append(
                ::reqwest::header::HeaderName::from_static("api-version"),
                ::reqwest::header::HeaderValue::from_static(super::Client::api_version()),
            );
            #[allow(unused_mut)]
            let mut request = client
                .client
                .get(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .query(&progenitor_client::QueryParam::new("cursor", &cursor))
                .query(&progenitor_client::QueryParam::new("limit", &limit))
                .headers(header_map)
                .build()?;
            let info = OperationInfo { operation_id: "list_my_accounts" };
            client.pre(&mut request, &info).await?;
            let result = client.exec(request, &info).await;
            client.post(&result, &info).await?;
            let response = result?;
            match response.status().as_u16() {
                200u16 => ResponseValue::from_response(response).await,
                401u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                403u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                422u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                500u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                503u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                _ => Err(Error::UnexpectedResponse(response)),
            }
        }
    }

    ///Builder for [`Client::change_email`]
    ///
    ///[`Client::change_email`]: super::Client::change_email
    #[derive(Debug, Clone)]
    pub struct ChangeEmail<'a> {
        client: &'a super::Client,
        idempotency_key: Result<Option<types::IdempotencyKey>, String>,
        body: Result<types::builder::EmailChangeIn, String>,
    }

    impl<'a> ChangeEmail<'a> {
        pub fn new(client: &'a super::Client) -> Self {
            Self { client: client, idempotency_key: Ok(None), body: Ok(::std::default::Default::default()) }
        }

        pub fn idempotency_key<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::IdempotencyKey>,
        {
            self.idempotency_key = value
                .try_into()
                .map(Some)
                .map_err(|_| "conversion to `IdempotencyKey` for idempotency_key failed".to_string());
            self
        }

        pub fn body<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::EmailChangeIn>,
            <V as std::convert::TryInto<types::EmailChangeIn>>::Error: std::fmt::Display,
        {
            self.body = value
                .try_into()
                .map(From::from)
                .map_err(|s| format!("conversion to `EmailChangeIn` for body failed: {}", s));
            self
        }

        pub fn body_map<F>(mut self, f: F) -> Self
        where
            F: std::ops::FnOnce(types::builder::EmailChangeIn) -> types::builder::EmailChangeIn,
        {
            self.body = self.body.map(f);
            self
        }

        ///Sends a `POST` request to `/v1/me/email-change`
        pub async fn send(self) -> Result<ResponseValue<()>, Error<ByteStream>> {
            let Self { client, idempotency_key, body } = self;
            let idempotency_key = idempotency_key.map_err(Error::InvalidRequest)?;
            let body = body
                .and_then(|v| types::EmailChangeIn::try_from(v).map_err(|e| e.to_string()))
                .map_err(Error::InvalidRequest)?;
            let url = format!("{}/v1/me/email-change", client.baseurl,);
            let mut header_map = ::reqwest::header::HeaderMap::with_capacity(2usize);
            header_map.append(
                ::reqwest::header::HeaderName::from_static("api-version"),
                ::reqwest::header::HeaderValue::from_static(super::Client::api_version()),
            );
            if let Some(value) = idempotency_key {
                header_map.append("Idempotency-Key", value.to_string().try_into()?);
            }
            #[allow(unused_mut)]
            let mut request = client.client.post(url).json(&body).headers(header_map).build()?;
            let info = OperationInfo { operation_id: "change_email" };
            client.pre(&mut request, &info).await?;
            let result = client.exec(request, &info).await;
            client.post(&result, &info).await?;
            let response = result?;
            match response.status().as_u16() {
                202u16 => Ok(ResponseValue::empty(response)),
                400u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                401u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                403u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                409u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                413u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                415u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                422u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                429u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                500u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                503u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                _ => Err(Error::UnexpectedResponse(response)),
            }
        }
    }

    ///Builder for [`Client::list_identities`]
    ///
    ///[`Client::list_identities`]: super::Client::list_identities
    #[derive(Debug, Clone)]
    pub struct ListIdentities<'a> {
        client: &'a super::Client,
        cursor: Result<Option<::std::string::String>, String>,
        limit: Result<Option<::std::num::NonZeroU64>, String>,
    }

    impl<'a> ListIdentities<'a> {
        pub fn new(client: &'a super::Client) -> Self {
            Self { client: client, cursor: Ok(None), limit: Ok(None) }
        }

        pub fn cursor<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.cursor = value
                .try_into()
                .map(Some)
                .map_err(|_| "conversion to `:: std :: string :: String` for cursor failed".to_string());
            self
        }

        pub fn limit<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::num::NonZeroU64>,
        {
            self.limit = value
                .try_into()
                .map(Some)
                .map_err(|_| "conversion to `:: std :: num :: NonZeroU64` for limit failed".to_string());
            self
        }

        ///Sends a `GET` request to `/v1/me/identities`
        pub async fn send(self) -> Result<ResponseValue<types::PageIdentityOut>, Error<ByteStream>> {
            let Self { client, cursor, limit } = self;
            let cursor = cursor.map_err(Error::InvalidRequest)?;
            let limit = limit.map_err(Error::InvalidRequest)?;
            let url = format!("{}/v1/me/identities", client.baseurl,);
            let mut header_map = ::reqwest::header::HeaderMap::with_capacity(1usize);
            header_map.append(
                ::reqwest::header::HeaderName::from_static("api-version"),
                ::reqwest::header::HeaderValue::from_static(super::Client::api_version()),
            );
            #[allow(unused_mut)]
            let mut request = client
                .client
                .get(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .query(&progenitor_client::QueryParam::new("cursor", &cursor))
                .query(&progenitor_client::QueryParam::new("limit", &limit))
                .headers(header_map)
                .build()?;
            let info = OperationInfo { operation_id: "list_identities" };
            client.pre(&mut request, &info).await?;
            let result = client.exec(request, &info).await;
            client.post(&result, &info).await?;
            let response = result?;
            match response.status().as_u16() {
                200u16 => ResponseValue::from_response(response).await,
                401u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                403u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                422u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                500u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                503u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                _ => Err(Error::UnexpectedResponse(response)),
            }
        }
    }

    ///Builder for [`Client::add_identity`]
    ///
    ///[`Client::add_identity`]: super::Client::add_identity
    #[derive(Debug, Clone)]
    pub struct AddIdentity<'a> {
        client: &'a super::Client,
        idempotency_key: Result<Option<types::IdempotencyKey>, String>,
        body: Result<types::builder::SsoCodeIn, String>,
    }

    impl<'a> AddIdentity<'a> {
        pub fn new(client: &'a super::Client) -> Self {
            Self { client: client, idempotency_key: Ok(None), body: Ok(::std::default::Default::default()) }
        }

        pub fn idempotency_key<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::IdempotencyKey>,
        {
            self.idempotency_key = value
                .try_into()
                .map(Some)
                .map_err(|_| "conversion to `IdempotencyKey` for idempotency_key failed".to_string());
            self
        }

        pub fn body<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::SsoCodeIn>,
            <V as std::convert::TryInto<types::SsoCodeIn>>::Error: std::fmt::Display,
        {
            self.body = value
                .try_into()
                .map(From::from)
                .map_err(|s| format!("conversion to `SsoCodeIn` for body failed: {}", s));
            self
        }

        pub fn body_map<F>(mut self, f: F) -> Self
        where
            F: std::ops::FnOnce(types::builder::SsoCodeIn) -> types::builder::SsoCodeIn,
        {
            self.body = self.body.map(f);
            self
        }

        ///Sends a `POST` request to `/v1/me/identities`
        pub async fn send(self) -> Result<ResponseValue<types::IdentityOut>, Error<ByteStream>> {
            let Self { client, idempotency_key, body } = self;
            let idempotency_key = idempotency_key.map_err(Error::InvalidRequest)?;
            let body = body
                .and_then(|v| types::SsoCodeIn::try_from(v).map_err(|e| e.to_string()))
                .map_err(Error::InvalidRequest)?;
            let url = format!("{}/v1/me/identities", client.baseurl,);
            let mut header_map = ::reqwest::header::HeaderMap::with_capacity(2usize);
            header_map.append(
                ::reqwest::header::HeaderName::from_static("api-version"),
                ::reqwest::header::HeaderValue::from_static(super::Client::api_version()),
            );
            if let Some(value) = idempotency_key {
                header_map.append("Idempotency-Key", value.to_string().try_into()?);
            }
            #[allow(unused_mut)]
            let mut request = client
                .client
                .post(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .json(&body)
                .headers(header_map)
                .build()?;
            let info = OperationInfo { operation_id: "add_identity" };
            client.pre(&mut request, &info).await?;
            let result = client.exec(request, &info).await;
            client.post(&result, &info).await?;
            let response = result?;
            match response.status().as_u16() {
                201u16 => ResponseValue::from_response(response).await,
                400u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                401u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                403u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                409u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                413u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                415u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                422u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                500u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                503u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                _ => Err(Error::UnexpectedResponse(response)),
            }
        }
    }

    ///Builder for [`Client::remove_identity`]
    ///
    ///[`Client::remove_identity`]: super::Client::remove_identity
    #[derive(Debug, Clone)]
    pub struct RemoveIdentity<'a> {
        client: &'a super::Client,
        provider: Result<::std::string::String, String>,
        if_match: Result<Option<types::EntityTag>, String>,
    }

    impl<'a> RemoveIdentity<'a> {
        pub fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                provider: Err("provider was not initialized".to_string()),
                if_match: Ok(None),
            }
        }

        pub fn provider<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.provider = value
                .try_into()
                .map_err(|_| "conversion to `:: std :: string :: String` for provider failed".to_string());
            self
        }

        pub fn if_match<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::EntityTag>,
        {
            self.if_match = value
                .try_into()
                .map(Some)
                .map_err(|_| "conversion to `EntityTag` for if_match failed".to_string());
            self
        }

        ///Sends a `DELETE` request to `/v1/me/identities/{provider}`
        pub async fn send(self) -> Result<ResponseValue<()>, Error<ByteStream>> {
            let Self { client, provider, if_match } = self;
            let provider = provider.map_err(Error::InvalidRequest)?;
            let if_match = if_match.map_err(Error::InvalidRequest)?;
            let url = format!("{}/v1/me/identities/{}", client.baseurl, encode_path(&provider.to_string()),);
            let mut header_map = ::reqwest::header::HeaderMap::with_capacity(2usize);
            header_map.append(
                ::reqwest::header::HeaderName::from_static("api-version"),
                ::reqwest::header::HeaderValue::from_static(super::Client::api_version()),
            );
            if let Some(value) = if_match {
                header_map.append("If-Match", value.to_string().try_into()?);
            }
            #[allow(unused_mut)]
            let mut request = client.client.delete(url).headers(header_map).build()?;
            let info = OperationInfo { operation_id: "remove_identity" };
            client.pre(&mut request, &info).await?;
            let result = client.exec(request, &info).await;
            client.post(&result, &info).await?;
            let response = result?;
            match response.status().as_u16() {
                204u16 => Ok(ResponseValue::empty(response)),
                400u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                401u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                403u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                404u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                409u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                412u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                500u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                503u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                _ => Err(Error::UnexpectedResponse(response)),
            }
        }
    }

    ///Builder for [`Client::start_identity`]
    ///
    ///[`Client::start_identity`]: super::Client::start_identity
    #[derive(Debug, Clone)]
    pub struct StartIdentity<'a> {
        client: &'a super::Client,
        provider: Result<::std::string::String, String>,
        idempotency_key: Result<Option<types::IdempotencyKey>, String>,
        body: Result<types::builder::IdentityStartIn, String>,
    }

    impl<'a> StartIdentity<'a> {
        pub fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                provider: Err("provider was not initialized".to_string()),
                idempotency_key: Ok(None),
                body: Ok(::std::default::Default::default()),
            }
        }

        pub fn provider<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.provider = value
                .try_into()
                .map_err(|_| "conversion to `:: std :: string :: String` for provider failed".to_string());
            self
        }

        pub fn idempotency_key<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::IdempotencyKey>,
        {
            self.idempotency_key = value
                .try_into()
                .map(Some)
                .map_err(|_| "conversion to `IdempotencyKey` for idempotency_key failed".to_string());
            self
        }

        pub fn body<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::IdentityStartIn>,
            <V as std::convert::TryInto<types::IdentityStartIn>>::Error: std::fmt::Display,
        {
            self.body = value
                .try_into()
                .map(From::from)
                .map_err(|s| format!("conversion to `IdentityStartIn` for body failed: {}", s));
            self
        }

        pub fn body_map<F>(mut self, f: F) -> Self
        where
            F: std::ops::FnOnce(types::builder::IdentityStartIn) -> types::builder::IdentityStartIn,
        {
            self.body = self.body.map(f);
            self
        }

        ///Sends a `POST` request to `/v1/me/identities/{provider}/start`
        pub async fn send(self) -> Result<ResponseValue<types::IdentityStartOut>, Error<ByteStream>> {
            let Self { client, provider, idempotency_key, body } = self;
            let provider = provider.map_err(Error::InvalidRequest)?;
            let idempotency_key = idempotency_key.map_err(Error::InvalidRequest)?;
            let body = body
                .and_then(|v| types::IdentityStartIn::try_from(v).map_err(|e| e.to_string()))
                .map_err(Error::InvalidRequest)?;
            let url =
                format!("{}/v1/me/identities/{}/start", client.baseurl, encode_path(&provider.to_string()),);
            let mut header_map = ::reqwest::header::HeaderMap::with_capacity(2usize);
            header_map.append(
                ::reqwest::header::HeaderName::from_static("api-version"),
                ::reqwest::header::HeaderValue::from_static(super::Client::api_version()),
            );
            if let Some(value) = idempotency_key {
                header_map.append("Idempotency-Key", value.to_string().try_into()?);
            }
            #[allow(unused_mut)]
            let mut request = client
                .client
                .post(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .json(&body)
                .headers(header_map)
                .build()?;
            let info = OperationInfo { operation_id: "start_identity" };
            client.pre(&mut request, &info).await?;
            let result = client.exec(request, &info).await;
            client.post(&result, &info).await?;
            let response = result?;
            match response.status().as_u16() {
                200u16 => ResponseValue::from_response(response).await,
                400u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                401u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                403u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                404u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                409u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                413u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                415u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                422u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                500u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                503u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                _ => Err(Error::UnexpectedResponse(response)),
            }
        }
    }

    ///Builder for [`Client::list_my_invitations`]
    ///
    ///[`Client::list_my_invitations`]: super::Client::list_my_invitations
    #[derive(Debug, Clone)]
    pub struct ListMyInvitations<'a> {
        client: &'a super::Client,
        cursor: Result<Option<::std::string::String>, String>,
        limit: Result<Option<::std::num::NonZeroU64>, String>,
    }

    impl<'a> ListMyInvitations<'a> {
        pub fn new(client: &'a super::Client) -> Self {
            Self { client: client, cursor: Ok(None), limit: Ok(None) }
        }

        pub fn cursor<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.cursor = value
                .try_into()
                .map(Some)
                .map_err(|_| "conversion to `:: std :: string :: String` for cursor failed".to_string());
            self
        }

        pub fn limit<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::num::NonZeroU64>,
        {
            self.limit = value
                .try_into()
                .map(Some)
                .map_err(|_| "conversion to `:: std :: num :: NonZeroU64` for limit failed".to_string());
            self
        }

        ///Sends a `GET` request to `/v1/me/invitations`
        pub async fn send(self) -> Result<ResponseValue<types::PageMyInvitationOut>, Error<ByteStream>> {
            let Self { client, cursor, limit } = self;
            let cursor = cursor.map_err(Error::InvalidRequest)?;
            let limit = limit.map_err(Error::InvalidRequest)?;
            let url = format!("{}/v1/me/invitations", client.baseurl,);
            let mut header_map = ::reqwest::header::HeaderMap::with_capacity(1usize);
            header_map.append(
                ::reqwest::header::HeaderName::from_static("api-version"),
                ::reqwest::header::HeaderValue::from_static(super::Client::api_version()),
            );
            #[allow(unused_mut)]
            let mut request = client
                .client
                .get(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .query(&progenitor_client::QueryParam::new("cursor", &cursor))
                .query(&progenitor_client::QueryParam::new("limit", &limit))
                .headers(header_map)
                .build()?;
            let info = OperationInfo { operation_id: "list_my_invitations" };
            client.pre(&mut request, &info).await?;
            let result = client.exec(request, &info).await;
            client.post(&result, &info).await?;
            let response = result?;
            match response.status().as_u16() {
                200u16 => ResponseValue::from_response(response).await,
                401u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                403u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                422u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                500u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                503u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                _ => Err(Error::UnexpectedResponse(response)),
            }
        }
    }

    ///Builder for [`Client::change_password`]
    ///
    ///[`Client::change_password`]: super::Client::change_password
    #[derive(Debug, Clone)]
    pub struct ChangePassword<'a> {
        client: &'a super::Client,
        if_match: Result<Option<types::EntityTag>, String>,
        body: Result<types::builder::PasswordChangeIn, String>,
    }

    impl<'a> ChangePassword<'a> {
        pub fn new(client: &'a super::Client) -> Self {
            Self { client: client, if_match: Ok(None), body: Ok(::std::default::Default::default()) }
        }

        pub fn if_match<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::EntityTag>,
        {
            self.if_match = value
                .try_into()
                .map(Some)
                .map_err(|_| "conversion to `EntityTag` for if_match failed".to_string());
            self
        }

        pub fn body<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::PasswordChangeIn>,
            <V as std::convert::TryInto<types::PasswordChangeIn>>::Error: std::fmt::Display,
        {
            self.body = value
                .try_into()
                .map(From::from)
                .map_err(|s| format!("conversion to `PasswordChangeIn` for body failed: {}", s));
            self
        }

        pub fn body_map<F>(mut self, f: F) -> Self
        where
            F: std::ops::FnOnce(types::builder::PasswordChangeIn) -> types::builder::PasswordChangeIn,
        {
            self.body = self.body.map(f);
            self
        }

        ///Sends a `PUT` request to `/v1/me/password`
        pub async fn send(self) -> Result<ResponseValue<()>, Error<ByteStream>> {
            let Self { client, if_match, body } = self;
            let if_match = if_match.map_err(Error::InvalidRequest)?;
            let body = body
                .and_then(|v| types::PasswordChangeIn::try_from(v).map_err(|e| e.to_string()))
                .map_err(Error::InvalidRequest)?;
            let url = format!("{}/v1/me/password", client.baseurl,);
            let mut header_map = ::reqwest::header::HeaderMap::with_capacity(2usize);
            header_map.append(
                ::reqwest::header::HeaderName::from_static("api-version"),
                ::reqwest::header::HeaderValue::from_static(super::Client::api_version()),
            );
            if let Some(value) = if_match {
                header_map.append("If-Match", value.to_string().try_into()?);
            }
            #[allow(unused_mut)]
            let mut request = client.client.put(url).json(&body).headers(header_map).build()?;
            let info = OperationInfo { operation_id: "change_password" };
            client.pre(&mut request, &info).await?;
            let result = client.exec(request, &info).await;
            client.post(&result, &info).await?;
            let response = result?;
            match response.status().as_u16() {
                204u16 => Ok(ResponseValue::empty(response)),
                400u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                401u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                403u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                409u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                412u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                413u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                415u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                422u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                429u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                500u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                503u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                _ => Err(Error::UnexpectedResponse(response)),
            }
        }
    }

    ///Builder for [`Client::get_two_factor`]
    ///
    ///[`Client::get_two_factor`]: super::Client::get_two_factor
    #[derive(Debug, Clone)]
    pub struct GetTwoFactor<'a> {
        client: &'a super::Client,
    }

    impl<'a> GetTwoFactor<'a> {
        pub fn new(client: &'a super::Client) -> Self {
            Self { client: client }
        }

        ///Sends a `GET` request to `/v1/me/two-factor`
        pub async fn send(self) -> Result<ResponseValue<types::TwoFactorOut>, Error<ByteStream>> {
            let Self { client } = self;
            let url = format!("{}/v1/me/two-factor", client.baseurl,);
            let mut header_map = ::reqwest::header::HeaderMap::with_capacity(1usize);
            header_map.append(
                ::reqwest::header::HeaderName::from_static("api-version"),
                ::reqwest::header::HeaderValue::from_static(super::Client::api_version()),
            );
            #[allow(unused_mut)]
            let mut request = client
                .client
                .get(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .headers(header_map)
                .build()?;
            let info = OperationInfo { operation_id: "get_two_factor" };
            client.pre(&mut request, &info).await?;
            let result = client.exec(request, &info).await;
            client.post(&result, &info).await?;
            let response = result?;
            match response.status().as_u16() {
                200u16 => ResponseValue::from_response(response).await,
                401u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                403u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                500u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                503u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                _ => Err(Error::UnexpectedResponse(response)),
            }
        }
    }

    ///Builder for [`Client::replace_recovery_codes`]
    ///
    ///[`Client::replace_recovery_codes`]: super::Client::replace_recovery_codes
    #[derive(Debug, Clone)]
    pub struct ReplaceRecoveryCodes<'a> {
        client: &'a super::Client,
        idempotency_key: Result<Option<types::IdempotencyKey>, String>,
        body: Result<types::builder::PasswordProofIn, String>,
    }

    impl<'a> ReplaceRecoveryCodes<'a> {
        pub fn new(client: &'a super::Client) -> Self {
            Self { client: client, idempotency_key: Ok(None), body: Ok(::std::default::Default::default()) }
        }

        pub fn idempotency_key<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::IdempotencyKey>,
        {
            self.idempotency_key = value
                .try_into()
                .map(Some)
                .map_err(|_| "conversion to `IdempotencyKey` for idempotency_key failed".to_string());
            self
        }

        pub fn body<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::PasswordProofIn>,
            <V as std::convert::TryInto<types::PasswordProofIn>>::Error: std::fmt::Display,
        {
            self.body = value
                .try_into()
                .map(From::from)
                .map_err(|s| format!("conversion to `PasswordProofIn` for body failed: {}", s));
            self
        }

        pub fn body_map<F>(mut self, f: F) -> Self
        where
            F: std::ops::FnOnce(types::builder::PasswordProofIn) -> types::builder::PasswordProofIn,
        {
            self.body = self.body.map(f);
            self
        }

        ///Sends a `POST` request to `/v1/me/two-factor/recovery-codes`
        pub async fn send(self) -> Result<ResponseValue<types::RecoveryCodesOut>, Error<ByteStream>> {
            let Self { client, idempotency_key, body } = self;
            let idempotency_key = idempotency_key.map_err(Error::InvalidRequest)?;
            let body = body
                .and_then(|v| types::PasswordProofIn::try_from(v).map_err(|e| e.to_string()))
                .map_err(Error::InvalidRequest)?;
            let url = format!("{}/v1/me/two-factor/recovery-codes", client.baseurl,);
            let mut header_map = ::reqwest::header::HeaderMap::with_capacity(2usize);
            header_map.append(
                ::reqwest::header::HeaderName::from_static("api-version"),
                ::reqwest::header::HeaderValue::from_static(super::Client::api_version()),
            );
            if let Some(value) = idempotency_key {
                header_map.append("Idempotency-Key", value.to_string().try_into()?);
            }
            #[allow(unused_mut)]
            let mut request = client
                .client
                .post(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .json(&body)
                .headers(header_map)
                .build()?;
            let info = OperationInfo { operation_id: "replace_recovery_codes" };
            client.pre(&mut request, &info).await?;
            let result = client.exec(request, &info).await;
            client.post(&result, &info).await?;
            let response = result?;
            match response.status().as_u16() {
                200u16 => ResponseValue::from_response(response).await,
                400u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                401u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                403u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                409u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                413u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                415u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                422u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                500u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                503u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                _ => Err(Error::UnexpectedResponse(response)),
            }
        }
    }

    ///Builder for [`Client::begin_totp`]
    ///
    ///[`Client::begin_totp`]: super::Client::begin_totp
    #[derive(Debug, Clone)]
    pub struct BeginTotp<'a> {
        client: &'a super::Client,
        idempotency_key: Result<Option<types::IdempotencyKey>, String>,
        body: Result<types::builder::PasswordProofIn, String>,
    }

    impl<'a> BeginTotp<'a> {
        pub fn new(client: &'a super::Client) -> Self {
            Self { client: client, idempotency_key: Ok(None), body: Ok(::std::default::Default::default()) }
        }

        pub fn idempotency_key<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::IdempotencyKey>,
        {
            self.idempotency_key = value
                .try_into()
                .map(Some)
                .map_err(|_| "conversion to `IdempotencyKey` for idempotency_key failed".to_string());
            self
        }

        pub fn body<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::PasswordProofIn>,
            <V as std::convert::TryInto<types::PasswordProofIn>>::Error: std::fmt::Display,
        {
            self.body = value
                .try_into()
                .map(From::from)
                .map_err(|s| format!("conversion to `PasswordProofIn` for body failed: {}", s));
            self
        }

        pub fn body_map<F>(mut self, f: F) -> Self
        where
            F: std::ops::FnOnce(types::builder::PasswordProofIn) -> types::builder::PasswordProofIn,
        {
            self.body = self.body.map(f);
            self
        }

        ///Sends a `POST` request to `/v1/me/two-factor/totp`
        pub async fn send(self) -> Result<ResponseValue<types::TotpOut>, Error<ByteStream>> {
            let Self { client, idempotency_key, body } = self;
            let idempotency_key = idempotency_key.map_err(Error::InvalidRequest)?;
            let body = body
                .and_then(|v| types::PasswordProofIn::try_from(v).map_err(|e| e.to_string()))
                .map_err(Error::InvalidRequest)?;
            let url = format!("{}/v1/me/two-factor/totp", client.baseurl,);
            let mut header_map = ::reqwest::header::HeaderMap::with_capacity(2usize);
            header_map.append(
                ::reqwest::header::HeaderName::from_static("api-version"),
                ::reqwest::header::HeaderValue::from_static(super::Client::api_version()),
            );
            if let Some(value) = idempotency_key {
                header_map.append("Idempotency-Key", value.to_string().try_into()?);
            }
            #[allow(unused_mut)]
            let mut request = client
                .client
                .post(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .json(&body)
                .headers(header_map)
                .build()?;
            let info = OperationInfo { operation_id: "begin_totp" };
            client.pre(&mut request, &info).await?;
            let result = client.exec(request, &info).await;
            client.post(&result, &info).await?;
            let response = result?;
            match response.status().as_u16() {
                200u16 => ResponseValue::from_response(response).await,
                400u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                401u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                403u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                409u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                413u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                415u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                422u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                429u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                500u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                503u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                _ => Err(Error::UnexpectedResponse(response)),
            }
        }
    }

    ///Builder for [`Client::disable_totp`]
    ///
    ///[`Client::disable_totp`]: super::Client::disable_totp
    #[derive(Debug, Clone)]
    pub struct DisableTotp<'a> {
        client: &'a super::Client,
        body: Result<types::builder::PasswordProofIn, String>,
    }

    impl<'a> DisableTotp<'a> {
        pub fn new(client: &'a super::Client) -> Self {
            Self { client: client, body: Ok(::std::default::Default::default()) }
        }

        pub fn body<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::PasswordProofIn>,
            <V as std::convert::TryInto<types::PasswordProofIn>>::Error: std::fmt::Display,
        {
            self.body = value
                .try_into()
                .map(From::from)
                .map_err(|s| format!("conversion to `PasswordProofIn` for body failed: {}", s));
            self
        }

        pub fn body_map<F>(mut self, f: F) -> Self
        where
            F: std::ops::FnOnce(types::builder::PasswordProofIn) -> types::builder::PasswordProofIn,
        {
            self.body = self.body.map(f);
            self
        }

        ///Sends a `DELETE` request to `/v1/me/two-factor/totp`
        pub async fn send(self) -> Result<ResponseValue<()>, Error<ByteStream>> {
            let Self { client, body } = self;
            let body = body
                .and_then(|v| types::PasswordProofIn::try_from(v).map_err(|e| e.to_string()))
                .map_err(Error::InvalidRequest)?;
            let url = format!("{}/v1/me/two-factor/totp", client.baseurl,);
            let mut header_map = ::reqwest::header::HeaderMap::with_capacity(1usize);
            header_map.append(
                ::reqwest::header::HeaderName::from_static("api-version"),
                ::reqwest::header::HeaderValue::from_static(super::Client::api_version()),
            );
            #[allow(unused_mut)]
            let mut request = client.client.delete(url).json(&body).headers(header_map).build()?;
            let info = OperationInfo { operation_id: "disable_totp" };
            client.pre(&mut request, &info).await?;
            let result = client.exec(request, &info).await;
            client.post(&result, &info).await?;
            let response = result?;
            match response.status().as_u16() {
                204u16 => Ok(ResponseValue::empty(response)),
                400u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                401u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                403u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                409u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                413u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                415u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                422u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                429u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                500u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                503u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                _ => Err(Error::UnexpectedResponse(response)),
            }
        }
    }

    ///Builder for [`Client::confirm_totp`]
    ///
    ///[`Client::confirm_totp`]: super::Client::confirm_totp
    #[derive(Debug, Clone)]
    pub struct ConfirmTotp<'a> {
        client: &'a super::Client,
        idempotency_key: Result<Option<types::IdempotencyKey>, String>,
        body: Result<types::builder::TotpCodeIn, String>,
    }

    impl<'a> ConfirmTotp<'a> {
        pub fn new(client: &'a super::Client) -> Self {
            Self { client: client, idempotency_key: Ok(None), body: Ok(::std::default::Default::default()) }
        }

        pub fn idempotency_key<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::IdempotencyKey>,
        {
            self.idempotency_key = value
                .try_into()
                .map(Some)
                .map_err(|_| "conversion to `IdempotencyKey` for idempotency_key failed".to_string());
            self
        }

        pub fn body<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::TotpCodeIn>,
            <V as std::convert::TryInto<types::TotpCodeIn>>::Error: std::fmt::Display,
        {
            self.body = value
                .try_into()
                .map(From::from)
                .map_err(|s| format!("conversion to `TotpCodeIn` for body failed: {}", s));
            self
        }

        pub fn body_map<F>(mut self, f: F) -> Self
        where
            F: std::ops::FnOnce(types::builder::TotpCodeIn) -> types::builder::TotpCodeIn,
        {
            self.body = self.body.map(f);
            self
        }

        ///Sends a `POST` request to `/v1/me/two-factor/totp/confirm`
        pub async fn send(self) -> Result<ResponseValue<types::RecoveryCodesOut>, Error<ByteStream>> {
            let Self { client, idempotency_key, body } = self;
            let idempotency_key = idempotency_key.map_err(Error::InvalidRequest)?;
            let body = body
                .and_then(|v| types::TotpCodeIn::try_from(v).map_err(|e| e.to_string()))
                .map_err(Error::InvalidRequest)?;
            let url = format!("{}/v1/me/two-factor/totp/confirm", client.baseurl,);
            let mut header_map = ::reqwest::header::HeaderMap::with_capacity(2usize);
            header_map.append(
                ::reqwest::header::HeaderName::from_static("api-version"),
                ::reqwest::header::HeaderValue::from_static(super::Client::api_version()),
            );
            if let Some(value) = idempotency_key {
                header_map.append("Idempotency-Key", value.to_string().try_into()?);
            }
            #[allow(unused_mut)]
            let mut request = client
                .client
                .post(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .json(&body)
                .headers(header_map)
                .build()?;
            let info = OperationInfo { operation_id: "confirm_totp" };
            client.pre(&mut request, &info).await?;
            let result = client.exec(request, &info).await;
            client.post(&result, &info).await?;
            let response = result?;
            match response.status().as_u16() {
                200u16 => ResponseValue::from_response(response).await,
                400u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                401u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                403u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                409u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                413u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                415u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                422u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                429u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                500u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                503u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                _ => Err(Error::UnexpectedResponse(response)),
            }
        }
    }

    ///Builder for [`Client::request_password_reset`]
    ///
    ///[`Client::request_password_reset`]: super::Client::request_password_reset
    #[derive(Debug, Clone)]
    pub struct RequestPasswordReset<'a> {
        client: &'a super::Client,
        idempotency_key: Result<Option<types::IdempotencyKey>, String>,
        body: Result<types::builder::PasswordResetIn, String>,
    }

    impl<'a> RequestPasswordReset<'a> {
        pub fn new(client: &'a super::Client) -> Self {
            Self { client: client, idempotency_key: Ok(None), body: Ok(::std::default::Default::default()) }
        }

        pub fn idempotency_key<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::IdempotencyKey>,
        {
            self.idempotency_key = value
                .try_into()
                .map(Some)
                .map_err(|_| "conversion to `IdempotencyKey` for idempotency_key failed".to_string());
            self
        }

        pub fn body<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::PasswordResetIn>,
            <V as std::convert::TryInto<types::PasswordResetIn>>::Error: std::fmt::Display,
        {
            self.body = value
                .try_into()
                .map(From::from)
                .map_err(|s| format!("conversion to `PasswordResetIn` for body failed: {}", s));
            self
        }

        pub fn body_map<F>(mut self, f: F) -> Self
        where
            F: std::ops::FnOnce(types::builder::PasswordResetIn) -> types::builder::PasswordResetIn,
        {
            self.body = self.body.map(f);
            self
        }

        ///Sends a `POST` request to `/v1/password-resets`
        pub async fn send(self) -> Result<ResponseValue<()>, Error<ByteStream>> {
            let Self { client, idempotency_key, body } = self;
            let idempotency_key = idempotency_key.map_err(Error::InvalidRequest)?;
            let body = body
                .and_then(|v| types::PasswordResetIn::try_from(v).map_err(|e| e.to_string()))
                .map_err(Error::InvalidRequest)?;
            let url = format!("{}/v1/password-resets", client.baseurl,);
            let mut header_map = ::reqwest::header::HeaderMap::with_capacity(2usize);
            header_map.append(
                ::reqwest::header::HeaderName::from_static("api-version"),
                ::reqwest::header::HeaderValue::from_static(super::Client::api_version()),
            );
            if let Some(value) = idempotency_key {
                header_map.append("Idempotency-Key", value.to_string().try_into()?);
            }
            #[allow(unused_mut)]
            let mut request = client.client.post(url).json(&body).headers(header_map).build()?;
            let info = OperationInfo { operation_id: "request_password_reset" };
            client.pre(&mut request, &info).await?;
            let result = client.exec(request, &info).await;
            client.post(&result, &info).await?;
            let response = result?;
            match response.status().as_u16() {
                202u16 => Ok(ResponseValue::empty(response)),
                400u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                409u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                413u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                415u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                422u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                429u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                500u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                503u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                _ => Err(Error::UnexpectedResponse(response)),
            }
        }
    }

    ///Builder for [`Client::reset_password`]
    ///
    ///[`Client::reset_password`]: super::Client::reset_password
    #[derive(Debug, Clone)]
    pub struct ResetPassword<'a> {
        client: &'a super::Client,
        token: Result<::std::string::String, String>,
        if_match: Result<Option<types::EntityTag>, String>,
        body: Result<types::builder::NewPasswordIn, String>,
    }

    impl<'a> ResetPassword<'a> {
        pub fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                token: Err("token was not initialized".to_string()),
                if_match: Ok(None),
                body: Ok(::std::default::Default::default()),
            }
        }

        pub fn token<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.token = value
                .try_into()
                .map_err(|_| "conversion to `:: std :: string :: String` for token failed".to_string());
            self
        }

        pub fn if_match<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::EntityTag>,
        {
            self.if_match = value
                .try_into()
                .map(Some)
                .map_err(|_| "conversion to `EntityTag` for if_match failed".to_string());
            self
        }

        pub fn body<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::NewPasswordIn>,
            <V as std::convert::TryInto<types::NewPasswordIn>>::Error: std::fmt::Display,
        {
            self.body = value
                .try_into()
                .map(From::from)
                .map_err(|s| format!("conversion to `NewPasswordIn` for body failed: {}", s));
            self
        }

        pub fn body_map<F>(mut self, f: F) -> Self
        where
            F: std::ops::FnOnce(types::builder::NewPasswordIn) -> types::builder::NewPasswordIn,
        {
            self.body = self.body.map(f);
            self
        }

        ///Sends a `PUT` request to `/v1/password-resets/{token}`
        pub async fn send(self) -> Result<ResponseValue<()>, Error<ByteStream>> {
            let Self { client, token, if_match, body } = self;
            let token = token.map_err(Error::InvalidRequest)?;
            let if_match = if_match.map_err(Error::InvalidRequest)?;
            let body = body
                .and_then(|v| types::NewPasswordIn::try_from(v).map_err(|e| e.to_string()))
                .map_err(Error::InvalidRequest)?;
            let url = format!("{}/v1/password-resets/{}", client.baseurl, encode_path(&token.to_string()),);
            let mut header_map = ::reqwest::header::HeaderMap::with_capacity(2usize);
            header_map.append(
                ::reqwest::header::HeaderName::from_static("api-version"),
                ::reqwest::header::HeaderValue::from_static(super::Client::api_version()),
            );
            if let Some(value) = if_match {
                header_map.append("If-Match", value.to_string().try_into()?);
            }
            #[allow(unused_mut)]
            let mut request = client.client.put(url).json(&body).headers(header_map).build()?;
            let info = OperationInfo { operation_id: "reset_password" };
            client.pre(&mut request, &info).await?;
            let result = client.exec(request, &info).await;
            client.post(&result, &info).await?;
            let response = result?;
            match response.status().as_u16() {
                204u16 => Ok(ResponseValue::empty(response)),
                400u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                404u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                409u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                412u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                413u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                415u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                422u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                429u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                500u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                503u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                _ => Err(Error::UnexpectedResponse(response)),
            }
        }
    }

    ///Builder for [`Client::get_session`]
    ///
    ///[`Client::get_session`]: super::Client::get_session
    #[derive(Debug, Clone)]
    pub struct GetSession<'a> {
        client: &'a super::Client,
        cursor: Result<Option<::std::string::String>, String>,
        limit: Result<Option<::std::num::NonZeroU64>, String>,
    }

    impl<'a> GetSession<'a> {
        pub fn new(client: &'a super::Client) -> Self {
            Self { client: client, cursor: Ok(None), limit: Ok(None) }
        }

        pub fn cursor<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.cursor = value
                .try_into()
                .map(Some)
                .map_err(|_| "conversion to `:: std :: string :: String` for cursor failed".to_string());
            self
        }

        pub fn limit<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::num::NonZeroU64>,
        {
            self.limit = value
                .try_into()
                .map(Some)
                .map_err(|_| "conversion to `:: std :: num :: NonZeroU64` for limit failed".to_string());
            self
        }

        ///Sends a `GET` request to `/v1/session`
        pub async fn send(self) -> Result<ResponseValue<types::CurrentOut>, Error<ByteStream>> {
            let Self { client, cursor, limit } = self;
            let cursor = cursor.map_err(Error::InvalidRequest)?;
            let limit = limit.map_err(Error::InvalidRequest)?;
            let url = format!("{}/v1/session", client.baseurl,);
            let mut header_map = ::reqwest::header::HeaderMap::with_capacity(1usize);
            header_map.append(
                ::reqwest::header::HeaderName::from_static("api-version"),
                ::reqwest::header::HeaderValue::from_static(super::Client::api_version()),
            );
            #[allow(unused_mut)]
            let mut request = client
                .client
                .get(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .query(&progenitor_client::QueryParam::new("cursor", &cursor))
                .query(&progenitor_client::QueryParam::new("limit", &limit))
                .headers(header_map)
                .build()?;
            let info = OperationInfo { operation_id: "get_session" };
            client.pre(&mut request, &info).await?;
            let result = client.exec(request, &info).await;
            client.post(&result, &info).await?;
            let response = result?;
            match response.status().as_u16() {
                200u16 => ResponseValue::from_response(response).await,
                401u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                403u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                422u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                500u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                503u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                _ => Err(Error::UnexpectedResponse(response)),
            }
        }
    }

    ///Builder for [`Client::list_sessions`]
    ///
    ///[`Client::list_sessions`]: super::Client::list_sessions
    #[derive(Debug, Clone)]
    pub struct ListSessions<'a> {
        client: &'a super::Client,
        cursor: Result<Option<::std::string::String>, String>,
        limit: Result<Option<::std::num::NonZeroU64>, String>,
    }

    impl<'a> ListSessions<'a> {
        pub fn new(client: &'a super::Client) -> Self {
            Self { client: client, cursor: Ok(None), limit: Ok(None) }
        }

        pub fn cursor<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.cursor = value
                .try_into()
                .map(Some)
                .map_err(|_| "conversion to `:: std :: string :: String` for cursor failed".to_string());
            self
        }

        pub fn limit<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::num::NonZeroU64>,
        {
            self.limit = value
                .try_into()
                .map(Some)
                .map_err(|_| "conversion to `:: std :: num :: NonZeroU64` for limit failed".to_string());
            self
        }

        ///Sends a `GET` request to `/v1/sessions`
        pub async fn send(self) -> Result<ResponseValue<types::PageSessionOut>, Error<ByteStream>> {
            let Self { client, cursor, limit } = self;
            let cursor = cursor.map_err(Error::InvalidRequest)?;
            let limit = limit.map_err(Error::InvalidRequest)?;
            let url = format!("{}/v1/sessions", client.baseurl,);
            let mut header_map = ::reqwest::header::HeaderMap::with_capacity(1usize);
            header_map.append(
                ::reqwest::header::HeaderName::from_static("api-version"),
                ::reqwest::header::HeaderValue::from_static(super::Client::api_version()),
            );
            #[allow(unused_mut)]
            let mut request = client
                .client
                .get(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .query(&progenitor_client::QueryParam::new("cursor", &cursor))
                .query(&progenitor_client::QueryParam::new("limit", &limit))
                .headers(header_map)
                .build()?;
            let info = OperationInfo { operation_id: "list_sessions" };
            client.pre(&mut request, &info).await?;
            let result = client.exec(request, &info).await;
            client.post(&result, &info).await?;
            let response = result?;
            match response.status().as_u16() {
                200u16 => ResponseValue::from_response(response).await,
                401u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                403u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                422u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                500u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                503u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                _ => Err(Error::UnexpectedResponse(response)),
            }
        }
    }

    ///Builder for [`Client::sign_in`]
    ///
    ///[`Client::sign_in`]: super::Client::sign_in
    #[derive(Debug, Clone)]
    pub struct SignIn<'a> {
        client: &'a super::Client,
        idempotency_key: Result<Option<types::IdempotencyKey>, String>,
        body: Result<types::builder::SignInIn, String>,
    }

    impl<'a> SignIn<'a> {
        pub fn new(client: &'a super::Client) -> Self {
            Self { client: client, idempotency_key: Ok(None), body: Ok(::std::default::Default::default()) }
        }

        pub fn idempotency_key<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::IdempotencyKey>,
        {
            self.idempotency_key = value
                .try_into()
                .map(Some)
                .map_err(|_| "conversion to `IdempotencyKey` for idempotency_key failed".to_string());
            self
        }

        pub fn body<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::SignInIn>,
            <V as std::convert::TryInto<types::SignInIn>>::Error: std::fmt::Display,
        {
            self.body = value
                .try_into()
                .map(From::from)
                .map_err(|s| format!("conversion to `SignInIn` for body failed: {}", s));
            self
        }

        pub fn body_map<F>(mut self, f: F) -> Self
        where
            F: std::ops::FnOnce(types::builder::SignInIn) -> types::builder::SignInIn,
        {
            self.body = self.body.map(f);
            self
        }

        ///Sends a `POST` request to `/v1/sessions`
        pub async fn send(self) -> Result<ResponseValue<types::NewSessionOut>, Error<ByteStream>> {
            let Self { client, idempotency_key, body } = self;
            let idempotency_key = idempotency_key.map_err(Error::InvalidRequest)?;
            let body = body
                .and_then(|v| types::SignInIn::try_from(v).map_err(|e| e.to_string()))
                .map_err(Error::InvalidRequest)?;
            let url = format!("{}/v1/sessions", client.baseurl,);
            let mut header_map = ::reqwest::header::HeaderMap::with_capacity(2usize);
            header_map.append(
                ::reqwest::header::HeaderName::from_static("api-version"),
                ::reqwest::header::HeaderValue::from_static(super::Client::api_version()),
            );
            if let Some(value) = idempotency_key {
                header_map.append("Idempotency-Key", value.to_string().try_into()?);
            }
            #[allow(unused_mut)]
            let mut request = client
                .client
                .post(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .json(&body)
                .headers(header_map)
                .build()?;
            let info = OperationInfo { operation_id: "sign_in" };
            client.pre(&mut request, &info).await?;
            let result = client.exec(request, &info).await;
            client.post(&result, &info).await?;
            let response = result?;
            match response.status().as_u16() {
                201u16 => ResponseValue::from_response(response).await,
                400u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                401u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                409u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                413u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                415u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                422u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                429u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                500u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                503u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                _ => Err(Error::UnexpectedResponse(response)),
            }
        }
    }

    ///Builder for [`Client::revoke_sessions`]
    ///
    ///[`Client::revoke_sessions`]: super::Client::revoke_sessions
    #[derive(Debug, Clone)]
    pub struct RevokeSessions<'a> {
        client: &'a super::Client,
        keep_current: Result<Option<bool>, String>,
    }

    impl<'a> RevokeSessions<'a> {
        pub fn new(client: &'a super::Client) -> Self {
            Self { client: client, keep_current: Ok(None) }
        }

        pub fn keep_current<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<bool>,
        {
            self.keep_current = value
                .try_into()
                .map(Some)
                .map_err(|_| "conversion to `bool` for keep_current failed".to_string());
            self
        }

        ///Sends a `DELETE` request to `/v1/sessions`
        pub async fn send(self) -> Result<ResponseValue<()>, Error<ByteStream>> {
            let Self { client, keep_current } = self;
            let keep_current = keep_current.map_err(Error::InvalidRequest)?;
            let url = format!("{}/v1/sessions", client.baseurl,);
            let mut header_map = ::reqwest::header::HeaderMap::with_capacity(1usize);
            header_map.append(
                ::reqwest::header::HeaderName::from_static("api-version"),
                ::reqwest::header::HeaderValue::from_static(super::Client::api_version()),
            );
            #[allow(unused_mut)]
            let mut request = client
                .client
                .delete(url)
                .query(&progenitor_client::QueryParam::new("keep_current", &keep_current))
                .headers(header_map)
                .build()?;
            let info = OperationInfo { operation_id: "revoke_sessions" };
            client.pre(&mut request, &info).await?;
            let result = client.exec(request, &info).await;
            client.post(&result, &info).await?;
            let response = result?;
            match response.status().as_u16() {
                204u16 => Ok(ResponseValue::empty(response)),
                401u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                403u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                409u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                422u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                500u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                503u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                _ => Err(Error::UnexpectedResponse(response)),
            }
        }
    }

    ///Builder for [`Client::sign_out`]
    ///
    ///[`Client::sign_out`]: super::Client::sign_out
    #[derive(Debug, Clone)]
    pub struct SignOut<'a> {
        client: &'a super::Client,
    }

    impl<'a> SignOut<'a> {
        pub fn new(client: &'a super::Client) -> Self {
            Self { client: client }
        }

        ///Sends a `DELETE` request to `/v1/sessions/current`
        pub async fn send(self) -> Result<ResponseValue<()>, Error<ByteStream>> {
            let Self { client } = self;
            let url = format!("{}/v1/sessions/current", client.baseurl,);
            let mut header_map = ::reqwest::header::HeaderMap::with_capacity(1usize);
            header_map.append(
                ::reqwest::header::HeaderName::from_static("api-version"),
                ::reqwest::header::HeaderValue::from_static(super::Client::api_version()),
            );
            #[allow(unused_mut)]
            let mut request = client.client.delete(url).headers(header_map).build()?;
            let info = OperationInfo { operation_id: "sign_out" };
            client.pre(&mut request, &info).await?;
            let result = client.exec(request, &info).await;
            client.post(&result, &info).await?;
            let response = result?;
            match response.status().as_u16() {
                204u16 => Ok(ResponseValue::empty(response)),
                401u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                403u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                409u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                500u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                503u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                _ => Err(Error::UnexpectedResponse(response)),
            }
        }
    }

    ///Builder for [`Client::answer_two_factor`]
    ///
    ///[`Client::answer_two_factor`]: super::Client::answer_two_factor
    #[derive(Debug, Clone)]
    pub struct AnswerTwoFactor<'a> {
        client: &'a super::Client,
        idempotency_key: Result<Option<types::IdempotencyKey>, String>,
        body: Result<types::builder::SecondStepIn, String>,
    }

    impl<'a> AnswerTwoFactor<'a> {
        pub fn new(client: &'a super::Client) -> Self {
            Self { client: client, idempotency_key: Ok(None), body: Ok(::std::default::Default::default()) }
        }

        pub fn idempotency_key<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::IdempotencyKey>,
        {
            self.idempotency_key = value
                .try_into()
                .map(Some)
                .map_err(|_| "conversion to `IdempotencyKey` for idempotency_key failed".to_string());
            self
        }

        pub fn body<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::SecondStepIn>,
            <V as std::convert::TryInto<types::SecondStepIn>>::Error: std::fmt::Display,
        {
            self.body = value
                .try_into()
                .map(From::from)
                .map_err(|s| format!("conversion to `SecondStepIn` for body failed: {}", s));
            self
        }

        pub fn body_map<F>(mut self, f: F) -> Self
        where
            F: std::ops::FnOnce(types::builder::SecondStepIn) -> types::builder::SecondStepIn,
        {
            self.body = self.body.map(f);
            self
        }

        ///Sends a `POST` request to `/v1/sessions/two-factor`
        pub async fn send(self) -> Result<ResponseValue<types::NewSessionOut>, Error<ByteStream>> {
            let Self { client, idempotency_key, body } = self;
            let idempotency_key = idempotency_key.map_err(Error::InvalidRequest)?;
            let body = body
                .and_then(|v| types::SecondStepIn::try_from(v).map_err(|e| e.to_string()))
                .map_err(Error::InvalidRequest)?;
            let url = format!("{}/v1/sessions/two-factor", client.baseurl,);
            let mut header_map = ::reqwest::header::HeaderMap::with_capacity(2usize);
            header_map.append(
                ::reqwest::header::HeaderName::from_static("api-version"),
                ::reqwest::header::HeaderValue::from_static(super::Client::api_version()),
            );
            if let Some(value) = idempotency_key {
                header_map.append("Idempotency-Key", value.to_string().try_into()?);
            }
            #[allow(unused_mut)]
            let mut request = client
                .client
                .post(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .json(&body)
                .headers(header_map)
                .build()?;
            let info = OperationInfo { operation_id: "answer_two_factor" };
            client.pre(&mut request, &info).await?;
            let result = client.exec(request, &info).await;
            client.post(&result, &info).await?;
            let response = result?;
            match response.status().as_u16() {
                201u16 => ResponseValue::from_response(response).await,
                400u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                401u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                409u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                413u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                415u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                422u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                429u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                500u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                503u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                _ => Err(Error::UnexpectedResponse(response)),
            }
        }
    }

    ///Builder for [`Client::revoke_session`]
    ///
    ///[`Client::revoke_session`]: super::Client::revoke_session
    #[derive(Debug, Clone)]
    pub struct RevokeSession<'a> {
        client: &'a super::Client,
        sess: Result<types::SessionId, String>,
    }

    impl<'a> RevokeSession<'a> {
        pub fn new(client: &'a super::Client) -> Self {
            Self { client: client, sess: Err("sess was not initialized".to_string()) }
        }

        pub fn sess<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::SessionId>,
        {
            self.sess = value.try_into().map_err(|_| "conversion to `SessionId` for sess failed".to_string());
            self
        }

        ///Sends a `DELETE` request to `/v1/sessions/{sess}`
        pub async fn send(self) -> Result<ResponseValue<()>, Error<ByteStream>> {
            let Self { client, sess } = self;
            let sess = sess.map_err(Error::InvalidRequest)?;
            let url = format!("{}/v1/sessions/{}", client.baseurl, encode_path(&sess.to_string()),);
            let mut header_map = ::reqwest::header::HeaderMap::with_capacity(1usize);
            header_map.append(
                ::reqwest::header::HeaderName::from_static("api-version"),
                ::reqwest::header::HeaderValue::from_static(super::Client::api_version()),
            );
            #[allow(unused_mut)]
            let mut request = client.client.delete(url).headers(header_map).build()?;
            let info = OperationInfo { operation_id: "revoke_session" };
            client.pre(&mut request, &info).await?;
            let result = client.exec(request, &info).await;
            client.post(&result, &info).await?;
            let response = result?;
            match response.status().as_u16() {
                204u16 => Ok(ResponseValue::empty(response)),
                401u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                403u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                404u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                409u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                500u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                503u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                _ => Err(Error::UnexpectedResponse(response)),
            }
        }
    }

    ///Builder for [`Client::sign_up`]
    ///
    ///[`Client::sign_up`]: super::Client::sign_up
    #[derive(Debug, Clone)]
    pub struct SignUp<'a> {
        client: &'a super::Client,
        idempotency_key: Result<Option<types::IdempotencyKey>, String>,
        body: Result<types::builder::SignUpIn, String>,
    }

    impl<'a> SignUp<'a> {
        pub fn new(client: &'a super::Client) -> Self {
            Self { client: client, idempotency_key: Ok(None), body: Ok(::std::default::Default::default()) }
        }

        pub fn idempotency_key<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::IdempotencyKey>,
        {
            self.idempotency_key = value
                .try_into()
                .map(Some)
                .map_err(|_| "conversion to `IdempotencyKey` for idempotency_key failed".to_string());
            self
        }

        pub fn body<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::SignUpIn>,
            <V as std::convert::TryInto<types::SignUpIn>>::Error: std::fmt::Display,
        {
            self.body = value
                .try_into()
                .map(From::from)
                .map_err(|s| format!("conversion to `SignUpIn` for body failed: {}", s));
            self
        }

        pub fn body_map<F>(mut self, f: F) -> Self
        where
            F: std::ops::FnOnce(types::builder::SignUpIn) -> types::builder::SignUpIn,
        {
            self.body = self.body.map(f);
            self
        }

        ///Sends a `POST` request to `/v1/signup`
        pub async fn send(self) -> Result<ResponseValue<types::SignedUpOut>, Error<ByteStream>> {
            let Self { client, idempotency_key, body } = self;
            let idempotency_key = idempotency_key.map_err(Error::InvalidRequest)?;
            let body = body
                .and_then(|v| types::SignUpIn::try_from(v).map_err(|e| e.to_string()))
                .map_err(Error::InvalidRequest)?;
            let url = format!("{}/v1/signup", client.baseurl,);
            let mut header_map = ::reqwest::header::HeaderMap::with_capacity(2usize);
            header_map.append(
                ::reqwest::header::HeaderName::from_static("api-version"),
                ::reqwest::header::HeaderValue::from_static(super::Client::api_version()),
            );
            if let Some(value) = idempotency_key {
                header_map.append("Idempotency-Key", value.to_string().try_into()?);
            }
            #[allow(unused_mut)]
            let mut request = client
                .client
                .post(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .json(&body)
                .headers(header_map)
                .build()?;
            let info = OperationInfo { operation_id: "sign_up" };
            client.pre(&mut request, &info).await?;
            let result = client.exec(request, &info).await;
            client.post(&result, &info).await?;
            let response = result?;
            match response.status().as_u16() {
                201u16 => ResponseValue::from_response(response).await,
                400u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                409u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                413u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                415u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                422u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                429u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                500u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                503u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                _ => Err(Error::UnexpectedResponse(response)),
            }
        }
    }

    ///Builder for [`Client::finish_account_sso`]
    ///
    ///[`Client::finish_account_sso`]: super::Client::finish_account_sso
    #[derive(Debug, Clone)]
    pub struct FinishAccountSso<'a> {
        client: &'a super::Client,
        acct: Result<types::AccountId, String>,
        code: Result<Option<::std::string::String>, String>,
        error: Result<Option<::std::string::String>, String>,
        iss: Result<Option<::std::string::String>, String>,
        state: Result<Option<::std::string::String>, String>,
    }

    impl<'a> FinishAccountSso<'a> {
        pub fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                acct: Err("acct was not initialized".to_string()),
                code: Ok(None),
                error: Ok(None),
                iss: Ok(None),
                state: Ok(None),
            }
        }

        pub fn acct<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::AccountId>,
        {
            self.acct = value.try_into().map_err(|_| "conversion to `AccountId` for acct failed".to_string());
            self
        }

        pub fn code<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.code = value
                .try_into()
                .map(Some)
                .map_err(|_| "conversion to `:: std :: string :: String` for code failed".to_string());
            self
        }

        pub fn error<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.error = value
                .try_into()
                .map(Some)
                .map_err(|_| "conversion to `:: std :: string :: String` for error failed".to_string());
            self
        }

        pub fn iss<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.iss = value
                .try_into()
                .map(Some)
                .map_err(|_| "conversion to `:: std :: string :: String` for iss failed".to_string());
            self
        }

        pub fn state<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.state = value
                .try_into()
                .map(Some)
                .map_err(|_| "conversion to `:: std :: string :: String` for state failed".to_string());
            self
        }

        ///Sends a `GET` request to `/v1/sso/accounts/{acct}/callback`
        pub async fn send(self) -> Result<ResponseValue<types::NewSessionOut>, Error<ByteStream>> {
            let Self { client, acct, code, error, iss, state } = self;
            let acct = acct.map_err(Error::InvalidRequest)?;
            let code = code.map_err(Error::InvalidRequest)?;
            let error = error.map_err(Error::InvalidRequest)?;
            let iss = iss.map_err(Error::InvalidRequest)?;
            let state = state.map_err(Error::InvalidRequest)?;
            let url =
                format!("{}/v1/sso/accounts/{}/callback", client.baseurl, encode_path(&acct.to_string()),);
            let mut header_map = ::reqwest::header::HeaderMap::with_capacity(1usize);
            header_map.append(
                ::reqwest::header::HeaderName::from_static("api-version"),
                ::reqwest::header::HeaderValue::from_static(super::Client::api_version()),
            );
            #[allow(unused_mut)]
            let mut request = client
                .client
                .get(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .query(&progenitor_client::QueryParam::new("code", &code))
                .query(&progenitor_client::QueryParam::new("error", &error))
                .query(&progenitor_client::QueryParam::new("iss", &iss))
                .query(&progenitor_client::QueryParam::new("state", &state))
                .headers(header_map)
                .build()?;
            let info = OperationInfo { operation_id: "finish_account_sso" };
            client.pre(&mut request, &info).await?;
            let result = client.exec(request, &info).await;
            client.post(&result, &info).await?;
            let response = result?;
            match response.status().as_u16() {
                200u16 => ResponseValue::from_response(response).await,
                400u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                401u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                403u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                404u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                409u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                410u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                422u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                429u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                500u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                503u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                _ => Err(Error::UnexpectedResponse(response)),
            }
        }
    }

    ///Builder for [`Client::start_account_sso`]
    ///
    ///[`Client::start_account_sso`]: super::Client::start_account_sso
    #[derive(Debug, Clone)]
    pub struct StartAccountSso<'a> {
        client: &'a super::Client,
        acct: Result<types::AccountId, String>,
        code_challenge: Result<Option<::std::string::String>, String>,
        return_to: Result<Option<::std::string::String>, String>,
    }

    impl<'a> StartAccountSso<'a> {
        pub fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                acct: Err("acct was not initialized".to_string()),
                code_challenge: Ok(None),
                return_to: Ok(None),
            }
        }

        pub fn acct<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::AccountId>,
        {
            self.acct = value.try_into().map_err(|_| "conversion to `AccountId` for acct failed".to_string());
            self
        }

        pub fn code_challenge<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.code_challenge = value.try_into().map(Some).map_err(|_| {
                "conversion to `:: std :: string :: String` for code_challenge failed".to_string()
            });
            self
        }

        pub fn return_to<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.return_to = value
                .try_into()
                .map(Some)
                .map_err(|_| "conversion to `:: std :: string :: String` for return_to failed".to_string());
            self
        }

        ///Sends a `GET` request to `/v1/sso/accounts/{acct}/start`
        pub async fn send(self) -> Result<ResponseValue<ByteStream>, Error<ByteStream>> {
            let Self { client, acct, code_challenge, return_to } = self;
            let acct = acct.map_err(Error::InvalidRequest)?;
            let code_challenge = code_challenge.map_err(Error::InvalidRequest)?;
            let return_to = return_to.map_err(Error::InvalidRequest)?;
            let url = format!("{}/v1/sso/accounts/{}/start", client.baseurl, encode_path(&acct.to_string()),);
            let mut header_map = ::reqwest::header::HeaderMap::with_capacity(1usize);
            header_map.append(
                ::reqwest::header::HeaderName::from_static("api-version"),
                ::reqwest::header::HeaderValue::from_static(super::Client::api_version()),
            );
            #[allow(unused_mut)]
            let mut request = client
                .client
                .get(url)
                .query(&progenitor_client::QueryParam::new("code_challenge", &code_challenge))
                .query(&progenitor_client::QueryParam::new("return_to", &return_to))
                .headers(header_map)
                .build()?;
            let info = OperationInfo { operation_id: "start_account_sso" };
            client.pre(&mut request, &info).await?;
            let result = client.exec(request, &info).await;
            client.post(&result, &info).await?;
            let response = result?;
            match response.status().as_u16() {
                200..=299 => Ok(ResponseValue::stream(response)),
                404u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                410u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                422u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                429u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                500u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                503u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                _ => Err(Error::UnexpectedResponse(response)),
            }
        }
    }

    ///Builder for [`Client::exchange_sso_code`]
    ///
    ///[`Client::exchange_sso_code`]: super::Client::exchange_sso_code
    #[derive(Debug, Clone)]
    pub struct ExchangeSsoCode<'a> {
        client: &'a super::Client,
        idempotency_key: Result<Option<types::IdempotencyKey>, String>,
        body: Result<types::builder::SsoCodeIn, String>,
    }

    impl<'a> ExchangeSsoCode<'a> {
        pub fn new(client: &'a super::Client) -> Self {
            Self { client: client, idempotency_key: Ok(None), body: Ok(::std::default::Default::default()) }
        }

        pub fn idempotency_key<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::IdempotencyKey>,
        {
            self.idempotency_key = value
                .try_into()
                .map(Some)
                .map_err(|_| "conversion to `IdempotencyKey` for idempotency_key failed".to_string());
            self
        }

        pub fn body<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::SsoCodeIn>,
            <V as std::convert::TryInto<types::SsoCodeIn>>::Error: std::fmt::Display,
        {
            self.body = value
                .try_into()
                .map(From::from)
                .map_err(|s| format!("conversion to `SsoCodeIn` for body failed: {}", s));
            self
        }

        pub fn body_map<F>(mut self, f: F) -> Self
        where
            F: std::ops::FnOnce(types::builder::SsoCodeIn) -> types::builder::SsoCodeIn,
        {
            self.body = self.body.map(f);
            self
        }

        ///Sends a `POST` request to `/v1/sso/exchange`
        pub async fn send(self) -> Result<ResponseValue<types::NewSessionOut>, Error<ByteStream>> {
            let Self { client, idempotency_key, body } = self;
            let idempotency_key = idempotency_key.map_err(Error::InvalidRequest)?;
            let body = body
                .and_then(|v| types::SsoCodeIn::try_from(v).map_err(|e| e.to_string()))
                .map_err(Error::InvalidRequest)?;
            let url = format!("{}/v1/sso/exchange", client.baseurl,);
            let mut header_map = ::reqwest::header::HeaderMap::with_capacity(2usize);
            header_map.append(
                ::reqwest::header::HeaderName::from_static("api-version"),
                ::reqwest::header::HeaderValue::from_static(super::Client::api_version()),
            );
            if let Some(value) = idempotency_key {
                header_map.append("Idempotency-Key", value.to_string().try_into()?);
            }
            #[allow(unused_mut)]
            let mut request = client
                .client
                .post(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .json(&body)
                .headers(header_map)
                .build()?;
            let info = OperationInfo { operation_id: "exchange_sso_code" };
            client.pre(&mut request, &info).await?;
            let result = client.exec(request, &info).await;
            client.post(&result, &info).await?;
            let response = result?;
            match response.status().as_u16() {
                201u16 => ResponseValue::from_response(response).await,
                400u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                401u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                403u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                409u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                413u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                415u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                422u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                429u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                500u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                503u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                _ => Err(Error::UnexpectedResponse(response)),
            }
        }
    }

    ///Builder for [`Client::finish_sso`]
    ///
    ///[`Client::finish_sso`]: super::Client::finish_sso
    #[derive(Debug, Clone)]
    pub struct FinishSso<'a> {
        client: &'a super::Client,
        provider: Result<::std::string::String, String>,
        code: Result<Option<::std::string::String>, String>,
        error: Result<Option<::std::string::String>, String>,
        iss: Result<Option<::std::string::String>, String>,
        state: Result<Option<::std::string::String>, String>,
    }

    impl<'a> FinishSso<'a> {
        pub fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                provider: Err("provider was not initialized".to_string()),
                code: Ok(None),
                error: Ok(None),
                iss: Ok(None),
                state: Ok(None),
            }
        }

        pub fn provider<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.provider = value
                .try_into()
                .map_err(|_| "conversion to `:: std :: string :: String` for provider failed".to_string());
            self
        }

        pub fn code<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.code = value
                .try_into()
                .map(Some)
                .map_err(|_| "conversion to `:: std :: string :: String` for code failed".to_string());
            self
        }

        pub fn error<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.error = value
                .try_into()
                .map(Some)
                .map_err(|_| "conversion to `:: std :: string :: String` for error failed".to_string());
            self
        }

        pub fn iss<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.iss = value
                .try_into()
                .map(Some)
                .map_err(|_| "conversion to `:: std :: string :: String` for iss failed".to_string());
            self
        }

        pub fn state<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.state = value
                .try_into()
                .map(Some)
                .map_err(|_| "conversion to `:: std :: string :: String` for state failed".to_string());
            self
        }

        ///Sends a `GET` request to `/v1/sso/{provider}/callback`
        pub async fn send(self) -> Result<ResponseValue<types::NewSessionOut>, Error<ByteStream>> {
            let Self { client, provider, code, error, iss, state } = self;
            let provider = provider.map_err(Error::InvalidRequest)?;
            let code = code.map_err(Error::InvalidRequest)?;
            let error = error.map_err(Error::InvalidRequest)?;
            let iss = iss.map_err(Error::InvalidRequest)?;
            let state = state.map_err(Error::InvalidRequest)?;
            let url = format!("{}/v1/sso/{}/callback", client.baseurl, encode_path(&provider.to_string()),);
            let mut header_map = ::reqwest::header::HeaderMap::with_capacity(1usize);
            header_map.append(
                ::reqwest::header::HeaderName::from_static("api-version"),
                ::reqwest::header::HeaderValue::from_static(super::Client::api_version()),
            );
            #[allow(unused_mut)]
            let mut request = client
                .client
                .get(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .query(&progenitor_client::QueryParam::new("code", &code))
                .query(&progenitor_client::QueryParam::new("error", &error))
                .query(&progenitor_client::QueryParam::new("iss", &iss))
                .query(&progenitor_client::QueryParam::new("state", &state))
                .headers(header_map)
                .build()?;
            let info = OperationInfo { operation_id: "finish_sso" };
            client.pre(&mut request, &info).await?;
            let result = client.exec(request, &info).await;
            client.post(&result, &info).await?;
            let response = result?;
            match response.status().as_u16() {
                200u16 => ResponseValue::from_response(response).await,
                400u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                401u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                403u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                404u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                409u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                422u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                429u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                500u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                503u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                _ => Err(Error::UnexpectedResponse(response)),
            }
        }
    }

    ///Builder for [`Client::start_sso`]
    ///
    ///[`Client::start_sso`]: super::Client::start_sso
    #[derive(Debug, Clone)]
    pub struct StartSso<'a> {
        client: &'a super::Client,
        provider: Result<::std::string::String, String>,
        code_challenge: Result<Option<::std::string::String>, String>,
        return_to: Result<Option<::std::string::String>, String>,
    }

    impl<'a> StartSso<'a> {
        pub fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                provider: Err("provider was not initialized".to_string()),
                code_challenge: Ok(None),
                return_to: Ok(None),
            }
        }

        pub fn provider<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.provider = value
                .try_into()
                .map_err(|_| "conversion to `:: std :: string :: String` for provider failed".to_string());
            self
        }

        pub fn code_challenge<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.code_challenge = value.try_into().map(Some).map_err(|_| {
                "conversion to `:: std :: string :: String` for code_challenge failed".to_string()
            });
            self
        }

        pub fn return_to<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.return_to = value
                .try_into()
                .map(Some)
                .map_err(|_| "conversion to `:: std :: string :: String` for return_to failed".to_string());
            self
        }

        ///Sends a `GET` request to `/v1/sso/{provider}/start`
        pub async fn send(self) -> Result<ResponseValue<ByteStream>, Error<ByteStream>> {
            let Self { client, provider, code_challenge, return_to } = self;
            let provider = provider.map_err(Error::InvalidRequest)?;
            let code_challenge = code_challenge.map_err(Error::InvalidRequest)?;
            let return_to = return_to.map_err(Error::InvalidRequest)?;
            let url = format!("{}/v1/sso/{}/start", client.baseurl, encode_path(&provider.to_string()),);
            let mut header_map = ::reqwest::header::HeaderMap::with_capacity(1usize);
            header_map.append(
                ::reqwest::header::HeaderName::from_static("api-version"),
                ::reqwest::header::HeaderValue::from_static(super::Client::api_version()),
            );
            #[allow(unused_mut)]
            let mut request = client
                .client
                .get(url)
                .query(&progenitor_client::QueryParam::new("code_challenge", &code_challenge))
                .query(&progenitor_client::QueryParam::new("return_to", &return_to))
                .headers(header_map)
                .build()?;
            let info = OperationInfo { operation_id: "start_sso" };
            client.pre(&mut request, &info).await?;
            let result = client.exec(request, &info).await;
            client.post(&result, &info).await?;
            let response = result?;
            match response.status().as_u16() {
                200..=299 => Ok(ResponseValue::stream(response)),
                404u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                422u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                429u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                500u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                503u16 => Err(Error::ErrorResponse(ResponseValue::stream(response))),
                _ => Err(Error::UnexpectedResponse(response)),
            }
        }
    }
}

/// Items consumers will typically use such as the Client.
pub mod prelude {
    pub use self::super::Client;
}
