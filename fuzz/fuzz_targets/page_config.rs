//! See `fuzzing::configs::page`.
#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| fuzzing::configs::page(data));
