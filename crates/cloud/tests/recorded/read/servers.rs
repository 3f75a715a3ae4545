//! Instances, one and many (rows S10–S12).

use cloud::calls::servers::{self, ServerQuery};
use cloud::wire::{Server, ServerPage};
use cloud::{Status, Timestamp};

use super::{Check, VERIFY};
use crate::fixture::Recorded;

fn server(recorded: &Recorded, id: &str) -> Server {
    recorded.read(&servers::get(&id.into()))
}

/// Status and the running task.
fn state(server: &Server) -> (&str, Option<&str>) {
    let task = server.task_state.said().expect("task_state").as_ref();
    (server.status.as_str(), task.map(|task| task.0.as_str()))
}

pub const ONE_SERVER: &[Check] = &[
    ("047-GET-servers-id-while-building.json", |recorded| {
        let server = server(recorded, VERIFY);
        assert_eq!(state(&server), ("BUILD", Some("scheduling")));
        assert_eq!(server.host_id.said().map(String::as_str), Some(""));
        assert_eq!(server.security_groups.said(), None, "absent until a port exists");
    }),
    ("048-GET-servers-id-active.json", |recorded| {
        let server = server(recorded, VERIFY);
        assert_eq!(state(&server), ("ACTIVE", None));
        assert_eq!(server.zone.said(), Some(&Some("kr-pub-a".into())));
        assert_eq!(server.launched_at.said(), Some(&Timestamp::parse("2026-11-23T08:57:29Z")));
        let address = &server.addresses.said().expect("addresses")[0];
        assert_eq!(
            (address.network.as_str(), address.addr.as_str(), address.floating),
            ("demo-net", "10.20.1.247", false)
        );
    }),
    ("070-GET-servers-id-shutoff.json", |recorded| {
        let server = server(recorded, VERIFY);
        assert_eq!((server.status, server.power_state.said(), server.progress), (Status::Shutoff, Some(&4), None));
    }),
    ("085-GET-servers-id-shelved.json", |recorded| {
        assert_eq!(server(recorded, VERIFY).status, Status::ShelvedOffloaded);
    }),
    ("101-GET-servers-id-with-floating-IP.json", |recorded| {
        let server = server(recorded, VERIFY);
        let floating: Vec<_> = server.addresses.said().expect("addresses").iter().map(|one| one.floating).collect();
        assert_eq!(floating, [false, true]);
    }),
    ("110-GET-servers-id-VERIFY-RESIZE.json", |recorded| {
        assert_eq!(server(recorded, VERIFY).status, Status::VerifyResize);
    }),
    ("125-GET-servers-id-with-volume.json", |recorded| {
        let server = server(recorded, VERIFY);
        let volume = &server.volumes.said().expect("volumes")[0];
        assert_eq!(volume.id, "b3835d33-9e21-4156-a515-f1e3781be98c".into());
        assert_eq!(volume.delete_on_termination, None, "old microversions do not tell");
    }),
    ("131-GET-servers-id-boot-from-volume.json", |recorded| {
        let server = server(recorded, "439e28c9-1a82-418b-9d53-1bc6ed5759e5");
        assert_eq!(server.image.said(), Some(&None), "the empty string is no image");
        assert_eq!(server.key_name.said(), Some(&None));
    }),
    ("137-GET-servers-id-ERROR.json", |recorded| {
        let server = server(recorded, "4259801e-9ec5-4426-9cef-5cee0ec2c787");
        let fault = server.fault.expect("a fault");
        assert_eq!((fault.code, fault.message.as_str()), (Some(500), "No valid host was found."));
        assert_eq!((server.status, server.zone.said()), (Status::Error, Some(&None)));
    }),
    ("153-GET-servers-id-just-after-DELETE.json", |recorded| {
        assert_eq!(state(&server(recorded, VERIFY)), ("ACTIVE", Some("deleting")));
    }),
];

fn page(recorded: &Recorded, query: ServerQuery) -> ServerPage {
    recorded.read(&servers::list(&query))
}

fn since(time: &str) -> ServerQuery {
    ServerQuery { changes_since: Some(Timestamp::parse(time).expect("a time")), ..ServerQuery::default() }
}

/// Name, status and task of each row.
fn rows(page: &ServerPage) -> Vec<(&str, &str, Option<&str>)> {
    page.servers.iter().map(|server| (server.name.as_str(), state(server).0, state(server).1)).collect()
}

