//! Flavors by name: an instance refers to its flavor only by id.

use std::sync::Arc;

use cloud::wire::{Flavor, FlavorName, Server};
use view::instances::{Names, StateWords};

use super::referred::Referred;
use super::words::verb;
use crate::data;
use crate::locales::lang;
use leptos::prelude::*;

/// The names of flavors from the cloud's short list (row S01), and what is known of images and sizes.
pub fn names(referred: Referred) -> Memo<Arc<Names>> {
    let flavors = data::flavor_names().value;
    Memo::new(move |_| {
        let flavors = flavors.get().unwrap_or_default();
        let states = StateWords { language: lang().tag(), of: |server| verb(server).now().into_owned() };
        let (images, imaged, sizes) = (referred.images.get(), referred.imaged.get(), referred.sizes.get());
        let mut names = Names { images, imaged, sizes, states, ..Names::default() };
        for flavor in flavors.iter() {
            names.flavors.insert(flavor.id.as_str(), &flavor.name);
        }
        Arc::new(names)
    })
}

/// The flavor of an instance in a list.
pub fn of(server: &Server, flavors: &[Flavor]) -> Option<Flavor> {
    let id = server.flavor.said()?.id.as_ref()?;
    flavors.iter().find(|flavor| flavor.id == *id).cloned()
}

/// The flavor of an instance in a list of names. Newer clouds report the flavor's name instead of its id.
pub fn name_of<'a>(server: &Server, names: &'a [FlavorName]) -> Option<&'a FlavorName> {
    let told = server.flavor.said()?;
    match (&told.id, &told.name) {
        (Some(id), _) => names.iter().find(|flavor| flavor.id == *id),
        (None, Some(name)) => names.iter().find(|flavor| flavor.name == *name),
        (None, None) => None,
    }
}

/// The flavor's name, or the beginning of its id if the name is unknown.
pub fn short(names: &Names, server: &Server) -> String {
    let name = names.flavor_of(server);
    let unknown = server.flavor.said().and_then(|flavor| flavor.id.as_ref()).is_some_and(|id| id.as_str() == name);
    if unknown && name.chars().count() > 12 { name.chars().take(8).chain(['…']).collect() } else { name.to_owned() }
}
