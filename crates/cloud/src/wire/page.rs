//! A list that the cloud cuts into pages (`osapi_max_limit`, `pagination_max_limit`, …), whether pages were asked for or not.

use crate::exchange::Call;
use crate::percent::encode;
use std::collections::HashSet;
use std::ops::Deref;

/// One page of a list. It reads like a slice of its rows.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Page<T> {
    /// The rows.
    pub rows: Vec<T>,
    /// How to ask for the page after this one; `None`: this is the last one, as far as the cloud says.
    pub next: Option<NextPage>,
}

/// What a link to the next page asks for.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum NextPage {
    /// The query of the link, without `?`. The rest of the link is not used: a cloud behind a proxy often names a host that
    /// the browser cannot reach, and no answer may choose where the token goes.
    Query(String),
    /// There is a next page, but its link has no query: the last row is the marker.
    AfterLastRow,
}

impl NextPage {
    pub(super) fn of(address: &str) -> Self {
        let query = address.split_once('?').map(|(_, query)| query.split('#').next().unwrap_or_default());
        match query {
            Some(query) if query.contains('=') && query.bytes().all(|byte| byte.is_ascii_graphic()) => {
                Self::Query(query.to_owned())
            }
            _ => Self::AfterLastRow,
        }
    }
}

/// A row of a list that comes in pages.
pub trait Row {
    /// What tells two of them apart: the id, or the name of what has none. Also the `marker` of the page after it.
    fn id(&self) -> &str;
}

impl<T: Row + Clone> Page<T> {
    /// The rows of the pages before and of this one, each once: a cloud may repeat the marker (row N02).
    pub fn after(self, before: &[T]) -> Vec<T> {
        let mut all = before.to_vec();
        all.extend(self.rows);
        let mut repeated = repeated(&all.iter().map(T::id).collect::<Vec<_>>()).into_iter();
        all.retain(|_| !repeated.next().unwrap_or_default());
        all
    }
}

/// Which of these have stood before.
fn repeated(ids: &[&str]) -> Vec<bool> {
    let mut seen = HashSet::with_capacity(ids.len());
    ids.iter().map(|id| !seen.insert(*id)).collect()
}

impl<T: Row> Call<Page<T>> {
    /// The same list from another page on; `before` are the rows of the pages that have come.
    pub fn from_page(mut self, next: &NextPage, before: &[T]) -> Self {
        let path = &mut self.request.path;
        match (next, before.last()) {
            (NextPage::Query(query), _) => {
                path.truncate(path.find('?').unwrap_or(path.len()));
                path.push('?');
                path.push_str(query);
            }
            (NextPage::AfterLastRow, Some(last)) => {
                path.push(if path.contains('?') { '&' } else { '?' });
                path.push_str("marker=");
                path.push_str(&encode(last.id()));
            }
            (NextPage::AfterLastRow, None) => {}
        }
        self
    }
}

impl<T> Deref for Page<T> {
    type Target = [T];

    fn deref(&self) -> &[T] {
        &self.rows
    }
}

impl<T> IntoIterator for Page<T> {
    type Item = T;
    type IntoIter = std::vec::IntoIter<T>;

    fn into_iter(self) -> Self::IntoIter {
        self.rows.into_iter()
    }
}

#[cfg(test)]
mod tests;
