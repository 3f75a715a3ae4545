//! What needs a person in several scopes, in one list. Each item keeps its scope.

use std::collections::BTreeMap;

use super::{Alarm, Item, NAMED, Need};

/// All of one kind, of several scopes.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Everywhere<S> {
    /// The kind.
    pub need: Need,
    /// How many there are, and in which scopes.
    pub all: usize,
    /// The first [`NAMED`] of them, each with its scope.
    pub items: Vec<(S, Item)>,
    /// How many there are in each scope that has any.
    pub counts: Vec<(S, usize)>,
}

/// Joins what needs a person in each scope, the most urgent first. Of a kind the first items of each scope come before the
/// second ones, so that one bad scope does not hide the others.
pub fn everywhere<S: Clone>(scopes: &[(S, Vec<Alarm>)]) -> Vec<Everywhere<S>> {
    let mut kinds: BTreeMap<Need, Everywhere<S>> = BTreeMap::new();
    for (scope, alarms) in scopes {
        for alarm in alarms {
            let empty = || Everywhere { need: alarm.need, all: 0, items: Vec::new(), counts: Vec::new() };
            let kind = kinds.entry(alarm.need).or_insert_with(empty);
            kind.all += alarm.all;
            kind.counts.push((scope.clone(), alarm.all));
        }
    }
    for kind in kinds.values_mut() {
        let lists = scopes.iter().filter_map(|(scope, alarms)| {
            alarms.iter().find(|alarm| alarm.need == kind.need).map(|alarm| (scope, &alarm.items))
        });
        let lists: Vec<_> = lists.collect();
        let turns = (0..NAMED).flat_map(|turn| {
            lists.iter().filter_map(move |(scope, items)| Some(((*scope).clone(), items.get(turn)?.clone())))
        });
        kind.items = turns.take(NAMED).collect();
    }
    kinds.into_values().collect()
}

#[cfg(test)]
mod tests {
    use cloud::ServerId;
    use proptest::prelude::*;

    use super::*;
    use crate::overview::Target;

    const NEEDS: [Need; 3] = [Need::InError, Need::Stuck, Need::FreeVolume];

    fn alarm(need: Need, all: usize, scope: usize) -> Alarm {
        let item = |number: usize| Item {
            target: Target::Instance(ServerId(format!("{number}"))),
            name: format!("{scope}-{number}"),
            detail: String::new(),
            since: None,
            number: None,
        };
        Alarm { need, all, items: (0..all.min(NAMED)).map(item).collect() }
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..Default::default() })]

        /// The same ids can occur in several scopes: the scope next to an item tells them apart.
        #[test]
        fn no_item_and_no_count_crosses_scopes(counts in prop::collection::vec([0usize..9, 0usize..9, 0usize..9], 0..6)) {
            let of = |(scope, counts): (usize, &[usize; 3])| {
                let kinds = NEEDS.iter().zip(counts).filter(|(_, all)| **all > 0);
                (scope, kinds.map(|(need, all)| alarm(*need, *all, scope)).collect::<Vec<_>>())
            };
            let scopes: Vec<_> = counts.iter().enumerate().map(of).collect();
            let joined = everywhere(&scopes);
            for (at, need) in NEEDS.iter().enumerate() {
                let sum: usize = counts.iter().map(|counts| counts[at]).sum();
                let kind = joined.iter().find(|kind| kind.need == *need);
                prop_assert_eq!(kind.map_or(0, |kind| kind.all), sum);
                let Some(kind) = kind else { continue };
                prop_assert_eq!(kind.items.len(), sum.min(NAMED));
                let own = |(scope, item): &(usize, Item)| item.name.starts_with(&format!("{scope}-"));
                prop_assert!(kind.items.iter().all(own));
                prop_assert!(kind.counts.iter().all(|(scope, all)| counts[*scope][at] == *all));
                let named = |scope: usize| kind.items.iter().any(|(of, _)| *of == scope);
                let having = kind.counts.iter().take(NAMED);
                prop_assert!(having.clone().all(|(scope, _)| named(*scope)), "each scope is named while there is room");
            }
            prop_assert!(joined.windows(2).all(|pair| pair[0].need < pair[1].need));
        }
    }
}
