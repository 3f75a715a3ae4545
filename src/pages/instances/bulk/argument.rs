//! What an operation needs besides the instances: a flavor, a security group, a metadata entry.

use std::sync::Arc;

use ::view::fold;
use cloud::calls::metadata::is_nameable;
use cloud::create::{metadata_key, metadata_value};
use cloud::rules::limits::METADATA_MAX;
use cloud::wire::{SecurityGroup, name_for_compute};
use cloud::{FlavorId, Scope};
use leptos::prelude::*;
use runner::{Group, Operation};

use super::kinds::Does;
use super::reading::Reading;
use crate::browser::clock;
use crate::data::{self, Live};
use crate::locales::{Text, Words, tx};
use crate::pages::instances::words;
use crate::ui::{Choice, Picker, PickerColumn, PickerRow, SelectField, TextField};

/// The fields.
#[derive(Clone, Copy)]
pub struct Argument {
    does: Does,
    /// The id of a flavor or group, or the key of a metadata entry.
    first: RwSignal<String>,
    /// The value of a metadata entry.
    second: RwSignal<String>,
    groups: Option<Live<Arc<[SecurityGroup]>>>,
    /// The selection is of several projects or regions.
    several: bool,
}

impl Argument {
    /// Empty fields.
    pub fn new(does: Does, scopes: &[Scope]) -> Self {
        let grouped = matches!(does, Does::AddGroup | Does::RemoveGroup);
        let scope = scopes.first().cloned();
        let groups = grouped.then(|| data::within(ArcRwSignal::new(scope), data::security_groups));
        let (first, second) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
        Self { does, first, second, groups, several: scopes.len() > 1 }
    }

    /// The operation, or what is missing; tracked.
    pub fn operation(self) -> Result<Operation, Text> {
        let (first, second) = (self.first.get(), self.second.get());
        let missing = |words: Words| Err(tx(words));
        Ok(match self.does {
            Does::Plain(action) => Operation::Plain(action),
            Does::CreateImage => Operation::CreateImage { date: clock::today() },
            Does::Resize if first.is_empty() => return missing(|t| t.bulk().flavor_choose),
            Does::Resize => Operation::Resize(FlavorId(first)),
            Does::AddGroup => Operation::AddGroup(self.group(&first)?),
            Does::RemoveGroup => Operation::RemoveGroup(self.group(&first)?),
            Does::SetMetadata | Does::RemoveMetadata if first.trim().is_empty() => {
                return missing(|t| t.bulk().key_choose);
            }
            Does::SetMetadata => {
                match (metadata_key(first.trim(), METADATA_MAX), metadata_value(&second, METADATA_MAX)) {
                    (Ok(()), Ok(())) => Operation::SetMetadata { key: first.trim().to_owned(), value: second },
                    _ => return missing(|t| t.metadata().key_bad),
                }
            }
            Does::RemoveMetadata if !is_nameable(first.trim()) => return missing(|t| t.bulk().key_bad),
            Does::RemoveMetadata => Operation::RemoveMetadata { key: first.trim().to_owned() },
        })
    }

    fn group(self, id: &str) -> Result<Group, Text> {
        let list = self.groups.and_then(|groups| groups.value.get()).unwrap_or_default();
        let group = list.iter().find(|group| group.id.as_str() == id).ok_or_else(|| tx(|t| t.bulk().group_choose))?;
        // An id belongs to one project.
        let sent = if self.several { group.name.clone() } else { name_for_compute(&list, id) };
        Ok(Group { name: group.name.clone(), sent })
    }

    /// The fields; nothing if there are none.
    pub fn fields(self, reading: StoredValue<Reading>) -> AnyView {
        match self.does {
            Does::Plain(_) | Does::CreateImage => ().into_any(),
            Does::Resize => self.flavor(reading),
            Does::AddGroup | Does::RemoveGroup => self.group_field(),
            Does::SetMetadata => {
                let value = self.second;
                view! { {self.key()} <TextField label=tx(|t| t.metadata().value) value mono=true optional=true /> }
                    .into_any()
            }
            Does::RemoveMetadata => self.key(),
        }
    }

    fn key(self) -> AnyView {
        view! { <TextField label=tx(|t| t.metadata().key) value=self.first mono=true autofocus=true /> }.into_any()
    }

    fn group_field(self) -> AnyView {
        let choices = Signal::derive(move || {
            let list = self.groups.and_then(|groups| groups.value.get()).unwrap_or_default();
            let mut choices = vec![Choice::new("", tx(|t| t.bulk().group_choose))];
            choices.extend(list.iter().map(|group| Choice::new(group.id.as_str(), group.name.clone())));
            choices
        });
        view! { <SelectField label=tx(|t| t.bulk().group) value=self.first choices /> }.into_any()
    }

    fn flavor(self, reading: StoredValue<Reading>) -> AnyView {
        // Polling must not take the focus out of the picker.
        let flavors = Memo::new(move |_| reading.with_value(Reading::flavors));
        let rows = Signal::derive(move || {
            let mut flavors = flavors.get().unwrap_or_default().to_vec();
            flavors.sort_by_cached_key(|flavor| (fold(flavor.family()), flavor.vcpus, flavor.ram_mb));
            let row = |flavor: &cloud::wire::Flavor| PickerRow {
                id: flavor.id.0.clone(),
                cells: vec![
                    flavor.name.clone().into(),
                    words::number(flavor.vcpus.into()),
                    words::megabytes(flavor.ram_mb),
                ],
                haystack: fold(&flavor.name),
                excluded: None,
            };
            flavors.iter().map(row).collect::<Arc<[PickerRow]>>()
        });
        let column = |title, number| PickerColumn { title, number };
        let columns = vec![
            column(tx(|t| t.common().name), false),
            column(tx(|t| t.questions().vcpus), true),
            column(tx(|t| t.questions().ram), true),
        ];
        let loading = Signal::derive(move || flavors.with(Option::is_none));
        view! { <Picker label=tx(|t| t.questions().new_flavor) columns rows value=self.first loading /> }.into_any()
    }
}
