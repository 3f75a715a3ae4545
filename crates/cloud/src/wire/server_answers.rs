//! What the calls about instances answer besides instances: short rows (S10), pages, what a create made (S13, S15), and
//! what lets one look into an instance.

use super::read::wire;
use super::server::Server;
use crate::ids::{ReservationId, ServerId};
use crate::json::Json;
use crate::time::Timestamp;

wire! {
    /// `GET /servers`: id and name (row S10).
    #[derive(Clone, PartialEq, Eq, Debug)]
    pub struct ServerName in "server", "servers" {
        pub id: ServerId = "id",
        pub name: String = "name",
    }
}

/// A page of instances.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct ServerPage {
    /// The rows.
    pub servers: Vec<Server>,
    /// `servers_links` names a next page. NHN may not send links: a full page then means "maybe more".
    pub has_next: bool,
    /// What time it was at the cloud (`Date`), where the answer says.
    pub date: Option<Timestamp>,
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

/// `adminPass`, shown once and never kept. Its `Debug` hides it.
#[derive(Clone, PartialEq, Eq)]
pub struct AdminPassword(pub String);

/// Answer to `rebuild`: the instance, with many fields left out, and its new password.
#[derive(Clone, PartialEq, Debug)]
pub struct Rebuilt {
    /// The short row: merge it.
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

/// The answer to a create; `None` when it names nothing.
pub(crate) fn created_in(root: &Json<'_>) -> Option<Created> {
    let server = root.get("server");
    let created = server.get("id").filled().map(ServerId);
    let created = created.map(|id| Created::Server { id, admin_pass: server.get("adminPass").filled() });
    created.or_else(|| root.get("reservation_id").filled().map(ReservationId).map(Created::Reservation))
}

/// A link to the screen of an instance, with a token in it. Whoever has it has the instance: its `Debug` hides it.
#[derive(Clone, PartialEq, Eq)]
pub struct ConsoleLink(pub String);

/// A password encrypted with the public half of a key pair (RSA, PKCS #1 v1.5), in base64. Its `Debug` hides it.
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
