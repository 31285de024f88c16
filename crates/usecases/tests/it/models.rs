//! A role model with what the built-in ones leave out: types of its own, roles that only some may grant, a most of two.

pub const WORKSHOP: &str = r#"
id = "workshop"
version = 1
title = "Workshop"
roles_per_member = "many"
base_permissions = ["account.view"]

[ownership]
role = "owner"
least = 1
most = 2

[[resource_types]]
id = "shelf"
parents = ["account", "app"]

[[resource_types]]
id = "box"
parents = ["shelf"]

[[permissions]]
id = "box.open"
title = "Open boxes"
types = ["shelf", "box"]

[[roles]]
id = "owner"
title = "Owner"
scope = "account"
permissions = ["*"]
granted_by = ["owner"]

[[roles]]
id = "chief"
title = "Chief"
scope = "account"
permissions = ["member.view", "member.invite", "member.remove", "member.roles.change"]
granted_by = ["owner"]
invitable = true

[[roles]]
id = "clerk"
title = "Clerk"
scope = "account"
permissions = ["member.view", "member.invite", "member.roles.change"]
granted_by = ["owner"]
invitable = true

[[roles]]
id = "steward"
title = "Steward"
scope = "account"
permissions = ["member.view"]
granted_by = ["chief", "owner"]

[[roles]]
id = "lead"
title = "Lead"
scope = "app"
permissions = ["app.settings.manage"]
granted_by = ["chief", "owner"]
invitable = true

[[roles]]
id = "app-keeper"
title = "App keeper"
scope = "app"
permissions = ["app.view"]
granted_by = ["chief", "owner", "lead"]
invitable = true

[[roles]]
id = "keeper"
title = "Keeper"
scope = "shelf"
permissions = ["box.open"]
granted_by = ["chief", "owner"]
invitable = true

[[roles]]
id = "watcher"
title = "Watcher"
scope = "keyset"
permissions = ["key.view"]
granted_by = ["chief", "owner"]
invitable = true

[[roles]]
id = "auditor"
title = "Auditor"
scope = "account"
permissions = ["audit.view"]
requires_any = ["watcher"]
granted_by = ["chief", "owner"]
invitable = true

[[exclusions]]
role = "keeper"
with = ["app-keeper"]
reach = "same_app"

[[tests]]
name = "a keeper opens boxes"
resources = { "shelf:1" = "account", "box:1" = "shelf:1" }
grants = [{ role = "keeper", on = "shelf:1" }]
allow = ["box.open on box:1"]
deny = ["member.view"]
"#;
