//! What pages see of a cloud. A page never fetches: it reads signals that follow the local copy ([`sync`]), and sends
//! intents.
//!
//! ```ignore
//! let list = data::instances();            // subscribes until the calling component is gone
//! list.value.get()                         // Option<Instances>: None until the first rows
//! list.state.get()                         // LiveState: Loading, Ready, Refreshing, Stale{..}, Failed(..), Gone
//! list.loaded_at.get()                     // Option<Timestamp>: when the cloud last confirmed it (wall clock)
//! list.resource                            // LocalResource, pending until the first answer: for Suspense
//! list.refetch()                           // requests fresh data; what is shown stays
//!
//! data::flavors(|| FlavorQuery::default()) // filters may be reactive: the query closure is tracked
//! data::instance(id)                       // one instance, polled while shown
//! data::instance_raw(id)                   // its last response as the server sent it
//! data::instance_row(id)                   // one row of the list: notifies only when that row changed
//! data::act(server, Action::Stop)          // does not wait; the outcome arrives as `Notice`s (toasts)
//! data::create(request).await              // forms wait for the cloud's answer
//! data::offered(Feature::Metadata)         // whether an optional feature is worth showing; `offers()`: all of them
//! ```
//!
//! * `live`: [`Live`], the handle above; `lists`: one function for each thing that can be read.
//! * `session`: who is signed in where, and whose data is shown; `show`, `sign_in`, `sign_out`, `close`.
//! * `intents`: everything that changes something; `notices`: its outcome.
//! * `offers`: the optional features of the cloud, learned once a session.
//! * `last_known`: the last known lists that this browser keeps.
//! * `runs`: operations on many instances.
//! * `store`: the signals; `driver`: runs `sync`, effects → `http`, entries → signals.
//!
//! All of it follows the scope (cloud, region, project): after a change of region the same `Live` shows the other
//! region's data, starting from `None`.

mod addresses;
mod app_config;
mod ask;
mod driver;
mod first_answer;
mod freshness;
mod intents;
mod last_known;
mod late;
mod lists;
mod live;
mod locked;
mod notices;
mod odd;
mod offers;
mod raw;
mod reach;
mod read_only;
mod refusal;
mod release;
pub mod runs;
mod session;
mod sharing;
mod store;
mod within;

pub use addresses::{known_floating_ips, watch_addresses};
pub use app_config::{ConfigFailure, ConfigState, cloud_name, config, reload_config};
pub use driver::run;
pub use first_answer::{FirstAnswer, first_answer};
pub use freshness::{Polling, at_hand, freshness, refresh, wall_clock};
pub use intents::*;
pub use last_known::{
    KEEPING, Keeping, LastKnown, NotKept, StorageRefused, keeps_lists, last_known, shown_without_session,
};
pub use late::still_waiting;
pub use lists::*;
pub use live::{Live, LiveState};
pub use locked::may_be_locked;
pub use notices::{Notice, Stage, on_notice};
pub use odd::Odd;
pub use offers::{if_offered, offered, offers, offers_of};
pub use raw::instance_raw;
pub use reach::{Reach, reach};
pub use read_only::{read_only, set_read_only};
pub use release::{keep_release, load_release};
pub use session::{
    FoundInstance, Open, Session, SessionState, close, find, idle_locked, is_sealed, open_regions, open_sessions,
    opens_others, projects_of, refused, session, show, sign_in, sign_out, with_version, work_in, worked_in,
};
pub use sharing::{SHARING, Sharing};
pub use within::within;

/// Reads `config.json` and resumes stored sessions. Called once by `main`.
pub fn start() {
    last_known::start();
    reload_config();
}
