//! What is done by the clock, by one node of all.

/// Something that one node of all does from time to time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Job {
    /// Removing sessions that ended.
    PruneSessions,
    /// Removing sessions that nobody used for long.
    PruneUnseenSessions,
    /// Removing answers to requests that no one repeats any more.
    PruneAnswers,
    /// Removing challenges that can be answered no more.
    PruneChallenges,
    /// Forgetting places that users signed in from long ago.
    PruneSources,
    /// Sealing under the deployment's present key what an older one sealed.
    Reseal,
    /// The same of the secrets of accounts' own single sign-on.
    ResealConnections,
    /// The same of accounts' data keys.
    ResealDataKeys,
    /// Forgetting which records of usage were counted, and which limits were told of.
    PruneUsageRecords,
    /// Removing what was used in minutes and hours of long ago.
    PruneUsageSums,
    /// Reminding makers of service integrations of keys that expire soon.
    RemindOfKeys,
}

impl Job {
    /// All of them.
    pub const ALL: [Self; 11] = [
        Self::PruneSessions,
        Self::PruneUnseenSessions,
        Self::PruneAnswers,
        Self::PruneChallenges,
        Self::PruneSources,
        Self::Reseal,
        Self::ResealConnections,
        Self::ResealDataKeys,
        Self::PruneUsageRecords,
        Self::PruneUsageSums,
        Self::RemindOfKeys,
    ];

    /// By what it is stored.
    pub fn name(self) -> &'static str {
        match self {
            Self::PruneSessions => "prune_sessions",
            Self::PruneUnseenSessions => "prune_unseen_sessions",
            Self::PruneAnswers => "prune_answers",
            Self::PruneChallenges => "prune_challenges",
            Self::PruneSources => "prune_sources",
            Self::Reseal => "reseal",
            Self::ResealConnections => "reseal_connections",
            Self::ResealDataKeys => "reseal_data_keys",
            Self::PruneUsageRecords => "prune_usage_records",
            Self::PruneUsageSums => "prune_usage_sums",
            Self::RemindOfKeys => "remind_of_keys",
        }
    }

    /// How long after a run it is due again, in seconds.
    pub fn every_seconds(self) -> i64 {
        match self {
            Self::PruneSessions | Self::PruneAnswers | Self::PruneChallenges => 600,
            Self::PruneSources
            | Self::PruneUnseenSessions
            | Self::PruneUsageRecords
            | Self::PruneUsageSums => 24 * 3600,
            Self::Reseal | Self::ResealConnections | Self::ResealDataKeys | Self::RemindOfKeys => 3600,
        }
    }
}
