//! The key pairs page (rows S04–S08).
//!
//! * `list`: the table. `detail`, `delete`: dialogs about one pair. `users`: the instances that use a pair.
//! * `create`: a new pair, generated in the browser (`made_here`) or by the cloud; `secret`: its private key, which is
//!   shown once. `register`: a pair from an existing public key; `key_field`: the field for it. `name_field`: the name.

mod create;
mod delete;
mod detail;
mod key_field;
mod list;
mod made_here;
mod name_field;
mod register;
mod secret;

use leptos::prelude::*;

use crate::data;
use crate::locales::tx;
use crate::routes::Thing;
use crate::shared::list::{count, count_of};
use crate::shared::opened::Opened;
use crate::shared::users::users;
use crate::shell::no_changes;
use crate::ui::{Button, Icon, Kind, PageHead};

pub fn page() -> AnyView {
    let pairs = data::key_pairs();
    let users = users(::view::key_pairs::users);
    let (create, register) = (RwSignal::new(false), RwSignal::new(false));
    let list = list::list(pairs, users);
    let detail = Opened::new(list.shown.listed, Thing::KeyPair);
    let delete = list::Chosen::new();
    view! {
        <PageHead title=tx(|t| t.keypairs().title) beside=count_of(count(list.shown, |t| &t.keypairs().count))>
            <Button label=tx(|t| t.keypairs().register) icon_before=Icon::Keypairs refused=no_changes()
                on_click=move || register.set(true) />
            <Button label=tx(|t| t.keypairs().create) kind=Kind::Primary icon_before=Icon::Plus refused=no_changes()
                on_click=move || create.set(true) />
        </PageHead>
        {list::table(list, users, detail, delete)}
        {detail::dialog(detail, list, users, delete)}
        {delete::dialog(delete, users)}
        {create::dialog(create, register, pairs.value)}
        {register::dialog(register, pairs.value)}
        {secret::dialog()}
    }
    .into_any()
}
