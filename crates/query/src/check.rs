//! One value of a term, prepared for one kind of field, and how it is compared with the values of rows.

use cloud::Cidr;

use crate::compiled::Clock;
use crate::field::{Field, Kind};
use crate::fold_char;
use crate::measure::{bytes, duration, number};
use crate::moment::moment;
use crate::problem::Reason;
use crate::row::{Value, one_line};
use crate::term::{Op, Pattern};

/// A prepared value.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Check {
    /// A text has this in it.
    Part(String),
    /// A text is this.
    Whole(String),
    /// A text is these, with anything between.
    Like(Vec<String>),
    /// There is no value.
    Nothing,
    /// There is a value.
    Anything,
    /// An address or a range has an address in common with this range.
    Within(Cidr),
    /// The number is from one to another, both included.
    Between(i64, i64),
    /// One of these bits is set.
    Flags(u32),
}

impl Check {
    /// For words, which are searched in all texts.
    pub fn word(pattern: &Pattern) -> Self {
        texts(pattern, false)
    }

    /// For the values of a field; the reason if it makes no sense there.
    pub fn new(field: &Field, op: Op, pattern: &Pattern, clock: Clock) -> Result<Self, Reason> {
        let comparable = matches!(field.kind, Kind::Number | Kind::Bytes { .. } | Kind::Age | Kind::Time);
        if op.is_range() && !comparable {
            return Err(Reason::NotComparable);
        }
        if !op.is_range() && pattern.is_anything() {
            return Ok(Check::Anything);
        }
        let text = pattern.as_text();
        if !op.is_range() && text == Some("") {
            return Ok(Check::Nothing);
        }
        match field.kind {
            Kind::Text | Kind::Pairs => Ok(texts(pattern, op == Op::Equals)),
            // As the beginning of a word, so that a search finds the same while it is typed and after.
            Kind::Word => Ok(word(pattern, op)),
            Kind::Address => address(pattern, op),
            Kind::Flags => text.and_then(|text| flag(field, text)).ok_or(Reason::UnknownWord),
            Kind::Number => {
                let read = text.and_then(number).ok_or(Reason::NotANumber)?;
                Ok(between(op, read, read.saturating_add(1)))
            }
            Kind::Bytes { unit } => {
                let read = text.and_then(|text| bytes(text, unit)).ok_or(Reason::NotASize)?;
                Ok(between(op, read, read.saturating_add(1)))
            }
            Kind::Age => text.and_then(|text| age(op, text, clock)).ok_or(Reason::NotADuration),
            Kind::Time => {
                let read = text.and_then(|text| moment(text, clock)).ok_or(Reason::NotATime)?;
                Ok(between(op, read.from, read.to))
            }
        }
    }

    /// The same for a value that is still being typed: flags fit if their words begin with it.
    pub fn beginning(field: &Field, op: Op, pattern: &Pattern, clock: Clock) -> Result<Self, Reason> {
        match (field.kind, pattern.as_text().map(folded)) {
            (Kind::Flags, Some(text)) if !op.is_range() && !text.is_empty() => {
                let fits = field.words.iter().rev().map(|word| word.starts_with(&text));
                let flags = fits.fold(0, |flags, fits| flags << 1 | u32::from(fits));
                if flags == 0 { Err(Reason::UnknownWord) } else { Ok(Check::Flags(flags)) }
            }
            _ => Self::new(field, op, pattern, clock),
        }
    }

    /// Whether one of these texts fits. `texts`: as in [`Value::Texts`].
    pub fn fits_texts(&self, texts: &str) -> bool {
        match self {
            Check::Part(part) => texts.contains(part.as_str()),
            Check::Whole(whole) => lines(texts).any(|line| line == whole),
            Check::Like(pieces) => lines(texts).any(|line| is_like(line, pieces)),
            Check::Nothing => lines(texts).all(str::is_empty),
            Check::Anything => lines(texts).any(|line| !line.is_empty()),
            Check::Within(range) => lines(texts).any(|line| Cidr::parse(line).is_some_and(|own| own.overlaps(*range))),
            Check::Between(..) | Check::Flags(_) => false,
        }
    }

    /// Whether the value of a row fits.
    pub fn fits(&self, value: Value<'_>) -> bool {
        match (self, value) {
            (_, Value::Texts(texts)) => self.fits_texts(texts),
            (Check::Between(from, to), Value::Number(number)) => (*from..=*to).contains(&number),
            (Check::Flags(wanted), Value::Flags(flags)) => flags & wanted != 0,
            (Check::Nothing, Value::Nothing | Value::Flags(0)) => true,
            (Check::Anything, Value::Number(_)) => true,
            (Check::Anything, Value::Flags(flags)) => flags != 0,
            _ => false,
        }
    }

