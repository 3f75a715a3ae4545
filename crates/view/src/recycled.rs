//! Assigns the DOM rows of a virtual table to its items.

/// How many DOM rows can be reassigned for the cost of creating one.
const CHEAPER: usize = 5;

/// Which DOM row shows which id next: for each of `now` the index in `before` of the DOM row to reuse, `None` for a new
/// one. Rows of `before` that are not reused are removed.
///
/// The indices only increase, because a DOM row that is moved loses the focus and closes its menu. The row of `held`
/// keeps its id. The other rows keep theirs if that is cheaper (a row was added, the list was scrolled a little);
/// otherwise each position gets another id (the list was sorted).
pub fn recycled<Id: PartialEq>(before: &[Id], now: &[Id], held: Option<&Id>) -> Vec<Option<usize>> {
    let found: Vec<Option<usize>> = now.iter().map(|id| before.iter().position(|known| known == id)).collect();
    let pairs = || found.iter().enumerate().filter_map(|(at, place)| Some((at, (*place)?)));
    let pinned = pairs().find(|(at, _)| now.get(*at) == held);
    let mut staying: Vec<(usize, usize)> = Vec::new();
    for (at, place) in pairs() {
        let rises = staying.last().is_none_or(|(_, last)| *last < place);
        if rises && pinned.is_none_or(|(its, of)| at.cmp(&its) == place.cmp(&of)) {
            staying.push((at, place));
        }
    }
    let price = |plan: &[Option<usize>]| -> usize {
        plan.iter()
            .zip(&found)
            .map(|(taken, own)| if taken.is_none() { CHEAPER } else { usize::from(taken != own) })
            .sum()
    };
    let stay = between(&staying, before.len(), now.len());
    let hand_on = between(pinned.as_slice(), before.len(), now.len());
    if price(&stay) < price(&hand_on) { stay } else { hand_on }
}

/// Between the pairs that stay (positions now and before), assigns the DOM rows in order, as far as there are both.
fn between(staying: &[(usize, usize)], before: usize, now: usize) -> Vec<Option<usize>> {
    let mut taken = Vec::with_capacity(now);
    let mut free = 0;
    for (at, place) in staying.iter().copied().chain([(now, before)]) {
        taken.extend((free..place).map(Some).take(at - taken.len()));
        taken.resize(at, None);
        if at < now {
            taken.push(Some(place));
        }
        free = place + 1;
    }
    taken
}
