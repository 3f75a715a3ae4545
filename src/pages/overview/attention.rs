//! What needs attention, each with a link to where it can be handled. Lists that could not be read are named, so that an
//! empty section means something.

use std::sync::Arc;
use std::time::Duration;

use ::view::instances::{Search, StatusGroup};
use ::view::overview::{Alarm, Item, Lists, Need, Target, attention};
use cloud::wire::{FloatingIp, SecurityGroup, Volume};
use cloud::{FailureKind, Timestamp};
use leptos::prelude::*;

use super::instances::instances;
use super::tile;
use crate::browser::clock;
use crate::data::{self, Instances, Live};
use crate::locales::{Plural, Text, Texts, Words, counted, filled, tx};
use crate::routes::{self, Route, Thing};
use crate::ui::{Ago, Icon, Skeleton, icon, live_view};

const MINUTE_MS: f64 = 60_000.0;

/// How long slow lists hold back what the others report.
const PATIENCE: Duration = Duration::from_secs(3);

/// The state of each list and its name.
pub type States = [(Memo<State>, Words); 4];

/// The states of the lists that are searched for problems.
pub fn states(
    servers: Live<Instances>,
    volumes: Live<Arc<[Volume]>>,
    floating: Live<Arc<[FloatingIp]>>,
    groups: Live<Arc<[SecurityGroup]>>,
) -> States {
    let all_of_them = Memo::new(move |_| match state(servers).get() {
        State::Seen if !servers.value.with(|list| list.as_ref().is_some_and(|list| list.complete)) => State::Coming,
        other => other,
    });
    [
        (all_of_them, |t| t.shell().instances),
        (state(volumes), |t| t.shell().volumes),
        (state(floating), |t| t.shell().floating_ips),
        (state(groups), |t| t.shell().security_groups),
    ]
}

/// Next to the heading: which lists are still loading. It always takes up its line.
pub fn still_loading(states: &States) -> AnyView {
    let states = *states;
    let words = Text::live(move || match named(&states, State::Coming) {
        Some(what) => filled(|t| t.overview().still_loading, [("what", what)]),
        None => Text::default(),
    });
    view! { <span class="count still" role="status">{words}</span> }.into_any()
}

/// The section.
pub fn section(
    servers: Live<Instances>,
    volumes: Live<Arc<[Volume]>>,
    floating: Live<Arc<[FloatingIp]>>,
    groups: Live<Arc<[SecurityGroup]>>,
    states: States,
) -> AnyView {
    let session = data::session();
    let now = clock::ticking();
    // Durations are in minutes, so an update every second would be wasted.
    let minute = Memo::new(move |_| (now.get() / MINUTE_MS) as i64);
    let alarms = Memo::new(move |_| {
        let rules = session.with(|state| state.session().map(|session| session.cloud.rules)).unwrap_or_default();
        let (servers, volumes) = (servers.value.get(), volumes.value.get());
        let (floating, groups) = (floating.value.get(), groups.value.get());
        let lists = Lists {
            servers: servers.as_ref().map(|list| &*list.rows),
            volumes: volumes.as_deref(),
            addresses: floating.as_deref(),
            groups: groups.as_deref(),
            rules,
        };
        attention(&lists, Timestamp(minute.get() * MINUTE_MS as i64))
    });
    // Rendered all at once, the most urgent first: items that appear one by one would push away what is being read. Slow
    // lists are not waited for.
    let late = RwSignal::new(false);
    set_timeout(move || _ = late.try_set(true), PATIENCE);
    let coming = move || states.iter().any(|(state, _)| state.get() == State::Coming);
    let waiting = Memo::new(move |_| coming() && (!late.get() || alarms.with(Vec::is_empty)));
    view! {
        <section class="attention">
            <h2>{tx(|t| t.overview().attention)}</h2>
            {live_view(move || match (waiting.get(), alarms.with(Vec::is_empty)) {
                (true, _) => view! { <Skeleton rows=4 /> }.into_any(),
                (false, true) => view! {
                    <p class="calm" role="status">{icon(Icon::Ok)}<span>{tx(|t| t.overview().calm)}</span></p>
                }
                .into_any(),
                (false, false) => {
                    let rows: Vec<_> = alarms.get().into_iter().map(alarm).collect();
                    view! { <ul class="alarms">{rows}</ul> }.into_any()
                }
            })}
            {live_view(move || unseen(&states))}
        </section>
    }
    .into_any()
}

/// The state of a list.
#[derive(Clone, Copy, PartialEq)]
pub enum State {
    /// It is loading.
    Coming,
    /// It was read.
    Seen,
    /// It could not be read.
    Unseen,
    /// The region does not have the service.
    Absent,
}

fn state<T: Clone + Send + Sync + 'static>(live: Live<T>) -> Memo<State> {
    Memo::new(move |_| match (live.value.with(Option::is_some), live.failure()) {
        (true, _) => State::Seen,
        (false, None) => State::Coming,
        (false, Some(failure)) if matches!(failure.kind, FailureKind::NoService(_)) => State::Absent,
        (false, Some(_)) => State::Unseen,
    })
}

