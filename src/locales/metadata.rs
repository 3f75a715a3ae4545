//! The metadata editor of an instance.

texts! {
    Metadata

    edit: en "Edit metadata", ko "메타데이터 편집";
    done: en "Done editing", ko "편집 마치기";
    add: en "Add metadata", ko "메타데이터 추가";
    add_title: en "Add metadata", ko "메타데이터 추가";
    change: en "Change {key}", ko "{key} 변경";
    change_title: en "Change metadata {key}", ko "메타데이터 {key} 변경";
    save: en "Save", ko "저장";
    remove: en "Remove {key}", ko "{key} 삭제";
    remove_title: en "Remove metadata {key}?", ko "메타데이터 {key} 삭제";
    remove_text:
        en "Programs on the instance that read it will no longer find it.",
        ko "인스턴스에서 이 값을 읽는 프로그램은 더 이상 찾을 수 없게 됩니다.";
    remove_by_rest:
        en "No address can contain this key. All metadata is therefore read now and saved again without it. A change that someone else makes at that moment is lost.",
        ko "이 키는 주소에 쓸 수 없습니다. 그래서 메타데이터 전체를 지금 다시 읽은 뒤 이 키만 빼고 저장합니다. 그 순간 다른 사람이 변경한 내용은 사라집니다.";
    key: en "Key", ko "키";
    key_hint:
        en "Letters, digits, blanks and - _ : .",
        ko "영문자, 숫자, 공백과 - _ : . 만 사용할 수 있습니다";
    value: en "Value", ko "값";
    key_missing: en "Enter a key.", ko "키를 입력하세요.";
    key_bad:
        en "Only Latin letters, digits, blanks and - _ : . are allowed.",
        ko "영문자, 숫자, 공백과 - _ : . 만 사용할 수 있습니다.";
    key_twice:
        en "This key exists already. Change it in the list.",
        ko "이미 있는 키입니다. 목록에서 변경하세요.";
    too_long:
        en "At most {max} characters; now {is}.",
        ko "최대 {max}자입니다. 지금은 {is}자입니다.";
    steers:
        en "The cloud's console uses this key to show how to log in. Change it only if you know why.",
        ko "클라우드 콘솔이 접속 방법을 표시할 때 사용하는 키입니다. 이유를 아는 경우에만 변경하세요.";
    saved: en "Metadata {key} saved", ko "메타데이터 {key}을(를) 저장했습니다";
    removed: en "Metadata {key} removed", ko "메타데이터 {key}을(를) 삭제했습니다";
    not_offered(Advice):
        en { what: "Metadata cannot be changed on this cloud", then: "It is shown as the instance has it. Nothing was changed." },
        ko { what: "이 클라우드에서는 메타데이터를 변경할 수 없습니다", then: "인스턴스에 있는 값을 그대로 표시합니다. 변경된 것은 없습니다." };
}
