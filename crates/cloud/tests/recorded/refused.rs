//! Every recorded refusal, decoded by the error reader, also those of calls that Maru does not make.

use cloud::{Failure, FailureKind};

use crate::fixture::Recorded;

/// File, kind, and the beginning of the server's message.
const REFUSED: &[(&str, FailureKind, &str)] = &[
    (
        "002-keystone-POST-auth-tokens-wrong-password.json",
        FailureKind::Unauthenticated,
        "The request you have made requires authentication.",
    ),
    (
        "005-GET-servers-detail-without-token.json",
        FailureKind::Unauthenticated,
        "The request you have made requires authentication.",
    ),
    (
        "006-GET-servers-detail-with-bad-token.json",
        FailureKind::Unauthenticated,
        "The request you have made requires authentication.",
    ),
    (
        "007-GET-servers-detail-of-another-tenant-id.json",
        FailureKind::Invalid,
        "Malformed request URL: URL's project_id '0000000000000000000",
    ),
    ("016-GET-flavors-id-missing.json", FailureKind::NotFound, "Flavor nope could not be found."),
    (
        "022-GET-os-availability-zone-detail-as-member.json",
        FailureKind::Forbidden,
        "Policy doesn't allow os_compute_api:os-availability-zone:det",
    ),
    (
        "023-GET-os-hypervisors-as-member.json",
        FailureKind::Forbidden,
        "Policy doesn't allow os_compute_api:os-hypervisors:list to b",
    ),
    ("032-POST-os-keypairs-duplicate-name.json", FailureKind::Conflict, "Key pair 'vk-gen' already exists."),
    (
        "033-POST-os-keypairs-bad-public-key.json",
        FailureKind::Invalid,
        "Keypair data is invalid: failed to generate fingerprint",
    ),
    (
        "036-POST-os-keypairs-name-a-b-c-on-v2-1.json",
        FailureKind::Invalid,
        "An invalid 'name' value was provided. The name must be: Only",
    ),
    (
        "040-DELETE-os-keypairs-name-missing.json",
        FailureKind::NotFound,
        "Keypair vk-import not found for user b5efed2e8f244a3d9e131f2f9edcb9c6",
    ),
    (
        "053-GET-servers-detail-marker-missing.json",
        FailureKind::Invalid,
        "marker [00000000-0000-0000-0000-000000000000] not found",
    ),
    (
        "054-GET-servers-detail-all-tenants-1-as-member.json",
        FailureKind::Forbidden,
        "Policy doesn't allow os_compute_api:servers:detail:get_all_t",
    ),
    (
        "055-GET-servers-id-missing.json",
        FailureKind::NotFound,
        "Instance 00000000-0000-0000-0000-000000000000 could not be found.",
    ),
    ("056-GET-servers-id-not-a-uuid.json", FailureKind::NotFound, "Instance nope could not be found."),
    (
        "061-GET-servers-id-diagnostics-as-member.json",
        FailureKind::Forbidden,
        "Policy doesn't allow os_compute_api:os-server-diagnostics to",
    ),
    (
        "066-PUT-servers-id-empty-name.json",
        FailureKind::Invalid,
        "Invalid input for field/attribute name. Value: . '' is too short",
    ),
    (
        "067-PUT-servers-id-name-of-256-characters.json",
        FailureKind::Invalid,
        "Invalid input for field/attribute name. Value: xxxxxxxxxxxxx",
    ),
    (
        "068-action-os-start-on-ACTIVE-conflict.json",
        FailureKind::Conflict,
        "Cannot 'start' instance c3fca570-cc44-4d18-ac0f-e2da494dca0b",
    ),
    (
        "071-action-os-stop-on-SHUTOFF-conflict.json",
        FailureKind::Conflict,
        "Cannot 'stop' instance c3fca570-cc44-4d18-ac0f-e2da494dca0b ",
    ),
    (
        "072-action-reboot-SOFT-on-SHUTOFF-conflict.json",
        FailureKind::Conflict,
        "Cannot 'reboot' instance c3fca570-cc44-4d18-ac0f-e2da494dca0",
    ),
    (
        "076-action-reboot-bad-type.json",
        FailureKind::Invalid,
        "Invalid input for field/attribute type. Value: SIDEWAYS. 'SI",
    ),
    ("077-action-unknown-action.json", FailureKind::Invalid, "There is no such action: noSuchAction"),
    ("091-action-os-getSPICEConsole.json", FailureKind::Invalid, "Unavailable console type spice-html5."),
    (
        "093-action-os-resetState-as-member.json",
        FailureKind::Forbidden,
        "Policy doesn't allow os_compute_api:os-admin-actions:reset_s",
    ),
    (
        "096-action-addSecurityGroup-missing.json",
        FailureKind::NotFound,
        "Security group no-such-group is not found for project 53699e",
    ),
    (
        "098-action-removeSecurityGroup-not-attached.json",
        FailureKind::NotFound,
        "Security group web not associated with the instance c3fca570",
    ),
    ("107-action-resize-to-the-same-flavor.json", FailureKind::Invalid, "When resizing, instances must change flavor!"),
    ("108-action-resize-to-a-missing-flavor.json", FailureKind::Invalid, "Flavor nope could not be found."),
    (
        "126-POST-os-volume-attachments-twice.json",
        FailureKind::Invalid,
        "Invalid volume: volume b3835d33-9e21-4156-a515-f1e3781be98c ",
    ),
    (
        "127-POST-os-volume-attachments-missing-volume.json",
        FailureKind::NotFound,
        "Volume 00000000-0000-0000-0000-000000000000 could not be found.",
    ),
    (
        "129-DELETE-os-volume-attachments-id-again.json",
        FailureKind::NotFound,
        "Instance c3fca570-cc44-4d18-ac0f-e2da494dca0b is not attache",
    ),
    (
        "135-DELETE-os-volume-attachments-of-the-root-disk.json",
        FailureKind::Invalid,
        "Cannot detach a root device volume",
    ),
    (
        "138-action-os-start-on-ERROR-conflict.json",
        FailureKind::Conflict,
        "Instance 4259801e-9ec5-4426-9cef-5cee0ec2c787 is not ready",
    ),
    (
        "140-POST-servers-no-name.json",
        FailureKind::Invalid,
        "Invalid input for field/attribute server. Value: {'imageRef'",
    ),
    ("141-POST-servers-flavor-missing.json", FailureKind::Invalid, "Flavor nope could not be found."),
    ("142-POST-servers-image-missing.json", FailureKind::Invalid, "Can not find requested image"),
    (
        "143-POST-servers-network-missing.json",
        FailureKind::Invalid,
        "Network 00000000-0000-0000-0000-000000000000 could not be found.",
    ),
    ("144-POST-servers-zone-missing.json", FailureKind::Invalid, "The requested availability zone is not available"),
    ("145-POST-servers-key-missing.json", FailureKind::Invalid, "Invalid key_name provided."),
    (
        "146-POST-servers-security-group-missing.json",
        FailureKind::Invalid,
        "Unable to find security_group with name or id 'nope'",
    ),
    (
        "147-POST-servers-flavor-disk-below-image-min-disk.json",
        FailureKind::Invalid,
        "Flavor's disk is smaller than the minimum size specified in ",
    ),
    (
        "148-POST-servers-user-data-not-base64.json",
        FailureKind::Invalid,
        "Invalid input for field/attribute user_data. Value: abc. 'ab",
    ),
    (
        "150-POST-servers-unknown-key-on-v2-1.json",
        FailureKind::Invalid,
        "Invalid input for field/attribute server. Value: {'name': 'v",
    ),
    (
        "151-POST-servers-quota-exceeded.json",
        FailureKind::QuotaExceeded,
        "Quota exceeded for cores, ram: Requested 32, 262144, but alr",
    ),
    (
        "154-DELETE-servers-id-missing.json",
        FailureKind::NotFound,
        "Instance 00000000-0000-0000-0000-000000000000 could not be found.",
    ),
    (
        "155-GET-servers-id-deleted.json",
        FailureKind::NotFound,
        "Instance c3fca570-cc44-4d18-ac0f-e2da494dca0b could not be found.",
    ),
    (
        "168-GET-servers-detail-changes-since-malformed.json",
        FailureKind::Invalid,
        "Invalid filter field: changes-since.",
    ),
];

/// Checks all of them; returns their names.
pub fn check_all() -> Vec<&'static str> {
    for (file, kind, words) in REFUSED {
        let recorded = Recorded::load(file);
        let failure = Failure::from_reply(&recorded.request(), &recorded.reply());
        assert_eq!((&failure.kind, failure.status), (kind, recorded.status), "{file}");
        assert!(failure.message.starts_with(words), "{file}: {}", failure.message);
        assert_eq!(failure.request_id.as_ref().map(|id| id.as_str()), recorded.request_id(), "{file}");
        assert_eq!(failure.raw, recorded.reply().body, "{file}");
    }
    REFUSED.iter().map(|(file, ..)| *file).collect()
}
