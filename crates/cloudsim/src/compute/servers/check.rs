//! Validates creates and renames. The limits come from `cloud::rules`, the messages from Nova where it has the same
//! rule; NHN's messages for its own rules are not documented.

use cloud::rules::fit::{Misfit, RootOn, fits_with};
use cloud::rules::limits::{NameError, server_name};
use cloud::{FlavorId, ImageId};
use serde_json::Value;

use super::refuse_name;
use crate::Response;
use crate::compute::limits::{self, Used};
use crate::context::Context;
use crate::encoding::loosely_base64;
use crate::errors::{bad_request, forbidden, invalid};
use crate::model::{Flavor, Image};

const GIB: u64 = 1 << 30;

/// The validated name.
pub(super) fn name(context: &Context<'_>, typed: &str, windows: bool) -> Result<String, Response> {
    match server_name(typed, &context.project.limits(), windows) {
        Ok(name) => Ok(name.as_str().to_owned()),
        Err(NameError::Empty) => Err(refuse_name(typed, "too short")),
        Err(NameError::TooLong { .. }) => Err(refuse_name(typed, "too long")),
        Err(_) => Err(refuse_name(typed, "not printable")),
    }
}

pub(super) fn is_windows(context: &Context<'_>, image: Option<&str>) -> bool {
    image.and_then(|id| context.project.image(id)).is_some_and(|image| wire_image(image).is_windows())
}

/// Whether the image fits the flavor, with its root there.
pub(super) fn fit(context: &Context<'_>, image: &Image, flavor: &Flavor, root: RootOn) -> Result<(), Response> {
    let (limits, wire) = (context.project.limits(), wire_flavor(flavor));
    let Err(misfit) = fits_with(&wire_image(image), &wire, &limits, root) else { return Ok(()) };
    Err(bad_request(&match misfit {
        Misfit::Disabled => format!("Flavor {} could not be found.", flavor.id),
        Misfit::RamTooSmall { .. } => "Flavor's memory is too small for requested image.".to_owned(),
        Misfit::DiskTooSmall { needs_gb } => disk_too_small(flavor.disk_gb, needs_gb),
        Misfit::WindowsOnU2 => "Windows images are not available for the U2 flavor type.".to_owned(),
    }))
}

pub(super) fn disk_too_small(has_gb: u64, needs_gb: u64) -> String {
    format!(
        "Flavor's disk is smaller than the minimum size specified in image metadata. Flavor disk is {} bytes, minimum \
         size is {} bytes.",
        has_gb.saturating_mul(GIB),
        needs_gb.saturating_mul(GIB)
    )
}

pub(super) fn volume_too_small(has_gb: u64, needs_gb: u64) -> String {
    format!(
        "Volume is smaller than the minimum size specified in image metadata. Volume size is {} bytes, minimum size is \
         {} bytes.",
        has_gb.saturating_mul(GIB),
        needs_gb.saturating_mul(GIB)
    )
}

/// `user_data`: base64, within the limit after encoding.
pub(super) fn user_data(context: &Context<'_>, server: &Value) -> Result<(), Response> {
    let Some(text) = server.get("user_data").and_then(Value::as_str) else { return Ok(()) };
    if text.len() > context.project.limits().user_data_max {
        return Err(invalid("user_data", "…", "the value is too long"));
    }
    if loosely_base64(text) {
        return Ok(());
    }
    Err(invalid("user_data", text, &format!("'{text}' is not valid under any of the given schemas")))
}

/// `metadata`: short strings only.
pub(super) fn metadata(context: &Context<'_>, server: &Value) -> Result<(), Response> {
    let max = context.project.limits().metadata_max;
    let Some(map) = server.get("metadata").and_then(Value::as_object) else { return Ok(()) };
    for (key, value) in map {
        let Some(text) = value.as_str() else {
            return Err(invalid(key, &value.to_string(), &format!("{value} is not of type 'string'")));
        };
        if let Some(long) = [key.as_str(), text].into_iter().find(|text| text.chars().count() > max) {
            return Err(invalid("metadata", long, &format!("'{long}' is too long")));
        }
    }
    Ok(())
}

