//! What every store must do, as plain async functions: a case takes a store, works in accounts of its own, and panics
//! when the store falls short. `store_contract!` makes a test of each, one test a case. A case may share the store with
//! others that ran before it, but with none that runs at the same time.

#![expect(clippy::missing_panics_doc, reason = "to panic is how a case says no")]

pub mod access;
pub mod accounts;
pub mod audit;
pub mod challenges;
pub mod configuration;
pub mod connections;
pub mod fixtures;
pub mod grants;
pub mod idempotency;
pub mod identities;
pub mod integrations;
pub mod invitations;
pub mod jobs;
pub mod keys;
pub mod members;
pub mod outbox;
pub mod passkeys;
pub mod platform_keys;
pub mod rate_limits;
pub mod resources;
pub mod role_models;
pub mod secrets;
pub mod session_cache;
pub mod sessions;
pub mod two_factor;
pub mod units;
pub mod usage;
pub mod usage_limits;
pub mod users;

/// A test for each case of the contract. Takes an async function that answers a store and what must outlive it.
#[macro_export]
macro_rules! store_contract {
    ($open:ident) => {
        $crate::store_contract! { $open;
            units: a_commit_lasts_and_a_rollback_does_not, a_dropped_unit_is_undone, a_cancelled_unit_is_undone,
                a_reader_sees_only_what_is_committed, a_unit_that_reads_refuses_to_write,
                who_locks_an_account_excludes_others;
            users: a_user_is_found_by_id_and_by_address_in_any_case, an_address_is_taken_once,
                an_address_taken_at_once_goes_to_one, an_update_of_a_user_needs_the_version_before,
                a_password_is_set_and_a_user_is_removed;
            accounts: an_account_is_found_by_id, a_personal_account_is_made_once,
                an_update_raises_the_revision_with_what_decisions_read, unknown_accounts_are_passed_over_by_a_lock,
                models_in_use_are_each_named_once;
            sessions: a_session_is_found_until_it_ends, sessions_are_listed_by_id, expired_sessions_are_pruned,
                unseen_sessions_are_pruned,
                all_but_one_session_end, the_oldest_sessions_that_came_one_way_end, sessions_through_an_account_end, sessions_are_seen,
                places_of_sign_ins_are_known_until_they_are_forgotten, copies_are_distrusted_with_the_commit, units_that_distrust_copies_at_once_all_count;
            challenges: a_challenge_is_found_until_it_ends_or_is_taken,
                of_those_who_take_a_challenge_at_once_one_gets_it, tries_at_once_are_each_counted,
                challenges_go_with_their_time_and_their_user;
            two_factor: a_secret_is_begun_enabled_and_removed, a_step_is_accepted_once,
                of_those_who_prove_the_same_at_once_one_does, recovery_codes_are_each_taken_once,
                a_second_factor_shows_in_every_account_of_the_user, secrets_are_sealed_anew,
                second_factors_go_with_their_user;
            identities: an_identity_is_found_by_its_subject, an_identity_is_one_users_and_one_a_provider,
                identities_are_listed_by_provider_and_go_with_their_user;
            passkeys: a_passkey_is_found_by_its_user_and_by_its_credential,
                a_new_name_of_a_passkey_needs_the_version_before, a_count_goes_on_from_where_it_is,
                passkeys_are_listed_by_id_and_go_with_their_user;
            connections: an_account_has_one_connection, connections_by_saml_have_no_secret, what_was_said_is_spent_once,
                what_is_brought_at_once_is_spent_once, a_domain_is_proven_to_be_one_accounts,
                the_holder_of_a_domain_is_known_until_it_is_lost;
            role_models: a_fingerprint_is_kept_by_id_and_version;
            platform_keys: a_key_is_found_by_its_secret;
            invitations: an_invitation_is_found_in_its_account, an_address_is_invited_once_at_a_time,
                an_update_of_an_invitation_needs_the_version_before, invitations_are_listed_by_what_they_are_now,
                waiting_invitations_are_found_in_every_account;
            members: a_member_is_found_in_its_account, a_user_is_a_member_once, an_invited_member_becomes_a_user,
                an_update_of_a_member_needs_the_version_before, a_member_is_removed_with_its_grants,
                owners_are_found_in_every_state, a_cursor_stays_valid_while_members_come_and_go,
                members_are_listed_by_status_role_and_text, holders_of_a_role_are_listed_once,
                a_user_sees_the_accounts_they_are_in, where_a_user_is_active_under_a_model_is_known,
                who_was_shut_out_is_known_until_they_are_let_in,
                marks_of_who_was_seen_are_quiet, members_are_found_by_the_resource_they_hold_something_on;
            grants: grants_come_back_with_their_places, grants_are_replaced_as_a_whole,
                a_change_of_grants_raises_the_revision_once, grants_need_their_member,
                a_member_can_hold_hundreds_of_grants;
            resources: a_resource_is_found_with_its_path, an_account_is_its_own_place,
                a_name_is_taken_once_in_the_deployment, a_move_raises_the_revision_and_moves_what_is_below,
                a_resource_goes_with_what_is_below_it, resources_are_listed_under_their_parent,
                resources_are_searched_below_others;
            keys: a_key_is_found_in_its_keyset, an_update_of_a_key_needs_the_version_before,
                a_keys_secrets_are_replaced_as_a_whole, rotations_at_once_keep_the_bound,
                a_rotation_does_not_outlive_a_deletion, a_keys_facts_come_with_the_revision,
                keys_go_with_their_keyset, uses_of_keys_are_quiet, a_secret_is_hashed_anew;
            secrets: a_secret_is_found_in_its_keyset, secrets_are_listed_by_name_and_go_with_their_keyset,
                an_account_has_one_data_key, data_keys_are_sealed_anew;
            configuration: a_configuration_is_found_by_its_app_and_version,
                versions_are_listed_newest_first_and_go_with_their_app;
            integrations: an_integration_comes_back_with_its_grants_and_its_maker,
                an_update_of_an_integration_needs_the_version_before, integrations_are_listed_by_id_and_by_their_maker,
                facts_of_an_integration_come_with_its_maker_and_the_revision,
                a_key_is_found_with_the_hash_of_its_secret, a_use_of_a_key_is_noted_and_never_goes_back,
                an_integrations_key_is_hashed_anew,
                a_reminder_is_noted_once;
            access: a_members_facts_come_with_the_revision, holders_are_found_along_a_path,
                holders_of_a_large_account_are_paged, holders_are_of_one_account;
            audit: a_chain_grows_by_what_is_committed, thousands_of_events_are_one_units, a_chain_begins_with_its_account, an_event_must_follow_the_head,
                many_writers_make_one_chain, events_are_listed_newest_first, every_chain_is_visited_once,
                whoever_has_no_chain_is_found;
            outbox: a_message_is_claimed_until_its_lease_ends, a_message_is_done_or_tried_again,
                two_who_claim_at_once_never_get_the_same, a_message_is_queued_with_its_cause,
                who_lost_a_message_changes_nothing, a_dead_message_is_kept_until_it_is_revived,
                what_others_hold_is_not_taken_before_its_time, messages_are_listed_by_id;
            jobs: a_job_is_due_again_after_its_run, a_job_is_one_nodes_until_its_lease_ends,
                who_lost_a_job_changes_nothing, of_those_who_claim_a_job_at_once_one_gets_it;
            usage: records_are_remembered_by_their_name, a_thousand_records_are_remembered_together,
                what_is_brought_at_once_is_new_once, eight_writers_at_once_make_exact_sums,
                a_unit_that_is_undone_has_counted_nothing, points_are_read_by_range_and_page,
                a_unit_reads_what_it_added, a_sum_stops_at_the_largest_number, records_are_forgotten_after_their_time,
                buckets_of_long_ago_are_removed;
            usage_limits: limits_are_set_together, a_notice_is_new_once, of_those_who_note_at_once_one_is_told,
                many_are_noted_together, notices_are_forgotten;
            idempotency: the_first_answer_is_kept, a_claim_that_failed_is_no_claim,
                a_claim_waits_for_the_first_to_commit, old_requests_are_pruned;
        }
    };
    ($open:ident; $($capability:ident: $($case:ident),+;)+) => {$(
        mod $capability {
            $(
                #[tokio::test]
                async fn $case() {
                    let (store, _kept) = super::$open().await;
                    $crate::contract::$capability::$case(&store).await;
                }
            )+
        }
    )+};
}
