//! Watches a connection for a reason to end it: the client does not read a response, sends no request, or starts many
//! requests and cancels them. The same rules apply to HTTP/1 and HTTP/2; with HTTP/2 a client can stop reading one
//! stream while it reads others.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use tokio::sync::Notify;
use tokio::time::Instant;

use super::places::Place;

/// Cancelled requests that a connection may have; beyond that, at most every second one.
const ABANDONED: u64 = 200;

/// How long a client may do nothing.
#[derive(Clone, Copy, Debug)]
pub struct Patience {
    /// While a response waits to be taken.
    pub send: Duration,
    /// While there is no request.
    pub idle: Duration,
}

/// Why a connection is ended.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum End {
    /// Idle for too long.
    Idle,
    /// The client does not take a response.
    Stalled,
    /// It starts and cancels too many requests.
    Flood,
}

/// The state of one connection.
#[derive(Debug)]
pub struct Activity {
    state: Mutex<State>,
    flooded: Notify,
}

#[derive(Debug)]
struct State {
    /// Requests whose response is not completely sent.
    requests: Vec<Request>,
    /// Since when there is no request.
    idle_since: Instant,
    begun: u64,
    abandoned: u64,
}

#[derive(Debug)]
struct Request {
    id: u64,
    /// The connection has taken all of the response so far, and waits for more.
    wanted: bool,
    /// Pieces of the response that the connection has not sent completely.
    unsent: usize,
    /// When its last bytes were taken.
    progress: Instant,
    /// The response is complete.
    whole: bool,
}

impl Request {
    /// Whether it waits for the client, not for the cloud.
    fn waits_for_client(&self) -> bool {
        self.unsent > 0 || !self.wanted
    }
}

impl State {
    fn is_flooded(&self) -> bool {
        self.abandoned > ABANDONED && self.abandoned > self.begun / 2
    }
}

impl Activity {
    pub fn new() -> Arc<Activity> {
        let state = State { requests: Vec::new(), idle_since: Instant::now(), begun: 0, abandoned: 0 };
        Arc::new(Activity { state: Mutex::new(state), flooded: Notify::new() })
    }

    /// When the last bytes of each running response were taken.
    #[cfg(test)]
    pub fn progress(&self) -> Vec<Instant> {
        self.state().requests.iter().map(|request| request.progress).collect()
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Starts a request. The second value: whether others are running.
    pub fn begin(self: &Arc<Activity>) -> (UnderWay, bool) {
        let mut state = self.state();
        state.begun += 1;
        let id = state.begun;
        // Until there is a response, it does not wait for the client.
        state.requests.push(Request { id, wanted: true, unsent: 0, progress: Instant::now(), whole: false });
        (UnderWay { activity: Arc::clone(self), id, place: None }, state.requests.len() > 1)
    }

    /// Waits for a reason to end the connection. `leaving`: since when it is being closed; then a client that does not
    /// take the last bytes counts as idle.
    pub async fn end(&self, patience: Patience, leaving: Option<Instant>) -> End {
        loop {
            let look_again = match self.look(Instant::now(), patience, leaving) {
                Ok(end) => return end,
                Err(then) => then,
            };
            tokio::select! {
                () = tokio::time::sleep_until(look_again) => {}
                () = self.flooded.notified() => {}
            }
        }
    }

    /// A reason to end it, or the earliest time at which there can be one.
    fn look(&self, now: Instant, patience: Patience, leaving: Option<Instant>) -> Result<End, Instant> {
        let state = self.state();
        if state.is_flooded() {
            return Ok(End::Flood);
        }
        let waiting = state.requests.iter().filter(|request| request.waits_for_client());
        let stalled = waiting.map(|request| request.progress + patience.send).min();
        if stalled.is_some_and(|then| then <= now) {
            return Ok(End::Stalled);
        }
        let idle = state.requests.is_empty().then(|| match leaving {
            None => state.idle_since + patience.idle,
            Some(left) => state.idle_since.max(left) + patience.send,
        });
        if idle.is_some_and(|then| then <= now) {
            return Ok(End::Idle);
        }
        let soonest = now + patience.send.min(patience.idle);
        Err([stalled, idle].into_iter().flatten().fold(soonest, Instant::min))
    }
}

/// A request, until its response was sent or cancelled.
#[derive(Debug)]
pub struct UnderWay {
    activity: Arc<Activity>,
    id: u64,
    /// Its own place, if it shares the connection.
    pub place: Option<Place>,
}

impl UnderWay {
    fn note(&self, what: impl FnOnce(&mut Request)) {
        if let Some(request) = self.activity.state().requests.iter_mut().find(|request| request.id == self.id) {
            what(request);
        }
    }

