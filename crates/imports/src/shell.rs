//! The part of the shell's language that openrc files use: assignments, quotes, `$NAME`, `${NAME:-default}`, `read`,
//! `unset`. Nothing is run: the output of a command is unknown.

mod quotes;
mod variables;

use zeroize::Zeroizing;

use crate::model::Wrong;

/// A simple command.
pub(crate) struct Command {
    /// Its line, from 1.
    pub line: usize,
    pub words: Vec<Word>,
}

/// A word: its parts in order.
pub(crate) type Word = Vec<Part>;

pub(crate) enum Part {
    Text(Zeroizing<String>),
    /// `$NAME`, or `${NAME:-fallback}`.
    Variable(String, Option<Word>),
    /// The output of a command, and everything else that is unknown.
    Computed,
}

/// Whether a line sets a variable of OpenStack's clients.
pub(crate) fn sets_os_variable(line: &str) -> bool {
    let mut words = line.split(|c: char| c.is_whitespace() || matches!(c, ';' | '&'));
    words.any(|word| word.split_once('=').is_some_and(|(name, _)| name.starts_with("OS_") && is_name(name)))
}

/// Whether a text is a valid name of a variable.
pub(crate) fn is_name(text: &str) -> bool {
    !text.starts_with(|c: char| c.is_ascii_digit())
        && !text.is_empty()
        && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_')
}

/// Splits a text into commands. A quote that is not closed is an error, with the line on which it begins.
pub(crate) fn commands(text: &str) -> Result<Vec<Command>, (Wrong, usize)> {
    let mut lexer = Lexer { rest: text, line: 1 };
    let mut commands = Vec::new();
    while let Some(command) = lexer.command()? {
        if !command.words.is_empty() {
            commands.push(command);
        }
    }
    Ok(commands)
}

struct Lexer<'a> {
    rest: &'a str,
    line: usize,
}

impl Lexer<'_> {
    fn peek(&self) -> Option<char> {
        self.rest.chars().next()
    }

    fn second(&self) -> Option<char> {
        self.rest.chars().nth(1)
    }

    fn take(&mut self) -> Option<char> {
        let c = self.peek()?;
        self.rest = self.rest.get(c.len_utf8()..).unwrap_or_default();
        if c == '\n' {
            self.line += 1;
        }
        Some(c)
    }

    fn take_if(&mut self, wanted: impl Fn(char) -> bool) -> Option<char> {
        self.peek().filter(|c| wanted(*c))?;
        self.take()
    }

    fn take_while(&mut self, wanted: impl Fn(char) -> bool) -> String {
        let mut taken = String::new();
        while let Some(c) = self.take_if(&wanted) {
            taken.push(c);
        }
        taken
    }

    /// One command; `None` at the end of the text.
    fn command(&mut self) -> Result<Option<Command>, (Wrong, usize)> {
        let mut words = Vec::new();
        let mut line = self.line;
        loop {
            match self.peek() {
                None if words.is_empty() => return Ok(None),
                None => return Ok(Some(Command { line, words })),
                Some('\n' | ';' | '&' | '|' | '(' | ')') => {
                    self.take();
                    return Ok(Some(Command { line, words }));
                }
                Some('#') => drop(self.take_while(|c| c != '\n')),
                Some('\\') if matches!(self.second(), Some('\n' | '\r')) => self.skip_line_end(),
                Some(c) if c.is_whitespace() => drop(self.take()),
                Some(_) => {
                    if words.is_empty() {
                        line = self.line;
                    }
                    words.push(self.word()?);
                }
            }
        }
    }

    /// A backslash at the end of a line joins it with the next one.
    fn skip_line_end(&mut self) {
        self.take();
        self.take_if(|c| c == '\r');
        self.take_if(|c| c == '\n');
    }

    fn word(&mut self) -> Result<Word, (Wrong, usize)> {
        let mut word = Word::new();
        loop {
            match self.peek() {
                None | Some('\n' | ';' | '&' | '|' | '(' | ')') => return Ok(word),
                Some(c) if c.is_whitespace() => return Ok(word),
                Some('\'') => self.single(&mut word)?,
                Some('"') => self.double(&mut word)?,
                Some('$') if self.second() == Some('\'') => {
                    self.take();
                    self.ansi(&mut word)?;
                }
                Some('$') => self.dollar(&mut word, 0)?,
                Some('`') => self.backticks(&mut word)?,
                Some('\\') if matches!(self.second(), Some('\n' | '\r')) => self.skip_line_end(),
                Some('\\') => {
                    self.take();
                    push(&mut word, self.take().unwrap_or('\\'));
                }
                Some(c) => {
                    self.take();
                    push(&mut word, c);
                }
            }
        }
    }
}

fn push(word: &mut Word, c: char) {
    match word.last_mut() {
        Some(Part::Text(text)) => text.push(c),
        _ => word.push(Part::Text(Zeroizing::new(c.to_string()))),
    }
}
