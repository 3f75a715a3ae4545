//! Names and integrity values by final content.

use crate::{Done, relative, walk};
use base64::Engine;
use sha2::{Digest, Sha256, Sha384};
use std::collections::BTreeMap;
use std::path::Path;

const PAGE: &str = "index.html";
const BOOT: &str = "<script src=\"boot.js\" id=\"boot\"";
const BASE: &str = "<base href=\"/\">";

/// A built site in memory: name to bytes.
pub struct Site(BTreeMap<String, Vec<u8>>);

impl Site {
    /// Reads all files of a folder.
    pub fn read(folder: &Path) -> Done<Self> {
        let mut files = BTreeMap::new();
        for file in walk(folder)? {
            files.insert(relative(&file, folder), std::fs::read(&file)?);
        }
        Ok(Self(files))
    }

    /// Every file, sorted by name.
    pub fn files(&self) -> impl Iterator<Item = (&String, &Vec<u8>)> {
        self.0.iter()
    }

    /// Renames what Trunk hashed. The JavaScript names the wasm and the page names all, so the order is fixed:
    /// whatever is named by another comes first.
    pub fn rename_by_content(&mut self) {
        for ending in [".wasm", ".css", ".js"] {
            let names: Vec<String> = self.0.keys().filter(|name| is_hashed(name, ending)).cloned().collect();
            names.iter().for_each(|name| self.rename(name));
        }
    }

    fn rename(&mut self, name: &str) {
        let Some(bytes) = self.0.remove(name) else { return };
        let new_name = named_by_content(name, &bytes);
        self.replace(name, &new_name);
        self.0.insert(new_name, bytes);
    }

    /// Changes a name wherever it is written; a script changed by it gets its new integrity value in the page.
    fn replace(&mut self, old: &str, new: &str) {
        let mut integrity = Vec::new();
        for (name, bytes) in &mut self.0 {
            if !(name.ends_with(".js") || name == PAGE) {
                continue;
            }
            let Ok(text) = std::str::from_utf8(bytes) else { continue };
            if !text.contains(old) {
                continue;
            }
            let changed = text.replace(old, new).into_bytes();
            integrity.push((sri(bytes), sri(&changed)));
            *bytes = changed;
        }
        if let Some(page) = self.0.get_mut(PAGE) {
            let mut text = String::from_utf8_lossy(page).into_owned();
            for (old, new) in integrity {
                text = text.replace(&old, &new);
            }
            *page = text.into_bytes();
        }
    }

    /// Browsers ignore `integrity` on a preloaded `fetch` and warn about it: it moves to the script that fetches.
    pub fn move_wasm_integrity(&mut self) -> Done {
        let wasm = self.0.iter().find(|(name, _)| is_hashed(name, ".wasm")).ok_or("there is no wasm")?;
        let value = sri(wasm.1);
        let page = self.0.get_mut(PAGE).ok_or("there is no index.html")?;
        let text = String::from_utf8(page.clone())?;
        let without = text.replace(&format!(" integrity=\"{value}\""), "");
        let with = without.replace(BOOT, &format!("{BOOT} data-integrity=\"{value}\""));
        if without == text || with == without {
            return Err("index.html has not the wasm's integrity, or no boot script".into());
        }
        *page = with.into_bytes();
        Ok(())
    }

    /// Sets the path under which the site will be served.
    pub fn set_base(&mut self, base: &str) -> Done {
        let page = self.0.get_mut(PAGE).ok_or("there is no index.html")?;
        let text = String::from_utf8(page.clone())?;
        if !text.contains(BASE) {
            return Err(format!("index.html does not contain {BASE}").into());
        }
        *page = text.replace(BASE, &format!("<base href=\"{base}\">")).into_bytes();
        Ok(())
    }
}

/// Trunk writes `stem-HASH.css`, `stem-HASH.js` and `stem-HASH_bg.wasm`, the hash in hexadecimal.
fn is_hashed(name: &str, ending: &str) -> bool {
    hash_in(name).is_some() && name.ends_with(ending)
}

fn hash_in(name: &str) -> Option<&str> {
    let (_, rest) = name.rsplit_once('-')?;
    let end = rest.find(|c: char| !c.is_ascii_hexdigit())?;
    let hash = rest.get(..end)?;
    // A 64-bit hash; leading zeros are not written.
    (hash.len() > 11 && matches!(rest.get(end..), Some(".css" | ".js" | "_bg.wasm"))).then_some(hash)
}

