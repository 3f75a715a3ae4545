//! Looking into an instance (row N09 and the ways out). What comes holds secrets or is long: nobody keeps it but the page.

use cloud::calls::console;
use cloud::rules::offers::{Feature, Offer, told_by};
use cloud::wire::{ConsoleLink, EncryptedPassword};
use cloud::{Failure, ServerId};

use super::{send_offered, send_reading};
use crate::data::offers::{learn, learn_from};

/// The last lines of the console log, `None`: all of it (row N09).
pub async fn console_log(server: &ServerId, lines: Option<u32>) -> Result<String, Failure> {
    let (_, log) = send_offered(Feature::ConsoleLog, console::log(server, lines)).await?;
    Ok(log)
}

/// A link to the screen, good for a short time: looking changes nothing, so no switch holds it back. Asked in both words there are, the older ones first: a cloud that has no
/// link at all refuses both.
pub async fn console_link(server: &ServerId) -> Result<ConsoleLink, Failure> {
    let refused = match send_reading(console::vnc(server)).await {
        Ok((_, link)) => {
            learn(Feature::Console, Offer::Yes);
            return Ok(link);
        }
        Err(failure) => failure,
    };
    if told_by(&refused) != Some(Offer::No) {
        return Err(refused);
    }
    let answer = send_reading(console::remote(server)).await;
    learn_from(Feature::Console, &answer);
    // A cloud that knows neither was asked about its screen first: those are the words to show.
    answer.map(|(_, link)| link).map_err(|failure| if told_by(&failure).is_some() { refused } else { failure })
}

/// The first password of a Windows instance as the guest encrypted it; `None`: there is none yet.
pub async fn windows_password(server: &ServerId) -> Result<Option<EncryptedPassword>, Failure> {
    let (_, password) = send_offered(Feature::Password, console::password(server)).await?;
    Ok(password)
}
