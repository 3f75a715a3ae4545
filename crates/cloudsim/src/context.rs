//! The context of a request handler.

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
    /// Sent as `x-openstack-request-id`.
    pub request_id: &'a str,
    pub persona: &'a Persona,
    pub now: Timestamp,
    /// The service in its region, without version: `http://…/kr1/compute`.
    pub base: String,
    pub seed: u64,
    /// The compute version 2.`minor` of the request; 1 on `/v2`.
    pub minor: u32,
}

impl Context<'_> {
    /// The response of a cloud that does not support a feature.
    pub(crate) fn offered(&self, feature: Feature) -> Result<(), Response> {
        if self.persona.lacks.contains(&feature) { Err(no_such_path()) } else { Ok(()) }
    }

    /// Whether the request uses compute version 2.`minor` or newer.
    pub(crate) fn since(&self, minor: u32) -> bool {
        self.minor >= minor
    }

    /// The request's JSON body.
    pub(crate) fn body(&self) -> Value {
        self.request.value()
    }

    /// The `self` and `bookmark` links of a compute resource. On `/v2.1` the URL does not contain the tenant.
    pub(crate) fn links(&self, version: &str, thing: &str) -> Value {
        let base = &self.base;
        let tenant = if version == "v2.1" { String::new() } else { format!("/{}", self.project.tenant) };
        json!([
            { "rel": "self", "href": format!("{base}/{version}{tenant}/{thing}") },
            { "rel": "bookmark", "href": format!("{base}{tenant}/{thing}") },
        ])
    }

    /// The `bookmark` link alone, as for images and flavors of instances.
    pub(crate) fn bookmark(&self, version: &str, thing: &str) -> Value {
        let base = &self.base;
        let tenant = if version == "v2.1" { String::new() } else { format!("/{}", self.project.tenant) };
        json!([{ "rel": "bookmark", "href": format!("{base}{tenant}/{thing}") }])
    }
}
