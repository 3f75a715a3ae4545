//! Syntax, values and errors in small texts.

use imports::Wrong;

use crate::show::{files, one, pasted, unknown};

#[test]
fn a_shell_word_is_read_as_a_shell_does() {
    for (written, value) in [
        ("plain", "plain"),
        ("'single $A \"q\"'", "single $A \"q\""),
        ("\"double \\\"q\\\" \\$A \\n\"", "double \"q\" $A \\n"),
        ("a'b'\"c\"d", "abcd"),
        ("a\\ b", "a b"),
        ("$'tab\\tend\\''", "tab\tend'"),
        ("x#y", "x#y"),
        ("x # a comment", "x"),
        ("$BASE/$BASE", "base/base"),
        ("${BASE}x", "basex"),
        ("${NONE}x", "x"),
        ("${NONE:-usual}", "usual"),
        ("${BASE:-usual}", "base"),
        ("${NONE:-${NONE2:-\"deep er\"}}", "deep er"),
        ("${NONE-a b}", "a b"),
        ("two\\\nlines", "twolines"),
        ("'two\nlines'", "two\nlines"),
        ("x; export OTHER=y", "x"),
        ("x && echo done", "x"),
        ("$", "$"),
        ("\"$NONE\"z", "z"),
    ] {
        let text =
            format!("BASE=base\nexport OS_AUTH_URL=https://a.example/v3 OS_USERNAME=u\nexport OS_PASSWORD={written}\n");
        assert_eq!(one(&text), format!(": https://a.example/v3 v3 u@- -@- [] <{value}>"), "{written}");
    }
}

#[test]
fn what_only_a_command_or_a_person_could_tell_stays_empty() {
    for written in [
        "export OS_PASSWORD=$(pass show cloud)",
        "export OS_PASSWORD=`pass show cloud`",
        "export OS_PASSWORD=\"x$(cat 'a)b')\"",
        "export OS_PASSWORD=$1",
        "read -s OS_PASSWORD",
        "read -rsp 'Password: ' OS_PASSWORD; export OS_PASSWORD",
        "read -sr INPUT\nexport OS_PASSWORD=$INPUT",
        "export OS_PASSWORD=''",
        "export OS_PASSWORD",
        "export OS_PASSWORD=x\nunset OS_PASSWORD",
        "export OS_PASSWORD=${X:+other}",
    ] {
        let text = format!("export OS_AUTH_URL=https://a.example/v3\nexport OS_USERNAME=u\n{written}\n");
        assert_eq!(one(&text), ": https://a.example/v3 v3 u@- -@- []", "{written}");
    }
}

#[test]
fn lines_of_a_block_count_where_nothing_else_does() {
    let text = "if [ -f x ]; then\n export OS_USERNAME=inner OS_PASSWORD=p\nfi\n\
                export OS_AUTH_URL=https://a.example/v3 OS_USERNAME=outer\n\
                for x in a b; do export OS_USERNAME=$x; done\nif true; then unset OS_PASSWORD; fi";
    assert_eq!(one(text), ": https://a.example/v3 v3 outer@- -@- [] <p>");
}

#[test]
fn the_method_follows_from_what_is_there() {
    for (settings, method) in [
        ("username: u, password: p", "v3 u@- -@- [] <p>"),
        ("username: u, password: p, auth_url: 'https://a.example/v2.0'", "v2 u@- -@- [] <p>"),
        ("user_id: 1234, password: p", "v3 #1234@- -@- [] <p> !UserById"),
        ("username: u, default_domain: corp, project_name: p", "v3 u@corp p@corp []"),
        ("username: u, domain_name: corp, project_name: p", "v3 u@corp p@corp []"),
        ("username: u, domain_name: corp", "v3 u@- -@- [] !OtherScope"),
        ("username: u, trust_id: t", "v3 u@- -@- [] !OtherScope"),
        (
            "application_credential_name: n, application_credential_secret: ' s '",
            "credential n -@- -@- [] < s > !CredentialByName",
        ),
        ("token: t, project_name: p", "token -@- p@- [] <t>"),
        ("username: ' u ', password: ' p '", "v3 u@- -@- [] < p >"),
        ("username: 007, password: 0123, project_id: true", "v3 007@- #true@- [] <0123>"),
        ("username: null, password: ~, project_name: ''", "v3 -@- -@- []"),
    ] {
        let text = format!("clouds: {{a: {{auth: {{{settings}}}}}}}");
        let expect = match settings.contains("v2.0") {
            true => format!("a: https://a.example/v2.0 {method}"),
            false => format!("a: {} !NoAddress{}", method.split(" !").next().unwrap_or_default(), gaps(method)),
        };
        assert_eq!(one(&text), expect, "{settings}");
    }
    for (beside, method) in [
        ("auth_type: v2password", "v2"),
        ("auth_type: v3password, identity_api_version: 2", "v3"),
        ("identity_api_version: 2.0", "v2"),
        ("auth_type: V3-ApplicationCredential", "other v3_applicationcredential"),
        ("auth_type: v3oidcpassword", "other v3oidcpassword"),
        ("auth_type: none", "other none"),
    ] {
        let text = format!("clouds: {{a: {{auth: {{auth_url: 'https://a.example/'}}, {beside}}}}}");
        let line = one(&text);
        assert!(line.starts_with(&format!("a: https://a.example/ {method}")), "{beside}: {line}");
    }
}

