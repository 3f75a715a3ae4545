//! The dialog for a new rule: presets fill in the form, each field shows its error, and the dialog says who would get
//! access before the rule is sent.

use cloud::config::RuleSet;
use cloud::security::{Field, FieldError, Preset, Problem, rule as check};
use cloud::wire::SecurityGroup;
use leptos::prelude::*;

use super::detail::Group;
use super::rule_draft::Fields;
use super::{List, words};
use crate::browser::focus;
use crate::data;
use crate::locales::{Text, filled, tx};
use crate::reactive::effect;
use crate::ui::{
    Button, Choice, ConfirmForm, Dialog, RadioCards, SelectField, Submit, TextField, Warning, live_view, toast,
};

pub fn dialog(open: RwSignal<bool>, group: Group, list: List) -> AnyView {
    let name = Text::live(move || group.with(|group| group.as_ref().map(words::name)).unwrap_or_default().into());
    // Keep the typed range of the user's own network for the next rule.
    let mine = RwSignal::new(String::new());
    let title = filled(|t| t.security_groups().add_rule_title, [("name", name)]);
    view! { <Dialog open title>{form(open, group, list, mine)}</Dialog> }.into_any()
}

/// The rule set of the current cloud.
fn rule_set() -> RuleSet {
    let session = data::session();
    session.with_untracked(|state| state.session().map(|session| session.cloud.rules)).unwrap_or_default()
}

fn form(open: RwSignal<bool>, group: Group, list: List, mine: RwSignal<String>) -> AnyView {
    let (fields, rules) = (Fields::new(), rule_set());
    fields.range.set(mine.get_untracked());
    let tried = RwSignal::new(false);
    let checked = move || check(&fields.draft(), rules);
    let errors = Memo::new(move |_| checked().err().unwrap_or_default());
    let submit = Submit::new(move || {
        tried.set(true);
        let (request, group) = (focus::valid(untrack(checked))?, group.get_untracked()?);
        mine.set(fields.range.get_untracked());
        Some(async move {
            data::add_rule(&group.id, &request).await?;
            toast::done(filled(|t| t.security_groups().rule_added, [("name", words::name(&group).into())]));
            let _ = open.try_set(false);
            Ok(())
        })
    });
    let world = Memo::new(move |_| checked().is_ok_and(|request| request.is_open_to_world()));
    view! {
        <ConfirmForm open confirm=tx(|t| t.security_groups().add_rule) submit>
            {presets(fields)}
            {what(fields, rules, errors, tried)}
            {who(fields, group, list, errors, tried)}
            <div role="status">{live_view(move || match world.get() {
                true => view! { <Warning words=danger(fields) /> }.into_any(),
                false => ().into_any(),
            })}</div>
            <TextField label=tx(|t| t.security_groups().note) value=fields.note optional=true
                error=error(errors, tried, Field::Description) />
        </ConfirmForm>
    }
    .into_any()
}

/// A warning if the rule opens the port to the whole internet.
fn danger(fields: Fields) -> Text {
    let login = Preset::ALL.into_iter().filter(|preset| preset.is_login()).filter_map(Preset::port);
    let login: Vec<u16> = login.collect();
    Text::live(move || {
        let ports = fields.ports.get();
        let all = !fields.protocol().has_ports() || ports.trim().is_empty();
        let is_login = login.iter().any(|port| ports.trim() == port.to_string());
        match (all, is_login) {
            (true, _) => tx(|t| t.security_groups().world_all),
            (false, true) => tx(|t| t.security_groups().world_login),
            (false, false) => filled(|t| t.security_groups().world_ports, [("ports", ports.trim().to_owned().into())]),
        }
    })
}

fn presets(fields: Fields) -> AnyView {
    let buttons = Preset::ALL.map(|preset| {
        let press = move || {
            fields.preset(preset);
            // The only field that the preset leaves open.
            if fields.remote.with_untracked(|remote| remote == "range") {
                request_animation_frame(|| focus::focus(".rule-range input"));
            }
        };
        view! { <Button label=words::preset(preset) on_click=press /> }.into_any()
    });
    view! {
        <div class="presets" role="group" aria-label=tx(|t| t.security_groups().presets)>{buttons.into_iter().collect::<Vec<_>>()}</div>
    }
    .into_any()
}

/// The error of a field. A missing value is reported only after an attempt to send.
fn error(errors: Memo<Vec<FieldError>>, tried: RwSignal<bool>, field: Field) -> Signal<Option<Text>> {
    Signal::derive(move || {
        let problem =
            errors.with(|errors| errors.iter().find(|error| error.field == field).map(|error| error.problem))?;
        (tried.get() || problem != Problem::Missing).then(|| words::problem(field, problem))
    })
}