    /// Whether the values of a key fit. `pairs`: key, value, key, …, each with a line break.
    pub fn fits_pairs(&self, pairs: &str, key: &str) -> bool {
        let mut all = lines(pairs);
        let mut values = std::iter::from_fn(|| Some((all.next()?, all.next()?))).filter(|(name, _)| *name == key);
        match self {
            Check::Nothing => values.all(|(_, value)| value.is_empty()),
            _ => values.any(|(_, value)| self.fits_line(value)),
        }
    }

    /// [`Check::fits_texts`] for a single text without its line break.
    fn fits_line(&self, line: &str) -> bool {
        match self {
            Check::Part(part) => line.contains(part.as_str()),
            Check::Whole(whole) => line == whole,
            Check::Like(pieces) => is_like(line, pieces),
            // `meta.role:*` finds the key, whatever its value is.
            Check::Anything => true,
            _ => false,
        }
    }
}

fn lines(texts: &str) -> impl Iterator<Item = &str> {
    texts.split_terminator('\n')
}

/// In lower case, on one line, like the texts of rows.
pub fn folded(text: &str) -> String {
    text.chars().map(|letter| fold_char(one_line(letter))).collect()
}

fn texts(pattern: &Pattern, whole: bool) -> Check {
    match pattern.as_text().map(folded) {
        Some(text) if whole => Check::Whole(text),
        Some(text) => Check::Part(text),
        None => Check::Like(pattern.pieces().iter().map(|piece| folded(piece)).collect()),
    }
}

/// With `=` a whole word, otherwise the beginning of one.
fn word(pattern: &Pattern, op: Op) -> Check {
    match pattern.as_text() {
        Some(text) if op != Op::Equals => Check::Like(vec![folded(text), String::new()]),
        _ => texts(pattern, true),
    }
}

fn is_like(line: &str, pieces: &[String]) -> bool {
    let [first, middle @ .., last] = pieces else { return false };
    let Some(mut rest) = line.strip_prefix(first.as_str()) else { return false };
    for piece in middle {
        let Some((_, after)) = rest.split_once(piece.as_str()) else { return false };
        rest = after;
    }
    rest.ends_with(last.as_str())
}

/// A range, a whole address (however it is written), or a part of one.
fn address(pattern: &Pattern, op: Op) -> Result<Check, Reason> {
    let Some(text) = pattern.as_text() else { return Ok(texts(pattern, true)) };
    if text.contains('/') {
        return Cidr::parse(text).map(Check::Within).ok_or(Reason::NotARange);
    }
    Ok(Cidr::parse(text).map_or_else(|| texts(pattern, op == Op::Equals), Check::Within))
}

fn flag(field: &Field, text: &str) -> Option<Check> {
    let text = folded(text);
    let bit = field.words.iter().position(|word| *word == text)?;
    Some(Check::Flags(1_u32.checked_shl(u32::try_from(bit).ok()?)?))
}

/// A comparison with what lies from `from` to before `to`.
fn between(op: Op, from: i64, to: i64) -> Check {
    match op {
        Op::Contains | Op::Equals => Check::Between(from, to.saturating_sub(1)),
        Op::More => Check::Between(to, i64::MAX),
        Op::AtLeast => Check::Between(from, i64::MAX),
        Op::Less => Check::Between(i64::MIN, from.saturating_sub(1)),
        Op::AtMost => Check::Between(i64::MIN, to.saturating_sub(1)),
    }
}

/// An age is compared by the time at which it began, so that rows need not be asked again as time passes. `age:3d` is an
/// age of 3 days and some hours.
fn age(op: Op, text: &str, clock: Clock) -> Option<Check> {
    let age = duration(text)?;
    let began = clock.now.0.saturating_sub(age.ms);
    Some(match op {
        Op::Contains | Op::Equals => Check::Between(began.saturating_sub(age.unit_ms).saturating_add(1), began),
        Op::More => Check::Between(i64::MIN, began.saturating_sub(1)),
        Op::AtLeast => Check::Between(i64::MIN, began),
        Op::Less => Check::Between(began.saturating_add(1), i64::MAX),
        Op::AtMost => Check::Between(began, i64::MAX),
    })
}
