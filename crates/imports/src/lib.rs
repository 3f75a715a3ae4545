//! Reads the sign-in files of other OpenStack clients: `clouds.yaml` (with `secure.yaml`) and openrc shell files. The
//! sign-in form is filled from the result.
//!
//! The crate is pure: it runs no command, reads no other file and no environment. Input is limited in size, depth and number
//! of values, and no input makes it panic. Secrets are overwritten when they are dropped, and no `Debug` prints them.

mod clouds;
mod form;
mod model;
mod openrc;
mod same;
mod settings;
mod shell;
mod yaml;

pub use form::{Form, Gap, form};
pub use model::{Import, ImportedCloud, Method, Mistake, Reference, Secret, Unknown, Wrong};
pub use same::is_same_identity;

use zeroize::Zeroizing;

/// The largest file that is read, in bytes. Real ones have a few kilobytes.
pub const FILE_MAX: usize = 1 << 20;
/// How many files are read at once.
pub const FILES_MAX: usize = 8;

/// One file, or a pasted text.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Source<'a> {
    /// Name of the file; empty for a pasted text.
    pub name: &'a str,
    /// Its content.
    pub text: &'a str,
}

/// Reads all files together: `clouds.yaml` files are merged, the secrets of a `secure.yaml` are added to the clouds of the
/// same name, and each openrc file is another cloud. The result has at least one cloud.
pub fn read(files: &[Source<'_>]) -> Result<Import, Mistake> {
    let mut import = Import::default();
    let mut documents = Vec::new();
    for (file, source) in files.iter().enumerate() {
        let wrong = |wrong: Wrong, line: Option<usize>| Mistake { file, line, wrong };
        if file >= FILES_MAX {
            return Err(wrong(Wrong::TooManyFiles, None));
        }
        if source.text.len() > FILE_MAX {
            return Err(wrong(Wrong::TooLarge, None));
        }
        // Line ends of Windows and of classic Mac OS.
        let text = Zeroizing::new(source.text.replace("\r\n", "\n").replace('\r', "\n"));
        let text = text.trim_start_matches('\u{feff}');
        if text.trim().is_empty() {
            return Err(wrong(Wrong::Empty, None));
        }
        match kind(source.name, text) {
            Some(Kind::Openrc) => {
                let (cloud, unknown) = openrc::read(text).map_err(|(what, line)| wrong(what, Some(line)))?;
                import.clouds.push(cloud.ok_or_else(|| wrong(Wrong::NoCloud, None))?);
                import.unknown.extend(unknown.into_iter().map(|unknown| Unknown { file, ..unknown }));
            }
            Some(Kind::Yaml) => {
                let node = yaml::read(text).map_err(|(what, line)| wrong(what, line))?;
                documents.push(clouds::Document { file, secure: is_secure(source.name), node });
            }
            None => return Err(wrong(Wrong::Unrecognized, None)),
        }
    }
    let (clouds, unknown) = clouds::read(documents)?;
    import.clouds.splice(0..0, clouds);
    import.unknown.splice(0..0, unknown);
    match import.clouds.is_empty() {
        true => Err(Mistake { file: 0, line: None, wrong: Wrong::NoCloud }),
        false => Ok(import),
    }
}

enum Kind {
    Yaml,
    Openrc,
}

fn is_secure(name: &str) -> bool {
    let name = name.rsplit(['/', '\\']).next().unwrap_or(name).to_ascii_lowercase();
    matches!(name.as_str(), "secure.yaml" | "secure.yml")
}

/// Which kind of file a text is, by its content, because people rename both kinds.
fn kind(name: &str, text: &str) -> Option<Kind> {
    let lines = || text.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#'));
    if lines().any(shell::sets_os_variable) {
        return Some(Kind::Openrc);
    }
    let name = name.to_ascii_lowercase();
    let is_yaml = name.ends_with(".yaml") || name.ends_with(".yml");
    // In JSON, which is also YAML, the key is quoted.
    let key = |line: &str| {
        let line = line.trim_start_matches(['{', '"', '\'', ' ']);
        line.split([':', '"', '\'']).next().is_some_and(|key| matches!(key.trim(), "clouds" | "public-clouds"))
    };
    (is_yaml || lines().any(key)).then_some(Kind::Yaml)
}
