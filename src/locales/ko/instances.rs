//! Korean: `instances`.

use crate::locales::texts::*;

/// See [`crate::locales::texts::Instances`].
pub static INSTANCES: Instances = Instances {
    title: "인스턴스",
    create: "인스턴스 생성",
    count: Plural { one: "인스턴스 {n}개", other: "인스턴스 {n}개" },
    count_of: "{total} 중 {shown}개",
    loaded: Plural { one: "{n}개 불러옴…", other: "{n}개 불러옴…" },
    partial: Plural {
        one: "지금까지 {n}개만 불러왔습니다", other: "지금까지 {n}개만 불러왔습니다"
    },
    search: "인스턴스 검색",
    ask_cloud: "클라우드에서 검색",
    group_error: "오류",
    group_busy: "변경 중",
    group_running: "실행 중",
    group_stopped: "중지됨",
    group_other: "기타",
    choice: "{name} ({n})",
    zone: "가용성 영역",
    flavor: "인스턴스 타입",
    addresses: "IP 주소",
    key: "키페어",
    age: "생성 시점",
    floating: "플로팅 IP",
    more_addresses: "+{n}",
    unnamed: "(이름 없음)",
    protected: "삭제 보호 설정됨",
    node: "쿠버네티스 클러스터의 노드",
    empty_title: "아직 인스턴스가 없습니다",
    empty_text: "인스턴스는 가상 서버입니다. 이미지와 인스턴스 타입을 선택하면 1분 정도 후에 실행됩니다.",
    none_title: "조건에 맞는 인스턴스가 없습니다",
    none_text: "이름, ID, IP 주소, 이미지, 인스턴스 타입, 가용성 영역, 키페어, 상태, 메타데이터에서 검색합니다.",
    none_yet: "나머지 목록을 불러오는 중입니다.",
    stale_why: "자세히",
    well_again: "클라우드가 다시 응답합니다.",
};