/// The minimum and maximum number of instances requested.
pub(super) fn count(context: &Context<'_>, server: &Value) -> Result<(u64, u64), Response> {
    let read = |key: &str| match server.get(key) {
        None | Some(Value::Null) => Ok(None),
        Some(value) => {
            // Nova accepts numbers in quotes, too.
            let number = value.as_u64().or_else(|| value.as_str().and_then(|text| text.parse().ok()));
            number
                .filter(|number| *number > 0)
                .map(Some)
                .ok_or_else(|| invalid(key, &value.to_string(), &format!("{value} is less than the minimum of 1")))
        }
    };
    let (min, max) = (read("min_count")?, read("max_count")?);
    let least = min.unwrap_or(1);
    let most = max.unwrap_or(least);
    if least > most {
        return Err(bad_request("min_count must be <= max_count"));
    }
    if let Some(limit) = context.project.limits().count_max.map(u64::from).filter(|limit| most > *limit) {
        return Err(invalid("max_count", &most.to_string(), &format!("{most} is greater than the maximum of {limit}")));
    }
    Ok((least, most))
}

/// How many of `least..=most` instances fit into the quota; Nova's message if not even the least fit.
pub(super) fn quota(context: &Context<'_>, flavor: &Flavor, least: u64, most: u64) -> Result<u64, Response> {
    let wants = |count: u64| Used {
        instances: count,
        cores: count.saturating_mul(flavor.vcpus.into()),
        ram_mb: count.saturating_mul(flavor.ram_mb),
    };
    let fits = |count: &u64| room(context, wants(*count)).is_ok();
    match (least..=most).rev().find(fits) {
        Some(count) => Ok(count),
        // The message is about the full number.
        None => room(context, wants(most)).map(|()| most),
    }
}

/// Whether the additional resources of a larger flavor fit into the quota.
pub(super) fn quota_for(context: &Context<'_>, old: Option<&Flavor>, new: &Flavor) -> Result<(), Response> {
    let (cores, ram_mb) = old.map_or((0, 0), |old| (u64::from(old.vcpus), old.ram_mb));
    let more = |new: u64, old: u64| new.saturating_sub(old);
    room(context, Used { instances: 0, cores: more(new.vcpus.into(), cores), ram_mb: more(new.ram_mb, ram_mb) })
}

fn room(context: &Context<'_>, wanted: Used) -> Result<(), Response> {
    let (quota, used) = (context.project.quota, limits::used(context.project));
    let over: Vec<(&str, u64, u64, u64)> = [
        ("instances", wanted.instances, used.instances, quota.instances),
        ("cores", wanted.cores, used.cores, quota.cores),
        ("ram", wanted.ram_mb, used.ram_mb, quota.ram_mb),
    ]
    .into_iter()
    .filter(|(_, wanted, used, most)| *wanted > 0 && used.saturating_add(*wanted) > *most)
    .collect();
    if over.is_empty() {
        return Ok(());
    }
    let join = |text: Vec<String>| text.join(", ");
    let names = over.iter().map(|(name, ..)| *name).collect::<Vec<_>>().join(", ");
    let wanted = join(over.iter().map(|(_, wanted, ..)| wanted.to_string()).collect());
    let used = join(over.iter().map(|(_, _, used, _)| used.to_string()).collect());
    let most = join(over.iter().map(|(.., most)| most.to_string()).collect());
    Err(forbidden(&format!(
        "Quota exceeded for {names}: Requested {wanted}, but already used {used} of {most} {names}"
    )))
}

/// The image as a type of `cloud`.
pub(super) fn wire_image(image: &Image) -> cloud::wire::Image {
    cloud::wire::Image {
        id: ImageId(image.id.clone()),
        name: image.name.clone().unwrap_or_default(),
        status: cloud::wire::ImageStatus::parse(image.status),
        visibility: if image.public { "public" } else { "private" }.to_owned(),
        min_disk_gb: image.min_disk_gb,
        min_ram_mb: image.min_ram_mb,
        size: Some(image.size),
        progress: None,
        protected: image.public,
        os_type: Some(image.os_type.to_owned()),
        os_distro: Some(image.os_distro.to_owned()),
        os_version: Some(image.os_version.to_owned()),
        login_username: Some(image.login.to_owned()),
        created_at: Some(image.created),
        instance: None,
        owner: None,
    }
}

/// The flavor as a type of `cloud`.
pub(super) fn wire_flavor(flavor: &Flavor) -> cloud::wire::Flavor {
    cloud::wire::Flavor {
        id: FlavorId(flavor.id.clone()),
        name: flavor.name.clone(),
        vcpus: flavor.vcpus,
        ram_mb: flavor.ram_mb,
        disk_gb: flavor.disk_gb,
        ephemeral_gb: 0,
        swap: 0,
        rxtx_factor: Some(1.0),
        is_public: true,
        disabled: flavor.disabled,
        extra_specs: cloud::wire::Pairs::default(),
    }
}
