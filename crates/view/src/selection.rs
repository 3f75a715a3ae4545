//! Which rows of a table are selected: by id, so that polling, sorting and filtering change nothing.

use std::collections::HashSet;
use std::hash::Hash;

/// The selected rows of a table. New rows are never added by themselves.
#[derive(Clone, Debug)]
pub struct Selection<Id> {
    ids: HashSet<Id>,
    /// Where a range begins: the row that was last selected, cleared or made active.
    anchor: Option<Id>,
    /// What the current range has added; extending it to another row takes these back first.
    range: Vec<Id>,
}

impl<Id> Default for Selection<Id> {
    fn default() -> Self {
        Self { ids: HashSet::new(), anchor: None, range: Vec::new() }
    }
}

impl<Id: Clone + Eq + Hash> Selection<Id> {
    /// Whether a row is selected.
    pub fn has(&self, id: &Id) -> bool {
        self.ids.contains(id)
    }

    /// How many are selected.
    pub fn len(&self) -> usize {
        self.ids.len()
    }

    /// Whether none is selected.
    pub fn is_empty(&self) -> bool {
        self.ids.is_empty()
    }

    /// Selects a row, or clears it. The next range begins here.
    pub fn toggle(&mut self, id: &Id) {
        if !self.ids.remove(id) {
            self.ids.insert(id.clone());
        }
        self.begin(id);
    }

    /// The next range begins at this row.
    pub fn begin(&mut self, id: &Id) {
        self.anchor = Some(id.clone());
        self.range.clear();
    }

    /// Selects the range from the beginning to this row, instead of the range before. `rows`: those that are shown, in
    /// order. If the beginning is not among them, the range is this row.
    pub fn extend(&mut self, rows: &[Id], to: &Id) {
        let place = |id: &Id| rows.iter().position(|row| row == id);
        let Some(end) = place(to) else { return };
        let Some(start) = self.anchor.as_ref().and_then(place) else {
            self.ids.insert(to.clone());
            return self.begin(to);
        };
        for id in self.range.drain(..) {
            self.ids.remove(&id);
        }
        for id in rows.get(start.min(end)..=start.max(end)).unwrap_or_default() {
            if self.ids.insert(id.clone()) {
                self.range.push(id.clone());
            }
        }
    }

    /// Selects these rows besides those that are selected.
    pub fn add(&mut self, rows: &[Id]) {
        self.ids.reserve(rows.len());
        self.ids.extend(rows.iter().cloned());
        self.end_range();
    }

    /// Clears these rows; others stay selected.
    pub fn remove(&mut self, rows: &[Id]) {
        for id in rows {
            self.ids.remove(id);
        }
        self.end_range();
    }

