//! Texts and the terms that they mean.

use proptest::prelude::*;
use query::{Op, Pattern, Query, Reason, Span, Term};

/// Each value in `[]`, with `…` for anything.
fn shown(query: &Query) -> String {
    let value = |value: &Pattern| format!("[{}]", value.pieces().join("…"));
    let term = |term: &Term| {
        let values: String = term.values.iter().map(value).collect();
        let sign = term.field.as_ref().map_or("", |_| term.op.as_str());
        [if term.negated { "-" } else { "" }, term.field.as_deref().unwrap_or_default(), sign, &values].concat()
    };
    query.terms.iter().map(|placed| term(&placed.term)).collect::<Vec<_>>().join(" ")
}

#[test]
fn terms() {
    let check = |text: &str, expect: &str, printed: &str| {
        let query = Query::parse(text);
        assert_eq!(shown(&query), expect, "{text}");
        assert_eq!(query.to_string(), printed, "{text}");
    };
    check("", "", "");
    check("  web   db ", "[web] [db]", "web db");
    check("web,db", "[web][db]", "web,db");
    check("-web", "-[web]", "-web");
    check("zone:kr-a", "zone:[kr-a]", "zone:kr-a");
    check("-zone:kr-a,kr-b", "-zone:[kr-a][kr-b]", "-zone:kr-a,kr-b");
    check("Zone:KR-A", "zone:[KR-A]", "zone:KR-A");
    check("flavor=m2.c2m4", "flavor=[m2.c2m4]", "flavor=m2.c2m4");
    check("flavor:=m2", "flavor=[m2]", "flavor=m2");
    check("ram>=8g age>90d vcpus<4", "ram>=[8g] age>[90d] vcpus<[4]", "ram>=8g age>90d vcpus<4");
    check("updated:>yesterday disk:<=1t", "updated>[yesterday] disk<=[1t]", "updated>yesterday disk<=1t");
    check("web-*", "[web-…]", "web-*");
    check("name:*-prod-**x", "name:[…-prod-…x]", "name:*-prod-*x");
    check("name:*", "name:[…]", "name:*");
    check("\"two words\"", "[two words]", "\"two words\"");
    check("image:\"Ubuntu Server\",debian", "image:[Ubuntu Server][debian]", "image:\"Ubuntu Server\",debian");
    check("two\" wor\"ds", "[two words]", "\"two words\"");
    check("\"a*b\" \"-c\" \"a,b\" \"x\"", "[a*b] [-c] [a,b] [x]", "\"a*b\" \"-c\" \"a,b\" x");
    check(r#""say \"hi\" \\ C:\dir""#, r#"[say "hi" \ C:\dir]"#, r#""say \"hi\" \\ C:\\dir""#);
    check(r"a\b", r"[a\b]", r"a\b");
    check("meta.role:web", "meta.role:[web]", "meta.role:web");
    check("Meta.Role:Web", "meta.Role:[Web]", "meta.Role:Web");
    check("meta.\"cost center\":7", "meta.cost center:[7]", "meta.\"cost center\":7");
    check("meta.팀:결제", "meta.팀:[결제]", "meta.팀:결제");
    check("meta.\"a:b\"=c", "meta.a:b=[c]", "meta.\"a:b\"=c");
    check("ip:10.0.0.0/24 ip:fd00::/8", "ip:[10.0.0.0/24] ip:[fd00::/8]", "ip:10.0.0.0/24 ip:fd00::/8");
    check("zone:\"\"", "zone:[]", "zone:\"\"");
    check("zone: x", "zone: [x]", "zone: x");
    check("status:error,,running,", "status:[error][running]", "status:error,running");
}

#[test]
fn what_looks_like_a_field_but_is_a_word() {
    let check = |text: &str| {
        assert_eq!(Query::parse(text).terms.first().map(|term| term.term.field.clone()), Some(None), "{text}")
    };
    for text in ["10:20", "서버:1", ":x", ">5", "=", "\"zone:a\"", "a,b:c", "a*:b", "-10:20", "2026-11-30T10:20:30"] {
        check(text);
    }
    for address in ["fd00::1", "fa:16:3e:00:00:01", "fa:16:3e:*", "FE80::/10", "a:b:"] {
        check(address);
    }
    assert_eq!(Query::parse("fa:\"1:2\"").to_string(), "fa:\"1:2\"");
}

#[test]
fn problems_have_a_place() {
    let check = |text: &str, expect: &[(&str, Reason)]| {
        let query = Query::parse(text);
        let found: Vec<_> = query.problems.iter().map(|problem| (problem.span.of(text), problem.reason)).collect();
        assert_eq!(found, expect, "{text}");
    };
    check("web zone:a", &[]);
    check("web zone: db", &[("zone:", Reason::NoValue)]);
    check("- web , -status:", &[("-", Reason::NoValue), (",", Reason::NoValue), ("-status:", Reason::NoValue)]);
    check("web image:\"Ubuntu S", &[("\"Ubuntu S", Reason::UnclosedQuote)]);
    check("가 \"", &[("\"", Reason::UnclosedQuote)]);
}

#[test]
fn places() {
    let text = "웹 -zone:\"kr a\",kr-b";
    let query = Query::parse(text);
    let placed = query.terms.last().expect("a term");
    assert_eq!(placed.span.of(text), "-zone:\"kr a\",kr-b");
    assert_eq!(placed.name.of(text), "zone");
    assert_eq!(placed.body.of(text), "\"kr a\",kr-b");
    assert_eq!(placed.values.iter().map(|span| span.of(text)).collect::<Vec<_>>(), ["\"kr a\"", "kr-b"]);
}

/// Texts that are more often special than random ones.
pub fn any_text() -> impl Strategy<Value = String> {
    let part = prop_oneof![
        3 => prop::sample::select(vec![
            " ", "  ", ":", ">", "<", "=", ",", "*", "\"", "\\", "-", ".", "zone", "meta", "age", "ram", "is", "ip", "a", "1",
            "8g", "90d", "10.0.0.0/8", "fd00", "protected", "role", "error", "서버", "\u{a0}", "\n",
        ]).prop_map(str::to_owned),
        1 => "\\PC{0,3}",
    ];
    prop::collection::vec(part, 0..12).prop_map(|parts| parts.concat())
}

/// Any valid term.
pub fn any_term() -> impl Strategy<Value = Term> {
    let ops = vec![Op::Contains, Op::Equals, Op::More, Op::AtLeast, Op::Less, Op::AtMost];
    let name = prop_oneof![
        prop::sample::select(vec!["zone", "meta.role", "meta", "ram", "fa", "c-d_1"]).prop_map(str::to_owned),
        "[a-z][a-z0-9_-]{0,3}(\\.\\PC{1,4})?",
    ];
    let field = (name, prop::sample::select(ops), prop::collection::vec(any_pattern(), 0..4));
    let word = prop::collection::vec(any_pattern(), 1..4);
    prop_oneof![
        field.prop_map(|(name, op, values)| (Some(name), op, values)),
        word.prop_map(|values| (None, Op::Contains, values)),
    ]
    .prop_flat_map(|(field, op, values)| {
        any::<bool>().prop_map(move |negated| Term { negated, field: field.clone(), op, values: values.clone() })
    })
}

/// Parsed, because only parsing makes patterns with `*`.
fn any_pattern() -> impl Strategy<Value = Pattern> {
    prop_oneof![any_text(), "[a-z*]{1,4}", "[a-z0-9:.]{1,6}"].prop_map(|text| {
        let parsed = Query::parse(&format!("x:{}", text.replace([',', ' ', '\n'], "")));
        let value = parsed.terms.first().and_then(|placed| placed.term.values.first().cloned());
        value.unwrap_or_else(|| Pattern::text(&text))
    })
}

fn terms_of(query: &Query) -> Vec<Term> {
    query.terms.iter().map(|placed| placed.term.clone()).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, cases: 500, ..Default::default() })]

    #[test]
    fn what_is_written_is_parsed_to_the_same(terms in prop::collection::vec(any_term(), 0..5)) {
        let query = Query::of(&terms);
        prop_assert_eq!(&terms_of(&query), &terms, "{}", query);
        prop_assert!(query.problems.iter().all(|problem| problem.reason == Reason::NoValue));
    }

    #[test]
    fn any_text_is_a_query(text in prop_oneof![any_text(), any::<String>()]) {
        let query = Query::parse(&text);
        let printed = query.to_string();
        let again = Query::parse(&printed);
        prop_assert_eq!(terms_of(&again), terms_of(&query), "{}", printed);
        prop_assert_eq!(again.to_string(), printed);
    }

    #[test]
    fn places_are_in_the_text_and_in_order(text in any_text()) {
        let query = Query::parse(&text);
        let valid = |span: Span| text.get(span.start..span.end).is_some();
        let mut end = 0;
        for placed in &query.terms {
            prop_assert!(valid(placed.span) && placed.span.start >= end);
            end = placed.span.end;
            prop_assert_eq!(placed.values.len(), placed.term.values.len());
            for span in placed.values.iter().chain([&placed.name, &placed.body]) {
                prop_assert!(valid(*span) && span.start >= placed.span.start && span.end <= placed.span.end);
            }
            prop_assert!(placed.values.iter().all(|span| span.start >= placed.body.start));
        }
        prop_assert!(query.problems.iter().all(|problem| valid(problem.span)));
        prop_assert!(query.problems.windows(2).all(|pair| pair[0].span <= pair[1].span));
    }
}
