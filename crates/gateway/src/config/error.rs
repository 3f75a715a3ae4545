//! Errors in `gateway.toml`, with line and key.

use std::fmt;
use std::ops::Range;
use std::path::PathBuf;

/// Why a configuration is invalid.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ConfigError {
    /// Line in the file, counted from 1; `None` if the error concerns the whole file.
    pub line: Option<usize>,
    /// The key and its table, e.g. `read_timeout_s` of `[proxy]`.
    pub field: Option<String>,
    /// What is wrong and what to write.
    pub message: String,
}

impl ConfigError {
    /// An error at a position in `text`.
    pub fn at(text: &str, span: Range<usize>, message: impl Into<String>) -> ConfigError {
        let before = text.get(..span.start).unwrap_or(text);
        let line = before.bytes().filter(|byte| *byte == b'\n').count();
        ConfigError { line: Some(line + 1), field: field(text, line), message: message.into() }
    }
}

impl fmt::Display for ConfigError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(line) = self.line {
            write!(f, "line {line}, ")?;
        }
        if let Some(field) = &self.field {
            write!(f, "{field}: ")?;
        }
        f.write_str(&self.message)
    }
}

/// The key on the line, and its table. A list may span lines, so it is the nearest line above that begins with a key.
fn field(text: &str, line: usize) -> Option<String> {
    let above: Vec<&str> = text.lines().take(line + 1).map(str::trim).collect();
    let is_table = |line: &&&str| line.starts_with('[') && !line.trim_end_matches(']').contains(['"', '\'', ',']);
    let table = above.iter().rev().find(is_table).map(|line| line.split('#').next().unwrap_or(line).trim());
    let own = above.iter().rev().find_map(|line| key(line).map(Some).or_else(|| is_table(&line).then_some(None)));
    match (own.flatten(), table) {
        (Some(key), Some(table)) => Some(format!("`{key}` of {table}")),
        (Some(key), None) => Some(format!("`{key}`")),
        (None, table) => table.map(str::to_owned),
    }
}

fn key(line: &str) -> Option<&str> {
    let key = line.split_once('=')?.0.trim();
    let plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '-' | '.');
    (!key.is_empty() && key.chars().all(plain)).then_some(key)
}

/// A file named in the configuration. It is opened when the gateway starts, not when the configuration is parsed;
/// errors must still say where it is named.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct NamedFile {
    /// Relative to the working directory.
    pub path: PathBuf,
    place: ConfigError,
}

impl NamedFile {
    /// The file named at a position in `text`.
    pub fn at(text: &str, span: Range<usize>, path: &str) -> NamedFile {
        NamedFile { path: path.into(), place: ConfigError::at(text, span, "") }
    }

    /// An error about it.
    pub fn error(&self, what: impl fmt::Display) -> ConfigError {
        ConfigError { message: format!("{}: {what}", self.path.display()), ..self.place.clone() }
    }

    /// Reads its content.
    pub fn read(&self) -> Result<Vec<u8>, ConfigError> {
        std::fs::read(&self.path).map_err(|error| self.error(error))
    }
}
