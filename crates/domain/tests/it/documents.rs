//! What a document may say, and how a fault in one is told. In these texts `«` stands where the fault is to be found.

use bailiwick_domain::role_models::{BUILTIN, Change, ModelError, RoleModel, RoleModels, check, diff};

use crate::world::TRIAL;

const DOCUMENT: &str = r#"id = "library"
version = 1
title = "Library"
roles_per_member = "many"
base_permissions = ["account.view"]

[ownership]
role = "owner"
least = 1

[[resource_types]]
id = "book"
parents = ["app"]

[[permissions]]
id = "book.read"
title = "Read books"
types = ["book"]

[[roles]]
id = "owner"
title = "Owner"
scope = "account"
permissions = ["*"]
granted_by = ["owner"]

[[roles]]
id = "librarian"
title = "Librarian"
scope = "app"
permissions = ["app.view"]
includes = ["reader"]
granted_by = ["owner"]

[[roles]]
id = "reader"
title = "Reader"
scope = "book"
permissions = ["book.read"]
granted_by = ["librarian"]
invitable = true

[[roles]]
id = "guest"
title = "Guest"
scope = "app"
requires_any = ["reader"]
granted_by = ["owner"]

[[exclusions]]
role = "guest"
with = ["librarian"]
reach = "same_app"

[[tests]]
name = "a reader reads"
resources = { "app:1" = "account", "book:1" = "app:1" }
grants = [{ role = "reader", on = "book:1" }]
allow = ["book.read on book:1"]
"#;

/// The document with each of some texts replaced; the first time that each stands there.
fn changed(changes: &[(&str, &str)]) -> String {
    changes.iter().fold(DOCUMENT.to_owned(), |text, (from, to)| {
        assert!(text.contains(from), "{from}");
        text.replacen(from, to, 1)
    })
}

/// Takes the mark out: the text and the mark's line and column, from 1.
fn unmarked(marked: &str) -> (String, usize, usize) {
    let (before, _) = marked.split_once('«').unwrap_or_else(|| panic!("no mark in {marked}"));
    let line = before.matches('\n').count() + 1;
    let column = before.rsplit('\n').next().unwrap_or_default().chars().count() + 1;
    (marked.replacen('«', "", 1), line, column)
}

#[track_caller]
fn assert_fault(changes: &[(&str, &str)], message: &str) {
    let (text, line, column) = unmarked(&changed(changes));
    let errors = RoleModel::parse(&text).expect_err("the document has a fault");
    let told =
        |error: &ModelError| (error.line, error.column) == (line, column) && error.message.contains(message);
    assert!(errors.iter().any(told), "wanted {line}:{column} {message}, found {errors:#?}");
    assert!(
        errors[0].to_string().starts_with(&format!("line {}, column {}: ", errors[0].line, errors[0].column))
    );
}

#[test]
fn every_model_of_the_product_keeps_its_own_tests() {
    for text in BUILTIN.into_iter().chain([TRIAL, DOCUMENT]) {
        let (model, ran, failures) = check(text).unwrap_or_else(|errors| panic!("{errors:#?}"));
        assert!(failures.is_empty(), "{}: {failures:#?}", model.id());
        assert!(ran > 0, "{} has no tests", model.id());
    }
    assert_eq!(RoleModels::builtin().unwrap().iter().count(), 5);
}

#[test]
fn the_guide_s_example_keeps_its_own_tests() {
    let guide = include_str!("../../../../docs/role-models.md");
    let (example, _) = guide.split_once("```toml\n").unwrap().1.split_once("```").unwrap();
    let (_, ran, failures) = check(example).unwrap_or_else(|errors| panic!("{errors:#?}"));
    assert_eq!((ran, failures), (2, vec![]));
}

