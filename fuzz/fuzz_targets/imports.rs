//! See `fuzzing::imports::target`.
#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| fuzzing::imports::target(data));
