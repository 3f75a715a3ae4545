//! Quotes.

use zeroize::Zeroizing;

use super::{Lexer, Part, Word, push};
use crate::model::Wrong;

impl Lexer<'_> {
    /// Skips the opening quote and begins a text, which may be empty. Returns its line.
    fn begin_quoted(&mut self, word: &mut Word) -> usize {
        let line = self.line;
        self.take();
        word.push(Part::Text(Zeroizing::default()));
        line
    }

    pub(super) fn single(&mut self, word: &mut Word) -> Result<(), (Wrong, usize)> {
        let line = self.begin_quoted(word);
        loop {
            match self.take() {
                None => return Err((Wrong::OpenQuote, line)),
                Some('\'') => return Ok(()),
                Some(c) => push(word, c),
            }
        }
    }

    /// `$'…'`, with the escapes of C.
    pub(super) fn ansi(&mut self, word: &mut Word) -> Result<(), (Wrong, usize)> {
        let line = self.begin_quoted(word);
        loop {
            match self.take() {
                None => return Err((Wrong::OpenQuote, line)),
                Some('\'') => return Ok(()),
                Some('\\') => match self.take() {
                    Some('n') => push(word, '\n'),
                    Some('t') => push(word, '\t'),
                    Some(c) => push(word, c),
                    None => return Err((Wrong::OpenQuote, line)),
                },
                Some(c) => push(word, c),
            }
        }
    }

    pub(super) fn double(&mut self, word: &mut Word) -> Result<(), (Wrong, usize)> {
        let line = self.begin_quoted(word);
        loop {
            match self.peek() {
                None => return Err((Wrong::OpenQuote, line)),
                Some('"') => {
                    self.take();
                    return Ok(());
                }
                Some('$') => self.dollar(word, 0)?,
                Some('`') => self.backticks(word)?,
                Some('\\') => {
                    self.take();
                    match self.take_if(|c| matches!(c, '"' | '\\' | '$' | '`' | '\n')) {
                        Some('\n') => {}
                        Some(c) => push(word, c),
                        None => push(word, '\\'),
                    }
                }
                Some(c) => {
                    self.take();
                    push(word, c);
                }
            }
        }
    }

    pub(super) fn backticks(&mut self, word: &mut Word) -> Result<(), (Wrong, usize)> {
        let line = self.line;
        self.take();
        self.take_while(|c| c != '`');
        self.take().ok_or((Wrong::OpenQuote, line))?;
        word.push(Part::Computed);
        Ok(())
    }
}
