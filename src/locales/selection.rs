//! The selection of rows, and the line below the table that offers what can be done to them.

texts! {
    Selection

    selected(Plural): en { one: "{n} selected", other: "{n} selected" }, ko { one: "{n}개 선택됨", other: "{n}개 선택됨" };
    hidden:
        en "{selected}, {hidden} hidden by the filter",
        ko "{selected}, 그중 {hidden}개는 필터에 가려짐";
    title: en "Selection", ko "선택";
    row: en "Select {name}", ko "{name} 선택";
    all: en "Select all that match", ko "일치하는 항목 모두 선택";
    all_of(Plural):
        en { one: "Select the {n} that matches", other: "Select all {n} that match" },
        ko { one: "일치하는 {n}개 선택", other: "일치하는 {n}개 모두 선택" };
    clear: en "Clear selection", ko "선택 해제";
    none: en "Selection cleared", ko "선택을 해제했습니다";
    copy_ids: en "Copy IDs", ko "ID 복사";
    ids(Plural): en { one: "{n} ID", other: "{n} IDs" }, ko { one: "ID {n}개", other: "ID {n}개" };
}
