//! Dialogs of actions with more than a confirmation: reboot, rename, delete, resize, images, rescue, rebuild, set password.

texts! {
    Questions

    reboot_title: en "Reboot {name}?", ko "{name} 인스턴스를 재부팅할까요?";
    reboot: en "Reboot", ko "재부팅";
    reboot_kind: en "Reboot type", ko "재부팅 방식";
    soft: en "Soft reboot", ko "소프트 재부팅";
    soft_note:
        en "The guest system shuts down and starts again. No data is lost. Does not work if the guest hangs.",
        ko "게스트 운영체제를 정상적으로 종료한 뒤 다시 시작합니다. 데이터는 유지됩니다. 게스트가 멈춰 있으면 동작하지 않습니다.";
    hard: en "Hard reboot", ko "강제 재부팅";
    hard_note:
        en "Powers off and on at once. For a guest that hangs; data not yet written to disk is lost.",
        ko "전원을 바로 껐다 켭니다. 게스트가 멈췄을 때 사용하며, 디스크에 기록되지 않은 데이터는 사라집니다.";
    rename: en "Rename", ko "이름 변경";
    rename_title: en "Rename {name}", ko "{name} 이름 변경";
    save: en "Save", ko "저장";
    new_name: en "Name", ko "이름";
    name_empty: en "Enter a name.", ko "이름을 입력하세요.";
    name_long: en "At most {max} characters; now {is}.", ko "최대 {max}자입니다. 지금은 {is}자입니다.";
    name_unseen:
        en "Contains an invisible character. Type the name again.",
        ko "보이지 않는 문자가 들어 있습니다. 이름을 다시 입력하세요.";
    delete: en "Delete", ko "삭제";
    delete_title: en "Delete {name}?", ko "{name} 인스턴스를 삭제할까요?";
    delete_text: en "This cannot be undone.", ko "삭제하면 되돌릴 수 없습니다.";
    goes: en "Will be deleted", ko "삭제됨";
    stays: en "Will be kept", ko "유지됨";
    unclear: en "Unknown", ko "알 수 없음";
    goes_instance: en "The instance and its settings", ko "인스턴스와 설정";
    goes_local: en "The local root disk and all data on it", ko "로컬 루트 디스크와 그 안의 모든 데이터";
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
    resize_title: en "Resize {name}", ko "{name} 타입 변경";
    resize: en "Resize", ko "타입 변경";
    resize_choose: en "Choose a flavor.", ko "인스턴스 타입을 선택하세요.";
    resize_restart: en "It is running and will be restarted.", ko "실행 중인 인스턴스이므로 중지한 뒤 다시 시작합니다.";
    resize_waits:
        en "Afterwards you confirm the new flavor, or revert to the old one.",
        ko "변경한 뒤 새 타입을 확정하거나 이전 타입으로 되돌려야 합니다.";
    new_flavor: en "New flavor", ko "새 타입";
    vcpus: en "vCPUs", ko "vCPU";
    ram: en "RAM", ko "메모리";
    disk: en "Local disk", ko "로컬 디스크";
    no_disk: en "none", ko "없음";
    ephemeral: en "Ephemeral disk", ko "임시 디스크";
    compare: en "Changes", ko "변경 내용";
    now: en "Now", ko "현재";
    then: en "After", ko "변경 후";
    current: en "Current flavor", ko "현재 타입";
    disabled: en "Disabled", ko "사용 중지됨";
    from_u2:
        en "U2 instances can only change to other U2 flavors",
        ko "U2 타입은 다른 U2 타입으로만 변경할 수 있습니다";
    to_u2: en "Cannot be resized to U2", ko "U2 타입으로는 변경할 수 없습니다";
    ram_small: en "Needs at least {size} of RAM", ko "메모리가 {size} 이상이어야 합니다";
    disk_small:
        en "Needs a disk of at least {size}; disks cannot shrink",
        ko "디스크가 {size} 이상이어야 합니다. 디스크는 줄일 수 없습니다";
    disk_config: en "Root disk partition", ko "루트 디스크 파티션";
    disk_config_keep: en "Keep as it is", ko "그대로 유지";
    disk_config_auto: en "One partition over the whole disk (AUTO)", ko "디스크 전체를 파티션 하나로 (AUTO)";
    disk_config_manual: en "As in the image (MANUAL)", ko "이미지에 있는 그대로 (MANUAL)";
    quota_vcpus:
        en "vCPUs: {used} of {limit} used, {asked} more with this",
        ko "vCPU: {used} / {limit} 사용 중, 이 변경으로 {asked} 추가";
    quota_ram:
        en "RAM: {used} of {limit} used, {asked} more with this",
        ko "메모리: {used} / {limit} 사용 중, 이 변경으로 {asked} 추가";
    quota_over: en "Not enough quota: the cloud will refuse this.", ko "할당량이 부족하여 클라우드가 거부합니다.";
    verify_title: en "Resize to confirm", ko "타입 변경 확정 대기";
    verify_text:
        en "{name} runs on its new flavor. Check that all is well, then confirm or revert. Until then the cloud reserves the resources of both flavors.",
        ko "{name} 인스턴스가 새 타입으로 실행 중입니다. 문제가 없는지 확인한 뒤 확정하거나 되돌리세요. 그때까지 클라우드는 양쪽 자원을 모두 유지합니다.";
    restore_title: en "Deleted, can be restored", ko "삭제됨, 복원 가능";
    restore_text:
        en "The cloud keeps {name} for a while. Until it is gone it can be restored; lists no longer show it.",
        ko "{name} 인스턴스는 완전히 삭제되기 전까지 한동안 남아 있습니다. 그동안 복원할 수 있으며, 목록에는 나오지 않습니다.";
    image_title: en "Create an image of {name}", ko "{name}의 이미지 생성";
    image: en "Create image", ko "이미지 생성";
    image_of_volume:
        en "The image is created from the root volume {volume}, {size}.",
        ko "루트 블록 스토리지 {volume}({size})로 이미지를 생성합니다.";
    image_no_volume:
        en "The root volume of this instance is unknown, so no image can be created.",
        ko "이 인스턴스의 루트 블록 스토리지를 알 수 없어 이미지를 생성할 수 없습니다.";
    image_stop_first:
        en "It is running. Data not yet written to disk will be missing from the image. Stop it first if you can.",
        ko "실행 중인 인스턴스입니다. 아직 디스크에 기록하지 않은 데이터는 이미지에 포함되지 않으므로 가능하면 먼저 중지하세요.";
    image_name: en "Image name", ko "이미지 이름";
    image_metadata: en "Metadata", ko "메타데이터";
    image_metadata_hint: en "One “name = value” per line.", ko "한 줄에 하나씩 “이름 = 값”으로 입력하세요.";
    image_line:
        en "Line {n}: write “name = value”. Each name once, with letters, digits and - _ : . only; at most {max} characters each.",
        ko "{n}번째 줄: “이름 = 값” 형식이어야 합니다. 이름은 중복 없이 영문자, 숫자, - _ : . 만 사용하고, 이름과 값은 각각 최대 {max}자입니다.";
    image_protected: en "Protect from deletion", ko "삭제 보호";
    image_may_close:
        en "You can close this. A notice appears when the image is ready.",
        ko "이 창은 닫아도 됩니다. 준비되면 알림으로 알려 드립니다.";
    image_list: en "Go to images", ko "이미지 목록으로";
    done: en "Done", ko "확인";
    rescue_title: en "Rescue {name}?", ko "{name} 인스턴스를 복구 모드로 시작할까요?";
    rescue_text:
        en "It restarts from a rescue system, with its own root disk attached. Nothing on that disk is changed.",
        ko "인스턴스를 중지한 뒤 복구용 시스템으로 시작하고, 원래 루트 디스크는 보조 디스크로 연결합니다. 디스크의 내용은 바뀌지 않습니다.";
    rescue_image: en "Rescue image", ko "복구용 이미지";
    rescue_default: en "Chosen by the cloud", ko "클라우드 기본값";
    rescue: en "Rescue", ko "복구 모드 시작";
    rebuild_title: en "Rebuild {name}?", ko "{name} 인스턴스를 재구축할까요?";
    rebuild_text:
        en "The image overwrites the root disk. This cannot be undone.",
        ko "이미지를 루트 디스크에 덮어씁니다. 되돌릴 수 없습니다.";
    rebuild_lost: en "All data on the root disk", ko "루트 디스크의 모든 데이터";
    rebuild_stays:
        en "ID, name, addresses, flavor and attached volumes",
        ko "ID, 이름, IP 주소, 타입, 연결된 블록 스토리지";
    rebuild_image: en "Image", ko "이미지";
    rebuild_choose: en "Choose an image.", ko "이미지를 선택하세요.";
    rebuild: en "Rebuild", ko "재구축";
    image_not_ready: en "Not ready", ko "준비되지 않음";
    windows_on_u2: en "Windows does not run on U2", ko "U2 타입에서는 Windows를 사용할 수 없습니다";
    image_id: en "Image ID", ko "이미지 ID";
    image_id_hint:
        en "The list of images could not be loaded. Enter an ID.",
        ko "이미지 목록을 불러오지 못했습니다. ID를 입력하세요.";
    system: en "Operating system", ko "운영체제";
    rescue_password: en "{name} is starting in rescue mode", ko "{name} 인스턴스를 복구 모드로 시작합니다";
    rebuild_password: en "{name} is being rebuilt", ko "{name} 인스턴스를 재구축합니다";
    set_password_title: en "Set the password of {name}", ko "{name} 비밀번호 설정";
    set_password_text:
        en "The administrator of the guest system gets it: root, or Administrator on Windows. An agent of the cloud must run there; without it the cloud refuses.",
        ko "게스트 운영체제의 관리자(root, Windows는 Administrator) 비밀번호를 설정합니다. 게스트에서 클라우드 에이전트가 실행 중이어야 하며, 그렇지 않으면 클라우드가 거부합니다.";
    set_password_how: en "New password", ko "새 비밀번호";
    set_password_generated: en "Generated", ko "자동 생성";
    set_password_generated_note:
        en "20 letters and digits, made in this browser",
        ko "이 브라우저에서 만드는 영문자와 숫자 20자";
    set_password_typed: en "Typed", ko "직접 입력";
    set_password_typed_note:
        en "At least {min} characters",
        ko "{min}자 이상";
    set_password_no_random:
        en "This browser offers no secure random numbers",
        ko "이 브라우저는 안전한 난수를 제공하지 않습니다";
    set_password_field: en "Password", ko "비밀번호";
    set_password_short: en "At least {min} characters.", ko "{min}자 이상이어야 합니다.";
    set_password_weak:
        en "Weak: easy to guess. Longer is better.",
        ko "약함: 쉽게 추측할 수 있습니다. 더 길게 입력하세요.";
    set_password_fair: en "Fair: longer is better.", ko "보통: 더 길수록 좋습니다.";
    set_password_strong: en "Strong.", ko "강함.";
    set_password: en "Set password", ko "비밀번호 설정";
    set_password_done: en "The password of {name} is being set", ko "{name} 인스턴스의 비밀번호를 설정합니다";
    password: en "Administrator password", ko "관리자 비밀번호";
    password_once: en "Shown only once. Copy it now.", ko "지금 한 번만 표시됩니다. 복사해 두세요.";
    password_leave:
        en "The password was not copied. It is shown only here: the cloud will not tell it again.",
        ko "비밀번호를 복사하지 않았습니다. 여기에서만 볼 수 있고 클라우드는 다시 알려 주지 않습니다.";
    password_discard: en "Leave without it", ko "복사하지 않고 나가기";
    password_stay: en "Stay", ko "머무르기";
}
