//! cloudsim
