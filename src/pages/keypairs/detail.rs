//! The dialog about one key pair (row S05). Fields that the list lacks are loaded when it opens.

use cloud::KeyName;
use cloud::wire::KeyPair;
use leptos::prelude::*;

use super::list::{Chosen, Pairs, kind};
use crate::data;
use crate::locales::{Text, tx};
use crate::shared::opened::Opened;
use crate::shared::users::{Users, how_many};
use crate::shell::no_changes;
use crate::ui::{Ago, Button, CopyButton, Dialog, Fact, Facts, FailureCard, Icon, Kind, live_view};

pub fn dialog(detail: Opened, list: Pairs, users: Memo<Users>, delete: Chosen) -> AnyView {
    let title = Text::from(detail.id);
    view! {
        <Dialog open=detail.open title>
            {live_view(move || content(detail, KeyName(detail.id.get()), list, users, delete))}
        </Dialog>
    }
    .into_any()
}

fn content(detail: Opened, name: KeyName, list: Pairs, users: Memo<Users>, delete: Chosen) -> AnyView {
    let one = data::key_pair(name.clone());
    // Show the list's data until the answer arrives.
    let listed = name.clone();
    let pair = Memo::new(move |_| {
        one.value.get().map(|pair| KeyPair::clone(&pair)).or_else(|| list.get(listed.as_str(), Clone::clone))
    });
    let failure = Memo::new(move |_| one.failure());
    let victim = name.clone();
    let remove = move || {
        detail.hide();
        delete.show(victim.clone());
    };
    view! {
        <div class="confirm">
            {live_view(move || match failure.get() {
                Some(failure) => view! { <FailureCard failure=cloud::Failure::clone(&failure) on_retry=move || one.refetch() /> }.into_any(),
                None => ().into_any(),
            })}
            {live_view(move || pair.get().map(|pair| facts(&pair, users)).into_any())}
            <footer class="dialog-foot">
                <Button label=tx(|t| t.keypairs().delete) icon_before=Icon::Trash kind=Kind::Plain refused=no_changes()
                    on_click=remove />
                <Button label=tx(|t| t.common().close) on_click=move || detail.hide() />
            </footer>
        </div>
    }
    .into_any()
}

fn facts(pair: &KeyPair, users: Memo<Users>) -> AnyView {
    let text = |value: Option<&str>| value.unwrap_or_default().to_owned();
    let created = pair.created_at;
    let facts = vec![
        Fact::text(tx(|t| t.keypairs().kind), kind(pair)),
        Fact::id(tx(|t| t.keypairs().fingerprint), pair.fingerprint.clone()),
        Fact::text(tx(|t| t.users().used_by), how_many(users, pair.name.0.clone())),
        Fact::new(tx(|t| t.common().created), view! { <Ago at=Signal::stored(created) /> }),
        Fact::text(tx(|t| t.keypairs().owner), text(pair.user_id.as_ref().map(|id| id.as_str()))),
        Fact::text(tx(|t| t.common().id), text(pair.id.as_deref())),
    ];
    let key = pair.public_key.clone();
    view! {
        <Facts facts />
        <div class="public-key">
            <p class="field-label">{tx(|t| t.keypairs().public_key)}</p>
            <div class="json-box">
                <CopyButton text=key.clone() what=tx(|t| t.keypairs().public_key) />
                <pre class="raw" tabindex="0">{key}</pre>
            </div>
        </div>
    }
    .into_any()
}
