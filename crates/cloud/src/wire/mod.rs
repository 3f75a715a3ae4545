//! Slim wire types, decoded leniently: unknown fields and words are ignored or kept, `""` or a number, an object or
//! `""`, null names, four timestamp forms.

mod flavor;
mod image;
mod keypair;
mod network;
mod pairs;
pub(crate) mod root;
mod security_group;
mod server;
mod server_answers;
mod server_read;
mod token;
mod token_read;
mod told;
mod volume;
mod zone;

pub use flavor::*;
pub use image::*;
pub use keypair::*;
pub use network::*;
pub use pairs::Pairs;
pub use security_group::*;
pub use server::*;
pub(crate) use server_answers::created_in;
pub use server_answers::{Created, ServerName, ServerPage};
pub use token::*;
pub(crate) use token_read::token_in;
pub use told::Told;
pub use volume::*;
pub use zone::*;
