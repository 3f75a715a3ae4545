//! A file for `~/.ssh/config`.

use cloud::rules::ssh::Way;

use crate::hosts::{Host, Written, names};

/// Writes a block for each host that is reached by SSH and has an address.
pub fn ssh_config(hosts: &[Host<'_>]) -> Written {
    let reachable = |host: &&Host<'_>| host.known.way() == Way::Ssh && host.known.address().is_some();
    let hosts: Vec<&Host<'_>> = hosts.iter().filter(reachable).collect();
    let blocks = hosts.iter().zip(names(&hosts)).filter_map(|(host, name)| host.known.config_as(&name));
    let blocks: Vec<String> = blocks.collect();
    Written { hosts: blocks.len(), text: blocks.join("\n") }
}
