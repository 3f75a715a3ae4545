//! Address ranges such as `198.51.100.0/24`.

use std::fmt;
use std::net::IpAddr;

/// An address range: all addresses with the same first `length` bits. The remaining bits are zero.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct Cidr {
    address: IpAddr,
    length: u8,
}

impl Cidr {
    /// Parses a range, or a single address as a range of one. Bits beyond the length are cleared, as the services do.
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.trim();
        let (address, length) = text.split_once('/').map_or((text, None), |(address, length)| (address, Some(length)));
        let address: IpAddr = address.parse().ok()?;
        let length = match length {
            None => bits(address),
            Some(digits) if digits.bytes().all(|byte| byte.is_ascii_digit()) => digits.parse().ok()?,
            Some(_) => return None,
        };
        Self::new(address, length)
    }

    /// The range of this length around an address; `None` if the length is too large.
    pub fn new(address: IpAddr, length: u8) -> Option<Self> {
        (length <= bits(address)).then(|| Self { address: cut(address, length), length })
    }

    /// Its first address.
    pub fn first(self) -> IpAddr {
        self.address
    }

    /// The number of bits that its addresses have in common.
    pub fn length(self) -> u8 {
        self.length
    }

    /// Whether it contains every address.
    pub fn is_world(self) -> bool {
        self.length == 0
    }

    /// Whether it is IPv4.
    pub fn is_v4(self) -> bool {
        self.address.is_ipv4()
    }

    /// Whether the address is in the range.
    pub fn contains(self, address: IpAddr) -> bool {
        address.is_ipv4() == self.is_v4() && cut(address, self.length) == self.address
    }

    /// Whether the ranges have an address in common.
    pub fn overlaps(self, other: Self) -> bool {
        self.contains(other.address) || other.contains(self.address)
    }
}

impl From<IpAddr> for Cidr {
    fn from(address: IpAddr) -> Self {
        Self { address, length: bits(address) }
    }
}

impl fmt::Display for Cidr {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{}", self.address, self.length)
    }
}

fn bits(address: IpAddr) -> u8 {
    if address.is_ipv4() { 32 } else { 128 }
}

/// Clears all bits beyond the first `length`.
fn cut(address: IpAddr, length: u8) -> IpAddr {
    match address {
        IpAddr::V4(v4) => {
            let mask = u32::MAX.checked_shl(32 - u32::from(length.min(32))).unwrap_or_default();
            IpAddr::V4((v4.to_bits() & mask).into())
        }
        IpAddr::V6(v6) => {
            let mask = u128::MAX.checked_shl(128 - u32::from(length.min(128))).unwrap_or_default();
            IpAddr::V6((v6.to_bits() & mask).into())
        }
    }
}

#[cfg(test)]
mod tests;
