//! Resize, images, security groups, metadata and the optional features (rows S26–S29, N08).

use cloud::Status;
use cloud::actions::{self, Action};
use cloud::calls::{console, metadata};

use super::{Check, VERIFY, plain};

const SMALL: &str = "61df0e29-f383-41cc-9463-e7dd0324ce62";
const LARGE: &str = "33e6081d-2f9b-4350-993a-dced9a894bfb";

pub const MORE_ACTIONS: &[Check] = &[
    ("062-GET-servers-id-metadata.json", |recorded| {
        let pairs = recorded.read(&metadata::list(&VERIFY.into()));
        assert_eq!(pairs.get("purpose").map(String::as_str), Some("verify"));
    }),
    ("063-POST-servers-id-metadata.json", |recorded| {
        let one = [("a".to_owned(), "1".to_owned())].into_iter().collect();
        let pairs = recorded.read_exact(&metadata::add(&VERIFY.into(), &one));
        assert_eq!(pairs.get("a").map(String::as_str), Some("1"));
    }),
    ("064-DELETE-servers-id-metadata-key.json", |recorded| {
        recorded.read_exact(&metadata::remove(&VERIFY.into(), "a"));
    }),
    ("078-action-pause.json", |recorded| plain(recorded, Action::Pause)),
    ("079-action-unpause.json", |recorded| plain(recorded, Action::Unpause)),
    ("080-action-suspend.json", |recorded| plain(recorded, Action::Suspend)),
    ("081-action-resume.json", |recorded| plain(recorded, Action::Resume)),
    ("082-action-lock.json", |recorded| plain(recorded, Action::Lock)),
    ("083-action-unlock.json", |recorded| plain(recorded, Action::Unlock)),
    ("084-action-shelve.json", |recorded| plain(recorded, Action::Shelve)),
    ("086-action-unshelve.json", |recorded| plain(recorded, Action::Unshelve)),
    ("087-action-rescue.json", |recorded| {
        let password = recorded.read_exact(&actions::rescue(&VERIFY.into(), None));
        assert_eq!(password.map(|password| password.0).as_deref(), Some("2btG9nSs2UHr"));
    }),
    ("088-action-unrescue.json", |recorded| plain(recorded, Action::Unrescue)),
    ("089-action-os-getConsoleOutput.json", |recorded| {
        let log = recorded.read_exact(&console::log(&VERIFY.into(), Some(10)));
        assert_eq!(log.lines().last(), Some("LAST LINE"));
    }),
    ("090-action-os-getVNCConsole.json", |recorded| {
        let link = recorded.read_exact(&console::vnc(&VERIFY.into()));
        assert!(link.0.starts_with("http://127.0.0.1:6080/vnc_auto.html?"), "{}", link.0);
        assert!(!format!("{link:?}").contains("token"));
    }),
    ("094-action-addSecurityGroup.json", |recorded| {
        recorded.read_exact(&actions::add_security_group(&VERIFY.into(), "web"));
    }),
    ("097-action-removeSecurityGroup.json", |recorded| {
        recorded.read_exact(&actions::remove_security_group(&VERIFY.into(), "web"));
    }),
    ("109-action-resize-auto-confirm.json", |recorded| {
        recorded.read_exact(&actions::resize(&VERIFY.into(), &LARGE.into(), None));
    }),
    ("111-action-resize-then-confirmResize.json", |recorded| {
        recorded.read_exact(&actions::resize(&VERIFY.into(), &SMALL.into(), None));
    }),
    ("112-action-resize-then-revertResize.json", |recorded| {
        recorded.read_exact(&actions::resize(&VERIFY.into(), &LARGE.into(), None));
    }),
    ("113-action-createImage.json", |recorded| {
        let metadata = [("k".to_owned(), "v".to_owned())].into_iter().collect();
        let image = recorded.read_exact(&actions::create_image(&VERIFY.into(), "verify-snap", &metadata));
        assert_eq!(image, Some("cebf630b-b0ec-424e-9101-d8ae28066227".into()));
    }),
    ("115-action-rebuild.json", |recorded| {
        let image = "389ccc28-f48e-43c7-ad22-e4053345afef".into();
        let rebuilt = recorded.read_exact(&actions::rebuild(&VERIFY.into(), &image, None, None));
        assert_eq!(rebuilt.server.status, Status::Rebuild);
        assert!(rebuilt.admin_password.is_some());
    }),
    ("133-action-createImage-boot-from-volume.json", |recorded| {
        let server = "439e28c9-1a82-418b-9d53-1bc6ed5759e5".into();
        let image = recorded.read_exact(&actions::create_image(&server, "verify-bfv-snap", &Default::default()));
        assert_eq!(image, Some("3159019d-07b3-4865-964e-276eacee9f6b".into()));
    }),
];
