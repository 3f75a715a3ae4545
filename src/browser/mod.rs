//! The only code that uses web-sys.

pub mod caret;
pub mod channel;
pub mod clipboard;
pub mod clock;
pub mod database;
pub mod document;
pub mod dom;
mod events;
pub mod files;
pub mod focus;
pub mod intl;
pub mod keyboard;
pub mod leader;
pub mod leaving;
mod locks;
pub mod measure;
pub mod navigation;
pub mod notification;
pub mod presence;
pub mod random;
pub mod requests;
pub mod session_storage;
pub mod storage;
pub mod tab;
pub mod theme;
pub mod timers;
pub mod worker;
