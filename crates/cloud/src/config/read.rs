//! Parses `config.json`. Unlike a cloud's responses it is written by a person, so it is parsed strictly, and errors
//! name their position.

use super::{AppConfig, CloudConfig, DemoLogin, RuleSet};
use crate::json::{Json, parse};

impl AppConfig {
    /// Parses the file; an error names its position.
    pub fn parse(file: &str) -> Result<Self, String> {
        app_config(&parse(file).map_err(|broken| broken.message)?)
    }
}

fn app_config(file: &Json<'_>) -> Result<AppConfig, String> {
    if !matches!(file, Json::Object(_)) {
        return Err("not an object".to_owned());
    }
    let clouds = field(file, "clouds", "a list", list)?.unwrap_or_default().iter().enumerate();
    let clouds = clouds.map(|(at, one)| cloud(one).map_err(|mistake| format!("clouds[{at}]: {mistake}")));
    Ok(AppConfig {
        proxy: field(file, "proxy", "a text", text)?,
        clouds: clouds.collect::<Result<_, _>>()?,
        session: field(file, "session", "true or false", flag)?.unwrap_or_default(),
        read_timeout_s: field(file, "read_timeout_s", "a number of seconds, 1 or more", seconds)?,
        write_timeout_s: field(file, "write_timeout_s", "a number of seconds, 1 or more", seconds)?,
    })
}

fn cloud(cloud: &Json<'_>) -> Result<CloudConfig, String> {
    Ok(CloudConfig {
        id: required(cloud, "id")?,
        name: required(cloud, "name")?,
        identity: required(cloud, "identity")?,
        regions: field(cloud, "regions", "a list of texts", texts)?.unwrap_or_default(),
        rules: field(cloud, "rules", "a text", text)?.map_or(Ok(RuleSet::default()), |word| rules(&word))?,
        max_root_disk_gb: field(cloud, "max_root_disk_gb", "a number of GB", count)?,
        direct: field(cloud, "direct", "true or false", flag)?.unwrap_or_default(),
        demo: field(cloud, "demo", "an object", object)?.map(demo).transpose()?,
    })
}

fn demo(login: &Json<'_>) -> Result<DemoLogin, String> {
    Ok(DemoLogin {
        tenant: required(login, "tenant")?,
        user: required(login, "user")?,
        password: required(login, "password")?,
    })
}

fn rules(word: &str) -> Result<RuleSet, String> {
    let known = RuleSet::ALL.into_iter().find(|rules| rules.as_str() == word);
    known.ok_or_else(|| format!("rules: unknown variant `{word}`, expected `nhn` or `openstack`"))
}

/// Reads an optional field; null counts as missing.
fn field<'r, 'a, T>(
    object: &'r Json<'a>,
    name: &str,
    kind: &str,
    read: fn(&'r Json<'a>) -> Option<T>,
) -> Result<Option<T>, String> {
    match object.get(name) {
        Json::Nothing => Ok(None),
        value => read(value).map(Some).ok_or_else(|| format!("{name}: expected {kind}")),
    }
}

fn required(object: &Json<'_>, name: &str) -> Result<String, String> {
    field(object, name, "a text", text)?.ok_or_else(|| format!("missing field `{name}`"))
}

fn text(value: &Json<'_>) -> Option<String> {
    matches!(value, Json::Text(_)).then(|| value.text())
}

fn list<'r, 'a>(value: &'r Json<'a>) -> Option<&'r [Json<'a>]> {
    matches!(value, Json::List(_)).then(|| value.rows())
}

fn texts(value: &Json<'_>) -> Option<Vec<String>> {
    list(value)?.iter().map(text).collect()
}

fn object<'r, 'a>(value: &'r Json<'a>) -> Option<&'r Json<'a>> {
    matches!(value, Json::Object(_)).then_some(value)
}

fn count(value: &Json<'_>) -> Option<u32> {
    matches!(value, Json::Int(_)).then(|| value.count()).flatten().and_then(|count| u32::try_from(count).ok())
}

/// Rejects 0, which would time out every request.
fn seconds(value: &Json<'_>) -> Option<u32> {
    count(value).filter(|seconds| *seconds > 0)
}

fn flag(value: &Json<'_>) -> Option<bool> {
    matches!(value, Json::Flag(_)).then(|| value.flag()).flatten()
}
