//! Deleting a group (row N05). One that somebody has cannot go, and `default` never.

use ::view::network::User;
use cloud::Failure;
use cloud::wire::SecurityGroup;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::users::Users;
use super::{Chosen, words};
use crate::data;
use crate::locales::{Text, counted, filled, tx};
use crate::reactive::{Memo, Signal, effect};
use crate::routes::{self, Route};
use crate::ui::{ConfirmDialog, Hint, live_view, toast};

/// Why it cannot go, as far as is known here; what else has it is told by the cloud.
pub fn refusal(group: &SecurityGroup, users: &Users) -> Option<Text> {
    let users = users.of(&group.name).map(<[User]>::len).unwrap_or_default();
    words::is_default(group).or_else(|| (users > 0).then(|| counted(|t| &t.security_groups().in_use, users)))
}

/// The question.
pub fn dialog(chosen: Chosen, users: Memo<Users>) -> AnyView {
    let Chosen { open, group } = chosen;
    let name = Signal::derive(move || group.get().map(|group| words::name(&group)).unwrap_or_default());
    let (busy, failure) = (RwSignal::new(false), RwSignal::new(None::<Failure>));
    effect(move || {
        if open.get() {
            failure.set(None);
        }
    });
    let go = routes::go();
    let confirm = move || {
        let Some(victim) = group.get_untracked() else { return };
        busy.set(true);
        failure.set(None);
        spawn_local(async move {
            let answer = data::delete_security_group(&victim.id).await;
            let _ = busy.try_set(false);
            match answer {
                Ok(()) => {
                    toast::done(filled(|t| t.security_groups().deleted, [("name", words::name(&victim).into())]));
                    let _ = open.try_set(false);
                    go.try_run(Route::SecurityGroups);
                }
                Err(refused) => _ = failure.try_set(Some(refused)),
            }
        });
    };
    let unknown = Memo::new(move |_| users.with(|users| users.of(&name.get()).is_none()));
    view! {
        <ConfirmDialog open title=filled(|t| t.security_groups().delete_title, [("name", name.into())])
            confirm=tx(|t| t.security_groups().delete) danger=true busy failure typed_name=name on_confirm=confirm>
            <p>{tx(|t| t.security_groups().delete_text)}</p>
            {live_view(move || match unknown.get() {
                true => view! { <Hint words=tx(|t| t.security_groups().delete_unknown) /> }.into_any(),
                false => ().into_any(),
            })}
        </ConfirmDialog>
    }
    .into_any()
}
