//! The card that explains a failed request; a part of `extras`.

use super::button::Button;
use super::copy::Copyable;
use super::failure::Failed;
use super::gateway_words::gateway_words;
use super::icon::{Icon, icon};
use crate::browser::clock;
use crate::locales::{Advice, Text, Texts, filled, relative, t, tx};
use cloud::catalog::Service;
use cloud::{Asked, Failure, FailureKind, Method};
use leptos::prelude::*;

/// Explanation and advice for a failure.
pub fn advice(failure: &Failure) -> fn(Texts) -> &'static Advice {
    // A list cannot be deleted: the address is unknown to the cloud.
    let list = failure.method == Method::Get && failure.asked() == Asked::List;
    if list && failure.kind == FailureKind::NotFound { |t| &t.errors().no_list } else { advice_on(&failure.kind) }
}

/// The same if it is not known what was requested.
fn advice_on(kind: &FailureKind) -> fn(Texts) -> &'static Advice {
    match kind {
        FailureKind::Unauthenticated => |t| &t.errors().unauthenticated,
        FailureKind::NotAccepted(Service::Image) => |t| &t.errors().not_accepted_image,
        FailureKind::NotAccepted(Service::Network) => |t| &t.errors().not_accepted_network,
        FailureKind::NotAccepted(Service::Volume) => |t| &t.errors().not_accepted_volume,
        FailureKind::NotAccepted(Service::Compute | Service::Identity) => |t| &t.errors().not_accepted_compute,
        FailureKind::Forbidden => |t| &t.errors().forbidden,
        FailureKind::QuotaExceeded => |t| &t.errors().quota,
        FailureKind::NotFound => |t| &t.errors().not_found,
        FailureKind::Conflict => |t| &t.errors().conflict,
        FailureKind::Invalid => |t| &t.errors().invalid,
        FailureKind::RateLimited { .. } => |t| &t.errors().rate_limited,
        FailureKind::Server => |t| &t.errors().server,
        FailureKind::Network => |t| &t.errors().network,
        FailureKind::Gateway(_) => |t| &t.errors().gateway,
        FailureKind::NoService(_) => |t| &t.errors().no_service,
        FailureKind::Timeout => |t| &t.errors().timeout,
        FailureKind::ReadOnly => |t| &t.errors().read_only,
        FailureKind::Unreadable => |t| &t.errors().unreadable,
        FailureKind::TooLarge => |t| &t.errors().too_large,
        FailureKind::NoProject => |t| &t.errors().no_project,
        FailureKind::SecondFactor => |t| &t.errors().second_factor,
        FailureKind::Redirected => |t| &t.errors().redirected,
        FailureKind::BrokenOff => |t| &t.errors().broken_off,
        FailureKind::BadEndpoint => |t| &t.errors().bad_endpoint,
        FailureKind::BadName => |t| &t.errors().bad_name,
        FailureKind::Other => |t| &t.errors().other,
    }
}

/// A kind of failure in a few words.
pub fn failure_means(kind: &FailureKind) -> Text {
    let advice = advice_on(kind);
    Text::live(move || advice(t()).what.into())
}

/// In a few words what a failure means.
pub fn failure_words(failure: &Failure) -> Text {
    let advice = advice(failure);
    Text::live(move || advice(t()).what.into())
}

/// Whether there is no server message to expect.
fn is_no_ones(kind: &FailureKind) -> bool {
    use FailureKind::{BadName, NoProject, NoService, ReadOnly, Redirected, TooLarge};
    matches!(kind, ReadOnly | TooLarge | BadName | NoProject | NoService(_) | Redirected)
}

/// The advice if creating something failed, where it differs from that for existing resources: nothing is running that
/// one could wait for, and nothing was deleted. `None`: the usual advice.
pub fn create_advice(failure: &Failure) -> Option<fn(Texts) -> &'static Advice> {
    match &failure.kind {
        FailureKind::Conflict => Some(|t| &t.errors().create_conflict),
        FailureKind::NotFound => Some(|t| &t.errors().create_not_found),
        FailureKind::Invalid => Some(|t| &t.errors().create_invalid),
        FailureKind::Server => Some(|t| &t.errors().create_server),
        _ => None,
    }
}

/// The content of [`FailureCard`](super::FailureCard): the server's message, advice, the request id.
pub fn failure_card(failed: Failed) -> AnyView {
    let Failed { failure, on_retry, bare, instead } = failed;
    let advice = instead.unwrap_or_else(|| advice(&failure));
    // The gateway's errors are translated; its message is in the details.
    let of_gateway = failure.gateway_code().as_deref().and_then(gateway_words);
    let words = match failure.message.is_empty() {
        _ if of_gateway.is_some() => of_gateway.map(tx).unwrap_or_default(),
        true if is_no_ones(&failure.kind) => Text::default(),
        true => tx(|t| t.errors().no_words),
        false if matches!(failure.kind, FailureKind::NoService(_)) => {
            filled(|t| t.errors().elsewhere, [("regions", failure.message.clone().into())])
        }
        false => failure.message.clone().into(),
    };
    let retry = on_retry.map(|on_retry| {
        view! { <Button label=tx(|t| t.common().retry) icon_before=Icon::Refresh on_click=on_retry /> }
    });
    view! {
        <div class=if bare { "failure bare" } else { "failure" } role=(!bare).then_some("alert")>
            <p class="failure-title">{icon(Icon::Alert)}<strong>{Text::live(move || advice(t()).what.into())}</strong></p>
            <p class="failure-words">{words}</p>
            <p class="failure-then">{Text::live(move || advice(t()).then.into())}" "{waits(&failure)}</p>
            {request_id(&failure)}
            {details(&failure)}
            {retry}
        </div>
    }
    .into_any()
}

/// Until when to wait, if the cloud asked for that; empty once the time has come.
fn waits(failure: &Failure) -> Text {
    let Some(end) = failure.wait_until else { return Text::default() };
    let now = clock::ticking();
    let left = move || end.0 as f64 - now.get();
    let (left, when) = (left.clone(), Text::live(move || relative(left()).into()));
    let words = match failure.method {
        Method::Get => filled(|t| t.errors().asked_again, [("when", when)]),
        _ => filled(|t| t.errors().wait_until, [("when", when)]),
    };
    Text::live(move || if left() > 0.0 { words.clone() } else { Text::default() })
}

fn request_id(failure: &Failure) -> AnyView {
    let Some(id) = &failure.request_id else { return ().into_any() };
    let id = Text::from(id.as_str().to_string());
    view! {
        <p class="failure-id"><span class="dim">{tx(|t| t.errors().request_id)}</span>" "<Copyable text=id what=tx(|t| t.errors().request_id) /></p>
    }
    .into_any()
}

fn details(failure: &Failure) -> AnyView {
    let mut asked = String::from(failure.method.as_str());
    asked.push(' ');
    asked.push_str(&failure.path);
    let status = match failure.status {
        0 => tx(|t| t.errors().none),
        status => status.to_string().into(),
    };
    let raw = (!failure.raw.is_empty()).then(|| {
        view! { <p class="dim">{tx(|t| t.errors().raw)}</p><pre class="raw" tabindex="0">{failure.raw.clone()}</pre> }
    });
    view! {
        <details class="fold">
            <summary>{icon(Icon::Right)}{tx(|t| t.common().details)}</summary>
            <dl class="facts small">
                <dt>{tx(|t| t.errors().method_path)}</dt><dd><code>{asked}</code></dd>
                <dt>{tx(|t| t.errors().http_status)}</dt><dd>{status}</dd>
            </dl>
            {raw}
        </details>
    }
    .into_any()
}
