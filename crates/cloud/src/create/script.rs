//! Checks of user data: what cloud-init (or cloudbase-init, on Windows) would not interpret as intended, and the
//! corrected bytes. Nothing is changed automatically: a person applies the correction.
//!
//! The recognised first lines are those in the documentation of cloud-init ("User-data formats") and cloudbase-init
//! ("Userdata").

use crate::base64;
use crate::exchange::text_of;

#[cfg(test)]
mod tests;

/// A remark about user data, with a correction.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ScriptRemark {
    pub what: ScriptOddity,
    /// The corrected user data; `None` if only the person knows what was intended.
    pub mended: Option<Vec<u8>>,
}

/// What may be wrong with user data.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum ScriptOddity {
    /// UTF-16, as PowerShell and Windows' editor write it: the first line is not recognised.
    Utf16,
    /// A byte order mark hides the first line.
    ByteOrderMark,
    /// Neither UTF-8 nor compressed: probably Latin-1.
    NotUtf8,
    /// Already base64, so it would be encoded twice.
    Base64,
    /// Blank lines or blanks before the first line.
    BlankFirst,
    /// A `#!` script with CRLF: the system would look for an interpreter whose name ends in a carriage return.
    CarriageReturns,
    /// Tabs as indentation in a `#cloud-config`, which YAML forbids.
    Tabs,
    /// No recognised first line: cloud-init ignores it.
    NoFirstLine,
}

/// First lines that cloud-init recognises, except for compressed data.
const CLOUD_INIT: [&str; 9] = [
    "#!",
    "#cloud-config",
    "#include",
    "#cloud-boothook",
    "#part-handler",
    "#upstart-job",
    "## template: jinja",
    "content-type:",
    "mime-version:",
];

/// Further first lines that cloudbase-init recognises.
const CLOUDBASE_INIT: [&str; 4] = ["#ps1", "rem cmd", "<powershell>", "<script>"];

/// The remarks about user data for an image, the most fundamental first: its correction may resolve the others.
pub fn remarks(bytes: &[u8], windows: bool) -> Vec<ScriptRemark> {
    let remark = |what, mended: Option<Vec<u8>>| ScriptRemark { what, mended };
    let one = |what, text: String| vec![remark(what, Some(text.into_bytes()))];
    match bytes {
        [] | [0x1f, 0x8b, ..] => return Vec::new(),
        [0xff, 0xfe, ..] | [0xfe, 0xff, ..] => return one(ScriptOddity::Utf16, text_of(bytes.to_vec())),
        [0xef, 0xbb, 0xbf, rest @ ..] => return vec![remark(ScriptOddity::ByteOrderMark, Some(rest.to_vec()))],
        _ => {}
    }
    let Ok(text) = std::str::from_utf8(bytes) else {
        let begins_as_text = bytes.iter().take(64).all(|byte| !matches!(byte, 0..=8 | 14..=31));
        let latin1 = || bytes.iter().map(|byte| char::from(*byte)).collect();
        return if begins_as_text { one(ScriptOddity::NotUtf8, latin1()) } else { Vec::new() };
    };
    if text.trim().is_empty() {
        return Vec::new();
    }
    if let Some(inside) = decoded(text, windows) {
        return vec![remark(ScriptOddity::Base64, Some(inside))];
    }
    let trimmed = text.trim_start();
    if !is_known(trimmed, windows) {
        return vec![remark(
            ScriptOddity::NoFirstLine,
            first_line(trimmed, windows).map(|line| with_line(line, trimmed)),
        )];
    }
    let mut all = Vec::new();
    if trimmed.len() < text.len() {
        all.push(remark(ScriptOddity::BlankFirst, Some(trimmed.as_bytes().to_vec())));
    }
    if trimmed.starts_with("#!") && text.contains("\r\n") && !windows {
        all.push(remark(ScriptOddity::CarriageReturns, Some(text.replace("\r\n", "\n").into_bytes())));
    }
    if trimmed.starts_with("#cloud-config") {
        let spaced: Vec<String> = text.split('\n').map(untabbed).collect();
        let spaced = spaced.join("\n");
        if spaced != text {
            all.push(remark(ScriptOddity::Tabs, Some(spaced.into_bytes())));
        }
    }
    all
}

fn is_known(text: &str, windows: bool) -> bool {
    let starts = |first: &str| text.get(..first.len()).is_some_and(|head| head.eq_ignore_ascii_case(first));
    CLOUD_INIT.iter().any(|first| starts(first)) || windows && CLOUDBASE_INIT.iter().any(|first| starts(first))
}

/// The content of a base64 text, if its first bytes look like user data.
fn decoded(text: &str, windows: bool) -> Option<Vec<u8>> {
    let digits: String = text.split_whitespace().collect();
    let inside = base64::decode(&digits)?;
    let known =
        inside.starts_with(&[0x1f, 0x8b]) || std::str::from_utf8(&inside).is_ok_and(|text| is_known(text, windows));
    known.then_some(inside)
}

/// The first line that is probably missing: `#cloud-config` for YAML keys, a script otherwise.
fn first_line(text: &str, windows: bool) -> Option<&'static str> {
    let line = text.lines().find(|line| !line.trim().is_empty() && !line.starts_with('#'))?;
    let key = line.split_once(':').filter(|(key, value)| {
        let plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_';
        !key.is_empty() && key.chars().all(plain) && (value.is_empty() || value.starts_with([' ', '\r']))
    });
    Some(match key {
        Some(_) => "#cloud-config",
        None if windows => "#ps1_sysnative",
        None => "#!/bin/sh",
    })
}

fn with_line(line: &str, text: &str) -> Vec<u8> {
    format!("{line}\n{text}").into_bytes()
}

/// The line with two spaces instead of each tab in its indentation.
fn untabbed(line: &str) -> String {
    let rest = line.trim_start_matches([' ', '\t']);
    let indent = line.get(..line.len() - rest.len()).unwrap_or_default();
    indent.replace('\t', "  ") + rest
}
