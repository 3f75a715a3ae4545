//! Pages of a list. A cloud may split a list even if no pages were requested (`osapi_max_limit`,
//! `pagination_max_limit`, …).

use crate::exchange::Call;
use crate::percent::encode;
use std::collections::HashSet;
use std::ops::Deref;

/// One page of a list; dereferences to its rows.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Page<T> {
    pub rows: Vec<T>,
    /// How to request the next page; `None`: this is the last one, according to the cloud.
    pub next: Option<NextPage>,
}

/// How a link identifies the next page.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum NextPage {
    /// The link's query, without `?`. The rest of the link is ignored: a cloud behind a proxy often names a host that
    /// the browser cannot reach, and no response may choose where the token is sent.
    Query(String),
    /// The link has no query: use the last row as marker.
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

/// A row of a paged list.
pub trait Row {
    /// Identifies the row: its id, or its name if it has none. Also the `marker` of the next page.
    fn id(&self) -> &str;
}

impl<T: Row + Clone> Page<T> {
    /// Appends this page to the previous rows without duplicates: a cloud may repeat the marker (row N02).
    pub fn after(self, before: &[T]) -> Vec<T> {
        let mut all = before.to_vec();
        all.extend(self.rows);
        let mut repeated = repeated(&all.iter().map(T::id).collect::<Vec<_>>()).into_iter();
        all.retain(|_| !repeated.next().unwrap_or_default());
        all
    }
}

/// Which of these ids occurred before.
fn repeated(ids: &[&str]) -> Vec<bool> {
    let mut seen = HashSet::with_capacity(ids.len());
    ids.iter().map(|id| !seen.insert(*id)).collect()
}

impl<T: Row> Call<Page<T>> {
    /// The same list from another page on; `before` are the rows so far.
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
