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
