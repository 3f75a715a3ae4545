//! The result of reading as one line for each cloud, so that tests compare texts.

use imports::{Import, ImportedCloud, Method, Mistake, Reference, Source, form, read};

pub fn files<'a>(files: &[(&'a str, &'a str)]) -> Result<Import, Mistake> {
    let files: Vec<_> = files.iter().map(|(name, text)| Source { name, text }).collect();
    read(&files)
}

/// Reads one text without a name.
pub fn pasted(text: &str) -> Result<Import, Mistake> {
    files(&[("", text)])
}

/// The only cloud of a text.
pub fn one(text: &str) -> String {
    lines(&pasted(text).unwrap_or_else(|mistake| panic!("{mistake:?} in {text}"))).join("\n")
}

/// `name: address method user@domain project@domain regions secret gaps`, without missing ones.
pub fn lines(import: &Import) -> Vec<String> {
    import.clouds.iter().map(line).collect()
}

fn line(cloud: &ImportedCloud) -> String {
    let text = |reference: &Option<Reference>| match reference {
        Some(Reference::Id(id)) => format!("#{id}"),
        Some(Reference::Name(name)) => name.clone(),
        None => "-".to_owned(),
    };
    let method = match &cloud.method {
        Method::PasswordV3 => "v3".to_owned(),
        Method::PasswordV2 => "v2".to_owned(),
        Method::ApplicationCredential => format!("credential {}", text(&cloud.credential)),
        Method::Token => "token".to_owned(),
        Method::Other(kind) => format!("other {kind}"),
    };
    let mut words = vec![format!("{}:", cloud.name), cloud.identity.clone(), method];
    for (of, domain) in [(&cloud.user, &cloud.user_domain), (&cloud.project, &cloud.project_domain)] {
        words.push(format!("{}@{}", text(of), text(domain)));
    }
    words.push(format!("[{}]", cloud.regions.join(" ")));
    words.extend(cloud.secret.as_ref().map(|secret| format!("<{}>", secret.reveal())));
    words.extend(form(cloud).gaps.iter().map(|gap| format!("!{gap:?}")));
    words.join(" ").replace("  ", " ")
}

/// `line key cloud` of each unknown key.
pub fn unknown(import: &Import) -> Vec<String> {
    let all = import.unknown.iter();
    all.map(|key| format!("{}:{} {} {}", key.file, key.line, key.key, key.cloud).trim_end().to_owned()).collect()
}
