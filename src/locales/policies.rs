//! Placement policies.

texts! {
    Policies

    title: en "Placement policies", ko "배치 정책";
    count(Plural):
        en { one: "{n} policy", other: "{n} policies" },
        ko { one: "정책 {n}개", other: "정책 {n}개" };
    count_of: en "{count}, {limit} allowed", ko "{count}, 최대 {limit}개";
    search: en "Search placement policies", ko "배치 정책 검색";
    create: en "Create policy", ko "정책 생성";
    create_text:
        en "A policy decides on which hosts instances created in it are placed. It cannot be applied to existing instances.",
        ko "정책 안에서 생성하는 인스턴스를 어떤 호스트에 배치할지 정합니다. 기존 인스턴스에는 적용할 수 없습니다.";
    placement: en "Placement", ko "배치 방식";
    anti_affinity: en "Spread (anti-affinity)", ko "분산(anti-affinity)";
    anti_affinity_text:
        en "Each instance on a different host, so that one failure does not take all of them. Creating fails if there are not enough hosts.",
        ko "인스턴스를 서로 다른 호스트에 배치해 장애가 함께 나지 않게 합니다. 호스트가 부족하면 생성에 실패합니다.";
    affinity: en "Same host (affinity)", ko "같은 호스트(affinity)";
    affinity_text:
        en "All instances on one host, close to each other.",
        ko "모든 인스턴스를 한 호스트에 배치해 서로 가깝게 합니다.";
    only_apart:
        en "This cloud offers only spread (anti-affinity): each instance on a different host.",
        ko "이 클라우드는 분산(anti-affinity) 방식만 제공합니다. 인스턴스를 서로 다른 호스트에 배치합니다.";
    members: en "Instances", ko "인스턴스";
    member_count(Plural):
        en { one: "{n} instance", other: "{n} instances" },
        ko { one: "인스턴스 {n}개", other: "인스턴스 {n}개" };
    no_members: en "none", ko "없음";
    new_member: en "Create instance in this policy", ko "이 정책으로 인스턴스 생성";
    name_hint: en "Cannot be changed later.", ko "나중에 바꿀 수 없습니다.";
    name_empty: en "Enter a name.", ko "이름을 입력하세요.";
    name_too_long:
        en "At most {max} characters; now {is}.",
        ko "최대 {max}자입니다. 지금은 {is}자입니다.";
    name_invisible:
        en "Contains an invisible character. Type the name again.",
        ko "보이지 않는 문자가 들어 있습니다. 이름을 다시 입력하세요.";
    full:
        en "The quota of {limit} policies is used up.",
        ko "정책 할당량 {limit}개를 모두 사용했습니다.";
    created: en "Policy {name} created", ko "배치 정책 {name}을(를) 생성했습니다";
    delete: en "Delete", ko "삭제";
    delete_title: en "Delete placement policy {name}?", ko "배치 정책 {name} 삭제";
    delete_text:
        en "Its instances stay where they are. The policy no longer applies when they are moved.",
        ko "인스턴스는 그대로 유지됩니다. 이후 인스턴스가 옮겨질 때 이 정책은 적용되지 않습니다.";
    delete_members(Plural):
        en { one: "{n} instance belongs to it:", other: "{n} instances belong to it:" },
        ko { one: "이 정책에 인스턴스 {n}개가 있습니다.", other: "이 정책에 인스턴스 {n}개가 있습니다." };
    deleted: en "Policy {name} deleted", ko "배치 정책 {name}을(를) 삭제했습니다";
    none_title: en "No placement policies yet", ko "아직 배치 정책이 없습니다";
    none_text:
        en "A policy can keep instances on different hosts, so that one failed host does not take all of them.",
        ko "배치 정책으로 인스턴스를 서로 다른 호스트에 배치하면 호스트 하나의 장애가 전체로 번지지 않습니다.";
    no_match_text:
        en "The search looks at names, IDs, placements and instances.",
        ko "이름, ID, 배치 방식, 인스턴스에서 검색합니다.";
    absent_title:
        en "This cloud does not offer placement policies",
        ko "이 클라우드는 배치 정책을 제공하지 않습니다";
    absent_text:
        en "Spread instances over availability zones instead.",
        ko "대신 인스턴스를 여러 가용성 영역에 나누어 배치하세요.";
}
