//! Networks and subnets.

texts! {
    Networks

    title: en "Networks", ko "네트워크";
    lead:
        en "Networks and subnets of this project. Change them in the cloud's own console.",
        ko "이 프로젝트의 네트워크와 서브넷입니다. 변경은 클라우드의 콘솔에서 합니다.";
    search: en "Search networks", ko "네트워크 검색";
    count(Plural):
        en { one: "{n} subnet", other: "{n} subnets" },
        ko { one: "서브넷 {n}개", other: "서브넷 {n}개" };
    subnet: en "Subnet", ko "서브넷";
    network: en "Network", ko "네트워크";
    cidr: en "CIDR", ko "CIDR";
    gateway: en "Gateway", ko "게이트웨이";
    free: en "Free addresses", ko "남은 IP";
    way_out: en "Internet", ko "인터넷";
    kind: en "Kind", ko "종류";
    instances: en "Instances", ko "인스턴스";
    external: en "External (floating IPs)", ko "외부(플로팅 IP)";
    shared: en "Shared", ko "공유";
    own: en "Project", ko "프로젝트";
    none: en "none", ko "없음";
    no_subnet: en "Subnets not listed", ko "서브넷 목록 없음";
    yes: en "yes", ko "연결됨";
    no: en "No internet gateway", ko "인터넷 게이트웨이 없음";
    subnet_id: en "Subnet ID", ko "서브넷 ID";
    network_id: en "Network ID", ko "네트워크 ID";
    copy_subnet: en "Copy subnet ID", ko "서브넷 ID 복사";
    copy_network: en "Copy network ID", ko "네트워크 ID 복사";
    none_title: en "No networks", ko "네트워크가 없습니다";
    none_text:
        en "This project has no networks yet. Create one in the cloud's own console.",
        ko "이 프로젝트에 아직 네트워크가 없습니다. 클라우드의 콘솔에서 생성하세요.";
    no_match_text:
        en "The search looks at names, ranges (CIDR) and IDs.",
        ko "이름, 대역(CIDR), ID에서 검색합니다.";
}
