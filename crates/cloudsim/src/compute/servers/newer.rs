//! Filters of newer versions; earlier ones ignore them.

use cloud::Timestamp;
use regex_lite::Regex;

use crate::Response;
use crate::context::Context;
use crate::errors::bad_request;
use crate::model::Server;

/// Further filters of a list.
pub(super) struct Newer {
    before: Option<Timestamp>,
    ip: Option<Regex>,
    locked: Option<bool>,
    /// Which of the four tag filters, and the tags.
    tags: Vec<(&'static str, Vec<String>)>,
    /// Field and value, since 2.83.
    fields: Vec<(&'static str, String)>,
}

const BY_TAGS: [&str; 4] = ["tags", "tags-any", "not-tags", "not-tags-any"];
const FIELDS: [&str; 7] =
    ["availability_zone", "key_name", "user_id", "vm_state", "task_state", "power_state", "config_drive"];

impl Newer {
    pub(super) fn read(context: &Context<'_>) -> Result<Self, Response> {
        let asked = |since: u32, key: &str| context.request.param(key).filter(|_| context.since(since));
        let before = asked(66, "changes-before")
            .map(|text| Timestamp::parse(&text).ok_or_else(|| bad_request("Invalid filter field: changes-before.")));
        let split = |list: String| list.split(',').map(str::to_owned).collect();
        Ok(Self {
            before: before.transpose()?,
            ip: context.request.param("ip").and_then(|pattern| Regex::new(&pattern).ok()),
            locked: asked(73, "locked").map(|text| matches!(text.to_lowercase().as_str(), "true" | "1" | "yes" | "on")),
            tags: BY_TAGS.into_iter().filter_map(|key| Some((key, split(asked(26, key)?)))).collect(),
            fields: FIELDS.into_iter().filter_map(|key| Some((key, asked(83, key)?))).collect(),
        })
    }

    pub(super) fn takes(&self, server: &Server) -> bool {
        let has = |tag: &String| server.told.tags.contains(tag);
        let tagged = |(how, tags): &(&str, Vec<String>)| match *how {
            "tags" => tags.iter().all(has),
            "tags-any" => tags.iter().any(has),
            "not-tags" => !tags.iter().all(has),
            _ => !tags.iter().any(has),
        };
        self.before.is_none_or(|before| server.updated <= before)
            && self.ip.as_ref().is_none_or(|ip| server.wired && server.nics.iter().any(|nic| ip.is_match(&nic.address)))
            && self.locked.is_none_or(|locked| server.locked == locked)
            && self.tags.iter().all(tagged)
            && self.fields.iter().all(|(key, wanted)| is(server, key, wanted))
    }
}

fn is(server: &Server, key: &str, wanted: &str) -> bool {
    match key {
        "availability_zone" => server.zone == wanted,
        "key_name" => server.key.as_deref() == Some(wanted),
        "vm_state" => server.vm.word() == wanted,
        "task_state" => server.task.unwrap_or_default() == wanted,
        "power_state" => server.vm.power().to_string() == wanted,
        "config_drive" => server.told.config_drive == wanted.eq_ignore_ascii_case("true"),
        // A project has one user.
        _ => true,
    }
}
