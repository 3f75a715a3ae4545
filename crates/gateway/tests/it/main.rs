//! The gateway over real sockets: a client on one side, a recording cloud on the other.

mod cors;
mod demo;
mod harness;
mod program;
mod proxy;
mod refusals;
mod site;
mod streaming;
mod tls;
