//! Comparing texts by appearance: `"web "`, and `"web"` with a no-break or zero-width space look alike.

use std::borrow::Cow;

/// Normalises a text to what is visible: runs of any blanks become one blank, blanks at the ends and invisible
/// characters are removed. Texts that look alike become equal; apply Unicode normalisation (NFC) first.
pub fn as_seen(text: &str) -> String {
    let seen: String = text.chars().filter(|letter| !is_unseen(*letter)).collect();
    seen.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Shows unusual blanks as marks: blanks at the ends or in a row as `␣`, no-break spaces as `⍽`, tabs as `⇥`, line
/// breaks as `⏎`, and invisible characters by number, such as `⟨U+200B⟩`.
pub fn marked(text: &str) -> Cow<'_, str> {
    let letters: Vec<char> = text.chars().collect();
    let odd = |at: usize| mark(&letters, at);
    if !(0..letters.len()).any(|at| odd(at).is_some()) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len() + 16);
    for (at, letter) in letters.iter().enumerate() {
        match odd(at) {
            Some(mark) => out.push_str(&mark),
            None => out.push(*letter),
        }
    }
    Cow::Owned(out)
}

fn mark(letters: &[char], at: usize) -> Option<Cow<'static, str>> {
    let letter = *letters.get(at)?;
    let before = at.checked_sub(1).and_then(|at| letters.get(at));
    let after = letters.get(at + 1);
    let word = |neighbour: Option<&char>| neighbour.is_some_and(|other| !other.is_whitespace() && !is_unseen(*other));
    Some(match letter {
        // A single blank between two words is normal.
        ' ' | '\u{3000}' if word(before) && word(after) => return None,
        '\t' => "⇥".into(),
        '\n' | '\r' | '\u{0b}' | '\u{0c}' | '\u{85}' | '\u{2028}' | '\u{2029}' => "⏎".into(),
        '\u{a0}' | '\u{2007}' | '\u{202f}' => "⍽".into(),
        blank if blank.is_whitespace() => "␣".into(),
        // These join letters in some scripts, and parts of emoji.
        '\u{200c}' | '\u{200d}' | '\u{fe0e}' | '\u{fe0f}' if before.is_some_and(|other| !other.is_ascii()) => {
            return None;
        }
        unseen if is_unseen(unseen) => format!("⟨U+{:04X}⟩", u32::from(unseen)).into(),
        _ => return None,
    })
}

/// Whether it is invisible: zero-width, direction, variation or control character (Unicode's
/// `Default_Ignorable_Code_Point`).
fn is_unseen(letter: char) -> bool {
    (letter.is_control() && !letter.is_whitespace())
        || matches!(letter,
            '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}'
            | '\u{180b}'..='\u{180f}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}'
            | '\u{3164}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{ffa0}' | '\u{fff0}'..='\u{fff8}'
            | '\u{e0000}'..='\u{e0fff}')
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn names_that_look_alike_are_one() {
        for name in ["web", " web", "web ", "\tweb", "web\u{a0}", "w\u{200b}eb", "\u{feff}web", "we\u{ad}b"] {
            assert_eq!(as_seen(name), "web", "{name:?}");
        }
        for name in ["web 1", "web  1", "web\u{a0}1", "web \u{200b} 1", "web\t1", "web\u{3000}1"] {
            assert_eq!(as_seen(name), "web 1", "{name:?}");
        }
        for name in ["", " ", "\u{200b}", "\u{3164}\t"] {
            assert_eq!(as_seen(name), "", "{name:?}");
        }
        assert_ne!(as_seen("web1"), as_seen("web 1"));
        assert_eq!(as_seen("개발 서버"), "개발 서버");
    }

    #[test]
    fn odd_blanks_are_shown() {
        let check = |name: &str, expect: &str| assert_eq!(marked(name), expect, "{name:?}");
        check("web 1", "web 1");
        check(" lead", "␣lead");
        check("web ", "web␣");
        check("a  b", "a␣␣b");
        check("web\u{a0}1", "web⍽1");
        check("web\t1", "web⇥1");
        check("a\nb", "a⏎b");
        check("w\u{200b}eb", "w⟨U+200B⟩eb");
        check("evil\u{202e}gpj", "evil⟨U+202E⟩gpj");
        check("개발 서버", "개발 서버");
        check("👩\u{200d}💻 x", "👩\u{200d}💻 x");
        check("we\u{200d}b", "we⟨U+200D⟩b");
    }

    proptest! {
        #[test]
        fn marks_leave_nothing_unseen(text in any::<String>()) {
            let shown = marked(&text);
            prop_assert!(!shown.starts_with(char::is_whitespace) && !shown.ends_with(char::is_whitespace));
            prop_assert!(as_seen(&as_seen(&text)) == as_seen(&text));
        }
    }
}
