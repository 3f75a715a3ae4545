//! A `clouds.yaml` or openrc file that is picked, dropped on the page, or pasted. The code that reads it is loaded when
//! there is one.

use std::sync::Arc;

use cloud::config::AppConfig;
use cloud::sign_in::{Draft, Method};
use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;

use super::imported::{Content, Given, IMPORTED};
use crate::browser::files;
use crate::locales::tx;
use crate::ui::{Icon, icon, live_view, nothing};

/// Real files have a few kilobytes. A larger one is not read.
const FILE_MAX: f64 = (1 << 20) as f64;

/// The content of a file, for the form of one configured cloud.
#[derive(Clone)]
pub struct Filled {
    /// Id of the cloud.
    pub cloud: String,
    pub method: Method,
    pub draft: Draft,
    /// Regions in the order of the file: the first that the project has is opened.
    pub regions: Vec<String>,
}

/// The parts of the page that a file fills in.
#[derive(Clone)]
pub struct Fill {
    pub config: Arc<AppConfig>,
    /// Id of the chosen cloud.
    pub chosen: RwSignal<String>,
    pub filled: RwSignal<Option<Filled>>,
}

/// The button, and below it the result of the last file.
pub fn import(fill: Fill) -> AnyView {
    let given = RwSignal::new(None::<Arc<[Given]>>);
    let read = move |files: Vec<files::File>| {
        spawn_local(async move {
            let mut all = Vec::new();
            for file in files {
                all.push(read(file).await);
            }
            // The page may be gone.
            let _ = given.try_set(Some(all.into()));
        });
    };
    files::on_given(read, move |text: String| {
        let taken = looks_like_one(&text);
        if taken {
            given.set(Some([Given { name: String::new(), content: Content::Text(text) }].into()));
        }
        taken
    });
    let outcome = live_view(move || match given.get() {
        None => nothing(),
        Some(given) => {
            let fill = fill.clone();
            IMPORTED
                .view(|words| words.unwrap_or_else(nothing), move |part| (part.outcome)(given.clone(), fill.clone()))
        }
    });
    view! {
        <p class="sign-in-import">
            <label class="button">
                {icon(Icon::File)}<span>{tx(|t| t.sign_in().import)}</span>
                <input type="file" class="sr-only" multiple on:change:target=move |event| read(files::all_picked(&event.target())) />
            </label>
            <span class="dim">{tx(|t| t.sign_in().import_drop)}</span>
        </p>
        // A live region is only announced if it was there before its content.
        <div class="sign-in-outcome" role="status">{outcome}</div>
    }
    .into_any()
}

async fn read(file: files::File) -> Given {
    let content = match file.size() > FILE_MAX {
        true => Content::TooLarge,
        false => files::read_text(&file).await.map_or(Content::Unreadable, Content::Text),
    };
    Given { name: file.name(), content }
}

/// Whether a pasted text is one of the files. Any other text goes into the field it is pasted into.
fn looks_like_one(text: &str) -> bool {
    text.contains("clouds:") || text.contains("OS_AUTH_URL") || text.contains("OS_USERNAME")
}
