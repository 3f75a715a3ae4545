//! The components that all pages use. They know no domain: they take texts, values and callbacks, and return a view.
//!
//! Rules that keep the bundle small: every component returns `AnyView`; texts are [`Text`](crate::locales::Text); a reactive
//! attribute or piece of view goes through [`live`] / [`live_view`], so that all share one type; no `format!("{:?}")`.
//!
//! ```ignore
//! // A page: `pub fn page() -> AnyView` in pages/<domain>/mod.rs.
//! view! {
//!     <PageHead title=tx(|t| t.keypairs().title)>
//!         <Button label=tx(|t| t.keypairs().create) kind=Kind::Primary icon_before=Icon::Plus on_click=move || open.set(true) />
//!     </PageHead>
//! }
//!
//! // Buttons. Busy: keeps width, label and focus. Refused: disabled with a reason, but focusable.
//! <Button label=tx(|t| t.common().retry) busy=sending refused=Signal::derive(move || why()) submit=true />
//! <LinkButton label href=routes::href(&Route::CreateInstance) kind=Kind::Primary icon_before=Icon::Plus />
//!
//! // A state as colour, icon and word; the note is the current step or its duration.
//! <Badge tone=Signal::derive(move || tone.get()) word=Text::live(move || word()) note=Text::live(move || step()) />
//!
//! // Dialogs. On success a [`Submit`] sets `open` to false.
//! <Dialog open title=filled(|t| t.instance().rename_title, [("name", name.into())])> … </Dialog>
//! <ConfirmDialog open title confirm=tx(|t| t.common().delete) danger=true submit=Submit::new(..)
//!     typed_name=Signal::derive(..)> <Warning words=… /> <Hint words=… /> </ConfirmDialog>
//!
//! // Menus. `items` is called when it opens. A disabled entry stays, with the reason below it.
//! <Menu label=tx(|t| t.common().actions) items=move || vec![
//!     MenuItem::new(tx(|t| t.instance().stop), move || stop()).icon(Icon::Stop).refused(why),
//!     MenuItem::new(tx(|t| t.instance().delete), move || open.set(true)).icon(Icon::Trash).danger().apart(),
//! ] />
//!
//! // Fields: all take `label value hint error optional`; an error is a `Signal<Option<Text>>`.
//! <TextField label value=name limit=tx(…) counter=Signal::derive(move || (len(), 255)) error on_leave=move || touched.set(true) />
//! <TextField label value=size numeric=true unit="GB" />   <TextField label value=password kind="password" autocomplete="current-password" />
//! <TextAreaField label value rows=6 />  <CheckField label value=flag />
//! <SelectField label value choices=Signal::derive(move || vec![Choice::new("id", "Name").excluded(why)]) />
//! <RadioCards label value choices />            // a few choices, all visible, with a note each
//! <Picker label columns rows value />           // up to thousands, as a table with a search box
//! focus::focus_first_error()                    // browser::focus, if validation failed
//!
//! // Search and filters, whose values are in the address.
//! <SearchBox label value=Signal on_input=move |text: String| … />  <Filter label value choices on_change />
//! <div class="toolbar"> … </div>                // contains them
//!
//! // Failures and notices.
//! <FailureCard failure on_retry=move || … />
//! toast::done(filled(|t| t.instance().deleted, [("name", name.into())]));
//! toast::failed(tx(|t| t.instance().stop_failed), failure);
//!
//! // Data of a resource: a skeleton while it loads, the failure if it could not be loaded, or a line above old data.
//! <Standing answer=list.answer() known failure loaded_at on_retry=move || list.refetch() fallback=skeleton> … </Standing>
//!
//! // Empty states, placeholders, sections, facts.
//! <Empty title words> <Button … /> </Empty>   <Skeleton rows=8 />   <Section title words> … </Section>
//! <Facts facts=vec![Fact::text(tx(|t| t.common().name), name), Fact::id(tx(|t| t.common().id), id), Fact::new(label, view)] />
//! <JsonFold title=tx(|t| t.common().raw_json) json=Signal::derive(…) />   <Steps steps />   <Ago at />   <Copyable text what />
//!
//! // The table. Cells are rendered once for many rows: all they show must be read from signals inside them.
//! <Table label columns=vec![Column::new("name", tx(|t| t.common().name), Width::Grow, move |id: Signal<RowId>| cell(id))]
//!     rows=Signal<Arc<[RowId]>> row_name=move |id: Signal<RowId>| -> Text { … } sort on_sort=move |sort: Sort| …
//!     on_open=move |id: RowId| … menu=move |id: RowId| vec![MenuItem::new(…)] loading empty=move || view! { <Empty … /> } />
//! ```

pub mod amounts;
mod badge;
mod button;
mod copy;
mod dialog;
mod facts;
mod failure;
mod failure_card;
mod field;
mod gateway_words;
mod icon;
mod late;
mod live;
mod menu;
mod page;
mod picker;
mod query_aids;
mod query_box;
mod search;
mod searching;
mod secret;
mod standing;
mod submit;
mod table;
mod time;
pub mod toast;
mod toolbar;

pub use badge::{Badge, Tone};
pub use button::{Button, Kind, LinkButton, no_network};
pub use copy::{CopyButton, Copyable, copy_as, copy_text};
pub use dialog::{ConfirmDialog, ConfirmForm, Dialog, Hint, Warning};
pub use facts::{Fact, Facts, JsonFold, Step, StepState, Steps};
pub use failure::FailureCard;
pub use failure_card::{create_advice, failure_words};
pub use field::{CheckField, Choice, RadioCards, SelectField, TextAreaField, TextField};
pub use icon::{Icon, icon};
pub use late::{LATE_UI, LateUi};
pub use live::{fresh_id, live, live_view, nothing};
pub use menu::{Menu, MenuItem};
pub use page::{Empty, PageHead, Section, Skeleton, TitleProject};
pub use picker::{Picker, PickerColumn, PickerRow};
pub use query_box::QueryBox;
pub use search::{Filter, SearchBox, Select};
pub use searching::{FieldMenu, Searching};
pub use secret::{SecretText, guard_leaving};
pub use standing::{Awaited, Standing};
pub use submit::Submit;
pub use table::{
    Column, Entrance, Groups, RowId, Selecting, Sort, Table, TableSkeleton, Width, row_link, sort_chip, tab_index,
};
pub use time::{Ago, since};
pub use toolbar::{ListBar, choice_of, sort_by, sort_of};
