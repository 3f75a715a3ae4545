//! Actions of an instance beyond starting and stopping: resize (row S26), images (row S27), security groups (rows S28,
//! S29), shelving (row N08), and the ways out of every state.

use std::borrow::Cow;

use super::servers::{act, action_request, delete, reboot};
use crate::exchange::{Call, ReadError, Reply};
use crate::ids::*;
use crate::json::{Json, parse};
use crate::rules::lifecycle::Action;
use crate::wire::root::one;
use crate::wire::{AdminPassword, Pairs, Rebuilt, Server};

#[cfg(test)]
mod tests;

/// How the root disk is partitioned after a resize or rebuild (`OS-DCF:diskConfig`).
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum DiskConfig {
    /// One partition over the whole disk.
    Auto,
    /// As the image has it.
    Manual,
}

impl DiskConfig {
    fn as_str(self) -> &'static str {
        match self {
            DiskConfig::Auto => "AUTO",
            DiskConfig::Manual => "MANUAL",
        }
    }
}

/// `resize` (row S26).
pub fn resize(id: &ServerId, flavor: &FlavorId, disk: Option<DiskConfig>) -> Call<()> {
    let mut resize = Json::object([("flavorRef", flavor.as_str().into())]);
    if let Some(disk) = disk {
        resize.put("OS-DCF:diskConfig", disk.as_str().into());
    }
    act(id, &Json::object([("resize", resize)]))
}

/// `confirmResize`, where the cloud waits for it (row S26).
pub fn confirm_resize(id: &ServerId) -> Call<()> {
    plain(id, "confirmResize")
}

/// `revertResize`, where the cloud waits for it (row S26).
pub fn revert_resize(id: &ServerId) -> Call<()> {
    plain(id, "revertResize")
}

/// `createImage` (row S27). The image's id stands in the `Location` header, in newer microversions in the body; a
/// browser may see neither (no CORS for the header), and then the image is found by its name.
pub fn create_image(id: &ServerId, name: &str, metadata: &Pairs) -> Call<Option<ImageId>> {
    let mut image = Json::object([("name", name.into())]);
    if !metadata.is_empty() {
        image.put("metadata", metadata.into());
    }
    Call { request: action_request(id, &Json::object([("createImage", image)])), read: image_made }
}

/// `shelve` (row N08).
pub fn shelve(id: &ServerId) -> Call<()> {
    plain(id, "shelve")
}

/// `unshelve` (row N08).
pub fn unshelve(id: &ServerId) -> Call<()> {
    plain(id, "unshelve")
}

/// `shelveOffload`.
pub fn shelve_offload(id: &ServerId) -> Call<()> {
    plain(id, "shelveOffload")
}

/// `pause`.
pub fn pause(id: &ServerId) -> Call<()> {
    plain(id, "pause")
}

/// `unpause`.
pub fn unpause(id: &ServerId) -> Call<()> {
    plain(id, "unpause")
}

/// `suspend`.
pub fn suspend(id: &ServerId) -> Call<()> {
    plain(id, "suspend")
}

/// `resume`.
pub fn resume(id: &ServerId) -> Call<()> {
    plain(id, "resume")
}

/// `rescue`; the answer has the password of the rescue system, once.
pub fn rescue(id: &ServerId, image: Option<&ImageId>) -> Call<Option<AdminPassword>> {
    let rescue = match image {
        Some(image) => Json::object([("rescue_image_ref", image.as_str().into())]),
        None => Json::Nothing,
    };
    Call { request: action_request(id, &Json::object([("rescue", rescue)])), read: password_in }
}

/// `unrescue`.
pub fn unrescue(id: &ServerId) -> Call<()> {
    plain(id, "unrescue")
}

/// `lock`.
pub fn lock(id: &ServerId) -> Call<()> {
    plain(id, "lock")
}

/// `unlock`.
pub fn unlock(id: &ServerId) -> Call<()> {
    plain(id, "unlock")
}

/// `rebuild` from an image, with another name and metadata if given; everything on the root disk is lost.
pub fn rebuild(id: &ServerId, image: &ImageId, name: Option<&str>, metadata: Option<&Pairs>) -> Call<Rebuilt> {
    let mut rebuild = Json::object([("imageRef", image.as_str().into())]);
    if let Some(name) = name {
        rebuild.put("name", name.into());
    }
    if let Some(metadata) = metadata {
        rebuild.put("metadata", metadata.into());
    }
    Call { request: action_request(id, &Json::object([("rebuild", rebuild)])), read: rebuilt }
}

/// `addSecurityGroup`, to all ports (row S28). Nova takes a name or an id: an id where two groups share a name.
pub fn add_security_group(id: &ServerId, name_or_id: &str) -> Call<()> {
    act(id, &Json::object([("addSecurityGroup", Json::object([("name", name_or_id.into())]))]))
}

/// `removeSecurityGroup`, from all ports (row S29).
pub fn remove_security_group(id: &ServerId, name_or_id: &str) -> Call<()> {
    act(id, &Json::object([("removeSecurityGroup", Json::object([("name", name_or_id.into())]))]))
}

/// The call of an action that needs nothing but the instance and answers nothing; `None`: it needs more, or is no
/// action of the compute service.
pub fn without_argument(id: &ServerId, action: Action) -> Option<Call<()>> {
    let word = match action {
        Action::Start => "os-start",
        Action::Stop => "os-stop",
        Action::ConfirmResize => "confirmResize",
        Action::RevertResize => "revertResize",
        Action::Shelve => "shelve",
        Action::Unshelve => "unshelve",
        Action::ShelveOffload => "shelveOffload",
        Action::Pause => "pause",
        Action::Unpause => "unpause",
        Action::Suspend => "suspend",
        Action::Resume => "resume",
        Action::Unrescue => "unrescue",
        Action::Lock => "lock",
        Action::Unlock => "unlock",
        Action::Restore => "restore",
        Action::ForceDelete => "forceDelete",
        Action::Reboot(kind) => return Some(reboot(id, kind)),
        Action::Delete => return Some(delete(id)),
        _ => return None,
    };
    Some(plain(id, word))
}

/// An action without arguments.
fn plain(id: &ServerId, word: &'static str) -> Call<()> {
    act(id, &Json::Object(vec![(Cow::Borrowed(word), Json::Nothing)]))
}

fn image_made(reply: &Reply) -> Result<Option<ImageId>, ReadError> {
    let location = reply.header("location").and_then(image_in_location).map(ImageId::from);
    let named = || parse(&reply.body).ok()?.get("image_id").filled().map(ImageId);
    Ok(location.or_else(named))
}

/// The id in the address of an image (`…/images/ID`); an address of the store behind the service (`rbd://…`) has none.
fn image_in_location(location: &str) -> Option<&str> {
    let path = location.split(['?', '#']).next()?.trim_end_matches('/');
    let of_service = ["http://", "https://", "/"].iter().any(|start| path.starts_with(start));
    let (before, id) = path.rsplit_once('/').filter(|_| of_service)?;
    (before.ends_with("/images") && !id.is_empty()).then_some(id)
}

fn password_in(reply: &Reply) -> Result<Option<AdminPassword>, ReadError> {
    // Clouds that set no password answer without a body.
    Ok(parse(&reply.body).ok().and_then(|root| root.get("adminPass").filled()).map(AdminPassword))
}

fn rebuilt(reply: &Reply) -> Result<Rebuilt, ReadError> {
    let server = one::<Server>(reply)?;
    let admin_password = parse(&reply.body)?.get("server").get("adminPass").filled().map(AdminPassword);
    Ok(Rebuilt { server, admin_password })
}
