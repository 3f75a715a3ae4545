use super::*;
use crate::floating::samples::{failure, floating};

fn begin(release: bool) -> Detach {
    let (state, step) = Detach::begin("f".into(), release);
    assert_eq!(step, DetachStep::Take("f".into()));
    state
}

#[test]
fn off_and_kept_or_given_back() {
    let taken = || DetachEvent::Taken(Ok(floating("f", None)));
    assert_eq!(begin(false).next(taken()), DetachStep::Kept);
    let mut state = begin(true);
    assert_eq!(state.next(taken()), DetachStep::Delete("f".into()));
    assert_eq!(state.next(DetachEvent::Deleted(Ok(()))), DetachStep::Released);
}

#[test]
fn what_is_gone_already_is_off() {
    let gone = || failure(FailureKind::NotFound, "");
    assert_eq!(begin(false).next(DetachEvent::Taken(Err(gone()))), DetachStep::Released);
    let mut state = begin(true);
    state.next(DetachEvent::Taken(Ok(floating("f", None))));
    assert_eq!(state.next(DetachEvent::Deleted(Err(gone()))), DetachStep::Released);
}

#[test]
fn where_it_broke_it_goes_on() {
    let mut state = begin(true);
    let refused = failure(FailureKind::Timeout, "");
    let step = state.next(DetachEvent::Taken(Err(refused.clone())));
    assert_eq!(step, DetachStep::Broken { failure: refused, orphan: false, unsure: true });
    assert_eq!(state.next(DetachEvent::Again), DetachStep::Take("f".into()));
    state.next(DetachEvent::Taken(Ok(floating("f", None))));
    let refused = failure(FailureKind::Forbidden, "");
    let step = state.next(DetachEvent::Deleted(Err(refused.clone())));
    assert_eq!(step, DetachStep::Broken { failure: refused, orphan: true, unsure: false });
    assert_eq!(state.next(DetachEvent::Again), DetachStep::Delete("f".into()));
}
