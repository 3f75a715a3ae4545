//! Metadata of an instance (row N08). Editing begins with reading it from the cloud, which also shows whether the cloud
//! allows changes.

use cloud::rules::lifecycle::Action;
use cloud::rules::offers::{Feature, Offer, told_by};
use cloud::wire::Pairs;
use cloud::{Failure, ServerId};
use leptos::prelude::*;

use crate::browser::focus;
use crate::data;
use crate::locales::{Advice, Text, Texts, filled, tx};
use crate::pages::instances::actions::Actions;
use crate::pages::instances::words::Row;
use crate::ui::{Button, Fact, Facts, FailureCard, Icon, Kind, Section, Submit, live_view};

/// The pairs; `None` while they are unknown.
pub type Known = Memo<Pairs>;

/// The key that a dialog is about; empty for a new one.
#[derive(Clone, Copy)]
pub struct Chosen {
    pub open: RwSignal<bool>,
    pub key: RwSignal<Option<String>>,
}

impl Chosen {
    fn none() -> Self {
        Self { open: RwSignal::new(false), key: RwSignal::new(None) }
    }

    fn show(self, key: Option<String>) {
        self.key.set(key);
        self.open.set(true);
    }
}

pub fn metadata(row: Row, actions: Actions) -> AnyView {
    let known: Known =
        Memo::new(move |_| row.with(|server| server.as_ref()?.metadata.said().cloned()).unwrap_or_default());
    let id = Signal::derive(move || row.with(|server| server.as_ref().map(|server| server.id.clone())));
    let editing = RwSignal::new(false);
    let refused = actions.why(row, Action::EditMetadata);
    let (change, remove) = (Chosen::none(), Chosen::none());
    view! {
        <Section title=tx(|t| t.instance().metadata)>
            {live_view(move || match editing.get() {
                true => table(known, change, remove, refused),
                false => known.with(plain),
            })}
            {foot(id, editing, change, refused)}
        </Section>
        {super::metadata_change::dialog(change, id, known)}
        {super::metadata_remove::dialog(remove, id)}
    }
    .into_any()
}

fn plain(pairs: &Pairs) -> AnyView {
    if pairs.is_empty() {
        return view! { <p class="dim">{tx(|t| t.instance().no_metadata)}</p> }.into_any();
    }
    let fact = |(key, value): &(String, String)| Fact::text(Text::from(key.clone()), Text::from(value.clone()));
    let facts: Vec<Fact> = pairs.iter().map(fact).collect();
    view! { <Facts facts /> }.into_any()
}

fn table(known: Known, change: Chosen, remove: Chosen, refused: Signal<Option<Text>>) -> AnyView {
    live_view(move || {
        let rows: Vec<_> = known.with(|pairs| pairs.iter().map(|pair| line(pair, change, remove, refused)).collect());
        view! {
            <div class="grid-scroll" tabindex="0" role="group" aria-label=tx(|t| t.instance().metadata)>
                <table class="grid">
                    <thead><tr>
                        <th scope="col">{tx(|t| t.metadata().key)}</th>
                        <th scope="col">{tx(|t| t.metadata().value)}</th>
                        <th scope="col"><span class="sr-only">{tx(|t| t.common().actions)}</span></th>
                    </tr></thead>
                    <tbody>{rows}</tbody>
                </table>
            </div>
        }
        .into_any()
    })
    .into_any()
}

fn line((key, value): &(String, String), change: Chosen, remove: Chosen, refused: Signal<Option<Text>>) -> AnyView {
    let (to_change, to_remove) = (key.clone(), key.clone());
    let named = || [("key", Text::from(key.clone()))];
    view! {
        <tr>
            <th scope="row"><code>{key.clone()}</code></th>
            <td class="metadata-value" dir="auto">{value.clone()}</td>
            <td class="metadata-actions">
                <Button label=filled(|t| t.metadata().change, named()) kind=Kind::IconOnly icon_before=Icon::Pencil refused
                    on_click=move || change.show(Some(to_change.clone())) />
                <Button label=filled(|t| t.metadata().remove, named()) kind=Kind::IconOnly icon_before=Icon::Trash refused
                    on_click=move || remove.show(Some(to_remove.clone())) />
            </td>
        </tr>
    }
    .into_any()
}

/// The button that starts or ends editing. If the cloud has said that it lacks the call, a sentence instead.
fn foot(
    id: Signal<Option<ServerId>>,
    editing: RwSignal<bool>,
    change: Chosen,
    no_edit: Signal<Option<Text>>,
) -> AnyView {
    let offered = data::offered(Feature::Metadata);
    let edit = Submit::new(move || {
        let id = id.get_untracked()?;
        Some(async move {
            data::list_metadata(&id).await?;
            let _ = editing.try_set(true);
            focus_foot();
            Ok(())
        })
    });
    let end = move || {
        editing.set(false);
        focus_foot();
    };
    let buttons = move || {
        match (editing.get(), offered.get()) {
        (true, _) => view! {
            <p class="metadata-foot">
                <Button label=tx(|t| t.metadata().add) icon_before=Icon::Plus refused=no_edit
                    on_click=move || change.show(None) />
                <Button label=tx(|t| t.metadata().done) kind=Kind::Quiet on_click=end />
            </p>
        }
        .into_any(),
        (false, true) => view! {
            <p class="metadata-foot">
                <Button label=tx(|t| t.metadata().edit) kind=Kind::Quiet icon_before=Icon::Pencil busy=edit.busy refused=no_edit
                    on_click=move || edit.run() />
            </p>
        }
        .into_any(),
        (false, false) => ().into_any(),
    }
    };
    let failed = move || match edit.failure.get() {
        Some(failure) => view! { <FailureCard instead=not_offered(&failure) failure /> }.into_any(),
        None => ().into_any(),
    };
    view! { {live_view(buttons)}{live_view(failed)} }.into_any()
}

/// Moves the focus to the button that replaced the pressed one.
fn focus_foot() {
    request_animation_frame(|| focus::focus(".metadata-foot > button"));
}

/// The message for a cloud without the call, instead of "no such instance".
pub fn not_offered(failure: &Failure) -> Option<fn(Texts) -> &'static Advice> {
    match told_by(failure) {
        Some(Offer::No) => Some(|t| &t.metadata().not_offered),
        _ => None,
    }
}
