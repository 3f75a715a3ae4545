//! The query of the page of all projects: the filter of the table, and which scopes are left out, one `without` each. Left
//! out and not chosen, so that a scope that is opened later is shown.

use cloud::Scope;

use crate::instances::Filter;
use crate::query::{join, pairs, write};
use crate::scope::{of_word, to_word};

const WITHOUT: &str = "without";

/// What the page shows.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Asked {
    /// Search, filters and order.
    pub filter: Filter,
    /// Scopes that the person has left out, each once.
    pub without: Vec<Scope>,
}

impl Asked {
    /// Reads a query, with or without `?`. Values that are invalid are ignored.
    pub fn of_query(query: &str) -> Self {
        let mut without: Vec<Scope> = Vec::new();
        let words = pairs(query).filter(|(name, _)| name == WITHOUT);
        for scope in words.filter_map(|(_, word)| of_word(&word)) {
            if !without.contains(&scope) {
                without.push(scope);
            }
        }
        Self { filter: Filter::of_query(query), without }
    }

    /// Writes a query without `?`.
    pub fn to_query(&self) -> String {
        let mut query = self.filter.to_query();
        for scope in &self.without {
            join(&mut query, &write([(WITHOUT, to_word(scope).as_str())]));
        }
        query
    }

    /// Leaves the scope out, or shows it again.
    pub fn toggle(&mut self, scope: &Scope) {
        match self.without.iter().position(|other| other == scope) {
            Some(at) => _ = self.without.remove(at),
            None => self.without.push(scope.clone()),
        }
    }
}

#[cfg(test)]
mod tests {
    use cloud::TenantId;
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..Default::default() })]

        #[test]
        fn what_is_shown_survives_its_address(search in "\\PC{0,12}", scopes in prop::collection::btree_set(("[a-z]{1,5}", "\\PC{0,9}", "\\PC{1,9}"), 0..5)) {
            let mut asked = Asked { filter: Filter { search, ..Filter::default() }, without: Vec::new() };
            for (cloud, region, tenant) in scopes {
                asked.toggle(&Scope { cloud, region: region.as_str().into(), tenant: TenantId(tenant) });
            }
            prop_assert_eq!(&Asked::of_query(&asked.to_query()), &asked);
            for scope in asked.without.clone() {
                asked.toggle(&scope);
            }
            prop_assert_eq!(asked.without, []);
        }

        #[test]
        fn junk_is_ignored(query in any::<String>(), word in any::<String>()) {
            let asked = Asked::of_query(&format!("{query}&without={word}&without=a/b&without=a/b/c&without=a/b/c"));
            prop_assert_eq!(Asked::of_query(&asked.to_query()), asked.clone());
            prop_assert!(asked.without.iter().filter(|scope| scope.cloud == "a").count() == 1 || word.contains('a'));
        }
    }
}
