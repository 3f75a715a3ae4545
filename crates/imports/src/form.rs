//! From an imported cloud to the sign-in form.

use cloud::sign_in::{self, Draft};

use crate::model::{ImportedCloud, Method, Reference};

/// What to fill in. No `Debug`: the draft has the secret in it.
#[derive(Clone, PartialEq, Eq)]
pub struct Form {
    /// The way to sign in; `None` where Maru has no such way.
    pub method: Option<sign_in::Method>,
    /// The fields.
    pub draft: Draft,
    /// What the form has no field for, or what the file does not say.
    pub gaps: Vec<Gap>,
}

/// What a form cannot take over.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Gap {
    /// The file has no `auth_url`.
    NoAddress,
    /// The rest is in a vendor profile of this name.
    Profile(String),
    /// Maru cannot sign in by this `auth_type`.
    OtherMethod(String),
    /// The user is named by an id, and the form asks for the name.
    UserById,
    /// The tenant is named, and v2.0's form asks for the id.
    TenantByName,
    /// The application credential is named, and the form asks for the id.
    CredentialByName,
    /// The token would be for a domain or the whole system.
    OtherScope,
}

/// Fills the form.
pub fn form(cloud: &ImportedCloud) -> Form {
    let mut draft = Draft::default();
    let text = |reference: &Option<Reference>| reference.as_ref().map(|one| one.text().to_owned()).unwrap_or_default();
    let secret = cloud.secret.as_ref().map(|secret| secret.reveal().to_owned()).unwrap_or_default();
    let by_name = |reference: &Option<Reference>| matches!(reference, Some(Reference::Name(_)));
    let mut gaps = Vec::new();
    if cloud.identity.is_empty() && cloud.profile.is_none() {
        gaps.push(Gap::NoAddress);
    }
    gaps.extend(cloud.profile.clone().map(Gap::Profile));
    if cloud.other_scope {
        gaps.push(Gap::OtherScope);
    }
    let mut user = |draft: &mut Draft| match &cloud.user {
        Some(Reference::Id(_)) => gaps.push(Gap::UserById),
        _ => draft.user = text(&cloud.user),
    };
    let method = match &cloud.method {
        Method::PasswordV2 => {
            user(&mut draft);
            draft.password = secret;
            match by_name(&cloud.project) {
                true => gaps.push(Gap::TenantByName),
                false => draft.tenant = text(&cloud.project),
            }
            Some(sign_in::Method::PasswordV2)
        }
        Method::PasswordV3 => {
            user(&mut draft);
            draft.password = secret;
            draft.domain = text(&cloud.user_domain);
            draft.project = text(&cloud.project);
            draft.project_domain = text(&cloud.project_domain);
            Some(sign_in::Method::PasswordV3)
        }
        Method::ApplicationCredential => {
            match by_name(&cloud.credential) {
                true => gaps.push(Gap::CredentialByName),
                false => draft.credential_id = text(&cloud.credential),
            }
            draft.secret = secret;
            Some(sign_in::Method::AppCredential)
        }
        Method::Token => {
            draft.token = secret;
            draft.tenant = if by_name(&cloud.project) { String::new() } else { text(&cloud.project) };
            draft.compute.clone_from(&cloud.endpoint);
            Some(sign_in::Method::Token { v3: !cloud.identity.trim_end_matches('/').ends_with("/v2.0") })
        }
        Method::Other(kind) => {
            gaps.push(Gap::OtherMethod(kind.clone()));
            None
        }
    };
    Form { method, draft, gaps }
}
