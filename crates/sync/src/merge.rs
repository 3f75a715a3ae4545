//! How an answer about an instance joins what is known of it.

use cloud::Status;
use cloud::wire::{Server, Told};

/// What kind of answer a row comes from.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Source {
    /// `GET /servers/detail` or `GET /servers/{id}`: what it says is all there is to say.
    Full,
    /// The answer to a rename: many fields are simply left out (row S17).
    Short,
}

/// Takes `newer` over `known`, keeping every field that `newer` does not say.
pub fn absorb(known: &Server, newer: Server, source: Source) -> Server {
    let mut row = known.clone();
    let full = source == Source::Full;
    if full || !newer.name.is_empty() {
        row.name = newer.name;
    }
    row.created = newer.created.or(row.created);
    row.updated = newer.updated.or(row.updated);
    // Absent from a short answer these two mean nothing; absent from a full one that there is none.
    let in_error = newer.status == Status::Error;
    row.fault = newer.fault.or(row.fault.filter(|_| !full && in_error));
    row.progress = newer.progress.or(row.progress.filter(|_| !full));
    row.status = newer.status;
    row.task_state.absorb(newer.task_state);
    row.vm_state.absorb(newer.vm_state);
    row.power_state.absorb(newer.power_state);
    row.launched_at.absorb(newer.launched_at);
    row.terminated_at.absorb(newer.terminated_at);
    row.tenant_id.absorb(newer.tenant_id);
    row.user_id.absorb(newer.user_id);
    row.host_id.absorb(newer.host_id);
    // Nova leaves the groups out while there is no port: without an address the old ones no longer hold.
    let no_port = full && newer.addresses.said().is_some_and(Vec::is_empty);
    if no_port && newer.security_groups == Told::Unsaid {
        row.security_groups = Told::Unsaid;
    }
    row.security_groups.absorb(newer.security_groups);
    row.addresses.absorb(newer.addresses);
    row.access_ipv4.absorb(newer.access_ipv4);
    row.access_ipv6.absorb(newer.access_ipv6);
    row.image.absorb(newer.image);
    row.flavor.absorb(newer.flavor);
    row.key_name.absorb(newer.key_name);
    row.zone.absorb(newer.zone);
    row.disk_config.absorb(newer.disk_config);
    row.config_drive.absorb(newer.config_drive);
    row.volumes.absorb(newer.volumes);
    row.metadata.absorb(newer.metadata);
    row.protect.absorb(newer.protect);
    row
}
