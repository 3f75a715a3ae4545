//! The simulated cloud from outside: requests in, answers out, on a clock the tests move.

mod asks;
mod conformance;
mod control;
mod create;
mod face;
mod faults;
mod floating;
mod form;
mod identity;
mod images;
mod lists;
mod neighbours;
mod network;
mod security;
mod sim;
mod states;
mod table;
mod volume_uses;
mod volumes;
