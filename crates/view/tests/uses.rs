//! What other pages count about instances.

use std::sync::Arc;

use cloud::Reply;
use cloud::calls::servers;
use cloud::wire::Server;

fn rows(servers: &[(&str, &str, &str, &str)]) -> Vec<Arc<Server>> {
    let one = |(id, status, zone, key): &(&str, &str, &str, &str)| {
        format!(
            r#"{{"id":"{id}","name":"n{id}","status":"{status}","OS-EXT-AZ:availability_zone":{zone},"key_name":{key}}}"#
        )
    };
    let list: Vec<String> = servers.iter().map(one).collect();
    let body = format!(r#"{{"servers":[{}]}}"#, list.join(","));
    let reply = Reply { status: 200, headers: Vec::new(), body };
    let page = servers::list(&Default::default()).finish(&reply).expect("a page of instances");
    page.servers.into_iter().map(Arc::new).collect()
}

#[test]
fn instances_of_a_zone() {
    let rows = rows(&[
        ("1", "ACTIVE", "\"a\"", "null"),
        ("2", "SHUTOFF", "\"a\"", "null"),
        ("3", "BUILD", "\"\"", "null"),
        ("4", "ACTIVE", "null", "null"),
    ]);
    let counts = view::zones::count(&rows);
    let counts: Vec<_> =
        counts.into_iter().map(|(zone, count)| (zone.map(|zone| zone.0), count.all, count.running)).collect();
    assert_eq!(counts, [(None, 2, 1), (Some("a".to_owned()), 2, 1)]);
}

#[test]
fn instances_of_a_key_pair() {
    let rows = rows(&[
        ("1", "ACTIVE", "\"a\"", "\"k\""),
        ("2", "ACTIVE", "\"a\"", "null"),
        ("3", "ERROR", "\"a\"", "\"k\""),
        ("4", "ACTIVE", "\"a\"", "\"other\""),
    ]);
    let users = view::key_pairs::users(&rows);
    let users: Vec<_> = users
        .into_iter()
        .map(|(key, users)| (key, users.into_iter().map(|(id, name)| format!("{} {name}", id.0)).collect::<Vec<_>>()))
        .collect();
    let expect =
        [("k".to_owned(), vec!["1 n1".to_owned(), "3 n3".to_owned()]), ("other".to_owned(), vec!["4 n4".to_owned()])];
    assert_eq!(users, expect);
}
