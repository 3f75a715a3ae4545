//! Watches one connection and finds a reason to end it: the client does not read an answer, sends no request, or begins many
//! requests only to give them up. The same rules hold for HTTP/1 and HTTP/2; in HTTP/2 a client can stop reading one stream
//! while it reads the others.

use std::pin::Pin;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::task::{Context, Poll, ready};
use std::time::Duration;

use axum::body::{Body, Bytes, HttpBody};
use http_body::{Frame, SizeHint};
use tokio::sync::Notify;
use tokio::time::Instant;

use super::places::Place;

/// Requests that a connection may give up; beyond, it may not have given up more than every second.
const ABANDONED: u64 = 200;

/// How long a client may do nothing.
#[derive(Clone, Copy, Debug)]
pub struct Patience {
    /// Until it takes the next piece of an answer.
    pub send: Duration,
    /// Until it asks for something.
    pub idle: Duration,
}

/// Why a connection ends.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum End {
    /// Nothing is under way, for long.
    Idle,
    /// The client does not take an answer.
    Stalled,
    /// It begins requests and gives them up.
    Flood,
}

/// One connection.
#[derive(Debug)]
pub struct Activity {
    state: Mutex<State>,
    flooded: Notify,
}

#[derive(Debug)]
struct State {
    under_way: usize,
    /// Since when nothing is under way.
    idle_since: Instant,
    /// Answers that wait for their client: a piece was handed over at this time, and the next one was not asked for yet.
    handed: Vec<(u64, Instant)>,
    begun: u64,
    abandoned: u64,
}

impl State {
    fn is_flooded(&self) -> bool {
        self.abandoned > ABANDONED && self.abandoned > self.begun / 2
    }
}

impl Activity {
    pub fn new() -> Arc<Activity> {
        let state = State { under_way: 0, idle_since: Instant::now(), handed: Vec::new(), begun: 0, abandoned: 0 };
        Arc::new(Activity { state: Mutex::new(state), flooded: Notify::new() })
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// A request begins. The second value: others are under way beside it.
    pub fn begin(self: &Arc<Activity>) -> (UnderWay, bool) {
        let mut state = self.state();
        state.begun += 1;
        state.under_way += 1;
        let under_way =
            UnderWay { activity: Arc::clone(self), id: state.begun, place: None, handed: false, whole: false };
        (under_way, state.under_way > 1)
    }

    /// Waits until there is a reason to end the connection. `leaving`: since when it is being closed; then a client that does
    /// not take the last bytes counts as idle.
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

    /// A reason to end it, or when to look again: nothing can come up before.
    fn look(&self, now: Instant, patience: Patience, leaving: Option<Instant>) -> Result<End, Instant> {
        let state = self.state();
        if state.is_flooded() {
            return Ok(End::Flood);
        }
        let stalled = state.handed.iter().map(|(_, since)| *since + patience.send).min();
        if stalled.is_some_and(|then| then <= now) {
            return Ok(End::Stalled);
        }
        let idle = (state.under_way == 0).then(|| match leaving {
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

/// One request, until its answer was handed over or given up.
#[derive(Debug)]
pub struct UnderWay {
    activity: Arc<Activity>,
    id: u64,
    /// What it takes besides its connection's own.
    pub place: Option<Place>,
    handed: bool,
    whole: bool,
}

impl UnderWay {
    /// The client wants more.
    fn taken(&mut self) {
        if std::mem::take(&mut self.handed) {
            self.activity.state().handed.retain(|(id, _)| *id != self.id);
        }
    }

    /// A piece was handed over.
    fn handed(&mut self) {
        self.handed = true;
        self.activity.state().handed.push((self.id, Instant::now()));
    }
}

impl Drop for UnderWay {
    fn drop(&mut self) {
        self.taken();
        let mut state = self.activity.state();
        state.under_way = state.under_way.saturating_sub(1);
        state.idle_since = Instant::now();
        if !self.whole {
            state.abandoned += 1;
            if state.is_flooded() {
                self.activity.flooded.notify_one();
            }
        }
    }
}

/// The body of an answer, watched while it is sent.
pub struct Watched {
    body: Body,
    under_way: UnderWay,
}

impl Watched {
    pub fn new(body: Body, under_way: UnderWay) -> Watched {
        Watched { body, under_way }
    }
}

impl Drop for Watched {
    fn drop(&mut self) {
        self.under_way.whole |= self.body.is_end_stream();
    }
}

impl HttpBody for Watched {
    type Data = Bytes;
    type Error = axum::Error;

    fn poll_frame(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Result<Frame<Bytes>, axum::Error>>> {
        self.under_way.taken();
        let next = ready!(Pin::new(&mut self.body).poll_frame(cx));
        match &next {
            Some(Ok(_)) => self.under_way.handed(),
            Some(Err(_)) | None => self.under_way.whole = true,
        }
        Poll::Ready(next)
    }

    fn is_end_stream(&self) -> bool {
        self.body.is_end_stream()
    }

    fn size_hint(&self) -> SizeHint {
        self.body.size_hint()
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
        let (mut waiting, beside) = activity.begin();
        assert!(!beside);
        let now = Instant::now();
        assert!(activity.look(seconds(now, 1000), PATIENCE, None).is_err(), "the cloud takes its time");
        waiting.handed();
        let now = Instant::now();
        assert!(activity.look(seconds(now, 59), PATIENCE, None).is_err_and(|then| then <= seconds(now, 60)));
        assert_eq!(activity.look(seconds(now, 60), PATIENCE, None), Ok(End::Stalled));
        waiting.taken();
        assert!(activity.look(seconds(now, 1000), PATIENCE, None).is_err(), "the client goes on");
        let (mut other, beside) = activity.begin();
        assert!(beside);
        other.handed();
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
        let finish = |whole: bool| activity.begin().0.whole = whole;
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
