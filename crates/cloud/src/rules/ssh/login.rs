//! The user name of a new instance.

use crate::wire::{Image, Server};

/// A user name and how it is known.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Login {
    /// Safe in a command line.
    pub user: String,
    /// Whether the cloud reported it (`login_username`) or it was derived from the operating system's name.
    pub told: bool,
}

/// The user of each system's cloud image, by a word in `os_distro` or in the image's name; the first match applies.
const USERS: &[(&str, &str)] = &[
    ("ubuntu", "ubuntu"),
    ("debian", "debian"),
    ("centos", "centos"),
    ("rocky", "rocky"),
    ("alma", "almalinux"),
    ("fedora", "fedora"),
    ("coreos", "core"),
    ("flatcar", "core"),
    ("red hat", "cloud-user"),
    ("redhat", "cloud-user"),
    ("rhel", "cloud-user"),
    ("opensuse", "opensuse"),
    ("sles", "sles"),
    ("arch", "arch"),
    ("freebsd", "freebsd"),
    ("cirros", "cirros"),
    ("windows", "Administrator"),
];

/// The user name: from the image, else from the instance's metadata (NHN copies it there), else derived from the name
/// of the system.
pub fn login(image: Option<&Image>, server: &Server) -> Option<Login> {
    let metadata = |key: &str| server.metadata.said().and_then(|pairs| pairs.get(key)).map(String::as_str);
    let told = [image.and_then(|image| image.login_username.as_deref()), metadata("login_username")];
    if let Some(user) = told.into_iter().flatten().map(str::trim).find(|user| is_user_name(user)) {
        return Some(Login { user: user.to_owned(), told: true });
    }
    let words = [
        image.and_then(|image| image.os_distro.as_deref()),
        metadata("os_distro"),
        image.map(|image| image.name.as_str()),
        metadata("image_name"),
        image.and_then(|image| image.os_type.as_deref()),
        metadata("os_type"),
    ];
    let guess = |text: &str| {
        let text = text.to_lowercase();
        USERS
            .iter()
            .find(|(word, _)| text.contains(word))
            .map(|(_, user)| Login { user: (*user).to_owned(), told: false })
    };
    words.into_iter().flatten().find_map(guess)
}

/// Whether it is a user name that systems allow and that contains nothing special to a shell.
fn is_user_name(text: &str) -> bool {
    let mut letters = text.chars();
    letters.next().is_some_and(|first| first.is_ascii_alphabetic() || first == '_')
        && letters.all(|letter| letter.is_ascii_alphanumeric() || matches!(letter, '.' | '_' | '-'))
}
