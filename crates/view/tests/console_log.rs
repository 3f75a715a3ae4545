//! Which lines of a console log are kept.

use proptest::prelude::*;
use view::console_log::plain;

#[track_caller]
fn check(log: &str, expect: &str) {
    assert_eq!(plain(log), expect, "{log:?}");
}

#[test]
fn commands_to_a_terminal_go_and_words_stay() {
    check("", "");
    check("[    0.0] Linux\n한글 login: ", "[    0.0] Linux\n한글 login: ");
    check("\u{1b}[32m[  OK  ]\u{1b}[0m Reached", "[  OK  ] Reached");
    check("\u{1b}[2J\u{1b}[1;1HGNU GRUB", "GNU GRUB");
    check("\u{1b}]0;title\u{7}after", "after");
    check("\u{1b}]0;title\u{1b}\\after", "after");
    check("\u{1b}cback", "back");
    check("one\r\ntwo\rthree\ttab\u{8}\u{0}", "one\ntwo\nthree\ttab");
    for cut in ["\u{1b}", "\u{1b}[", "\u{1b}[3", "\u{1b}]0;t"] {
        check(cut, "");
    }
}

proptest! {
    #[test]
    fn nothing_a_terminal_would_carry_out_is_left(log in any::<String>()) {
        let shown = plain(&log);
        prop_assert!(shown.chars().all(|letter| !letter.is_control() || letter == '\n' || letter == '\t'));
        prop_assert_eq!(plain(&shown), shown.clone());
    }
}
