//! Flavors.

texts! {
    Flavors

    title: en "Flavors", ko "인스턴스 타입";
    count(Plural):
        en { one: "{n} flavor", other: "{n} flavors" },
        ko { one: "인스턴스 타입 {n}개", other: "인스턴스 타입 {n}개" };
    search: en "Search flavors", ko "인스턴스 타입 검색";
    family: en "Family", ko "제품군";
    vcpus: en "vCPUs", ko "vCPU";
    ram: en "RAM", ko "메모리";
    disk: en "Root disk", ko "루트 디스크";
    disk_volume: en "volume", ko "블록 스토리지";
    disk_volume_long:
        en "0 GB: the root disk is a volume. Choose its size when you create the instance.",
        ko "0 GB: 루트 디스크로 블록 스토리지를 사용합니다. 크기는 인스턴스를 생성할 때 정합니다.";
    ephemeral: en "Ephemeral", ko "임시 디스크";
    swap: en "Swap", ko "스왑";
    swap_as_sent:
        en "{n} (as reported; the guide says GB, Nova MB)",
        ko "{n} (받은 값 그대로: 가이드는 GB, Nova는 MB 단위)";
    rxtx: en "RX/TX factor", ko "RX/TX 비율";
    visibility: en "Visibility", ko "공개 여부";
    public: en "Public", ko "공개";
    not_public: en "Private", ko "비공개";
    specs: en "Extra specs", ko "추가 사양";
    state: en "State", ko "상태";
    usable: en "Enabled", ko "사용 가능";
    switched_off: en "Disabled", ko "사용 중지됨";
    min_disk: en "Min. disk", ko "최소 디스크";
    min_ram: en "Min. RAM", ko "최소 메모리";
    not_a_number:
        en "Enter a whole number, such as 20. This filter is not applied yet.",
        ko "20처럼 정수를 입력하세요. 이 조건은 아직 적용되지 않았습니다.";
    at_least:
        en "{bound}: this cloud includes flavors of exactly this size.",
        ko "{bound}: 정확히 이 크기인 타입도 포함합니다(이상).";
    more_than:
        en "{bound}: this cloud leaves out flavors of exactly this size.",
        ko "{bound}: 정확히 이 크기인 타입은 제외합니다(초과).";
    same:
        en "{bound}: no flavor has exactly this size, so “at least” and “more than” give the same list.",
        ko "{bound}: 정확히 이 크기인 타입이 없어 ‘이상’과 ‘초과’의 결과가 같습니다.";
    untold:
        en "{bound}: the answer does not show whether this cloud means “at least” or “more than”.",
        ko "{bound}: 이 클라우드가 ‘이상’과 ‘초과’ 중 무엇을 적용했는지 응답만으로는 알 수 없습니다.";
    volumes_left_out:
        en "Flavors with a volume as root disk count as 0 GB and are left out.",
        ko "루트 디스크로 블록 스토리지를 쓰는 타입은 0 GB로 계산되어 제외됩니다.";
    none_title: en "No flavors", ko "인스턴스 타입이 없습니다";
    none_text:
        en "This project can use no flavors. Ask an administrator of the cloud for access.",
        ko "이 프로젝트에서 사용할 수 있는 타입이 없습니다. 클라우드 관리자에게 사용 권한을 요청하세요.";
    no_match_text:
        en "No flavor matches the search and filters.",
        ko "검색어와 조건에 맞는 인스턴스 타입이 없습니다.";
}
