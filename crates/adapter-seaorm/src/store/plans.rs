//! What statements cost: none goes through a whole table, and each operation takes few.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex};

use bailiwick_domain::ids::KeyId;
use bailiwick_domain::resources::Place;
use bailiwick_ports::Store;
use bailiwick_ports::contract::fixtures::{
    APP_ADMIN, KEYSET_ADMIN, app, at, attempt, commit, facts, give, grant, grow, invitation, invited, join,
    judged, keyset, owner_grant, place, read, revision, scene, user,
};
use bailiwick_ports::contract::{
    access, audit, challenges, configuration, connections, idempotency, identities, integrations,
    invitations, jobs, keys, members, outbox, passkeys, resources, role_models, secrets, sessions,
    two_factor, usage, usage_limits, users,
};
use bailiwick_ports::members::MemberFilter;
use sea_orm::{ConnectionTrait, Statement};
use tempfile::TempDir;

use super::SqlStore;
use crate::SqlOptions;

type Watched = Arc<Mutex<Vec<Statement>>>;

async fn watched() -> (SqlStore, Watched, TempDir) {
    let folder = tempfile::tempdir().expect("a folder");
    let store = SqlStore::open(SqlOptions::file(folder.path().join("db"))).await.expect("a store");
    let watched = Watched::default();
    for pool in [store.writing.pool(), &*store.readers, &*store.access.confirming] {
        let seen = watched.clone();
        pool.watch(move |statement| seen.lock().unwrap().push(statement.clone()));
    }
    (store, watched, folder)
}

/// Statements that may go through a whole table, and why.
const MAY_SCAN: &[&str] = &[
    // Once at start: every model that is named.
    "SELECT DISTINCT \"accounts\".\"role_model\"",
    // Metrics: all of what waits is counted.
    "SELECT COUNT(*) - COUNT(dead_at) AS waiting",
    // The audit of all chains, page by page along the primary key.
    "SELECT kind, id, access_revision, audit_seq, audit_hash FROM heads ORDER BY kind, id LIMIT",
    // The same audit: every account and every user is looked at once.
    "SELECT 'account' AS kind, a.id FROM accounts",
    // The walks over records and series, page by page along the primary key.
    "SELECT account_id, name FROM usage_records ORDER BY account_id, name LIMIT",
    "SELECT account_id, scope_id, metric FROM usage_sums ORDER BY account_id, scope_id, metric LIMIT",
    "DELETE FROM usage_records WHERE counted_at < $1",
    // Once at start: the role models that were met.
    "SELECT id, version, fingerprint FROM role_models",
];

