//! What is done to many things of a list at once: they are removed, and volumes are detached or extended. The plan is made
//! from rows that were just read; what a page's own menu says against it is the reason here as well.

use cloud::ServerId;
use cloud::rules::quota::Demand;
use cloud::volume::NewSize;
use leptos::prelude::*;
use runner::{Kind, Operation, Plan, Skip, Thing};

use super::{How, LISTED, by_reason, joined, line, too_many};
use crate::data;
use crate::locales::{Plural, Text, Texts, counted, counted_once, filled, tx};
use crate::reactive::until;
use crate::shared::list::{List, Standing};
use crate::shared::quota;
use crate::ui::{
    ConfirmForm, Dialog, FailureCard, Hint, Icon, MenuItem, RowId, Selecting, Submit, TextField, Warning, live_view,
    nothing,
};

/// What is done to the selected things.
#[derive(Clone, PartialEq, Eq)]
pub enum Does {
    Remove,
    /// Only volumes.
    Detach,
    /// Only volumes; with the size as typed.
    Extend(String),
}

/// One of the selected things.
#[derive(Clone)]
pub struct Row {
    /// Its name, or its address.
    pub name: String,
    /// Why it cannot be done to it.
    pub refused: Option<Text>,
    /// The instance that a volume is attached to.
    pub server: Option<ServerId>,
    /// The size of a volume.
    pub gb: u64,
}

/// The selection of a list, and the question about it.
#[derive(Clone, Copy)]
pub struct Things {
    kind: Kind,
    /// Reads a row; tracked. `None`: it is gone.
    read: Callback<(RowId, Does), Option<Row>>,
    standing: Standing,
    asked: RwSignal<Option<(Does, Vec<RowId>)>>,
    /// The selection, for the table.
    pub select: Selecting,
}

/// What an operation on things is called: "Delete 3 volumes".
pub fn title_of(operation: &Operation) -> fn(Texts) -> &'static Plural {
    match operation {
        Operation::Detach => |t| &t.bulk().detach_volumes,
        Operation::Extend { .. } => |t| &t.bulk().extend_volumes,
        Operation::Remove(Kind::Snapshot) => |t| &t.bulk().remove_snapshots,
        Operation::Remove(Kind::Image) => |t| &t.bulk().remove_images,
        Operation::Remove(Kind::FloatingIp) => |t| &t.bulk().remove_ips,
        Operation::Remove(Kind::KeyPair) => |t| &t.bulk().remove_pairs,
        Operation::Remove(Kind::SecurityGroup) => |t| &t.bulk().remove_groups,
        _ => |t| &t.bulk().remove_volumes,
    }
}

