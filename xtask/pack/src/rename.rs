//! Content hashes in file names, and integrity values.

use crate::{Done, relative, walk};
use base64::Engine;
use sha2::{Digest, Sha256, Sha384};
use std::collections::BTreeMap;
use std::path::Path;

const PAGE: &str = "index.html";
const BASE: &str = "<base href=\"/\">";

/// Style sheet of the first load, as built.
const STYLE: &str = "maru.css";
/// Style sheet of later parts: named by the page, but fetched only when enabled.
const LATER: &str = "later.css";
const SCRIPT: &str = "boot.js";
const WASM: &str = "maru_bg.wasm";

/// Browsers look for a new release under this one name.
const WORKER: &str = "sw.js";
const RELEASE: &str = "const RELEASE = \"\";";
const LISTED: &str = "const FILES = {};";

/// A built site in memory: name to bytes.
pub struct Site {
    files: BTreeMap<String, Vec<u8>>,
    /// Name as built to name with hash.
    renamed: BTreeMap<String, String>,
}

impl Site {
    /// Reads all files of a folder.
    pub fn read(folder: &Path) -> Done<Self> {
        let mut files = BTreeMap::new();
        for file in walk(folder)? {
            files.insert(relative(&file, folder), std::fs::read(&file)?);
        }
        Ok(Self { files, renamed: BTreeMap::new() })
    }

    /// Every file, sorted by name.
    pub fn files(&self) -> impl Iterator<Item = (&String, &Vec<u8>)> {
        self.files.iter()
    }

    /// Renames files by content. The script contains the names of the wasm files, so these are renamed first.
    pub fn rename_by_content(&mut self) {
        for ending in [".wasm", ".css", ".js"] {
            let names = self.files.keys().filter(|name| name.ends_with(ending) && *name != WORKER);
            let names: Vec<String> = names.cloned().collect();
            names.into_iter().for_each(|name| self.rename(name));
        }
    }

    fn rename(&mut self, name: String) {
        let (Some(bytes), Some((stem, ending))) = (self.files.remove(&name), name.rsplit_once('.')) else { return };
        let new = format!("{stem}-{}.{ending}", digest(&bytes));
        for (_, other) in self.files.iter_mut().filter(|(file, _)| file.ends_with(".js")) {
            if let Ok(text) = std::str::from_utf8(other) {
                *other = text.replace(&name, &new).into_bytes();
            }
        }
        self.files.insert(new.clone(), bytes);
        self.renamed.insert(name, new);
    }

    /// Writes names and integrity values into the page. Browsers ignore `integrity` on a preloaded `fetch` and warn
    /// about it, so the wasm's value goes to boot.js, which fetches it.
    pub fn name_in_page(&mut self) -> Done {
        let (script, script_sri) = self.named(SCRIPT)?;
        let (wasm, wasm_sri) = self.named(WASM)?;
        let first = format!(
            "<link rel=\"preload\" href=\"{wasm}\" crossorigin=\"anonymous\" as=\"fetch\" type=\"application/wasm\">"
        );
        let start = format!("{first}<script src=\"{script}\" integrity=\"{script_sri}\"");
        for built in [STYLE, LATER] {
            let (style, sri) = self.named(built)?;
            self.in_page(&format!("href=\"{built}\""), &format!("href=\"{style}\" integrity=\"{sri}\""))?;
        }
        self.in_page("data-wasm=\"maru_bg.wasm\"", &format!("data-wasm=\"{wasm}\" data-integrity=\"{wasm_sri}\""))?;
        self.in_page("<script src=\"boot.js\"", &start)
    }

    /// Sets the path of the site.
    pub fn set_base(&mut self, base: &str) -> Done {
        self.in_page(BASE, &format!("<base href=\"{base}\">"))
    }

    /// Writes the release and its files with their integrity values into the worker. Last, when all bytes are final.
    pub fn list_in_worker(&mut self) -> Done {
        let page = self.files.get(PAGE).ok_or("there is no index.html")?;
        let mut lines = String::new();
        for (name, bytes) in self.renamed.values().filter_map(|name| self.files.get_key_value(name)) {
            lines.push_str(&format!("  \"{name}\": \"{}\",\n", sri(bytes)));
        }
        let template = self.files.get(WORKER).ok_or("there is no sw.js")?;
        // Another page or worker is another release, too.
        let release = digest(&[page, lines.as_bytes(), template].concat());
        self.in_file(WORKER, RELEASE, &format!("const RELEASE = \"{release}\";"))?;
        self.in_file(WORKER, LISTED, &format!("const FILES = {{\n{lines}}};"))
    }

    /// A file's name with hash, and its integrity value.
    fn named(&self, built: &str) -> Done<(String, String)> {
        let name = self.renamed.get(built).ok_or_else(|| format!("there is no {built}"))?;
        let bytes = self.files.get(name).ok_or_else(|| format!("there is no {name}"))?;
        Ok((name.clone(), sri(bytes)))
    }

    fn in_page(&mut self, old: &str, new: &str) -> Done {
        self.in_file(PAGE, old, new)
    }

    fn in_file(&mut self, name: &str, old: &str, new: &str) -> Done {
        let file = self.files.get_mut(name).ok_or_else(|| format!("there is no {name}"))?;
        let text = String::from_utf8(file.clone())?;
        if !text.contains(old) {
            return Err(format!("{name} does not contain {old}").into());
        }
        *file = text.replace(old, new).into_bytes();
        Ok(())
    }
}

