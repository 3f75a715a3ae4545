//! The create form, and the progress after sending it.

texts! {
    Create

    title: en "Create instance", ko "인스턴스 생성";
    what: en "What to run", ko "이미지와 타입";
    place: en "Where", ko "위치";
    access: en "Access", ko "접근";
    how_many: en "How many", ko "수량";
    summary: en "Summary", ko "요약";
    image: en "Image", ko "이미지";
    flavor: en "Flavor", ko "인스턴스 타입";
    root_disk: en "Root disk", ko "루트 블록 스토리지";
    zone: en "Availability zone", ko "가용성 영역";
    network: en "Network", ko "네트워크";
    subnet: en "Subnet", ko "서브넷";
    vpc: en "VPC", ko "VPC";
    cidr: en "CIDR", ko "CIDR";
    free: en "Free addresses", ko "남은 IP";
    groups: en "Security groups", ko "보안 그룹";
    key: en "Key pair", ko "키페어";
    fingerprint: en "Fingerprint", ko "지문";
    count: en "Number of instances", ko "인스턴스 수";
    os: en "Operating system", ko "운영체제";
    min_disk: en "Min. disk", ko "최소 디스크";
    min_ram: en "Min. RAM", ko "최소 메모리";
    vcpu: en "vCPU", ko "vCPU";
    ram: en "RAM", ko "메모리";
    disk: en "Disk", ko "디스크";
    gb: en "GB", ko "GB";
    disk_volume: en "volume", ko "블록 스토리지";
    family: en "Family", ko "제품군";
    excluded(Plural):
        en { one: "{n} unavailable, listed last", other: "{n} unavailable, listed last" },
        ko { one: "사용할 수 없는 항목 {n}개는 목록 끝에 있습니다", other: "사용할 수 없는 항목 {n}개는 목록 끝에 있습니다" };
    name_hint:
        en "Shown in lists. Can be changed later.",
        ko "목록에 표시되는 이름입니다. 나중에 바꿀 수 있습니다.";
    name_hint_windows:
        en "Windows allows at most {max} characters.",
        ko "Windows는 최대 {max}자입니다.";
    windows_rules:
        en "Windows needs {ram} of RAM or more, a root disk of {disk} or more, and a name of at most {name} characters. It does not run on U2.",
        ko "Windows에는 {ram} 이상의 메모리와 {disk} 이상의 루트 블록 스토리지가 필요합니다. U2 타입은 사용할 수 없고, 이름은 최대 {name}자입니다.";
    disk_hint:
        en "A volume of this size is created from the image.",
        ko "이미지에서 이 크기의 블록 스토리지를 만듭니다.";
    disk_hint_optional:
        en "Empty: the flavor's local disk of {size}. With a size: a volume.",
        ko "비워 두면 인스턴스 타입의 로컬 디스크({size})를 사용합니다. 크기를 입력하면 블록 스토리지를 만듭니다.";
    disk_hint_image:
        en "Empty: the flavor's local disk. With a size: a volume.",
        ko "비워 두면 인스턴스 타입의 로컬 디스크를 사용합니다. 크기를 입력하면 블록 스토리지를 만듭니다.";
    disk_of_flavor:
        en "The flavor's local disk of {size}. Deleted with the instance.",
        ko "인스턴스 타입의 로컬 디스크({size})를 사용합니다. 인스턴스와 함께 삭제됩니다.";
    disk_of_image:
        en "The flavor's local disk. Deleted with the instance.",
        ko "인스턴스 타입의 로컬 디스크를 사용합니다. 인스턴스와 함께 삭제됩니다.";
    disk_end: en "When the instance is deleted", ko "인스턴스를 삭제할 때";
    disk_keep: en "Keep the root disk", ko "루트 블록 스토리지 유지";
    disk_keep_note:
        en "It is kept with all its data, and billed until you delete it.",
        ko "데이터와 함께 남으며, 따로 삭제할 때까지 과금됩니다.";
    disk_delete: en "Delete the root disk too", ko "루트 블록 스토리지도 삭제";
    disk_delete_note:
        en "All data on it is lost. This cannot be undone.",
        ko "저장된 모든 데이터가 사라지며 되돌릴 수 없습니다.";
    zone_any: en "Any zone", ko "임의의 가용성 영역";
    zone_any_note: en "Chosen by the cloud.", ko "클라우드가 선택합니다.";
    groups_none:
        en "None selected: the group “default” applies.",
        ko "선택하지 않으면 “default” 보안 그룹이 적용됩니다.";
    groups_hint:
        en "Traffic that at least one of them allows reaches the instance.",
        ko "선택한 그룹 중 하나라도 허용하는 트래픽만 인스턴스에 도달합니다.";
    groups_empty:
        en "This project has no security groups.",
        ko "이 프로젝트에는 보안 그룹이 없습니다.";
    rules_none: en "No incoming traffic", ko "수신 트래픽 없음";
    rules_in: en "Incoming: {rules}", ko "수신: {rules}";
    rules_one: en "{what} from {from}", ko "{from}의 {what}";
    rules_all: en "all traffic", ko "모든 트래픽";
    rules_anywhere: en "all addresses", ko "모든 주소";
    rules_itself: en "members of the group", ko "이 그룹의 인스턴스";
    rules_more: en "{n} more", ko "외 {n}개";
    key_hint:
        en "The private key is used to log in with SSH, or to decrypt the Windows password.",
        ko "개인 키로 SSH에 접속하거나 Windows 비밀번호를 확인합니다.";
    key_without: en "Without a key pair", ko "키페어 없이";
    key_none:
        en "There is no key pair yet. Without one nobody can log in. Create one in a new tab; it then appears here.",
        ko "아직 키페어가 없습니다. 키페어가 없으면 접속할 수 없습니다. 새 탭에서 생성하면 여기에 나타납니다.";
    key_make: en "Open key pairs in a new tab", ko "새 탭에서 키페어 열기";
    count_hint:
        en "All with the same settings. A number is added to each name.",
        ko "모두 같은 설정으로 만들며, 이름 뒤에 번호가 붙습니다.";
    image_id: en "Image ID", ko "이미지 ID";
    image_id_hint: en "As the image service shows it.", ko "이미지 서비스에 표시되는 ID입니다.";
    flavor_id: en "Flavor ID", ko "인스턴스 타입 ID";
    flavor_id_hint: en "The ID, not the name.", ko "이름이 아니라 ID입니다.";
    zone_id_hint:
        en "Name of a zone. Empty: any.",
        ko "가용성 영역의 이름입니다. 비워 두면 클라우드가 정합니다.";
    subnet_id: en "Subnet ID", ko "서브넷 ID";
    network_id: en "Network ID", ko "네트워크 ID";
    network_id_hint:
        en "As the network service shows it.",
        ko "네트워크 서비스에 표시되는 ID입니다.";
    groups_id_hint:
        en "Names, separated by commas. Empty: the group “default”.",
        ko "이름을 쉼표로 구분해 입력하세요. 비워 두면 “default” 보안 그룹이 적용됩니다.";
    typed_why:
        en "{what}: the list could not be loaded. Enter it by hand.",
        ko "{what}: 목록을 불러오지 못했습니다. 직접 입력하세요.";
    range: en "{min} to {max}", ko "{min}~{max}";
    range_gb: en "{min} to {max} GB", ko "{min}~{max} GB";
    least_gb: en "at least {min} GB", ko "{min} GB 이상";
    least_ram:
        en "This image needs at least {size} of RAM",
        ko "이 이미지에는 {size} 이상의 메모리가 필요합니다";
    as_quota: en "up to the quota", ko "할당량 한도까지";
    missing_name: en "Enter a name.", ko "이름을 입력하세요.";
    missing_image: en "Choose an image.", ko "이미지를 선택하세요.";
    missing_flavor: en "Choose a flavor.", ko "인스턴스 타입을 선택하세요.";
    missing_disk: en "Enter a size.", ko "크기를 입력하세요.";
    missing_network: en "Choose a network.", ko "네트워크를 선택하세요.";
    missing_key: en "Choose a key pair.", ko "키페어를 선택하세요.";
    missing_count: en "Enter a number.", ko "인스턴스 수를 입력하세요.";
    name_long:
        en "At most {max} characters; now {is}.",
        ko "최대 {max}자입니다. 지금은 {is}자입니다.";
    name_long_windows:
        en "Windows allows at most {max} characters; now {is}.",
        ko "Windows는 최대 {max}자입니다. 지금은 {is}자입니다.";
    name_invisible:
        en "Contains an invisible character. Type the name again.",
        ko "보이지 않는 문자가 들어 있습니다. 이름을 다시 입력하세요.";
    image_not_active: en "Not ready", ko "준비되지 않음";
    flavor_off: en "Disabled", ko "사용 중지됨";
    needs_ram: en "Needs {size} of RAM for this image", ko "이 이미지에는 메모리 {size} 필요";
    needs_ram_windows: en "Needs {size} of RAM for Windows", ko "Windows에는 메모리 {size} 필요";
    needs_disk: en "Needs a disk of {size} for this image", ko "이 이미지에는 디스크 {size} 필요";
    windows_on_u2: en "Windows does not run on U2", ko "U2 타입에서는 Windows를 사용할 수 없음";
    not_a_number: en "Enter a whole number.", ko "정수를 입력하세요.";
    too_small: en "At least {n}.", ko "{n} 이상이어야 합니다.";
    too_small_gb: en "At least {n} GB.", ko "{n} GB 이상이어야 합니다.";
    too_large: en "At most {n}.", ko "{n} 이하여야 합니다.";
    too_large_gb: en "At most {n} GB.", ko "{n} GB 이하여야 합니다.";
    zone_unavailable: en "Not available now", ko "지금 사용할 수 없음";
    gone:
        en "No longer in the list. Choose another.",
        ko "더 이상 목록에 없습니다. 다시 선택하세요.";
    root_kind: en "Root volume type", ko "루트 블록 스토리지 타입";
    disk_number: en "Disk {n}", ko "블록 스토리지 {n}";
    disk_size: en "Size of disk {n}", ko "블록 스토리지 {n} 크기";
    disk_kind: en "Type of disk {n}", ko "블록 스토리지 {n} 타입";
    nic_number: en "Network interface {n}", ko "네트워크 인터페이스 {n}";
    fixed_ip_number: en "Fixed IP of interface {n}", ko "네트워크 인터페이스 {n}의 고정 IP";
    user_data: en "Script", ko "스크립트";
    metadata_key: en "Metadata key {n}", ko "메타데이터 {n}의 키";
    metadata_value: en "Metadata value {n}", ko "메타데이터 {n}의 값";
    server_group: en "Placement policy", ko "배치 정책";
    min_count: en "Minimum number", ko "최소 수량";
    disk_of_source: en "Same size as the volume", ko "블록 스토리지와 같은 크기";
    too_long: en "At most {max}; now {is}.", ko "최대 {max}입니다. 지금은 {is}입니다.";
    too_long_bytes:
        en "At most {max} bytes after base64; now {is}.",
        ko "base64 인코딩 후 최대 {max}바이트입니다. 지금은 {is}바이트입니다.";
    zone_must_be:
        en "The volume or snapshot is in {zone}. Choose this zone.",
        ko "블록 스토리지나 스냅숏이 {zone}에 있습니다. 같은 가용성 영역을 선택하세요.";
    not_available: en "In use or not ready.", ko "사용 중이거나 준비되지 않았습니다.";
    not_bootable: en "Not bootable.", ko "부팅할 수 없습니다.";
    appliance:
        en "It holds a WAF, MS-SQL or MySQL image, which cannot be booted from a copy.",
        ko "WAF, MS-SQL, MySQL 이미지의 사본으로는 부팅할 수 없습니다.";
    root_on_u2:
        en "U2 has a local root disk and cannot boot from a volume or snapshot.",
        ko "U2 타입은 로컬 디스크를 사용하므로 블록 스토리지나 스냅숏으로 부팅할 수 없습니다.";
    not_offered:
        en "This cloud does not offer volume types here.",
        ko "이 클라우드에서는 블록 스토리지 타입을 지정할 수 없습니다.";
    twice: en "Already added.", ko "이미 추가했습니다.";
    not_an_address:
        en "Enter an IP address, such as 192.168.0.10.",
        ko "192.168.0.10과 같은 IP 주소를 입력하세요.";
    not_in_subnet: en "Enter an address of {cidr}.", ko "{cidr}에 속한 주소를 입력하세요.";
    one_volume:
        en "Only one instance can boot from a volume.",
        ko "블록 스토리지 하나로는 인스턴스 1개만 부팅할 수 있습니다.";
    one_snapshot:
        en "Only one instance at a time can be created from a snapshot.",
        ko "스냅숏으로는 한 번에 1개만 생성할 수 있습니다.";
    one_port:
        en "A port belongs to one instance only.",
        ko "포트는 인스턴스 1개에만 연결할 수 있습니다.";
    one_fixed_ip:
        en "A fixed IP belongs to one instance only.",
        ko "고정 IP는 인스턴스 1개에만 지정할 수 있습니다.";
    bad_key:
        en "Only letters, digits, blanks and - _ : .",
        ko "영문자, 숫자, 공백과 - _ : .만 사용할 수 있습니다.";
    first_to_last: en "{first} to {last}", ko "{first} ~ {last}";
    times: en "{one} × {n} = {all}", ko "{one} × {n} = {all}";
    submit: en "Create instance", ko "인스턴스 생성";
    submit_many(Plural):
        en { one: "Create {n} instance", other: "Create {n} instances" },
        ko { one: "인스턴스 {n}개 생성", other: "인스턴스 {n}개 생성" };
    mistakes(Plural):
        en { one: "One field needs your attention", other: "{n} fields need your attention" },
        ko { one: "확인이 필요한 항목 {n}개", other: "확인이 필요한 항목 {n}개" };
    json: en "JSON to be sent", ko "전송할 JSON";
    json_incomplete:
        en "Incomplete until these are correct: {fields}",
        ko "다음 항목을 바르게 입력하면 완성됩니다: {fields}";
    leave_title: en "Leave this form?", ko "이 페이지를 나갈까요?";
    leave_confirm: en "Leave", ko "나가기";
    leave_words: en "What you entered will be lost.", ko "입력한 내용이 사라집니다.";
    stage_taken: en "Accepted by the cloud", ko "요청 접수";
    stage_scheduling: en "Choosing a host", ko "호스트 선택";
    stage_preparing: en "Preparing network and disk", ko "네트워크와 디스크 준비";
    stage_spawning: en "Starting", ko "시작";
    stage_running: en "Running", ko "실행 중";
    stage_failed: en "Failed", ko "실패";
    may_leave:
        en "You can leave this page. Creation continues, and a notice appears when it is done.",
        ko "이 페이지를 나가도 계속 진행되며, 끝나면 알려 드립니다.";
    build_long:
        en "This has taken more than 10 minutes. It may still succeed. If nothing changes, delete the instance and create it again, or ask support.",
        ko "10분 넘게 걸리고 있습니다. 아직 성공할 수 있습니다. 변화가 없으면 인스턴스를 삭제하고 다시 생성하거나 고객 지원에 문의하세요.";
    open: en "Open instance", ko "인스턴스 열기";
    failed: en "The instance could not be created", ko "인스턴스를 생성하지 못했습니다";
    no_fault: en "The cloud gave no reason.", ko "클라우드가 이유를 알려 주지 않았습니다.";
    fault_code: en "Code {code}", ko "코드 {code}";
    failed_rest:
        en "The failed instance still exists and counts against the quota. Open it to delete it.",
        ko "실패한 인스턴스가 남아 할당량을 차지합니다. 열어서 삭제하세요.";
    failed_gone: en "It has been deleted.", ko "이미 삭제되었습니다.";
    again: en "Back to the form", ko "입력 화면으로 돌아가기";
    batch_title: en "{name} × {n}", ko "{name} × {n}";
    batch_running: en "{is} of {of} running", ko "{of}개 중 {is}개 실행 중";
    batch_unnamed(Plural):
        en { one: "{n} not listed by the cloud yet", other: "{n} not listed by the cloud yet" },
        ko { one: "{n}개는 아직 확인 중", other: "{n}개는 아직 확인 중" };
    batch_failed:
        en "Some instances were not created. Your input is kept; create the missing number again.",
        ko "인스턴스 일부를 생성하지 못했습니다. 입력한 내용은 그대로 있으니 부족한 수만큼 다시 생성하세요.";
}
