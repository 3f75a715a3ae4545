//! Writes compressed variants of each file.

use crate::Done;
use std::io::Write;

/// Already compressed, or not read by browsers.
const LEFT_ALONE: [&str; 5] = [".png", ".ico", ".woff2", ".jpg", ".webp"];

/// `config.json` is edited by the operator: a compressed variant would keep serving the old one.
const EDITED: &str = "config.json";

/// Brotli and gzip at maximum compression, with the file extensions that servers expect.
pub fn variants(name: &str, bytes: &[u8]) -> Done<Vec<(&'static str, Vec<u8>)>> {
    if name == EDITED || LEFT_ALONE.iter().any(|ending| name.ends_with(ending)) {
        return Ok(Vec::new());
    }
    Ok(vec![("br", brotli(bytes)?), ("gz", gzip(bytes)?)])
}

fn brotli(bytes: &[u8]) -> Done<Vec<u8>> {
    let mut smaller = Vec::new();
    // A window of 16 MiB, the largest that every browser accepts.
    let params =
        brotli::enc::BrotliEncoderParams { quality: 11, lgwin: 24, size_hint: bytes.len(), ..Default::default() };
    brotli::BrotliCompress(&mut &*bytes, &mut smaller, &params)?;
    Ok(smaller)
}

fn gzip(bytes: &[u8]) -> Done<Vec<u8>> {
    let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
    encoder.write_all(bytes)?;
    Ok(encoder.finish()?)
}

#[cfg(test)]
mod tests {
    use super::variants;
    use std::io::Read;

    fn endings(name: &str) -> Vec<&'static str> {
        variants(name, b"hello").map(|all| all.into_iter().map(|(ending, _)| ending).collect()).unwrap_or_default()
    }

    #[test]
    fn what_is_compressed() {
        assert_eq!(endings("index.html"), ["br", "gz"]);
        assert_eq!(endings("maru-1.wasm"), ["br", "gz"]);
        assert!(endings("icons/192.png").is_empty());
        assert!(endings("config.json").is_empty());
    }

    #[test]
    fn both_unpack_to_the_file() {
        let text = "maru ".repeat(1000).into_bytes();
        for (ending, smaller) in variants("a.css", &text).unwrap_or_default() {
            let mut back = Vec::new();
            let read = match ending {
                "br" => brotli::Decompressor::new(&*smaller, 4096).read_to_end(&mut back),
                _ => flate2::read::GzDecoder::new(&*smaller).read_to_end(&mut back),
            };
            assert!(read.is_ok() && back == text && smaller.len() < 100, "{ending}");
        }
    }
}
