//! Which lists are still to be removed, as a text that the browser stores at once: the lists themselves are removed by code
//! that may not be loaded yet, in a database that answers later. One line for each project, or one for everything.

use crate::json::{Json, parse};
use crate::{Scope, TenantId};

/// The line for everything.
const ALL: &str = "[]";

/// Adds the lists of a project in all its regions, or all lists (`None`).
pub fn add(marked: &str, of: Option<&Scope>) -> String {
    let Some(scope) = of else { return ALL.to_owned() };
    let line: Json<'_> = [scope.cloud.as_str(), scope.tenant.as_str()].into_iter().map(Json::from).collect();
    let line = line.write();
    if marked.lines().any(|other| other == ALL || other == line) {
        return marked.to_owned();
    }
    let lines: Vec<_> = marked.lines().chain([line.as_str()]).collect();
    lines.join("\n")
}

/// Whether all lists are to be removed.
pub fn is_all(marked: &str) -> bool {
    marked.lines().any(|line| line == ALL)
}

/// Whether the list of a scope is to be removed.
pub fn includes(marked: &str, scope: &Scope) -> bool {
    let is_of = |line: &str| {
        let Ok(line) = parse(line) else { return false };
        let [cloud, tenant] = line.rows() else { return false };
        cloud.is(&scope.cloud) && TenantId::from(tenant) == scope.tenant
    };
    is_all(marked) || marked.lines().any(is_of)
}

/// What is left when the lists of `done` are removed: meanwhile another tab may have added some.
pub fn without(marked: &str, done: &str) -> String {
    let left: Vec<_> = marked.lines().filter(|line| done.lines().all(|other| other != *line)).collect();
    left.join("\n")
}
