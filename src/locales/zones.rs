//! Availability zones.

texts! {
    Zones

    title: en "Availability zones", ko "가용성 영역";
    lead:
        en "Separate failure domains. Spread instances that must not fail together.",
        ko "서로 장애의 영향을 받지 않도록 나뉜 영역입니다. 함께 멈추면 안 되는 인스턴스는 여러 영역에 나누어 배치하세요.";
    search: en "Search zones", ko "영역 검색";
    count(Plural):
        en { one: "{n} zone", other: "{n} zones" },
        ko { one: "영역 {n}개", other: "영역 {n}개" };
    available: en "Available", ko "사용 가능";
    unavailable: en "Unavailable", ko "사용 불가";
    closed:
        en "No new instances can be created in {zones}. Existing ones are still listed.",
        ko "새 인스턴스를 만들 수 없는 영역: {zones}. 이 영역에 있는 인스턴스는 계속 표시됩니다.";
    instances(Plural):
        en { one: "{n} instance", other: "{n} instances" },
        ko { one: "인스턴스 {n}개", other: "인스턴스 {n}개" };
    counting: en "Counting instances…", ko "인스턴스를 세는 중…";
    uncounted: en "Instances could not be counted", ko "인스턴스 수를 알 수 없습니다";
    how_they_run: en "Running", ko "실행 상태";
    running(Plural):
        en { one: "{n} running", other: "{n} running" },
        ko { one: "실행 중 {n}개", other: "실행 중 {n}개" };
    not_running(Plural):
        en { one: "{n} not running", other: "{n} not running" },
        ko { one: "그 외 {n}개", other: "그 외 {n}개" };
    show: en "Show the instances in {zone}", ko "{zone} 영역의 인스턴스 보기";
    elsewhere_title: en "Not in a listed zone", ko "목록에 없는 영역";
    elsewhere_text:
        en "Not placed yet, or in a zone that the cloud no longer lists.",
        ko "아직 배치되지 않았거나, 클라우드가 더 이상 목록에 표시하지 않는 영역에 있습니다.";
    none_title: en "No availability zones", ko "가용성 영역이 없습니다";
    none_text:
        en "The cloud lists no zones and places instances itself.",
        ko "클라우드가 제공하는 영역이 없습니다. 인스턴스의 위치는 클라우드가 정합니다.";
    no_match_text: en "The search looks at the names of zones.", ko "영역 이름에서 검색합니다.";
}
