//! Key pairs (rows S04–S08).
//!
//! * `list`: the table. `detail`, `delete`: of one pair. `users`: which instances name a pair.
//! * `create`: a new pair, made in this browser (`made_here`) or by the cloud; `secret`: its private key, which exists
//!   once. `register`: with a public key of one's own; `key_field`: where it is pasted. `name_field`: the name, for both.

mod create;
mod delete;
mod detail;
mod key_field;
mod list;
mod made_here;
mod name_field;
mod register;
mod secret;
mod users;

use leptos::prelude::*;

use crate::data;
use crate::locales::tx;
use crate::reactive::Signal;
use crate::routes::{self, Route};
use crate::shell::no_changes;
use crate::ui::{Button, Icon, Kind, PageHead, Standing};

/// The page.
pub fn page() -> AnyView {
    let pairs = data::key_pairs();
    let users = users::users();
    let (create, register) = (RwSignal::new(false), RwSignal::new(false));
    let (detail, delete) = (list::Chosen::new(), list::Chosen::new());
    // A link to one pair shows the list with that pair opened.
    if let Route::KeyPair(name) = routes::current().get_untracked() {
        detail.show(name);
    }
    let known = Signal::derive(move || pairs.value.with(Option::is_some));
    let failure = Signal::derive(move || pairs.failure());
    let search = RwSignal::new(String::new());
    view! {
        <PageHead title=tx(|t| t.keypairs().title) beside=list::count(pairs.value)>
            <Button label=tx(|t| t.keypairs().register) icon_before=Icon::Keypairs refused=no_changes()
                on_click=move || register.set(true) />
            <Button label=tx(|t| t.keypairs().create) kind=Kind::Primary icon_before=Icon::Plus refused=no_changes()
                on_click=move || create.set(true) />
        </PageHead>
        {list::toolbar(search)}
        <div class="fill">
            <Standing known failure loaded_at=pairs.loaded_at on_retry=move || pairs.refresh()>
                {list::table(pairs.value, users, search, detail, delete)}
            </Standing>
        </div>
        {detail::dialog(detail, pairs.value, users, delete)}
        {delete::dialog(delete, users)}
        {create::dialog(create, register, pairs.value)}
        {register::dialog(register, pairs.value)}
        {secret::dialog()}
    }
    .into_any()
}