    /// There is a response: the client can now be waited for.
    pub fn answered(&self) {
        self.note(|request| (request.wanted, request.progress) = (false, Instant::now()));
    }

    /// The connection waits for more, and there is none yet.
    pub fn wanted(&self) {
        self.note(|request| request.wanted = true);
    }

    /// A piece was handed over to the connection.
    pub fn handed(&self) {
        self.note(|request| {
            if !request.waits_for_client() {
                request.progress = Instant::now();
            }
            request.wanted = false;
            request.unsent += 1;
        });
    }

    /// Bytes of a piece were taken.
    pub fn taken(&self) {
        self.note(|request| request.progress = Instant::now());
    }

    /// A piece was sent or cancelled.
    pub fn sent(&self) {
        self.note(|request| request.unsent = request.unsent.saturating_sub(1));
    }

    /// The whole response was handed over.
    pub fn whole(&self) {
        self.note(|request| (request.wanted, request.whole) = (true, true));
    }
}

impl Drop for UnderWay {
    fn drop(&mut self) {
        let mut state = self.activity.state();
        let whole = state.requests.iter().any(|request| request.id == self.id && request.whole);
        state.requests.retain(|request| request.id != self.id);
        state.idle_since = Instant::now();
        if !whole {
            state.abandoned += 1;
            if state.is_flooded() {
                self.activity.flooded.notify_one();
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const PATIENCE: Patience = Patience { send: Duration::from_secs(60), idle: Duration::from_secs(30) };

    fn seconds(after: Instant, seconds: u64) -> Instant {
        after + Duration::from_secs(seconds)
    }

    #[test]
    fn an_answer_that_is_not_taken_ends_the_connection_and_one_that_waits_for_the_cloud_does_not() {
        let activity = Activity::new();
        let (waiting, beside) = activity.begin();
        assert!(!beside);
        let now = Instant::now();
        assert!(activity.look(seconds(now, 1000), PATIENCE, None).is_err(), "the cloud takes its time");
        waiting.answered();
        waiting.handed();
        let now = Instant::now();
        assert!(activity.look(seconds(now, 59), PATIENCE, None).is_err_and(|then| then <= seconds(now, 60)));
        assert_eq!(activity.look(seconds(now, 60), PATIENCE, None), Ok(End::Stalled));
        waiting.sent();
        assert_eq!(
            activity.look(seconds(now, 60), PATIENCE, None),
            Ok(End::Stalled),
            "it does not want the next piece"
        );
        waiting.wanted();
        assert!(activity.look(seconds(now, 1000), PATIENCE, None).is_err(), "the client goes on");
        let (other, beside) = activity.begin();
        assert!(beside);
        other.answered();
        assert_eq!(activity.look(seconds(Instant::now(), 60), PATIENCE, None), Ok(End::Stalled), "one of two");
        drop(other);
        assert!(activity.look(seconds(now, 1000), PATIENCE, None).is_err());
    }

    #[test]
    fn who_asks_for_nothing_is_let_go_and_then_cut() {
        let activity = Activity::new();
        let now = Instant::now();
        assert!(activity.look(seconds(now, 29), PATIENCE, None).is_err());
        assert_eq!(activity.look(seconds(now, 31), PATIENCE, None), Ok(End::Idle));
        let left = Some(seconds(now, 31));
        assert!(activity.look(seconds(now, 90), PATIENCE, left).is_err(), "the last bytes have their time");
        assert_eq!(activity.look(seconds(now, 91), PATIENCE, left), Ok(End::Idle));
        let (request, _) = activity.begin();
        assert!(activity.look(seconds(now, 1000), PATIENCE, left).is_err(), "what began before is finished");
        drop(request);
    }

    #[test]
    fn a_page_may_give_requests_up_and_a_flood_may_not() {
        let activity = Activity::new();
        let finish = |whole: bool| {
            let (request, _) = activity.begin();
            if whole {
                request.whole();
            }
        };
        for _ in 0..ABANDONED {
            finish(false);
        }
        assert!(activity.look(Instant::now(), PATIENCE, None).is_err());
        for _ in 0..=ABANDONED {
            finish(true);
        }
        finish(false);
        assert!(activity.look(Instant::now(), PATIENCE, None).is_err(), "it finishes as many");
        finish(false);
        finish(false);
        assert_eq!(activity.look(Instant::now(), PATIENCE, None), Ok(End::Flood));
    }
}
