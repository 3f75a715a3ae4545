//! Keeps the addresses in the list of instances fresh: when one changes, Nova reports no change of the instance.

use std::sync::Arc;

use cloud::wire::{FloatingIp, Port, Server};
use leptos::prelude::*;
use sync::{Event, Key, places};

use super::driver::step;
use super::lists;
use super::store::store;
use crate::reactive::effect;

/// The floating IPs of an instance, as far as they are known; sends no request.
pub fn known_floating_ips(server: &Server) -> Vec<FloatingIp> {
    let Some(scope) = store().scope.get_untracked() else { return Vec::new() };
    let store = store();
    let copy = store.copy.borrow();
    let ips: Arc<[FloatingIp]> =
        copy.value(&Key::FloatingIps(scope.clone())).and_then(|ips| ips.get()).unwrap_or_default();
    let ports: Arc<[Port]> = copy.value(&Key::Places(scope)).and_then(|ports| ports.get()).unwrap_or_default();
    let ports: Vec<Port> = ports.iter().filter(|port| port.device.as_ref() == Some(&server.id)).cloned().collect();
    ips.iter().filter(|ip| ip.is_of(server, Some(&ports))).cloned().collect()
}

/// The last floating IPs and ports seen.
type Known = (Option<Arc<[FloatingIp]>>, Option<Arc<[Port]>>);

/// Reads instances again whose addresses changed, as long as the calling component exists.
pub fn watch_addresses() {
    let (ips, ports) = (lists::floating_ips(), lists::places());
    let known = StoredValue::new(Known::default());
    effect(move || {
        let now = (ips.value.get(), ports.value.get());
        let before = known.get_value();
        let scope = store().scope.get_untracked();
        let Some(scope) = scope else { return known.set_value(Known::default()) };
        let mut servers = Vec::new();
        if let (Some(before), Some(now)) = (&before.1, &now.1)
            && !Arc::ptr_eq(before, now)
        {
            servers = places::moved_ports(before, now);
        }
        if let (Some(before), Some(after)) = (&before.0, &now.0)
            && !Arc::ptr_eq(before, after)
        {
            let rows = store().copy.borrow().servers(&scope);
            servers.extend(places::moved_ips(before, after, now.1.as_deref().unwrap_or_default(), &rows));
        }
        known.set_value(now);
        if !servers.is_empty() {
            step(Event::Recheck { scope, servers });
        }
    });
}
