//! What clouds really send, and worse: invalid fields count as absent, invalid rows are dropped, and no answer causes a
//! panic.

mod rows;
mod server_fields;
