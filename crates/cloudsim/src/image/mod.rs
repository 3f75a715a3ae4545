//! Images, Glance's API (rows N02, N07, S27). What it refuses, it refuses in HTML.

mod list;
mod show;

use crate::Response;
use crate::context::Context;
use crate::errors::{Answer, html, no_such_path};

pub(crate) fn answer(context: &mut Context<'_>, rest: &[&str]) -> Answer {
    match (context.request.method.as_str(), rest) {
        ("GET", ["v2", "images"]) => list::answer(context),
        ("GET", ["v2", "images", id]) => {
            let image = context.project.image(id);
            let image = image.ok_or_else(|| html(404, "Not Found", &format!("No image found with ID {id}")))?;
            Ok(Response::json(200, &show::full(context, image)))
        }
        ("DELETE", ["v2", "images", id]) => delete(context, id),
        _ => Err(no_such_path()),
    }
}

fn delete(context: &mut Context<'_>, id: &str) -> Answer {
    let image = context.project.image(id);
    let image = image.ok_or_else(|| html(404, "Not Found", &format!("Failed to find image {id} to delete")))?;
    if image.public {
        return Err(html(403, "Forbidden", "You are not permitted to delete this image."));
    }
    if image.protected {
        return Err(html(403, "Forbidden", &format!("Image {id} is protected and cannot be deleted.")));
    }
    let name = image.name.clone().unwrap_or_default();
    context.project.images.retain(|image| image.id != id);
    crate::faults::lose(&name, Response::empty(204))
}
