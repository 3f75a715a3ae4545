//! What is done to each of the selected instances. What an action is, which states allow it and how it ends is defined in
//! `cloud::actions`; this module only adds the arguments, and what a row shows about actions that no state reveals.

use cloud::actions::{self, Action, Body};
use cloud::calls::{attachments, metadata, servers, volumes};
use cloud::capture;
use cloud::catalog::Service;
use cloud::config::RuleSet;
use cloud::exchange::{Call, Request};
use cloud::rules::lifecycle::done_when_accepted;
use cloud::rules::limits::suggested_image_name;
use cloud::volume::{ImageOfVolume, NewSize};
use cloud::wire::{FlavorName, Pairs, Server};
use cloud::{FlavorId, ServerId, VolumeId};
use sync::{Outcome, Watch};

use crate::Kind;

/// What is done to each of the selected instances.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Operation {
    /// An action without an argument: start, stop, soft and hard reboot, delete, shelve, unshelve, lock, unlock, ….
    Plain(Action),
    /// Adds a security group.
    AddGroup(Group),
    /// Removes a security group.
    RemoveGroup(Group),
    /// Resizes to this flavor.
    Resize(FlavorId),
    /// Creates an image named after the instance and this date (`2026-11-30`), by the way that its cloud has.
    CreateImage {
        /// The date.
        date: String,
    },
    /// Adds a metadata entry, or changes its value.
    SetMetadata {
        /// The key.
        key: String,
        /// The new value.
        value: String,
    },
    /// Removes a metadata entry.
    RemoveMetadata {
        /// The key.
        key: String,
    },
    /// Removes other things than instances.
    Remove(Kind),
    /// Detaches volumes, each from its instance.
    Detach,
    /// Extends volumes to this size.
    Extend {
        /// The new size.
        size: NewSize,
    },
}

/// A security group. Ids belong to one project: a selection of several projects has to name the group.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Group {
    /// As rows show it.
    pub name: String,
    /// What is sent: the id, or the name.
    pub sent: String,
}

/// What one item needs besides the operation.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Target<'a> {
    pub id: &'a str,
    /// The instance's name.
    pub name: &'a str,
    pub action: Action,
    /// The root volume, if its image is created.
    pub root: Option<&'a VolumeId>,
    /// The instance that a volume is detached from.
    pub server: Option<&'a ServerId>,
}

impl Operation {
    /// The action, as the lifecycle rules know it. Only for images it depends on the instance.
    pub fn action(&self, server: &Server, rules: RuleSet, flavor: Option<&FlavorName>) -> Action {
        match self {
            Operation::CreateImage { .. } => capture::way(server, rules, flavor),
            _ => self.usual_action(),
        }
    }

    /// [`Operation::action`] where the instance is not known.
    pub fn usual_action(&self) -> Action {
        match self {
            Operation::Plain(action) => *action,
            Operation::AddGroup(_) => Action::AddSecurityGroup,
            Operation::RemoveGroup(_) => Action::RemoveSecurityGroup,
            Operation::Resize(_) => Action::Resize,
            Operation::CreateImage { .. } => Action::CreateImage,
            Operation::SetMetadata { .. } | Operation::RemoveMetadata { .. } => Action::EditMetadata,
            // Not used: what is done to other things than instances is no action.
            Operation::Remove(_) | Operation::Detach | Operation::Extend { .. } => Action::Delete,
        }
    }

    /// What it is done to, unless that is instances.
    pub fn kind(&self) -> Option<Kind> {
        match self {
            Operation::Remove(kind) => Some(*kind),
            Operation::Detach | Operation::Extend { .. } => Some(Kind::Volume),
            _ => None,
        }
    }

    /// Whether it is done as soon as the cloud has accepted it.
    pub(crate) fn is_done_when_accepted(&self, action: Action) -> bool {
        match self {
            Operation::Remove(kind) => kind.goes_at_once(),
            Operation::Detach | Operation::Extend { .. } => false,
            _ => done_when_accepted(action),
        }
    }

