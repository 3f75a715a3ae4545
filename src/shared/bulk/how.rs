//! How a run proceeds: the fields of `runner::Options`.

use leptos::prelude::*;
use runner::Options;

use crate::locales::{Text, tx};
use crate::ui::{CheckField, Icon, TextField, icon};

/// The most instances at once that can be chosen.
const AT_ONCE_MAX: u32 = 50;
const SECOND_MS: u64 = 1_000;

/// The fields, as typed.
#[derive(Clone, Copy)]
pub struct How {
    at_once: RwSignal<String>,
    rolling: RwSignal<bool>,
    stop_after: RwSignal<String>,
    /// In seconds.
    pause: RwSignal<String>,
}

impl How {
    /// The usual options.
    pub fn new() -> Self {
        let usual = Options::default();
        let empty = || RwSignal::new(String::new());
        let at_once = RwSignal::new(usual.at_once.to_string());
        Self { at_once, rolling: RwSignal::new(usual.rolling), stop_after: empty(), pause: empty() }
    }

    /// The options, if all fields are valid; tracked.
    pub fn options(self) -> Option<Options> {
        let (stop_after, pause) = (number(&self.stop_after.get()), number(&self.pause.get()));
        Some(Options {
            at_once: self.at_once()?,
            rolling: self.rolling.get(),
            stop_after: stop_after?.filter(|n| *n > 0),
            pause_ms: u64::from(pause?.unwrap_or(0)) * SECOND_MS,
        })
    }

    fn at_once(self) -> Option<u32> {
        self.at_once.with(|typed| typed.trim().parse().ok()).filter(|n| (1..=AT_ONCE_MAX).contains(n))
    }

    /// The fields, the less common ones in a fold. `rolls`: whether one is worth waiting for before the next.
    pub fn fields(self, rolls: bool) -> AnyView {
        let wrong = move |typed: RwSignal<String>| {
            Signal::derive(move || typed.with(|typed| number(typed).is_none()).then(|| tx(|t| t.bulk().number_bad)))
        };
        let at_once = Signal::derive(move || self.at_once().is_none().then(|| tx(|t| t.bulk().at_once_bad)));
        view! {
            <div class="plan-how">
                <TextField label=tx(|t| t.bulk().at_once) value=self.at_once numeric=true error=at_once />
                {rolls.then(|| view! {
                    <CheckField label=tx(|t| t.bulk().rolling) value=self.rolling hint=tx(|t| t.bulk().rolling_hint) />
                })}
                <details class="fold">
                    <summary>{icon(Icon::Down)}{tx(|t| t.bulk().more_options)}</summary>
                    <TextField label=tx(|t| t.bulk().stop_after) value=self.stop_after numeric=true optional=true
                        error=wrong(self.stop_after) />
                    <TextField label=tx(|t| t.bulk().pause) value=self.pause numeric=true optional=true
                        unit=tx(|t| t.bulk().seconds) error=wrong(self.pause) />
                </details>
            </div>
        }
        .into_any()
    }

    /// Why the options are not valid; tracked.
    pub fn refused(self) -> Option<Text> {
        match (self.at_once(), self.options()) {
            (_, Some(_)) => None,
            (None, None) => Some(tx(|t| t.bulk().at_once_bad)),
            (Some(_), None) => Some(tx(|t| t.bulk().number_bad)),
        }
    }
}

/// A number, or nothing; `None`: neither.
fn number(typed: &str) -> Option<Option<u32>> {
    let typed = typed.trim();
    if typed.is_empty() { Some(None) } else { typed.parse().ok().map(Some) }
}
