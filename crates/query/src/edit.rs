//! Changes the text of a search box: filter buttons set a term, and a click on a value adds it. What the person typed
//! elsewhere stays as it is, except for blanks between terms.

use crate::check::folded;
use crate::field::Fields;
use crate::parse::{Placed, Query};
use crate::problem::Reason;
use crate::term::{Pattern, Term};

/// Puts a term in the place of all terms on the same field, and at the end if there are none. A term that begins with `-`
/// and one that does not are different filters, and replace only their own kind.
pub fn set(text: &str, fields: Fields, term: &Term) -> String {
    let mut put = false;
    change(text, Some(term), |placed| {
        if !is_alike(&placed.term, term, fields) {
            return Some(None);
        }
        let first = !std::mem::replace(&mut put, true);
        first.then(|| Some(term.clone()))
    })
}

/// Removes all terms on a field, those with `-` too.
pub fn remove(text: &str, fields: Fields, name: &str) -> String {
    change(text, None, |placed| {
        let same = placed.term.field.as_deref().is_some_and(|own| fields.is_same(own, name));
        (!same).then_some(None)
    })
}

/// Removes the value of a term where the text has it on the same field, and otherwise adds it: to the alternatives of a
/// term on the same field, or at the end. `term`: on a field, with one value.
pub fn toggle(text: &str, fields: Fields, term: &Term) -> String {
    let Some(value) = term.values.first() else { return text.to_owned() };
    let query = Query::parse(text);
    let accepts = |placed: &&Placed| is_alike(&placed.term, term, fields) && !placed.term.op.is_range();
    let has = query.terms.iter().filter(accepts).any(|placed| position(&placed.term, value).is_some());
    let mut added = has;
    let new = if has { None } else { Some(term) };
    change(text, new, |placed| {
        if !accepts(&placed) {
            return Some(None);
        }
        let mut changed = placed.term.clone();
        match position(&changed, value) {
            Some(at) => _ = changed.values.remove(at),
            None if !std::mem::replace(&mut added, true) => changed.values.push(value.clone()),
            None => return Some(None),
        }
        (!changed.values.is_empty()).then_some(Some(changed))
    })
}

/// The values of a field that are asked for, in lower case: what its filter button shows as chosen.
pub fn chosen(query: &Query, fields: Fields, name: &str) -> Vec<String> {
    let on = |placed: &&Placed| {
        let term = &placed.term;
        let same = term.field.as_deref().is_some_and(|own| fields.is_same(own, name));
        same && !term.negated && !term.op.is_range()
    };
    let values = query.terms.iter().filter(on).flat_map(|placed| &placed.term.values);
    values.filter_map(|value| value.as_text().map(folded)).collect()
}

/// Writes the text again. `how`: `None` removes a term, `Some(None)` leaves it as it is typed. `new` is added at the end
/// if no term was changed.
fn change(text: &str, new: Option<&Term>, mut how: impl FnMut(&Placed) -> Option<Option<Term>>) -> String {
    let query = Query::parse(text);
    // Its last term would swallow what follows.
    let open = query.problems.iter().any(|problem| problem.reason == Reason::UnclosedQuote);
    let mut parts = Vec::new();
    let mut changed = false;
    for placed in &query.terms {
        match how(placed) {
            None => {}
            Some(Some(term)) => {
                changed = true;
                parts.push(term.to_string());
            }
            Some(None) if open => parts.push(placed.term.to_string()),
            Some(None) => parts.push(placed.span.of(text).to_owned()),
        }
    }
    parts.extend(new.filter(|_| !changed).map(Term::to_string));
    parts.join(" ")
}

/// Whether both are on the same field, and both or neither begin with `-`.
fn is_alike(one: &Term, other: &Term, fields: Fields) -> bool {
    let same = match (&one.field, &other.field) {
        (Some(one), Some(other)) => fields.is_same(one, other),
        _ => false,
    };
    same && one.negated == other.negated
}

fn position(term: &Term, value: &Pattern) -> Option<usize> {
    let folded = |value: &Pattern| value.pieces().iter().map(|piece| self::folded(piece)).collect::<Vec<_>>();
    let wanted = folded(value);
    term.values.iter().position(|own| folded(own) == wanted)
}
