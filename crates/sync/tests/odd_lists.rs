//! Lists of unusual clouds: markers that are refused, clocks that are wrong.

mod support;

use cloud::calls::servers::ServerQuery;
use support::{World, scope, servers};
use sync::{Ask, Event, Phase};

fn queries(world: &World) -> Vec<ServerQuery> {
    let all = world.sent.iter().filter_map(|(_, _, ask)| match ask {
        Ask::Servers(query) => Some(query.clone()),
        _ => None,
    });
    all.collect()
}

/// 50 rows and no link: there may be more, and a cloud without more may refuse the marker.
#[test]
fn a_list_of_exactly_one_page_without_links_is_whole_although_no_marker_is_taken() {
    for (count, links, whole) in [(50, false, true), (20, false, true), (120, true, false)] {
        let mut world = World::new(count);
        world.cloud.links = links;
        world.cloud.cap = 50;
        world.cloud.refuses_markers = true;
        world.tell(Event::Subscribe(servers()));
        world.run(120_000);
        let state = world.copy.state(&servers());
        assert_eq!(state.complete, whole, "{count}: {:?}", state.phase);
        assert_eq!(matches!(state.phase, Phase::Failed(_)), !whole, "{count}: {:?}", state.phase);
        assert_eq!(world.ids().len(), count.min(50), "{count}");
        assert!(world.sent.len() < 25, "{} requests", world.sent.len());
    }
}

/// A host with a wrong clock writes an `updated` in 2038: later changes were never noticed.
#[test]
fn an_updated_in_the_future_does_not_blind_the_changes() {
    for ahead_s in [20, 3_600, 400_000_000] {
        let mut world = World::loaded(120);
        let odd = world.cloud.change(60, |_| {}).expect("a row");
        let nth = world.cloud.rows.iter().position(|row| row.id == odd).expect("there");
        world.cloud.rows[nth].updated = Some(cloud::Timestamp(world.cloud.now_ms + ahead_s * 1000));
        world.run(60_000);
        let renamed = world.cloud.change(5, |row| row.name = "new".into()).expect("a row");
        world.run(25_000);
        assert_eq!(world.copy.server(&scope(), &renamed).expect("there").name, "new", "{ahead_s} s ahead");
        // And polls do not become long.
        world.run(60_000);
        let since = queries(&world).iter().rev().find_map(|query| query.changes_since).expect("a delta");
        assert!(ahead_s < 60 || world.cloud.now_ms - since.0 < 60_000, "{ahead_s} s ahead: {since:?}");
    }
}

#[test]
fn a_cloud_whose_clock_is_set_back_is_still_heard() {
    let mut world = World::loaded(120);
    world.cloud.change(5, |row| row.name = "before".into());
    world.run(25_000);
    world.cloud.now_ms -= 3_600_000;
    world.run(25_000);
    let renamed = world.cloud.change(7, |row| row.name = "after".into()).expect("a row");
    world.run(25_000);
    assert_eq!(world.copy.server(&scope(), &renamed).expect("there").name, "after");
}
