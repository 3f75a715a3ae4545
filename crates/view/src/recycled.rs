//! Which drawn row of a long list shows which of its rows next.

/// How many drawn rows can be handed on at the price of drawing one.
const CHEAPER: usize = 5;

/// Which drawn row shows which id: for each of `now` the place in `before` of the drawn row to take, `None` for a new one.
/// Rows of `before` that are not taken go.
///
/// Places only rise: a row that moves in the document loses the focus and closes its menu. The row of `held` stays with its
/// id. The others do where that is cheaper (a row came, the list was scrolled a little), else each place has another id
/// (the list was sorted).
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

/// Between the pairs that stay (places now and before), each drawn row takes the next id, as far as there are both.
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
