use super::Status;

/// Row S09: both vocabularies in one enum, and the word that is sent.
#[test]
fn both_vocabularies_are_one() {
    let check = |word: &str, expect: Status, sent: &str| {
        assert_eq!(Status::parse(word), expect, "{word}");
        assert_eq!(Status::parse(&word.to_lowercase()), expect, "{word}");
        assert_eq!(expect.as_str(), sent, "{word}");
    };
    check("ACTIVE", Status::Active, "ACTIVE");
    check("BUILD", Status::Build, "BUILD");
    check("BUILDING", Status::Build, "BUILD");
    check("SHUTOFF", Status::Shutoff, "SHUTOFF");
    check("STOPPED", Status::Shutoff, "SHUTOFF");
    check("RESIZE", Status::Resize, "RESIZE");
    check("RESIZED", Status::Resize, "RESIZE");
    check("RESCUE", Status::Rescue, "RESCUE");
    check("RESCUED", Status::Rescue, "RESCUE");
    check("DELETED", Status::Deleted, "DELETED");
    check("SOFT_DELETED", Status::SoftDeleted, "SOFT_DELETED");
    check("REBOOT", Status::Reboot, "REBOOT");
    check("HARD_REBOOT", Status::HardReboot, "HARD_REBOOT");
    check("REVERT_RESIZE", Status::RevertResize, "REVERT_RESIZE");
    check("VERIFY_RESIZE", Status::VerifyResize, "VERIFY_RESIZE");
    check("ERROR", Status::Error, "ERROR");
    check("PAUSED", Status::Paused, "PAUSED");
    check("REBUILD", Status::Rebuild, "REBUILD");
    check("SUSPENDED", Status::Suspended, "SUSPENDED");
    check("SHELVED", Status::Shelved, "SHELVED");
    check("SHELVED_OFFLOADED", Status::ShelvedOffloaded, "SHELVED_OFFLOADED");
    check("MIGRATING", Status::Migrating, "MIGRATING");
    check("PASSWORD", Status::Password, "PASSWORD");
    check("UNKNOWN", Status::Unknown, "UNKNOWN");
}

#[test]
fn a_word_nobody_knows_stays_as_it_came() {
    for word in ["Dreaming", "", "ACTIVE ", "비활성"] {
        assert_eq!(Status::parse(word), Status::Other(word.into()));
        assert_eq!(Status::parse(word).as_str(), word);
    }
}
