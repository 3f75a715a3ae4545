//! Limits concurrent responses that carry a token. They are read completely, and are large if the catalog is, so only a
//! few are read at a time; others wait. Each cloud has its own slots, so that a slow cloud does not delay another one.

use std::collections::HashMap;

use tokio::sync::{Semaphore, SemaphorePermit};

use crate::config::{Cloud, Config};

/// Slots of all clouds together, unless there are more clouds: each has at least one.
const AT_ONCE: usize = 8;

/// The slots of each cloud, by its id.
pub struct Issued(HashMap<String, Semaphore>);

impl Issued {
    pub fn new(clouds: &[Cloud]) -> Issued {
        let each = of_each(clouds.len());
        Issued(clouds.iter().map(|cloud| (cloud.config.id.clone(), Semaphore::new(each))).collect())
    }

    /// Waits for a slot of a cloud. `None`: there is no such cloud.
    pub async fn place(&self, cloud: &str) -> Option<SemaphorePermit<'_>> {
        // It is never closed.
        self.0.get(cloud)?.acquire().await.ok()
    }
}

fn of_each(clouds: usize) -> usize {
    AT_ONCE.checked_div(clouds).unwrap_or_default().max(1)
}

/// The maximum number of such responses read at a time.
pub fn at_once(config: &Config) -> usize {
    let clouds = config.clouds.iter().filter(|cloud| !cloud.config.direct).count();
    clouds * of_each(clouds)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_cloud_has_a_place_and_all_together_are_bounded() {
        let check = |clouds: usize, expect: usize| {
            let cloud = |id| format!("[[cloud]]\nid='c{id}'\nname='C'\nidentity='https://c{id}.example/v3'\n");
            let direct = "[[cloud]]\nid='d'\nname='D'\nidentity='https://d.example/v3'\ndirect=true\n";
            let text = (0..clouds).map(cloud).collect::<String>() + direct;
            let config = Config::from_toml(&text).expect("a configuration");
            assert_eq!(at_once(&config), expect, "{clouds} clouds");
        };
        check(0, 0);
        check(1, 8);
        check(2, 8);
        check(3, 6);
        check(8, 8);
        check(12, 12);
    }
}
