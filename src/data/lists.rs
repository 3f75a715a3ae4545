//! One function for each thing that can be read. Call them in a component: the subscription ends with it. Each function also
//! contains how its thing is requested and decoded, so that this code is in the same part as the pages that show it.

use std::sync::Arc;

use cloud::calls;
use cloud::calls::flavors::FlavorQuery;
use cloud::calls::servers::ServerQuery;
use cloud::rules::offers::Feature;
use cloud::wire::*;
use cloud::{KeyName, ServerId};
use leptos::prelude::*;
use sync::pace::{IMAGE_PAGE, VOLUME_PAGE};
use sync::{Answer, Key, Value};

use super::ask::Prepared;
use super::live::Live;
use super::offers::learning;
use super::store::{Data, Row, RowKey, store};

/// All instances, newest first.
#[derive(Clone, PartialEq, Debug)]
pub struct Instances {
    /// The rows that have arrived. A row that did not change is the same `Arc` as before.
    pub rows: Arc<[Arc<Server>]>,
    /// All pages of the first load have arrived.
    pub complete: bool,
}

/// All instances (row S11).
pub fn instances() -> Live<Instances> {
    Live::new(Key::Servers, |data| match data {
        Data::Instances(list) => Some(list.clone()),
        _ => None,
    })
}

/// One row of the list, without a request of its own. Notifies only when that row or `id` changed.
pub fn instance_row(id: impl Into<Signal<ServerId>>) -> Signal<Option<Arc<Server>>> {
    let id = id.into();
    let scope = store().scope.clone();
    instance_row_in(move || Some((scope.get()?, id.get())))
}

/// [`instance_row`] of any scope; `None` for no row.
pub fn instance_row_in(of: impl Fn() -> Option<RowKey> + Send + Sync + 'static) -> Signal<Option<Arc<Server>>> {
    let taken = Memo::new(move |_| of().map(Taken::new));
    Signal::derive(move || taken.with(|taken| taken.as_ref().map(|taken| taken.row.clone()))?.get())
}

/// The signal of a row, released on drop.
struct Taken {
    key: RowKey,
    row: Row,
}

impl Taken {
    fn new(key: RowKey) -> Self {
        Self { row: store().take_row(&key), key }
    }
}

impl Drop for Taken {
    fn drop(&mut self) {
        store().leave_row(&self.key);
    }
}

impl PartialEq for Taken {
    fn eq(&self, other: &Self) -> bool {
        self.key == other.key
    }
}

/// One instance (row S12), polled while shown.
pub fn instance(id: ServerId) -> Live<Arc<Server>> {
    Live::new(
        move |scope| Key::Server(scope, id.clone()),
        |data| match data {
            Data::Instance(server) => Some(server.clone()),
            _ => None,
        },
    )
}

/// Flavors (row S02); `query` is tracked.
pub fn flavors(query: impl Fn() -> FlavorQuery + Send + Sync + 'static) -> Live<Arc<[Flavor]>> {
    Live::of(
        move |scope| Key::Flavors(scope, query()),
        |want| match want.key {
            Key::Flavors(_, query) => Some(Prepared::list(calls::flavors::list(query), want.so_far, at_rest)),
            _ => None,
        },
    )
}

/// Availability zones (row S03); never split into pages.
pub fn zones() -> Live<Arc<[Zone]>> {
    Live::of(Key::Zones, |want| match want.key {
        Key::Zones(_) => Some(Prepared::new(calls::compute::zones(), |zones| Answer::whole(Value::list(zones)))),
        _ => None,
    })
}

/// One key pair with its dates (row S05).
pub fn key_pair(name: KeyName) -> Live<Arc<KeyPair>> {
    Live::of(
        move |scope| Key::KeyPair(scope, name.clone()),
        |want| match want.key {
            Key::KeyPair(_, name) => {
                Some(Prepared::new(calls::keypairs::get(name), |pair| Answer::whole(Value::one(pair))))
            }
            _ => None,
        },
    )
}

