//! Metrics of the proxy in Prometheus' text format. Labels are hosts of the allow list and error codes; no path, client
//! or user.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use http::StatusCode;

use crate::{log, serve};

/// Upper bounds of the histogram, milliseconds.
const BOUNDS_MS: [u64; 11] = [10, 25, 50, 100, 250, 500, 1000, 2500, 5000, 10_000, 30_000];

/// Counters since the start.
#[derive(Default, Debug)]
pub struct Metrics(Mutex<Counts>);

#[derive(Default, Debug)]
struct Counts {
    /// By host, then by status.
    answers: BTreeMap<String, BTreeMap<u16, u64>>,
    errors: BTreeMap<&'static str, u64>,
    /// Number of responses in each bucket (not cumulative), and the rest.
    took: [u64; BOUNDS_MS.len() + 1],
    took_ms: u64,
}

impl Metrics {
    /// Counts a cloud's response.
    pub fn answered(&self, host: &str, status: StatusCode, took: Duration) {
        let ms = u64::try_from(took.as_millis()).unwrap_or(u64::MAX);
        let mut counts = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let answers = match counts.answers.get_mut(host) {
            Some(answers) => answers,
            None => counts.answers.entry(host.to_owned()).or_default(),
        };
        *answers.entry(status.as_u16()).or_default() += 1;
        let place = BOUNDS_MS.iter().position(|bound| ms <= *bound).unwrap_or(BOUNDS_MS.len());
        if let Some(count) = counts.took.get_mut(place) {
            *count += 1;
        }
        counts.took_ms = counts.took_ms.saturating_add(ms);
    }

    /// Counts a response of the gateway itself.
    pub fn failed(&self, code: &'static str) {
        let mut counts = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        *counts.errors.entry(code).or_default() += 1;
    }

    /// All metrics as text.
    pub fn text(&self, under_way: usize) -> String {
        let counts = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let mut text = String::new();
        // Writing to a `String` cannot fail.
        let _ = counts.write(&mut text, under_way);
        text
    }
}

impl Counts {
    fn write(&self, to: &mut String, under_way: usize) -> std::fmt::Result {
        let head = |to: &mut String, name: &str, kind: &str, help: &str| {
            write!(to, "# HELP {name} {help}\n# TYPE {name} {kind}\n")
        };
        head(to, "maru_gateway_info", "gauge", "The version that runs.")?;
        writeln!(to, "maru_gateway_info{{version=\"{}\"}} 1", env!("CARGO_PKG_VERSION"))?;
        head(to, "maru_log_dropped_total", "counter", "Lines of the log that could not be written.")?;
        writeln!(to, "maru_log_dropped_total {}", log::dropped())?;
        head(to, "maru_connections_refused_total", "counter", "Connections and requests that found no place.")?;
        writeln!(to, "maru_connections_refused_total {}", serve::refused())?;
        head(to, "maru_connections_cut_total", "counter", "Connections of clients that took no answer, or flooded.")?;
        writeln!(to, "maru_connections_cut_total {}", serve::cut())?;
        head(to, "maru_proxy_under_way", "gauge", "Requests under way.")?;
        writeln!(to, "maru_proxy_under_way {under_way}")?;
        head(to, "maru_proxy_answers_total", "counter", "Answers of clouds.")?;
        for (host, answers) in &self.answers {
            for (status, count) in answers {
                writeln!(to, "maru_proxy_answers_total{{host=\"{host}\",status=\"{status}\"}} {count}")?;
            }
        }
        head(to, "maru_proxy_errors_total", "counter", "Requests the gateway refused or got no answer to.")?;
        for (code, count) in &self.errors {
            writeln!(to, "maru_proxy_errors_total{{code=\"{code}\"}} {count}")?;
        }
        head(to, "maru_proxy_seconds", "histogram", "Time until a cloud's answer began.")?;
        self.write_histogram(to)
    }

    #[expect(clippy::cast_precision_loss, reason = "thousands of years of milliseconds")]
    fn write_histogram(&self, to: &mut String) -> std::fmt::Result {
        let mut sum = 0;
        for (bound, count) in BOUNDS_MS.iter().zip(&self.took) {
            sum += count;
            writeln!(to, "maru_proxy_seconds_bucket{{le=\"{}\"}} {sum}", *bound as f64 / 1000.0)?;
        }
        let all: u64 = self.took.iter().sum();
        writeln!(to, "maru_proxy_seconds_bucket{{le=\"+Inf\"}} {all}")?;
        writeln!(to, "maru_proxy_seconds_sum {}", self.took_ms as f64 / 1000.0)?;
        writeln!(to, "maru_proxy_seconds_count {all}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_told_as_prometheus_reads_them() {
        let metrics = Metrics::default();
        for ms in [5, 10, 11, 400, 60_000] {
            metrics.answered("cloud.example", StatusCode::OK, Duration::from_millis(ms));
        }
        metrics.failed("host-not-allowed");
        let text = metrics.text(3);
        for line in [
            "# TYPE maru_proxy_seconds histogram",
            "maru_proxy_under_way 3",
            "maru_proxy_answers_total{host=\"cloud.example\",status=\"200\"} 5",
            "maru_proxy_errors_total{code=\"host-not-allowed\"} 1",
            "maru_proxy_seconds_bucket{le=\"0.01\"} 2",
            "maru_proxy_seconds_bucket{le=\"0.025\"} 3",
            "maru_proxy_seconds_bucket{le=\"0.25\"} 3",
            "maru_proxy_seconds_bucket{le=\"0.5\"} 4",
            "maru_proxy_seconds_bucket{le=\"30\"} 4",
            "maru_proxy_seconds_bucket{le=\"+Inf\"} 5",
            "maru_proxy_seconds_sum 60.426",
            "maru_proxy_seconds_count 5",
        ] {
            assert!(text.lines().any(|told| told == line), "{line}\n{text}");
        }
        assert!(text.ends_with('\n'));
    }
}
