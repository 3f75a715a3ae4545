//! A map of a few dozen entries at most. A B-tree is compiled for each pair of types, about 8 kB of wasm; here a linear
//! search is as fast, and the code is a loop.

/// Pairs in insertion order.
#[derive(Clone, Debug)]
pub struct VecMap<K, V>(Vec<(K, V)>);

impl<K, V> Default for VecMap<K, V> {
    fn default() -> Self {
        Self::new()
    }
}

impl<K, V> VecMap<K, V> {
    /// An empty map.
    pub const fn new() -> Self {
        Self(Vec::new())
    }

    /// All entries, oldest first.
    pub fn iter(&self) -> impl Iterator<Item = (&K, &V)> {
        self.0.iter().map(|(key, value)| (key, value))
    }

    /// All entries with mutable values.
    pub fn iter_mut(&mut self) -> impl Iterator<Item = (&K, &mut V)> {
        self.0.iter_mut().map(|(key, value)| (&*key, value))
    }

    /// Keeps the entries for which `keep` returns true.
    pub fn retain(&mut self, mut keep: impl FnMut(&K, &mut V) -> bool) {
        self.0.retain_mut(|(key, value)| keep(key, value));
    }
}

impl<K: PartialEq, V> VecMap<K, V> {
    /// The value of a key.
    pub fn get(&self, key: &K) -> Option<&V> {
        self.0.iter().find(|(known, _)| known == key).map(|(_, value)| value)
    }

    /// The mutable value of a key.
    pub fn get_mut(&mut self, key: &K) -> Option<&mut V> {
        self.0.iter_mut().find(|(known, _)| known == key).map(|(_, value)| value)
    }

    /// Sets the value of a key and returns the previous one.
    pub fn insert(&mut self, key: K, value: V) -> Option<V> {
        if let Some(known) = self.get_mut(&key) {
            return Some(std::mem::replace(known, value));
        }
        self.0.push((key, value));
        None
    }

    /// Removes an entry; the others keep their order.
    pub fn remove(&mut self, key: &K) -> Option<V> {
        let at = self.0.iter().position(|(known, _)| known == key)?;
        Some(self.0.remove(at).1)
    }
}

impl<K: PartialEq + Clone, V: Default> VecMap<K, V> {
    /// The value of a key, which is inserted with its default if missing.
    pub fn entry(&mut self, key: &K) -> &mut V {
        let found = self.0.iter().position(|(known, _)| known == key);
        let at = found.unwrap_or(self.0.len());
        if found.is_none() {
            self.0.push((key.clone(), V::default()));
        }
        &mut self.0[at].1
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::VecMap;

    /// After any operations it contains the same as a B-tree.
    #[test]
    fn holds_what_a_tree_holds() {
        let (mut row, mut tree) = (VecMap::new(), BTreeMap::new());
        let mut random = 7_u32;
        for _ in 0..2_000 {
            random = random.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            let (key, value) = (random >> 28, random >> 8);
            match random >> 26 & 3 {
                0 => assert_eq!(row.insert(key, value), tree.insert(key, value)),
                1 => assert_eq!(row.remove(&key), tree.remove(&key)),
                2 => {
                    *row.entry(&key) += 1;
                    *tree.entry(key).or_default() += 1;
                }
                _ => {
                    row.retain(|key, value| (*key + *value) % 5 != 0);
                    tree.retain(|key, value| (*key + *value) % 5 != 0);
                }
            }
            assert_eq!(row.get(&key), tree.get(&key));
            let copy: BTreeMap<u32, u32> = row.iter().map(|(key, value)| (*key, *value)).collect();
            assert_eq!(copy, tree);
        }
    }

    #[test]
    fn keeps_the_order_in_which_keys_came() {
        let mut row: VecMap<&str, u8> = VecMap::new();
        for key in ["b", "a", "c", "b"] {
            *row.entry(&key) += 1;
        }
        row.remove(&"a");
        row.entry(&"a");
        assert_eq!(row.iter().map(|(key, n)| (*key, *n)).collect::<Vec<_>>(), [("b", 2), ("c", 1), ("a", 0)]);
    }
}
