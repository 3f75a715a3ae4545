//! Volumes and their snapshots.

texts! {
    Volumes

    title: en "Volumes", ko "블록 스토리지";
    tabs: en "Volumes and snapshots", ko "블록 스토리지와 스냅숏";
    search: en "Search volumes", ko "블록 스토리지 검색";
    count(Plural):
        en { one: "{n} volume", other: "{n} volumes" },
        ko { one: "블록 스토리지 {n}개", other: "블록 스토리지 {n}개" };
    count_snapshots(Plural):
        en { one: "{n} snapshot", other: "{n} snapshots" },
        ko { one: "스냅숏 {n}개", other: "스냅숏 {n}개" };
    search_snapshots: en "Search snapshots", ko "스냅숏 검색";
    create: en "Create volume", ko "블록 스토리지 생성";
    create_begun: en "Creating volume {name}…", ko "블록 스토리지 {name}을(를) 생성하고 있습니다";
    size: en "Size", ko "크기";
    kind: en "Type", ko "타입";
    zone: en "Zone", ko "가용성 영역";
    attached_to: en "Attached to", ko "연결된 인스턴스";
    bootable: en "Bootable", ko "부팅 가능";
    age: en "Age", ko "생성 시점";
    more: en "+{n}", ko "+{n}";
    encrypted: en "Encrypted", ko "암호화";
    shared: en "Shared by several instances", ko "여러 인스턴스에서 공유";
    description: en "Description", ko "설명";
    image: en "Image", ko "이미지";
    of_snapshot: en "Source snapshot", ko "원본 스냅숏";
    of_volume: en "Source volume", ko "원본 블록 스토리지";
    snapshots: en "Snapshots", ko "스냅숏";
    no_snapshots_of: en "No snapshots of this volume.", ko "이 블록 스토리지의 스냅숏이 없습니다.";
    gone_title: en "This volume no longer exists", ko "이 블록 스토리지는 더 이상 없습니다";
    gone_text:
        en "It was deleted, or belongs to another project or region.",
        ko "삭제되었거나 다른 프로젝트 또는 리전에 있습니다.";
    none_title: en "No volumes yet", ko "아직 블록 스토리지가 없습니다";
    none_text:
        en "A volume is a disk that you attach to an instance. It can be detached, and is kept when the instance is deleted.",
        ko "블록 스토리지는 인스턴스에 연결해 쓰는 독립된 디스크입니다. 연결을 해제할 수 있으며, 인스턴스를 삭제해도 남습니다.";
    no_match_text:
        en "The search looks at names, IDs, types and instances.",
        ko "이름, ID, 타입, 인스턴스에서 검색합니다.";
    no_snapshots_title: en "No snapshots yet", ko "아직 스냅숏이 없습니다";
    no_snapshots_text:
        en "A snapshot keeps the data of a volume at one moment. Create one from the menu of a volume.",
        ko "스냅숏은 블록 스토리지의 한 시점을 보관합니다. 블록 스토리지의 메뉴에서 생성하세요.";
    percent: en "{n} %", ko "{n} %";
    group_busy: en "Changing", ko "변경 중";
    group_other: en "Other", ko "기타";
    state_unknown: en "Unknown", ko "알 수 없음";
    creating: en "Creating", ko "생성 중";
    available: en "Available", ko "사용 가능";
    attaching: en "Attaching", ko "연결 중";
    detaching: en "Detaching", ko "연결 해제 중";
    in_use: en "In use", ko "사용 중";
    reserved: en "Reserved", ko "예약됨";
    maintenance: en "Maintenance", ko "점검 중";
    deleting: en "Deleting", ko "삭제 중";
    deleted_state: en "Deleted", ko "삭제됨";
    awaiting_transfer: en "Awaiting transfer", ko "이전 대기";
    error: en "Error", ko "오류";
    error_deleting: en "Delete failed", ko "삭제 실패";
    backing_up: en "Backing up", ko "백업 중";
    restoring: en "Restoring", ko "복원 중";
    error_backing_up: en "Backup failed", ko "백업 실패";
    error_restoring: en "Restore failed", ko "복원 실패";
    error_extending: en "Extend failed", ko "확장 실패";
    downloading: en "Copying from image", ko "이미지에서 복사 중";
    uploading: en "Saving as image", ko "이미지로 저장 중";
    retyping: en "Changing type", ko "타입 변경 중";
    extending: en "Extending", ko "확장 중";
    unmanaging: en "Unmanaging", ko "관리 해제 중";
    source: en "Source", ko "소스";
    of_nothing: en "Empty", ko "빈 블록 스토리지";
    of_nothing_note: en "Format it on the instance.", ko "인스턴스에서 포맷해 사용합니다.";
    of_a_snapshot: en "From a snapshot", ko "스냅숏으로 생성";
    of_a_snapshot_note: en "With the data of the snapshot.", ko "스냅숏 시점의 데이터를 담습니다.";
    of_an_image: en "From an image", ko "이미지로 생성";
    of_an_image_note: en "An instance can boot from it.", ko "인스턴스를 부팅할 수 있습니다.";
    snapshot: en "Snapshot", ko "스냅숏";
    least_size: en "Min. size", ko "최소 크기";
    typed_hint:
        en "The list could not be loaded. Enter an ID.",
        ko "목록을 불러오지 못했습니다. ID를 입력하세요.";
    size_limit: en "1 GB or more", ko "1 GB 이상";
    at_least: en "{size} or more", ko "{size} 이상";
    kind_default: en "Default of the cloud", ko "클라우드 기본값";
    kind_with: en "{name} ({about})", ko "{name}({about})";
    zone_default: en "Default of the cloud", ko "클라우드 기본값";
    zone_hint:
        en "Only instances in the same zone can use it.",
        ko "같은 가용성 영역의 인스턴스에만 연결할 수 있습니다.";
    bad_missing: en "Required.", ko "필수 항목입니다.";
    bad_long: en "At most {max} characters.", ko "최대 {max}자까지 입력할 수 있습니다.";
    bad_invisible:
        en "Contains an invisible character. Type it again.",
        ko "보이지 않는 문자가 들어 있습니다. 다시 입력하세요.";
    bad_number:
        en "Enter a whole number, such as {example}.",
        ko "{example}처럼 정수를 입력하세요.";
    bad_small: en "At least {size}.", ko "{size} 이상이어야 합니다.";
    bad_gone:
        en "No longer in the list. Choose another.",
        ko "더 이상 목록에 없습니다. 다시 선택하세요.";
    bad_unready: en "not ready", ko "준비되지 않음";
    bad_zone: en "not available now", ko "지금 사용할 수 없음";
    delete: en "Delete", ko "삭제";
    delete_ask: en "Delete…", ko "삭제…";
    delete_title: en "Delete volume {name}?", ko "블록 스토리지 {name} 삭제";
    delete_text:
        en "All {size} of data on it is lost. This cannot be undone.",
        ko "저장된 {size}의 데이터가 모두 사라지며 되돌릴 수 없습니다.";
    delete_begun: en "Deleting volume {name}…", ko "블록 스토리지 {name}을(를) 삭제하고 있습니다";
    delete_snapshot_title: en "Delete snapshot {name}?", ko "스냅숏 {name} 삭제";
    delete_snapshot_text:
        en "Its data is lost. Volumes created from it are kept.",
        ko "보관된 데이터가 사라집니다. 이 스냅숏으로 생성한 블록 스토리지는 남습니다.";
    delete_snapshot_begun:
        en "Deleting snapshot {name}…",
        ko "스냅숏 {name}을(를) 삭제하고 있습니다";
    extend: en "Extend", ko "확장";
    extend_ask: en "Extend…", ko "확장…";
    extend_title: en "Extend volume {name}", ko "블록 스토리지 {name} 확장";
    extend_text:
        en "Current size: {size}. A volume can only grow.",
        ko "현재 크기는 {size}입니다. 늘릴 수만 있고 줄일 수 없습니다.";
    new_size: en "New size", ko "새 크기";
    extend_then:
        en "The file system does not grow by itself. Extend it on the instance.",
        ko "파일 시스템은 자동으로 커지지 않습니다. 인스턴스에서 직접 확장해야 합니다.";
    extend_begun:
        en "Extending volume {name} to {size}…",
        ko "블록 스토리지 {name}을(를) {size}로 확장하고 있습니다";
    snapshot_ask: en "Create snapshot…", ko "스냅숏 생성…";
    snapshot_create: en "Create snapshot", ko "스냅숏 생성";
    snapshot_title: en "Snapshot of {name}", ko "{name} 스냅숏 생성";
    snapshot_text:
        en "Keeps the current data of the volume, and counts against the quota with the same size.",
        ko "블록 스토리지의 현재 내용을 보관하며, 같은 크기만큼 할당량을 차지합니다.";
    snapshot_forced:
        en "An instance is using the volume, so the snapshot is forced. Data not yet written to disk will be missing. If that matters, stop the instance first.",
        ko "인스턴스가 사용 중이므로 스냅숏을 강제로 생성합니다(force). 아직 디스크에 기록되지 않은 데이터는 빠집니다. 중요한 데이터라면 먼저 인스턴스를 중지하세요.";
    snapshot_begun: en "Creating snapshot {name}…", ko "스냅숏 {name}을(를) 생성하고 있습니다";
    image_ask: en "Create image…", ko "이미지 생성…";
    image_create: en "Create image", ko "이미지 생성";
    image_title: en "Image of {name}", ko "{name} 이미지 생성";
    image_text:
        en "New instances can be created from the image. Its progress is shown under Images.",
        ko "이 이미지로 새 인스턴스를 생성할 수 있습니다. 진행 상황은 이미지 화면에서 확인하세요.";
    image_forced:
        en "An instance is using the volume, so the image is forced. Stop the instance first to avoid half-written data.",
        ko "인스턴스가 사용 중이므로 이미지를 강제로 생성합니다(force). 기록 중인 데이터가 깨지지 않도록 먼저 인스턴스를 중지하세요.";
    image_name: en "Image name", ko "이미지 이름";
    image_protect: en "Protect from deletion", ko "삭제 보호";
    image_protect_hint:
        en "It cannot be deleted until the protection is removed.",
        ko "보호를 해제하기 전에는 삭제할 수 없습니다.";
    attach: en "Attach", ko "연결";
    attach_ask: en "Attach to an instance…", ko "인스턴스에 연결…";
    attach_title: en "Attach {name} to an instance", ko "{name} 연결";
    attach_to_title: en "Attach a volume to {name}", ko "{name}에 블록 스토리지 연결";
    attach_volume: en "Attach volume", ko "블록 스토리지 연결";
    attach_hint:
        en "Only instances in the zone of the volume.",
        ko "블록 스토리지와 같은 가용성 영역의 인스턴스여야 합니다.";
    attach_missing: en "Choose an instance.", ko "인스턴스를 선택하세요.";
    attach_volume_missing:
        en "Choose a volume, or enter its ID.",
        ko "블록 스토리지를 선택하거나 ID를 입력하세요.";
    attach_begun:
        en "Attaching volume {name} to {server}…",
        ko "블록 스토리지 {name}을(를) {server}에 연결하고 있습니다.";
    attach_begun_as:
        en "Attaching volume {name} to {server} as {device}…",
        ko "블록 스토리지 {name}을(를) {server}에 {device}(으)로 연결하고 있습니다.";
    instance: en "Instance", ko "인스턴스";
    volume: en "Volume", ko "블록 스토리지";
    volume_id: en "Volume ID", ko "블록 스토리지 ID";
    volume_id_hint:
        en "Only if the volume is not in the list.",
        ko "목록에 없는 경우에만 입력하세요.";
    device: en "Device", ko "장치";
    root: en "Root disk", ko "루트 디스크";
    service_missing:
        en "The block storage service does not answer, so names, sizes and states are missing here.",
        ko "블록 스토리지 서비스가 응답하지 않아 이름, 크기, 상태를 표시할 수 없습니다.";
    detach: en "Detach", ko "연결 해제";
    detach_ask: en "Detach from {server}…", ko "{server}에서 연결 해제…";
    detach_title: en "Detach {name} from {server}?", ko "{server}에서 {name} 연결 해제";
    detach_text:
        en "The instance loses the disk immediately. The data is kept on the volume.",
        ko "인스턴스에서 디스크가 바로 사라집니다. 데이터는 블록 스토리지에 남습니다.";
    detach_device: en "Device on the instance: {device}.", ko "인스턴스에서의 장치 이름: {device}";
    detach_no_device:
        en "The cloud does not report its device on the instance.",
        ko "클라우드가 장치 이름을 제공하지 않습니다.";
    detach_mounted:
        en "Unmount it on the instance first: data not yet written is lost.",
        ko "먼저 인스턴스에서 마운트를 해제하세요. 기록되지 않은 데이터는 사라집니다.";
    detach_gone:
        en "No longer attached to this instance.",
        ko "이 인스턴스에 더 이상 연결되어 있지 않습니다.";
    detach_unread:
        en "The attachment has not been loaded yet.",
        ko "연결 정보를 아직 불러오지 못했습니다.";
    detach_begun:
        en "Detaching volume {name} from {server}…",
        ko "{server}에서 블록 스토리지 {name} 연결을 해제하고 있습니다";
    copy_id: en "Copy ID", ko "ID 복사";
    create_of_ask: en "Create volume…", ko "블록 스토리지 생성…";
    show_volume: en "Show volume", ko "원본 블록 스토리지 보기";
    why_status: en "Status is “{status}”.", ko "지금 상태는 “{status}”입니다.";
    why_here: en "Already attached to this instance.", ko "이미 이 인스턴스에 연결되어 있습니다.";
    why_zone:
        en "It is in zone {zone}. Instances can use volumes of their own zone only.",
        ko "{zone} 가용성 영역에 있습니다. 같은 영역끼리만 연결할 수 있습니다.";
    why_root: en "The root disk cannot be detached.", ko "루트 디스크는 연결을 해제할 수 없습니다.";
    why_maybe_root:
        en "It may be the root disk: the cloud does not report its device.",
        ko "루트 디스크일 수 있습니다. 클라우드가 장치 이름을 제공하지 않습니다.";
    why_attached:
        en "Attached to an instance. Detach it first.",
        ko "인스턴스에 연결되어 있습니다. 먼저 연결을 해제하세요.";
    why_snapshots(Plural):
        en { one: "It has {n} snapshot. Delete it first.", other: "It has {n} snapshots. Delete them first." },
        ko { one: "스냅숏 {n}개가 있습니다. 먼저 삭제하세요.", other: "스냅숏 {n}개가 있습니다. 먼저 삭제하세요." };
    why_server_locked: en "The instance is locked.", ko "인스턴스가 잠겨 있습니다.";
    why_server_busy:
        en "Another task is running on the instance.",
        ko "인스턴스에서 다른 작업이 진행 중입니다.";
    why_server_state:
        en "Not while the instance is “{status}”.",
        ko "인스턴스가 “{status}” 상태일 때는 연결할 수 없습니다.";
    not_done:
        en "{name}: it was begun, but did not work. Look at its state.",
        ko "{name}: 시작했지만 완료하지 못했습니다. 상태를 확인하세요.";
    create_done:
        en "Volume {name} is available",
        ko "블록 스토리지 {name}을(를) 사용할 수 있습니다";
    delete_done: en "Volume {name} deleted", ko "블록 스토리지 {name}을(를) 삭제했습니다";
    delete_snapshot_done: en "Snapshot {name} deleted", ko "스냅숏 {name}을(를) 삭제했습니다";
    snapshot_done: en "Snapshot {name} is available", ko "스냅숏 {name}을(를) 사용할 수 있습니다";
    extend_done:
        en "Volume {name} has {size} now",
        ko "블록 스토리지 {name}의 크기가 {size}가 되었습니다";
    attach_done:
        en "Volume {name} attached to {server}",
        ko "블록 스토리지 {name}을(를) {server}에 연결했습니다";
    detach_done:
        en "Volume {name} detached from {server}",
        ko "{server}에서 블록 스토리지 {name} 연결을 해제했습니다";
}