/// The short list, which the page does not use: its rows are instances with only id and name.
fn names(recorded: &Recorded, query: ServerQuery) -> Vec<(String, String)> {
    let mut call = servers::list(&query);
    call.request.path = call.request.path.replace("/detail", "");
    recorded.read(&call).servers.into_iter().map(|server| (server.id.to_string(), server.name)).collect()
}

pub const SERVER_LISTS: &[Check] = &[
    ("049-GET-servers.json", |recorded| {
        let names = names(recorded, ServerQuery::default());
        assert_eq!((names[0].0.as_str(), names[0].1.as_str()), (VERIFY, "verify-1"));
    }),
    ("050-GET-servers-detail.json", |recorded| {
        let page = page(recorded, ServerQuery::default());
        assert_eq!((rows(&page), page.has_next), (vec![("verify-1", "ACTIVE", None)], false));
    }),
    ("051-GET-servers-detail-status-ACTIVE-name-verify-limit-1.json", |recorded| {
        let name = Some(servers::escape_regex("verify"));
        let page =
            page(recorded, ServerQuery { status: Some(Status::Active), name, limit: Some(1), ..Default::default() });
        assert_eq!((page.servers.len(), page.has_next), (1, true), "a full page carries a next link");
    }),
    ("052-GET-servers-detail-status-NONSENSE.json", |recorded| {
        let status = Some(Status::parse("NONSENSE"));
        assert_eq!(page(recorded, ServerQuery { status, ..Default::default() }), ServerPage::default());
    }),
    ("159-GET-servers-detail-empty.json", |recorded| {
        let name = Some("verify".to_owned());
        assert_eq!(page(recorded, ServerQuery { name, ..Default::default() }), ServerPage::default());
    }),
    ("160-GET-servers-detail-changes-since-nothing-changed.json", |recorded| {
        assert_eq!(page(recorded, since("2026-11-23T09:50:42Z")), ServerPage::default());
    }),
    ("161-GET-servers-detail-changes-since-after-rename.json", |recorded| {
        assert_eq!(rows(&page(recorded, since("2026-11-23T09:50:42Z"))), [("cs-a2", "ACTIVE", None)]);
    }),
    ("162-GET-servers-detail-changes-since-after-addSecurityGroup.json", |recorded| {
        assert_eq!(page(recorded, since("2026-11-23T09:50:45Z")), ServerPage::default());
    }),
    ("163-GET-servers-detail-changes-since-while-stopping.json", |recorded| {
        let page = page(recorded, since("2026-11-23T09:50:45Z"));
        assert_eq!(rows(&page), [("cs-a2", "ACTIVE", Some("powering-off"))]);
    }),
    ("164-GET-servers-detail-changes-since-while-deleting.json", |recorded| {
        let page = page(recorded, since("2026-11-23T09:50:45Z"));
        assert_eq!(rows(&page), [("cs-b", "ACTIVE", Some("deleting")), ("cs-a2", "SHUTOFF", None)]);
    }),
    ("165-GET-servers-detail-changes-since-after-delete.json", |recorded| {
        let page = page(recorded, since("2026-11-23T09:50:45Z"));
        assert_eq!(rows(&page), [("cs-b", "DELETED", None), ("cs-a2", "SHUTOFF", None)]);
        assert_eq!(page.servers[0].terminated_at.said(), Some(&Timestamp::parse("2026-11-23T09:50:48Z")));
    }),
    ("166-GET-servers-changes-since-short-list-after-delete.json", |recorded| {
        let names = names(recorded, since("2026-11-23T09:50:45Z"));
        assert_eq!(names.iter().map(|(_, name)| name.as_str()).collect::<Vec<_>>(), ["cs-b", "cs-a2"]);
    }),
    ("167-GET-servers-detail-changes-since-limit-1.json", |recorded| {
        let page = page(recorded, ServerQuery { limit: Some(1), ..since("2026-11-23T09:50:45Z") });
        assert_eq!((rows(&page), page.has_next), (vec![("cs-b", "DELETED", None)], true));
    }),
    ("169-GET-servers-detail-changes-since-future.json", |recorded| {
        assert_eq!(page(recorded, since("2099-01-01T00:00:00Z")), ServerPage::default());
    }),
];