/// The names of the lists in this state, if any.
fn named(states: &States, wanted: State) -> Option<Text> {
    let names: Vec<Words> = states.iter().filter(|(state, _)| state.get() == wanted).map(|(_, name)| *name).collect();
    let said = move || names.iter().map(|name| name(crate::locales::t())).collect::<Vec<_>>().join(", ");
    (!said().is_empty()).then(|| Text::live(move || said().into()))
}

fn unseen(states: &States) -> AnyView {
    match named(states, State::Unseen) {
        Some(what) => view! { <p class="dim">{filled(|t| t.overview().unseen, [("what", what)])}</p> }.into_any(),
        None => ().into_any(),
    }
}

fn alarm(alarm: Alarm) -> AnyView {
    let Alarm { need, all, items } = alarm;
    let rest = all.saturating_sub(items.len());
    let one = |one: Item| {
        let href = routes::href(&route_of(&one.target));
        item(need, one, href, ().into_any())
    };
    drawn(need, all, items.into_iter().map(one).collect(), rest, Some(list(need)))
}

/// A kind of problem: their number, a link to all, some by name, and how many more there are.
pub fn drawn(need: Need, all: usize, items: Vec<AnyView>, rest: usize, list: Option<String>) -> AnyView {
    let words = Saying::of(need);
    let rest = (rest > 0).then(|| view! { <li class="dim">{counted(|t| &t.overview().more, rest)}</li> });
    view! {
        <li class=words.tone>
            {icon(words.mark)}
            <div class="alarm-head"><strong>{counted(words.title, all)}</strong>{list.map(|list| view! { <a href=list>{tx(words.act)}</a> })}</div>
            <ul>{items}{rest}</ul>
        </li>
    }
    .into_any()
}

/// The page of a thing.
pub fn route_of(target: &Target) -> Route {
    match target.clone() {
        Target::Instance(id) => Route::Instance(id),
        Target::Volume(id) => Route::One(Thing::Volume, id.0),
        Target::Group(id) => Route::SecurityGroup(id),
        Target::Addresses => Route::FloatingIps,
    }
}

/// One problem. `whose` is its project, if several are shown.
pub fn item(need: Need, item: Item, href: String, whose: AnyView) -> AnyView {
    let name: Text = if item.name.is_empty() { tx(|t| t.overview().nameless) } else { item.name.into() };
    let detail: Text = match need {
        Need::OpenLogin => filled(|t| t.overview().open_ports, [("ports", item.detail.into())]),
        _ => item.detail.into(),
    };
    let number = match (need, item.number) {
        (Need::OpenLogin, Some(users)) => counted(|t| &t.overview().group_users, users as usize),
        (_, Some(size)) => filled(|t| t.common().gb, [("n", tile::figure(size))]),
        _ => Text::default(),
    };
    let since = item.since.map(|at| view! { <Ago at=Signal::stored(Some(at)) /> });
    view! {
        <li>
            <a href=href dir="auto">{name}</a>
            {whose}
            <span class="alarm-detail">{detail}</span>
            <span class="dim">{number}</span>
            {since}
        </li>
    }
    .into_any()
}

/// The status group of the instances with this problem.
pub fn group(need: Need) -> Option<StatusGroup> {
    match need {
        Need::InError => Some(StatusGroup::Error),
        Need::LongBuild | Need::Stuck | Need::Unconfirmed => Some(StatusGroup::Busy),
        _ => None,
    }
}

/// The address of the list with all of a kind.
fn list(need: Need) -> String {
    let of_status = |group: Option<StatusGroup>| instances(&group.map(Search::of_group).unwrap_or_default());
    match need {
        // One of several statuses: only the unfiltered list shows all of them.
        Need::VolumeFailed => routes::href(&Route::Volumes),
        Need::FreeVolume => tile::free_volumes(),
        Need::OpenLogin => routes::href(&Route::SecurityGroups),
        Need::FreeAddress => tile::free_addresses(),
        Need::InError | Need::LongBuild | Need::Stuck | Need::Unconfirmed => of_status(group(need)),
    }
}

/// The texts for a kind of problem.
struct Saying {
    tone: &'static str,
    mark: Icon,
    title: fn(Texts) -> &'static Plural,
    act: Words,
}

impl Saying {
    fn of(need: Need) -> Self {
        let (bad, slow, idle) = (("bad", Icon::Bad), ("busy", Icon::Clock), ("off", Icon::Off));
        let (look, title, act): (_, fn(Texts) -> &'static Plural, Words) = match need {
            Need::InError => (bad, |t| &t.overview().in_error, |t| t.overview().in_error_act),
            Need::VolumeFailed => (bad, |t| &t.overview().volume_failed, |t| t.overview().volume_failed_act),
            Need::LongBuild => (slow, |t| &t.overview().long_build, |t| t.overview().long_build_act),
            Need::Stuck => (slow, |t| &t.overview().stuck, |t| t.overview().stuck_act),
            Need::Unconfirmed => (slow, |t| &t.overview().unconfirmed, |t| t.overview().unconfirmed_act),
            Need::OpenLogin => (("busy", Icon::Open), |t| &t.overview().open_login, |t| t.overview().open_login_act),
            Need::FreeAddress => (idle, |t| &t.overview().free_address, |t| t.overview().free_address_act),
            Need::FreeVolume => (idle, |t| &t.overview().free_volume, |t| t.overview().free_volume_act),
        };
        Self { tone: look.0, mark: look.1, title, act }
    }
}
