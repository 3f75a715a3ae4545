//! The result of checking the draft with the rules in `cloud`. Memo once per change and used by every field.

use cloud::ZoneName;
use cloud::create::{
    Context, CreateRequest, Draft, Field, FieldError, Problem, RootDiskQuestion, pairs_of, required_zone,
    root_disk_question, takes, validate,
};
use cloud::rules::quota::Demand;
use cloud::wire::{Flavor, Image};

#[derive(Clone, PartialEq)]
pub struct Checked {
    pub draft: Draft,
    pub outcome: Result<CreateRequest, Vec<FieldError>>,
    pub root: RootDiskQuestion,
    /// The selected image, if its data is loaded.
    pub image: Option<Image>,
    /// The selected flavor, if its data is loaded.
    pub flavor: Option<Flavor>,
    /// Whether the system is Windows, by the image or by the volume's data.
    pub windows: bool,
    /// The zone that the selected volume or snapshot requires.
    pub zone: Option<ZoneName>,
    /// What the instance needs of the quota.
    pub takes: Demand,
    /// The number of metadata pairs and its limit.
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

    /// Whether the root disk is a volume of its own.
    pub fn root_is_volume(&self) -> bool {
        match self.root {
            RootDiskQuestion::NotAsked { .. } => false,
            RootDiskQuestion::Required(_) => true,
            RootDiskQuestion::Given { .. } => true,
            RootDiskQuestion::Optional { .. } => !self.draft.root_disk_gb.trim().is_empty(),
        }
    }
}

/// The problem that a draft would have in one field. Used to say why a choice is disabled.
pub fn problem_of(field: Field, draft: &Draft, context: &Context<'_>) -> Option<Problem> {
    let errors = validate(draft, context).err()?;
    errors.into_iter().find(|error| error.field == field).map(|error| error.problem)
}
