//! The pages, a folder a domain. One `page()` comes out of each; none names another: they meet in `routes`.

pub mod about;
pub mod flavors;
pub mod floating_ips;
pub mod images;
pub mod instances;
pub mod keypairs;
pub mod networks;
pub mod overview;
pub mod policies;
pub mod security_groups;
pub mod sign_in;
pub mod volumes;
pub mod zones;
