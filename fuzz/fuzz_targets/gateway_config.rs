//! See `fuzzing::configs::gateway`.
#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| fuzzing::configs::gateway(data));
