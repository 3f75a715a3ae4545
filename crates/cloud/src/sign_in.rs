//! The sign-in form and its validation (row N01). [`check`] converts it to a request.

mod kept;

use crate::address::address;
use crate::calls::identity::Credentials;
use crate::config::DemoLogin;
use crate::error::{Failure, FailureKind};

#[cfg(test)]
mod tests;

/// The methods of signing in.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Method {
    /// Keystone v2.0: tenant id, user, API password.
    #[default]
    PasswordV2,
    /// Keystone v3: user, password, domain, project.
    PasswordV3,
    /// Keystone v3: an application credential.
    AppCredential,
    /// An existing token. With v3 the cloud reports its project and catalog.
    Token { v3: bool },
}

/// The fields in form order.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Field {
    Tenant,
    User,
    Password,
    Domain,
    Project,
    ProjectDomain,
    CredentialId,
    Secret,
    Token,
    Compute,
}

/// The form's state, as typed.
#[derive(Clone, PartialEq, Eq, Default)]
pub struct Draft {
    pub tenant: String,
    pub user: String,
    pub password: String,
    /// Blank: `default`.
    pub domain: String,
    /// Blank: the user's default project.
    pub project: String,
    /// Blank: the user's domain.
    pub project_domain: String,
    pub credential_id: String,
    pub secret: String,
    pub token: String,
    /// The compute endpoint for a pasted token.
    pub compute: String,
}

/// What is wrong with a field.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Problem {
    Missing,
    /// A token contains only ASCII, and no blanks or line breaks.
    NotAToken,
    /// Not `https://…` or `http://…`.
    NotAnEndpoint,
}

/// A valid sign-in. It has no `Debug`, because all of it is secret.
#[derive(Clone, PartialEq, Eq)]
pub enum SignIn {
    /// Credentials to exchange for a token.
    With(Credentials),
    /// An existing token.
    Token {
        token: String,
        /// May be empty if the cloud reports it.
        tenant: String,
        /// May be empty if the catalog contains it.
        compute: String,
    },
}

/// Whether the identity endpoint speaks Keystone v3.
pub fn is_v3(identity: &str) -> bool {
    identity.trim_end_matches('/').ends_with("/v3")
}

/// Whether the identity endpoint contains a version; if not, its root document lists them ([`crate::versions`]).
pub fn names_version(identity: &str) -> bool {
    identity.split('/').any(|part| crate::versions::number(part).is_some())
}

impl Method {
    /// The methods of an identity endpoint, the usual one first.
    pub fn offered(identity: &str) -> &'static [Method] {
        if is_v3(identity) {
            &[Method::PasswordV3, Method::AppCredential, Method::Token { v3: true }]
        } else {
            &[Method::PasswordV2, Method::Token { v3: false }]
        }
    }

    /// The fields of the form, in order.
    pub fn fields(self) -> &'static [Field] {
        use Field::*;
        match self {
            Method::PasswordV2 => &[Tenant, User, Password],
            Method::PasswordV3 => &[User, Password, Domain, Project, ProjectDomain],
            Method::AppCredential => &[CredentialId, Secret],
            Method::Token { .. } => &[Token, Tenant, Compute],
        }
    }

    /// Whether the field may be empty.
    pub fn optional(self, field: Field) -> bool {
        match field {
            Field::Domain | Field::Project | Field::ProjectDomain => true,
            Field::Tenant | Field::Compute => self == Method::Token { v3: true },
            _ => false,
        }
    }
}

impl Draft {
    /// The text of a field.
    pub fn get(&self, field: Field) -> &str {
        match field {
            Field::Tenant => &self.tenant,
            Field::User => &self.user,
            Field::Password => &self.password,
            Field::Domain => &self.domain,
            Field::Project => &self.project,
            Field::ProjectDomain => &self.project_domain,
            Field::CredentialId => &self.credential_id,
            Field::Secret => &self.secret,
            Field::Token => &self.token,
            Field::Compute => &self.compute,
        }
    }

