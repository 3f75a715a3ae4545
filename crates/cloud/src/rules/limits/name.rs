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

/// A name to begin with for an image of what is called `of`: `web-prod-01-2026-11-30`. The date (`2026-11-30`, maybe with a
/// time after it) always fits; a name that is too long for it is cut, and one that cannot be sent becomes `image`.
pub fn suggested_image_name(of: &str, date: &str) -> String {
    let day = date.get(.."2026-11-30".len()).unwrap_or(date);
    let room = IMAGE_NAME_MAX.saturating_sub(day.chars().count() + 1);
    let of: String = of.trim().chars().filter(|c| !unprintable(*c)).take(room).collect();
    let of = if of.trim().is_empty() { "image" } else { of.trim_end() };
    [of, day].join("-")
}

/// Characters that Nova refuses in names because nobody can see them: controls, line and paragraph separators, and the
/// invisible ones that come along with text pasted from pages and chats.
pub(crate) fn unprintable(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{2064}' | '\u{feff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_image_is_first_called_after_its_instance_and_the_day() {
        let check = |of: &str, expect: &str| {
            let name = suggested_image_name(of, "2026-11-30T09:05:00");
            assert_eq!(name, expect, "{of:?}");
            assert_eq!(image_name(&name).as_deref(), Ok(expect), "{of:?} can be sent as it is");
        };
        check("web-prod-01", "web-prod-01-2026-11-30");
        check(" web ", "web-2026-11-30");
        check("웹 서버", "웹 서버-2026-11-30");
        check("", "image-2026-11-30");
        check("\u{200b}", "image-2026-11-30");
        check("a\u{202e}b", "ab-2026-11-30");
        check(&"가".repeat(300), &format!("{}-2026-11-30", "가".repeat(IMAGE_NAME_MAX - 11)));
    }
}
