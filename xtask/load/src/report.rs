//! The measurements as Markdown.

use crate::client::Run;
use crate::numbers::Spread;
use std::fmt;
use std::time::Duration;

/// The number of connections for which p99 has a goal, and the goal as a multiple of nginx's.
const GOAL: (usize, f64) = (64, 1.2);

/// A run through a proxy.
#[derive(Clone, Debug)]
pub struct Proxied {
    /// As measured by the client.
    pub run: Run,
    /// CPU time of all processes of the proxy.
    pub processor: Duration,
    /// Bytes at the end of the run, with all connections open.
    pub memory: u64,
}

/// All runs with one number of connections, in order.
pub struct Level {
    /// Concurrent connections.
    pub connections: usize,
    /// Per run.
    pub requests: usize,
    /// Without a proxy.
    pub bare: Vec<Run>,
    pub nginx: Vec<Proxied>,
    pub gateway: Vec<Proxied>,
}

/// All results.
pub struct Report {
    /// By increasing number of connections.
    pub levels: [Level; 3],
}

impl Level {
    /// An empty level. Each connection sends the same number of requests.
    pub fn new(connections: usize, requests: usize) -> Self {
        let requests = requests / connections * connections;
        Self { connections, requests, bare: Vec::new(), nginx: Vec::new(), gateway: Vec::new() }
    }

    /// What a proxy adds to the upstream's own time, run by run.
    fn added(&self, proxied: &[Proxied], read: fn(&Run) -> f64) -> Spread {
        Spread::of(proxied.iter().zip(&self.bare).map(|(proxied, bare)| read(&proxied.run) - read(bare)))
    }

    fn rows(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let both = |read: &dyn Fn(&[Proxied]) -> Spread| (read(&self.nginx), read(&self.gateway));
        let run = |read: fn(&Run) -> f64| both(&|all| Spread::of(all.iter().map(|one| read(&one.run))));
        let bare = |read: fn(&Run) -> f64| Some(Spread::of(self.bare.iter().map(read)));
        writeln!(
            f,
            "| **{}, {} requests a run** | | | | |",
            connections(self.connections),
            count(self.requests as f64)
        )?;
        row(f, "requests a second", count, bare(|run| run.rate), run(|run| run.rate))?;
        row(f, "p50", micros, bare(|run| run.p50), run(|run| run.p50))?;
        row(f, "p99", micros, bare(|run| run.p99), run(|run| run.p99))?;
        row(f, "added to the p50", micros, None, both(&|all| self.added(all, |run| run.p50)))?;
        row(f, "added to the p99", micros, None, both(&|all| self.added(all, |run| run.p99)))?;
        let each = |one: &Proxied| one.processor.as_secs_f64() * 1e6 / self.requests as f64;
        row(f, "processor time a request", micros, None, both(&|all| Spread::of(all.iter().map(each))))?;
        row(f, "memory", mib, None, both(&|all| Spread::of(all.iter().map(|one| one.memory as f64))))?;
        let errors = |all: &[Proxied]| all.iter().map(|one| one.run.errors).sum::<usize>();
        let bare: usize = self.bare.iter().map(|run| run.errors).sum();
        writeln!(f, "| errors, all runs | {bare} | {} | {} | |", errors(&self.nginx), errors(&self.gateway))
    }
}

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "| median (least–most) | no proxy | nginx | gateway | gateway : nginx |")?;
        writeln!(f, "| --- | ---: | ---: | ---: | ---: |")?;
        self.levels.iter().try_for_each(|level| level.rows(f))?;
        for level in self.levels.iter().filter(|level| level.connections == GOAL.0) {
            writeln!(f, "\n{}", p99_goal(level))?;
        }
        if let Some(most) = self.levels.last() {
            write!(f, "\n{}", steady(most))?;
        }
        Ok(())
    }
}

/// Judges by the stricter reading of the goal: the added time, if the gateway is slower.
fn p99_goal(level: &Level) -> String {
    let of = |all: &[Proxied]| Spread::of(all.iter().map(|one| one.run.p99)).median;
    let whole = of(&level.gateway) / of(&level.nginx);
    let added = |all: &[Proxied]| level.added(all, |run| run.p99).median;
    let added = added(&level.gateway) / added(&level.nginx);
    let met = if whole.max(added) <= GOAL.1 { "met" } else { "**not met**" };
    format!(
        "The goal at {}, a median p99 of at most {} × nginx's: {whole:.2} × of the whole, {added:.2} × of what is added; {met}.",
        connections(level.connections),
        GOAL.1
    )
}

/// Checks that there were no errors, and that memory after the last run equals that after the first.
fn steady(level: &Level) -> String {
    let errors: usize = level.gateway.iter().map(|one| one.run.errors).sum();
    let memory = |one: Option<&Proxied>| one.map_or(f64::NAN, |one| one.memory as f64);
    let (first, last) = (memory(level.gateway.first()), memory(level.gateway.last()));
    let requests = count((level.requests * level.gateway.len()) as f64);
    format!(
        "The goal at {}, no error and flat memory: {errors} errors in {requests} requests; memory after the last run {:.2} × that \
         after the first ({} → {}).",
        connections(level.connections),
        last / first,
        mib(first),
        mib(last)
    )
}

fn row(
    f: &mut fmt::Formatter<'_>,
    name: &str,
    write: fn(f64) -> String,
    bare: Option<Spread>,
    (nginx, gateway): (Spread, Spread),
) -> fmt::Result {
    let cell = |spread: Spread| format!("{} ({}–{})", write(spread.median), write(spread.least), write(spread.most));
    let bare = bare.map(cell).unwrap_or_default();
    let ratio = gateway.median / nginx.median;
    writeln!(f, "| {name} | {bare} | {} | {} | {ratio:.2}× |", cell(nginx), cell(gateway))
}

fn connections(number: usize) -> String {
    if number == 1 { "1 connection".to_owned() } else { format!("{number} connections") }
}

fn micros(value: f64) -> String {
    if value.abs() < 1000.0 { format!("{value:.0} µs") } else { format!("{:.2} ms", value / 1000.0) }
}

fn mib(bytes: f64) -> String {
    format!("{:.1} MiB", bytes / 1024.0 / 1024.0)
}

/// With thousands separators.
fn count(value: f64) -> String {
    let digits = format!("{value:.0}");
    let mut text = String::new();
    for (place, digit) in digits.char_indices() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

#[cfg(test)]
mod tests;
