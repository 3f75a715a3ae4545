//! Validation of instance and image names.

use super::{IMAGE_NAME_MAX, Limits};

/// A name accepted by [`server_name`].
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ServerNameInput(String);

impl ServerNameInput {
    /// The name as it will be sent.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// What is wrong with a name.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum NameError {
    /// Empty or only blanks.
    Empty,
    /// Longer than `max` characters.
    TooLong {
        max: usize,
        /// The current length.
        is: usize,
    },
    /// A control or invisible character, which the server would refuse or change.
    ControlCharacter,
}

/// Validates an instance name for create and rename (rows S14, S17). Surrounding blanks are dropped, as Nova does.
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

/// Validates the name of an image created from an instance (row S27).
pub fn image_name(typed: &str) -> Result<String, NameError> {
    checked(typed, IMAGE_NAME_MAX)
}

/// A suggested name for an image of the instance `of`: `web-prod-01-2026-11-30`. The name is cut so that the date
/// (`2026-11-30`, optionally with a time) fits; an invalid name becomes `image`.
pub fn suggested_image_name(of: &str, date: &str) -> String {
    let day = date.get(.."2026-11-30".len()).unwrap_or(date);
    let room = IMAGE_NAME_MAX.saturating_sub(day.chars().count() + 1);
    let of: String = of.trim().chars().filter(|c| !unprintable(*c)).take(room).collect();
    let of = if of.trim().is_empty() { "image" } else { of.trim_end() };
    [of, day].join("-")
}

/// Characters that Nova refuses in names because they are invisible: controls, line and paragraph separators, and
/// others that are pasted along from web pages and chats.
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
