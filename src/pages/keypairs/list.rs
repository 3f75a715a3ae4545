//! The table of key pairs.

use std::sync::Arc;

use ::view::fold;
use ::view::instances::natural_key;
use ::view::query::encode;
use cloud::KeyName;
use cloud::keypair::Algorithm;
use cloud::wire::KeyPair;
use leptos::prelude::*;

use super::users::{Users, how_many};
use crate::locales::{Text, counted, tx};
use crate::reactive::{Memo, Signal};
use crate::routes::{self, Route};
use crate::shell::no_changes;
use crate::ui::*;

/// Key pairs, as far as they are known.
pub type List = Signal<Option<Arc<[KeyPair]>>>;

/// The pair a dialog is about.
#[derive(Clone, Copy)]
pub struct Chosen {
    /// The dialog is open.
    pub open: RwSignal<bool>,
    /// Its name.
    pub name: RwSignal<KeyName>,
}

impl Chosen {
    /// None.
    pub fn new() -> Self {
        Self { open: RwSignal::new(false), name: RwSignal::new(KeyName::default()) }
    }

    /// Opens the dialog.
    pub fn show(self, name: KeyName) {
        self.name.set(name);
        self.open.set(true);
    }
}

/// How many there are.
pub fn count(list: List) -> AnyView {
    let words = Text::live(move || match list.with(|list| list.as_ref().map(|list| list.len())) {
        None | Some(0) => Text::default(),
        Some(n) => counted(|t| &t.keypairs().count, n),
    });
    view! { <span role="status">{words}</span> }.into_any()
}

/// The search box.
pub fn toolbar(search: RwSignal<String>) -> AnyView {
    view! {
        <div class="toolbar" role="search">
            <SearchBox label=tx(|t| t.keypairs().search) value=search on_input=move |text| search.set(text) />
        </div>
    }
    .into_any()
}

/// The table.
pub fn table(list: List, users: Memo<Users>, search: RwSignal<String>, detail: Chosen, delete: Chosen) -> AnyView {
    let sort = RwSignal::new(Some(Sort { column: String::from("name"), descending: false }));
    let rows = Memo::new(move |_| rows(list, users, &search.get(), sort.get()));
    let loading = Signal::derive(move || list.with(Option::is_none));
    let menu = move |id: RowId| {
        let Some(pair) = find(list, &id) else { return Vec::new() };
        let (shown, deleted) = (pair.name.clone(), pair.name);
        vec![
            MenuItem::new(tx(|t| t.common().details), move || detail.show(shown.clone())).icon(Icon::Info),
            MenuItem::new(tx(|t| t.keypairs().delete), move || delete.show(deleted.clone()))
                .icon(Icon::Trash)
                .danger()
                .apart()
                .refused(no_changes().get()),
        ]
    };
    let open = move |id: RowId| {
        if let Some(pair) = find(list, &id) {
            detail.show(pair.name);
        }
    };
    view! {
        <div class="labelled fill">
            <Table label=tx(|t| t.keypairs().title) columns=columns(list, users, detail) rows
                row_name=move |id| said(list, id, |pair| pair.name.0.clone())
                sort on_sort=move |to: Sort| sort.set(Some(to)) on_open=open menu loading
                empty=move || nothing(search) />
        </div>
    }
    .into_any()
}

/// Names may hold blanks, which no id of an element may.
fn row_id(name: &KeyName) -> RowId {
    encode(name.as_str()).into()
}

/// The pair of a row.
fn find(list: List, id: &RowId) -> Option<KeyPair> {
    list.with(|list| list.as_deref()?.iter().find(|pair| row_id(&pair.name) == *id).cloned())
}

/// A text of the pair that `id` names.
fn said(list: List, id: Signal<RowId>, read: fn(&KeyPair) -> String) -> Text {
    Text::live(move || find(list, &id.get()).map(|pair| read(&pair)).unwrap_or_default().into())
}

