//! Migrations, in order. Forward only: a released one is never changed, and one that removes comes a release after the one
//! that made it needless.

use sea_orm_migration::{MigrationTrait, MigratorTrait};

mod m0001_foundation;
mod m0002_queues;
mod m0003_role_models;
mod m0004_challenges;
mod m0005_two_factor;
mod m0006_passkeys;
mod m0007_identities;
mod m0008_sso;
mod m0009_saml;
mod m0010_keys;
mod m0011_usage;
mod m0012_app_configuration;
mod m0013_integrations;
mod m0014_shut_out;
mod statistics;
mod table;

/// All of them.
pub(crate) struct Migrator;

impl MigratorTrait for Migrator {
    fn migrations() -> Vec<Box<dyn MigrationTrait>> {
        vec![
            Box::new(m0001_foundation::Migration),
            Box::new(m0002_queues::Migration),
            Box::new(m0003_role_models::Migration),
            Box::new(m0004_challenges::Migration),
            Box::new(m0005_two_factor::Migration),
            Box::new(m0006_passkeys::Migration),
            Box::new(m0007_identities::Migration),
            Box::new(m0008_sso::Migration),
            Box::new(m0009_saml::Migration),
            Box::new(m0010_keys::Migration),
            Box::new(m0011_usage::Migration),
            Box::new(m0012_app_configuration::Migration),
            Box::new(m0013_integrations::Migration),
            Box::new(m0014_shut_out::Migration),
        ]
    }
}
