//! Creates instances, and what must exist before (rows S13, S15, S16). When the cloud's answer is lost, what it may have
//! created is looked for by its recovery tag, before sending again is offered.

use cloud::calls::network::{NewPort, create_port, delete_port};
use cloud::calls::servers;
use cloud::create::{CreateRequest, Fate, LOOKS_MS, PortToMake, answer_lost, carries, look_for, more_follows};
use cloud::wire::{Created, Server};
use cloud::{Failure, PortId, SecurityGroupId};
use sync::{Batch, Event, Key, Scope};

use super::{nobody, present_scope, send_in, under_way};
use crate::browser::timers;
use crate::data::driver::step;

/// The outcome of a create.
pub enum Taken {
    /// The cloud's answer.
    Answered(Created),
    /// The answer was lost; these instances were found.
    Found(Vec<Server>),
}

/// Why there is no instance, as far as is known.
pub struct NotMade {
    /// The failure.
    pub failure: Failure,
    /// Whether an instance may exist nevertheless.
    pub fate: Fate,
}

/// How a create is to be sent.
pub struct Sending<'a> {
    /// The security groups of ports that are created first: Nova does not apply the groups of a create to existing ports.
    pub groups: &'a [SecurityGroupId],
    /// An earlier answer with this recovery tag was lost: what it may have created is looked for first.
    pub lost_before: bool,
    /// Called when the answer was lost and the search begins.
    pub on_lost: &'a dyn Fn(),
}

/// Creates instances and follows them until ACTIVE or ERROR. Ports that stock Nova needs are created before, and removed
/// again if there is no instance.
pub async fn create(request: &CreateRequest, sending: &Sending<'_>) -> Result<Taken, NotMade> {
    let list = servers::list(&look_for(request.name(), None)).request;
    let scope = &present_scope().ok_or_else(|| NotMade { failure: nobody(&list), fate: Fate::Refused })?;
    if let Some(nonce) = request.nonce().filter(|_| sending.lost_before) {
        let look = once(scope, request.name(), nonce).await;
        let found = look.map_err(|failure| NotMade { failure, fate: Fate::Unknown })?;
        if !found.is_empty() {
            under_way::settle_mark(nonce);
            return Ok(follow_found(scope, found));
        }
    }
    let mut ports = Vec::new();
    for port in request.ports_to_make() {
        match make(scope, port, request.name(), sending.groups).await {
            Ok(id) => ports.push(id),
            Err(failure) => {
                remove(scope, &ports).await;
                return Err(NotMade { failure, fate: Fate::Refused });
            }
        }
    }
    let noted = under_way::note(scope, request);
    let answer = send_in(scope, servers::create(&request.clone().on_ports(ports.iter().cloned()))).await;
    let failure = match answer {
        Ok(created) => {
            under_way::settle(&noted);
            let batch = Batch { name: request.name().to_owned(), count: request.count() };
            step(Event::Created { scope: scope.clone(), created: created.clone(), batch });
            return Ok(Taken::Answered(created));
        }
        Err(failure) => failure,
    };
    let fate = if answer_lost(&failure) {
        (sending.on_lost)();
        match look_in(scope, request.name(), request.count(), request.nonce()).await {
            Ok(taken) => {
                under_way::settle(&noted);
                return Ok(taken);
            }
            Err(fate) => fate,
        }
    } else {
        Fate::Refused
    };
    // As long as nothing is known, the instance may exist and use these ports.
    if matches!(fate, Fate::Refused | Fate::NotThere) {
        under_way::settle(&noted);
        remove(scope, &ports).await;
    }
    Err(NotMade { failure, fate })
}

/// Looks for what a lost answer was about, as often as needed; what is found is followed as if the cloud had answered.
pub async fn look(name: &str, count: u32, nonce: Option<&str>) -> Result<Taken, Fate> {
    look_in(&present_scope().ok_or(Fate::Unknown)?, name, count, nonce).await
}

async fn look_in(scope: &Scope, name: &str, count: u32, nonce: Option<&str>) -> Result<Taken, Fate> {
    let Some(nonce) = nonce else { return Err(Fate::Unmarked) };
    let mut last = Err(Fate::Unknown);
    for ms in LOOKS_MS {
        timers::pause(ms).await;
        last = match (once(scope, name, nonce).await, last) {
            (Ok(found), _) if found.len() >= count as usize => return Ok(follow_found(scope, found)),
            (Ok(found), _) => Ok(found),
            // What was found before is still true if this attempt fails; that nothing was found is not.
            (Err(_), Ok(found)) if !found.is_empty() => Ok(found),
            (Err(_), _) => Err(Fate::Unknown),
        };
    }
    match last? {
        found if found.is_empty() => Err(Fate::NotThere),
        // A cloud may have created fewer than requested.
        found => Ok(follow_found(scope, found)),
    }
}

/// All instances with the recovery tag, page by page.
async fn once(scope: &Scope, name: &str, nonce: &str) -> Result<Vec<Server>, Failure> {
    let (mut found, mut after) = (Vec::new(), None);
    loop {
        let page = send_in(scope, servers::list(&look_for(name, after.clone()))).await?;
        let last = page.servers.last().map(|server| server.id.clone());
        let more = more_follows(page.servers.len(), page.has_next) && last != after;
        for server in page.servers.into_iter().filter(|server| carries(server, nonce)) {
            if !found.iter().any(|known: &Server| known.id == server.id) {
                found.push(server);
            }
        }
        if !more {
            return Ok(found);
        }
        after = last;
    }
}

fn follow_found(scope: &Scope, found: Vec<Server>) -> Taken {
    for server in &found {
        let created = Created::Server { id: server.id.clone(), admin_pass: None };
        let batch = Batch { name: server.name.clone(), count: 1 };
        step(Event::Created { scope: scope.clone(), created, batch });
    }
    Taken::Found(found)
}

async fn make(scope: &Scope, port: PortToMake, name: &str, groups: &[SecurityGroupId]) -> Result<PortId, Failure> {
    let (network, subnet) = (port.network, Some(port.subnet));
    let new = NewPort { network, subnet, name: name.to_owned(), address: None, groups: groups.to_vec() };
    Ok(send_in(scope, create_port(&new)).await?.id)
}

/// A failure here is not reported, only the one that led here; the list of ports shows what remained.
async fn remove(scope: &Scope, ports: &[PortId]) {
    for port in ports {
        if send_in(scope, delete_port(port)).await.is_ok() {
            step(Event::Invalidate(Key::AllPorts(scope.clone())));
        }
    }
}
