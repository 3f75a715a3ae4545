//! Instances that are managed by other software (row S18): stopping or deleting one by hand is rarely intended. And
//! instances that are protected from deletion.

use crate::actions::{Action, Ends};
use crate::status::Status;
use crate::wire::Server;

/// Whether the instance is protected from this action (`NHN-EXT-ATTR:protect`): the cloud refuses to delete it.
pub fn protected_from(action: Action, server: &Server) -> bool {
    let deletes = matches!(action.definition().ends, Ends::In(ends) if ends.contains(&Status::Deleted));
    deletes && server.protect.said() == Some(&true)
}

/// Whether an instance is a node of a Kubernetes cluster. It is recognised only by its name: NHN's node groups use
/// `{cluster}-{group}-w-{letters}-node-{number}` (nhn-api.md §7).
pub fn kubernetes_node(server: &Server) -> bool {
    is_node_name(&server.name)
}

/// Whether the operating system is Windows, according to the metadata: NHN copies `os_type` from the image.
pub fn is_windows(server: &Server) -> bool {
    let metadata = server.metadata.said();
    metadata.and_then(|pairs| pairs.get("os_type")).is_some_and(|kind| kind.eq_ignore_ascii_case("windows"))
}

fn is_node_name(name: &str) -> bool {
    let Some((group, number)) = name.rsplit_once("-node-") else { return false };
    let numbered = !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit());
    let Some((cluster, letters)) = group.rsplit_once("-w-") else { return false };
    let random = !letters.is_empty() && letters.bytes().all(|byte| byte.is_ascii_alphanumeric());
    numbered && random && !cluster.is_empty()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::samples::server;
    use crate::wire::Told;

    #[test]
    fn protection_is_from_deletion_only() {
        for (protect, action, expect) in [
            (Told::Said(true), Action::Delete, true),
            (Told::Said(true), Action::ForceDelete, true),
            (Told::Said(true), Action::Stop, false),
            (Told::Said(false), Action::Delete, false),
            (Told::Unsaid, Action::Delete, false),
        ] {
            let server = Server { protect: protect.clone(), ..server("s") };
            assert_eq!(protected_from(action, &server), expect, "{protect:?} {action:?}");
        }
    }

    #[track_caller]
    fn check(name: &str, expect: bool) {
        assert_eq!(is_node_name(name), expect, "{name:?}");
    }

    #[test]
    fn nodes_are_known_by_their_names() {
        check("prod-default-w-lv2knm4wzpxc-node-0", true);
        check("a-b-w-x-node-12", true);
        check("prod-w-abc-node-w-def-node-3", true);
        for name in [
            "",
            "node-0",
            "web-1",
            "web-node-1",
            "-w-abc-node-1",
            "a-w--node-1",
            "a-w-abc-node-",
            "a-w-abc-node-1x",
            "노드",
        ] {
            check(name, false);
        }
    }
}
