//! Reads files and checks the clouds.

mod hostile;
mod mistakes;
mod real_files;
mod show;
