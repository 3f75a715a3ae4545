//! What a request was about, derived from its path: a list, or one resource.

/// What a path names.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Asked {
    /// A list: `/servers/detail`, `/images`, `/limits`.
    List,
    /// A part of a resource: `/servers/1/metadata`, `/servers/1/action`.
    Part,
    /// One resource: `/servers/1`, `/servers/1/metadata/key`.
    One,
}

impl Asked {
    /// Classifies a path, with or without query.
    pub(crate) fn of(path: &str) -> Self {
        let path = path.split('?').next().unwrap_or_default();
        let parts: Vec<&str> = path.split('/').filter(|part| !part.is_empty()).collect();
        match parts.as_slice() {
            [] | [_] | [_, "detail"] => Asked::List,
            // The project's own quota always exists.
            ["os-quota-sets", _] => Asked::Part,
            [_, _] => Asked::One,
            [_, _, _] => Asked::Part,
            _ => Asked::One,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Asked::{self, List, One, Part};

    #[test]
    fn lists_parts_and_things() {
        let check = |path: &str, expect: Asked| assert_eq!(Asked::of(path), expect, "{path}");
        check("/servers/detail?limit=50", List);
        check("/images?marker=a/b/c", List);
        check("/limits", List);
        check("/", List);
        check("/servers/1", One);
        check("/os-keypairs/my%2Fkey", One);
        check("/servers/1/metadata", Part);
        check("/servers/1/action", Part);
        check("/os-quota-sets/t", Part);
        check("/servers/1/metadata/k", One);
        check("/servers/1/os-interface/p", One);
    }
}