/// 16 hexadecimal digits.
fn digest(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().take(8).map(|byte| format!("{byte:02x}")).collect()
}

fn sri(bytes: &[u8]) -> String {
    format!("sha384-{}", base64::engine::general_purpose::STANDARD.encode(Sha384::digest(bytes)))
}

#[cfg(test)]
mod tests {
    use super::*;

    const HTML: &str = "<base href=\"/\"><link rel=\"stylesheet\" href=\"maru.css\">\
                        <link rel=\"stylesheet\" href=\"later.css\" data-later=\"\" disabled>\
                        <script src=\"boot.js\" id=\"boot\" data-wasm=\"maru_bg.wasm\"></script>";

    const SW: &str = "const RELEASE = \"\";\nconst FILES = {};\nself.on(CACHE);";

    /// A site as built by esbuild and wasm-opt, with one part.
    fn finished(js: &str, wasm: &str, part: &str) -> Site {
        let js = format!("{js} new URL('maru_bg.wasm') new URL(\"./split_create.wasm\")");
        let styles = [("maru.css", "a {}"), ("later.css", "b {}")];
        let modules = [("maru_bg.wasm", wasm), ("split_create.wasm", part)];
        let files: Vec<(&str, &str)> =
            [(PAGE, HTML), ("boot.js", &js), (WORKER, SW)].into_iter().chain(styles).chain(modules).collect();
        let files = files.into_iter().map(|(name, text)| (name.to_owned(), text.as_bytes().to_vec())).collect();
        let mut site = Site { files, renamed: BTreeMap::new() };
        site.rename_by_content();
        assert!(site.name_in_page().is_ok());
        assert!(site.list_in_worker().is_ok());
        site
    }

    fn text(site: &Site, name: &str) -> String {
        site.files.get(name).map(|bytes| String::from_utf8_lossy(bytes).into_owned()).unwrap_or_default()
    }

    fn name(site: &Site, built: &str) -> String {
        site.renamed.get(built).cloned().unwrap_or_default()
    }

    /// Regression test for trunk#1028: other bytes under the same name.
    #[test]
    fn names_follow_the_bytes() {
        let named = |js, wasm, part| {
            let site = finished(js, wasm, part);
            (name(&site, SCRIPT), name(&site, WASM), name(&site, "split_create.wasm"))
        };
        let usual = named("a", "w", "p");
        assert_eq!(named("a", "w", "p"), usual);
        assert_ne!(named("b", "w", "p").0, usual.0, "other JavaScript, other name");
        assert_eq!(named("b", "w", "p").1, usual.1, "same wasm, same name");
        assert_ne!(named("a", "v", "p").0, usual.0, "the JavaScript names the wasm");
        assert_ne!(named("a", "w", "q").0, usual.0, "and its parts");
        assert!(usual.1.starts_with("maru_bg-") && usual.1.ends_with(".wasm"), "{}", usual.1);
    }

    #[test]
    fn the_page_and_the_script_name_what_is_there() {
        let site = finished("a", "w", "p");
        let (page, script) = (text(&site, PAGE), text(&site, &name(&site, SCRIPT)));
        for built in [STYLE, LATER, SCRIPT, WASM] {
            assert!(page.contains(&format!("\"{}\"", name(&site, built))), "{built}: {page}");
            assert!(!page.contains(&format!("\"{built}\"")), "{built}: {page}");
        }
        for built in [WASM, "split_create.wasm"] {
            assert!(script.contains(&name(&site, built)) && !script.contains(built), "{built}: {script}");
        }
    }

    #[test]
    fn integrity_is_that_of_the_final_bytes() {
        let site = finished("a", "w", "p");
        let page = text(&site, PAGE);
        for (built, attribute) in
            [(STYLE, "integrity"), (LATER, "integrity"), (SCRIPT, "integrity"), (WASM, "data-integrity")]
        {
            let value = site.named(built).map(|(_, sri)| sri).unwrap_or_default();
            assert_eq!(page.matches(&format!(" {attribute}=\"{value}\"")).count(), 1, "{built}: {page}");
        }
    }

    #[test]
    fn the_worker_keeps_its_name_and_lists_what_has_a_hash() {
        let worker = |part| text(&finished("a", "w", part), WORKER);
        let site = finished("a", "w", "p");
        for built in [STYLE, LATER, SCRIPT, WASM, "split_create.wasm"] {
            let (name, sri) = site.named(built).unwrap_or_default();
            assert_eq!(worker("p").matches(&format!("  \"{name}\": \"{sri}\",")).count(), 1, "{}", worker("p"));
        }
        let release = |text: String| text.lines().next().unwrap_or_default().to_owned();
        assert_eq!(release(worker("p")).len(), "const RELEASE = \"0123456789abcdef\";".len());
        assert_ne!(release(worker("p")), release(worker("q")));
    }

    /// The two lines are found in the worker as it is.
    #[test]
    fn the_worker_has_the_lines_that_are_filled_in() {
        let worker = include_str!("../../../public/sw.js");
        assert_eq!([RELEASE, LISTED].map(|line| worker.matches(line).count()), [1, 1]);
    }

    #[test]
    fn the_base_is_set_once() {
        let mut site = finished("a", "w", "p");
        assert!(site.set_base("/console/").is_ok());
        assert!(text(&site, PAGE).contains("<base href=\"/console/\">"));
        assert!(site.set_base("/again/").is_err(), "a page without the expected base must not pass silently");
    }
}
