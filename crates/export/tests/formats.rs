//! What is written, read back by readers that are not Maru's.

use cloud::calls::servers::get;
use cloud::rules::ssh::Known;
use cloud::wire::Server;
use cloud::{Reply, ServerId, Timestamp};
use export::{Host, Sheet, csv, inventory, json, lines, ssh_config};
use proptest::prelude::*;
use saphyr::{LoadableYamlNode, ScalarOwned, YamlOwned};
use serde_json::json;
use view::Datum;

fn server(id: &str, name: &str, key: &str, addresses: &[(&str, bool)]) -> Server {
    let addresses: Vec<_> = addresses
        .iter()
        .map(|(addr, floating)| json!({"addr": addr, "version": 4, "OS-EXT-IPS:type": if *floating { "floating" } else { "fixed" }}))
        .collect();
    let row = json!({"server": {"id": id, "name": name, "key_name": key, "status": "ACTIVE", "addresses": {"net": addresses},
        "metadata": {"os_distro": "ubuntu"}}});
    let reply = Reply { status: 200, headers: Vec::new(), body: row.to_string() };
    get(&ServerId(id.into())).finish(&reply).expect("an instance")
}

fn host<'a>(server: &'a Server, group: &str, facts: &[(&'static str, &str)]) -> Host<'a> {
    let known = Known { server, image: None, groups: None, keys: None, floating: &[] };
    Host { known, group: group.into(), facts: facts.iter().map(|(key, value)| (*key, (*value).into())).collect() }
}

fn sheet(columns: &[&str], rows: Vec<Vec<Datum>>) -> Sheet {
    Sheet { columns: columns.iter().map(|name| (*name).to_owned()).collect(), rows }
}

#[test]
fn a_table_as_csv_and_as_json() {
    let table = sheet(
        &["name", "cores", "addresses", "created"],
        vec![
            vec![
                Datum::text("web, \"1\""),
                Datum::Number(-4),
                Datum::Texts(vec!["10.0.0.4".into(), "203.0.113.9".into()]),
                Datum::Time(Timestamp(0)),
            ],
            vec![Datum::text("two\nlines"), Datum::Nothing, Datum::Texts(vec![]), Datum::time(None)],
        ],
    );
    let expect = "name,cores,addresses,created\r\n\"web, \"\"1\"\"\",-4,10.0.0.4; 203.0.113.9,1970-01-01T00:00:00Z\r\n\"two\nlines\",,,\r\n";
    assert_eq!(csv(&table), expect);
    let read: serde_json::Value = serde_json::from_str(&json(&table)).expect("JSON");
    let expect = json!([
        {"name": "web, \"1\"", "cores": -4, "addresses": ["10.0.0.4", "203.0.113.9"], "created": "1970-01-01T00:00:00Z"},
        {"name": "two\nlines", "cores": null, "addresses": [], "created": null},
    ]);
    assert_eq!(read, expect);
    assert_eq!(json(&sheet(&["name"], vec![])), "[\n]\n");
}

#[test]
fn a_spreadsheet_finds_no_formula() {
    for text in ["=1+1", "+1", "-1", "@SUM(A1)", "\tx", "\r=1", "  =1", "＝1", "＠x", "\n=1"] {
        let written = csv(&sheet(&["name"], vec![vec![Datum::text(text)]]));
        let cell = read_csv(&written)[1][0].clone();
        assert_eq!(cell, format!("'{text}"), "{text:?}");
    }
    for text in ["web-1", "a=b", "'quoted", "10.0.0.4", "이름"] {
        let written = csv(&sheet(&["name"], vec![vec![Datum::text(text)]]));
        assert_eq!(read_csv(&written)[1][0], text);
    }
}

/// Excel reads a file without the mark in the encoding of the computer.
#[test]
fn a_byte_order_mark_only_where_it_is_needed() {
    assert!(csv(&sheet(&["name"], vec![vec![Datum::text("웹")]])).starts_with('\u{feff}'));
    assert!(csv(&sheet(&["name"], vec![vec![Datum::text("web")]])).starts_with("name"));
}

#[test]
fn plain_lists_have_one_text_a_line() {
    assert_eq!(lines(["a", "", "b\nc"].into_iter()), "a\nb c\n");
}

#[test]
fn an_ssh_config_for_hosts_with_an_address() {
    let web = server("aaaa-1111", "web 1", "my key", &[("10.0.0.4", false), ("203.0.113.9", true)]);
    let also = server("bbbb2222xx", "Web-1", "", &[("10.0.0.5", false)]);
    let none = server("c", "db", "", &[]);
    let written = ssh_config(&[host(&web, "", &[]), host(&also, "", &[]), host(&none, "", &[])]);
    let expect = "Host web-1-aaaa1111\n    HostName 203.0.113.9\n    User ubuntu\n    IdentityFile \"~/.ssh/my key.pem\"\n    \
                  IdentitiesOnly yes\n\nHost Web-1-bbbb2222\n    HostName 10.0.0.5\n    User ubuntu\n";
    assert_eq!((written.text.as_str(), written.hosts), (expect, 2));
}

#[test]
fn an_inventory_in_groups() {
    let [web, db, lone] = [("1", "web-1", "203.0.113.9"), ("2", "db", "203.0.113.10"), ("3", "1e3", "203.0.113.11")]
        .map(|(id, name, address)| server(id, name, "", &[(address, true)]));
    let hosts = [
        host(&web, "kr-pub-a", &[("status", "ACTIVE"), ("image", "{{ lookup('pipe','id') }}")]),
        host(&db, "all", &[]),
        host(&lone, "", &[("zone", "")]),
    ];
    let expect = r#"all:
  hosts:
    "1e3":
      ansible_host: "203.0.113.11"
      ansible_user: "ubuntu"
  children:
    kr_pub_a:
      hosts:
        "web-1":
          ansible_host: "203.0.113.9"
          ansible_user: "ubuntu"
          maru_status: "ACTIVE"
          maru_image: !unsafe "{{ lookup('pipe','id') }}"
    group_all:
      hosts:
        "db":
          ansible_host: "203.0.113.10"
          ansible_user: "ubuntu"
"#;
    assert_eq!(inventory(&hosts).text, expect);
    assert_eq!(inventory(&[]).text, "all:\n  hosts: {}\n");
}

fn read_csv(text: &str) -> Vec<Vec<String>> {
    let text = text.trim_start_matches('\u{feff}');
    let mut reader = ::csv::ReaderBuilder::new().has_headers(false).from_reader(text.as_bytes());
    reader.records().map(|record| record.expect("CSV").iter().map(str::to_owned).collect()).collect()
}

fn yaml(text: &str) -> YamlOwned {
    let mut documents = YamlOwned::load_from_str(text).unwrap_or_else(|problem| panic!("{problem}: {text}"));
    assert_eq!(documents.len(), 1, "{text}");
    documents.remove(0)
}

/// The texts of a mapping, keys and values, at any depth. Tags are left out.
fn texts(node: &YamlOwned, found: &mut Vec<String>) {
    match node {
        YamlOwned::Mapping(pairs) => pairs.iter().for_each(|(key, value)| {
            texts(key, found);
            texts(value, found);
        }),
        YamlOwned::Value(ScalarOwned::String(text)) => found.push(text.clone()),
        YamlOwned::Tagged(_, node) => texts(node, found),
        other => panic!("unexpected: {other:?}"),
    }
}

/// Names as somebody who wants to do harm would choose them.
fn hostile() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        any::<String>(),
        "[-=+@\t\r\n\"',;:{}%#*?!\\[\\] .a-z0-9]{0,12}",
        Just("\u{202e}\u{2066}\u{feff}\u{2028}\u{85}".to_owned()),
        Just("a\nHost *\n    ProxyCommand id".to_owned()),
        Just("{{ x }}".to_owned()),
        Just("web-1".to_owned()),
        Just("이름".to_owned()),
    ];
    proptest::collection::vec(piece, 0..3).prop_map(|pieces| pieces.concat())
}

