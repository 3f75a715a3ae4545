//! Assembles the site from index.html and its `data-trunk` links; an unknown kind of link is an error. Trunk makes the
//! same page as one module; docs/decisions/0003 says why it is not used here.

use crate::shell::{self, Done, Failure};
use crate::{paths, style};
use std::path::Path;

/// The app as written by wasm-bindgen, next to `maru.js`, which boot.js imports.
pub const WASM: &str = "maru_bg.wasm";

/// Writes the site of a compiled app to `out`, unoptimised, for `run` and `dev`.
pub fn assemble(app: &Path, out: &Path) -> Done {
    style::join()?;
    lay_out(out)?;
    bind(app, out, &[])
}

/// Runs wasm-bindgen.
pub fn bind(app: &Path, out: &Path, more: &[&str]) -> Done {
    let mut bindgen = shell::in_root("wasm-bindgen");
    bindgen.args(["--target", "web", "--no-typescript", "--out-name", "maru"]).args(more).arg("--out-dir");
    shell::run(bindgen.arg(out).arg(app))
}

/// Writes the page and its files, except the app.
pub fn lay_out(out: &Path) -> Done {
    let root = paths::root();
    let read = |name: &str| shell::io(Path::new(name), std::fs::read_to_string(root.join(name)));
    let page = Page::read(&read("index.html")?, &read("Trunk.toml")?)?;
    shell::io(out, std::fs::create_dir_all(out))?;
    for file in &page.copied {
        let name = Path::new(file).file_name().unwrap_or_default();
        shell::io(&root.join(file), std::fs::copy(root.join(file), out.join(name)))?;
    }
    let file = out.join("index.html");
    shell::io(&file, std::fs::write(&file, page.html))
}

/// index.html with its `data-trunk` links resolved.
#[derive(Debug, PartialEq, Eq)]
struct Page {
    html: String,
    /// Files to copy, as paths in the repository.
    copied: Vec<String>,
}

impl Page {
    fn read(source: &str, trunk_toml: &str) -> Done<Self> {
        let mut page = Self { html: String::new(), copied: Vec::new() };
        let mut rest = source;
        while let Some((before, link)) = rest.split_once("<link data-trunk ") {
            let (link, after) = link.split_once('>').ok_or_else(|| Failure::new("index.html: a link has no end"))?;
            page.html.push_str(before);
            page.follow(link, trunk_toml)?;
            rest = after;
        }
        page.html.push_str(rest);
        Ok(page)
    }

    fn follow(&mut self, link: &str, trunk_toml: &str) -> Done {
        let href = attribute(link, "href").unwrap_or_default();
        match attribute(link, "rel") {
            Some("rust") => self.html.push_str(&script(trunk_toml)?),
            Some("css") => {
                let name = href.rsplit('/').next().unwrap_or(href);
                let later = if link.contains(" disabled") { " data-later=\"\" disabled" } else { "" };
                self.html.push_str(&format!("<link rel=\"stylesheet\" href=\"{name}\"{later}>"));
                self.copied.push(href.to_owned());
            }
            Some("copy-file") => self.copied.push(href.to_owned()),
            other => {
                let what =
                    format!("index.html: xtask/src/page.rs does not know data-trunk links with rel={other:?} yet");
                return Err(Failure::new(what));
            }
        }
        Ok(())
    }
}

fn attribute<'a>(link: &'a str, name: &str) -> Option<&'a str> {
    let (_, value) = link.split_once(&format!("{name}=\""))?;
    value.split_once('"').map(|(value, _)| value)
}

/// The tag that starts the app, from Trunk.toml.
fn script(trunk_toml: &str) -> Done<String> {
    let line = trunk_toml.lines().find_map(|line| line.strip_prefix("pattern_script = '")?.strip_suffix('\''));
    let pattern = line.ok_or_else(|| Failure::new("Trunk.toml has no pattern_script in single quotes"))?;
    Ok(pattern.replace("{wasm}", WASM))
}

#[cfg(test)]
mod tests {
    use super::*;

    const TRUNK: &str = "[build]\npattern_script = '<script src=\"boot.js\" data-wasm=\"{wasm}\"></script>'\n";

    #[test]
    fn links_are_followed() {
        let page = Page::read(
            "<head><link rel=\"icon\"><link data-trunk rel=\"css\" href=\"style/a.css\">\
             <link data-trunk rel=\"css\" href=\"style/b.css\" data-later=\"\" disabled>\
             <link data-trunk rel=\"copy-file\" href=\"public/boot.js\"><link data-trunk rel=\"rust\" href=\"Cargo.toml\"></head>",
            TRUNK,
        );
        let html = "<head><link rel=\"icon\"><link rel=\"stylesheet\" href=\"a.css\">\
                    <link rel=\"stylesheet\" href=\"b.css\" data-later=\"\" disabled>\
                    <script src=\"boot.js\" data-wasm=\"maru_bg.wasm\"></script></head>";
        let copied = ["style/a.css", "style/b.css", "public/boot.js"].map(str::to_owned).to_vec();
        assert_eq!(page.ok(), Some(Page { html: html.to_owned(), copied }));
    }

    #[test]
    fn what_is_not_known_stops() {
        for (html, trunk) in [
            ("<link data-trunk rel=\"sass\" href=\"a.scss\">", TRUNK),
            ("<link data-trunk href=\"a.scss\">", TRUNK),
            ("<link data-trunk rel=\"css\"", TRUNK),
            ("<link data-trunk rel=\"rust\">", "[build]\n"),
        ] {
            assert!(Page::read(html, trunk).is_err(), "{html}");
        }
    }

    /// All links in the real page exist, except the style sheet, which is generated first.
    #[test]
    fn the_real_page_can_be_put_together() -> Result<(), Box<dyn std::error::Error>> {
        let root = paths::root();
        let text = |name: &str| std::fs::read_to_string(root.join(name));
        let page = Page::read(&text("index.html")?, &text("Trunk.toml")?).map_err(|failure| failure.to_string())?;
        assert!(!page.html.contains("data-trunk") && page.html.contains(WASM), "{}", page.html);
        for file in page.copied.iter().filter(|file| !file.starts_with("style/")) {
            assert!(root.join(file).is_file(), "{file}");
        }
        Ok(())
    }
}
