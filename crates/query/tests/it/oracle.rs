//! The evaluator agrees with a slow one that looks at each row's own values, without any preparation.

use std::net::IpAddr;

use proptest::prelude::*;
use query::{Compiled, Op, Pattern, Query, Term};

use crate::rows::{FIELDS, Vm, clock, world};

/// `None`: the term says nothing about rows.
fn fits(vm: &Vm, term: &Term) -> Option<bool> {
    let values: Vec<bool> = term.values.iter().filter_map(|value| value_fits(vm, term, value)).collect();
    (!values.is_empty()).then(|| values.contains(&true) != term.negated)
}

fn value_fits(vm: &Vm, term: &Term, value: &Pattern) -> Option<bool> {
    let metadata = || vm.meta.iter().flat_map(|(key, value)| [*key, *value]);
    let Some(name) = &term.field else {
        let texts = [vm.name, vm.zone, vm.project].into_iter().chain(vm.ips.iter().copied()).chain(metadata());
        let texts: Vec<&str> = texts.collect();
        let text = value.as_text();
        return (text != Some("")).then(|| texts.iter().any(|text| text_fits(text, value, false)));
    };
    let whole = term.op == Op::Equals;
    let range = !matches!(term.op, Op::Contains | Op::Equals);
    let among = |texts: Vec<&str>, whole: bool| match value.as_text() {
        _ if range => None,
        Some("") => Some(texts.iter().all(|text| text.is_empty())),
        _ if value.is_anything() => Some(texts.iter().any(|text| !text.is_empty())),
        _ => Some(texts.iter().any(|text| text_fits(text, value, whole))),
    };
    if let Some(key) = name.strip_prefix("meta.").filter(|key| !key.is_empty()) {
        let of_key = vm.meta.iter().filter(|(name, _)| name.to_lowercase() == key.to_lowercase());
        let texts: Vec<&str> = of_key.map(|(_, value)| *value).collect();
        // That the key exists is enough.
        return if !range && value.is_anything() { Some(!texts.is_empty()) } else { among(texts, whole) };
    }
    match name.as_str() {
        "name" => among(vec![vm.name], whole),
        "zone" => among(vec![vm.zone], whole),
        "status" => match value.as_text().filter(|text| !text.is_empty() && !whole && !range) {
            Some(text) => Some(vm.status.iter().any(|word| word.starts_with(&text.to_lowercase()))),
            None => among(vm.status.to_vec(), true),
        },
        "meta" | "meta." => among(metadata().collect(), whole),
        "ip" | "address" => match value.as_text().filter(|text| !range && !text.is_empty()) {
            Some(text) if text.contains('/') => {
                let (network, length) = text.split_once('/')?;
                let (network, length) = (network.parse::<IpAddr>().ok()?, length.parse::<u32>().ok()?);
                let (most, network) = bits(network);
                let matches = |ip: &&str| {
                    let (own, ip) = bits(ip.parse().expect("an address"));
                    own == most && (length == 0 || ip >> (most - length) == network >> (most - length))
                };
                (length <= most).then(|| vm.ips.iter().any(matches))
            }
            Some(text) => match text.parse::<IpAddr>() {
                Ok(wanted) => Some(vm.ips.iter().any(|ip| ip.parse() == Ok(wanted))),
                Err(_) => among(vm.ips.to_vec(), whole),
            },
            None => among(vm.ips.to_vec(), whole),
        },
        "vcpus" => number(vm.vcpus, term.op, value, |text| text.parse().ok()),
        "ram" => number(vm.ram_mib.map(|mib| mib << 20), term.op, value, bytes),
        "is" => match value.as_text() {
            _ if range => None,
            Some("") => Some(!vm.protected && !vm.locked),
            Some("protected") => Some(vm.protected),
            Some("locked") => Some(vm.locked),
            None if value.is_anything() => Some(vm.protected || vm.locked),
            _ => None,
        },
        _ => None,
    }
}

fn bytes(text: &str) -> Option<i64> {
    let unit = text.trim_start_matches(|letter: char| !letter.is_ascii_alphabetic());
    let number = text.strip_suffix(unit)?;
    let power = match unit {
        "" => 2,
        "b" => 0,
        "kb" | "kib" => 1,
        "mb" | "mib" => 2,
        "gb" | "gib" => 3,
        _ => 1 + "kmgtp".find(unit).filter(|_| unit.len() == 1)?,
    };
    let float: f64 = number.parse().ok().filter(|_| number.starts_with(DIGIT) && number.ends_with(DIGIT))?;
    Some((float * 1024_f64.powi(power as i32)) as i64)
}

