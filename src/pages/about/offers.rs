//! The table of the cloud's features beyond the guide's core API, and how the console knows of each. It is updated when
//! another page learns something.

use cloud::config::RuleSet;
use cloud::rules::offers::{Feature, Offer, Source};
use leptos::prelude::*;

use crate::data;
use crate::locales::{Text, t, tx};
use crate::ui::{Badge, Tone};

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
            <th scope="row">{Text::live(move || t().about().feature(feature).into())}</th>
            <td><Badge tone word /></td>
            <td class="dim">{source}</td>
        </tr>
    }
    .into_any()
}
