//! The recorded answers of a real Nova and the guide's own examples: each is decoded by its call with a field checked, or is
//! an error decoded by the error reader, or is listed as not used yet. None can be forgotten.

mod fixture;
mod guide;
mod later;
mod read;
mod refused;

use std::collections::BTreeMap;

/// Every file is used exactly once, and every use has its file.
fn check_complete(files: Vec<String>, claims: Vec<&str>) {
    let mut count: BTreeMap<&str, (u32, u32)> = BTreeMap::new();
    for file in &files {
        count.entry(file).or_default().0 += 1;
    }
    for claim in claims {
        count.entry(claim).or_default().1 += 1;
    }
    let wrong: Vec<_> = count.into_iter().filter(|(_, seen)| *seen != (1, 1)).collect();
    assert!(wrong.is_empty(), "(file, (there, claimed)) other than once: {wrong:#?}");
}

#[test]
fn every_recorded_answer_is_read_refused_or_listed_for_later() {
    let mut claims = read::check_all();
    claims.extend(refused::check_all());
    claims.extend(later::OPENSTACK.iter().map(|(file, _)| *file));
    check_complete(fixture::indexed(), claims);
}

#[test]
fn the_index_and_the_folder_name_the_same_files() {
    let files = fixture::files("openstack");
    check_complete(
        fixture::indexed(),
        files.iter().map(String::as_str).filter(|file| *file != "_index.json").collect(),
    );
}

#[test]
fn every_example_of_the_guide_is_read() {
    check_complete(fixture::files("guide"), guide::check_all());
}
