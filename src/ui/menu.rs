//! A menu button. Disabled entries stay in the menu and can be focused; the reason is their second line.

use super::button::Kind;
use super::icon::{Icon, icon};
use super::late::LATE_UI;
use super::live::{flag, live, live_view};
use super::table::tab_index;
use crate::browser::dom;
use crate::browser::focus;
use crate::browser::keyboard::{Key, key};
use crate::locales::Text;
use crate::reactive::effect;
use ::view::fold_char;
use leptos::html;
use leptos::prelude::*;
use std::sync::Arc;
use wasm_bindgen::JsCast;

/// An entry.
#[derive(Clone)]
pub struct MenuItem {
    label: Text,
    icon: Option<Icon>,
    danger: bool,
    /// For one of several choices: whether it is the current one.
    checked: Option<bool>,
    /// With a separator above.
    apart: bool,
    refused: Option<Text>,
    on_select: Arc<dyn Fn() + Send + Sync>,
}

impl MenuItem {
    /// An entry with its action.
    pub fn new(label: impl Into<Text>, on_select: impl Fn() + Send + Sync + 'static) -> Self {
        Self {
            label: label.into(),
            icon: None,
            danger: false,
            checked: None,
            apart: false,
            refused: None,
            on_select: Arc::new(on_select),
        }
    }

    /// Adds an icon.
    pub fn icon(self, icon: Icon) -> Self {
        Self { icon: Some(icon), ..self }
    }

    /// Cannot be undone.
    pub fn danger(self) -> Self {
        Self { danger: true, ..self }
    }

    /// One of several choices; `true`: the current one.
    pub fn checked(self, checked: bool) -> Self {
        Self { checked: Some(checked), ..self }
    }

    /// Adds a separator above.
    pub fn apart(self) -> Self {
        Self { apart: true, ..self }
    }

    /// Why it is disabled.
    pub fn refused(self, why: Option<Text>) -> Self {
        Self { refused: why, ..self }
    }
}

/// A button with a menu. `items` is called when the menu opens, and tracked while it is open.
#[component]
pub fn Menu(
    /// The button's label; visible unless `kind` is `IconOnly`.
    #[prop(into)]
    label: Text,
    #[prop(into)] items: Callback<(), Vec<MenuItem>>,
    #[prop(optional)] kind: Kind,
    /// Whether it is open; pass one to close it from outside.
    #[prop(optional)]
    open: Option<RwSignal<bool>>,
    #[prop(into, optional)] icon_before: Option<Icon>,
) -> AnyView {
    let open = open.unwrap_or_else(|| RwSignal::new(false));
    let button = NodeRef::<html::Button>::new();
    let (name, tip) = (label.clone(), (kind == Kind::IconOnly).then(|| label.clone()));
    let press = move |event: dom::MouseEvent| {
        event.stop_propagation();
        open.update(|open| *open = !*open);
    };
    let arrow = move |event: dom::KeyboardEvent| {
        if key(&event) == Key::Down {
            event.prevent_default();
            open.set(true);
        }
    };
    view! {
        <button node_ref=button type="button" class=kind.class() title=live(move || tip.as_ref().map(Text::get))
            tabindex=tab_index() aria-haspopup="menu" aria-expanded=live(move || if open.get() { "true" } else { "false" })
            on:click=press on:keydown=arrow
        >
            {icon_before.map(icon)}
            <span class="button-label">{label}</span>
            {(kind != Kind::IconOnly).then(|| icon(Icon::Down))}
        </button>
        {LATE_UI.view_while(move || open.get(), move |late| {
            (late.popup)(Popup { open, button, name: name.clone(), items })
        })}
    }
    .into_any()
}

/// The parts of an open menu.
pub struct Popup {
    open: RwSignal<bool>,
    button: NodeRef<html::Button>,
    name: Text,
    items: Callback<(), Vec<MenuItem>>,
}

