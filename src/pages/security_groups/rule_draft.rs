//! The fields of the form for a new rule. They hold strings, from which `cloud::security` makes a draft.

use cloud::security::{Direction, Ethertype, Preset, Protocol, Remote, RuleDraft};
use leptos::prelude::*;

#[derive(Clone, Copy)]
pub struct Fields {
    /// `in` or `out`.
    pub direction: RwSignal<String>,
    /// `4` or `6`.
    pub ethertype: RwSignal<String>,
    /// `any`, `tcp`, `udp`, `icmp` or `other`.
    pub protocol: RwSignal<String>,
    /// The name or number of another protocol.
    pub other: RwSignal<String>,
    /// A port or a range of ports.
    pub ports: RwSignal<String>,
    /// `anywhere`, `range` or `group`.
    pub remote: RwSignal<String>,
    /// A range of addresses.
    pub range: RwSignal<String>,
    /// The id of a group.
    pub group: RwSignal<String>,
    /// The description.
    pub note: RwSignal<String>,
}

impl Fields {
    /// The initial values.
    pub fn new() -> Self {
        let text = |text: &str| RwSignal::new(text.to_owned());
        Self {
            direction: text("in"),
            ethertype: text("4"),
            protocol: text("tcp"),
            other: text(""),
            ports: text(""),
            remote: text("range"),
            range: text(""),
            group: text(""),
            note: text(""),
        }
    }

    /// The draft; reactive.
    pub fn draft(self) -> RuleDraft {
        RuleDraft {
            direction: if self.direction.with(|word| word == "out") { Direction::Egress } else { Direction::Ingress },
            ethertype: if self.ethertype.with(|word| word == "6") { Ethertype::V6 } else { Ethertype::V4 },
            protocol: self.protocol(),
            // A hidden field has no value.
            ports: if self.protocol().has_ports() { self.ports.get() } else { String::new() },
            remote: match self.remote.get().as_str() {
                "anywhere" => Remote::Anywhere,
                "group" => {
                    Remote::Group(Some(self.group.get()).filter(|id| !id.is_empty()).map(|id| id.as_str().into()))
                }
                _ => Remote::Range(self.range.get()),
            },
            description: self.note.get(),
        }
    }

    /// The protocol; reactive.
    pub fn protocol(self) -> Protocol {
        match self.protocol.get().as_str() {
            "any" => Protocol::Any,
            "udp" => Protocol::Udp,
            "icmp" => Protocol::Icmp,
            "other" => Protocol::Other(self.other.get()),
            _ => Protocol::Tcp,
        }
    }

    /// Fills in a preset. A typed range of addresses is kept: it is the user's own network.
    pub fn preset(self, preset: Preset) {
        let typed = self.range.get_untracked();
        let draft = preset.draft(Some(typed.trim()));
        self.direction.set("in".to_owned());
        self.ethertype.set(if draft.ethertype == Ethertype::V6 { "6" } else { "4" }.to_owned());
        self.protocol.set(if draft.protocol == Protocol::Icmp { "icmp" } else { "tcp" }.to_owned());
        self.ports.set(draft.ports);
        self.remote.set(if draft.remote == Remote::Anywhere { "anywhere" } else { "range" }.to_owned());
    }
}
