//! Korean: `zones`.

use crate::locales::texts::*;

/// See [`crate::locales::texts::Zones`].
pub static ZONES: Zones = Zones {
    title: "가용성 영역",
    lead: "서로 장애의 영향을 받지 않도록 나뉜 영역입니다. 함께 멈추면 안 되는 인스턴스는 여러 영역에 나누어 배치하세요.",
    search: "영역 검색",
    count: Plural { one: "영역 {n}개", other: "영역 {n}개" },
    available: "사용 가능",
    unavailable: "사용 불가",
    closed: "새 인스턴스를 만들 수 없는 영역: {zones}. 이 영역에 있는 인스턴스는 계속 표시됩니다.",
    instances: Plural { one: "인스턴스 {n}개", other: "인스턴스 {n}개" },
    counting: "인스턴스를 세는 중…",
    uncounted: "인스턴스 수를 알 수 없습니다",
    how_they_run: "실행 상태",
    running: Plural { one: "실행 중 {n}개", other: "실행 중 {n}개" },
    not_running: Plural { one: "그 외 {n}개", other: "그 외 {n}개" },
    show: "{zone} 영역의 인스턴스 보기",
    elsewhere_title: "목록에 없는 영역",
    elsewhere_text: "아직 배치되지 않았거나, 클라우드가 더 이상 목록에 표시하지 않는 영역에 있습니다.",
    none_title: "가용성 영역이 없습니다",
    none_text: "클라우드가 제공하는 영역이 없습니다. 인스턴스의 위치는 클라우드가 정합니다.",
    no_match_text: "영역 이름에서 검색합니다.",
};
