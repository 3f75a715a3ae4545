//! What is known about reaching instances, for many at once.

use std::collections::BTreeMap;
use std::sync::Arc;

use cloud::rules::ssh::Known;
use cloud::wire::{FloatingIp, Image, Port, Server};
use cloud::{Scope, ServerId};
use sync::Key;

use super::store::store;

/// The images and floating IPs of a scope that were read so far.
#[derive(Default)]
pub struct Reach {
    images: Arc<[Image]>,
    /// The places of the images by id.
    by_id: BTreeMap<String, usize>,
    floating: BTreeMap<ServerId, Vec<FloatingIp>>,
}

/// What is known about a scope; sends no request.
pub fn reach(scope: &Scope) -> Reach {
    let store = store();
    let copy = store.copy.borrow();
    let list = |key: Key| copy.value(&key);
    let images: Arc<[Image]> = list(Key::Images(scope.clone())).and_then(|all| all.get()).unwrap_or_default();
    let ips: Arc<[FloatingIp]> = list(Key::FloatingIps(scope.clone())).and_then(|all| all.get()).unwrap_or_default();
    let ports: Arc<[Port]> = list(Key::Places(scope.clone())).and_then(|all| all.get()).unwrap_or_default();
    let device: BTreeMap<_, _> = ports.iter().filter_map(|port| Some((&port.id, port.device.as_ref()?))).collect();
    let mut floating: BTreeMap<ServerId, Vec<FloatingIp>> = BTreeMap::new();
    for ip in ips.iter() {
        if let Some(server) = ip.port.as_ref().and_then(|port| device.get(port)) {
            floating.entry((*server).clone()).or_default().push(ip.clone());
        }
    }
    let by_id = (0..).zip(images.iter()).map(|(at, image)| (image.id.to_string(), at)).collect();
    Reach { images, by_id, floating }
}

impl Reach {
    /// What is known about an instance of the scope.
    pub fn of<'a>(&'a self, server: &'a Server) -> Known<'a> {
        let image = server.image.said().and_then(Option::as_ref).and_then(|id| self.by_id.get(id.as_str()));
        let floating = self.floating.get(&server.id).map(Vec::as_slice).unwrap_or_default();
        Known { server, image: image.and_then(|at| self.images.get(*at)), groups: None, keys: None, floating }
    }
}
