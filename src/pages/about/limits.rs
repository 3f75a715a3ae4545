//! The table of limits. It shows the same table that the form, the simulated cloud and docs/limits.md use.

use cloud::rules::limits::{LimitValue, Limits, Unit};
use leptos::prelude::*;

use crate::locales::{Text, Words, filled, number, tx};

pub fn table(limits: &Limits) -> AnyView {
    let row =
        |limit: LimitValue| view! { <tr><th scope="row">{what(&limit)}</th><td>{value(&limit)}</td></tr> }.into_any();
    let rows: Vec<_> = limits.values().into_iter().map(row).collect();
    view! {
        <table class="listing">
            <thead><tr><th scope="col">{tx(|t| t.about().limit)}</th><th scope="col">{tx(|t| t.about().value)}</th></tr></thead>
            <tbody>{rows}</tbody>
        </table>
    }
    .into_any()
}

fn value(limit: &LimitValue) -> Text {
    let Some(value) = limit.value else { return tx(|t| t.about().undecided) };
    let words: Words = match limit.unit {
        Unit::Holds => return tx(|t| t.about().holds),
        Unit::Characters => |t| t.about().characters,
        Unit::Bytes => |t| t.about().bytes,
        Unit::Megabytes => |t| t.common().mb,
        Unit::Gigabytes => |t| t.common().gb,
        Unit::Instances => |t| t.about().instances,
    };
    filled(words, [("n", Text::live(move || number(value as f64).into()))])
}

/// What the limit is about, in the reader's language. A limit without a translation shows the table's own text.
fn what(limit: &LimitValue) -> Text {
    let words: Words = match limit.id {
        "name_max" => |t| t.about().l_name,
        "windows_name_max" => |t| t.about().l_windows_name,
        "windows_ram_min_mb" => |t| t.about().l_windows_ram,
        "windows_disk_min_gb" => |t| t.about().l_windows_disk,
        "windows_not_on_u2" => |t| t.about().l_windows_u2,
        "linux_disk_min_gb" => |t| t.about().l_linux_disk,
        "root_disk_max_gb" => |t| t.about().l_disk,
        "count_max" => |t| t.about().l_count,
        "metadata_max" => |t| t.about().l_metadata,
        "user_data_max" => |t| t.about().l_user_data,
        "block_device_mapping" => |t| t.about().l_boot,
        "subnet_in_networks" => |t| t.about().l_subnet,
        "key_required" => |t| t.about().l_key,
        "no_appliance_root" => |t| t.about().l_appliance,
        "source_zone_required" => |t| t.about().l_source_zone,
        "one_from_snapshot" => |t| t.about().l_one,
        "disk_kind" => |t| t.about().l_disk_kind,
        "KEY_NAME_MAX" => |t| t.about().l_key_name,
        "IMAGE_NAME_MAX" => |t| t.about().l_image_name,
        "VOLUME_TEXT_MAX" => |t| t.about().l_volume_text,
        "GROUP_TEXT_MAX" => |t| t.about().l_group_text,
        "POLICY_NAME_MAX" => |t| t.about().l_policy_name,
        _ => return limit.what.into(),
    };
    tx(words)
}
