//! Name and description of a security group.

use super::problem::{Field, FieldError, Problem, text};
use crate::form::Errors;
use crate::json::Json;

/// The form's state, as typed.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct GroupDraft {
    pub name: String,
    pub description: String,
}

/// A valid group.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct GroupRequest {
    name: String,
    description: String,
}

/// Validates name and description of a new or renamed group. Two groups may share a name; `default` is reserved.
pub fn group(draft: &GroupDraft) -> Result<GroupRequest, Vec<FieldError>> {
    let mut errors = Errors(Vec::new());
    let name = errors.take(Field::Name, name(&draft.name));
    let description = errors.take(Field::Description, text(&draft.description));
    match (name, description) {
        (Some(name), Some(description)) => Ok(GroupRequest { name, description }),
        _ => Err(errors.0),
    }
}

fn name(typed: &str) -> Result<String, Problem> {
    let name = text(typed)?;
    match name.as_str() {
        "" => Err(Problem::Missing),
        word if word.eq_ignore_ascii_case("default") => Err(Problem::Reserved),
        _ => Ok(name),
    }
}

impl GroupRequest {
    pub(crate) fn to_json(&self) -> Json<'_> {
        let group = [("name", (&self.name).into()), ("description", (&self.description).into())];
        Json::object([("security_group", Json::object(group))])
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names() {
        let check = |name: &str, description: &str, expect: Result<&str, (Field, Problem)>| {
            let draft = GroupDraft { name: name.to_owned(), description: description.to_owned() };
            let found = group(&draft).map(|request| request.to_json().write());
            let expect = expect.map(str::to_owned).map_err(|(field, problem)| vec![FieldError { field, problem }]);
            assert_eq!(found, expect, "{name:?} {description:?}");
        };
        check(" web ", "", Ok(r#"{"security_group":{"name":"web","description":""}}"#));
        check("웹", "say \"hi\"", Ok(r#"{"security_group":{"name":"웹","description":"say \"hi\""}}"#));
        check("  ", "", Err((Field::Name, Problem::Missing)));
        check("Default", "", Err((Field::Name, Problem::Reserved)));
        check("we\u{200b}b", "", Err((Field::Name, Problem::ControlCharacter)));
        check(&"가".repeat(256), "", Err((Field::Name, Problem::TooLong { max: 255 })));
        check("web", &"d".repeat(256), Err((Field::Description, Problem::TooLong { max: 255 })));
        assert!(group(&GroupDraft { name: "가".repeat(255), description: "d".repeat(255) }).is_ok());
    }
}
