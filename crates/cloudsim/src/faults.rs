//! Faults: by instance name, for people; by the control endpoint, for tests.

use std::collections::BTreeMap;

use serde_json::Value;

use crate::errors::{Answer, compute_fault, conflict, forbidden, unavailable};
use crate::model::{Server, steps};
use crate::paging::cut_list;
use crate::personas::{SLOW_MS, Trouble};
use crate::route::Route;
use crate::{Request, Response};

/// A fault set through the control endpoint.
#[derive(Clone, Debug, Default)]
pub(crate) struct Fault {
    /// `compute`, `image`, `network`, `volume`, `identity`; `None`: all.
    service: Option<String>,
    tenant: Option<String>,
    /// `KR1`, `KR2`, `RegionOne`, `RegionTwo`; `None`: all, and identity.
    region: Option<String>,
    method: Option<String>,
    /// Part of the path.
    path: Option<String>,
    status: Option<u16>,
    retry_after: Option<u64>,
    body: Option<Value>,
    /// The target of a redirect.
    location: Option<String>,
    delay_ms: u64,
    gone: bool,
    /// There is never a response.
    hang: bool,
    endless: bool,
    /// The request is carried out all the same.
    done: bool,
    /// The response ends after this many bytes, as if complete.
    truncate: Option<usize>,
    /// The connection breaks after this many bytes of the response.
    cut: Option<usize>,
    content_type: Option<String>,
    /// Reads see the project as it was when the fault was set.
    stale: bool,
    /// A list comes in pages of this many rows, even if none were requested.
    page_max: Option<usize>,
    /// How often it still happens; `None`: until removed.
    times: Option<u64>,
}

/// The effect of faults on one request.
#[derive(Debug, Default)]
pub(crate) struct Strike {
    /// The response instead of the real one.
    pub answer: Option<Response>,
    /// The request is carried out all the same.
    pub done: bool,
    /// A read sees old data.
    pub stale: bool,
    /// The delay of the response.
    pub delay_ms: u64,
    truncate: Option<usize>,
    cut: Option<usize>,
    content_type: Option<String>,
    page_max: Option<usize>,
}

impl Strike {
    /// Applies the changes to a response.
    pub(crate) fn mangle(self, mut response: Response, request: &Request) -> Response {
        if let Some(max) = self.page_max {
            response = cut_list(response, request, max);
        }
        if let Some(length) = self.truncate {
            response.body.truncate(response.body.floor_char_boundary(length));
        }
        if let Some(kind) = self.content_type {
            response.headers.retain(|(name, _)| !name.eq_ignore_ascii_case("content-type"));
            response = response.with_header("Content-Type", &kind);
        }
        response.cut = self.cut;
        response.after(self.delay_ms)
    }
}

/// All active faults.
#[derive(Debug, Default)]
pub(crate) struct Faults {
    list: Vec<Fault>,
}

impl Fault {
    /// Parses a posted fault; `None` if it has no effect.
    pub(crate) fn read(value: &Value) -> Option<Self> {
        let text = |key: &str| value.get(key).and_then(Value::as_str).map(str::to_owned);
        let number = |key: &str| value.get(key).and_then(Value::as_u64);
        let size = |key: &str| number(key).and_then(|number| usize::try_from(number).ok());
        let flag = |key: &str| value.get(key).and_then(Value::as_bool).unwrap_or_default();
        let fault = Self {
            service: text("service"),
            tenant: text("tenant"),
            region: text("region"),
            method: text("method"),
            path: text("path"),
            status: number("status").and_then(|status| u16::try_from(status).ok()),
            retry_after: number("retry_after"),
            body: value.get("body").cloned(),
            location: text("location"),
            delay_ms: number("delay_ms").unwrap_or_default(),
            gone: flag("gone"),
            hang: flag("hang"),
            endless: flag("endless"),
            done: flag("done"),
            truncate: size("truncate"),
            cut: size("cut"),
            content_type: text("content_type"),
            stale: flag("stale"),
            page_max: size("page_max"),
            times: number("times"),
        };
        fault.does_something().then_some(fault)
    }

    fn does_something(&self) -> bool {
        let changed =
            self.page_max.is_some() || self.truncate.is_some() || self.cut.is_some() || self.content_type.is_some();
        self.status.is_some() || self.gone || self.hang || self.endless || self.delay_ms > 0 || changed || self.stale
    }

    /// Whether reads see old data.
    pub(crate) fn is_stale(&self) -> bool {
        self.stale
    }

    fn hits(&self, route: &Route, tenant: Option<&str>, request: &Request) -> bool {
        self.times != Some(0)
            && self.service.as_deref().is_none_or(|wanted| wanted == route.word())
            && self.tenant.as_deref().is_none_or(|wanted| Some(wanted) == tenant)
            && self.region.as_deref().is_none_or(|wanted| Some(wanted) == route.region())
            && self.method.as_deref().is_none_or(|wanted| wanted == request.method)
            && self.path.as_deref().is_none_or(|wanted| request.path.contains(wanted))
    }

    fn response(&self) -> Option<Response> {
        if self.gone {
            return Some(Response::gone());
        }
        if self.hang {
            return Some(hang());
        }
        if self.endless {
            return Some(Response::json(200, &Value::Null).without_end(true));
        }
        let status = self.status?;
        let response = match &self.body {
            Some(Value::String(text)) => Response::html(status, text.clone()),
            Some(body) => Response::json(status, body),
            None => crate::errors::fault(status, "computeFault", "A fault set through the control endpoint."),
        };
        let seconds = self.retry_after.map(|seconds| seconds.to_string());
        let more = [("Retry-After", seconds.as_ref()), ("Location", self.location.as_ref())];
        let set = more.into_iter().filter_map(|(name, value)| Some((name, value?)));
        Some(set.fold(response, |response, (name, value)| response.with_header(name, value)))
    }
}

