//! What a 401 means. A session is over when identity says so, or, if identity cannot be asked, when compute does. Any other
//! service may refuse a token for reasons of its own, and the session continues without that service.

use std::cell::RefCell;
use std::future::poll_fn;
use std::rc::Rc;
use std::sync::{Arc, Weak};
use std::task::{Poll, Waker};

use cloud::Failure;
use cloud::calls::{compute, identity};
use cloud::catalog::Service;
use cloud::exchange::{Reply, Request};
use cloud::sign_in::is_v3;

use super::ask;
use super::session::Session;
use crate::browser::clock;

/// How long a session that was found valid is not checked again: a service that always refuses it costs one more request a
/// minute.
const HOLDS_MS: f64 = 60_000.0;

/// One check of a session. All requests that get a 401 meanwhile wait for it.
struct Look {
    /// Weak: the token of a session that ended must not stay in memory.
    session: Weak<Session>,
    at: f64,
    is_over: Option<bool>,
    waiting: Vec<Waker>,
}

thread_local! {
    static LAST: RefCell<Option<Rc<RefCell<Look>>>> = const { RefCell::new(None) };
}

/// The failure for a 401 of a service if the session itself is still valid.
pub async fn not_accepted(session: Arc<Session>, request: &Request, reply: &Reply) -> Option<Failure> {
    // A 401 of the gateway itself is about its own session.
    if Failure::is_of_gateway(reply) || is_over(session, request.service).await {
        return None;
    }
    Some(Failure::not_accepted(request, reply))
}

async fn is_over(session: Arc<Session>, service: Service) -> bool {
    let now = clock::monotonic_ms();
    let last = LAST.with_borrow(Clone::clone).filter(|last| {
        let last = last.borrow();
        std::ptr::eq(last.session.as_ptr(), &*session) && (last.is_over.is_none() || now - last.at < HOLDS_MS)
    });
    if let Some(last) = last {
        return wait_for(&last).await;
    }
    let look = Look { session: Arc::downgrade(&session), at: now, is_over: None, waiting: Vec::new() };
    let look = Rc::new(RefCell::new(look));
    LAST.set(Some(look.clone()));
    let is_over = look_at(&session, service).await;
    let waiting = {
        let mut look = look.borrow_mut();
        look.is_over = Some(is_over);
        std::mem::take(&mut look.waiting)
    };
    waiting.into_iter().for_each(Waker::wake);
    is_over
}

async fn wait_for(look: &RefCell<Look>) -> bool {
    poll_fn(|context| {
        let mut look = look.borrow_mut();
        match look.is_over {
            Some(is_over) => Poll::Ready(is_over),
            None => {
                look.waiting.push(context.waker().clone());
                Poll::Pending
            }
        }
    })
    .await
}

/// Asks identity. That is impossible with v2.0, which does not let users inspect their own token, and when identity cannot
/// be reached; compute is asked then.
async fn look_at(session: &Session, refused_by: Service) -> bool {
    if is_v3(&session.cloud.identity) {
        let (token, call) = (session.token.as_str(), identity::inspect());
        let headers = [("X-Auth-Token", token), ("X-Subject-Token", token)];
        match ask::identity(&session.cloud, &call.request, &headers).await.map(|reply| reply.status) {
            Ok(401) => return true,
            Ok(200..300) => return false,
            _ => {}
        }
    }
    if refused_by == Service::Compute {
        return true;
    }
    let asked = ask::unjudged(session, &compute::zones().request, None).await;
    asked.is_ok_and(|reply| reply.status == 401)
}
