//! Merges a response about an instance into what is known.

use cloud::Status;
use cloud::wire::{Address, Server, Told};

/// The kind of response a row comes from.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Source {
    /// `GET /servers/detail` or `GET /servers/{id}`: complete.
    Full,
    /// The response to a rename: many fields are omitted (row S17).
    Short,
}

/// Merges `newer` over `known`, keeping every field that `newer` omits.
pub fn absorb(known: &Server, newer: Server, source: Source) -> Server {
    let mut row = newer;
    let full = source == Source::Full;
    row.created = row.created.or(known.created);
    row.updated = row.updated.or(known.updated);
    if !full {
        if row.name.is_empty() {
            row.name.clone_from(&known.name);
        }
        if row.status == Status::Other(String::new()) {
            row.status.clone_from(&known.status);
        }
        if let (Told::Said(addresses), Told::Said(known)) = (&mut row.addresses, &known.addresses) {
            keep_kinds(addresses, known);
        }
        // Missing in a short response these two mean nothing; missing in a full one they mean none.
        if row.fault.is_none() && row.status == Status::Error {
            row.fault.clone_from(&known.fault);
        }
        row.progress = row.progress.or(known.progress);
    }
    keep(&mut row.task_state, &known.task_state);
    keep(&mut row.vm_state, &known.vm_state);
    keep(&mut row.power_state, &known.power_state);
    keep(&mut row.launched_at, &known.launched_at);
    keep(&mut row.terminated_at, &known.terminated_at);
    keep(&mut row.tenant_id, &known.tenant_id);
    keep(&mut row.user_id, &known.user_id);
    keep(&mut row.host_id, &known.host_id);
    // Nova omits the groups while there is no port: without an address the old groups no longer apply.
    let no_port = full && row.addresses.said().is_some_and(Vec::is_empty);
    if !no_port {
        keep(&mut row.security_groups, &known.security_groups);
    }
    keep(&mut row.addresses, &known.addresses);
    keep(&mut row.access_ipv4, &known.access_ipv4);
    keep(&mut row.access_ipv6, &known.access_ipv6);
    keep(&mut row.image, &known.image);
    keep(&mut row.flavor, &known.flavor);
    keep(&mut row.key_name, &known.key_name);
    keep(&mut row.zone, &known.zone);
    keep(&mut row.disk_config, &known.disk_config);
    keep(&mut row.config_drive, &known.config_drive);
    keep(&mut row.volumes, &known.volumes);
    keep(&mut row.metadata, &known.metadata);
    keep(&mut row.protect, &known.protect);
    keep(&mut row.locked, &known.locked);
    row
}

/// Keeps the known value of an omitted field. Not inlined, because it is the same code for a dozen fields.
#[inline(never)]
fn keep<T: Clone>(field: &mut Told<T>, known: &Told<T>) {
    if let (Told::Unsaid, Told::Said(value)) = (&field, known) {
        *field = Told::Said(value.clone());
    }
}

/// Nova's response to a rename lists addresses without type and MAC: a floating address must not become a fixed one.
fn keep_kinds(addresses: &mut [Address], known: &[Address]) {
    for address in addresses.iter_mut().filter(|address| address.mac.is_none()) {
        let same = |known: &&Address| known.addr == address.addr && known.network == address.network;
        if let Some(known) = known.iter().find(same) {
            address.floating |= known.floating;
            address.mac.clone_from(&known.mac);
        }
    }
}
