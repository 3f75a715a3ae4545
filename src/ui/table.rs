//! The table: only the rows in view are drawn, however many there are. Focus and selection go by id and survive every
//! refresh: the grid itself holds the focus and names the active row (`aria-activedescendant`), so a row that leaves the
//! screen or the list takes no focus with it. Below 640 px the same elements are laid out as cards.

use super::button::Kind;
use super::icon::{Icon, icon};
use super::live::{fresh_id, live, live_view};
use super::menu::{Menu, MenuItem};
use crate::browser::dom;
use crate::browser::{focus, keyboard, measure, theme};
use crate::locales::{Text, filled, tx};
use crate::reactive::{Memo, Signal};
use keyboard::Key;
use leptos::html;
use leptos::prelude::*;
use std::sync::Arc;
use view::window::{Focus, Move, Viewport, Window, moved};

/// What a row is known by.
pub type RowId = Arc<str>;

/// How wide a column is; the widths stand in `style/table.css`.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Width {
    /// Takes what is left: the name.
    Grow,
    /// A badge.
    Wide,
    /// An address or two.
    Address,
    /// A flavor.
    Middle,
    /// A zone, an age.
    Small,
    /// A number.
    Number,
}

/// A column: data, not a type, so that all tables share one piece of generated code.
#[derive(Clone)]
pub struct Column {
    /// Its name in the address (`sort=name`).
    pub id: &'static str,
    /// Its heading.
    pub title: Text,
    /// How wide it is.
    pub width: Width,
    /// 1 is always there; 2 and 3 go first when it gets narrow.
    pub priority: u8,
    /// Whether its heading sorts.
    pub sortable: bool,
    /// Draws a cell. Called once a row: what can change must be read from signals inside the view.
    pub cell: Arc<dyn Fn(RowId) -> AnyView + Send + Sync>,
}

impl Column {
    /// A sortable column that is always there.
    pub fn new(
        id: &'static str,
        title: Text,
        width: Width,
        cell: impl Fn(RowId) -> AnyView + Send + Sync + 'static,
    ) -> Self {
        Self { id, title, width, priority: 1, sortable: true, cell: Arc::new(cell) }
    }

    /// Goes when it gets narrow: 2 below 1100 px, 3 below 1280 px.
    pub fn priority(self, priority: u8) -> Self {
        Self { priority, ..self }
    }

    /// Its heading does not sort.
    pub fn unsorted(self) -> Self {
        Self { sortable: false, ..self }
    }

    fn class(&self) -> &'static str {
        match (self.width, self.priority) {
            (Width::Grow, _) => "cell grow",
            (Width::Wide, 0 | 1) => "cell wide",
            (Width::Wide, 2) => "cell wide second",
            (Width::Wide, _) => "cell wide third",
            (Width::Address, _) => "cell address",
            (Width::Middle, 0 | 1) => "cell middle",
            (Width::Middle, 2) => "cell middle second",
            (Width::Middle, _) => "cell middle third",
            (Width::Small, 0 | 1) => "cell small",
            (Width::Small, 2) => "cell small second",
            (Width::Small, _) => "cell small third",
            (Width::Number, 0 | 1) => "cell number",
            (Width::Number, 2) => "cell number second",
            (Width::Number, _) => "cell number third",
        }
    }
}

/// By which column and which way.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Sort {
    /// [`Column::id`].
    pub column: String,
    /// Largest first.
    pub descending: bool,
}

/// What the person can do with a row.
#[derive(Clone, Copy)]
struct Doing {
    open: Option<Callback<RowId>>,
    menu: Option<Callback<RowId, Vec<MenuItem>>>,
    name: Callback<RowId, String>,
    active: RwSignal<Option<RowId>>,
}

