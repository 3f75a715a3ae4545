//! Korean: `common`.

use crate::locales::texts::*;

/// See [`crate::locales::texts::Common`].
pub static COMMON: Common = Common {
    app: "Maru",
    cancel: "취소",
    close: "닫기",
    copied: "복사했습니다",
    copy_by_hand: "보안 연결(https)이 아니어서 브라우저가 복사를 막습니다. 아래 글을 선택해 직접 복사하세요.",
    copy_what: "{what} 복사",
    retry: "다시 시도",
    refresh: "새로 고침",
    search: "검색",
    clear_filters: "필터 지우기",
    all: "전체",
    optional: "선택 사항",
    required: "필수 항목입니다",
    loading: "불러오는 중…",
    actions: "작업",
    actions_of: "{name} 작업",
    name: "이름",
    id: "ID",
    status: "상태",
    created: "생성 시각",
    updated: "수정 시각",
    details: "자세히",
    type_name: "확인을 위해 이름 입력: {name}",
    nothing_found: "일치하는 항목이 없습니다",
    more_choices: Plural {
        one: "{n}개 더 있음: 검색어를 좁혀 보세요", other: "{n}개 더 있음: 검색어를 좁혀 보세요"
    },
    too_long: "최대 {max} 중 {is}",
    count_of: "{is}/{max}",
    just_now: "방금",
    gb: "{n} GB",
    mb: "{n} MB",
    vcpus: Plural { one: "vCPU {n}개", other: "vCPU {n}개" },
    step_done: "완료",
    step_now: "진행 중",
    step_next: "대기",
    step_failed: "실패",
    choice_count: "{name} ({n})",
    shown_of: "{shown} / {total}",
    yes: "예",
    no: "아니요",
};
