//! Attaching a floating IP: find the port, allocate an address, associate them; wait while the instance is new; undo on
//! request.

use super::candidate::{Candidate, candidates};
use super::pause::{PAUSES_MS, is_unsure, may_pass};
use crate::error::Failure;
use crate::ids::{FloatingIpId, NetworkId, PortId, ServerId};
use crate::wire::{FloatingIp, Port, Subnet};

#[cfg(test)]
mod tests;

/// Where the address comes from.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum AddressFrom {
    /// An unattached address of the project.
    Own(FloatingIp),
    /// A new one from this pool.
    Pool(NetworkId),
}

/// The next step, or the result.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Step {
    /// Read the instance's ports ([`crate::calls::network::ports`]); reply with [`Event::Ports`].
    FindPorts(ServerId),
    /// Let the person choose; reply with [`Event::Chosen`].
    Choose(Vec<Candidate>),
    /// Allocate an address ([`crate::calls::network::create_floating_ip`]); reply with [`Event::Made`].
    Make(NetworkId),
    /// Associate it with the port ([`crate::calls::network::associate`]); reply with [`Event::Given`].
    Give {
        ip: FloatingIpId,
        port: PortId,
        /// The fixed address, if the port has several.
        fixed: Option<String>,
    },
    /// Wait this many milliseconds; reply with [`Event::Waited`].
    Wait(u32),
    /// Release the address ([`crate::calls::network::delete_floating_ip`]); reply with [`Event::Deleted`].
    Delete(FloatingIpId),
    /// The instance has the address.
    Done(FloatingIp),
    /// There is nothing to associate it with: the instance has no port, or each has a floating IP already.
    NoPort,
    /// No subnet of the instance has a route to the internet. No address was allocated.
    NoRoute,
    /// A step failed. If there is an orphan, an allocated address that is billed, [`Event::Undo`] releases it;
    /// [`Event::Again`] continues at the failed step; other events change nothing.
    Broken {
        failure: Failure,
        /// The allocated address that is attached to nothing.
        orphan: Option<FloatingIp>,
        /// A response was lost, so the step may have succeeded: check the list.
        unsure: bool,
    },
    /// Everything was undone; with the failure that was the reason, unless the person cancelled.
    Undone(Option<Failure>),
}

/// The result of a step.
#[derive(Clone, Debug)]
pub enum Event {
    Ports(Result<Vec<Port>, Failure>),
    Chosen(Candidate),
    Made(Result<FloatingIp, Failure>),
    Given(Result<FloatingIp, Failure>),
    /// The time has passed.
    Waited,
    Deleted(Result<(), Failure>),
    /// The person wants to undo it.
    Undo,
    /// The person wants to retry.
    Again,
}

/// What the lists contain at the start, to avoid requests that must fail. Lists that could not be loaded are empty.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Known {
    /// All floating IPs of the project: none is attached to an address that already has one.
    pub taken: Vec<FloatingIp>,
    /// Subnets without an internet gateway accept no floating IP.
    pub subnets: Vec<Subnet>,
}

/// The state of the operation.
#[derive(Clone, Debug)]
pub struct Attach {
    server: ServerId,
    from: AddressFrom,
    known: Known,
    fresh: bool,
    tries: usize,
    target: Option<Candidate>,
    made: Option<FloatingIp>,
    failure: Option<Failure>,
}

impl Attach {
    /// Starts. `fresh`: the port and its route may still appear ([`super::is_fresh`]).
    pub fn begin(server: ServerId, from: AddressFrom, known: Known, fresh: bool) -> (Self, Step) {
        let step = Step::FindPorts(server.clone());
        let state = Self { server, from, known, fresh, tries: 0, target: None, made: None, failure: None };
        (state, step)
    }

    /// The step after an event. An unexpected event repeats the current step.
    pub fn next(&mut self, event: Event) -> Step {
        match event {
            Event::Ports(Ok(ports)) => self.found(&ports),
            Event::Ports(Err(failure)) => self.later_or(failure),
            Event::Chosen(candidate) => {
                self.target = Some(candidate);
                self.forward()
            }
            Event::Made(Ok(ip)) => {
                self.made = Some(ip);
                self.forward()
            }
            Event::Made(Err(failure)) => {
                let unsure = is_unsure(&failure);
                self.broken(failure, unsure)
            }
            // Some responses do not contain the port yet; that the request was accepted is what counts.
            Event::Given(Ok(ip)) => Step::Done(ip),
            Event::Given(Err(failure)) if is_unsure(&failure) => self.broken(failure, true),
            Event::Given(Err(failure)) => self.later_or(failure),
            Event::Waited => self.forward(),
            Event::Undo => self.undo(),
            Event::Deleted(Ok(())) => self.undone(),
            Event::Deleted(Err(failure)) if failure.kind == crate::FailureKind::NotFound => self.undone(),
            Event::Deleted(Err(failure)) => {
                let unsure = is_unsure(&failure);
                self.broken(failure, unsure)
            }
            Event::Again => {
                self.tries = 0;
                self.forward()
            }
        }
    }

    fn found(&mut self, ports: &[Port]) -> Step {
        let mut all = candidates(ports, &self.known.taken);
        if !all.is_empty() && all.iter().all(|candidate| candidate.is_dead_end(&self.known.subnets)) {
            return Step::NoRoute;
        }
        all.retain(|candidate| !candidate.is_dead_end(&self.known.subnets));
        match all.as_slice() {
            [only] => {
                self.target = Some(only.clone());
                self.forward()
            }
            // A port may exist before its address does.
            [] if ports.iter().all(|port| port.fixed.is_empty()) => self.wait().unwrap_or(Step::NoPort),
            [] => Step::NoPort,
            _ => Step::Choose(all),
        }
    }

    /// The next request.
    fn forward(&mut self) -> Step {
        let Some(target) = &self.target else { return Step::FindPorts(self.server.clone()) };
        let ip = match (&self.from, &self.made) {
            (AddressFrom::Own(ip), _) | (AddressFrom::Pool(_), Some(ip)) => ip.id.clone(),
            (AddressFrom::Pool(pool), None) => return Step::Make(pool.clone()),
        };
        Step::Give { ip, port: target.port.clone(), fixed: target.ambiguous.then(|| target.address.clone()) }
    }

    fn wait(&mut self) -> Option<Step> {
        let pause = PAUSES_MS.get(self.tries).filter(|_| self.fresh)?;
        self.tries += 1;
        Some(Step::Wait(*pause))
    }

    fn later_or(&mut self, failure: Failure) -> Step {
        let waited = if may_pass(&failure) { self.wait() } else { None };
        waited.unwrap_or_else(|| self.broken(failure, false))
    }

    fn broken(&mut self, failure: Failure, unsure: bool) -> Step {
        self.failure = Some(failure.clone());
        Step::Broken { failure, orphan: self.made.clone(), unsure }
    }

    /// Releases only an address that was allocated here.
    fn undo(&mut self) -> Step {
        match &self.made {
            Some(ip) => Step::Delete(ip.id.clone()),
            None => self.undone(),
        }
    }

    fn undone(&mut self) -> Step {
        self.made = None;
        Step::Undone(self.failure.take())
    }
}
