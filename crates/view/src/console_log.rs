//! Console logs as plain text, without terminal control sequences.

/// Removes colours, cursor movements and other terminal commands.
pub fn plain(log: &str) -> String {
    let mut out = String::with_capacity(log.len());
    let mut rest = log.chars().peekable();
    while let Some(letter) = rest.next() {
        match letter {
            '\u{1b}' => command(&mut rest),
            // A line that was overwritten: the page shows both, one after the other.
            '\r' if rest.peek() == Some(&'\n') => {}
            '\r' => out.push('\n'),
            '\n' | '\t' => out.push(letter),
            _ if letter.is_control() => {}
            _ => out.push(letter),
        }
    }
    out
}

/// Skips the command after an ESC (ECMA-48): `[…m` and similar end with a letter, `]…` with BEL or ESC.
fn command(rest: &mut std::iter::Peekable<std::str::Chars<'_>>) {
    match rest.next() {
        Some('[') => while rest.next().is_some_and(|letter| !('@'..='~').contains(&letter)) {},
        Some(']') => {
            while let Some(letter) = rest.next() {
                if letter == '\u{7}' {
                    break;
                }
                if letter == '\u{1b}' {
                    rest.next_if_eq(&'\\');
                    break;
                }
            }
        }
        _ => {}
    }
}
