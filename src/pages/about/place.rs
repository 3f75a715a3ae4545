//! Which cloud, region and project is shown, and the endpoints of its services.

use cloud::catalog::Service;
use cloud::config::RuleSet;
use leptos::prelude::*;

use crate::data::Session;
use crate::locales::{Words, tx};
use crate::ui::{Fact, Facts};

/// Cloud, region and project.
pub fn facts(session: &Session) -> AnyView {
    let rules: Words = match session.cloud.rules {
        RuleSet::Nhn => |t| t.about().rules_nhn,
        RuleSet::OpenStack => |t| t.about().rules_openstack,
    };
    let way: Words = if session.cloud.direct { |t| t.about().direct } else { |t| t.about().proxied };
    let facts = vec![
        Fact::text(tx(|t| t.common().name), session.cloud.name.clone()),
        Fact::text(tx(|t| t.about().region), session.scope.region.as_str().to_owned()),
        Fact::text(tx(|t| t.shell().project), session.tenant_name.clone()),
        Fact::id(tx(|t| t.about().project_id), session.scope.tenant.as_str().to_owned()),
        Fact::text(tx(|t| t.about().rules), tx(rules)),
        Fact::text(tx(|t| t.about().way), tx(way)),
    ];
    view! { <Facts facts /> }.into_any()
}

/// The endpoints in the service catalog. A service that the region does not have is listed as missing.
pub fn services(session: &Session) -> AnyView {
    let fact = |(service, base): (Service, Option<&str>)| {
        let name = tx(name(service));
        match base {
            Some(base) => Fact::id(name, base.to_owned()),
            None => Fact::new(name, view! { <span class="dim">{tx(|t| t.about().absent)}</span> }),
        }
    };
    view! { <Facts facts=session.services().map(fact).collect() /> }.into_any()
}

fn name(service: Service) -> Words {
    match service {
        Service::Identity => |t| t.about().identity,
        Service::Compute => |t| t.about().compute,
        Service::Image => |t| t.about().image,
        Service::Network => |t| t.about().network,
        Service::Volume => |t| t.about().volume,
    }
}
