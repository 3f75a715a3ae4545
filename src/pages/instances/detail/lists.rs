//! The small table for the lists of the page.

use leptos::prelude::*;

use crate::locales::Text;

pub fn grid<const N: usize>(heads: [Text; N], rows: Vec<AnyView>) -> AnyView {
    let heads: Vec<_> = heads.into_iter().map(|head| view! { <th scope="col">{head}</th> }.into_any()).collect();
    view! {
        <div class="grid-scroll" tabindex="0">
            <table class="grid"><thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table>
        </div>
    }
    .into_any()
}
