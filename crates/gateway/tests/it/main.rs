//! The gateway over real sockets: a client on one side, a recording cloud on the other.

mod browser;
mod connecting;
mod cors;
mod demo;
mod harness;
mod http2;
mod limits;
mod logging;
mod program;
mod proxy;
mod reference;
mod refusals;
mod reload;
mod resolve;
mod session;
mod sessions;
mod shipped;
mod shutdown;
mod sign_ins;
mod site;
mod slow_clients;
mod smuggling;
mod status;
mod streaming;
mod tls;
