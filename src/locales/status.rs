//! States of instances.

texts! {
    Statuses

    active: en "Running", ko "실행 중";
    build: en "Creating", ko "생성 중";
    shutoff: en "Stopped", ko "중지됨";
    deleted: en "Deleted", ko "삭제됨";
    soft_deleted: en "Deleted (recoverable)", ko "삭제됨(복원 가능)";
    reboot: en "Rebooting", ko "재부팅 중";
    hard_reboot: en "Hard rebooting", ko "강제 재부팅 중";
    resize: en "Resizing", ko "타입 변경 중";
    revert_resize: en "Reverting resize", ko "이전 타입으로 되돌리는 중";
    verify_resize: en "Confirming resize", ko "타입 변경 확인 중";
    verify_wait: en "Resize to confirm", ko "타입 변경 확정 대기";
    error: en "Error", ko "오류";
    paused: en "Paused", ko "일시 정지됨";
    rebuild: en "Rebuilding", ko "재구축 중";
    rescue: en "Rescue mode", ko "복구 모드";
    suspended: en "Suspended", ko "일시 중단됨";
    shelved: en "Shelved", ko "보관됨";
    shelved_offloaded: en "Shelved (offloaded)", ko "보관됨(호스트 해제)";
    migrating: en "Migrating", ko "이전 중";
    password: en "Setting password", ko "비밀번호 설정 중";
    unknown: en "Unknown", ko "알 수 없음";
    starting: en "Starting", ko "시작 중";
    stopping: en "Stopping", ko "중지 중";
    deleting: en "Deleting", ko "삭제 중";
    scheduling: en "choosing a host", ko "호스트 선택";
    disk: en "preparing the disk", ko "디스크 준비";
    networking: en "connecting the network", ko "네트워크 연결";
    spawning: en "starting up", ko "부팅";
    resize_prep: en "preparing the resize", ko "타입 변경 준비 중";
    resize_migrating: en "moving the disk", ko "디스크 옮기는 중";
    resize_migrated: en "disk moved", ko "디스크 이동 완료";
    resize_finish: en "starting on the new host", ko "새 호스트에서 시작하는 중";
    image_snapshot: en "creating an image", ko "이미지 만드는 중";
    image_waiting: en "image waiting for upload", ko "이미지 업로드 대기 중";
    image_uploading: en "uploading the image", ko "이미지 업로드 중";
    image_backup: en "creating a backup", ko "백업 만드는 중";
    resize_confirming: en "Confirming resize", ko "타입 변경 확정 중";
    pausing: en "Pausing", ko "일시 정지하는 중";
    unpausing: en "Unpausing", ko "일시 정지 해제하는 중";
    suspending: en "Suspending", ko "일시 중단하는 중";
    resuming: en "Resuming", ko "재개하는 중";
    rescuing: en "Entering rescue mode", ko "복구 모드로 들어가는 중";
    unrescuing: en "Leaving rescue mode", ko "복구 모드에서 나오는 중";
    restoring: en "Restoring", ko "복원하는 중";
    shelving: en "Shelving", ko "보관하는 중";
    offloading: en "Offloading from the host", ko "호스트에서 해제하는 중";
    unshelving: en "Unshelving", ko "보관 해제하는 중";
    step: en "{step} · {time}", ko "{step} · {time}";
}
