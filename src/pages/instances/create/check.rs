//! What `cloud` says of the form as it stands, computed once a change and read by every field.

use cloud::create::{
    Context, CreateRequest, Draft, Field, FieldError, Problem, RootDiskQuestion, VisibleLimit, root_disk_question,
    validate, visible_limit,
};
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
}

const LIMITED: [Field; 4] = [Field::Name, Field::Flavor, Field::RootDisk, Field::Count];

impl Checked {
    pub fn new(draft: Draft, context: &Context<'_>) -> Self {
        let limit = |field: Field| Some((field, visible_limit(field, &draft, context)?));
        Self {
            outcome: validate(&draft, context),
            root: root_disk_question(&draft, context),
            limits: LIMITED.into_iter().filter_map(limit).collect(),
            image: context.image(&draft).cloned(),
            flavor: context.flavor(&draft).cloned(),
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

    pub fn windows(&self) -> bool {
        self.image.as_ref().is_some_and(Image::is_windows)
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
