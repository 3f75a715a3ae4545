//! The private key of a new pair (row S06). It exists once: it is offered as a file and for copying and is never
//! stored, and closing or leaving asks for confirmation until it was saved.

use std::cell::RefCell;
use std::sync::{Arc, OnceLock};

use ::view::key_pairs::private_key_file;
use cloud::KeyName;
use cloud::wire::KeyPair;
use keys::Zeroizing;
use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;

use crate::browser::{clipboard, files, focus};
use crate::data::{self, SessionState};
use crate::locales::{Text, Words, filled, tx};
use crate::reactive::effect;
use crate::ui::{Button, Copyable, Dialog, Icon, Kind, Warning, guard_leaving, icon, live_view};

#[derive(Clone, PartialEq)]
struct Secret {
    name: KeyName,
    /// `None` on clouds that do not return it.
    key: Option<Arc<Zeroizing<String>>>,
    /// The public key and its fingerprint.
    public: Arc<str>,
    fingerprints: Vec<String>,
    /// Generated in the browser.
    own: bool,
}

/// The private key that waits to be saved. It is global because the answer may arrive after the page is gone; it is
/// dropped at the end of the session.
fn held() -> &'static ArcRwSignal<Option<Secret>> {
    static HELD: OnceLock<ArcRwSignal<Option<Secret>>> = OnceLock::new();
    HELD.get_or_init(|| ArcRwSignal::new(None))
}