#[tokio::test]
async fn no_statement_goes_through_a_whole_table() {
    let (store, watched, _folder) = watched().await;
    configuration::a_configuration_is_found_by_its_app_and_version(&store).await;
    configuration::versions_are_listed_newest_first_and_go_with_their_app(&store).await;
    integrations::an_integration_comes_back_with_its_grants_and_its_maker(&store).await;
    integrations::integrations_are_listed_by_id_and_by_their_maker(&store).await;
    integrations::facts_of_an_integration_come_with_its_maker_and_the_revision(&store).await;
    integrations::a_key_is_found_with_the_hash_of_its_secret(&store).await;
    integrations::a_use_of_a_key_is_noted_and_never_goes_back(&store).await;
    integrations::a_reminder_is_noted_once(&store).await;
    members::members_are_listed_by_status_role_and_text(&store).await;
    members::a_user_sees_the_accounts_they_are_in(&store).await;
    members::where_a_user_is_active_under_a_model_is_known(&store).await;
    members::marks_of_who_was_seen_are_quiet(&store).await;
    members::members_are_found_by_the_resource_they_hold_something_on(&store).await;
    members::an_invited_member_becomes_a_user(&store).await;
    members::a_member_is_removed_with_its_grants(&store).await;
    members::who_was_shut_out_is_known_until_they_are_let_in(&store).await;
    resources::a_resource_is_found_with_its_path(&store).await;
    resources::a_resource_goes_with_what_is_below_it(&store).await;
    resources::resources_are_listed_under_their_parent(&store).await;
    resources::resources_are_searched_below_others(&store).await;
    access::holders_are_found_along_a_path(&store).await;
    two_factor::a_second_factor_shows_in_every_account_of_the_user(&store).await;
    two_factor::secrets_are_sealed_anew(&store).await;
    two_factor::recovery_codes_are_each_taken_once(&store).await;
    passkeys::a_passkey_is_found_by_its_user_and_by_its_credential(&store).await;
    passkeys::a_count_goes_on_from_where_it_is(&store).await;
    passkeys::passkeys_are_listed_by_id_and_go_with_their_user(&store).await;
    audit::events_are_listed_newest_first(&store).await;
    audit::every_chain_is_visited_once(&store).await;
    audit::whoever_has_no_chain_is_found(&store).await;
    role_models::a_fingerprint_is_kept_by_id_and_version(&store).await;
    invitations::invitations_are_listed_by_what_they_are_now(&store).await;
    invitations::waiting_invitations_are_found_in_every_account(&store).await;
    invitations::an_invitation_is_found_in_its_account(&store).await;
    jobs::a_job_is_due_again_after_its_run(&store).await;
    outbox::a_message_is_done_or_tried_again(&store).await;
    outbox::a_dead_message_is_kept_until_it_is_revived(&store).await;
    outbox::what_others_hold_is_not_taken_before_its_time(&store).await;
    idempotency::the_first_answer_is_kept(&store).await;
    idempotency::old_requests_are_pruned(&store).await;
    sessions::sessions_are_listed_by_id(&store).await;
    sessions::expired_sessions_are_pruned(&store).await;
    sessions::unseen_sessions_are_pruned(&store).await;
    sessions::all_but_one_session_end(&store).await;
    sessions::the_oldest_sessions_that_came_one_way_end(&store).await;
    sessions::sessions_through_an_account_end(&store).await;
    sessions::sessions_are_seen(&store).await;
    sessions::places_of_sign_ins_are_known_until_they_are_forgotten(&store).await;
    identities::an_identity_is_found_by_its_subject(&store).await;
    identities::an_identity_is_one_users_and_one_a_provider(&store).await;
    identities::identities_are_listed_by_provider_and_go_with_their_user(&store).await;
    connections::an_account_has_one_connection(&store).await;
    connections::a_domain_is_proven_to_be_one_accounts(&store).await;
    connections::the_holder_of_a_domain_is_known_until_it_is_lost(&store).await;
    challenges::tries_at_once_are_each_counted(&store).await;
    challenges::challenges_go_with_their_time_and_their_user(&store).await;
    users::a_user_is_found_by_id_and_by_address_in_any_case(&store).await;
    keys::a_key_is_found_in_its_keyset(&store).await;
    keys::an_update_of_a_key_needs_the_version_before(&store).await;
    keys::a_keys_secrets_are_replaced_as_a_whole(&store).await;
    keys::a_keys_facts_come_with_the_revision(&store).await;
    keys::uses_of_keys_are_quiet(&store).await;
    keys::a_secret_is_hashed_anew(&store).await;
    secrets::a_secret_is_found_in_its_keyset(&store).await;
    secrets::secrets_are_listed_by_name_and_go_with_their_keyset(&store).await;
    secrets::an_account_has_one_data_key(&store).await;
    secrets::data_keys_are_sealed_anew(&store).await;
    usage::a_thousand_records_are_remembered_together(&store).await;
    usage::points_are_read_by_range_and_page(&store).await;
    usage::a_unit_reads_what_it_added(&store).await;
    usage::records_are_forgotten_after_their_time(&store).await;
    usage::buckets_of_long_ago_are_removed(&store).await;
    usage_limits::limits_are_set_together(&store).await;
    usage_limits::notices_are_forgotten(&store).await;

    let seen = std::mem::take(&mut *watched.lock().unwrap());
    let distinct: BTreeMap<String, Statement> = seen.into_iter().map(|it| (it.sql.clone(), it)).collect();
    assert!(distinct.len() > 60, "{}", distinct.len());
    for (sql, mut statement) in distinct {
        statement.sql = format!("EXPLAIN QUERY PLAN {sql}");
        let steps = store.writing.pool().line().query_all_raw(statement).await.unwrap();
        let plan: Vec<String> = steps.iter().map(|step| step.try_get("", "detail").unwrap()).collect();
        if std::env::var_os("SHOW_PLANS").is_some() {
            println!("{sql}\n    {}\n", plan.join("\n    "));
        }
        let whole = |step: &&String| {
            let table = step.strip_prefix("SCAN ").and_then(|rest| rest.split(' ').next());
            let is_small =
                |table: &str| IS_SMALL.contains(&table) || table.starts_with(|c: char| c.is_ascii_digit());
            table.is_some_and(|table| !is_small(table))
        };
        let scanned: Vec<_> = plan.iter().filter(whole).collect();
        assert!(
            scanned.is_empty() || MAY_SCAN.iter().any(|start| sql.starts_with(start)),
            "{sql}\n{plan:#?}"
        );
    }
}

