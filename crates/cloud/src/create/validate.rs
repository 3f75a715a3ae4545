//! Validates a draft field by field and converts it to a request.

use super::request::{Disk, From, Made};
use super::{BootFrom, Context, CreateRequest, DiskEnd, Draft, Field, FieldError, Problem};
use crate::base64;
use crate::config::RuleSet;
use crate::form;
use crate::ids::*;
use crate::rules::fit::{self, Misfit, RootOn};
use crate::rules::limits::{NameError, OutOfRange, Range, server_name};
use crate::wire::{Image, ImageStatus, name_for_compute};

pub(super) mod disks;
mod metadata;
mod nics;
pub(super) mod source;
#[cfg(test)]
mod tests;

pub use metadata::{metadata_key, metadata_value};

/// The request, or all problems in form order, at most one per field.
pub fn validate(draft: &Draft, context: &Context<'_>) -> Result<CreateRequest, Vec<FieldError>> {
    let mut errors = form::Errors(Vec::new());
    let request = checked(draft, context, &mut errors);
    match request {
        Some(request) if errors.0.is_empty() => Ok(request),
        _ => {
            errors.0.sort_by_key(|error| error.field.place());
            errors.0.dedup_by_key(|error| error.field);
            Err(errors.0)
        }
    }
}

/// Checks every field, whatever is wrong with the others.
fn checked(draft: &Draft, context: &Context<'_>, errors: &mut Errors) -> Option<CreateRequest> {
    let name = errors.take(Field::Name, name(draft, context));
    let image = errors.take(Field::Image, source::image(draft, context));
    let flavor = errors.take(Field::Flavor, flavor(draft, context));
    let root = errors.take(Field::RootDisk, root_disk(draft, context));
    errors.take(Field::RootKind, kind(&draft.root_kind, context));
    let disks = disks::all(draft, context, errors);
    let zone = errors.take(Field::Zone, zone(draft, context));
    let nics = nics::all(draft, context, errors);
    let key = errors.take(Field::Key, key(draft, context));
    let user_data = errors.take(Field::UserData, user_data(draft, context));
    let metadata = metadata::all(draft, context, errors);
    let server_group = errors.take(Field::ServerGroup, server_group(draft, context));
    let count = errors.take(Field::Count, count(draft, context));
    if let (Some(count), Some(nics)) = (count, &nics) {
        errors.take(Field::Count, one_only(count, draft, context, nics));
    }
    let min_count = errors.take(Field::MinCount, min_count(draft, count));
    let root: Option<Disk> = root?;
    Some(CreateRequest {
        name: name?,
        image: image?,
        flavor: flavor?,
        nics: nics?,
        zone: zone?,
        key: key?,
        security_groups: security_groups(draft, context),
        disks: disks::with_root(root, disks?, draft),
        user_data: user_data?,
        config_drive: draft.config_drive && context.limits.rules == RuleSet::OpenStack,
        metadata,
        server_group: server_group?,
        min_count: min_count?,
        count: count?,
    })
}

type Errors = form::Errors<Field, Problem>;

fn name(draft: &Draft, context: &Context<'_>) -> Result<String, Problem> {
    match server_name(&draft.name, context.limits, context.windows(draft)) {
        Ok(name) => Ok(name.as_str().to_owned()),
        Err(NameError::Empty) => Err(Problem::Missing),
        Err(error) => Err(Problem::Name(error)),
    }
}

fn flavor(draft: &Draft, context: &Context<'_>) -> Result<FlavorId, Problem> {
    let id: FlavorId = chosen(draft.flavor.as_str()).ok_or(Problem::Missing)?;
    let Some(flavor) = context.flavor(draft) else {
        return if context.flavors.is_some() { Err(Problem::Gone) } else { Ok(id) };
    };
    let limits = context.limits;
    if draft.boot_from != BootFrom::Image && limits.block_device_mapping && flavor.is_u2() {
        return Err(Problem::RootOnU2);
    }
    let fits = match context.image(draft) {
        _ if flavor.disabled => Err(Misfit::Disabled),
        Some(image) => fit::fits_with(image, flavor, limits, context.root_on(draft)),
        None => match limits.windows_ram_min_mb.filter(|_| context.windows(draft)) {
            Some(needs_mb) if flavor.ram_mb < needs_mb => Err(Misfit::RamTooSmall { needs_mb }),
            _ => Ok(()),
        },
    };
    fits.map(|()| id).map_err(Problem::Misfit)
}

/// The root's mapping; `Ok(None)`: the flavor's own disk needs none.
fn root_disk(draft: &Draft, context: &Context<'_>) -> Result<Option<Disk>, Problem> {
    let id = draft.root();
    let from = match draft.boot_from {
        BootFrom::Image => From::Image(trimmed(id)),
        BootFrom::Volume => From::Volume(trimmed(id)),
        BootFrom::Snapshot => From::Snapshot(trimmed(id)),
    };
    let made = match (draft.boot_from, context.root_on(draft)) {
        (BootFrom::Volume, _) => Made::Existing,
        (_, RootOn::FlavorDisk) => return Ok(None),
        (_, RootOn::Local) => Made::Local,
        (_, RootOn::Volume) => {
            let size_gb = whole_number(&draft.root_disk_gb, context.root_disk_range(draft))?;
            Made::Volume { size_gb: size_gb.into(), kind: kind(&draft.root_kind, context).unwrap_or_default() }
        }
    };
    Ok(Some(Disk { from, made, delete_on_termination: draft.root_end == DiskEnd::Delete, boot_index: 0 }))
}

