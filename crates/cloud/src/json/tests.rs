use super::*;

#[track_caller]
fn check(text: &str, expect: &Json<'_>) {
    assert_eq!(parse(text).as_ref(), Ok(expect), "{text}");
}

#[test]
fn every_kind_of_value() {
    check("null", &Json::Nothing);
    check("false", &Json::Flag(false));
    check("-7", &Json::Int(-7));
    check("9223372036854775807", &Json::Int(i64::MAX));
    check("9223372036854775808", &Json::Float(9_223_372_036_854_775_808.0));
    check("1.5", &Json::Float(1.5));
    check(r#""a\nb""#, &Json::Text("a\nb".into()));
    check("[1, []]", &Json::List(vec![Json::Int(1), Json::List(vec![])]));
    let pairs = vec![("b".into(), Json::Nothing), ("a\n".into(), Json::Int(1))];
    check(r#"{"b": null, "a\n": 1}"#, &Json::Object(pairs));
}

#[test]
fn only_broken_json_fails() {
    for text in [
        "",
        "{",
        "[1,]",
        r#"{"a" 1}"#,
        "{} {}",
        "nul",
        r#""\ud80"#,
        "[\"\\",
        "Nan",
        &"[".repeat(100_000),
        &r#"{"a":"#.repeat(100_000),
    ] {
        assert!(parse(text).is_err_and(|error| error.message.contains("line 1 column")));
    }
    assert!(parse(&("[".repeat(100) + &"]".repeat(100))).is_ok());
}

/// Python writes bytes that are not UTF-8 as halves of surrogate pairs.
#[test]
fn a_lone_surrogate_is_read_as_a_browser_reads_it() {
    let text = |text: &str| Json::Text(text.to_owned().into());
    check(r#""a\udc80b""#, &text("a\u{fffd}b"));
    check(r#""\uD83D""#, &text("\u{fffd}"));
    check(r#""\ud83d\ud83d\ude00\ude00""#, &text("\u{fffd}😀\u{fffd}"));
    check(r#""\ud83dx\\ude00""#, &text("\u{fffd}x\\ude00"));
    check(r#""\ud83d\n\"\udc80""#, &text("\u{fffd}\n\"\u{fffd}"));
    check(r#"{"\udfff": [{"b": "\ud800"}, 7]}"#, &{
        let row = Json::Object(vec![("b".into(), text("\u{fffd}"))]);
        Json::Object(vec![("\u{fffd}".into(), Json::List(vec![row, Json::Int(7)]))])
    });
}

#[test]
fn what_python_writes_for_no_number_is_nothing() {
    for text in ["NaN", "Infinity", "-Infinity", "1e999", "-1E+400", &"9".repeat(400)] {
        check(text, &Json::Nothing);
        check(&format!("[1, {text} ,2]"), &Json::List(vec![Json::Int(1), Json::Nothing, Json::Int(2)]));
    }
    check(r#"{"NaN":Infinity,"b":"NaN, Infinity"}"#, &{
        Json::Object(vec![("NaN".into(), Json::Nothing), ("b".into(), Json::Text("NaN, Infinity".into()))])
    });
    check("[NaN, 1e10, 1e-400]", &Json::List(vec![Json::Nothing, Json::Float(1e10), Json::Float(0.0)]));
}

#[test]
fn a_raw_control_character_in_a_string_stays() {
    check("\"a\u{1b}[0m\r\n\"", &Json::Text("a\u{1b}[0m\r\n".into()));
}

#[test]
fn texts_without_escapes_are_borrowed() {
    let Ok(Json::Object(pairs)) = parse(r#"{"key": "text"}"#) else { panic!("an object") };
    assert!(matches!(&pairs[..], [(Cow::Borrowed("key"), Json::Text(Cow::Borrowed("text")))]));
}

#[test]
fn fields() {
    let object = parse(r#"{"a": 1, "b": 2, "a": 3}"#).expect("JSON");
    assert_eq!((object.get("a"), object.get("c")), (&Json::Int(3), &Json::Nothing));
    assert_eq!((object.any(&["c", "b"]), object.find(&["c", "d"])), (&Json::Int(2), None));
    assert_eq!((object.part("b"), Json::Int(7).part("b")), (&Json::Int(2), &Json::Int(7)));
    assert_eq!((Json::Int(7).get("b"), object.rows(), Json::Int(7).pairs()), (&Json::Nothing, &[][..], &[][..]));
}

/// What is written is read the same by another parser.
#[test]
fn written_as_any_reader_expects() {
    let written = Json::object([
        ("nothing", Json::Nothing),
        ("flag", true.into()),
        ("whole", (-7_i64).into()),
        ("places", Json::Float(1.5)),
        ("no number", Json::Float(f64::NAN)),
        ("text", "\"q\" \\ \n\r\t \u{1} \u{1f} \u{7f} 한 🦀".into()),
        ("empty", [].into_iter().collect::<Json<'_>>()),
        ("object", Json::object([])),
        ("rows", [Json::from("a"), Json::object([("b", 1u32.into())])].into_iter().collect()),
    ])
    .write();
    let read: serde_json::Value = serde_json::from_str(&written).expect(&written);
    let expect = serde_json::json!({
        "nothing": null, "flag": true, "whole": -7, "places": 1.5, "no number": null,
        "text": "\"q\" \\ \n\r\t \u{1} \u{1f} \u{7f} 한 🦀", "empty": [], "object": {}, "rows": ["a", {"b": 1}],
    });
    assert_eq!(read, expect, "{written}");
    assert!(written.starts_with(r#"{"nothing":null,"flag":true"#), "in the order of the pairs: {written}");
}

proptest::proptest! {
    #[test]
    fn any_text_comes_back(text in ".*") {
        let written = Json::from(text.as_str()).write();
        proptest::prop_assert_eq!(serde_json::from_str::<String>(&written).expect(&written), text);
    }
}
