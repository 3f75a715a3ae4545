//! The dialog that creates a volume (row N06): blank, from a snapshot or from an image.

use std::sync::Arc;

use cloud::rules::limits::VOLUME_TEXT_MAX;
use cloud::rules::quota::Demand;
use cloud::rules::volumes::VolumeGoal;
use cloud::volume::{Field, FieldError, Problem, Source, VolumeContext, VolumeDraft, VolumeRequest, volume as checked};
use cloud::wire::{Image, Snapshot, VolumeType, Zone};
use cloud::{ImageId, SnapshotId, ZoneName};
use leptos::prelude::*;

use super::problems;
use super::model::Model;
use super::source;
use crate::browser::focus;
use crate::data::{self, Live};
use crate::flows::storing;
use crate::locales::{Text, Words, filled, tx};
use crate::reactive::effect;
use crate::shared::{quota, volumes};
use crate::ui::*;

/// The state of the form, and the lists it needs.
#[derive(Clone, Copy)]
pub struct Form {
    name: RwSignal<String>,
    description: RwSignal<String>,
    size: RwSignal<String>,
    kind: RwSignal<String>,
    zone: RwSignal<String>,
    /// `blank`, `snapshot` or `image`.
    pub of: RwSignal<String>,
    /// The id of the selected snapshot.
    pub snapshot: RwSignal<String>,
    /// The id of the selected image.
    pub image: RwSignal<String>,
    /// Whether the form was submitted, so that missing values are errors.
    sent: RwSignal<bool>,
    pub snapshots: Live<Arc<[Snapshot]>>,
    pub images: Live<Arc<[Image]>>,
    zones: Live<Arc<[Zone]>>,
    kinds: Live<Arc<[VolumeType]>>,
}

pub fn dialog(model: Model, of: Option<Snapshot>) -> AnyView {
    let open = model.open;
    let of = StoredValue::new(of);
    let form = move || draw(model, Form::new(model, of.get_value()));
    view! { <Dialog open title=tx(|t| t.volumes().create)>{form()}</Dialog> }.into_any()
}

impl Form {
    fn new(model: Model, of: Option<Snapshot>) -> Self {
        let field = |value: String| RwSignal::new(value);
        // Read without tracking: a form that followed the list would be drawn again and lose what was typed.
        let zone = of
            .as_ref()
            .and_then(|snapshot| untrack(|| model.volume(snapshot.volume.as_str(), |volume| volume.zone.clone())));
        Self {
            name: field(String::new()),
            description: field(String::new()),
            size: field(of.as_ref().map(|snapshot| snapshot.size_gb.to_string()).unwrap_or_default()),
            kind: field(String::new()),
            // The default zone is the source's, so that the same instances can use both.
            zone: field(zone.flatten().map(|zone| zone.to_string()).unwrap_or_default()),
            of: field(if of.is_some() { "snapshot" } else { "blank" }.to_owned()),
            snapshot: field(of.map(|snapshot| snapshot.id.to_string()).unwrap_or_default()),
            image: field(String::new()),
            sent: RwSignal::new(false),
            snapshots: model.snapshots,
            images: data::images(),
            zones: data::zones(),
            kinds: data::volume_types(),
        }
    }

    fn draft(self) -> VolumeDraft {
        let source = match self.of.get().as_str() {
            "snapshot" => Source::Snapshot(SnapshotId(self.snapshot.get().trim().to_owned())),
            "image" => Source::Image(ImageId(self.image.get().trim().to_owned())),
            _ => Source::Blank,
        };
        VolumeDraft {
            name: self.name.get(),
            description: self.description.get(),
            size_gb: self.size.get(),
            kind: Some(self.kind.get()).filter(|kind| !kind.is_empty()),
            zone: Some(ZoneName(self.zone.get())).filter(|zone| !zone.as_str().is_empty()),
            source,
        }
    }

    fn check(self) -> Result<VolumeRequest, Vec<FieldError>> {
        let (images, snapshots, zones) = (self.images.value.get(), self.snapshots.value.get(), self.zones.value.get());
        let context =
            VolumeContext { images: images.as_deref(), snapshots: snapshots.as_deref(), zones: zones.as_deref() };
        checked(&self.draft(), &context)
    }

    /// What the volume needs of the quota; nothing until the size is a number.
    fn takes(self) -> Demand {
        let size = self.size.with(|size| size.trim().parse().ok());
        size.map(|size| Demand::default().with_volumes(1, size)).unwrap_or_default()
    }

