//! The settings: from a file, then from the environment, each checked once. What they do is not decided here.

use std::fs;
use std::io;
use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use std::path::{Path, PathBuf};

use bailiwick_adapter_http::ForwardedHeader;
use bailiwick_adapter_local::Cost;
use bailiwick_adapter_oidc::ProviderSettings;
use bailiwick_adapter_redis::{InvalidRedisUrl, RedisUrl};
use bailiwick_adapter_seaorm::SqlOptions;
use bailiwick_adapter_smtp::{InvalidSender, Sender, SmtpServer};
use bailiwick_ports::StoreError;
use bailiwick_usecases::configuration::Schema;
use ipnet::IpNet;
use poem::http::Uri;

use crate::log::{LogFilter, LogFormat};
use crate::system::SecretKey;

mod providers;
mod values;

use values::{Values, Variables};

const DAY: u64 = 24 * 3600;
const YEAR: u64 = 365 * DAY;
const DEFAULT_FILE: &str = "bailiwick.toml";
/// The libraries tell of their own doings only when something is wrong.
const DEFAULT_LOG: &str = "info,sea_orm_migration=warn,sqlx=warn,poem=warn,webauthn_rs_core=off";

/// Why the process can't start with its settings.
#[derive(Debug, thiserror::Error)]
pub enum SettingsError {
    /// The file can't be read.
    #[error("the settings file {0} can't be read: {1}")]
    File(PathBuf, io::Error),
    /// The file is no TOML.
    #[error("the settings can't be read: {0}")]
    Syntax(String),
    /// The file has keys that are no settings.
    #[error("the settings file {0} has unknown keys: {1}")]
    Unknown(PathBuf, String),
    /// A value breaks its setting's rule. The value may be secret, so it is not shown.
    #[error("the setting `{setting}` (BAILIWICK_{variable}) {rule}", variable = setting.to_uppercase())]
    Invalid {
        /// The setting, as the file spells it.
        setting: &'static str,
        /// What its value must be.
        rule: String,
    },
    /// A variable holds no text.
    #[error("the environment variable {0} is not UTF-8")]
    Encoding(String),
}