fn named_by_content(name: &str, bytes: &[u8]) -> String {
    let digest: String = Sha256::digest(bytes).iter().take(8).map(|byte| format!("{byte:02x}")).collect();
    hash_in(name).map_or_else(|| name.to_owned(), |old| name.replace(old, &digest))
}

fn sri(bytes: &[u8]) -> String {
    format!("sha384-{}", base64::engine::general_purpose::STANDARD.encode(Sha384::digest(bytes)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn site(files: &[(&str, String)]) -> Site {
        Site(files.iter().map(|(name, text)| ((*name).to_owned(), text.clone().into_bytes())).collect())
    }

    fn built(js: &str, wasm: &str) -> Site {
        let js = format!("{js} new URL('maru-e7bbf7f63e4d51ad_bg.wasm')");
        let page = format!(
            "<base href=\"/\"><link href=./maru-e7bbf7f63e4d51ad.js integrity=\"{}\">\
             <script src=\"boot.js\" id=\"boot\" data-wasm=\"maru-e7bbf7f63e4d51ad_bg.wasm\"></script>\
             <link rel=\"preload\" integrity=\"{}\" as=\"fetch\">",
            sri(js.as_bytes()),
            sri(wasm.as_bytes()),
        );
        site(&[
            ("boot.js", "boot".into()),
            (PAGE, page),
            ("maru-e7bbf7f63e4d51ad.js", js),
            ("maru-e7bbf7f63e4d51ad_bg.wasm", wasm.into()),
        ])
    }

    fn names(site: &Site) -> Vec<String> {
        site.files().map(|(name, _)| name.clone()).collect()
    }

    /// trunk#1028: other bytes under the same name.
    #[test]
    fn names_follow_the_bytes() {
        let named = |js, wasm| {
            let mut site = built(js, wasm);
            site.rename_by_content();
            let end =
                |end: &str| names(&site).into_iter().find(|name| name.starts_with("maru-") && name.ends_with(end));
            (end(".js"), end(".wasm"))
        };
        assert_eq!(named("a", "w"), named("a", "w"));
        assert_ne!(named("a", "w").0, named("b", "w").0, "other JavaScript, other name");
        assert_eq!(named("a", "w").1, named("b", "w").1, "same wasm, same name");
        assert_ne!(named("a", "w").0, named("a", "v").0, "the JavaScript names the wasm");
    }

    #[test]
    fn the_page_and_the_script_name_what_is_there() {
        let mut site = built("a", "w");
        site.rename_by_content();
        let page = String::from_utf8_lossy(&site.0[PAGE]).into_owned();
        let names = names(&site);
        assert!(!page.contains("e7bbf7f63e4d51ad"), "{page}");
        assert!(names.contains(&"boot.js".to_owned()), "what has no hash keeps its name");
        for name in names.iter().filter(|name| name.starts_with("maru-")) {
            assert!(page.contains(name.as_str()), "{page} does not name {name}");
            assert!(page.contains(&sri(&site.0[name])), "{page} has not the integrity of {name}");
        }
        let script = String::from_utf8_lossy(&site.0[&names[2]]).into_owned();
        assert!(script.contains(&names[3]), "{script}");
    }

    #[test]
    fn the_wasm_integrity_is_checked_by_the_script_that_fetches() {
        let mut site = built("a", "w");
        site.rename_by_content();
        assert!(site.move_wasm_integrity().is_ok());
        let page = String::from_utf8_lossy(&site.0[PAGE]).into_owned();
        assert!(page.contains(&format!("id=\"boot\" data-integrity=\"{}\"", sri(b"w"))), "{page}");
        assert!(page.contains("<link rel=\"preload\" as=\"fetch\">"), "{page}");
        assert!(site.move_wasm_integrity().is_err(), "a page that is not as expected must not pass silently");
    }

    #[test]
    fn base_is_set_or_missed() {
        let mut site = built("a", "w");
        assert!(site.set_base("/console/").is_ok());
        assert!(String::from_utf8_lossy(&site.0[PAGE]).contains("<base href=\"/console/\">"));
        assert!(site.set_base("/again/").is_err(), "a page without the expected base must not pass silently");
    }

    #[test]
    fn what_counts_as_hashed() {
        for (name, expect) in [
            ("maru-e7bbf7f63e4d51ad.js", true),
            ("maru-7bbf7f63e4d51ad_bg.wasm", true),
            ("boot.js", false),
            ("maru-logo.css", false),
            ("icon-192.png", false),
            ("maru-face.js", false),
        ] {
            assert_eq!(hash_in(name).is_some(), expect, "{name}");
        }
    }
}
