//! The methods that most resources of Neutron have in common.

use serde_json::Value;

use super::{list, refuse};
use crate::context::Context;
use crate::errors::Answer;

/// The handlers of a resource.
pub(super) struct Resource {
    /// Its key in bodies.
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
