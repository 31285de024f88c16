//! The setting of the providers by which users sign in.

use std::collections::{BTreeMap, BTreeSet};

use bailiwick_adapter_oidc::{Kind, ProviderSettings};
use bailiwick_domain::identities::ProviderName;
use bailiwick_ports::identity_providers::ClientSecret;

use super::values::Values;
use super::{SettingsError, url};

const GOOGLE: &str = "https://accounts.google.com";
const GITHUB: [&str; 2] = ["https://github.com", "https://api.github.com"];

fn wrong(rule: impl Into<String>) -> SettingsError {
    SettingsError::Invalid { setting: "providers", rule: rule.into() }
}

impl Values {
    pub fn providers(&mut self) -> Result<Vec<ProviderSettings>, SettingsError> {
        let mut tables = self.tables("providers")?;
        tables.extend(self.tables_of_file("providers_file", "providers")?);
        let providers = tables.into_iter().map(provider).collect::<Result<Vec<_>, _>>()?;
        let mut names = BTreeSet::new();
        match providers.iter().find(|provider| !names.insert(&provider.name)) {
            Some(twice) => Err(wrong(format!("must not name `{}` twice", twice.name))),
            None => Ok(providers),
        }
    }
}

fn provider(mut table: BTreeMap<String, String>) -> Result<ProviderSettings, SettingsError> {
    let name = table.remove("name").ok_or_else(|| wrong("must each have a name"))?;
    let name = ProviderName::try_from(name).map_err(|rule| wrong(format!("have a name that {rule}")))?;
    let needed = |value: Option<String>, key: &str| {
        let value = value.filter(|value| !value.is_empty());
        value.ok_or_else(|| wrong(format!("must have a `{key}`, which `{name}` has not")))
    };
    let client_id = needed(table.remove("client_id"), "client_id")?;
    let client_secret = ClientSecret::new(needed(table.remove("client_secret"), "client_secret")?);
    let checked = |text: String, key: &str| {
        url(&text)
            .map(|_| text)
            .ok_or_else(|| wrong(format!("need an http or https URL as the {key} of `{name}`")))
    };
    let kind = match (name.as_str(), table.remove("issuer")) {
        ("github", None) => {
            let [site, api] = [("url", GITHUB[0]), ("api_url", GITHUB[1])]
                .map(|(key, usual)| checked(table.remove(key).unwrap_or_else(|| usual.to_owned()), key));
            let trimmed = |text: String| text.trim_end_matches('/').to_owned();
            Kind::GitHub { url: trimmed(site?), api_url: trimmed(api?) }
        }
        ("google", issuer) => Kind::Oidc { issuer: issuer.unwrap_or_else(|| GOOGLE.to_owned()) },
        (_, issuer) => Kind::Oidc { issuer: checked(needed(issuer, "issuer")?, "issuer")? },
    };
    match table.keys().next() {
        Some(key) => Err(wrong(format!("have a key that is none: `{key}` of `{name}`"))),
        None => Ok(ProviderSettings { name, kind, client_id, client_secret }),
    }
}