fn what(fields: Fields, rules: RuleSet, errors: Memo<Vec<FieldError>>, tried: RwSignal<bool>) -> AnyView {
    let directions = || {
        vec![
            Choice::new("in", tx(|t| t.security_groups().incoming)).note(tx(|t| t.security_groups().incoming_text)),
            Choice::new("out", tx(|t| t.security_groups().outgoing)).note(tx(|t| t.security_groups().outgoing_text)),
        ]
    };
    let types = move || {
        let no_v6 = (rules == RuleSet::Nhn).then(|| tx(|t| t.security_groups().no_ipv6));
        vec![Choice::new("4", "IPv4"), Choice::new("6", "IPv6").excluded(no_v6)]
    };
    let protocols = || {
        vec![
            Choice::new("tcp", "TCP"),
            Choice::new("udp", "UDP"),
            Choice::new("icmp", "ICMP"),
            Choice::new("any", tx(|t| t.security_groups().any_protocol)),
            Choice::new("other", tx(|t| t.security_groups().other_protocol)),
        ]
    };
    let (is_other, has_ports) = (
        Memo::new(move |_| fields.protocol.with(|word| word == "other")),
        Memo::new(move |_| fields.protocol().has_ports()),
    );
    let other = live_view(move || {
        match is_other.get() {
        true => view! {
            <TextField label=tx(|t| t.security_groups().protocol_name) value=fields.other hint=tx(|t| t.security_groups().protocol_hint)
                error=error(errors, tried, Field::Protocol) />
        }
        .into_any(),
        false => ().into_any(),
    }
    });
    let ports = live_view(move || {
        match has_ports.get() {
        true => view! {
            <TextField label=tx(|t| t.security_groups().ports) value=fields.ports hint=tx(|t| t.security_groups().ports_hint)
                optional=true error=error(errors, tried, Field::Ports) />
        }
        .into_any(),
        false => ().into_any(),
    }
    });
    view! {
        <RadioCards label=tx(|t| t.security_groups().direction) value=fields.direction choices=Signal::derive(directions) />
        <div class="pair">
            <SelectField label=tx(|t| t.security_groups().protocol) value=fields.protocol choices=Signal::derive(protocols) />
            <SelectField label=tx(|t| t.security_groups().address_type) value=fields.ethertype choices=Signal::derive(types)
                error=error(errors, tried, Field::Ethertype) />
        </div>
        {other}
        {ports}
    }
    .into_any()
}

fn who(fields: Fields, group: Group, list: List, errors: Memo<Vec<FieldError>>, tried: RwSignal<bool>) -> AnyView {
    let remotes = || {
        vec![
            Choice::new("range", tx(|t| t.security_groups().remote_range)),
            Choice::new("group", tx(|t| t.security_groups().remote_group)),
            Choice::new("anywhere", tx(|t| t.security_groups().remote_anywhere)),
        ]
    };
    let label = Text::live(move || match fields.direction.with(|word| word == "out") {
        true => tx(|t| t.security_groups().to),
        false => tx(|t| t.security_groups().from),
    });
    let own = group.with_untracked(|group| group.as_ref().map(|group| group.id.clone())).unwrap_or_default();
    let groups = Signal::derive(move || {
        let choice = |group: &SecurityGroup| {
            let itself = if group.id == own { tx(|t| t.security_groups().itself) } else { Text::default() };
            let name = Text::from(words::name(group));
            let words = if group.id == own {
                filled(|t| t.security_groups().name_itself, [("name", name), ("itself", itself)])
            } else {
                name
            };
            Choice::new(group.id.0.clone(), words)
        };
        list.with(|list| list.as_deref().unwrap_or_default().iter().map(choice).collect::<Vec<_>>())
    });
    // A select without a selection shows its first choice, so store that choice.
    effect(move || {
        let first = groups.get().first().map(|choice| choice.value.clone()).unwrap_or_default();
        if fields.group.with_untracked(String::is_empty) {
            fields.group.set(first);
        }
    });
    let remote = Memo::new(move |_| fields.remote.get());
    let detail = live_view(move || {
        match remote.get().as_str() {
        "group" => view! {
            <SelectField label=tx(|t| t.security_groups().one) value=fields.group choices=groups
                error=error(errors, tried, Field::Remote) />
        }
        .into_any(),
        "anywhere" => ().into_any(),
        _ => view! {
            <div class="rule-range">
                <TextField label=tx(|t| t.security_groups().range) value=fields.range hint=tx(|t| t.security_groups().range_hint)
                    error=error(errors, tried, Field::Remote) mono=true />
            </div>
        }
        .into_any(),
    }
    });
    view! {
        <RadioCards label value=fields.remote choices=Signal::derive(remotes) />
        {detail}
    }
    .into_any()
}
