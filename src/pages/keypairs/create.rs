//! The dialog that creates a key pair, in the browser (rows S06, S07) or by the cloud (row S06).

use cloud::{Failure, FailureKind};
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::list::Known;
use super::made_here::{self, Trouble};
use super::name_field::{self, Name};
use super::secret;
use crate::browser::{focus, random};
use crate::data;
use crate::locales::{Advice, Texts, filled, tx};
use crate::private_keys::{NoPair, PRIVATE_KEYS};
use crate::ui::{Button, Choice, Dialog, FailureCard, Hint, Kind, RadioCards, Submit, Warning, live_view};

const HERE: &str = "here";
const CLOUD: &str = "cloud";
const ED25519: &str = "ed25519";
const RSA: &str = "rsa";

/// The dialog. `register` opens the other dialog, for an existing key.
pub fn dialog(open: RwSignal<bool>, register: RwSignal<bool>, list: Known) -> AnyView {
    view! { <Dialog open title=tx(|t| t.keypairs().create)>{form(open, register, list)}</Dialog> }.into_any()
}

#[derive(Clone, Copy)]
struct Made {
    by: RwSignal<String>,
    kind: RwSignal<String>,
}

impl Made {
    fn here(self) -> bool {
        self.by.with(|by| by == HERE)
    }

    fn kind(self) -> keys::Kind {
        if self.kind.with(|kind| kind == RSA) { keys::Kind::Rsa } else { keys::Kind::Ed25519 }
    }
}

fn form(open: RwSignal<bool>, register: RwSignal<bool>, list: Known) -> AnyView {
    // Load the code for private keys while the user types the name.
    spawn_local(PRIVATE_KEYS.fetch());
    let name = Name::new(list);
    let by = if random::is_available() { HERE } else { CLOUD };
    let made = Made { by: RwSignal::new(by.to_owned()), kind: RwSignal::new(ED25519.to_owned()) };
    let steps = RwSignal::new(0);
    let submit = Submit::new(move || {
        name.touched.set(true);
        let name = focus::valid(untrack(|| name.check()))?;
        steps.set(0);
        let (here, kind) = untrack(|| (made.here(), made.kind()));
        Some(async move {
            // Done even if the dialog was closed: once the cloud has the public key, the private key exists only here.
            match here {
                true => made_here::make(&name, kind, steps).await?,
                false => data::create_key_pair(&name, None).await.map(secret::hold).map_err(Trouble::Refused)?,
            }
            let _ = open.try_set(false);
            Ok(())
        })
    });
    let rather = move || {
        open.set(false);
        register.set(true);
    };
    view! {
        <form class="confirm" novalidate on:submit=move |event| { event.prevent_default(); submit.run() }>
            {name_field::field(name)}
            {choices(made)}
            {live_view(move || said(made))}
            <p class="rather">
                <span>{tx(|t| t.keypairs().create_rather)}</span>
                <Button label=tx(|t| t.keypairs().register) kind=Kind::Quiet on_click=rather />
            </p>
            {live_view(move || progress(submit.busy.get() && made.here() && made.kind() == keys::Kind::Rsa, steps))}
            {live_view(move || submit.failure.get().map(|why| told(why, made)).unwrap_or_else(|| ().into_any()))}
            <footer class="dialog-foot">
                <Button label=tx(|t| t.common().cancel) on_click=move || open.set(false) />
                <Button label=tx(|t| t.keypairs().create) kind=Kind::Primary busy=submit.busy submit=true />
            </footer>
        </form>
    }
    .into_any()
}

fn choices(made: Made) -> AnyView {
    let no_random = (!random::is_available()).then(|| tx(|t| t.keypairs().no_random));
    let places = vec![
        Choice::new(HERE, tx(|t| t.keypairs().made_here)).note(tx(|t| t.keypairs().made_here_note)).excluded(no_random),
        Choice::new(CLOUD, tx(|t| t.keypairs().made_by_cloud)).note(tx(|t| t.keypairs().made_by_cloud_note)),
    ];
    let kinds = vec![
        Choice::new(ED25519, tx(|t| t.keypairs().ed25519)).note(tx(|t| t.keypairs().ed25519_note)),
        Choice::new(RSA, tx(|t| t.keypairs().rsa)).note(tx(|t| t.keypairs().rsa_note)),
    ];
    let kinds = Signal::stored(kinds);
    view! {
        <RadioCards label=tx(|t| t.keypairs().made) value=made.by choices=Signal::stored(places) />
        {live_view(move || match made.here() {
            true => view! { <RadioCards label=tx(|t| t.keypairs().key_type_label) value=made.kind choices=kinds /> }.into_any(),
            false => ().into_any(),
        })}
    }
    .into_any()
}

fn said(made: Made) -> AnyView {
    match made.here() {
        true => view! { <Hint words=tx(|t| t.keypairs().here_text) /> }.into_any(),
        false => view! { <Warning words=tx(|t| t.keypairs().create_text) /> }.into_any(),
    }
}

/// The progress of the search for primes. Its duration cannot be predicted, so only activity is shown.
fn progress(searching: bool, steps: RwSignal<usize>) -> AnyView {
    if !searching {
        return ().into_any();
    }
    let steps = crate::locales::Text::live(move || steps.get().into());
    view! { <Hint words=filled(|t| t.keypairs().making, [("n", steps)]) /> }.into_any()
}

fn told(why: Trouble, made: Made) -> AnyView {
    let words = match why {
        Trouble::Refused(failure) => {
            let insists =
                failure.kind == FailureKind::Invalid && untrack(|| made.here() && made.kind() != keys::Kind::Rsa);
            let rsa = insists.then(|| view! { <Hint words=tx(|t| t.keypairs().try_rsa) /> });
            return view! { <FailureCard instead=taken(&failure) failure />{rsa} }.into_any();
        }
        Trouble::NotMade(NoPair::Stopped) => return ().into_any(),
        Trouble::NotMade(NoPair::NoRandom) => tx(|t| t.keypairs().no_random),
        Trouble::NotMade(NoPair::Broken(words)) => filled(|t| t.keypairs().not_made, [("words", words.into())]),
        Trouble::NoPart => tx(|t| t.keypairs().no_part),
    };
    view! { <div class="failure" role="alert"><p>{words}</p></div> }.into_any()
}

/// The message for a conflict, which here means that the name is taken.
pub fn taken(failure: &Failure) -> Option<fn(Texts) -> &'static Advice> {
    match failure.kind {
        FailureKind::Conflict => Some(|t| &t.keypairs().exists),
        _ => None,
    }
}
