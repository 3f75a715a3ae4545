//! A placement policy: the two databases are to be on two hosts.

use crate::model::{Project, ServerGroup};

pub(super) fn fill(project: &mut Project) {
    let members = project.servers().iter().filter(|server| server.name.starts_with("주문-데이터베이스"));
    let members: Vec<String> = members.map(|server| server.id.clone()).collect();
    if members.is_empty() {
        return;
    }
    let (id, name) = (project.rng.uuid(), "db-spread".to_owned());
    project.server_groups.push(ServerGroup { id, name, policy: "anti-affinity".to_owned(), per_host: None, members });
}
