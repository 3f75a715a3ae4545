//! Which rows a query finds, and what is wrong with it.

use query::{Compiled, Query, Reason};

use crate::rows::{FIELDS, clock, world};

fn compiled(text: &str) -> Compiled {
    Compiled::new(&Query::parse(text), FIELDS, clock())
}

/// The numbers of the rows that fit.
fn found(text: &str) -> String {
    let compiled = compiled(text);
    let rows = world().into_iter().enumerate();
    rows.filter(|(_, vm)| compiled.fits(&vm.prepared())).map(|(at, _)| (at + 1).to_string()).collect()
}

#[test]
fn words() {
    let check = |text: &str, expect: &str| assert_eq!(found(text), expect, "{text}");
    check("", "1234");
    check("WEB", "12");
    check("web 10.0.0.50", "2");
    check("web,db", "123");
    check("-web", "34");
    check("-web,db", "4");
    check("서버", "4");
    check("\"새 서버\"", "4");
    check("shop", "12");
    check("-shop", "34");
    check("admin", "2");
    check("web-1", "12");
    // With `*` a whole text must fit, without it a part is enough.
    check("web-1*", "12");
    check("*-10", "2");
    check("w*b-1", "1");
    check("w*b*1", "1");
    check("main*", "");
    check("*main", "3");
    check("*", "1234");
    // A text is compared by itself.
    check("web*10.0.0.5", "");
    check("\"web-1\n10.0.0.5\"", "");
    // The words of the status are not searched.
    check("running", "");
}

#[test]
fn fields() {
    let check = |text: &str, expect: &str| assert_eq!(found(text), expect, "{text}");
    check("name:web", "12");
    check("name=web-1", "1");
    check("name:web-1", "12");
    check("name:web-?", "");
    check("-name:web", "34");
    check("zone:kr-a", "12");
    check("zone=kr-a", "1");
    check("zone=kr-a,kr-b", "13");
    check("zone:*", "123");
    check("zone:\"\"", "4");
    check("-zone:*", "4");
    check("zone:kr-?", "");
    check("status:running", "1");
    check("status:run", "1");
    check("status:run*", "1");
    check("status:error,changing", "23");
    check("status:ACTIVE", "12");
    check("-status:error,changing", "14");
    check("status:dreaming", "4");
    check("is:protected", "1");
    check("is:protected,locked", "12");
    check("-is:protected", "234");
    check("is:*", "12");
    check("meta.role:web", "12");
    check("meta.role=web", "1");
    check("meta.ROLE:Web", "12");
    check("meta.role:web-*", "2");
    check("meta.role:*", "123");
    check("meta.note:*", "2");
    check("meta.note:\"\"", "1234");
    check("meta.role:\"\"", "4");
    check("-meta.role:*", "4");
    check("meta:shop", "1");
    check("meta:role", "123");
    check("meta.team:web", "");
    check("meta.web:role", "");
}

#[test]
fn numbers_and_times() {
    let check = |text: &str, expect: &str| assert_eq!(found(text), expect, "{text}");
    check("vcpus:4", "3");
    check("vcpus=2,8", "12");
    check("vcpus>2", "23");
    check("vcpus>=2", "123");
    check("vcpus<4 vcpus>1", "1");
    check("vcpus<=4", "13");
    check("-vcpus>2", "14");
    check("vcpus:*", "123");
    check("vcpus:\"\"", "4");
    check("ram>=4g", "12");
    check("ram>4g", "2");
    check("ram:4096", "1");
    check("ram:4096m", "1");
    check("ram:1.5g", "3");
    check("ram<1t", "123");
    check("age>90d", "3");
    check("age<1d", "1");
    check("age>=26h", "23");
    check("age>26h", "3");
    check("age:1d", "2");
    check("age<=26h", "12");
    check("-age>90d", "124");
    check("created:today", "1");
    check("created:yesterday", "2");
    check("created>yesterday", "1");
    check("created>=yesterday", "12");
    check("created:2026-11-30", "1");
    check("created:\"2026-11-30 10:00\"", "1");
    check("created:2026-11", "12");
    check("created<2026-11", "3");
    check("created:2026", "123");
    check("created<now-30d", "3");
    check("created>=-3h", "1");
}

