//! One instance.

texts! {
    Instance

    title: en "Instance", ko "인스턴스";
    back: en "All instances", ko "인스턴스 목록";
    gone_title: en "This instance no longer exists", ko "이 인스턴스는 더 이상 없습니다";
    gone_text:
        en "It was deleted, or belongs to another project or region.",
        ko "삭제되었거나 다른 프로젝트 또는 리전에 있습니다.";
    overview: en "Overview", ko "개요";
    placement: en "Placement", ko "배치";
    network: en "Network", ko "네트워크";
    access: en "Access", ko "접속";
    times: en "Times", ko "주요 시점";
    identity: en "Identity", ko "식별 정보";
    metadata: en "Metadata", ko "메타데이터";
    no_metadata: en "No metadata.", ko "메타데이터가 없습니다.";
    state: en "Status", ko "상태";
    power: en "Power", ko "전원";
    power_on: en "On", ko "켜짐";
    power_off: en "Off", ko "꺼짐";
    power_paused: en "Paused", ko "일시 정지됨";
    power_crashed: en "Crashed", ko "비정상 종료";
    power_suspended: en "Suspended", ko "일시 중단됨";
    power_none: en "No state", ko "상태 정보 없음";
    task: en "Task", ko "작업";
    idle: en "No task", ko "진행 중인 작업 없음";
    vm_state: en "VM state", ko "VM 상태";
    progress: en "Progress", ko "진행률";
    percent: en "{n} %", ko "{n} %";
    protection: en "Deletion protection", ko "삭제 보호";
    on: en "On", ko "설정";
    off: en "Off", ko "해제";
    zone: en "Availability zone", ko "가용성 영역";
    host: en "Host ID", ko "호스트 ID";
    flavor: en "Flavor", ko "인스턴스 타입";
    flavor_id: en "Flavor ID", ko "인스턴스 타입 ID";
    size: en "Size", ko "크기";
    image: en "Image", ko "이미지";
    image_id: en "Image ID", ko "이미지 ID";
    volume_boot: en "Booted from a volume", ko "블록 스토리지로 부팅";
    os: en "Operating system", ko "운영체제";
    address: en "Address", ko "IP 주소";
    fixed: en "Fixed IP", ko "고정 IP";
    floating: en "Floating IP", ko "플로팅 IP";
    mac: en "MAC address", ko "MAC 주소";
    in_network: en "Network", ko "네트워크";
    no_addresses: en "No address yet.", ko "아직 IP 주소가 없습니다.";
    access_v4: en "Access IPv4", ko "접속용 IPv4";
    access_v6: en "Access IPv6", ko "접속용 IPv6";
    groups: en "Security groups", ko "보안 그룹";
    key: en "Key pair", ko "키페어";
    login: en "Login user", ko "로그인 사용자";
    no_volumes:
        en "No volume is attached. The root disk is local to the host.",
        ko "연결된 블록 스토리지가 없습니다. 루트 디스크는 호스트의 로컬 디스크입니다.";
    volume: en "Volume", ko "블록 스토리지";
    on_delete: en "When the instance is deleted", ko "인스턴스를 삭제하면";
    kind: en "Type", ko "유형";
    goes_too: en "deleted too", ko "함께 삭제";
    stays: en "kept", ko "유지";
    fate_unknown:
        en "Unknown: not reported by the cloud",
        ko "알 수 없음: 클라우드가 제공하지 않음";
    config_drive: en "Config drive", ko "구성 드라이브";
    disk_config: en "Disk configuration", ko "디스크 구성";
    launched: en "Launched", ko "최초 실행 시점";
    terminated: en "Terminated", ko "종료 시점";
    project: en "Project ID", ko "프로젝트 ID";
    user: en "User ID", ko "사용자 ID";
    building: en "Being created", ko "생성하는 중";
    building_long:
        en "This is taking unusually long. If nothing changes, delete the instance and create it again.",
        ko "평소보다 오래 걸립니다. 변화가 없으면 삭제하고 다시 생성하세요.";
    step_schedule: en "Choose a host", ko "호스트 선택";
    step_disk: en "Prepare the disk", ko "디스크 준비";
    step_network: en "Connect the network", ko "네트워크 연결";
    step_spawn: en "Start up", ko "부팅";
    step_run: en "Running", ko "실행";
    fault_title: en "The instance is in error", ko "인스턴스에 오류가 발생했습니다";
    fault_none: en "The cloud gave no reason.", ko "클라우드가 원인을 알려 주지 않았습니다.";
    fault_at: en "Reported {when}", ko "{when} 발생";
    fault_build:
        en "It never started. Delete it and create it again, perhaps with another flavor or zone.",
        ko "한 번도 실행되지 않았습니다. 삭제한 뒤 인스턴스 타입이나 가용성 영역을 바꿔 다시 생성하세요.";
    fault_other:
        en "A hard reboot often helps. If it persists, give support the instance ID.",
        ko "강제 재부팅으로 복구되는 경우가 많습니다. 계속되면 고객 지원에 인스턴스 ID를 알려 주세요.";
    raw_title: en "Original JSON", ko "원본 JSON";
    attach_floating: en "Attach floating IP", ko "플로팅 IP 연결";
    detach_floating: en "Detach {address}", ko "{address} 연결 해제";
    floating_coming: en "attaching…", ko "연결하는 중…";
    no_network_service:
        en "The network service does not answer, so addresses cannot be changed here.",
        ko "네트워크 서비스가 응답하지 않아 여기에서 주소를 변경할 수 없습니다.";
    group: en "Security group", ko "보안 그룹";
    no_groups: en "None: all incoming traffic is blocked", ko "없음: 모든 수신 트래픽이 차단됩니다";
    group_open: en "Open to all addresses", ko "모든 주소에 열림";
    group_has: en "Already applied.", ko "이미 적용되어 있습니다.";
    group_name: en "Name or ID of the security group", ko "보안 그룹 이름 또는 ID";
    group_name_hint:
        en "The list could not be loaded. Enter it by hand.",
        ko "목록을 불러오지 못했습니다. 직접 입력하세요.";
    choose_group: en "Choose a security group.", ko "보안 그룹을 선택하세요.";
    add_group: en "Add security group", ko "보안 그룹 추가";
    add_group_title: en "Add a security group to {name}", ko "{name}에 보안 그룹 추가";
    add_group_text:
        en "Applies to all ports of the instance immediately.",
        ko "인스턴스의 모든 포트에 바로 적용됩니다.";
    remove: en "Remove", ko "제거";
    remove_group: en "Remove security group {group}", ko "보안 그룹 {group} 제거";
    remove_group_title: en "Remove {group} from {name}?", ko "{name}에서 {group} 제거";
    remove_group_text:
        en "It is removed from all ports of the instance. Traffic that only this group allows stops immediately.",
        ko "인스턴스의 모든 포트에서 제거됩니다. 이 그룹으로만 허용되던 트래픽이 바로 차단됩니다.";
    remove_last_group:
        en "It is the last security group. Without it nothing can reach the instance.",
        ko "마지막 보안 그룹입니다. 제거하면 인스턴스에 접속할 수 없게 됩니다.";
    interfaces: en "Network interfaces", ko "네트워크 인터페이스";
    no_interfaces: en "No network interface.", ko "네트워크 인터페이스가 없습니다.";
    port: en "Port", ko "포트";
    add_interface: en "Add interface", ko "인터페이스 추가";
    add_interface_title:
        en "Add a network interface to {name}",
        ko "{name}에 네트워크 인터페이스 추가";
    interface_on: en "Connect to", ko "연결 대상";
    on_network: en "Network", ko "네트워크";
    on_network_note: en "creates a new port", ko "새 포트를 만듭니다";
    on_port: en "Port", ko "포트";
    on_port_note: en "an existing, unused port", ko "이미 있는 미사용 포트";
    port_id: en "Port ID", ko "포트 ID";
    port_hint:
        en "The port is kept when the interface is removed.",
        ko "인터페이스를 제거해도 포트는 남습니다.";
    port_missing: en "Enter a port ID.", ko "포트 ID를 입력하세요.";
    network_id: en "Network ID", ko "네트워크 ID";
    network_missing: en "Choose a network.", ko "네트워크를 선택하세요.";
    fixed_hint:
        en "Empty: any free address of the network.",
        ko "비워 두면 이 네트워크의 남은 주소 중 하나를 사용합니다.";
    fixed_bad: en "Not an address of this network.", ko "이 네트워크의 IP 주소가 아닙니다.";
    remove_interface: en "Remove interface {address}", ko "인터페이스 {address} 제거";
    remove_interface_title:
        en "Remove interface {address} from {name}?",
        ko "{name}에서 인터페이스 {address} 제거";
    remove_interface_text:
        en "Its fixed IP is released and its floating IP detached. A port created for it is deleted.",
        ko "고정 IP가 해제되고 플로팅 IP의 연결도 해제됩니다. 이 인터페이스를 위해 만든 포트는 삭제됩니다.";
    remove_last_interface:
        en "It is the only interface. Without it the instance has no network.",
        ko "하나뿐인 인터페이스입니다. 제거하면 인스턴스가 네트워크에서 분리됩니다.";
    no_network:
        en "No network: it never ran, and has neither an interface nor an address.",
        ko "네트워크 없음: 한 번도 실행되지 않아 인터페이스와 IP 주소가 없습니다.";
}
