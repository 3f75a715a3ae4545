//! Splits a text at blanks, and marks which letters are quoted: `"`, `*`, `,` and the signs of comparison are ordinary
//! letters inside quotes. There, `\"` is a quote and `\\` a backslash.

use crate::problem::{Problem, Reason, Span};

/// One letter of a term.
#[derive(Clone, Copy, Debug)]
pub struct Letter {
    pub span: Span,
    pub letter: char,
    pub kind: Kind,
}

/// Whether a letter has its special meaning.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Kind {
    Plain,
    Quoted,
    /// A quote itself.
    Mark,
}

impl Letter {
    /// Whether it is one of these, and not quoted.
    pub fn is_any(&self, signs: &[char]) -> bool {
        self.kind == Kind::Plain && signs.contains(&self.letter)
    }
}

/// The terms of a text, none of them empty, and a quote that does not end.
pub fn lex(text: &str) -> (Vec<Vec<Letter>>, Option<Problem>) {
    let (mut terms, mut term) = (Vec::new(), Vec::new());
    let mut open: Option<usize> = None;
    let mut letters = text.char_indices().peekable();
    while let Some((start, letter)) = letters.next() {
        let end = start + letter.len_utf8();
        let mut add = |end, letter, kind| term.push(Letter { span: Span { start, end }, letter, kind });
        match (letter, open) {
            ('"', None) => {
                open = Some(start);
                add(end, letter, Kind::Mark);
            }
            ('"', Some(_)) => {
                open = None;
                add(end, letter, Kind::Mark);
            }
            ('\\', Some(_)) => match letters.next_if(|(_, next)| matches!(next, '"' | '\\')) {
                Some((_, escaped)) => add(end + 1, escaped, Kind::Quoted),
                None => add(end, letter, Kind::Quoted),
            },
            (_, Some(_)) => add(end, letter, Kind::Quoted),
            (blank, None) if blank.is_whitespace() => terms.push(std::mem::take(&mut term)),
            (_, None) => add(end, letter, Kind::Plain),
        }
    }
    terms.push(term);
    terms.retain(|term| !term.is_empty());
    let problem = |start| Problem { span: Span { start, end: text.len() }, reason: Reason::UnclosedQuote };
    (terms, open.map(problem))
}
