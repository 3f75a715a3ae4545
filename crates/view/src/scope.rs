//! The scope at the beginning of every path: `/@CLOUD/REGION/PROJECT/…` (docs/decisions/0009).
//!
//! The `@` distinguishes it from the paths of earlier versions, which began with the page. PROJECT is the project's id;
//! its name may follow after a `~` for people who read the link, and is ignored when parsing.

use cloud::{RegionName, Scope, TenantId};

use crate::query::{decode, encode};

/// Stands for an empty region (a pasted token with a typed endpoint).
const NO_REGION: &str = "-";

/// The scope in a path.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Located {
    /// None: a path of an earlier version, or the root.
    Nowhere,
    At(Scope),
    /// It begins like a scope but is invalid.
    Malformed,
}

/// The beginning of a path, without a trailing slash. `name` is the project's name, for readers only.
pub fn prefix(scope: &Scope, name: &str) -> String {
    let region = match scope.region.as_str() {
        "" => NO_REGION.to_owned(),
        // Must not be mistaken for an empty region.
        NO_REGION => "%2D".to_owned(),
        region => segment(region),
    };
    let mut prefix = format!("/@{}/{region}/{}", encode(&scope.cloud), segment(scope.tenant.as_str()));
    // URL parsers remove `.` and `..` segments, even encoded ones: neither may be a segment of its own.
    let dots = matches!(scope.tenant.as_str(), "." | "..");
    if dots || (!name.is_empty() && name != scope.tenant.as_str()) {
        prefix.push('~');
        prefix.push_str(&segment(name));
    }
    prefix
}

/// A scope as a value in a query: `CLOUD/REGION/PROJECT`.
pub fn to_word(scope: &Scope) -> String {
    prefix(scope, "").trim_start_matches("/@").to_owned()
}

/// Parses [`to_word`].
pub fn of_word(word: &str) -> Option<Scope> {
    let parts: Vec<&str> = word.split('/').collect();
    match parts.as_slice() {
        [cloud, region, project] => read(cloud, region, project),
        _ => None,
    }
}

/// Splits a path below the base into the scope and the rest.
pub fn split(path: &str) -> (Located, &str) {
    let Some(inside) = path.trim_start_matches('/').strip_prefix('@') else { return (Located::Nowhere, path) };
    let end = inside.find(['?', '#']).unwrap_or(inside.len());
    let mut parts = inside[..end].splitn(4, '/');
    let (cloud, region, project) = (parts.next(), parts.next(), parts.next());
    let rest = parts.next().map_or(&inside[end..], |rest| &inside[end - rest.len() - 1..]);
    let scope = read(cloud.unwrap_or_default(), region.unwrap_or_default(), project.unwrap_or_default());
    (scope.map_or(Located::Malformed, Located::At), rest)
}

fn read(cloud: &str, region: &str, project: &str) -> Option<Scope> {
    let project = project.split('~').next().unwrap_or_default();
    if [cloud, region, project].contains(&"") {
        return None;
    }
    let region = if region == NO_REGION { String::new() } else { decode(region) };
    Some(Scope { cloud: decode(cloud), region: RegionName::from(region.as_str()), tenant: TenantId(decode(project)) })
}

/// Encodes a path segment. A `~` is encoded because it separates the project's name.
fn segment(text: &str) -> String {
    encode(text).replace('~', "%7E")
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::routes::Route;

    fn scope(cloud: &str, region: &str, project: &str) -> Scope {
        Scope { cloud: cloud.into(), region: region.into(), tenant: TenantId(project.into()) }
    }

    #[test]
    fn an_address_begins_with_its_scope() {
        let id = "3f2a9c";
        for (scope, name, begins) in [
            (scope("demo", "KR1", id), "", "/@demo/KR1/3f2a9c"),
            (scope("demo", "KR1", id), id, "/@demo/KR1/3f2a9c"),
            (scope("demo", "KR1", id), "shop", "/@demo/KR1/3f2a9c~shop"),
            (scope("demo", "KR1", id), "가게 1", "/@demo/KR1/3f2a9c~%EA%B0%80%EA%B2%8C%201"),
            (scope("demo", "", id), "", "/@demo/-/3f2a9c"),
            (scope("demo", "-", id), "", "/@demo/%2D/3f2a9c"),
            (scope("demo", "a/b", "x~y"), "~", "/@demo/a%2Fb/x%7Ey~%7E"),
            (scope("demo", "KR1", ".."), "", "/@demo/KR1/..~"),
        ] {
            assert_eq!(prefix(&scope, name), begins);
            for rest in ["", "/", "/instances/7f3c", "/instances?q=a/b", "?q=x"] {
                assert_eq!(split(&format!("{begins}{rest}")), (Located::At(scope.clone()), rest), "{begins} {rest}");
            }
        }
    }

    #[test]
    fn addresses_without_a_scope_are_those_of_earlier_versions() {
        for path in ["", "/", "/instances", "/instances/7f3c?q=@a/b/c", "/keypairs/@x"] {
            assert_eq!(split(path), (Located::Nowhere, path));
        }
        for (path, rest) in [
            ("/@", ""),
            ("/@demo", ""),
            ("/@demo/KR1", ""),
            ("/@/KR1/x/instances", "/instances"),
            ("/@demo//x", ""),
            ("/@demo/KR1//volumes", "/volumes"),
            ("/@demo/KR1/~shop/volumes", "/volumes"),
            ("/@demo?a=/b/c", "?a=/b/c"),
        ] {
            assert_eq!(split(path), (Located::Malformed, rest), "{path}");
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..Default::default() })]

        #[test]
        fn any_scope_survives_its_address(cloud in "[a-z0-9-]{1,9}", region in "\\PC{0,12}", project in "\\PC{1,12}", name in "\\PC{0,12}") {
            let scope = scope(&cloud, &region, &project);
            let address = format!("{}/instances", prefix(&scope, &name));
            prop_assert_eq!(split(&address), (Located::At(scope.clone()), "/instances"));
            prop_assert_eq!(Route::at(split(&address).1), Route::Instances);
            prop_assert_eq!(of_word(&to_word(&scope)), Some(scope.clone()));
        }

        #[test]
        fn nothing_in_an_address_panics(text in any::<String>()) {
            let (_, rest) = split(&text);
            prop_assert!(text.ends_with(rest));
        }
    }
}
