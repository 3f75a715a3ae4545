//! The core: the state of the whole cloud, and the function that handles a request.

use std::collections::HashMap;

use cloud::Timestamp;
use serde_json::Value;

use crate::clock::{Clock, http_date};
use crate::context::Context;
use crate::errors::{forbidden, no_such_path, rate_limited, unauthenticated, unavailable};
use crate::faults::{Faults, of_region, region_delay_ms};
use crate::identity::catalog::{is_first, regions};
use crate::identity::projects::{Families, family};
use crate::identity::tokens::{Grant, Session, Tokens};
use crate::journal::{Journal, Sender};
use crate::model::Project;
use crate::personas::{Persona, World};
use crate::rng::Rng;
use crate::route::{Kind, Route};
use crate::{Options, Request, Response, compute, control, identity, image, network, volume, world};

/// A project: one tenant in one region, with the world that its first user selected.
pub(crate) type ProjectKey = (String, &'static str, World);

/// The whole simulated cloud as a value.
#[derive(Debug)]
pub struct Cloud {
    pub(crate) options: Options,
    pub(crate) origin: String,
    pub(crate) clock: Clock,
    pub(crate) tokens: Tokens,
    pub(crate) families: Families,
    pub(crate) faults: Faults,
    pub(crate) journal: Journal,
    pub(crate) projects: HashMap<ProjectKey, Project>,
    /// Copies of projects for stale reads.
    replicas: HashMap<ProjectKey, Project>,
    rng: Rng,
}

impl Cloud {
    /// A cloud that starts at `now`; `origin` is used in its catalog and links (`http://127.0.0.1:18100`).
    pub fn new(options: Options, origin: String, now: Timestamp) -> Self {
        let rng = Rng::of(options.seed, "cloud");
        let mut cloud = Self {
            options,
            origin,
            clock: Clock::default(),
            tokens: Tokens::default(),
            families: Families::default(),
            faults: Faults::default(),
            journal: Journal::default(),
            projects: HashMap::new(),
            replicas: HashMap::new(),
            rng,
        };
        // A large demo is created before the first request, so that no page has to wait for it.
        if cloud.options.instances.is_some() {
            cloud.project(&(crate::DEMO_TENANT.to_owned(), "KR1", World::Demo), now);
        }
        cloud
    }

    /// Handles a request. Time passes only through `now`.
    pub fn handle(&mut self, request: &Request, now: Timestamp) -> Response {
        if let Some(rest) = request.path.strip_prefix("/_sim/") {
            return control::answer(self, rest, request, now);
        }
        let route = Route::of(&request.path);
        let owner = request.header("x-auth-token").and_then(|token| self.tokens.owner(token));
        let owner = owner.map(|session| (session.tenant.clone(), session.persona.clone()));
        let named = asked_tenant(&route, request, &self.tokens);
        let tenant = owner.as_ref().map(|(tenant, _)| tenant.as_str()).or(named.as_deref());
        let id = format!("req-{}", self.rng.uuid());
        let mut strike = self.faults.strike(&route, tenant, request);
        let response = match strike.answer.take() {
            Some(answer) => {
                if strike.done {
                    self.route(&route, request, &id, now);
                }
                answer
            }
            None if strike.stale && request.method == "GET" => self.route_in_the_past(&route, request, &id, now),
            None => self.route(&route, request, &id, now),
        };
        let response = strike.mangle(response, request);
        let at = self.clock.at(now, tenant);
        let response = stamp(&route, response, &id).with_header("Date", &http_date(at));
        let at = at.to_utc();
        let user = owner.as_ref().map(|(_, persona)| persona.user.as_str());
        let sender = Sender { service: route.word(), region: route.region(), tenant, user };
        self.journal.note(request, &response, &sender, at);
        response
    }

    /// Copies the current projects, for stale reads.
    pub(crate) fn keep_replicas(&mut self, tenant: Option<&str>) {
        let named = self.projects.iter().filter(|((owner, ..), _)| tenant.is_none_or(|tenant| owner == tenant));
        self.replicas.extend(named.map(|(key, project)| (key.clone(), project.clone())));
    }

    /// Drops the copies.
    pub(crate) fn forget_replicas(&mut self, tenant: Option<&str>) {
        self.replicas.retain(|(owner, ..), _| tenant.is_some_and(|tenant| owner != tenant));
    }

    /// Answers like a replica that lags behind: time passes in it, but later writes are missing.
    fn route_in_the_past(&mut self, route: &Route, request: &Request, id: &str, now: Timestamp) -> Response {
        self.swap_replicas();
        let response = self.route(route, request, id, now);
        self.swap_replicas();
        response
    }

    fn swap_replicas(&mut self) {
        for (key, replica) in &mut self.replicas {
            if let Some(project) = self.projects.get_mut(key) {
                std::mem::swap(project, replica);
            }
        }
    }

    fn route(&mut self, route: &Route, request: &Request, id: &str, now: Timestamp) -> Response {
        match route {
            Route::Nowhere => no_such_path(),
            Route::Identity(rest) => {
                let rest: Vec<&str> = rest.iter().map(String::as_str).collect();
                identity::answer(self, &rest, request, now)
            }
            Route::Service { region, kind, rest } => {
                let rest: Vec<&str> = rest.iter().map(String::as_str).collect();
                self.service((region, *kind), &rest, request, id, now)
            }
        }
    }

    fn service(
        &mut self,
        (region, kind): (&'static str, Kind),
        rest: &[&str],
        request: &Request,
        id: &str,
        now: Timestamp,
    ) -> Response {
        if let Some(versions) = crate::versions::answer(&self.origin, region, kind, rest, request) {
            return versions;
        }
        let Some(session) = self.session(request, now).cloned() else {
            return unauthenticated(&format!("{}/identity", self.origin));
        };
        if !regions(&session.persona).contains(&region) {
            return unauthenticated(&format!("{}/identity", self.origin));
        }
        // The policies' answer to a token without a project.
        if session.unscoped {
            return forbidden("Policy doesn't allow this to be performed by a user of no project.");
        }
        let trouble = session.persona.second_region.filter(|_| !is_first(region));
        if let Some(answer) = trouble.and_then(of_region) {
            return answer;
        }
        let slow_ms = session.persona.slow_ms + region_delay_ms(trouble);
        if let Some(refusal) = self.whole_service(&session.persona, kind, request) {
            return refusal.after(slow_ms);
        }
        let now = self.clock.at(now, Some(&session.tenant));
        let base = format!("{}/{}/{}", self.origin, region.to_lowercase(), kind.word());
        let seed = self.options.seed;
        let key = (session.tenant.clone(), region, session.persona.world);
        let project = self.project(&key, now);
        project.advance(now);
        let mut context =
            Context { project, request, request_id: id, persona: &session.persona, now, base, seed, minor: 1 };
        let answer = match kind {
            Kind::Compute => compute::answer(&mut context, rest),
            Kind::Image => image::answer(&mut context, rest),
            Kind::Network => network::answer(&mut context, rest),
            Kind::Volume => volume::answer(&mut context, rest),
        };
        let keys_changed = kind == Kind::Compute && request.method != "GET" && rest.contains(&"os-keypairs");
        if keys_changed {
            self.share_keys(&key);
        }
        answer.unwrap_or_else(|refusal| refusal).after(slow_ms)
    }

    /// Key pairs belong to the user: all projects of a region share them.
    fn share_keys(&mut self, changed: &ProjectKey) {
        let Some(keys) = self.projects.get(changed).map(|project| project.keys.clone()) else { return };
        let others = self.projects.iter_mut().filter(|(key, _)| are_sisters(key, changed));
        others.for_each(|(_, project)| project.keys.clone_from(&keys));
    }

    /// The effect of the persona on a whole service.
    fn whole_service(&mut self, persona: &Persona, kind: Kind, request: &Request) -> Option<Response> {
        if persona.down.contains(&kind.word()) {
            return Some(unavailable());
        }
        if persona.readonly && request.method != "GET" {
            return Some(forbidden("Policy doesn't allow os_compute_api:servers:create to be performed."));
        }
        // Refuses one in three.
        (persona.limited && kind == Kind::Compute && self.rng.below(3) == 0).then(|| rate_limited(3))
    }

    /// The project, created on first use.
    pub(crate) fn project(&mut self, key: &ProjectKey, now: Timestamp) -> &mut Project {
        let (tenant, region, world) = key;
        let options = &self.options;
        self.families.note(tenant);
        let number = self.families.number(tenant);
        let sister = self.projects.iter().find(|(other, _)| are_sisters(other, key));
        let keys = sister.map(|(_, project)| project.keys.clone());
        self.projects.entry(key.clone()).or_insert_with(|| {
            let instances = options.instances.filter(|_| tenant == crate::DEMO_TENANT);
            let (seed, speed, world) = (options.seed, options.speed, *world);
            let mut project = world::make(world::Plan { seed, tenant, number, region, world, instances, speed, now });
            project.keys = keys.unwrap_or(project.keys);
            project
        })
    }

    /// Issues a token, and creates the project in its first region, so that ages count from now.
    pub(crate) fn grant(&mut self, grant: Grant, now: Timestamp) -> Session {
        let now = self.clock.at(now, Some(&grant.tenant));
        self.families.note(&grant.tenant);
        if let Some(region) = regions(&grant.persona).first().filter(|_| !grant.unscoped) {
            self.project(&(grant.tenant.clone(), region, grant.persona.world), now);
        }
        self.tokens.issue(&mut self.rng, grant, now)
    }

    /// The session of a request's token, if it is valid.
    pub(crate) fn session(&self, request: &Request, now: Timestamp) -> Option<&Session> {
        self.valid(request.header("x-auth-token")?, now)
    }

    /// The session of a token, if it is valid.
    pub(crate) fn valid(&self, token: &str, now: Timestamp) -> Option<&Session> {
        let session = self.tokens.owner(token)?;
        (self.clock.at(now, Some(&session.tenant)) < session.expires).then_some(session)
    }
}

/// Whether these are two projects of one user in one region.
fn are_sisters(one: &ProjectKey, other: &ProjectKey) -> bool {
    one.0 != other.0 && family(&one.0) == family(&other.0) && one.1 == other.1 && one.2 == other.2
}

/// Adds request ids like all OpenStack services; compute sends its own under two names.
fn stamp(route: &Route, response: Response, id: &str) -> Response {
    let response = response.with_header("x-openstack-request-id", id);
    match route {
        Route::Service { kind: Kind::Compute, .. } => response.with_header("x-compute-request-id", id),
        _ => response,
    }
}

/// The project that a sign-in is for, to which its faults and journal entries belong.
fn asked_tenant(route: &Route, request: &Request, tokens: &Tokens) -> Option<String> {
    let Route::Identity(_) = route else { return None };
    let body = request.value();
    let text = |at: &&str| body.pointer(at).and_then(Value::as_str);
    let named = ["/auth/tenantId", "/auth/scope/project/id"].iter().find_map(text);
    // A project given by name belongs to the token's user.
    let given = ["/auth/token/id", "/auth/identity/token/id"].iter().find_map(text);
    named.map(str::to_owned).or_else(|| Some(tokens.owner(given?)?.tenant.clone()))
}