impl Things {
    /// Things that can be removed. `read` returns the name of a row, and why it cannot be removed; tracked.
    pub fn removable<T: Send + Sync + 'static>(
        list: List<T>,
        kind: Kind,
        read: impl Fn(&T) -> (String, Option<Text>) + Send + Sync + 'static,
    ) -> Self {
        Self::new(list, kind, &[Does::Remove], move |row, _| {
            let (name, refused) = read(row);
            Row { name, refused, server: None, gb: 0 }
        })
    }

    /// Things to which this can be done. `read` is tracked.
    pub fn new<T: Send + Sync + 'static>(
        list: List<T>,
        kind: Kind,
        does: &'static [Does],
        read: impl Fn(&T, &Does) -> Row + Send + Sync + 'static,
    ) -> Self {
        let read = Callback::new(move |(id, does): (RowId, Does)| list.get(&id, |row| read(row, &does)));
        let asked = RwSignal::new(None);
        let menu = Callback::new(move |selecting: Selecting| {
            let entry = |does: &Does| {
                let (words, mark) = match does {
                    Does::Remove if kind == Kind::FloatingIp => (tx(|t| t.bulk().release), Icon::Trash),
                    Does::Remove => (tx(|t| t.bulk().delete), Icon::Trash),
                    Does::Detach => (tx(|t| t.bulk().detach), Icon::Detach),
                    Does::Extend(_) => (tx(|t| t.bulk().extend), Icon::Extend),
                };
                let (asks, removes) = (does.clone(), *does == Does::Remove);
                let ask = move || asked.set(Some((asks.clone(), untrack(|| selecting.ids()))));
                let item = MenuItem::new(words, ask).icon(mark);
                if removes { item.danger() } else { item }
            };
            does.iter().map(entry).collect()
        });
        Self { kind, read, standing: list.shown.standing, asked, select: list.selecting(menu) }
    }

    /// The operation; `None` while the size is missing or no size.
    fn operation(self, does: &Does) -> Option<Operation> {
        Some(match does {
            Does::Remove => Operation::Remove(self.kind),
            Does::Detach => Operation::Detach,
            Does::Extend(typed) => Operation::Extend { size: NewSize::stored(typed.trim().parse().ok()?)? },
        })
    }

    fn title(self, does: &Does) -> fn(Texts) -> &'static Plural {
        match does {
            Does::Remove => title_of(&Operation::Remove(self.kind)),
            Does::Detach => title_of(&Operation::Detach),
            Does::Extend(_) => |t| &t.bulk().extend_volumes,
        }
    }

    /// The dialog of the latest question.
    pub fn dialog(self) -> AnyView {
        live_view(move || match self.asked.get() {
            Some((does, ids)) => {
                let open = RwSignal::new(true);
                let title = counted_once(self.title(&does), ids.len());
                view! { <Dialog open wide=true title>{self.form(does.clone(), ids.clone(), open)}</Dialog> }.into_any()
            }
            None => nothing(),
        })
        .into_any()
    }

    fn form(self, does: Does, ids: Vec<RowId>, open: RwSignal<bool>) -> AnyView {
        let (asked, size) = (ids.len(), RwSignal::new(String::new()));
        let (removes, extends) = (does == Does::Remove, matches!(does, Does::Extend(_)));
        let confirm = self.title(&does);
        let does = Memo::new(move |_| if extends { Does::Extend(size.get()) } else { does.clone() });
        let rows = Memo::new(move |_| {
            let does = does.get();
            let read = |id: &RowId| Some((id.clone(), self.read.run((id.clone(), does.clone()))?));
            Rows(ids.iter().filter_map(read).collect())
        });
        let standing = self.standing;
        let before = RwSignal::new(standing.loaded_at.get_untracked());
        let fresh = Memo::new(move |_| standing.loaded_at.get() != before.get());
        standing.retry.run(());
        let (how, again) = (How::new(), RwSignal::new(false));
        let n = Signal::derive(move || rows.with(Rows::possible));
        let submit = Submit::new(move || {
            let (options, operation) = untrack(|| Some((how.options()?, self.operation(&does.get())?)))?;
            let shown = rows.get_untracked();
            Some(async move {
                before.set(standing.loaded_at.get_untracked());
                standing.retry.run(());
                until(move || fresh.try_get() != Some(false) || standing.failure.try_get().flatten().is_some()).await;
                let (Some(now), Some(read)) = (rows.try_get_untracked(), fresh.try_get_untracked()) else {
                    return Ok(());
                };
                if let Some(failure) = standing.failure.get_untracked().filter(|_| !read) {
                    return Err((*failure).clone());
                }
                if now.says(&shown) {
                    self.start(operation, now, options);
                    let _ = open.try_set(false);
                } else {
                    let _ = again.try_set(true);
                }
                Ok(())
            })
        });
        let refused = Signal::derive(move || {
            let unsized_yet = || self.operation(&does.get()).is_none().then(|| tx(|t| t.volumes().bad_missing));
            let none = || (n.get() == 0).then(|| tx(|t| t.bulk().things_none));
            let reads = || (!fresh.get()).then(|| tx(|t| t.bulk().reading));
            reads()
                .filter(|_| !submit.busy.get())
                .or_else(unsized_yet)
                .or_else(none)
                .or_else(|| too_many(n.get()))
                .or_else(|| how.refused())
        });
        let typed = removes.then(|| Signal::derive(move || n.get().to_string()));
        let takes = move || {
            let to = size.with(|typed| typed.trim().parse().unwrap_or(0));
            rows.with(|rows| rows.growth(to))
        };
        let text = match (removes, extends) {
            (true, _) => tx(|t| t.bulk().delete_text),
            (false, true) => tx(|t| t.volumes().extend_then),
            (false, false) => tx(|t| t.bulk().detach_text),
        };
        view! {
            <ConfirmForm open confirm=counted(confirm, n) danger=removes submit refused typed_name=typed>
                {extends.then(|| view! {
                    <TextField label=tx(|t| t.volumes().new_size) value=size numeric=true unit="GB" autofocus=true />
                })}
                <p>{text}</p>
                <div class="plan-box">
                    <div role="status">
                        {live_view(move || match again.get() {
                            true => view! { <Warning words=tx(|t| t.bulk().confirm_again) /> }.into_any(),
                            false => ().into_any(),
                        })}
                    </div>
                    {live_view(move || match standing.failure.get().filter(|_| !fresh.get()) {
                        Some(failure) => view! {
                            <FailureCard failure=(*failure).clone() on_retry=move || standing.retry.run(()) />
                        }.into_any(),
                        None => ().into_any(),
                    })}
                    {live_view(move || lines(&rows.get(), asked))}
                    {live_view(move || too_many(n.get()).map_or_else(nothing, |words| view! { <Warning words /> }.into_any()))}
                </div>
                {extends.then(|| quota::left_of_storage(takes))}
                {how.fields(false)}
            </ConfirmForm>
        }
        .into_any()
    }

    fn start(self, operation: Operation, rows: Rows, options: runner::Options) {
        let scope = data::session().with_untracked(|state| state.session().map(|session| session.scope.clone()));
        let Some(scope) = scope else { return };
        let verdict = |refused: Option<Text>| if refused.is_some() { Err(Skip::NotNow) } else { Ok(()) };
        let thing = |(id, row): (RowId, Row)| {
            let Row { name, refused, server, .. } = row;
            (scope.clone(), Thing { id: id.to_string(), name, server }, verdict(refused))
        };
        data::runs::start(Plan::of_things(operation, rows.0.into_iter().map(thing).collect()), options);
    }
}

