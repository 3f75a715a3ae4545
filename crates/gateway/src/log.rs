//! The log: JSON lines on stderr, written by a thread of their own. A request hands its line over and goes on: where nobody
//! reads stderr, or nobody can, lines are dropped and counted, and serving is not touched.

use std::io::{self, Write as _};
use std::panic::AssertUnwindSafe;
use std::sync::OnceLock;
use std::sync::atomic::{AtomicU64, Ordering};

use tracing::level_filters::LevelFilter;
use tracing::{Subscriber, error};
use tracing_appender::non_blocking::{ErrorCounter, NonBlockingBuilder, WorkerGuard};
use tracing_subscriber::fmt::MakeWriter;

/// Lines that wait to be written; more are dropped. A line has a path at most, so this bounds the memory, too.
pub const WAITING_LINES: usize = 512;

/// Lines that did not find a place among those that wait.
static NOT_QUEUED: OnceLock<ErrorCounter> = OnceLock::new();

/// Lines that could not be written.
static NOT_WRITTEN: AtomicU64 = AtomicU64::new(0);

/// When it is dropped, the lines that still wait are written; that takes a second at most.
#[must_use = "without it nothing is written"]
pub struct Log {
    writing: Option<WorkerGuard>,
}

impl Drop for Log {
    fn drop(&mut self) {
        let writing = self.writing.take();
        // When the lines that wait find no end, the guard says so on stdout, and panics where that is closed.
        let _ = std::panic::catch_unwind(AssertUnwindSafe(|| drop(writing)));
    }
}

/// From here on, events of `tracing` and panics become lines on stderr. Once for the whole process.
pub fn start() -> Log {
    let queue = NonBlockingBuilder::default().lossy(true).buffered_lines_limit(WAITING_LINES).thread_name("log");
    let (writer, guard) = queue.finish(Stderr);
    // Only a second call finds it set; its lines would be those of the first.
    let _ = NOT_QUEUED.set(writer.error_counter());
    let _ = tracing::subscriber::set_global_default(subscriber(writer));
    // The standard hook writes to stderr itself, on the thread that panics, and would wait for whoever reads it.
    std::panic::set_hook(Box::new(|info| error!("panic: {info}")));
    Log { writing: Some(guard) }
}

/// Writes each event as one JSON object in a line. The event's fields stand at the top level, beside `message`.
pub fn subscriber<W>(writer: W) -> impl Subscriber + Send + Sync
where
    W: for<'w> MakeWriter<'w> + Send + Sync + 'static,
{
    tracing_subscriber::fmt()
        .json()
        .flatten_event(true)
        .with_current_span(false)
        .with_span_list(false)
        .with_target(false)
        .with_max_level(LevelFilter::INFO)
        .log_internal_errors(false)
        .with_writer(writer)
        .finish()
}

/// Lines that nobody will read, since the start.
pub fn dropped() -> u64 {
    let not_queued = NOT_QUEUED.get().map_or(0, ErrorCounter::dropped_lines);
    NOT_WRITTEN.load(Ordering::Relaxed).saturating_add(not_queued.try_into().unwrap_or(u64::MAX))
}

/// Says something before there is a log or after it. It is no failure that nobody reads it.
pub fn say_directly(text: &str) {
    let _ = writeln!(io::stderr(), "{text}");
}

/// Writes a whole line, or counts it as lost. It never returns an error, so that the thread that writes goes on.
struct Stderr;

impl io::Write for Stderr {
    fn write(&mut self, line: &[u8]) -> io::Result<usize> {
        if io::stderr().write_all(line).is_err() {
            NOT_WRITTEN.fetch_add(1, Ordering::Relaxed);
        }
        Ok(line.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// For tests: what is logged on this thread.
#[cfg(test)]
pub mod captured {
    use std::io;
    use std::sync::{Arc, Mutex};

    use serde_json::Value;
    use tracing::Subscriber;

    /// Lines, as they would be written.
    #[derive(Clone, Default)]
    pub struct Captured(Arc<Mutex<Vec<u8>>>);

    impl Captured {
        /// Give it to `tracing::subscriber::with_default` or `set_default`.
        pub fn subscriber(&self) -> impl Subscriber + Send + Sync + use<> {
            let writer = self.clone();
            super::subscriber(move || writer.clone())
        }

        /// All lines so far.
        pub fn lines(&self) -> Vec<Value> {
            let text = self.0.lock().expect("no panic");
            text.split(|byte| *byte == b'\n')
                .filter(|line| !line.is_empty())
                .map(|line| serde_json::from_slice(line).expect("JSON"))
                .collect()
        }
    }

    impl io::Write for Captured {
        fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
            self.0.lock().expect("no panic").extend_from_slice(bytes);
            Ok(bytes.len())
        }

        fn flush(&mut self) -> io::Result<()> {
            Ok(())
        }
    }
}