const DIGIT: fn(char) -> bool = |letter| letter.is_ascii_digit();

fn bits(address: IpAddr) -> (u32, u128) {
    match address {
        IpAddr::V4(v4) => (32, u128::from(v4.to_bits())),
        IpAddr::V6(v6) => (128, v6.to_bits()),
    }
}

fn number(own: Option<i64>, op: Op, value: &Pattern, read: fn(&str) -> Option<i64>) -> Option<bool> {
    let range = !matches!(op, Op::Contains | Op::Equals);
    match value.as_text() {
        None if value.is_anything() && !range => return Some(own.is_some()),
        Some("") if !range => return Some(own.is_none()),
        _ => {}
    }
    let wanted = read(value.as_text()?)?;
    Some(own.is_some_and(|own| match op {
        Op::Contains | Op::Equals => own == wanted,
        Op::More => own > wanted,
        Op::AtLeast => own >= wanted,
        Op::Less => own < wanted,
        Op::AtMost => own <= wanted,
    }))
}

/// The simplest matching of `*` there is.
fn text_fits(text: &str, value: &Pattern, whole: bool) -> bool {
    fn like(text: &[char], pattern: &[Option<char>]) -> bool {
        match pattern.split_first() {
            None => text.is_empty(),
            Some((None, rest)) => (0..=text.len()).any(|skip| like(&text[skip..], rest)),
            Some((Some(letter), rest)) => {
                text.split_first().is_some_and(|(first, text)| first == letter && like(text, rest))
            }
        }
    }
    let text: Vec<char> = text.to_lowercase().chars().collect();
    let pieces = value.pieces().iter().map(|piece| piece.to_lowercase().chars().map(Some).collect::<Vec<_>>());
    let mut pattern = pieces.collect::<Vec<_>>().join(&None);
    if value.pieces().len() == 1 && !whole {
        pattern = [vec![None], pattern, vec![None]].concat();
    }
    like(&text, &pattern)
}

fn any_query() -> impl Strategy<Value = String> {
    let name = prop::sample::select(vec![
        "",
        "name",
        "zone",
        "status",
        "vcpus",
        "ram",
        "ip",
        "is",
        "meta",
        "meta.role",
        "meta.note",
        "meta.Team",
        "color",
    ]);
    let op = prop::sample::select(vec![":", ":", ":", "=", ">", ">=", "<", "<="]);
    let value = prop_oneof![
        prop::sample::select(vec![
            "",
            "\"\"",
            "*",
            "web",
            "WEB-1",
            "web*",
            "*1",
            "w*b*",
            "kr-a",
            "a",
            "e",
            "error",
            "active",
            "2",
            "8",
            "4g",
            "1g",
            "role",
            "shop",
            "protected",
            "locked",
            "10.0.0.5",
            "10.0.0.0/24",
            "0.0.0.0/0",
            "fd00::/8",
            "fd00:0::12",
            "10.0.0.0/99",
            "서*",
            "\"db m\"",
        ])
        .prop_map(str::to_owned),
        "[a-z0-9*.]{1,3}",
    ];
    let term = (any::<bool>(), name, op, prop::collection::vec(value, 1..4)).prop_map(|(negated, name, op, values)| {
        [if negated { "-" } else { "" }, name, if name.is_empty() { "" } else { op }, &values.join(",")].concat()
    });
    prop::collection::vec(term, 0..4).prop_map(|terms| terms.join(" "))
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, cases: 1500, ..Default::default() })]

    #[test]
    fn agrees_with_the_oracle(text in any_query()) {
        let query = Query::parse(&text);
        let compiled = Compiled::new(&query, FIELDS, clock());
        for vm in world() {
            let expected = query.terms.iter().all(|placed| fits(&vm, &placed.term).unwrap_or(true));
            prop_assert_eq!(compiled.fits(&vm.prepared()), expected, "{} {:?}", text, vm);
            prop_assert_eq!(compiled.fits(&vm.cells()), expected, "{} {:?}", text, vm);
        }
    }

    #[test]
    fn no_text_is_refused(text in crate::parse::any_text()) {
        let compiled = Compiled::new(&Query::parse(&text), FIELDS, clock());
        let valid = |span: query::Span| text.get(span.start..span.end).is_some();
        prop_assert!(compiled.problems().iter().all(|problem| valid(problem.span)));
        for vm in world() {
            compiled.fits(&vm.prepared());
        }
    }
}
