//! The field for a public key: pasted, dropped or read from a file. A private key is removed at once: it is neither
//! sent, stored nor shown.

use ::view::key_pairs::name_of_file;
use cloud::keypair::{Algorithm, KeyMend, KeyOddity, PublicKeyError, PublicKeyInput, mend, public_key};
use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;

use crate::browser::files;
use crate::locales::{Text, Words, filled, tx};
use crate::reactive::effect;
use crate::ui::{Button, Icon, TextAreaField, icon, live, live_view};

/// The largest file in bytes. The longest public key, RSA of 16,384 bits, takes 3 KiB.
const FILE_MAX: f64 = 65_536.0;

#[derive(Clone, Copy)]
pub struct Key {
    typed: RwSignal<String>,
    /// Whether the form was submitted, so that an empty field is an error.
    pub touched: RwSignal<bool>,
    /// Whether the last input was a private key.
    private: RwSignal<bool>,
    /// Why the last file was refused.
    file_error: RwSignal<Option<Words>>,
    name: RwSignal<String>,
}

impl Key {
    /// An empty field. A file gives its name to a pair without a name.
    pub fn new(name: RwSignal<String>) -> Self {
        let typed = RwSignal::new(String::new());
        let (touched, private) = (RwSignal::new(false), RwSignal::new(false));
        Self { typed, touched, private, file_error: RwSignal::new(None), name }
    }

    /// The key, if it is valid.
    pub fn check(self) -> Result<PublicKeyInput, PublicKeyError> {
        self.typed.with(|typed| public_key(typed))
    }

    /// The corrected key, for input such as a key broken into several lines.
    fn mended(self) -> Option<KeyMend> {
        self.typed.with(|typed| mend(typed))
    }

    /// Takes a text that may be a private key.
    fn put(self, text: String) {
        let private = public_key(&text) == Err(PublicKeyError::PrivateKey);
        self.private.set(private);
        self.file_error.set(None);
        self.typed.set(if private { String::new() } else { text });
    }

    fn error(self) -> Option<Text> {
        if let Some(words) = self.file_error.get() {
            return Some(tx(words));
        }
        let error = self.check().err()?;
        if let Some(mended) = self.mended() {
            return Some(oddities(mended.found));
        }
        Some(match error {
            PublicKeyError::Empty if !self.touched.get() || self.private.get() => return None,
            PublicKeyError::Empty => tx(|t| t.keypairs().key_empty),
            // `watch` is about to remove it.
            PublicKeyError::PrivateKey => tx(|t| t.keypairs().private_title),
            PublicKeyError::SeveralLines => tx(|t| t.keypairs().key_several),
            PublicKeyError::Pem(what) => filled(|t| t.keypairs().key_pem, [("what", what.into())]),
            PublicKeyError::Certificate => tx(|t| t.keypairs().key_certificate),
            PublicKeyError::Dsa => tx(|t| t.keypairs().key_dsa),
            PublicKeyError::UnknownType(word) => filled(|t| t.keypairs().key_type, [("word", word.into())]),
            PublicKeyError::NotBase64 => tx(|t| t.keypairs().key_base64),
            PublicKeyError::TypeMismatch => tx(|t| t.keypairs().key_mismatch),
        })
    }

    /// Removes a private key as soon as it is in the field.
    fn watch(self) {
        effect(move || {
            let text = self.typed.get();
            if public_key(&text) == Err(PublicKeyError::PrivateKey) {
                self.put(text);
            } else if !text.is_empty() {
                self.private.set(false);
                self.file_error.set(None);
            }
        });
    }
}