/// The volumes of one instance (row S19), in pages.
pub fn attachments(id: ServerId) -> Live<Arc<[ServerVolume]>> {
    Live::of(
        move |scope| Key::Attachments(scope, id.clone()),
        |want| match want.key {
            Key::Attachments(_, id) => Some(next_attachments(id, want.so_far.and_then(Value::get).unwrap_or_default())),
            _ => None,
        },
    )
}

fn next_attachments(id: &ServerId, before: Arc<[ServerVolume]>) -> Prepared {
    Prepared::new(calls::attachments::page(id, before.len()), move |page| {
        let more = calls::attachments::may_go_on(page.len());
        let new = page.into_iter().filter(|new| before.iter().all(|known| known.volume != new.volume));
        let all: Vec<ServerVolume> = before.iter().cloned().chain(new).collect();
        Answer::Value { value: Value::list(all), more, moving: false }
    })
}

/// The ports of one instance (row N03).
pub fn ports(id: ServerId) -> Live<Arc<[Port]>> {
    Live::of(
        move |scope| Key::Ports(scope, id.clone()),
        |want| match want.key {
            Key::Ports(_, id) => Some(Prepared::list(calls::network::ports(Some(id)), want.so_far, at_rest)),
            _ => None,
        },
    )
}

/// The network interfaces of one instance, if the cloud lists them (`os-interface`).
pub fn interfaces(id: ServerId) -> Live<Arc<[Interface]>> {
    let interfaces = Live::of(
        move |scope| Key::Interfaces(scope, id.clone()),
        |want| match want.key {
            Key::Interfaces(_, id) => {
                Some(Prepared::new(calls::interfaces::list(id), |rows| Answer::whole(Value::list(rows))))
            }
            _ => None,
        },
    );
    learning(Feature::Interfaces, interfaces)
}

/// Floating IPs (row N04); polled quickly while one is being bound, because it is `DOWN` for some seconds at first.
pub fn floating_ips() -> Live<Arc<[FloatingIp]>> {
    Live::of(Key::FloatingIps, |want| match want.key {
        Key::FloatingIps(_) => Some(Prepared::list(calls::network::floating_ips(), want.so_far, FloatingIp::is_moving)),
        _ => None,
    })
}

/// Limits and usage of compute (row N09); only the limits if the cloud has no `limits`.
pub fn compute_quota() -> Live<Arc<ComputeQuota>> {
    let quota = Live::of(Key::Limits, |want| match want.key {
        Key::Limits(scope) => {
            let whole = |quota| Answer::whole(Value::one(quota));
            let set = Prepared::new(calls::quota::quota_set(&scope.tenant), whole);
            Some(Prepared::new(calls::quota::limits(), whole).or(set))
        }
        _ => None,
    });
    learning(Feature::Limits, quota)
}

/// Limits and usage of block storage (row N09).
pub fn volume_quota() -> Live<Arc<VolumeQuota>> {
    let quota = Live::of(Key::VolumeLimits, |want| match want.key {
        Key::VolumeLimits(_) => {
            Some(Prepared::new(calls::quota::volume_limits(), |quota| Answer::whole(Value::one(quota))))
        }
        _ => None,
    });
    learning(Feature::VolumeLimits, quota)
}

/// Placement policies (row N08).
pub fn server_groups() -> Live<Arc<[ServerGroup]>> {
    let groups = Live::of(Key::ServerGroups, |want| match want.key {
        Key::ServerGroups(_) => Some(Prepared::list(calls::server_groups::list(), want.so_far, at_rest)),
        _ => None,
    });
    learning(Feature::ServerGroups, groups)
}

/// Instances searched by the cloud (row S10); `query` is tracked.
pub fn found(query: impl Fn() -> ServerQuery + Send + Sync + 'static) -> Live<Arc<[Arc<Server>]>> {
    Live::of(
        move |scope| Key::Found(scope, query()),
        |want| match want.key {
            Key::Found(_, query) => Some(next_found(query, want.so_far.and_then(Value::get).unwrap_or_default())),
            _ => None,
        },
    )
}

