//! `cargo xtask layers`: holds the workspace to its shape. `domain <- ports <- usecases <- adapter-http <- app`, and
//! `ports <- every other adapter <- app`; adapters never see each other. A new crate that is no adapter gets its layer
//! here, or the check fails.

use std::fs;

use toml::{Table, Value};

use crate::process::Outcome;
use crate::workspace::{Member, Workspace};

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Kind {
    Normal,
    Build,
    Dev,
}

/// One crate of the workspace depends on another.
#[derive(Clone, PartialEq, Eq, Debug)]
struct Edge {
    from: String,
    to: String,
    kind: Kind,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Layer {
    Domain,
    Ports,
    UseCases,
    Http,
    Adapter,
    App,
    /// Made from the API document alone.
    Client,
    /// Looks at the product from outside, and nothing depends on it.
    Outside,
}

/// What tests of use cases and of the API may stand on besides their own layer's.
const TEST_ADAPTERS: [&str; 4] = [
    "bailiwick-adapter-seaorm",
    "bailiwick-adapter-local",
    "bailiwick-adapter-redis",
    "bailiwick-adapter-webauthn",
];

pub fn run(workspace: &Workspace, _args: &[String]) -> Outcome {
    let mut found = violations(&edges(workspace));
    for member in &workspace.members {
        let manifest = fs::read_to_string(&member.manifest_path)
            .map_err(|error| format!("cannot read the manifest of {}: {error}", member.name))?;
        found.extend(manifest_violations(&member.name, &manifest));
    }
    if found.is_empty() {
        println!("    {} crates keep to their layers", workspace.members.len());
        return Ok(());
    }
    for line in &found {
        println!("    {line}");
    }
    Err(format!("{} breaches of the workspace's shape, listed above", found.len()).into())
}

fn edges(workspace: &Workspace) -> Vec<Edge> {
    let is_member = |name: &str| workspace.members.iter().any(|member| member.name == name);
    let of_member = |member: &Member| -> Vec<Edge> {
        let inside = member.dependencies.iter().filter(|dependency| is_member(&dependency.name));
        inside
            .map(|dependency| Edge {
                from: member.name.clone(),
                to: dependency.name.clone(),
                kind: match dependency.kind.as_deref() {
                    None => Kind::Normal,
                    Some("build") => Kind::Build,
                    Some(_) => Kind::Dev,
                },
            })
            .collect()
    };
    workspace.members.iter().flat_map(of_member).collect()
}

fn layer(name: &str) -> Option<Layer> {
    match name {
        "bailiwick-domain" => Some(Layer::Domain),
        "bailiwick-ports" => Some(Layer::Ports),
        "bailiwick-usecases" => Some(Layer::UseCases),
        "bailiwick-adapter-http" => Some(Layer::Http),
        "bailiwick" => Some(Layer::App),
        "bailiwick-client" => Some(Layer::Client),
        "bailiwick-tests" | "bailiwick-bench" | "xtask" => Some(Layer::Outside),
        _ => name.starts_with("bailiwick-adapter-").then_some(Layer::Adapter),
    }
}

fn may_see(from: Layer, to: Layer) -> bool {
    match from {
        Layer::Domain | Layer::Client => false,
        Layer::Outside => to == Layer::Client,
        Layer::Ports => to == Layer::Domain,
        Layer::UseCases | Layer::Adapter => matches!(to, Layer::Domain | Layer::Ports),
        Layer::Http => matches!(to, Layer::Domain | Layer::Ports | Layer::UseCases),
        Layer::App => !matches!(to, Layer::Client | Layer::Outside),
    }
}

fn sees(from: Layer) -> &'static str {
    match from {
        Layer::Domain => "the domain sees no other crate",
        Layer::Client => "the client is made from the API document and sees no other crate",
        Layer::Outside => "it looks at the product from outside, and sees the client alone",
        Layer::Ports => "ports see the domain alone",
        Layer::UseCases => "use cases see domain and ports",
        Layer::Adapter => "an adapter sees domain and ports, never another adapter",
        Layer::Http => "adapter-http sees domain, ports and usecases",
        Layer::App => "nothing depends on tests, bench or xtask, and the server not on its client",
    }
}

