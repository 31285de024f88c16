//! Which adapter stands behind which port.

use std::fs;
use std::os::unix::fs::DirBuilderExt;
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use bailiwick_adapter_local::{AeadSealer, Argon2Hasher, LocalRateLimiter, NoRateLimiter};
use bailiwick_adapter_oidc::{Dns, Providers};
use bailiwick_adapter_redis::{RedisOptions, RedisRateLimiter, RedisServer, RedisSessionCache};
use bailiwick_adapter_seaorm::SqlStore;
use bailiwick_adapter_smtp::{FileMailer, SmtpMailer};
use bailiwick_adapter_webauthn::WebAuthn;
use bailiwick_domain::role_models::{RoleModel, RoleModels};
use bailiwick_domain::sessions::Lifetimes;
use bailiwick_ports::Store;
use bailiwick_ports::mail::Mailer;
use bailiwick_ports::rate_limits::RateLimiter;
use bailiwick_ports::saml::SamlProviders;
use bailiwick_ports::system::{Clock, IdSource, Signer};
use bailiwick_usecases::access::{Decisions, Limits};
use bailiwick_usecases::{Context, role_models};
use tokio::sync::Notify;

use crate::commands::Failure;
use crate::settings::Settings;
use crate::system::{HmacSigner, SecretKey, SystemIds};

/// Opens the database, with its tables up to date.
pub async fn open_store(settings: &Settings) -> Result<Arc<SqlStore>, Failure> {
    // What lies there is for this process alone: the database holds hashes, the mails hold links.
    fs::DirBuilder::new().recursive(true).mode(0o700).create(&settings.data_dir).map_err(|error| {
        Failure::new(&format!("the folder {} can't be made: {error}", settings.data_dir.display()))
    })?;
    let store = SqlStore::open(settings.database()?).await?;
    Ok(Arc::new(store))
}

/// Everything that the use cases need.
pub async fn context(settings: &Settings, clock: Arc<dyn Clock>) -> Result<Context, Failure> {
    context_over(open_store(settings).await?, settings, clock).await
}

/// The same over a store that is open.
pub async fn context_over(
    store: Arc<dyn Store>,
    settings: &Settings,
    clock: Arc<dyn Clock>,
) -> Result<Context, Failure> {
    let ids: Arc<dyn IdSource> = Arc::new(SystemIds::new());
    let key = match &settings.secret_key {
        Some(key) => key.clone(),
        None => SecretKey::load_or_make(&settings.data_dir.join("secret.key"), &*ids)
            .map_err(|error| Failure::new(&error))?,
    };
    let models = read_models(settings.role_models_dir.as_deref())?;
    role_models::settle(&*store, &models).await.map_err(|unfit| Failure::new(&unfit))?;
    let signer: Arc<dyn Signer> = Arc::new(HmacSigner::new(key, settings.secret_key_previous.clone()));
    let redis = redis(settings, &clock).await;
    let limits = rate_limits(settings, &clock, redis.as_ref(), &signer);
    let lifetimes = Lifetimes {
        absolute_seconds: settings.session_lifetime_seconds.cast_signed(),
        idle_seconds: settings.session_idle_seconds.cast_signed(),
    };
    let bounds = Limits {
        max_age: Duration::from_millis(settings.decision_max_age_ms),
        bytes: settings.decision_cache_mib << 20,
        session_idle_seconds: lifetimes.idle_seconds,
    };
    let mut decisions = Decisions::new(Arc::clone(&store), Arc::clone(&clock), models.clone(), bounds);
    if let Some(redis) = redis {
        decisions = decisions.sharing_sessions(Arc::new(RedisSessionCache::new(redis, Arc::clone(&signer))));
    }
    let passwords = Argon2Hasher::new(Arc::clone(&ids)).costing(settings.password_cost);
    let mailer = mailer(settings, &clock);
    let providers =
        Providers::new(settings.providers.clone(), Arc::clone(&clock), settings.sso_private_networks)
            .map_err(|error| Failure::new(&error))?;
    let passkeys = WebAuthn::new(&settings.public_url).map_err(|error| Failure::new(&error))?;
    let sealer = AeadSealer::new(&*signer, Arc::clone(&ids));
    Ok(Context {
        store,
        clock: Arc::clone(&clock),
        ids,
        signer,
        sealer: Arc::new(sealer),
        lifetimes,
        passwords: Arc::new(passwords),
        passkeys: Arc::new(passkeys),
        providers: Arc::new(providers),
        saml: saml(settings, &clock),
        dns: Arc::new(Dns::new(settings.dns_server)),
        return_origins: settings.return_origins(),
        limits,
        mailer,
        configuration_schema: settings.app_configuration_schema.clone(),
        models,
        decisions: Arc::new(decisions),
        outbox_bell: Notify::new(),
        public_url: settings.public_url.clone(),
    })
}

