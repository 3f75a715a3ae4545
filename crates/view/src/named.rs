//! Named views of a list: a name, and the query of the list's address with search, columns, order and groups. They are
//! stored in the browser and exchanged as files, in one form: `{"maru": "views", "version": 1, "views": [{"name": …, "query": …}]}`.

use cloud::json::{Json, parse};

use crate::fold;

/// The version of the form that is written.
const VERSION: i64 = 1;

/// The most letters of a name.
pub const NAME_MAX: usize = 60;

/// The most views that are kept.
pub const MOST: usize = 100;

/// The longest query of a view, in bytes.
const QUERY_MAX: usize = 4000;

/// A named view.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Named {
    pub name: String,
    /// Without `?`.
    pub query: String,
}

/// Why a text was not read.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Problem {
    /// It is something else.
    NotViews,
    /// A newer version of Maru wrote it.
    Newer,
}

/// Why a view cannot have a name.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum NameProblem {
    Missing,
    TooLong,
    /// Another view has it. It can be replaced.
    Taken,
}

/// What became of imported views.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Imported {
    /// New ones, including the renamed.
    pub added: usize,
    /// Those that were added under another name, because another view had theirs.
    pub renamed: usize,
    /// Those that exist already, with the same content.
    pub same: usize,
    /// Those that did not fit ([`MOST`]).
    pub left_out: usize,
}

/// Reads views. `normal` reads a query and writes it again, so that nothing unknown gets into an address. Views without a
/// name and those beyond the limits are left out.
pub fn read(text: &str, normal: fn(&str) -> String) -> Result<Vec<Named>, Problem> {
    let whole = parse(text).map_err(|_| Problem::NotViews)?;
    if whole.get("maru").text() != "views" {
        return Err(Problem::NotViews);
    }
    if whole.get("version").int().is_none_or(|version| version > VERSION) {
        return Err(Problem::Newer);
    }
    let mut views: Vec<Named> = Vec::new();
    for row in whole.get("views").rows().iter().take(MOST) {
        let (name, query) = (clean(&row.get("name").text()), row.get("query").text());
        if check(&name, &views).is_none() && query.len() <= QUERY_MAX {
            views.push(Named { name, query: normal(&query) });
        }
    }
    Ok(views)
}

/// The form in which they are stored and exchanged.
pub fn write(views: &[Named]) -> String {
    let rows = views.iter().map(|view| Json::object([("name", (&view.name).into()), ("query", (&view.query).into())]));
    Json::object([("maru", "views".into()), ("version", VERSION.into()), ("views", rows.collect())]).write()
}

