use super::*;

#[test]
fn every_filter_of_row_s10() {
    let check = |query: ServerQuery, expect: &str| {
        assert_eq!(list(&query).request.path, format!("/servers/detail{expect}"));
        assert_eq!(list_names(&query).request.path, format!("/servers{expect}"));
    };
    let none = ServerQuery::default;
    check(none(), "");
    check(ServerQuery { limit: Some(100), marker: Some("a/b".into()), ..none() }, "?limit=100&marker=a%2Fb");
    check(ServerQuery { changes_since: Some(Timestamp(0)), ..none() }, "?changes-since=1970-01-01T00%3A00%3A00Z");
    check(ServerQuery { status: Some(Status::parse("STOPPED")), ..none() }, "?status=SHUTOFF");
    check(ServerQuery { name: Some(escape_regex("web.1 (a)")), ..none() }, "?name=web%5C.1%20%5C%28a%5C%29");
    check(ServerQuery { image: Some("i".into()), flavor: Some("f".into()), ..none() }, "?image=i&flavor=f");
    check(ServerQuery { reservation: Some("r-1".into()), ..none() }, "?reservation_id=r-1");
}

#[test]
fn plain_text_is_escaped_for_regular_expressions() {
    assert_eq!(escape_regex("web-1_가"), "web-1_가");
    assert_eq!(escape_regex(r"\.^$|?*+()[]{}"), r"\\\.\^\$\|\?\*\+\(\)\[\]\{\}");
}

#[test]
fn ids_cannot_leave_their_segment() {
    assert_eq!(get(&"../a?b#c".into()).request.path, "/servers/..%2Fa%3Fb%23c");
    assert_eq!(action_request(&"a b".into(), &Json::Nothing).path, "/servers/a%20b/action");
}
