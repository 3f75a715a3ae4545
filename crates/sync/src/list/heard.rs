//! Pages of the list that another tab requested.

use cloud::ServerId;
use cloud::calls::servers::ServerQuery;
use cloud::wire::ServerPage;

use super::{ListPlan, cursor};
use crate::table::Table;
use crate::{Millis, Source, pace};

impl ListPlan {
    /// Handles such a page and returns whether it was used. Changes are used only if they go back at least as far as our own
    /// next request would. Of the rolling re-read only the rows are used: its next page is left to the other tab, whose
    /// position in the list is not ours.
    pub fn heard(
        &mut self,
        now: Millis,
        asked: Millis,
        query: &ServerQuery,
        page: ServerPage,
        table: &mut Table,
    ) -> bool {
        let whole = query.marker.is_none() && !page.has_next;
        let gap = query.changes_since.is_some_and(|since| !whole || self.cursor.is_none_or(|own| since > own));
        if !self.complete || self.is_busy() || gap {
            return false;
        }
        table.note_newest(now, &page.servers, page.date);
        for server in page.servers {
            table.merge(now, asked, server, Source::Full);
        }
        if query.changes_since.is_some() {
            self.move_cursor(cursor(table, asked, false), table);
            self.polled_at = Some(now);
        } else {
            self.reread_at = now.plus(pace::REREAD_MS);
            if whole {
                let missing: Vec<ServerId> = table.not_seen_since(asked);
                self.suspect(missing.into_iter().take(pace::CHECK_MAX).collect());
            }
        }
        self.forget_deleted(table);
        true
    }
}
