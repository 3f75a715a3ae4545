//! Korean: `flavors`.

use crate::locales::texts::*;

/// See [`crate::locales::texts::Flavors`].
pub static FLAVORS: Flavors = Flavors {
    title: "인스턴스 타입",
    count: Plural { one: "인스턴스 타입 {n}개", other: "인스턴스 타입 {n}개" },
    search: "인스턴스 타입 검색",
    family: "제품군",
    vcpus: "vCPU",
    ram: "메모리",
    disk: "루트 디스크",
    disk_volume: "블록 스토리지",
    disk_volume_long: "0 GB: 루트 디스크로 블록 스토리지를 사용합니다. 크기는 인스턴스를 생성할 때 정합니다.",
    ephemeral: "임시 디스크",
    swap: "스왑",
    swap_as_sent: "{n} (받은 값 그대로: 가이드는 GB, Nova는 MB 단위)",
    rxtx: "RX/TX 비율",
    visibility: "공개 여부",
    public: "공개",
    not_public: "비공개",
    specs: "추가 사양",
    state: "상태",
    usable: "사용 가능",
    switched_off: "사용 중지됨",
    min_disk: "최소 디스크",
    min_ram: "최소 메모리",
    not_a_number: "20처럼 정수를 입력하세요. 이 조건은 아직 적용되지 않았습니다.",
    at_least: "{bound}: 정확히 이 크기인 타입도 포함합니다(이상).",
    more_than: "{bound}: 정확히 이 크기인 타입은 제외합니다(초과).",
    same: "{bound}: 정확히 이 크기인 타입이 없어 ‘이상’과 ‘초과’의 결과가 같습니다.",
    untold: "{bound}: 이 클라우드가 ‘이상’과 ‘초과’ 중 무엇을 적용했는지 응답만으로는 알 수 없습니다.",
    volumes_left_out: "루트 디스크로 블록 스토리지를 쓰는 타입은 0 GB로 계산되어 제외됩니다.",
    none_title: "인스턴스 타입이 없습니다",
    none_text: "이 프로젝트에서 사용할 수 있는 타입이 없습니다. 클라우드 관리자에게 사용 권한을 요청하세요.",
    no_match_text: "검색어와 조건에 맞는 인스턴스 타입이 없습니다.",
};
