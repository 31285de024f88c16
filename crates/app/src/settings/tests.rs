use super::*;

fn settings(file: &str, variables: &[(&str, &str)]) -> Result<Settings, SettingsError> {
    let variables =
        Variables::new(variables.iter().map(|(name, value)| (name.into(), value.into()))).unwrap();
    Settings::from_sources(Some((Path::new("bailiwick.toml"), file)), &variables)
}

fn error(file: &str, variables: &[(&str, &str)]) -> String {
    settings(file, variables).unwrap_err().to_string()
}

#[test]
fn without_any_setting_it_is_ready_to_be_tried() {
    let settings = Settings::from_sources(None, &Variables::default()).unwrap();
    assert_eq!(settings.listen.to_string(), "127.0.0.1:8080");
    assert_eq!(settings.public_url, "http://127.0.0.1:8080");
    assert_eq!(settings.data_dir, Path::new("data"));
    assert_eq!(settings.database_url, "sqlite://data/bailiwick.db");
    assert_eq!(settings.redis_url, None);
    assert_eq!(settings.database_connections, 16);
    assert_eq!((settings.secret_key, settings.secret_key_previous), (None, None));
    assert!(settings.rate_limits);
    assert_eq!(settings.mail_from, "Bailiwick <no-reply@localhost>".parse().unwrap());
    assert!(settings.smtp.is_none());
    assert_eq!(settings.role_models_dir, None);
    assert!(settings.cors_origins.is_empty());
    assert!(settings.trusted_proxies.is_empty());
    assert_eq!(settings.forwarded_header, ForwardedHeader::XForwardedFor);
    assert_eq!((settings.otlp_endpoint, settings.trace_ratio), (None, 1.0));
    assert_eq!(settings.request_timeout_seconds, 30);
    assert_eq!(settings.decision_max_age_ms, 250);
    assert_eq!(settings.decision_cache_mib, 64);
    assert_eq!(Some(settings.log), LogFilter::parse(super::DEFAULT_LOG));
    assert_eq!(settings.log_format, LogFormat::Text);
}

#[test]
fn the_environment_goes_before_the_file() {
    let file = "listen = '0.0.0.0:80'\nlog = 'warn'\nrequest_timeout_seconds = 5\n";
    let settings = settings(
        file,
        &[("BAILIWICK_LISTEN", "[::]:9000"), ("BAILIWICK_DECISION_MAX_AGE_MS", "0"), ("BAILIWICK_LOG", "")],
    )
    .unwrap();
    assert_eq!(
        (settings.listen.to_string().as_str(), settings.public_url.as_str()),
        ("[::]:9000", "http://localhost:9000")
    );
    assert_eq!((settings.request_timeout_seconds, settings.decision_max_age_ms), (5, 0));
    assert_eq!(Some(settings.log), LogFilter::parse("warn"), "an empty variable is none");
}

#[test]
fn texts_that_look_like_numbers_stay_texts() {
    let data_dir = |file: &str, variables: &[_]| settings(file, variables).unwrap().data_dir;
    assert_eq!(data_dir("", &[("BAILIWICK_DATA_DIR", "12345")]), Path::new("12345"));
    assert_eq!(data_dir("", &[("BAILIWICK_DATA_DIR", "007")]), Path::new("007"));
    assert_eq!(data_dir("", &[("BAILIWICK_DATA_DIR", "1e3")]), Path::new("1e3"));
    assert_eq!(data_dir("", &[("BAILIWICK_DATA_DIR", "true")]), Path::new("true"));
    assert_eq!(data_dir("data_dir = '12345'", &[]), Path::new("12345"));
}

#[test]
fn limits_are_switched_off_in_several_spellings() {
    for text in ["off", "OFF", "false", "no", "0"] {
        assert!(!settings("", &[("BAILIWICK_RATE_LIMITS", text)]).unwrap().rate_limits, "{text}");
    }
    assert!(!settings("rate_limits = false", &[]).unwrap().rate_limits);
    assert!(!settings("rate_limits = 'off'", &[]).unwrap().rate_limits);
    assert!(settings("rate_limits = true", &[]).unwrap().rate_limits);
}

