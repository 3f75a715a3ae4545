//! Creating an image of an instance: which API applies (rows S27, N07), and form to request.

use crate::config::RuleSet;
use crate::create::{metadata_key, metadata_value};
use crate::ids::TenantId;
use crate::rules::lifecycle::Action;
use crate::rules::limits::{Limits, NameError, image_name};
use crate::time::Timestamp;
use crate::wire::{FlavorName, Image, Pairs, Server};

#[cfg(test)]
mod tests;

/// The action that creates an image of this instance: `createImage`, or on NHN for all flavors but U2 the upload of its
/// root volume. If the flavor is unknown, an instance without a volume has its disk on the host, like U2.
pub fn way(server: &Server, rules: RuleSet, flavor: Option<&FlavorName>) -> Action {
    let local = match flavor {
        Some(flavor) => flavor.is_u2(),
        None => server.volumes.said().is_some_and(Vec::is_empty),
    };
    if rules == RuleSet::OpenStack || local { Action::CreateImage } else { Action::CreateImageFromVolume }
}

/// An image that `createImage` created without returning its id: Nova puts the id into `Location`, where some clouds
/// put a URL of their store (`rbd://…`) or nothing.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Unnamed {
    /// The name that was sent.
    pub name: String,
    /// The project it belongs to, if known.
    pub owner: Option<TenantId>,
    /// When it was requested, by the cloud's clock.
    pub since: Timestamp,
}

/// More than one image matches.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Ambiguous;

/// Longest time between request and creation, including the difference between the services' clocks, milliseconds.
const SLACK_MS: i64 = 60_000;

impl Unnamed {
    /// The matching image; `None` if it is not listed yet. An image without a time or owner matches any.
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

/// The form as typed.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct CaptureDraft {
    pub name: String,
    /// One `name = value` per line.
    pub metadata: String,
}

/// A valid request for `createImage`.
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

    /// The metadata to store in it.
    pub fn metadata(&self) -> &Pairs {
        &self.metadata
    }
}

/// What is wrong with the form.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct CaptureProblems {
    pub name: Option<NameError>,
    /// The first invalid line of the metadata, counted from 1.
    pub line: Option<usize>,
}

impl CaptureDraft {
    /// Validates the form.
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
