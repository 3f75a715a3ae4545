//! The caret of a text field.

use web_sys::HtmlInputElement;

/// Where the caret is, in bytes of the field's text.
pub fn of(field: &HtmlInputElement) -> usize {
    let units = field.selection_start().ok().flatten().map_or(usize::MAX, |at| at as usize);
    let mut before = 0;
    let letters = field.value();
    // The browser counts in UTF-16.
    let here = letters.char_indices().find(|(_, letter)| {
        let at = before;
        before += letter.len_utf16();
        at >= units
    });
    here.map_or(letters.len(), |(at, _)| at)
}

/// Writes a text with the caret at a place, in bytes.
pub fn put(field: &HtmlInputElement, text: &str, at: usize) {
    field.set_value(text);
    let units = text.get(..at).unwrap_or(text).encode_utf16().count();
    let units = u32::try_from(units).unwrap_or(u32::MAX);
    // Fails for kinds of fields that have no caret.
    let _ = field.set_selection_range(units, units);
}
