//! Block storage volumes (row N06, the reads) and floating IPs (row N04, the reads), as far as deleting an instance has
//! to say what stays.

use serde::de::MapAccess;

use super::lenient::*;
use super::root::Rooted;
use crate::ids::{PortId, ServerId, VolumeId};

/// One volume.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Volume {
    /// `id`.
    pub id: VolumeId,
    /// `name`; empty when null.
    pub name: String,
    /// `size`, GB.
    pub size_gb: u64,
    /// `status`.
    pub status: String,
    /// `bootable`: a string `"true"` on the wire.
    pub bootable: bool,
    /// `attachments[].server_id`.
    pub servers: Vec<ServerId>,
}

/// One floating IP.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct FloatingIp {
    /// `id`.
    pub id: String,
    /// `floating_ip_address`.
    pub address: String,
    /// `fixed_ip_address`.
    pub fixed_address: Option<String>,
    /// `port_id`; null: free.
    pub port: Option<PortId>,
}

impl Rooted for Volume {
    const ONE: &'static str = "volume";
    const MANY: &'static [&'static str] = &["volumes"];
}

impl Wire for Volume {
    fn blank() -> Self {
        Self {
            id: VolumeId::default(),
            name: String::new(),
            size_gb: 0,
            status: String::new(),
            bootable: false,
            servers: Vec::new(),
        }
    }

    fn field<'de, A: MapAccess<'de>>(&mut self, key: &str, map: &mut A) -> Result<(), A::Error> {
        match key {
            "id" => self.id = VolumeId(scalar(map)?.text()),
            "name" => self.name = scalar(map)?.text(),
            "size" => self.size_gb = scalar(map)?.count().unwrap_or_default(),
            "status" => self.status = scalar(map)?.text(),
            "bootable" => self.bootable = scalar(map)?.flag().unwrap_or_default(),
            "attachments" => self.servers = list::<Attachment, A>(map)?.into_iter().map(|row| row.server).collect(),
            _ => skip(map)?,
        }
        Ok(())
    }

    fn complete(&self) -> bool {
        !self.id.0.is_empty()
    }
}

struct Attachment {
    server: ServerId,
}

impl Wire for Attachment {
    fn blank() -> Self {
        Self { server: ServerId::default() }
    }

    fn field<'de, A: MapAccess<'de>>(&mut self, key: &str, map: &mut A) -> Result<(), A::Error> {
        match key {
            "server_id" => self.server = ServerId(scalar(map)?.text()),
            _ => skip(map)?,
        }
        Ok(())
    }

    fn complete(&self) -> bool {
        !self.server.0.is_empty()
    }
}

impl Rooted for FloatingIp {
    const ONE: &'static str = "floatingip";
    const MANY: &'static [&'static str] = &["floatingips"];
}

impl Wire for FloatingIp {
    fn blank() -> Self {
        Self { id: String::new(), address: String::new(), fixed_address: None, port: None }
    }

    fn field<'de, A: MapAccess<'de>>(&mut self, key: &str, map: &mut A) -> Result<(), A::Error> {
        match key {
            "id" => self.id = scalar(map)?.text(),
            "floating_ip_address" => self.address = scalar(map)?.text(),
            "fixed_ip_address" => self.fixed_address = scalar(map)?.filled(),
            "port_id" => self.port = scalar(map)?.filled().map(PortId),
            _ => skip(map)?,
        }
        Ok(())
    }

    fn complete(&self) -> bool {
        !self.id.is_empty()
    }
}
