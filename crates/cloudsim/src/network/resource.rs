//! What is listed, made, changed and deleted under one address: most things of Neutron's, each with the same verbs.

use serde_json::Value;

use super::{list, refuse};
use crate::context::Context;
use crate::errors::Answer;

/// The verbs of one kind of thing.
pub(super) struct Resource {
    /// What one is called in bodies.
    pub single: &'static str,
    pub all: fn(&Context<'_>) -> Vec<Value>,
    pub create: fn(&mut Context<'_>) -> Answer,
    pub change: fn(&mut Context<'_>, &str) -> Answer,
    pub delete: fn(&mut Context<'_>, &str) -> Answer,
}

impl Resource {
    pub(super) fn answer(&self, context: &mut Context<'_>, path: &[&str]) -> Answer {
        match (context.request.method.as_str(), path) {
            ("GET", _) => list::read(context, self.single, path, (self.all)(context)),
            ("POST", []) => (self.create)(context),
            ("PUT", [id]) => (self.change)(context, id),
            ("DELETE", [id]) => (self.delete)(context, id),
            ("POST", [_]) => Err(refuse::method()),
            _ => Err(refuse::unknown()),
        }
    }
}