#[cfg(feature = "saml")]
#[expect(clippy::unnecessary_wraps, reason = "a build without the feature has none")]
fn saml(settings: &Settings, clock: &Arc<dyn Clock>) -> Option<Arc<dyn SamlProviders>> {
    use bailiwick_adapter_saml::SamlRsProviders;
    Some(Arc::new(SamlRsProviders::new(Arc::clone(clock), settings.sso_private_networks)))
}

#[cfg(not(feature = "saml"))]
fn saml(_: &Settings, _: &Arc<dyn Clock>) -> Option<Arc<dyn SamlProviders>> {
    None
}

async fn redis(settings: &Settings, clock: &Arc<dyn Clock>) -> Option<Arc<RedisServer>> {
    let url = settings.redis_url.clone()?;
    Some(RedisServer::open(url, RedisOptions::default(), Arc::clone(clock)).await)
}

fn rate_limits(
    settings: &Settings,
    clock: &Arc<dyn Clock>,
    redis: Option<&Arc<RedisServer>>,
    signer: &Arc<dyn Signer>,
) -> Arc<dyn RateLimiter> {
    if !settings.rate_limits {
        tracing::warn!("rate limits are off: passwords can be guessed without end");
        return Arc::new(NoRateLimiter);
    }
    let local = Arc::new(LocalRateLimiter::new(Arc::clone(clock)));
    match redis {
        Some(redis) => Arc::new(RedisRateLimiter::new(Arc::clone(redis), Arc::clone(signer), local)),
        None => local,
    }
}

fn mailer(settings: &Settings, clock: &Arc<dyn Clock>) -> Arc<dyn Mailer> {
    let (from, clock) = (settings.mail_from.clone(), Arc::clone(clock));
    match settings.smtp.clone() {
        Some(server) => Arc::new(SmtpMailer::new(server, from, clock)),
        None => Arc::new(FileMailer::new(settings.data_dir.join("mail"), from, clock)),
    }
}

/// The built-in models, and those of a folder.
fn read_models(folder: Option<&Path>) -> Result<RoleModels, Failure> {
    let mut models = RoleModels::builtin()
        .map_err(|errors| Failure::of_document(Path::new("a built-in role model"), &errors))?;
    let Some(folder) = folder else { return Ok(models) };
    let unreadable =
        |error: std::io::Error| Failure::new(&format!("{} can't be read: {error}", folder.display()));
    let mut files: Vec<_> = fs::read_dir(folder)
        .map_err(unreadable)?
        .map(|entry| entry.map(|entry| entry.path()))
        .collect::<Result<_, _>>()
        .map_err(unreadable)?;
    files.retain(|file| file.extension().is_some_and(|ending| ending == "toml"));
    files.sort();
    for file in files {
        let text = fs::read_to_string(&file)
            .map_err(|error| Failure::new(&format!("{} can't be read: {error}", file.display())))?;
        let model = RoleModel::parse(&text).map_err(|errors| Failure::of_document(&file, &errors))?;
        let name = format!("{} of version {}", model.id(), model.version());
        if !models.add(model) {
            return Err(Failure::new(&format!("{}: the role model {name} is there already", file.display())));
        }
    }
    Ok(models)
}
