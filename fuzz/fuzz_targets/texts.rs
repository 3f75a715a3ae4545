//! See `fuzzing::texts::target`.
#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| fuzzing::texts::target(data));
