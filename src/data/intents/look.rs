//! Reads from inside an instance (row N09 and the optional features). The results contain secrets or are long, so only the
//! page stores them.

use cloud::calls::console;
use cloud::rules::offers::{Feature, Offer, told_by};
use cloud::wire::{ConsoleLink, EncryptedPassword};
use cloud::{Failure, ServerId};

use super::{nobody, present_scope, send_anyway, send_offered};
use crate::data::offers::Learner;

/// The last lines of the console log, or all of it for `None` (row N09).
pub async fn console_log(server: &ServerId, lines: Option<u32>) -> Result<String, Failure> {
    let (_, log) = send_offered(Feature::ConsoleLog, console::log(server, lines)).await?;
    Ok(log)
}

/// A short-lived link to the console. Creating it changes nothing, so read-only allows it. Both APIs are tried, the older
/// one first; a cloud without consoles refuses both.
pub async fn console_link(server: &ServerId) -> Result<ConsoleLink, Failure> {
    let learner = Learner::new(Feature::Console);
    let older = console::vnc(server);
    // Another scope may be shown when the first API has answered.
    let scope = present_scope().ok_or_else(|| nobody(&older.request))?;
    let refused = match send_anyway(&scope, older).await {
        Ok(link) => {
            learner.heard(&Ok(()));
            return Ok(link);
        }
        Err(failure) => failure,
    };
    if told_by(&refused) != Some(Offer::No) {
        return Err(refused);
    }
    let answer = send_anyway(&scope, console::remote(server)).await;
    learner.heard(&answer);
    // A cloud that knows neither has refused the older one for a reason worth showing.
    answer.map_err(|failure| if told_by(&failure).is_some() { refused } else { failure })
}

/// The first password of a Windows instance, as the guest encrypted it; `None` if there is none yet.
pub async fn windows_password(server: &ServerId) -> Result<Option<EncryptedPassword>, Failure> {
    let (_, password) = send_offered(Feature::Password, console::password(server)).await?;
    Ok(password)
}
