//! One function for each thing that can be read. Call them in a component: the subscription ends with it. How a thing is
//! asked and read stands in its function and nowhere else: its code comes with the pages that show it.

use std::sync::Arc;

use cloud::calls;
use cloud::calls::flavors::FlavorQuery;
use cloud::wire::*;
use cloud::{KeyName, ServerId};
use leptos::prelude::*;
use sync::pace::IMAGE_PAGE;
use sync::{Answer, Key, Value};

use super::ask::Prepared;
use super::live::Live;
use super::store::{Held, store};
use crate::reactive::Signal;

/// All instances, newest first.
#[derive(Clone, PartialEq, Debug)]
pub struct Instances {
    /// The rows that have arrived. The same `Arc` as before wherever a row did not change.
    pub rows: Arc<[Arc<Server>]>,
    /// All pages of the first load have arrived.
    pub complete: bool,
}

/// All instances (row S11).
pub fn instances() -> Live<Instances> {
    Live::new(Key::Servers, |held| match held {
        Held::Instances(list) => Some(list.clone()),
        _ => None,
    })
}

/// One row of the list, without asking for more than the list does. Notifies only when that row changed.
pub fn instance_row(id: ServerId) -> Signal<Option<Arc<Server>>> {
    let row = store().take_row(&id);
    on_cleanup(move || store().leave_row(&id));
    row.into()
}

/// One instance (row S12), polled while shown.
pub fn instance(id: ServerId) -> Live<Arc<Server>> {
    Live::new(
        move |scope| Key::Server(scope, id.clone()),
        |held| match held {
            Held::Instance(server) => Some(server.clone()),
            _ => None,
        },
    )
}

/// Flavors (row S02); the query is tracked.
pub fn flavors(query: impl Fn() -> FlavorQuery + Send + Sync + 'static) -> Live<Arc<[Flavor]>> {
    Live::of(
        move |scope| Key::Flavors(scope, query()),
        |want| match want.key {
            Key::Flavors(_, query) => Some(Prepared::list(calls::flavors::list(query))),
            _ => None,
        },
    )
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

/// Images, all pages (row N02).
pub fn images() -> Live<Arc<[Image]>> {
    Live::of(Key::Images, |want| match want.key {
        Key::Images(_) => Some(next_images(want.so_far.and_then(Value::get).unwrap_or_default())),
        _ => None,
    })
}

fn next_images(before: Arc<[Image]>) -> Prepared {
    let marker = before.last().map(|image| &image.id);
    Prepared::new(calls::images::list(IMAGE_PAGE, marker), move |page| {
        let more = page.has_next;
        Answer::Value { value: Value::list(page.after(&before)), more, moving: false }
    })
}

/// Volumes, all pages (row N06).
pub fn volumes() -> Live<Arc<[Volume]>> {
    Live::of(Key::Volumes, |want| match want.key {
        Key::Volumes(_) => Some(next_volumes(want.so_far.and_then(Value::get).unwrap_or_default())),
        _ => None,
    })
}

fn next_volumes(before: Arc<[Volume]>) -> Prepared {
    let marker = before.last().map(|volume| &volume.id);
    Prepared::new(calls::volumes::list(marker), move |page| {
        let more = page.has_next;
        Answer::Value { value: Value::list(page.after(&before)), more }
    })
}

/// `$function: $kind of $item, $want => $call;`: a list that comes as a whole.
macro_rules! lists {
    ($($(#[$doc:meta])* $function:ident: $kind:ident of $item:ident, |$want:pat_param| $call:expr;)*) => {$(
        $(#[$doc])*
        pub fn $function() -> Live<Arc<[$item]>> {
            Live::of(Key::$kind, |want| match (want.key, want) {
                (Key::$kind(_), $want) => Some(Prepared::list($call)),
                _ => None,
            })
        }
    )*};
}

lists! {
    /// Flavors by name (row S01).
    flavor_names: FlavorNames of FlavorName, |_| calls::flavors::list_names(&FlavorQuery::default());
    /// Availability zones (row S03).
    zones: Zones of Zone, |_| calls::compute::zones();
    /// Key pairs (row S04).
    key_pairs: KeyPairs of KeyPair, |_| calls::keypairs::list();
    /// Networks; in the NHN dialect VPCs (row N03).
    networks: Networks of Network, |want| calls::network::networks(want.dialect);
    /// Subnets (row N03).
    subnets: Subnets of Subnet, |want| calls::network::subnets(want.dialect);
    /// Security groups with their rules (row N05).
    security_groups: SecurityGroups of SecurityGroup, |_| calls::network::security_groups();
}
