//! Attach: find the port, take an address, give it to the port; wait while the instance is new; undo on request.

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
    /// One that the project has, and that is free.
    Own(FloatingIp),
    /// A new one out of this pool.
    Pool(NetworkId),
}

/// What is to be done next, or how it ended.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Step {
    /// Ask for the instance's ports ([`crate::calls::network::ports`]), answer with [`Event::Ports`].
    FindPorts(ServerId),
    /// Let a person choose, answer with [`Event::Chosen`].
    Choose(Vec<Candidate>),
    /// Make an address ([`crate::calls::network::create_floating_ip`]), answer with [`Event::Made`].
    Make(NetworkId),
    /// Give it to the port ([`crate::calls::network::associate`]), answer with [`Event::Given`].
    Give {
        /// The address.
        ip: FloatingIpId,
        /// The port.
        port: PortId,
        /// The fixed address, where the port has several.
        fixed: Option<String>,
    },
    /// Wait as many milliseconds, answer with [`Event::Waited`].
    Wait(u32),
    /// Give it back ([`crate::calls::network::delete_floating_ip`]), answer with [`Event::Deleted`].
    Delete(FloatingIpId),
    /// The instance has the address.
    Done(FloatingIp),
    /// There is no address it could be given to: the instance has no port, or each has one already.
    NoPort,
    /// No subnet of the instance has a way to the internet; nothing was made.
    NoRoute,
    /// It broke. With an orphan, an address that was made for it and is charged for, [`Event::Undo`] gives that back;
    /// [`Event::Again`] goes on where it broke; anything else leaves things as they are.
    Broken {
        /// Why.
        failure: Failure,
        /// The address that was made and belongs to nothing.
        orphan: Option<FloatingIp>,
        /// An answer was lost: it may have been done all the same. Look at the list.
        unsure: bool,
    },
    /// Nothing is left of it; with the reason why it was undone, unless a person just changed their mind.
    Undone(Option<Failure>),
}

/// What came of a step.
#[derive(Clone, Debug)]
pub enum Event {
    /// The ports, or why not.
    Ports(Result<Vec<Port>, Failure>),
    /// The person's choice.
    Chosen(Candidate),
    /// The new address, or why not.
    Made(Result<FloatingIp, Failure>),
    /// The address with its port, or why not.
    Given(Result<FloatingIp, Failure>),
    /// The time is over.
    Waited,
    /// The address was given back, or not.
    Deleted(Result<(), Failure>),
    /// The person wants it undone.
    Undo,
    /// The person wants it tried again.
    Again,
}

/// What the lists say beforehand, so that nothing is tried in vain. What could not be loaded is empty.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Known {
    /// Floating IPs of the project: none is put upon another.
    pub taken: Vec<FloatingIp>,
    /// Subnets: one without an internet gateway takes no floating IP.
    pub subnets: Vec<Subnet>,
}

/// How far it is.
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
    /// Begins. `fresh`: what is missing may still come ([`super::is_fresh`]).
    pub fn begin(server: ServerId, from: AddressFrom, known: Known, fresh: bool) -> (Self, Step) {
        let step = Step::FindPorts(server.clone());
        let state = Self { server, from, known, fresh, tries: 0, target: None, made: None, failure: None };
        (state, step)
    }

    /// What follows. An event that does not belong here repeats what is to be done.
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
            // Some answers still lack the port; that the request was accepted is what counts.
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
            // A port may be there before its address is.
            [] if ports.iter().all(|port| port.fixed.is_empty()) => self.wait().unwrap_or(Step::NoPort),
            [] => Step::NoPort,
            _ => Step::Choose(all),
        }
    }

    /// The next request on the way, by what is known.
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

    /// Only what was made here is given back.
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
