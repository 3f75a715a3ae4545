//! The one-step attach of row S30, run to its end: the state machine of `cloud::floating` against the simulated cloud.

use cloud::ServerId;
use cloud::calls::network::{self, NetworkDialect};
use cloud::calls::servers;
use cloud::catalog::Service;
use cloud::floating::{AddressFrom, Attach, Detach, DetachEvent, DetachStep, Event, Known, Step, is_fresh};
use cloud::wire::Network;
use serde_json::{Value, json};

use crate::sim::Sim;

/// Carries out the steps of the state machine until it ends.
fn run(sim: &mut Sim, (mut state, mut step): (Attach, Step)) -> Step {
    for _ in 0..40 {
        let event = match &step {
            Step::FindPorts(server) => Event::Ports(sim.call(&network::ports(Some(server))).map(|page| page.rows)),
            Step::Choose(all) => Event::Chosen(all[0].clone()),
            Step::Make(pool) => Event::Made(sim.call(&network::create_floating_ip(pool))),
            Step::Give { ip, port, fixed } => Event::Given(sim.call(&network::associate(ip, port, fixed.as_deref()))),
            Step::Wait(ms) => {
                sim.wait((*ms).into());
                Event::Waited
            }
            Step::Delete(ip) => Event::Deleted(sim.call(&network::delete_floating_ip(ip))),
            Step::Broken { .. } => Event::Undo,
            Step::Done(_) | Step::NoPort | Step::NoRoute | Step::Undone(_) => return step,
        };
        step = state.next(event);
    }
    panic!("no end: {step:?}")
}

#[test]
fn an_address_comes_and_goes() {
    let mut sim = Sim::user("demo@maru.test");
    let before = sim.call(&network::floating_ips()).expect("floating IPs").rows;
    let taken = |port: &cloud::wire::Port| before.iter().any(|ip| ip.port.as_ref() == Some(&port.id));
    let ports = sim.call(&network::ports(None)).expect("ports");
    let server = ports.iter().find(|port| port.is_of_instance() && !taken(port)).and_then(|port| port.device.clone());
    let server = server.expect("an instance without a floating IP");
    let networks = sim.call(&network::networks(NetworkDialect::Nhn)).expect("networks");
    let pool = Network::pools(&networks).next().expect("a pool").id.clone();
    let subnets = sim.call(&network::subnets(NetworkDialect::Nhn)).expect("subnets").rows;
    let known = Known { taken: before.clone(), subnets };

    let end = run(&mut sim, Attach::begin(server.clone(), AddressFrom::Pool(pool), known, true));
    let Step::Done(ip) = end else { panic!("{end:?}") };
    // The network needs a moment before the instance shows the address.
    sim.wait(2_000);
    let shown = sim.call(&servers::get(&server)).expect("the instance");
    let has = shown.addresses.said().into_iter().flatten().any(|row| row.floating && row.addr == ip.address);
    assert!(has, "{:?}", shown.addresses);

    let (mut state, step) = Detach::begin(ip.id.clone(), true);
    assert_eq!(step, DetachStep::Take(ip.id.clone()));
    let taken = sim.call(&network::disassociate(&ip.id));
    assert_eq!(state.next(DetachEvent::Taken(taken)), DetachStep::Delete(ip.id.clone()));
    let deleted = sim.call(&network::delete_floating_ip(&ip.id));
    assert_eq!(state.next(DetachEvent::Deleted(deleted)), DetachStep::Released);
    let after = sim.call(&network::floating_ips()).expect("floating IPs").rows;
    assert_eq!(after.len(), before.len(), "nothing is left over");
}

/// Its port does not exist at first: the state machine waits, but not longer than it says.
#[test]
fn a_fresh_instance_is_waited_for() {
    let mut sim = Sim::user("demo@maru.test");
    let (image, flavor) = (sim.image("Debian"), sim.flavor("u2.c1m2"));
    let body = json!({ "server": { "name": "fresh", "imageRef": image, "flavorRef": flavor } });
    let made = sim.to(Service::Compute, "POST", "/servers", &body);
    let made: Value = serde_json::from_str(&made.body).expect("JSON");
    let id = ServerId::from(made["server"]["id"].as_str().expect("an id"));
    let server = sim.call(&servers::get(&id)).expect("the instance");
    assert!(is_fresh(&server, sim.now));
    let networks = sim.call(&network::networks(NetworkDialect::Nhn)).expect("networks");
    let pool = Network::pools(&networks).next().expect("a pool").id.clone();
    let begun = sim.now;
    let end = run(&mut sim, Attach::begin(id, AddressFrom::Pool(pool), Known::default(), true));
    assert!(matches!(end, Step::Done(_)), "{end:?}");
    assert!(sim.now > begun, "it had to wait");
}

/// A pool that does not exist: nothing is created, and the cloud's message is kept.
#[test]
fn what_breaks_leaves_no_orphan() {
    let mut sim = Sim::user("demo@maru.test");
    let before = sim.call(&network::floating_ips()).expect("floating IPs").len();
    let ports = sim.call(&network::ports(None)).expect("ports");
    let server = ports.iter().find_map(|port| port.device.clone().filter(|_| port.is_of_instance())).expect("one");
    let begun = Attach::begin(server, AddressFrom::Pool("nowhere".into()), Known::default(), false);
    let end = run(&mut sim, begun);
    let Step::Undone(Some(failure)) = end else { panic!("{end:?}") };
    assert!(!failure.message.is_empty());
    assert_eq!(sim.call(&network::floating_ips()).expect("floating IPs").len(), before);
}