/// The settings of a process. Each is named as in the file; the environment spells it `BAILIWICK_` and upper case, and
/// goes first.
#[derive(Debug, Clone)]
pub struct Settings {
    /// Where it listens: an address and a port. Default: `127.0.0.1:8080`.
    pub listen: SocketAddr,
    /// How people reach it, for the links in mails: a URL without a slash at its end. Default: `http://<listen>`, with
    /// `localhost` where it listens on every address.
    pub public_url: String,
    /// Where it keeps what it keeps: a folder. Default: `data`.
    pub data_dir: PathBuf,
    /// Its database: `sqlite://<file>`, or `postgres://user:password@host:port/database`. It may hold a password. Default:
    /// `sqlite://<data_dir>/bailiwick.db`.
    pub database_url: String,
    /// The Redis that nodes share: `redis://` or `rediss://`. Default: none, and nodes share nothing.
    pub redis_url: Option<RedisUrl>,
    /// How many connections to PostgreSQL requests share: 2 to 1000. Default: 16.
    pub database_connections: u64,
    /// The deployment's key: 32 bytes in base64, the same on every node. Default: `<data_dir>/secret.key`, made at the
    /// first start.
    pub secret_key: Option<SecretKey>,
    /// A second key, whose signatures are accepted while the key is changed: 32 bytes in base64. Default: none.
    pub secret_key_previous: Option<SecretKey>,
    /// Whether tries are limited: on or off. Default: on.
    pub rate_limits: bool,
    /// Who mails come from: a mail address, with a name or without. Default: `Bailiwick <no-reply@localhost>`.
    pub mail_from: Sender,
    /// Which server takes mails: `smtps://user:password@host` or `smtp://host`; see docs/settings.md. A certificate that
    /// `smtp_ca_file` names is trusted besides. Default: none, and mails are files in `<data_dir>/mail`.
    pub smtp: Option<SmtpServer>,
    /// Where further role models are: a folder. Default: `<data_dir>/role_models` if it exists.
    pub role_models_dir: Option<PathBuf>,
    /// What apps' configurations must look like: a file with a JSON Schema. Default: anything.
    pub app_configuration_schema: Option<Schema>,
    /// The web origins that may call it from a browser: a list, with commas in the environment. Default: none.
    pub cors_origins: Vec<String>,
    /// Who else says who someone is: tables in the file, and in a file of their own that `providers_file` names. Default:
    /// none.
    pub providers: Vec<ProviderSettings>,
    /// Whether accounts' own single sign-on may go to addresses inside, and without TLS: on or off. Default: off.
    pub sso_private_networks: bool,
    /// The server that is asked for domains' proofs: an address and a port. Default: those of the system.
    pub dns_server: Option<SocketAddr>,
    /// The proxies whose word about the client's address counts: a list of addresses and networks. Default: none.
    pub trusted_proxies: Vec<IpNet>,
    /// Where they write it: `x-forwarded-for` or `forwarded`. Default: `x-forwarded-for`.
    pub forwarded_header: ForwardedHeader,
    /// The OpenTelemetry collector that traces are sent to, by OTLP over HTTP: a URL, without the `/v1/traces` of its
    /// path. Default: none, and nothing is traced.
    pub otlp_endpoint: Option<String>,
    /// How many of the traces that begin here are sent: 0 to 1. Default: 1.
    pub trace_ratio: f64,
    /// How long a request may take: 1 to 3600 seconds. Default: 30.
    pub request_timeout_seconds: u64,
    /// What hashing a password costs: `password_memory_kib`, 8192 to 1048576, and `password_passes`, 1 to 20. Default: 19456
    /// and 2. A password that was hashed at another cost is hashed anew when its user signs in.
    pub password_cost: Cost,
    /// For how long a session lasts after its sign-in, however much it is used: 300 seconds to a year. Default: 30 days.
    pub session_lifetime_seconds: u64,
    /// For how long a session lasts after its last request: 300 seconds to a year. Default: 14 days.
    pub session_idle_seconds: u64,
    /// How old what a decision stands on may be: 0 to 60000 milliseconds. Default: 250.
    pub decision_max_age_ms: u64,
    /// How much memory is kept for decisions: 1 to 65536 MiB. Default: 64.
    pub decision_cache_mib: u64,
    /// Which lines the log has: a level or a list such as `warn,bailiwick=debug`. Default: `info`, and of the
    /// libraries inside only warnings.
    pub log: LogFilter,
    /// How the log looks: `text` or `json`. Default: `text`.
    pub log_format: LogFormat,
    /// No setting: variables that are named like settings and are none, to be warned of.
    pub unknown_variables: Vec<String>,
}

impl Settings {
    /// From `bailiwick.toml` in the current folder, if it is there, or the file that `BAILIWICK_CONFIG` names; and from
    /// the environment.
    ///
    /// # Errors
    /// Each names the file or the setting, and the rule.
    pub fn load() -> Result<Self, SettingsError> {
        let variables = Variables::of_process()?;
        let named = variables.config_file();
        let path = named.clone().unwrap_or_else(|| PathBuf::from(DEFAULT_FILE));
        match fs::read_to_string(&path) {
            Ok(text) => Self::from_sources(Some((&path, &text)), &variables),
            Err(error) if named.is_none() && error.kind() == io::ErrorKind::NotFound => {
                Self::from_sources(None, &variables)
            }
            Err(error) => Err(SettingsError::File(path, error)),
        }
    }

    /// The database, and how to treat it.
    pub fn database(&self) -> Result<SqlOptions, StoreError> {
        let connections = u32::try_from(self.database_connections).unwrap_or(u32::MAX);
        Ok(SqlOptions::from_url(&self.database_url)?.with_connections(connections))
    }

