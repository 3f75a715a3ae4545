//! Small maps of strings, such as `metadata` and `extra_specs`. A sorted vector, because the code of a map would be
//! larger than the data in the first load.

/// Strings by name, sorted by name.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Pairs(Vec<(String, String)>);

impl Pairs {
    /// The value with this name.
    pub fn get(&self, name: &str) -> Option<&String> {
        self.iter().find(|(key, _)| key == name).map(|(_, text)| text)
    }

    /// Whether it is empty.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// All pairs, sorted by name.
    pub fn iter(&self) -> std::slice::Iter<'_, (String, String)> {
        self.0.iter()
    }

    /// Inserts or replaces a value.
    pub fn put(&mut self, name: String, text: String) {
        let at = self.0.iter().position(|(key, _)| *key >= name).unwrap_or(self.0.len());
        match self.0.get_mut(at) {
            Some(same) if same.0 == name => same.1 = text,
            _ => self.0.insert(at, (name, text)),
        }
    }
}

impl<'a> IntoIterator for &'a Pairs {
    type Item = &'a (String, String);
    type IntoIter = std::slice::Iter<'a, (String, String)>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

impl FromIterator<(String, String)> for Pairs {
    fn from_iter<I: IntoIterator<Item = (String, String)>>(all: I) -> Self {
        let mut pairs = Self::default();
        all.into_iter().for_each(|(name, text)| pairs.put(name, text));
        pairs
    }
}

#[cfg(test)]
mod tests {
    use super::Pairs;

    #[test]
    fn sorted_and_the_last_one_holds() {
        let of = |all: &[(&str, &str)]| -> Pairs { all.iter().map(|(k, v)| ((*k).into(), (*v).into())).collect() };
        let pairs = of(&[("b", "1"), ("a", "2"), ("c", "3"), ("b", "4")]);
        assert_eq!(pairs, of(&[("a", "2"), ("b", "4"), ("c", "3")]));
        assert_eq!(pairs.iter().map(|(name, _)| name.as_str()).collect::<Vec<_>>(), ["a", "b", "c"]);
        assert_eq!((pairs.get("b").map(String::as_str), pairs.get("d")), (Some("4"), None));
        assert!(Pairs::default().is_empty() && !pairs.is_empty());
    }
}
