//! Placement policies (`os-server-groups`, row N08).

use crate::catalog::Service;
use crate::exchange::{Call, Request};
use crate::ids::ServerGroupId;
use crate::json::Json;
use crate::percent::encode;
use crate::rules::placement::PolicyNameInput;
use crate::wire::root::{nothing, one, page};
use crate::wire::{Page, Placement, ServerGroup};

const PATH: &str = "/os-server-groups";

/// `GET /os-server-groups`.
pub fn list() -> Call<Page<ServerGroup>> {
    Call { request: Request::get(Service::Compute, PATH), read: page::<ServerGroup> }
}

/// `POST /os-server-groups`.
pub fn create(name: &PolicyNameInput, policy: &Placement) -> Call<ServerGroup> {
    let policies = [Json::from(policy.as_str())].into_iter().collect();
    let body = Json::object([("server_group", Json::object([("name", name.as_str().into()), ("policies", policies)]))]);
    Call { request: Request::post(Service::Compute, PATH, &body), read: one::<ServerGroup> }
}

/// `DELETE /os-server-groups/{id}`. Its instances stay.
pub fn delete(id: &ServerGroupId) -> Call<()> {
    let path = format!("{PATH}/{}", encode(id.as_str()));
    Call { request: Request::delete(Service::Compute, path), read: nothing }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::exchange::Reply;
    use crate::rules::placement::policy_name;

    /// The guide's example (nhn-api.md §5.1).
    #[test]
    fn a_policy_as_sent_and_as_answered_in_either_version() {
        let name = policy_name("p1").expect("a name");
        let body = create(&name, &Placement::AntiAffinity).request.body;
        assert_eq!(body.as_deref(), Some(r#"{"server_group":{"name":"p1","policies":["anti-affinity"]}}"#));
        let read = |fields: &str| {
            let body = format!(r#"{{"server_groups": [{{"id": "g", "name": "p1", {fields}}}, {{"name": "no id"}}]}}"#);
            let all = list().finish(&Reply { status: 200, headers: Vec::new(), body }).expect("a list");
            assert_eq!(all.len(), 1);
            all[0].clone()
        };
        let old = read(r#""policies": ["anti-affinity"], "members": ["a", "b"], "metadata": {}"#);
        assert_eq!((&old.policy, old.members.len()), (&Placement::AntiAffinity, 2));
        assert_eq!(
            read(r#""policy": "soft-affinity", "members": []"#).policy,
            Placement::Other("soft-affinity".into())
        );
    }
}
