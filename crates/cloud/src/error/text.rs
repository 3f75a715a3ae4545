//! Cleans server messages for display.

use super::cut;

/// Longest message in characters; the raw body has the rest.
const MESSAGE_MAX: usize = 1000;

/// How many bytes of a text are processed: each `<` searches for its `>`, so a long text of `<` would block the page.
const READ_MAX: usize = 16 * 1024;

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

/// Characters that change the direction of the text around them, which a message must not do.
fn invisible(letter: char) -> bool {
    matches!(letter, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
}

/// A message from a response: without tags, entities decoded, in one line.
pub(super) fn clean(text: &str) -> String {
    let text = cut(text, READ_MAX);
    // Again after decoding, because some services escape the tags that they insert themselves.
    page(text).unwrap_or_else(|| tidy(&without_tags(&entities(&without_tags(text)))))
}

/// The text of an HTML or XML page; `None` if it is neither.
pub(super) fn page(text: &str) -> Option<String> {
    let start = text.trim_start();
    let begins_with = |tag: &&str| start.get(..tag.len()).is_some_and(|start| start.eq_ignore_ascii_case(tag));
    let words = ["<html", "<!doc", "<?xml", "<head", "<body"].iter().any(begins_with).then(|| of_page(text));
    words.filter(|words| !words.is_empty())
}

/// The text of a page without tags and without the contents of `head`, `style` and `script`; if nothing is left, the
/// title.
pub(super) fn of_page(body: &str) -> String {
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
        if let Some(comment) = tail.strip_prefix("!--") {
            rest = comment.split_once("-->").map_or("", |(_, rest)| rest);
            continue;
        }
        if let Some((words, after)) = tail.strip_prefix("![CDATA[").and_then(|words| words.split_once("]]>")) {
            text.push_str(words);
            rest = after;
            continue;
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

/// The HTML elements that services put into messages.
const TAGS: [&str; 33] = [
    "a",
    "b",
    "big",
    "blockquote",
    "br",
    "center",
    "code",
    "div",
    "em",
    "font",
    "h1",
    "h2",
    "h3",
    "h4",
    "hr",
    "i",
    "li",
    "ol",
    "p",
    "pre",
    "s",
    "script",
    "small",
    "span",
    "strong",
    "style",
    "table",
    "td",
    "th",
    "tr",
    "tt",
    "u",
    "ul",
];

/// Removes HTML tags. `<class 'Timeout'>` and the name `<web>` are not tags.
fn without_tags(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, tail)) = rest.split_once('<') {
        out.push_str(before);
        match tail.split_once('>').filter(|(tag, _)| is_tag(tag)) {
            Some((_, after)) => {
                out.push(' ');
                rest = after;
            }
            None => {
                out.push('<');
                rest = tail;
            }
        }
    }
    out.push_str(rest);
    out
}

/// Matches `br`, `br /`, `/p`, `a href="…"`.
fn is_tag(tag: &str) -> bool {
    let tag = tag.trim_start_matches('/').trim_end_matches('/').trim_end();
    let (name, attributes) = tag.split_once(char::is_whitespace).unwrap_or((tag, "="));
    attributes.contains('=') && TAGS.iter().any(|known| known.eq_ignore_ascii_case(name))
}

/// Decodes each entity once.
fn entities(text: &str) -> String {
    /// Longer than every known entity.
    const NAME_MAX: usize = 9;
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, tail)) = rest.split_once('&') {
        out.push_str(before);
        let decoded = tail.split_once(';').filter(|(name, _)| name.len() <= NAME_MAX);
        match decoded.and_then(|(name, after)| Some((letter(name)?, after))) {
            Some((letter, after)) => {
                out.push(letter);
                rest = after;
            }
            None => {
                out.push('&');
                rest = tail;
            }
        }
    }
    out.push_str(rest);
    out
}

fn letter(name: &str) -> Option<char> {
    if let Some(number) = name.strip_prefix('#') {
        let hex = number.strip_prefix(['x', 'X']);
        let number = hex.map_or_else(|| number.parse(), |hex| u32::from_str_radix(hex, 16));
        return char::from_u32(number.ok()?);
    }
    Some(match name {
        "amp" => '&',
        "lt" => '<',
        "gt" => '>',
        "quot" => '"',
        "apos" | "lsquo" | "rsquo" => '\'',
        "ldquo" => '“',
        "rdquo" => '”',
        "nbsp" => ' ',
        "hellip" => '…',
        "ndash" => '–',
        "mdash" => '—',
        _ => return None,
    })
}
