//! What this cloud is: where its services are, whose rules hold, what it offers beyond the guide's core and how that is
//! known, and the limits (issue 3, section 8).

mod limits;
mod offers;
mod place;

use leptos::prelude::*;

use crate::data::{self, Session};
use crate::locales::tx;
use crate::reactive::Observed;
use crate::ui::{PageHead, Section, live_view};

/// The page. What asking for changes nothing is asked for here, once, so that the answers stand in the list.
pub fn page() -> AnyView {
    let (_, _, _) = (data::compute_quota(), data::volume_quota(), data::server_groups());
    let state = data::session();
    let session = Observed::derive(move || state.get().session().cloned());
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
