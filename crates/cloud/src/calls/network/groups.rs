//! Security groups and their rules (row N05). A rule cannot be changed, only deleted and created again.

use crate::catalog::Service;
use crate::exchange::{Call, Request};
use crate::ids::{SecurityGroupId, SecurityRuleId};
use crate::percent::encode;
use crate::security::{GroupRequest, RuleRequest};
use crate::wire::root::{nothing, one, page};
use crate::wire::{Page, SecurityGroup, SecurityGroupRule};

const GROUPS: &str = "/security-groups";
const RULES: &str = "/security-group-rules";

/// `GET /security-groups`, with nested rules.
pub fn security_groups() -> Call<Page<SecurityGroup>> {
    Call { request: Request::get(Service::Network, GROUPS), read: page::<SecurityGroup> }
}

/// `GET /security-groups/{id}`.
pub fn security_group(id: &SecurityGroupId) -> Call<SecurityGroup> {
    Call { request: Request::get(Service::Network, path_of(id)), read: one::<SecurityGroup> }
}

/// `POST /security-groups`. The cloud adds two rules that allow all outgoing traffic.
pub fn create_security_group(group: &GroupRequest) -> Call<SecurityGroup> {
    Call { request: Request::post(Service::Network, GROUPS, &group.to_json()), read: one::<SecurityGroup> }
}

/// `PUT /security-groups/{id}`: name and description.
pub fn update_security_group(id: &SecurityGroupId, group: &GroupRequest) -> Call<SecurityGroup> {
    Call { request: Request::put(Service::Network, path_of(id), &group.to_json()), read: one::<SecurityGroup> }
}

/// `DELETE /security-groups/{id}`. Refused while a port uses it.
pub fn delete_security_group(id: &SecurityGroupId) -> Call<()> {
    Call { request: Request::delete(Service::Network, path_of(id)), read: nothing }
}

/// `POST /security-group-rules`.
pub fn create_rule(group: &SecurityGroupId, rule: &RuleRequest) -> Call<SecurityGroupRule> {
    Call { request: Request::post(Service::Network, RULES, &rule.to_json(group)), read: one::<SecurityGroupRule> }
}

/// `DELETE /security-group-rules/{id}`.
pub fn delete_rule(id: &SecurityRuleId) -> Call<()> {
    Call { request: Request::delete(Service::Network, format!("{RULES}/{}", encode(id.as_str()))), read: nothing }
}

fn path_of(id: &SecurityGroupId) -> String {
    format!("{GROUPS}/{}", encode(id.as_str()))
}
