//! The rules of a group as tables: purpose, protocol, ports and remote.

use cloud::security::is_open_to_world;
use cloud::wire::{SecurityGroup, SecurityGroupRule};
use leptos::prelude::*;

use super::detail::Group;
use super::rule_delete::Victim;
use super::words;
use crate::data;
use crate::locales::{Text, filled, tx};
use crate::shell::no_changes;
use crate::ui::{Button, Icon, Kind, Section, live_view};

/// The rules of one direction.
pub fn section(group: Group, ingress: bool, victim: Victim) -> AnyView {
    let list = data::security_groups().value;
    let rules = Memo::new(move |_| {
        let rules = group.with(|group| group.as_ref().map(|group| group.rules.clone())).unwrap_or_default();
        sorted(rules.into_iter().filter(|rule| rule.ingress == ingress).collect())
    });
    let (title, text) = match ingress {
        true => (tx(|t| t.security_groups().incoming), tx(|t| t.security_groups().incoming_text)),
        false => (tx(|t| t.security_groups().outgoing), tx(|t| t.security_groups().outgoing_text)),
    };
    let body = live_view(move || {
        let (rules, all) = (rules.get(), list.get().unwrap_or_default());
        let own = group.get_untracked();
        if rules.is_empty() {
            let words =
                if ingress { tx(|t| t.security_groups().none_in) } else { tx(|t| t.security_groups().none_out) };
            return view! { <p class="dim">{words}</p> }.into_any();
        }
        table(&rules, ingress, own.as_ref(), &all, victim)
    });
    view! { <Section title words=text>{body}</Section> }.into_any()
}

/// Rules that are open to everyone first, then by port.
fn sorted(mut rules: Vec<SecurityGroupRule>) -> Vec<SecurityGroupRule> {
    rules.sort_by_cached_key(|rule| {
        (!is_open_to_world(rule), rule.protocol.clone(), rule.port_min, rule.port_max, rule.ethertype.clone())
    });
    rules
}

fn table(
    rules: &[SecurityGroupRule],
    ingress: bool,
    own: Option<&SecurityGroup>,
    all: &[SecurityGroup],
    victim: Victim,
) -> AnyView {
    let who = if ingress { tx(|t| t.security_groups().from) } else { tx(|t| t.security_groups().to) };
    let heads = [
        tx(|t| t.security_groups().what),
        tx(|t| t.security_groups().protocol),
        tx(|t| t.security_groups().ports),
        who,
        tx(|t| t.security_groups().note),
        tx(|t| t.common().actions),
    ];
    let label = if ingress { tx(|t| t.security_groups().incoming) } else { tx(|t| t.security_groups().outgoing) };
    let named = label.clone();
    let heads: Vec<_> = heads.into_iter().map(|head| view! { <th scope="col">{head}</th> }.into_any()).collect();
    let rows: Vec<_> = rules.iter().map(|rule| row(rule, own, all, victim)).collect();
    view! {
        <div class="grid-scroll" tabindex="0" role="region" aria-label=named>
            <table class="grid rules" aria-label=label><thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table>
        </div>
    }
    .into_any()
}

fn row(rule: &SecurityGroupRule, own: Option<&SecurityGroup>, all: &[SecurityGroup], victim: Victim) -> AnyView {
    let who = words::who(rule, own, all);
    let sentence = words::sentence(rule, who.clone());
    let who = if is_open_to_world(rule) { words::world(who) } else { view! { <span>{who}</span> }.into_any() };
    let (deleted, said) = (rule.id.clone(), sentence.clone());
    let label: Text = filled(|t| t.security_groups().delete_rule_of, [("rule", sentence)]);
    view! {
        <tr>
            <th scope="row">{words::what(rule)}</th>
            <td>{words::protocol(rule)}</td>
            <td>{words::ports(rule)}</td>
            <td dir="auto">{who}</td>
            <td dir="auto">{rule.description.clone()}</td>
            <td>
                <Button label kind=Kind::IconOnly icon_before=Icon::Trash refused=no_changes()
                    on_click=move || victim.show(deleted.clone(), said.clone()) />
            </td>
        </tr>
    }
    .into_any()
}
