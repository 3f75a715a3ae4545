//! Slim wire types, decoded leniently: unknown fields and words are ignored or kept, `""` or a number, an object or
//! `""`, null names, four timestamp forms.

mod flavor;
mod image;
mod keypair;
mod lenient;
mod network;
mod security_group;
mod server;
mod token;
mod volume;
mod zone;

pub use flavor::*;
pub use image::*;
pub use keypair::*;
pub use lenient::Told;
pub use network::*;
pub use security_group::*;
pub use server::*;
pub use token::*;
pub use volume::*;
pub use zone::*;
