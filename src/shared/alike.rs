//! Makes names unique where several things of the same name are offered as choices.

use std::collections::BTreeSet;

use ::view::visible::as_seen;
use cloud::wire::{Image, SecurityGroup};

use crate::locales::{Text, date_time};
use crate::ui::amounts::{joined, megabytes};

/// The names that occur more than once in a list.
pub struct Alike(BTreeSet<String>);

impl Alike {
    /// Names are compared without surrounding spaces: `"web"` and `"web "` look the same.
    fn of<'a>(names: impl Iterator<Item = &'a str>) -> Self {
        let (mut once, mut twice) = (BTreeSet::new(), BTreeSet::new());
        for name in names.map(as_seen) {
            if !once.insert(name.clone()) {
                twice.insert(name);
            }
        }
        Self(twice)
    }

    /// The duplicate names of images.
    pub fn images(all: &[Image]) -> Self {
        Self::of(all.iter().map(|image| image.name.as_str()))
    }

    /// The duplicate names of security groups.
    pub fn groups(all: &[SecurityGroup]) -> Self {
        Self::of(all.iter().map(|group| group.name.as_str()))
    }

    /// The name of an image. A duplicate name is followed by date, size and the start of the id. Without a name the id
    /// is used.
    pub fn image(&self, image: &Image) -> Text {
        if image.name.is_empty() {
            return image.id.to_string().into();
        }
        if !self.has(&image.name) {
            return image.name.clone().into();
        }
        let made = image.created_at.map(|at| Text::live(move || date_time(at.0 as f64).into()));
        let size = image.size.filter(|bytes| *bytes > 0).map(|bytes| megabytes(bytes.div_ceil(1_048_576)));
        joined([Some(image.name.clone().into()), made, size, Some(start_of(image.id.as_str()))])
    }

    /// The name of a security group. A duplicate name is followed by the start of the id.
    pub fn group(&self, group: &SecurityGroup) -> Text {
        if group.name.is_empty() {
            return group.id.to_string().into();
        }
        match self.has(&group.name) {
            true => joined([Some(group.name.clone().into()), Some(start_of(group.id.as_str()))]),
            false => group.name.clone().into(),
        }
    }

    fn has(&self, name: &str) -> bool {
        self.0.contains(&as_seen(name))
    }
}

/// Eight characters of an id, as with Git commits.
fn start_of(id: &str) -> Text {
    id.chars().take(8).collect::<String>().into()
}
