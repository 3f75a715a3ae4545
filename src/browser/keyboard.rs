//! Keys of the keyboard.

/// The keys that widgets handle.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Key {
    /// ↑
    Up,
    /// ↓
    Down,
    /// ←
    Left,
    /// →
    Right,
    /// Home
    Home,
    /// End
    End,
    /// Page up
    PageUp,
    /// Page down
    PageDown,
    /// Enter
    Enter,
    /// Escape
    Escape,
    /// The menu key, or Shift+F10.
    Menu,
    /// Ctrl+A, on a Mac ⌘A.
    All,
    /// A key that types a character, in lower case.
    Char(char),
    /// Any other key, and every combination with Ctrl, Alt or Meta: the browser handles those.
    Other,
}

/// Reads an event. While a syllable is being composed, the keys belong to the input method: Enter ends the syllable.
pub fn key(event: &web_sys::KeyboardEvent) -> Key {
    let command = (event.ctrl_key() || event.meta_key()) && !event.alt_key() && !event.shift_key();
    if command && !event.is_composing() && event.key().eq_ignore_ascii_case("a") {
        return Key::All;
    }
    if event.is_composing() || event.ctrl_key() || event.alt_key() || event.meta_key() {
        return Key::Other;
    }
    let name = event.key();
    match name.as_str() {
        "ArrowUp" => Key::Up,
        "ArrowDown" => Key::Down,
        "ArrowLeft" => Key::Left,
        "ArrowRight" => Key::Right,
        "Home" => Key::Home,
        "End" => Key::End,
        "PageUp" => Key::PageUp,
        "PageDown" => Key::PageDown,
        "Enter" => Key::Enter,
        "Escape" => Key::Escape,
        "ContextMenu" => Key::Menu,
        "F10" if event.shift_key() => Key::Menu,
        _ => {
            let mut chars = name.chars();
            match (chars.next(), chars.next()) {
                (Some(letter), None) => Key::Char(view::fold_char(letter)),
                _ => Key::Other,
            }
        }
    }
}
