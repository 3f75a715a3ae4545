//! The outermost object of a response: `{"servers": […], "servers_links": […]}` or `{"server": {…}}`.

use super::page::{NextPage, Page};
use super::read::Named;
pub use super::read::Wire;
use crate::exchange::{ReadError, Reply};
use crate::json::{Json, parse};

/// Decodes a list; `null` is an empty list, as services in Go write it. A body without the list is an error, because an
/// empty list would make all rows disappear.
pub(crate) fn page<T: Named>(reply: &Reply) -> Result<Page<T>, ReadError> {
    let (items, next) = items(&reply.body, T::MANY)?;
    // A loop compiles to less code than `collect`, and is compiled for each type.
    let mut rows = Vec::new();
    for item in &items {
        rows.extend(T::row(item));
    }
    Ok(Page { rows, next })
}

/// [`page`] for lists that a cloud always sends completely.
pub(crate) fn many<T: Named>(reply: &Reply) -> Result<Vec<T>, ReadError> {
    page(reply).map(|page| page.rows)
}

/// Decodes a single object.
pub(crate) fn one<T: Named>(reply: &Reply) -> Result<T, ReadError> {
    T::row(parse(&reply.body)?.get(T::ONE)).ok_or_else(|| ReadError::missing(T::ONE))
}

/// For responses without a useful body.
pub(crate) fn nothing(_: &Reply) -> Result<(), ReadError> {
    Ok(())
}

/// The part of [`page`] that does not depend on the type, so that it is compiled once.
fn items<'a>(body: &'a str, names: &[&str]) -> Result<(Vec<Json<'a>>, Option<NextPage>), ReadError> {
    let root = parse(body)?;
    let next = next(&root);
    match root.take(names) {
        Some(Json::List(items)) => Ok((items, next)),
        Some(Json::Nothing) => Ok((Vec::new(), next)),
        _ => Err(ReadError::missing(names.first().copied().unwrap_or_default())),
    }
}

/// Nova, Neutron and Cinder send links next to the rows, Glance the URL itself.
fn next(root: &Json<'_>) -> Option<NextPage> {
    let beside = root.get("next").filled();
    let links = root.pairs().iter().filter(|(key, _)| key.ends_with("_links")).flat_map(|(_, links)| links.rows());
    let in_links = links.into_iter().find(|link| link.get("rel").is("next")).map(|link| link.get("href").text());
    beside.or(in_links).map(|address| NextPage::of(&address))
}
