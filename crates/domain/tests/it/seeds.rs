//! The tables of the source documents, row by row, through decisions and judgements.

use std::collections::BTreeSet;

use bailiwick_domain::role_models::RoleModel;
use bailiwick_domain::time::Window;

use crate::world::{allows, broken, grant, granted, model, places, places_of};

fn cells(line: &str) -> Vec<&str> {
    line.split('|').map(str::trim).collect()
}

/// Each row `what | permission | a mark for each role`: a tick is allowed everywhere, a dash nowhere.
fn check_ticks(model: &RoleModel, roles: &[&str], table: &str) -> usize {
    for row in table.lines() {
        let cells = cells(row);
        assert_eq!(cells.len(), 2 + roles.len(), "{row}");
        for (role, mark) in roles.iter().zip(&cells[2..]) {
            for place in places() {
                let allowed = allows(model, &[grant(role, "account")], cells[1], &place, 0);
                assert_eq!(
                    allowed,
                    *mark == "✓",
                    "{role}: {} ({}) on {:?}",
                    cells[0],
                    cells[1],
                    place.name()
                );
            }
        }
    }
    table.lines().count()
}

#[test]
fn ably_s_roles_have_what_its_table_ticks() {
    let rows = check_ticks(
        &model("ably"),
        &["developer", "billing", "admin", "owner"],
        "View all apps | app.view | ✓ | ✓ | ✓ | ✓
        View app configuration | app.configuration.view | ✓ | – | ✓ | ✓
        View app settings | app.settings.view | ✓ | – | ✓ | ✓
        View app statistics | app.statistics.view | ✓ | ✓ | ✓ | ✓
        View account statistics | account.statistics.view | ✓ | ✓ | ✓ | ✓
        Configure own 2FA | two_factor.configure_own | ✓ | – | ✓ | ✓
        Invite new users | member.invite | – | – | ✓ | ✓
        Remove existing users | member.remove | – | – | ✓ | ✓
        Manage API keys | key.manage | – | – | ✓ | ✓
        Manage app configuration | app.configuration.manage | – | – | ✓ | ✓
        Manage app settings | app.settings.manage | – | – | ✓ | ✓
        Create apps | app.create | – | – | ✓ | ✓
        Receive limit notifications | limit_notification.receive | – | – | ✓ | ✓
        Configure single sign-on | sso.configure | – | – | – | ✓
        Enforce 2FA | two_factor.enforce | – | – | – | ✓
        View invoices | invoice.view | – | ✓ | – | ✓
        Update billing information | billing.update | – | ✓ | – | ✓
        Manage account package | plan.manage | – | – | – | ✓",
    );
    assert_eq!(rows, 18);
}

#[test]
fn ably_s_roles_have_what_its_table_leaves_open_as_decided() {
    let rows = check_ticks(
        &model("ably"),
        &["developer", "billing", "admin", "owner"],
        "View API keys | key.view | ✓ | – | ✓ | ✓
        View integrations | integration.view | ✓ | – | ✓ | ✓
        Change roles | member.roles.change | – | – | ✓ | ✓
        See the account | account.view | ✓ | ✓ | ✓ | ✓
        See members | member.view | ✓ | ✓ | ✓ | ✓
        View keyset statistics | keyset.statistics.view | ✓ | ✓ | ✓ | ✓
        View the audit log | audit.view | – | – | ✓ | ✓
        Manage integrations | integration.manage | – | – | ✓ | ✓
        Manage webhooks | webhook.manage | – | – | ✓ | ✓
        Create secrets | secret.create | – | – | ✓ | ✓
        Update secrets | secret.update | – | – | ✓ | ✓
        Delete secrets | secret.delete | – | – | ✓ | ✓
        View costs | cost.view | – | ✓ | – | ✓
        Open the billing portal | billing.portal.open | – | ✓ | – | ✓
        Manage billing alerts | billing_alert.manage | – | ✓ | – | ✓
        View credits | credit.view | – | ✓ | – | ✓
        Purchase credits | credit.purchase | – | ✓ | – | ✓
        Manage account settings | account.settings.manage | – | – | – | ✓
        Download compliance reports | compliance_report.download | – | – | – | ✓",
    );
    assert_eq!(18 + rows, model("ably").permissions().len(), "each permission has a row");
}

