//! The reader from outside: files in, clouds out.

mod hostile;
mod mistakes;
mod real_files;
mod show;