    /// Where a browser may be sent back to after a sign-in elsewhere: here, and to the origins that may call.
    pub fn return_origins(&self) -> Vec<String> {
        let own = self.public_url.splitn(4, '/').take(3).collect::<Vec<_>>().join("/");
        [own].into_iter().chain(self.cors_origins.iter().cloned()).collect()
    }

    fn from_sources(file: Option<(&Path, &str)>, variables: &Variables) -> Result<Self, SettingsError> {
        let mut values = Values::read(file, variables)?;
        let listen = values.listen()?;
        let data_dir = values.path("data_dir")?.unwrap_or_else(|| PathBuf::from("data"));
        Ok(Self {
            listen,
            public_url: values.public_url()?.unwrap_or_else(|| default_url(listen)),
            database_url: values.database_url()?.unwrap_or_else(|| default_database(&data_dir)),
            redis_url: values.redis_url()?,
            database_connections: values.number("database_connections", 2, 1_000)?.unwrap_or(16),
            secret_key: values.parsed("secret_key", SecretKey::RULE, SecretKey::parse)?,
            secret_key_previous: values.parsed("secret_key_previous", SecretKey::RULE, SecretKey::parse)?,
            rate_limits: values.switch("rate_limits")?.unwrap_or(true),
            mail_from: values.mail_from()?,
            smtp: values.smtp()?,
            role_models_dir: values.role_models_dir(&data_dir)?,
            app_configuration_schema: values.app_configuration_schema()?,
            cors_origins: values.cors_origins()?,
            providers: values.providers()?,
            sso_private_networks: values.switch("sso_private_networks")?.unwrap_or(false),
            dns_server: values.dns_server()?,
            trusted_proxies: values.trusted_proxies()?,
            forwarded_header: values.forwarded_header()?.unwrap_or_default(),
            otlp_endpoint: values.otlp_endpoint()?,
            trace_ratio: values.parsed("trace_ratio", "must be a number from 0 to 1", ratio)?.unwrap_or(1.0),
            request_timeout_seconds: values.number("request_timeout_seconds", 1, 3_600)?.unwrap_or(30),
            password_cost: values.password_cost()?,
            session_lifetime_seconds: values
                .number("session_lifetime_seconds", 300, YEAR)?
                .unwrap_or(30 * DAY),
            session_idle_seconds: values.number("session_idle_seconds", 300, YEAR)?.unwrap_or(14 * DAY),
            decision_max_age_ms: values.number("decision_max_age_ms", 0, 60_000)?.unwrap_or(250),
            decision_cache_mib: values.number("decision_cache_mib", 1, 65_536)?.unwrap_or(64),
            log: values.log()?,
            log_format: values.log_format()?.unwrap_or(LogFormat::Text),
            unknown_variables: variables.unknown(),
            data_dir,
        })
    }
}

fn default_url(listen: SocketAddr) -> String {
    if listen.ip().is_unspecified() {
        format!("http://localhost:{}", listen.port())
    } else {
        format!("http://{listen}")
    }
}

/// Two characters of a path mean something else in the URL.
fn default_database(data_dir: &Path) -> String {
    let path = data_dir.join("bailiwick.db").to_string_lossy().replace('%', "%25").replace('?', "%3F");
    format!("sqlite://{path}")
}

fn switch(text: &str) -> Option<bool> {
    match text.to_ascii_lowercase().as_str() {
        "on" | "true" | "yes" | "1" => Some(true),
        "off" | "false" | "no" | "0" => Some(false),
        _ => None,
    }
}

fn log_format(text: &str) -> Option<LogFormat> {
    match text {
        "text" => Some(LogFormat::Text),
        "json" => Some(LogFormat::Json),
        _ => None,
    }
}

fn forwarded_header(text: &str) -> Option<ForwardedHeader> {
    match text.to_ascii_lowercase().as_str() {
        "x-forwarded-for" => Some(ForwardedHeader::XForwardedFor),
        "forwarded" => Some(ForwardedHeader::Forwarded),
        _ => None,
    }
}

