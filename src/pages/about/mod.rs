//! The page about this cloud: where its services are, which rule set applies, which features it has and how the console
//! knows that, and the limits.

mod limits;
mod offers;
mod place;

use leptos::prelude::*;

use crate::data::{self, Session};
use crate::locales::tx;
use crate::ui::{PageHead, Section, live_view};

/// The page. Features that can be probed without changing anything are probed once when the page opens, so that the
/// table has the answers.
pub fn page() -> AnyView {
    let (_, _, _) = (data::compute_quota(), data::volume_quota(), data::server_groups());
    let state = data::session();
    let session = Signal::derive(move || state.get().session().cloned());
    view! {
        <PageHead title=tx(|t| t.about().title) />
        {live_view(move || session.get().map(|session| about(&session)).into_any())}
    }
    .into_any()
}

fn about(session: &Session) -> AnyView {
    let (place, services) = (place::facts(session), place::services(session));
    let (offers, limits) = (offers::table(session.cloud.rules), limits::table(&session.limits));
    view! {
        <Section title=tx(|t| t.about().place)>{place}</Section>
        <Section title=tx(|t| t.about().services) words=tx(|t| t.about().services_text)><div class="one-column">{services}</div></Section>
        <Section title=tx(|t| t.about().offers) words=tx(|t| t.about().offers_text)>{offers}</Section>
        <Section title=tx(|t| t.about().limits) words=tx(|t| t.about().limits_text)>{limits}</Section>
    }
    .into_any()
}
