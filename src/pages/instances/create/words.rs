//! Results of the rules as sentences.

use crate::locales::{Text, Words, filled, tx};
pub use crate::pages::instances::words::{gigabytes, megabytes, number};
pub use crate::ui::amounts::joined;
use cloud::create::{Field, OnlyOne, Problem, ScriptOddity, VisibleLimit};
use cloud::rules::fit::Misfit;
use cloud::rules::limits::{NameError, Unit};

/// What is wrong with a field, and what is valid.
pub fn problem(field: Field, problem: &Problem, windows: bool) -> Text {
    match problem {
        Problem::Missing => missing(field),
        Problem::Name(error) => name(*error, windows),
        Problem::ImageNotActive => tx(|t| t.create().image_not_active),
        Problem::Misfit(reason) => misfit(reason, windows),
        Problem::NotANumber => tx(|t| t.create().not_a_number),
        Problem::TooSmall { min } => sized(field, *min, |t| t.create().too_small, |t| t.create().too_small_gb),
        Problem::TooLarge { max } => sized(field, *max, |t| t.create().too_large, |t| t.create().too_large_gb),
        Problem::ZoneUnavailable => tx(|t| t.create().zone_unavailable),
        Problem::Gone => tx(|t| t.create().gone),
        Problem::TooLong { max, is } => {
            let which: Words =
                if field == Field::UserData { |t| t.create().too_long_bytes } else { |t| t.create().too_long };
            filled(which, [("max", number(*max)), ("is", number(*is))])
        }
        Problem::ZoneMustBe(zone) => filled(|t| t.create().zone_must_be, [("zone", zone.0.clone().into())]),
        Problem::NotAvailable => tx(|t| t.create().not_available),
        Problem::NotBootable => tx(|t| t.create().not_bootable),
        Problem::Appliance => tx(|t| t.create().appliance),
        Problem::RootOnU2 => tx(|t| t.create().root_on_u2),
        Problem::NotOffered => tx(|t| t.create().not_offered),
        Problem::Twice => tx(|t| t.create().twice),
        Problem::NotAnAddress => tx(|t| t.create().not_an_address),
        Problem::NotInSubnet { cidr } => filled(|t| t.create().not_in_subnet, [("cidr", cidr.clone().into())]),
        Problem::OnlyOne(OnlyOne::Volume) => tx(|t| t.create().one_volume),
        Problem::OnlyOne(OnlyOne::Snapshot) => tx(|t| t.create().one_snapshot),
        Problem::OnlyOne(OnlyOne::Port) => tx(|t| t.create().one_port),
        Problem::OnlyOne(OnlyOne::FixedIp) => tx(|t| t.create().one_fixed_ip),
        Problem::BadKey => tx(|t| t.create().bad_key),
        Problem::TooManyPairs { max, is } => {
            filled(|t| t.create_more().pairs_many, [("max", number(*max)), ("is", number(*is))])
        }
    }
}

/// Why a flavor is not possible.
pub fn misfit(reason: &Misfit, windows: bool) -> Text {
    match reason {
        Misfit::Disabled => tx(|t| t.create().flavor_off),
        Misfit::RamTooSmall { needs_mb } if windows => {
            filled(|t| t.create().needs_ram_windows, [("size", megabytes(*needs_mb))])
        }
        Misfit::RamTooSmall { needs_mb } => filled(|t| t.create().needs_ram, [("size", megabytes(*needs_mb))]),
        Misfit::DiskTooSmall { needs_gb } => filled(|t| t.create().needs_disk, [("size", gigabytes(*needs_gb))]),
        Misfit::WindowsOnU2 => tx(|t| t.create().windows_on_u2),
    }
}

