//! Shortens the names of imports and exports between wasm and JavaScript, and removes unused ones. wasm-bindgen's names
//! are long (13 kB in the module alone), and libraries export unused classes that keep their code alive.

use crate::Done;
use crate::module::{names, renamed};
use std::collections::BTreeMap;
use std::path::Path;

/// The module name of the glue code.
const GLUE: &str = "./maru_bg.js";

/// Rewrites `maru.js` and `maru_bg.wasm` in a folder; `loader` is the script that loads the parts.
pub fn tidy(folder: &Path, loader: &Path) -> Done {
    let (script, module) = (folder.join("maru.js"), folder.join("maru_bg.wasm"));
    let glue = without_classes(&std::fs::read_to_string(&script)?);
    let wasm = std::fs::read(&module)?;
    let border = names(&wasm)?;
    let imports = border.imports.iter().filter(|(from, _)| from == GLUE);
    let short = short_names(imports.map(|(_, name)| name.as_str()), &glue)?;
    let used = words(&glue).chain(words(&std::fs::read_to_string(loader)?)).map(str::to_owned).collect::<Vec<_>>();
    let export = |name| used.iter().any(|word| word == name).then_some(name);
    let import = |from: &str, name| if from == GLUE { short.get(name).map_or(name, String::as_str) } else { name };
    std::fs::write(&module, renamed(&wasm, import, export)?)?;
    Ok(std::fs::write(&script, with_names(&glue, &short))?)
}

/// Removes exported classes: they belong to libraries and are never used from JavaScript.
fn without_classes(glue: &str) -> String {
    let mut rest = glue.to_owned();
    while let Some((before, class)) = rest.split_once("export class ") {
        let Some((_, after)) = class.split_once("\n}\n") else { break };
        let name = words(class).next().unwrap_or_default().to_owned();
        rest = format!("{before}{after}");
        for begin in [format!("if (Symbol.dispose) {name}."), format!("const {name}Finalization =")] {
            rest = without_statement(&rest, &begin);
        }
    }
    rest
}

fn without_statement(text: &str, begin: &str) -> String {
    let Some((before, from)) = text.split_once(begin) else { return text.to_owned() };
    let Some((_, after)) = from.split_once(";\n") else { return text.to_owned() };
    format!("{before}{after}")
}

/// A short name for each, unused in the glue code.
fn short_names<'a>(all: impl Iterator<Item = &'a str>, glue: &str) -> Done<BTreeMap<&'a str, String>> {
    let mut short = BTreeMap::new();
    for name in all {
        let next = format!("${}", short.len());
        short.entry(name).or_insert(next);
    }
    match words(glue).find(|word| short.values().any(|name| name == word)) {
        Some(taken) => Err(format!("the name {taken} is taken in the glue").into()),
        None => Ok(short),
    }
}

/// The glue code with names replaced as whole words.
fn with_names(glue: &str, short: &BTreeMap<&str, String>) -> String {
    let mut out = String::with_capacity(glue.len());
    let mut rest = glue;
    while let Some(at) = rest.find(is_word) {
        let (before, from) = rest.split_at(at);
        let (word, after) = from.split_at(from.find(|c| !is_word(c)).unwrap_or(from.len()));
        out.push_str(before);
        out.push_str(short.get(word).map_or(word, String::as_str));
        rest = after;
    }
    out + rest
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c| !is_word(c)).filter(|word| !word.is_empty())
}

fn is_word(c: char) -> bool {
    c.is_alphanumeric() || c == '_' || c == '$'
}

#[cfg(test)]
mod tests {
    use super::*;

    const GLUE_TEXT: &str = "\
export class Sink {
    free() { wasm.__wbg_sink_free(1); }
}
if (Symbol.dispose) Sink.prototype[Symbol.dispose] = Sink.prototype.free;

function imports() {
    const import0 = {
        __wbg_now_12ab: function() { return Date.now(); },
        __wbg_now_12abc: function() { return wasm.__wbindgen_malloc(1); },
    };
}
const SinkFinalization = (typeof FinalizationRegistry === 'undefined')
    ? { register: () => {} }
    : new FinalizationRegistry(ptr => wasm.__wbg_sink_free(ptr, 1));
let wasm;
";

    #[test]
    fn classes_go_with_all_that_is_theirs() {
        let glue = without_classes(GLUE_TEXT);
        assert!(!glue.contains("Sink") && !glue.contains("sink"), "{glue}");
        assert!(glue.contains("function imports()") && glue.contains("let wasm;"), "{glue}");
        assert_eq!(without_classes(&glue), glue, "nothing else goes");
    }

    #[test]
    fn whole_words_get_short_names() {
        let short = short_names(["__wbg_now_12ab", "__wbg_now_12abc"].into_iter(), GLUE_TEXT).unwrap_or_default();
        let glue = with_names(GLUE_TEXT, &short);
        assert!(glue.contains("        $0: function() { return Date.now(); },\n        $1: function()"), "{glue}");
        assert!(glue.contains("wasm.__wbindgen_malloc(1)"), "{glue}");
    }

    #[test]
    fn a_taken_name_stops() {
        assert!(short_names(["a"].into_iter(), "let $1 = 0, $0 = 1;").is_err());
        assert!(short_names(["a"].into_iter(), "let $1 = 0;").is_ok());
    }
}
