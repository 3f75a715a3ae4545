//! Writes terms, with quotes only where they are needed: what is written is parsed to the same term.

use std::fmt;

use crate::parse::Query;
use crate::term::{Pattern, Term};

impl fmt::Display for Term {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let plain = written(self, false);
        // `a:b` as a word, or `>5` as a text: the beginning would be read as something else.
        let same = matches!(Query::parse(&plain).terms.as_slice(), [only] if only.term == *self);
        f.write_str(&if same { plain } else { written(self, true) })
    }
}

impl fmt::Display for Query {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (at, placed) in self.terms.iter().enumerate() {
            if at > 0 {
                f.write_str(" ")?;
            }
            placed.term.fmt(f)?;
        }
        Ok(())
    }
}

impl fmt::Display for Pattern {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&of_pattern(self, false))
    }
}

/// `quoted`: the first text is quoted in any case.
fn written(term: &Term, quoted: bool) -> String {
    let mut out = String::new();
    if term.negated {
        out.push('-');
    }
    if let Some(field) = &term.field {
        out.push_str(&name(field));
        out.push_str(term.op.as_str());
    }
    for (at, value) in term.values.iter().enumerate() {
        if at > 0 {
            out.push(',');
        }
        out.push_str(&of_pattern(value, quoted && at == 0));
    }
    out
}

/// The name of a field; the key after the dot in quotes if needed.
pub fn name(field: &str) -> String {
    let Some((head, key)) = field.split_once('.') else { return field.to_owned() };
    let mut out = [head, "."].concat();
    push(&mut out, key, key.contains([':', '=', '<', '>']));
    out
}

fn of_pattern(pattern: &Pattern, quoted: bool) -> String {
    let mut out = String::new();
    for (at, piece) in pattern.pieces().iter().enumerate() {
        if at > 0 {
            out.push('*');
        }
        let only = piece.is_empty() && pattern.pieces().len() == 1;
        push(&mut out, piece, only || (quoted && at == 0));
    }
    out
}

fn push(out: &mut String, text: &str, quoted: bool) {
    let special = |letter: char| letter.is_whitespace() || matches!(letter, ',' | '"' | '*');
    if !quoted && !text.contains(special) {
        out.push_str(text);
        return;
    }
    out.push('"');
    for letter in text.chars() {
        if matches!(letter, '"' | '\\') {
            out.push('\\');
        }
        out.push(letter);
    }
    out.push('"');
}
