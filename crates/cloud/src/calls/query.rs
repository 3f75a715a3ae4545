//! Builds query strings.

use crate::percent::encode;

/// `path?a=1&b=2` from the pairs that have a value. Names must not need encoding.
pub(super) fn with_query<'a>(path: &str, pairs: impl IntoIterator<Item = (&'a str, Option<String>)>) -> String {
    let mut out = path.to_owned();
    let mut glue = '?';
    for (name, value) in pairs {
        if let Some(value) = value {
            out.push(glue);
            out.push_str(name);
            out.push('=');
            out.push_str(&encode(&value));
            glue = '&';
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::with_query;

    #[test]
    fn queries_have_what_has_a_value() {
        let check = |pairs: &[(&str, Option<&str>)], expect: &str| {
            let pairs = pairs.iter().map(|(name, value)| (*name, value.map(str::to_owned)));
            assert_eq!(with_query("/p", pairs), expect);
        };
        check(&[], "/p");
        check(&[("a", None)], "/p");
        check(&[("a", None), ("b", Some("2026-01-01T00:00:00Z")), ("c", Some(""))], "/p?b=2026-01-01T00%3A00%3A00Z&c=");
    }
}
