//! Invalid input for every reader: the corpus, damaged answers of real clouds, and random input.

mod any_bytes;
mod any_reply;
mod corpus;