fn gaps(method: &str) -> String {
    method.split_once(" !").map(|(_, gaps)| format!(" !{gaps}")).unwrap_or_default()
}

#[test]
fn every_mistake_has_its_line() {
    let not_yaml = |text: &str| match pasted(text).expect_err("a mistake") {
        imports::Mistake { line, wrong: Wrong::NotYaml(words), .. } => (line, words.is_empty()),
        other => panic!("{text:?}: {other:?}"),
    };
    assert_eq!(not_yaml("clouds:\n  a:\n    auth: {auth_url: x\n  b: c\n"), (Some(4), false));
    assert_eq!(not_yaml("clouds:\n\tb: c\n"), (Some(2), false));
    assert_eq!(not_yaml("clouds:\n  a: *nowhere\n"), (Some(2), false));
    for (text, line, wrong) in [
        ("", None, Wrong::Empty),
        ("\u{feff} \n", None, Wrong::Empty),
        ("hello", None, Wrong::Unrecognized),
        ("[default]\nregion = eu\n", None, Wrong::Unrecognized),
        ("clouds:\n", None, Wrong::NoCloud),
        ("clouds: {}\n", None, Wrong::NoCloud),
        ("public-clouds:\n  a: {}\n", None, Wrong::NoCloud),
        ("clouds: [a]\n", Some(1), Wrong::NotAMapping("clouds".into())),
        ("clouds:\n  a: text\n", Some(2), Wrong::NotAMapping("a".into())),
        ("clouds:\n  a:\n    auth:\n    - x\n", Some(4), Wrong::NotAMapping("auth".into())),
        ("clouds:\n  a:\n    region_name: [x]\n", Some(3), Wrong::NotAText("region_name".into())),
        ("clouds:\n  a:\n    auth:\n      password:\n        x: y\n", Some(5), Wrong::NotAText("password".into())),
        ("clouds:\n  a: {}\n---\nclouds: {}\n", Some(4), Wrong::SeveralDocuments),
        ("clouds:\n  a: \u{7}\n", Some(2), Wrong::ControlCharacter),
        ("clouds:\n  ? [a]\n  : b\n", Some(2), Wrong::NotAText("a key".into())),
        ("\nexport OS_AUTH_URL='https://a.example/v3\nexport OS_USERNAME=u\n", Some(2), Wrong::OpenQuote),
        ("export OS_AUTH_URL=x\nOS_USERNAME=\"u\n\n", Some(2), Wrong::OpenQuote),
        ("export OS_AUTH_URL=x\n\nOS_USERNAME=${u\n\n", Some(3), Wrong::OpenQuote),
        ("export OS_CLOUD=mine\n", None, Wrong::NoCloud),
        ("export OS_COLOR=red\n", None, Wrong::NoCloud),
    ] {
        let mistake = pasted(text).expect_err(text);
        assert_eq!((mistake.line, mistake.wrong), (line, wrong), "{text:?}");
    }
    let second = files(&[("", "clouds: {a: {}}"), ("b", "clouds: 1")]).expect_err("the second");
    assert_eq!((second.file, second.line), (1, Some(1)));
}

#[test]
fn the_last_of_two_equal_keys_counts() {
    assert_eq!(
        one(
            "clouds:\n  a:\n    auth: {username: u, auth_url: 'https://a.example', username: v}\n    region_name: x\n    region_name: y\n"
        ),
        "a: https://a.example v3 v@- -@- [y]"
    );
}

#[test]
fn settings_outside_of_auth_are_taken_too() {
    let import =
        pasted("clouds:\n  a:\n    auth-url: https://a.example/v3\n    username: u\n    verify: false\n    Color: x\n");
    let import = import.expect("a cloud");
    assert_eq!(crate::show::lines(&import), ["a: https://a.example/v3 v3 u@- -@- []"]);
    assert_eq!(unknown(&import), ["0:6 Color a"]);
}

#[test]
fn no_secret_shows_in_a_debug_print() {
    let import = pasted("clouds: {a: {auth: {password: hunter2, token: hunter3}}}").expect("a cloud");
    assert!(!format!("{import:?}").contains("hunter"), "{import:?}");
}
