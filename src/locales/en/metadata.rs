//! English: `metadata`.

use crate::locales::texts::*;

/// See [`crate::locales::texts::Metadata`].
pub static METADATA: Metadata = Metadata {
    edit: "Edit metadata",
    done: "Done editing",
    add: "Add metadata",
    add_title: "Add metadata",
    change: "Change {key}",
    change_title: "Change the metadata {key}",
    save: "Save",
    remove: "Remove {key}",
    remove_title: "Remove the metadata {key}?",
    remove_text: "Programs on the instance that read it find nothing there from then on.",
    key: "Key",
    key_hint: "Letters, digits, blanks and - _ : .",
    value: "Value",
    key_missing: "Give it a key.",
    key_bad: "Only Latin letters, digits, blanks and - _ : . are possible.",
    key_twice: "This key is there already: change it in the list.",
    too_long: "At most {max} characters; these are {is}.",
    steers: "The cloud's own console reads this key: it shows how to sign in by it. Change it only if you know what for.",
    saved: "Metadata {key} is saved.",
    removed: "Metadata {key} is removed.",
    not_offered: Advice {
        what: "This cloud does not let metadata be changed",
        then: "It is shown as the instance has it. Nothing was changed.",
    },
};
