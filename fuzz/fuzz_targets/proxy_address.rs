//! See `fuzzing::addresses::target`.
#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| fuzzing::addresses::target(data));
