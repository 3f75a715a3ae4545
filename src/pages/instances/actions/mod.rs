//! What can be done to an instance: the same on the table and on its own page.