pub fn field(key: Key) -> AnyView {
    key.watch();
    let over = RwSignal::new(false);
    let take = move |name: String, size: f64, text: std::pin::Pin<Box<dyn Future<Output = Option<String>>>>| {
        if size > FILE_MAX {
            key.typed.set(String::new());
            return key.file_error.set(Some(|t| t.keypairs().key_too_large));
        }
        spawn_local(async move {
            match text.await.filter(|text| !text.contains('\0')) {
                Some(text) => {
                    key.put(text);
                    if key.name.with_untracked(String::is_empty) && !key.private.get_untracked() {
                        key.name.set(name_of_file(&name).to_owned());
                    }
                }
                None => key.file_error.set(Some(|t| t.keypairs().key_unreadable)),
            }
        });
    };
    let drop_in = move |event: leptos::ev::DragEvent| {
        event.prevent_default();
        over.set(false);
        if let Some(file) = files::dropped(&event) {
            take(file.name(), file.size(), Box::pin(async move { files::read_text(&file).await }));
        } else if let Some(text) = files::dropped_text(&event) {
            key.put(text);
        }
    };
    view! {
        <div class=live(move || if over.get() { "key-field over" } else { "key-field" })
            on:dragover=move |event| { event.prevent_default(); over.set(true) }
            on:dragleave=move |_| over.set(false)
            on:drop=drop_in
        >
            <TextAreaField label=tx(|t| t.keypairs().public_key) value=key.typed hint=tx(|t| t.keypairs().key_hint) rows=5
                error=Signal::derive(move || key.error()) />
            {live_view(move || said(key))}
            <p class="key-file">
                <label class="button">
                    {icon(Icon::File)}<span>{tx(|t| t.keypairs().key_file)}</span>
                    <input type="file" class="sr-only" accept=".pub,text/plain"
                        on:change:target=move |event| {
                            if let Some(file) = files::picked(&event.target()) {
                                take(file.name(), file.size(), Box::pin(async move { files::read_text(&file).await }));
                            }
                        } />
                </label>
                <span class="dim">{tx(|t| t.keypairs().key_drop)}</span>
            </p>
        </div>
    }
    .into_any()
}

/// Remarks about the field's contents other than errors.
fn said(key: Key) -> AnyView {
    if key.private.get() {
        return view! {
            <div class="failure" role="alert">
                <p class="failure-title">{icon(Icon::Alert)}<strong>{tx(|t| t.keypairs().private_title)}</strong></p>
                <p>{tx(|t| t.keypairs().private_text)}</p>
            </div>
        }
        .into_any();
    }
    match key.check() {
        Ok(key) => {
            let kind = Algorithm::of(key.as_str()).to_string();
            let words = filled(|t| t.keypairs().key_ok, [("kind", kind.into())]);
            view! { <p class="key-ok" role="status">{icon(Icon::Ok)}<span>{words}</span></p> }.into_any()
        }
        Err(_) => match key.mended() {
            Some(mended) => {
                let line = mended.key.as_str().to_owned();
                view! {
                    <div class="create-note-actions">
                        <Button label=tx(|t| t.keypairs().odd_use) icon_before=Icon::Ok on_click=move || key.typed.set(line.clone()) />
                    </div>
                }
                .into_any()
            }
            None => ().into_any(),
        },
    }
}

/// Warnings about a key, one sentence each.
fn oddities(found: Vec<KeyOddity>) -> Text {
    let sentence = |oddity| match oddity {
        KeyOddity::Invisible => tx(|t| t.keypairs().odd_invisible),
        KeyOddity::Rfc4716 => tx(|t| t.keypairs().odd_rfc4716),
        KeyOddity::Comments => tx(|t| t.keypairs().odd_comments),
        KeyOddity::Options(options) => filled(|t| t.keypairs().odd_options, [("options", options.into())]),
        KeyOddity::Wrapped => tx(|t| t.keypairs().odd_wrapped),
        KeyOddity::Padding => tx(|t| t.keypairs().odd_padding),
    };
    let all: Vec<Text> = found.into_iter().map(sentence).collect();
    Text::live(move || all.iter().map(Text::get).collect::<Vec<_>>().join(" ").into())
}
