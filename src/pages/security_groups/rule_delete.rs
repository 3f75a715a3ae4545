//! The dialog that deletes a rule: it shows the rule as a sentence and says what becomes unreachable.

use cloud::SecurityRuleId;
use leptos::prelude::*;

use crate::data;
use crate::locales::{Text, tx};
use crate::ui::{ConfirmDialog, Submit, toast};

/// The rule that the dialog is about.
#[derive(Clone, Copy)]
pub struct Victim {
    open: RwSignal<bool>,
    rule: RwSignal<SecurityRuleId>,
    said: RwSignal<Text>,
}

impl Victim {
    pub fn new() -> Self {
        let (rule, said) = (RwSignal::new(SecurityRuleId::default()), RwSignal::new(Text::default()));
        Self { open: RwSignal::new(false), rule, said }
    }

    /// Opens the dialog for this rule.
    pub fn show(self, rule: SecurityRuleId, said: Text) {
        self.rule.set(rule);
        self.said.set(said);
        self.open.set(true);
    }
}

pub fn dialog(victim: Victim) -> AnyView {
    let Victim { open, rule, said } = victim;
    let submit = Submit::new(move || {
        let rule = rule.get_untracked();
        Some(async move {
            data::delete_rule(&rule).await?;
            toast::done(tx(|t| t.security_groups().rule_deleted));
            let _ = open.try_set(false);
            Ok(())
        })
    });
    view! {
        <ConfirmDialog open title=tx(|t| t.security_groups().delete_rule_title) confirm=tx(|t| t.security_groups().delete_rule)
            danger=true submit>
            <p><strong>{Text::live(move || said.get())}</strong></p>
            <p>{tx(|t| t.security_groups().delete_rule_text)}</p>
        </ConfirmDialog>
    }
    .into_any()
}
