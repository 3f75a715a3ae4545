use super::*;

#[test]
fn a_page_begins_where_the_last_one_ended() {
    #[track_caller]
    fn check(known: usize, path: &str) {
        assert_eq!(page(&"s".into(), known).request.path, format!("/servers/s/os-volume_attachments?{path}"));
    }
    check(0, "limit=20");
    // The root disk on the host took a place of the first page.
    check(19, "limit=20&offset=20");
    check(20, "limit=20&offset=20");
    check(39, "limit=20&offset=40");
    check(41, "limit=20&offset=60");
}

#[test]
fn a_page_that_is_full_or_lacks_the_root_disk_may_have_another_behind_it() {
    let check = |rows: usize, expect| assert_eq!(may_go_on(rows), expect, "{rows}");
    check(0, false);
    check(18, false);
    check(19, true);
    check(20, true);
}
