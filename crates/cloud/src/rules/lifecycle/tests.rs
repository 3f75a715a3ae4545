use super::*;
use crate::actions::Ends;
use crate::rules::offers::{Feature, Offers};
use crate::time::Timestamp;
use crate::wire::{FlavorName, Told};

mod outcomes;

/// What a running task does to an action.
const WAITS: bool = false;
const WORKS: bool = true;

/// The statuses of the columns below, in their order.
fn statuses() -> [Status; 21] {
    use Status::*;
    [
        Active,
        Build,
        Shutoff,
        Deleted,
        SoftDeleted,
        Reboot,
        HardReboot,
        Resize,
        RevertResize,
        VerifyResize,
        Error,
        Paused,
        Rebuild,
        Rescue,
        Suspended,
        Shelved,
        ShelvedOffloaded,
        Migrating,
        Password,
        Unknown,
        other(),
    ]
}

/// y: allowed; s: wrong status; x: gone; r: to be restored first. A column a status, as in [`statuses`]: A B S D D R H R R V E P R R S S S M P U ?
/// The guide where it speaks (rows S23–S27), else `check_instance_state` of Nova's compute API.
#[rustfmt::skip] // columns
const TABLE: &[(Action, &str, bool)] =
    &[
        (Action::Start,                 "ssyxrssssssssssssssss", WAITS),
        (Action::Stop,                  "yssxrsssssyssssssssss", WAITS),
        (Action::SoftReboot,            "yssxrssssssssssssssss", WAITS),
        (Action::HardReboot,            "ysyxryysssyyssyssssss", WORKS),
        (Action::Resize,                "ysyxrssssssssssssssss", WAITS),
        (Action::ConfirmResize,         "sssxrssssysssssssssss", WAITS),
        (Action::RevertResize,          "sssxrssssysssssssssss", WAITS),
        (Action::CreateImage,           "ysyxrssssssyssyssssss", WAITS),
        (Action::CreateImageFromVolume, "ysyxrssssssyssyssssss", WAITS),
        (Action::Shelve,                "ysyxrssssssyssyssssss", WAITS),
        (Action::Unshelve,              "sssxrssssssssssyyssss", WAITS),
        (Action::ShelveOffload,         "sssxrssssssssssysssss", WAITS),
        (Action::Pause,                 "yssxrssssssssssssssss", WAITS),
        (Action::Unpause,               "sssxrssssssysssssssss", WAITS),
        (Action::Suspend,               "yssxrssssssssssssssss", WAITS),
        (Action::Resume,                "sssxrsssssssssyssssss", WAITS),
        (Action::Rescue,                "ysyxrsssssyssssssssss", WAITS),
        (Action::Unrescue,              "sssxrssssssssysssssss", WAITS),
        (Action::Lock,                  "yyyxryyyyyyyyyyyyyyyy", WORKS),
        (Action::Unlock,                "yyyxryyyyyyyyyyyyyyyy", WORKS),
        (Action::Rebuild,               "ysyxrsssssyssssssssss", WAITS),
        (Action::SetPassword,           "yssxrssssssssssssssss", WAITS),
        (Action::AttachVolume,          "ysyxrssssysysssyyssss", WAITS),
        (Action::DetachVolume,          "ysyxrssssysysssyyssss", WAITS),
        (Action::AddSecurityGroup,      "yyyxryyyyyyyyyyyyyyyy", WAITS),
        (Action::RemoveSecurityGroup,   "yyyxryyyyyyyyyyyyyyyy", WAITS),
        (Action::AttachFloatingIp,      "yyyxryyyyyyyyyyyyyyyy", WAITS),
        (Action::DetachFloatingIp,      "yyyxryyyyyyyyyyyyyyyy", WAITS),
        (Action::AttachInterface,       "ysyxrssssssysssssssss", WAITS),
        (Action::DetachInterface,       "ysyxrssssssysssssssss", WAITS),
        (Action::EditMetadata,          "ysyxrssssssyssyssssss", WAITS),
        (Action::Console,               "yssxryyssyyysyssssyss", WORKS),
        (Action::ConsoleLog,            "yyyxryyssyyysyysssyss", WORKS),
        (Action::Password,              "yyyxryyyyyyyyyyyyyyyy", WORKS),
        (Action::Rename,                "yyyxryyyyyyyyyyyyyyyy", WAITS),
        (Action::Delete,                "yyyxryyyyyyyyyyyyyyyy", WORKS),
        (Action::Restore,               "sssxyssssssssssssssss", WAITS),
        (Action::ForceDelete,           "sssxyssssssssssssssss", WORKS),
    ];

