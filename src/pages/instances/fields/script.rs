//! User data, the script that runs at the first start: typed, from a template or from a file (rows S13, S14).

use super::label;
use super::templates::{self, Template};
use crate::browser::files;
use crate::locales::{Text, filled, tx};
use crate::pages::instances::create::fold::Fold;
use crate::pages::instances::create::form::Form;
use crate::pages::instances::create::part::part;
use crate::pages::instances::create::words;
use crate::reactive::effect;
use crate::ui::{Button, Choice, Icon, SelectField, TextAreaField, icon, live_view};
use cloud::create::{Field, ScriptFile, ScriptRemark, remarks};
use leptos::prelude::*;
use leptos::task::spawn_local;

/// The largest file in bytes that is read at all. The exact limit is checked afterwards.
const FILE_MAX: f64 = 1_048_576.0;

pub fn script(form: Form) -> AnyView {
    let limit = form.limit(Field::UserData);
    let used = Memo::new(move |_| limit.get().map(words::used));
    let says = Text::live(move || {
        let (name, first) = form.draft.with(|draft| {
            let name = draft.file.as_ref().map(|file| Text::from(file.name.clone()));
            (name, draft.script.lines().next().unwrap_or_default().trim().to_owned())
        });
        match used.get() {
            Some((bytes, _)) if bytes > 0 => name.unwrap_or(first.into()),
            _ => Text::default(),
        }
    });
    let holds = |field: Field| field == Field::UserData;
    let fold = Fold { title: tx(|t| t.create_more().script), says, holds, open: false };
    fold.draw(form, move || inside(form, used))
}

fn inside(form: Form, used: Memo<Option<(usize, usize)>>) -> AnyView {
    let counter = Signal::derive(move || used.get().unwrap_or_default());
    // A file is complete at once, so its errors are shown at once.
    form.mark(Field::UserData);
    let file =
        Memo::new(move |_| form.draft.with(|it| it.file.as_ref().map(|file| (file.name.clone(), file.bytes.len()))));
    let unreadable = RwSignal::new(false);
    live_view(move || {
        let error = form.error(Field::UserData);
        let field = match file.get() {
            Some((name, bytes)) => a_file(form, name, bytes, error, counter),
            None => view! {
                {template(form)}
                <TextAreaField label=label(Field::UserData) value=form.value(part!(script)) rows=10 optional=true
                    hint=tx(|t| t.create_more().script_hint) limit=tx(|t| t.create_more().script_limit) counter error />
            }
            .into_any(),
        };
        view! { {field} {remarks_of(form)} {choose_file(form, unreadable)} }.into_any()
    })
    .into_any()
}

/// A binary file, which cannot be shown as text and is sent unchanged.
fn a_file(
    form: Form,
    name: String,
    bytes: usize,
    error: Signal<Option<Text>>,
    counter: Signal<(usize, usize)>,
) -> AnyView {
    let size = words::number(u64::try_from(bytes).unwrap_or_default());
    let what = filled(|t| t.create_more().script_file, [("name", name.into()), ("bytes", size)]);
    let invalid = crate::ui::live(move || error.with(Option::is_some).then_some("true"));
    let used = Text::live(move || {
        let (is, max) = counter.get();
        filled(|t| t.common().count_of, [("is", is.into()), ("max", max.into())])
    });
    let wrong = live_view(move || match error.get() {
        Some(words) => {
            view! { <p class="field-error" role="alert">{icon(Icon::Alert)}<span>{words}</span></p> }.into_any()
        }
        None => ().into_any(),
    });
    view! {
        <div class="field" role="group" tabindex="-1" aria-invalid=invalid aria-label=label(Field::UserData)>
            <div class="field-head">
                <span class="field-label">{label(Field::UserData)}</span>
                <span class="field-limit">{tx(|t| t.create_more().script_limit)}<span class="counter">{used}</span></span>
            </div>
            <div class="create-note">
                <p>{what}</p>
                <div class="create-note-actions">
                    <Button label=tx(|t| t.create_more().script_drop) icon_before=Icon::Trash
                        on_click=move || form.draft.update(|draft| draft.file = None) />
                </div>
            </div>
            {wrong}
        </div>
    }
    .into_any()
}

/// Warnings about the script, each with a button that corrects it.
fn remarks_of(form: Form) -> AnyView {
    let windows = Memo::new(move |_| form.checked.with(|checked| checked.windows));
    let data = Memo::new(move |_| form.draft.with(|draft| draft.user_data().to_vec()));
    live_view(move || {
        let all: Vec<_> = data
            .with(|data| remarks(data, windows.get()))
            .into_iter()
            .map(|remark| remark_view(form, remark))
            .collect();
        all.into_any()
    })
    .into_any()
}

