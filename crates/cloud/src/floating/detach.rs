//! Detach: take the address off its port, and give it back where that is wanted.

use super::pause::is_unsure;
use crate::error::{Failure, FailureKind};
use crate::ids::FloatingIpId;
use crate::wire::FloatingIp;

#[cfg(test)]
mod tests;

/// What is to be done next, or how it ended.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum DetachStep {
    /// Take it off ([`crate::calls::network::disassociate`]), answer with [`DetachEvent::Taken`].
    Take(FloatingIpId),
    /// Give it back ([`crate::calls::network::delete_floating_ip`]), answer with [`DetachEvent::Deleted`].
    Delete(FloatingIpId),
    /// It is off, and still the project's: it may be charged for.
    Kept,
    /// It is off and given back.
    Released,
    /// It broke; [`DetachEvent::Again`] goes on where it did.
    Broken {
        /// Why.
        failure: Failure,
        /// It is off already and belongs to nothing.
        orphan: bool,
        /// The answer was lost: it may have been done all the same.
        unsure: bool,
    },
}

/// What came of a step.
#[derive(Clone, Debug)]
pub enum DetachEvent {
    /// The address without its port, or why not.
    Taken(Result<FloatingIp, Failure>),
    /// The address was given back, or not.
    Deleted(Result<(), Failure>),
    /// The person wants it tried again.
    Again,
}

/// How far it is.
#[derive(Clone, Debug)]
pub struct Detach {
    ip: FloatingIpId,
    release: bool,
    off: bool,
}

impl Detach {
    /// Begins; `release`: the address is given back afterwards.
    pub fn begin(ip: FloatingIpId, release: bool) -> (Self, DetachStep) {
        let step = DetachStep::Take(ip.clone());
        (Self { ip, release, off: false }, step)
    }

    /// What follows.
    pub fn next(&mut self, event: DetachEvent) -> DetachStep {
        match event {
            DetachEvent::Taken(Ok(_)) => {
                self.off = true;
                self.forward()
            }
            // An address that is not there is on no port.
            DetachEvent::Taken(Err(failure)) | DetachEvent::Deleted(Err(failure)) if gone(&failure) => {
                DetachStep::Released
            }
            DetachEvent::Taken(Err(failure)) | DetachEvent::Deleted(Err(failure)) => {
                DetachStep::Broken { orphan: self.off, unsure: is_unsure(&failure), failure }
            }
            DetachEvent::Deleted(Ok(())) => DetachStep::Released,
            DetachEvent::Again => self.forward(),
        }
    }

    fn forward(&self) -> DetachStep {
        match (self.off, self.release) {
            (false, _) => DetachStep::Take(self.ip.clone()),
            (true, true) => DetachStep::Delete(self.ip.clone()),
            (true, false) => DetachStep::Kept,
        }
    }
}

fn gone(failure: &Failure) -> bool {
    failure.kind == FailureKind::NotFound
}
