//! Seeded random ids, host names and passwords. Nothing here is secret.

/// SplitMix64: short, and sufficient for distinct ids.
#[derive(Clone, Debug)]
pub(crate) struct Rng(u64);

impl Rng {
    /// An independent stream for `what`, the same in every run with this seed.
    pub(crate) fn of(seed: u64, what: &str) -> Self {
        // FNV-1a separates streams with different names.
        let start = seed ^ 0xcbf2_9ce4_8422_2325;
        Self(what.bytes().fold(start, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)))
    }

    pub(crate) fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    /// A number below `end`, which must not be 0.
    pub(crate) fn below(&mut self, end: u64) -> u64 {
        self.next().checked_rem(end).unwrap_or_default()
    }

    /// A version 4 UUID.
    pub(crate) fn uuid(&mut self) -> String {
        let (a, b) = (self.next(), self.next());
        format!(
            "{:08x}-{:04x}-4{:03x}-{:04x}-{:012x}",
            a >> 32,
            (a >> 16) & 0xffff,
            a & 0xfff,
            0x8000 | ((b >> 48) & 0x3fff),
            b & 0xffff_ffff_ffff
        )
    }

    /// `len` hexadecimal digits.
    pub(crate) fn hex(&mut self, len: usize) -> String {
        self.text(len, b"0123456789abcdef")
    }

    /// `len` characters from `alphabet`.
    pub(crate) fn text(&mut self, len: usize, alphabet: &[u8]) -> String {
        let count = u64::try_from(alphabet.len()).unwrap_or(1);
        let pick = |at: u64| usize::try_from(at).ok().and_then(|at| alphabet.get(at)).copied().unwrap_or(b'x');
        (0..len).map(|_| char::from(pick(self.below(count)))).collect()
    }

    /// A password in Nova's format.
    pub(crate) fn password(&mut self) -> String {
        self.text(12, b"23456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz")
    }

    /// A MAC address in OpenStack's range.
    pub(crate) fn mac(&mut self) -> String {
        let n = self.next();
        format!("fa:16:3e:{:02x}:{:02x}:{:02x}", n & 0xff, (n >> 8) & 0xff, (n >> 16) & 0xff)
    }
}

/// The id of a named resource: the same in every project and run with this seed.
pub(crate) fn named(seed: u64, kind: &str, name: &str) -> String {
    Rng::of(seed, &format!("{kind}/{name}")).uuid()
}
