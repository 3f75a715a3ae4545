//! The log: JSON lines on stderr, written by a separate thread. Requests never wait for it: if stderr is blocked or
//! closed, lines are dropped and counted.

use std::io::{self, Write as _};
use std::panic::AssertUnwindSafe;
use std::sync::OnceLock;
use std::sync::atomic::{AtomicU64, Ordering};

use tracing::level_filters::LevelFilter;
use tracing::{Subscriber, error};
use tracing_appender::non_blocking::{ErrorCounter, NonBlockingBuilder, WorkerGuard};
use tracing_subscriber::fmt::MakeWriter;

/// The queue length; further lines are dropped. A line is at most as long as a path, so memory is limited, too.
pub const WAITING_LINES: usize = 512;

/// Lines that did not fit into the queue.
static NOT_QUEUED: OnceLock<ErrorCounter> = OnceLock::new();

/// Lines that could not be written.
static NOT_WRITTEN: AtomicU64 = AtomicU64::new(0);

/// On drop, queued lines are written, for at most a second.
#[must_use = "without it nothing is written"]
pub struct Log {
    writing: Option<WorkerGuard>,
}

impl Drop for Log {
    fn drop(&mut self) {
        let writing = self.writing.take();
        // If the queue cannot be emptied in time, the guard reports it on stdout, and panics if that is closed.
        let _ = std::panic::catch_unwind(AssertUnwindSafe(|| drop(writing)));
    }
}

/// Sends `tracing` events and panics to stderr. Called once per process.
pub fn start() -> Log {
    let queue = NonBlockingBuilder::default().lossy(true).buffered_lines_limit(WAITING_LINES).thread_name("log");
    let (writer, guard) = queue.finish(Stderr);
    // Only a second call finds it set; its lines would be counted with the first's.
    let _ = NOT_QUEUED.set(writer.error_counter());
    let _ = tracing::subscriber::set_global_default(subscriber(writer));
    // The default hook would write to stderr on the panicking thread, and could block there.
    std::panic::set_hook(Box::new(|info| error!("panic: {info}")));
    Log { writing: Some(guard) }
}

/// Formats each event as one JSON object, with the event's fields next to `message`.
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

/// Number of lines dropped since the start.
pub fn dropped() -> u64 {
    let not_queued = NOT_QUEUED.get().map_or(0, ErrorCounter::dropped_lines);
    NOT_WRITTEN.load(Ordering::Relaxed).saturating_add(not_queued.try_into().unwrap_or(u64::MAX))
}

/// Writes directly to stderr, before the log starts or after it ends. Errors are ignored.
pub fn say_directly(text: &str) {
    let _ = writeln!(io::stderr(), "{text}");
}

/// Writes whole lines, or counts them as lost. It never returns an error, so that the writer thread continues.
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

/// For tests: captures what is logged on this thread.
#[cfg(test)]
pub mod captured {
    use std::io;
    use std::sync::{Arc, Mutex};

    use serde_json::Value;
    use tracing::Subscriber;

    /// Captured lines.
    #[derive(Clone, Default)]
    pub struct Captured(Arc<Mutex<Vec<u8>>>);

    impl Captured {
        /// For `tracing::subscriber::with_default` or `set_default`.
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
