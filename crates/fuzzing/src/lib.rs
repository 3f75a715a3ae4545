//! Fuzz targets: one function for each decoder or parser of external input. A target panics if the parser does, or if
//! its result breaks a guarantee. The fuzzer calls them (`fuzz/`, `cargo xtask fuzz`), and so do the tests of this
//! package with `fuzz/corpus/`.

pub mod addresses;
pub mod answers;
pub mod configs;
pub mod failures;
pub mod imports;
pub mod searches;
pub mod texts;

/// Takes any bytes.
pub type Target = fn(&[u8]);

/// All targets by name; `fuzz/fuzz_targets/` and `fuzz/corpus/` have one of each.
pub const TARGETS: [(&str, Target); 8] = [
    ("answers", answers::target),
    ("failures", failures::target),
    ("gateway_config", configs::gateway),
    ("imports", imports::target),
    ("page_config", configs::page),
    ("proxy_address", addresses::target),
    ("searches", searches::target),
    ("texts", texts::target),
];

/// Decodes bytes like the app, with replacement characters for invalid UTF-8.
fn text(data: &[u8]) -> String {
    cloud::exchange::text_of(data.to_vec())
}
