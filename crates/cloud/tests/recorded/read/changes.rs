//! What changes instances (rows S13, S15, S17, S18, S23–S25).

use cloud::actions::Action;
use cloud::calls::servers;
use cloud::config::RuleSet;
use cloud::create::{ConnectTo, Context, CreateRequest, Draft, NicDraft, validate};
use cloud::rules::limits::{Limits, server_name};
use cloud::wire::Created;

use super::{Check, VERIFY, plain};
use crate::fixture::Recorded;

/// A valid request if nothing is known; the recorded ones also had fields of later rows.
fn any_create() -> CreateRequest {
    let draft = Draft {
        name: "verify-1".into(),
        image: "389ccc28-f48e-43c7-ad22-e4053345afef".into(),
        flavor: "bde2f249-8e4e-4c9e-81d6-a8cfbc26a519".into(),
        nic: NicDraft {
            to: ConnectTo::Network,
            network: "c644acaa-dc83-42d2-b53c-f9a3ac76aaa9".into(),
            ..NicDraft::default()
        },
        count: "1".to_owned(),
        ..Draft::default()
    };
    let limits = Limits::of(RuleSet::OpenStack, None);
    validate(&draft, &Context::unknown(&limits)).expect("a valid draft")
}

fn created(recorded: &Recorded) -> (String, bool) {
    match recorded.read(&servers::create(&any_create())) {
        Created::Server { id, admin_pass } => (id.0, admin_pass.is_some()),
        Created::Reservation(id) => (id.0, false),
    }
}

pub const CREATES: &[Check] = &[
    ("046-POST-servers-image-network-key-sg-az-metadata-user-data.json", |recorded| {
        assert_eq!(created(recorded), (VERIFY.into(), true));
    }),
    ("130-POST-servers-block-device-mapping-v2-image-volume.json", |recorded| {
        assert_eq!(created(recorded), ("439e28c9-1a82-418b-9d53-1bc6ed5759e5".into(), true));
    }),
    ("136-POST-servers-that-no-host-can-hold.json", |recorded| {
        assert_eq!(created(recorded), ("4259801e-9ec5-4426-9cef-5cee0ec2c787".into(), true));
    }),
    ("139-POST-servers-min-count-2-max-count-2-return-reservation-id.json", |recorded| {
        assert_eq!(created(recorded), ("r-c5l0lcwo".into(), false));
    }),
    ("149-POST-servers-unknown-key-on-v2.json", |recorded| assert!(created(recorded).1)),
];

pub const ACTIONS: &[Check] = &[
    ("065-PUT-servers-id-rename.json", |recorded| {
        let name = server_name("verify-1-renamed", &Limits::of(RuleSet::Nhn, None), false).expect("a name");
        let server = recorded.read_exact(&servers::rename(&VERIFY.into(), &name));
        assert_eq!((server.name.as_str(), server.task_state.said()), ("verify-1-renamed", None));
    }),
    ("069-action-os-stop.json", |recorded| plain(recorded, Action::Stop)),
    ("073-action-os-start.json", |recorded| plain(recorded, Action::Start)),
    ("074-action-reboot-SOFT.json", |recorded| {
        plain(recorded, Action::SoftReboot);
    }),
    ("075-action-reboot-HARD.json", |recorded| {
        plain(recorded, Action::HardReboot);
    }),
    ("152-DELETE-servers-id.json", |recorded| plain(recorded, Action::Delete)),
];
