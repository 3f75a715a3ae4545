//! Texts about a file.

use imports::{FILES_MAX, Gap, ImportedCloud, Unknown, Wrong};

use crate::locales::{Text, Words, filled, tx};

/// The largest number of unknown keys that are named.
const NAMED_MAX: usize = 12;

/// The file and line of an error.
pub fn heading(name: &str, line: Option<usize>) -> Text {
    let file: Text = if name.is_empty() { tx(|t| t.imports().pasted) } else { name.to_owned().into() };
    match line {
        None => filled(|t| t.imports().failed, [("file", file)]),
        Some(line) => filled(|t| t.imports().failed_line, [("file", file), ("line", line.to_string().into())]),
    }
}

/// The error.
pub fn wrong(wrong: &Wrong) -> Text {
    let key = |key: &str| [("key", key.to_owned().into())];
    match wrong {
        Wrong::TooManyFiles => filled(|t| t.imports().too_many_files, [("count", FILES_MAX.to_string().into())]),
        Wrong::TooLarge => tx(|t| t.imports().too_large),
        Wrong::Empty => tx(|t| t.imports().empty),
        Wrong::Unrecognized => tx(|t| t.imports().unrecognized),
        Wrong::ControlCharacter => tx(|t| t.imports().control_character),
        Wrong::NotYaml(why) => filled(|t| t.imports().not_yaml, [("why", why.clone().into())]),
        Wrong::SeveralDocuments => tx(|t| t.imports().several_documents),
        Wrong::TooDeep => tx(|t| t.imports().too_deep),
        Wrong::TooManyValues => tx(|t| t.imports().too_many_values),
        Wrong::NoCloud => tx(|t| t.imports().no_cloud),
        Wrong::NotAMapping(name) => filled(|t| t.imports().not_a_mapping, key(name)),
        Wrong::NotAText(name) => filled(|t| t.imports().not_a_text, key(name)),
        Wrong::OpenQuote => tx(|t| t.imports().open_quote),
    }
}

/// A setting that the form cannot hold. `of`: the name of the configured cloud that the form is for, if it is known.
pub fn gap(gap: &Gap, of: Option<&str>) -> Text {
    match gap {
        Gap::NoAddress => filled(|t| t.imports().no_address, [("cloud", of.unwrap_or_default().to_owned().into())]),
        Gap::Profile(name) => {
            let words: Words = if of.is_some() { |t| t.imports().profile } else { |t| t.imports().profile_only };
            filled(words, [("profile", name.clone().into())])
        }
        Gap::OtherMethod(kind) => filled(|t| t.imports().other_method, [("method", kind.clone().into())]),
        Gap::UserById => tx(|t| t.imports().user_by_id),
        Gap::TenantByName => tx(|t| t.imports().tenant_by_name),
        Gap::CredentialByName => tx(|t| t.imports().credential_by_name),
        Gap::OtherScope => tx(|t| t.imports().other_scope),
    }
}

/// The sentences, joined by spaces.
pub fn sentences(all: Vec<Text>) -> Text {
    Text::live(move || all.iter().map(Text::get).collect::<Vec<_>>().join(" ").into())
}

/// The unknown keys, if there are any.
pub fn unknown(keys: &[Unknown]) -> Option<Text> {
    let one = |unknown: &Unknown| {
        let values = [("key", unknown.key.clone().into()), ("line", unknown.line.to_string().into())];
        filled(|t| t.imports().unknown_one, values)
    };
    let named: Vec<Text> = keys.iter().take(NAMED_MAX).map(one).collect();
    if named.is_empty() {
        return None;
    }
    let more = keys.len() > named.len();
    let list = Text::live(move || {
        let mut list = named.iter().map(Text::get).collect::<Vec<_>>().join(", ");
        if more {
            list.push_str(", …");
        }
        list.into()
    });
    Some(filled(|t| t.imports().unknown, [("keys", list)]))
}

/// The name of a cloud.
pub fn name(cloud: &ImportedCloud) -> Text {
    match cloud.name.is_empty() {
        false => cloud.name.clone().into(),
        true if cloud.identity.is_empty() => tx(|t| t.imports().nameless),
        true => cloud.identity.clone().into(),
    }
}

/// The user, the project and the address.
pub fn about(cloud: &ImportedCloud) -> String {
    let text = |reference: &Option<imports::Reference>| reference.as_ref().map(|one| one.text().to_owned());
    let all = [text(&cloud.user), text(&cloud.project), Some(cloud.identity.clone())];
    all.into_iter().flatten().filter(|text| !text.is_empty()).collect::<Vec<_>>().join(" · ")
}
