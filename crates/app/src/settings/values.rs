//! Reads the sources of settings into named values. The rules of single settings are not here.

use std::collections::{BTreeMap, HashMap};
use std::ffi::OsString;
use std::path::{Path, PathBuf};

use config::{Config, Environment, File, FileFormat, Value, ValueKind};

use super::SettingsError;

const PREFIX: &str = "BAILIWICK_";
/// The variable that names the file; in the file it makes no sense.
const CONFIG: &str = "BAILIWICK_CONFIG";
/// Variables for who tests Bailiwick.
const TEST_PREFIX: &str = "BAILIWICK_TEST_";

/// Every setting.
pub const KEYS: &[&str] = &[
    "app_configuration_schema",
    "cors_origins",
    "data_dir",
    "database_connections",
    "database_url",
    "decision_cache_mib",
    "decision_max_age_ms",
    "dns_server",
    "forwarded_header",
    "listen",
    "log",
    "log_format",
    "mail_from",
    "otlp_endpoint",
    "password_memory_kib",
    "password_passes",
    "providers",
    "providers_file",
    "public_url",
    "rate_limits",
    "redis_url",
    "request_timeout_seconds",
    "role_models_dir",
    "secret_key",
    "secret_key_previous",
    "session_idle_seconds",
    "session_lifetime_seconds",
    "smtp_ca_file",
    "smtp_url",
    "sso_private_networks",
    "trace_ratio",
    "trusted_proxies",
];

/// The variables that begin like settings.
#[derive(Debug, Default)]
pub struct Variables(BTreeMap<String, String>);

impl Variables {
    pub fn of_process() -> Result<Self, SettingsError> {
        Self::new(std::env::vars_os())
    }

    pub fn new(all: impl IntoIterator<Item = (OsString, OsString)>) -> Result<Self, SettingsError> {
        let ours = all.into_iter().filter_map(|(name, value)| Some((name.into_string().ok()?, value)));
        let ours = ours.filter(|(name, _)| name.starts_with(PREFIX));
        let read = |(name, value): (String, OsString)| match value.into_string() {
            Ok(value) => Ok((name, value)),
            Err(_) => Err(SettingsError::Encoding(name)),
        };
        ours.map(read).collect::<Result<_, _>>().map(Self)
    }

    pub fn config_file(&self) -> Option<PathBuf> {
        self.0.get(CONFIG).filter(|path| !path.is_empty()).map(PathBuf::from)
    }

    fn is_setting(name: &str) -> bool {
        name.strip_prefix(PREFIX).is_some_and(|rest| KEYS.iter().any(|key| key.to_uppercase() == rest))
    }

    pub fn unknown(&self) -> Vec<String> {
        let known = |name: &str| name == CONFIG || name.starts_with(TEST_PREFIX) || Self::is_setting(name);
        self.0.keys().filter(|name| !known(name)).cloned().collect()
    }

    fn source(&self) -> Environment {
        let settings = self.0.iter().filter(|(name, _)| Self::is_setting(name));
        Environment::with_prefix("BAILIWICK")
            .prefix_separator("_")
            .separator("__")
            .ignore_empty(true)
            .source(Some(settings.map(|(name, value)| (name.clone(), value.clone())).collect()))
    }
}

fn invalid(setting: &'static str, rule: &str) -> SettingsError {
    SettingsError::Invalid { setting, rule: rule.to_owned() }
}

/// What the sources say together.
pub struct Values(HashMap<String, Value>);

impl Values {
    pub fn read(file: Option<(&Path, &str)>, variables: &Variables) -> Result<Self, SettingsError> {
        let syntax = |error: config::ConfigError| match file {
            Some((path, _)) => SettingsError::Syntax(format!("{}: {error}", path.display())),
            None => SettingsError::Syntax(error.to_string()),
        };
        let mut builder = Config::builder();
        if let Some((_, text)) = file {
            builder = builder.add_source(File::from_str(text, FileFormat::Toml));
        }
        let config = builder.add_source(variables.source()).build().map_err(syntax)?;
        let values: HashMap<String, Value> = config.try_deserialize().map_err(syntax)?;
        let mut unknown: Vec<_> =
            values.keys().filter(|key| !KEYS.contains(&key.as_str())).cloned().collect();
        unknown.sort();
        match file {
            Some((path, _)) if !unknown.is_empty() => {
                Err(SettingsError::Unknown(path.to_owned(), unknown.join(", ")))
            }
            _ => Ok(Self(values)),
        }
    }

