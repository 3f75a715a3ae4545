//! What the calls about instances answer besides instances: short rows (S10), pages, and what a create made (S13, S15).

use serde::de::MapAccess;

use super::lenient::*;
use super::root::Rooted;
use super::server::Server;
use crate::ids::{ReservationId, ServerId};

/// `GET /servers`: id and name (row S10).
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ServerName {
    /// `id`.
    pub id: ServerId,
    /// `name`.
    pub name: String,
}

/// A page of instances.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct ServerPage {
    /// The rows.
    pub servers: Vec<Server>,
    /// `servers_links` names a next page. NHN may not send links: a full page then means "maybe more".
    pub has_next: bool,
}

/// Answer to `POST /servers`: ids of what was made, or the reservation (row S15). Its `Debug` hides the password.
#[derive(Clone, PartialEq, Eq)]
pub enum Created {
    /// One instance.
    Server {
        /// Its id.
        id: ServerId,
        /// `adminPass`, shown once.
        admin_pass: Option<String>,
    },
    /// `reservation_id`.
    Reservation(ReservationId),
}

impl Rooted for ServerName {
    const ONE: &'static str = "server";
    const MANY: &'static [&'static str] = &["servers"];
}

impl Wire for ServerName {
    fn blank() -> Self {
        Self { id: ServerId::default(), name: String::new() }
    }

    fn field<'de, A: MapAccess<'de>>(&mut self, key: &str, map: &mut A) -> Result<(), A::Error> {
        match key {
            "id" => self.id = ServerId(scalar(map)?.text()),
            "name" => self.name = scalar(map)?.text(),
            _ => skip(map)?,
        }
        Ok(())
    }

    fn complete(&self) -> bool {
        !self.id.0.is_empty()
    }
}

impl std::fmt::Debug for Created {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Created::Server { id, .. } => f.debug_struct("Server").field("id", id).finish_non_exhaustive(),
            Created::Reservation(id) => f.debug_tuple("Reservation").field(id).finish(),
        }
    }
}

/// The body of the answer to a create; `None` when it names nothing.
pub(crate) struct CreatedRoot(pub Option<Created>);

impl Wire for CreatedRoot {
    fn blank() -> Self {
        Self(None)
    }

    fn field<'de, A: MapAccess<'de>>(&mut self, key: &str, map: &mut A) -> Result<(), A::Error> {
        match key {
            "server" => {
                let CreatedServer { id, admin_pass } = object(map)?;
                if !id.0.is_empty() {
                    self.0 = Some(Created::Server { id, admin_pass });
                }
            }
            "reservation_id" => {
                if let Some(id) = scalar(map)?.filled() {
                    self.0 = Some(Created::Reservation(ReservationId(id)));
                }
            }
            _ => skip(map)?,
        }
        Ok(())
    }
}

struct CreatedServer {
    id: ServerId,
    admin_pass: Option<String>,
}

impl Wire for CreatedServer {
    fn blank() -> Self {
        Self { id: ServerId::default(), admin_pass: None }
    }

    fn field<'de, A: MapAccess<'de>>(&mut self, key: &str, map: &mut A) -> Result<(), A::Error> {
        match key {
            "id" => self.id = ServerId(scalar(map)?.text()),
            "adminPass" => self.admin_pass = scalar(map)?.filled(),
            _ => skip(map)?,
        }
        Ok(())
    }
}
