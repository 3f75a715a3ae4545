//! English: `metadata`.

use crate::locales::texts::*;

/// See [`crate::locales::texts::Metadata`].
pub static METADATA: Metadata = Metadata {
    edit: "Edit metadata",
    done: "Done editing",
    add: "Add metadata",
    add_title: "Add metadata",
    change: "Change {key}",
    change_title: "Change metadata {key}",
    save: "Save",
    remove: "Remove {key}",
    remove_title: "Remove metadata {key}?",
    remove_text: "Programs on the instance that read it will no longer find it.",
    remove_by_rest: "No address can contain this key. All metadata is therefore read now and saved again without it. A change that someone else makes at that moment is lost.",
    key: "Key",
    key_hint: "Letters, digits, blanks and - _ : .",
    value: "Value",
    key_missing: "Enter a key.",
    key_bad: "Only Latin letters, digits, blanks and - _ : . are allowed.",
    key_twice: "This key exists already. Change it in the list.",
    too_long: "At most {max} characters; now {is}.",
    steers: "The cloud's console uses this key to show how to log in. Change it only if you know why.",
    saved: "Metadata {key} saved",
    removed: "Metadata {key} removed",
    not_offered: Advice {
        what: "Metadata cannot be changed on this cloud",
        then: "It is shown as the instance has it. Nothing was changed.",
    },
};
