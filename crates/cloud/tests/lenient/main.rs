//! What clouds really send, and worse: odd fields read as absent, odd rows are dropped, and no answer can panic.

mod rows;
mod server_fields;