#[test]
fn origins_are_a_list_or_have_commas() {
    let expected = ["https://app.example.com", "http://localhost:3000"];
    let variable = [("BAILIWICK_CORS_ORIGINS", "https://App.example.com/, http://localhost:3000,")];
    assert_eq!(settings("", &variable).unwrap().cors_origins, expected);
    let file = "cors_origins = ['https://app.example.com', 'http://localhost:3000']";
    assert_eq!(settings(file, &[]).unwrap().cors_origins, expected);
}

#[test]
fn proxies_are_addresses_and_networks() {
    let trusted = settings("trusted_proxies = ['10.0.0.0/8', '192.0.2.7', '2001:db8::1']", &[])
        .unwrap()
        .trusted_proxies;
    let expected = ["10.0.0.0/8", "192.0.2.7/32", "2001:db8::1/128"];
    assert_eq!(trusted, expected.map(|net| net.parse::<IpNet>().unwrap()));
}

#[test]
fn the_folder_of_data_decides_where_the_rest_is() {
    let temp = tempfile::tempdir().unwrap();
    let folder = temp.path().join("50%?");
    fs::create_dir_all(folder.join("role_models")).unwrap();
    let settings = settings("", &[("BAILIWICK_DATA_DIR", folder.to_str().unwrap())]).unwrap();
    assert_eq!(settings.role_models_dir, Some(folder.join("role_models")));
    assert!(settings.database_url.ends_with("/50%25%3F/bailiwick.db"), "{}", settings.database_url);
}

#[test]
fn a_url_has_no_slash_at_its_end() {
    let url = |text| settings("", &[("BAILIWICK_PUBLIC_URL", text)]).unwrap().public_url;
    assert_eq!(url("https://example.com/accounts/"), "https://example.com/accounts");
    assert_eq!(url("http://[::1]:8080"), "http://[::1]:8080");
}

#[test]
fn an_invalid_value_names_its_setting_and_the_rule_and_shows_no_secret() {
    for (variable, value, rule) in [
        ("BAILIWICK_LISTEN", "localhost", "an address and a port"),
        ("BAILIWICK_PUBLIC_URL", "example.com", "http or https URL"),
        ("BAILIWICK_PUBLIC_URL", "ftp://example.com", "http or https URL"),
        ("BAILIWICK_PUBLIC_URL", "https://user@example.com", "http or https URL"),
        ("BAILIWICK_PUBLIC_URL", "https://example.com/#a", "http or https URL"),
        ("BAILIWICK_DATABASE_URL", "mysql://u:hunter2@db/x", "sqlite://"),
        ("BAILIWICK_DATABASE_URL", "sqlite://:memory:", "sqlite://"),
        ("BAILIWICK_DATABASE_URL", "sqlite://", "sqlite://"),
        ("BAILIWICK_REDIS_URL", "redis.example.com:6379", "redis://"),
        ("BAILIWICK_REDIS_URL", "http://:hunter2@redis.example.com", "redis://"),
        ("BAILIWICK_SECRET_KEY", "hunter2", "32 bytes in base64"),
        ("BAILIWICK_SECRET_KEY_PREVIOUS", "hunter2", "32 bytes in base64"),
        ("BAILIWICK_RATE_LIMITS", "maybe", "on or off"),
        ("BAILIWICK_MAIL_FROM", "Bailiwick", "a mail address"),
        ("BAILIWICK_SMTP_URL", "mail.example.com", "a URL such as"),
        ("BAILIWICK_SMTP_URL", "smtp://ada:hunter2@mail.example.com?tls=none", "must not have a password"),
        ("BAILIWICK_ROLE_MODELS_DIR", "/does/not/exist", "a folder that exists"),
        ("BAILIWICK_CORS_ORIGINS", "https://a.example.com,*", "web origins"),
        ("BAILIWICK_CORS_ORIGINS", "https://a.example.com/path", "web origins"),
        ("BAILIWICK_TRUSTED_PROXIES", "10.0.0.0/8,proxy", "addresses and networks"),
        ("BAILIWICK_TRUSTED_PROXIES", "10.0.0.0/33", "addresses and networks"),
        ("BAILIWICK_FORWARDED_HEADER", "x-real-ip", "x-forwarded-for or forwarded"),
        ("BAILIWICK_OTLP_ENDPOINT", "collector:4318", "http or https URL"),
        ("BAILIWICK_TRACE_RATIO", "1.5", "from 0 to 1"),
        ("BAILIWICK_TRACE_RATIO", "NaN", "from 0 to 1"),
        ("BAILIWICK_REQUEST_TIMEOUT_SECONDS", "0", "from 1 to 3600"),
        ("BAILIWICK_REQUEST_TIMEOUT_SECONDS", "30s", "from 1 to 3600"),
        ("BAILIWICK_DECISION_MAX_AGE_MS", "-1", "from 0 to 60000"),
        ("BAILIWICK_DECISION_CACHE_MIB", "1.5", "from 1 to 65536"),
        ("BAILIWICK_LOG", "verbose", "a level"),
        ("BAILIWICK_LOG_FORMAT", "xml", "text or json"),
    ] {
        let error = error("", &[(variable, value)]);
        let setting = variable.trim_start_matches("BAILIWICK_").to_lowercase();
        assert!(error.contains(variable) && error.contains(&format!("`{setting}`")), "{error}");
        assert!(error.contains(rule) && !error.contains("hunter2"), "{error}");
    }
    assert!(error("listen = ['127.0.0.1:80']", &[]).contains("`listen`"));
    assert!(error("cors_origins = [['a']]", &[]).contains("`cors_origins`"));
}

