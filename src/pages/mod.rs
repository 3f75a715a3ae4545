//! The pages, a folder a domain. One `page()` comes out of each; none names another: they meet in `routes`.

pub mod create;
pub mod flavors;
pub mod instance;
pub mod instances;
pub mod keypairs;
pub mod sign_in;
pub mod zones;
