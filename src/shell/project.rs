//! The mark of a project: a letter on a colour of its own, so that prod is never mistaken for test.

use ::view::switcher::mark;
use cloud::Scope;
use leptos::prelude::*;

/// The mark. Hidden from screen readers, because the name is next to it.
pub fn project_mark(scope: &Scope, name: &str) -> AnyView {
    let mark = mark(scope, name);
    let class = ["project-mark hue-", &mark.hue.to_string()].concat();
    view! { <span class=class aria-hidden="true">{mark.letter}</span> }.into_any()
}
