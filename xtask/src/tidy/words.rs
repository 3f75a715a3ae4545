//! Words that are banned in parts of the tree: what a layer must not know, and unfinished code.

use super::Problem;
use super::tree::{File, Tree};

struct Ban {
    /// The folders and files it applies to.
    inside: &'static [&'static str],
    /// Folders below `inside` that are exempt.
    except: &'static [&'static str],
    words: &'static [&'static str],
    rule: &'static str,
}

const PURE: [&str; 7] = [
    "crates/cloud/src/",
    "crates/export/src/",
    "crates/imports/src/",
    "crates/query/src/",
    "crates/runner/src/",
    "crates/sync/src/",
    "crates/view/src/",
];

/// Exempt, because this folder contains every banned word.
const MYSELF: &str = "xtask/src/tidy/";

const BANS: [Ban; 9] = [
    Ban {
        inside: &PURE,
        except: &[],
        words: &[
            "Instant",
            "SystemTime",
            "std::fs",
            "TcpStream",
            "TcpListener",
            "UdpSocket",
            "ToSocketAddrs",
            "std::io",
            "std::thread",
            "std::env",
            "std::process",
        ],
        rule: "the pure crates do no I/O and know no clock: time and responses are arguments",
    },
    Ban {
        inside: &PURE,
        except: &[],
        words: &["web_sys", "js_sys", "wasm_bindgen", "gloo_", "leptos"],
        rule: "the pure crates know no browser",
    },
    Ban {
        inside: &["crates/cloud/src/wire/"],
        except: &[],
        words: &["usize", "isize"],
        rule: "usize has 32 bits in a browser: the size of an image does not fit",
    },
    Ban {
        inside: &["src/"],
        except: &["src/browser/"],
        words: &["web_sys", "js_sys", "gloo_events", "gloo_timers"],
        rule: "only src/browser uses the browser directly",
    },
    Ban {
        inside: &["src/"],
        except: &["src/http/"],
        words: &["gloo_net", "fetch_with_", "XmlHttpRequest"],
        rule: "only src/http fetches",
    },
    Ban {
        inside: &["src/", "index.html"],
        except: &[],
        words: &["style=", "inner_html", "set_inner_html"],
        rule: "no inline style and no HTML from strings: the CSP is strict and servers are not trusted",
    },
    Ban {
        inside: &["src/", "crates/", "xtask/"],
        except: &[],
        words: &["todo!(", "unimplemented!(", "#[ignore", "#[should_panic", "dbg!("],
        rule: "no unfinished or silently skipped code",
    },
    Ban {
        inside: &["src/pages/", "src/ui/", "src/data/", "src/app.rs", "src/http/"],
        except: &[],
        words: &["Instant::now", "SystemTime::now", "std::thread", "std::fs"],
        rule: "this compiles for the browser but panics there: use the clock of src/browser",
    },
    Ban {
        inside: &[""],
        except: &[],
        words: &["/root/", "/home/", "/tmp/", "/Users/", "/work/"],
        rule: "no path of a particular machine",
    },
];

/// Every banned word in the files where it is banned.
pub fn check(tree: &Tree) -> Vec<Problem> {
    let in_file = |file: &File| BANS.iter().flat_map(|ban| broken(ban, file)).collect::<Vec<_>>();
    tree.files.iter().filter(|file| !file.path.starts_with(MYSELF)).flat_map(in_file).collect()
}

fn broken(ban: &Ban, file: &File) -> Vec<Problem> {
    let within = |folders: &[&str]| folders.iter().any(|folder| file.path.starts_with(folder));
    if !within(ban.inside) || within(ban.except) {
        return Vec::new();
    }
    let has_word = |line: &str| ban.words.iter().any(|word| has(line, word));
    let lines = file.code_lines().filter(|(_, line)| has_word(line));
    lines.map(|(number, _)| Problem::new(file.at(number), ban.rule)).collect()
}

/// Whether the line contains the word, and not only at the end of a longer one (`my_web_sys`).
fn has(line: &str, word: &str) -> bool {
    let mut begins = line.match_indices(word).map(|(at, _)| line[..at].chars().next_back());
    let joined = |before: Option<char>| before.is_some_and(|c| c.is_alphanumeric() || c == '_' || c == '.' || c == '-');
    begins.any(|before| !joined(before))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tidy::places;

    fn check_one(path: &str, line: &str, found: bool) {
        let places = places(check, &[(path, line)]);
        assert_eq!(!places.is_empty(), found, "{path}: {line} → {places:?}");
    }

    #[test]
    fn each_ban_can_fail() {
        check_one("crates/sync/src/step.rs", "let now = std::time::Instant::now();", true);
        check_one("crates/cloud/src/a.rs", "use std::fs;", true);
        check_one("crates/view/src/a.rs", "use web_sys::Window;", true);
        check_one("crates/cloud/src/wire/image.rs", "pub size: Option<usize>,", true);
        check_one("src/ui/a.rs", "use web_sys::Window;", true);
        check_one("src/pages/a.rs", "js_sys::Date::now()", true);
        check_one("src/data/a.rs", "use gloo_net::http::Request;", true);
        check_one("src/ui/a.rs", "<p style=\"color: red\">", true);
        check_one("src/ui/a.rs", "<p inner_html=text>", true);
        check_one("index.html", "<p style=\"\">", true);
        check_one("crates/gateway/src/a.rs", "todo!()", true);
        check_one("xtask/src/a.rs", "#[ignore]", true);
        check_one("src/data/a.rs", "SystemTime::now()", true);
        check_one("docs/a.md", "see /home/me/notes", true);
        check_one("tests/e2e/a.ts", "'/tmp/x'", true);
    }

    #[test]
    fn what_is_allowed() {
        check_one("src/browser/a.rs", "use web_sys::Window;", false);
        check_one("src/http/a.rs", "use gloo_net::http::Request;", false);
        check_one("src/ui/a.rs", "<p style:width=w>", false);
        check_one("src/ui/a.rs", "// web_sys stays in src/browser", false);
        check_one("crates/gateway/src/a.rs", "std::time::Instant::now()", false);
        check_one("docs/a.md", "https://example.com/home/a", false);
        check_one("xtask/src/tidy/words.rs", "web_sys todo!(", false);
    }
}