/// The volume type, if not blank and supported by the cloud.
fn kind(kind: &str, context: &Context<'_>) -> Result<Option<String>, Problem> {
    match chosen(kind) {
        Some(_) if !context.limits.disk_kind => Err(Problem::NotOffered),
        kind => Ok(kind),
    }
}

fn zone(draft: &Draft, context: &Context<'_>) -> Result<Option<ZoneName>, Problem> {
    let name: Option<ZoneName> = chosen(draft.zone.as_str());
    if context.limits.source_zone_required && source::needs_zone(draft) {
        let name =
            name.clone().ok_or_else(|| source::zone(draft, context).map_or(Problem::Missing, Problem::ZoneMustBe))?;
        if let Some(other) = source::zones(draft, context).into_iter().find(|zone| *zone != name) {
            return Err(Problem::ZoneMustBe(other));
        }
    }
    let Some(name) = name else { return Ok(None) };
    match context.zones.map(|zones| zones.iter().find(|zone| zone.name == name)) {
        Some(None) => Err(Problem::Gone),
        Some(Some(zone)) if !zone.available => Err(Problem::ZoneUnavailable),
        _ => Ok(Some(name)),
    }
}

/// The zone that a volume or snapshot in this draft requires, if its zone is known (row S14).
pub fn required_zone(draft: &Draft, context: &Context<'_>) -> Option<ZoneName> {
    context.limits.source_zone_required.then(|| source::zone(draft, context)).flatten()
}

/// Blank and repeated names are dropped, because the cloud would refuse them.
fn security_groups(draft: &Draft, context: &Context<'_>) -> Vec<String> {
    let mut names = Vec::new();
    let groups = context.security_groups.unwrap_or_default();
    for name in draft.security_groups.iter().map(|chosen| name_for_compute(groups, chosen)) {
        if !name.is_empty() && !names.contains(&name) {
            names.push(name);
        }
    }
    names
}

fn key(draft: &Draft, context: &Context<'_>) -> Result<Option<KeyName>, Problem> {
    match chosen::<KeyName>(draft.key.as_str()) {
        None if context.limits.key_required => Err(Problem::Missing),
        None => Ok(None),
        Some(name) if context.keys.is_some_and(|keys| !keys.iter().any(|key| key.name == name)) => Err(Problem::Gone),
        name => Ok(name),
    }
}

fn user_data(draft: &Draft, context: &Context<'_>) -> Result<String, Problem> {
    let (is, max) = (draft.user_data_len(), context.limits.user_data_max);
    if is > max {
        return Err(Problem::TooLong { max: max as u64, is: is as u64 });
    }
    Ok(base64::encode(draft.user_data()))
}

fn server_group(draft: &Draft, context: &Context<'_>) -> Result<Option<ServerGroupId>, Problem> {
    let id: Option<ServerGroupId> = chosen(draft.server_group.as_str());
    let known = context.server_groups.zip(id.as_ref());
    match known {
        Some((groups, id)) if !groups.iter().any(|group| group.id == *id) => Err(Problem::Gone),
        _ => Ok(id),
    }
}

fn count(draft: &Draft, context: &Context<'_>) -> Result<u32, Problem> {
    whole_number(&draft.count, context.limits.count())
}

/// Some choices can be used by one instance only.
fn one_only(count: u32, draft: &Draft, context: &Context<'_>, nics: &[super::request::Nic]) -> Result<(), Problem> {
    let one = source::only_one(draft, context).or_else(|| nics::only_one(nics));
    match one {
        Some(one) if count > 1 => Err(Problem::OnlyOne(one)),
        _ => Ok(()),
    }
}

/// Blank: all of them. `count` is `None` if that number is already invalid.
fn min_count(draft: &Draft, count: Option<u32>) -> Result<u32, Problem> {
    if draft.min_count.trim().is_empty() {
        return Ok(count.unwrap_or(1));
    }
    whole_number(&draft.min_count, Range { min: 1, max: count.map(u64::from) })
}

/// Nova stores counts and sizes in signed 32-bit columns.
const NUMBER_MAX: u32 = i32::MAX as u32;

/// Parses a whole number in plain digits. A number that is too long to store is too large, not "no number".
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

/// An unknown status counts as active.
fn active(image: &Image) -> bool {
    image.status == ImageStatus::Active || image.status == ImageStatus::Other(String::new())
}

/// A choice that is not blank, trimmed: ids may come from text fields.
fn chosen<T: for<'a> std::convert::From<&'a str>>(choice: &str) -> Option<T> {
    let text = choice.trim();
    (!text.is_empty()).then(|| T::from(text))
}

fn trimmed<T: for<'a> std::convert::From<&'a str>>(id: &str) -> T {
    T::from(id.trim())
}
