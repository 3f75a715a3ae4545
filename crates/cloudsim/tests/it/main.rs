//! The simulated cloud from outside: requests in, answers out, on a clock the tests move.

mod conformance;
mod control;
mod create;
mod face;
mod faults;
mod form;
mod identity;
mod lists;
mod neighbours;
mod sim;
mod states;
mod table;
