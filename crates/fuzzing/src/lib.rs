//! What bad input is done to: one function for each reader of what others send or write, from bytes to nothing. It panics
//! when the reader does, or when what it read breaks a promise. The fuzzer calls them (`fuzz/`, `cargo xtask fuzz`), and the
//! tests of this package with all that is in `fuzz/corpus/`.

pub mod addresses;
pub mod answers;
pub mod configs;
pub mod failures;
pub mod imports;
pub mod texts;

/// Takes any bytes.
pub type Target = fn(&[u8]);

/// All targets by name; `fuzz/fuzz_targets/` and `fuzz/corpus/` have one of each.
pub const TARGETS: [(&str, Target); 7] = [
    ("answers", answers::target),
    ("failures", failures::target),
    ("gateway_config", configs::gateway),
    ("imports", imports::target),
    ("page_config", configs::page),
    ("proxy_address", addresses::target),
    ("texts", texts::target),
];

/// Bytes as the app reads them: what is no UTF-8 is replaced.
fn text(data: &[u8]) -> String {
    cloud::exchange::text_of(data.to_vec())
}
