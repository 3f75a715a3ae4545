//! Responses of the instance calls other than instances: pages (S10), created ids (S13, S15), passwords and
//! console links.

use super::server::Server;
use crate::ids::{ReservationId, ServerId};
use crate::json::Json;
use crate::time::Timestamp;

/// A page of instances.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct ServerPage {
    pub servers: Vec<Server>,
    /// `servers_links` contains a next page. NHN may not send links: then a full page means "maybe more".
    pub has_next: bool,
    /// The cloud's time (`Date`), if the response has it.
    pub date: Option<Timestamp>,
}

/// Response to `POST /servers`: ids, or the reservation of a batch (row S15). Its `Debug` hides the password.
#[derive(Clone, PartialEq, Eq)]
pub enum Created {
    /// One instance.
    Server {
        id: ServerId,
        /// `adminPass`, shown once.
        admin_pass: Option<String>,
    },
    /// `reservation_id`.
    Reservation(ReservationId),
}

/// `adminPass`, shown once and never stored. Its `Debug` hides it.
#[derive(Clone, PartialEq, Eq)]
pub struct AdminPassword(pub String);

/// Response to `rebuild`: the instance, with many fields omitted, and its new password.
#[derive(Clone, PartialEq, Debug)]
pub struct Rebuilt {
    /// An incomplete row: merge it.
    pub server: Server,
    /// `adminPass`, shown once.
    pub admin_password: Option<AdminPassword>,
}

impl std::fmt::Debug for AdminPassword {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("AdminPassword")
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

/// Decodes the response to a create; `None` if it contains no id.
pub(crate) fn created_in(root: &Json<'_>) -> Option<Created> {
    let server = root.get("server");
    let created = server.get("id").filled().map(ServerId);
    let created = created.map(|id| Created::Server { id, admin_pass: server.get("adminPass").filled() });
    created.or_else(|| root.get("reservation_id").filled().map(ReservationId).map(Created::Reservation))
}

/// A link to an instance's console. It contains a token that gives access to the instance: its `Debug` hides it.
#[derive(Clone, PartialEq, Eq)]
pub struct ConsoleLink(pub String);

/// A password encrypted with a key pair's public key (RSA, PKCS #1 v1.5), in base64. Its `Debug` hides it.
#[derive(Clone, PartialEq, Eq)]
pub struct EncryptedPassword(pub String);

impl std::fmt::Debug for ConsoleLink {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("ConsoleLink")
    }
}

impl std::fmt::Debug for EncryptedPassword {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("EncryptedPassword")
    }
}
