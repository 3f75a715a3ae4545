//! The plan: what an operation would do to each selected instance, from freshly read rows, and why it skips some. The page
//! makes it again when rows change or the person confirms.

use std::collections::BTreeSet;
use std::sync::Arc;

use cloud::actions::Action;
use cloud::rules::attach::root_volume;
use cloud::rules::fate::{Fates, fates};
use cloud::rules::lifecycle::{Terms, allowed_here};
use cloud::rules::limits::Limits;
use cloud::rules::managed::{kubernetes_node, protected_from};
use cloud::rules::offers::Offers;
use cloud::rules::quota::{Demand, Line, Quota, compare};
use cloud::rules::resize::Resizing;
use cloud::wire::{Flavor, FlavorName, Image, Server, Volume};
use cloud::{FlavorId, Scope, ServerId, Status, VolumeId};

use crate::{Operation, Skip, Thing};

/// What is known about a scope. Empty lists mean that they could not be read; then the cloud decides.
#[derive(Clone, Copy, Debug)]
pub struct Ground<'a> {
    /// The scope.
    pub scope: &'a Scope,
    /// The cloud's limits and rule set.
    pub limits: &'a Limits,
    /// The features of the cloud.
    pub offers: &'a Offers,
    /// Read-only mode.
    pub read_only: bool,
    /// Its flavors.
    pub flavors: &'a [Flavor],
    /// Its images.
    pub images: &'a [Image],
    /// Its volumes.
    pub volumes: &'a [Volume],
    /// Its quota, if the cloud reports it.
    pub quota: Option<Quota>,
}

/// One selected instance or thing.
#[derive(Clone, PartialEq, Debug)]
pub struct Planned {
    /// Its scope.
    pub scope: Scope,
    /// The id of the instance, or of the thing.
    pub id: String,
    /// Its name.
    pub name: String,
    /// The row of an instance.
    pub server: Option<Arc<Server>>,
    /// What is done.
    pub action: Action,
    /// The root volume, if its image is created.
    pub root: Option<VolumeId>,
    /// The instance that a volume is detached from.
    pub from: Option<ServerId>,
    /// Whether it is done, and why not.
    pub verdict: Result<(), Skip>,
    /// It is a node of a Kubernetes cluster: stopping or deleting it by hand is rarely intended.
    pub node: bool,
}

/// The quota that the run needs in one scope.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Bill {
    /// The scope.
    pub scope: Scope,
    /// One line for each resource. A line that is over its limit means that the cloud refuses some of the instances.
    pub lines: Vec<Line>,
    /// Whether every cloud counts like this. Some count a shelved instance all the time: then unshelving needs nothing.
    pub certain: bool,
}

/// What an operation would do.
#[derive(Clone, PartialEq, Debug)]
pub struct Plan {
    /// The operation.
    pub operation: Operation,
    /// The instances, in the order in which they are worked on: that of the selection.
    pub items: Vec<Planned>,
    /// What is deleted, what is kept, and what is unknown, of all instances that are to be deleted.
    pub fates: Fates,
    /// The needed quota of each scope whose quota is known.
    pub bills: Vec<Bill>,
}

impl Plan {
    /// The most items of a run: it is stored whole before each request (docs/decisions/0015).
    pub const MOST: usize = 1_000;

