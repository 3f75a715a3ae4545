//! Which instances use a key pair or security group.

use std::sync::Arc;

use ::view::network::{self, User};
use cloud::wire::Server;

use crate::data::{self, LiveState};
use crate::locales::{Text, counted, tx};
use leptos::prelude::*;

#[derive(Clone, PartialEq)]
pub enum Users {
    /// The list of instances is loading.
    Counting,
    /// The list could not be loaded.
    Unknown,
    /// The instances by the name of what they use.
    Known(Arc<network::Users>),
}

impl Users {
    /// The instances that use one thing; `None` if unknown.
    pub fn of(&self, name: &str) -> Option<&[User]> {
        match self {
            Users::Known(users) => Some(users.get(name).map(Vec::as_slice).unwrap_or_default()),
            Users::Counting | Users::Unknown => None,
        }
    }
}

/// The users, updated with the list of instances; `of` finds what an instance uses.
pub fn users(of: fn(&[Arc<Server>]) -> network::Users) -> Memo<Users> {
    let instances = data::instances();
    Memo::new(move |_| match instances.value.get().filter(|list| list.complete) {
        Some(list) => Users::Known(Arc::new(of(&list.rows))),
        None if matches!(instances.state.get(), LiveState::Failed(_)) => Users::Unknown,
        None => Users::Counting,
    })
}

/// The number as text, such as "3 instances" or "no instance".
pub fn how_many(users: Memo<Users>, name: String) -> Text {
    Text::live(move || {
        users.with(|users| match (users, users.of(&name).map(<[User]>::len)) {
            (Users::Counting, _) => tx(|t| t.users().counting),
            (_, None) => tx(|t| t.users().uncounted),
            (_, Some(0)) => tx(|t| t.users().unused),
            (_, Some(n)) => counted(|t| &t.users().used, n),
        })
    })
}
