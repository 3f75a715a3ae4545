//! Which scopes the page of all projects leaves out, in its query: one `without` each. What is left out is named and not
//! what is shown, so that a scope that is opened later is shown.

use cloud::Scope;

use crate::query::{join, pairs, write};
use crate::scope::{of_word, to_word};

/// How its pairs begin in a query.
pub const WITHOUT: &str = "without";

/// The scopes that are left out, each once.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Without(Vec<Scope>);

impl Without {
    /// Reads a query, with or without `?`. Values that are invalid are ignored.
    pub fn of_query(query: &str) -> Self {
        let mut without = Self::default();
        let words = pairs(query).filter(|(name, _)| name == WITHOUT);
        for scope in words.filter_map(|(_, word)| of_word(&word)) {
            if !without.has(&scope) {
                without.0.push(scope);
            }
        }
        without
    }

    /// Writes a query without `?`.
    pub fn to_query(&self) -> String {
        let mut query = String::new();
        for scope in &self.0 {
            join(&mut query, &write([(WITHOUT, to_word(scope).as_str())]));
        }
        query
    }

    /// Whether the scope is left out.
    pub fn has(&self, scope: &Scope) -> bool {
        self.0.contains(scope)
    }

    /// Leaves the scope out, or shows it again.
    pub fn toggle(&mut self, scope: &Scope) {
        match self.0.iter().position(|other| other == scope) {
            Some(at) => _ = self.0.remove(at),
            None => self.0.push(scope.clone()),
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
        fn what_is_left_out_survives_its_address(scopes in prop::collection::btree_set(("[a-z]{1,5}", "\\PC{0,9}", "\\PC{1,9}"), 0..5)) {
            let scope = |(cloud, region, tenant): (String, String, String)| Scope {
                cloud,
                region: region.as_str().into(),
                tenant: TenantId(tenant),
            };
            let scopes: Vec<Scope> = scopes.into_iter().map(scope).collect();
            let mut without = Without::default();
            scopes.iter().for_each(|scope| without.toggle(scope));
            let query = format!("q=a&{}&sort=name", without.to_query());
            prop_assert_eq!(&Without::of_query(&query), &without);
            prop_assert!(scopes.iter().all(|scope| without.has(scope)));
            scopes.iter().for_each(|scope| without.toggle(scope));
            prop_assert_eq!(without, Without::default());
        }

        #[test]
        fn junk_is_ignored(query in any::<String>()) {
            let without = Without::of_query(&query);
            prop_assert_eq!(Without::of_query(&without.to_query()), without);
        }
    }

    #[test]
    fn each_is_named_once() {
        let query = "without=demo%2FKR1%2Fp1&without=demo/KR1/p1&without=&without=a/b&without=a/b/c/d&q=without";
        assert_eq!(Without::of_query(query).to_query(), "without=demo%2FKR1%2Fp1");
    }
}