/// The table.
#[component]
pub fn Table(
    /// What it lists.
    #[prop(into)]
    label: Text,
    columns: Vec<Column>,
    /// Ids in the order to show.
    #[prop(into)]
    rows: Signal<Arc<[RowId]>>,
    /// What a row is called: for its menu button.
    #[prop(into)]
    row_name: Callback<RowId, String>,
    #[prop(into, optional)] sort: Signal<Option<Sort>>,
    #[prop(into, optional)] on_sort: Option<Callback<Sort>>,
    /// Enter and click.
    #[prop(into, optional)]
    on_open: Option<Callback<RowId>>,
    /// The row's menu.
    #[prop(into, optional)]
    menu: Option<Callback<RowId, Vec<MenuItem>>>,
    /// The active row; give one to know it outside.
    #[prop(optional)]
    active: Option<RwSignal<Option<RowId>>>,
    /// Skeleton rows instead of an empty table.
    #[prop(into, optional)]
    loading: Signal<bool>,
    /// Shown when there are no rows and none on their way.
    #[prop(into, optional)]
    empty: ViewFn,
) -> AnyView {
    let active = active.unwrap_or_else(|| RwSignal::new(None));
    let doing = Doing { open: on_open, menu, name: row_name, active };
    let prefix = fresh_id("row");
    let scroll = NodeRef::<html::Div>::new();
    let port = measure::scrolling(scroll);
    let seen = Signal::derive(move || viewport(port.get(), rows.with(|rows| rows.len())));
    let window = Memo::new(move |_| seen.get().window());
    let columns = Arc::new(columns);
    let head = headings(&columns, sort, on_sort, menu.is_some());
    let body = Rows { columns: columns.clone(), rows, window, doing, prefix: prefix.clone() };
    let keys = keys(rows, seen, scroll, doing, prefix.clone());
    let named =
        move || active.get().filter(|id| rows.with(|rows| rows.contains(id))).map(|id| row_dom_id(&prefix, &id));
    let count = move || rows.with(|rows| rows.len() + 1).to_string();
    let none = Signal::derive(move || rows.with(|rows| rows.is_empty()));
    view! {
        <div class="table-scroll" node_ref=scroll>
            <table class="table" role="grid" tabindex="0" aria-label=label aria-rowcount=live(count)
                aria-busy=live(move || loading.get().then_some("true"))
                aria-activedescendant=live(named) on:keydown=keys
            >
                <thead role="rowgroup"><tr role="row" aria-rowindex="1">{head}</tr></thead>
                {body.draw()}
            </table>
            {live_view(move || match (none.get(), loading.get()) {
                (true, true) => view! { <super::page::Skeleton rows=12 /> }.into_any(),
                (true, false) => empty.run(),
                _ => ().into_any(),
            })}
        </div>
    }
    .into_any()
}

/// What is seen of `count` rows; the row heights stand in `style/table.css` too.
fn viewport(port: measure::Port, count: usize) -> Viewport {
    let row_height = match (theme::narrow().get(), theme::roomy().get()) {
        (true, _) => 96.0,
        (false, true) => 40.0,
        (false, false) => 32.0,
    };
    // The heading covers one row; the spare rows are drawn before they are scrolled to.
    Viewport { scroll_top: port.top, height: port.height, row_height, count, overscan: 12 }
}

fn headings(
    columns: &[Column],
    sort: Signal<Option<Sort>>,
    on_sort: Option<Callback<Sort>>,
    menu: bool,
) -> Vec<AnyView> {
    let mut head: Vec<_> = columns.iter().map(|column| heading(column, sort, on_sort)).collect();
    if menu {
        let words = tx(|t| t.common().actions);
        head.push(view! { <th role="columnheader" scope="col" class="cell menu-cell"><span class="sr-only">{words}</span></th> }.into_any());
    }
    head
}

fn heading(column: &Column, sort: Signal<Option<Sort>>, on_sort: Option<Callback<Sort>>) -> AnyView {
    let (id, title) = (column.id, column.title.clone());
    let Some(on_sort) = on_sort.filter(|_| column.sortable) else {
        return view! { <th role="columnheader" scope="col" class=column.class()>{title}</th> }.into_any();
    };
    let way = Signal::derive(move || sort.get().filter(|sort| sort.column == id).map(|sort| sort.descending));
    let said = move || match way.get() {
        None => "none",
        Some(false) => "ascending",
        Some(true) => "descending",
    };
    let press = move |_| on_sort.run(Sort { column: id.to_string(), descending: way.get_untracked() == Some(false) });
    let mark = live_view(move || match way.get() {
        None => ().into_any(),
        Some(false) => icon(Icon::Up),
        Some(true) => icon(Icon::Down),
    });
    view! {
        <th role="columnheader" scope="col" class=column.class() aria-sort=live(said)>
            <button type="button" class="sort" on:click=press><span>{title}</span>{mark}</button>
        </th>
    }
    .into_any()
}

/// All that is needed to draw the body.
#[derive(Clone)]
struct Rows {
    columns: Arc<Vec<Column>>,
    rows: Signal<Arc<[RowId]>>,
    window: Memo<Window>,
    doing: Doing,
    prefix: String,
}

impl Rows {
    fn draw(self) -> AnyView {
        let (rows, window) = (self.rows, self.window);
        let shown = move || {
            let window = window.get();
            // The rows may be fewer by now than when the window was reckoned.
            rows.with(|rows| rows.iter().take(window.rows.end).skip(window.rows.start).cloned().collect::<Vec<_>>())
        };
        let above = move || px(window.with(|window| window.before));
        let below = move || px(window.with(|window| window.after));
        view! {
            <tbody class="spacer" aria-hidden="true" style:height=live(above)></tbody>
            <tbody role="rowgroup">
                <ForEnumerate each=shown key=|id: &RowId| id.clone() children=move |at, id| self.row(at, id) />
            </tbody>
            <tbody class="spacer" aria-hidden="true" style:height=live(below)></tbody>
        }
        .into_any()
    }

