//! What `cloud` says of the form as it stands, computed once a change and read by every field.

use cloud::ZoneName;
use cloud::create::{
    Context, CreateRequest, Draft, Field, FieldError, Problem, RootDiskQuestion, RootSource, VisibleLimit, pairs_of,
    required_zone, root_disk_question, takes, validate, visible_limit,
};
use cloud::rules::quota::Asked;
use cloud::wire::{Flavor, Image};

/// What `cloud` says of a draft.
#[derive(Clone, PartialEq)]
pub(super) struct Checked {
    pub draft: Draft,
    pub outcome: Result<CreateRequest, Vec<FieldError>>,
    pub root: RootDiskQuestion,
    limits: Vec<(Field, VisibleLimit)>,
    /// The image chosen, where it is known.
    pub image: Option<Image>,
    /// The flavor chosen, where it is known.
    pub flavor: Option<Flavor>,
    /// The system is Windows, by the image or by what is on the volume.
    pub windows: bool,
    /// The zone that a volume or snapshot makes mandatory.
    pub zone: Option<ZoneName>,
    /// What it takes of the quota.
    pub takes: Asked,
    /// How many pairs of metadata of how many.
    pub pairs: Option<(u64, u64)>,
}

const LIMITED: [Field; 6] =
    [Field::Name, Field::Flavor, Field::RootDisk, Field::Count, Field::MinCount, Field::UserData];

impl Checked {
    pub fn new(draft: Draft, context: &Context<'_>) -> Self {
        let limit = |field: Field| Some((field, visible_limit(field, &draft, context)?));
        let disks = (0..).zip(&draft.disks).map(|(row, _)| Field::DiskSize(row));
        let pairs = (0..).zip(&draft.metadata);
        let pairs = pairs.flat_map(|(row, _)| [Field::MetadataKey(row), Field::MetadataValue(row)]);
        Self {
            outcome: validate(&draft, context),
            root: root_disk_question(&draft, context),
            limits: LIMITED.into_iter().chain(disks).chain(pairs).filter_map(limit).collect(),
            image: context.image(&draft).cloned(),
            flavor: context.flavor(&draft).cloned(),
            windows: context.windows(&draft),
            zone: required_zone(&draft, context),
            takes: takes(&draft, context),
            pairs: pairs_of(&draft, context),
            draft,
        }
    }

    pub fn problem(&self, field: Field) -> Option<&Problem> {
        let errors = self.outcome.as_ref().err()?;
        errors.iter().find(|error| error.field == field).map(|error| &error.problem)
    }

    pub fn limit(&self, field: Field) -> Option<VisibleLimit> {
        self.limits.iter().find(|(of, _)| *of == field).map(|(_, limit)| *limit)
    }

    pub fn is_from_image(&self) -> bool {
        self.draft.root == RootSource::Image
    }

    /// The root disk is a volume of its own.
    pub fn root_is_volume(&self) -> bool {
        match self.root {
            RootDiskQuestion::NotAsked { .. } => false,
            RootDiskQuestion::Required(_) => true,
            RootDiskQuestion::Given { .. } => true,
            RootDiskQuestion::Optional { .. } => !self.draft.root_disk_gb.trim().is_empty(),
        }
    }
}

/// What would be wrong with one field of a draft: the reason beside a choice that is not offered.
pub(super) fn problem_of(field: Field, draft: &Draft, context: &Context<'_>) -> Option<Problem> {
    let errors = validate(draft, context).err()?;
    errors.into_iter().find(|error| error.field == field).map(|error| error.problem)
}