#[test]
fn a_user_of_ably_may_have_each_of_its_roles_at_once() {
    let roles = ["developer", "billing", "admin", "owner"];
    assert_eq!(broken(&model("ably"), &roles.map(|role| grant(role, "account"))), [""; 0]);
    assert_eq!(broken(&model("ably"), &[]), [""; 0]);
}

#[test]
fn arbify_s_roles_have_what_its_table_ticks() {
    let rows = check_ticks(
        &model("arbify"),
        &["viewer", "user", "admin", "owner"],
        "View reports | report.view | ✓ | ✓ | ✓ | ✓
        Print reports | report.print | ✓ | ✓ | ✓ | ✓
        Generate reports | report.generate | – | ✓ | ✓ | ✓
        Manage the purchase of report credits | credit.purchase | – | – | ✓ | ✓
        Invite users | member.invite | – | – | ✓ | ✓
        Update roles | member.roles.change | – | – | ✓ | ✓
        Remove users | member.remove | – | – | ✓ | ✓
        Update the organisation's name | account.settings.manage | – | – | – | ✓
        The billing portal | billing.portal.open | – | – | – | ✓
        Subscriptions | plan.manage | – | – | – | ✓
        Banking details | billing.update | – | – | – | ✓
        Invoices | invoice.view | – | – | – | ✓
        See the account | account.view | ✓ | ✓ | ✓ | ✓
        Configure own second factor | two_factor.configure_own | ✓ | ✓ | ✓ | ✓
        View credits | credit.view | – | ✓ | ✓ | ✓
        View account statistics | account.statistics.view | – | ✓ | ✓ | ✓
        View app statistics | app.statistics.view | – | ✓ | ✓ | ✓
        View keyset statistics | keyset.statistics.view | – | ✓ | ✓ | ✓
        See members | member.view | – | – | ✓ | ✓
        View the audit log | audit.view | – | – | ✓ | ✓
        Receive limit notifications | limit_notification.receive | – | – | ✓ | ✓",
    );
    assert_eq!(rows, 21);
}

#[test]
fn everything_else_in_arbify_is_the_owner_s_alone() {
    let arbify = model("arbify");
    let account = &places()[0];
    let admins: Vec<&str> = arbify
        .permissions()
        .iter()
        .map(|permission| permission.id.as_str())
        .filter(|permission| allows(&arbify, &[grant("admin", "account")], permission, account, 0))
        .collect();
    assert_eq!(admins.len(), 16, "{admins:?}");
    for permission in arbify.permissions() {
        assert!(
            allows(&arbify, &[grant("owner", "account")], &permission.id, account, 0),
            "{}",
            permission.id
        );
    }
}

#[test]
fn a_user_of_arbify_has_exactly_one_role() {
    let arbify = model("arbify");
    let roles = ["viewer", "user", "admin", "owner"];
    assert_eq!(broken(&arbify, &[]), ["single_role"]);
    for one in roles {
        assert_eq!(broken(&arbify, &[grant(one, "account")]), [""; 0]);
        for other in roles.into_iter().filter(|other| *other != one) {
            assert_eq!(broken(&arbify, &[grant(one, "account"), grant(other, "account")]), ["single_role"]);
        }
    }
}

#[test]
fn a_user_of_arbify_is_invited_as_anything_but_owner_and_active_once() {
    let arbify = model("arbify");
    let invitable: Vec<&str> =
        arbify.roles().iter().filter(|role| role.invitable).map(|role| role.id.as_str()).collect();
    assert_eq!(invitable, ["viewer", "user", "admin"]);
    assert!(arbify.one_active_account());
}

/// What a role has by the rows `role | what | here or account | permissions`, where `@role` is all that a role has.
fn expected(table: &str, role: &str) -> [BTreeSet<String>; 2] {
    let mut sets = [BTreeSet::new(), BTreeSet::new()];
    for row in table.lines().map(cells).filter(|row| row[0] == role) {
        let on_account = usize::from(match row[2] {
            "here" => false,
            "account" => true,
            other => panic!("{other}"),
        });
        for permission in row[3].split_whitespace() {
            if let Some(other) = permission.strip_prefix('@') {
                let [here, account] = expected(table, other);
                sets[on_account].extend(here);
                sets[1].extend(account);
            } else {
                sets[on_account].insert(permission.to_owned());
            }
        }
    }
    sets
}

