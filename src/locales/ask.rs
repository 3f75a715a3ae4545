//! The search in the cloud.

texts! {
    Ask

    title: en "Search in the cloud", ko "클라우드에서 검색";
    any: en "Any", ko "전체";
    name: en "Name", ko "이름";
    plain: en "Plain text", ko "일반 텍스트";
    plain_hint:
        en "Otherwise the name is read as a regular expression.",
        ko "선택하지 않으면 정규식으로 검색합니다.";
    image_hint: en "Enter an image ID.", ko "이미지 ID를 입력하세요.";
    flavor_hint: en "Enter a flavor ID.", ko "인스턴스 타입 ID를 입력하세요.";
    image: en "Image", ko "이미지";
    flavor: en "Flavor", ko "인스턴스 타입";
    reservation: en "Reservation ID", ko "예약 ID";
    reservation_hint:
        en "Shared by instances created together.",
        ko "함께 생성한 인스턴스에 공통으로 붙는 ID입니다.";
    since: en "Changed since", ko "변경 시점(이후)";
    since_hint_local:
        en "In your time zone, sent in UTC. Includes deleted instances.",
        ko "현지 시각으로 입력하면 UTC로 보냅니다. 삭제된 인스턴스도 포함됩니다.";
    since_hint_utc:
        en "In UTC. Includes deleted instances.",
        ko "UTC 기준입니다. 삭제된 인스턴스도 포함됩니다.";
    since_bad: en "Enter a date and time.", ko "날짜와 시각을 입력하세요.";
    limit: en "Maximum results", ko "최대 결과 수";
    limit_bad: en "Enter a whole number above 0.", ko "1 이상의 정수를 입력하세요.";
    marker: en "Start after instance ID", ko "이 인스턴스 ID 다음부터";
    marker_hint:
        en "The last ID of the previous page (marker). Some clouds include it in the result.",
        ko "앞 페이지의 마지막 ID(marker)입니다. 이 인스턴스를 결과에 포함하는 클라우드도 있습니다.";
    send: en "Search", ko "검색";
    nothing: en "Fill in at least one field.", ko "조건을 하나 이상 입력하세요.";
    banner: en "Cloud query:", ko "클라우드 검색 조건:";
    remove: en "Remove: {what}", ko "삭제: {what}";
    change: en "Change", ko "조건 변경";
    back: en "Back to all instances", ko "전체 목록으로";
    is_status: en "status is {value}", ko "상태 {value}";
    is_text: en "name contains “{value}”", ko "이름에 “{value}” 포함";
    is_regex: en "name matches {value}", ko "이름 정규식 {value}";
    is_image: en "image is {value}", ko "이미지 {value}";
    is_flavor: en "flavor is {value}", ko "인스턴스 타입 {value}";
    is_reservation: en "reservation is {value}", ko "예약 ID {value}";
    is_since: en "changed since {value}", ko "{value} 이후 변경";
    is_limit: en "at most {value}", ko "최대 {value}개";
    /// `{count}`: how many were requested and found.
    limit_reached:
        en "The first {count}, as the limit says. There may be more.",
        ko "최대 개수에 따라 처음 {count}개만 표시합니다. 더 있을 수 있습니다.";
    is_marker: en "after {value}", ko "{value} 다음부터";
    status_word: en "{word} ({name})", ko "{word}({name})";
}
