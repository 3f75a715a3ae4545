//! What is suggested at a caret, `|`.

use proptest::prelude::*;
use query::complete::{Counted, Occurring, Suggestions, complete};
use query::{Cells, Field, Query};

use crate::parse::any_text;
use crate::rows::{FIELDS, Vm, world};

struct World;

fn counted(all: &[(&str, usize)]) -> Vec<Counted> {
    all.iter().map(|(text, rows)| Counted { text: (*text).to_owned(), rows: *rows }).collect()
}

impl Occurring for World {
    fn values(&self, field: &'static Field, key: &str) -> Vec<Counted> {
        match (field.name, key) {
            ("zone", "") => counted(&[("kr-a", 3), ("kr-b", 5), ("Seoul 1", 1)]),
            ("status", "") => counted(&[("running", 7), ("dreaming", 1)]),
            ("meta", "role") => counted(&[("web", 2), ("a,b", 1)]),
            _ => Vec::new(),
        }
    }

    fn keys(&self, _: &'static Field) -> Vec<Counted> {
        counted(&[("role", 9), ("cost center", 1)])
    }
}

fn at(marked: &str) -> (String, Suggestions) {
    let caret = marked.find('|').expect("a caret");
    let text = marked.replacen('|', "", 1);
    let suggestions = complete(&text, caret, FIELDS, &World);
    (text, suggestions)
}

#[test]
fn suggestions() {
    let check = |marked: &str, replaced: &str, expect: &[&str]| {
        let (text, found) = at(marked);
        let items: Vec<&str> = found.items.iter().map(|item| item.insert.as_str()).collect();
        assert_eq!((found.replace.of(&text), items.as_slice()), (replaced, expect), "{marked}");
    };
    let all = ["name:", "status:", "vcpus:", "ram:", "age>", "created:", "ip:", "is:", "meta.", "zone:"];
    check("|", "", &all);
    check("web |", "", &all);
    check("web | db", "", &all);
    check("-|", "", &all);
    check("z|", "z", &["zone:"]);
    check("-Z|", "Z", &["zone:"]);
    check("a|", "a", &["age>", "ip:"]);
    check("r|", "r", &["ram:", "status:running"]);
    check("prot|", "prot", &["is:protected"]);
    check("nothing|", "nothing", &[]);
    check("\"z|", "\"z", &[]);
    check("st|:error", "st", &["status"]);
    check("zone:|", "", &["kr-b", "kr-a", "\"Seoul 1\""]);
    check("zone:K|", "K", &["kr-b", "kr-a"]);
    check("zone:\"se|", "\"se", &["\"Seoul 1\""]);
    check("zone:kr-b,|", "", &["kr-a", "\"Seoul 1\""]);
    check("zone:kr|,kr-b", "kr", &["kr-a"]);
    check("-zone=1|", "1", &["\"Seoul 1\""]);
    check("zone:kr-b| web", "kr-b", &["kr-b"]);
    check("status:|", "", &["running", "dreaming", "error", "changing"]);
    check("is:l|", "l", &["locked"]);
    check("color:|", "", &[]);
    check("meta.|", "meta.", &["meta.role:", "meta.\"cost center\":"]);
    check("meta.co|", "meta.co", &["meta.\"cost center\":"]);
    check("zone.|", "zone.", &[]);
    check("meta.role:|", "", &["web", "\"a,b\""]);
}

#[test]
fn values_of_cells() {
    let rows: Vec<Cells> = world().iter().map(Vm::cells).collect();
    let check = |name: &str, expect: &str| {
        let found = FIELDS.find(name).expect("a field");
        let values = rows.as_slice().values(found.field, found.key);
        let shown: Vec<String> = values.iter().map(|value| format!("{} {}", value.text, value.rows)).collect();
        assert_eq!(shown.join(", "), expect, "{name}");
    };
    check("name", "DB Main 1, Web-1 1, web-10 1, 새 서버 1");
    check("status", "active 2, changing 1, dreaming 1, error 1, powering-off 1, running 1");
    check("vcpus", "2 1, 4 1, 8 1");
    check("ram", "1536m 1, 16g 1, 4g 1");
    check("is", "locked 1, protected 1");
    check("meta.ROLE", "Web 1, db 1, web-admin 1");
    check("created", "");
    let meta = FIELDS.find("meta").expect("a field").field;
    let keys: Vec<String> = rows.as_slice().keys(meta).into_iter().map(|key| key.text).collect();
    assert_eq!(keys, ["Role", "note", "role", "team"]);
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..Default::default() })]

    /// What is inserted is one more term or value, and nothing else changes.
    #[test]
    fn a_suggestion_fits_in_its_place(text in any_text(), caret in any::<prop::sample::Index>()) {
        let places: Vec<usize> = (0..=text.len()).filter(|at| text.is_char_boundary(*at)).collect();
        let found = complete(&text, *caret.get(&places), FIELDS, &World);
        prop_assert!(text.get(found.replace.start..found.replace.end).is_some());
        for item in found.items {
            let mut new = text.clone();
            new.replace_range(found.replace.start..found.replace.end, &item.insert);
            let (old, new) = (Query::parse(&text), Query::parse(&new));
            prop_assert!(new.terms.len() <= old.terms.len() + 1, "{} {}", text, item.insert);
        }
    }
}
