//! Which instances have which key pair, or which security group.

use std::sync::Arc;

use ::view::network::{self, User};
use cloud::wire::Server;

use crate::data::{self, LiveState};
use crate::locales::{Text, counted, tx};
use crate::reactive::Computed;

/// What is known of the instances that have things of one kind.
#[derive(Clone, PartialEq)]
pub enum Users {
    /// The list of instances is on its way.
    Counting,
    /// It could not be read.
    Unknown,
    /// By the thing's name.
    Known(Arc<network::Users>),
}

impl Users {
    /// Those of one; none when it cannot be told.
    pub fn of(&self, name: &str) -> Option<&[User]> {
        match self {
            Users::Known(users) => Some(users.get(name).map(Vec::as_slice).unwrap_or_default()),
            Users::Counting | Users::Unknown => None,
        }
    }
}

/// Follows the list of instances; `of` finds the things in it.
pub fn users(of: fn(&[Arc<Server>]) -> network::Users) -> Computed<Users> {
    let instances = data::instances();
    Computed::new(move |_| match instances.value.get().filter(|list| list.complete) {
        Some(list) => Users::Known(Arc::new(of(&list.rows))),
        None if matches!(instances.state.get(), LiveState::Failed(_)) => Users::Unknown,
        None => Users::Counting,
    })
}

/// "3 instances", "no instance".
pub fn how_many(users: Computed<Users>, name: String) -> Text {
    Text::live(move || {
        users.with(|users| match (users, users.of(&name).map(<[User]>::len)) {
            (Users::Counting, _) => tx(|t| t.users().counting),
            (_, None) => tx(|t| t.users().uncounted),
            (_, Some(0)) => tx(|t| t.users().unused),
            (_, Some(n)) => counted(|t| &t.users().used, n),
        })
    })
}
