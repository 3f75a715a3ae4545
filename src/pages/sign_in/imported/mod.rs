//! Reads the files and fills in the form. It contains a YAML parser, so it is a part in a file of its own, which is fetched only
//! when there is something to read.

mod words;

use std::sync::Arc;

use cloud::config::{AppConfig, CloudConfig};
use cloud::sign_in::{Method, fit};
use imports::{Form, Import, ImportedCloud, Mistake, Source, Wrong, form, is_same_identity};
use leptos::prelude::*;

use super::import::{Fill, Filled};
use crate::locales::{Text, filled, tx};
use crate::parts::{self, Part, files};
use crate::routes::{self, Located};
use crate::ui::{Button, Hint, Icon, icon, live_view, nothing};

/// A file as it was given.
#[derive(Clone)]
pub struct Given {
    /// Empty for a pasted text.
    pub name: String,
    pub content: Content,
}

#[derive(Clone)]
pub enum Content {
    Text(String),
    /// It was too large to be read.
    TooLarge,
    /// The browser could not read it.
    Unreadable,
}

/// The content of the part.
pub struct Imported {
    /// Reads the files; fills in the form if there is one cloud, otherwise offers the clouds.
    pub outcome: fn(Arc<[Given]>, Fill) -> AnyView,
}

/// See [`Imported`].
pub static IMPORTED: Part<Imported> = files::IMPORTED.part();

impl parts::Content for Imported {
    const CONTENT: Self = Self { outcome };
}

fn outcome(given: Arc<[Given]>, fill: Fill) -> AnyView {
    let mut sources = Vec::new();
    for (file, Given { name, content }) in given.iter().enumerate() {
        match content {
            Content::Text(text) => sources.push(Source { name, text }),
            Content::TooLarge => return failed(&given, &Mistake { file, line: None, wrong: Wrong::TooLarge }),
            Content::Unreadable => return alert(words::heading(name, None), tx(|t| t.imports().unreadable)),
        }
    }
    match imports::read(&sources) {
        Ok(import) => found(import, fill),
        Err(mistake) => failed(&given, &mistake),
    }
}

fn failed(given: &[Given], mistake: &Mistake) -> AnyView {
    let name = given.get(mistake.file).map(|given| given.name.as_str()).unwrap_or_default();
    alert(words::heading(name, mistake.line), words::wrong(&mistake.wrong))
}

fn alert(heading: Text, words: Text) -> AnyView {
    view! {
        <div class="failure" role="alert">
            <p class="failure-title">{icon(Icon::Alert)}<strong>{heading}</strong></p>
            <p>{words}</p>
        </div>
    }
    .into_any()
}

/// One of the clouds in the files.
#[derive(Clone)]
struct Entry {
    cloud: ImportedCloud,
    form: Form,
    /// The configured cloud with its identity service.
    of: Option<CloudConfig>,
}

impl Entry {
    fn new(cloud: ImportedCloud, fill: &Fill) -> Self {
        let form = form(&cloud);
        let of = configured(&fill.config, &cloud, form.method, &fill.chosen.get_untracked());
        Self { cloud, form, of }
    }

    fn fill(&self, fill: &Fill) {
        let (Some(of), Some(method)) = (&self.of, self.form.method) else { return };
        let (method, draft) = fit(method, self.form.draft.clone(), &of.identity);
        fill.chosen.set(of.id.clone());
        let regions = self.cloud.regions.clone();
        fill.filled.set(Some(Filled { cloud: of.id.clone(), method, draft, regions }));
    }
}

/// The configured cloud that the file is for. Without an address it is the one that is chosen on the page; but not where the
/// address is in a vendor profile, because then it may be another cloud, which must not get the password.
fn configured(config: &AppConfig, cloud: &ImportedCloud, method: Option<Method>, chosen: &str) -> Option<CloudConfig> {
    let same = |one: &&CloudConfig| match cloud.identity.is_empty() {
        true => cloud.profile.is_none() && one.id == chosen,
        false => is_same_identity(&cloud.identity, &one.identity),
    };
    // A service may be configured once for each of its versions.
    let offers = |one: &&CloudConfig| method.is_some_and(|method| Method::offered(&one.identity).contains(&method));
    let all = || config.clouds.iter().filter(same);
    all().find(offers).or_else(|| all().next()).cloned()
}

fn found(import: Import, fill: Fill) -> AnyView {
    let unknown = words::unknown(&import.unknown).map(|words| view! { <Hint words /> });
    let entries: Vec<Entry> = import.clouds.into_iter().map(|cloud| Entry::new(cloud, &fill)).collect();
    let used = RwSignal::new(None::<usize>);
    let several = entries.len() > 1;
    let buttons = several.then(|| offered(&entries, &fill, used));
    if let [only] = entries.as_slice() {
        only.fill(&fill);
        used.set(Some(0));
    }
    let remarks = live_view(move || match used.get().and_then(|at| entries.get(at)) {
        Some(entry) => remarks(entry),
        None => nothing(),
    });
    view! { {buttons}<div class="sign-in-remarks">{remarks}{unknown}</div> }.into_any()
}

/// A button for each cloud.
fn offered(entries: &[Entry], fill: &Fill, used: RwSignal<Option<usize>>) -> AnyView {
    let line = |(at, entry): (usize, &Entry)| {
        let (entry, fill, about) = (entry.clone(), fill.clone(), words::about(&entry.cloud));
        let label = words::name(&entry.cloud);
        let choose = move || {
            entry.fill(&fill);
            used.set(Some(at));
        };
        view! { <li><Button label on_click=choose /><span class="dim">{about}</span></li> }
    };
    let lines = entries.iter().enumerate().map(line).collect::<Vec<_>>();
    view! {
        <section class="sign-in-clouds">
            <h2>{tx(|t| t.imports().choose)}</h2>
            <ul>{lines}</ul>
        </section>
    }
    .into_any()
}

/// The result for the chosen cloud: that the form is filled in, or why not, and what remains to be typed.
fn remarks(entry: &Entry) -> AnyView {
    let mut all = Vec::new();
    match (&entry.of, entry.form.method) {
        (Some(_), Some(_)) => {
            all.push(filled(|t| t.imports().filled, [("cloud", words::name(&entry.cloud))]));
            let secret = entry.cloud.secret.is_some();
            all.push(if secret { tx(|t| t.imports().secret) } else { tx(|t| t.imports().no_secret) });
            // An address with a scope also contains the region.
            if let (Some(region), Located::Nowhere) = (entry.cloud.regions.first(), routes::located().get_untracked()) {
                all.push(filled(|t| t.imports().region, [("region", region.clone().into())]));
            }
        }
        (None, _) if !entry.cloud.identity.is_empty() => {
            all.push(filled(|t| t.imports().not_here, [("address", entry.cloud.identity.clone().into())]));
        }
        _ => {}
    }
    let of = entry.of.as_ref().map(|of| of.name.as_str());
    all.extend(entry.form.gaps.iter().map(|gap| words::gap(gap, of)));
    view! { <Hint words=words::sentences(all) /> }.into_any()
}
