//! One click into the demo, the first time and after its session has ended.

use cloud::calls::identity::Credentials;
use cloud::config::{CloudConfig, DemoLogin};
use cloud::sign_in::{Draft, Method, SignIn};
use leptos::prelude::*;

use super::form::Attempt;
use crate::locales::tx;
use crate::reactive::Observed;
use crate::ui::{Button, Icon, Kind};

/// The button, with what it leads to.
pub fn demo(cloud: CloudConfig, login: DemoLogin) -> AnyView {
    let attempt = Attempt::new();
    let method = Method::PasswordV2;
    let open = move || {
        let DemoLogin { tenant, user, password } = login.clone();
        let draft = Draft { tenant: tenant.clone(), user: user.clone(), ..Draft::default() };
        let valid = SignIn::With(Credentials::V2 { tenant, user, password });
        // Nothing in it is secret: a reload does not ask again.
        attempt.send(cloud.clone(), valid, (method, draft), true);
    };
    view! {
        <div class="sign-in-demo">
            <p>{tx(|t| t.sign_in().demo_text)}</p>
            <Button label=tx(|t| t.sign_in().demo_open) kind=Kind::Primary icon_before=Icon::Play busy=attempt.busy() on_click=open />
            {attempt.answer(Observed::stored(method))}
        </div>
    }
    .into_any()
}
