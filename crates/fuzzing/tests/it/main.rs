//! Bad input before every reader: the corpus, what real clouds sent in pieces, and anything.

mod any_bytes;
mod any_reply;
mod corpus;