    fn row(&self, at: ReadSignal<usize>, id: RowId) -> AnyView {
        let Rows { window, doing, .. } = *self;
        let index = move || (window.with(|window| window.rows.start) + at.get() + 2).to_string();
        let mut cells: Vec<_> = self.columns.iter().map(|column| cell(column, &id)).collect();
        cells.extend(doing.menu.map(|menu| menu_cell(menu, doing.name, &id)));
        let (mine, clicked) = (id.clone(), id.clone());
        let chosen = Signal::derive(move || doing.active.with(|active| active.as_ref() == Some(&mine)));
        view! {
            <tr role="row" class=doing.open.map(|_| "opens") id=row_dom_id(&self.prefix, &id) aria-rowindex=live(index)
                aria-selected=live(move || if chosen.get() { "true" } else { "false" })
                on:click=move |event: dom::MouseEvent| {
                    doing.active.set(Some(clicked.clone()));
                    // A link or a button does its own work, and marking text to copy it is not opening the row.
                    if let Some(open) = doing.open.filter(|_| !focus::on_control(&event) && !focus::text_marked()) {
                        open.run(clicked.clone());
                    }
                }
            >{cells}</tr>
        }
        .into_any()
    }
}

fn cell(column: &Column, id: &RowId) -> AnyView {
    let content = (column.cell)(id.clone());
    let role = if column.width == Width::Grow { "rowheader" } else { "gridcell" };
    view! { <td role=role class=column.class()><span class="cell-label" aria-hidden="true">{column.title.clone()}</span>{content}</td> }
        .into_any()
}

fn menu_cell(menu: Callback<RowId, Vec<MenuItem>>, name: Callback<RowId, String>, id: &RowId) -> AnyView {
    let (named, asked) = (id.clone(), id.clone());
    let label = Text::live(move || filled(|t| t.common().actions_of, [("name", name.run(named.clone()).into())]));
    let items = Callback::new(move |()| menu.run(asked.clone()));
    view! {
        <td role="gridcell" class="cell menu-cell">
            <Menu label items kind=Kind::IconOnly icon_before=Icon::More />
        </td>
    }
    .into_any()
}

fn row_dom_id(prefix: &str, id: &RowId) -> String {
    let mut whole = String::from(prefix);
    whole.push('-');
    whole.push_str(id);
    whole
}

/// To the hundredth, by whole numbers: the writer of `f64` would cost the first load 3 kB.
fn px(n: f64) -> String {
    let hundredths = (n * 100.0).round() as i64;
    let mut text = (hundredths / 100).to_string();
    text.push('.');
    text.push_str(if hundredths % 100 < 10 { "0" } else { "" });
    text.push_str(&(hundredths % 100).to_string());
    text.push_str("px");
    text
}

/// Arrows move the active row, Enter opens it, the menu key opens its menu.
fn keys(
    rows: Signal<Arc<[RowId]>>,
    seen: Signal<Viewport>,
    scroll: NodeRef<html::Div>,
    doing: Doing,
    prefix: String,
) -> impl Fn(dom::KeyboardEvent) + 'static {
    // Where the active row was, for when it is gone from the list.
    let was_at = StoredValue::new(0);
    move |event| {
        // Keys typed in a link, button or input inside the table are theirs.
        if event.target() != event.current_target() {
            return;
        }
        let here = doing.active.get_untracked();
        let key = keyboard::key(&event);
        if let Some(movement) = movement(&key) {
            event.prevent_default();
            let focus = here.map(|id| Focus { id, index: was_at.get_value() });
            let seen = seen.get_untracked();
            let to = rows.with_untracked(|rows| moved(rows, focus.as_ref(), movement, seen.page()));
            if let Some(to) = to {
                was_at.set_value(to.index);
                reveal(scroll, seen, to.index);
                doing.active.set(Some(to.id));
            }
        } else if let Some(id) = here {
            match (key, doing.open) {
                (Key::Enter, Some(open)) => open.run(id),
                (Key::Menu, _) => press_menu(&row_dom_id(&prefix, &id)),
                _ => return,
            }
            event.prevent_default();
        }
    }
}

fn movement(key: &Key) -> Option<Move> {
    Some(match key {
        Key::Up => Move::Up,
        Key::Down => Move::Down,
        Key::PageUp => Move::PageUp,
        Key::PageDown => Move::PageDown,
        Key::Home => Move::Home,
        Key::End => Move::End,
        _ => return None,
    })
}

/// Scrolls the least needed to show a row. The sticky heading covers the height of one row at the top.
fn reveal(scroll: NodeRef<html::Div>, seen: Viewport, row: usize) {
    let below_head = Viewport { height: seen.height - seen.row_height, ..seen };
    if let Some(top) = below_head.reveal(row) {
        measure::scroll_to(scroll, top);
    }
}

/// Presses the menu button of a drawn row.
fn press_menu(row: &str) {
    focus::press_inside(row, "[aria-haspopup=menu]");
}