/// A name as it is kept: without blanks around it, and without letters that are not visible.
pub fn clean(name: &str) -> String {
    let shown = name.chars().map(|letter| if letter.is_control() { ' ' } else { letter });
    let hidden =
        |letter: &char| matches!(letter, '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    shown.filter(|letter| !hidden(letter)).collect::<String>().trim().to_owned()
}

/// What is wrong with a name. Upper and lower case are the same.
pub fn check(name: &str, views: &[Named]) -> Option<NameProblem> {
    match name.chars().count() {
        0 => Some(NameProblem::Missing),
        NAME_MAX.. if name.chars().count() > NAME_MAX => Some(NameProblem::TooLong),
        _ => views.iter().any(|view| is_same(&view.name, name)).then_some(NameProblem::Taken),
    }
}

/// Adds a view, or replaces the one with its name; false: there are too many.
pub fn put(views: &mut Vec<Named>, view: Named) -> bool {
    let full = views.len() >= MOST;
    match views.iter_mut().find(|known| is_same(&known.name, &view.name)) {
        Some(known) => *known = view,
        None if full => return false,
        None => views.push(view),
    }
    true
}

/// Removes the view with a name.
pub fn remove(views: &mut Vec<Named>, name: &str) {
    views.retain(|view| !is_same(&view.name, name));
}

/// Adds views from a file. None is replaced: one whose name is taken gets a number.
pub fn import(views: &mut Vec<Named>, others: Vec<Named>) -> Imported {
    let mut imported = Imported::default();
    for mut other in others {
        if views.iter().any(|view| view.query == other.query && is_same(&view.name, &other.name)) {
            imported.same += 1;
            continue;
        }
        if views.len() >= MOST {
            imported.left_out += 1;
            continue;
        }
        if check(&other.name, views).is_some() {
            other.name = numbered(&other.name, views);
            imported.renamed += 1;
        }
        imported.added += 1;
        views.push(other);
    }
    imported
}

fn numbered(name: &str, views: &[Named]) -> String {
    let stem: String = name.chars().take(NAME_MAX.saturating_sub(6)).collect();
    let name = |number: usize| [stem.as_str(), " (", &number.to_string(), ")"].concat();
    // One of as many names as there are views, and one more, is free.
    (2..MOST + 3).map(name).find(|name| check(name, views).is_none()).unwrap_or_default()
}

fn is_same(one: &str, other: &str) -> bool {
    fold(one) == fold(other)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn view(name: &str, query: &str) -> Named {
        Named { name: name.into(), query: query.into() }
    }

    #[test]
    fn what_is_written_is_read_again() {
        let views = [view("Mine", "q=web"), view("데이터베이스", "group=zone")];
        assert_eq!(read(&write(&views), str::to_owned), Ok(views.to_vec()));
        assert_eq!(read(&write(&[]), str::to_owned), Ok(vec![]));
    }

    #[test]
    fn what_is_not_read() {
        let check = |text: &str, expect| assert_eq!(read(text, str::to_owned), expect, "{text}");
        check("", Err(Problem::NotViews));
        check("[]", Err(Problem::NotViews));
        check(r#"{"maru": "runs", "version": 1}"#, Err(Problem::NotViews));
        check(r#"{"maru": "views", "version": 2, "views": []}"#, Err(Problem::Newer));
        check(r#"{"maru": "views", "version": 1}"#, Ok(vec![]));
        let odd = r#"{"maru": "views", "version": 1, "views": [7, {"query": "q=a"}, {"name": " a\u202e ", "query": "q=b"},
            {"name": "A", "query": "q=c"}]}"#;
        check(odd, Ok(vec![view("a", "q=b")]));
        let strict = |query: &str| query.replace("evil=1", "");
        let text = r#"{"maru": "views", "version": 1, "views": [{"name": "a", "query": "evil=1"}]}"#;
        assert_eq!(read(text, strict), Ok(vec![view("a", "")]));
    }

    #[test]
    fn a_name_is_free_taken_or_impossible() {
        let views = [view("Mine", "")];
        assert_eq!(check("", &views), Some(NameProblem::Missing));
        assert_eq!(check("mine", &views), Some(NameProblem::Taken));
        assert_eq!(check(&"x".repeat(NAME_MAX), &views), None);
        assert_eq!(check(&"x".repeat(NAME_MAX + 1), &views), Some(NameProblem::TooLong));
    }

    #[test]
    fn imported_views_replace_none() {
        let mut views = vec![view("a", "1"), view("b", "2")];
        let imported = import(&mut views, vec![view("A", "1"), view("b", "3"), view("c", "4")]);
        assert_eq!(imported, Imported { added: 2, renamed: 1, same: 1, left_out: 0 });
        assert_eq!(views, [view("a", "1"), view("b", "2"), view("b (2)", "3"), view("c", "4")]);
        assert!(put(&mut views, view("B", "9")));
        assert_eq!(views.len(), 4);
        let many = (0..MOST).map(|at| view(&at.to_string(), "")).collect();
        assert_eq!(import(&mut views, many).left_out, 4);
        assert!(!put(&mut views, view("one more", "")));
    }

    proptest! {
        #[test]
        fn any_text_is_read_or_refused(text in any::<String>(), name in any::<String>(), query in any::<String>()) {
            let _ = read(&text, str::to_owned);
            let views = [Named { name: clean(&name), query }];
            let fits = check(&views[0].name, &[]).is_none();
            prop_assert_eq!(read(&write(&views), str::to_owned), Ok(if fits { views.to_vec() } else { vec![] }));
        }
    }
}
