//! One function for each thing that can be read. Call them in a component: the subscription ends with it.

use std::sync::Arc;

use cloud::calls;
use cloud::calls::flavors::FlavorQuery;
use cloud::wire::*;
use cloud::{KeyName, ServerId};
use leptos::prelude::*;
use sync::{Answer, Ask, Key, Value};

use super::ask::{of, offer};
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
    offer(|ask, _| match ask {
        Ask::Flavors(query) => Some(of(calls::flavors::list(query), Answer::Flavors)),
        _ => None,
    });
    Live::new(
        move |scope| Key::Flavors(scope, query()),
        |held| match held {
            Held::Value(Value::Flavors(list)) => Some(list.clone()),
            _ => None,
        },
    )
}

/// One key pair with its dates (row S05).
pub fn key_pair(name: KeyName) -> Live<Arc<KeyPair>> {
    offer(|ask, _| match ask {
        Ask::KeyPair(name) => Some(of(calls::keypairs::get(name), |pair| Answer::KeyPair(Box::new(pair)))),
        _ => None,
    });
    Live::new(
        move |scope| Key::KeyPair(scope, name.clone()),
        |held| match held {
            Held::Value(Value::KeyPair(pair)) => Some(pair.clone()),
            _ => None,
        },
    )
}

/// Flavors by name (row S01).
pub fn flavor_names() -> Live<Arc<[FlavorName]>> {
    Live::new(Key::FlavorNames, |held| match held {
        Held::Value(Value::FlavorNames(list)) => Some(list.clone()),
        _ => None,
    })
}

/// `$function: $kind of $item, $ask => $call;`, where the call may name the dialect of the network service.
macro_rules! lists {
    ($($(#[$doc:meta])* $function:ident: $kind:ident of $item:ident, $ask:pat => |$dialect:pat_param| $call:expr;)*) => {$(
        $(#[$doc])*
        pub fn $function() -> Live<Arc<[$item]>> {
            offer(|ask, $dialect| match ask {
                $ask => Some(of($call, Answer::$kind)),
                _ => None,
            });
            Live::new(Key::$kind, |held| match held {
                Held::Value(Value::$kind(list)) => Some(list.clone()),
                _ => None,
            })
        }
    )*};
}

lists! {
    /// Availability zones (row S03).
    zones: Zones of Zone, Ask::Zones => |_| calls::compute::zones();
    /// Key pairs (row S04).
    key_pairs: KeyPairs of KeyPair, Ask::KeyPairs => |_| calls::keypairs::list();
    /// Images, all pages (row N02).
    images: Images of Image, Ask::Images { limit, marker } => |_| calls::images::list(*limit, marker.as_ref());
    /// Networks; in the NHN dialect VPCs (row N03).
    networks: Networks of Network, Ask::Networks => |dialect| calls::network::networks(dialect);
    /// Subnets (row N03).
    subnets: Subnets of Subnet, Ask::Subnets => |dialect| calls::network::subnets(dialect);
    /// Security groups with their rules (row N05).
    security_groups: SecurityGroups of SecurityGroup, Ask::SecurityGroups => |_| calls::network::security_groups();
    /// Volumes (row N06).
    volumes: Volumes of Volume, Ask::Volumes => |_| calls::volumes::list();
}
