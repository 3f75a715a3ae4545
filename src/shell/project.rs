//! How a project is told from others at a glance: a letter on a colour of its own, so that prod is never taken for test.

use ::view::switcher::mark;
use cloud::Scope;
use leptos::prelude::*;

/// The mark. What it says stands beside it in words.
pub fn project_mark(scope: &Scope, name: &str) -> AnyView {
    let mark = mark(scope, name);
    let class = ["project-mark hue-", &mark.hue.to_string()].concat();
    view! { <span class=class aria-hidden="true">{mark.letter}</span> }.into_any()
}
