//! The log: what is written of it, and how. What is worth a line is not decided here.

use std::io::{self, IsTerminal};

use bailiwick_adapter_http::LOGGED;
use tracing::Subscriber;
use tracing_subscriber::filter::{FilterExt, FilterFn, LevelFilter};
use tracing_subscriber::fmt::MakeWriter;
use tracing_subscriber::layer::SubscriberExt;
use tracing_subscriber::util::{SubscriberInitExt, TryInitError};
use tracing_subscriber::{EnvFilter, Layer, fmt, registry};

use crate::traces::Traces;

/// How a line of the log looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LogFormat {
    /// For people.
    Text,
    /// For programs: an object a line.
    Json,
}

/// Which lines are written, such as `info` or `warn,bailiwick=debug`
/// (<https://docs.rs/tracing-subscriber/latest/tracing_subscriber/filter/struct.EnvFilter.html>).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LogFilter(String);

impl LogFilter {
    /// What its text form must be.
    pub const RULE: &str =
        "must be a level (error, warn, info, debug, trace, off) or a list such as `warn,bailiwick=debug`";

    /// From its text form.
    pub fn parse(text: &str) -> Option<Self> {
        let levels = ["error", "warn", "info", "debug", "trace", "off"];
        // A lone word that is no level would be taken for the name of a module, and silence the rest.
        let is_level = levels.iter().any(|level| level.eq_ignore_ascii_case(text));
        let is_list = text.contains(['=', ',', '[']) && EnvFilter::try_new(text).is_ok();
        (is_level || is_list).then(|| Self(text.to_owned()))
    }
}

fn subscriber<W>(
    filter: &LogFilter,
    format: LogFormat,
    traces: Option<&Traces>,
    ansi: bool,
    out: W,
) -> Box<dyn Subscriber + Send + Sync>
where
    W: for<'a> MakeWriter<'a> + Send + Sync + 'static,
{
    // Of all spans a line shows the one that has its trace's id.
    let shown = FilterFn::new(|metadata| metadata.is_span() && metadata.target() == LOGGED);
    let events = FilterFn::new(|metadata| !metadata.is_span()).with_max_level_hint(LevelFilter::TRACE);
    let lines = EnvFilter::new(&filter.0).and(events).or(shown.with_max_level_hint(LevelFilter::ERROR));
    // A log that can't be written must not stop the server, nor be told on the same closed pipe.
    let log = fmt::layer().with_writer(out).with_ansi(ansi).log_internal_errors(false);
    let log = match format {
        LogFormat::Text => log.boxed(),
        LogFormat::Json => log.json().flatten_event(true).with_span_list(false).boxed(),
    };
    // A list, since a layer that is not there would count as one that wants every span.
    let mut layers = vec![log.with_filter(lines).boxed()];
    layers.extend(traces.map(|traces| traces.layer().boxed()));
    Box::new(registry().with(layers))
}

/// Writes the log of this process to its standard error from here on, in colours on a terminal alone; and hands its spans
/// to what sends them.
///
/// # Errors
/// When it was set up before.
pub fn init(filter: &LogFilter, format: LogFormat, traces: Option<&Traces>) -> Result<(), TryInitError> {
    subscriber(filter, format, traces, io::stderr().is_terminal(), io::stderr).try_init()
}

#[cfg(test)]
mod tests {
    use std::io::Write;
    use std::sync::{Arc, Mutex};

    use bailiwick_usecases::TRACES;

    use super::*;

    #[derive(Clone, Default)]
    struct Kept(Arc<Mutex<Vec<u8>>>);

    impl Kept {
        fn text(&self) -> String {
            String::from_utf8(self.0.lock().unwrap().clone()).unwrap()
        }
    }

    impl Write for Kept {
        fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
            self.0.lock().unwrap().write(bytes)
        }
        fn flush(&mut self) -> io::Result<()> {
            Ok(())
        }
    }

    fn lines(filter: &str, format: LogFormat) -> String {
        let kept = Kept::default();
        let out = kept.clone();
        let filter = LogFilter::parse(filter).unwrap();
        tracing::subscriber::with_default(
            subscriber(&filter, format, None, false, move || out.clone()),
            || {
                tracing::info!(port = 8080, "listening");
                tracing::debug!("hidden");
            },
        );
        kept.text()
    }

    #[test]
    fn text_is_one_plain_line_an_event() {
        let text = lines("info", LogFormat::Text);
        assert!(text.ends_with("listening port=8080\n") && text.lines().count() == 1, "{text}");
        assert!(!text.contains('\u{1b}'), "{text:?}");
    }

    #[test]
    fn json_is_one_object_an_event() {
        let object: serde_json::Value = serde_json::from_str(&lines("info", LogFormat::Json)).unwrap();
        assert_eq!(
            (&object["level"], &object["message"], &object["port"]),
            (&"INFO".into(), &"listening".into(), &8080.into())
        );
    }

    #[test]
    fn the_filter_decides_what_is_written() {
        assert_eq!(lines("warn", LogFormat::Text), "");
        assert_eq!(lines("trace", LogFormat::Text).lines().count(), 2);
    }

    #[test]
    fn in_a_traced_request_each_line_has_the_id_of_the_trace_whatever_the_filter() {
        let line = |format| {
            let kept = Kept::default();
            let out = kept.clone();
            let filter = LogFilter::parse("bailiwick=error").unwrap();
            let subscriber = subscriber(&filter, format, None, false, move || out.clone());
            tracing::subscriber::with_default(subscriber, || {
                let request = tracing::error_span!(target: LOGGED, "request", trace_id = "4bf9");
                request.in_scope(|| tracing::error!("broken"));
            });
            kept.text()
        };
        let text = line(LogFormat::Text);
        assert!(text.contains("request{trace_id=\"4bf9\"}: bailiwick::log::tests: broken\n"), "{text}");
        let object: serde_json::Value = serde_json::from_str(&line(LogFormat::Json)).unwrap();
        assert_eq!((&object["message"], &object["span"]["trace_id"]), (&"broken".into(), &"4bf9".into()));
    }

    #[test]
    fn spans_are_not_even_made_while_no_one_traces() {
        let filter = LogFilter::parse("trace").unwrap();
        let subscriber = subscriber(&filter, LogFormat::Text, None, false, io::sink);
        tracing::subscriber::with_default(subscriber, || {
            assert!(tracing::info_span!(target: TRACES, "write").is_disabled());
            assert!(tracing::info_span!("another's").is_disabled());
        });
    }

    #[test]
    fn other_texts_are_no_filters() {
        for text in ["info", "OFF", "warn,bailiwick=debug", "bailiwick_usecases::members=trace"] {
            assert!(LogFilter::parse(text).is_some(), "{text}");
        }
        for text in ["", "verbose", "info,bailiwick=loud", "bailiwick=="] {
            assert!(LogFilter::parse(text).is_none(), "{text}");
        }
    }
}