fn other() -> Status {
    Status::Other("TELEPORTING".to_owned())
}

/// A status added to the enum does not compile here until it has a column in [`TABLE`].
fn column_of(status: &Status) -> usize {
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
        Err(Refusal::SoftDeleted) => 'r',
        Err(other) => panic!("a state alone cannot say {other:?}"),
    }
}

#[test]
fn every_action_in_every_state() {
    let statuses = statuses();
    assert_eq!(statuses.iter().map(column_of).collect::<Vec<_>>(), (0..21).collect::<Vec<_>>());
    assert_eq!(TABLE.iter().map(|(action, ..)| *action).collect::<Vec<_>>(), Action::ALL);
    for (action, idle, under_task) in TABLE.iter().copied() {
        let row = |task| statuses.iter().map(|status| cell(action, status, task)).collect::<String>();
        assert_eq!(row(None), idle, "{action:?} idle");
        let busy = if under_task { idle.to_owned() } else { idle.replace(['y', 's'], "b") };
        assert_eq!(row(Some("powering-off")), busy, "{action:?} with a task");
        assert_eq!(row(Some("deleting")), "x".repeat(21), "{action:?} while deleting");
    }
}

#[test]
fn no_status_of_an_existing_instance_is_a_dead_end() {
    use Status::*;
    let leads_on = |action: Action, from: &Status| {
        let Ends::In(ends) = action.definition().ends else { return false };
        allowed(action, from, None).is_ok() && ends.iter().any(|end| end != from && *end != Deleted)
    };
    for rests in [
        Active,
        Shutoff,
        SoftDeleted,
        VerifyResize,
        Error,
        Paused,
        Status::Rescue,
        Suspended,
        Shelved,
        ShelvedOffloaded,
    ] {
        assert!(Action::ALL.iter().any(|action| leads_on(*action, &rests)), "{rests:?} leads on to another status");
    }
    for status in statuses().into_iter().filter(|status| *status != Deleted) {
        let end = if status == SoftDeleted { Action::ForceDelete } else { Action::Delete };
        assert!(allowed(end, &status, None).is_ok(), "{status:?} can be ended");
    }
}