/// What a statement made itself: a page of ids, a way up or down, values that it was given.
const IS_SMALL: &[&str] =
    &["p", "picked", "held", "up", "down", "down2", "few", "many", "seen", "used", "CONSTANT"];

#[tokio::test]
async fn each_operation_takes_few_statements() {
    let (store, watched, _folder) = watched().await;
    let scene = scene(&store).await;
    let account = scene.account.id;
    let whole = Place::account(account);
    let app = app(account);
    let keyset = keyset(&app);
    grow(&store, &[&app, &keyset]).await;
    let at_keyset = place(&keyset, &place(&app, &whole));
    let deep = join(&store, account, "Deep").await;
    give(&store, &deep, vec![grant(KEYSET_ADMIN, &at_keyset), grant(APP_ADMIN, &place(&app, &whole))]).await;
    let flat = join(&store, account, "Flat").await;
    give(&store, &flat, vec![owner_grant(account)]).await;
    let count = || std::mem::take(&mut *watched.lock().unwrap()).len();

    count();
    read(&store, async |unit| unit.members().find(account, flat.id).await).await;
    assert_eq!(count(), 1, "a member who holds something on the account only");
    read(&store, async |unit| unit.members().find(account, deep.id).await).await;
    assert_eq!(count(), 1, "a member who holds something below it");
    read(&store, async |unit| unit.members().list(account, &MemberFilter::default(), None, 50).await).await;
    assert_eq!(count(), 1, "a page of members");
    facts(&store, &deep).await;
    assert_eq!(count(), 1, "what a decision reads of a member");
    let key = keyset.name.key().expect("a key");
    store.access().path(key).await.expect("a path");
    assert_eq!(count(), 1, "what a decision reads of a resource");
    store.access().key(KeyId::new(keyset.key)).await.expect("a key, or none");
    assert_eq!(count(), 1, "what a verification reads of a key");
    store.access().account(account).await.expect("an account");
    revision(&store, account).await;
    assert_eq!(count(), 2, "what a decision reads of an account, and its revision");

    let new = invited(account, user("New").email);
    let open = invitation(&new, scene.owner.id);
    let grants = judged(&new, vec![grant(KEYSET_ADMIN, &at_keyset)]);
    let invite = async |unit: &mut dyn bailiwick_ports::UnitOfWork| {
        unit.accounts().lock(&[account]).await?;
        unit.members().insert(&new).await?;
        unit.members().put_grants(account, &grants).await?;
        unit.invitations().insert(&open).await
    };
    commit(&store, invite).await;
    assert_eq!(count(), 4, "an invitation: lock, member, grants, invitation");
    let grants = judged(&flat, vec![owner_grant(account), grant(KEYSET_ADMIN, &at_keyset)]);
    attempt(&store, async |unit| {
        unit.accounts().lock(&[account]).await?;
        unit.members().put_grants(account, &grants).await
    })
    .await
    .expect("a change of grants");
    assert_eq!(count(), 5, "a change of grants: lock, version, delete, insert, head");
    commit(&store, async |unit| unit.members().mark_seen(&[(account, scene.user.id, at(1)); 100]).await)
        .await;
    assert_eq!(count(), 1, "a hundred marks");
}
