//! Which instances have which group.

use std::collections::BTreeMap;
use std::sync::Arc;

use ::view::network::{User, users_of_groups};

use crate::data::{self, LiveState};
use crate::locales::{Text, counted, tx};
use crate::reactive::Memo;

/// What is known of the instances that have groups.
#[derive(Clone, PartialEq)]
pub enum Users {
    /// The list of instances is on its way.
    Counting,
    /// It could not be read.
    Unknown,
    /// By name of the group.
    Known(Arc<BTreeMap<String, Vec<User>>>),
}

impl Users {
    /// Those of one group; none when it cannot be told.
    pub fn of(&self, name: &str) -> Option<&[User]> {
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
        Some(list) => Users::Known(Arc::new(users_of_groups(&list.rows))),
        None if matches!(instances.state.get(), LiveState::Failed(_)) => Users::Unknown,
        None => Users::Counting,
    })
}

/// "3 instances", "no instance".
pub fn how_many(users: Memo<Users>, name: String) -> Text {
    Text::live(move || {
        users.with(|users| match (users, users.of(&name).map(<[User]>::len)) {
            (Users::Counting, _) => tx(|t| t.security_groups().counting),
            (_, None) => tx(|t| t.security_groups().uncounted),
            (_, Some(0)) => tx(|t| t.security_groups().unused),
            (_, Some(n)) => counted(|t| &t.security_groups().used, n),
        })
    })
}
