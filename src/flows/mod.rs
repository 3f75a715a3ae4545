//! Work of several steps that more than one page starts. A page says what it is about; how it goes on, what broke and
//! what can be done about it is drawn here, once.

pub mod floating;
mod following;
pub mod saving;
pub mod storing;
