//! See `fuzzing::failures::target`.
#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| fuzzing::failures::target(data));
