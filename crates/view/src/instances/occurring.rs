//! The values that occur in the table of instances, for completion. Names, ids and addresses are left out: nearly each row
//! has its own.

use std::borrow::Cow;

use cloud::wire::{Server, Told};
use query::complete::{Counted, Occurring};
use query::{Field, Kind, Row, Value};

use super::fields::{CLOUD, PROJECT, REGION, Searched};
use super::index::zone;
use super::texts::{group, group_word, networks};
use super::{RowIndex, StatusGroup};
use crate::fold;
use crate::order::in_order;

/// The rows of one or several scopes, as they are now.
pub struct Occurs<'a> {
    pub(super) parts: Vec<&'a RowIndex>,
}

impl Occurring for Occurs<'_> {
    fn values(&self, field: &'static Field, key: &str) -> Vec<Counted> {
        let key = fold(key);
        self.counted(&|part, row, all| match field.kind {
            Kind::Flags | Kind::Number | Kind::Bytes { .. } => measured(field, row.value(field.id), all),
            Kind::Pairs => {
                let of_key = pairs(row).filter(|(name, _)| key.is_empty() || fold(name) == key);
                all.extend(of_key.map(|(_, value)| Cow::from(value.as_str())));
            }
            Kind::Text | Kind::Word => texts(field, part, row, all),
            Kind::Age | Kind::Time | Kind::Address => {}
        })
    }

    fn keys(&self, _: &'static Field) -> Vec<Counted> {
        self.counted(&|_, row, all| all.extend(pairs(row).map(|(key, _)| Cow::from(key.as_str()))))
    }
}

type Texts<'a> = Vec<Cow<'a, str>>;

impl<'a> Occurs<'a> {
    /// Counts what `of` finds in each row.
    fn counted(&self, of: &dyn Fn(&'a RowIndex, &Searched<'a>, &mut Texts<'a>)) -> Vec<Counted> {
        let mut all = Vec::new();
        for part in &self.parts {
            part.searched_rows().for_each(|row| of(part, &row, &mut all));
        }
        let mut counted: Vec<Counted> = Vec::new();
        for text in in_order(&all, Ord::cmp).filter(|text| !text.is_empty()) {
            match counted.last_mut().filter(|last| last.text == **text) {
                Some(last) => last.rows += 1,
                None => counted.push(Counted { text: text.to_string(), rows: 1 }),
            }
        }
        counted
    }
}

fn pairs<'a>(row: &Searched<'a>) -> impl Iterator<Item = &'a (String, String)> {
    row.entry.server.metadata.said().into_iter().flatten()
}

fn measured<'a>(field: &'static Field, value: Value<'_>, all: &mut Texts<'a>) {
    match value {
        Value::Number(number) => all.push(match field.kind {
            Kind::Bytes { .. } => size(number).into(),
            _ => number.to_string().into(),
        }),
        Value::Flags(flags) => {
            let set = field.words.iter().enumerate().filter(|(bit, _)| flags >> bit & 1 == 1);
            all.extend(set.map(|(_, word)| Cow::from(*word)));
        }
        Value::Texts(_) | Value::Nothing => {}
    }
}

/// The largest unit in which it is a whole number.
fn size(bytes: i64) -> String {
    let units = [(40, 't'), (30, 'g'), (20, 'm'), (10, 'k')].into_iter();
    let unit = units.into_iter().find(|(power, _)| bytes > 0 && bytes % (1 << power) == 0);
    unit.map_or_else(|| format!("{bytes}b"), |(power, name)| format!("{}{name}", bytes >> power))
}

fn texts<'a>(field: &'static Field, part: &'a RowIndex, row: &Searched<'a>, all: &mut Texts<'a>) {
    let server: &'a Server = &row.entry.server;
    let one = match field.id {
        group::STATUS => {
            let word = group_word(StatusGroup::of(server));
            let status = server.status.as_str();
            // ERROR is a group of its own.
            if !status.eq_ignore_ascii_case(word) {
                all.push(status.to_ascii_lowercase().into());
            }
            word
        }
        group::ZONE => zone(server).map_or("", |zone| zone.as_str()),
        group::FLAVOR => part.names().flavor_of(server),
        group::IMAGE => part.names().image_of(server).unwrap_or_default(),
        group::KEY => said(&server.key_name).map_or("", |key| key.as_str()),
        group::TASK => said(&server.task_state).map_or("", |task| task.0.as_str()),
        PROJECT | REGION | CLOUD => row.scope.name(field.id),
        group::NETWORK => {
            all.extend(networks(server).map(Cow::from));
            ""
        }
        group::GROUP => {
            all.extend(server.security_groups.said().into_iter().flatten().map(|name| Cow::from(name.as_str())));
            ""
        }
        _ => "",
    };
    all.push(one.into());
}

fn said<T>(value: &Told<Option<T>>) -> Option<&T> {
    value.said()?.as_ref()
}
