//! What the form holds beside the main path: where the root comes from, more interfaces and disks, a script, metadata,
//! a policy.

use super::form::chosen;
use super::rows::{Row, Rows};
use crate::data;
use cloud::ZoneName;
use cloud::create::{DiskDraft, DiskSource, Draft, NicDraft, RootSource};
use leptos::prelude::*;

/// What a disk is made of, and what an interface is on: the values of their choices.
pub(super) const IMAGE: &str = "image";
pub(super) const VOLUME: &str = "volume";
pub(super) const SNAPSHOT: &str = "snapshot";
pub(super) const BLANK: &str = "blank";
pub(super) const SUBNET: &str = "subnet";
pub(super) const NETWORK: &str = "network";
pub(super) const PORT: &str = "port";

/// All of it.
#[derive(Clone, Copy)]
pub(super) struct More {
    /// [`IMAGE`], [`VOLUME`] or [`SNAPSHOT`].
    pub source: RwSignal<String>,
    pub volume: RwSignal<String>,
    pub snapshot: RwSignal<String>,
    /// Type of the root volume; empty: the cloud's usual one.
    pub root_kind: RwSignal<String>,
    pub disks: Rows<DiskRow>,
    pub first: NicRow,
    /// Interfaces after the first.
    pub nics: Rows<NicRow>,
    pub script: RwSignal<String>,
    /// Takes the place of the script.
    pub file: RwSignal<Option<ScriptFile>>,
    pub pairs: Rows<PairRow>,
    /// The mark is sent along.
    pub marked: RwSignal<bool>,
    /// It; a fresh one for each instance or batch that is made.
    pub nonce: RwSignal<String>,
    pub policy: RwSignal<String>,
    /// Empty: all of them.
    pub min_count: RwSignal<String>,
}

/// A file whose bytes are no text.
#[derive(Clone, PartialEq)]
pub(super) struct ScriptFile {
    pub name: String,
    pub bytes: Vec<u8>,
}

/// One interface.
#[derive(Clone, Copy)]
pub(super) struct NicRow {
    number: u32,
    /// [`SUBNET`], [`NETWORK`] or [`PORT`]; empty: the one that is usual here.
    pub by: RwSignal<String>,
    pub subnet: RwSignal<String>,
    pub network: RwSignal<String>,
    pub port: RwSignal<String>,
    pub fixed_ip: RwSignal<String>,
}

/// One more disk.
#[derive(Clone, Copy)]
pub(super) struct DiskRow {
    number: u32,
    /// [`BLANK`], [`IMAGE`], [`VOLUME`] or [`SNAPSHOT`].
    pub source: RwSignal<String>,
    pub image: RwSignal<String>,
    pub volume: RwSignal<String>,
    pub snapshot: RwSignal<String>,
    pub size: RwSignal<String>,
    pub kind: RwSignal<String>,
    /// As [`super::form::Form::root_end`].
    pub end: RwSignal<String>,
    pub boots: RwSignal<bool>,
}

/// One pair of metadata.
#[derive(Clone, Copy)]
pub(super) struct PairRow {
    number: u32,
    pub key: RwSignal<String>,
    pub value: RwSignal<String>,
}

fn text(start: &str) -> RwSignal<String> {
    RwSignal::new(start.to_owned())
}

impl More {
    pub fn new() -> Self {
        Self {
            source: text(IMAGE),
            volume: text(""),
            snapshot: text(""),
            root_kind: text(""),
            disks: Rows::new(),
            first: NicRow::new(0),
            nics: Rows::new(),
            script: text(""),
            file: RwSignal::new(None),
            pairs: Rows::new(),
            marked: RwSignal::new(true),
            nonce: RwSignal::new(data::fresh_nonce()),
            policy: text(""),
            min_count: text(""),
        }
    }

    /// Something was filled in here that leaving would lose.
    pub fn edited(self) -> bool {
        let first = self.first;
        let texts = [self.root_kind, self.script, self.min_count, first.fixed_ip];
        let rows = self.disks.len() + self.nics.len() + self.pairs.len();
        rows > 0 || self.file.with(Option::is_some) || texts.into_iter().any(|text| !text.with(String::is_empty))
    }

