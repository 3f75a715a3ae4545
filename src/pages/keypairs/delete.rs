//! The dialog that deletes a key pair (row S08). It names the instances that use it and says that they do not change.

use ::view::network::User;
use leptos::prelude::*;

use super::list::Chosen;
use crate::data;
use crate::locales::{Text, counted, filled, tx};
use crate::routes::{self, Route};
use crate::shared::users::Users;
use crate::ui::{ConfirmDialog, Hint, Submit, live_view, toast};

/// How many instances are named; the others are counted.
const NAMED: usize = 8;

pub fn dialog(chosen: Chosen, users: Memo<Users>) -> AnyView {
    let Chosen { open, name } = chosen;
    let victim = Text::live(move || name.get().0.into());
    let submit = Submit::new(move || {
        let name = name.get_untracked();
        Some(async move {
            data::delete_key_pair(&name).await?;
            let _ = open.try_set(false);
            toast::done(filled(|t| t.keypairs().deleted, [("name", name.0.into())]));
            Ok(())
        })
    });
    view! {
        <ConfirmDialog open title=filled(|t| t.keypairs().delete_title, [("name", victim)]) confirm=tx(|t| t.keypairs().delete)
            danger=true submit typed_name=Signal::derive(move || name.get().0)>
            <p>{tx(|t| t.keypairs().delete_text)}</p>
            {live_view(move || users.with(|users| used_by(users.of(name.get().as_str()))))}
            <Hint words=tx(|t| t.keypairs().delete_others) />
        </ConfirmDialog>
    }
    .into_any()
}

fn used_by(users: Option<&[User]>) -> AnyView {
    let users = match users {
        None => return view! { <p>{tx(|t| t.keypairs().delete_unknown)}</p> }.into_any(),
        Some([]) => return view! { <p>{tx(|t| t.keypairs().delete_unused)}</p> }.into_any(),
        Some(users) => users,
    };
    let named = users.iter().take(NAMED).map(|(id, name)| {
        let href = routes::href(&Route::Instance(id.clone()));
        view! { <li><a href=href target="_blank" rel="noopener">{name.clone()}</a></li> }.into_any()
    });
    let named: Vec<_> = named.collect();
    let more = users.len().saturating_sub(NAMED);
    let more = (more > 0).then(|| view! { <li class="dim">{counted(|t| &t.keypairs().and_more, more)}</li> });
    view! {
        <div class="used-by">
            <p>{counted(|t| &t.keypairs().delete_used, users.len())}</p>
            <ul>{named}{more}</ul>
            <p>{tx(|t| t.keypairs().delete_keeps)}</p>
        </div>
    }
    .into_any()
}