/// The rule: one line for each edge that must not be.
fn violations(edges: &[Edge]) -> Vec<String> {
    edges.iter().filter_map(violation).collect()
}

fn violation(edge: &Edge) -> Option<String> {
    let Edge { from, to, kind } = edge;
    let unknown = |name: &str| Some(format!("{name} has no layer: name it in xtask/src/layers.rs"));
    let Some(from_layer) = layer(from) else { return unknown(from) };
    let Some(to_layer) = layer(to) else { return unknown(to) };
    let dev = *kind == Kind::Dev;
    // A crate's tests may name the crate itself, with another feature.
    let itself = dev && from == to;
    let stands_on =
        dev && matches!(from_layer, Layer::UseCases | Layer::Http) && TEST_ADAPTERS.contains(&to.as_str());
    if itself || stands_on || may_see(from_layer, to_layer) {
        return None;
    }
    let kind = match kind {
        Kind::Normal => "",
        Kind::Build => " to build",
        Kind::Dev => " in tests",
    };
    Some(format!("{from} must not depend on {to}{kind}: {}", sees(from_layer)))
}

/// What a member's manifest must say: versions from the workspace, and its lints.
fn manifest_violations(member: &str, manifest: &str) -> Vec<String> {
    let table: Table = match manifest.parse() {
        Ok(table) => table,
        Err(error) => return vec![format!("{member}: its manifest is not understood: {error}")],
    };
    let mut found: Vec<String> = dependency_tables(&table)
        .into_iter()
        .flatten()
        .filter(|(_, dependency)| !is_from_workspace(dependency))
        .map(|(name, _)| {
            format!("{member}: `{name}` must take its version from the workspace (`{name}.workspace = true`)")
        })
        .collect();
    if !table.get("lints").is_some_and(is_from_workspace) {
        found.push(format!("{member}: `[lints] workspace = true` is missing"));
    }
    found
}

fn is_from_workspace(value: &Value) -> bool {
    value.get("workspace").and_then(Value::as_bool) == Some(true)
}

