//! The files that the rules check.

use crate::paths;
use crate::shell::{self, Done};
use std::path::Path;

/// Generated or downloaded files, which no rule applies to.
const NOT_OURS: [&str; 9] = [
    ".git",
    ".run",
    ".tools",
    "dist",
    "node_modules",
    "playwright-report",
    "style/generated",
    "target",
    "test-results",
];

/// Extensions of text files.
#[rustfmt::skip] // one line a kind
const TEXT: [&str; 17] = [
    "rs", "toml", "lock", "html", "js", "mjs", "ts", "css", "json", "webmanifest", "svg", "md", "txt", "yml", "sh",
    "tsv", "rows",
];

/// A text file of the repository.
pub struct File {
    /// Path from the root, with `/`.
    pub path: String,
    /// Content.
    pub text: String,
}

impl File {
    /// The lines with their numbers, without Rust comments: a comment may name what a rule forbids.
    pub fn code_lines(&self) -> impl Iterator<Item = (usize, &str)> {
        let is_rust = self.path.ends_with(".rs");
        let lines = self.text.lines().enumerate().map(|(index, line)| (index + 1, line));
        lines.filter(move |(_, line)| !(is_rust && line.trim_start().starts_with("//")))
    }

    /// `path:line`.
    pub fn at(&self, line: usize) -> String {
        format!("{}:{line}", self.path)
    }
}

/// All text files of the repository.
pub struct Tree {
    /// Sorted by path.
    pub files: Vec<File>,
    /// Names of the top-level folders, sorted.
    pub folders: Vec<String>,
}

impl Tree {
    /// Reads the repository.
    pub fn read() -> Done<Self> {
        let mut files = Vec::new();
        let root = paths::root();
        collect(&root, &root, &mut files)?;
        files.sort_by(|a, b| a.path.cmp(&b.path));
        Ok(Self { folders: folders(&files), files })
    }

    /// A tree of the given paths and texts, for the tests of the rules.
    #[cfg(test)]
    pub fn of(files: &[(&str, &str)]) -> Self {
        let file = |(path, text): &(&str, &str)| File { path: (*path).to_owned(), text: (*text).to_owned() };
        let files: Vec<File> = files.iter().map(file).collect();
        Self { folders: folders(&files), files }
    }

    /// The file of this path.
    pub fn file(&self, path: &str) -> Option<&File> {
        self.files.iter().find(|file| file.path == path)
    }

    /// Files below a folder with this extension.
    pub fn below<'a>(&'a self, folder: &'a str, ending: &'a str) -> impl Iterator<Item = &'a File> {
        self.files.iter().filter(move |file| file.path.starts_with(folder) && file.path.ends_with(ending))
    }
}

fn folders(files: &[File]) -> Vec<String> {
    let tops = files.iter().filter_map(|file| file.path.split_once('/'));
    let mut folders: Vec<String> = tops.map(|(top, _)| top.to_owned()).collect();
    folders.sort();
    folders.dedup();
    folders
}

fn collect(folder: &Path, root: &Path, files: &mut Vec<File>) -> Done {
    for entry in shell::io(folder, std::fs::read_dir(folder))? {
        let path = shell::io(folder, entry)?.path();
        let inside = path.strip_prefix(root).unwrap_or(&path);
        if NOT_OURS.iter().any(|name| inside.ends_with(name)) {
            continue;
        }
        let name = inside.components().map(|part| part.as_os_str().to_string_lossy()).collect::<Vec<_>>().join("/");
        if path.is_dir() {
            collect(&path, root, files)?;
        } else if is_text(&name) {
            files.push(File { text: shell::io(&path, std::fs::read_to_string(&path))?, path: name });
        }
    }
    Ok(())
}

/// Recorded answers are left out: they are stored exactly as a cloud sent them.
fn is_text(name: &str) -> bool {
    let ending = name.rsplit('.').next().unwrap_or_default();
    !name.starts_with("tests/fixtures/") && (TEXT.contains(&ending) || name.starts_with(".ci/"))
}
