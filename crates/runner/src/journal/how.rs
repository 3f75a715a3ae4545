//! Operation and options of a run.

use cloud::actions::Action;
use cloud::json::Json;
use cloud::volume::NewSize;

use crate::{Group, Kind, Operation, Options, Progress};

const PROGRESS: [(&str, Progress); 4] = [
    ("running", Progress::Running),
    ("paused", Progress::Paused),
    ("stopped", Progress::Stopped),
    ("after-failures", Progress::AfterFailures),
];

pub fn progress_word(progress: Progress) -> &'static str {
    PROGRESS.iter().find(|(_, known)| *known == progress).map_or("running", |(word, _)| word)
}

/// An unknown word sends nothing.
pub fn progress(word: &Json<'_>) -> Progress {
    PROGRESS.iter().find(|(known, _)| word.is(known)).map_or(Progress::Paused, |(_, progress)| *progress)
}

pub fn operation_json(operation: &Operation) -> Json<'_> {
    let named = |word: &'static str| Json::object([("does", word.into())]);
    let (mut json, pairs): (_, [(&'static str, &str); 2]) = match operation {
        Operation::Plain(action) => (named(action.name()), [("", ""); 2]),
        Operation::AddGroup(group) => (named("add-group"), [("name", &group.name), ("sent", &group.sent)]),
        Operation::RemoveGroup(group) => (named("remove-group"), [("name", &group.name), ("sent", &group.sent)]),
        Operation::Resize(flavor) => (named("resize"), [("flavor", flavor.as_str()), ("", "")]),
        Operation::CreateImage { date } => (named("create-image"), [("date", date), ("", "")]),
        Operation::SetMetadata { key, value } => (named("set-metadata"), [("key", key), ("value", value)]),
        Operation::RemoveMetadata { key } => (named("remove-metadata"), [("key", key), ("", "")]),
        Operation::Remove(kind) => (named("remove"), [("kind", kind.name()), ("", "")]),
        Operation::Detach => (named("detach"), [("", ""); 2]),
        Operation::Extend { size } => {
            let mut json = named("extend");
            json.put("gb", super::write::number(size.gb()));
            return json;
        }
    };
    for (key, text) in pairs.into_iter().filter(|(key, _)| !key.is_empty()) {
        json.put(key, text.into());
    }
    json
}

pub fn operation(json: &Json<'_>) -> Option<Operation> {
    let text = |key: &str| json.get(key).text();
    let group = || Some(Group { name: json.get("name").filled()?, sent: json.get("sent").filled()? });
    let operation = match json.get("does").text().as_str() {
        "add-group" => Operation::AddGroup(group()?),
        "remove-group" => Operation::RemoveGroup(group()?),
        "resize" => Operation::Resize(json.get("flavor").filled()?.as_str().into()),
        "create-image" => Operation::CreateImage { date: json.get("date").filled()? },
        "set-metadata" => Operation::SetMetadata { key: json.get("key").filled()?, value: text("value") },
        "remove-metadata" => Operation::RemoveMetadata { key: json.get("key").filled()? },
        "detach" => Operation::Detach,
        "extend" => Operation::Extend { size: NewSize::stored(json.get("gb").count()?)? },
        "remove" => Operation::Remove(Kind::ALL.into_iter().find(|kind| json.get("kind").is(kind.name()))?),
        name => Operation::Plain(Action::of_name(name)?),
    };
    operation.is_possible().then_some(operation)
}

pub fn options_json(options: &Options) -> Json<'static> {
    let mut json = Json::object([
        ("at_once", options.at_once.into()),
        ("rolling", options.rolling.into()),
        ("pause_ms", super::write::number(options.pause_ms)),
    ]);
    if let Some(most) = options.stop_after {
        json.put("stop_after", most.into());
    }
    json
}

/// What is missing or makes no sense is the most careful choice.
pub fn options(json: &Json<'_>) -> Options {
    let small = |key: &str| json.get(key).count().and_then(|count| u32::try_from(count).ok());
    Options {
        at_once: small("at_once").unwrap_or(1),
        rolling: json.get("rolling").flag().unwrap_or(true),
        stop_after: small("stop_after"),
        pause_ms: json.get("pause_ms").count().unwrap_or(0),
    }
}
