//! Makes a server's words fit for showing.

/// Longest message, characters; more is in the raw body.
const MESSAGE_MAX: usize = 1000;

/// One line: control characters and runs of blanks become one blank, and the end is cut.
pub(super) fn tidy(text: &str) -> String {
    let mut out = String::new();
    for (written, letter) in text.chars().filter(|letter| !invisible(*letter)).enumerate() {
        if written > 4 * MESSAGE_MAX {
            break;
        }
        let blank = letter.is_whitespace() || letter.is_control();
        if !blank {
            out.push(letter);
        } else if !out.is_empty() && !out.ends_with(' ') {
            out.push(' ');
        }
    }
    match out.char_indices().nth(MESSAGE_MAX) {
        Some((end, _)) => {
            out.truncate(end);
            out.push('…');
        }
        None => out.truncate(out.trim_end().len()),
    }
    out
}

/// Marks that turn the direction of the text around them: a message must not rewrite the page.
fn invisible(letter: char) -> bool {
    matches!(letter, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
}

/// Whether a body is a page rather than plain text with a `<` in it.
pub(super) fn is_html(body: &str) -> bool {
    let start = body.trim_start().get(..5).unwrap_or_default();
    start.eq_ignore_ascii_case("<html") || start.eq_ignore_ascii_case("<!doc") || body.contains("</")
}

/// The text of a page: tags dropped, and what stands in `head`, `style` and `script` with them, unless nothing else is
/// left: then the title.
pub(super) fn strip_html(body: &str) -> String {
    let (mut text, mut title) = (String::new(), String::new());
    let mut hidden_by: Option<String> = None;
    let mut in_title = false;
    let mut rest = body;
    loop {
        let (words, tail) = rest.split_once('<').unwrap_or((rest, ""));
        if in_title {
            title.push_str(words);
        } else if hidden_by.is_none() {
            text.push_str(words);
            text.push(' ');
        }
        let Some((tag, tail)) = tail.split_once('>') else { break };
        let name = tag.split(|letter: char| letter.is_whitespace() || letter == '>').next().unwrap_or_default();
        let name = name.to_ascii_lowercase();
        match (&hidden_by, name.as_str()) {
            (None, "head" | "style" | "script") => hidden_by = Some(format!("/{name}")),
            (Some(end), _) if *end == name => hidden_by = None,
            _ => {}
        }
        in_title = name == "title";
        rest = tail;
    }
    let text = tidy(&entities(&text));
    if text.is_empty() { tidy(&entities(&title)) } else { text }
}

/// The entities that error pages use; `&amp;` last, so that nothing is decoded twice.
fn entities(text: &str) -> String {
    let pairs = [
        ("&nbsp;", " "),
        ("&lt;", "<"),
        ("&gt;", ">"),
        ("&quot;", "\""),
        ("&#39;", "'"),
        ("&#x27;", "'"),
        ("&amp;", "&"),
    ];
    pairs.iter().fold(text.to_owned(), |text, (name, letter)| text.replace(name, letter))
}
