//! The state of a followed action, from the instance's row.

use super::*;
use crate::wire::FlavorRef;

#[test]
fn an_action_arrives_fails_or_goes_on() {
    use Outcome::*;
    use Status::*;
    let (start, stop, delete) = (Action::Start, Action::Stop, Action::Delete);
    let (soft, hard) = (Action::SoftReboot, Action::HardReboot);
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
        (Action::Restore, SoftDeleted, None, StillGoing),
        (Action::Restore, SoftDeleted, Some("restoring"), StillGoing),
        (Action::Restore, Active, None, Arrived),
        (Action::Restore, Deleted, None, Failed),
        (Action::ForceDelete, SoftDeleted, Some("deleting"), StillGoing),
        (Action::ForceDelete, Deleted, None, Arrived),
        (start, SoftDeleted, None, Failed),
        (Action::Rename, Build, Some("spawning"), Arrived),
        (Action::AttachVolume, Active, None, Arrived),
        (Action::Pause, Active, Some("pausing"), StillGoing),
        (Action::Pause, Paused, None, Arrived),
        (Action::Unpause, Paused, None, StillGoing),
        (Action::Unpause, Active, None, Arrived),
        (Action::Suspend, Suspended, None, Arrived),
        (Action::Resume, Active, None, Arrived),
        (Action::Rescue, Rescue, None, Arrived),
        (Action::Unrescue, Active, None, Arrived),
        (Action::Rebuild, Rebuild, Some("rebuild_spawning"), StillGoing),
        (Action::Rebuild, Shutoff, None, Arrived),
        (Action::Shelve, Active, Some("shelving"), StillGoing),
        (Action::Shelve, Shelved, Some("shelving_offloading"), StillGoing),
        (Action::Shelve, Shelved, None, Arrived),
        (Action::Shelve, ShelvedOffloaded, None, Arrived),
        (Action::ShelveOffload, Shelved, None, StillGoing),
        (Action::Unshelve, ShelvedOffloaded, Some("spawning"), StillGoing),
        (Action::Unshelve, Active, None, Arrived),
        (Action::CreateImage, Active, Some("image_uploading"), StillGoing),
        (Action::CreateImage, Suspended, None, Arrived),
        (Action::CreateImage, Deleted, None, Failed),
        (Action::ConfirmResize, VerifyResize, None, StillGoing),
        (Action::ConfirmResize, Shutoff, None, Arrived),
        (Action::RevertResize, RevertResize, Some("resize_reverting"), StillGoing),
        (Action::RevertResize, Active, None, Arrived),
    ];
    for (action, status, task, expect) in cases {
        assert_eq!(settled(action, &server(status.clone(), task)), expect, "{action:?}: {status:?} {task:?}");
    }
}

#[test]
fn a_resize_ends_with_the_new_flavor_and_nhn_confirms_by_itself() {
    use Outcome::*;
    let check = |rules, status: Status, task, has: Option<&str>, expect| {
        let flavor = FlavorRef { id: has.map(Into::into), name: None };
        let row = Server { flavor: Told::Said(flavor), ..server(status.clone(), task) };
        let goal = Goal { action: Action::Resize, from: Some(&"old".into()), rules };
        assert_eq!(goal.settled(&row), expect, "{rules:?} {status:?} {task:?} {has:?}");
    };
    for rules in RuleSet::ALL {
        check(rules, Status::Active, Some("resize_prep"), Some("old"), StillGoing);
        check(rules, Status::Resize, Some("resize_migrating"), Some("old"), StillGoing);
        check(rules, Status::VerifyResize, Some("resize_confirming"), Some("new"), StillGoing);
        // Not changing, with the old flavor: not begun yet, or failed without a fault. The follower distinguishes them.
        check(rules, Status::Active, None, Some("old"), StillGoing);
        check(rules, Status::Active, None, Some("new"), Arrived);
        check(rules, Status::Shutoff, None, Some("new"), Arrived);
        check(rules, Status::Shutoff, None, None, Arrived);
        check(rules, Status::Error, None, Some("new"), Failed);
    }
    check(RuleSet::Nhn, Status::VerifyResize, None, Some("new"), StillGoing);
    check(RuleSet::OpenStack, Status::VerifyResize, None, Some("new"), Arrived);
    let waits = |rules, status, task| waits_for_confirmation(&server(status, task), rules);
    assert!(waits(RuleSet::OpenStack, Status::VerifyResize, None));
    assert!(!waits(RuleSet::Nhn, Status::VerifyResize, None));
    assert!(!waits(RuleSet::OpenStack, Status::VerifyResize, Some("resize_confirming")));
    assert!(!waits(RuleSet::OpenStack, Status::Active, None));
}
