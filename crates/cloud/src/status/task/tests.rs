use super::*;

/// All of `nova/compute/task_states.py`.
const NOVA: &str = "scheduling block_device_mapping networking spawning image_snapshot image_snapshot_pending \
    image_pending_upload image_uploading image_backup updating_password resize_prep resize_migrating resize_migrated \
    resize_finish resize_reverting resize_confirming rebooting reboot_pending reboot_started rebooting_hard \
    reboot_pending_hard reboot_started_hard pausing unpausing suspending resuming powering-off powering-on rescuing \
    unrescuing rebuilding rebuild_block_device_mapping rebuild_spawning migrating deleting soft-deleting restoring \
    shelving shelving_image_pending_upload shelving_image_uploading shelving_offloading unshelving";

#[test]
fn every_task_of_nova_is_known() {
    let words: Vec<&str> = NOVA.split_whitespace().collect();
    for word in &words {
        let task = Task::parse(word).expect(word);
        assert_eq!(task.as_str(), *word);
        assert_eq!(Task::parse(&word.replace('_', "-")), Some(task), "{word}");
    }
    assert_eq!(Task::all().count(), words.len());
    for word in ["", "Pausing", "nhn_moving", "reboot"] {
        assert_eq!(Task::parse(word), None, "{word}");
    }
}

#[track_caller]
fn check(status: &str, task: &str, word: Word, step: Option<&str>) {
    let task = (!task.is_empty()).then(|| TaskState(task.to_owned()));
    assert_eq!(said(&Status::parse(status), task.as_ref()), (word, step), "{status} {task:?}");
}

/// Bug: "Running · pausing", "Stopped · starting up", "Shelved (offloaded) · spawning".
#[test]
fn no_status_stands_beside_a_task_that_takes_it_away() {
    let task = Word::Task;
    check("ACTIVE", "pausing", task(Task::Pausing), None);
    check("PAUSED", "unpausing", task(Task::Unpausing), None);
    check("SHUTOFF", "powering-on", task(Task::PoweringOn), None);
    check("ACTIVE", "shelving", task(Task::Shelving), None);
    check("ACTIVE", "shelving_image_uploading", task(Task::Shelving), Some("shelving_image_uploading"));
    check("SHELVED_OFFLOADED", "spawning", task(Task::Unshelving), Some("spawning"));
    check("ERROR", "deleting", task(Task::Deleting), None);
    check("ACTIVE", "soft-deleting", task(Task::Deleting), None);
    check("SOFT_DELETED", "restoring", task(Task::Restoring), None);
    check("VERIFY_RESIZE", "resize_confirming", task(Task::ResizeConfirming), None);
}

#[test]
fn a_status_that_nova_derives_from_the_task_is_its_word() {
    let status = Word::Status;
    check("ACTIVE", "resize_prep", status(Status::Resize), Some("resize_prep"));
    check("RESIZE", "resize_finish", status(Status::Resize), Some("resize_finish"));
    check("VERIFY_RESIZE", "resize_reverting", status(Status::RevertResize), None);
    check("ACTIVE", "reboot_started", status(Status::Reboot), None);
    check("SHUTOFF", "rebooting_hard", status(Status::HardReboot), None);
    check("SHUTOFF", "rebuild_spawning", status(Status::Rebuild), Some("rebuild_spawning"));
    check("ACTIVE", "migrating", status(Status::Migrating), None);
    check("ACTIVE", "updating_password", status(Status::Password), None);
}

#[test]
fn a_status_that_stays_true_stays() {
    let status = Word::Status;
    check("ACTIVE", "", status(Status::Active), None);
    check("ACTIVE", "image_uploading", status(Status::Active), Some("image_uploading"));
    check("SHUTOFF", "image_snapshot", status(Status::Shutoff), Some("image_snapshot"));
    check("BUILDING", "networking", status(Status::Build), Some("networking"));
    check("ERROR", "spawning", status(Status::Error), None);
    check("ACTIVE", "nhn_new_task", status(Status::Active), Some("nhn_new_task"));
}
