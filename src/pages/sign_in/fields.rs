//! The fields of the form and their texts.

use cloud::sign_in::{Draft, Field, Method, Problem, check, looks_like_tenant_id};
use leptos::prelude::*;

use crate::locales::{Text, filled, tx};
use crate::reactive::effect;
use crate::ui::TextField;

/// The input. `Copy`, because it consists of signals.
#[derive(Clone, Copy)]
pub struct Typed {
    tenant: RwSignal<String>,
    user: RwSignal<String>,
    password: RwSignal<String>,
    domain: RwSignal<String>,
    project: RwSignal<String>,
    project_domain: RwSignal<String>,
    credential_id: RwSignal<String>,
    secret: RwSignal<String>,
    token: RwSignal<String>,
    compute: RwSignal<String>,
    /// Whether the form was sent: from then on errors are shown while typing.
    pub sent: RwSignal<bool>,
}

impl Typed {
    /// With a draft as initial input.
    pub fn new(draft: Draft) -> Self {
        let typed = Self {
            tenant: RwSignal::new(draft.tenant),
            user: RwSignal::new(draft.user),
            password: RwSignal::new(draft.password),
            domain: RwSignal::new(draft.domain),
            project: RwSignal::new(draft.project),
            project_domain: RwSignal::new(draft.project_domain),
            credential_id: RwSignal::new(draft.credential_id),
            secret: RwSignal::new(draft.secret),
            token: RwSignal::new(draft.token),
            compute: RwSignal::new(draft.compute),
            sent: RwSignal::new(false),
        };
        typed.follow_domain();
        typed
    }

    /// The domains are usually the same: that of the user is copied to the project until that is changed.
    fn follow_domain(self) {
        let before = RwSignal::new(self.domain.get_untracked());
        effect(move || {
            let (domain, last) = (self.domain.get(), before.get_untracked());
            if self.project_domain.with_untracked(|project| *project == last) {
                self.project_domain.set(domain.clone());
            }
            before.set(domain);
        });
    }

    /// The current input; tracked.
    pub fn draft(self) -> Draft {
        Draft {
            tenant: self.tenant.get(),
            user: self.user.get(),
            password: self.password.get(),
            domain: self.domain.get(),
            project: self.project.get(),
            project_domain: self.project_domain.get(),
            credential_id: self.credential_id.get(),
            secret: self.secret.get(),
            token: self.token.get(),
            compute: self.compute.get(),
        }
    }

    fn value(self, field: Field) -> RwSignal<String> {
        match field {
            Field::Tenant => self.tenant,
            Field::User => self.user,
            Field::Password => self.password,
            Field::Domain => self.domain,
            Field::Project => self.project,
            Field::ProjectDomain => self.project_domain,
            Field::CredentialId => self.credential_id,
            Field::Secret => self.secret,
            Field::Token => self.token,
            Field::Compute => self.compute,
        }
    }

    fn problem(self, method: Method, field: Field) -> Option<Problem> {
        let problems = check(method, &self.draft()).err()?;
        problems.into_iter().find_map(|(at, problem)| (at == field).then_some(problem))
    }
}

/// One field of a sign-in method.
pub fn field(method: Method, field: Field, typed: Typed, first: bool) -> AnyView {
    let value = typed.value(field);
    let name = label(method, field);
    let words = name.clone();
    let error = Signal::derive(move || {
        let problem = typed.sent.get().then(|| typed.problem(method, field)).flatten()?;
        Some(match problem {
            Problem::Missing => filled(|t| t.sign_in().missing, [("field", words.clone())]),
            Problem::NotAToken => tx(|t| t.sign_in().not_a_token),
            Problem::NotAnEndpoint => tx(|t| t.sign_in().not_an_endpoint),
        })
    });
    let kind = match field {
        Field::Password | Field::Secret | Field::Token => "password",
        Field::Compute => "url",
        _ => "text",
    };
    let autocomplete = match field {
        Field::User | Field::CredentialId => "username",
        Field::Password | Field::Secret => "current-password",
        _ => "off",
    };
    let mono = matches!(field, Field::Tenant | Field::CredentialId | Field::Token | Field::Compute);
    let optional = method.optional(field);
    let hint = hint(method, field, value);
    view! { <TextField label=name value hint error kind autocomplete mono optional autofocus=first /> }.into_any()
}

fn label(method: Method, field: Field) -> Text {
    match field {
        Field::Tenant => tx(|t| t.sign_in().tenant),
        Field::User => tx(|t| t.sign_in().user),
        Field::Password if method == Method::PasswordV2 => tx(|t| t.sign_in().api_password),
        Field::Password => tx(|t| t.sign_in().password),
        Field::Domain => tx(|t| t.sign_in().domain),
        Field::Project => tx(|t| t.sign_in().project),
        Field::ProjectDomain => tx(|t| t.sign_in().project_domain),
        Field::CredentialId => tx(|t| t.sign_in().credential_id),
        Field::Secret => tx(|t| t.sign_in().secret),
        Field::Token => tx(|t| t.sign_in().token),
        Field::Compute => tx(|t| t.sign_in().compute),
    }
}

fn hint(method: Method, field: Field, value: RwSignal<String>) -> Text {
    match (field, method) {
        (Field::Tenant, Method::PasswordV2) => Text::live(move || {
            let odd = value.with(|typed| !typed.trim().is_empty() && !looks_like_tenant_id(typed));
            // Only a hint, because other clouds have other ids.
            if odd { tx(|t| t.sign_in().tenant_odd) } else { tx(|t| t.sign_in().tenant_hint) }
        }),
        (Field::User, Method::PasswordV2) => tx(|t| t.sign_in().user_hint),
        (Field::Password, Method::PasswordV2) => tx(|t| t.sign_in().api_password_hint),
        (Field::Domain, _) => tx(|t| t.sign_in().domain_hint),
        (Field::Project, _) => tx(|t| t.sign_in().project_hint),
        (Field::ProjectDomain, _) => tx(|t| t.sign_in().project_domain_hint),
        (Field::Token, _) => tx(|t| t.sign_in().token_hint),
        (Field::Compute, Method::Token { v3: true }) => tx(|t| t.sign_in().compute_hint_v3),
        (Field::Compute, _) => tx(|t| t.sign_in().compute_hint),
        _ => Text::default(),
    }
}
