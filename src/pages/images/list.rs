//! The table of images.

use ::query::Op;
use ::view::human::{gigabytes, megabytes};
use ::view::listing::counted as count_by;
use cloud::wire::{Image, ImagePhase};
use leptos::prelude::*;
use runner::Kind as Bulk;

use super::model::Model;
use super::words;
use crate::locales::{Text, tx};
use crate::shared::bulk::Things;
use crate::shared::list::ListTable;
use crate::shell::no_changes;
use crate::ui::*;

pub fn list(model: Model) -> AnyView {
    let row_name = move |id| model.list.text(id, |image| words::name(image).into());
    let menu = move |id: RowId| model.image(&id, Clone::clone).map(|image| menu(model, image)).unwrap_or_default();
    let none = || {
        view! { <Empty title=tx(|t| t.images().none_title) words=tx(|t| t.images().none_text) mark=Icon::Images /> }
    };
    let things = Things::removable(model.list, Bulk::Image, |image| (words::name(image), no_delete(image)));
    view! {
        <ListTable shown=model.list.shown label=tx(|t| t.images().title) search=tx(|t| t.images().search)
            filters=filters(model) columns=columns(model) row_name on_open=move |id: RowId| model.detail.show(&id) menu
            no_match=tx(|t| t.images().no_match_text) none select=things.select />
        {things.dialog()}
    }
    .into_any()
}

fn filters(model: Model) -> Vec<FieldMenu> {
    let choices = Signal::derive(move || {
        model.list.all.with(|known| {
            let counts = count_by(known.rows().iter().map(|image| image.visibility.as_str()));
            counts.into_iter().map(|(word, rows)| choice_of(&word, words::visibility(&word), rows)).collect()
        })
    });
    vec![FieldMenu { field: "visibility", op: Op::Contains, label: tx(|t| t.images().visibility), choices }]
}

fn columns(model: Model) -> Vec<Column> {
    let text = move |read: fn(&Image) -> Text| move |id: Signal<RowId>| model.list.cell(id, read);
    let age = move |id: Signal<RowId>| {
        let at = Signal::derive(move || model.image(&id.get(), |image| image.created_at).flatten());
        view! { <Ago at /> }.into_any()
    };
    let status = move |id: Signal<RowId>| words::badge(model, Text::live(move || id.get().to_string().into()));
    let min_disk = text(|image| words::least(gigabytes(image.min_disk_gb)));
    let min_ram = text(|image| words::least(megabytes(image.min_ram_mb)));
    let size = text(|image| image.size.map_or_else(|| "–".into(), words::weight));
    vec![
        Column::new("name", tx(|t| t.common().name), Width::Grow, move |id| name(model, id)),
        Column::new("os", tx(|t| t.images().os), Width::Wide, text(|image| words::system(image).into())),
        Column::new("status", tx(|t| t.common().status), Width::Middle, status),
        Column::new(
            "visibility",
            tx(|t| t.images().visibility),
            Width::Small,
            text(|image| words::visibility(&image.visibility)),
        ),
        Column::new("min_disk", tx(|t| t.images().min_disk), Width::Number, min_disk).priority(3),
        Column::new("min_ram", tx(|t| t.images().min_ram), Width::Number, min_ram).priority(3),
        Column::new("size", tx(|t| t.images().size), Width::Number, size).priority(2),
        Column::new("created", tx(|t| t.images().age), Width::Small, age).age(),
    ]
}

fn name(model: Model, id: Signal<RowId>) -> AnyView {
    let words = Text::live(move || model.image(&id.get(), words::name).unwrap_or_default().into());
    let protected = Memo::new(move |_| model.image(&id.get(), |image| image.protected).unwrap_or_default());
    let detail = model.detail;
    view! {
        {row_link(words, move || Some(detail.href(&id.get())), move || detail.show(&id.get_untracked()))}
        {live_view(move || match protected.get() {
            true => view! {
                <span class="mark" title=tx(|t| t.images().protected)>
                    {icon(Icon::Lock)}<span class="sr-only">{tx(|t| t.images().protected)}</span>
                </span>
            }.into_any(),
            false => ().into_any(),
        })}
    }
    .into_any()
}

fn menu(model: Model, image: Image) -> Vec<MenuItem> {
    let (shown, made, copied) = (image.id.clone(), image.id.clone(), image.id.to_string());
    let unready = (image.status.phase() != ImagePhase::Ready).then(|| tx(|t| t.images().why_unready));
    let refused = no_delete(&image);
    vec![
        MenuItem::new(tx(|t| t.common().details), move || model.detail.show(shown.as_str())).icon(Icon::Details),
        MenuItem::new(tx(|t| t.images().create_instance), move || model.create_instance(&made))
            .icon(Icon::Plus)
            .refused(no_changes().get().or(unready)),
        MenuItem::new(tx(|t| t.images().copy_id), move || copy_text(copied.clone())).icon(Icon::Copy).apart(),
        MenuItem::new(tx(|t| t.images().delete_ask), move || model.delete(image.clone()))
            .icon(Icon::Trash)
            .danger()
            .apart()
            .refused(refused),
    ]
}

/// Why the image cannot be deleted.
pub fn no_delete(image: &Image) -> Option<Text> {
    if let Some(blocked) = no_changes().get() {
        return Some(blocked);
    }
    match image {
        image if image.is_deletable() => None,
        image if image.visibility == "public" => Some(tx(|t| t.images().why_public)),
        image if image.protected => Some(tx(|t| t.images().why_protected)),
        _ => Some(tx(|t| t.images().why_gone)),
    }
}
