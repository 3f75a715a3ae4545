//! Openrc files, which are made to be `source`d by a shell: those of Horizon, of DevStack, and hand-written ones.

use std::collections::{HashMap, HashSet};

use zeroize::Zeroizing;

use crate::model::{ImportedCloud, Unknown, Wrong};
use crate::settings::{Settings, is_known};
use crate::shell::{Command, Part, Word, commands, is_name};

/// The longest value, in bytes. Real ones are far shorter, and a few lines could build one of gigabytes.
const VALUE_MAX: usize = 64 * 1024;
/// Words that begin a block, and those that end one.
const BEGIN: [&str; 6] = ["if", "for", "while", "until", "case", "{"];
const END: [&str; 4] = ["fi", "done", "esac", "}"];
/// Keywords of a block that precede a command.
const BETWEEN: [&str; 5] = ["then", "else", "elif", "do", "in"];

/// The cloud of a file, and the unknown variables. `None`: the file contains no sign-in.
pub(crate) fn read(text: &str) -> Result<(Option<ImportedCloud>, Vec<Unknown>), (Wrong, usize)> {
    let mut shell = Shell::default();
    for command in commands(text)? {
        shell.run(&command);
    }
    let mut settings = Settings::default();
    let mut unknown = Vec::new();
    let mut seen = HashSet::new();
    for (name, line) in &shell.order {
        let Some(key) = name.strip_prefix("OS_").map(str::to_ascii_lowercase) else { continue };
        if !seen.insert(name) || key == "password_input" {
            continue;
        }
        if !is_known(&key) {
            unknown.push(Unknown { file: 0, line: *line, key: name.clone(), cloud: String::new() });
        }
        if let Some(value) = shell.value(name) {
            settings.add(&key, value);
        }
    }
    if !settings.is_a_cloud() {
        return Ok((None, unknown));
    }
    let mut cloud = settings.into_cloud("");
    let name = ["OS_CLOUDNAME", "OS_PROJECT_NAME", "OS_TENANT_NAME"].iter().find_map(|name| shell.value(name));
    cloud.name = name.unwrap_or_default().to_owned();
    cloud.profile = None;
    Ok((Some(cloud), unknown))
}

#[derive(Default)]
struct Shell {
    /// `None`: the value comes from a command or a person.
    values: HashMap<String, Option<Zeroizing<String>>>,
    /// The variables in the order in which they were set, with their lines.
    order: Vec<(String, usize)>,
    /// How many blocks are open.
    depth: usize,
}

impl Shell {
    fn value(&self, name: &str) -> Option<&str> {
        self.values.get(name)?.as_ref().map(|value| value.as_str()).filter(|value| !value.is_empty())
    }

    fn run(&mut self, command: &Command) {
        let mut words = command.words.as_slice();
        // `if`, `then` and the like precede a command.
        while let Some((word, rest)) = words.split_first() {
            match plain(word) {
                Some(word) if BEGIN.contains(&word) => self.depth += 1,
                Some(word) if END.contains(&word) => self.depth = self.depth.saturating_sub(1),
                Some(word) if BETWEEN.contains(&word) => {}
                _ => break,
            }
            words = rest;
        }
        let Some((first, rest)) = words.split_first() else { return };
        match plain(first) {
            Some("export" | "declare" | "typeset" | "readonly" | "local") => {
                for word in rest {
                    self.assign(word, command.line);
                }
            }
            Some("unset") if self.depth == 0 => {
                for name in rest.iter().filter_map(plain) {
                    self.values.remove(name);
                }
            }
            Some("read") => {
                // The last word names the variable that the person is asked for.
                if let Some(name) = rest.last().and_then(plain).filter(|name| is_name(name)) {
                    self.values.insert(name.to_owned(), None);
                }
            }
            // `A=1 B=2`, also before a command.
            _ => {
                for word in words {
                    if !self.assign(word, command.line) {
                        break;
                    }
                }
            }
        }
    }

    /// Handles `NAME=value`; false if the word is something else.
    fn assign(&mut self, word: &Word, line: usize) -> bool {
        let Some((Part::Text(first), rest)) = word.split_first() else { return false };
        let Some((name, begin)) = first.split_once('=').filter(|(name, _)| is_name(name)) else { return false };
        let value = self.expand(begin, rest);
        // It is unknown whether a block would be run: its values are used only for variables that have none.
        if self.depth > 0 && (value.is_none() || self.value(name).is_some()) {
            return true;
        }
        self.values.insert(name.to_owned(), value);
        self.order.push((name.to_owned(), line));
        true
    }

    /// The value of a word; `None` if a part of it is unknown, or if it is too long.
    fn expand(&self, begin: &str, parts: &[Part]) -> Option<Zeroizing<String>> {
        let mut value = Zeroizing::new(begin.to_owned());
        for part in parts {
            match part {
                Part::Text(text) => value.push_str(text),
                Part::Variable(name, fallback) => match (self.values.get(name), fallback) {
                    (Some(None), _) => return None,
                    (Some(Some(known)), _) if !known.is_empty() => value.push_str(known),
                    (_, Some(fallback)) => value.push_str(&self.expand("", fallback)?),
                    // As in a shell, an unset variable is empty.
                    _ => {}
                },
                Part::Computed => return None,
            }
            if value.len() > VALUE_MAX {
                return None;
            }
        }
        Some(value)
    }
}

/// The text of a word without quotes and variables.
fn plain(word: &Word) -> Option<&str> {
    match word.as_slice() {
        [Part::Text(text)] => Some(text),
        _ => None,
    }
}
