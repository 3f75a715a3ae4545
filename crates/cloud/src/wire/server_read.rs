//! How an instance is read off the wire (row S11).

use super::Told;
use super::root::Wire;
use super::server::*;
use crate::error::words;
use crate::ids::*;
use crate::json::Json;
use crate::status::{Status, TaskState};

impl Wire for Server {
    const ONE: &'static str = "server";
    const MANY: &'static [&'static str] = &["servers"];

    fn read(row: &Json<'_>) -> Option<Self> {
        Some(Self {
            id: row.get("id").filled().map(ServerId)?,
            name: row.get("name").text(),
            status: Status::parse(&row.get("status").text()),
            task_state: told(row, "OS-EXT-STS:task_state", |state| state.filled().map(TaskState)),
            vm_state: told(row, "OS-EXT-STS:vm_state", Json::text),
            power_state: row.get("OS-EXT-STS:power_state").int().into(),
            created: row.get("created").time(),
            updated: row.get("updated").time(),
            launched_at: told(row, "OS-SRV-USG:launched_at", Json::time),
            terminated_at: told(row, "OS-SRV-USG:terminated_at", Json::time),
            tenant_id: told(row, "tenant_id", |id| TenantId(id.text())),
            user_id: told(row, "user_id", |id| UserId(id.text())),
            host_id: told(row, "hostId", Json::text),
            addresses: told(row, "addresses", addresses),
            access_ipv4: told(row, "accessIPv4", Json::text),
            access_ipv6: told(row, "accessIPv6", Json::text),
            image: told(row, "image", |image| image.part("id").filled().map(ImageId)),
            flavor: told(row, "flavor", flavor),
            key_name: told(row, "key_name", |name| name.filled().map(KeyName)),
            zone: told(row, "OS-EXT-AZ:availability_zone", |zone| zone.filled().map(ZoneName)),
            security_groups: told(row, "security_groups", names),
            disk_config: told(row, "OS-DCF:diskConfig", Json::text),
            config_drive: told(row, "config_drive", Json::text),
            progress: row.get("progress").int(),
            volumes: told(row, "os-extended-volumes:volumes_attached", volumes),
            metadata: told(row, "metadata", Json::texts),
            fault: fault(row.get("fault")),
            protect: row.get("NHN-EXT-ATTR:protect").flag().into(),
            locked: row.get("locked").flag().into(),
        })
    }
}

/// A function pointer, so that this is compiled once a type and not once a field.
fn told<'a, T>(row: &Json<'a>, name: &str, read: fn(&Json<'a>) -> T) -> Told<T> {
    row.find(&[name]).map(read).into()
}

/// Newer microversions embed the flavor without its id.
fn flavor(flavor: &Json<'_>) -> FlavorRef {
    FlavorRef { id: flavor.part("id").filled().map(FlavorId), name: flavor.get("original_name").filled() }
}

fn names(groups: &Json<'_>) -> Vec<String> {
    groups.rows().iter().filter_map(|group| group.part("name").filled()).collect()
}

/// Network name → addresses, made one list.
fn addresses(networks: &Json<'_>) -> Vec<Address> {
    let mut all = Vec::new();
    for (network, rows) in networks.pairs() {
        all.extend(rows.rows().iter().filter_map(|row| address(network, row)));
    }
    all
}

fn address(network: &str, row: &Json<'_>) -> Option<Address> {
    Some(Address {
        network: network.to_owned(),
        addr: row.get("addr").filled()?,
        version: if row.get("version").int() == Some(6) { 6 } else { 4 },
        floating: row.get("OS-EXT-IPS:type").is("floating"),
        mac: row.get("OS-EXT-IPS-MAC:mac_addr").filled(),
    })
}

fn volumes(rows: &Json<'_>) -> Vec<AttachedVolume> {
    let volume = |row: &Json<'_>| {
        let id = row.part("id").filled().map(VolumeId)?;
        Some(AttachedVolume { id, delete_on_termination: row.get("delete_on_termination").flag() })
    };
    rows.rows().iter().filter_map(volume).collect()
}

/// None for null and for an object without content.
fn fault(fault: &Json<'_>) -> Option<Fault> {
    if fault.pairs().is_empty() {
        let message = Some(words(fault)).filter(|message| !message.is_empty())?;
        return Some(Fault { code: None, message, created: None });
    }
    Some(Fault {
        code: fault.get("code").int(),
        // Nova passes on what other services answered it: JSON, or a page.
        message: words(fault.get("message")),
        created: fault.get("created").time(),
    })
}