/// The selected things that exist.
#[derive(Clone)]
struct Rows(Vec<(RowId, Row)>);

impl Rows {
    fn possible(&self) -> usize {
        self.0.iter().filter(|(_, row)| row.refused.is_none()).count()
    }

    /// The quota that volumes of this size take more than now.
    fn growth(&self, to: u64) -> Demand {
        let grows = self.0.iter().filter(|(_, row)| row.refused.is_none());
        grows.map(|(_, row)| Demand::growth(row.gb, to)).fold(Demand::default(), Demand::plus)
    }

    /// Whether it says the same as another plan.
    fn says(&self, other: &Rows) -> bool {
        let why = |row: &Row| row.refused.as_ref().map(Text::now);
        let same = |((id, row), (other, was)): (&(RowId, Row), &(RowId, Row))| {
            id == other && row.name == was.name && row.server == was.server && row.gb == was.gb && why(row) == why(was)
        };
        self.0.len() == other.0.len() && self.0.iter().zip(&other.0).all(same)
    }
}

impl PartialEq for Rows {
    fn eq(&self, other: &Self) -> bool {
        self.says(other)
    }
}

fn lines(rows: &Rows, asked: usize) -> AnyView {
    let name = |row: &Row| Text::from(row.name.clone());
    let goes: Vec<Text> = rows.0.iter().filter(|(_, row)| row.refused.is_none()).map(|(_, row)| name(row)).collect();
    let refused = rows.0.iter().filter_map(|(_, row)| Some((row.refused.clone()?, name(row))));
    let reasons = by_reason(refused, |one, other| one.now() == other.now());
    let names = |mut names: Vec<Text>| {
        let all = names.len();
        names.truncate(LISTED);
        (all > 0).then(|| joined(names, all))
    };
    let title = match goes.len() {
        0 => tx(|t| t.bulk().things_none),
        n => counted_once(|t| &t.bulk().things_on, n),
    };
    let mark = if goes.is_empty() { Icon::Info } else { Icon::Ok };
    let skipped: Vec<_> = reasons
        .into_iter()
        .map(|(why, skipped)| {
            let n = counted_once(|t| &t.bulk().skips, skipped.len());
            let words = filled(|t| t.bulk().because, [("skipped", n), ("reason", why)]);
            view! { <li>{line(Icon::Info, words, names(skipped))}</li> }
        })
        .collect();
    let gone = asked.saturating_sub(rows.0.len());
    let gone = (gone > 0).then(|| view! { <Hint words=counted_once(|t| &t.bulk().gone, gone) /> });
    view! {
        <section class="plan" aria-label=tx(|t| t.bulk().plan)>
            <ul class="plan-lines"><li class="plan-runs">{line(mark, title, names(goes))}</li>{skipped}</ul>
            {gone}
        </section>
    }
    .into_any()
}
