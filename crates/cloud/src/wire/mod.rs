//! Slim wire types, decoded leniently: unknown fields and words are ignored or kept, `""` or a number, an object or
//! `""`, null names, four timestamp forms.

mod attachment;
mod console;
mod flavor;
mod image;
mod interface;
mod keypair;
mod network;
mod pairs;
mod quota;
pub(crate) mod root;
mod security_group;
mod server;
mod server_answers;
mod server_group;
mod server_read;
mod token;
mod token_read;
mod told;
mod volume;
mod zone;

pub use attachment::*;
pub use console::*;
pub use flavor::*;
pub use image::*;
pub use interface::*;
pub use keypair::*;
pub use network::*;
pub use pairs::Pairs;
pub use quota::{Allowance, ComputeQuota};
pub(crate) use quota::{quota_in_limits, quota_in_set};
pub use security_group::*;
pub use server::*;
pub(crate) use server_answers::created_in;
pub use server_answers::{AdminPassword, Created, Rebuilt, ServerName, ServerPage};
pub use server_group::*;
pub use token::*;
pub(crate) use token_read::token_in;
pub use told::Told;
pub use volume::*;
pub use zone::*;
