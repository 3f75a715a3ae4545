//! The outermost object of an answer: `{"servers": […], "servers_links": […]}` or `{"server": {…}}`.

use crate::exchange::{ReadError, Reply};
use crate::json::{Json, parse};

/// A type that answers hold under a known name.
pub(crate) trait Wire: Sized {
    /// The key of a single one.
    const ONE: &'static str;
    /// The keys of a list, one for each dialect.
    const MANY: &'static [&'static str];

    /// Reads one; `None` when it has no id, which drops it from its list.
    fn read(row: &Json<'_>) -> Option<Self>;
}

/// The items of a list answer, and whether the cloud names a next page.
pub(crate) struct Page<T> {
    pub items: Vec<T>,
    pub has_next: bool,
}

/// Reads a list answer; `null` is an empty list, as services in Go write it. A body without the list is an error: an
/// empty list would make everything vanish.
pub(crate) fn page<T: Wire>(reply: &Reply) -> Result<Page<T>, ReadError> {
    let Page { items: rows, has_next } = rows(&reply.body, T::MANY)?;
    // A loop compiles to less than `collect`, and this is compiled for each type.
    let mut items = Vec::new();
    for row in &rows {
        items.extend(T::read(row));
    }
    Ok(Page { items, has_next })
}

/// [`page`] where all comes at once.
pub(crate) fn many<T: Wire>(reply: &Reply) -> Result<Vec<T>, ReadError> {
    page(reply).map(|page| page.items)
}

/// The rows of the pages before and of a new one, each once: a cloud may repeat the marker (row N02).
pub(crate) fn joined<T: Clone>(before: &[T], page: Vec<T>, id: fn(&T) -> &str) -> Vec<T> {
    let mut all = before.to_vec();
    for row in page {
        if all.iter().all(|known| id(known) != id(&row)) {
            all.push(row);
        }
    }
    all
}

/// Reads a single one.
pub(crate) fn one<T: Wire>(reply: &Reply) -> Result<T, ReadError> {
    T::read(parse(&reply.body)?.get(T::ONE)).ok_or_else(|| ReadError::missing(T::ONE))
}

/// For answers without a body, or with one that says nothing.
pub(crate) fn nothing(_: &Reply) -> Result<(), ReadError> {
    Ok(())
}

/// All of [`page`] that does not depend on the type, so that it is compiled once.
fn rows<'a>(body: &'a str, names: &[&str]) -> Result<Page<Json<'a>>, ReadError> {
    let root = parse(body)?;
    let has_next = has_next(&root);
    match root.take(names) {
        Some(Json::List(items)) => Ok(Page { items, has_next }),
        Some(Json::Nothing) => Ok(Page { items: Vec::new(), has_next }),
        _ => Err(ReadError::missing(names.first().copied().unwrap_or_default())),
    }
}

/// Nova and Neutron list links beside the rows, Glance has the address itself.
fn has_next(root: &Json<'_>) -> bool {
    let leads_on = |link: &Json<'_>| link.get("rel").is("next");
    root.get("next").filled().is_some()
        || root.pairs().iter().any(|(key, links)| key.ends_with("_links") && links.rows().iter().any(leads_on))
}
