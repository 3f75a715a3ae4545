//! CPU time and memory of a proxy's processes, from Linux' `/proc`.

use crate::Done;
use std::fs::read_to_string;
use std::process::Child;
use std::time::Duration;

/// Linux reports CPU time in hundredths of a second (`proc_pid_stat(5)`, `USER_HZ`).
const TICK: Duration = Duration::from_millis(10);

/// A process and its children, killed on drop.
pub struct Processes(pub Child);

impl Processes {
    /// CPU time so far, of all processes together.
    pub fn processor_time(&self) -> Done<Duration> {
        let mut sum = Duration::ZERO;
        for id in self.ids()? {
            sum += TICK * ticks(&read_to_string(format!("/proc/{id}/stat"))?).ok_or("/proc/…/stat is not as it was")?;
        }
        Ok(sum)
    }

    /// Memory of all processes together, bytes. Shared pages are counted once: nginx's workers share nearly everything
    /// with their master.
    pub fn memory(&self) -> Done<u64> {
        let mut sum = 0;
        for id in self.ids()? {
            let text = read_to_string(format!("/proc/{id}/smaps_rollup"))?;
            sum += shared_out(&text).ok_or("/proc/…/smaps_rollup is not as it was")?;
        }
        Ok(sum)
    }

    fn ids(&self) -> Done<Vec<u32>> {
        let first = self.0.id();
        let children = read_to_string(format!("/proc/{first}/task/{first}/children"))?;
        let children = children.split_whitespace().map(str::parse);
        Ok(std::iter::once(Ok(first)).chain(children).collect::<Result<_, _>>()?)
    }
}

impl Drop for Processes {
    fn drop(&mut self) {
        // nginx's master ends its workers when it is terminated, not when it is killed.
        let id = self.0.id().to_string();
        let asked = std::process::Command::new("sh").args(["-c", "kill -TERM \"$0\"", &id]).status();
        if !asked.is_ok_and(|status| status.success()) {
            let _ = self.0.kill();
        }
        let _ = self.0.wait();
    }
}

/// Fields 14 and 15 of `stat`, counted from 1; the second is a name in parentheses that may contain anything.
fn ticks(stat: &str) -> Option<u32> {
    let (_, rest) = stat.rsplit_once(')')?;
    let mut fields = rest.split_whitespace().skip(11).map(|field| field.parse::<u32>().ok());
    Some(fields.next()?? + fields.next()??)
}

fn shared_out(smaps_rollup: &str) -> Option<u64> {
    let line = smaps_rollup.lines().find_map(|line| line.strip_prefix("Pss:"))?;
    let kib: u64 = line.trim().strip_suffix("kB")?.trim().parse().ok()?;
    Some(kib * 1024)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_kinds_of_time_are_added_whatever_the_name() {
        for (stat, expect) in [
            ("7 (nginx) S 1 7 7 0 -1 4194624 55 0 0 0 120 35 0 0 20 0 1 0 100 1000 50", Some(155)),
            ("7 (a) b (c) S 1 7 7 0 -1 4194624 55 0 0 0 1 2 0 0 20 0 1 0 100 1000 50", Some(3)),
            ("7 (nginx) S 1", None),
            ("", None),
        ] {
            assert_eq!(ticks(stat), expect, "{stat}");
        }
    }

    #[test]
    fn memory_is_the_share_and_not_all_that_is_mapped() {
        for (text, expect) in [
            (
                "00400000-7ffd1000 ---p 00000000 00:00 0 [rollup]\nRss:  9000 kB\nPss:   1500 kB\nPss_Dirty: 3 kB\n",
                Some(1_536_000),
            ),
            ("Rss: 9000 kB\n", None),
            ("Pss: much\n", None),
        ] {
            assert_eq!(shared_out(text), expect, "{text}");
        }
    }
}
