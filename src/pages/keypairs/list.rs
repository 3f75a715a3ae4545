//! The table of key pairs.

use std::sync::Arc;

use ::view::key_pairs::{KEY_PAIR_FIELDS, key_pair_cells, key_pairs};
use cloud::KeyName;
use cloud::keypair::Algorithm;
use cloud::wire::KeyPair;
use leptos::prelude::*;
use runner::Kind as Bulk;

use crate::data::Live;
use crate::locales::{Text, tx};
use crate::routes::Route;
use crate::shared::bulk::Things;
use crate::shared::list::{self, List, ListTable, Standing};
use crate::shared::opened::Opened;
use crate::shared::users::{Users, how_many};
use crate::shell::no_changes;
use crate::ui::*;

/// The key pairs; `None` while they load.
pub type Known = Signal<Option<Arc<[KeyPair]>>>;
/// The filtered and sorted list.
pub type Pairs = List<KeyPair>;

/// The key pair that a dialog is about.
#[derive(Clone, Copy)]
pub struct Chosen {
    /// Whether the dialog is open.
    pub open: RwSignal<bool>,
    pub name: RwSignal<KeyName>,
}

impl Chosen {
    pub fn new() -> Self {
        Self { open: RwSignal::new(false), name: RwSignal::new(KeyName::default()) }
    }

    /// Opens the dialog.
    pub fn show(self, name: KeyName) {
        self.name.set(name);
        self.open.set(true);
    }
}

/// The list, filtered and sorted by the address.
pub fn list(pairs: Live<Arc<[KeyPair]>>, users: Memo<Users>) -> Pairs {
    let listed = list::listed(Route::KeyPairs, "name");
    let used = move |name: &KeyName| users.with(|users| users.of(name.as_str()).map(<[_]>::len));
    List::new(
        pairs.value,
        Standing::of(pairs),
        listed,
        KEY_PAIR_FIELDS,
        |pair| pair.name.as_str(),
        move |pair| key_pair_cells(pair, used(&pair.name)),
        move |all, query, order| key_pairs(all, query, order, &used),
    )
}

pub fn table(pairs: Pairs, users: Memo<Users>, detail: Opened, delete: Chosen) -> AnyView {
    let menu = move |id: RowId| {
        let Some(deleted) = pairs.get(&id, |pair| pair.name.clone()) else { return Vec::new() };
        vec![
            MenuItem::new(tx(|t| t.common().details), move || detail.show(&id)).icon(Icon::Details),
            MenuItem::new(tx(|t| t.keypairs().delete), move || delete.show(deleted.clone()))
                .icon(Icon::Trash)
                .danger()
                .apart()
                .refused(no_changes().get()),
        ]
    };
    let none = || {
        view! {
            <Empty title=tx(|t| t.keypairs().none_title) words=tx(|t| t.keypairs().none_text) mark=Icon::Keypairs />
        }
    };
    let things = Things::removable(pairs, Bulk::KeyPair, |pair| (pair.name.0.clone(), no_changes().get()));
    view! {
        <ListTable shown=pairs.shown label=tx(|t| t.keypairs().title) search=tx(|t| t.keypairs().search)
            columns=columns(pairs, users, detail) row_name=move |id| pairs.text(id, name)
            on_open=move |id: RowId| detail.show(&id) menu no_match=tx(|t| t.keypairs().no_match_text) none select=things.select />
        {things.dialog()}
    }
    .into_any()
}

fn name(pair: &KeyPair) -> Text {
    pair.name.0.clone().into()
}

/// The key's type.
pub fn kind(pair: &KeyPair) -> String {
    Algorithm::of(&pair.public_key).to_string()
}

fn columns(pairs: Pairs, users: Memo<Users>, detail: Opened) -> Vec<Column> {
    let link = move |id: Signal<RowId>| {
        row_link(pairs.text(id, name), move || Some(detail.href(&id.get())), move || detail.show(&id.get_untracked()))
    };
    let kind = move |id| pairs.cell(id, |pair| kind(pair).into());
    let fingerprint = move |id| {
        let words = pairs.text(id, |pair| pair.fingerprint.clone().into());
        view! { <Copyable text=words what=tx(|t| t.keypairs().fingerprint) /> }.into_any()
    };
    let used = move |id: Signal<RowId>| pairs.cell(id, move |pair| how_many(users, pair.name.0.clone()));
    vec![
        Column::new("name", tx(|t| t.common().name), Width::Grow, link),
        Column::new("kind", tx(|t| t.keypairs().kind), Width::Small, kind),
        Column::new("used", tx(|t| t.users().used_by), Width::Middle, used),
        Column::new("fingerprint", tx(|t| t.keypairs().fingerprint), Width::Grow, fingerprint).priority(2),
    ]
}
