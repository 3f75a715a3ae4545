//! The frame around the pages.

texts! {
    Shell

    skip: en "Skip to content", ko "본문으로 건너뛰기";
    navigation: en "Main", ko "주 메뉴";
    instances: en "Instances", ko "인스턴스";
    flavors: en "Flavors", ko "인스턴스 타입";
    zones: en "Zones", ko "가용성 영역";
    keypairs: en "Key pairs", ko "키페어";
    overview: en "Overview", ko "개요";
    all_projects: en "All projects", ko "모든 프로젝트";
    volumes: en "Volumes", ko "블록 스토리지";
    images: en "Images", ko "이미지";
    floating_ips: en "Floating IPs", ko "플로팅 IP";
    security_groups: en "Security groups", ko "보안 그룹";
    networks: en "Networks", ko "네트워크";
    ports: en "Ports", ko "포트";
    policies: en "Policies", ko "배치 정책";
    about: en "About this cloud", ko "이 클라우드 정보";
    more: en "More", ko "더 보기";
    project: en "Project", ko "프로젝트";
    theme_system: en "Theme: system", ko "테마: 시스템";
    theme_light: en "Theme: light", ko "테마: 라이트";
    theme_dark: en "Theme: dark", ko "테마: 다크";
    density_dense: en "Rows: compact", ko "행 간격: 좁게";
    density_roomy: en "Rows: comfortable", ko "행 간격: 넓게";
    time_local: en "Times: local", ko "시각: 현지";
    time_utc: en "Times: UTC", ko "시각: UTC";
    read_only: en "Read-only", ko "읽기 전용";
    read_only_hint:
        en "Read-only is on: nothing can be changed. Turn it off in the account menu.",
        ko "읽기 전용이라 변경할 수 없습니다. 계정 메뉴에서 끌 수 있습니다.";
    no_network: en "Not possible without a network.", ko "네트워크 연결이 없어 실행할 수 없습니다.";
    read_only_switch: en "Read-only: block all changes", ko "읽기 전용: 모든 변경 차단";
    keep_lists: en "Keep lists in this browser…", ko "이 브라우저에 목록 저장…";
    sign_out: en "Sign out", ko "로그아웃";
    account: en "Account", ko "계정";
    session_left: en "Session ends in {time}", ko "세션 {time} 남음";
    renew: en "Sign in again now", ko "지금 다시 로그인";
    session_ended: en "Session ended", ko "세션이 끝났습니다";
    fresh: en "Up to date, read {when}", ko "최신 상태, {when} 조회";
    refreshing: en "Reading…", ko "조회 중…";
    still_waiting: en "Still waiting…", ko "응답 대기 중…";
    stale: en "Last read {when}", ko "마지막 조회: {when}";
    offline:
        en "You are offline. Showing data from {when}.",
        ko "오프라인입니다. {when}에 조회한 내용입니다.";
    cloud_gone:
        en "The cloud does not answer. Showing data from {when}.",
        ko "클라우드가 응답하지 않습니다. {when}에 조회한 내용입니다.";
    cloud_failing: en "{what}. Showing data from {when}.", ko "{what}. {when}에 조회한 내용입니다.";
    notices: en "Notices", ko "알림";
    dismiss: en "Dismiss", ko "알림 닫기";
    sign_in: en "Sign in", ko "로그인";
    not_found_title: en "Page not found", ko "페이지를 찾을 수 없습니다";
    not_found_text:
        en "There is no page at this address.",
        ko "이 주소에 해당하는 페이지가 없습니다.";
    to_instances: en "Go to instances", ko "인스턴스 목록으로";
    crashed_title: en "This part of the page failed", ko "화면 일부에 오류가 발생했습니다";
    crashed_text:
        en "Reload the page. If it happens again, report the details below.",
        ko "페이지를 새로 고치세요. 다시 발생하면 아래 내용을 알려 주세요.";
    reload: en "Reload", ko "새로 고침";
    part_missing_title:
        en "This part of Maru did not load",
        ko "Maru의 이 부분을 불러오지 못했습니다";
    part_missing_text:
        en "The connection failed, or Maru has just been updated. Try again; if that does not help, reload the page.",
        ko "연결이 끊겼거나 Maru가 방금 업데이트되었습니다. 다시 시도하고, 그래도 안 되면 페이지를 새로 고치세요.";
    title: en "{page} · Maru", ko "{page} · Maru";
    title_in: en "{page} · {project} · Maru", ko "{page} · {project} · Maru";
    malformed_text:
        en "The address begins with @, but does not name a cloud, a region and a project after it.",
        ko "주소가 @로 시작하지만 클라우드, 리전, 프로젝트가 모두 적혀 있지 않습니다.";
    switch: en "Switch project or region", ko "프로젝트 또는 리전 전환";
    switch_search: en "Find a project, region or cloud", ko "프로젝트, 리전, 클라우드 찾기";
    switch_here: en "Current", ko "현재";
    switch_ended: en "Session ended", ko "세션 종료됨";
    switch_reachable: en "Not open yet", ko "아직 열지 않음";
    switch_none: en "Nothing matches.", ko "일치하는 항목이 없습니다.";
    switch_loading: en "Reading your projects…", ko "프로젝트를 조회하는 중…";
    switch_failed:
        en "{cloud} did not tell your other projects: {why}",
        ko "{cloud}에서 다른 프로젝트를 조회하지 못했습니다: {why}";
    switch_sign_in: en "Sign in to another project or cloud", ko "다른 프로젝트나 클라우드에 로그인";
    switch_close: en "Sign out of {project}", ko "{project}에서 로그아웃";
    link_to_page: en "link to this page", ko "이 페이지의 링크";
}
