//! Bodies of 200 responses, for every decoder of `cloud::calls`.

use cloud::actions;
use cloud::calls::flavors::FlavorQuery;
use cloud::calls::interfaces::NewInterface;
use cloud::calls::network::NetworkDialect;
use cloud::calls::servers::ServerQuery;
use cloud::calls::*;
use cloud::config::RuleSet;
use cloud::rules::limits::Limits;
use cloud::wire::Volume;
use cloud::{Call, FailureKind, Reply};

/// A body of a response with status 200.
pub fn target(data: &[u8]) {
    read_all(&Reply { status: 200, headers: Vec::new(), body: crate::text(data) });
}

/// Runs every decoder.
pub fn read_all(reply: &Reply) {
    for reader in readers() {
        (reader.read)(reply);
    }
    if let Ok(page) = servers::list(&ServerQuery::default()).finish(reply) {
        assert!(page.servers.iter().all(|row| !row.id.as_str().is_empty()), "a row without an id is no row");
    }
}

/// A decoder.
pub struct Reader {
    /// Its result type as declared: `Vec<Flavor>`.
    pub makes: String,
    read: Box<dyn Fn(&Reply)>,
}

impl Reader {
    fn of<T: 'static>(call: Call<T>) -> Self {
        let read = move |reply: &Reply| {
            let Err(failure) = call.finish(reply) else { return };
            assert!(!failure.message.is_empty(), "a failure says something");
            assert!(!failure.message.contains(char::is_control), "in one line: {:?}", failure.message);
            assert!(reply.body.starts_with(&failure.raw), "and keeps what came");
            let good = (200..300).contains(&reply.status);
            assert!(good || failure.kind != FailureKind::Unreadable, "what is refused is not read");
        };
        Self { makes: short(std::any::type_name::<T>()), read: Box::new(read) }
    }
}

/// Shortens `alloc::vec::Vec<cloud::wire::flavor::Flavor>` to `Vec<Flavor>`.
fn short(name: &str) -> String {
    let parts = name.split_inclusive(['<', '>', ',']);
    parts.map(|part| part.rsplit("::").next().unwrap_or(part)).collect()
}

/// A decoder for every result type of a call.
pub fn readers() -> Vec<Reader> {
    let mut all = compute();
    all.extend(instance());
    all.extend(network_and_identity());
    all.extend(storage());
    all.extend(filled_in());
    all
}

fn compute() -> Vec<Reader> {
    vec![
        Reader::of(compute::zones()),
        Reader::of(identity::projects(true)),
        Reader::of(flavors::list_names(&FlavorQuery::default())),
        Reader::of(flavors::list(&FlavorQuery::default())),
        Reader::of(keypairs::list()),
        Reader::of(keypairs::get(&"k".into())),
        Reader::of(keypairs::delete(&"k".into())),
        Reader::of(servers::list(&ServerQuery::default())),
        Reader::of(server_groups::list()),
        Reader::of(quota::limits()),
        Reader::of(quota::quota_set(&"t".into())),
        Reader::of(quota::volume_limits()),
    ]
}

fn instance() -> Vec<Reader> {
    let id = "s".into();
    vec![
        Reader::of(servers::get(&id)),
        Reader::of(attachments::list(&id, None, None)),
        Reader::of(attachments::get(&id, &"v".into())),
        Reader::of(interfaces::list(&id)),
        Reader::of(interfaces::attach(&id, &NewInterface::Port("p".into()))),
        Reader::of(metadata::list(&id)),
        Reader::of(console::log(&id, None)),
        Reader::of(console::remote(&id)),
        Reader::of(console::password(&id)),
        Reader::of(actions::rescue(&id, None)),
        Reader::of(actions::rebuild(&id, &"i".into(), None, None)),
        Reader::of(actions::create_image(&id, "n", &Default::default())),
    ]
}

fn network_and_identity() -> Vec<Reader> {
    vec![
        Reader::of(network::networks(NetworkDialect::Nhn)),
        Reader::of(network::networks(NetworkDialect::Neutron)),
        Reader::of(network::subnets(NetworkDialect::Nhn)),
        Reader::of(network::subnets(NetworkDialect::Neutron)),
        Reader::of(network::security_groups()),
        Reader::of(network::security_group(&"g".into())),
        Reader::of(network::floating_ips()),
        Reader::of(network::floating_ip(&"f".into())),
        Reader::of(network::ports(None)),
        Reader::of(network::port(&"p".into())),
        Reader::of(identity::inspect()),
        Reader::of(identity::issue(&no_credentials())),
    ]
}

fn storage() -> Vec<Reader> {
    vec![
        Reader::of(images::list(1, None)),
        Reader::of(images::get(&"i".into())),
        Reader::of(volumes::list(1, None)),
        Reader::of(volumes::get(&"v".into())),
        Reader::of(volumes::types()),
        Reader::of(volumes::snapshots(1, None)),
        Reader::of(volumes::snapshot(&"s".into())),
    ]
}

fn no_credentials() -> identity::Credentials {
    identity::Credentials::V2 { tenant: String::new(), user: String::new(), password: String::new() }
}

/// Calls that only a valid form can create.
fn filled_in() -> Vec<Reader> {
    let limits = Limits::of(RuleSet::OpenStack, None);
    let draft = cloud::create::Draft {
        name: "n".to_owned(),
        count: "1".to_owned(),
        image: "i".into(),
        flavor: "f".into(),
        nic: cloud::create::NicDraft {
            to: cloud::create::ConnectTo::Network,
            network: "n".into(),
            ..Default::default()
        },
        ..Default::default()
    };
    let create = cloud::create::validate(&draft, &cloud::create::Context::unknown(&limits));
    let policy = cloud::rules::placement::policy_name("n");
    let rule = cloud::security::rule(&cloud::security::Preset::Http.draft(None), RuleSet::OpenStack);
    let image = a_volume().and_then(|volume| {
        let draft = cloud::volume::ImageDraft { name: "n".to_owned(), ..Default::default() };
        cloud::volume::image(&draft, &volume).ok()
    });
    [
        create.ok().map(|form| Reader::of(servers::create(&form))),
        policy.ok().map(|name| Reader::of(server_groups::create(&name, &cloud::wire::Placement::AntiAffinity))),
        rule.ok().map(|form| Reader::of(network::create_rule(&"g".into(), &form))),
        image.map(|form| Reader::of(volumes::upload_image(&"v".into(), &form))),
    ]
    .into_iter()
    .flatten()
    .collect()
}

fn a_volume() -> Option<Volume> {
    let body = r#"{"volume": {"id": "v"}}"#.to_owned();
    volumes::get(&"v".into()).finish(&Reply { status: 200, headers: Vec::new(), body }).ok()
}
