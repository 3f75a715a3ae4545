//! Sets the guest administrator's password; strength estimate and generator.

use super::{Body, Definition, Ends, by_word};
use crate::exchange::Call;
use crate::ids::ServerId;
use crate::json::Json;
use crate::rules::offers::Feature;
use crate::status::Status::*;
use crate::status::Task;
use crate::wire::AdminPassword;

pub const SET_PASSWORD: Definition = Definition {
    word: "changePassword",
    body: Body::Argued,
    needs: Some(&[Active]),
    ends: Ends::In(&[Active]),
    task: Some(Task::UpdatingPassword),
    feature: Some(Feature::SetPassword),
    looks_the_same: true,
    ..Definition::PLAIN
};

/// The request that sets a password.
pub fn set_password(id: &ServerId, password: &AdminPassword) -> Call<()> {
    by_word(id, SET_PASSWORD.word, Json::object([("adminPass", password.0.as_str().into())]))
}

/// How hard a password is to guess, estimated from its length and characters.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Strength {
    /// Shorter than [`PASSWORD_MIN`]: not accepted.
    TooShort,
    /// Easy to guess by a machine.
    Weak,
    /// Sufficient where few attempts are possible.
    Fair,
    /// Practically impossible to guess.
    Strong,
}

/// The least number of characters.
pub const PASSWORD_MIN: usize = 8;

/// Estimates how hard a self-chosen password is to guess. Each further kind of character (lower case, upper case,
/// digits, others) counts as two more characters.
pub fn strength(password: &str) -> Strength {
    let length = password.chars().count();
    if length < PASSWORD_MIN {
        return Strength::TooShort;
    }
    let mut different: Vec<char> = password.chars().collect();
    different.sort_unstable();
    different.dedup();
    match length + 2 * kinds(password) {
        // Few different characters, repeated.
        _ if different.len() < 5 => Strength::Weak,
        ..14 => Strength::Weak,
        14..20 => Strength::Fair,
        20.. => Strength::Strong,
    }
}

fn kinds(password: &str) -> usize {
    let is: [fn(char) -> bool; 4] = [
        |c| c.is_ascii_lowercase(),
        |c| c.is_ascii_uppercase(),
        |c| c.is_ascii_digit(),
        |c| !c.is_ascii_alphanumeric(),
    ];
    is.iter().filter(|is| password.chars().any(is)).count()
}

/// Letters and digits without look-alikes: 0 and O, 1, I and l.
const CLEAR: &[u8; 54] = b"ABCDEFGHJKMNPQRSTUVWXYZabcdefghjkmnpqrstuvwxyz23456789";

const LENGTH: usize = 20;

/// Generates a random password of 20 letters and digits with at least one of each kind, as Windows requires. `random`
/// fills a buffer and returns whether it could; `None` if it could not.
pub fn generate_password(random: &mut dyn FnMut(&mut [u8]) -> bool) -> Option<AdminPassword> {
    // Rarely needs a second try; the limit ends the loop if the source is not random.
    for _ in 0..100 {
        // On the heap, because the page overwrites freed heap memory.
        let mut bytes = vec![0; 4 * LENGTH];
        if !random(&mut bytes) {
            return None;
        }
        // Bytes beyond the last full multiple would make some characters more likely.
        let fair = bytes.iter().filter(|byte| usize::from(**byte) < 256 / CLEAR.len() * CLEAR.len());
        let mut password = String::with_capacity(LENGTH);
        password.extend(
            fair.filter_map(|byte| CLEAR.get(usize::from(*byte) % CLEAR.len())).take(LENGTH).map(|c| char::from(*c)),
        );
        if password.len() == LENGTH && kinds(&password) == 3 {
            return Some(AdminPassword(password));
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_sent() {
        let request = set_password(&"s".into(), &AdminPassword("a\"b한".to_owned())).request;
        assert_eq!(request.path, "/servers/s/action");
        assert_eq!(request.body.as_deref(), Some(r#"{"changePassword":{"adminPass":"a\"b한"}}"#));
        assert!(!format!("{request:?}").contains('한'));
    }

    #[test]
    fn strength_goes_by_length_and_kinds_of_characters() {
        for (password, expect) in [
            ("", Strength::TooShort),
            ("aB3$aB3", Strength::TooShort),
            ("한글한글한글한", Strength::TooShort),
            ("password", Strength::Weak),
            ("passw0rd", Strength::Weak),
            ("aaaaaaaaaaaaaaaaaaaaaaaa", Strength::Weak),
            ("aB3$aB3$aB3$aB3$", Strength::Weak),
            ("Passw0rd", Strength::Fair),
            ("correct horse", Strength::Fair),
            ("correct horse battery", Strength::Strong),
            ("Xk4$9pQz!w2M", Strength::Strong),
        ] {
            assert_eq!(strength(password), expect, "{password}");
        }
    }

    #[test]
    fn a_generated_password_has_twenty_clear_characters_of_three_kinds() {
        // A linear congruential generator is random enough here.
        let mut state = 1_u32;
        let mut random = |bytes: &mut [u8]| {
            bytes.fill_with(|| {
                state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
                (state >> 24) as u8
            });
            true
        };
        let mut seen = Vec::new();
        for _ in 0..200 {
            let password = generate_password(&mut random).expect("a password").0;
            assert_eq!(password.len(), 20);
            assert_eq!(kinds(&password), 3, "{password}");
            assert!(!password.contains(['0', 'O', '1', 'I', 'l', 'i', 'L', 'o']), "{password}");
            assert_eq!(strength(&password), Strength::Strong);
            assert!(!seen.contains(&password));
            seen.push(password);
        }
    }

    #[test]
    fn without_randomness_there_is_no_password() {
        assert_eq!(generate_password(&mut |_| false), None);
        assert_eq!(generate_password(&mut |_| true), None, "zeros");
    }
}
