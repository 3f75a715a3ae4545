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
    /// What the answer will carry as `x-openstack-request-id`.
    pub request_id: &'a str,
    pub persona: &'a Persona,
    pub now: Timestamp,
    /// The service in its region, without version: `http://…/kr1/compute`.
    pub base: String,
    pub seed: u64,
    /// The compute API's version 2.`minor` that the request is served in; 1 on the older `/v2`.
    pub minor: u32,
}

impl Context<'_> {
    /// The answer of a cloud that has not got a part of the API.
    pub(crate) fn offered(&self, feature: Feature) -> Result<(), Response> {
        if self.persona.lacks.contains(&feature) { Err(no_such_path()) } else { Ok(()) }
    }

    /// Whether the request is served in the compute API 2.`minor` or a newer one.
    pub(crate) fn since(&self, minor: u32) -> bool {
        self.minor >= minor
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
