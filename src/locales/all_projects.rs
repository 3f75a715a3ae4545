//! The instances of all projects.

texts! {
    AllProjects

    region: en "Region", ko "리전";
    scopes: en "Projects and regions shown", ko "표시할 프로젝트와 리전";
    left_out: en "Hidden", ko "숨김";
    loading: en "Loading…", ko "불러오는 중…";
    stale: en "{why}. Last read {when}", ko "{why}. 마지막 조회: {when}";
    ended: en "Session ended", ko "세션 종료됨";
    sign_in_again: en "Sign in again", ko "다시 로그인";
    empty_title: en "No instances", ko "인스턴스가 없습니다";
    empty_text:
        en "None of the projects and regions shown above has an instance.",
        ko "위에 표시된 프로젝트와 리전에 인스턴스가 없습니다.";
    none_text:
        en "The search looks at the same fields as in one project, and at the names of projects, regions and clouds.",
        ko "한 프로젝트에서와 같은 항목과 프로젝트, 리전, 클라우드의 이름에서 검색합니다.";
    name_in: en "{name} ({project}, {region})", ko "{name} ({project}, {region})";
    see: en "Show", ko "보기";
}
