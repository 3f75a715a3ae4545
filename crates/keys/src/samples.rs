//! Seeded randomness, temporary folders and external tools for the tests.

use std::path::PathBuf;
use std::process::{Command, Output};
use std::sync::LazyLock;

use crate::pair::{Kind, Pair};

/// RSA pairs of OpenSSH's minimum length, generated once because the prime search is slow.
pub(crate) static RSA: LazyLock<[Pair; 2]> =
    LazyLock::new(|| [1, 2].map(|seed| Pair::sized(Kind::Rsa, 2048, "maru", &mut seeded(seed)).expect("a pair")));

/// Bytes that look random and are the same for the same seed (SplitMix64).
pub(crate) fn seeded(mut state: u64) -> impl FnMut(&mut [u8]) {
    move |bytes| {
        for byte in bytes {
            state = state.wrapping_add(0x9e37_79b9_7f4a_7c15);
            let mixed = (state ^ (state >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
            *byte = (mixed >> 56) as u8;
        }
    }
}

/// A temporary folder, deleted on drop.
pub(crate) struct Scratch(PathBuf);

impl Scratch {
    pub fn new(name: &str) -> Self {
        let folder = std::env::temp_dir().join(format!("maru-keys-{name}-{}", std::process::id()));
        std::fs::create_dir_all(&folder).expect("a folder");
        Self(folder)
    }

    /// Writes a file that only its owner can read, as `ssh-keygen` requires.
    pub fn file(&self, name: &str, text: &[u8]) -> PathBuf {
        let path = self.0.join(name);
        std::fs::write(&path, text).expect("a file");
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt;
            std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o600)).expect("its mode");
        }
        path
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.0.join(name)
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

/// Runs a tool; `None`, with a message, if it is not installed.
pub(crate) fn run(test: &str, command: &mut Command) -> Option<Output> {
    match command.output() {
        Ok(output) => Some(output),
        Err(error) => {
            println!("SKIPPED {test}: {} cannot be run: {error}", command.get_program().display());
            None
        }
    }
}
