//! What `cloud` says of the form as it stands, computed once a change and read by every field.

use cloud::ZoneName;
use cloud::create::{
    Context, CreateRequest, Draft, Field, FieldError, Problem, RootDiskQuestion, pairs_of, required_zone,
    root_disk_question, takes, validate,
};
use cloud::rules::quota::Demand;
use cloud::wire::{Flavor, Image};

/// What `cloud` says of a draft.
#[derive(Clone, PartialEq)]
pub(super) struct Checked {
    pub draft: Draft,
    pub outcome: Result<CreateRequest, Vec<FieldError>>,
    pub root: RootDiskQuestion,
    /// The image chosen, where it is known.
    pub image: Option<Image>,
    /// The flavor chosen, where it is known.
    pub flavor: Option<Flavor>,
    /// The system is Windows, by the image or by what is on the volume.
    pub windows: bool,
    /// The zone that a volume or snapshot makes mandatory.
    pub zone: Option<ZoneName>,
    /// What it takes of the quota.
    pub takes: Demand,
    /// How many pairs of metadata of how many.
    pub pairs: Option<(u64, u64)>,
}

impl Checked {
    pub fn new(draft: Draft, context: &Context<'_>) -> Self {
        Self {
            outcome: validate(&draft, context),
            root: root_disk_question(&draft, context),
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
