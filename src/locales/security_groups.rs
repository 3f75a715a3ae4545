//! Security groups and their rules.

texts! {
    SecurityGroups

    title: en "Security groups", ko "보안 그룹";
    one: en "Security group", ko "보안 그룹";
    back: en "All security groups", ko "보안 그룹 목록";
    search: en "Search security groups", ko "보안 그룹 검색";
    count(Plural):
        en { one: "{n} security group", other: "{n} security groups" },
        ko { one: "보안 그룹 {n}개", other: "보안 그룹 {n}개" };
    create: en "Create security group", ko "보안 그룹 생성";
    create_text:
        en "A new security group blocks all incoming and allows all outgoing traffic. Add its rules next.",
        ko "새 보안 그룹은 수신 트래픽을 모두 차단하고 송신 트래픽을 모두 허용합니다. 이어서 규칙을 추가하세요.";
    created: en "Security group {name} created", ko "보안 그룹 {name}을(를) 생성했습니다";
    edit: en "Edit", ko "수정";
    edit_title: en "Edit security group {name}", ko "보안 그룹 {name} 수정";
    save: en "Save", ko "저장";
    saved: en "Security group saved", ko "보안 그룹을 저장했습니다";
    description: en "Description", ko "설명";
    about: en "About", ko "개요";
    rules: en "Rules", ko "규칙";
    count_rules(Plural):
        en { one: "{n} rule", other: "{n} rules" },
        ko { one: "규칙 {n}개", other: "규칙 {n}개" };
    and_open: en "{rules}, open to all addresses", ko "{rules}, 모든 주소에 열린 규칙 포함";
    and_more(Plural):
        en { one: "and {n} more", other: "and {n} more" },
        ko { one: "외 {n}개", other: "외 {n}개" };
    open: en "Open to all addresses", ko "모든 주소에 열림";
    open_rules(Plural):
        en { one: "{n} rule open to all addresses", other: "{n} rules open to all addresses" },
        ko { one: "모든 주소에 열린 규칙 {n}개", other: "모든 주소에 열린 규칙 {n}개" };
    show_rules: en "Show rules", ko "규칙 보기";
    none_title: en "No security groups", ko "보안 그룹이 없습니다";
    none_text:
        en "A security group controls which traffic reaches an instance. Create one and add rules.",
        ko "보안 그룹은 인스턴스에 도달할 수 있는 트래픽을 정합니다. 보안 그룹을 생성하고 규칙을 추가하세요.";
    no_match_text:
        en "The search looks at names, descriptions and IDs.",
        ko "이름, 설명, ID에서 검색합니다.";
    gone_title: en "This security group no longer exists", ko "이 보안 그룹은 더 이상 없습니다";
    gone_text:
        en "It was deleted, or belongs to another project or region.",
        ko "삭제되었거나 다른 프로젝트 또는 리전에 있습니다.";
    is_default:
        en "The default group of every project. It cannot be renamed or deleted.",
        ko "모든 프로젝트에 있는 기본 보안 그룹이라 이름을 변경하거나 삭제할 수 없습니다.";
    in_use(Plural):
        en { one: "Used by {n} instance. Remove it there first.", other: "Used by {n} instances. Remove it there first." },
        ko { one: "인스턴스 {n}개가 사용 중입니다. 먼저 인스턴스에서 제거하세요.", other: "인스턴스 {n}개가 사용 중입니다. 먼저 인스턴스에서 제거하세요." };
    delete: en "Delete", ko "삭제";
    delete_title: en "Delete security group {name}?", ko "보안 그룹 {name} 삭제";
    delete_text:
        en "Its rules are deleted, and so are rules of other groups that allow this group. This cannot be undone.",
        ko "이 그룹의 규칙과, 이 그룹을 허용하는 다른 그룹의 규칙도 함께 삭제되며 되돌릴 수 없습니다.";
    delete_unknown:
        en "It is not known at the moment which instances use it. The cloud refuses if one does.",
        ko "사용 중인 인스턴스를 지금은 확인할 수 없습니다. 사용 중이면 클라우드가 삭제를 거부합니다.";
    deleted: en "Security group {name} deleted", ko "보안 그룹 {name}을(를) 삭제했습니다";
    incoming: en "Incoming", ko "수신";
    incoming_text: en "Traffic to the instances", ko "인스턴스로 들어오는 트래픽";
    outgoing: en "Outgoing", ko "송신";
    outgoing_text: en "Traffic from the instances", ko "인스턴스에서 나가는 트래픽";
    none_in: en "No incoming traffic is allowed.", ko "허용된 수신 트래픽이 없습니다.";
    none_out: en "No outgoing traffic is allowed.", ko "허용된 송신 트래픽이 없습니다.";
    what: en "Service", ko "용도";
    protocol: en "Protocol", ko "프로토콜";
    ports: en "Ports", ko "포트";
    from: en "From", ko "출발지";
    to: en "To", ko "목적지";
    note: en "Note", ko "메모";
    everything: en "All traffic", ko "모든 트래픽";
    ping: en "Ping (ICMP)", ko "핑(ICMP)";
    all_of: en "All {protocol}", ko "{protocol} 전체";
    own_ports: en "Custom ports", ko "사용자 지정 포트";
    any_over: en "Any ({type})", ko "모두({type})";
    all_ports: en "all", ko "전체";
    who_itself: en "Members of this group", ko "이 그룹의 인스턴스";
    who_group: en "Members of {name}", ko "{name} 그룹의 인스턴스";
    who_anyone: en "All addresses ({range})", ko "모든 주소({range})";
    who_everyone: en "All addresses", ko "모든 주소";
    who_addresses: en "Address group {id}", ko "주소 그룹 {id}";
    icmp_type: en "Type {type}", ko "타입 {type}";
    icmp_type_code: en "Type {type}, code {code}", ko "타입 {type}, 코드 {code}";
    sentence_in:
        en "{what}: {protocol}, ports {ports}, from {who}",
        ko "수신 {what}: {protocol}, 포트 {ports}, 출발지 {who}";
    sentence_out:
        en "{what}: {protocol}, ports {ports}, to {who}",
        ko "송신 {what}: {protocol}, 포트 {ports}, 목적지 {who}";
    delete_rule: en "Delete rule", ko "규칙 삭제";
    delete_rule_of: en "Delete rule {rule}", ko "규칙 삭제: {rule}";
    delete_rule_title: en "Delete this rule?", ko "규칙 삭제";
    delete_rule_text:
        en "Traffic that only this rule allows stops immediately. Open connections may last a little.",
        ko "이 규칙으로만 허용되던 트래픽이 바로 차단됩니다. 이미 맺은 연결은 잠시 유지될 수 있습니다.";
    rule_deleted: en "Rule deleted", ko "규칙을 삭제했습니다";
    add_rule: en "Add rule", ko "규칙 추가";
    add_rule_title: en "Add a rule to {name}", ko "{name} 그룹에 규칙 추가";
    rule_added: en "Rule added to {name}", ko "{name} 그룹에 규칙을 추가했습니다";
    presets: en "Presets", ko "자주 쓰는 규칙";
    preset_ssh: en "SSH from my network", ko "내 네트워크에서 SSH";
    preset_rdp: en "RDP from my network", ko "내 네트워크에서 RDP";
    preset_ping: en "Ping from my network", ko "내 네트워크에서 핑";
    direction: en "Direction", ko "방향";
    address_type: en "IP version", ko "IP 버전";
    any_protocol: en "Any protocol", ko "모든 프로토콜";
    other_protocol: en "Other protocol", ko "다른 프로토콜";
    protocol_name: en "Name or number", ko "이름 또는 번호";
    protocol_hint: en "Such as sctp or 47", ko "예: sctp, 47";
    ports_hint: en "22 or 8000-8100. Empty: all.", ko "22 또는 8000-8100. 비워 두면 전체입니다.";
    remote_range: en "Addresses", ko "IP 주소";
    remote_group: en "Members of a group", ko "그룹의 인스턴스";
    remote_anywhere: en "All addresses", ko "모든 주소";
    range: en "Address or range (CIDR)", ko "IP 주소 또는 대역(CIDR)";
    range_hint:
        en "198.51.100.7 or 198.51.100.0/24. Your own network is the address of your office or home on the internet.",
        ko "198.51.100.7 또는 198.51.100.0/24. 내 네트워크는 사무실이나 집이 인터넷에 나갈 때 쓰는 주소입니다.";
    itself: en "this group", ko "이 그룹";
    name_itself: en "{name} ({itself})", ko "{name}({itself})";
    world_all:
        en "Anyone on the internet can send all traffic that this rule covers.",
        ko "인터넷의 누구나 이 규칙에 해당하는 모든 트래픽을 보낼 수 있습니다.";
    world_login:
        en "Anyone on the internet can try to log in. Servers open like this are attacked within minutes. Allow your own network only.",
        ko "인터넷의 누구나 로그인을 시도할 수 있습니다. 이렇게 열린 서버는 몇 분 안에 공격을 받습니다. 내 네트워크 대역만 허용하세요.";
    world_ports:
        en "Anyone on the internet can reach ports {ports}.",
        ko "인터넷의 누구나 {ports}번 포트에 접근할 수 있습니다.";
    name_missing: en "Enter a name.", ko "이름을 입력하세요.";
    reserved:
        en "Every project has a group named default. Choose another name.",
        ko "default는 모든 프로젝트에 있는 기본 보안 그룹의 이름입니다. 다른 이름을 사용하세요.";
    too_long: en "At most {max} characters.", ko "최대 {max}자입니다.";
    invisible: en "Contains an invisible character.", ko "보이지 않는 문자가 들어 있습니다.";
    no_ipv6:
        en "This cloud does not support IPv6 rules.",
        ko "이 클라우드는 IPv6 규칙을 지원하지 않습니다.";
    protocol_missing: en "Enter a protocol.", ko "프로토콜을 입력하세요.";
    protocol_unknown:
        en "Enter a name such as sctp, or a number from 0 to 255.",
        ko "sctp 같은 이름이나 0~255의 번호를 입력하세요.";
    not_a_port:
        en "Enter a port such as 22, or a range such as 8000-8100.",
        ko "22 같은 포트나 8000-8100 같은 범위를 입력하세요.";
    port_range: en "Ports range from 1 to 65535.", ko "포트는 1~65535입니다.";
    ports_reversed: en "The range ends before it begins.", ko "범위의 끝이 시작보다 작습니다.";
    no_ports_here: en "This protocol has no ports.", ko "이 프로토콜에는 포트가 없습니다.";
    remote_missing: en "Enter an address or a range.", ko "IP 주소나 대역을 입력하세요.";
    not_a_range:
        en "Enter an address or a range, such as 198.51.100.7 or 198.51.100.0/24.",
        ko "198.51.100.7 또는 198.51.100.0/24처럼 IP 주소나 대역을 입력하세요.";
    other_type:
        en "This address does not match the IP version above.",
        ko "위에서 고른 IP 버전과 맞지 않는 주소입니다.";
}
