//! Korean: `security_groups`.

use crate::locales::texts::*;

/// See [`crate::locales::texts::SecurityGroups`].
pub static SECURITY_GROUPS: SecurityGroups = SecurityGroups { title: "보안 그룹" };
