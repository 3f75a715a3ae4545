//! Korean: `metadata`.

use crate::locales::texts::*;

/// See [`crate::locales::texts::Metadata`].
pub static METADATA: Metadata = Metadata {
    edit: "메타데이터 편집",
    done: "편집 마치기",
    add: "메타데이터 추가",
    add_title: "메타데이터 추가",
    change: "{key} 변경",
    change_title: "메타데이터 {key} 변경",
    save: "저장",
    remove: "{key} 삭제",
    remove_title: "메타데이터 {key} 삭제",
    remove_text: "인스턴스에서 이 값을 읽는 프로그램은 더 이상 찾을 수 없게 됩니다.",
    remove_by_rest: "이 키는 주소에 쓸 수 없습니다. 그래서 메타데이터 전체를 지금 다시 읽은 뒤 이 키만 빼고 저장합니다. 그 순간 다른 사람이 변경한 내용은 사라집니다.",
    key: "키",
    key_hint: "영문자, 숫자, 공백과 - _ : . 만 사용할 수 있습니다",
    value: "값",
    key_missing: "키를 입력하세요.",
    key_bad: "영문자, 숫자, 공백과 - _ : . 만 사용할 수 있습니다.",
    key_twice: "이미 있는 키입니다. 목록에서 변경하세요.",
    too_long: "최대 {max}자입니다. 지금은 {is}자입니다.",
    steers: "클라우드 콘솔이 접속 방법을 표시할 때 사용하는 키입니다. 이유를 아는 경우에만 변경하세요.",
    saved: "메타데이터 {key}을(를) 저장했습니다",
    removed: "메타데이터 {key}을(를) 삭제했습니다",
    not_offered: Advice {
        what: "이 클라우드에서는 메타데이터를 변경할 수 없습니다",
        then: "인스턴스에 있는 값을 그대로 표시합니다. 변경된 것은 없습니다.",
    },
};
