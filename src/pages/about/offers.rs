//! What the cloud offers beyond the guide's core, and how that is known. It follows what the pages learn.

use cloud::config::RuleSet;
use cloud::rules::offers::{Feature, Offer, Source};
use leptos::prelude::*;

use crate::data;
use crate::locales::{Text, Words, tx};
use crate::reactive::{Memo, Signal};
use crate::ui::{Badge, Tone};

/// The table.
pub fn table(rules: RuleSet) -> AnyView {
    let rows: Vec<_> = Feature::ALL.into_iter().map(|feature| row(feature, rules)).collect();
    view! {
        <table class="listing">
            <thead>
                <tr>
                    <th scope="col">{tx(|t| t.about().feature)}</th>
                    <th scope="col">{tx(|t| t.about().offered)}</th>
                    <th scope="col">{tx(|t| t.about().source)}</th>
                </tr>
            </thead>
            <tbody>{rows}</tbody>
        </table>
    }
    .into_any()
}

fn row(feature: Feature, rules: RuleSet) -> AnyView {
    let offers = data::offers();
    let offer = Memo::new(move |_| offers.with(|offers| offers.of(feature)));
    let tone = Signal::derive(move || match offer.get() {
        Offer::Yes => Tone::Ok,
        Offer::No => Tone::Off,
        Offer::Unasked => Tone::Unknown,
    });
    let word = Text::live(move || match offer.get() {
        Offer::Yes => tx(|t| t.about().yes),
        Offer::No => tx(|t| t.about().no),
        Offer::Unasked => tx(|t| t.about().unasked),
    });
    let source = Text::live(move || match offers.with(|offers| offers.source(feature, rules)) {
        Source::Rules => tx(|t| t.about().by_rules),
        Source::Answer => tx(|t| t.about().by_answer),
        Source::Nobody => tx(|t| t.about().by_nobody),
    });
    view! {
        <tr>
            <th scope="row">{tx(name(feature))}</th>
            <td><Badge tone word /></td>
            <td class="dim">{source}</td>
        </tr>
    }
    .into_any()
}

fn name(feature: Feature) -> Words {
    match feature {
        Feature::Limits => |t| t.about().f_limits,
        Feature::VolumeLimits => |t| t.about().f_volume_limits,
        Feature::ConsoleLog => |t| t.about().f_console_log,
        Feature::Metadata => |t| t.about().f_metadata,
        Feature::ServerGroups => |t| t.about().f_server_groups,
        Feature::Shelve => |t| t.about().f_shelve,
        Feature::ShelveOffload => |t| t.about().f_shelve_offload,
        Feature::ConfirmResize => |t| t.about().f_confirm_resize,
        Feature::ImageFromVolume => |t| t.about().f_image_from_volume,
        Feature::Pause => |t| t.about().f_pause,
        Feature::Suspend => |t| t.about().f_suspend,
        Feature::Rescue => |t| t.about().f_rescue,
        Feature::Lock => |t| t.about().f_lock,
        Feature::Rebuild => |t| t.about().f_rebuild,
        Feature::Interfaces => |t| t.about().f_interfaces,
        Feature::Console => |t| t.about().f_console,
        Feature::Password => |t| t.about().f_password,
    }
}
