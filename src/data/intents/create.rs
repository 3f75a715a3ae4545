//! A new instance, with what must be made before it (rows S13, S15, S16).

use cloud::calls::network::{NewPort, create_port, delete_port};
use cloud::calls::servers;
use cloud::create::{CreateRequest, PortToMake};
use cloud::wire::Created;
use cloud::{Failure, PortId, SecurityGroupId};
use sync::{Batch, Event, Key};

use super::send;
use crate::data::driver::step;

/// Creates, and follows what was made until ACTIVE or ERROR. Ports that stock Nova needs first are made before, in
/// `groups` (a create gives its own groups to no port that is there), and removed again when the cloud refuses.
pub async fn create(request: &CreateRequest, groups: &[SecurityGroupId]) -> Result<Created, Failure> {
    let mut ports = Vec::new();
    for port in request.ports_to_make() {
        match make(port, request.name(), groups).await {
            Ok(id) => ports.push(id),
            Err(failure) => {
                remove(&ports).await;
                return Err(failure);
            }
        }
    }
    let answer = send(servers::create(&request.clone().on_ports(ports.iter().cloned()))).await;
    let (scope, created) = match answer {
        Ok(answer) => answer,
        Err(failure) => {
            // Without an answer nobody knows: the instance may be there, on these ports.
            if failure.status >= 400 {
                remove(&ports).await;
            }
            return Err(failure);
        }
    };
    let batch = Batch { name: request.name().to_owned(), count: request.count() };
    step(Event::Created { scope, created: created.clone(), batch });
    Ok(created)
}

async fn make(port: PortToMake, name: &str, groups: &[SecurityGroupId]) -> Result<PortId, Failure> {
    let (network, subnet) = (port.network, Some(port.subnet));
    let new = NewPort { network, subnet, name: name.to_owned(), address: None, groups: groups.to_vec() };
    let (_, port) = send(create_port(&new)).await?;
    Ok(port.id)
}

/// The failure that led here is what is told: one of these is not, the list of ports shows what stayed.
async fn remove(ports: &[PortId]) {
    for port in ports {
        if let Ok((scope, ())) = send(delete_port(port)).await {
            step(Event::Invalidate(Key::AllPorts(scope)));
        }
    }
}