fn ratio(text: &str) -> Option<f64> {
    text.parse().ok().filter(|ratio| (0.0..=1.0).contains(ratio))
}

/// A network, or an address by itself.
fn network(text: &str) -> Option<IpNet> {
    let address = || text.parse().ok().map(|address: IpAddr| IpNet::from(address.to_canonical()));
    text.parse().ok().or_else(address)
}

/// An HTTP URL without a user, a query or a fragment; without the slashes at its end.
fn url(text: &str) -> Option<String> {
    let uri: Uri = text.parse().ok()?;
    let host_only =
        uri.authority().is_some_and(|host| !host.as_str().contains('@') && !host.host().is_empty());
    let http = matches!(uri.scheme_str(), Some("http" | "https"));
    (http && host_only && !text.contains(['?', '#'])).then(|| text.trim_end_matches('/').to_owned())
}

/// As browsers send it: without a path and in lower case.
fn origin(text: &str) -> Option<String> {
    let origin = url(text)?.to_ascii_lowercase();
    (origin.matches('/').count() == 2).then_some(origin)
}

/// The rules of single settings.
impl Values {
    fn listen(&mut self) -> Result<SocketAddr, SettingsError> {
        let default = SocketAddr::new(IpAddr::V4(Ipv4Addr::LOCALHOST), 8080);
        let rule = "must be an address and a port, such as 127.0.0.1:8080 or [::]:8080";
        Ok(self.parsed("listen", rule, |text| text.parse().ok())?.unwrap_or(default))
    }

    fn dns_server(&mut self) -> Result<Option<SocketAddr>, SettingsError> {
        let rule = "must be an address and a port, such as 127.0.0.1:53";
        self.parsed("dns_server", rule, |text| text.parse().ok())
    }

    fn switch(&mut self, setting: &'static str) -> Result<Option<bool>, SettingsError> {
        self.parsed(setting, "must be on or off", switch)
    }

    fn forwarded_header(&mut self) -> Result<Option<ForwardedHeader>, SettingsError> {
        self.parsed("forwarded_header", "must be x-forwarded-for or forwarded", forwarded_header)
    }

    fn log_format(&mut self) -> Result<Option<LogFormat>, SettingsError> {
        self.parsed("log_format", "must be text or json", log_format)
    }

    fn public_url(&mut self) -> Result<Option<String>, SettingsError> {
        let rule = "must be an http or https URL without a user, a query or a fragment, such as https://accounts.example.com";
        self.parsed("public_url", rule, url)
    }

    fn database_url(&mut self) -> Result<Option<String>, SettingsError> {
        let rule = "must be sqlite:// and the path of a file, such as sqlite:///var/lib/bailiwick/bailiwick.db, or the URL of a PostgreSQL database, such as postgres://bailiwick:password@db.example.com:5432/bailiwick?sslmode=require";
        self.parsed("database_url", rule, |text| {
            let known =
                ["sqlite://", "postgres://", "postgresql://"].iter().any(|start| text.starts_with(start));
            (known && SqlOptions::from_url(text).is_ok()).then(|| text.to_owned())
        })
    }

    fn redis_url(&mut self) -> Result<Option<RedisUrl>, SettingsError> {
        let invalid =
            |error: InvalidRedisUrl| SettingsError::Invalid { setting: "redis_url", rule: error.to_string() };
        self.text("redis_url")?.map(|text| text.parse().map_err(invalid)).transpose()
    }

    fn mail_from(&mut self) -> Result<Sender, SettingsError> {
        let text = self.text("mail_from")?.unwrap_or_else(|| "Bailiwick <no-reply@localhost>".to_owned());
        let invalid = |error: InvalidSender| error.to_string();
        text.parse().map_err(|error| SettingsError::Invalid { setting: "mail_from", rule: invalid(error) })
    }

