//! What a plan runs on, what it skips and why, and what it says about quota, volumes and addresses.

mod support;

use std::sync::Arc;

use cloud::actions::Action;
use cloud::config::RuleSet;
use cloud::rules::limits::Limits;
use cloud::rules::offers::{Feature, Offer, Offers};
use cloud::rules::quota::Quota;
use cloud::wire::{Allowance, Flavor, Server, Volume};
use cloud::{Reply, Scope, calls};
use runner::{Ground, Group, Operation, Plan};
use support::{row, scope};

fn read<T>(call: cloud::Call<T>, body: String) -> T {
    call.finish(&Reply { status: 200, headers: Vec::new(), body }).expect("readable")
}

fn flavors() -> Vec<Flavor> {
    let flavor = |name: &str, vcpus: u32, disabled: bool| {
        format!(
            r#"{{"id": "{name}", "name": "{name}", "vcpus": {vcpus}, "ram": {}, "disk": 0, "OS-FLV-DISABLED:disabled": {disabled}}}"#,
            vcpus * 1024
        )
    };
    let rows = [flavor("u2.c1m1", 1, false), flavor("m2.c2m2", 2, false), flavor("m2.c4m4", 4, false)];
    let off = flavor("m2.off", 8, true);
    let body = format!(r#"{{"flavors": [{}, {off}]}}"#, rows.join(", "));
    read(calls::flavors::list(&Default::default()), body).rows
}

fn volumes(rows: &str) -> Vec<Volume> {
    read(calls::volumes::list(1000, None), format!(r#"{{"volumes": [{rows}]}}"#)).rows
}

/// Everything a plan may know about the first scope.
struct Known {
    rules: RuleSet,
    offers: Offers,
    read_only: bool,
    volumes: Vec<Volume>,
    quota: Option<Quota>,
}

impl Known {
    fn of(rules: RuleSet) -> Self {
        Self { rules, offers: Offers::assumed(rules), read_only: false, volumes: Vec::new(), quota: None }
    }

    fn plan(&self, operation: Operation, selection: &[(Scope, Arc<Server>)]) -> Plan {
        let (scope, limits, flavors) = (scope(0), Limits::of(self.rules, None), flavors());
        let ground = Ground {
            scope: &scope,
            limits: &limits,
            offers: &self.offers,
            read_only: self.read_only,
            flavors: &flavors,
            images: &[],
            volumes: &self.volumes,
            quota: self.quota,
        };
        Plan::new(operation, selection, &[ground])
    }

    /// The verdict about one instance.
    #[track_caller]
    fn check(&self, operation: Operation, status: &str, fields: &str, expect: &str) {
        let plan = self.plan(operation.clone(), &[(scope(0), row("s", status, fields))]);
        let verdict = match &plan.items[0].verdict {
            Ok(()) => format!("{:?}", plan.items[0].action),
            Err(skip) => format!("{skip:?}"),
        };
        assert_eq!(verdict, expect, "{operation:?} {status} {fields}");
    }
}

fn plain(action: Action) -> Operation {
    Operation::Plain(action)
}

fn resize(flavor: &str) -> Operation {
    Operation::Resize(flavor.into())
}

#[test]
fn the_lifecycle_rules_decide() {
    let known = Known::of(RuleSet::OpenStack);
    known.check(plain(Action::Stop), "ACTIVE", "", "Stop");
    known.check(plain(Action::Stop), "SHUTOFF", "", "Refusal(WrongStatus { is: Shutoff, needs: [Active, Error] })");
    known.check(plain(Action::Start), "SHUTOFF", "", "Start");
    let task = r#""OS-EXT-STS:task_state": "deleting""#;
    known.check(plain(Action::Stop), "ACTIVE", task, "Refusal(Deleted)");
    known.check(plain(Action::Stop), "ACTIVE", r#""locked": true"#, "Refusal(Locked)");
    known.check(plain(Action::Lock), "ACTIVE", r#""locked": true"#, "NothingToDo");
    known.check(plain(Action::Unlock), "ACTIVE", r#""locked": true"#, "Unlock");
    known.check(plain(Action::Delete), "ACTIVE", r#""NHN-EXT-ATTR:protect": true"#, "Protected");
    known.check(plain(Action::Stop), "ACTIVE", r#""NHN-EXT-ATTR:protect": true"#, "Stop");
    known.check(plain(Action::ConsoleLog), "ACTIVE", "", "NotPossible");
    known.check(plain(Action::Resize), "ACTIVE", "", "NotPossible");
    known.check(Operation::RemoveMetadata { key: "..".into() }, "ACTIVE", "", "NotPossible");
    let mut known = Known::of(RuleSet::OpenStack);
    known.offers.learn(Feature::Shelve, Offer::No);
    known.check(plain(Action::Shelve), "ACTIVE", "", "Refusal(NotOffered(Shelve))");
    known.read_only = true;
    known.check(plain(Action::Stop), "ACTIVE", "", "Refusal(ReadOnly)");
}

#[test]
fn what_is_already_so_is_skipped() {
    let known = Known::of(RuleSet::OpenStack);
    let group = || Group { name: "web".into(), sent: "g-1".into() };
    let has = r#""security_groups": [{"name": "web"}], "metadata": {"role": "web"}"#;
    let set = |value: &str| Operation::SetMetadata { key: "role".into(), value: value.into() };
    known.check(Operation::AddGroup(group()), "ACTIVE", has, "NothingToDo");
    known.check(Operation::RemoveGroup(group()), "ACTIVE", has, "RemoveSecurityGroup");
    known.check(Operation::RemoveGroup(group()), "ACTIVE", r#""security_groups": []"#, "NothingToDo");
    known.check(Operation::AddGroup(group()), "ACTIVE", "", "AddSecurityGroup");
    known.check(set("web"), "ACTIVE", has, "NothingToDo");
    known.check(set("db"), "ACTIVE", has, "EditMetadata");
    known.check(Operation::RemoveMetadata { key: "other".into() }, "ACTIVE", has, "NothingToDo");
    known.check(Operation::RemoveMetadata { key: "role".into() }, "ACTIVE", has, "EditMetadata");
}

#[test]
fn flavors_and_images_follow_the_rules_of_the_cloud() {
    let nhn = Known::of(RuleSet::Nhn);
    let on = |flavor: &str| format!(r#""flavor": {{"id": "{flavor}"}}"#);
    nhn.check(resize("m2.c4m4"), "ACTIVE", &on("m2.c2m2"), "Resize");
    nhn.check(resize("m2.c2m2"), "ACTIVE", &on("m2.c2m2"), "NotATarget(Current)");
    nhn.check(resize("m2.off"), "ACTIVE", &on("m2.c2m2"), "NotATarget(Disabled)");
    nhn.check(resize("u2.c1m1"), "ACTIVE", &on("m2.c2m2"), "NotATarget(ToU2)");
    nhn.check(resize("m2.c4m4"), "ACTIVE", &on("u2.c1m1"), "Refusal(NotOnThisFlavor(NeverU2))");
    nhn.check(resize("elsewhere"), "ACTIVE", &on("m2.c2m2"), "NoSuchFlavor");
    let image = || Operation::CreateImage { date: "2026-11-30".into() };
    nhn.check(image(), "SHUTOFF", &on("u2.c1m1"), "CreateImage");
    nhn.check(image(), "SHUTOFF", &on("m2.c2m2"), "NoRootVolume");
    let volumes = volumes(r#"{"id": "v", "size": 20, "attachments": [{"server_id": "s", "device": "/dev/vda"}]}"#);
    let nhn = Known { volumes, ..nhn };
    nhn.check(image(), "SHUTOFF", &on("m2.c2m2"), "CreateImageFromVolume");
    Known::of(RuleSet::OpenStack).check(image(), "SHUTOFF", &on("m2.c2m2"), "CreateImage");
}

#[test]
fn each_instance_counts_once_and_needs_a_session() {
    let known = Known::of(RuleSet::OpenStack);
    let (one, two) = (row("1", "ACTIVE", ""), row("2", "SHUTOFF", ""));
    let protected = row("3", "ACTIVE", r#""NHN-EXT-ATTR:protect": true"#);
    let node = row("4", "ACTIVE", r#""name": "a-b-w-xyz-node-0""#);
    let here = |row: &Arc<Server>| (scope(0), row.clone());
    let selection = [here(&one), here(&two), here(&one), (scope(1), one.clone()), here(&protected), here(&node)];
    let plan = known.plan(plain(Action::Delete), &selection);
    assert_eq!((plan.items.len(), plan.running(), plan.skipped(), plan.protected()), (5, 3, 1, 1));
    assert_eq!(plan.items.iter().map(|item| item.node).collect::<Vec<_>>(), [false, false, false, false, true]);
    assert_eq!(format!("{:?}", plan.items[2].verdict), "Err(NoSession)");
    // The row changes while the dialog is open.
    let later = [here(&row("1", "ACTIVE", r#""NHN-EXT-ATTR:protect": true"#)), here(&two)];
    assert_eq!(known.plan(plain(Action::Delete), &later).changes_since(&plan), [0]);
}

#[test]
fn what_goes_and_stays_when_instances_are_deleted() {
    let attached = r#""os-extended-volumes:volumes_attached": [{"id": "a", "delete_on_termination": true},
        {"id": "b", "delete_on_termination": false}, {"id": "c"}],
        "addresses": {"net": [{"addr": "203.0.113.9", "version": 4, "OS-EXT-IPS:type": "floating"}]}"#;
    let known = Known::of(RuleSet::OpenStack);
    let protected = format!(r#"{attached}, "NHN-EXT-ATTR:protect": true"#);
    let selection = [(scope(0), row("1", "ACTIVE", attached)), (scope(0), row("2", "ACTIVE", &protected))];
    let fates = known.plan(plain(Action::Delete), &selection).fates;
    assert_eq!((fates.goes.len(), fates.stays.len(), fates.unclear.len()), (1, 1, 1));
    assert_eq!(fates.floating, ["203.0.113.9"]);
    assert_eq!(known.plan(plain(Action::Stop), &selection).fates, Default::default());
}

#[test]
fn what_it_costs_against_quota() {
    let of = |limit, used| Allowance { limit: Some(limit), used: Some(used) };
    let quota = Quota { vcpus: of(20, 14), ram_mb: of(100_000, 0), instances: of(10, 10), ..Quota::default() };
    let known = Known { quota: Some(quota), ..Known::of(RuleSet::OpenStack) };
    #[track_caller]
    fn check(known: &Known, operation: Operation, status: &str, expect: &str) {
        let row = |id| (scope(0), row(id, status, r#""flavor": {"id": "m2.c2m2"}"#));
        let plan = known.plan(operation, &[row("1"), row("2"), row("3"), row("4")]);
        let line = |line: &cloud::rules::quota::Line| format!("{:?} {} over {}", line.resource, line.demand, line.over);
        let bill = |bill: &runner::Bill| (bill.certain, bill.lines.iter().map(line).collect::<Vec<_>>().join(", "));
        let bills: Vec<_> = plan.bills.iter().map(bill).collect();
        assert_eq!(format!("{bills:?}"), expect);
    }
    check(&known, resize("m2.c4m4"), "ACTIVE", r#"[(true, "Vcpus 8 over 2, RamMb 8192 over 0")]"#);
    check(&known, resize("m2.c4m4"), "PAUSED", "[]");
    let unshelve = plain(Action::Unshelve);
    check(&known, unshelve.clone(), "SHELVED_OFFLOADED", r#"[(false, "Vcpus 8 over 2, RamMb 8192 over 0")]"#);
    check(&known, unshelve, "SHELVED", "[]");
    check(&known, plain(Action::Stop), "ACTIVE", "[]");
    check(&Known::of(RuleSet::OpenStack), resize("m2.c4m4"), "ACTIVE", "[]");
}

/// The requests of all operations.
#[test]
fn what_is_sent() {
    #[track_caller]
    fn check(known: &Known, operation: Operation, status: &str, expect: &str) {
        let plan = known.plan(operation, &[(scope(0), row("s", status, r#""flavor": {"id": "m2.c2m2"}"#))]);
        let run = runner::Run::new("r".into(), &plan, Default::default(), sync::Millis(0), cloud::Timestamp(0));
        let sent = run.call(runner::ItemNo(0)).map(|call| format!("{:?}", call.request)).unwrap_or_default();
        assert_eq!(sent.replace('\\', ""), expect);
    }
    let known = &Known::of(RuleSet::OpenStack);
    let group = || Group { name: "web".into(), sent: "g-1".into() };
    check(known, plain(Action::Start), "SHUTOFF", r#"POST Compute /servers/s/action "{"os-start":null}""#);
    let hard = r#"POST Compute /servers/s/action "{"reboot":{"type":"HARD"}}""#;
    check(known, plain(Action::HardReboot), "ACTIVE", hard);
    check(known, plain(Action::Delete), "ACTIVE", r#"DELETE Compute /servers/s """#);
    let add = r#"POST Compute /servers/s/action "{"addSecurityGroup":{"name":"g-1"}}""#;
    check(known, Operation::AddGroup(group()), "ACTIVE", add);
    let remove = r#"POST Compute /servers/s/action "{"removeSecurityGroup":{"name":"g-1"}}""#;
    check(known, Operation::RemoveGroup(group()), "ACTIVE", remove);
    let larger = r#"POST Compute /servers/s/action "{"resize":{"flavorRef":"m2.c4m4"}}""#;
    check(known, resize("m2.c4m4"), "ACTIVE", larger);
    let set = Operation::SetMetadata { key: "a/b".into(), value: "c".into() };
    check(known, set, "ACTIVE", r#"POST Compute /servers/s/metadata "{"metadata":{"a/b":"c"}}""#);
    let removal = Operation::RemoveMetadata { key: "a/b".into() };
    check(known, removal, "ACTIVE", r#"DELETE Compute /servers/s/metadata/a%2Fb """#);
    let image = || Operation::CreateImage { date: "2026-11-30".into() };
    let of_server = r#"POST Compute /servers/s/action "{"createImage":{"name":"name-s-2026-11-30"}}""#;
    check(known, image(), "ACTIVE", of_server);
    let volumes = volumes(r#"{"id": "v", "size": 20, "attachments": [{"server_id": "s", "device": "/dev/vda"}]}"#);
    let of_volume = r#"POST Volume /volumes/v/action "{"os-volume_upload_image":{"image_name":"name-s-2026-11-30","force":true,"disk_format":"qcow2","container_format":"bare"}}""#;
    check(&Known { volumes, ..Known::of(RuleSet::Nhn) }, image(), "SHUTOFF", of_volume);
    check(known, plain(Action::ConsoleLog), "ACTIVE", "");
}
