//! Validates metadata (row S13) and adds the recovery tag.

use super::Errors;
use crate::create::draft::is_blank;
use crate::create::{Context, Draft, Field, NONCE_KEY, Problem};
use crate::wire::Pairs;

/// The recovery tag and the rows that are not blank.
pub(super) fn all(draft: &Draft, context: &Context<'_>, errors: &mut Errors) -> Pairs {
    let mut pairs = Pairs::default();
    if draft.marked {
        pairs.put(NONCE_KEY.to_owned(), draft.nonce.clone());
    }
    for (row, (key, value)) in (0..).zip(&draft.metadata) {
        let key = key.trim();
        if is_blank(key, value) {
            continue;
        }
        let checked = metadata_key(key, context.limits.metadata_max).and_then(|()| match pairs.get(key) {
            Some(_) => Err(Problem::Twice),
            None => Ok(()),
        });
        errors.take(Field::MetadataKey(row), checked);
        errors.take(Field::MetadataValue(row), metadata_value(value, context.limits.metadata_max));
        pairs.put(key.to_owned(), value.clone());
    }
    errors.take(Field::Mark, count(draft, context));
    pairs
}

fn count(draft: &Draft, context: &Context<'_>) -> Result<(), Problem> {
    let is = draft.pairs() as u64;
    match context.pairs_max {
        Some(max) if is > max => Err(Problem::TooManyPairs { max, is }),
        _ => Ok(()),
    }
}

/// Whether the cloud accepts this key; also used by the metadata editor of an instance.
pub fn metadata_key(key: &str, max: usize) -> Result<(), Problem> {
    if key.is_empty() {
        return Err(Problem::Missing);
    }
    if !key.chars().all(|letter| letter.is_ascii_alphanumeric() || "-_:. ".contains(letter)) {
        return Err(Problem::BadKey);
    }
    metadata_value(key, max)
}

/// Whether the cloud accepts this value.
pub fn metadata_value(value: &str, max: usize) -> Result<(), Problem> {
    let is = value.chars().count();
    if is > max { Err(Problem::TooLong { max: max as u64, is: is as u64 }) } else { Ok(()) }
}
