//! Everything that begins with `$`.

use super::{Lexer, Part, Word, is_name, push};
use crate::model::Wrong;

/// `${A:-${B:-…}}` is read only to this depth.
const DEPTH_MAX: usize = 8;

impl Lexer<'_> {
    pub(super) fn dollar(&mut self, word: &mut Word, depth: usize) -> Result<(), (Wrong, usize)> {
        let line = self.line;
        self.take();
        match self.peek() {
            Some('{') => {
                self.take();
                word.push(self.braced(line, depth)?);
            }
            Some('(') => {
                self.parenthesis(line)?;
                word.push(Part::Computed);
            }
            Some(c) if c.is_ascii_alphabetic() || c == '_' => {
                word.push(Part::Variable(self.take_while(|c| c.is_ascii_alphanumeric() || c == '_'), None));
            }
            // Arguments, process numbers and the like.
            Some(c) if c.is_ascii_digit() || matches!(c, '?' | '$' | '!' | '@' | '*' | '#' | '-') => {
                self.take();
                word.push(Part::Computed);
            }
            _ => push(word, '$'),
        }
        Ok(())
    }

    /// The rest of `${…}`.
    fn braced(&mut self, line: usize, depth: usize) -> Result<Part, (Wrong, usize)> {
        let name = self.take_while(|c| c.is_ascii_alphanumeric() || c == '_');
        if self.take_if(|c| c == '}').is_some() {
            return Ok(if is_name(&name) { Part::Variable(name, None) } else { Part::Computed });
        }
        self.take_if(|c| c == ':');
        let has_fallback = self.take_if(|c| matches!(c, '-' | '=')).is_some() && is_name(&name) && depth < DEPTH_MAX;
        let mut fallback = Word::new();
        let mut open = 1;
        loop {
            match self.peek() {
                None => return Err((Wrong::OpenQuote, line)),
                Some('}') => {
                    self.take();
                    open -= 1;
                    if open == 0 {
                        break;
                    }
                }
                Some('\'') if has_fallback => self.single(&mut fallback)?,
                Some('"') if has_fallback => drop(self.take()),
                Some('$') if has_fallback => self.dollar(&mut fallback, depth + 1)?,
                Some('`') if has_fallback => self.backticks(&mut fallback)?,
                Some(c) => {
                    // If the fallback is not understood, only its end is searched.
                    if c == '{' {
                        open += 1;
                    }
                    self.take();
                    push(&mut fallback, c);
                }
            }
        }
        Ok(if has_fallback { Part::Variable(name, Some(fallback)) } else { Part::Computed })
    }

    /// Skips `(…)`.
    fn parenthesis(&mut self, line: usize) -> Result<(), (Wrong, usize)> {
        let mut open = 0;
        loop {
            match self.take() {
                None => return Err((Wrong::OpenQuote, line)),
                Some('(') => open += 1,
                Some(')') => {
                    open -= 1;
                    if open == 0 {
                        return Ok(());
                    }
                }
                Some('\\') => drop(self.take()),
                Some(quote @ ('"' | '\'')) => {
                    self.take_while(|c| c != quote);
                    self.take();
                }
                Some(_) => {}
            }
        }
    }
}
