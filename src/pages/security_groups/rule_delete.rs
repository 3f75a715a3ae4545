//! Deleting a rule: it is asked once, with the rule in words, and with what becomes unreachable.

use cloud::{Failure, SecurityRuleId};
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::data;
use crate::locales::{Text, tx};
use crate::reactive::effect;
use crate::ui::{ConfirmDialog, toast};

/// The rule the question is about.
#[derive(Clone, Copy)]
pub struct Victim {
    open: RwSignal<bool>,
    rule: RwSignal<SecurityRuleId>,
    said: RwSignal<Text>,
}

impl Victim {
    /// None.
    pub fn new() -> Self {
        let (rule, said) = (RwSignal::new(SecurityRuleId::default()), RwSignal::new(Text::default()));
        Self { open: RwSignal::new(false), rule, said }
    }

    /// Asks about this one.
    pub fn show(self, rule: SecurityRuleId, said: Text) {
        self.rule.set(rule);
        self.said.set(said);
        self.open.set(true);
    }
}

/// The question.
pub fn dialog(victim: Victim) -> AnyView {
    let Victim { open, rule, said } = victim;
    let (busy, failure) = (RwSignal::new(false), RwSignal::new(None::<Failure>));
    effect(move || {
        if open.get() {
            failure.set(None);
        }
    });
    let confirm = move || {
        let rule = rule.get_untracked();
        busy.set(true);
        failure.set(None);
        spawn_local(async move {
            let answer = data::delete_rule(&rule).await;
            let _ = busy.try_set(false);
            match answer {
                Ok(()) => {
                    toast::done(tx(|t| t.security_groups().rule_deleted));
                    let _ = open.try_set(false);
                }
                Err(refused) => _ = failure.try_set(Some(refused)),
            }
        });
    };
    view! {
        <ConfirmDialog open title=tx(|t| t.security_groups().delete_rule_title) confirm=tx(|t| t.security_groups().delete_rule)
            danger=true busy failure on_confirm=confirm>
            <p><strong>{Text::live(move || said.get())}</strong></p>
            <p>{tx(|t| t.security_groups().delete_rule_text)}</p>
        </ConfirmDialog>
    }
    .into_any()
}
