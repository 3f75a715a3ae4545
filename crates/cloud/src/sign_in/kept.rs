//! The sign-in form as JSON in the tab's storage.

use super::{Draft, Method};
use crate::json::Json;

impl Method {
    /// The name in storage.
    pub fn as_str(self) -> &'static str {
        match self {
            Method::PasswordV2 => "password-v2",
            Method::PasswordV3 => "password-v3",
            Method::AppCredential => "application-credential",
            Method::Token { v3: false } => "token-v2",
            Method::Token { v3: true } => "token-v3",
        }
    }

    /// Parses the name in storage.
    pub fn parse(word: &str) -> Option<Self> {
        use Method::*;
        let all = [PasswordV2, PasswordV3, AppCredential, Token { v3: false }, Token { v3: true }];
        all.into_iter().find(|method| method.as_str() == word)
    }
}

impl Draft {
    /// For storage; includes secrets unless removed by [`Draft::without_secrets`].
    pub fn to_json(&self) -> Json<'_> {
        Json::object([
            ("tenant", (&self.tenant).into()),
            ("user", (&self.user).into()),
            ("password", (&self.password).into()),
            ("domain", (&self.domain).into()),
            ("project", (&self.project).into()),
            ("project_domain", (&self.project_domain).into()),
            ("credential_id", (&self.credential_id).into()),
            ("secret", (&self.secret).into()),
            ("token", (&self.token).into()),
            ("compute", (&self.compute).into()),
        ])
    }

    /// From storage; missing fields are empty.
    pub fn of_json(kept: &Json<'_>) -> Self {
        Self {
            tenant: kept.get("tenant").text(),
            user: kept.get("user").text(),
            password: kept.get("password").text(),
            domain: kept.get("domain").text(),
            project: kept.get("project").text(),
            project_domain: kept.get("project_domain").text(),
            credential_id: kept.get("credential_id").text(),
            secret: kept.get("secret").text(),
            token: kept.get("token").text(),
            compute: kept.get("compute").text(),
        }
    }
}
