//! The table of key pairs: search and sorting.

use std::sync::Arc;

use cloud::KeyName;
use cloud::keypair::Algorithm;
pub use cloud::keypair::private_key_file;
use cloud::wire::{KeyPair, Server};
use query::{Cells, Compiled, Field, Fields, Kind};

use crate::listing::{Order, Rules, SortKey, found};
use crate::network::Users;

/// The instances that use each key pair, in the given order.
pub fn users(rows: &[Arc<Server>]) -> Users {
    let mut users = Users::new();
    for row in rows {
        if let Some(Some(key)) = row.key_name.said() {
            users.entry(key.0.clone()).or_default().push((row.id.clone(), row.name.clone()));
        }
    }
    users
}

/// The fields of a key pair in the search language.
pub const KEY_PAIR_FIELDS: Fields = Fields(&[
    Field::new(0, "name", Kind::Text),
    Field::new(1, "type", Kind::Word).also(&["kind"]),
    Field::new(2, "fingerprint", Kind::Text),
    Field::new(3, "instances", Kind::Number).also(&["used"]),
    Field::new(4, "is", Kind::Flags).words(&["unused"]),
]);

/// A key pair in a search; `users` are its instances, if known.
pub fn key_pair_cells(pair: &KeyPair, users: Option<usize>) -> Cells {
    Cells::new(KEY_PAIR_FIELDS)
        .text("name", pair.name.as_str())
        .text("type", &Algorithm::of(&pair.public_key).to_string())
        .text("fingerprint", &pair.fingerprint)
        .number("instances", users.map(|users| i64::try_from(users).unwrap_or(i64::MAX)))
        .flag("is", "unused", users == Some(0))
}

/// The key pairs to show, in order; `users` are the instances of each, if known.
pub fn key_pairs<'a>(
    all: &'a [KeyPair],
    query: &Compiled,
    order: Option<&Order>,
    users: &dyn Fn(&KeyName) -> Option<usize>,
) -> Vec<&'a KeyPair> {
    let kind = |pair: &KeyPair| Algorithm::of(&pair.public_key).to_string();
    let key = |pair: &KeyPair, column: &str| match column {
        "name" => SortKey::text(pair.name.as_str()),
        "kind" => SortKey::text(&kind(pair)),
        "fingerprint" => SortKey::text(&pair.fingerprint),
        "used" => SortKey::told(users(&pair.name).map(|users| users as u64)),
        _ => SortKey::Nothing,
    };
    let cells = |pair: &KeyPair| key_pair_cells(pair, users(&pair.name));
    found(all, query, order, &Rules { cells: &cells, key: &key, base: "name" })
}

/// A key pair name from a file name: `id_ed25519` for `id_ed25519.pub`.
pub fn name_of_file(file: &str) -> &str {
    file.strip_suffix(".pub").unwrap_or(file).trim()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_of_private_keys() {
        let check = |name: &str, expect: &str| assert_eq!(private_key_file(name), expect, "{name:?}");
        check("web", "web.pem");
        check("운영-키", "운영-키.pem");
        check("a/b\\c:d", "a-b-c-d.pem");
        check("../../etc", "-..-etc.pem");
        check(".ssh", "ssh.pem");
        check("a. ", "a.pem");
        check("...", "key.pem");
        check("", "key.pem");
        check("tab\there", "tab-here.pem");
        check(&"x".repeat(255), &format!("{}.pem", "x".repeat(60)));
    }

    #[test]
    fn names_of_files() {
        for (file, expect) in [("id_rsa.pub", "id_rsa"), ("key.txt", "key.txt"), (".pub", ""), (" a.pub", "a")] {
            assert_eq!(name_of_file(file), expect);
        }
    }
}
