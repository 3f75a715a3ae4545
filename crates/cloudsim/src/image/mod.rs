//! Images, Glance's API (rows N02, N07, S27). Errors are HTML.

mod list;
mod show;
mod write;

use cloud::config::RuleSet;
use serde_json::json;

use crate::Response;
use crate::context::Context;
use crate::errors::{Answer, html, no_such_path};
use crate::model::Image;

pub(crate) fn answer(context: &mut Context<'_>, rest: &[&str]) -> Answer {
    route(context, rest).map_err(|refusal| as_accepted(refusal, context.request.header("accept")))
}

/// A refusal as HTML, or as JSON or text if only that is accepted.
fn as_accepted(refusal: Response, accept: Option<&str>) -> Response {
    let accept = accept.unwrap_or("*/*");
    let words = refusal.body.split_once("</h1>\n  ").and_then(|(_, rest)| rest.split_once("<br />"));
    let Some((words, _)) = words.filter(|_| !accept.contains("html") && !accept.contains("*/*")) else {
        return refusal;
    };
    let title = refusal.body.split_once("<title>").and_then(|(_, rest)| rest.split_once("</title>"));
    let code = title.map_or("", |(title, _)| title);
    if accept.contains("json") {
        let title = code.split_once(' ').map_or(code, |(_, title)| title);
        let body = json!({ "message": format!("{words}<br /><br />\n\n\n"), "code": code, "title": title });
        return Response::json(refusal.status, &body);
    }
    let body = format!("{code}\n\n{words}\n\n   ");
    let plain = Response { status: refusal.status, body, ..Response::default() };
    plain.with_header("Content-Type", "text/plain; charset=UTF-8")
}

fn route(context: &mut Context<'_>, rest: &[&str]) -> Answer {
    match (context.request.method.as_str(), rest) {
        ("GET", ["v2", "images"]) => list::answer(context),
        ("GET", ["v2", "images", id]) => {
            let image = context.project.image(id).ok_or_else(|| missing(id))?;
            Ok(Response::json(200, &show::full(context, image)))
        }
        // NHN's guide has no writes except DELETE.
        (method, _) if context.project.rules == RuleSet::Nhn && !matches!(method, "DELETE") => Err(no_such_path()),
        ("GET", ["v2", "info", "import"]) => Ok(Response::json(
            200,
            &json!({ "import-methods": {
                "description": "Import methods available.", "type": "array", "value": ["glance-direct", "web-download"],
            }}),
        )),
        ("GET", ["v2", "info", "stores"]) => {
            Err(html(404, "Not Found", "Multi backend is not supported at this site."))
        }
        ("GET", ["v2", "tasks"]) => {
            Err(html(403, "Forbidden", "You are not authorized to complete tasks_api_access action."))
        }
        ("GET", ["v2", "metadefs", "namespaces"]) => {
            let (schema, first) = ("/v2/schemas/metadefs/namespaces", "/v2/metadefs/namespaces");
            Ok(Response::json(200, &json!({ "namespaces": [], "schema": schema, "first": first })))
        }
        ("POST", ["v2", "images"]) => write::create(context),
        ("PATCH", ["v2", "images", id]) => write::patch(context, id),
        ("PUT", ["v2", "images", id, "file"]) => write::upload(context, id),
        ("GET", ["v2", "images", id, "file"]) => write::download(context, id),
        ("PUT" | "DELETE", ["v2", "images", id, "tags", tag]) => write::tag(context, id, tag),
        ("POST", ["v2", "images", id, "actions", verb @ ("deactivate" | "reactivate")]) => {
            write::activate(context, id, verb)
        }
        ("GET", ["v2", "images", id, "members"]) => {
            context.project.image(id).ok_or_else(|| missing(id))?;
            Ok(Response::json(200, &json!({ "members": [], "schema": "/v2/schemas/members" })))
        }
        ("DELETE", ["v2", "images", id]) => delete(context, id),
        _ => Err(no_such_path()),
    }
}

fn missing(id: &str) -> Response {
    html(404, "Not Found", &format!("No image found with ID {id}"))
}

/// An image of the project; others are read-only.
fn find_own<'a>(context: &'a Context<'_>, id: &str) -> Result<&'a Image, Response> {
    let image = context.project.image(id).ok_or_else(|| missing(id))?;
    if image.public {
        return Err(html(403, "Forbidden", "You do not own this image"));
    }
    Ok(image)
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
