use super::RebootKind::{Hard, Soft};
use super::*;
use crate::ids::ServerId;
use crate::time::Timestamp;
use crate::wire::Told;

/// Columns as in [`Action::ALL`]: start, stop, soft reboot, hard reboot, rename, delete.
/// y: allowed; s: wrong status; b: busy; x: gone or going.
#[rustfmt::skip] // columns
fn table() -> Vec<(Status, [&'static str; 3])> {
    vec![
        //                         idle      powering-off  deleting
        (Status::Active,           ["syyyyy", "bbbyby", "xxxxxx"]),
        (Status::Build,            ["ssssyy", "bbbsby", "xxxxxx"]),
        (Status::Shutoff,          ["yssyyy", "bbbyby", "xxxxxx"]),
        (Status::Deleted,          ["xxxxxx", "xxxxxx", "xxxxxx"]),
        (Status::SoftDeleted,      ["xxxxxx", "xxxxxx", "xxxxxx"]),
        (Status::Reboot,           ["sssyyy", "bbbyby", "xxxxxx"]),
        (Status::HardReboot,       ["sssyyy", "bbbyby", "xxxxxx"]),
        (Status::Resize,           ["ssssyy", "bbbsby", "xxxxxx"]),
        (Status::RevertResize,     ["ssssyy", "bbbsby", "xxxxxx"]),
        (Status::VerifyResize,     ["ssssyy", "bbbsby", "xxxxxx"]),
        (Status::Error,            ["sysyyy", "bbbyby", "xxxxxx"]),
        (Status::Paused,           ["sssyyy", "bbbyby", "xxxxxx"]),
        (Status::Rebuild,          ["ssssyy", "bbbsby", "xxxxxx"]),
        (Status::Rescue,           ["ssssyy", "bbbsby", "xxxxxx"]),
        (Status::Suspended,        ["sssyyy", "bbbyby", "xxxxxx"]),
        (Status::Shelved,          ["ssssyy", "bbbsby", "xxxxxx"]),
        (Status::ShelvedOffloaded, ["ssssyy", "bbbsby", "xxxxxx"]),
        (Status::Migrating,        ["ssssyy", "bbbsby", "xxxxxx"]),
        (Status::Password,         ["ssssyy", "bbbsby", "xxxxxx"]),
        (Status::Unknown,          ["ssssyy", "bbbsby", "xxxxxx"]),
        (other(),                  ["ssssyy", "bbbsby", "xxxxxx"]),
    ]
}

fn other() -> Status {
    Status::Other("TELEPORTING".to_owned())
}

/// A status added to the enum does not compile here until it has a line in [`table`].
fn line_of(status: &Status) -> usize {
    match status {
        Status::Active => 0,
        Status::Build => 1,
        Status::Shutoff => 2,
        Status::Deleted => 3,
        Status::SoftDeleted => 4,
        Status::Reboot => 5,
        Status::HardReboot => 6,
        Status::Resize => 7,
        Status::RevertResize => 8,
        Status::VerifyResize => 9,
        Status::Error => 10,
        Status::Paused => 11,
        Status::Rebuild => 12,
        Status::Rescue => 13,
        Status::Suspended => 14,
        Status::Shelved => 15,
        Status::ShelvedOffloaded => 16,
        Status::Migrating => 17,
        Status::Password => 18,
        Status::Unknown => 19,
        Status::Other(_) => 20,
    }
}

fn cell(action: Action, status: &Status, task: Option<&str>) -> char {
    match allowed(action, status, task.map(|word| TaskState(word.to_owned())).as_ref()) {
        Ok(()) => 'y',
        Err(Refusal::Busy(named)) => {
            assert_eq!(Some(named.0.as_str()), task, "the refusal names the task");
            'b'
        }
        Err(Refusal::WrongStatus { is, needs }) => {
            assert_eq!(&is, status, "the refusal names the status");
            assert!(!needs.is_empty() && !needs.contains(status), "{action:?} in {status:?} needs {needs:?}");
            's'
        }
        Err(Refusal::Deleted) => 'x',
    }
}

#[test]
fn every_action_in_every_state() {
    let table = table();
    assert_eq!(table.iter().map(|(status, _)| line_of(status)).collect::<Vec<_>>(), (0..21).collect::<Vec<_>>());
    for (status, columns) in table {
        for (task, expect) in [None, Some("powering-off"), Some("deleting")].into_iter().zip(columns) {
            let is: String = Action::ALL.into_iter().map(|action| cell(action, &status, task)).collect();
            assert_eq!(is, expect, "{status:?} with task {task:?}");
        }
    }
}

#[test]
fn any_task_word_makes_busy_and_both_deleting_words_end_it() {
    for word in ["scheduling", "spawning", "rebooting_hard", "image_snapshot", "a word nobody knows", "DELETING?"] {
        assert_eq!(cell(Action::Stop, &Status::Active, Some(word)), 'b', "{word}");
        assert_eq!(cell(Action::Reboot(Hard), &Status::Active, Some(word)), 'y', "{word}");
    }
    assert_eq!(cell(Action::Delete, &Status::Active, Some("soft-deleting")), 'x');
}

#[test]
fn a_refusal_lists_what_the_guide_lists() {
    let needs = |action| match allowed(action, &Status::Build, None) {
        Err(Refusal::WrongStatus { needs, .. }) => {
            needs.iter().map(|status| format!("{status:?}")).collect::<Vec<_>>().join(" ")
        }
        other => format!("{other:?}"),
    };
    assert_eq!(needs(Action::Start), "Shutoff");
    assert_eq!(needs(Action::Stop), "Active Error");
    assert_eq!(needs(Action::Reboot(Soft)), "Active");
    assert_eq!(needs(Action::Reboot(Hard)), "Active Error HardReboot Paused Reboot Shutoff Suspended");
}

#[test]
fn a_server_that_told_no_task_is_idle() {
    let told = |task_state| Server { task_state, ..server(Status::Active, None) };
    assert_eq!(allowed_for(Action::Stop, &told(Told::Unsaid)), Ok(()));
    assert_eq!(allowed_for(Action::Stop, &told(Told::Said(None))), Ok(()));
    let task = TaskState("powering-off".to_owned());
    assert_eq!(allowed_for(Action::Stop, &told(Told::Said(Some(task.clone())))), Err(Refusal::Busy(task)));
}

#[test]
fn what_moves_by_itself() {
    let passing =
        ["Build", "Reboot", "HardReboot", "Resize", "RevertResize", "VerifyResize", "Rebuild", "Migrating", "Password"];
    for (status, _) in table() {
        let gone = matches!(status, Status::Deleted | Status::SoftDeleted);
        let idle = moving(&server(status.clone(), None));
        assert_eq!(idle, passing.contains(&format!("{status:?}").as_str()), "{status:?} idle");
        // The last words about an instance that is gone may still carry the task that ended it.
        assert_eq!(moving(&server(status.clone(), Some("deleting"))), !gone, "{status:?} with a task");
    }
}

#[test]
fn an_action_arrives_fails_or_goes_on() {
    use Outcome::*;
    use Status::{Active, Build, Deleted, Error, HardReboot, Reboot, Shutoff, SoftDeleted};
    let (start, stop, delete) = (Action::Start, Action::Stop, Action::Delete);
    let (soft, hard) = (Action::Reboot(Soft), Action::Reboot(Hard));
    let cases = [
        (start, Shutoff, Some("powering-on"), StillGoing),
        (start, Shutoff, None, StillGoing),
        (start, Active, Some("powering-on"), StillGoing),
        (start, Active, None, Arrived),
        (start, Error, None, Failed),
        (start, Deleted, None, Failed),
        (stop, Active, Some("powering-off"), StillGoing),
        (stop, Error, Some("powering-off"), StillGoing),
        (stop, Shutoff, None, Arrived),
        (stop, Error, None, Failed),
        (soft, Reboot, Some("rebooting"), StillGoing),
        (soft, Reboot, None, StillGoing),
        (soft, Active, None, Arrived),
        (hard, HardReboot, Some("rebooting_hard"), StillGoing),
        (hard, Active, None, Arrived),
        (hard, Error, None, Failed),
        (delete, Active, Some("deleting"), StillGoing),
        (delete, Error, Some("deleting"), StillGoing),
        (delete, Deleted, None, Arrived),
        (delete, Deleted, Some("deleting"), Arrived),
        (delete, SoftDeleted, None, Arrived),
        (delete, Error, None, Failed),
        (Action::Rename, Build, Some("spawning"), Arrived),
    ];
    for (action, status, task, expect) in cases {
        assert_eq!(settled(action, &server(status.clone(), task)), expect, "{action:?}: {status:?} {task:?}");
    }
}

#[test]
fn a_build_ends_active_and_idle_or_in_error() {
    let cases = [
        (Status::Build, Some("spawning"), Outcome::StillGoing),
        (Status::Build, None, Outcome::StillGoing),
        (Status::Active, Some("networking"), Outcome::StillGoing),
        (Status::Active, None, Outcome::Arrived),
        (Status::Error, None, Outcome::Failed),
        (Status::Error, Some("spawning"), Outcome::Failed),
        (Status::Deleted, None, Outcome::Failed),
        (other(), None, Outcome::StillGoing),
    ];
    for (status, task, expect) in cases {
        assert_eq!(built(&server(status.clone(), task)), expect, "{status:?} {task:?}");
    }
}

#[test]
fn a_build_is_long_after_ten_minutes() {
    let long = |created, now| build_took_long(Timestamp(created), Timestamp(now));
    assert!(!long(1_000, 601_000));
    assert!(long(1_000, 601_001));
    assert!(!long(5_000, 1_000), "a clock that is behind the cloud's");
    assert!(!long(i64::MAX, i64::MIN));
}

fn server(status: Status, task: Option<&str>) -> Server {
    Server {
        id: ServerId::from("id"),
        name: String::new(),
        status,
        task_state: Told::Said(task.map(|word| TaskState(word.to_owned()))),
        vm_state: Told::Unsaid,
        power_state: Told::Unsaid,
        created: None,
        updated: None,
        launched_at: Told::Unsaid,
        terminated_at: Told::Unsaid,
        tenant_id: Told::Unsaid,
        user_id: Told::Unsaid,
        host_id: Told::Unsaid,
        addresses: Told::Unsaid,
        access_ipv4: Told::Unsaid,
        access_ipv6: Told::Unsaid,
        image: Told::Unsaid,
        flavor: Told::Unsaid,
        key_name: Told::Unsaid,
        zone: Told::Unsaid,
        security_groups: Told::Unsaid,
        disk_config: Told::Unsaid,
        config_drive: Told::Unsaid,
        progress: None,
        volumes: Told::Unsaid,
        metadata: Told::Unsaid,
        fault: None,
        protect: Told::Unsaid,
    }
}