/// Every table of dependencies in a manifest, those of single targets included.
fn dependency_tables(manifest: &Table) -> Vec<&Table> {
    const NAMES: [&str; 3] = ["dependencies", "dev-dependencies", "build-dependencies"];
    let targets = manifest.get("target").and_then(Value::as_table);
    let of_targets = targets.into_iter().flat_map(Table::values).filter_map(Value::as_table);
    std::iter::once(manifest)
        .chain(of_targets)
        .flat_map(|table| NAMES.iter().filter_map(|name| table.get(*name)?.as_table()))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::{Edge, Kind, manifest_violations, violations};

    fn edge(from: &str, kind: Kind, to: &str) -> Edge {
        Edge { from: from.to_owned(), to: to.to_owned(), kind }
    }

    fn refused(from: &str, kind: Kind, to: &str) -> bool {
        !violations(&[edge(from, kind, to)]).is_empty()
    }

    #[test]
    fn the_shape_of_the_workspace_is_allowed() {
        let allowed = [
            edge("bailiwick-ports", Kind::Normal, "bailiwick-domain"),
            edge("bailiwick-usecases", Kind::Normal, "bailiwick-domain"),
            edge("bailiwick-usecases", Kind::Normal, "bailiwick-ports"),
            edge("bailiwick-adapter-http", Kind::Normal, "bailiwick-usecases"),
            edge("bailiwick-adapter-seaorm", Kind::Normal, "bailiwick-ports"),
            edge("bailiwick-adapter-redis", Kind::Normal, "bailiwick-domain"),
            edge("bailiwick", Kind::Normal, "bailiwick-adapter-http"),
            edge("bailiwick", Kind::Normal, "bailiwick-adapter-redis"),
            edge("bailiwick", Kind::Build, "bailiwick-domain"),
        ];
        assert_eq!(violations(&allowed), Vec::<String>::new());
    }

    #[test]
    fn an_edge_against_the_current_is_refused() {
        assert!(refused("bailiwick-domain", Kind::Normal, "bailiwick-ports"));
        assert!(refused("bailiwick-ports", Kind::Normal, "bailiwick-usecases"));
        assert!(refused("bailiwick-usecases", Kind::Normal, "bailiwick-adapter-http"));
        assert!(refused("bailiwick-usecases", Kind::Build, "bailiwick-adapter-local"));
        assert!(refused("bailiwick-adapter-http", Kind::Normal, "bailiwick"));
    }

    #[test]
    fn adapters_never_see_each_other() {
        assert!(refused("bailiwick-adapter-redis", Kind::Normal, "bailiwick-adapter-local"));
        assert!(refused("bailiwick-adapter-seaorm", Kind::Dev, "bailiwick-adapter-local"));
        assert!(refused("bailiwick-adapter-http", Kind::Normal, "bailiwick-adapter-seaorm"));
        assert!(refused("bailiwick-adapter-seaorm", Kind::Normal, "bailiwick-usecases"));
    }

    #[test]
    fn tests_of_use_cases_and_of_the_api_may_stand_on_a_real_store() {
        for from in ["bailiwick-usecases", "bailiwick-adapter-http"] {
            assert!(!refused(from, Kind::Dev, "bailiwick-adapter-seaorm"));
            assert!(!refused(from, Kind::Dev, "bailiwick-adapter-local"));
            assert!(refused(from, Kind::Normal, "bailiwick-adapter-seaorm"));
            assert!(refused(from, Kind::Dev, "bailiwick-adapter-smtp"));
        }
        assert!(refused("bailiwick-ports", Kind::Dev, "bailiwick-adapter-local"));
    }

    #[test]
    fn nothing_depends_on_tests_bench_or_xtask_nor_they_on_the_product() {
        assert!(refused("bailiwick", Kind::Normal, "bailiwick-tests"));
        assert!(refused("bailiwick", Kind::Normal, "bailiwick-bench"));
        assert!(refused("bailiwick-bench", Kind::Normal, "bailiwick-usecases"));
        assert!(refused("bailiwick", Kind::Dev, "xtask"));
        assert!(refused("bailiwick-tests", Kind::Dev, "bailiwick-domain"));
    }

    #[test]
    fn a_crate_without_a_layer_is_named() {
        let lines = violations(&[edge("bailiwick-extra", Kind::Normal, "bailiwick-domain")]);
        assert_eq!(lines, ["bailiwick-extra has no layer: name it in xtask/src/layers.rs"]);
    }

    #[test]
    fn a_message_says_who_whom_and_why() {
        let lines = violations(&[edge("bailiwick-domain", Kind::Dev, "bailiwick-ports")]);
        let expected =
            "bailiwick-domain must not depend on bailiwick-ports in tests: the domain sees no other crate";
        assert_eq!(lines, [expected]);
    }

    #[test]
    fn a_manifest_of_workspace_versions_and_lints_is_good() {
        let manifest = "
            [dependencies]
            serde.workspace = true
            tokio = { workspace = true, features = ['fs'] }
            [lints]
            workspace = true
        ";
        assert_eq!(manifest_violations("x", manifest), Vec::<String>::new());
    }

    #[test]
    fn a_version_of_its_own_is_found_in_every_table() {
        let manifest = "
            [dependencies]
            a = '1'
            [dev-dependencies]
            b = { version = '1' }
            [build-dependencies]
            c = { path = '../c' }
            [target.'cfg(unix)'.dependencies]
            d = { workspace = false }
            [lints]
            workspace = true
        ";
        assert_eq!(manifest_violations("x", manifest).len(), 4);
    }

    #[test]
    fn missing_lints_are_found() {
        assert_eq!(manifest_violations("x", ""), ["x: `[lints] workspace = true` is missing"]);
    }
}
