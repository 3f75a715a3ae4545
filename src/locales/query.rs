//! The search boxes of the lists: suggestions, and what is wrong with a search. The language itself is the same for everybody
//! (docs/guide/search.md).

texts! {
    Query

    title: en "Suggestions", ko "추천";
    suggestions(Plural):
        en { one: "{n} suggestion", other: "{n} suggestions" },
        ko { one: "추천 {n}개", other: "추천 {n}개" };
    unclosed_quote: en "“{part}” has no closing quote.", ko "“{part}”: 닫는 따옴표가 없습니다.";
    no_value: en "“{part}” is ignored: no value follows.", ko "“{part}”: 뒤에 값이 없어 무시했습니다.";
    unknown_field:
        en "“{part}” is ignored: this list has no such field. To search for a text with a sign, put it in quotes.",
        ko "“{part}”: 이 목록에 없는 필드라 무시했습니다. 기호가 있는 글자를 찾으려면 따옴표로 묶으세요.";
    key_not_allowed: en "“{part}” is ignored: this field has no keys.", ko "“{part}”: 키가 없는 필드라 무시했습니다.";
    unknown_word:
        en "“{part}” is ignored: this field has no such value.",
        ko "“{part}”: 이 필드에 없는 값이라 무시했습니다.";
    not_comparable:
        en "“{part}” is ignored: only numbers, sizes, ages and times can be compared.",
        ko "“{part}”: 숫자, 크기, 기간, 시각만 비교할 수 있어 무시했습니다.";
    not_a_number: en "“{part}” is ignored: not a whole number.", ko "“{part}”: 정수가 아니라 무시했습니다.";
    not_a_size: en "“{part}” is ignored: not a size such as 8g.", ko "“{part}”: 8g 같은 크기가 아니라 무시했습니다.";
    not_a_duration:
        en "“{part}” is ignored: not a duration such as 90d.",
        ko "“{part}”: 90d 같은 기간이 아니라 무시했습니다.";
    not_a_time:
        en "“{part}” is ignored: not a time such as today, 2026-11-30 or now-2h.",
        ko "“{part}”: today, 2026-11-30, now-2h 같은 시각이 아니라 무시했습니다.";
    not_a_range:
        en "“{part}” is ignored: not an address range such as 10.0.0.0/24.",
        ko "“{part}”: 10.0.0.0/24 같은 주소 범위가 아니라 무시했습니다.";
}
