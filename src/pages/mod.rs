//! The pages, a folder a domain. One `page()` comes out of each; none names another: they meet in `routes`.

pub mod flavors;
pub mod instances;
pub mod keypairs;
pub mod sign_in;
pub mod zones;