/// An open menu.
pub fn popup(Popup { open, button, name, items }: Popup) -> AnyView {
    let popup = NodeRef::<html::Div>::new();
    // The previous focus: the button, or the table whose menu key opened this. Safari does not focus clicked buttons.
    let came_from = StoredValue::new_local(focus::active().filter(|active| active.tag_name() != "BODY"));
    effect(move || {
        let (Some(popup), Some(button)) = (popup.get(), button.get_untracked()) else { return };
        // Fails only if it was removed from the document.
        let _ = popup.show_popover();
        place(&popup, &button);
        if let Some(first) = first_possible(&entries(&popup)) {
            focus::focus_element(first);
        }
    });
    let back = move || match (came_from.get_value(), button.get_untracked()) {
        (Some(element), _) => focus::focus_element(&element),
        (None, Some(button)) => focus::focus_element(&button),
        (None, None) => {}
    };
    let pick = Callback::new(move |item: MenuItem| {
        if item.refused.is_none() {
            // Restore the focus first: a dialog that opens now remembers it.
            back();
            open.set(false);
            (item.on_select)();
        }
    });
    let keys = move |event: dom::KeyboardEvent| {
        event.stop_propagation();
        let Some(popup) = popup.get_untracked() else { return };
        match key(&event) {
            Key::Escape => {
                back();
                open.set(false);
            }
            Key::Other => {
                if event.key() == "Tab" {
                    back();
                    open.set(false);
                }
                return;
            }
            moved => match step(&entries(&popup), &moved) {
                Some(entry) => focus::focus_element(&entry),
                None => return,
            },
        }
        event.prevent_default();
    };
    let toggled = move |event: dom::Event| {
        let shown = event.target().and_then(|target| target.dyn_into::<dom::Element>().ok());
        if shown.is_some_and(|popup| !popup.matches(":popover-open").unwrap_or(false)) {
            let _ = open.try_set(false);
        }
    };
    view! {
        <div node_ref=popup class="menu" role="menu" popover="auto" aria-label=name
            on:keydown=keys on:toggle=toggled on:click=|event| event.stop_propagation()
        >
            {live_view(move || items.run(()).into_iter().map(|item| entry(item, pick)).collect::<Vec<_>>().into_any())}
        </div>
    }
    .into_any()
}

fn entry(item: MenuItem, pick: Callback<MenuItem>) -> AnyView {
    let refused = item.refused.is_some();
    let class = match (item.danger, item.apart) {
        (false, false) => "menu-item",
        (true, false) => "menu-item danger",
        (false, true) => "menu-item apart",
        (true, true) => "menu-item danger apart",
    };
    let mark = match item.checked {
        Some(true) => Some(Icon::Check),
        Some(false) => None,
        None => item.icon,
    };
    let role = if item.checked.is_some() { "menuitemradio" } else { "menuitem" };
    let why = item.refused.clone().map(|why| view! { <span class="menu-why">{why}</span> });
    let label = item.label.clone();
    // Reachable with Tab although that closes the menu, because a menu that scrolls must be keyboard accessible.
    view! {
        <button type="button" class=class role=role tabindex="0"
            aria-checked=item.checked.map(|checked| if checked { "true" } else { "false" })
            aria-disabled=flag(Signal::stored(refused))
            on:click=move |_| pick.run(item.clone())
        >
            <span class="menu-mark">{mark.map(icon)}</span>
            <span class="menu-words"><span>{label}</span>{why}</span>
        </button>
    }
    .into_any()
}

fn entries(popup: &dom::Element) -> Vec<dom::Element> {
    focus::all(popup, ".menu-item")
}

/// The first enabled entry; if there is none, the first, so that its reason is read.
fn first_possible(entries: &[dom::Element]) -> Option<&dom::Element> {
    entries.iter().find(|entry| !entry.has_attribute("aria-disabled")).or(entries.first())
}

/// The entry for a key: next, previous, first, last, or the next one that begins with the letter.
fn step(entries: &[dom::Element], key: &Key) -> Option<dom::Element> {
    let count = entries.len();
    let here = focus::active().and_then(|active| entries.iter().position(|entry| *entry == active));
    let at = match (key, here) {
        (Key::Down, Some(at)) => (at + 1) % count,
        (Key::Up, Some(at)) => (at + count - 1) % count,
        (Key::Down | Key::Home | Key::PageUp, _) => 0,
        (Key::Up | Key::End | Key::PageDown, _) => count.checked_sub(1)?,
        (Key::Char(letter), here) if *letter != ' ' => {
            let from = here.map_or(0, |at| at + 1);
            (0..count).map(|add| (from + add) % count).find(|at| begins_with(&entries[*at], *letter))?
        }
        _ => return None,
    };
    entries.get(at).cloned()
}

fn begins_with(entry: &dom::Element, letter: char) -> bool {
    let words = entry.text_content().unwrap_or_default();
    words.trim_start().chars().next().is_some_and(|first| fold_char(first) == fold_char(letter))
}

/// Positions the menu below the button, aligned with its end, or above if there is no room. Uses the style object,
/// which a strict CSP allows.
fn place(popup: &dom::HtmlElement, button: &dom::HtmlElement) {
    let (menu, from) = (popup.get_bounding_client_rect(), button.get_bounding_client_rect());
    let (width, height) = crate::browser::theme::viewport();
    let below = from.bottom() + 4.0;
    let top = if below + menu.height() + 8.0 <= height { below } else { from.top() - 4.0 - menu.height() };
    let left = if from.left() + menu.width() + 8.0 <= width { from.left() } else { from.right() - menu.width() };
    let style = popup.style();
    for (name, value) in [("top", top.max(8.0)), ("left", left.min(width - menu.width() - 8.0).max(8.0))] {
        let mut px = (value.round() as i32).to_string();
        px.push_str("px");
        let _ = style.set_property(name, &px);
    }
}
