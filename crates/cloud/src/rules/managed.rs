//! Instances that something else than a person looks after (row S18). Stopping or deleting one by hand is rarely meant.

use crate::wire::Server;

/// Whether an instance is a node of a Kubernetes cluster. The cloud does not say so: NHN's node groups name theirs
/// `{cluster}-{group}-w-{letters}-node-{number}` (nhn-api.md §7), and nothing else tells.
pub fn kubernetes_node(server: &Server) -> bool {
    is_node_name(&server.name)
}

/// The system is Windows, as far as the instance itself tells: NHN copies `os_type` from the image.
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