#[test]
fn an_unknown_name_is_told_with_its_place() {
    for (from, to, message) in [
        (r#"["librarian"]"#, r#"[«"janitor"]"#, "unknown role `janitor`"),
        (r#"requires_any = ["reader"]"#, r#"requires_any = [«"nobody"]"#, "unknown role `nobody`"),
        (r#"includes = ["reader"]"#, r#"includes = [«"nobody"]"#, "unknown role `nobody`"),
        (
            r#"includes = ["reader"]"#,
            r#"includes = [«{ role = "nobody", at = "account" }]"#,
            "unknown role `nobody`",
        ),
        (r#"role = "guest""#, r#"role = «"stranger""#, "unknown role `stranger`"),
        (r#"with = ["librarian"]"#, r#"with = ["reader", «"janitor"]"#, "unknown role `janitor`"),
        ("role = \"owner\"\nleast", "role = «\"boss\"\nleast", "unknown role `boss`"),
        (r#"["app.view"]"#, r#"["app.view", «"app.glance"]"#, "unknown permission `app.glance`"),
        (r#"["account.view"]"#, r#"[«"account.glance"]"#, "unknown permission `account.glance`"),
        (r#"scope = "book""#, r#"scope = «"shelf""#, "unknown resource type `shelf`"),
        (r#"types = ["book"]"#, r#"types = ["app", «"shelf"]"#, "unknown resource type `shelf`"),
        (
            r#"parents = ["app"]"#,
            r#"parents = [«"shelf"]"#,
            "the parent `shelf` is not declared before `book`",
        ),
        (r#"parents = ["app"]"#, r#"parents = [«"book"]"#, "the parent `book` is not declared before `book`"),
    ] {
        assert_fault(&[(from, to)], message);
    }
}

#[test]
fn what_is_no_document_is_told_with_its_place() {
    for (from, to, message) in [
        ("version = 1", "version = «", "string values must be quoted"),
        ("version = 1", "version = «\"one\"", "invalid type"),
        ("version = 1", "version = «0", "a version starts at 1"),
        ("roles_per_member", "«a_member_s_roles", "unknown field `a_member_s_roles`"),
        ("invitable = true", "«inviting = true", "unknown field `inviting`"),
        ("reach = \"same_app\"", "reach = «\"same_shelf\"", "unknown variant `same_shelf`"),
        ("\"many\"", "«\"some\"", "unknown variant `some`"),
        ("title = \"Reader\"\n", "", "missing field `title`"),
        ("allow = [", "permit = [", "unknown field `permit`"),
        // Of an inclusion in a wrong form, the list is told.
        (r#"["reader"]"#, r#"«[{ role = "reader", at = "app" }]"#, "expected a role's id or"),
        (r#"["reader"]"#, r#"«[{ role = "reader", on = "account" }]"#, "expected a role's id or"),
        ("id = \"reader\"", "id = \"reader\"\n«id = \"reader\"", "duplicate key"),
    ] {
        if to.contains('«') {
            assert_fault(&[(from, to)], message);
        } else {
            let errors = RoleModel::parse(&changed(&[(from, to)])).unwrap_err();
            assert!(errors[0].line > 1 && errors[0].message.contains(message), "{errors:?}");
        }
    }
}

#[test]
fn a_name_stands_once() {
    for (from, to, message) in [
        (r#"id = "guest""#, r#"id = «"reader""#, "the role `reader` stands twice"),
        (r#"id = "book""#, r#"id = «"app""#, "the resource type `app` stands twice"),
        (
            r#"id = "book.read""#,
            r#"id = «"app.view""#,
            "the permission `app.view` stands twice, or is the core's",
        ),
        (r#"["app.view"]"#, r#"["app.view", «"app.view"]"#, "the permission `app.view` stands twice here"),
        (
            r#"includes = ["reader"]"#,
            r#"includes = ["reader", «"reader"]"#,
            "the role `reader` is included twice here",
        ),
        (r#"with = ["librarian"]"#, r#"with = ["librarian", «"librarian"]"#, "stands twice"),
        (r#"with = ["librarian"]"#, r#"with = [«"guest"]"#, "the role `guest` can't exclude itself"),
    ] {
        assert_fault(&[(from, to)], message);
    }
    let mirrored = "reach = \"same_app\"\n\n[[exclusions]]\nrole = \"librarian\"\nwith = [«\"guest\"]\nreach = \"account\"";
    assert_fault(
        &[("reach = \"same_app\"", mirrored)],
        "the exclusion of `librarian` and `guest` stands twice",
    );
}

#[test]
fn an_id_has_its_form() {
    for (from, to) in [
        (r#"id = "library""#, r#"id = «"Library""#),
        (r#"id = "library""#, r#"id = «"""#),
        (r#"id = "book""#, r#"id = «"book.page""#),
        (r#"id = "book.read""#, r#"id = «"book..read""#),
        (r#"id = "book.read""#, r#"id = «"book-read""#),
        (r#"id = "reader""#, r#"id = «"1reader""#),
    ] {
        assert_fault(&[(from, to)], "is no id");
    }
}

#[test]
fn inclusions_run_in_no_circle() {
    let circle = [
        (r#"permissions = ["book.read"]"#, r#"includes = ["librarian"]"#),
        (r#"id = "librarian""#, r#"id = «"librarian""#),
    ];
    assert_fault(&circle, "roles include each other in a circle: librarian > reader > librarian");
    assert_fault(
        &[(r#"id = "guest""#, "id = «\"guest\"\nincludes = [\"guest\"]")],
        "in a circle: guest > guest",
    );
}

#[test]
fn what_is_included_can_be_held_where_it_is_included() {
    assert_fault(
        &[(r#"permissions = ["book.read"]"#, r#"includes = [«"guest"]"#), (r#"includes = ["reader"]"#, "")],
        "`guest` (at `app`) can't be held at `book`; write { role = \"guest\", at = \"account\" }",
    );
    assert_fault(
        &[(r#"includes = ["reader"]"#, r#"includes = [«{ role = "reader", at = "account" }]"#)],
        "`reader` is granted at `book`, so it can't be held at the account",
    );
}

#[test]
fn a_permission_that_never_applies_is_a_fault() {
    assert_fault(
        &[(r#"["app.view"]"#, r#"[«"app.create"]"#)],
        "`app.create` never applies at or below `app`",
    );
    assert_fault(&[(r#"["account.view"]"#, r#"[«"app.view"]"#)], "`app.view` does not apply to the account");
    assert_fault(
        &[(r#"types = ["book"]"#, "types = []"), (r#"id = "book.read""#, r#"id = «"book.read""#)],
        "applies to no resource type",
    );
    assert_fault(
        &[(r#"parents = ["app"]"#, "parents = []"), (r#"id = "book""#, r#"id = «"book""#)],
        "needs at least one parent",
    );
}

#[test]
fn the_owner_role_can_come_to_the_one_who_creates_an_account() {
    let owner = "role = \"owner\"\nleast";
    let marked = "role = «\"owner\"\nleast";
    let granted = "granted_by = [\"owner\"]\n";
    for (from, to, message) in [
        ("granted_by = [\"owner\"]\n", "granted_by = [\"owner\"]\ninvitable = true\n", "can't be invitable"),
        (granted, "granted_by = [\"librarian\"]\n", "can be granted by owners only"),
        ("scope = \"account\"", "scope = \"app\"", "must have the scope `account`"),
        (granted, "granted_by = [\"owner\"]\nrequires_any = [\"reader\"]\n", "can't require another"),
    ] {
        assert_fault(&[(owner, marked), (from, to)], message);
    }
    assert_fault(&[("least = 1", "least = «0")], "at least one owner");
    assert_fault(&[("least = 1", "least = «2")], "starts with one owner");
    assert_fault(&[("least = 1", "least = 1\nmost = «0")], "fewer than the least");
}

#[test]
fn a_prerequisite_that_no_one_can_meet_is_a_fault() {
    let message = "no one can ever hold `guest`";
    let guest = (r#"id = "guest""#, r#"id = «"guest""#);
    let requires = r#"requires_any = ["reader"]"#;
    assert_fault(&[guest, (requires, r#"requires_any = ["guest"]"#)], message);
    assert_fault(&[guest, (requires, r#"requires_any = ["librarian"]"#)], message);
    assert_fault(
        &[
            guest,
            (requires, r#"requires_any = ["owner"]"#),
            (r#"with = ["librarian"]"#, r#"with = ["librarian", "owner"]"#),
            ("\"same_app\"", "\"account\""),
        ],
        message,
    );
    let single = [("\"many\"", "\"one\""), guest];
    assert_fault(&single, "`guest` requires another role, but a member has just one");
}

#[test]
fn a_prerequisite_beside_an_exclusion_stands_while_one_bearer_is_left() {
    // A librarian includes a reader and is excluded; a reader alone is not.
    assert!(RoleModel::parse(DOCUMENT).is_ok());
    // Excluded in one app, but the account is above every app.
    let above = changed(&[(r#"requires_any = ["reader"]"#, r#"requires_any = ["owner"]"#)]);
    assert!(RoleModel::parse(&above).is_ok());
}

#[test]
fn an_exclusion_that_never_applies_is_a_fault() {
    let with = r#"with = ["librarian"]"#;
    assert_fault(
        &[(with, r#"with = [«"owner"]"#)],
        "the reach `same_app` never applies: `owner` is granted at `account`",
    );
    assert_fault(
        &[(with, r#"with = [«"librarian"]"#), ("\"same_app\"", "\"same_keyset\"")],
        "the reach `same_keyset` never applies",
    );
}

#[test]
fn a_role_that_no_one_can_grant_is_a_fault() {
    let reader = (r#"id = "reader""#, r#"id = «"reader""#);
    let message = "no one can ever grant `reader`";
    let by = r#"granted_by = ["librarian"]"#;
    assert_fault(&[reader, (by, "granted_by = []")], message);
    let alone = (r#"includes = ["reader"]"#, "");
    assert_fault(&[reader, alone, (by, r#"granted_by = ["reader"]"#)], message);
    let from_below = ("includes = [\"reader\"]\ngranted_by = [\"owner\"]", "granted_by = [\"reader\"]");
    let from_below = [from_below, (r#"id = "librarian""#, r#"id = «"librarian""#)];
    assert_fault(&from_below, "no one can ever grant `librarian`");
}

#[test]
fn a_role_may_be_granted_by_one_held_over_an_inclusion_on_the_account() {
    let more = r#"id = "reader"
title = "Reader"
scope = "book"
permissions = ["book.read"]
granted_by = ["librarian"]

[[roles]]
id = "clerk"
title = "Clerk"
scope = "account"
granted_by = ["chief"]

[[roles]]
id = "chief"
title = "Chief"
scope = "account"
granted_by = ["clerk"]"#;
    let reader = "id = \"reader\"\ntitle = \"Reader\"\nscope = \"book\"\npermissions = [\"book.read\"]\ngranted_by = [\"librarian\"]";
    let includes = r#"includes = ["reader", { role = "clerk", at = "account" }]"#;
    assert!(RoleModel::parse(&changed(&[(reader, more), (r#"includes = ["reader"]"#, includes)])).is_ok());
    let text = changed(&[(reader, more)]);
    assert_eq!(
        RoleModel::parse(&text).unwrap_err().len(),
        2,
        "neither can come to anyone without the inclusion"
    );
}

#[test]
fn every_fault_is_told_at_once() {
    let text = changed(&[
        (r#"["app.view"]"#, r#"["app.glance"]"#),
        (r#"scope = "book""#, r#"scope = "shelf""#),
        ("least = 1", "least = 0"),
    ]);
    assert_eq!(RoleModel::parse(&text).unwrap_err().len(), 3);
}

#[test]
fn a_decision_test_that_does_not_hold_is_told_with_its_place() {
    for (from, to, message) in [
        (
            r#"allow = ["book.read on book:1"]"#,
            r#"deny = ["app.view", «"book.read on book:1"]"#,
            "`book.read on book:1` is allowed",
        ),
        (r#"["book.read on book:1"]"#, r#"[«"app.view on book:1"]"#, "`app.view on book:1` is denied"),
        (r#"["book.read on book:1"]"#, r#"[«"book.burn on book:1"]"#, "unknown permission `book.burn`"),
        (r#"["book.read on book:1"]"#, r#"[«"book.read on book:2"]"#, "unknown resource `book:2`"),
        (
            r#"allow = ["book.read on book:1"]"#,
            r#"violates = «"role_exclusion""#,
            "expected `role_exclusion`, found: []",
        ),
        (r#""a reader reads""#, "«\"a reader reads\"\nallow = []\n[[tests]]\nname = \"other\"", ""),
    ] {
        let (text, line, column) = unmarked(&changed(&[(from, to)]));
        let (_, _, failures) = check(&text).unwrap_or_else(|errors| panic!("{errors:#?}"));
        if message.is_empty() {
            assert_eq!(failures, [], "a test may have a name alone");
        } else {
            let told: Vec<_> = failures
                .iter()
                .map(|failure| (failure.test.as_str(), failure.error.line, failure.error.column))
                .collect();
            assert_eq!(told, [("a reader reads", line, column)]);
            assert!(failures[0].error.message.contains(message), "{failures:?}");
        }
    }
}

#[test]
fn a_decision_test_whose_world_can_t_be_is_told() {
    for (from, to, message) in [
        (r#"on = "book:1""#, r#"on = "book:2""#, "unknown resource `book:2`"),
        (r#"role = "reader", on"#, r#"role = "guest", on"#, "the grants break rules: [\"invalid_grant\"]"),
        (r#""book:1" = "app:1""#, r#""book:1" = "account""#, "a `book` can't stand under a `account`"),
        (r#""book:1" = "app:1""#, r#""book:1" = "app:2""#, "unknown parent `app:2`"),
        (r#""book:1" = "app:1""#, r#""tome:1" = "app:1""#, "unknown resource type `tome`"),
        (r#""book:1" = "app:1""#, r#""book" = "app:1""#, "is not written `type:id`"),
    ] {
        let (_, _, failures) = check(&changed(&[(from, to)])).unwrap();
        assert!(failures[0].error.message.contains(message), "{failures:?}");
        assert_eq!(failures[0].error.line, 56, "at the test's name");
    }
}

#[test]
fn the_difference_of_two_versions_is_told_line_by_line() {
    let next = changed(&[
        ("version = 1", "version = 2"),
        ("least = 1", "least = 1\nmost = 3"),
        (r#"["app.view"]"#, r#"["app.settings.view"]"#),
        ("invitable = true", "invitable = false"),
        (r#"types = ["book"]"#, r#"types = ["app", "book"]"#),
        (r#"reach = "same_app""#, r#"reach = "account""#),
        (r#"requires_any = ["reader"]"#, r#"permissions = ["app.view"]"#),
        ("[\"account.view\"]", "[]"),
    ]);
    let (from, to) = (RoleModel::parse(DOCUMENT).unwrap(), RoleModel::parse(&next).unwrap());
    let lines: Vec<String> = diff(&from, &to).iter().map(ToString::to_string).collect();
    assert_eq!(
        lines,
        [
            "- guest: needs one of reader",
            "+ guest: app.view at its app",
            "- librarian: app.view at its app",
            "+ librarian: app.settings.view at its app",
            "- reader: may be put into an invitation",
            "- every member with a grant: account.view",
            "- guest excludes librarian (same_app)",
            "- owners: owner, 1 to any number",
            "- permission book.read at book",
            "+ guest excludes librarian (account)",
            "+ owners: owner, 1 to 3",
            "+ permission book.read at app, book",
        ]
    );
    assert_eq!(diff(&from, &from), []);
    let back: Vec<Change> = diff(&to, &from);
    assert_eq!(back.len(), lines.len());
}

#[test]
fn a_model_is_found_by_version_and_the_newest_without_one() {
    let mut models = RoleModels::builtin().unwrap();
    assert!(models.add(RoleModel::parse(DOCUMENT).unwrap()));
    assert!(!models.add(RoleModel::parse(DOCUMENT).unwrap()), "a version never changes");
    assert!(models.add(RoleModel::parse(&changed(&[("version = 1", "version = 12")])).unwrap()));
    let version = |wanted| {
        models.get("library", wanted).map(|model| model.version()).map_err(|unknown| unknown.to_string())
    };
    assert_eq!([version(None), version(Some(1))], [Ok(12), Ok(1)]);
    let known = "ably, arbify, library, pubnub, pubnub-classic, standard";
    assert_eq!(version(Some(2)), Err(format!("no role model `library` of version 2; known: {known}")));
    assert!(models.get("archive", None).is_err());
}