    /// Keeps the rows that still exist.
    pub fn keep<'a>(&mut self, existing: impl Iterator<Item = &'a Id>)
    where
        Id: 'a,
    {
        let kept: HashSet<Id> = existing.filter(|id| self.ids.contains(*id)).cloned().collect();
        if kept.len() != self.ids.len() {
            self.range.retain(|id| kept.contains(id));
            self.ids = kept;
        }
    }

    /// Keeps the rows of which this is true.
    pub fn retain(&mut self, exists: impl Fn(&Id) -> bool) {
        self.ids.retain(&exists);
        self.range.retain(exists);
    }

    /// How many of these rows are selected.
    pub fn among(&self, rows: &[Id]) -> usize {
        if self.is_empty() { 0 } else { rows.iter().filter(|id| self.has(id)).count() }
    }

    /// The selected rows: those of `rows` first and in their order, then the others.
    pub fn in_order(&self, rows: &[Id]) -> Vec<Id> {
        let mut ids: Vec<Id> = rows.iter().filter(|id| self.has(id)).cloned().collect();
        if ids.len() < self.len() {
            let shown: HashSet<&Id> = ids.iter().collect();
            let hidden: Vec<Id> = self.ids.iter().filter(|id| !shown.contains(id)).cloned().collect();
            ids.extend(hidden);
        }
        ids
    }

    fn end_range(&mut self) {
        self.anchor = None;
        self.range.clear();
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use proptest::prelude::*;

    use super::*;

    #[derive(Clone, Debug)]
    enum Step {
        Toggle(u8),
        Extend(u8),
        Add,
        Remove,
        Clear,
        Keep(BTreeSet<u8>),
    }

    fn step() -> impl Strategy<Value = Step> {
        prop_oneof![
            (0u8..20).prop_map(Step::Toggle),
            (0u8..20).prop_map(Step::Extend),
            Just(Step::Add),
            Just(Step::Remove),
            Just(Step::Clear),
            prop::collection::btree_set(0u8..20, 0..20).prop_map(Step::Keep),
        ]
    }

    fn ids(selection: &Selection<u8>) -> Vec<u8> {
        let mut ids = selection.in_order(&[]);
        ids.sort_unstable();
        ids
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..Default::default() })]

        #[test]
        fn each_step_changes_only_what_it_says(steps in prop::collection::vec(step(), 0..30), mut rows in Just((0u8..12).collect::<Vec<_>>()).prop_shuffle()) {
            let mut selection = Selection::default();
            rows.truncate(8);
            for step in steps {
                let before: BTreeSet<u8> = ids(&selection).into_iter().collect();
                match &step {
                    Step::Toggle(id) => selection.toggle(id),
                    Step::Extend(id) => selection.extend(&rows, id),
                    Step::Add => selection.add(&rows),
                    Step::Remove => selection.remove(&rows),
                    Step::Clear => selection = Selection::default(),
                    Step::Keep(existing) => selection.keep(existing.iter()),
                }
                let after: BTreeSet<u8> = ids(&selection).into_iter().collect();
                let shown: BTreeSet<u8> = rows.iter().copied().collect();
                let expected: BTreeSet<u8> = match step {
                    Step::Toggle(id) => before.symmetric_difference(&[id].into()).copied().collect(),
                    Step::Add => before.union(&shown).copied().collect(),
                    Step::Remove => before.difference(&shown).copied().collect(),
                    Step::Clear => BTreeSet::new(),
                    Step::Keep(existing) => before.intersection(&existing).copied().collect(),
                    Step::Extend(id) => {
                        // Only shown rows are added, and the row itself is selected.
                        prop_assert!(after.difference(&before).all(|id| shown.contains(id)));
                        prop_assert!(!shown.contains(&id) || after.contains(&id));
                        after.clone()
                    }
                };
                prop_assert_eq!(&after, &expected);
                prop_assert_eq!(selection.len(), after.len());
                prop_assert_eq!(selection.among(&rows), after.intersection(&shown).count());
                let order = selection.in_order(&rows);
                prop_assert_eq!(order.len(), selection.len());
                prop_assert!(order.iter().take(selection.among(&rows)).all(|id| shown.contains(id)));
            }
        }
    }

    #[test]
    fn a_range_that_goes_back_gives_up_only_what_it_added() {
        let rows: Vec<u8> = (0..10).collect();
        let mut selection = Selection::default();
        selection.toggle(&4);
        selection.toggle(&2);
        selection.extend(&rows, &6);
        assert_eq!(ids(&selection), [2, 3, 4, 5, 6]);
        selection.extend(&rows, &3);
        assert_eq!(ids(&selection), [2, 3, 4]);
        selection.extend(&rows, &1);
        assert_eq!(ids(&selection), [1, 2, 4]);
    }

    #[test]
    fn a_range_whose_beginning_is_hidden_begins_anew() {
        let mut selection = Selection::default();
        selection.toggle(&9);
        selection.extend(&[1, 2, 3], &2);
        selection.extend(&[1, 2, 3], &3);
        assert_eq!(ids(&selection), [2, 3, 9]);
    }
}