    /// Whether an item that is gone is done. `watch`: of an instance.
    pub(crate) fn ends_gone(&self, watch: &Watch) -> bool {
        match self {
            Operation::Remove(_) => true,
            Operation::Detach | Operation::Extend { .. } => false,
            _ => watch.gone() == Outcome::Done,
        }
    }

    /// The service that shows what became of an item.
    pub(crate) fn home(&self) -> Service {
        self.kind().map_or(Service::Compute, Kind::service)
    }

    /// Whether it can be done by one request to each instance.
    pub fn is_possible(&self) -> bool {
        match self {
            Operation::Plain(action) => {
                let definition = action.definition();
                !definition.only_reads && !matches!(definition.body, Body::Argued)
            }
            // Another key is removed by setting all others, which needs the instance's present metadata.
            Operation::RemoveMetadata { key } => metadata::is_nameable(key),
            _ => true,
        }
    }

    /// Whether the row shows that nothing is left to do; `None`: a row does not show it. It answers for the actions that
    /// end when the cloud accepts them; the end of all others is a state.
    pub fn is_in_effect(&self, server: &Server) -> Option<bool> {
        let metadata = || server.metadata.said();
        let has = |group: &Group| Some(server.security_groups.said()?.contains(&group.name));
        match self {
            Operation::Plain(Action::Lock) => server.locked.said().copied(),
            Operation::Plain(Action::Unlock) => server.locked.said().map(|locked| !locked),
            Operation::AddGroup(group) => has(group),
            Operation::RemoveGroup(group) => has(group).map(|has| !has),
            Operation::SetMetadata { key, value } => Some(metadata()?.get(key) == Some(value)),
            Operation::RemoveMetadata { key } => Some(metadata()?.get(key).is_none()),
            Operation::Plain(_) | Operation::Resize(_) | Operation::CreateImage { .. } => None,
            Operation::Remove(_) | Operation::Detach | Operation::Extend { .. } => None,
        }
    }

    /// The request for one item, which is answered by any 2xx; `None` if [`Operation::is_possible`] is false.
    pub(crate) fn call(&self, target: Target<'_>) -> Option<Call<()>> {
        match self {
            Operation::Remove(kind) => return Some(kind.remove(target.id)),
            Operation::Detach => return Some(attachments::detach(target.server?, &target.id.into())),
            Operation::Extend { size } => return Some(volumes::extend(&target.id.into(), *size)),
            _ => {}
        }
        let id = &ServerId::from(target.id);
        let image = |date: &str| suggested_image_name(target.name, date);
        Some(match self {
            Operation::Plain(action) => action.call(id)?,
            Operation::AddGroup(group) => actions::add_security_group(id, &group.sent),
            Operation::RemoveGroup(group) => actions::remove_security_group(id, &group.sent),
            Operation::Resize(flavor) => actions::resize(id, flavor, None),
            Operation::CreateImage { date } if target.action == Action::CreateImageFromVolume => {
                accepted(volumes::upload_image(target.root?, &ImageOfVolume::of_root(image(date))).request)
            }
            Operation::CreateImage { date } => {
                accepted(actions::create_image(id, &image(date), &Pairs::default()).request)
            }
            Operation::SetMetadata { key, value } => {
                let one = Pairs::from_iter([(key.clone(), value.clone())]);
                accepted(metadata::add(id, &one).request)
            }
            Operation::RemoveMetadata { key } => metadata::remove(id, key),
            Operation::Remove(_) | Operation::Detach | Operation::Extend { .. } => return None,
        })
    }
}

/// The service that an action is sent to.
pub(crate) fn service_of(action: Action) -> Service {
    match action {
        Action::CreateImageFromVolume => Service::Volume,
        _ => Service::Compute,
    }
}

/// The request that shows what became of an item.
pub fn look(server: &ServerId) -> Call<Server> {
    servers::get(server)
}

/// A call whose answer says nothing that is needed.
fn accepted(request: Request) -> Call<()> {
    Call { request, read: |_| Ok(()) }
}
