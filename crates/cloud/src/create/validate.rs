//! Draft to request, or what is wrong, field by field.

use super::request::{Nic, RootDisk};
use super::{Context, CreateRequest, Draft, Field, FieldError, Problem};
use crate::ids::*;
use crate::rules::fit::{self, Misfit, RootOn};
use crate::rules::limits::{NameError, OutOfRange, Range, server_name};
use crate::wire::Image;

#[cfg(test)]
mod tests;

/// The request, or all problems in the order of the form, one a field at most.
pub fn validate(draft: &Draft, context: &Context<'_>) -> Result<CreateRequest, Vec<FieldError>> {
    let mut errors = Errors(Vec::new());
    let name = errors.take(Field::Name, name(draft, context));
    let image = errors.take(Field::Image, image(draft, context));
    let flavor = errors.take(Field::Flavor, flavor(draft, context));
    let root = errors.take(Field::RootDisk, root_disk(draft, context));
    let zone = errors.take(Field::Zone, zone(draft, context));
    let nic = errors.take(Field::Network, nic(draft, context));
    let key = errors.take(Field::Key, key(draft, context));
    let count = errors.take(Field::Count, count(draft, context));
    match (name, image, flavor, root, zone, nic, key, count) {
        (Some(name), Some(image), Some(flavor), Some(root), Some(zone), Some(nic), Some(key), Some(count)) => {
            let security_groups = security_groups(draft);
            Ok(CreateRequest { name, image, flavor, nic, zone, key, security_groups, root, count })
        }
        _ => Err(errors.0),
    }
}

/// Collects the problems, so that one bad field does not hide the next.
struct Errors(Vec<FieldError>);

impl Errors {
    fn take<T>(&mut self, field: Field, checked: Result<T, Problem>) -> Option<T> {
        checked.map_err(|problem| self.0.push(FieldError { field, problem })).ok()
    }
}

fn name(draft: &Draft, context: &Context<'_>) -> Result<String, Problem> {
    match server_name(&draft.name, context.limits, context.windows(draft)) {
        Ok(name) => Ok(name.as_str().to_owned()),
        Err(NameError::Empty) => Err(Problem::Missing),
        Err(error) => Err(Problem::Name(error)),
    }
}

fn image(draft: &Draft, context: &Context<'_>) -> Result<ImageId, Problem> {
    let id = chosen(&draft.image, ImageId::as_str).ok_or(Problem::Missing)?;
    match context.image(draft) {
        None if context.images.is_some() => Err(Problem::Gone),
        Some(image) if !active(image) => Err(Problem::ImageNotActive),
        _ => Ok(id),
    }
}

fn flavor(draft: &Draft, context: &Context<'_>) -> Result<FlavorId, Problem> {
    let id = chosen(&draft.flavor, FlavorId::as_str).ok_or(Problem::Missing)?;
    let fits = match (context.flavor(draft), context.image(draft)) {
        (None, _) if context.flavors.is_some() => return Err(Problem::Gone),
        (Some(flavor), None) if flavor.disabled => Err(Misfit::Disabled),
        (Some(flavor), Some(image)) => fit::fits_with(image, flavor, context.limits, context.root_on(draft)),
        _ => Ok(()),
    };
    fits.map(|()| id).map_err(Problem::Misfit)
}

fn root_disk(draft: &Draft, context: &Context<'_>) -> Result<RootDisk, Problem> {
    let delete_on_termination = draft.delete_root_on_termination;
    match context.root_on(draft) {
        RootOn::FlavorDisk => Ok(RootDisk::FlavorDisk),
        RootOn::Local => Ok(RootDisk::Local { delete_on_termination }),
        RootOn::Volume => {
            let size_gb = whole_number(&draft.root_disk_gb, context.root_disk_range(draft))?;
            Ok(RootDisk::Volume { size_gb: size_gb.into(), delete_on_termination })
        }
    }
}

fn zone(draft: &Draft, context: &Context<'_>) -> Result<Option<ZoneName>, Problem> {
    let Some(name) = chosen(&draft.zone, ZoneName::as_str) else {
        return Ok(None);
    };
    match context.zones.map(|zones| zones.iter().find(|zone| zone.name == name)) {
        Some(None) => Err(Problem::Gone),
        Some(Some(zone)) if !zone.available => Err(Problem::ZoneUnavailable),
        _ => Ok(Some(name)),
    }
}

fn nic(draft: &Draft, context: &Context<'_>) -> Result<Nic, Problem> {
    let subnet = chosen(&draft.subnet, SubnetId::as_str);
    let known = subnet.as_ref().and_then(|id| context.subnets?.iter().find(|subnet| subnet.id == *id));
    if subnet.is_some() && known.is_none() && context.subnets.is_some() {
        return Err(Problem::Gone);
    }
    if context.limits.subnet_in_networks {
        return subnet.map(Nic::Subnet).ok_or(Problem::Missing);
    }
    // The subnet's own network is right even when the form still holds another one.
    let network = known.map(|subnet| subnet.network_id.clone()).or_else(|| chosen(&draft.network, NetworkId::as_str));
    network.map(Nic::Network).ok_or(Problem::Missing)
}

/// Blank and repeated names are dropped: the cloud would refuse the request over them.
fn security_groups(draft: &Draft) -> Vec<String> {
    let mut names = Vec::new();
    for name in draft.security_groups.iter().map(|name| name.trim()) {
        if !name.is_empty() && !names.iter().any(|known| known == name) {
            names.push(name.to_owned());
        }
    }
    names
}

fn key(draft: &Draft, context: &Context<'_>) -> Result<Option<KeyName>, Problem> {
    match chosen(&draft.key, KeyName::as_str) {
        None if context.limits.key_required => Err(Problem::Missing),
        None => Ok(None),
        Some(name) if context.keys.is_some_and(|keys| !keys.iter().any(|key| key.name == name)) => Err(Problem::Gone),
        name => Ok(name),
    }
}

fn count(draft: &Draft, context: &Context<'_>) -> Result<u32, Problem> {
    whole_number(&draft.count, context.limits.count())
}

/// Nova keeps counts and sizes in signed 32-bit columns.
const NUMBER_MAX: u32 = i32::MAX as u32;

/// Reads a whole number in plain digits. One too long to hold is too large, not "no number".
fn whole_number(typed: &str, range: Range) -> Result<u32, Problem> {
    let typed = typed.trim();
    if typed.is_empty() {
        return Err(Problem::Missing);
    }
    if !typed.bytes().all(|byte| byte.is_ascii_digit()) {
        return Err(Problem::NotANumber);
    }
    let too_large = Problem::TooLarge { max: range.max.unwrap_or(NUMBER_MAX.into()) };
    let Some(number) = typed.parse::<u32>().ok().filter(|number| *number <= NUMBER_MAX) else {
        return Err(too_large);
    };
    range.check(number.into()).map(|()| number).map_err(|error| match error {
        OutOfRange::TooSmall { min } => Problem::TooSmall { min },
        OutOfRange::TooLarge { max } => Problem::TooLarge { max },
    })
}

/// Old services write the status in capitals; one that was left out does not stand in the way.
fn active(image: &Image) -> bool {
    image.status.is_empty() || image.status.eq_ignore_ascii_case("active")
}

/// A choice that is not blank, without the blanks around it: ids may come from text fields.
fn chosen<T: for<'a> From<&'a str>>(choice: &Option<T>, text: fn(&T) -> &str) -> Option<T> {
    let text = text(choice.as_ref()?).trim();
    (!text.is_empty()).then(|| T::from(text))
}
