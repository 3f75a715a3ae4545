//! The parts of the app that the first rows do not need. Where `xtask` splits the module (`cfg(maru_split)`: what ships),
//! each is a wasm file of its own, fetched when it is first wanted and, so that nobody waits, a moment after the start.
//! What only they use, texts included, goes with them (docs/decisions/0003).

use std::cell::RefCell;

use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos::wasm_split::SplitLoaderError;
#[cfg(maru_split)]
use leptos::wasm_split::wasm_split;

use super::instances::Actions;
use crate::browser::document;
use crate::locales::tx;
use crate::routes::Route;
use crate::shell;
use crate::ui::{Button, Empty, Icon, Skeleton, live_view};

/// A part that comes later.
#[derive(Clone, Copy)]
pub enum Part {
    /// One instance, and the dialogs of what can be done to it.
    Instance,
    /// The form for a new instance.
    Create,
    /// Flavors, zones, key pairs.
    Catalog,
}

/// What a part draws.
enum Content {
    Page(Route),
    Dialogs(Actions),
}

type Draw = fn(Content) -> AnyView;
type Loaded = Result<Draw, SplitLoaderError>;

macro_rules! part {
    ($name:ident, $draw:expr) => {
        #[cfg(maru_split)]
        #[wasm_split($name, wasm_split_path = ::leptos::wasm_split, fallible)]
        fn $name() -> Loaded {
            Ok($draw)
        }
        #[cfg(not(maru_split))]
        async fn $name() -> Loaded {
            Ok($draw)
        }
    };
}

part!(instance, |content| match content {
    Content::Page(Route::Instance(id)) => super::instances::detail_page(id),
    Content::Dialogs(actions) => actions.dialogs(),
    Content::Page(_) => ().into_any(),
});
part!(create, |_| super::instances::create_page());
part!(catalog, |content| match content {
    Content::Page(Route::Flavors) => super::flavors::page(),
    Content::Page(Route::Zones) => super::zones::page(),
    Content::Page(Route::KeyPairs | Route::KeyPair(_)) => super::keypairs::page(),
    Content::Page(_) | Content::Dialogs(_) => ().into_any(),
});

/// A page of a part.
pub fn page(part: Part, route: Route) -> AnyView {
    let state = wanted(part);
    live_view(move || match state.get() {
        State::Here(draw) => draw(Content::Page(route.clone())),
        State::Missing => missing(part),
        State::Coming => view! { <Skeleton rows=8 /> }.into_any(),
    })
    .into_any()
}

/// The dialogs of actions, drawn when the first question is asked.
pub fn dialogs(actions: Actions) -> AnyView {
    let asked = actions.asked();
    live_view(move || match asked.get() {
        false => ().into_any(),
        true => {
            let state = wanted(Part::Instance);
            live_view(move || match state.get() {
                State::Here(draw) => draw(Content::Dialogs(actions)),
                State::Missing => missing(Part::Instance),
                State::Coming => ().into_any(),
            })
            .into_any()
        }
    })
    .into_any()
}

/// Fetches all parts, one after the other, so that opening a page never waits.
pub fn fetch_all() {
    spawn_local(async {
        for part in [Part::Instance, Part::Create, Part::Catalog] {
            if !matches!(of(part).get_untracked(), State::Here(_)) {
                fetch(part).await;
            }
        }
    });
}

#[derive(Clone, Copy)]
enum State {
    Coming,
    Here(Draw),
    Missing,
}

thread_local! {
    static PARTS: RefCell<[Option<ArcRwSignal<State>>; 3]> = const { RefCell::new([None, None, None]) };
}

fn of(part: Part) -> ArcRwSignal<State> {
    PARTS.with_borrow_mut(|parts| {
        let new = || ArcRwSignal::new(State::Coming);
        parts.get_mut(part as usize).map_or_else(new, |known| known.get_or_insert_with(new).clone())
    })
}

/// The state of a part that is needed now.
fn wanted(part: Part) -> ArcRwSignal<State> {
    let state = of(part);
    if !matches!(state.get_untracked(), State::Here(_)) {
        again(part);
    }
    state
}

fn again(part: Part) {
    of(part).set(State::Coming);
    spawn_local(fetch(part));
}

/// Whoever asks for a part that is under way waits for the same file.
async fn fetch(part: Part) {
    let loaded = match part {
        Part::Instance => instance().await,
        Part::Create => create().await,
        Part::Catalog => catalog().await,
    };
    of(part).set(loaded.map_or(State::Missing, State::Here));
    shell::page_came();
}

fn missing(part: Part) -> AnyView {
    view! {
        <Empty title=tx(|t| t.shell().part_missing_title) words=tx(|t| t.shell().part_missing_text) mark=Icon::Alert>
            <Button label=tx(|t| t.common().retry) on_click=move || again(part) />
            <Button label=tx(|t| t.shell().reload) on_click=document::reload />
        </Empty>
    }
    .into_any()
}
