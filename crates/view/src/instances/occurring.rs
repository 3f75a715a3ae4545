//! The values that occur in the table of instances, for completion. Names, ids and addresses are left out: nearly each row
//! has its own.

use cloud::wire::{Server, Told};
use query::complete::{Counted, Counter, Occurring};
use query::{Field, Kind, Row, Value};

use super::fields::{CLOUD, PROJECT, REGION, Searched};
use super::index::zone;
use super::texts::{group, group_word, networks};
use super::{RowIndex, StatusGroup};
use crate::fold;

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
                of_key.for_each(|(_, value)| all.add(value.as_str()));
            }
            Kind::Text | Kind::Word => texts(field, part, row, all),
            Kind::Age | Kind::Time | Kind::Address => {}
        })
    }

    fn keys(&self, _: &'static Field) -> Vec<Counted> {
        self.counted(&|_, row, all| pairs(row).for_each(|(key, _)| all.add(key.as_str())))
    }
}

impl<'a> Occurs<'a> {
    /// Counts what `of` finds in each row.
    fn counted(&self, of: &dyn Fn(&'a RowIndex, &Searched<'a>, &mut Counter<'a>)) -> Vec<Counted> {
        let mut all = Counter::default();
        for part in &self.parts {
            part.searched_rows().for_each(|row| of(part, &row, &mut all));
        }
        all.finish()
    }
}

fn pairs<'a>(row: &Searched<'a>) -> impl Iterator<Item = &'a (String, String)> {
    row.entry.server.metadata.said().into_iter().flatten()
}

fn measured(field: &'static Field, value: Value<'_>, all: &mut Counter<'_>) {
    match value {
        Value::Number(number) => all.add_number(field, number),
        Value::Flags(flags) => all.add_flags(field, flags),
        Value::Texts(_) | Value::Nothing => {}
    }
}

fn texts<'a>(field: &'static Field, part: &'a RowIndex, row: &Searched<'a>, all: &mut Counter<'a>) {
    let server: &'a Server = &row.entry.server;
    let one = match field.id {
        group::STATUS => {
            let word = group_word(StatusGroup::of(server));
            let status = server.status.as_str();
            // ERROR is a group of its own.
            if !status.eq_ignore_ascii_case(word) {
                all.add(status.to_ascii_lowercase());
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
            networks(server).for_each(|name| all.add(name));
            ""
        }
        group::GROUP => {
            server.security_groups.said().into_iter().flatten().for_each(|name| all.add(name.as_str()));
            ""
        }
        _ => "",
    };
    all.add(one);
}

fn said<T>(value: &Told<Option<T>>) -> Option<&T> {
    value.said()?.as_ref()
}
