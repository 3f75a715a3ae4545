//! What the page reads of each scope: its list, and the names that its rows refer to.

use std::cell::RefCell;
use std::sync::Arc;

use cloud::{Scope, ServerId};
use leptos::prelude::*;
use view::everywhere::Without;
use view::instances::{Names, Needs, split_row_id};

use crate::data::{self, Instances, Live};
use crate::pages::instances::flavors;
use crate::pages::instances::list::Shown;
use crate::pages::instances::referred::{self, Referred};
use crate::reactive::once;
use crate::shared::scopes::{self, Read, when};
use crate::ui::RowId;

thread_local! {
    /// The index of a scope here is its number in the ids of rows. It never changes while the tab is open, because the
    /// active row and the scroll position are kept by id.
    static NUMBERED: RefCell<Vec<Scope>> = const { RefCell::new(Vec::new()) };
}

/// The scope and instance of a row.
pub fn key_of(id: &RowId) -> Option<(Scope, ServerId)> {
    let (number, server) = split_row_id(id)?;
    let scope = NUMBERED.with_borrow(|all| all.get(number as usize).cloned())?;
    Some((scope, ServerId(server.to_owned())))
}

fn number_of(scope: &Scope) -> u32 {
    NUMBERED.with_borrow_mut(|all| {
        let at = all.iter().position(|known| known == scope).unwrap_or_else(|| {
            all.push(scope.clone());
            all.len() - 1
        });
        u32::try_from(at).unwrap_or(u32::MAX)
    })
}

/// What is read of a scope.
#[derive(Clone, Copy)]
pub struct Lists {
    /// The scope's number in the ids of rows.
    pub number: u32,
    pub servers: Live<Instances>,
    pub names: Memo<Arc<Names>>,
}

/// All scopes.
pub type Scopes = scopes::Scopes<Lists>;

/// One scope.
pub type One = scopes::One<Lists>;

/// Follows the open sessions, without those that the address leaves out.
pub fn follow(search: Shown) -> Scopes {
    let needs = search.needs();
    let shows = move |scope: &Scope| !Without::of_query(&search.asked()).has(scope);
    Scopes::follow(shows, move |open, read| lists(number_of(&open.session.scope), read, needs))
}

fn lists(number: u32, read: Read, needs: Memo<Needs>) -> Lists {
    let servers = data::within(read.clone(), data::instances);
    // Names are read after the rows, so that a region that does not respond costs one request and not one for each list.
    let known = once(move || servers.value.with(Option::is_some));
    let named = when(read, move || known.get());
    let referred = Referred::new();
    let needed = |needed: fn(Needs) -> bool| {
        let needed = once(move || needed(needs.get()));
        when(named.clone(), move || needed.get())
    };
    data::within(needed(|needs| needs.images), || referred::images(referred));
    data::within(needed(|needs| needs.sizes), || referred::flavor_sizes(referred.sizes));
    let names = data::within(named, || flavors::names(referred));
    Lists { number, servers, names }
}
