//! All fields of one image, in a dialog.

use ::view::human::{gigabytes, megabytes};
use cloud::wire::{Image, ImagePhase};
use leptos::prelude::*;

use super::list::no_delete;
use super::model::{Model, chosen};
use super::words;
use crate::locales::{Text, tx};
use crate::routes::{self, Route};
use crate::shared::opened::over;
use crate::shell::no_changes;
use crate::ui::*;

pub fn dialog(model: Model) -> AnyView {
    let (detail, list) = (model.detail, model.list);
    let image = Memo::new(move |_| list.get(&detail.id.get(), Clone::clone));
    let title = Text::live(move || image.with(|image| image.as_ref().map(words::name)).unwrap_or_default().into());
    let gone = (tx(|t| t.images().gone_title), tx(|t| t.images().gone_text));
    over(detail, title, list.shown, gone, move || image.get().map(|image| here(model, image)))
}

fn here(model: Model, image: Image) -> AnyView {
    let of = image.clone();
    let refused = Signal::derive(move || no_delete(&of));
    let mut create = routes::href(&Route::CreateInstance);
    create.push('?');
    create.push_str(&chosen(&image.id));
    let ready = image.status.phase() == ImagePhase::Ready;
    let create = ready.then(|| {
        view! { <LinkButton label=tx(|t| t.images().create_instance) kind=Kind::Primary icon_before=Icon::Plus href=create
            refused=no_changes() /> }
    });
    let facts = facts(model, &image);
    view! {
        <div class="confirm">
            <Facts facts />
            <footer class="dialog-foot">
                <Button label=tx(|t| t.images().delete_ask) icon_before=Icon::Trash refused
                    on_click=move || model.delete(image.clone()) />
                <Button label=tx(|t| t.common().close) on_click=move || model.detail.hide() />
                {create}
            </footer>
        </div>
    }
    .into_any()
}

fn facts(model: Model, image: &Image) -> Vec<Fact> {
    let yes = |on: bool| if on { tx(|t| t.common().yes) } else { tx(|t| t.common().no) };
    let created = image.created_at;
    vec![
        Fact::new(tx(|t| t.common().status), words::badge(model, image.id.to_string().into())),
        Fact::text(tx(|t| t.images().os), words::system(image)),
        Fact::text(tx(|t| t.images().login), image.login_username.clone().unwrap_or_default()),
        Fact::text(tx(|t| t.images().visibility), words::visibility(&image.visibility)),
        Fact::text(tx(|t| t.images().is_protected), yes(image.protected)),
        Fact::text(tx(|t| t.images().min_disk), words::least(gigabytes(image.min_disk_gb))),
        Fact::text(tx(|t| t.images().min_ram), words::least(megabytes(image.min_ram_mb))),
        Fact::text(tx(|t| t.images().size), image.size.map_or_else(Text::default, words::weight)),
        Fact::new(tx(|t| t.common().created), view! { <Ago at=Signal::stored(created) /> }),
        Fact::id(tx(|t| t.common().id), image.id.to_string()),
    ]
}
