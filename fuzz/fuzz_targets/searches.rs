//! See `fuzzing::searches::target`.
#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| fuzzing::searches::target(data));