    /// A copy without secrets, which may be remembered for signing in again.
    pub fn without_secrets(&self) -> Self {
        Self { password: String::new(), secret: String::new(), token: String::new(), ..self.clone() }
    }
}

/// Whether the password was correct but has expired; Keystone reports it only as text.
pub fn password_expired(failure: &Failure) -> bool {
    failure.kind == FailureKind::Unauthenticated && failure.message.to_ascii_lowercase().contains("password is expired")
}

/// Whether it looks like NHN's tenant ids. Used only for a hint, because other clouds may have other ids.
pub fn looks_like_tenant_id(text: &str) -> bool {
    let text = text.trim();
    text.len() == 32 && text.bytes().all(|byte| byte.is_ascii_hexdigit())
}

/// The demo's sign-in method and its filled-in form.
pub fn of_demo(identity: &str, login: DemoLogin) -> (Method, Draft) {
    let DemoLogin { tenant, user, password } = login;
    match is_v3(identity) {
        true => (Method::PasswordV3, Draft { project: tenant, user, password, ..Draft::default() }),
        false => (Method::PasswordV2, Draft { tenant, user, password, ..Draft::default() }),
    }
}

/// The same credentials for another version of the identity service: what one version calls a tenant, the other calls a
/// project. A method that the service does not have becomes its usual one.
pub fn fit(method: Method, draft: Draft, identity: &str) -> (Method, Draft) {
    let offered = Method::offered(identity);
    if offered.contains(&method) {
        return (method, draft);
    }
    match (method, is_v3(identity)) {
        (Method::PasswordV2, true) => (Method::PasswordV3, Draft { project: draft.tenant.clone(), ..draft }),
        (Method::PasswordV3, false) => {
            let id = Some(draft.project.clone()).filter(|project| looks_like_tenant_id(project));
            (Method::PasswordV2, Draft { tenant: id.unwrap_or_default(), ..draft })
        }
        (Method::Token { .. }, v3) => (Method::Token { v3 }, draft),
        (Method::AppCredential, _) | (Method::PasswordV2 | Method::PasswordV3, _) => {
            (offered.first().copied().unwrap_or_default(), draft)
        }
    }
}

/// The request, or all problems in form order.
pub fn check(method: Method, draft: &Draft) -> Result<SignIn, Vec<(Field, Problem)>> {
    let problem = |field: &Field| Some((*field, problem_of(method, *field, draft.get(*field))?));
    let problems: Vec<_> = method.fields().iter().filter_map(problem).collect();
    if !problems.is_empty() {
        return Err(problems);
    }
    // Names are trimmed because copying adds blanks; a password may begin or end with one.
    let text = |field: Field| draft.get(field).trim().to_owned();
    Ok(match method {
        Method::PasswordV2 => SignIn::With(Credentials::V2 {
            tenant: text(Field::Tenant),
            user: text(Field::User),
            password: draft.password.clone(),
        }),
        Method::PasswordV3 => SignIn::With(Credentials::V3 {
            user: text(Field::User),
            password: draft.password.clone(),
            domain: text(Field::Domain),
            project: text(Field::Project),
            project_domain: match text(Field::ProjectDomain) {
                blank if blank.is_empty() => text(Field::Domain),
                other => other,
            },
        }),
        Method::AppCredential => {
            SignIn::With(Credentials::AppCredential { id: text(Field::CredentialId), secret: text(Field::Secret) })
        }
        Method::Token { .. } => {
            SignIn::Token { token: text(Field::Token), tenant: text(Field::Tenant), compute: text(Field::Compute) }
        }
    })
}

fn problem_of(method: Method, field: Field, typed: &str) -> Option<Problem> {
    let text = if field == Field::Password { typed } else { typed.trim() };
    match field {
        _ if text.is_empty() => (!method.optional(field)).then_some(Problem::Missing),
        Field::Token => (!text.bytes().all(|byte| byte.is_ascii_graphic())).then_some(Problem::NotAToken),
        Field::Compute => address(text, "", None).is_err().then_some(Problem::NotAnEndpoint),
        _ => None,
    }
}
