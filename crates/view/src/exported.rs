//! What is exported of the rows of a short list: the fields it can be searched by.

use cloud::Timestamp;
use query::{Cells, Field, Fields, Kind, Shown};

use crate::datum::Datum;

/// The fields that are exported. An age is left out: the time it counts from is another field.
pub fn fields(fields: Fields) -> impl Iterator<Item = &'static Field> {
    fields.0.iter().filter(|field| field.kind != Kind::Age)
}

/// The value of a field.
pub fn value(cells: &Cells, field: &Field) -> Datum {
    match (cells.shown(field), field.kind) {
        (Shown::Nothing, _) => Datum::Nothing,
        (Shown::Texts(pairs), Kind::Pairs) => {
            Datum::texts(pairs.chunks_exact(2).map(|pair| [pair[0].as_str(), "=", pair[1].as_str()].concat()))
        }
        // The last word of a status is the cloud's own; before it is the group that a search finds it by.
        (Shown::Texts(words), Kind::Word) => Datum::told(words.last().map(String::as_str)),
        (Shown::Texts([one]), _) => Datum::text(one.as_str()),
        (Shown::Texts(texts), _) => Datum::texts(texts.iter().cloned()),
        (Shown::Number(at), Kind::Time) => Datum::Time(Timestamp(at)),
        (Shown::Number(number), _) => Datum::Number(number),
        (Shown::Words(words), _) => Datum::texts(words.into_iter().map(str::to_owned)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const FIELDS: Fields = Fields(&[
        Field::new(0, "name", Kind::Text),
        Field::new(1, "status", Kind::Word),
        Field::new(2, "size", Kind::Bytes { unit: 1 << 30 }),
        Field::new(3, "ip", Kind::Address),
        Field::new(4, "is", Kind::Flags).words(&["free", "open", "shared"]),
        Field::new(5, "age", Kind::Age),
        Field::new(6, "created", Kind::Time),
        Field::new(7, "meta", Kind::Pairs),
    ]);

    #[test]
    fn every_kind_of_field_has_its_value() {
        let cells = Cells::new(FIELDS)
            .text("name", "web")
            .hidden("status", "changing")
            .hidden("status", "creating")
            .number("size", Some(1024))
            .text("ip", "10.0.0.1")
            .text("ip", "fd00::1")
            .flag("is", "shared", true)
            .flag("is", "free", true)
            .number("created", Some(0))
            .pair("meta", "role", "web");
        let texts = |all: &[&str]| Datum::Texts(all.iter().map(|text| (*text).to_owned()).collect());
        let expect = [
            Datum::text("web"),
            Datum::text("creating"),
            Datum::Number(1024),
            texts(&["10.0.0.1", "fd00::1"]),
            texts(&["free", "shared"]),
            Datum::Time(Timestamp(0)),
            texts(&["role=web"]),
        ];
        assert_eq!(fields(FIELDS).map(|field| value(&cells, field)).collect::<Vec<_>>(), expect);
        let empty = Cells::new(FIELDS);
        assert!(fields(FIELDS).all(|field| value(&empty, field) == Datum::Nothing));
    }
}
