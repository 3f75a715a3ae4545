//! The sessions in a browser, read from the cookies of a request.

use http::HeaderMap;
use http::header::HeaderValue;

use super::cookie::{self, Kind, Name};
use super::handle::Handle;
use super::seal::Sealed;
use super::{Sessions, about::About};

/// The most sessions of one browser, which sends their cookies with every request.
pub const MOST: usize = 20;

/// The part of `max_header_bytes` that the cookies of all sessions may take, and the part for the cookies about them in
/// a request for `/sessions`; both in 32nds. The rest is for other headers, and for what HTTP/2 counts for each cookie.
const SESSIONS_SHARE: usize = 12;
const ABOUT_SHARE: usize = 17;

/// Limits on the size of cookies, bytes.
#[derive(Clone, Copy, Debug)]
pub struct CookieLimits {
    /// All session cookies of a browser together.
    pub sessions: usize,
    /// One cookie about a session.
    pub about: usize,
}

impl CookieLimits {
    /// Limits with which the sessions of a browser always fit into its requests.
    pub fn new(max_header_bytes: usize) -> CookieLimits {
        let share = |parts: usize| max_header_bytes / 32 * parts;
        CookieLimits { sessions: share(SESSIONS_SHARE), about: share(ABOUT_SHARE) / MOST }
    }
}

/// What a request's cookies contain.
#[derive(Default)]
pub struct InBrowser {
    /// The sessions that have not ended, including locked ones.
    pub sessions: Vec<Present>,
    /// Cookies that no longer open, or whose session has ended.
    pub useless: Vec<Name>,
}

/// A session that the browser has.
pub struct Present {
    pub handle: Handle,
    pub opened: Sealed,
    /// The content of the other cookie, if the request has it.
    pub about: Option<About>,
    /// The size of its cookie in a request.
    pub bytes: usize,
}

impl InBrowser {
    /// Whether the session of `handle`, with a cookie of that many bytes, fits next to the others.
    pub fn can_take(&self, handle: &Handle, bytes: usize, limits: CookieLimits) -> bool {
        let others = || self.sessions.iter().filter(|session| session.handle != *handle);
        others().count() < MOST && others().map(|session| session.bytes).sum::<usize>() + bytes <= limits.sessions
    }

    /// Removes the useless cookies, except those of `kept`.
    pub fn clearing(&self, kept: Option<&Handle>) -> impl Iterator<Item = HeaderValue> {
        self.useless.iter().filter(move |name| kept.is_none_or(|kept| !name.is_of(kept))).filter_map(Name::clear)
    }
}

impl Sessions {
    /// Reads a request's cookies. `with_about`: browsers send the cookies about sessions with this request, too.
    pub(super) fn in_browser(&self, headers: &HeaderMap, secure: bool, with_about: bool, now: u64) -> InBrowser {
        let mut found = InBrowser::default();
        for handle in cookie::handles(headers) {
            let open = |name: Name, value: &str| {
                let opened = self.keys.open(&handle, value).filter(|opened| !self.is_over(&handle, opened, now))?;
                Some(Present { handle: handle.clone(), opened, about: None, bytes: name.sent(value) })
            };
            let sessions = || cookie::all(headers, Kind::Session, &handle, secure);
            let mut session = sessions().find_map(|(name, value)| open(name, value));
            if session.is_none() {
                found.useless.extend(sessions().map(|(name, _)| name));
            }
            if with_about {
                let all = || cookie::all(headers, Kind::About, &handle, secure);
                let sign_in = session.as_ref().map(|session| session.opened.began.id);
                let about =
                    sign_in.and_then(|id| all().find_map(|(_, value)| About::open(&self.keys, &handle, id, value)));
                if about.is_none() {
                    found.useless.extend(all().map(|(name, _)| name));
                }
                if let Some(session) = &mut session {
                    session.about = about;
                }
            } else if session.is_none() {
                // This request does not show whether the browser has it.
                found.useless.extend(sessions().map(|(name, _)| name.of_kind(Kind::About, &handle)));
            }
            found.sessions.extend(session);
        }
        found
    }
}
