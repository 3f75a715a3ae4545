use super::*;
use crate::actions::create_image;
use crate::rules::samples::server;
use crate::wire::{AttachedVolume, Told};

#[test]
fn the_way_follows_the_flavor_and_without_one_the_volumes() {
    let with = |volumes| Server { volumes, ..server("s") };
    let one = || Told::Said(vec![AttachedVolume { id: "v".into(), delete_on_termination: None }]);
    let named = |name: &str| Some(FlavorName { id: "f".into(), name: name.to_owned() });
    use Action::{CreateImage, CreateImageFromVolume};
    use RuleSet::{Nhn, OpenStack};
    for (rules, flavor, volumes, expect) in [
        (Nhn, named("u2.c1m1"), one(), CreateImage),
        (Nhn, named("m2.c1m2"), Told::Said(vec![]), CreateImageFromVolume),
        (Nhn, None, Told::Said(vec![]), CreateImage),
        (Nhn, None, one(), CreateImageFromVolume),
        (Nhn, None, Told::Unsaid, CreateImageFromVolume),
        (OpenStack, named("m1.small"), one(), CreateImage),
        (OpenStack, None, Told::Unsaid, CreateImage),
    ] {
        assert_eq!(way(&with(volumes.clone()), rules, flavor.as_ref()), expect, "{rules:?} {flavor:?} {volumes:?}");
    }
}

#[test]
fn what_was_typed_is_sent_or_named_by_its_line() {
    let limits = Limits::of(RuleSet::Nhn, None);
    let long = "가".repeat(255);
    let check = |name: &str, metadata: &str| {
        let draft = CaptureDraft { name: name.to_owned(), metadata: metadata.to_owned() };
        let call = |capture: Capture| create_image(&"s".into(), capture.name(), capture.metadata());
        draft.check(&limits).map(|capture| call(capture).request.body.unwrap_or_default())
    };
    for (name, metadata, sent) in [
        (" golden ", "", r#"{"createImage":{"name":"golden"}}"#.to_owned()),
        (&long, "\n\n", format!(r#"{{"createImage":{{"name":"{long}"}}}}"#)),
        ("g", "a = b=c\n\n x:y=", r#"{"createImage":{"name":"g","metadata":{"a":"b=c","x:y":""}}}"#.to_owned()),
    ] {
        assert_eq!(check(name, metadata), Ok(sent), "{name} {metadata:?}");
    }
    let bad = |name, line| Err(CaptureProblems { name, line });
    assert_eq!(check(" ", ""), bad(Some(NameError::Empty), None));
    assert_eq!(check(&"n".repeat(256), "x"), bad(Some(NameError::TooLong { max: 255, is: 256 }), Some(1)));
    for (metadata, line) in [("no equals", 1), ("a=1\n\na=2", 3), ("한글=1", 1), ("=1", 1)] {
        assert_eq!(check("g", metadata), bad(None, Some(line)), "{metadata:?}");
    }
    let edge = |n: usize| format!("k={}", "v".repeat(n));
    assert!(check("g", &edge(255)).is_ok());
    assert_eq!(check("g", &edge(256)), bad(None, Some(1)));
}

fn image(fields: &str) -> Image {
    let body = format!(r#"{{"images": [{{"id": "i", "name": "golden", {fields}}}]}}"#);
    let reply = crate::exchange::Reply { status: 200, headers: Vec::new(), body };
    let page = (crate::calls::images::list(10, None).read)(&reply).expect("a list");
    page.rows.into_iter().next().expect("an image")
}

/// Bug: an answer without an id was followed by name alone, and an old image of that name was reported as ready.
#[test]
fn an_image_that_was_not_named_is_known_by_name_time_and_owner() {
    let since = Timestamp::parse("2026-11-30T08:00:00Z").expect("a time");
    let unnamed = Unnamed { name: "golden".to_owned(), owner: Some("own".into()), since };
    let old = image(r#""owner": "own", "created_at": "2026-11-29T08:00:00Z""#);
    let foreign = image(r#""owner": "other", "created_at": "2026-11-30T08:00:02Z""#);
    let own = image(r#""owner": "own", "created_at": "2026-11-30T08:00:02Z""#);
    let terse = image(r#""status": "saving""#);
    let among = |images: &[Image]| unnamed.among(images).map(|found| found.is_some());
    assert_eq!(among(&[old.clone(), foreign.clone()]), Ok(false));
    assert_eq!(among(&[old, foreign, own.clone()]), Ok(true));
    assert_eq!(among(std::slice::from_ref(&terse)), Ok(true));
    assert_eq!(among(&[own.clone(), own]), Err(Ambiguous));
}
