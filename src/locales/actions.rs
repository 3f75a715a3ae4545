//! What can be done to an instance: verbs, questions, reasons, and what came of it.

texts! {
    Actions

    start: en "Start", ko "시작";
    stop: en "Stop", ko "중지";
    reboot: en "Reboot", ko "재부팅";
    reboot_ask: en "Reboot…", ko "재부팅…";
    rename: en "Rename", ko "이름 변경";
    rename_ask: en "Rename…", ko "이름 변경…";
    delete: en "Delete", ko "삭제";
    delete_ask: en "Delete…", ko "삭제…";
    copy_id: en "Copy ID", ko "ID 복사";
    copy_address: en "Copy address", ko "IP 주소 복사";
    pause: en "Pause…", ko "일시 정지…";
    unpause: en "Unpause", ko "일시 정지 해제";
    suspend: en "Suspend…", ko "일시 중단…";
    resume: en "Resume", ko "재개";
    shelve: en "Shelve…", ko "보관…";
    unshelve: en "Unshelve", ko "보관 해제";
    shelve_offload: en "Offload from host…", ko "호스트 해제…";
    resize: en "Resize…", ko "타입 변경…";
    confirm_resize: en "Confirm resize", ko "타입 변경 확정";
    revert_resize: en "Revert resize…", ko "이전 타입으로 되돌리기…";
    image: en "Create image…", ko "이미지 생성…";
    rescue: en "Rescue…", ko "복구 모드…";
    unrescue: en "Leave rescue mode…", ko "복구 모드 종료…";
    rebuild: en "Rebuild…", ko "재구축…";
    lock: en "Lock…", ko "잠금…";
    unlock: en "Unlock", ko "잠금 해제";
    more: en "More", ko "기타 작업";
    save: en "Save", ko "저장";
    new_name: en "Name", ko "이름";
    name_empty: en "Enter a name.", ko "이름을 입력하세요.";
    name_long:
        en "At most {max} characters; now {is}.",
        ko "최대 {max}자입니다. 지금은 {is}자입니다.";
    name_unseen:
        en "Contains an invisible character. Type the name again.",
        ko "보이지 않는 문자가 들어 있습니다. 이름을 다시 입력하세요.";
    busy: en "Busy: {task}", ko "진행 중인 작업 있음: {task}";
    gone: en "Being deleted", ko "삭제하는 중입니다";
    needs: en "Only when {states}; now {is}", ko "{states} 상태에서만 가능합니다. 현재: {is}";
    or: en "{one} or {two}", ko "{one} 또는 {two}";
    locked: en "Locked. Unlock it first.", ko "잠긴 인스턴스입니다. 먼저 잠금을 해제하세요.";
    not_locked: en "Not locked", ko "잠겨 있지 않습니다";
    only_u2:
        en "Only on U2. Create the image from the root volume instead.",
        ko "U2 타입에서만 가능합니다. 루트 블록 스토리지로 이미지를 생성하세요.";
    never_u2:
        en "Not on U2, whose root disk is local",
        ko "U2 타입은 로컬 디스크를 사용하므로 지원하지 않습니다";
    never_gpu: en "Not on GPU flavors", ko "GPU 타입은 지원하지 않습니다";
    not_offered: en "Not offered by this cloud", ko "이 클라우드에서 제공하지 않는 기능입니다";
    read_only: en "Read-only is on", ko "읽기 전용 모드가 켜져 있습니다";
    stop_title: en "Stop {name}?", ko "{name} 인스턴스를 중지할까요?";
    stop_text:
        en "The guest system shuts down. Disks, addresses and key pair are kept, and it can be started again.",
        ko "게스트 운영체제를 종료합니다. 디스크, IP 주소, 키페어는 유지되며 다시 시작할 수 있습니다.";
    reboot_title: en "Reboot {name}?", ko "{name} 인스턴스를 재부팅할까요?";
    reboot_kind: en "Reboot type", ko "재부팅 방식";
    soft: en "Soft reboot", ko "소프트 재부팅";
    soft_note:
        en "The guest system shuts down and starts again. No data is lost. Does not work if the guest hangs.",
        ko "게스트 운영체제를 정상적으로 종료한 뒤 다시 시작합니다. 데이터는 유지됩니다. 게스트가 멈춰 있으면 동작하지 않습니다.";
    hard: en "Hard reboot", ko "강제 재부팅";
    hard_note:
        en "Powers off and on at once. For a guest that hangs; data not yet written to disk is lost.",
        ko "전원을 바로 껐다 켭니다. 게스트가 멈췄을 때 사용하며, 디스크에 기록되지 않은 데이터는 사라집니다.";
    rename_title: en "Rename {name}", ko "{name} 이름 변경";
    delete_title: en "Delete {name}?", ko "{name} 인스턴스를 삭제할까요?";
    delete_text: en "This cannot be undone.", ko "삭제하면 되돌릴 수 없습니다.";
    goes: en "Will be deleted", ko "삭제됨";
    stays: en "Will be kept", ko "유지됨";
    unclear: en "Unknown", ko "알 수 없음";
    goes_instance: en "The instance and its settings", ko "인스턴스와 설정";
    goes_local:
        en "The local root disk and all data on it",
        ko "로컬 루트 디스크와 그 안의 모든 데이터";
    goes_addresses: en "Fixed IPs: {list}", ko "고정 IP: {list}";
    volume_line: en "Volume {name}, {size}", ko "블록 스토리지 {name}, {size}";
    volume_plain: en "Volume {name}", ko "블록 스토리지 {name}";
    floating_line:
        en "Floating IP {address}: detached and kept; may still be billed",
        ko "플로팅 IP {address}: 연결이 해제되고 주소는 남으며 계속 과금될 수 있음";
    stays_nothing: en "Nothing", ko "없음";
    unclear_text:
        en "The cloud does not report whether these volumes are deleted too.",
        ko "이 블록 스토리지가 함께 삭제되는지 클라우드가 알려 주지 않습니다.";
    protected:
        en "Deletion protection is on. The cloud will probably refuse.",
        ko "삭제 보호가 설정되어 있어 클라우드가 거부할 수 있습니다.";
    node:
        en "This is a node of a Kubernetes cluster. Remove it through the cluster's node group; otherwise the cluster may miss it or replace it.",
        ko "쿠버네티스 클러스터의 노드입니다. 클러스터의 노드 그룹에서 제거하지 않으면 노드가 사라진 채로 남거나 새로 만들어질 수 있습니다.";
    node_stop:
        en "This is a node of a Kubernetes cluster. Its workloads move or stop.",
        ko "쿠버네티스 클러스터의 노드입니다. 여기서 실행 중인 워크로드가 옮겨지거나 멈춥니다.";
    starting: en "Starting {name}…", ko "{name} 시작하는 중…";
    stopping: en "Stopping {name}…", ko "{name} 중지하는 중…";
    rebooting: en "Rebooting {name}…", ko "{name} 재부팅하는 중…";
    deleting: en "Deleting {name}…", ko "{name} 삭제하는 중…";
    creating: en "Creating {name}…", ko "{name} 생성하는 중…";
    resizing: en "Resizing {name}…", ko "{name} 타입 변경하는 중…";
    confirming_resize: en "Confirming the resize of {name}…", ko "{name} 타입 변경 확정하는 중…";
    reverting_resize: en "Reverting the resize of {name}…", ko "{name} 이전 타입으로 되돌리는 중…";
    shelving: en "Shelving {name}…", ko "{name} 보관하는 중…";
    unshelving: en "Unshelving {name}…", ko "{name} 보관 해제하는 중…";
    pausing: en "Pausing {name}…", ko "{name} 일시 정지하는 중…";
    unpausing: en "Unpausing {name}…", ko "{name} 일시 정지 해제하는 중…";
    suspending: en "Suspending {name}…", ko "{name} 일시 중단하는 중…";
    resuming: en "Resuming {name}…", ko "{name} 재개하는 중…";
    rescuing: en "Starting {name} in rescue mode…", ko "{name} 복구 모드 시작하는 중…";
    unrescuing: en "{name} is leaving rescue mode…", ko "{name} 복구 모드에서 나오는 중…";
    locking: en "Locking {name}…", ko "{name} 잠그는 중…";
    unlocking: en "Unlocking {name}…", ko "{name} 잠금 해제하는 중…";
    rebuilding: en "Rebuilding {name}…", ko "{name} 재구축하는 중…";
    changing: en "Changing {name}…", ko "{name} 변경하는 중…";
    started: en "{name} is running", ko "{name} 인스턴스가 실행되었습니다";
    stopped: en "{name} is stopped", ko "{name} 인스턴스가 중지되었습니다";
    rebooted: en "{name} has been rebooted", ko "{name} 인스턴스를 재부팅했습니다";
    renamed: en "Renamed to {name}", ko "이름을 {name}(으)로 변경했습니다";
    deleted: en "{name} has been deleted", ko "{name} 인스턴스를 삭제했습니다";
    created: en "{name} is running", ko "{name} 인스턴스가 생성되어 실행 중입니다";
    resized: en "{name} has its new flavor", ko "{name} 인스턴스 타입을 변경했습니다";
    confirmed_resize: en "Resize of {name} confirmed", ko "{name} 타입 변경을 확정했습니다";
    reverted_resize:
        en "{name} is back on its old flavor",
        ko "{name} 인스턴스를 이전 타입으로 되돌렸습니다";
    was_shelved: en "{name} is shelved", ko "{name} 인스턴스를 보관했습니다";
    unshelved: en "{name} is running again", ko "{name} 인스턴스의 보관을 해제했습니다";
    was_paused: en "{name} is paused", ko "{name} 인스턴스를 일시 정지했습니다";
    unpaused: en "{name} is running again", ko "{name} 인스턴스의 일시 정지를 해제했습니다";
    was_suspended: en "{name} is suspended", ko "{name} 인스턴스를 일시 중단했습니다";
    resumed: en "{name} has resumed", ko "{name} 인스턴스를 재개했습니다";
    rescued: en "{name} is in rescue mode", ko "{name} 인스턴스가 복구 모드로 실행되었습니다";
    unrescued: en "{name} has left rescue mode", ko "{name} 인스턴스의 복구 모드를 종료했습니다";
    was_locked: en "{name} is locked", ko "{name} 인스턴스를 잠갔습니다";
    unlocked: en "{name} is unlocked", ko "{name} 인스턴스의 잠금을 해제했습니다";
    rebuilt: en "{name} has been rebuilt", ko "{name} 인스턴스를 재구축했습니다";
    restore: en "Restore", ko "복원";
    delete_for_good: en "Delete permanently…", ko "영구 삭제…";
    restore_first: en "Deleted. Restore it first.", ko "삭제된 인스턴스입니다. 먼저 복원하세요.";
    restoring: en "Restoring {name}…", ko "{name} 복원하는 중…";
    restored: en "{name} is restored and running", ko "{name} 인스턴스를 복원했습니다";
    changed: en "{name} has been changed", ko "{name} 인스턴스를 변경했습니다";
    unsure:
        en "{name}: no answer. The request may have been carried out; check its status.",
        ko "{name}: 응답이 없습니다. 요청이 처리되었을 수 있으니 상태를 확인하세요.";
    refused: en "{name}: the request was not carried out", ko "{name}: 요청이 처리되지 않았습니다";
    session_was_over:
        en "{name}: not carried out, because the session had ended",
        ko "{name}: 세션이 끝나 요청이 처리되지 않았습니다";
    failed:
        en "{name}: the task did not finish. Check its status.",
        ko "{name}: 작업이 끝나지 않았습니다. 상태를 확인하세요.";
    failed_with:
        en "{name} is in error: {reason}",
        ko "{name} 인스턴스에 오류가 발생했습니다: {reason}";
    vanished:
        en "{name} no longer exists. Someone else may have deleted it.",
        ko "{name} 인스턴스가 더 이상 없습니다. 다른 사람이 삭제했을 수 있습니다.";
    late:
        en "{name}: this is taking unusually long. Still watching it.",
        ko "{name}: 평소보다 오래 걸립니다. 계속 확인하고 있습니다.";
    given_up:
        en "{name}: not finished yet, and no longer watched closely. Check its status.",
        ko "{name}: 아직 끝나지 않았습니다. 더 이상 자주 확인하지 않으므로 상태를 확인하세요.";
    resize_failed:
        en "{name} could not be resized and keeps its old flavor",
        ko "{name} 인스턴스의 타입을 변경하지 못했습니다. 이전 타입을 그대로 사용합니다";
    saving_image:
        en "Saving image {image} of {name}: {progress}",
        ko "{name}의 이미지 {image} 저장하는 중: {progress}";
    image_saved:
        en "Image {image} of {name} is ready",
        ko "{name}의 이미지 {image}을(를) 생성했습니다";
    image_failed:
        en "Image {image} of {name} could not be saved ({status})",
        ko "{name}의 이미지 {image}을(를) 저장하지 못했습니다({status})";
    image_gone:
        en "Image {image} of {name} no longer exists: the cloud gave up, or someone deleted it",
        ko "{name}의 이미지 {image}이(가) 사라졌습니다. 클라우드가 저장을 포기했거나 다른 사람이 삭제했습니다";
    image_given_up:
        en "Image {image} of {name} is not ready yet, and no longer watched. Check the list of images",
        ko "{name}의 이미지 {image}이(가) 아직 준비되지 않았습니다. 더 이상 확인하지 않으므로 이미지 목록에서 상태를 확인하세요";
    image_waits: en "waiting", ko "대기 중";
    image_unknown:
        en "{name}: the cloud did not say which image it makes, and more than one new image is called {image}. Look at the list.",
        ko "{name}: 클라우드가 어떤 이미지를 만드는지 알려 주지 않았고, 새 이미지 {image}이(가) 둘 이상입니다. 목록을 확인하세요.";
    never_ran: en "It never ran: no host took it", ko "한 번도 실행되지 않아 할 수 없습니다";
}