    fn smtp(&mut self) -> Result<Option<SmtpServer>, SettingsError> {
        let invalid = |setting, rule: String| SettingsError::Invalid { setting, rule };
        let authority = self.path("smtp_ca_file")?;
        let Some(url) = self.text("smtp_url")?.filter(|url| !url.is_empty()) else { return Ok(None) };
        let server = SmtpServer::from_url(&url).map_err(|rule| invalid("smtp_url", rule.to_string()))?;
        let Some(file) = authority else { return Ok(Some(server)) };
        let pem = fs::read(&file)
            .map_err(|error| invalid("smtp_ca_file", format!("must be a file that can be read: {error}")))?;
        server.trusting(&pem).map(Some).map_err(|rule| invalid("smtp_ca_file", rule.to_string()))
    }

    fn role_models_dir(&mut self, data_dir: &Path) -> Result<Option<PathBuf>, SettingsError> {
        match self.path("role_models_dir")? {
            Some(folder) if !folder.is_dir() => Err(SettingsError::Invalid {
                setting: "role_models_dir",
                rule: format!("must be a folder that exists; {} is none", folder.display()),
            }),
            Some(folder) => Ok(Some(folder)),
            None => Ok(Some(data_dir.join("role_models")).filter(|folder| folder.is_dir())),
        }
    }

    fn app_configuration_schema(&mut self) -> Result<Option<Schema>, SettingsError> {
        const NAME: &str = "app_configuration_schema";
        let Some(file) = self.path(NAME)? else { return Ok(None) };
        let wrong = |rule: String| SettingsError::Invalid { setting: NAME, rule };
        let text = fs::read_to_string(&file).map_err(|error| {
            wrong(format!("must be a file that can be read: {}: {error}", file.display()))
        })?;
        let schema = Schema::parse(&text);
        schema
            .map(Some)
            .map_err(|error| wrong(format!("must be a JSON Schema; of {}, {error}", file.display())))
    }

    fn cors_origins(&mut self) -> Result<Vec<String>, SettingsError> {
        let rule = "must be a list of web origins without a path, such as https://app.example.com";
        let invalid = || SettingsError::Invalid { setting: "cors_origins", rule: rule.to_owned() };
        self.list("cors_origins")?.iter().map(|text| origin(text).ok_or_else(invalid)).collect()
    }

    fn trusted_proxies(&mut self) -> Result<Vec<IpNet>, SettingsError> {
        let rule = "must be a list of addresses and networks, such as 10.0.0.0/8 or 192.0.2.7";
        let invalid = || SettingsError::Invalid { setting: "trusted_proxies", rule: rule.to_owned() };
        self.list("trusted_proxies")?.iter().map(|text| network(text).ok_or_else(invalid)).collect()
    }

    fn password_cost(&mut self) -> Result<Cost, SettingsError> {
        let memory = self.number("password_memory_kib", 8_192, 1 << 20)?;
        let passes = self.number("password_passes", 1, 20)?;
        let small = |number: Option<u64>| number.and_then(|number| u32::try_from(number).ok());
        let Cost { memory_kib, passes: default } = Cost::default();
        Ok(Cost { memory_kib: small(memory).unwrap_or(memory_kib), passes: small(passes).unwrap_or(default) })
    }

    fn otlp_endpoint(&mut self) -> Result<Option<String>, SettingsError> {
        let rule = "must be an http or https URL without a user, a query or a fragment, such as http://collector:4318";
        self.parsed("otlp_endpoint", rule, url)
    }

    fn log(&mut self) -> Result<LogFilter, SettingsError> {
        let text = self.text("log")?.unwrap_or_else(|| DEFAULT_LOG.to_owned());
        let invalid = || SettingsError::Invalid { setting: "log", rule: LogFilter::RULE.to_owned() };
        LogFilter::parse(&text).ok_or_else(invalid)
    }
}

#[cfg(test)]
mod tests;
