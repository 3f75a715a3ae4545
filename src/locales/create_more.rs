//! The create form, its less common fields.

texts! {
    CreateMore

    title: en "More options", ko "추가 설정";
    boot_from: en "Boot from", ko "부팅 소스";
    volume: en "Volume", ko "블록 스토리지";
    volume_id: en "Volume ID", ko "블록 스토리지 ID";
    volume_id_hint:
        en "As the block storage service shows it.",
        ko "블록 스토리지 서비스에 표시되는 ID입니다.";
    volume_hint:
        en "One instance boots from it, in the zone of the volume. Its data is not changed.",
        ko "이 블록 스토리지의 가용성 영역에서 인스턴스 1개가 부팅합니다. 데이터는 바뀌지 않습니다.";
    snapshot: en "Snapshot", ko "스냅숏";
    snapshot_id: en "Snapshot ID", ko "스냅숏 ID";
    snapshot_hint:
        en "A new volume is created from it, in the zone of the original volume.",
        ko "원본 블록 스토리지와 같은 가용성 영역에 새 블록 스토리지를 만듭니다.";
    of_volume: en "Original volume", ko "원본 블록 스토리지";
    size: en "Size", ko "크기";
    missing_source:
        en "Choose what to boot from.",
        ko "부팅할 블록 스토리지나 스냅숏을 선택하세요.";
    zone_follows:
        en "The volume or snapshot is in {zone}, so the instance is created there.",
        ko "블록 스토리지나 스냅숏이 {zone}에 있으므로 인스턴스도 같은 곳에 생성합니다.";
    zone_needed:
        en "Choose the zone of the volume or snapshot",
        ko "블록 스토리지나 스냅숏과 같은 가용성 영역을 선택하세요";
    connect_to: en "Connect to", ko "연결 대상";
    port: en "Port", ko "포트";
    port_id: en "Port ID", ko "포트 ID";
    port_hint:
        en "The port keeps its own address and security groups.",
        ko "포트에 지정된 주소와 보안 그룹을 그대로 사용합니다.";
    addresses: en "Addresses", ko "IP 주소";
    nics: en "Additional networks", ko "추가 네트워크";
    nic_add: en "Add a network interface", ko "네트워크 인터페이스 추가";
    fixed_ip: en "Fixed IP", ko "고정 IP";
    fixed_ip_hint: en "Empty: any free address.", ko "비워 두면 남은 주소 중 하나를 사용합니다.";
    remove: en "Remove {what}", ko "{what} 제거";
    choose: en "Choose…", ko "선택하세요";
    disks: en "Additional disks", ko "추가 블록 스토리지";
    disk_add: en "Add a disk", ko "블록 스토리지 추가";
    root_kind_says: en "root: {kind}", ko "루트: {kind}";
    kind: en "Type", ko "타입";
    kind_usual: en "Default type of the cloud", ko "클라우드 기본 타입";
    blank: en "Empty", ko "빈 블록 스토리지";
    made_of: en "Source", ko "소스";
    boots: en "Bootable", ko "부팅 가능";
    boots_hint:
        en "Tried after the root disk, in the order of this list.",
        ko "루트 블록 스토리지 다음에, 이 목록의 순서대로 부팅을 시도합니다.";
    end_keep: en "Keep", ko "유지";
    end_delete: en "Delete too", ko "함께 삭제";
    elsewhere:
        en "In {zone}: all disks must be in the same zone",
        ko "{zone}에 있음: 모든 블록 스토리지가 같은 가용성 영역에 있어야 함";
    script: en "User data", ko "사용자 스크립트";
    script_hint:
        en "cloud-init or a script, run at first boot. Anyone on the instance can read it, so put no passwords in it.",
        ko "처음 부팅할 때 실행할 cloud-init 설정이나 스크립트입니다. 인스턴스 안에서 누구나 읽을 수 있으므로 비밀번호를 넣지 마세요.";
    script_limit: en "bytes after base64", ko "base64 바이트";
    script_file:
        en "{name}: {bytes} bytes that are not text. Sent unchanged.",
        ko "{name}: 텍스트가 아닌 {bytes}바이트 파일입니다. 그대로 전송합니다.";
    script_drop: en "Remove file", ko "파일 제거";
    script_choose: en "Choose file…", ko "파일 선택…";
    script_unreadable:
        en "The file cannot be read, or is too large.",
        ko "읽을 수 없거나 너무 큰 파일입니다.";
    odd_utf16:
        en "This is UTF-16: its first line is not recognized.",
        ko "UTF-16으로 저장된 파일이라 첫 줄을 인식하지 못합니다.";
    odd_mark:
        en "It begins with a byte order mark (BOM): its first line is not recognized.",
        ko "맨 앞에 바이트 순서 표식(BOM)이 있어 첫 줄을 인식하지 못합니다.";
    odd_latin1:
        en "This is not UTF-8, most likely Latin-1.",
        ko "UTF-8이 아닙니다. Latin-1일 가능성이 높습니다.";
    odd_base64:
        en "This is base64 already, and would be encoded once more.",
        ko "이미 base64로 인코딩되어 있어 한 번 더 인코딩됩니다.";
    odd_blank_first:
        en "It begins with a blank: what it is must stand in the very first line.",
        ko "맨 앞에 빈 줄이나 공백이 있습니다. 종류를 나타내는 줄이 첫 줄이어야 합니다.";
    odd_carriage_returns:
        en "Its lines end as on Windows (CRLF): Linux will not find the interpreter of the first line.",
        ko "줄 끝이 Windows 방식(CRLF)이라 Linux가 첫 줄의 인터프리터를 찾지 못합니다.";
    odd_tabs:
        en "Lines are indented by tabs, which YAML does not allow.",
        ko "탭으로 들여쓴 줄이 있습니다. YAML에서는 탭을 쓸 수 없습니다.";
    odd_no_first_line:
        en "Its first line does not say what it is (“#!” or “#cloud-config”): it will be ignored.",
        ko "첫 줄에 종류(“#!” 또는 “#cloud-config”)가 없어 무시됩니다.";
    mend_utf8: en "Convert to UTF-8", ko "UTF-8로 변환";
    mend_mark: en "Remove the mark", ko "표식 제거";
    mend_decode: en "Decode it", ko "디코딩";
    mend_blank: en "Remove the blanks", ko "공백 제거";
    mend_line_ends: en "Use Linux line endings", ko "Linux 줄 끝으로 변환";
    mend_tabs: en "Indent by spaces", ko "공백으로 들여쓰기";
    /// `{line}`.
    mend_first_line: en "Add “{line}”", ko "“{line}” 추가";
    template: en "Start from a template", ko "템플릿으로 시작";
    template_use: en "Replace current text", ko "작성한 내용 바꾸기";
    template_packages: en "Install packages (cloud-init)", ko "패키지 설치(cloud-init)";
    template_user:
        en "Add a user with the key pair (cloud-init)",
        ko "키페어로 접속하는 사용자 추가(cloud-init)";
    template_mount:
        en "Format and mount a disk (cloud-init)",
        ko "블록 스토리지 포맷과 마운트(cloud-init)";
    template_shell: en "Shell script", ko "셸 스크립트";
    template_powershell: en "PowerShell (Windows)", ko "PowerShell(Windows)";
    metadata: en "Metadata", ko "메타데이터";
    metadata_hint:
        en "Keys and values stored with the instance, readable in the API and inside it.",
        ko "인스턴스에 저장되는 키와 값입니다. API와 인스턴스 안에서 읽을 수 있습니다.";
    pair_add: en "Add item", ko "항목 추가";
    pair_number: en "Item {n}", ko "항목 {n}";
    placement: en "Placement", ko "배치";
    policy_none: en "None", ko "없음";
    policy_hint:
        en "Whether instances share a host. Spread instances survive the failure of one host.",
        ko "호스트를 함께 쓸지 정합니다. 분산하면 호스트 하나가 고장 나도 나머지는 유지됩니다.";
    policy_new: en "New policy…", ko "새 배치 정책…";
    policy_name: en "Policy name", ko "배치 정책 이름";
    policy_kind: en "Placement", ko "배치 방식";
    policy_make: en "Create policy", ko "배치 정책 생성";
    apart: en "Spread (anti-affinity)", ko "분산(anti-affinity)";
    apart_note: en "Each instance on a different host.", ko "서로 다른 호스트에 배치합니다.";
    together: en "Same host (affinity)", ko "같은 호스트(affinity)";
    together_note: en "All instances on one host.", ko "모두 한 호스트에 배치합니다.";
    batch: en "Batch", ko "일괄 생성";
    batch_says: en "{min} to {max}", ko "{min}~{max}개";
    min_hint:
        en "Empty: all or none. A smaller number accepts fewer when the quota or the hosts do not suffice.",
        ko "비워 두면 모두 생성하거나 하나도 생성하지 않습니다. 더 작은 수를 입력하면 할당량이나 호스트가 부족할 때 그 수까지 줄여 생성합니다.";
    batch_fewer:
        en "{is} of {of} requested instances created.",
        ko "요청한 {of}개 중 {is}개를 생성했습니다.";
    quota_left: en "Quota left after this: {what}", ko "생성 후 남는 할당량: {what}";
    quota_over: en "Quota exceeded by: {what}", ko "할당량 초과: {what}";
    quota_instances(Plural):
        en { one: "{n} instance", other: "{n} instances" },
        ko { one: "인스턴스 {n}개", other: "인스턴스 {n}개" };
    quota_vcpus(Plural):
        en { one: "{n} vCPU", other: "{n} vCPUs" },
        ko { one: "vCPU {n}개", other: "vCPU {n}개" };
    quota_ram: en "{size} RAM", ko "메모리 {size}";
    quota_volumes(Plural):
        en { one: "{n} volume", other: "{n} volumes" },
        ko { one: "블록 스토리지 {n}개", other: "블록 스토리지 {n}개" };
    quota_disk: en "{size} volume storage", ko "블록 스토리지 크기 {size}";
    subnet_full: en "No free addresses", ko "남은 IP 주소 없음";
    network_bare: en "No subnet", ko "서브넷 없음";
    nics_more(Plural):
        en { one: "{n} more", other: "{n} more" },
        ko { one: "{n}개 추가", other: "{n}개 추가" };
    nics_fixed(Plural):
        en { one: "{n} fixed IP", other: "{n} fixed IPs" },
        ko { one: "고정 IP {n}개", other: "고정 IP {n}개" };
    disks_says(Plural):
        en { one: "{n} disk", other: "{n} disks" },
        ko { one: "{n}개", other: "{n}개" };
    pairs_says(Plural):
        en { one: "{n} item", other: "{n} items" },
        ko { one: "{n}개", other: "{n}개" };
    config_drive: en "Config drive", ko "구성 드라이브";
    config_drive_hint:
        en "Also offers user data and metadata on a small disk, for images that cannot reach the metadata service.",
        ko "메타데이터 서비스에 접속할 수 없는 이미지를 위해 사용자 데이터와 메타데이터를 작은 디스크로도 제공합니다.";
    mark: en "Recovery tag", ko "복구용 태그";
    mark_hint:
        en "A random metadata value (maru-create). If the cloud's answer is lost, the instance is found by it before anything is sent again.",
        ko "메타데이터에 넣는 임의의 값(maru-create)입니다. 클라우드의 응답을 받지 못하면 다시 보내기 전에 이 값으로 인스턴스를 찾습니다.";
    mark_says: en "recovery tag", ko "복구용 태그";
    pairs_of:
        en "{is} / {max} items, including the recovery tag",
        ko "복구용 태그를 포함해 {is} / {max}개";
    pairs_many:
        en "At most {max} items including the recovery tag; now {is}.",
        ko "복구용 태그를 포함해 최대 {max}개입니다. 지금은 {is}개입니다.";
    lost_looking:
        en "The cloud's answer was lost. Checking whether the instance was created…",
        ko "클라우드의 응답을 받지 못했습니다. 생성되었는지 확인하고 있습니다…";
    lost_not_there:
        en "The cloud's answer was lost and nothing was created. Send it again.",
        ko "클라우드의 응답을 받지 못했고 생성되지 않았습니다. 다시 보내세요.";
    lost_unknown:
        en "The cloud's answer was lost, and it is not known yet whether the instance was created. The button checks first, and sends again only if there is none.",
        ko "클라우드의 응답을 받지 못해 생성되었는지 아직 알 수 없습니다. 버튼을 누르면 먼저 찾아보고 없을 때만 다시 보냅니다.";
    lost_unmarked:
        en "The cloud's answer was lost, and without the recovery tag it cannot be found out whether the instance was created. Check the list of instances before you send again.",
        ko "클라우드의 응답을 받지 못했고 복구용 태그가 없어 생성되었는지 알 수 없습니다. 다시 보내기 전에 인스턴스 목록을 확인하세요.";
    lost_found:
        en "The cloud's answer was lost, but the instance was found by its recovery tag. A password in that answer is lost.",
        ko "클라우드의 응답을 받지 못했지만 복구용 태그로 인스턴스를 찾았습니다. 응답에 있던 비밀번호는 알 수 없습니다.";
    back_found:
        en "{name} was created while the page was reloaded.",
        ko "페이지를 새로 고치는 동안 {name}이(가) 생성되었습니다.";
    back_not_there:
        en "{name} was not created, because the page was reloaded. Create it again if you still need it.",
        ko "페이지를 새로 고쳐 {name}이(가) 생성되지 않았습니다. 필요하면 다시 생성하세요.";
    back_unknown:
        en "{name}: the page was reloaded during creation, and it is not known whether it was created. Check the list before you create it again.",
        ko "{name}: 생성 중에 페이지를 새로 고쳐 생성되었는지 알 수 없습니다. 다시 생성하기 전에 목록을 확인하세요.";
    back_elsewhere:
        en "{name}: the page was reloaded during creation in {region}. Check that region before you create it again.",
        ko "{name}: {region}에서 생성 중에 페이지를 새로 고쳤습니다. 다시 생성하기 전에 그 리전을 확인하세요.";
}