impl Faults {
    pub(crate) fn set(&mut self, fault: Fault) {
        self.list.push(fault);
    }

    /// Removes all faults, or those of one project.
    pub(crate) fn clear(&mut self, tenant: Option<&str>) {
        self.list.retain(|fault| tenant.is_some_and(|tenant| fault.tenant.as_deref() != Some(tenant)));
    }

    /// The effect on a request: the first replacement response, and all changes of the real one.
    pub(crate) fn strike(&mut self, route: &Route, tenant: Option<&str>, request: &Request) -> Strike {
        let mut strike = Strike::default();
        for fault in self.list.iter_mut().filter(|fault| fault.hits(route, tenant, request)) {
            fault.times = fault.times.map(|times| times.saturating_sub(1));
            strike.delay_ms += fault.delay_ms;
            strike.stale |= fault.stale;
            strike.truncate = fault.truncate.or(strike.truncate);
            strike.cut = fault.cut.or(strike.cut);
            strike.page_max = fault.page_max.or(strike.page_max);
            strike.content_type = fault.content_type.clone().or(strike.content_type);
            if let Some(answer) = fault.response() {
                strike.answer = Some(answer);
                strike.done = fault.done;
                break;
            }
        }
        strike
    }
}

/// A response after every client has given up.
fn hang() -> Response {
    Response::gone().after(3_600_000)
}

/// The response of a region with problems; `None`: the normal one.
pub(crate) fn of_region(trouble: Trouble) -> Option<Response> {
    match trouble {
        Trouble::Down => Some(unavailable()),
        Trouble::Hangs => Some(hang()),
        Trouble::Garbage => {
            let body = "<<< not what anybody asked for >>>".to_owned();
            Some(Response { body, ..Response::empty(200) })
        }
        Trouble::Slow => None,
    }
}

/// The delay of all responses of a region with problems, ms.
pub(crate) fn region_delay_ms(trouble: Option<Trouble>) -> u64 {
    if trouble == Some(Trouble::Slow) { SLOW_MS } else { 0 }
}

/// The delay of responses about an instance named `slow-…`, ms.
pub(crate) fn delay_ms(name: &str) -> u64 {
    if name.starts_with("slow-") { 3_000 } else { 0 }
}

/// The metadata of `heavy-…`: as much as Nova allows, 64 KB.
pub(crate) fn metadata(server: &Server) -> BTreeMap<String, String> {
    if !server.named("heavy-") {
        return server.metadata.clone();
    }
    let item = |number: usize| (format!("{number:0>255}"), "x".repeat(255));
    (0..crate::compute::ITEMS_MAX).map(item).collect()
}

/// Refuses creates by name: `fail-500-…`, `fail-409-…`, `fail-quota-…`.
pub(crate) fn on_create(name: &str) -> Result<(), Response> {
    if name.starts_with("fail-500-") {
        return Err(compute_fault());
    }
    if name.starts_with("fail-409-") {
        return Err(conflict("Multiple possible networks found, use a Network ID to be more specific."));
    }
    if name.starts_with("fail-quota-") {
        return Err(forbidden("Quota exceeded for cores: Requested 8, but already used 120 of 120 cores"));
    }
    Ok(())
}

/// The steps of a build by name: `fail-build-…`, `stuck-build-…`.
pub(crate) fn build(name: &str) -> steps::Timing {
    if name.starts_with("fail-build-") {
        steps::BUILD_FAILS
    } else if name.starts_with("stuck-build-") {
        steps::BUILD_STUCK
    } else {
        steps::BUILD
    }
}

/// Refuses every action on an instance named `fail-action-…`; `verb` is the name in Nova's message.
pub(crate) fn on_action(server: &Server, verb: &str) -> Result<(), Response> {
    if server.named("fail-action-") {
        return Err(conflict(&format!(
            "Cannot '{verb}' instance {} while it is in task_state image_uploading",
            server.id
        )));
    }
    Ok(())
}

/// The plan of an accepted action: `fail-start-…` and similar end in ERROR, `stuck-start-…` and similar never end.
pub(crate) fn action(server: &Server, verb: &str, otherwise: steps::Timing) -> steps::Timing {
    if server.named(&format!("fail-{verb}-")) {
        steps::ACTION_FAILS
    } else if server.named(&format!("stuck-{verb}-")) {
        steps::STUCK
    } else {
        otherwise
    }
}

/// Refuses to delete `fail-delete-…`.
pub(crate) fn on_delete(server: &Server) -> Result<(), Response> {
    if server.named("fail-delete-") {
        return Err(conflict(&format!("Instance {} is locked", server.id)));
    }
    Ok(())
}

/// Refuses a rename to `fail-rename-…`.
pub(crate) fn on_rename(name: &str) -> Result<(), Response> {
    if name.starts_with("fail-rename-") { Err(compute_fault()) } else { Ok(()) }
}

/// Drops the response of a request on `lost-…`.
pub(crate) fn lose(name: &str, answer: Response) -> Answer {
    if name.starts_with("lost-") { Ok(Response::gone()) } else { Ok(answer) }
}
