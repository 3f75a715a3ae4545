//! What is typed to sign in and what is valid (row N01). [`check`] is the only way from one to the other.

mod kept;

use crate::address::address;
use crate::calls::identity::Credentials;
use crate::error::{Failure, FailureKind};

#[cfg(test)]
mod tests;

/// The ways to sign in.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Method {
    /// Keystone v2.0: tenant id, user, API password.
    #[default]
    PasswordV2,
    /// Keystone v3: user, password, domain, project.
    PasswordV3,
    /// Keystone v3: an application credential.
    AppCredential,
    /// A token made elsewhere. Under v3 the cloud tells its project and catalog.
    Token {
        /// The identity service is v3.
        v3: bool,
    },
}

/// The fields, in the order of the form.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Field {
    /// Tenant id.
    Tenant,
    /// User name.
    User,
    /// Password.
    Password,
    /// Domain of the user.
    Domain,
    /// Project name or id.
    Project,
    /// Domain of the project.
    ProjectDomain,
    /// Id of an application credential.
    CredentialId,
    /// Secret of an application credential.
    Secret,
    /// The token.
    Token,
    /// Compute endpoint.
    Compute,
}

/// The form as it stands.
#[derive(Clone, PartialEq, Eq, Default)]
pub struct Draft {
    /// Tenant id.
    pub tenant: String,
    /// User name.
    pub user: String,
    /// Password.
    pub password: String,
    /// Domain of the user; blank: `default`.
    pub domain: String,
    /// Project; blank: the user's default one.
    pub project: String,
    /// Domain of the project; blank: the user's.
    pub project_domain: String,
    /// Id of an application credential.
    pub credential_id: String,
    /// Its secret.
    pub secret: String,
    /// A pasted token.
    pub token: String,
    /// The compute endpoint of a pasted token.
    pub compute: String,
}

/// What is wrong with a field.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Problem {
    /// Nothing typed.
    Missing,
    /// A token has neither blanks nor line breaks in it, nor anything beyond ASCII.
    NotAToken,
    /// Not `https://…` or `http://…`.
    NotAnEndpoint,
}

/// What is ready to be sent. No `Debug`: all of it is secret.
#[derive(Clone, PartialEq, Eq)]
pub enum SignIn {
    /// Anything that gets a token.
    With(Credentials),
    /// A token made elsewhere.
    Token {
        /// The token.
        token: String,
        /// Its project; may be empty where the cloud tells it.
        tenant: String,
        /// Its compute endpoint; may be empty where its catalog has it.
        compute: String,
    },
}

/// The identity endpoint speaks Keystone v3.
pub fn is_v3(identity: &str) -> bool {
    identity.trim_end_matches('/').ends_with("/v3")
}

/// The identity endpoint names a version; without one its root document tells it ([`crate::versions`]).
pub fn names_version(identity: &str) -> bool {
    identity.split('/').any(|part| crate::versions::number(part).is_some())
}

impl Method {
    /// The ways of an identity endpoint, the usual one first.
    pub fn offered(identity: &str) -> &'static [Method] {
        if is_v3(identity) {
            &[Method::PasswordV3, Method::AppCredential, Method::Token { v3: true }]
        } else {
            &[Method::PasswordV2, Method::Token { v3: false }]
        }
    }

    /// Its fields, in order.
    pub fn fields(self) -> &'static [Field] {
        use Field::*;
        match self {
            Method::PasswordV2 => &[Tenant, User, Password],
            Method::PasswordV3 => &[User, Password, Domain, Project, ProjectDomain],
            Method::AppCredential => &[CredentialId, Secret],
            Method::Token { .. } => &[Token, Tenant, Compute],
        }
    }

    /// May stay empty.
    pub fn optional(self, field: Field) -> bool {
        match field {
            Field::Domain | Field::Project | Field::ProjectDomain => true,
            Field::Tenant | Field::Compute => self == Method::Token { v3: true },
            _ => false,
        }
    }
}

impl Draft {
    /// What stands in a field.
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

    /// The same without the secrets: what may be remembered for signing in again.
    pub fn without_secrets(&self) -> Self {
        Self { password: String::new(), secret: String::new(), token: String::new(), ..self.clone() }
    }
}

/// The password was right once, and must be changed before it is taken again: Keystone says so in words only.
pub fn password_expired(failure: &Failure) -> bool {
    failure.kind == FailureKind::Unauthenticated && failure.message.to_ascii_lowercase().contains("password is expired")
}

/// An id as NHN makes them. Only worth a remark: other clouds may have others.
pub fn looks_like_tenant_id(text: &str) -> bool {
    let text = text.trim();
    text.len() == 32 && text.bytes().all(|byte| byte.is_ascii_hexdigit())
}

/// What is to be sent, or all problems in the order of the form.
pub fn check(method: Method, draft: &Draft) -> Result<SignIn, Vec<(Field, Problem)>> {
    let problem = |field: &Field| Some((*field, problem_of(method, *field, draft.get(*field))?));
    let problems: Vec<_> = method.fields().iter().filter_map(problem).collect();
    if !problems.is_empty() {
        return Err(problems);
    }
    // Names are trimmed, since copying brings blanks along; a password may begin or end with one.
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
