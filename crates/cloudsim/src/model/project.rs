//! One project in one region, with the schedule of its changes.

use std::collections::{BTreeMap, HashMap};

use cloud::Timestamp;
use cloud::config::RuleSet;
use cloud::rules::limits::Limits;

use super::steps::{Step, Timing};
use super::*;
use crate::clock::later;
use crate::rng::{Rng, named};

/// One project in one region.
#[derive(Clone, Debug)]
pub(crate) struct Project {
    pub tenant: String,
    pub user_id: String,
    pub region: String,
    /// The prefix of its public addresses: `203.0.113`.
    pub public: String,
    pub rules: RuleSet,
    pub quota: Quota,
    pub flavors: Vec<Flavor>,
    pub images: Vec<Image>,
    pub zones: Vec<Zone>,
    pub keys: Vec<KeyPair>,
    pub networks: Vec<Network>,
    pub subnets: Vec<Subnet>,
    pub groups: Vec<SecurityGroup>,
    /// Ports without instance: unattached ones, and interfaces of routers.
    pub ports: Vec<Port>,
    pub floating: Vec<Floating>,
    pub routers: Vec<Router>,
    /// All volumes, including those of instances.
    pub volumes: Vec<Volume>,
    pub volume_types: Vec<VolumeType>,
    pub snapshots: Vec<Snapshot>,
    pub server_groups: Vec<ServerGroup>,
    pub rng: Rng,
    /// 2.0 halves all durations.
    pub speed: f64,
    /// In order of creation, including deleted ones. Lists iterate backwards, newest first.
    servers: Vec<Server>,
    by_id: HashMap<String, usize>,
    due: BTreeMap<(Timestamp, u64), (usize, u32, Step)>,
    planned: u64,
}

impl Project {
    pub(crate) fn new(tenant: &str, user_id: &str, region: &str, rules: RuleSet, rng: Rng) -> Self {
        Self {
            tenant: tenant.to_owned(),
            user_id: user_id.to_owned(),
            region: region.to_owned(),
            public: "203.0.113".to_owned(),
            rules,
            quota: Quota::default(),
            flavors: Vec::new(),
            images: Vec::new(),
            zones: Vec::new(),
            keys: Vec::new(),
            networks: Vec::new(),
            subnets: Vec::new(),
            groups: Vec::new(),
            ports: Vec::new(),
            floating: Vec::new(),
            routers: Vec::new(),
            volumes: Vec::new(),
            volume_types: Vec::new(),
            snapshots: Vec::new(),
            server_groups: Vec::new(),
            rng,
            speed: 1.0,
            servers: Vec::new(),
            by_id: HashMap::new(),
            due: BTreeMap::new(),
            planned: 0,
        }
    }

    /// The limits of this project's cloud.
    pub(crate) fn limits(&self) -> Limits {
        Limits::of(self.rules, None)
    }

    /// All instances, oldest first, including deleted ones.
    pub(crate) fn servers(&self) -> &[Server] {
        &self.servers
    }

    /// The same, mutable.
    pub(super) fn servers_mut(&mut self) -> impl Iterator<Item = &mut Server> {
        self.servers.iter_mut()
    }

    /// The duration of something in this cloud, ms.
    pub(crate) fn takes_ms(&self, ms: i64) -> i64 {
        scaled(ms, self.speed)
    }

    /// An existing instance; not a deleted one.
    pub(crate) fn server(&self, id: &str) -> Option<&Server> {
        self.servers.get(*self.by_id.get(id)?).filter(|server| !server.deleted())
    }

    /// The same, mutable.
    pub(crate) fn server_mut(&mut self, id: &str) -> Option<&mut Server> {
        self.servers.get_mut(*self.by_id.get(id)?).filter(|server| !server.deleted())
    }

    /// The index of an instance in [`Project::servers`], deleted or not.
    pub(crate) fn position(&self, id: &str) -> Option<usize> {
        self.by_id.get(id).copied()
    }

    /// Adds an instance. Its disks become volumes, unless they are existing ones.
    pub(crate) fn add(&mut self, mut server: Server) {
        self.make_volumes(&server);
        // It was created by a request.
        if server.told.history.is_empty() {
            let (start, end) = (server.created, Some(server.updated));
            let request = format!("req-{}", named(0, "create", &server.id));
            server.told.history.push(Deed { action: "create", request, start, end, fails: server.fault.is_some() });
        }
        self.by_id.insert(server.id.clone(), self.servers.len());
        self.servers.push(server);
    }

    pub(crate) fn flavor(&self, id: &str) -> Option<&Flavor> {
        self.flavors.iter().find(|flavor| flavor.id == id)
    }

    pub(crate) fn image(&self, id: &str) -> Option<&Image> {
        self.images.iter().find(|image| image.id == id)
    }

    /// Starts a plan: sets the task, if any, and schedules the steps. Replaces an earlier plan.
    pub(crate) fn begin(&mut self, id: &str, task: impl Into<Option<&'static str>>, timing: Timing, now: Timestamp) {
        let speed = self.speed;
        let Some(&at) = self.by_id.get(id) else { return };
        let Some(server) = self.servers.get_mut(at) else { return };
        server.plan += 1;
        if let Some(task) = task.into() {
            server.take(&Step::Task(task), now);
        }
        let last = timing.last().map(|(after_ms, _)| later(now, scaled(*after_ms, speed)));
        server.plan_end = (last, timing.iter().any(|(_, step)| matches!(step, Step::Fails(_))));
        for (after_ms, step) in timing {
            self.planned += 1;
            let due = later(now, scaled(*after_ms, speed));
            self.due.insert((due, self.planned), (at, server.plan, step.clone()));
        }
    }

    /// Carries out every step and change whose time has come.
    pub(crate) fn advance(&mut self, now: Timestamp) {
        while let Some(entry) = self.due.first_entry().filter(|entry| entry.key().0 <= now) {
            let ((at, _), (index, plan, step)) = entry.remove_entry();
            let Some(server) = self.servers.get_mut(index).filter(|server| server.plan == plan) else { continue };
            server.take(&step, at);
            match step {
                Step::Gone => self.clear_up(index, at),
                // The volumes of an instance without a host are reserved.
                Step::Offloaded => self.set_volumes(index, "reserved"),
                Step::Onloaded => self.set_volumes(index, "in-use"),
                _ => {}
            }
        }
        self.advance_volumes(now);
        self.advance_images(now);
    }

    fn set_volumes(&mut self, index: usize, status: &'static str) {
        let Some(server) = self.servers.get(index) else { return };
        let ids: Vec<String> = server.disks.iter().map(|disk| disk.id.clone()).collect();
        self.volumes.iter_mut().filter(|volume| ids.contains(&volume.id)).for_each(|volume| volume.status = status);
    }

    /// Releases or deletes what an instance had.
    fn clear_up(&mut self, index: usize, at: Timestamp) {
        let Some(server) = self.servers.get_mut(index) else { return };
        let (disks, nics) = (std::mem::take(&mut server.disks), std::mem::take(&mut server.nics));
        self.let_go(disks, at);
        self.free(nics);
    }
}

pub(super) fn scaled(ms: i64, speed: f64) -> i64 {
    if speed > 0.0 && speed != 1.0 { (ms as f64 / speed) as i64 } else { ms }
}
