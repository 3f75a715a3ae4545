//! The parts of the instances: what the list needs a moment after its first rows; and, in one file, the page of one
//! instance, the dialogs and the create form. Another file would double the pieces that files share.

use std::sync::Arc;

use ::query::complete::{Suggestions, complete};
use cloud::ServerId;
use cloud::wire::Server;
use leptos::prelude::*;
use view::instances::{FIELDS, RowIndex, Sizes};

use super::actions::{self, Actions};
use super::ask::{self, Asking};
use super::bulk::{self, Bulk};
use super::export::{self, Exporting};
use super::list::{FoundRows, Shown};
use super::referred::Referred;
use super::views::{self, Viewing};
use super::{create, detail, everywhere, list, referred, runs};
use crate::data::{self, Instances, Live, Notice};
use crate::locales::tx;
use crate::parts::{Content, Part, files};
use crate::ui::{Icon, Kind, Menu, MenuItem, RowId, Selecting};

/// What the list needs a moment after its first rows.
pub struct LateList {
    /// The entries of an instance's menu.
    pub menu: fn(Actions, &Arc<Server>) -> Vec<MenuItem>,
    /// Shows the outcome of an action as a notice.
    pub tell: fn(Notice),
    /// The names of images, and of which instances they are, for the search.
    pub images: fn(Referred) -> AnyView,
    /// The sizes of flavors, for the search.
    pub flavor_sizes: fn(RwSignal<Sizes>) -> AnyView,
    /// Reads instances again whose addresses changed.
    pub watch_addresses: fn(),
    /// The menu of the selected instances.
    pub bulk_menu: fn(Bulk, Selecting) -> Vec<MenuItem>,
    /// The entries of the export menu.
    pub export: fn(Exporting) -> Vec<MenuItem>,
    /// The entries of the view menu.
    pub views: fn(Viewing) -> Vec<MenuItem>,
    /// The dialogs that it opens.
    view_dialogs: fn(Viewing) -> AnyView,
    /// The words of the heading of a group.
    pub heading: fn(Shown, FoundRows, Signal<RowId>) -> AnyView,
    /// What can be typed in the search box.
    pub suggestions: fn(&RowIndex, &str, usize) -> Suggestions,
    /// Why the list is not fresh.
    pub why_stale: fn(Live<Instances>) -> AnyView,
}

/// One instance.
pub struct Instance {
    /// Its page.
    pub page: fn(ServerId) -> AnyView,
    dialogs: fn(Actions) -> AnyView,
    ask: fn(Asking) -> AnyView,
}

/// A new instance.
pub struct Create {
    /// The form.
    pub page: fn() -> AnyView,
    /// Looks for creates that a reload interrupted.
    pub look_back: fn(),
}

/// The runs of many actions.
pub struct RunViews {
    /// The chip in the header, and whether the panel is shown.
    pub chip: fn(RwSignal<bool>) -> AnyView,
    /// The panel.
    pub panel: fn(RwSignal<bool>) -> AnyView,
    plan: fn(Bulk) -> AnyView,
}

/// See [`RunViews`].
pub static RUN_VIEWS: Part<RunViews> = files::BULK.part();

impl Content for RunViews {
    const CONTENT: Self = Self { chip: runs::chip, panel: runs::panel, plan: bulk::dialog };
}

/// See [`LateList`].
pub static LATE_LIST: Part<LateList> = files::EXTRAS.part();

impl Content for LateList {
    const CONTENT: Self = Self {
        menu: actions::menu,
        tell: actions::tell,
        images: referred::images,
        flavor_sizes: referred::flavor_sizes,
        watch_addresses: data::watch_addresses,
        bulk_menu: bulk::menu,
        export: export::entries,
        views: views::entries,
        view_dialogs: views::dialogs,
        heading: views::heading,
        suggestions: |index, text, caret| complete(text, caret, FIELDS, &index.occurring()),
        why_stale: list::why_stale,
    };
}

/// See [`Instance`].
pub static INSTANCE: Part<Instance> = files::INSTANCE.part();

impl Content for Instance {
    const CONTENT: Self = Self { page: detail::page, dialogs: Actions::dialogs, ask: ask::panel };
}

/// See [`Create`].
pub static CREATE: Part<Create> = files::INSTANCE.part();

impl Content for Create {
    const CONTENT: Self = Self { page: create::page, look_back: create::look_back };
}

/// The instances of all projects.
pub struct Everywhere {
    /// The page.
    pub page: fn() -> AnyView,
}

/// See [`Everywhere`].
pub static EVERYWHERE: Part<Everywhere> = files::PAGES.part();

impl Content for Everywhere {
    const CONTENT: Self = Self { page: everywhere::page };
}

/// The dialogs of actions, created for the first question.
pub fn dialogs(actions: Actions) -> AnyView {
    let asked = actions.asked();
    INSTANCE.view_while(move || asked.get(), move |instance| (instance.dialogs)(actions))
}

/// The plan for the selected instances, created for the first question.
pub fn plan(bulk: Bulk) -> AnyView {
    let asked = bulk.asked();
    RUN_VIEWS.view_while(move || asked.get(), move |runs| (runs.plan)(bulk))
}

/// The search in the cloud, above the table, when the person opens it or the address contains one.
pub fn ask(asking: Asking) -> AnyView {
    let wanted = Memo::new(move |_| asking.wanted());
    INSTANCE.view_while(move || wanted.get(), move |instance| (instance.ask)(asking))
}

/// The export menu.
pub fn export_menu(exporting: Exporting) -> AnyView {
    let items = move || LATE_LIST.now().map(|late| (late.export)(exporting)).unwrap_or_default();
    view! { <Menu label=tx(|t| t.common().export) items kind=Kind::Quiet icon_before=Icon::Download /> }.into_any()
}

/// The view menu, and the dialogs that it opens.
pub fn view_menu(viewing: Viewing) -> AnyView {
    let items = move || LATE_LIST.now().map(|late| (late.views)(viewing)).unwrap_or_default();
    view! {
        <Menu label=tx(|t| t.common().view) items kind=Kind::Quiet icon_before=Icon::Eye />
        {LATE_LIST.view_while(move || viewing.asks(), move |late| (late.view_dialogs)(viewing))}
    }
    .into_any()
}