#[test]
fn the_mail_server_is_known_by_its_url_and_its_password_is_never_printed() {
    let url = ("BAILIWICK_SMTP_URL", "smtps://ada:hunter2@mail.example.com");
    let shown = format!("{:?}", settings("", &[url]).unwrap());
    assert!(shown.contains("mail.example.com:465") && !shown.contains("hunter2"), "{shown}");
    for file in ["/does/not/exist", file!()] {
        let error = error("", &[url, ("BAILIWICK_SMTP_CA_FILE", file)]);
        assert!(error.contains("`smtp_ca_file`") && !error.contains("hunter2"), "{error}");
    }
}

#[test]
fn unknown_keys_of_the_file_are_errors_that_name_them() {
    for (file, key) in [
        ("lisen = '127.0.0.1:80'", "lisen"),
        ("Listen = '127.0.0.1:80'", "Listen"),
        ("[mail]\nfrom = 'a@example.com'", "mail"),
        ("config = 'other.toml'", "config"),
    ] {
        let error = error(file, &[]);
        assert!(error.contains("bailiwick.toml") && error.contains(key), "{error}");
    }
}

#[test]
fn a_file_that_is_no_toml_is_an_error_that_says_where() {
    let error = error("log = 'info'\nlisten = \n", &[]);
    assert!(error.contains("bailiwick.toml") && error.contains("line 2"), "{error}");
}

#[test]
fn unknown_variables_are_told_and_no_errors() {
    let variables = [
        ("BAILIWICK_LISEN", "x"),
        ("BAILIWICK_CONFIG", "x"),
        ("BAILIWICK_TEST_POSTGRES_URL", "x"),
        ("BAILIWICK_LOG", "info"),
        ("PATH", "/bin"),
    ];
    assert_eq!(settings("", &variables).unwrap().unknown_variables, ["BAILIWICK_LISEN"]);
}

#[test]
fn the_password_of_redis_is_never_printed() {
    let url = "rediss://ada:hunter2@redis.example.com/2";
    let settings = settings(&format!("redis_url = '{url}'"), &[]).unwrap();
    let shown = format!("{settings:?}");
    assert!(shown.contains("redis.example.com:6379") && !shown.contains("hunter2"), "{shown}");
}

#[test]
fn a_secret_key_is_never_printed() {
    let key = "BwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwc=";
    let settings = settings("", &[("BAILIWICK_SECRET_KEY", key)]).unwrap();
    assert_eq!(settings.secret_key, Some(SecretKey::new([7; 32])));
    assert!(!format!("{settings:?}").contains("BwcH"));
}

