//! The file of a private key: offered under this name, and named in the SSH command of an instance.

/// Longest name of a file without its ending, in characters: far below what any file system takes, also in UTF-8.
const FILE_NAME_MAX: usize = 60;

/// What the file of a private key is called: the pair's name without what a file system may refuse, and `.pem`.
pub fn private_key_file(name: &str) -> String {
    let safe = |c: char| !c.is_control() && !"/\\:*?\"<>|".contains(c);
    let kept: String = name.chars().map(|c| if safe(c) { c } else { '-' }).take(FILE_NAME_MAX).collect();
    // Windows drops blanks and dots at the end, and a file that begins with a dot is hidden elsewhere.
    let kept = kept.trim_matches([' ', '.']);
    let mut file = if kept.is_empty() { String::from("key") } else { String::from(kept) };
    file.push_str(".pem");
    file
}
