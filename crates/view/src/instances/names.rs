//! Names of resources that rows reference by id.

use cloud::wire::{Image, ImagePhase, Server};
use cloud::{FlavorId, ServerId};

use super::{Size, Sizes};

/// Names by id, sorted by id: some hundreds, looked up once per row.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Labels(Vec<(String, String)>);

impl Labels {
    /// The name for an id.
    pub fn get(&self, id: &str) -> Option<&str> {
        let at = self.search(id).ok()?;
        self.0.get(at).map(|(_, name)| name.as_str())
    }

    /// Creates it from many names at once, some thousands.
    pub fn of(names: &[(String, String)]) -> Self {
        Self(crate::order::sorted(names, |one, other| one.0.cmp(&other.0)))
    }

    /// Sets the name for an id, replacing an earlier one.
    pub fn insert(&mut self, id: &str, name: &str) {
        let pair = (id.to_owned(), name.to_owned());
        match self.search(id) {
            Ok(at) => self.0.get_mut(at).into_iter().for_each(|known| known.1 = name.to_owned()),
            Err(at) => self.0.insert(at, pair),
        }
    }

    fn search(&self, id: &str) -> Result<usize, usize> {
        self.0.binary_search_by(|(known, _)| known.as_str().cmp(id))
    }
}

/// The instances of which there is a finished image, sorted by id.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Imaged(Vec<ServerId>);

impl Imaged {
    /// Collects them from the images of a project.
    pub fn of(images: &[Image]) -> Self {
        let finished = images.iter().filter(|image| image.status.phase() == ImagePhase::Ready);
        let mut ids: Vec<ServerId> = finished.filter_map(|image| image.instance.clone()).collect();
        ids.sort_unstable();
        ids.dedup();
        Self(ids)
    }

    /// Whether there is an image of an instance.
    pub fn has(&self, id: &ServerId) -> bool {
        self.0.binary_search(id).is_ok()
    }
}

/// The displayed words for an instance's state, for the search. The page provides them.
#[derive(Clone, Copy, Debug)]
pub struct StateWords {
    /// Identifies the language.
    pub language: &'static str,
    pub of: fn(&Server) -> String,
}

impl Default for StateWords {
    fn default() -> Self {
        Self { language: "", of: |_| String::new() }
    }
}

impl PartialEq for StateWords {
    fn eq(&self, other: &Self) -> bool {
        self.language == other.language
    }
}

impl Eq for StateWords {}

/// Names of resources that rows reference by id.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Names {
    pub flavors: Labels,
    pub images: Labels,
    /// Of which instances there are images.
    pub imaged: Imaged,
    /// The sizes of flavors.
    pub sizes: Sizes,
    /// Words for states.
    pub states: StateWords,
}

impl Names {
    /// The name of an instance's flavor: embedded by the cloud, or known, else its id; empty if not reported.
    pub fn flavor_of<'a>(&'a self, server: &'a Server) -> &'a str {
        let Some(flavor) = server.flavor.said() else { return "" };
        let id = flavor.id.as_ref().map(FlavorId::as_str);
        id.and_then(|id| self.flavors.get(id)).or(flavor.name.as_deref()).or(id).unwrap_or_default()
    }

    /// The name of an instance's image, if known.
    pub fn image_of(&self, server: &Server) -> Option<&str> {
        self.images.get(server.image.said()?.as_ref()?.as_str())
    }

    /// The size of an instance's flavor, if known.
    pub fn size_of(&self, server: &Server) -> Option<Size> {
        let flavor = server.flavor.said()?;
        self.sizes.get(flavor.id.as_ref().map(FlavorId::as_str).or(flavor.name.as_deref())?)
    }
}
