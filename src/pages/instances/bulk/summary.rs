//! A plan as a person reads it: on how many it runs, which are skipped and why, what is deleted and kept, and the quota.

use cloud::rules::fate::Fates;
use leptos::prelude::*;
use runner::{Bill, Plan, Planned, Skip};

use super::reading::Made;
use crate::data;
use crate::locales::{Text, counted_once as count, filled, tx};
use crate::pages::instances::actions::{self, skipped};
use crate::pages::instances::words;
use crate::shared::bulk::{LISTED, by_reason, joined, line};
use crate::shared::quota;
use crate::ui::{Icon, Warning, icon};

/// The plan.
pub fn summary(made: &Made) -> AnyView {
    let plan = &made.plan;
    let running: Vec<&Planned> = plan.items.iter().filter(|item| item.verdict.is_ok()).collect();
    let n = running.len();
    let title = if n == 0 { tx(|t| t.bulk().runs_on_none) } else { count(|t| &t.bulk().runs_on, n) };
    let nodes: Vec<&Planned> = running.iter().copied().filter(|item| item.node).collect();
    let node_words = filled(|t| t.bulk().nodes, [("names", names(&nodes).unwrap_or_default())]);
    let gone = (made.gone > 0).then(|| view! { <li>{icon(Icon::Unknown)}{count(|t| &t.bulk().gone, made.gone)}</li> });
    view! {
        <section class="plan" aria-label=tx(|t| t.bulk().plan)>
            <ul class="plan-lines">
                <li class="plan-runs">{line(if n == 0 { Icon::Info } else { Icon::Ok }, title, names(&running))}</li>
                {reasons(plan)}
                {gone}
            </ul>
            {(!nodes.is_empty()).then(|| view! { <Warning words=node_words /> })}
            {(plan.fates != Fates::default()).then(|| fates(&plan.fates, n))}
            {plan.bills.iter().map(|bill| charge(bill, plan.bills.len() > 1)).collect::<Vec<_>>()}
        </section>
    }
    .into_any()
}

/// One line for each reason, with the protected ones first.
fn reasons(plan: &Plan) -> Vec<AnyView> {
    let skips = plan.items.iter().filter_map(|item| Some((item.verdict.as_ref().err()?, item)));
    let mut groups = by_reason(skips, |one, other| one == other);
    groups.sort_by_key(|(skip, items)| (**skip != Skip::Protected, std::cmp::Reverse(items.len())));
    let reason = |(skip, items): (&Skip, Vec<&Planned>)| {
        let protected = *skip == Skip::Protected;
        let words = match protected {
            true => count(|t| &t.bulk().protects, items.len()),
            false => filled(
                |t| t.bulk().because,
                [("skipped", count(|t| &t.bulk().skips, items.len())), ("reason", skipped(skip))],
            ),
        };
        let mark = if protected { Icon::Lock } else { Icon::Info };
        view! { <li>{line(mark, words, names(&items))}</li> }.into_any()
    };
    groups.into_iter().map(reason).collect()
}

/// The first names, and how many more there are.
fn names(items: &[&Planned]) -> Option<Text> {
    let first = items.first()?;
    let several = items.iter().any(|item| item.scope != first.scope);
    let listed: Vec<Text> = items.iter().take(LISTED).map(|item| name(item, several)).collect();
    Some(joined(listed, items.len()))
}

fn name(item: &Planned, several: bool) -> Text {
    let name = item.server.as_deref().map(words::name).unwrap_or_default();
    if !several {
        return name;
    }
    let project = project(item);
    actions::in_scope(name, &item.scope, project)
}

fn project(item: &Planned) -> String {
    let sessions = data::open_sessions();
    sessions.with_untracked(|all| {
        let open = all.iter().find(|open| open.session.scope == item.scope);
        open.map(|open| open.session.tenant_name.clone()).unwrap_or_default()
    })
}

fn fates(fates: &Fates, n: usize) -> AnyView {
    let text = |address: &String| Text::from(address.clone());
    let few = |lines: &mut Vec<Text>| {
        let more = lines.len().saturating_sub(LISTED);
        if more > 0 {
            lines.truncate(LISTED);
            lines.push(count(|t| &t.bulk().more, more));
        }
    };
    let mut goes = vec![count(|t| &t.bulk().goes_instances, n)];
    if fates.local_disk {
        goes.push(tx(|t| t.bulk().goes_local));
    }
    if !fates.fixed.is_empty() {
        let list = joined(fates.fixed.iter().take(LISTED).map(text).collect(), fates.fixed.len());
        goes.push(filled(|t| t.questions().goes_addresses, [("list", list)]));
    }
    goes.extend(fates.goes.iter().map(actions::volume_line));
    let mut stays: Vec<Text> = fates.stays.iter().map(actions::volume_line).collect();
    let floating = |address: &String| filled(|t| t.questions().floating_line, [("address", text(address))]);
    stays.extend(fates.floating.iter().map(floating));
    if stays.is_empty() {
        stays.push(tx(|t| t.questions().stays_nothing));
    }
    let mut unclear: Vec<Text> = fates.unclear.iter().map(actions::volume_line).collect();
    [&mut goes, &mut stays, &mut unclear].into_iter().for_each(few);
    if !unclear.is_empty() {
        unclear.push(tx(|t| t.questions().unclear_text));
    }
    view! {
        <div class="fates">
            {actions::fate_list("fate goes", Icon::Trash, tx(|t| t.questions().goes), goes)}
            {actions::fate_list("fate stays", Icon::Ok, tx(|t| t.questions().stays), stays)}
            {(!unclear.is_empty()).then(|| actions::fate_list("fate unclear", Icon::Unknown, tx(|t| t.questions().unclear), unclear))}
        </div>
    }
    .into_any()
}

fn charge(bill: &Bill, several: bool) -> AnyView {
    let scope = bill.scope.clone();
    let name = data::open_sessions().with_untracked(|all| {
        let open = all.iter().find(|open| open.session.scope == scope);
        open.map(|open| open.session.tenant_name.clone()).unwrap_or_default()
    });
    let title = match several {
        true => filled(|t| t.bulk().quota_in, [("project", name.into())]),
        false => tx(|t| t.bulk().quota),
    };
    let most = (!bill.certain).then(|| view! { <p class="dim">{tx(|t| t.bulk().quota_most)}</p> });
    view! { <div class="plan-quota"><h3>{title}</h3>{quota::of_lines(&bill.lines)}{most}</div> }.into_any()
}
