//! Removing many things of a list: the plan, from rows that were just read, and the run. What a page's own menu says
//! against removing a row is the reason here as well.

use leptos::prelude::*;
use runner::{Kind, Plan, Skip, Thing};

use super::{How, LISTED, joined, line, too_many};
use crate::data;
use crate::locales::{Plural, Text, Texts, counted, counted_once, filled, tx};
use crate::reactive::until;
use crate::shared::list::List;
use crate::ui::{
    ConfirmForm, Dialog, FailureCard, Hint, Icon, MenuItem, RowId, Selecting, Submit, Warning, live_view, nothing,
};

/// One of the selected things, and why it cannot be removed.
type Row = (Thing, Option<Text>);

/// The selection of a list, and the question whether to remove it.
#[derive(Clone, Copy)]
pub struct Removing {
    kind: Kind,
    /// Reads a row; tracked. `None`: it is gone.
    read: Callback<RowId, Option<Row>>,
    standing: crate::shared::list::Standing,
    asked: RwSignal<Option<Vec<RowId>>>,
    /// The selection, for the table.
    pub select: Selecting,
}

/// "Delete 3 volumes".
pub fn removes(kind: Kind) -> fn(Texts) -> &'static Plural {
    match kind {
        Kind::Volume => |t| &t.bulk().remove_volumes,
        Kind::Snapshot => |t| &t.bulk().remove_snapshots,
        Kind::Image => |t| &t.bulk().remove_images,
        Kind::FloatingIp => |t| &t.bulk().remove_ips,
        Kind::KeyPair => |t| &t.bulk().remove_pairs,
        Kind::SecurityGroup => |t| &t.bulk().remove_groups,
    }
}

impl Removing {
    /// `read` returns the name of a row, and why it cannot be removed; tracked.
    pub fn new<T: Send + Sync + 'static>(
        list: List<T>,
        kind: Kind,
        read: impl Fn(&T) -> (String, Option<Text>) + Send + Sync + 'static,
    ) -> Self {
        let read = Callback::new(move |id: RowId| {
            let (name, refused) = list.get(&id, &read)?;
            Some((Thing { id: id.to_string(), name }, refused))
        });
        let asked = RwSignal::new(None);
        let words = if kind == Kind::FloatingIp { tx(|t| t.bulk().release) } else { tx(|t| t.bulk().delete) };
        let menu = Callback::new(move |selecting: Selecting| {
            let ask = move || asked.set(Some(untrack(|| selecting.ids())));
            vec![MenuItem::new(words.clone(), ask).icon(Icon::Trash).danger()]
        });
        Self { kind, read, standing: list.shown.standing, asked, select: list.selecting(menu) }
    }

    /// The dialog of the latest question.
    pub fn dialog(self) -> AnyView {
        live_view(move || match self.asked.get() {
            Some(ids) => {
                let open = RwSignal::new(true);
                let title = counted_once(removes(self.kind), ids.len());
                view! { <Dialog open wide=true title>{self.form(ids.clone(), open)}</Dialog> }.into_any()
            }
            None => nothing(),
        })
        .into_any()
    }

    fn form(self, ids: Vec<RowId>, open: RwSignal<bool>) -> AnyView {
        let asked = ids.len();
        let rows = Memo::new(move |_| Rows(ids.iter().filter_map(|id| self.read.run(id.clone())).collect()));
        let standing = self.standing;
        let before = RwSignal::new(standing.loaded_at.get_untracked());
        let fresh = Memo::new(move |_| standing.loaded_at.get() != before.get());
        standing.retry.run(());
        let (how, again) = (How::new(), RwSignal::new(false));
        let n = Signal::derive(move || rows.with(Rows::possible));
        let submit = Submit::new(move || {
            let options = untrack(|| how.options())?;
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
                    self.start(now, options);
                    let _ = open.try_set(false);
                } else {
                    let _ = again.try_set(true);
                }
                Ok(())
            })
        });
        let refused = Signal::derive(move || {
            let none = || (n.get() == 0).then(|| tx(|t| t.bulk().removes_none));
            let reads = || (!fresh.get()).then(|| tx(|t| t.bulk().reading));
            reads().filter(|_| !submit.busy.get()).or_else(none).or_else(|| too_many(n.get())).or_else(|| how.refused())
        });
        let typed = Some(Signal::derive(move || n.get().to_string()));
        view! {
            <ConfirmForm open confirm=counted(removes(self.kind), n) danger=true submit refused typed_name=typed>
                <p>{tx(|t| t.bulk().delete_text)}</p>
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
                </div>
                {how.fields()}
            </ConfirmForm>
        }
        .into_any()
    }

    fn start(self, rows: Rows, options: runner::Options) {
        let scope = data::session().with_untracked(|state| state.session().map(|session| session.scope.clone()));
        let Some(scope) = scope else { return };
        let verdict = |refused: Option<Text>| if refused.is_some() { Err(Skip::NotNow) } else { Ok(()) };
        let things = rows.0.into_iter().map(|(thing, refused)| (scope.clone(), thing, verdict(refused))).collect();
        data::runs::start(Plan::removing(self.kind, things), options);
    }
}

/// The selected things that exist.
#[derive(Clone)]
struct Rows(Vec<Row>);

impl Rows {
    fn possible(&self) -> usize {
        self.0.iter().filter(|(_, refused)| refused.is_none()).count()
    }

    /// Whether it says the same as another plan.
    fn says(&self, other: &Rows) -> bool {
        let same = |((thing, refused), (other, was)): (&Row, &Row)| {
            thing == other && refused.as_ref().map(Text::now) == was.as_ref().map(Text::now)
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
    let mut reasons: Vec<(Text, Vec<Text>)> = Vec::new();
    let mut goes: Vec<Text> = Vec::new();
    for (thing, refused) in &rows.0 {
        let name = Text::from(thing.name.clone());
        match refused {
            None => goes.push(name),
            Some(why) => match reasons.iter_mut().find(|(known, _)| known.now() == why.now()) {
                Some((_, names)) => names.push(name),
                None => reasons.push((why.clone(), vec![name])),
            },
        }
    }
    let names = |mut names: Vec<Text>| {
        let all = names.len();
        names.truncate(LISTED);
        joined(names, all)
    };
    let title = match goes.len() {
        0 => tx(|t| t.bulk().removes_none),
        n => counted_once(|t| &t.bulk().removes_on, n),
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