    pub fn text(&mut self, setting: &'static str) -> Result<Option<String>, SettingsError> {
        let Some(value) = self.0.remove(setting) else { return Ok(None) };
        match value.into_string() {
            Ok(text) => Ok(Some(text.trim().to_owned())),
            Err(_) => Err(invalid(setting, "must be one value, not a list or a table")),
        }
    }

    pub fn parsed<T>(
        &mut self,
        setting: &'static str,
        rule: &str,
        parse: impl FnOnce(&str) -> Option<T>,
    ) -> Result<Option<T>, SettingsError> {
        let Some(text) = self.text(setting)? else { return Ok(None) };
        parse(&text).map(Some).ok_or_else(|| invalid(setting, rule))
    }

    pub fn path(&mut self, setting: &'static str) -> Result<Option<PathBuf>, SettingsError> {
        let path = |text: &str| (!text.is_empty()).then(|| PathBuf::from(text));
        self.parsed(setting, "must be a path", path)
    }

    pub fn number(
        &mut self,
        setting: &'static str,
        least: u64,
        most: u64,
    ) -> Result<Option<u64>, SettingsError> {
        let in_range = |text: &str| text.parse().ok().filter(|number| (least..=most).contains(number));
        self.parsed(setting, &format!("must be a whole number from {least} to {most}"), in_range)
    }

    /// Tables of texts, as the file has them; none is empty.
    pub fn tables(&mut self, setting: &'static str) -> Result<Vec<BTreeMap<String, String>>, SettingsError> {
        // What is wrong may stand beside a secret, so nothing of it is shown.
        let wrong = || invalid(setting, "must be tables of texts, each begun with [[providers]]");
        let Some(value) = self.0.remove(setting) else { return Ok(Vec::new()) };
        let tables = value.into_array().map_err(|_| wrong())?;
        let text = |(key, value): (String, Value)| match value.kind {
            ValueKind::String(text) => Ok((key, text)),
            _ => Err(wrong()),
        };
        let table = |value: Value| value.into_table().map_err(|_| wrong())?.into_iter().map(text).collect();
        tables.into_iter().map(table).collect()
    }

    /// The tables of a file that a setting names.
    pub fn tables_of_file(
        &mut self,
        setting: &'static str,
        key: &'static str,
    ) -> Result<Vec<BTreeMap<String, String>>, SettingsError> {
        let Some(path) = self.path(setting)? else { return Ok(Vec::new()) };
        let text = std::fs::read_to_string(&path)
            .map_err(|error| invalid(setting, &format!("must be a file that can be read: {error}")))?;
        let file = Config::builder().add_source(File::from_str(&text, FileFormat::Toml)).build();
        let values = file.and_then(Config::try_deserialize::<HashMap<String, Value>>);
        let mut values = Self(values.map_err(|_| invalid(setting, "must be a file of TOML"))?);
        let tables = values.tables(key)?;
        if values.0.is_empty() { Ok(tables) } else { Err(invalid(setting, "must hold [[providers]] alone")) }
    }

    /// A list, or a text with commas; none is empty.
    pub fn list(&mut self, setting: &'static str) -> Result<Vec<String>, SettingsError> {
        let values = match self.0.remove(setting) {
            None => return Ok(Vec::new()),
            Some(Value { kind: ValueKind::Array(values), .. }) => {
                values.into_iter().map(Value::into_string).collect()
            }
            Some(value) => value.into_string().map(|text| text.split(',').map(str::to_owned).collect()),
        };
        let texts: Vec<String> = values.map_err(|_| invalid(setting, "must be a list of texts"))?;
        Ok(texts.iter().map(|text| text.trim().to_owned()).filter(|text| !text.is_empty()).collect())
    }
}
