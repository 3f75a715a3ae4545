//! Type-erased values of keys other than instances.

use std::any::Any;
use std::fmt;
use std::sync::Arc;

use cloud::wire::NextPage;

/// The value of a key other than instances. Cheap to clone.
///
/// Its type is erased because the first load stores values of every kind, but most types are used only by parts that
/// are loaded later. The state machine itself only needs the number of rows and equality.
#[derive(Clone)]
pub struct Value {
    rows: usize,
    what: Arc<dyn Same>,
    next: Option<NextPage>,
}

impl Value {
    /// All rows of a list; [`Value::get`] returns them as `Arc<[T]>`.
    pub fn list<T: PartialEq + Send + Sync + 'static>(rows: Vec<T>) -> Self {
        Self { rows: rows.len(), what: Arc::new(Arc::<[T]>::from(rows)), next: None }
    }

    /// The pages of a list so far, and how to request the next one.
    pub fn pages<T: PartialEq + Send + Sync + 'static>(rows: Vec<T>, next: Option<NextPage>) -> Self {
        Self { next, ..Self::list(rows) }
    }

    /// A single object; [`Value::get`] returns it as `Arc<T>`.
    pub fn one<T: PartialEq + Send + Sync + 'static>(what: T) -> Self {
        Self { rows: 1, what: Arc::new(Arc::new(what)), next: None }
    }

    /// The value with its original type; `None` if that is another one.
    pub fn get<T: Clone + 'static>(&self) -> Option<T> {
        let what: &dyn Any = &*self.what;
        what.downcast_ref().cloned()
    }

    /// The next page; `None` if this was the last one.
    pub fn next(&self) -> Option<&NextPage> {
        self.next.as_ref()
    }

    /// Number of rows; 1 for a single object.
    pub fn rows(&self) -> usize {
        self.rows
    }
}

impl PartialEq for Value {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.what, &other.what) || self.what.same(&*other.what)
    }
}

impl fmt::Debug for Value {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} rows", self.rows)
    }
}

/// Equality of type-erased values.
trait Same: Any + Send + Sync {
    /// Whether the other one has the same type and is equal.
    fn same(&self, other: &dyn Any) -> bool;
}

impl<T: PartialEq + Send + Sync + 'static> Same for T {
    fn same(&self, other: &dyn Any) -> bool {
        other.downcast_ref() == Some(self)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_same_type_with_the_same_content_is_the_same() {
        let known = Value::list(vec![1_u32, 2]);
        for (other, expect) in [
            (known.clone(), true),
            (Value::list(vec![1_u32, 2]), true),
            (Value::list(vec![1_u32, 3]), false),
            (Value::list(vec![1_u32]), false),
            (Value::list(vec![1_u64, 2]), false),
            (Value::one(vec![1_u32, 2]), false),
        ] {
            assert_eq!(known == other, expect, "{other:?}");
        }
        assert_eq!(Value::list(Vec::<u32>::new()), Value::list(Vec::<u32>::new()));
    }

    #[test]
    fn only_who_knows_the_type_reads_it() {
        let list = Value::list(vec![1_u32, 2]);
        assert_eq!((list.rows(), list.get::<Arc<[u32]>>()), (2, Some(Arc::from([1, 2]))));
        assert_eq!(list.get::<Arc<[u64]>>(), None);
        assert_eq!(list.get::<Arc<u32>>(), None);
        let one = Value::one(7_u32);
        assert_eq!((one.rows(), one.get::<Arc<u32>>()), (1, Some(Arc::new(7))));
        assert_eq!(one.get::<u32>(), None);
    }
}
