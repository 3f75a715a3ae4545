//! What a handler gets to see.

use cloud::Timestamp;
use cloud::rules::offers::Feature;
use serde_json::{Value, json};

use crate::errors::no_such_path;
use crate::model::Project;
use crate::personas::Persona;
use crate::{Request, Response};

pub(crate) struct Context<'a> {
    pub project: &'a mut Project,
    pub request: &'a Request,
    pub persona: &'a Persona,
    pub now: Timestamp,
    /// The service in its region, without version: `http://…/kr1/compute`.
    pub base: String,
    pub seed: u64,
}

impl Context<'_> {
    /// The answer of a cloud that has not got a part of the API.
    pub(crate) fn offered(&self, feature: Feature) -> Result<(), Response> {
        if self.persona.lacks.contains(&feature) { Err(no_such_path()) } else { Ok(()) }
    }

    /// A JSON body of the request.
    pub(crate) fn body(&self) -> Value {
        self.request.value()
    }

    /// `self` and `bookmark` of a compute thing. On `/v2.1` the tenant is not in the address.
    pub(crate) fn links(&self, version: &str, thing: &str) -> Value {
        let base = &self.base;
        let tenant = if version == "v2.1" { String::new() } else { format!("/{}", self.project.tenant) };
        json!([
            { "rel": "self", "href": format!("{base}/{version}{tenant}/{thing}") },
            { "rel": "bookmark", "href": format!("{base}{tenant}/{thing}") },
        ])
    }

    /// The `bookmark` alone, as images and flavors of instances have it.
    pub(crate) fn bookmark(&self, version: &str, thing: &str) -> Value {
        let base = &self.base;
        let tenant = if version == "v2.1" { String::new() } else { format!("/{}", self.project.tenant) };
        json!([{ "rel": "bookmark", "href": format!("{base}{tenant}/{thing}") }])
    }
}
