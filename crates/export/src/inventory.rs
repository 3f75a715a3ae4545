//! An inventory for Ansible, in YAML.

use std::collections::BTreeMap;

use cloud::rules::ssh::Way;

use crate::hosts::{Host, Written, names};
use crate::names::{distinct, plain};
use crate::quote::quoted;

/// Group names that mean something to Ansible.
const RESERVED: [&str; 2] = ["all", "ungrouped"];

/// Writes each host that has an address, in the groups of the list. Ansible evaluates values that look like templates, so
/// texts of the cloud are marked as unsafe where they could be one.
pub fn inventory(hosts: &[Host<'_>]) -> Written {
    let hosts: Vec<&Host<'_>> = hosts.iter().filter(|host| host.known.address().is_some()).collect();
    let named: Vec<(&Host<'_>, String)> = hosts.iter().copied().zip(names(&hosts)).collect();
    let mut out = String::from("all:\n");
    let alone: Vec<_> = named.iter().filter(|(host, _)| host.group.is_empty()).collect();
    if !alone.is_empty() || named.is_empty() {
        section(&mut out, "  ", &alone);
    }
    let groups = groups(&named);
    if !groups.is_empty() {
        out.push_str("  children:\n");
    }
    for (title, name) in &groups {
        out.push_str("    ");
        out.push_str(name);
        out.push_str(":\n");
        let inside: Vec<_> = named.iter().filter(|(host, _)| host.group == *title).collect();
        section(&mut out, "      ", &inside);
    }
    Written { text: out, hosts: named.len() }
}

/// The groups in the order in which they are shown, with names that Ansible accepts and that no host has.
fn groups<'a>(hosts: &'a [(&Host<'_>, String)]) -> Vec<(&'a str, String)> {
    let mut places: BTreeMap<&str, usize> = BTreeMap::new();
    for (host, _) in hosts.iter().filter(|(host, _)| !host.group.is_empty()) {
        let next = places.len();
        places.entry(&host.group).or_insert(next);
    }
    let mut titles: Vec<(&str, usize)> = places.into_iter().collect();
    titles.sort_by_key(|(_, place)| *place);
    let name = |title: &str, place: usize| {
        let mut name = plain(title, '_', &[]);
        let host = hosts.iter().any(|(_, host)| *host == name);
        if RESERVED.contains(&name.as_str()) || host || !name.starts_with(|first: char| !first.is_ascii_digit()) {
            name.insert_str(0, "group_");
        }
        (name, place.to_string())
    };
    let names: Vec<(String, String)> = titles.iter().map(|(title, place)| name(title, *place)).collect();
    let pairs: Vec<(String, &str)> = names.iter().map(|(name, place)| (name.clone(), place.as_str())).collect();
    titles.iter().map(|(title, _)| *title).zip(distinct(&pairs, '_')).collect()
}

fn section(out: &mut String, indent: &str, hosts: &[&(&Host<'_>, String)]) {
    out.push_str(indent);
    if hosts.is_empty() {
        out.push_str("hosts: {}\n");
        return;
    }
    out.push_str("hosts:\n");
    for (host, name) in hosts {
        // Quoted: `1e3`, `no` and `0x1f` are no texts in YAML.
        for part in [indent, "  ", &quoted(name), ":\n"] {
            out.push_str(part);
        }
        for (key, value) in variables(host) {
            for part in [indent, "    ", &key, ": ", &scalar(&value), "\n"] {
                out.push_str(part);
            }
        }
    }
}

fn variables(host: &Host<'_>) -> Vec<(String, String)> {
    let own = |key: &str, value: Option<String>| Some((key.to_owned(), value?));
    let ssh = host.known.way() == Way::Ssh;
    let how = [
        own("ansible_host", host.known.address().map(|address| address.to_string())),
        own("ansible_user", host.known.login().map(|login| login.user)),
        own("ansible_ssh_private_key_file", host.known.key_path().filter(|_| ssh)),
    ];
    let facts = host.facts.iter().filter(|(_, value)| !value.is_empty());
    let facts = facts.map(|(key, value)| (["maru_", key].concat(), value.clone()));
    how.into_iter().flatten().chain(facts).collect()
}

/// A text that Ansible takes as it is.
fn scalar(text: &str) -> String {
    let template = ["{{", "{%", "{#"].iter().any(|open| text.contains(open));
    [if template { "!unsafe " } else { "" }, &quoted(text)].concat()
}
