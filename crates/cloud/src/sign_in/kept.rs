//! Reads back a form that was kept in the tab's storage; `serde`'s own [`serde::Serialize`] wrote it.

use serde::de::{Deserialize, Deserializer, Error};

use super::{Draft, Method};
use crate::wire::json::Json;

impl<'de> Deserialize<'de> for Method {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let kept = Json::deserialize(deserializer)?;
        let method = match &*kept.text() {
            "PasswordV2" => Some(Method::PasswordV2),
            "PasswordV3" => Some(Method::PasswordV3),
            "AppCredential" => Some(Method::AppCredential),
            _ => kept.get("Token").get("v3").flag().map(|v3| Method::Token { v3 }),
        };
        method.ok_or_else(|| D::Error::custom("no way to sign in"))
    }
}

impl<'de> Deserialize<'de> for Draft {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let kept = Json::deserialize(deserializer)?;
        Ok(Self {
            tenant: kept.get("tenant").text(),
            user: kept.get("user").text(),
            password: kept.get("password").text(),
            domain: kept.get("domain").text(),
            project: kept.get("project").text(),
            credential_id: kept.get("credential_id").text(),
            secret: kept.get("secret").text(),
            token: kept.get("token").text(),
            compute: kept.get("compute").text(),
        })
    }
}
