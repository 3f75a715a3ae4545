//! The table of instances.

texts! {
    Instances

    title: en "Instances", ko "인스턴스";
    create: en "Create instance", ko "인스턴스 생성";
    count(Plural):
        en { one: "{n} instance", other: "{n} instances" },
        ko { one: "인스턴스 {n}개", other: "인스턴스 {n}개" };
    changed_since_yesterday: en "Changed since yesterday", ko "어제부터 변경됨";
    count_of: en "{shown} of {total}", ko "{total} 중 {shown}개";
    loaded(Plural):
        en { one: "{n} loaded…", other: "{n} loaded…" },
        ko { one: "{n}개 불러옴…", other: "{n}개 불러옴…" };
    partial(Plural):
        en { one: "Only {n} loaded so far", other: "Only {n} loaded so far" },
        ko { one: "지금까지 {n}개만 불러왔습니다", other: "지금까지 {n}개만 불러왔습니다" };
    search: en "Search instances", ko "인스턴스 검색";
    ask_cloud: en "Search in the cloud", ko "클라우드에서 검색";
    group_error: en "Error", ko "오류";
    group_busy: en "Changing", ko "변경 중";
    group_running: en "Running", ko "실행 중";
    group_stopped: en "Not running", ko "중지됨";
    group_other: en "Other", ko "기타";
    choice: en "{name} ({n})", ko "{name} ({n})";
    zone: en "Zone", ko "가용성 영역";
    flavor: en "Flavor", ko "인스턴스 타입";
    addresses: en "Addresses", ko "IP 주소";
    key: en "Key pair", ko "키페어";
    age: en "Age", ko "생성 시점";
    cloud: en "Cloud", ko "클라우드";
    task: en "Task", ko "작업";
    reason: en "Reason", ko "원인";
    since: en "Unchanged since", ko "마지막 변화";
    vcpus: en "vCPUs", ko "vCPU";
    ram: en "RAM", ko "메모리";
    disk: en "Local disk", ko "로컬 디스크";
    image: en "Image", ko "이미지";
    network: en "Network", ko "네트워크";
    group: en "Security groups", ko "보안 그룹";
    metadata: en "Metadata", ko "메타데이터";
    floating: en "Floating IP", ko "플로팅 IP";
    more_addresses: en "+{n}", ko "+{n}";
    unnamed: en "(no name)", ko "(이름 없음)";
    protected: en "Deletion protection is on", ko "삭제 보호 설정됨";
    node: en "Node of a Kubernetes cluster", ko "쿠버네티스 클러스터의 노드";
    empty_title: en "No instances yet", ko "아직 인스턴스가 없습니다";
    empty_text:
        en "An instance is a virtual server. Choose an image and a flavor; it starts in about a minute.",
        ko "인스턴스는 가상 서버입니다. 이미지와 인스턴스 타입을 선택하면 1분 정도 후에 실행됩니다.";
    none_title: en "No instance matches", ko "조건에 맞는 인스턴스가 없습니다";
    none_text:
        en "The search looks at names, IDs, addresses, images, flavors, zones, key pairs, statuses and metadata.",
        ko "이름, ID, IP 주소, 이미지, 인스턴스 타입, 가용성 영역, 키페어, 상태, 메타데이터에서 검색합니다.";
    none_yet: en "The rest of the list is still loading.", ko "나머지 목록을 불러오는 중입니다.";
    last_known: en "{count}, as of {when}, kept by this browser", ko "{count}, {when} 기준(이 브라우저에 저장됨)";
    outdated:
        en "Not possible until the cloud answers.",
        ko "클라우드가 응답한 뒤에 실행할 수 있습니다.";
    stale_why: en "Details", ko "자세히";
    well_again: en "The cloud is answering again.", ko "클라우드가 다시 응답합니다.";
}
