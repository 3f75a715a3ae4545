//! English: `floating_ips`.

use crate::locales::texts::*;

/// See [`crate::locales::texts::FloatingIps`].
pub static FLOATING_IPS: FloatingIps = FloatingIps { title: "Floating IPs" };
