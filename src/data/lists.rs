//! One function for each thing that can be read. Call them in a component: the subscription ends with it.

use std::sync::Arc;

use cloud::calls::flavors::FlavorQuery;
use cloud::wire::*;
use cloud::{KeyName, ServerId};
use leptos::prelude::*;
use sync::{Key, Value};

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
    Live::new(
        move |scope| Key::KeyPair(scope, name.clone()),
        |held| match held {
            Held::Value(Value::KeyPair(pair)) => Some(pair.clone()),
            _ => None,
        },
    )
}

macro_rules! lists {
    ($($(#[$doc:meta])* $function:ident: $kind:ident of $item:ident;)*) => {$(
        $(#[$doc])*
        pub fn $function() -> Live<Arc<[$item]>> {
            Live::new(Key::$kind, |held| match held {
                Held::Value(Value::$kind(list)) => Some(list.clone()),
                _ => None,
            })
        }
    )*};
}

lists! {
    /// Availability zones (row S03).
    zones: Zones of Zone;
    /// Key pairs (row S04).
    key_pairs: KeyPairs of KeyPair;
    /// Images, all pages (row N02).
    images: Images of Image;
    /// Networks; in the NHN dialect VPCs (row N03).
    networks: Networks of Network;
    /// Subnets (row N03).
    subnets: Subnets of Subnet;
    /// Security groups with their rules (row N05).
    security_groups: SecurityGroups of SecurityGroup;
    /// Volumes (row N06).
    volumes: Volumes of Volume;
}
