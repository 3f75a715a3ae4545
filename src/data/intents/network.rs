//! Security groups, floating IPs and network interfaces (rows S28–S30, N04, N05).

use cloud::actions;
use cloud::calls::interfaces;
use cloud::calls::interfaces::NewInterface;
use cloud::calls::network::{self, create_rule};
use cloud::security::{GroupRequest, RuleRequest};
use cloud::wire::{FloatingIp, Port, SecurityGroup};
use cloud::{Failure, FloatingIpId, NetworkId, PortId, SecurityGroupId, SecurityRuleId, ServerId};
use sync::{Event, Key, Scope};

use super::send;
use crate::data::driver::step;
use crate::data::locked;

/// Creates a group (row N05).
pub async fn create_security_group(group: &GroupRequest) -> Result<SecurityGroup, Failure> {
    let (scope, made) = send(network::create_security_group(group)).await?;
    step(Event::Invalidate(Key::SecurityGroups(scope)));
    Ok(made)
}

/// Changes the name and description of a group (row N05). Instances report groups by name, so they are read again.
pub async fn update_security_group(id: &SecurityGroupId, group: &GroupRequest) -> Result<(), Failure> {
    let (scope, _) = send(network::update_security_group(id, group)).await?;
    step(Event::Refresh(Key::Servers(scope.clone())));
    step(Event::Invalidate(Key::SecurityGroups(scope)));
    Ok(())
}

/// Deletes a group (row N05).
pub async fn delete_security_group(id: &SecurityGroupId) -> Result<(), Failure> {
    let (scope, ()) = send(network::delete_security_group(id)).await?;
    step(Event::Invalidate(Key::SecurityGroups(scope)));
    Ok(())
}

/// Adds a rule (row N05).
pub async fn add_rule(group: &SecurityGroupId, rule: &RuleRequest) -> Result<(), Failure> {
    let (scope, _) = send(create_rule(group, rule)).await?;
    step(Event::Invalidate(Key::SecurityGroups(scope)));
    Ok(())
}

/// Deletes a rule (row N05).
pub async fn delete_rule(id: &SecurityRuleId) -> Result<(), Failure> {
    let (scope, ()) = send(network::delete_rule(id)).await?;
    step(Event::Invalidate(Key::SecurityGroups(scope)));
    Ok(())
}

/// Adds a group to all ports of an instance (row S28).
pub async fn add_group_to(server: &ServerId, name_or_id: &str) -> Result<(), Failure> {
    let (scope, ()) = send(actions::add_security_group(server, name_or_id)).await?;
    instance_changed(scope, server);
    Ok(())
}

/// Removes a group from all ports of an instance (row S29).
pub async fn remove_group_from(server: &ServerId, name_or_id: &str) -> Result<(), Failure> {
    let (scope, ()) = send(actions::remove_security_group(server, name_or_id)).await?;
    instance_changed(scope, server);
    Ok(())
}

/// Reads the ports of an instance; known ones may be older than its last change.
pub async fn ports_of(server: &ServerId) -> Result<Vec<Port>, Failure> {
    send(network::ports(Some(server))).await.map(|(_, ports)| ports.rows)
}

/// Allocates a floating IP from a pool (row N04).
pub async fn create_floating_ip(pool: &NetworkId) -> Result<FloatingIp, Failure> {
    let (scope, made) = send(network::create_floating_ip(pool)).await?;
    step(Event::Invalidate(Key::FloatingIps(scope)));
    Ok(made)
}

/// Attaches a floating IP to a port of an instance (row S30).
pub async fn attach_floating_ip(
    id: &FloatingIpId,
    port: &PortId,
    fixed: Option<&str>,
    server: &ServerId,
) -> Result<FloatingIp, Failure> {
    let (scope, given) = send(network::associate(id, port, fixed)).await?;
    step(Event::Invalidate(Key::FloatingIps(scope.clone())));
    instance_changed(scope, server);
    Ok(given)
}

/// Detaches a floating IP from its port (row S30).
pub async fn detach_floating_ip(id: &FloatingIpId, server: Option<&ServerId>) -> Result<FloatingIp, Failure> {
    let (scope, taken) = send(network::disassociate(id)).await?;
    step(Event::Invalidate(Key::FloatingIps(scope.clone())));
    if let Some(server) = server {
        instance_changed(scope, server);
    }
    Ok(taken)
}

/// Releases a floating IP (row N04).
pub async fn delete_floating_ip(id: &FloatingIpId, server: Option<&ServerId>) -> Result<(), Failure> {
    let (scope, ()) = send(network::delete_floating_ip(id)).await?;
    step(Event::Invalidate(Key::FloatingIps(scope.clone())));
    if let Some(server) = server {
        instance_changed(scope, server);
    }
    Ok(())
}

/// Adds an interface to an instance.
pub async fn add_interface(server: &ServerId, new: &NewInterface) -> Result<(), Failure> {
    let (scope, _) = locked::heard(server, send(interfaces::attach(server, new))).await?;
    interfaces_changed(scope, server);
    Ok(())
}

/// Removes an interface from an instance.
pub async fn remove_interface(server: &ServerId, port: &PortId) -> Result<(), Failure> {
    let (scope, ()) = locked::heard(server, send(interfaces::detach(server, port))).await?;
    interfaces_changed(scope, server);
    Ok(())
}

fn interfaces_changed(scope: Scope, server: &ServerId) {
    step(Event::Invalidate(Key::Interfaces(scope.clone(), server.clone())));
    step(Event::Invalidate(Key::FloatingIps(scope.clone())));
    instance_changed(scope, server);
}

/// None of this changes `updated`, so a query for changes would not return the instance: it is read again.
fn instance_changed(scope: Scope, server: &ServerId) {
    step(Event::Invalidate(Key::Ports(scope.clone(), server.clone())));
    step(Event::Invalidate(Key::Server(scope, server.clone())));
}
