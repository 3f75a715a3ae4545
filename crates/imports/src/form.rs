//! Fills the sign-in form from an imported cloud.

use cloud::sign_in::{self, Draft};

use crate::model::{ImportedCloud, Method, Reference};

/// The content of the form. No `Debug`, because the draft contains the secret.
#[derive(Clone, PartialEq, Eq)]
pub struct Form {
    /// The sign-in method; `None` if Maru does not have it.
    pub method: Option<sign_in::Method>,
    /// The fields.
    pub draft: Draft,
    /// What the form has no field for, or the file does not contain.
    pub gaps: Vec<Gap>,
}

/// A setting that the form cannot hold.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Gap {
    /// The file has no `auth_url`.
    NoAddress,
    /// Other settings are in a vendor profile of this name.
    Profile(String),
    /// Maru does not have this `auth_type`.
    OtherMethod(String),
    /// The file has the user's id, and the form needs the name.
    UserById,
    /// The file has the tenant's name, and the form of v2.0 needs the id.
    TenantByName,
    /// The file has the application credential's name, and the form needs the id.
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