    /// The error of a field. A missing value is reported only after the form was submitted.
    pub fn error(self, field: Field) -> Signal<Option<Text>> {
        let problem = Memo::new(move |_| self.check().err().and_then(|errors| problems::of(&errors, field)));
        Signal::derive(move || {
            let problem = problem.get().filter(|problem| self.sent.get() || *problem != Problem::Missing)?;
            Some(problems::sentence(problem))
        })
    }

    /// Fills in the smallest size that the source allows.
    fn suggest(self) {
        effect(move || {
            let snapshot = self.snapshot.get();
            let image = self.image.get();
            let least = match self.of.get().as_str() {
                "snapshot" => self.snapshots.value.with(|all| {
                    let all = all.as_deref()?.iter();
                    all.into_iter().find(|one| one.id.as_str() == snapshot).map(|one| one.size_gb)
                }),
                "image" => self.images.value.with(|all| {
                    let all = all.as_deref()?.iter();
                    all.into_iter().find(|one| one.id.as_str() == image).map(|one| one.min_disk_gb)
                }),
                _ => None,
            };
            let typed = self.size.with_untracked(|size| size.trim().parse::<u64>().ok());
            if let Some(least) = least.filter(|least| typed.is_none_or(|typed| typed < *least)) {
                self.size.set(least.to_string());
            }
        });
    }
}

fn draw(model: Model, form: Form) -> AnyView {
    form.suggest();
    let submit = Submit::new(move || {
        form.sent.set(true);
        let request = focus::valid(untrack(|| form.check()))?;
        Some(async move {
            let volume = data::create_volume(&request).await?;
            let _ = model.open.try_set(false);
            let name = Text::from(volumes::name(&volume));
            let say = |words: Words| filled(words, [("name", name.clone())]);
            let (begun, done) = (say(|t| t.volumes().create_begun), say(|t| t.volumes().create_done));
            storing::volume(volume.id, VolumeGoal::Made, name, begun, done);
            Ok(())
        })
    });
    let counter = |text: RwSignal<String>| {
        Signal::derive(move || (text.with(|text| text.trim().chars().count()), VOLUME_TEXT_MAX))
    };
    view! {
        <ConfirmForm open=model.open confirm=tx(|t| t.volumes().create) submit advice=create_advice>
            <TextField label=tx(|t| t.common().name) value=form.name optional=true autofocus=true
                counter=counter(form.name) error=form.error(Field::Name) />
            {source::field(form)}
            <TextField label=tx(|t| t.volumes().size) value=form.size numeric=true unit="GB"
                limit=tx(|t| t.volumes().size_limit) error=form.error(Field::Size) />
            {quota::left_of_storage(move || form.takes())}
            {kind(form)}
            {zone(form)}
            <TextField label=tx(|t| t.volumes().description) value=form.description optional=true
                error=form.error(Field::Description) />
        </ConfirmForm>
    }
    .into_any()
}

/// The volume types. Without a list only the cloud's default can be used.
fn kind(form: Form) -> AnyView {
    let choices = Signal::derive(move || {
        let kinds = form.kinds.value.get().unwrap_or_default();
        let own = Choice::new("", tx(|t| t.volumes().kind_default));
        let name = |kind: &VolumeType| {
            let about = kind.description.trim();
            match about.is_empty() || about == kind.name {
                true => Text::from(kind.name.clone()),
                false => filled(
                    |t| t.volumes().kind_with,
                    [("name", kind.name.clone().into()), ("about", about.to_owned().into())],
                ),
            }
        };
        [own].into_iter().chain(kinds.iter().map(|kind| Choice::new(kind.name.clone(), name(kind)))).collect()
    });
    view! { <SelectField label=tx(|t| t.volumes().kind) value=form.kind choices /> }.into_any()
}

fn zone(form: Form) -> AnyView {
    let choices = Signal::derive(move || {
        let zones = form.zones.value.get().unwrap_or_default();
        let own = Choice::new("", tx(|t| t.volumes().zone_default));
        let choice = |zone: &Zone| {
            let off = (!zone.available).then(|| tx(|t| t.volumes().bad_zone));
            Choice::new(zone.name.to_string(), zone.name.to_string()).excluded(off)
        };
        let mut all: Vec<Choice> = [own].into_iter().chain(zones.iter().map(choice)).collect();
        // The zone may come from a snapshot before the zones are loaded.
        let chosen = form.zone.get();
        if all.iter().all(|choice| choice.value != chosen) {
            all.push(Choice::new(chosen.clone(), chosen));
        }
        all
    });
    view! {
        <SelectField label=tx(|t| t.volumes().zone) value=form.zone choices hint=tx(|t| t.volumes().zone_hint)
            error=form.error(Field::Zone) />
    }
    .into_any()
}