/// Every role at every place of its scope allows, anywhere, exactly what its rows say and what every member has.
fn check_rows(model: &RoleModel, table: &str) {
    let everything = |permission: &str, set: &BTreeSet<String>| set.contains("*") || set.contains(permission);
    let named: BTreeSet<&str> = table.lines().map(|row| cells(row)[0]).collect();
    for role in model.roles() {
        assert!(named.contains(role.id.as_str()), "no row tells of {}", role.id);
        let [here, account] = expected(table, &role.id);
        for on in places_of(model.type_id(role.scope)) {
            let grants = [granted(&role.id, on.clone(), Window::ALWAYS)];
            for permission in model.permissions().iter().map(|permission| permission.id.as_str()) {
                for asked in places() {
                    let base = ["account.view", "two_factor.configure_own"].contains(&permission);
                    let expected = base
                        || everything(permission, &account)
                        || (everything(permission, &here) && asked.within(on.key()));
                    let allowed = allows(model, &grants, permission, &asked, 0);
                    assert_eq!(
                        allowed,
                        expected,
                        "{} at {:?}: {permission} on {:?}",
                        role.id,
                        on.name(),
                        asked.name()
                    );
                }
            }
        }
    }
}

#[test]
fn pubnub_s_roles_have_what_their_descriptions_say() {
    check_rows(
        &model("pubnub"),
        "account-owner | Full control over the account | here | *
        account-admin | Full control over the account | here | *
        app-viewer | All permissions of Functions Viewer | account | @functions-viewer
        app-viewer | Access app | here | app.view app.configuration.view app.settings.view
        app-viewer | View keys (secret key excluded) | here | key.view
        app-viewer | Observe app usage | here | app.statistics.view keyset.statistics.view
        app-viewer | View Functions Deployments on app level | here | functions.deployment.view
        app-admin | All permissions of App Viewer | here | @app-viewer
        app-admin | All permissions of Functions Developer | account | @functions-developer
        app-admin | Modify app and its keys | here | app.configuration.manage app.settings.manage key.manage
        app-admin | Create, view and edit Functions Deployments | here | functions.deployment.create functions.deployment.view functions.deployment.edit
        keyset-viewer | All permissions of Functions Viewer | account | @functions-viewer
        keyset-viewer | Access key information (secret key excluded) | here | key.view
        keyset-viewer | Observe key usage | here | keyset.statistics.view
        keyset-viewer | View Functions Deployments on keyset level | here | functions.deployment.view
        keyset-admin | All permissions of Key Viewer | here | @keyset-viewer
        keyset-admin | All permissions of Functions Developer | account | @functions-developer
        keyset-admin | Modify key | here | key.manage
        keyset-admin | Create, update, delete secrets | here | secret.create secret.update secret.delete
        keyset-admin | Create, view and edit Functions Deployments | here | functions.deployment.create functions.deployment.view functions.deployment.edit
        functions-developer | Create, edit, delete packages | here | functions.package.create functions.package.edit functions.package.delete
        functions-developer | Create, edit, delete functions | here | functions.function.create functions.function.edit functions.function.delete
        functions-developer | Manage functions for the entire account | here | functions.view functions.manage
        functions-developer | Who edits code can read it | here | functions.code.view
        functions-viewer | View functions for the entire account | here | functions.view
        functions-viewer | Provides access to view code | here | functions.code.view
        business-insights | View Insights dashboards | here | insights.dashboard.view
        business-insights | Edit dashboard settings | here | insights.dashboard.edit
        bizops-objects-operator | Manage members, member memberships | here | bizops.member.manage bizops.member_membership.manage
        bizops-objects-operator | Channels, channel memberships | here | bizops.channel.manage bizops.channel_membership.manage
        bizops-objects-operator | Presence rules | here | bizops.presence_rule.manage
        illuminate-admin | Business Objects | here | illuminate.business_object.view illuminate.business_object.create illuminate.business_object.edit
        illuminate-admin | Dashboards | here | illuminate.dashboard.view illuminate.dashboard.create illuminate.dashboard.edit
        illuminate-admin | Decisions | here | illuminate.decision.view illuminate.decision.create illuminate.decision.edit",
    );
}

