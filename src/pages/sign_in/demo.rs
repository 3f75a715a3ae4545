//! The button that signs in to the demo, at first and after its session has ended.

use cloud::config::{CloudConfig, DemoLogin};
use cloud::sign_in::{check, of_demo};
use leptos::prelude::*;

use super::form::Attempt;
use crate::locales::tx;
use crate::ui::{Button, Icon, Kind};

/// The button, with an explanation.
pub fn demo(cloud: CloudConfig, login: DemoLogin) -> AnyView {
    let attempt = Attempt::new();
    let (method, draft) = of_demo(&cloud.identity, login);
    let open = move || {
        if let Ok(valid) = check(method, &draft) {
            // It contains no secret, so the session can be stored for a reload.
            attempt.send(cloud.clone(), valid, (method, draft.without_secrets()), true, Vec::new());
        }
    };
    view! {
        <div class="sign-in-demo">
            <p>{tx(|t| t.sign_in().demo_text)}</p>
            <Button label=tx(|t| t.sign_in().demo_open) kind=Kind::Primary icon_before=Icon::Play busy=attempt.busy() on_click=open />
            {attempt.answer(Signal::stored(method))}
        </div>
    }
    .into_any()
}
