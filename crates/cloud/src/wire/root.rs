//! The outermost object of an answer: `{"servers": […], "servers_links": […]}` or `{"server": {…}}`.

use serde::de::MapAccess;

use super::lenient::*;
use crate::exchange::{ReadError, Reply};

/// A type that answers hold under a known name.
pub(crate) trait Rooted: Wire {
    /// The key of a single one.
    const ONE: &'static str;
    /// The keys of a list, one for each dialect.
    const MANY: &'static [&'static str];
}

/// The items of a list answer, and whether the cloud names a next page.
pub(crate) struct Page<T> {
    pub items: Vec<T>,
    pub has_next: bool,
}

struct ManyRoot<T> {
    items: Option<Vec<T>>,
    has_next: bool,
}

impl<T: Rooted> Wire for ManyRoot<T> {
    fn blank() -> Self {
        Self { items: None, has_next: false }
    }

    fn field<'de, A: MapAccess<'de>>(&mut self, key: &str, map: &mut A) -> Result<(), A::Error> {
        if T::MANY.contains(&key) {
            self.items = map.next_value::<List<T>>()?.0;
        } else if key.ends_with("_links") {
            self.has_next |= list::<Link, A>(map)?.iter().any(|link| link.next);
        } else if key == "next" {
            self.has_next |= scalar(map)?.filled().is_some();
        } else {
            skip(map)?;
        }
        Ok(())
    }
}

struct Link {
    next: bool,
}

impl Wire for Link {
    fn blank() -> Self {
        Self { next: false }
    }

    fn field<'de, A: MapAccess<'de>>(&mut self, key: &str, map: &mut A) -> Result<(), A::Error> {
        match key {
            "rel" => self.next = scalar(map)?.text() == "next",
            _ => skip(map)?,
        }
        Ok(())
    }
}

struct OneRoot<T> {
    item: Option<T>,
}

impl<T: Rooted> Wire for OneRoot<T> {
    fn blank() -> Self {
        Self { item: None }
    }

    fn field<'de, A: MapAccess<'de>>(&mut self, key: &str, map: &mut A) -> Result<(), A::Error> {
        if key == T::ONE {
            self.item = Some(object(map)?).filter(T::complete);
        } else {
            skip(map)?;
        }
        Ok(())
    }
}

/// Reads any object; only broken JSON is an error.
pub(crate) fn parse<T: Wire>(body: &str) -> Result<T, ReadError> {
    let Object(root) = serde_json::from_str::<Object<T>>(body)?;
    Ok(root)
}

/// Reads a list answer. A body without the list is an error: an empty list would make everything vanish.
pub(crate) fn page<T: Rooted>(reply: &Reply) -> Result<Page<T>, ReadError> {
    let root: ManyRoot<T> = parse(&reply.body)?;
    let items = root.items.ok_or_else(|| ReadError::missing(T::MANY.first().copied().unwrap_or_default()))?;
    Ok(Page { items, has_next: root.has_next })
}

/// [`page`] where all comes at once.
pub(crate) fn many<T: Rooted>(reply: &Reply) -> Result<Vec<T>, ReadError> {
    page(reply).map(|page| page.items)
}

/// Reads a single one.
pub(crate) fn one<T: Rooted>(reply: &Reply) -> Result<T, ReadError> {
    let root: OneRoot<T> = parse(&reply.body)?;
    root.item.ok_or_else(|| ReadError::missing(T::ONE))
}

/// For answers without a body, or with one that says nothing.
pub(crate) fn nothing(_: &Reply) -> Result<(), ReadError> {
    Ok(())
}
