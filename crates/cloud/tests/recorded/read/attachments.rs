//! Volumes and network interfaces of an instance (rows S19–S22).

use cloud::calls::attachments;
use cloud::calls::interfaces::{self, NewInterface};

use super::{Check, VERIFY};

const VOLUME: &str = "b3835d33-9e21-4156-a515-f1e3781be98c";

pub const ATTACHMENTS: &[Check] = &[
    ("058-GET-servers-id-os-interface.json", |recorded| {
        let all = recorded.read(&interfaces::list(&VERIFY.into()));
        assert_eq!((all[0].mac.as_str(), all[0].state.as_str()), ("fa:16:3e:62:7b:58", "ACTIVE"));
        assert_eq!(all[0].fixed_ips[0].1, "10.20.1.247");
    }),
    ("105-POST-servers-id-os-interface.json", |recorded| {
        let network = "c644acaa-dc83-42d2-b53c-f9a3ac76aaa9".into();
        let new = NewInterface::Network { network, fixed_ip: None };
        let made = recorded.read_exact(&interfaces::attach(&VERIFY.into(), &new));
        assert_eq!(made.port.as_str(), "8b7fa1d0-53cd-4ffe-a8ea-dee507d90d4f");
    }),
    ("106-DELETE-servers-id-os-interface-port.json", |recorded| {
        let port = "8b7fa1d0-53cd-4ffe-a8ea-dee507d90d4f".into();
        recorded.read_exact(&interfaces::detach(&VERIFY.into(), &port));
    }),
    ("121-GET-os-volume-attachments-empty.json", |recorded| {
        assert_eq!(recorded.read(&attachments::list(&VERIFY.into(), None, None)), []);
    }),
    ("122-POST-os-volume-attachments.json", |recorded| {
        let made = recorded.read_exact(&attachments::attach(&VERIFY.into(), &VOLUME.into()));
        assert_eq!((made.device.as_deref(), made.server.as_str()), (Some("/dev/sdb"), VERIFY));
    }),
    ("123-GET-os-volume-attachments.json", |recorded| {
        let all = recorded.read(&attachments::list(&VERIFY.into(), None, None));
        assert_eq!((all.len(), all[0].volume.as_str()), (1, VOLUME));
    }),
    ("124-GET-os-volume-attachments-id.json", |recorded| {
        let one = recorded.read(&attachments::get(&VERIFY.into(), &VOLUME.into()));
        assert_eq!(one.device.as_deref(), Some("/dev/sdb"));
    }),
    ("128-DELETE-os-volume-attachments-id.json", |recorded| {
        recorded.read_exact(&attachments::detach(&VERIFY.into(), &VOLUME.into()));
    }),
];

#[test]
fn limit_and_offset_reach_the_query() {
    let path = |limit, offset| attachments::list(&"s".into(), limit, offset).request.path;
    assert_eq!(path(None, None), "/servers/s/os-volume_attachments");
    assert_eq!(path(Some(2), Some(4)), "/servers/s/os-volume_attachments?limit=2&offset=4");
}