fn remark_view(form: Form, remark: ScriptRemark) -> AnyView {
    let what = words::script_oddity(remark.what);
    let mend = remark.mended.map(|bytes| {
        let label = words::script_mend(remark.what, &bytes);
        let file = form.draft.with_untracked(|draft| draft.file.as_ref().map(|file| file.name.clone()));
        let name = file.unwrap_or_default();
        let mend = move || take(form, name.clone(), bytes.clone());
        view! { <div class="create-note-actions"><Button label icon_before=Icon::Ok on_click=mend /></div> }.into_any()
    });
    view! {
        <div class="create-note" role="status">
            <p>{icon(Icon::Alert)}" "{what}</p>
            {mend}
        </div>
    }
    .into_any()
}

fn choose_file(form: Form, unreadable: RwSignal<bool>) -> AnyView {
    let wrong = live_view(move || match unreadable.get() {
        true => {
            let words = tx(|t| t.create_more().script_unreadable);
            view! { <p class="field-error" role="alert">{icon(Icon::Alert)}<span>{words}</span></p> }.into_any()
        }
        false => ().into_any(),
    });
    view! {
        <p class="create-file">
            <label class="button">
                <span>{tx(|t| t.create_more().script_choose)}</span>
                <input type="file" class="sr-only"
                    on:change:target=move |event| {
                        let Some(file) = files::picked(&event.target()) else { return };
                        unreadable.set(file.size() > FILE_MAX);
                        if file.size() > FILE_MAX {
                            return;
                        }
                        spawn_local(async move {
                            match files::read_bytes(&file).await {
                                Some(bytes) => take(form, file.name(), bytes),
                                None => drop(unreadable.try_set(true)),
                            }
                        });
                    } />
            </label>
        </p>
        {wrong}
    }
    .into_any()
}

/// Takes over a file: as editable text if it is UTF-8, otherwise as a file.
fn take(form: Form, name: String, bytes: Vec<u8>) {
    // The form may be gone by the time the file is read.
    let _ = form.draft.try_update(|draft| match String::from_utf8(bytes) {
        Ok(text) if !text.contains('\0') => {
            draft.file = None;
            draft.script = text;
        }
        Ok(text) => draft.file = Some(ScriptFile { name, bytes: text.into_bytes() }),
        Err(error) => draft.file = Some(ScriptFile { name, bytes: error.into_bytes() }),
    });
}

/// Inserts a template. It replaces an empty field or another template at once, and asks before it replaces the user's
/// own text.
fn template(form: Form) -> AnyView {
    let chosen = RwSignal::new(String::new());
    let windows = Memo::new(move |_| form.checked.with(|checked| checked.windows));
    let choices = Signal::derive(move || {
        let none = Choice::new("", tx(|t| t.create_more().choose));
        let fitting = templates::ALL.iter().filter(|template| template.windows == windows.get());
        let choice = |template: &Template| Choice::new(template.id, tx(template.label));
        [none].into_iter().chain(fitting.map(choice)).collect()
    });
    let key = form.value(part!(key.0));
    let text = Memo::new(move |_| {
        let template = templates::ALL.iter().find(|template| chosen.with(|id| id == template.id))?;
        Some(templates::text(template, &public_key(form, &key.get()).unwrap_or_default()))
    });
    let script = form.value(part!(script));
    let last = StoredValue::new(String::new());
    let put = move |new: String| {
        last.set_value(new.clone());
        script.set(new);
    };
    effect(move || {
        let Some(new) = text.get() else { return };
        let own = script.with_untracked(|script| script.trim().is_empty() || last.with_value(|it| it == script));
        if own {
            put(new);
        }
    });
    let waits = Memo::new(move |_| text.get().is_some_and(|text| script.with(|script| *script != text)));
    view! {
        <div class="create-template">
            <SelectField label=tx(|t| t.create_more().template) value=chosen choices optional=true />
            {live_view(move || match waits.get() {
                true => view! {
                    <Button label=tx(|t| t.create_more().template_use)
                        on_click=move || if let Some(text) = text.get_untracked() { put(text) } />
                }
                .into_any(),
                false => ().into_any(),
            })}
        </div>
    }
    .into_any()
}

/// The public key of the selected key pair.
fn public_key(form: Form, name: &str) -> Option<String> {
    let keys = form.known.keys.value.get()?;
    keys.iter().find(|key| key.name.0 == name).map(|key| key.public_key.trim().to_owned()).filter(|key| !key.is_empty())
}
