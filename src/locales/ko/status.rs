//! Korean: `status`.

use crate::locales::texts::*;

/// See [`crate::locales::texts::Statuses`].
pub static STATUS: Statuses = Statuses {
    active: "실행 중",
    build: "생성 중",
    shutoff: "중지됨",
    deleted: "삭제됨",
    soft_deleted: "삭제됨(복구 가능)",
    reboot: "재부팅 중",
    hard_reboot: "강제 재부팅 중",
    resize: "타입 변경 중",
    revert_resize: "타입 변경 취소 중",
    verify_resize: "타입 변경 확인 중",
    verify_wait: "확정 대기 중",
    error: "오류",
    paused: "일시 정지됨",
    rebuild: "재구축 중",
    rescue: "복구 모드",
    suspended: "절전",
    shelved: "보관됨",
    shelved_offloaded: "보관됨(호스트 해제)",
    migrating: "이전 중",
    password: "비밀번호 설정 중",
    unknown: "알 수 없음",
    starting: "시작 중",
    stopping: "중지 중",
    deleting: "삭제 중",
    scheduling: "호스트 선택",
    disk: "디스크 준비",
    networking: "네트워크 연결",
    spawning: "부팅 준비",
    step: "{step} · {time}",
};