    /// What the root is to be made of; `image` is the field for one.
    pub fn root(self, image: RwSignal<String>) -> String {
        match self.source.get().as_str() {
            VOLUME => self.volume.get(),
            SNAPSHOT => self.snapshot.get(),
            _ => image.get(),
        }
    }

    /// Puts all of it into the draft; `usual` is what an interface is on when nobody says.
    pub fn put_into(self, draft: Draft, usual: &str) -> Draft {
        let nics = [self.first].into_iter().chain(self.nics.get());
        let script = self.script.with(|script| script.as_bytes().to_vec());
        Draft {
            root: match self.source.get().as_str() {
                VOLUME => RootSource::Volume(self.volume.with(|id| id.as_str().into())),
                SNAPSHOT => RootSource::Snapshot(self.snapshot.with(|id| id.as_str().into())),
                _ => RootSource::Image,
            },
            root_kind: chosen::<String>(self.root_kind),
            disks: self.disks.get().into_iter().map(DiskRow::draft).collect(),
            nics: nics.map(|nic| nic.draft(usual)).collect(),
            user_data: self.file.get().map_or(script, |file| file.bytes),
            metadata: self.pairs.get().into_iter().map(|pair| (pair.key.get(), pair.value.get())).collect(),
            nonce: self.marked.get().then(|| self.nonce.get()),
            server_group: chosen(self.policy),
            min_count: self.min_count.get(),
            ..draft
        }
    }

    /// What may make a zone mandatory, in a draft of nothing else.
    pub fn sources(draft: &Draft) -> Draft {
        Draft { root: draft.root.clone(), disks: draft.disks.clone(), ..Draft::default() }
    }

    /// [`More::sources`] in a zone.
    pub fn sources_in(draft: &Draft, zone: Option<ZoneName>) -> Draft {
        Draft { zone, ..Self::sources(draft) }
    }
}

impl NicRow {
    /// What it is on.
    pub fn by(self, usual: &str) -> String {
        self.by.with(|by| if by.is_empty() { usual.to_owned() } else { by.clone() })
    }

    /// The one of its fields that counts.
    pub fn target(self, usual: &str) -> String {
        match self.by(usual).as_str() {
            PORT => self.port.get(),
            NETWORK => self.network.get(),
            _ => self.subnet.get(),
        }
    }

    fn draft(self, usual: &str) -> NicDraft {
        let fixed_ip = self.fixed_ip.get();
        match self.by(usual).as_str() {
            // A port has its own address, so the field for one is not there.
            PORT => NicDraft { port: chosen(self.port), ..NicDraft::default() },
            NETWORK => NicDraft { network: chosen(self.network), fixed_ip, ..NicDraft::default() },
            _ => NicDraft { subnet: chosen(self.subnet), fixed_ip, ..NicDraft::default() },
        }
    }
}

impl Row for NicRow {
    fn new(number: u32) -> Self {
        Self { number, by: text(""), subnet: text(""), network: text(""), port: text(""), fixed_ip: text("") }
    }

    fn number(self) -> u32 {
        self.number
    }
}

impl DiskRow {
    fn draft(self) -> DiskDraft {
        DiskDraft {
            source: match self.source.get().as_str() {
                IMAGE => DiskSource::Image(self.image.with(|id| id.as_str().into())),
                VOLUME => DiskSource::Volume(self.volume.with(|id| id.as_str().into())),
                SNAPSHOT => DiskSource::Snapshot(self.snapshot.with(|id| id.as_str().into())),
                _ => DiskSource::Blank,
            },
            size_gb: self.size.get(),
            // A volume that exists has its type.
            kind: chosen::<String>(self.kind).filter(|_| self.source.with(|source| source != VOLUME)),
            delete_on_termination: self.end.with(|end| end == super::form::DELETE),
            boots: self.boots.get(),
        }
    }
}

impl Row for DiskRow {
    fn new(number: u32) -> Self {
        let (image, volume, snapshot) = (text(""), text(""), text(""));
        let (source, end, boots) = (text(BLANK), text(super::form::KEEP), RwSignal::new(false));
        Self { number, source, image, volume, snapshot, size: text(""), kind: text(""), end, boots }
    }

    fn number(self) -> u32 {
        self.number
    }
}

impl Row for PairRow {
    fn new(number: u32) -> Self {
        Self { number, key: text(""), value: text("") }
    }

    fn number(self) -> u32 {
        self.number
    }
}
