//! Properties of images as text.

use ::view::human::{SizeUnit, bytes};
use cloud::wire::{Image, ImagePhase, ImageStatus};
use leptos::prelude::*;

use super::model::Model;
use crate::locales::{Text, Words, filled, number, tx};
use crate::ui::{Badge, Tone};

/// The name, or the id of an image without one.
pub fn name(image: &Image) -> String {
    let name = image.name.trim();
    if name.is_empty() { image.id.to_string() } else { name.to_owned() }
}

/// Distribution and version; the kind of system if they are unknown.
pub fn system(image: &Image) -> String {
    let kind = if image.is_windows() { Some("Windows") } else { image.os_type.as_deref() };
    let distro = image.os_distro.as_deref().filter(|distro| !distro.eq_ignore_ascii_case("windows"));
    let parts = [distro.or(kind), image.os_version.as_deref()];
    let whole = parts.into_iter().flatten().collect::<Vec<_>>().join(" ");
    // The API has distributions in lower case: `ubuntu`.
    let mut letters = whole.chars();
    letters.next().into_iter().map(|letter| letter.to_ascii_uppercase()).chain(letters).collect()
}

/// The state, with the progress while the image is being made.
pub fn badge(model: Model, id: Text) -> AnyView {
    let (of_tone, of_word) = (id.clone(), id.clone());
    let tone = Signal::derive(move || model.image(&of_tone.get(), |image| tone(&image.status)).unwrap_or_default());
    let word = Text::live(move || model.image(&of_word.get(), |image| word(&image.status)).unwrap_or_default());
    let note = Text::live(move || model.image(&id.get(), progress).unwrap_or_default());
    view! { <Badge tone word note /> }.into_any()
}

fn tone(status: &ImageStatus) -> Tone {
    match (status.phase(), status) {
        (_, ImageStatus::Other(_)) => Tone::Unknown,
        (_, ImageStatus::Deactivated) => Tone::Off,
        (ImagePhase::Coming, _) => Tone::Busy,
        (ImagePhase::Ready, _) => Tone::Ok,
        (ImagePhase::Failed, _) => Tone::Bad,
        (ImagePhase::Gone, _) => Tone::Off,
    }
}

/// A state as text. An undocumented one is shown as the API sent it.
pub fn word(status: &ImageStatus) -> Text {
    let which: Words = match status {
        ImageStatus::Queued => |t| t.images().queued,
        ImageStatus::Saving => |t| t.images().saving,
        ImageStatus::Uploading => |t| t.images().uploading,
        ImageStatus::Importing => |t| t.images().importing,
        ImageStatus::Active => |t| t.images().active,
        ImageStatus::Deactivated => |t| t.images().deactivated,
        ImageStatus::Killed | ImageStatus::Error => |t| t.images().failed,
        ImageStatus::Deleted => |t| t.images().gone,
        ImageStatus::PendingDelete => |t| t.images().going,
        ImageStatus::Other(word) => return word.clone().into(),
    };
    tx(which)
}

/// The progress: some clouds report a percentage, others only the size so far.
fn progress(image: &Image) -> Text {
    if image.status.phase() != ImagePhase::Coming {
        return Text::default();
    }
    match (image.progress, image.size.filter(|size| *size > 0)) {
        (Some(percent), _) => filled(|t| t.images().percent, [("n", number(f64::from(percent)).into())]),
        (None, Some(size)) => weight(size),
        (None, None) => Text::default(),
    }
}

/// Who can see the image.
pub fn visibility(word: &str) -> Text {
    let which: Words = match word {
        "public" => |t| t.images().public,
        "private" => |t| t.images().private,
        "shared" => |t| t.images().shared,
        "community" => |t| t.images().community,
        other => return other.to_owned().into(),
    };
    tx(which)
}

/// A size in bytes as text.
pub fn weight(size: u64) -> Text {
    let (value, unit) = bytes(size);
    sized(value, unit)
}

/// A minimum size in GB or MB; a dash if there is none.
pub fn least((value, unit): (f64, SizeUnit)) -> Text {
    if value == 0.0 { "–".into() } else { sized(value, unit) }
}

fn sized(value: f64, unit: SizeUnit) -> Text {
    let which: Words = match unit {
        SizeUnit::B => |t| t.images().b,
        SizeUnit::KB => |t| t.images().kb,
        SizeUnit::MB => |t| t.common().mb,
        SizeUnit::GB => |t| t.common().gb,
        SizeUnit::TB => |t| t.images().tb,
    };
    filled(which, [("n", Text::live(move || number(value).into()))])
}
