//! What a request was about, as its path below the endpoint tells: a whole list, or one thing of it.

/// What a path names.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Asked {
    /// All of a kind: `/servers/detail`, `/images`, `/limits`.
    List,
    /// What belongs to one thing, and is no thing of its own: `/servers/1/metadata`, `/servers/1/action`.
    Part,
    /// One thing: `/servers/1`, `/servers/1/metadata/key`.
    One,
}

impl Asked {
    /// Reads a path, with or without its query.
    pub(crate) fn of(path: &str) -> Self {
        let path = path.split('?').next().unwrap_or_default();
        let parts: Vec<&str> = path.split('/').filter(|part| !part.is_empty()).collect();
        match parts.as_slice() {
            [] | [_] | [_, "detail"] => Asked::List,
            // The project's own, which is always there.
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
