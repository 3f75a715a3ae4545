//! How an instance is read off the wire (row S11).

use serde::de::MapAccess;

use super::Told::{Said, Unsaid};
use super::lenient::*;
use super::root::Rooted;
use super::server::*;
use crate::ids::*;
use crate::status::{Status, TaskState};

impl Rooted for Server {
    const ONE: &'static str = "server";
    const MANY: &'static [&'static str] = &["servers"];
}

impl Wire for Server {
    fn blank() -> Self {
        Self {
            id: ServerId::default(),
            name: String::new(),
            status: Status::Other(String::new()),
            task_state: Unsaid,
            vm_state: Unsaid,
            power_state: Unsaid,
            created: None,
            updated: None,
            launched_at: Unsaid,
            terminated_at: Unsaid,
            tenant_id: Unsaid,
            user_id: Unsaid,
            host_id: Unsaid,
            addresses: Unsaid,
            access_ipv4: Unsaid,
            access_ipv6: Unsaid,
            image: Unsaid,
            flavor: Unsaid,
            key_name: Unsaid,
            zone: Unsaid,
            security_groups: Unsaid,
            disk_config: Unsaid,
            config_drive: Unsaid,
            progress: None,
            volumes: Unsaid,
            metadata: Unsaid,
            fault: None,
            protect: Unsaid,
        }
    }

    fn field<'de, A: MapAccess<'de>>(&mut self, key: &str, map: &mut A) -> Result<(), A::Error> {
        match key {
            "id" => self.id = ServerId(scalar(map)?.text()),
            "name" => self.name = scalar(map)?.text(),
            "status" => self.status = Status::parse(&scalar(map)?.text()),
            "OS-EXT-STS:task_state" => self.task_state = Said(scalar(map)?.filled().map(TaskState)),
            "OS-EXT-STS:vm_state" => self.vm_state = Said(scalar(map)?.text()),
            "OS-EXT-STS:power_state" => self.power_state = scalar(map)?.int().map_or(Unsaid, Said),
            "created" => self.created = scalar(map)?.time(),
            "updated" => self.updated = scalar(map)?.time(),
            "OS-SRV-USG:launched_at" => self.launched_at = Said(scalar(map)?.time()),
            "OS-SRV-USG:terminated_at" => self.terminated_at = Said(scalar(map)?.time()),
            "tenant_id" => self.tenant_id = Said(TenantId(scalar(map)?.text())),
            "user_id" => self.user_id = Said(UserId(scalar(map)?.text())),
            "hostId" => self.host_id = Said(scalar(map)?.text()),
            "addresses" => self.addresses = Said(addresses(map)?),
            "accessIPv4" => self.access_ipv4 = Said(scalar(map)?.text()),
            "accessIPv6" => self.access_ipv6 = Said(scalar(map)?.text()),
            "image" => self.image = Said(image(map)?),
            "flavor" => self.flavor = Said(object(map)?),
            "key_name" => self.key_name = Said(scalar(map)?.filled().map(KeyName)),
            "OS-EXT-AZ:availability_zone" => self.zone = Said(scalar(map)?.filled().map(ZoneName)),
            "security_groups" => self.security_groups = Said(names(map)?),
            "OS-DCF:diskConfig" => self.disk_config = Said(scalar(map)?.text()),
            "config_drive" => self.config_drive = Said(scalar(map)?.text()),
            "progress" => self.progress = scalar(map)?.int(),
            "os-extended-volumes:volumes_attached" => self.volumes = Said(list(map)?),
            "metadata" => self.metadata = Said(texts(map)?),
            "fault" => self.fault = object::<FaultRead, A>(map)?.0,
            "NHN-EXT-ATTR:protect" => self.protect = scalar(map)?.flag().map_or(Unsaid, Said),
            _ => skip(map)?,
        }
        Ok(())
    }

    fn complete(&self) -> bool {
        !self.id.0.is_empty()
    }
}

/// A thing named by id or by name, or the bare text of either.
struct Reference {
    id: String,
    name: String,
}

impl Wire for Reference {
    fn blank() -> Self {
        Self { id: String::new(), name: String::new() }
    }

