//! Files that people drop on the sign-in page: `clouds.yaml`, `secure.yaml`, openrc files.

use imports::{Source, form, is_same_identity, read};

/// One or two files, separated by a byte 1; the second is a `secure.yaml`. Errors must name an existing line, and every
/// cloud must fill the form.
pub fn target(data: &[u8]) {
    let text = crate::text(data);
    let files: Vec<Source<'_>> =
        text.splitn(2, '\u{1}').zip(["", "secure.yaml"]).map(|(text, name)| Source { name, text }).collect();
    match read(&files) {
        Ok(import) => {
            assert!(!import.clouds.is_empty(), "without a cloud there is a mistake");
            for cloud in &import.clouds {
                form(cloud);
                is_same_identity(&cloud.identity, "https://a.example/v3");
            }
        }
        Err(mistake) => {
            let file = files.get(mistake.file).expect("a file that exists");
            let lines = file.text.replace("\r\n", "\n").split(['\n', '\r']).count();
            assert!(mistake.line.is_none_or(|line| (1..=lines).contains(&line)), "{mistake:?} of {lines} lines");
        }
    }
}
