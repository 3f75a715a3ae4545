//! Creates the instances of a validated request, with their volumes and interfaces.

use super::blocks::{NewDisk, Source};
use super::create::Order;
use super::nics;
use crate::context::Context;
use crate::faults;
use crate::model::{Deed, Disk, Nic, Server, Told, VmState};

/// Creates the instances and returns the id of the first.
pub(super) fn all(context: &mut Context<'_>, order: &Order) -> String {
    let mut first = None;
    for number in 1..=order.count {
        let name = if order.count == 1 { order.name.clone() } else { format!("{}-{number}", order.name) };
        let id = one(context, order, name);
        first.get_or_insert(id);
    }
    first.unwrap_or_default()
}

fn one(context: &mut Context<'_>, order: &Order, name: String) -> String {
    let nics: Vec<Nic> = order.nics.iter().filter_map(|wish| nics::make(context, wish)).collect();
    let disks = order.blocks.disks.iter().map(|disk| self::disk(context, disk)).collect();
    let server = server(context, order, name, nics, disks);
    let (id, timing) = (server.id.clone(), faults::build(&server.name));
    context.project.add(server);
    for (at, disk) in order.blocks.disks.iter().enumerate() {
        finish_volume(context, &id, at, disk);
    }
    if let Some(policy) = &order.policy
        && let Some(group) = context.project.server_groups.iter_mut().find(|group| group.id == *policy)
    {
        group.members.push(id.clone());
    }
    context.project.begin(&id, "scheduling", timing, context.now);
    if let Some(server) = context.project.server_mut(&id) {
        let (end, fails) = server.plan_end;
        server.told.history.iter_mut().for_each(|deed| (deed.end, deed.fails) = (end, fails));
    }
    id
}

fn disk(context: &mut Context<'_>, disk: &NewDisk) -> Disk {
    let id = match &disk.source {
        Source::Volume(id) => id.clone(),
        Source::Made | Source::Snapshot(_) => context.project.rng.uuid(),
    };
    Disk { id, size_gb: disk.size_gb, delete_on_termination: disk.delete_on_termination, root: disk.root }
}

/// Sets type and source of a disk's volume.
fn finish_volume(context: &mut Context<'_>, server: &str, at: usize, disk: &NewDisk) {
    let project = &mut context.project;
    let Some(id) = project.server(server).and_then(|server| server.disks.get(at)).map(|disk| disk.id.clone()) else {
        return;
    };
    let Some(volume) = project.volume_mut(&id).filter(|_| !matches!(disk.source, Source::Volume(_))) else { return };
    if let Some(kind) = &disk.kind {
        volume.kind.clone_from(kind);
    }
    if let Source::Snapshot(snapshot) = &disk.source {
        volume.snapshot = Some(snapshot.clone());
    }
}

/// With the create request as the first entry of its history.
fn told(context: &Context<'_>, order: &Order) -> Told {
    let (start, request) = (context.now, context.request_id.to_owned());
    let made = Deed { action: "create", request, start, end: None, fails: false };
    Told { history: vec![made], ..order.told.clone() }
}

fn server(context: &mut Context<'_>, order: &Order, name: String, nics: Vec<Nic>, disks: Vec<Disk>) -> Server {
    let (now, nhn) = (context.now, context.project.rules == cloud::config::RuleSet::Nhn);
    // A stock cloud shows no image for an instance with a root volume; NHN does if the volume was created from one.
    let image = order.blocks.image.clone().filter(|_| nhn || !disks.iter().any(|disk| disk.root));
    Server {
        id: context.project.rng.uuid(),
        name,
        vm: VmState::Building,
        task: None,
        status_word: None,
        created: now,
        updated: now,
        launched: None,
        terminated: None,
        gone: false,
        placed: false,
        zone: order.zone.clone(),
        wished_zone: order.wished_zone.clone(),
        image,
        flavor: order.flavor.id.clone(),
        key: order.key.clone(),
        groups: order.groups.clone(),
        nics,
        wired: false,
        disks,
        metadata: order.metadata.clone(),
        fault: None,
        protect: false,
        reservation: order.reservation.clone(),
        locked: false,
        resize: None,
        password_cleared: false,
        plan: 0,
        plan_end: (None, false),
        told: told(context, order),
    }
}
