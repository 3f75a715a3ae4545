use proptest::prelude::*;

use super::*;
use crate::rules::samples::{image, server};
use crate::wire::{Pairs, Told};

fn address_of(addr: &str, floating: bool) -> Address {
    Address { network: "net".into(), addr: addr.into(), version: 4, floating, mac: None }
}

fn rule(protocol: Option<&str>, ports: Option<(u16, u16)>, from: Option<&str>) -> SecurityGroupRule {
    use crate::calls::network::security_groups;
    let mut fields = r#""direction": "ingress", "ethertype": "IPv4""#.to_owned();
    if let Some(word) = protocol {
        fields.push_str(&format!(r#", "protocol": "{word}""#));
    }
    if let Some((min, max)) = ports {
        fields.push_str(&format!(r#", "port_range_min": {min}, "port_range_max": {max}"#));
    }
    if let Some(prefix) = from {
        fields.push_str(&format!(r#", "remote_ip_prefix": "{prefix}""#));
    }
    let body = format!(r#"{{"security_groups": [{{"id": "g", "security_group_rules": [{{"id": "r", {fields}}}]}}]}}"#);
    let reply = crate::Reply { status: 200, headers: Vec::new(), body };
    security_groups().finish(&reply).expect("a group").rows.remove(0).rules.remove(0)
}

fn group(name: &str, rules: Vec<SecurityGroupRule>) -> SecurityGroup {
    use crate::calls::network::security_groups;
    let body = format!(r#"{{"security_groups": [{{"id": "{name}", "name": "{name}"}}]}}"#);
    let reply = crate::Reply { status: 200, headers: Vec::new(), body };
    SecurityGroup { rules, ..security_groups().finish(&reply).expect("a group").rows.remove(0) }
}

/// An instance that can be reached.
fn web() -> Server {
    Server {
        name: "web 1".into(),
        addresses: Told::Said(vec![address_of("10.0.0.4", false), address_of("203.0.113.9", true)]),
        security_groups: Told::Said(vec!["ssh".into()]),
        key_name: Told::Said(Some("my key".into())),
        ..server("s")
    }
}

fn known(server: &Server) -> Known<'_> {
    Known { server, image: None, groups: None, keys: None, floating: &[] }
}

#[test]
fn the_user_name_from_what_is_told_to_what_is_guessed() {
    let check = |image_fields: (Option<&str>, Option<&str>, &str),
                 metadata: &[(&str, &str)],
                 expect: Option<(&str, bool)>| {
        let (login_username, os_distro, name) = image_fields;
        let owned = |text: Option<&str>| text.map(str::to_owned);
        let image = Image {
            login_username: owned(login_username),
            os_distro: owned(os_distro),
            os_type: None,
            ..image(name, "", 0, 0)
        };
        let pairs: Pairs = metadata.iter().map(|(key, value)| ((*key).into(), (*value).into())).collect();
        let server = Server { metadata: Told::Said(pairs), ..server("s") };
        let is = login(Some(&image), &server);
        assert_eq!(is.as_ref().map(|login| (login.user.as_str(), login.told)), expect, "{image_fields:?} {metadata:?}");
    };
    check((Some("rocky"), Some("ubuntu"), ""), &[("login_username", "x")], Some(("rocky", true)));
    check((None, Some("ubuntu"), ""), &[("login_username", "admin1")], Some(("admin1", true)));
    check((None, Some("Ubuntu"), "Debian"), &[], Some(("ubuntu", false)));
    check((None, None, "CentOS 7.9 (2024.05.21)"), &[], Some(("centos", false)));
    check((None, None, "Rocky Linux 9"), &[], Some(("rocky", false)));
    check((None, None, "my-golden-image"), &[("os_distro", "debian")], Some(("debian", false)));
    check((None, None, "my-golden-image"), &[("os_type", "Windows")], Some(("Administrator", false)));
    check((None, None, "my-golden-image"), &[], None);
    for bad in ["", " ", "a b", "-oProxyCommand=x", "root;reboot", "$(id)", "a'b", "사용자"] {
        check((Some(bad), None, "x"), &[], None);
    }
}

#[test]
fn each_obstacle_by_itself() {
    use Obstacle::*;
    let image = image("ubuntu", "linux", 0, 0);
    let open = [group("ssh", vec![rule(Some("tcp"), Some((22, 22)), Some("0.0.0.0/0"))])];
    let check = |server: Server, groups: Option<&[SecurityGroup]>, keys: Option<&[KeyPair]>, expect: Vec<Obstacle>| {
        let known = Known { server: &server, image: Some(&image), groups, keys, floating: &[] };
        assert_eq!(known.obstacles(), expect);
    };
    let (closed, none) = ([group("ssh", vec![rule(Some("tcp"), Some((80, 443)), None)])], []);
    check(web(), Some(&open), None, vec![]);
    check(web(), None, None, vec![]);
    check(web(), Some(&closed), None, vec![PortClosed(22)]);
    check(web(), Some(&none), None, vec![]);
    check(web(), None, Some(&[]), vec![KeyUnknown("my key".into())]);
    check(Server { status: Status::Shutoff, ..web() }, None, None, vec![NotRunning(Status::Shutoff)]);
    check(Server { key_name: Told::Said(None), ..web() }, None, None, vec![NoKey]);
    check(Server { addresses: Told::Said(vec![]), ..web() }, None, None, vec![NoAddress]);
    for private in ["10.0.0.4", "192.168.3.4", "172.31.0.1", "100.64.0.1", "fd00::1"] {
        let server = Server { addresses: Told::Said(vec![address_of(private, false)]), ..web() };
        check(server, None, None, vec![OnlyInside]);
    }
    let public = Server { addresses: Told::Said(vec![address_of("198.51.100.7", false)]), ..web() };
    check(public, None, None, vec![]);
    let no_group = Server { security_groups: Told::Said(vec![]), ..web() };
    check(no_group, Some(&open), None, vec![PortClosed(22)]);
}

/// Nova's addresses may be older than Neutron's, or never contain a floating IP.
#[test]
fn a_floating_ip_that_only_the_network_service_tells_is_the_way_in() {
    use crate::calls::network::floating_ips;
    let server = Server { addresses: Told::Said(vec![address_of("10.0.0.4", false)]), ..web() };
    let image = image("ubuntu", "linux", 0, 0);
    let check = |status: &str, expect: &str, obstacles: &[Obstacle]| {
        let body = format!(
            r#"{{"floatingips": [{{"id": "f", "floating_ip_address": "203.0.113.9", "port_id": "p", "status": "{status}"}}]}}"#
        );
        let reply = crate::Reply { status: 200, headers: Vec::new(), body };
        let floating = floating_ips().finish(&reply).expect("one");
        let known = Known { image: Some(&image), floating: &floating, ..known(&server) };
        assert_eq!(known.command().as_deref(), Some(format!("ssh -i ~/.ssh/'my key.pem' ubuntu@{expect}").as_str()));
        assert_eq!(known.obstacles(), obstacles, "{status}");
    };
    check("ACTIVE", "203.0.113.9", &[]);
    check("DOWN", "10.0.0.4", &[Obstacle::OnlyInside]);
}

#[test]
fn windows_is_entered_by_remote_desktop() {
    let (image, server) = (image("windows", "windows", 50, 0), web());
    let closed = [group("ssh", vec![rule(Some("tcp"), Some((22, 22)), None)])];
    let known = Known { image: Some(&image), groups: Some(&closed), ..known(&server) };
    assert_eq!((known.way(), known.obstacles()), (Way::Rdp, vec![Obstacle::PortClosed(3389)]));
    assert_eq!(known.command(), None);
}

#[test]
fn which_rules_open_a_port() {
    let server = web();
    let open = |rule: SecurityGroupRule| {
        let groups = [group("ssh", vec![rule])];
        Known { groups: Some(&groups), ..known(&server) }.open_to(22)
    };
    let from = |prefix: &str| Some(vec![OpenTo::Range(prefix.to_owned())]);
    assert_eq!(open(rule(Some("tcp"), Some((22, 22)), Some("192.0.2.0/24"))), from("192.0.2.0/24"));
    assert_eq!(open(rule(Some("TCP"), Some((1, 22)), None)), from("0.0.0.0/0"));
    assert_eq!(open(rule(None, None, None)), from("0.0.0.0/0"));
    assert_eq!(open(SecurityGroupRule { ethertype: "IPv6".into(), ..rule(None, None, None) }), from("::/0"));
    let addresses =
        SecurityGroupRule { remote_other: Some("office".into()), ..rule(Some("tcp"), Some((22, 22)), None) };
    assert_eq!(open(addresses), Some(vec![OpenTo::AddressGroup("office".to_owned())]));
    for closed in [
        rule(Some("tcp"), Some((23, 80)), None),
        rule(Some("tcp"), Some((1, 21)), None),
        rule(Some("udp"), Some((22, 22)), None),
        SecurityGroupRule { ingress: false, ..rule(None, None, None) },
        SecurityGroupRule { remote_group: Some("g".into()), ..rule(None, None, None) },
    ] {
        assert_eq!(open(closed.clone()), Some(vec![]), "{closed:?}");
    }
}

#[test]
fn the_command_and_the_config_block() {
    let (image, server) = (image("Ubuntu 24.04", "linux", 0, 0), web());
    let known = Known { image: Some(&image), ..known(&server) };
    assert_eq!(known.command().as_deref(), Some("ssh -i ~/.ssh/'my key.pem' ubuntu@203.0.113.9"));
    let block = "Host web-1\n    HostName 203.0.113.9\n    User ubuntu\n    IdentityFile \"~/.ssh/my key.pem\"\n    IdentitiesOnly yes\n";
    assert_eq!(known.config().as_deref(), Some(block));
    let bare = Server { name: String::new(), key_name: Told::Said(None), ..web() };
    let known = Known { server: &bare, ..known };
    assert_eq!(known.command().as_deref(), Some("ssh ubuntu@203.0.113.9"));
    assert_eq!(known.config().as_deref(), Some("Host 203.0.113.9\n    HostName 203.0.113.9\n    User ubuntu\n"));
}

proptest! {
    /// Anyone in the project can choose names: none of them may end a word or line of a pasted shell command.
    #[test]
    fn nothing_a_shell_reads_gets_into_a_command(name in any::<String>(), key in any::<String>(), user in any::<String>()) {
        let image = Image { login_username: Some(user), ..image("ubuntu", "linux", 0, 0) };
        let server = Server { name, key_name: Told::Said(Some(KeyName(key))), ..web() };
        let known = Known { image: Some(&image), ..known(&server) };
        // Outside single quotes there is nothing that the shell interprets; an escaped quote does not end them.
        let command = known.command().expect("a command").replace(r"'\''", "");
        let outside: String = command.split('\'').step_by(2).collect();
        prop_assert!(outside.chars().all(|c| c.is_alphanumeric() || " -~/.@_:".contains(c)), "{command}");
        prop_assert!(command.matches('\'').count().is_multiple_of(2), "{command}");
        let config = known.config().expect("a block");
        prop_assert!(config.lines().count() == 5 && config.matches('"').count() == 2, "{config}");
    }
}
