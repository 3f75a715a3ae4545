//! The sessions that a gateway keeps for a browser, as listed by its `GET /sessions` (docs/decisions/0008). It never
//! contains a token.

use crate::catalog::{Catalog, CatalogEntry};
use crate::json::{Json, parse};
use crate::sign_in::{Draft, Method};
use crate::{TenantId, Timestamp, UserId};

/// A session at the gateway.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct HeldSession {
    /// Sent in place of the token.
    pub handle: String,
    /// The cloud's id in the configuration.
    pub cloud: String,
    /// The version of the identity service: `v2.0` or `v3`.
    pub version: String,
    pub user: String,
    /// The user's id, if the cloud reported it.
    pub user_id: Option<UserId>,
    /// Its id; empty with v2.0.
    pub user_domain: String,
    pub project: TenantId,
    /// Its id if the cloud gave no name.
    pub project_name: String,
    /// Its id; empty with v2.0.
    pub project_domain: String,
    /// When the token ends, by the cloud's clock: the gateway has shortened it if the session ends before. If the cloud did not
    /// say, the session's end, by the gateway's clock.
    pub expires: Option<Timestamp>,
    /// Locked after inactivity: the person must sign in again.
    pub locked: bool,
    /// `None` if it was too long to be kept.
    pub catalog: Option<Catalog>,
}

/// Decodes the response. Entries without cloud, project or handle are dropped; invalid JSON yields no sessions.
pub fn read(body: &str) -> Vec<HeldSession> {
    let told = parse(body).unwrap_or(Json::Nothing);
    told.get("sessions").rows().iter().filter_map(session).collect()
}

fn session(told: &Json<'_>) -> Option<HeldSession> {
    let (user, project) = (told.get("user"), told.get("project"));
    let id = project.get("id").filled()?;
    let expires = told.get("expires").int().or_else(|| told.get("ends").int());
    Some(HeldSession {
        handle: told.get("handle").filled()?,
        cloud: told.get("cloud").filled()?,
        version: told.get("identity").text(),
        user: user.get("name").text(),
        user_id: user.get("id").filled().map(UserId),
        user_domain: domain(user),
        project_name: project.get("name").filled().unwrap_or_else(|| id.clone()),
        project_domain: domain(project),
        project: TenantId(id),
        expires: expires.map(Timestamp),
        locked: told.get("idle").flag().unwrap_or_default(),
        catalog: matches!(told.get("catalog"), Json::List(_)).then(|| catalog(told.get("catalog").rows())),
    })
}

/// The id: unlike the name, it is unique.
fn domain(of: &Json<'_>) -> String {
    of.get("domain").get("id").text()
}

fn catalog(rows: &[Json<'_>]) -> Catalog {
    let entry = |row: &Json<'_>| CatalogEntry {
        kind: row.get("type").text(),
        region: row.get("region").into(),
        url: row.get("url").text(),
    };
    Catalog { entries: rows.iter().map(entry).collect() }
}

impl HeldSession {
    /// The prefilled form for signing in again.
    pub fn typed(&self) -> (Method, Draft) {
        let method = if self.version == "v3" { Method::PasswordV3 } else { Method::PasswordV2 };
        let draft = Draft {
            tenant: self.project.as_str().to_owned(),
            user: self.user.clone(),
            domain: self.user_domain.clone(),
            project: self.project.as_str().to_owned(),
            project_domain: self.project_domain.clone(),
            ..Draft::default()
        };
        (method, draft)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// `expires` is a time of the cloud's clock and `ends` one of the gateway's: the earlier of the two means nothing.
    #[test]
    fn the_end_is_told_by_the_clouds_clock_if_it_said_one() {
        let check = |times: &str, expect: Option<i64>| {
            let session = format!(r#"{{"handle":"maru:a.0","cloud":"a","project":{{"id":"p"}}{times}}}"#);
            let read = read(&format!(r#"{{"sessions":[{session}]}}"#));
            assert_eq!(read.first().map(|held| held.expires), Some(expect.map(Timestamp)), "{times}");
        };
        check(r#","expires":7000,"ends":5000"#, Some(7000));
        check(r#","expires":5000,"ends":7000"#, Some(5000));
        check(r#","expires":null,"ends":7000"#, Some(7000));
        check("", None);
    }
}
