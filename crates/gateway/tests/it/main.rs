//! The gateway over real sockets: a client on one side, a recording cloud on the other.

mod connecting;
mod cors;
mod demo;
mod harness;
mod limits;
mod logging;
mod program;
mod proxy;
mod reference;
mod refusals;
mod resolve;
mod session;
mod shutdown;
mod site;
mod smuggling;
mod status;
mod streaming;
mod tls;
