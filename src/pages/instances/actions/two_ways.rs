//! Where an instance waits for a person: what is so, and two ways on, the usual one first.

use cloud::rules::lifecycle::Action;
use leptos::prelude::*;

use super::{Actions, Question, name_of};
use crate::data;
use crate::locales::{Words, filled, tx};
use crate::pages::instances::words::Row;
use crate::reactive::Memo;
use crate::ui::{Button, Kind, Section, live_view};

/// What is said, and the ways.
#[derive(Clone, Copy)]
pub struct TwoWays {
    pub title: Words,
    /// With the name in it.
    pub text: Words,
    /// Done at once.
    pub usual: (Action, Words),
    /// Asked before.
    pub other: (Action, Words, Question),
}

impl TwoWays {
    /// The section; nothing while `waits` says that there is nothing to decide.
    pub fn draw(self, row: Row, actions: Actions, waits: Memo<bool>) -> AnyView {
        live_view(move || if waits.get() { self.section(row, actions) } else { ().into_any() }).into_any()
    }

    fn section(self, row: Row, actions: Actions) -> AnyView {
        let Some(server) = row.get_untracked() else { return ().into_any() };
        let Self { title, text, usual: (usual, usual_label), other: (other, other_label, question) } = self;
        let act = move || {
            if let Some(server) = row.get_untracked() {
                data::act(server, usual);
            }
        };
        let ask = move || {
            if let Some(server) = row.get_untracked() {
                actions.ask(question, server);
            }
        };
        view! {
            <Section title=tx(title)>
                <p>{filled(text, name_of(&server))}</p>
                <div class="toolbar">
                    <Button label=tx(usual_label) kind=Kind::Primary on_click=act refused=actions.why(row, usual) />
                    <Button label=tx(other_label) on_click=ask refused=actions.why(row, other) />
                </div>
            </Section>
        }
        .into_any()
    }
}
