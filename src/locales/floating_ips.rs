//! Floating IPs.

texts! {
    FloatingIps

    title: en "Floating IPs", ko "플로팅 IP";
    search: en "Search floating IPs", ko "플로팅 IP 검색";
    show: en "Show", ko "보기";
    count(Plural):
        en { one: "{n} floating IP", other: "{n} floating IPs" },
        ko { one: "플로팅 IP {n}개", other: "플로팅 IP {n}개" };
    count_free(Plural):
        en { one: "{n} unattached", other: "{n} unattached" },
        ko { one: "미연결 {n}개", other: "미연결 {n}개" };
    counts: en "{all}, {free}", ko "{all}, {free}";
    address: en "Address", ko "IP 주소";
    new_address: en "new address", ko "새 주소";
    instance: en "Instance", ko "인스턴스";
    fixed: en "Fixed IP", ko "고정 IP";
    pool: en "Pool", ko "풀";
    unattached: en "Unattached", ko "미연결";
    attached: en "Attached", ko "연결됨";
    connecting: en "Connecting", ko "연결하는 중";
    in_error: en "Error", ko "오류";
    costs: en "May be billed", ko "과금될 수 있음";
    other_port: en "not an instance", ko "인스턴스가 아님";
    its_port: en "port", ko "포트";
    none_title: en "No floating IPs", ko "플로팅 IP가 없습니다";
    none_text:
        en "A floating IP makes an instance reachable from the internet. Create one here, or attach one on an instance's page.",
        ko "플로팅 IP를 연결하면 인터넷에서 인스턴스에 접속할 수 있습니다. 여기에서 생성하거나 인스턴스 화면에서 연결하세요.";
    no_match_text:
        en "No floating IP matches the search and filter.",
        ko "검색어와 필터에 맞는 플로팅 IP가 없습니다.";
    copy: en "Copy address", ko "IP 주소 복사";
    create: en "Create floating IP", ko "플로팅 IP 생성";
    create_text:
        en "The address belongs to this project until you release it. It may be billed even while it is unattached.",
        ko "해제할 때까지 이 프로젝트에 속하며, 인스턴스에 연결하지 않아도 과금될 수 있습니다.";
    created: en "Floating IP {address} created", ko "플로팅 IP {address}을(를) 생성했습니다";
    pool_missing: en "Choose a pool.", ko "풀을 선택하세요.";
    pool_id: en "Pool ID", ko "풀 ID";
    pool_hint:
        en "ID of the external network. The list of pools could not be loaded.",
        ko "외부 네트워크의 ID입니다. 풀 목록을 불러오지 못했습니다.";
    attach: en "Attach", ko "연결";
    attach_ask: en "Attach…", ko "연결…";
    is_attached:
        en "Already attached. Detach it first.",
        ko "이미 연결되어 있습니다. 먼저 연결을 해제하세요.";
    is_free: en "Not attached to an instance.", ko "연결된 인스턴스가 없습니다.";
    forwards: en "Port forwarding", ko "포트 포워딩";
    forwards_ports:
        en "It forwards single ports. Delete the port forwardings first.",
        ko "포트 포워딩에 쓰이고 있습니다. 포트 포워딩을 먼저 삭제하세요.";
    attach_title: en "Attach a floating IP to {name}", ko "{name}에 플로팅 IP 연결";
    attach_to_title: en "Attach {address} to an instance", ko "{address}을(를) 인스턴스에 연결";
    which_address: en "Address", ko "연결할 주소";
    choice_own: en "unattached, from {pool}", ko "미연결 주소, {pool} 풀";
    choice_new: en "New address from {pool}", ko "{pool} 풀에서 새로 만들기";
    choice_new_note: en "created now; may be billed", ko "지금 생성되며 과금될 수 있음";
    attach_text:
        en "Finds the port, attaches the address and waits for the network of a new instance. If a step fails, you can undo it.",
        ko "포트 찾기, 주소 연결, 새 인스턴스 대기는 자동으로 진행됩니다. 중간에 실패하면 되돌릴 수 있습니다.";
    nothing_to_give: en "No address to attach", ko "연결할 수 있는 주소가 없습니다";
    no_pool:
        en "There is no unattached floating IP, and no pool to create one from.",
        ko "미연결 플로팅 IP가 없고 새로 만들 수 있는 풀도 없습니다.";
    choose_instance: en "Choose an instance.", ko "인스턴스를 선택하세요.";
    has_no_fixed: en "It has no fixed IP to attach to.", ko "연결할 고정 IP가 없습니다.";
    has_one: en "It already has a floating IP.", ko "이미 플로팅 IP가 있습니다.";
    step_find: en "Find the port of {name}", ko "{name}의 포트 찾기";
    step_make: en "Create an address", ko "주소 생성";
    step_give: en "Attach {address} to {name}", ko "{address}을(를) {name}에 연결";
    step_undo: en "Release {address}", ko "{address} 해제";
    step_take: en "Detach {address} from {name}", ko "{name}에서 {address} 연결 해제";
    waits_fresh:
        en "The network of the new instance is not ready yet. Trying again automatically.",
        ko "새 인스턴스의 네트워크가 아직 준비되지 않았습니다. 자동으로 다시 시도합니다.";
    which_fixed: en "Fixed IP to attach to", ko "연결할 고정 IP";
    go_on: en "Continue", ko "계속";
    attached_done:
        en "Floating IP {address} attached to {name}",
        ko "플로팅 IP {address}을(를) {name}에 연결했습니다";
    attach_failed:
        en "{address} could not be attached to {name}.",
        ko "{address}을(를) {name}에 연결하지 못했습니다.";
    detach_failed:
        en "{address} could not be detached from {name}.",
        ko "{name}에서 {address} 연결을 해제하지 못했습니다.";
    no_port:
        en "{name} has no fixed IP that can take a floating IP: it has no port, or each has one already. Nothing was changed.",
        ko "{name}에 플로팅 IP를 연결할 고정 IP가 없습니다. 포트가 없거나 이미 모두 연결되어 있습니다. 변경된 것은 없습니다.";
    no_route:
        en "The subnet of {name} has no internet gateway, so no floating IP can be attached. Nothing was changed.",
        ko "{name}의 서브넷에 인터넷 게이트웨이가 없어 플로팅 IP를 연결할 수 없습니다. 변경된 것은 없습니다.";
    orphan:
        en "{address} was created for {name} and is not attached. It may be billed until you release it.",
        ko "{name}에 연결하려고 생성한 {address}이(가) 연결되지 않았습니다. 해제할 때까지 과금될 수 있습니다.";
    orphan_left:
        en "{address} was created for {name} and is not attached. Attach or release it under Floating IPs: it may be billed.",
        ko "{name}에 연결하려고 생성한 {address}이(가) 남아 있습니다. 과금될 수 있으니 플로팅 IP 화면에서 연결하거나 해제하세요.";
    unsure:
        en "The answer was lost, so the request may have been carried out. Check the list before you try again.",
        ko "응답을 받지 못해 요청이 처리되었을 수 있습니다. 다시 시도하기 전에 목록을 확인하세요.";
    undo: en "Release the new address", ko "새 주소 해제";
    keep: en "Keep the address", ko "주소 유지";
    undone: en "Undone: {address} was released.", ko "되돌렸습니다. {address}을(를) 해제했습니다.";
    detach: en "Detach", ko "연결 해제";
    detach_ask: en "Detach…", ko "연결 해제…";
    detach_title: en "Detach {address} from {name}?", ko "{name}에서 {address} 연결 해제";
    detach_text:
        en "{name} is no longer reachable at {address}. Open connections through it break immediately.",
        ko "{address}(으)로 {name}에 접속할 수 없게 되고, 이 주소로 맺은 연결이 바로 끊깁니다.";
    release_too: en "Release the address too", ko "주소도 해제";
    release_hint:
        en "Otherwise it stays in this project and may be billed. A released address can go to someone else.",
        ko "해제하지 않으면 이 프로젝트에 남아 과금될 수 있습니다. 해제한 주소는 다른 사용자에게 할당될 수 있습니다.";
    off_not_released:
        en "{address} is detached from {name}, but could not be released. It stays in this project and may be billed.",
        ko "{name}에서 {address} 연결을 해제했지만 주소를 해제하지 못했습니다. 이 프로젝트에 남아 과금될 수 있습니다.";
    detached_kept:
        en "Floating IP {address} detached from {name}. It stays in this project.",
        ko "{name}에서 플로팅 IP {address} 연결을 해제했습니다. 주소는 이 프로젝트에 남습니다.";
    release: en "Release", ko "해제";
    release_ask: en "Release…", ko "해제…";
    release_title: en "Release {address}?", ko "{address} 해제";
    release_text:
        en "The address goes back to its pool and can go to someone else. You will hardly get the same one again.",
        ko "주소가 풀로 돌아가 다른 사용자에게 할당될 수 있으며, 같은 주소를 다시 받기는 어렵습니다.";
    release_used:
        en "It is attached to {name}, which loses it immediately.",
        ko "{name}에 연결되어 있으며 바로 연결이 끊깁니다.";
    released: en "Floating IP {address} released", ko "플로팅 IP {address}을(를) 해제했습니다";
}
