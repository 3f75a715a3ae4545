//! See `fuzzing::answers::target`.
#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| fuzzing::answers::target(data));
