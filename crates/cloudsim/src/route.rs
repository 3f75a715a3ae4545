//! Routing: `/identity/…`, or `/{region}/{service}/…`. Like WSGI servers it decodes the path before splitting it, so
//! `%2F` in a name becomes a separator, as in a real Nova.

use cloud::percent::decode;

use crate::identity::catalog::region;

/// The services of a region.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Kind {
    Compute,
    Image,
    Network,
    Volume,
}

impl Kind {
    /// The name in paths, faults and user names.
    pub(crate) fn word(self) -> &'static str {
        match self {
            Kind::Compute => "compute",
            Kind::Image => "image",
            Kind::Network => "network",
            Kind::Volume => "volume",
        }
    }
}

/// A decoded and parsed path.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) enum Route {
    Identity(Vec<String>),
    Service { region: &'static str, kind: Kind, rest: Vec<String> },
    Nowhere,
}

impl Route {
    pub(crate) fn of(path: &str) -> Self {
        let path = decode(path);
        let mut segments = path.trim_start_matches('/').split('/').map(str::to_owned);
        let first = segments.next().unwrap_or_default();
        if first == "identity" {
            return Self::Identity(segments.collect());
        }
        let Some(region) = region(&first) else { return Self::Nowhere };
        let kind = match segments.next().as_deref() {
            Some("compute") => Kind::Compute,
            Some("image") => Kind::Image,
            Some("network") => Kind::Network,
            Some("volume") => Kind::Volume,
            _ => return Self::Nowhere,
        };
        Self::Service { region, kind, rest: segments.collect() }
    }

    /// The region; `None` for what regions share.
    pub(crate) fn region(&self) -> Option<&'static str> {
        match self {
            Self::Service { region, .. } => Some(region),
            _ => None,
        }
    }

    /// The service's name, for faults and the journal.
    pub(crate) fn word(&self) -> &'static str {
        match self {
            Self::Identity(_) => "identity",
            Self::Service { kind, .. } => kind.word(),
            Self::Nowhere => "none",
        }
    }
}
