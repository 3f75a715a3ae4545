//! The text of a search box, which is also in addresses that people share.

use query::complete::{Counted, Occurring, complete};
use query::{Clock, Compiled, Field, Fields, Kind, Op, Query, Row, Span, Term, Value, edit};

/// One field of each kind.
const FIELDS: Fields = Fields(&[
    field(0, "name", Kind::Text),
    field(1, "status", Kind::Word),
    field(2, "vcpus", Kind::Number),
    field(3, "ram", Kind::Bytes { unit: 1 << 20 }),
    field(4, "age", Kind::Age),
    field(5, "updated", Kind::Time),
    field(6, "ip", Kind::Address),
    field(7, "is", Kind::Flags),
    field(8, "meta", Kind::Pairs),
]);

const fn field(id: u8, name: &'static str, kind: Kind) -> Field {
    Field::new(id, name, kind).words(&["protected", "locked"])
}

/// A text whose last line is the number of the caret's place.
pub fn target(data: &[u8]) {
    let whole = crate::text(data);
    let (text, caret) = whole.rsplit_once('\n').unwrap_or((&whole, ""));
    let query = Query::parse(text);
    let printed = query.to_string();
    let terms = |query: &Query| query.terms.iter().map(|placed| placed.term.clone()).collect::<Vec<_>>();
    assert_eq!(terms(&Query::parse(&printed)), terms(&query), "{text:?} → {printed:?}");

    let compiled = Compiled::new(&query, FIELDS, Clock::default());
    let is_place = |span: Span| text.get(span.start..span.end).is_some();
    assert!(compiled.problems().iter().all(|problem| is_place(problem.span)), "{text:?}");
    compiled.fits(&One);

    let term = Term::field("name", Op::Equals, text);
    let set = Query::parse(&edit::set(text, FIELDS, &term));
    assert!(set.terms.iter().any(|placed| placed.term == term), "{text:?}");
    assert!(edit::chosen(&Query::parse(&edit::remove(text, FIELDS, "name")), FIELDS, "name").is_empty(), "{text:?}");
    edit::toggle(text, FIELDS, &term);

    let places: Vec<usize> = (0..=text.len()).filter(|at| text.is_char_boundary(*at)).collect();
    let caret = caret.parse::<usize>().unwrap_or(usize::MAX).min(places.len().saturating_sub(1));
    let found = complete(text, places.get(caret).copied().unwrap_or_default(), FIELDS, &One);
    assert!(is_place(found.replace), "{text:?}");
}

/// A row, and the only one.
struct One;

impl Row for One {
    fn searched(&self) -> [&str; 2] {
        ["web-1\nkr-a\n", "shop\n"]
    }

    fn value(&self, field: u8) -> Value<'_> {
        match field {
            2..=5 => Value::Number(4),
            6 => Value::Texts("10.0.0.5\nfd00::1\n"),
            7 => Value::Flags(1),
            8 => Value::Texts("role\nweb\nnote\n\n"),
            _ => Value::Texts("web-1\n"),
        }
    }
}

impl Occurring for One {
    fn values(&self, field: &'static Field, key: &str) -> Vec<Counted> {
        vec![Counted { text: format!("{} {key}", field.name), rows: 1 }]
    }

    fn keys(&self, field: &'static Field) -> Vec<Counted> {
        self.values(field, "\"")
    }
}