#[test]
fn the_page_on_settings_has_every_setting() {
    let page = include_str!("../../../../docs/settings.md");
    let named: Vec<_> = page.lines().filter_map(|line| line.strip_prefix("| `")?.split('`').next()).collect();
    let mut sorted = named.clone();
    sorted.sort_unstable();
    assert_eq!(sorted, values::KEYS);
}

const PROVIDERS: &str = "[[providers]]\nname = 'google'\nclient_id = 'a'\nclient_secret = 'hush'\n[[providers]]\n\
                         name = 'github'\nclient_id = 'b'\nclient_secret = 'hush'\n";

#[test]
fn providers_are_tables_and_their_secrets_are_not_shown() {
    use bailiwick_adapter_oidc::Kind;
    let settings = settings(PROVIDERS, &[]).unwrap();
    let [google, github] = settings.providers.as_slice() else { panic!("two") };
    assert_eq!(google.kind, Kind::Oidc { issuer: "https://accounts.google.com".to_owned() });
    let (url, api_url) = ("https://github.com".to_owned(), "https://api.github.com".to_owned());
    assert_eq!(github.kind, Kind::GitHub { url, api_url });
    assert_eq!(google.client_secret.reveal(), "hush");
    assert!(!format!("{settings:?}").contains("hush"));
}

#[test]
fn a_provider_that_can_not_be_meant_is_named() {
    let table = |text: &str| format!("[[providers]]\n{text}\nclient_id = 'a'\nclient_secret = 'hush'");
    for (file, part) in [
        (table("name = 'acme'"), "must have a `issuer`, which `acme` has not"),
        (table("name = 'Acme'"), "lower-case letters"),
        (table("name = 'acme'\nissuer = 'acme.example'"), "http or https URL"),
        (table("name = 'acme'\nissuer = 'https://acme.example'\nscope = 'x'"), "`scope` of `acme`"),
        (table("name = 'google'") + "\n" + &table("name = 'google'"), "must not name `google` twice"),
        ("providers = 'google'".to_owned(), "must be tables of texts"),
        ("[[providers]]\nname = 1".to_owned(), "must be tables of texts"),
        ("[[providers]]\nname = 'google'\nclient_id = 'a'".to_owned(), "client_secret"),
    ] {
        let error = error(&file, &[]);
        assert!(error.contains(part) && !error.contains("hush"), "{file}: {error}");
    }
}

#[test]
fn providers_are_in_a_file_of_their_own_too() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("providers.toml");
    let file = path.to_str().unwrap();
    std::fs::write(&path, PROVIDERS).unwrap();
    let read = || settings("", &[("BAILIWICK_PROVIDERS_FILE", file)]);
    assert_eq!(read().unwrap().providers.len(), 2);
    std::fs::write(&path, "client_secret = 'hush'\n[[providers").unwrap();
    let error = read().unwrap_err().to_string();
    assert!(error.contains("must be a file of TOML") && !error.contains("hush"), "{error}");
    assert!(Settings::from_sources(None, &Variables::default()).unwrap().providers.is_empty());
}

#[test]
fn a_schema_of_app_configurations_is_read_at_the_start_or_stops_it() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("schema.json");
    let of = |text: &str| {
        std::fs::write(&file, text).unwrap();
        settings("", &[("BAILIWICK_APP_CONFIGURATION_SCHEMA", file.to_str().unwrap())])
    };
    assert!(of(r#"{ "type": "object" }"#).unwrap().app_configuration_schema.is_some());
    for no_schema in ["{", r#"{ "type": 7 }"#, r#"{ "$ref": "https://example.com/schema" }"#] {
        let stopped = of(no_schema).unwrap_err().to_string();
        assert!(
            stopped.contains("app_configuration_schema") && stopped.contains("must be a JSON Schema"),
            "{stopped}"
        );
    }
    let missing = error("app_configuration_schema = '/nowhere/schema.json'", &[]);
    assert!(missing.contains("must be a file that can be read"), "{missing}");
}
