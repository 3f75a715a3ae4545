//! Randomness that repeats, scratch folders and the tools to compare with, for tests.

use std::path::PathBuf;
use std::process::{Command, Output};
use std::sync::LazyLock;

use crate::pair::{Kind, Pair};

/// RSA pairs as short as OpenSSH allows, made once: the search for the primes is what takes time.
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

/// A folder that goes when the test does.
pub(crate) struct Scratch(PathBuf);

impl Scratch {
    pub fn new(name: &str) -> Self {
        let folder = std::env::temp_dir().join(format!("maru-keys-{name}-{}", std::process::id()));
        std::fs::create_dir_all(&folder).expect("a folder");
        Self(folder)
    }

    /// Writes a file that only its owner may read, as `ssh-keygen` insists on.
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

/// Runs a tool; `None`, with a line that says so, when this machine has not got it.
pub(crate) fn run(test: &str, command: &mut Command) -> Option<Output> {
    match command.output() {
        Ok(output) => Some(output),
        Err(error) => {
            println!("SKIPPED {test}: {} cannot be run: {error}", command.get_program().display());
            None
        }
    }
}