#[test]
fn any_task_word_makes_busy_and_both_deleting_words_end_it() {
    for word in ["scheduling", "spawning", "rebooting_hard", "image_snapshot", "a word nobody knows", "DELETING?"] {
        assert_eq!(cell(Action::Stop, &Status::Active, Some(word)), 'b', "{word}");
        assert_eq!(cell(Action::HardReboot, &Status::Active, Some(word)), 'y', "{word}");
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
    assert_eq!(needs(Action::SoftReboot), "Active");
    assert_eq!(needs(Action::HardReboot), "Active Error HardReboot Paused Reboot Shutoff Suspended");
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
    for status in statuses() {
        let gone = matches!(status, Status::Deleted | Status::SoftDeleted);
        let idle = moving(&server(status.clone(), None));
        assert_eq!(idle, passing.contains(&format!("{status:?}").as_str()), "{status:?} idle");
        // The last answer about a deleted instance may still contain the task that deleted it.
        assert_eq!(moving(&server(status.clone(), Some("deleting"))), !gone, "{status:?} with a task");
        let comes_back = moving(&server(status.clone(), Some("restoring")));
        assert_eq!(comes_back, status != Status::Deleted, "{status:?} on its way back");
    }
}

#[test]
fn a_lock_stops_changes_and_nothing_else() {
    let locked = |is| Server { locked: Told::Said(is), ..server(Status::Active, None) };
    let stopped: Vec<Action> = Action::ALL
        .iter()
        .copied()
        .filter(|action| allowed_for(*action, &locked(true)) == Err(Refusal::Locked))
        .collect();
    use Action::*;
    let expect = [
        Stop,
        SoftReboot,
        HardReboot,
        Resize,
        Shelve,
        Pause,
        Suspend,
        Rescue,
        Lock,
        Rebuild,
        SetPassword,
        AttachVolume,
        DetachVolume,
        AttachInterface,
        DetachInterface,
        EditMetadata,
        Delete,
    ];
    assert_eq!(stopped, expect);
    let kept = Server { status: Status::SoftDeleted, ..locked(true) };
    assert_eq!(
        [Restore, ForceDelete].map(|action| allowed_for(action, &kept)),
        [Err(Refusal::Locked), Err(Refusal::Locked)]
    );
    assert_eq!(allowed_for(Unlock, &locked(true)), Ok(()));
    assert_eq!(allowed_for(Unlock, &locked(false)), Err(Refusal::NotLocked));
    assert_eq!(allowed_for(Unlock, &server(Status::Active, None)), Ok(()), "nobody told");
    assert_eq!(allowed_for(Lock, &locked(false)), Ok(()));
}

#[test]
fn the_cloud_the_flavor_and_the_switch_have_their_say() {
    let flavor = |name: &str| FlavorName { id: name.into(), name: name.to_owned() };
    let (u2, m2, gpu) = (flavor("u2.c1m1"), flavor("m2.c1m2"), flavor("g2.c8m90"));
    let check = |rules, status, flavor: Option<&FlavorName>, action, expect: Result<(), Refusal>| {
        let terms = Terms { rules, offers: &Offers::assumed(rules), flavor, read_only: false };
        assert_eq!(allowed_here(action, &server(status, None), &terms), expect, "{rules:?} {action:?}");
    };
    use RuleSet::{Nhn, OpenStack};
    let not = |rule| Err(Refusal::NotOnThisFlavor(rule));
    let without = |feature| Err(Refusal::NotOffered(feature));
    check(Nhn, Status::Active, Some(&u2), Action::CreateImage, Ok(()));
    check(Nhn, Status::Active, Some(&m2), Action::CreateImage, not(FlavorRule::OnlyU2));
    check(Nhn, Status::Active, Some(&u2), Action::CreateImageFromVolume, not(FlavorRule::NeverU2));
    check(Nhn, Status::Active, Some(&m2), Action::CreateImageFromVolume, Ok(()));
    check(Nhn, Status::Active, None, Action::CreateImage, Ok(()));
    check(Nhn, Status::Active, Some(&u2), Action::Resize, not(FlavorRule::NeverU2));
    check(Nhn, Status::Active, Some(&gpu), Action::Shelve, not(FlavorRule::NeverGpu));
    check(Nhn, Status::Active, Some(&m2), Action::Shelve, Ok(()));
    check(Nhn, Status::VerifyResize, Some(&m2), Action::ConfirmResize, without(Feature::ConfirmResize));
    check(Nhn, Status::Active, Some(&m2), Action::Pause, without(Feature::Pause));
    check(Nhn, Status::Paused, Some(&m2), Action::Unpause, Ok(()));
    check(Nhn, Status::Rescue, Some(&m2), Action::Unrescue, Ok(()));
    check(Nhn, Status::Active, Some(&m2), Action::Lock, without(Feature::Lock));
    check(Nhn, Status::Active, Some(&m2), Action::Unlock, Ok(()));
    check(OpenStack, Status::Active, Some(&u2), Action::Resize, Ok(()));
    check(OpenStack, Status::Active, Some(&m2), Action::CreateImage, Ok(()));
    check(OpenStack, Status::Active, Some(&m2), Action::CreateImageFromVolume, without(Feature::ImageFromVolume));
    check(OpenStack, Status::VerifyResize, Some(&m2), Action::ConfirmResize, Ok(()));
    check(OpenStack, Status::Active, Some(&gpu), Action::Shelve, Ok(()));

    let offers = Offers::assumed(OpenStack);
    let terms = Terms { rules: OpenStack, offers: &offers, flavor: None, read_only: true };
    let still: Vec<Action> = Action::ALL
        .iter()
        .copied()
        .filter(|action| allowed_here(*action, &server(Status::Active, None), &terms).is_ok())
        .collect();
    assert_eq!(still, [Action::Console, Action::ConsoleLog, Action::Password]);
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
    let task = Told::Said(task.map(|word| TaskState(word.to_owned())));
    Server { status, task_state: task, ..crate::rules::samples::server("id") }
}

/// Bug: an instance whose build failed offered start, stop and reboot, and the cloud refused each ("not ready").
#[test]
fn one_that_never_ran_can_only_go_or_be_named() {
    let with = |status, launched_at| Server { launched_at, ..server(status, None) };
    let never = with(Status::Error, Told::Said(None));
    assert!(never_ran(&never));
    for other in [
        with(Status::Error, Told::Said(Some(Timestamp(1)))),
        with(Status::Error, Told::Unsaid),
        with(Status::Build, Told::Said(None)),
        with(Status::Active, Told::Said(None)),
    ] {
        assert!(!never_ran(&other), "{:?} {:?}", other.status, other.launched_at);
    }
    for action in Action::ALL.iter().copied() {
        let refused = allowed_for(action, &never) == Err(Refusal::NeverRan);
        assert_eq!(refused, action.definition().needs_a_launch, "{action:?}");
    }
    for action in [Action::Delete, Action::Rename, Action::Lock] {
        assert_eq!(allowed_for(action, &never), Ok(()), "{action:?}");
    }
}
