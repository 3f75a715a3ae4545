//! What is known of something that is no instance, in a type that only those know who ask for it and show it.

use std::any::Any;
use std::fmt;
use std::sync::Arc;

use cloud::wire::NextPage;

/// What is known under a key other than the instances'. Cheap to clone.
///
/// Its type is erased: the first load keeps values of every kind, but only pages that come later can read, compare and
/// drop most of them. All the machine wants to know is how many rows there are, and whether two are the same.
#[derive(Clone)]
pub struct Value {
    rows: usize,
    what: Arc<dyn Same>,
    next: Option<NextPage>,
}

impl Value {
    /// All rows of a list; [`Value::get`] gives them as `Arc<[T]>`.
    pub fn list<T: PartialEq + Send + Sync + 'static>(rows: Vec<T>) -> Self {
        Self { rows: rows.len(), what: Arc::new(Arc::<[T]>::from(rows)), next: None }
    }

    /// The pages of a list that have come, and what the cloud says of the one after them.
    pub fn pages<T: PartialEq + Send + Sync + 'static>(rows: Vec<T>, next: Option<NextPage>) -> Self {
        Self { next, ..Self::list(rows) }
    }

    /// One thing that is no list; [`Value::get`] gives it as `Arc<T>`.
    pub fn one<T: PartialEq + Send + Sync + 'static>(what: T) -> Self {
        Self { rows: 1, what: Arc::new(Arc::new(what)), next: None }
    }

    /// The value as what it was made of; `None` where it was made of another type. Nobody else looks into it.
    pub fn get<T: Clone + 'static>(&self) -> Option<T> {
        let what: &dyn Any = &*self.what;
        what.downcast_ref().cloned()
    }

    /// The page after those that have come; `None`: there is none.
    pub fn next(&self) -> Option<&NextPage> {
        self.next.as_ref()
    }

    /// Rows; 1 where it is no list.
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

/// Equality between values whose type is erased.
trait Same: Any + Send + Sync {
    /// Of the same type, and equal.
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
