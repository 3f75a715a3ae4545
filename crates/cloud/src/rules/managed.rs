//! Instances that are managed by other software (row S18): stopping or deleting one by hand is rarely intended.

use crate::wire::Server;

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
