//! What can be done to many instances at once: the menu of a selection, and the plan. The titles are in `runs`.

texts! {
    Bulk

    start: en "Start…", ko "시작…";
    stop: en "Stop…", ko "중지…";
    soft_reboot: en "Soft reboot…", ko "소프트 재부팅…";
    hard_reboot: en "Hard reboot…", ko "강제 재부팅…";
    shelve: en "Shelve…", ko "보관…";
    unshelve: en "Unshelve…", ko "보관 해제…";
    lock: en "Lock…", ko "잠금…";
    unlock: en "Unlock…", ko "잠금 해제…";
    resize: en "Resize…", ko "타입 변경…";
    create_image: en "Create image…", ko "이미지 생성…";
    add_group: en "Add security group…", ko "보안 그룹 추가…";
    remove_group: en "Remove security group…", ko "보안 그룹 제거…";
    set_metadata: en "Set metadata…", ko "메타데이터 설정…";
    remove_metadata: en "Remove metadata…", ko "메타데이터 삭제…";
    delete: en "Delete…", ko "삭제…";
    stop_text:
        en "The guest systems shut down. Disks and addresses are kept.",
        ko "게스트 운영체제를 종료합니다. 디스크와 IP 주소는 유지됩니다.";
    soft_reboot_text:
        en "The guest systems shut down and start again.",
        ko "게스트 운영체제를 정상적으로 종료한 뒤 다시 시작합니다.";
    hard_reboot_text:
        en "Powers off and on at once. Data not yet written to disk is lost.",
        ko "전원을 바로 껐다 켭니다. 디스크에 기록되지 않은 데이터는 사라집니다.";
    shelve_text:
        en "The guest systems shut down and the instances leave their hosts. Disks and addresses are kept.",
        ko "게스트 운영체제를 종료하고 호스트에서 분리합니다. 디스크와 IP 주소는 유지됩니다.";
    lock_text:
        en "Until they are unlocked, the cloud refuses to stop, change or delete them. They keep running.",
        ko "잠금을 해제할 때까지 중지, 변경, 삭제 요청이 거부됩니다. 실행은 계속됩니다.";
    resize_text: en "Running instances are stopped and started again.", ko "실행 중인 인스턴스는 중지한 뒤 다시 시작합니다.";
    resize_waits:
        en "Afterwards each new flavor has to be confirmed.",
        ko "변경한 뒤 인스턴스마다 새 타입을 확정해야 합니다.";
    image_text:
        en "Each image is named after its instance and today's date.",
        ko "이미지 이름은 인스턴스 이름과 오늘 날짜로 정해집니다.";
    remove_volumes(Plural): en { one: "Delete {n} volume", other: "Delete {n} volumes" }, ko { one: "블록 스토리지 {n}개 삭제", other: "블록 스토리지 {n}개 삭제" };
    detach: en "Detach…", ko "연결 해제…";
    extend: en "Extend…", ko "크기 확장…";
    detach_text:
        en "Unmount them in the guest systems first.",
        ko "먼저 게스트 운영체제에서 마운트를 해제하세요.";
    detach_volumes(Plural): en { one: "Detach {n} volume", other: "Detach {n} volumes" }, ko { one: "블록 스토리지 {n}개 연결 해제", other: "블록 스토리지 {n}개 연결 해제" };
    extend_volumes(Plural): en { one: "Extend {n} volume", other: "Extend {n} volumes" }, ko { one: "블록 스토리지 {n}개 확장", other: "블록 스토리지 {n}개 확장" };
    remove_snapshots(Plural): en { one: "Delete {n} snapshot", other: "Delete {n} snapshots" }, ko { one: "스냅숏 {n}개 삭제", other: "스냅숏 {n}개 삭제" };
    remove_images(Plural): en { one: "Delete {n} image", other: "Delete {n} images" }, ko { one: "이미지 {n}개 삭제", other: "이미지 {n}개 삭제" };
    remove_ips(Plural): en { one: "Release {n} floating IP", other: "Release {n} floating IPs" }, ko { one: "플로팅 IP {n}개 해제", other: "플로팅 IP {n}개 해제" };
    remove_pairs(Plural): en { one: "Delete {n} key pair", other: "Delete {n} key pairs" }, ko { one: "키페어 {n}개 삭제", other: "키페어 {n}개 삭제" };
    remove_groups(Plural): en { one: "Delete {n} security group", other: "Delete {n} security groups" }, ko { one: "보안 그룹 {n}개 삭제", other: "보안 그룹 {n}개 삭제" };
    things_on(Plural): en { one: "Will run on {n}", other: "Will run on {n}" }, ko { one: "{n}개에 실행", other: "{n}개에 실행" };
    things_none: en "Not possible for any of them", ko "실행할 수 있는 항목이 없습니다";
    release: en "Release…", ko "해제…";
    not_now: en "Its state does not allow it", ko "현재 상태에서는 할 수 없습니다";
    delete_text: en "This cannot be undone.", ko "삭제하면 되돌릴 수 없습니다.";
    plan: en "Plan", ko "실행 계획";
    reading: en "Reading the instances…", ko "인스턴스 상태를 읽는 중…";
    runs_on(Plural):
        en { one: "Will run on {n} instance", other: "Will run on {n} instances" },
        ko { one: "인스턴스 {n}개에 실행", other: "인스턴스 {n}개에 실행" };
    too_many: en "At most {n} at a time. Select fewer.", ko "한 번에 최대 {n}개까지 실행할 수 있습니다. 더 적게 선택하세요.";
    runs_on_none: en "Will run on none of them", ko "실행할 인스턴스가 없습니다";
    skips(Plural): en { one: "{n} skipped", other: "{n} skipped" }, ko { one: "{n}개 건너뜀", other: "{n}개 건너뜀" };
    protects(Plural): en { one: "{n} protected", other: "{n} protected" }, ko { one: "{n}개 삭제 보호됨", other: "{n}개 삭제 보호됨" };
    because: en "{skipped}: {reason}", ko "{skipped}: {reason}";
    gone(Plural):
        en { one: "{n} no longer exists", other: "{n} no longer exist" },
        ko { one: "{n}개는 더 이상 없음", other: "{n}개는 더 이상 없음" };
    more(Plural): en { one: "{n} more", other: "{n} more" }, ko { one: "외 {n}개", other: "외 {n}개" };
    nodes:
        en "Nodes of a Kubernetes cluster are among them: {names}. Their workloads move or stop.",
        ko "쿠버네티스 클러스터의 노드가 포함되어 있습니다: {names}. 실행 중인 워크로드가 옮겨지거나 멈춥니다.";
    goes_instances(Plural):
        en { one: "{n} instance and its settings", other: "{n} instances and their settings" },
        ko { one: "인스턴스 {n}개와 설정", other: "인스턴스 {n}개와 설정" };
    goes_local: en "The local root disks and all data on them", ko "로컬 루트 디스크와 그 안의 모든 데이터";
    quota: en "Quota", ko "할당량";
    quota_in: en "Quota of {project}", ko "{project} 할당량";
    quota_most:
        en "At most. Some clouds count a shelved instance all the time.",
        ko "최대치입니다. 보관된 인스턴스를 계속 할당량에 포함하는 클라우드도 있습니다.";
    changed:
        en "Changed since this was opened: {names}",
        ko "창을 연 뒤 바뀐 항목: {names}";
    confirm_again:
        en "The plan has changed. Check it, and confirm again.",
        ko "실행 계획이 바뀌었습니다. 확인한 뒤 다시 실행하세요.";
    at_once: en "How many at once", ko "동시에 실행할 개수";
    at_once_bad: en "A number from 1 to 50.", ko "1부터 50까지의 숫자를 입력하세요.";
    rolling:
        en "Rolling: go on when the previous ones have finished",
        ko "순차 실행: 앞의 작업이 끝나면 다음을 실행";
    rolling_hint:
        en "For example a reboot of two at a time, that goes on when they are running again.",
        ko "예: 두 대씩 재부팅하고, 다시 실행 중이 되면 다음으로 넘어갑니다.";
    stop_after: en "Stop after this many failures", ko "실패가 이만큼 쌓이면 중단";
    pause: en "Pause between two", ko "작업 사이 대기";
    seconds: en "sec", ko "초";
    number_bad: en "A whole number, or nothing.", ko "숫자를 입력하거나 비워 두세요.";
    more_options: en "More options", ko "추가 옵션";
    flavor_choose: en "Choose a flavor.", ko "인스턴스 타입을 선택하세요.";
    group: en "Security group", ko "보안 그룹";
    group_choose: en "Choose a security group.", ko "보안 그룹을 선택하세요.";
    key_choose: en "Enter a key.", ko "키를 입력하세요.";
    key_bad:
        en "This key cannot be removed from many at once.",
        ko "이 키는 여러 인스턴스에서 한 번에 삭제할 수 없습니다.";
}
