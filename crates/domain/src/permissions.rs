//! The core permissions, which the service itself enforces, and sets of permissions as bits.

/// A permission of the core, with the resource type that it applies to.
macro_rules! core_permissions {
    ($($name:ident $id:literal $at:literal $title:literal;)*) => {
        /// What the service itself asks for; a model's roles hand these out. The number is the index in every model.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        #[repr(u16)]
        pub enum Core {$(#[doc = $title] $name),*}

        impl Core {
            /// All of them, in the order of their numbers.
            pub const ALL: &'static [Self] = &[$(Self::$name),*];
            /// The dotted id.
            pub const fn id(self) -> &'static str {
                match self {$(Self::$name => $id),*}
            }
            /// The resource type that it applies to.
            pub const fn at(self) -> &'static str {
                match self {$(Self::$name => $at),*}
            }
            /// For people.
            pub const fn title(self) -> &'static str {
                match self {$(Self::$name => $title),*}
            }
            /// Its index in every compiled model.
            pub const fn index(self) -> u16 {
                self as u16
            }
        }
    };
}

core_permissions! {
    AccountView "account.view" "account" "See the account";
    AccountSettingsManage "account.settings.manage" "account" "Manage names, region and MCP access";
    AccountStatisticsView "account.statistics.view" "account" "View account statistics";
    MemberView "member.view" "account" "See members";
    MemberInvite "member.invite" "account" "Invite new users";
    MemberRemove "member.remove" "account" "Suspend and remove members";
    MemberRolesChange "member.roles.change" "account" "Change members' roles";
    AppView "app.view" "app" "View apps";
    AppCreate "app.create" "account" "Create apps";
    AppConfigurationView "app.configuration.view" "app" "View app configuration";
    AppConfigurationManage "app.configuration.manage" "app" "Manage app configuration";
    AppSettingsView "app.settings.view" "app" "View app settings";
    AppSettingsManage "app.settings.manage" "app" "Manage app settings, delete apps";
    AppStatisticsView "app.statistics.view" "app" "View app statistics";
    KeyView "key.view" "keyset" "View keysets and keys, secrets excluded";
    KeysetStatisticsView "keyset.statistics.view" "keyset" "View keyset statistics";
    KeyManage "key.manage" "keyset" "Manage keysets and keys";
    SecretCreate "secret.create" "keyset" "Create secrets";
    SecretUpdate "secret.update" "keyset" "Update secrets";
    SecretDelete "secret.delete" "keyset" "Delete secrets";
    IntegrationView "integration.view" "account" "View service integrations";
    IntegrationManage "integration.manage" "account" "Manage service integrations and their API keys";
    TwoFactorConfigureOwn "two_factor.configure_own" "account" "Configure one's own second factor";
    TwoFactorEnforce "two_factor.enforce" "account" "Require a second factor of all members";
    SsoConfigure "sso.configure" "account" "Configure single sign-on and SCIM";
    InvoiceView "invoice.view" "account" "View invoices";
    CostView "cost.view" "account" "View the current month's costs";
    BillingUpdate "billing.update" "account" "Update billing information";
    BillingPortalOpen "billing.portal.open" "account" "Open the payment provider's portal";
    BillingAlertManage "billing_alert.manage" "account" "Manage billing alerts";
    PlanManage "plan.manage" "account" "Manage the account's package";
    CreditView "credit.view" "account" "View prepaid credits";
    CreditPurchase "credit.purchase" "account" "Purchase prepaid credits";
    LimitNotificationReceive "limit_notification.receive" "account" "Receive limit notifications";
    AuditView "audit.view" "account" "View the audit log";
    ComplianceReportDownload "compliance_report.download" "account" "Download compliance reports";
    WebhookManage "webhook.manage" "account" "Manage event subscriptions";
}

/// A set of permissions of one model, a bit for each index.
#[derive(Clone, PartialEq, Eq, Default)]
pub struct PermissionSet(Vec<u64>);

impl PermissionSet {
    /// Whether the permission with that index is in it.
    pub fn contains(&self, index: u16) -> bool {
        self.0.get(usize::from(index >> 6)).is_some_and(|word| word >> (index & 63) & 1 == 1)
    }
    /// Adds one.
    pub fn insert(&mut self, index: u16) {
        let word = usize::from(index >> 6);
        if self.0.len() <= word {
            self.0.resize(word + 1, 0);
        }
        self.0[word] |= 1 << (index & 63);
    }
    /// Adds all of another set.
    pub fn extend(&mut self, other: &Self) {
        if self.0.len() < other.0.len() {
            self.0.resize(other.0.len(), 0);
        }
        for (mine, theirs) in self.0.iter_mut().zip(&other.0) {
            *mine |= theirs;
        }
    }
    /// Both together.
    #[must_use]
    pub fn union(&self, other: &Self) -> Self {
        let mut both = self.clone();
        both.extend(other);
        both
    }
    /// Whether nothing is in it.
    pub fn is_empty(&self) -> bool {
        self.0.iter().all(|word| *word == 0)
    }
    /// The indexes in it, rising.
    pub fn iter(&self) -> impl Iterator<Item = u16> + '_ {
        (0u16..).zip(&self.0).flat_map(|(at, word)| {
            (0..64u16).filter(move |bit| word >> bit & 1 == 1).map(move |bit| at * 64 + bit)
        })
    }
}

impl FromIterator<u16> for PermissionSet {
    fn from_iter<I: IntoIterator<Item = u16>>(indexes: I) -> Self {
        indexes.into_iter().fold(Self::default(), |mut set, index| {
            set.insert(index);
            set
        })
    }
}

impl std::fmt::Debug for PermissionSet {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_set().entries(self.iter()).finish()
    }
}
