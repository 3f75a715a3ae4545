//! `fuzz/`: every target has a corpus and a program for the fuzzer, and every reader is a target.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use fuzzing::{TARGETS, answers};

/// A folder of the repository.
pub fn folder(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").join(path)
}

/// All files below a folder.
pub fn files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display())) {
        let path = entry.expect("an entry").path();
        if path.is_dir() { found.extend(files(&path)) } else { found.push(path) }
    }
    found.sort();
    found
}

#[test]
fn the_whole_corpus_is_read_without_a_panic() {
    for (name, target) in TARGETS {
        let inputs = files(&folder("fuzz/corpus").join(name));
        assert!(inputs.len() > 5, "{name} has {} inputs", inputs.len());
        for input in inputs {
            // Shown when the test fails, to identify the input.
            println!("{}", input.display());
            target(&fs::read(&input).expect("an input"));
        }
    }
}

#[test]
fn what_real_clouds_sent_is_read_without_a_panic() {
    for fixture in files(&folder("tests/fixtures")) {
        let bytes = fs::read(&fixture).expect("a fixture");
        answers::target(&bytes);
        for status in ["200", "400", "413", "500"] {
            fuzzing::failures::target(&[format!("HTTP/1.1 {status}\n\n").as_bytes(), &bytes].concat());
        }
    }
}

#[test]
fn every_target_has_a_corpus_and_a_program_for_the_fuzzer() {
    let names = |path: &str| -> BTreeSet<String> {
        let entries = fs::read_dir(folder(path)).expect(path);
        entries.map(|entry| entry.expect("an entry").file_name().to_string_lossy().replace(".rs", "")).collect()
    };
    let targets: BTreeSet<String> = TARGETS.iter().map(|(name, _)| (*name).to_owned()).collect();
    assert_eq!(names("fuzz/corpus"), targets);
    assert_eq!(names("fuzz/fuzz_targets"), targets);
}

/// Every reader of a call must be a fuzz target.
#[test]
fn every_reader_of_every_call_is_among_the_targets() {
    let known: BTreeSet<String> = answers::readers().into_iter().map(|reader| reader.makes).collect();
    let calls = files(&folder("crates/cloud/src/calls"));
    let text: String = calls.iter().map(|file| fs::read_to_string(file).expect("a source")).collect();
    let made: BTreeSet<&str> = text
        .lines()
        .filter(|line| line.starts_with("pub fn "))
        .filter_map(|line| line.split_once("-> Call<")?.1.strip_suffix("> {"))
        .collect();
    assert!(made.len() > 30, "{made:?}");
    for makes in made {
        assert!(known.contains(makes), "no reader makes {makes}: {known:?}");
    }
}