fn rows(list: List, users: Memo<Users>, search: &str, sort: Option<Sort>) -> Arc<[RowId]> {
    let Some(list) = list.get() else { return Arc::default() };
    let words: Vec<String> = search.split_whitespace().map(fold).collect();
    let mut shown: Vec<&KeyPair> = list.iter().filter(|pair| holds(pair, &words)).collect();
    let sort = sort.unwrap_or(Sort { column: String::new(), descending: false });
    shown.sort_by_cached_key(|pair| natural_key(pair.name.as_str()));
    match sort.column.as_str() {
        "kind" => shown.sort_by_cached_key(|pair| natural_key(&kind(pair))),
        "used" => shown.sort_by_cached_key(|pair| users.with(|users| users.of(&pair.name).map(<[_]>::len))),
        "fingerprint" => shown.sort_by(|one, other| one.fingerprint.cmp(&other.fingerprint)),
        _ => {}
    }
    if sort.descending {
        shown.reverse();
    }
    shown.into_iter().map(|pair| row_id(&pair.name)).collect()
}

fn holds(pair: &KeyPair, words: &[String]) -> bool {
    let texts = [fold(&pair.name.0), fold(&kind(pair)), fold(&pair.fingerprint)];
    words.iter().all(|word| texts.iter().any(|text| text.contains(word.as_str())))
}

/// What kind of key it is.
pub fn kind(pair: &KeyPair) -> String {
    Algorithm::of(&pair.public_key).to_string()
}

fn columns(list: List, users: Memo<Users>, detail: Chosen) -> Vec<Column> {
    let name = move |id| name_cell(list, id, detail);
    let kind = move |id| view! { <span>{said(list, id, kind)}</span> }.into_any();
    let fingerprint = move |id| {
        let words = said(list, id, |pair| pair.fingerprint.clone());
        view! { <Copyable text=words what=tx(|t| t.keypairs().fingerprint) /> }.into_any()
    };
    let used = move |id: Signal<RowId>| {
        let words =
            Text::live(move || find(list, &id.get()).map(|pair| how_many(users, pair.name)).unwrap_or_default());
        view! { <span>{words}</span> }.into_any()
    };
    vec![
        Column::new("name", tx(|t| t.common().name), Width::Grow, name),
        Column::new("kind", tx(|t| t.keypairs().kind), Width::Small, kind),
        Column::new("used", tx(|t| t.keypairs().used_by), Width::Middle, used),
        Column::new("fingerprint", tx(|t| t.keypairs().fingerprint), Width::Grow, fingerprint).priority(2),
    ]
}

/// A link, so that it can be opened in a new tab; a plain click opens the dialog in place.
fn name_cell(list: List, id: Signal<RowId>, detail: Chosen) -> AnyView {
    let words = said(list, id, |pair| pair.name.0.clone());
    let href = live(move || find(list, &id.get()).map(|pair| routes::href(&Route::KeyPair(pair.name))));
    let press = move |event: leptos::ev::MouseEvent| {
        if !(event.ctrl_key() || event.meta_key() || event.shift_key()) {
            event.prevent_default();
            if let Some(pair) = untrack(|| find(list, &id.get())) {
                detail.show(pair.name);
            }
        }
    };
    view! { <a href=href title=words.clone() on:click=press>{words.clone()}</a> }.into_any()
}

fn nothing(search: RwSignal<String>) -> AnyView {
    live_view(move || match search.with(|text| text.trim().is_empty()) {
        false => view! {
            <Empty title=tx(|t| t.common().nothing_found) words=tx(|t| t.keypairs().no_match_text)>
                <Button label=tx(|t| t.common().clear_filters) on_click=move || search.set(String::new()) />
            </Empty>
        }
        .into_any(),
        true => view! {
            <Empty title=tx(|t| t.keypairs().none_title) words=tx(|t| t.keypairs().none_text) mark=Icon::Keypairs />
        }
        .into_any(),
    })
    .into_any()
}
