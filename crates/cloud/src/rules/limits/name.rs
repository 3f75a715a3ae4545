//! Names of instances.

use super::{IMAGE_NAME_MAX, Limits};

/// A name that passed [`server_name`].
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ServerNameInput(String);

impl ServerNameInput {
    /// The name as it will be sent.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// What is wrong with a typed name.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum NameError {
    /// Nothing but blanks.
    Empty,
    /// Longer than `max` characters.
    TooLong {
        /// The limit.
        max: usize,
        /// The length typed.
        is: usize,
    },
    /// A control or invisible character; the server would refuse or mangle it.
    ControlCharacter,
}

/// Checks an instance name for create and rename (rows S14, S17). Surrounding blanks are dropped, as Nova does.
pub fn server_name(typed: &str, limits: &Limits, windows: bool) -> Result<ServerNameInput, NameError> {
    checked(typed, limits.name_max_for(windows)).map(ServerNameInput)
}

fn checked(typed: &str, max: usize) -> Result<String, NameError> {
    let name = typed.trim();
    let is = name.chars().count();
    if is == 0 {
        return Err(NameError::Empty);
    }
    if name.chars().any(unprintable) {
        return Err(NameError::ControlCharacter);
    }
    if is > max {
        return Err(NameError::TooLong { max, is });
    }
    Ok(name.to_owned())
}

/// Checks the name of an image that is made of an instance (row S27).
pub fn image_name(typed: &str) -> Result<String, NameError> {
    checked(typed, IMAGE_NAME_MAX)
}

/// Characters that Nova refuses in names because nobody can see them: controls, line and paragraph separators, and the
/// invisible ones that come along with text pasted from pages and chats.
pub(crate) fn unprintable(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{2064}' | '\u{feff}')
}
