//! The texts of an instance, prepared for searching.

use cloud::Status;
use cloud::wire::Server;
use query::Lines;

use super::index::zone;
use super::{Names, StatusGroup};

/// The groups of an instance's texts; a group is the value of the field with the same number. Those up to
/// [`group::METADATA`] are searched for words. Group 2 is no field: what else the table shows.
pub(super) mod group {
    pub const NAME: u8 = 0;
    pub const ID: u8 = 1;
    pub const ZONE: u8 = 3;
    pub const KEY: u8 = 4;
    pub const ADDRESS: u8 = 5;
    /// Keys and values.
    pub const METADATA: u8 = 6;
    /// The status and its group, and the task, in every word that clouds use for them. Not in the language of the page: a
    /// query means the same to everybody.
    pub const STATUS: u8 = 7;
    /// Name and id.
    pub const FLAVOR: u8 = 8;
    /// Name and id.
    pub const IMAGE: u8 = 9;
    pub const NETWORK: u8 = 10;
    /// Security groups.
    pub const GROUP: u8 = 11;
    pub const TASK: u8 = 12;
}

/// The texts of an instance.
pub(super) struct Texts(Lines);

impl Texts {
    pub(super) fn new(server: &Server, names: &Names) -> Self {
        let mut lines = Lines::default();
        // In the order of their numbers.
        let (flavor, image) = (names.flavor_of(server), names.image_of(server).unwrap_or_default());
        let state = (names.states.of)(server);
        let addresses = server.addresses.said().map(Vec::as_slice).unwrap_or_default();
        add(&mut lines, [server.name.as_str()]);
        add(&mut lines, [server.id.as_str()]);
        add(&mut lines, [flavor, image, server.status.as_str(), &state]);
        add(&mut lines, zone(server).map(|zone| zone.as_str()));
        add(&mut lines, server.key_name.said().and_then(Option::as_ref).map(|key| key.as_str()));
        add(&mut lines, addresses.iter().map(|address| address.addr.as_str()));
        for (key, value) in server.metadata.said().into_iter().flatten() {
            lines.add_pair(key, value);
        }
        lines.end_group();
        let task = server.task_state.said().and_then(Option::as_ref).map(|task| task.0.as_str());
        let words = [group_word(StatusGroup::of(server)), server.status.as_str(), guide_word(&server.status)];
        add(&mut lines, words.into_iter().chain(task));
        let id = server.flavor.said().and_then(|flavor| flavor.id.as_ref());
        add(&mut lines, [flavor, id.map_or("", |id| id.as_str())]);
        let id = server.image.said().and_then(Option::as_ref);
        add(&mut lines, [image, id.map_or("", |id| id.as_str())]);
        add(&mut lines, networks(server));
        add(&mut lines, server.security_groups.said().into_iter().flatten().map(String::as_str));
        add(&mut lines, task);
        Self(lines.finish())
    }

    /// The texts in which words are searched.
    pub(super) fn searched(&self) -> &str {
        self.0.between(0, usize::from(group::METADATA))
    }

    /// The texts of a group, by its number.
    pub(super) fn group(&self, group: u8) -> &str {
        self.0.group(usize::from(group))
    }
}

/// The word of a group in a query.
pub fn group_word(group: StatusGroup) -> &'static str {
    match group {
        StatusGroup::Busy => "changing",
        group => group.as_str(),
    }
}

/// The names of its networks, each once.
pub(super) fn networks(server: &Server) -> impl Iterator<Item = &str> {
    let all = server.addresses.said().map(Vec::as_slice).unwrap_or_default();
    // The addresses of a network are next to each other.
    all.chunk_by(|one, other| one.network == other.network).filter_map(|same| Some(same.first()?.network.as_str()))
}

/// The guide's word for a status, where it is not the name of a group.
fn guide_word(status: &Status) -> &'static str {
    match status {
        Status::Build => "building",
        Status::Resize => "resized",
        Status::Rescue => "rescued",
        _ => "",
    }
}

/// Adds the texts of a group.
fn add<'a>(lines: &mut Lines, texts: impl IntoIterator<Item = &'a str>) {
    texts.into_iter().for_each(|text| lines.add(text));
    lines.end_group();
}