    fn field<'de, A: MapAccess<'de>>(&mut self, key: &str, map: &mut A) -> Result<(), A::Error> {
        match key {
            "id" => self.id = scalar(map)?.text(),
            "name" => self.name = scalar(map)?.text(),
            _ => skip(map)?,
        }
        Ok(())
    }

    fn scalar(&mut self, instead: Scalar<'_>) {
        self.id = instead.text();
        self.name.clone_from(&self.id);
    }
}

/// An image: `""` where the instance boots from a volume.
fn image<'de, A: MapAccess<'de>>(map: &mut A) -> Result<Option<ImageId>, A::Error> {
    let Reference { id, .. } = object(map)?;
    Ok(Some(ImageId(id)).filter(|id| !id.0.is_empty()))
}

fn names<'de, A: MapAccess<'de>>(map: &mut A) -> Result<Vec<String>, A::Error> {
    let references = list::<Reference, A>(map)?.into_iter();
    Ok(references.map(|reference| reference.name).filter(|name| !name.is_empty()).collect())
}

/// Network name → addresses, made one list.
fn addresses<'de, A: MapAccess<'de>>(map: &mut A) -> Result<Vec<Address>, A::Error> {
    let Pairs(networks) = map.next_value::<Pairs<List<Address>>>()?;
    let mut all = Vec::new();
    for (network, List(addresses)) in networks {
        all.extend(addresses.into_iter().flatten().map(|address| Address { network: network.clone(), ..address }));
    }
    Ok(all)
}

impl Wire for Address {
    fn blank() -> Self {
        Self { network: String::new(), addr: String::new(), version: 4, floating: false, mac: None }
    }

    fn field<'de, A: MapAccess<'de>>(&mut self, key: &str, map: &mut A) -> Result<(), A::Error> {
        match key {
            "addr" => self.addr = scalar(map)?.text(),
            "version" => self.version = if scalar(map)?.int() == Some(6) { 6 } else { 4 },
            "OS-EXT-IPS:type" => self.floating = scalar(map)?.text() == "floating",
            "OS-EXT-IPS-MAC:mac_addr" => self.mac = scalar(map)?.filled(),
            _ => skip(map)?,
        }
        Ok(())
    }

    fn complete(&self) -> bool {
        !self.addr.is_empty()
    }
}

impl Wire for FlavorRef {
    fn blank() -> Self {
        Self::default()
    }

    fn field<'de, A: MapAccess<'de>>(&mut self, key: &str, map: &mut A) -> Result<(), A::Error> {
        match key {
            "id" => self.id = scalar(map)?.filled().map(FlavorId),
            "original_name" => self.name = scalar(map)?.filled(),
            _ => skip(map)?,
        }
        Ok(())
    }

    fn scalar(&mut self, instead: Scalar<'_>) {
        self.id = instead.filled().map(FlavorId);
    }
}

impl Wire for AttachedVolume {
    fn blank() -> Self {
        Self { id: VolumeId::default(), delete_on_termination: None }
    }

    fn field<'de, A: MapAccess<'de>>(&mut self, key: &str, map: &mut A) -> Result<(), A::Error> {
        match key {
            "id" => self.id = VolumeId(scalar(map)?.text()),
            "delete_on_termination" => self.delete_on_termination = scalar(map)?.flag(),
            _ => skip(map)?,
        }
        Ok(())
    }

    fn scalar(&mut self, instead: Scalar<'_>) {
        self.id = VolumeId(instead.text());
    }

    fn complete(&self) -> bool {
        !self.id.0.is_empty()
    }
}

/// A fault, or none for null and for an object without content.
struct FaultRead(Option<Fault>);

impl Wire for FaultRead {
    fn blank() -> Self {
        Self(None)
    }

    fn field<'de, A: MapAccess<'de>>(&mut self, key: &str, map: &mut A) -> Result<(), A::Error> {
        let fault = self.0.get_or_insert(Fault { code: None, message: String::new(), created: None });
        match key {
            "code" => fault.code = scalar(map)?.int(),
            "message" => fault.message = scalar(map)?.text(),
            "created" => fault.created = scalar(map)?.time(),
            _ => skip(map)?,
        }
        Ok(())
    }

    fn scalar(&mut self, instead: Scalar<'_>) {
        self.0 = instead.filled().map(|message| Fault { code: None, message, created: None });
    }
}
