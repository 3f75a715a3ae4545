//! Hostile input: nothing panics, and nothing grows.

use imports::{FILE_MAX, FILES_MAX, Source, Wrong, form, is_same_identity, read};
use proptest::prelude::*;

use crate::show::pasted;

#[test]
fn a_billion_laughs_are_not_laughed() {
    let mut text = "clouds: {a: {}}\nx-0: &a0 [lol, lol, lol, lol, lol, lol, lol, lol, lol, lol]\n".to_owned();
    for level in 1..12 {
        let before = level - 1;
        let ten = vec![format!("*a{before}"); 10].join(", ");
        text.push_str(&format!("x-{level}: &a{level} [{ten}]\n"));
    }
    let mistake = pasted(&text).expect_err("too many");
    assert_eq!((mistake.wrong, mistake.line), (Wrong::TooManyValues, Some(5)));
}

#[test]
fn copies_of_a_long_text_are_counted_by_their_length() {
    let text =
        format!("clouds: {{a: {{}}}}\nx-a: &a {}\nx-b: [{}]\n", "y".repeat(500_000), vec!["*a"; 1000].join(", "));
    assert_eq!(pasted(&text).expect_err("too many").wrong, Wrong::TooManyValues);
}

#[test]
fn nothing_nests_without_end() {
    for text in [
        format!("clouds: {}", "[".repeat(100_000)),
        format!("clouds: {}", "{a: ".repeat(100_000)),
        (0..3_000).fold("clouds:\n".to_owned(), |text, depth| text + &" ".repeat(depth / 8 + 1) + "- - - - - - - -\n"),
        format!("clouds:\n{}", (0..400).map(|depth| " ".repeat(depth + 1) + "a:\n").collect::<String>()),
    ] {
        let mistake = pasted(&text).expect_err("too deep");
        assert!(matches!(mistake.wrong, Wrong::TooDeep | Wrong::NotYaml(_)), "{mistake:?}");
    }
    // In a shell file, what is nested too deeply is unknown.
    let deep = format!("OS_AUTH_URL=x\nOS_PASSWORD={}{}\n", "${A:-".repeat(10_000), "}".repeat(10_000));
    assert!(pasted(&deep).expect("a cloud").clouds.iter().all(|cloud| cloud.secret.is_none()));
}

#[test]
fn a_value_that_doubles_itself_is_given_up() {
    let text = format!(
        "OS_AUTH_URL=x\nOS_USERNAME=aaaaaaaaaaaaaaaa\n{}",
        "OS_USERNAME=$OS_USERNAME$OS_USERNAME\n".repeat(20_000)
    );
    assert_eq!(pasted(&text).expect("a cloud").clouds[0].user, None);
}

#[test]
fn size_and_number_are_bounded() {
    let text = format!("clouds: {{a: {{}}}}\n# {}", "x".repeat(FILE_MAX));
    assert_eq!(pasted(&text).expect_err("too large").wrong, Wrong::TooLarge);
    let many = vec![Source { name: "", text: "clouds: {a: {}}" }; FILES_MAX + 1];
    assert_eq!(read(&many).expect_err("too many").wrong, Wrong::TooManyFiles);
    let wide = format!("clouds:\n{}", (0..30_000).map(|at| format!("  c{at}: {{}}\n")).collect::<String>());
    assert_eq!(pasted(&wide).expect_err("too many").wrong, Wrong::TooManyValues);
}

/// Whatever is read can be filled into the form, and an error is on an existing line.
fn survives(text: &str) {
    match pasted(text) {
        Ok(import) => import.clouds.iter().for_each(|cloud| drop(form(cloud))),
        Err(mistake) => {
            let lines = text.replace("\r\n", "\n").split(['\n', '\r']).count();
            assert!(
                mistake.line.is_none_or(|line| (1..=lines).contains(&line)),
                "{mistake:?} of {lines} lines: {text:?}"
            );
        }
    }
}

fn pieces() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        Just("clouds:\n"),
        Just("  a:\n"),
        Just("    auth:\n"),
        Just("      password: "),
        Just("auth_url: x\n"),
        Just("- "),
        Just("&a "),
        Just("*a"),
        Just("<<: "),
        Just("{"),
        Just("}"),
        Just("["),
        Just("]"),
        Just(", "),
        Just(": "),
        Just("|\n"),
        Just("'"),
        Just("\""),
        Just("\n"),
        Just("  "),
        Just("\t"),
        Just("# "),
        Just("---\n"),
        Just("!!str "),
        Just("? "),
        Just("export "),
        Just("OS_PASSWORD="),
        Just("OS_AUTH_URL="),
        Just("$A"),
        Just("${A:-"),
        Just("$("),
        Just(")"),
        Just("`"),
        Just("\\"),
        Just("if "),
        Just("fi\n"),
        Just("read X\n"),
        Just("unset OS_PASSWORD\n"),
        Just("비밀"),
        Just("%YAML 1.2\n"),
        Just("\u{feff}"),
        Just("\r\n"),
        Just("\u{2028}"),
        Just(">-\n"),
    ];
    proptest::collection::vec(piece, 0..40).prop_map(|pieces| pieces.concat())
}

proptest! {
    #[test]
    fn any_text_is_survived(text in ".{0,400}") {
        survives(&text);
        survives(&format!("clouds:\n  a: {text}"));
        survives(&format!("export OS_AUTH_URL={text}"));
        is_same_identity(&text, &text);
    }

    #[test]
    fn any_mixture_of_what_the_files_are_made_of_is_survived(text in pieces()) {
        survives(&text);
        survives(&format!("clouds:\n  a:\n    {text}"));
        survives(&format!("export OS_AUTH_URL=x\n{text}"));
    }

    /// Any password is read as it was written, in both kinds of file.
    #[test]
    fn a_password_is_read_as_it_was_written(password in "[ -~가-힣]{1,40}") {
        prop_assume!(!password.trim().is_empty());
        let quoted = password.replace('\'', "'\"'\"'");
        let shell = format!("export OS_AUTH_URL=https://a.example/v3\nexport OS_PASSWORD='{quoted}'\n");
        let yaml = format!("clouds:\n  a:\n    auth:\n      password: '{}'\n", password.replace('\'', "''"));
        for text in [shell, yaml] {
            let import = pasted(&text).expect("a cloud");
            prop_assert_eq!(import.clouds[0].secret.as_ref().map(|secret| secret.reveal()), Some(password.as_str()));
        }
    }
}