proptest! {
    #[test]
    fn what_csv_and_json_readers_read_is_what_was_written(
        rows in proptest::collection::vec(proptest::collection::vec(hostile(), 1..4), 0..6),
    ) {
        let width = rows.first().map_or(1, Vec::len);
        let rows: Vec<Vec<String>> = rows.into_iter().map(|mut row| { row.resize(width, String::new()); row }).collect();
        let columns: Vec<String> = (0..width).map(|at| format!("c{at}")).collect();
        let cells = rows.iter().map(|row| row.iter().map(|text| Datum::Text(text.clone())).collect()).collect();
        let sheet = Sheet { columns: columns.clone(), rows: cells };

        let read = read_csv(&csv(&sheet));
        prop_assert_eq!(&read[0], &columns);
        for (is, was) in read[1..].iter().flatten().zip(rows.iter().flatten()) {
            let as_it_is = is == was && !was.trim_start().starts_with(['=', '+', '-', '@']);
            prop_assert!(as_it_is || *is == format!("'{was}"), "{is:?} {was:?}");
        }
        prop_assert_eq!(read.len(), rows.len() + 1);

        let read: Vec<serde_json::Map<String, serde_json::Value>> = serde_json::from_str(&json(&sheet)).expect("JSON");
        for (is, was) in read.iter().zip(&rows) {
            prop_assert!(columns.iter().zip(was).all(|(key, text)| is[key] == text.as_str()));
        }
        prop_assert_eq!(read.len(), rows.len());
    }

    #[test]
    fn no_name_leaves_its_place_in_an_inventory(names in proptest::collection::vec((hostile(), hostile(), hostile()), 1..6)) {
        let servers: Vec<Server> = names.iter().enumerate()
            .map(|(at, (name, _, key))| server(&format!("id-{at}"), name, key, &[("203.0.113.9", true)])).collect();
        let hosts: Vec<Host<'_>> = servers.iter().zip(&names)
            .map(|(server, (name, group, _))| host(server, group, &[("name", name)])).collect();
        let written = inventory(&hosts);
        let node = yaml(&written.text);
        let mut found = Vec::new();
        texts(&node, &mut found);
        // Every host once, each with its own name as a value.
        for (name, _, _) in names.iter().filter(|(name, _, _)| !name.is_empty()) {
            prop_assert!(found.contains(&server("x", name, "", &[]).name), "{name:?} {}", written.text);
        }
        prop_assert_eq!(found.iter().filter(|text| *text == "ansible_host").count(), names.len());
        // Nothing hidden and no direction mark is in the file, and a template only as a text.
        let hidden = written.text.contains(['\u{202e}', '\u{2066}', '\u{feff}', '\u{2028}', '\u{85}']);
        prop_assert!(!hidden);
        prop_assert!(written.text.lines().filter(|line| line.contains("{{")).all(|line| line.contains(": !unsafe \"")));
    }

    #[test]
    fn no_name_adds_a_line_to_an_ssh_config(names in proptest::collection::vec((hostile(), hostile()), 1..6)) {
        let servers: Vec<Server> = names.iter().enumerate()
            .map(|(at, (name, key))| server(&format!("id-{at}"), name, key, &[("203.0.113.9", true)])).collect();
        let hosts: Vec<Host<'_>> = servers.iter().map(|server| host(server, "", &[])).collect();
        let text = ssh_config(&hosts).text;
        let mut aliases = Vec::new();
        for line in text.lines().filter(|line| !line.is_empty()) {
            let (key, value) = line.trim_start().split_once(' ').expect("a key and a value");
            match key {
                "Host" => {
                    let plain = |c: char| c.is_ascii_alphanumeric() || "._-".contains(c) || matches!(c, '가'..='힣' | '一'..='鿿');
                    prop_assert!(value.chars().all(plain) && !value.starts_with('-'), "{line:?}");
                    aliases.push(value.to_lowercase());
                }
                "HostName" => prop_assert_eq!(value, "203.0.113.9"),
                "User" => prop_assert_eq!(value, "ubuntu"),
                "IdentitiesOnly" => prop_assert_eq!(value, "yes"),
                "IdentityFile" => prop_assert!(value.matches('"').count() == 2, "{line:?}"),
                other => prop_assert!(false, "{other}"),
            }
        }
        aliases.sort();
        aliases.dedup();
        prop_assert_eq!(aliases.len(), names.len());
    }
}
