//! Views of the table of instances: columns, groups, and saved views.

texts! {
    Views

    all: en "All instances", ko "전체 인스턴스";
    attention: en "Needs attention", ko "확인 필요";
    changed: en "Changed today", ko "오늘 변경됨";
    no_backup: en "Without backup image", ko "백업 이미지 없음";
    idle: en "Stopped for more than 30 days", ko "30일 넘게 중지됨";
    edit: en "Columns and groups…", ko "열과 그룹…";
    edit_title: en "Columns and groups", ko "열과 그룹";
    save: en "Save view…", ko "보기 저장…";
    save_title: en "Save this view", ko "보기 저장";
    save_text:
        en "Search, columns, order and grouping are kept in this browser.",
        ko "검색 조건, 열, 정렬, 그룹을 이 브라우저에 저장합니다.";
    save_button: en "Save", ko "저장";
    replace_button: en "Replace", ko "바꾸기";
    saved: en "Saved view {name}", ko "보기를 저장했습니다: {name}";
    copy_link: en "Copy link to this view", ko "이 보기의 링크 복사";
    link: en "the link to this view", ko "이 보기의 링크";
    manage: en "Manage views…", ko "보기 관리…";
    manage_title: en "Saved views", ko "저장된 보기";
    manage_none: en "No view is saved in this browser.", ko "이 브라우저에 저장된 보기가 없습니다.";
    delete: en "Delete view {name}", ko "보기 삭제: {name}";
    deleted: en "Deleted view {name}", ko "보기를 삭제했습니다: {name}";
    to_file: en "Save as a file", ko "파일로 저장";
    from_file: en "Load from a file", ko "파일에서 불러오기";
    exported(Plural):
        en { one: "Saved {n} view as a file", other: "Saved {n} views as a file" },
        ko { one: "보기 {n}개를 파일로 저장했습니다", other: "보기 {n}개를 파일로 저장했습니다" };
    imported(Plural):
        en { one: "Loaded {n} view", other: "Loaded {n} views" },
        ko { one: "보기 {n}개를 불러왔습니다", other: "보기 {n}개를 불러왔습니다" };
    renamed(Plural):
        en { one: "{n} got another name, because its name was taken.", other: "{n} got other names, because their names were taken." },
        ko { one: "이름이 겹치는 {n}개는 다른 이름으로 불러왔습니다.", other: "이름이 겹치는 {n}개는 다른 이름으로 불러왔습니다." };
    left_out(Plural):
        en { one: "{n} is left out: there are too many views.", other: "{n} are left out: there are too many views." },
        ko { one: "보기가 너무 많아 {n}개는 제외했습니다.", other: "보기가 너무 많아 {n}개는 제외했습니다." };
    not_views: en "This file contains no views of Maru.", ko "Maru의 보기 파일이 아닙니다.";
    newer:
        en "A newer version of Maru saved these views. Reload the page to get it.",
        ko "더 새로운 버전의 Maru에서 저장한 보기입니다. 페이지를 새로 고치세요.";
    too_many: en "There are 100 saved views. Delete one first.", ko "보기가 100개 저장되어 있습니다. 먼저 하나를 삭제하세요.";
    not_kept:
        en "This browser refuses to store the view, or has no room left. It lasts until the page is closed.",
        ko "브라우저가 저장을 거부했거나 저장 공간이 없습니다. 페이지를 닫을 때까지만 유지됩니다.";
    name: en "Name", ko "이름";
    name_missing: en "Type a name.", ko "이름을 입력하세요.";
    name_long: en "The name is longer than {max} letters.", ko "이름이 {max}자를 넘습니다.";
    name_taken: en "There is a view with this name. Saving replaces it.", ko "같은 이름의 보기가 있습니다. 저장하면 바뀝니다.";
    columns: en "Columns", ko "열";
    up: en "Move {name} up", ko "{name} 위로";
    down: en "Move {name} down", ko "{name} 아래로";
    usual: en "Usual columns", ko "기본 열";
    group_by: en "Group by", ko "그룹 기준";
    ungrouped: en "No groups", ko "그룹 없음";
    by_age: en "Age", ko "생성 후 경과 기간";
    by_prefix: en "Name without its number", ko "번호를 뺀 이름";
    by_meta: en "A metadata key", ko "메타데이터 키";
    meta_key: en "Metadata key", ko "메타데이터 키";
    nothing: en "(none)", ko "(없음)";
    age_day: en "Up to 1 day", ko "1일 이내";
    age_week: en "1 to 7 days", ko "1–7일";
    age_month: en "7 to 30 days", ko "7–30일";
    age_year: en "30 to 365 days", ko "30–365일";
    age_older: en "More than 1 year", ko "1년 초과";
    unknown(Plural):
        en { one: "without {n} of unknown size", other: "without {n} of unknown size" },
        ko { one: "크기를 모르는 {n}개 제외", other: "크기를 모르는 {n}개 제외" };
}
