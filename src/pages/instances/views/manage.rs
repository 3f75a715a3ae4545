//! The dialog of saved views: delete, save as a file, load from a file.

use leptos::prelude::*;
use leptos::task::spawn_local;
use view::named::{self, Imported, Named, Problem};

use super::kept;
use super::menu::normal;
use crate::browser::files;
use crate::locales::{Text, counted_once as count, filled, tx};
use crate::ui::{Button, Dialog, Icon, Kind, live_view, toast};

/// The name of the file.
const FILE: &str = "maru-views.json";

/// The dialog.
pub fn dialog(open: RwSignal<bool>) -> AnyView {
    let read = kept::read();
    let newer = read == Err(Problem::Newer);
    let views = RwSignal::new(read.unwrap_or_default());
    let save = move || {
        let all = views.get_untracked();
        files::download(FILE, "application/json", &named::write(&all));
        toast::done(count(|t| &t.views().exported, all.len()));
    };
    let load = move |file: Option<files::File>| {
        let Some(file) = file else { return };
        spawn_local(async move {
            let text = files::read_text(&file).await.unwrap_or_default();
            match named::read(&text, normal) {
                Ok(others) => load(views, others),
                Err(problem) => toast::bad(sentence(problem)),
            }
        });
    };
    view! {
        <Dialog open title=tx(|t| t.views().manage_title)>
            {live_view(move || match views.with(Vec::is_empty) {
                true if newer => view! { <p>{tx(|t| t.views().newer)}</p> }.into_any(),
                true => view! { <p>{tx(|t| t.views().manage_none)}</p> }.into_any(),
                false => view! { <ul class="view-rows">{views.get().into_iter().map(|view| row(views, view)).collect::<Vec<_>>()}</ul> }.into_any(),
            })}
            <div class="view-files">
                <Button label=tx(|t| t.views().to_file) icon_before=Icon::Download on_click=save />
                <label class="button">
                    {crate::ui::icon(Icon::File)}
                    <span>{tx(|t| t.views().from_file)}</span>
                    <input type="file" class="sr-only" accept=".json,application/json" on:change:target=move |event| load(files::picked(&event.target())) />
                </label>
            </div>
        </Dialog>
    }
    .into_any()
}

fn row(views: RwSignal<Vec<Named>>, view: Named) -> AnyView {
    let name: Text = view.name.clone().into();
    let label = filled(|t| t.views().delete, [("name", name.clone())]);
    let delete = move || {
        views.update(|all| named::remove(all, &view.name));
        keep(views, filled(|t| t.views().deleted, [("name", view.name.clone().into())]));
    };
    view! {
        <li class="view-row"><span dir="auto">{name}</span>
            <Button label kind=Kind::IconOnly icon_before=Icon::Trash on_click=delete /></li>
    }
    .into_any()
}

fn load(views: RwSignal<Vec<Named>>, others: Vec<Named>) {
    let Some(Imported { added, renamed, left_out, .. }) = views.try_update(|all| named::import(all, others)) else {
        return;
    };
    let sentences = [
        Some(count(|t| &t.views().imported, added)),
        (renamed > 0).then(|| count(|t| &t.views().renamed, renamed)),
        (left_out > 0).then(|| count(|t| &t.views().left_out, left_out)),
    ];
    let both = |one, other| filled(|t| t.exports().two_sentences, [("first", one), ("second", other)]);
    keep(views, sentences.into_iter().flatten().reduce(both).unwrap_or_default());
}

/// Keeps the views and says what was done, or that the browser does not keep them.
fn keep(views: RwSignal<Vec<Named>>, done: Text) {
    match views.with_untracked(|all| kept::write(all)) {
        true => toast::done(done),
        false => toast::bad(tx(|t| t.views().not_kept)),
    }
}

fn sentence(problem: Problem) -> Text {
    match problem {
        Problem::NotViews => tx(|t| t.views().not_views),
        Problem::Newer => tx(|t| t.views().newer),
    }
}
