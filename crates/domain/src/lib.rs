//! What is true without computers: entities, value objects, ids, rules and the role-model engine. Pure: no async, no
//! clock, no randomness, no database or HTTP type.

pub mod access;
pub mod accounts;
pub mod audit;
pub mod challenges;
pub mod configuration;
pub mod connections;
pub mod effects;
pub mod grants;
pub mod identities;
pub mod ids;
pub mod integrations;
pub mod invitations;
pub mod jobs;
pub mod key_expiry;
pub mod key_text;
pub mod keys;
pub mod keysets;
pub mod members;
pub mod outbox;
pub mod ownership;
pub mod passkeys;
pub mod permissions;
pub mod platform_keys;
pub mod resources;
pub mod role_models;
pub mod secrets;
pub mod sessions;
pub mod text;
pub mod time;
pub mod two_factor;
pub mod usage;
pub mod usage_limits;
pub mod users;
pub mod violations;
