//! Words used everywhere.

texts! {
    Common

    app: en "Maru", ko "Maru";
    cancel: en "Cancel", ko "취소";
    close: en "Close", ko "닫기";
    copied: en "Copied {what}", ko "복사했습니다: {what}";
    copy_by_hand:
        en "The browser does not allow copying here: it needs https and your permission. Select the text and copy it by hand.",
        ko "브라우저가 복사를 막았습니다. https 연결과 권한이 필요합니다. 텍스트를 선택해 직접 복사하세요.";
    copy_what: en "Copy {what}", ko "{what} 복사";
    retry: en "Try again", ko "다시 시도";
    refresh: en "Refresh", ko "새로 고침";
    search: en "Search", ko "검색";
    clear_filters: en "Clear filters", ko "필터 지우기";
    all: en "All", ko "전체";
    optional: en "optional", ko "선택 사항";
    required: en "Required", ko "필수 항목입니다";
    loading: en "Loading…", ko "불러오는 중…";
    actions: en "Actions", ko "작업";
    actions_of: en "Actions for {name}", ko "{name} 작업";
    name: en "Name", ko "이름";
    id: en "ID", ko "ID";
    status: en "Status", ko "상태";
    created: en "Created", ko "생성 시점";
    updated: en "Updated", ko "변경 시점";
    view: en "View", ko "보기";
    export: en "Export", ko "내보내기";
    details: en "Details", ko "자세히";
    type_name: en "Type {name} to confirm", ko "확인을 위해 이름 입력: {name}";
    nothing_found: en "No matches", ko "일치하는 항목이 없습니다";
    more_choices(Plural):
        en { one: "{n} more. Refine the search.", other: "{n} more. Refine the search." },
        ko { one: "{n}개 더 있습니다. 검색어를 더 입력하세요.", other: "{n}개 더 있습니다. 검색어를 더 입력하세요." };
    too_long: en "{is} of at most {max}", ko "{is} / 최대 {max}";
    count_of: en "{is} of {max}", ko "{is} / {max}";
    just_now: en "just now", ko "방금";
    gb: en "{n} GB", ko "{n} GB";
    mb: en "{n} MB", ko "{n} MB";
    vcpus(Plural):
        en { one: "{n} vCPU", other: "{n} vCPUs" },
        ko { one: "vCPU {n}개", other: "vCPU {n}개" };
    step_done: en "done", ko "완료";
    step_now: en "in progress", ko "진행 중";
    step_next: en "pending", ko "대기";
    step_failed: en "failed", ko "실패";
    choice_count: en "{name} ({n})", ko "{name} ({n})";
    shown_of: en "{shown} of {total}", ko "{total} 중 {shown}개";
    gone_title: en "This item no longer exists", ko "더 이상 없는 항목입니다";
    gone_text:
        en "It has been deleted, or it belongs to another project or region.",
        ko "삭제되었거나 다른 프로젝트 또는 리전에 있습니다.";
    sort_by: en "Sort by", ko "정렬";
    ascending: en "Ascending", ko "오름차순";
    descending: en "Descending", ko "내림차순";
    yes: en "yes", ko "예";
    no: en "no", ko "아니요";
}