fn next_found(query: &ServerQuery, before: Arc<[Arc<Server>]>) -> Prepared {
    let marker = before.last().map(|server| server.id.clone());
    let asked = ServerQuery { marker: marker.or_else(|| query.marker.clone()), ..query.clone() };
    // If the person set a limit, there are no further pages.
    let limited = query.limit.is_some();
    Prepared::new(calls::servers::list(&asked), move |page| {
        let mut all = before.to_vec();
        // The marker may be inclusive (row S10): no row twice.
        let new = page.servers.into_iter().filter(|new| before.iter().all(|known| known.id != new.id));
        all.extend(new.map(Arc::new));
        Answer::Value { value: Value::list(all), more: page.has_next && !limited, moving: false }
    })
}

/// `$function: $kind of $item, $rows a page, |rows, marker| $call, moving while $moves;`: a list that is read in pages.
macro_rules! paged {
    ($($(#[$doc:meta])* $function:ident: $kind:ident of $item:ident, $most:expr, |$rows:ident, $marker:ident| $call:expr, $moves:expr;)*) => {$(
        $(#[$doc])*
        pub fn $function() -> Live<Arc<[$item]>> {
            Live::of(Key::$kind, |want| match want.key {
                Key::$kind(_) => {
                    let $rows = want.page_rows($most);
                    let before: Arc<[$item]> = want.so_far.and_then(Value::get).unwrap_or_default();
                    let $marker = before.last().map(|last| last.id.clone());
                    Some(Prepared::page($call, before, $moves))
                }
                _ => None,
            })
        }
    )*};
}

paged! {
    /// Images (row N02); polled quickly while one is being saved.
    images: Images of Image, IMAGE_PAGE, |rows, marker| calls::images::list(rows, marker.as_ref()),
        |image| image.status.phase() == ImagePhase::Coming;
    /// Volumes (row N06); polled quickly while one is changing.
    volumes: Volumes of Volume, VOLUME_PAGE, |rows, marker| calls::volumes::list(rows, marker.as_ref()), Volume::is_busy;
    /// Volume snapshots (row N06); polled quickly while one is changing.
    snapshots: Snapshots of Snapshot, VOLUME_PAGE, |rows, marker| calls::volumes::snapshots(rows, marker.as_ref()),
        |snapshot| snapshot.status.is_busy();
}

/// For lists whose items do not change by themselves.
fn at_rest<T>(_: &T) -> bool {
    false
}

/// `$function: $kind of $item, |$want| $call;`: a list that is read in one request, unless the cloud splits it into pages.
macro_rules! lists {
    ($($(#[$doc:meta])* $function:ident: $kind:ident of $item:ident, |$want:pat_param| $call:expr;)*) => {$(
        $(#[$doc])*
        pub fn $function() -> Live<Arc<[$item]>> {
            Live::of(Key::$kind, |want| match (want.key, want) {
                (Key::$kind(_), $want) => Some(Prepared::list($call, want.so_far, at_rest)),
                _ => None,
            })
        }
    )*};
}

lists! {
    /// Flavors by name (row S01).
    flavor_names: FlavorNames of FlavorName, |_| calls::flavors::list_names(&FlavorQuery::default());
    /// Key pairs (row S04).
    key_pairs: KeyPairs of KeyPair, |_| calls::keypairs::list();
    /// Networks; in the NHN dialect VPCs (row N03).
    networks: Networks of Network, |want| calls::network::networks(want.dialect);
    /// Subnets (row N03).
    subnets: Subnets of Subnet, |want| calls::network::subnets(want.dialect);
    /// All ports, to choose an existing one for a new instance (row S13).
    all_ports: AllPorts of Port, |_| calls::network::ports(None);
    /// The addresses of the instances' ports; empty if the cloud does not allow to list them.
    places: Places of Port, |_| calls::network::places();
    /// Security groups with their rules (row N05).
    security_groups: SecurityGroups of SecurityGroup, |_| calls::network::security_groups();
    /// Volume types (row N06).
    volume_types: VolumeTypes of VolumeType, |_| calls::volumes::types();
}
