//! Detaching a floating IP, and optionally releasing it.

use super::pause::is_unsure;
use crate::error::{Failure, FailureKind};
use crate::ids::FloatingIpId;
use crate::wire::FloatingIp;

#[cfg(test)]
mod tests;

/// The next step, or the result.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum DetachStep {
    /// Detach it ([`crate::calls::network::disassociate`]); reply with [`DetachEvent::Taken`].
    Take(FloatingIpId),
    /// Release it ([`crate::calls::network::delete_floating_ip`]); reply with [`DetachEvent::Deleted`].
    Delete(FloatingIpId),
    /// Detached; the project keeps it, and it may be billed.
    Kept,
    /// Detached and released.
    Released,
    /// A step failed; [`DetachEvent::Again`] continues there.
    Broken {
        failure: Failure,
        /// It is detached already and attached to nothing.
        orphan: bool,
        /// The response was lost, so the step may have succeeded.
        unsure: bool,
    },
}

/// The result of a step.
#[derive(Clone, Debug)]
pub enum DetachEvent {
    Taken(Result<FloatingIp, Failure>),
    Deleted(Result<(), Failure>),
    /// The person wants to retry.
    Again,
}

/// The state of the operation.
#[derive(Clone, Debug)]
pub struct Detach {
    ip: FloatingIpId,
    release: bool,
    off: bool,
}

impl Detach {
    /// Starts; `release`: the address is released afterwards.
    pub fn begin(ip: FloatingIpId, release: bool) -> (Self, DetachStep) {
        let step = DetachStep::Take(ip.clone());
        (Self { ip, release, off: false }, step)
    }

    /// The step after an event.
    pub fn next(&mut self, event: DetachEvent) -> DetachStep {
        match event {
            DetachEvent::Taken(Ok(_)) => {
                self.off = true;
                self.forward()
            }
            // An address that does not exist is on no port.
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
