//! The dialog that deletes a security group (row N05). A group in use cannot be deleted, nor can `default`.

use ::view::network::User;
use cloud::wire::SecurityGroup;
use leptos::prelude::*;

use super::{Chosen, words};
use crate::data;
use crate::locales::{Text, counted, filled, tx};
use crate::routes::{self, Route};
use crate::shared::users::Users;
use crate::ui::{ConfirmDialog, Hint, Submit, live_view, toast};

/// Why the group cannot be deleted, as far as the instances tell. Other uses are reported by the API.
pub fn refusal(group: &SecurityGroup, users: &Users) -> Option<Text> {
    let users = users.of(&group.name).map(<[User]>::len).unwrap_or_default();
    words::is_default(group).or_else(|| (users > 0).then(|| counted(|t| &t.security_groups().in_use, users)))
}

pub fn dialog(chosen: Chosen, users: Memo<Users>) -> AnyView {
    let Chosen { open, group } = chosen;
    let name = Signal::derive(move || group.get().map(|group| words::name(&group)).unwrap_or_default());
    let go = routes::go();
    let submit = Submit::new(move || {
        let victim = group.get_untracked()?;
        Some(async move {
            data::delete_security_group(&victim.id).await?;
            toast::done(filled(|t| t.security_groups().deleted, [("name", words::name(&victim).into())]));
            let _ = open.try_set(false);
            go.try_run(Route::SecurityGroups);
            Ok(())
        })
    });
    let unknown = Memo::new(move |_| users.with(|users| users.of(&name.get()).is_none()));
    view! {
        <ConfirmDialog open title=filled(|t| t.security_groups().delete_title, [("name", name.into())])
            confirm=tx(|t| t.security_groups().delete) danger=true submit typed_name=name>
            <p>{tx(|t| t.security_groups().delete_text)}</p>
            {live_view(move || match unknown.get() {
                true => view! { <Hint words=tx(|t| t.security_groups().delete_unknown) /> }.into_any(),
                false => ().into_any(),
            })}
        </ConfirmDialog>
    }
    .into_any()
}
