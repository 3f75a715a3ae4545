//! Reports on requests for new instances that a reload of the page interrupted.

use crate::data::{self, Noted, Taken};
use crate::locales::{Text, Words, filled, tx};
use crate::routes::{self, Route};
use crate::ui::toast;
use cloud::create::Fate;
use cloud::wire::Server;
use leptos::task::spawn_local;

/// Looks up each of them and shows a notice. Called after signing in, when the first list has loaded.
pub fn look_back() {
    for noted in data::interrupted() {
        spawn_local(async move {
            if !data::is_here(&noted) {
                data::settle(&noted.id);
                return check(&noted, |t| t.create_more().back_elsewhere);
            }
            match data::look(&noted.name, noted.count, noted.nonce.as_deref()).await {
                Ok(Taken::Found(servers)) => {
                    data::settle(&noted.id);
                    found(&noted, &servers);
                }
                Ok(Taken::Answered(_)) => {}
                Err(Fate::NotThere) => {
                    data::settle(&noted.id);
                    let href = routes::href(&Route::CreateInstance);
                    toast::look_at(
                        said(&noted, |t| t.create_more().back_not_there),
                        tx(|t| t.create().title),
                        href,
                        false,
                    );
                }
                // The record stays, so that the next start looks again.
                Err(Fate::Unknown | Fate::Refused) => check(&noted, |t| t.create_more().back_unknown),
                Err(Fate::Unmarked) => {
                    data::settle(&noted.id);
                    check(&noted, |t| t.create_more().back_unknown);
                }
            }
        });
    }
}

fn found(noted: &Noted, servers: &[Server]) {
    let words = said(noted, |t| t.create_more().back_found);
    match servers {
        [one] => {
            let href = routes::href(&Route::Instance(one.id.clone()));
            toast::look_at(words, tx(|t| t.create().open), href, true);
        }
        _ => toast::look_at(words, tx(|t| t.shell().to_instances), routes::href(&Route::Instances), true),
    }
}

fn check(noted: &Noted, words: Words) {
    toast::look_at(said(noted, words), tx(|t| t.shell().to_instances), routes::href(&Route::Instances), false);
}

fn said(noted: &Noted, words: Words) -> Text {
    filled(words, [("name", noted.name.clone().into()), ("region", noted.region.clone().into())])
}