/// The document's table of mutually exclusive roles: `role | role (reach), …`.
const EXCLUSIVE: &str = "account-admin | app-admin, app-viewer, keyset-admin, keyset-viewer, business-insights, bizops-objects-operator, functions-viewer, functions-developer, illuminate-admin
    app-admin | account-admin, app-viewer (same app), keyset-admin (same app), keyset-viewer (same app)
    app-viewer | account-admin, app-admin (same app), keyset-viewer (same app)
    keyset-admin | account-admin, app-admin (same app), keyset-viewer (same keyset)
    keyset-viewer | account-admin, app-admin (same app), app-viewer (same app), keyset-admin (same keyset)
    business-insights | account-admin
    bizops-objects-operator | account-admin
    functions-developer | account-admin, functions-viewer
    functions-viewer | account-admin, functions-developer
    illuminate-admin | account-admin";

/// The kind of resource that two grants must share to exclude each other; `account` is shared by all.
fn exclusive(one: &str, other: &str) -> Option<&'static str> {
    let row = EXCLUSIVE.lines().map(cells).find(|row| row[0] == one)?;
    row[1].split(", ").find_map(|with| match with.split_once(" (") {
        None => (with == other).then_some("account"),
        Some((role, "same app)")) => (role == other).then_some("app"),
        Some((role, "same keyset)")) => (role == other).then_some("keyset"),
        Some((_, reach)) => panic!("{reach}"),
    })
}

#[test]
fn pubnub_s_roles_exclude_each_other_as_its_table_says_and_in_no_other_way() {
    let pubnub = model("pubnub");
    let mut excluded = 0;
    for one in pubnub.roles() {
        for other in pubnub.roles().iter().filter(|other| other.id != one.id) {
            let shared = exclusive(&one.id, &other.id);
            assert_eq!(shared, exclusive(&other.id, &one.id), "the table is symmetric");
            for here in places_of(pubnub.type_id(one.scope)) {
                for there in places_of(pubnub.type_id(other.scope)) {
                    let meet = shared.is_some_and(|kind| {
                        here.nearest(kind).is_some() && here.nearest(kind) == there.nearest(kind)
                    });
                    let always = Window::ALWAYS;
                    let pair =
                        [granted(&one.id, here.clone(), always), granted(&other.id, there.clone(), always)];
                    let found = broken(&pubnub, &pair);
                    let wanted: &[&str] = if meet { &["role_exclusion"] } else { &[] };
                    assert_eq!(
                        found,
                        wanted,
                        "{} at {:?}, {} at {:?}",
                        one.id,
                        here.name(),
                        other.id,
                        there.name()
                    );
                    excluded += usize::from(meet);
                }
            }
        }
    }
    assert!(excluded > 50, "{excluded}");
}

#[test]
fn pubnub_s_exclusions_reach_the_same_app_and_keyset_only() {
    for (one, here, other, there, excluded) in [
        ("app-admin", "app:1", "app-viewer", "app:1", true),
        ("app-admin", "app:1", "app-viewer", "app:2", false),
        ("app-admin", "app:1", "keyset-viewer", "keyset:1a", true),
        ("app-admin", "app:1", "keyset-viewer", "keyset:2a", false),
        ("app-admin", "app:1", "keyset-admin", "keyset:1b", true),
        ("app-viewer", "app:1", "keyset-viewer", "keyset:1a", true),
        ("app-viewer", "app:1", "keyset-admin", "keyset:1a", false),
        ("keyset-admin", "keyset:1a", "keyset-viewer", "keyset:1a", true),
        ("keyset-admin", "keyset:1a", "keyset-viewer", "keyset:1b", false),
        ("functions-developer", "account", "functions-viewer", "account", true),
        ("functions-developer", "account", "app-viewer", "app:1", false),
        ("account-admin", "account", "bizops-objects-operator", "keyset:2a", true),
        ("account-owner", "account", "illuminate-admin", "account", false),
    ] {
        let wanted: &[&str] = if excluded { &["role_exclusion"] } else { &[] };
        let pair = [grant(one, here), grant(other, there)];
        assert_eq!(broken(&model("pubnub"), &pair), wanted, "{one} at {here}, {other} at {there}");
        let [first, second] = pair;
        assert_eq!(broken(&model("pubnub"), &[second, first]), wanted, "{other} at {there}, {one} at {here}");
    }
}

