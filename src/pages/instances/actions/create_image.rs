//! An image of an instance: `createImage` (row S27), or on NHN for all but U2 the upload of its root volume (row N07).
//! Either is followed until the image is ready, here and in a notice.

use std::sync::Arc;

use cloud::Failure;
use cloud::capture::{Capture, CaptureDraft};
use cloud::rules::attach::root_volume;
use cloud::rules::lifecycle::Action;
use cloud::rules::limits::{NameError, image_name, suggested_image_name};
use cloud::volume::{ImageDraft, ImageOfVolume, image};
use cloud::wire::{Server, Volume};
use cloud::{ImageId, Status, VolumeId};
use leptos::prelude::*;

use super::here::{Here, limits};
use super::{name_of, rename};
use crate::browser::clock;
use crate::data;
use crate::flows::saving::{self, Saving};
use crate::locales::{Text, filled, tx};
use crate::pages::instances::words;
use crate::routes::{self, Route};
use crate::ui::{
    Button, CheckField, ConfirmForm, Dialog, FailureCard, Hint, Kind, LinkButton, Submit, TextAreaField, TextField,
    Warning, live_view,
};

/// The form, and then the progress of the image.
pub fn dialog(server: Arc<Server>, open: RwSignal<bool>, here: Here) -> AnyView {
    let saving = RwSignal::new(None::<Saving>);
    view! {
        <Dialog open title=filled(|t| t.questions().image_title, name_of(&server))>
            {
                let server = server.clone();
                live_view(move || match saving.get() {
                    Some(saving) => progress(saving, open),
                    None => form(server.clone(), open, here, saving),
                })
            }
        </Dialog>
    }
    .into_any()
}

/// The address of the images in the instance's scope.
fn images() -> String {
    match data::worked_in() {
        Some((scope, project)) => routes::href_in(&scope, &project, &Route::Images),
        None => routes::href(&Route::Images),
    }
}

fn progress(saving: Saving, open: RwSignal<bool>) -> AnyView {
    let ended = saving.clone();
    view! {
        <div class="confirm">
            <p role="status">{saving.words()}</p>
            {live_view(move || if ended.has_ended() { ().into_any() } else {
                view! { <p class="dim">{tx(|t| t.questions().image_may_close)}</p> }.into_any()
            })}
            <footer class="dialog-foot">
                <LinkButton label=tx(|t| t.questions().image_list) href=images() />
                <Button label=tx(|t| t.common().close) kind=Kind::Primary on_click=move || open.set(false) />
            </footer>
        </div>
    }
    .into_any()
}

/// The request to send.
enum Wish {
    OfServer(Capture),
    OfVolume(VolumeId, ImageOfVolume),
}

fn form(server: Arc<Server>, open: RwSignal<bool>, here: Here, saving: RwSignal<Option<Saving>>) -> AnyView {
    let of_volume = untrack(|| here.way_to_image(&server)) == Action::CreateImageFromVolume;
    let name = RwSignal::new(suggested_image_name(&server.name, &clock::today()));
    let metadata = RwSignal::new(String::new());
    let protected = RwSignal::new(false);
    let limits = Memo::new(|_| limits());
    let volumes = of_volume.then(data::volumes);
    let whole = server.clone();
    let root = Memo::new(move |_| volumes?.value.with(|all| root_volume(&whole, all.as_deref()?).cloned()));
    let draft = move || CaptureDraft { name: name.get(), metadata: metadata.get() };
    let check = move || draft().check(&limits.get());
    let name_error = Signal::derive(move || {
        let error = image_name(&name.get()).err();
        error.filter(|error| *error != NameError::Empty).map(rename::sentence)
    });
    let line_error =
        Signal::derive(move || check().err().and_then(|wrong| wrong.line).map(|line| bad_line(line, limits)));
    let wish = move || {
        if !of_volume {
            return check().ok().map(Wish::OfServer);
        }
        let root = root.get()?;
        let draft = ImageDraft { name: name.get(), protected: protected.get() };
        image(&draft, &root).ok().map(|image| Wish::OfVolume(root.id.clone(), image))
    };
    let refused = Signal::derive(move || {
        if of_volume && root.with(Option::is_none) {
            return Some(tx(|t| t.questions().image_no_volume));
        }
        let error = image_name(&name.get()).err().map(rename::sentence);
        error.or_else(|| line_error.get())
    });
    let victim = server.clone();
    let submit = Submit::new(move || {
        let wish = untrack(wish)?;
        let (server, name) = (victim.clone(), name.with_untracked(|name| name.trim().to_owned()));
        Some(async move {
            let id = send(&server, &wish).await?;
            let _ = saving.try_set(Some(saving::follow(id, name, words::name(&server))));
            Ok(())
        })
    });
    let running = server.status == Status::Active;
    let more = if of_volume {
        view! {
            {live_view(move || of_what(root.get()))}
            {live_view(move || match volumes.and_then(|volumes| Some((volumes, volumes.failure()?))) {
                Some((volumes, failed)) => view! {
                    <FailureCard failure=(*failed).clone() on_retry=move || volumes.refetch() />
                }.into_any(),
                None => ().into_any(),
            })}
            <CheckField label=tx(|t| t.questions().image_protected) value=protected />
        }
        .into_any()
    } else {
        view! {
            <TextAreaField label=tx(|t| t.questions().image_metadata) hint=tx(|t| t.questions().image_metadata_hint)
                value=metadata rows=3 optional=true error=line_error />
        }
        .into_any()
    };
    view! {
        <ConfirmForm open confirm=tx(|t| t.questions().image) submit refused>
            {running.then(|| view! { <Warning words=tx(|t| t.questions().image_stop_first) /> })}
            <TextField label=tx(|t| t.questions().image_name) value=name error=name_error autofocus=true />
            {more}
        </ConfirmForm>
    }
    .into_any()
}

async fn send(server: &Server, wish: &Wish) -> Result<Option<ImageId>, Failure> {
    match wish {
        Wish::OfServer(capture) => data::create_image(server, capture).await,
        Wish::OfVolume(volume, image) => data::image_of_volume(volume, image).await.map(Some),
    }
}

fn of_what(root: Option<Volume>) -> AnyView {
    let Some(root) = root else { return ().into_any() };
    let name = if root.name.is_empty() { root.id.0 } else { root.name };
    let values = [("volume", name.into()), ("size", words::gigabytes(root.size_gb))];
    view! { <Hint words=filled(|t| t.questions().image_of_volume, values) /> }.into_any()
}

fn bad_line(line: usize, limits: Memo<cloud::rules::limits::Limits>) -> Text {
    let max = limits.with(|limits| limits.metadata_max);
    filled(|t| t.questions().image_line, [("n", line.into()), ("max", max.into())])
}
