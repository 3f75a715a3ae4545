//! The table of all projects contains exactly what each scope has.

use std::sync::Arc;

use cloud::wire::{Server, Told};
use cloud::{Scope, ServerId, Status, TenantId, Timestamp};
use proptest::prelude::*;
use view::instances::{
    Column, Everywhere, Listed, Names, RowIndex, Search, Sort, StatusGroup, natural_key, row_id, split_row_id,
};

/// A scope with its instances.
#[derive(Clone, Debug)]
struct World {
    number: u32,
    scope: Scope,
    project: String,
    rows: Vec<Arc<Server>>,
}

fn server(id: &str, name: &str, status: Status, created: i64) -> Arc<Server> {
    let body = format!(r#"{{"server":{{"id":"{id}","name":"","status":"ACTIVE"}}}}"#);
    let reply = cloud::Reply { status: 200, headers: Vec::new(), body };
    let plain = cloud::calls::servers::get(&ServerId(id.into())).finish(&reply).expect("an instance");
    Arc::new(Server {
        name: name.into(),
        status,
        created: Some(Timestamp(created)),
        zone: Told::Said(Some("a".into())),
        ..plain
    })
}

fn scope(region: &str, tenant: &str) -> Scope {
    Scope { cloud: "demo".into(), region: region.into(), tenant: TenantId(tenant.into()) }
}

/// Few names and ids, so that different scopes often have the same.
fn worlds() -> impl Strategy<Value = Vec<World>> {
    let row = ("[ab]{1,2}", 0i64..4, any::<bool>());
    let rows = prop::collection::btree_map("[0-9]{1,2}", row, 0..12);
    let one = (prop::sample::select(vec!["KR1", "KR2"]), prop::sample::select(vec!["shop", "web"]), rows);
    prop::collection::vec(one, 0..6).prop_map(|all| {
        let world = |(number, (region, project, rows)): (u32, (&str, &str, std::collections::BTreeMap<String, _>))| {
            let status = |error| if error { Status::Error } else { Status::Active };
            let mut rows: Vec<_> = rows
                .into_iter()
                .map(|(id, (name, at, error)): (String, (String, i64, bool))| server(&id, &name, status(error), at))
                .collect();
            // In the order of the cloud.
            rows.sort_by_key(|row| (std::cmp::Reverse(row.created), row.id.0.clone()));
            World { number, scope: scope(region, &format!("t{number}")), project: project.into(), rows }
        };
        (0..).zip(all).map(world).collect()
    })
}

fn filters() -> impl Strategy<Value = Asked> {
    let words = prop::sample::select(vec!["", "a", "b", "kr2", "shop a", "web kr1", "t1", "none"]);
    let status = prop::option::of(prop::sample::select(StatusGroup::ALL.to_vec()));
    let columns = vec![Column::Name, Column::Status, Column::Created, Column::Project, Column::Region, Column::Key];
    (words, status, prop::sample::select(columns), any::<bool>())
        .prop_map(|(words, status, column, descending)| Asked { words, status, sort: Sort { column, descending } })
}

fn update(table: &mut Everywhere, worlds: &[World]) {
    let names = Names::default();
    let listed = |world: &'_ World| -> (u32, Scope, String, Vec<Arc<Server>>) {
        (world.number, world.scope.clone(), world.project.clone(), world.rows.clone())
    };
    let known: Vec<_> = worlds.iter().map(listed).collect();
    let lists: Vec<Listed<'_>> = known
        .iter()
        .map(|(number, scope, project, rows)| Listed {
            number: *number,
            scope,
            project,
            cloud: "Demo",
            rows,
            names: &names,
        })
        .collect();
    table.update(&lists);
}

/// The words and the group that are asked for, and the order.
#[derive(Clone, Debug)]
struct Asked {
    words: &'static str,
    status: Option<StatusGroup>,
    sort: Sort,
}

impl Asked {
    fn search(&self) -> Search {
        let group = self.status.map(Search::of_group).unwrap_or_default();
        Search { text: [self.words, " ", &group.text].concat(), sort: self.sort, ..Search::default() }
    }
}

fn select(table: &mut Everywhere, search: &Search) -> Vec<String> {
    let found = table.find(&search.compiled(Default::default(), None), search.sort);
    found.iter().map(|id| id.to_string()).collect()
}