#[test]
fn pubnub_classic_s_roles_have_what_their_descriptions_say() {
    check_rows(
        &model("pubnub-classic"),
        "account-admin | Full control over the account | here | *
        app-admin | All permissions of App Viewer | here | @app-viewer
        app-admin | Modify app and its keys | here | app.configuration.manage app.settings.manage key.manage
        app-viewer | Access app | here | app.view app.configuration.view app.settings.view
        app-viewer | View keys (secret key excluded) | here | key.view
        app-viewer | Observe app usage | here | app.statistics.view keyset.statistics.view
        keyset-admin | All permissions of Key Viewer | here | @keyset-viewer
        keyset-admin | Modify key | here | key.manage
        keyset-viewer | Access key information (secret key excluded) | here | key.view
        keyset-viewer | Observe key usage | here | keyset.statistics.view
        functions-developer-app | All permissions of Functions Operator for an App | here | @functions-operator-app
        functions-developer-app | Manage functions for entire app and its keys | here | functions.manage
        functions-developer-app | Control over all app functions and modules | here | functions.module.create functions.module.edit functions.module.delete functions.function.create functions.function.edit functions.function.delete
        functions-developer-keyset | All permissions of Functions Operator for a Keyset | here | @functions-operator-keyset
        functions-developer-keyset | Create, edit, delete modules | here | functions.module.create functions.module.edit functions.module.delete
        functions-developer-keyset | Create, edit, delete functions | here | functions.function.create functions.function.edit functions.function.delete
        functions-operator-app | Manage modules for the entire app | here | functions.module.manage functions.module.start functions.module.stop functions.module.restart
        functions-operator-keyset | Start, stop, restart modules | here | functions.module.start functions.module.stop functions.module.restart
        functions-viewer-app | All permissions of Functions Viewer for Keyset | here | @functions-viewer-keyset
        functions-viewer-app | View functions for entire app | here | functions.view
        functions-viewer-keyset | View code for functions | here | functions.code.view
        pubnub-insights | View Insights dashboards | here | insights.dashboard.view
        pubnub-insights | Edit dashboard settings | here | insights.dashboard.edit
        bizops-objects-operator | Users, User Memberships | here | bizops.member.manage bizops.member_membership.manage
        bizops-objects-operator | Channels, Channel Memberships | here | bizops.channel.manage bizops.channel_membership.manage
        bizops-objects-operator | Presence Rules | here | bizops.presence_rule.manage
        illuminate-admin | Business Objects | here | illuminate.business_object.view illuminate.business_object.create illuminate.business_object.edit
        illuminate-admin | Dashboards | here | illuminate.dashboard.view illuminate.dashboard.create illuminate.dashboard.edit
        illuminate-admin | Decisions | here | illuminate.decision.view illuminate.decision.create illuminate.decision.edit",
    );
}

#[test]
fn pubnub_classic_s_functions_viewer_for_a_keyset_needs_one_of_roles_2_to_6_there() {
    let classic = model("pubnub-classic");
    let roles_2_to_6 =
        ["app-admin", "app-viewer", "keyset-admin", "keyset-viewer", "functions-developer-app"];
    let viewer = grant("functions-viewer-keyset", "keyset:1a");
    assert_eq!(broken(&classic, std::slice::from_ref(&viewer)), ["role_prerequisite"]);
    for role in classic.roles().iter().filter(|role| role.id != viewer.role) {
        for on in places_of(classic.type_id(role.scope)) {
            let serves = roles_2_to_6.contains(&role.id.as_str()) && viewer.place.within(on.key());
            let wanted: &[&str] = if serves { &[] } else { &["role_prerequisite"] };
            let name = on.name();
            let other = granted(&role.id, on, Window::ALWAYS);
            assert_eq!(broken(&classic, &[viewer.clone(), other.clone()]), wanted, "{} at {name:?}", role.id);
            assert_eq!(broken(&classic, &[other, viewer.clone()]), wanted, "{} at {name:?}", role.id);
        }
    }
}

#[test]
fn ownership_is_as_the_documents_say() {
    for (id, role, most) in [
        ("standard", "owner", None),
        ("ably", "owner", Some(1)),
        ("arbify", "owner", None),
        ("pubnub", "account-owner", Some(1)),
        ("pubnub-classic", "account-admin", None),
    ] {
        let ownership = model(id).ownership();
        assert_eq!(
            (model(id).owner_role().id.as_str(), ownership.least, ownership.most),
            (role, 1, most),
            "{id}"
        );
        let not_invitable: Vec<String> =
            model(id).roles().iter().filter(|role| !role.invitable).map(|role| role.id.clone()).collect();
        assert_eq!(not_invitable, [role], "{id}");
    }
}
