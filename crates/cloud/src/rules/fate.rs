//! What happens to an instance's volumes and addresses when it is deleted (row S18).

use crate::VolumeId;
use crate::wire::{Server, Volume};

/// A volume as shown to a person.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct VolumeLine {
    pub id: VolumeId,
    /// Its name, or its id if block storage does not list it.
    pub name: String,
    pub size_gb: Option<u64>,
    pub bootable: bool,
    /// `delete_on_termination`, if the cloud reports it.
    pub goes: Option<bool>,
}

/// What is deleted, what is kept, and what is unknown.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Fates {
    /// It has no volume: the root disk is on the host.
    pub local_disk: bool,
    /// Fixed addresses, which are deleted.
    pub fixed: Vec<String>,
    /// Floating IPs, which are kept.
    pub floating: Vec<String>,
    /// Volumes that are deleted.
    pub goes: Vec<VolumeLine>,
    /// Volumes that are kept.
    pub stays: Vec<VolumeLine>,
    /// Volumes for which the cloud does not report it.
    pub unclear: Vec<VolumeLine>,
}

/// The volumes of an instance: those it lists, and those attached to it.
pub fn volumes(server: &Server, known: &[Volume]) -> Vec<VolumeLine> {
    let named = server.volumes.said().map(Vec::as_slice).unwrap_or_default();
    let mut lines: Vec<VolumeLine> = named
        .iter()
        .map(|own| line(&own.id, own.delete_on_termination, known.iter().find(|volume| volume.id == own.id)))
        .collect();
    let others = known.iter().filter(|volume| volume.is_on(&server.id));
    for other in others.filter(|other| named.iter().all(|own| own.id != other.id)) {
        lines.push(line(&other.id, None, Some(other)));
    }
    lines
}

pub(super) fn line(id: &VolumeId, goes: Option<bool>, known: Option<&Volume>) -> VolumeLine {
    let name = known.map(|volume| volume.name.as_str()).filter(|name| !name.is_empty());
    VolumeLine {
        id: id.clone(),
        name: name.unwrap_or(id.as_str()).to_owned(),
        size_gb: known.map(|volume| volume.size_gb),
        bootable: known.is_some_and(|volume| volume.bootable),
        goes,
    }
}

/// What happens to everything; `known` are the volumes of the project.
pub fn fates(server: &Server, known: &[Volume]) -> Fates {
    let mut fates = Fates::default();
    for address in server.addresses.said().into_iter().flatten() {
        let list = if address.floating { &mut fates.floating } else { &mut fates.fixed };
        list.push(address.addr.clone());
    }
    let volumes = volumes(server, known);
    fates.local_disk = volumes.is_empty() && server.volumes.said().is_some();
    for volume in volumes {
        match volume.goes {
            Some(true) => fates.goes.push(volume),
            Some(false) => fates.stays.push(volume),
            None => fates.unclear.push(volume),
        }
    }
    fates
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::calls::{servers, volumes as volume_calls};
    use crate::exchange::Reply;

    fn read<T>(call: crate::Call<T>, body: &str) -> T {
        let reply = Reply { status: 200, headers: Vec::new(), body: body.to_owned() };
        (call.read)(&reply).expect(body)
    }

    fn server(fields: &str) -> Server {
        read(servers::get(&"s".into()), &format!(r#"{{"server": {{"id": "s", {fields}}}}}"#))
    }

    fn known(rows: &str) -> Vec<Volume> {
        read(volume_calls::list(1000, None), &format!(r#"{{"volumes": [{rows}]}}"#)).rows
    }

    fn ids(lines: &[VolumeLine]) -> Vec<&str> {
        lines.iter().map(|line| line.id.as_str()).collect()
    }

    #[test]
    fn each_volume_by_what_the_cloud_tells_of_it() {
        let server = server(
            r#""os-extended-volumes:volumes_attached": [{"id": "root", "delete_on_termination": true},
               {"id": "data", "delete_on_termination": false}, {"id": "old"}]"#,
        );
        let fates = fates(&server, &[]);
        assert_eq!(
            (ids(&fates.goes), ids(&fates.stays), ids(&fates.unclear)),
            (vec!["root"], vec!["data"], vec!["old"])
        );
        assert!(!fates.local_disk);
        assert_eq!(
            (fates.goes[0].name.as_str(), fates.goes[0].size_gb),
            ("root", None),
            "an id until the name is known"
        );
    }

    #[test]
    fn a_volume_that_names_the_instance_is_one_of_its_volumes() {
        let server = server(r#""os-extended-volumes:volumes_attached": [{"id": "a", "delete_on_termination": true}]"#);
        let known = known(
            r#"{"id": "a", "name": "root", "size": 20, "bootable": "true"},
               {"id": "b", "name": "", "size": 5, "attachments": [{"server_id": "s"}]},
               {"id": "c", "name": "another's", "size": 5, "attachments": [{"server_id": "t"}]}"#,
        );
        let fates = fates(&server, &known);
        assert_eq!((ids(&fates.goes), ids(&fates.unclear)), (vec!["a"], vec!["b"]));
        let root = &fates.goes[0];
        assert_eq!((root.name.as_str(), root.size_gb, root.bootable), ("root", Some(20), true));
        assert_eq!(fates.unclear[0].name, "b", "a nameless one is called by its id");
    }

    #[test]
    fn a_local_disk_only_where_the_cloud_names_no_volume() {
        for (fields, expect) in [
            (r#""os-extended-volumes:volumes_attached": []"#, true),
            (r#""name": "the cloud tells nothing of volumes""#, false),
            (r#""os-extended-volumes:volumes_attached": [{"id": "a"}]"#, false),
        ] {
            assert_eq!(fates(&server(fields), &[]).local_disk, expect, "{fields}");
        }
    }

    #[test]
    fn fixed_addresses_go_and_floating_ones_stay() {
        let server = server(
            r#""addresses": {"net": [{"addr": "10.0.0.4", "version": 4, "OS-EXT-IPS:type": "fixed"},
               {"addr": "203.0.113.9", "version": 4, "OS-EXT-IPS:type": "floating"}]}"#,
        );
        let fates = fates(&server, &[]);
        assert_eq!(
            (fates.fixed.as_slice(), fates.floating.as_slice()),
            (&["10.0.0.4".into()][..], &["203.0.113.9".into()][..])
        );
    }
}
