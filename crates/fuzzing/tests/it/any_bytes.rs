//! Random input, and valid input with something damaged.

use std::fs;
use std::sync::LazyLock;

use fuzzing::TARGETS;
use proptest::prelude::*;

use crate::corpus::{files, folder};

static GOOD: LazyLock<Vec<Vec<u8>>> = LazyLock::new(|| {
    let corpus = TARGETS.iter().flat_map(|(name, _)| files(&folder("fuzz/corpus").join(name)));
    let all = corpus.chain(files(&folder("tests/fixtures/guide"))).map(|file| fs::read(file).expect("an input"));
    // The largest would take all the time.
    all.filter(|input| !input.is_empty() && input.len() < 20_000).collect()
});

/// What happens to bytes in transit: cut off, changed, doubled, joined with others.
fn damaged() -> impl Strategy<Value = Vec<u8>> {
    let pick = any::<prop::sample::Index>;
    (pick(), pick(), pick(), pick(), any::<u8>(), 0..5_u8).prop_map(|(one, two, from, to, byte, how)| {
        let mut input = one.get(&GOOD).clone();
        let (from, to) = (from.index(input.len()), to.index(input.len()));
        let (from, to) = (from.min(to), from.max(to));
        match how {
            0 => input.truncate(to),
            1 => input[from] = byte,
            2 => drop(input.drain(from..to)),
            3 => input.extend_from_within(from..to),
            _ => drop(input.splice(from..to, two.get(&GOOD).iter().copied())),
        }
        input
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, ..ProptestConfig::default() })]

    #[test]
    fn no_target_panics_on_anything(data in prop_oneof![prop::collection::vec(any::<u8>(), 0..200), damaged()]) {
        for (_, target) in TARGETS {
            target(&data);
        }
    }
}