/// All rows of all scopes, with a plain filter and sort.
fn oracle(worlds: &[World], filter: &Asked) -> Vec<String> {
    let mut worlds: Vec<&World> = worlds.iter().collect();
    worlds.sort_by_key(|world| (world.project.clone(), world.scope.region.as_str().to_owned(), world.number));
    let mut all: Vec<(usize, &World, &Arc<Server>)> = worlds
        .iter()
        .enumerate()
        .flat_map(|(rank, world)| world.rows.iter().map(move |row| (rank, *world, row)))
        .collect();
    all.sort_by_key(|(rank, _, row)| (*rank, row.id.0.clone()));
    let words: Vec<&str> = filter.words.split_whitespace().collect();
    all.retain(|(_, world, row)| {
        let texts = [
            row.name.as_str(),
            row.id.as_str(),
            row.status.as_str(),
            "a",
            world.project.as_str(),
            world.scope.region.as_str(),
            world.scope.tenant.as_str(),
            "Demo",
        ];
        let text = texts.join("\n").to_lowercase();
        words.iter().all(|word| text.contains(word)) && filter.status.is_none_or(|group| group == StatusGroup::of(row))
    });
    let key = |(_, world, row): &(usize, &World, &Arc<Server>)| match filter.sort.column {
        Column::Name => (natural_key(&row.name), String::new()),
        Column::Created => (row.created.map_or(0, |at| at.0).to_be_bytes().to_vec(), String::new()),
        Column::Status => (vec![StatusGroup::of(row) as u8], row.status.as_str().to_owned()),
        Column::Project => (natural_key(&world.project), world.scope.region.as_str().to_owned()),
        Column::Region => (natural_key(world.scope.region.as_str()), world.project.clone()),
        _ => (Vec::new(), String::new()),
    };
    match filter.sort.descending {
        // Equal rows keep their order in both directions.
        true => all.sort_by_key(|row| std::cmp::Reverse(key(row))),
        false => all.sort_by_key(key),
    }
    all.iter().map(|(_, world, row)| row_id(world.number, row.id.as_str())).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..Default::default() })]

    #[test]
    fn shows_what_sorting_and_filtering_all_rows_shows(worlds in worlds(), filter in filters()) {
        let mut table = Everywhere::default();
        update(&mut table, &worlds);
        let shown = select(&mut table, &filter.search());
        prop_assert_eq!(shown, oracle(&worlds, &filter));
    }

    /// Whatever was shown before, no row, count or id is of another scope.
    #[test]
    fn nothing_crosses_scopes(steps in prop::collection::vec((worlds(), filters()), 1..5)) {
        let mut table = Everywhere::default();
        for (worlds, filter) in &steps {
            update(&mut table, worlds);
            prop_assert_eq!(table.len(), worlds.iter().map(|world| world.rows.len()).sum::<usize>());
            let counts = StatusGroup::ALL.map(|group| table.facets().of_group(group));
            let groups = StatusGroup::ALL.map(|group| {
                worlds.iter().flat_map(|world| &world.rows).filter(|row| StatusGroup::of(row) == group).count()
            });
            prop_assert_eq!(counts, groups);
            let shown = select(&mut table, &filter.search());
            prop_assert_eq!(&shown, &oracle(worlds, filter));
            for world in worlds {
                let own = shown.iter().filter_map(|id| split_row_id(id)).filter(|(number, _)| *number == world.number);
                let own: Vec<&str> = own.map(|(_, id)| id).collect();
                let mut alone = RowIndex::default();
                alone.update(&world.rows, &Names::default());
                let search = Asked { words: "", ..filter.clone() }.search();
                let all = alone.find(&search.compiled(Default::default(), None), search.sort);
                prop_assert!(own.iter().all(|id| all.iter().any(|known| &**known == *id)), "{own:?} of {all:?}");
            }
        }
    }

    #[test]
    fn an_id_names_its_scope_and_its_instance(number in any::<u32>(), id in any::<String>()) {
        let row = row_id(number, &id);
        prop_assert_eq!(split_row_id(&row), Some((number, id.as_str())));
    }
}

#[test]
fn a_scope_that_is_no_longer_listed_is_forgotten() {
    let one = |number: u32, name: &str| World {
        number,
        scope: scope("KR1", &format!("t{number}")),
        project: "shop".into(),
        rows: vec![server("same", name, Status::Active, 1)],
    };
    let mut table = Everywhere::default();
    let shown = |table: &mut Everywhere| select(table, &Search::default());
    update(&mut table, &[one(7, "a"), one(3, "b")]);
    assert_eq!(shown(&mut table), ["3/same", "7/same"]);
    update(&mut table, &[one(7, "a")]);
    assert_eq!(shown(&mut table), ["7/same"]);
    update(&mut table, &[]);
    assert!(table.is_empty() && shown(&mut table).is_empty());
}