/// How much the user has done with the key.
#[derive(Clone, Copy)]
struct Progress {
    saved: RwSignal<Option<Saved>>,
    asking: RwSignal<bool>,
    by_hand: RwSignal<bool>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Saved {
    AsFile,
    Copied,
}

thread_local! {
    /// Watches for the end of the session while a key is held.
    static WATCH: RefCell<Option<Owner>> = const { RefCell::new(None) };
}

/// Shows the key that the cloud generated, once the page is open.
pub fn hold(pair: KeyPair) {
    let (public, fingerprints) = (Arc::from(pair.public_key), vec![pair.fingerprint]);
    show(Secret { name: pair.name, key: pair.private_key.map(held_key), public, fingerprints, own: false });
}

/// The same for a pair generated here, once the cloud has accepted the public key.
pub fn hold_own(name: KeyName, pair: &keys::Pair) {
    let prints = pair.fingerprints();
    let fingerprints = vec![prints.sha256.clone(), prints.md5.clone()];
    let key = Some(Arc::new(pair.private_file().clone()));
    show(Secret { name, key, public: Arc::from(pair.public_line()), fingerprints, own: true });
}

fn held_key(text: String) -> Arc<Zeroizing<String>> {
    Arc::new(Zeroizing::new(text))
}

fn show(secret: Secret) {
    held().set(Some(secret));
    let owner = Owner::new_root(None);
    owner.with(|| {
        let session = data::session();
        effect(move || {
            if matches!(session.get(), SessionState::SignedOut) {
                held().set(None);
            }
        });
    });
    WATCH.set(Some(owner));
}

fn forget() {
    held().set(None);
    WATCH.set(None);
}

/// The dialog, open while a key is held.
pub fn dialog() -> AnyView {
    let open = RwSignal::new(false);
    let progress = Progress { saved: RwSignal::new(None), asking: RwSignal::new(false), by_hand: RwSignal::new(false) };
    let secret: Signal<Option<Secret>> = held().clone().into();
    let unsaved = Memo::new(move |_| {
        secret.with(|secret| secret.as_ref().is_some_and(|secret| secret.key.is_some()))
            && progress.saved.get().is_none()
    });
    effect(move || {
        if secret.with(Option::is_some) {
            progress.saved.set(None);
            progress.asking.set(false);
            progress.by_hand.set(false);
            open.set(true);
        } else {
            open.set(false);
        }
    });
    // A second Esc closes a dialog without asking.
    effect(move || {
        if open.get() || untrack(|| secret.with(Option::is_none)) {
            return;
        }
        if unsaved.get_untracked() {
            progress.asking.set(true);
            open.set(true);
        } else {
            forget();
        }
    });
    guard_leaving(unsaved, move |_| _ = progress.asking.try_set(true));
    lead_focus(open, progress.asking);
    let may_close = move |()| {
        let lost = unsaved.get_untracked();
        progress.asking.set(lost);
        !lost
    };
    let title = Text::live(move || match secret.get() {
        Some(Secret { key: None, .. }) => tx(|t| t.keypairs().secret_missing),
        Some(Secret { name, .. }) => filled(|t| t.keypairs().secret_title, [("name", name.0.into())]),
        None => Text::default(),
    });
    view! {
        <Dialog open title may_close=Callback::new(may_close)>
            {live_view(move || match secret.get() {
                Some(secret) => match secret.key.clone() {
                    Some(key) => offer(&secret, key, progress, unsaved, open),
                    None => missing(secret.name, open),
                },
                None => ().into_any(),
            })}
        </Dialog>
    }
    .into_any()
}

/// Puts the focus on the button that saves: first the download, and in the confirmation the way back to it.
fn lead_focus(open: RwSignal<bool>, asking: RwSignal<bool>) {
    effect(move || {
        let to = match (open.get(), asking.get()) {
            (false, _) => return,
            (true, false) => ".secret-ways > .primary",
            (true, true) => ".secret-question .primary",
        };
        request_animation_frame(move || focus::focus(to));
    });
}

fn offer(
    secret: &Secret,
    key: Arc<Zeroizing<String>>,
    progress: Progress,
    unsaved: Memo<bool>,
    open: RwSignal<bool>,
) -> AnyView {
    let file: Arc<str> = private_key_file(secret.name.as_str()).into();
    let words: Words = if secret.own { |t| t.keypairs().secret_text_here } else { |t| t.keypairs().secret_text };
    let public = public_half(&file, secret);
    let named = Text::from(file.to_string());
    let (saved_key, copied_key, shown_key) = (key.clone(), key.clone(), key);
    let download = move || {
        files::download(&file, "application/x-pem-file", &saved_key);
        progress.saved.set(Some(Saved::AsFile));
    };
    let copy = move || {
        let key = copied_key.clone();
        spawn_local(async move {
            match clipboard::copy(&key).await {
                Ok(()) => drop(progress.saved.try_set(Some(Saved::Copied))),
                Err(_) => drop(progress.by_hand.try_set(true)),
            }
        });
    };
    let done = move || {
        if unsaved.get_untracked() { progress.asking.set(true) } else { open.set(false) }
    };
    let (in_save, in_use) = (named.clone(), named.clone());
    view! {
        <div class="confirm">
            <Warning words=tx(words) />
            <div class="secret-ways">
                <Button label=filled(|t| t.keypairs().secret_save, [("file", in_save)]) kind=Kind::Primary icon_before=Icon::Download on_click=download />
                <Button label=tx(|t| t.keypairs().secret_copy) icon_before=Icon::Copy on_click=copy />
                {public}
            </div>
            {live_view(move || by_hand(&shown_key, progress))}
            {live_view(move || how_saved(progress.saved.get(), &named))}
            {fingerprints(&secret.fingerprints)}
            <p class="dim">{filled(|t| t.keypairs().secret_use, [("file", in_use)])}</p>
            {live_view(move || match progress.asking.get() && unsaved.get() {
                true => question(progress),
                false => view! {
                    <footer class="dialog-foot"><Button label=tx(|t| t.keypairs().secret_done) on_click=done /></footer>
                }
                .into_any(),
            })}
        </div>
    }
    .into_any()
}

/// The public key as a second file: `key.pub` beside `key.pem`. The cloud has it too.
fn public_half(private: &str, secret: &Secret) -> AnyView {
    let file = [private.trim_end_matches(".pem"), ".pub"].concat();
    let (named, line) = (Text::from(file.clone()), [&secret.public, "\n"].concat());
    let save = move || files::download(&file, "text/plain", &line);
    view! { <Button label=filled(|t| t.keypairs().secret_public, [("file", named)]) kind=Kind::Quiet on_click=save /> }
        .into_any()
}

fn fingerprints(all: &[String]) -> AnyView {
    let one = |print: &String| {
        view! { <li><Copyable text=print.clone() what=tx(|t| t.keypairs().fingerprint) /></li> }.into_any()
    };
    let all: Vec<_> = all.iter().filter(|print| !print.is_empty()).map(one).collect();
    view! { <p>{tx(|t| t.keypairs().fingerprint)}</p><ul class="fingerprints">{all}</ul> }.into_any()
}

/// Shows the key where the browser does not allow copying (a page without https), so that it is not lost.
fn by_hand(key: &Arc<Zeroizing<String>>, progress: Progress) -> AnyView {
    if !progress.by_hand.get() {
        return ().into_any();
    }
    view! {
        <p>{tx(|t| t.keypairs().secret_by_hand)}</p>
        <pre class="raw" tabindex="0" aria-label=tx(|t| t.keypairs().secret_what)>{key.to_string()}</pre>
    }
    .into_any()
}

fn how_saved(saved: Option<Saved>, file: &Text) -> AnyView {
    let words = match saved {
        None => return ().into_any(),
        Some(Saved::AsFile) => filled(|t| t.keypairs().secret_downloaded, [("file", file.clone())]),
        Some(Saved::Copied) => tx(|t| t.keypairs().secret_copied),
    };
    view! { <p class="key-ok" role="status">{icon(Icon::Ok)}<span>{words}</span></p> }.into_any()
}

/// The confirmation before the key is lost.
fn question(progress: Progress) -> AnyView {
    view! {
        <div class="failure" role="alert">
            <p>{tx(|t| t.keypairs().secret_leave)}</p>
        </div>
        <footer class="dialog-foot secret-question">
            <Button label=tx(|t| t.keypairs().secret_discard) kind=Kind::Danger on_click=forget />
            <Button label=tx(|t| t.keypairs().secret_stay) kind=Kind::Primary on_click=move || progress.asking.set(false) />
        </footer>
    }
    .into_any()
}

fn missing(name: KeyName, open: RwSignal<bool>) -> AnyView {
    view! {
        <div class="confirm">
            <Warning words=filled(|t| t.keypairs().secret_missing_then, [("name", name.0.into())]) />
            <footer class="dialog-foot"><Button label=tx(|t| t.common().close) on_click=move || open.set(false) /></footer>
        </div>
    }
    .into_any()
}