#[test]
fn addresses() {
    let check = |text: &str, expect: &str| assert_eq!(found(text), expect, "{text}");
    check("ip:10.0.0.5", "1");
    check("10.0.0.5", "12");
    check("ip:10.0.0.", "12");
    check("ip:10.0.*", "12");
    check("ip:10.0.0.0/24", "12");
    check("ip:10.0.0.48/29", "2");
    check("ip:0.0.0.0/0", "123");
    check("address:192.168.0.0/16,203.0.113.9", "13");
    check("-ip:10.0.0.0/8", "34");
    check("ip:fd00::/8", "2");
    check("ip:fd00:0:0::12", "2");
    check("fd00::12", "2");
    check("ip:\"\"", "4");
}

#[test]
fn what_is_wrong_is_said_and_the_rest_applies() {
    let check = |text: &str, rows: &str, expect: &[(&str, Reason)]| {
        let compiled = compiled(text);
        let said: Vec<_> = compiled.problems().iter().map(|problem| (problem.span.of(text), problem.reason)).collect();
        assert_eq!(said, expect, "{text}");
        assert_eq!(found(text), rows, "{text}");
    };
    check("web color:red", "12", &[("color", Reason::UnknownField)]);
    check("color: web", "12", &[("color", Reason::UnknownField)]);
    check("web zone:", "12", &[("zone:", Reason::NoValue)]);
    check("web \"\"", "12", &[("\"\"", Reason::NoValue)]);
    check("web -\"", "12", &[("\"", Reason::UnclosedQuote)]);
    check("name:\"db m", "3", &[("\"db m", Reason::UnclosedQuote)]);
    check("zone.x:kr-a", "1234", &[("zone.x", Reason::KeyNotAllowed)]);
    check("is:blue,locked", "2", &[("blue", Reason::UnknownWord)]);
    check("name>a web", "12", &[("a", Reason::NotComparable)]);
    check("vcpus:two,8", "2", &[("two", Reason::NotANumber)]);
    check("vcpus:2* web", "12", &[("2*", Reason::NotANumber)]);
    check("vcpus>* web", "12", &[("*", Reason::NotANumber)]);
    check("ram>8x", "1234", &[("8x", Reason::NotASize)]);
    check("age>today", "1234", &[("today", Reason::NotADuration)]);
    check("created>30d", "1234", &[("30d", Reason::NotATime)]);
    check("ip:10.0.0.0/33", "1234", &[("10.0.0.0/33", Reason::NotARange)]);
    check("age>x is:y -", "1234", &[("x", Reason::NotADuration), ("y", Reason::UnknownWord), ("-", Reason::NoValue)]);
}

#[test]
fn while_a_value_is_typed() {
    let check = |marked: &str, rows: &str, expect: &[Reason]| {
        let caret = marked.find('|').expect("a caret");
        let text = marked.replacen('|', "", 1);
        let compiled = Compiled::while_typing(&Query::parse(&text), FIELDS, clock(), Some(caret));
        let reasons: Vec<Reason> = compiled.problems().iter().map(|problem| problem.reason).collect();
        assert_eq!(reasons, expect, "{marked}");
        let found = world().into_iter().enumerate().filter(|(_, vm)| compiled.fits(&vm.prepared()));
        assert_eq!(found.map(|(at, _)| (at + 1).to_string()).collect::<String>(), rows, "{marked}");
    };
    check("status:run|", "1", &[]);
    check("status:run |", "1", &[]);
    check("status:run,err|", "13", &[]);
    check("is:pro|", "1", &[]);
    check("is:pro |", "1234", &[Reason::UnknownWord]);
    check("is:blue|", "1234", &[]);
    check("stat|:error", "1234", &[]);
    check("zone:| age>x", "1234", &[Reason::NotADuration]);
    check("zone: age>x|", "1234", &[Reason::NoValue]);
    check("web \"|", "12", &[]);
    check("ram>8|", "123", &[]);
}

#[test]
fn an_empty_query_is_everything() {
    assert!(compiled("").is_everything() && compiled("color:red zone:").is_everything());
    assert!(!compiled("web").is_everything());
}
