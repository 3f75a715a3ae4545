//! Instances as hosts that another program connects to.

use cloud::rules::ssh::Known;

use crate::names::{distinct, plain};

/// An instance.
#[derive(Clone, Debug)]
pub struct Host<'a> {
    /// The instance and what is known about reaching it.
    pub known: Known<'a>,
    /// The group of the list it is shown in; empty: none.
    pub group: String,
    /// What the inventory says about it: names of variables, without `maru_`, and values.
    pub facts: Vec<(&'static str, String)>,
}

/// The text, and how many hosts are in it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Written {
    /// The text.
    pub text: String,
    /// Hosts that were written. The others have no address that could be used.
    pub hosts: usize,
}

/// The names of hosts: letters that the programs accept, and each once.
pub(crate) fn names(hosts: &[&Host<'_>]) -> Vec<String> {
    let names: Vec<(String, &str)> = hosts
        .iter()
        .map(|host| {
            let (name, id) = (plain(&host.known.server.name, '-', &['.', '-']), host.known.server.id.as_str());
            (if name.is_empty() { plain(id, '-', &['-']) } else { name }, id)
        })
        .collect();
    distinct(&names, '-')
}
