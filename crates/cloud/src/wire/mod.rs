//! Slim wire types, decoded leniently: unknown fields and words are ignored or kept, `""` or a number, an object or
//! `""`, null names, four timestamp forms.

mod flavor;
mod image;
mod keypair;
pub(crate) mod lenient;
mod network;
pub(crate) mod root;
mod security_group;
mod server;
mod server_answers;
mod server_read;
mod token;
mod token_read;
mod volume;
mod zone;

pub use flavor::*;
pub use image::*;
pub use keypair::*;
pub use lenient::Told;
pub use network::*;
pub use security_group::*;
pub use server::*;
pub(crate) use server_answers::CreatedRoot;
pub use server_answers::{Created, ServerName, ServerPage};
pub use token::*;
pub(crate) use token_read::TokenRoot;
pub use volume::*;
pub use zone::*;