/// The limit beside a field.
pub fn limit(limit: VisibleLimit) -> Text {
    let values = |limit: &VisibleLimit| (limit.min.map(number), limit.max.map(number));
    match (limit.unit, values(&limit)) {
        (Unit::Gigabytes, (Some(min), Some(max))) => filled(|t| t.create().range_gb, [("min", min), ("max", max)]),
        (Unit::Gigabytes, (Some(min), None)) => filled(|t| t.create().least_gb, [("min", min)]),
        (Unit::Megabytes, _) => match limit.min {
            Some(min) => filled(|t| t.create().least_ram, [("size", megabytes(min))]),
            None => Text::default(),
        },
        (_, (Some(min), Some(max))) => filled(|t| t.create().range, [("min", min), ("max", max)]),
        (Unit::Instances, (_, None)) => tx(|t| t.create().as_quota),
        _ => Text::default(),
    }
}

fn sized(field: Field, n: u64, plain: Words, gb: Words) -> Text {
    filled(
        if matches!(field, Field::RootDisk | Field::DiskSize(_) | Field::Image) { gb } else { plain },
        [("n", number(n))],
    )
}

fn missing(field: Field) -> Text {
    match field {
        Field::Name => tx(|t| t.create().missing_name),
        Field::Image => tx(|t| t.create().missing_image),
        Field::Flavor => tx(|t| t.create().missing_flavor),
        Field::RootDisk => tx(|t| t.create().missing_disk),
        Field::Network => tx(|t| t.create().missing_network),
        Field::Key => tx(|t| t.create().missing_key),
        Field::Count => tx(|t| t.create().missing_count),
        Field::DiskSize(_) => tx(|t| t.create().missing_disk),
        Field::Nic(_) => tx(|t| t.create().missing_network),
        _ => tx(|t| t.common().required),
    }
}

fn name(error: NameError, windows: bool) -> Text {
    match error {
        NameError::Empty => tx(|t| t.create().missing_name),
        NameError::ControlCharacter => tx(|t| t.create().name_invisible),
        NameError::TooLong { max, is } => {
            let which: Words = if windows { |t| t.create().name_long_windows } else { |t| t.create().name_long };
            filled(which, [("max", max.into()), ("is", is.into())])
        }
    }
}

/// The name, or the id of something without a name.
pub fn called(name: &str, id: &str) -> String {
    if name.is_empty() { id.to_owned() } else { name.to_owned() }
}

/// How much of a limit is used, for a counter.
pub fn used(limit: VisibleLimit) -> (usize, usize) {
    let number = |n: Option<u64>| n.and_then(|n| usize::try_from(n).ok()).unwrap_or_default();
    (number(limit.used), number(limit.max))
}

/// What cloud-init would read differently than intended.
pub fn script_oddity(what: ScriptOddity) -> Text {
    tx(match what {
        ScriptOddity::Utf16 => |t| t.create_more().odd_utf16,
        ScriptOddity::ByteOrderMark => |t| t.create_more().odd_mark,
        ScriptOddity::NotUtf8 => |t| t.create_more().odd_latin1,
        ScriptOddity::Base64 => |t| t.create_more().odd_base64,
        ScriptOddity::BlankFirst => |t| t.create_more().odd_blank_first,
        ScriptOddity::CarriageReturns => |t| t.create_more().odd_carriage_returns,
        ScriptOddity::Tabs => |t| t.create_more().odd_tabs,
        ScriptOddity::NoFirstLine => |t| t.create_more().odd_no_first_line,
    })
}

/// The label of the button that corrects it; `mended` is the corrected user data.
pub fn script_mend(what: ScriptOddity, mended: &[u8]) -> Text {
    tx(match what {
        ScriptOddity::Utf16 | ScriptOddity::NotUtf8 => |t| t.create_more().mend_utf8,
        ScriptOddity::ByteOrderMark => |t| t.create_more().mend_mark,
        ScriptOddity::Base64 => |t| t.create_more().mend_decode,
        ScriptOddity::BlankFirst => |t| t.create_more().mend_blank,
        ScriptOddity::CarriageReturns => |t| t.create_more().mend_line_ends,
        ScriptOddity::Tabs => |t| t.create_more().mend_tabs,
        ScriptOddity::NoFirstLine => {
            let line = mended.split(|byte| *byte == b'\n').next().unwrap_or_default();
            let line = String::from_utf8_lossy(line).into_owned();
            return filled(|t| t.create_more().mend_first_line, [("line", line.into())]);
        }
    })
}
