//! Rows for tests.

use cloud::wire::{Address, Server, Told};
use cloud::{ServerId, Status, TaskState, Timestamp};

/// A full row that is not changing.
pub fn row(id: &str, created_s: i64) -> Server {
    Server {
        id: ServerId(id.into()),
        name: format!("name-{id}"),
        status: Status::Active,
        task_state: Told::Said(None),
        vm_state: Told::Said("active".into()),
        power_state: Told::Said(1),
        created: Some(Timestamp(created_s * 1000)),
        updated: Some(Timestamp(created_s * 1000)),
        launched_at: Told::Said(None),
        terminated_at: Told::Said(None),
        tenant_id: Told::Said("t1".into()),
        user_id: Told::Said("u1".into()),
        host_id: Told::Said("h1".into()),
        addresses: Told::Said(vec![address("10.0.0.1")]),
        access_ipv4: Told::Said(String::new()),
        access_ipv6: Told::Said(String::new()),
        image: Told::Said(Some("i1".into())),
        flavor: Told::Unsaid,
        key_name: Told::Said(Some("k1".into())),
        zone: Told::Said(Some("z1".into())),
        security_groups: Told::Said(vec!["default".into()]),
        disk_config: Told::Said("MANUAL".into()),
        config_drive: Told::Said(String::new()),
        progress: Some(0),
        volumes: Told::Said(Vec::new()),
        metadata: Told::Said(Default::default()),
        fault: None,
        protect: Told::Unsaid,
        locked: Told::Unsaid,
    }
}

/// A fixed address.
pub fn address(addr: &str) -> Address {
    Address { network: "net".into(), addr: addr.into(), version: 4, floating: false, mac: None }
}

/// A running task.
pub fn task(word: &str) -> Told<Option<TaskState>> {
    Told::Said(Some(TaskState(word.into())))
}

/// The answer to `PUT /servers/{id}`, without eleven fields.
pub fn short(full: &Server) -> Server {
    Server {
        task_state: Told::Unsaid,
        vm_state: Told::Unsaid,
        power_state: Told::Unsaid,
        launched_at: Told::Unsaid,
        terminated_at: Told::Unsaid,
        key_name: Told::Unsaid,
        zone: Told::Unsaid,
        security_groups: Told::Unsaid,
        config_drive: Told::Unsaid,
        volumes: Told::Unsaid,
        progress: None,
        ..full.clone()
    }
}