    /// Plans `operation` for a selection; an instance that is selected twice counts once.
    pub fn new(operation: Operation, selection: &[(Scope, Arc<Server>)], grounds: &[Ground<'_>]) -> Self {
        let mut known: BTreeSet<(Option<usize>, &ServerId)> = BTreeSet::new();
        let mut plan = Plan { operation, items: Vec::new(), fates: Fates::default(), bills: Vec::new() };
        for (scope, server) in selection {
            let key = (selection.iter().position(|(one, _)| one == scope), &server.id);
            if known.insert(key) {
                let ground = grounds.iter().find(|ground| ground.scope == scope);
                plan.items.push(planned(&plan.operation, scope, server, ground));
            }
        }
        for ground in grounds {
            let running = || plan.items.iter().filter(|item| item.verdict.is_ok() && item.scope == *ground.scope);
            if deletes(plan.operation.usual_action()) {
                let rows = running().filter_map(|item| item.server.as_deref());
                rows.for_each(|server| add(&mut plan.fates, fates(server, ground.volumes)));
            }
            let demand = running().filter_map(|item| demand(&plan.operation, item.server.as_deref()?, ground));
            let demand = demand.fold(Demand::default(), Demand::plus);
            let lines = ground.quota.map(|quota| compare(&demand, &quota)).unwrap_or_default();
            if !lines.is_empty() {
                let certain = matches!(plan.operation, Operation::Resize(_));
                plan.bills.push(Bill { scope: ground.scope.clone(), lines, certain });
            }
        }
        plan
    }

    /// Plans an operation on things. What the page's rules say against it is passed with each of them.
    pub fn of_things(operation: Operation, things: Vec<(Scope, Thing, Result<(), Skip>)>) -> Self {
        let action = operation.usual_action();
        let item = |(scope, thing, verdict): (Scope, Thing, Result<(), Skip>)| Planned {
            scope,
            id: thing.id,
            name: thing.name,
            server: None,
            action,
            root: None,
            from: thing.server,
            verdict,
            node: false,
        };
        let items = things.into_iter().map(item).collect();
        Self { operation, items, fates: Fates::default(), bills: Vec::new() }
    }

    /// Skips the instances or things that another run works on.
    pub fn leave_to_others(&mut self, is_taken: impl Fn(&Scope, &str) -> bool) {
        for item in self.items.iter_mut().filter(|item| item.verdict.is_ok()) {
            if is_taken(&item.scope, &item.id) {
                item.verdict = Err(Skip::OtherRun);
            }
        }
    }

    /// How many instances the operation runs on.
    pub fn running(&self) -> usize {
        self.items.iter().filter(|item| item.verdict.is_ok()).count()
    }

    /// How many are skipped because they are protected.
    pub fn protected(&self) -> usize {
        self.items.iter().filter(|item| item.verdict == Err(Skip::Protected)).count()
    }

    /// How many are skipped for any other reason.
    pub fn skipped(&self) -> usize {
        self.items.len() - self.running() - self.protected()
    }

    /// The positions of the instances about which this plan says something else than the one that was shown, or that the
    /// other one does not have.
    pub fn changes_since(&self, shown: &Plan) -> Vec<usize> {
        let is = |item: &Planned, other: &&Planned| other.id == item.id && other.scope == item.scope;
        let same = |(at, item): (usize, &Planned)| {
            // Mostly at the same position: a search for each of 10,000 would take too long.
            let near = shown.items.get(at).filter(|other| is(item, other));
            let other = near.or_else(|| shown.items.iter().find(|other| is(item, other)));
            other.is_some_and(|other| other.verdict == item.verdict)
        };
        self.items.iter().enumerate().filter(|pair| !same(*pair)).map(|(at, _)| at).collect()
    }
}

fn deletes(action: Action) -> bool {
    matches!(action, Action::Delete | Action::ForceDelete)
}

fn planned(operation: &Operation, scope: &Scope, server: &Arc<Server>, ground: Option<&Ground<'_>>) -> Planned {
    let mut action = operation.usual_action();
    let mut root = None;
    let verdict = match ground {
        None => Err(Skip::NoSession),
        Some(ground) => {
            let flavor = flavor_name(server, ground.flavors);
            action = operation.action(server, ground.limits.rules, flavor.as_ref());
            if action == Action::CreateImageFromVolume {
                root = root_volume(server, ground.volumes).map(|volume| volume.id.clone());
            }
            verdict(operation, action, server, ground, flavor.as_ref(), root.as_ref())
        }
    };
    let (id, name) = (server.id.to_string(), server.name.clone());
    Planned {
        scope: scope.clone(),
        id,
        name,
        server: Some(server.clone()),
        action,
        root,
        from: None,
        verdict,
        node: kubernetes_node(server),
    }
}

fn verdict(
    operation: &Operation,
    action: Action,
    server: &Server,
    ground: &Ground<'_>,
    flavor: Option<&FlavorName>,
    root: Option<&VolumeId>,
) -> Result<(), Skip> {
    if !operation.is_possible() {
        return Err(Skip::NotPossible);
    }
    if operation.is_in_effect(server) == Some(true) {
        return Err(Skip::NothingToDo);
    }
    let terms = Terms { rules: ground.limits.rules, offers: ground.offers, flavor, read_only: ground.read_only };
    allowed_here(action, server, &terms).map_err(Skip::Refusal)?;
    if protected_from(action, server) {
        return Err(Skip::Protected);
    }
    if let Operation::Resize(target) = operation {
        resizable(server, target, ground)?;
    }
    if action == Action::CreateImageFromVolume && root.is_none() {
        return Err(Skip::NoRootVolume);
    }
    Ok(())
}

fn resizable(server: &Server, target: &FlavorId, ground: &Ground<'_>) -> Result<(), Skip> {
    if ground.flavors.is_empty() {
        return Ok(());
    }
    let target = ground.flavors.iter().find(|flavor| flavor.id == *target).ok_or(Skip::NoSuchFlavor)?;
    let image = server.image.said().and_then(Option::as_ref);
    let image = image.and_then(|id| ground.images.iter().find(|image| image.id == *id));
    let current = flavor_of(server, ground.flavors);
    Resizing { server, current, image, limits: ground.limits }.check(target).map_err(Skip::NotATarget)
}

/// What one instance needs of the quota.
fn demand(operation: &Operation, server: &Server, ground: &Ground<'_>) -> Option<Demand> {
    let current = flavor_of(server, ground.flavors);
    match operation {
        Operation::Resize(target) => {
            let target = ground.flavors.iter().find(|flavor| flavor.id == *target)?;
            Some(Demand::resize(current, target))
        }
        // One that is still on its host counts already.
        Operation::Plain(Action::Unshelve) if server.status == Status::ShelvedOffloaded => {
            Some(Demand { instances: 0, ..Demand::instances(current?, 1) })
        }
        _ => None,
    }
}

/// The flavor of an instance; newer clouds report its name instead of its id.
fn flavor_of<'a>(server: &Server, flavors: &'a [Flavor]) -> Option<&'a Flavor> {
    let told = server.flavor.said()?;
    match (&told.id, &told.name) {
        (Some(id), _) => flavors.iter().find(|flavor| flavor.id == *id),
        (None, Some(name)) => flavors.iter().find(|flavor| flavor.name == *name),
        (None, None) => None,
    }
}

fn flavor_name(server: &Server, flavors: &[Flavor]) -> Option<FlavorName> {
    let told = server.flavor.said()?;
    let name = flavor_of(server, flavors).map(|flavor| flavor.name.clone()).or_else(|| told.name.clone())?;
    Some(FlavorName { id: told.id.clone().unwrap_or_default(), name })
}

fn add(all: &mut Fates, one: Fates) {
    all.local_disk |= one.local_disk;
    all.fixed.extend(one.fixed);
    all.floating.extend(one.floating);
    all.goes.extend(one.goes);
    all.stays.extend(one.stays);
    all.unclear.extend(one.unclear);
}
