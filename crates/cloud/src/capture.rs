//! An image of an instance: which way it is made (rows S27, N07), and what was typed to what is sent.

use crate::config::RuleSet;
use crate::create::{metadata_key, metadata_value};
use crate::ids::TenantId;
use crate::rules::lifecycle::Action;
use crate::rules::limits::{Limits, NameError, image_name};
use crate::time::Timestamp;
use crate::wire::{FlavorName, Image, Pairs, Server};

#[cfg(test)]
mod tests;

/// The action that makes an image of this instance: `createImage`, or on NHN for all but U2 the upload of its root
/// volume. Where the flavor is not known, an instance without a volume has its disk on the host, as U2 has.
pub fn way(server: &Server, rules: RuleSet, flavor: Option<&FlavorName>) -> Action {
    let local = match flavor {
        Some(flavor) => flavor.is_u2(),
        None => server.volumes.said().is_some_and(Vec::is_empty),
    };
    if rules == RuleSet::OpenStack || local { Action::CreateImage } else { Action::CreateImageFromVolume }
}

/// An image that `createImage` makes without naming it: Nova puts the id into `Location`, where others put an address of
/// their store (`rbd://…`), or nothing.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Unnamed {
    /// The name that was sent.
    pub name: String,
    /// The project it will belong to; `None`: not known.
    pub owner: Option<TenantId>,
    /// When it was asked for, by the cloud's clock.
    pub since: Timestamp,
}

/// More than one image fits: nobody can say which it is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Ambiguous;

/// The answer to a create takes this long at most, and clocks of services differ, milliseconds.
const SLACK_MS: i64 = 60_000;

impl Unnamed {
    /// The one among these; `None`: it is not there yet. An image that tells no time or no owner may be it.
    pub fn among<'a>(&self, images: &'a [Image]) -> Result<Option<&'a Image>, Ambiguous> {
        let young = |image: &Image| image.created_at.is_none_or(|at| at.0 >= self.since.0.saturating_sub(SLACK_MS));
        let own = |image: &Image| match (&image.owner, &self.owner) {
            (Some(is), Some(own)) => is == own,
            _ => true,
        };
        let mut fit = images.iter().filter(|image| image.name == self.name && young(image) && own(image));
        match (fit.next(), fit.next()) {
            (_, Some(_)) => Err(Ambiguous),
            (one, None) => Ok(one),
        }
    }
}

/// The form as it stands.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct CaptureDraft {
    /// Name, as typed.
    pub name: String,
    /// Metadata, as typed: one `name = value` a line.
    pub metadata: String,
}

/// What can be sent as `createImage`.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Capture {
    name: String,
    metadata: Pairs,
}

impl Capture {
    /// The image's name.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// What is written into it.
    pub fn metadata(&self) -> &Pairs {
        &self.metadata
    }
}

/// What is wrong with the form; nothing in either: nothing.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct CaptureProblems {
    /// With the name.
    pub name: Option<NameError>,
    /// The first line of the metadata that is none, counted from 1.
    pub line: Option<usize>,
}

impl CaptureDraft {
    /// What is sent, or what is wrong.
    pub fn check(&self, limits: &Limits) -> Result<Capture, CaptureProblems> {
        match (image_name(&self.name), self.pairs(limits.metadata_max)) {
            (Ok(name), Ok(metadata)) => Ok(Capture { name, metadata }),
            (name, metadata) => Err(CaptureProblems { name: name.err(), line: metadata.err() }),
        }
    }

    fn pairs(&self, max: usize) -> Result<Pairs, usize> {
        let mut pairs = Pairs::default();
        let lines = self.metadata.lines().enumerate().filter(|(_, line)| !line.trim().is_empty());
        for (at, line) in lines {
            let (key, value) = line.split_once('=').map(|(key, value)| (key.trim(), value.trim())).ok_or(at + 1)?;
            let sound = metadata_key(key, max).and_then(|()| metadata_value(value, max));
            if sound.is_err() || pairs.get(key).is_some() {
                return Err(at + 1);
            }
            pairs.put(key.to_owned(), value.to_owned());
        }
        Ok(pairs)
    }
}
