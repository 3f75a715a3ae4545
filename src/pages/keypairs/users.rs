//! Which instances name which key pair.

use std::collections::BTreeMap;
use std::sync::Arc;

use ::view::key_pairs::{User, users as users_of};
use cloud::KeyName;

use crate::data::{self, LiveState};
use crate::locales::{Text, counted, tx};
use crate::reactive::Memo;

/// What is known of the instances that name key pairs.
#[derive(Clone, PartialEq)]
pub enum Users {
    /// The list of instances is on its way.
    Counting,
    /// It could not be read.
    Unknown,
    /// By name of the pair.
    Known(Arc<BTreeMap<KeyName, Vec<User>>>),
}

impl Users {
    /// Those of one pair; none when it cannot be told.
    pub fn of(&self, name: &KeyName) -> Option<&[User]> {
        match self {
            Users::Known(users) => Some(users.get(name).map(Vec::as_slice).unwrap_or_default()),
            Users::Counting | Users::Unknown => None,
        }
    }
}

/// Follows the list of instances.
pub fn users() -> Memo<Users> {
    let instances = data::instances();
    Memo::new(move |_| match instances.value.get().filter(|list| list.complete) {
        Some(list) => Users::Known(Arc::new(users_of(&list.rows))),
        None if matches!(instances.state.get(), LiveState::Failed(_)) => Users::Unknown,
        None => Users::Counting,
    })
}

/// "3 instances", "no instance".
pub fn how_many(users: Memo<Users>, name: KeyName) -> Text {
    Text::live(move || {
        users.with(|users| match (users, users.of(&name).map(<[User]>::len)) {
            (Users::Counting, _) => tx(|t| t.keypairs().counting),
            (_, None) => tx(|t| t.keypairs().uncounted),
            (_, Some(0)) => tx(|t| t.keypairs().unused),
            (_, Some(n)) => counted(|t| &t.keypairs().used, n),
        })
    })
}
