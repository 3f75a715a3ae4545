//! Several tabs of one session: one of them requests for all, and no tab's data is older than if it were alone.

mod support;

use cloud::calls::servers::ServerQuery;
use support::{World, scope, servers};
use sync::{Answer, Ask, Event, Heard, Key, pace};

/// Tabs that hear each other's responses. They share one clock; the first one leads.
struct Tabs(Vec<World>);

impl Tabs {
    fn new(count: usize, rows: usize, also: &[Key]) -> Self {
        let mut tabs: Vec<World> = (0..count).map(|_| World::loaded(rows)).collect();
        for (at, tab) in tabs.iter_mut().enumerate() {
            for key in also {
                tab.tell(Event::Subscribe(key.clone()));
            }
            tab.tell(Event::Lag(if at == 0 { 0 } else { 1_500 + at as u64 * 300 }));
        }
        let mut tabs = Self(tabs);
        // The first requests of all tabs are sent at the same time.
        tabs.run(30_000, &[]);
        tabs.0.iter_mut().for_each(|tab| tab.sent.clear());
        tabs
    }

    /// Runs all tabs except the closed ones, and passes on the responses of each.
    fn run(&mut self, ms: u64, closed: &[usize]) {
        let open: Vec<usize> = (0..self.0.len()).filter(|at| !closed.contains(at)).collect();
        for _ in 0..ms / 50 {
            for &from in &open {
                let before = self.0[from].flying.clone();
                self.0[from].run(50);
                for (ticket, flying) in before {
                    let landed = !self.0[from].flying.contains_key(&ticket);
                    if let Some(answer) = self.0[from].cloud.answer(&flying.key, &flying.ask).ok().filter(|_| landed) {
                        let others = open.iter().filter(|to| **to != from);
                        others.for_each(|to| hear(&mut self.0[*to], &flying.key, &flying.ask, &answer));
                    }
                }
            }
        }
    }

    fn sent(&self) -> usize {
        self.0.iter().map(|tab| tab.sent.len()).sum()
    }
}

fn hear(tab: &mut World, key: &Key, ask: &Ask, answer: &Answer) {
    let query = match ask {
        Ask::Servers(query) => Some(query.clone()),
        _ => None,
    };
    tab.tell(Event::Heard(Box::new(Heard { key: key.clone(), query, ago: 100, answer: answer.clone() })));
}

#[test]
fn five_tabs_cost_the_requests_of_one() {
    let volumes = Key::Volumes(scope());
    for (rows, also) in [(10, vec![]), (10, vec![volumes.clone(), Key::Zones(scope())]), (700, vec![volumes])] {
        let [one, five] = [1, 5].map(|count| {
            let mut tabs = Tabs::new(count, rows, &also);
            tabs.run(600_000, &[]);
            tabs.sent()
        });
        assert!(five <= one + one / 20 + 2, "{rows} rows: {five} instead of {one}");
    }
}

#[test]
fn when_the_leader_is_closed_another_tab_continues() {
    let mut tabs = Tabs::new(3, 10, &[]);
    tabs.run(60_000, &[]);
    assert_eq!(tabs.0[1].sent.len() + tabs.0[2].sent.len(), 0, "{:?}", tabs.0[1].sent);
    tabs.0[1].tell(Event::Lag(0));
    tabs.run(pace::AT_WORK_MS + 1_000, &[0]);
    assert!(!tabs.0[1].sent.is_empty(), "nobody asks");
}

#[test]
fn what_no_other_tab_shows_is_requested_at_the_usual_pace() {
    let mut tabs = Tabs::new(2, 10, &[]);
    let volumes = Key::Volumes(scope());
    tabs.0[1].tell(Event::Subscribe(volumes.clone()));
    tabs.0[1].tell(Event::AtHand(vec![volumes.clone()]));
    tabs.run(120_000, &[]);
    let sent = tabs.0[1].sent.iter().filter(|(_, key, _)| *key == volumes);
    let asked: Vec<u64> = sent.map(|(at, ..)| *at).collect();
    assert!(asked.len() >= 9, "{asked:?}");
    assert!(asked.windows(2).all(|two| two[1] - two[0] <= pace::AT_WORK_MS + 200), "{asked:?}");
}

#[test]
fn a_change_reaches_the_tabs_that_do_not_ask() {
    let mut tabs = Tabs::new(2, 10, &[]);
    for tab in &mut tabs.0 {
        tab.cloud.change(3, |server| server.name = "renamed".into());
        tab.cloud.delete(5, true);
    }
    tabs.run(pace::AT_WORK_MS + 1_000, &[]);
    tabs.0[1].assert_same();
    assert!(tabs.0[1].sent.is_empty(), "{:?}", tabs.0[1].sent);
}

/// Changes that start later than our own request would leave a gap.
#[test]
fn changes_with_a_gap_before_them_are_not_used() {
    let mut world = Tabs::new(1, 10, &[]).0.remove(0);
    let before = world.copy.state(&servers()).loaded_at;
    world.pass(world.now + 3_000);
    for (since, used) in [(i64::MAX / 2, false), (0, true)] {
        let query = ServerQuery { changes_since: Some(cloud::Timestamp(since)), ..ServerQuery::default() };
        let ask = Ask::Servers(query);
        let answer = world.cloud.answer(&servers(), &ask).expect("an answer");
        hear(&mut world, &servers(), &ask, &answer);
        assert_eq!(world.copy.state(&servers()).loaded_at != before, used, "{since}");
    }
}

/// After a change made here only a response to a request of this tab counts: another one may be older than the change.
#[test]
fn a_change_made_here_is_followed_by_a_request_from_here() {
    let mut tabs = Tabs::new(2, 10, &[Key::Volumes(scope())]);
    tabs.0[1].tell(Event::Invalidate(Key::Volumes(scope())));
    assert_eq!(tabs.0[1].sent.len(), 1, "{:?}", tabs.0[1].sent);
}
