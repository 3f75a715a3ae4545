//! The form for the private key that decrypts the initial password. The key is neither sent nor stored, and is removed
//! from the field once it has been used.

use cloud::wire::EncryptedPassword;
use keys::{KeyError, PasswordError, Zeroizing};
use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;

use crate::browser::{files, focus};
use crate::locales::{Words, filled, tx};
use crate::private_keys::{PRIVATE_KEYS, Unopened};
use crate::ui::{Button, Fact, Facts, Hint, Icon, Kind, SecretText, Submit, TextAreaField, Warning, icon, live_view};

/// The largest file in bytes. An RSA key of 16,384 bits takes 13 KiB.
const FILE_MAX: f64 = 65_536.0;

#[derive(Clone, Copy)]
struct Form {
    key: RwSignal<String>,
    error: RwSignal<Option<Words>>,
    password: RwSignal<Option<Zeroizing<String>>>,
}

/// The form; afterwards the password.
pub fn form(sent: EncryptedPassword, pair: &str, open: RwSignal<bool>) -> AnyView {
    // Load the code for private keys while the user looks for the key.
    spawn_local(PRIVATE_KEYS.fetch());
    let key = RwSignal::new(String::new());
    let form = Form { key, error: RwSignal::new(None), password: RwSignal::new(None) };
    let pair = pair.to_owned();
    live_view(move || match form.password.get() {
        Some(password) => shown(password, open),
        None => asked(form, sent.clone(), pair.clone(), open),
    })
    .into_any()
}

fn asked(form: Form, sent: EncryptedPassword, pair: String, open: RwSignal<bool>) -> AnyView {
    let submit = Submit::<()>::new(move || {
        let (sent, key) = (sent.clone(), form.key.get_untracked());
        Some(async move {
            let opened = PRIVATE_KEYS.get().await.map(|part| (part.open)(&key, &sent));
            form.took(opened);
            Ok(())
        })
    });
    let hint = filled(|t| t.ways_in().password_key_hint, [("key", pair.into())]);
    view! {
        <form class="confirm" novalidate on:submit=move |event| { event.prevent_default(); submit.run() }>
            <Hint words=tx(|t| t.ways_in().password_text) />
            <TextAreaField label=tx(|t| t.ways_in().password_key) value=form.key hint rows=6
                error=Signal::derive(move || form.error.get().map(tx)) />
            <p class="key-file">
                <label class="button">
                    {icon(Icon::File)}<span>{tx(|t| t.ways_in().password_file)}</span>
                    <input type="file" class="sr-only" accept=".pem,.key,text/plain,application/x-pem-file"
                        on:change:target=move |event| if let Some(file) = files::picked(&event.target()) { form.take(file) } />
                </label>
            </p>
            <footer class="dialog-foot">
                <Button label=tx(|t| t.common().cancel) on_click=move || open.set(false) />
                <Button label=tx(|t| t.ways_in().password_show) kind=Kind::Primary busy=submit.busy submit=true />
            </footer>
        </form>
    }
    .into_any()
}

impl Form {
    fn take(self, file: files::File) {
        if file.size() > FILE_MAX {
            return self.error.set(Some(|t| t.ways_in().key_too_large));
        }
        spawn_local(async move {
            match files::read_text(&file).await.filter(|text| !text.contains('\0')) {
                Some(text) => {
                    let _ = self.error.try_set(None);
                    let _ = self.key.try_set(text);
                }
                None => drop(self.error.try_set(Some(|t| t.ways_in().key_unreadable))),
            }
        });
    }

    fn took(self, opened: Option<Result<Zeroizing<String>, Unopened>>) {
        match opened {
            Some(Ok(password)) => {
                let _ = self.key.try_set(String::new());
                let _ = self.error.try_set(None);
                let _ = self.password.try_set(Some(password));
            }
            Some(Err(why)) => self.refuse(words(why)),
            None => self.refuse(|t| t.ways_in().no_part),
        }
    }

    fn refuse(self, words: Words) {
        if self.error.try_set(Some(words)).is_none() {
            focus::focus_first_error();
        }
    }
}

fn words(why: Unopened) -> Words {
    match why {
        Unopened::NoRandom => |t| t.ways_in().no_random,
        Unopened::Key(KeyError::Empty) => |t| t.ways_in().key_empty,
        Unopened::Key(KeyError::Public) => |t| t.ways_in().key_public,
        Unopened::Key(KeyError::Encrypted) => |t| t.ways_in().key_encrypted,
        Unopened::Key(KeyError::NotRsa) => |t| t.ways_in().key_not_rsa,
        Unopened::Key(KeyError::Unreadable) => |t| t.ways_in().key_unreadable,
        Unopened::Password(PasswordError::WrongKey) => |t| t.ways_in().key_wrong,
        Unopened::Password(PasswordError::NotYet) => |t| t.ways_in().password_none,
        Unopened::Password(PasswordError::NotBase64) => |t| t.ways_in().not_base64,
        Unopened::Password(PasswordError::NotText) => |t| t.ways_in().not_text,
    }
}

fn shown(password: Zeroizing<String>, open: RwSignal<bool>) -> AnyView {
    let what = tx(|t| t.ways_in().password_shown);
    let fact = Fact::new(what.clone(), view! { <SecretText text=password.to_string() what /> });
    view! {
        <div class="confirm" role="status">
            <Facts facts=vec![fact] />
            <Warning words=tx(|t| t.ways_in().password_once) />
        </div>
        <footer class="dialog-foot">
            <Button label=tx(|t| t.ways_in().password_done) kind=Kind::Primary on_click=move || open.set(false) />
        </footer>
    }
    .into_any()
}
