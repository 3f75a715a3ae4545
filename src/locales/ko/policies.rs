//! Korean: `policies`.

use crate::locales::texts::*;

/// See [`crate::locales::texts::Policies`].
pub static POLICIES: Policies = Policies {
    title: "배치 정책",
    count: Plural { one: "정책 {n}개", other: "정책 {n}개" },
    count_of: "{count}, 최대 {limit}개",
    search: "배치 정책 검색",
    create: "정책 생성",
    create_text: "정책 안에서 생성하는 인스턴스를 어떤 호스트에 배치할지 정합니다. 기존 인스턴스에는 적용할 수 없습니다.",
    placement: "배치 방식",
    anti_affinity: "분산(anti-affinity)",
    anti_affinity_text: "인스턴스를 서로 다른 호스트에 배치해 장애가 함께 나지 않게 합니다. 호스트가 부족하면 생성에 실패합니다.",
    affinity: "같은 호스트(affinity)",
    affinity_text: "모든 인스턴스를 한 호스트에 배치해 서로 가깝게 합니다.",
    only_apart: "이 클라우드는 분산(anti-affinity) 방식만 제공합니다. 인스턴스를 서로 다른 호스트에 배치합니다.",
    members: "인스턴스",
    member_count: Plural { one: "인스턴스 {n}개", other: "인스턴스 {n}개" },
    no_members: "없음",
    new_member: "이 정책으로 인스턴스 생성",
    name_hint: "나중에 바꿀 수 없습니다.",
    name_empty: "이름을 입력하세요.",
    name_too_long: "최대 {max}자입니다. 지금은 {is}자입니다.",
    name_invisible: "보이지 않는 문자가 들어 있습니다. 이름을 다시 입력하세요.",
    full: "정책 할당량 {limit}개를 모두 사용했습니다.",
    created: "배치 정책 {name}을(를) 생성했습니다",
    delete: "삭제",
    delete_title: "배치 정책 {name} 삭제",
    delete_text: "인스턴스는 그대로 유지됩니다. 이후 인스턴스가 옮겨질 때 이 정책은 적용되지 않습니다.",
    delete_members: Plural {
        one: "이 정책에 인스턴스 {n}개가 있습니다.",
        other: "이 정책에 인스턴스 {n}개가 있습니다.",
    },
    deleted: "배치 정책 {name}을(를) 삭제했습니다",
    none_title: "아직 배치 정책이 없습니다",
    none_text: "배치 정책으로 인스턴스를 서로 다른 호스트에 배치하면 호스트 하나의 장애가 전체로 번지지 않습니다.",
    no_match_text: "이름, ID, 배치 방식, 인스턴스에서 검색합니다.",
    absent_title: "이 클라우드는 배치 정책을 제공하지 않습니다",
    absent_text: "대신 인스턴스를 여러 가용성 영역에 나누어 배치하세요.",
};
