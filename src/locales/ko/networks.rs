//! Korean: `networks`.

use crate::locales::texts::*;

/// See [`crate::locales::texts::Networks`].
pub static NETWORKS: Networks = Networks {
    title: "네트워크",
    lead: "이 프로젝트의 네트워크와 서브넷입니다. 변경은 클라우드의 콘솔에서 합니다.",
    search: "네트워크 검색",
    count: Plural { one: "서브넷 {n}개", other: "서브넷 {n}개" },
    subnet: "서브넷",
    network: "네트워크",
    cidr: "CIDR",
    gateway: "게이트웨이",
    free: "남은 IP",
    way_out: "인터넷",
    kind: "종류",
    instances: "인스턴스",
    external: "외부(플로팅 IP)",
    shared: "공유",
    own: "프로젝트",
    none: "없음",
    no_subnet: "서브넷 목록 없음",
    yes: "연결됨",
    no: "인터넷 게이트웨이 없음",
    subnet_id: "서브넷 ID",
    network_id: "네트워크 ID",
    copy_subnet: "서브넷 ID 복사",
    copy_network: "네트워크 ID 복사",
    none_title: "네트워크가 없습니다",
    none_text: "이 프로젝트에 아직 네트워크가 없습니다. 클라우드의 콘솔에서 생성하세요.",
    no_match_text: "이름, 대역(CIDR), ID에서 검색합니다.",
};
