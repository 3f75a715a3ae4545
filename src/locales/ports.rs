//! Ports.

texts! {
    Ports

    lead:
        en "Every address on this project's networks, and what it is attached to.",
        ko "이 프로젝트의 네트워크에 있는 모든 주소와 그 연결 대상입니다.";
    search: en "Search ports", ko "포트 검색";
    count(Plural):
        en { one: "{n} port", other: "{n} ports" },
        ko { one: "포트 {n}개", other: "포트 {n}개" };
    address: en "Fixed IP", ko "고정 IP";
    mac: en "MAC address", ko "MAC 주소";
    network: en "Network", ko "네트워크";
    owner: en "Attached to", ko "연결 대상";
    nobody: en "Unattached", ko "미연결";
    dhcp: en "DHCP server", ko "DHCP 서버";
    router: en "Router", ko "라우터";
    floating_ip: en "Floating IP", ko "플로팅 IP";
    balancer: en "Load balancer", ko "로드 밸런서";
    active: en "Active", ko "활성";
    down: en "Down", ko "비활성";
    build: en "Connecting", ko "연결하는 중";
    error: en "Error", ko "오류";
    none_title: en "No ports", ko "포트가 없습니다";
    none_text:
        en "Every instance gets a port on each network it is attached to.",
        ko "인스턴스를 네트워크에 연결하면 포트가 생깁니다.";
    no_match_text:
        en "The search looks at addresses, names, networks, security groups and IDs.",
        ko "IP 주소, MAC 주소, 이름, 네트워크, 보안 그룹, ID에서 검색합니다.";
}
