//! Every error code of the gateway has a text in the person's language.

use super::Problem;
use super::tree::Tree;

const GATEWAY: &str = "crates/gateway/src/";
const TABLE: &str = "src/ui/gateway_words.rs";

/// What precedes an error code where the gateway creates a response.
const BEFORE: [&str; 2] = ["GatewayError::new(StatusCode::", "refuse(\""];

/// Reports error codes without a text.
pub fn check(tree: &Tree) -> Vec<Problem> {
    let Some(table) = tree.file(TABLE) else { return Vec::new() };
    let files = tree.files.iter().filter(|file| file.path.starts_with(GATEWAY));
    let mut problems = Vec::new();
    for file in files {
        for (number, line) in file.code_lines() {
            let missing = code(line).filter(|code| !table.text.contains(&format!("\"{code}\"")));
            let what = missing.map(|code| format!("{TABLE} has no sentence for {code:?}"));
            problems.extend(what.map(|what| Problem::new(file.at(number), what)));
        }
    }
    problems
}

/// The error code in a line that creates a response; all of them contain a hyphen.
fn code(line: &str) -> Option<&str> {
    let at = BEFORE.iter().find_map(|before| Some(line.find(before)? + before.len() - 1))?;
    let mut quoted = line.get(at..)?.split('"').skip(1).step_by(2);
    quoted.next().filter(|word| word.contains('-') && word.bytes().all(|b| b.is_ascii_lowercase() || b == b'-'))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tidy::places;

    #[test]
    fn a_code_word_without_a_sentence() {
        let gateway = "fn a() {\n    GatewayError::new(StatusCode::FORBIDDEN, \"host-not-allowed\", message);\n    \
                       refuse(\"not-a-fetch\", \"A cloud's answers\")\n}\n";
        let broken = |table| places(check, &[("crates/gateway/src/a.rs", gateway), (TABLE, table)]);
        assert!(broken("\"host-not-allowed\" | \"not-a-fetch\" => x").is_empty());
        assert_eq!(broken("\"not-a-fetch\" => x"), ["crates/gateway/src/a.rs:2"]);
        assert_eq!(broken("\"host-not-allowed\" => x"), ["crates/gateway/src/a.rs:3"]);
    }
}
