//! Without a network, and new releases.

texts! {
    Offline

    new_release: en "A new version of Maru is ready.", ko "Maru의 새 버전이 준비되었습니다.";
    keep_title: en "Lists kept in this browser", ko "이 브라우저에 저장하는 목록";
    keep: en "Keep the list of instances in this browser", ko "인스턴스 목록을 이 브라우저에 저장";
    keep_hint:
        en "The list then opens at once, dimmed and with its date, until the cloud answers, and also without a network. For each project you look at, this browser's storage keeps what the table shows: names, IDs, addresses, states, flavors, zones, key pair names and dates, together with your user ID. Passwords and tokens are never kept. It is not encrypted: whoever uses this browser can read it. It is removed when you sign out, when you clear this box, and after 30 days.",
        ko "다음부터는 클라우드가 응답하기 전에, 또 네트워크가 없어도 조회한 시각과 함께 목록이 흐리게 바로 열립니다. 확인한 프로젝트마다 표에 표시되는 내용(이름, ID, IP 주소, 상태, 인스턴스 타입, 가용성 영역, 키페어 이름, 날짜)과 사용자 ID를 이 브라우저의 저장소에 보관합니다. 비밀번호와 토큰은 보관하지 않습니다. 암호화하지 않으므로 이 브라우저를 사용하는 사람은 누구나 읽을 수 있습니다. 로그아웃하거나 선택을 해제하거나 30일이 지나면 삭제합니다.";
    keep_nobody:
        en "Your cloud did not report who you are, so no list can be kept for you.",
        ko "클라우드가 사용자를 알려 주지 않아 목록을 저장할 수 없습니다.";
    keep_denied:
        en "This browser does not let this site store anything, so no list is kept.",
        ko "이 브라우저가 이 사이트의 저장을 허용하지 않아 목록을 저장하지 못했습니다.";
    keep_full:
        en "This browser has no room left for this site, so the list was not kept.",
        ko "이 사이트가 사용할 저장 공간이 부족해 목록을 저장하지 못했습니다.";
    keep_failed: en "This browser did not keep the list: {why}", ko "이 브라우저가 목록을 저장하지 못했습니다: {why}";
    start_title: en "There is no network", ko "네트워크에 연결되어 있지 않습니다";
    to_list:
        en "Open the instances of {project} as this browser kept them",
        ko "이 브라우저에 저장된 {project}의 인스턴스 목록 열기";
    start_text:
        en "This browser has no network connection. Maru continues when it is back.",
        ko "이 브라우저가 네트워크에 연결되어 있지 않습니다. 다시 연결되면 Maru가 계속 시작됩니다.";
}
