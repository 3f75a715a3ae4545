//! The files that the rules look at.

use crate::paths;
use crate::shell::{self, Done};
use std::path::Path;

/// Made by programs, or recorded from clouds: not ours to keep tidy.
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

/// Endings of files that are read as text.
#[rustfmt::skip] // one line a kind
const TEXT: [&str; 17] = [
    "rs", "toml", "lock", "html", "js", "mjs", "ts", "css", "json", "webmanifest", "svg", "md", "txt", "yml", "sh",
    "tsv", "rows",
];

/// A file: its path in the repository with `/`, and its text.
pub struct File {
    /// Path from the root.
    pub path: String,
    /// Content.
    pub text: String,
}

impl File {
    /// The lines with their numbers, comments of Rust left out: a rule may be explained where it holds.
    pub fn code_lines(&self) -> impl Iterator<Item = (usize, &str)> {
        let is_rust = self.path.ends_with(".rs");
        let lines = self.text.lines().enumerate().map(|(index, line)| (index + 1, line));
        lines.filter(move |(_, line)| !(is_rust && line.trim_start().starts_with("//")))
    }

    /// `path:line`, as editors understand it.
    pub fn at(&self, line: usize) -> String {
        format!("{}:{line}", self.path)
    }
}

/// All files, and the names at the top.
pub struct Tree {
    /// Every text file, sorted by path.
    pub files: Vec<File>,
    /// Folders at the top level.
    pub rooms: Vec<String>,
}

impl Tree {
    /// The repository.
    pub fn read() -> Done<Self> {
        let mut files = Vec::new();
        let root = paths::root();
        collect(&root, &root, &mut files)?;
        files.sort_by(|a, b| a.path.cmp(&b.path));
        Ok(Self { rooms: rooms(&files), files })
    }

    /// Made up, for tests of rules.
    #[cfg(test)]
    pub fn of(files: &[(&str, &str)]) -> Self {
        let file = |(path, text): &(&str, &str)| File { path: (*path).to_owned(), text: (*text).to_owned() };
        let files: Vec<File> = files.iter().map(file).collect();
        Self { rooms: rooms(&files), files }
    }

    /// The file of this path.
    pub fn file(&self, path: &str) -> Option<&File> {
        self.files.iter().find(|file| file.path == path)
    }

    /// Files below a folder with an ending.
    pub fn below<'a>(&'a self, folder: &'a str, ending: &'a str) -> impl Iterator<Item = &'a File> {
        self.files.iter().filter(move |file| file.path.starts_with(folder) && file.path.ends_with(ending))
    }
}

fn rooms(files: &[File]) -> Vec<String> {
    let tops = files.iter().filter_map(|file| file.path.split_once('/'));
    let mut rooms: Vec<String> = tops.map(|(top, _)| top.to_owned()).collect();
    rooms.sort();
    rooms.dedup();
    rooms
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

/// Recorded answers are as the clouds gave them.
fn is_text(name: &str) -> bool {
    let ending = name.rsplit('.').next().unwrap_or_default();
    !name.starts_with("tests/fixtures/") && (TEXT.contains(&ending) || name.starts_with(".ci/"))
}
