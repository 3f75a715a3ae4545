//! The simulated cloud from outside: requests in, answers out, on a clock the tests move.

mod actions;
mod asks;
mod attachments;
mod conformance;
mod control;
mod create;
mod create_from;
mod extras;
mod face;
mod faults;
mod floating;
mod form;
mod forms;
mod identity;
mod images;
mod lists;
mod neighbours;
mod network;
mod one_step;
mod recorded_actions;
mod security;
mod sim;
mod states;
mod table;
mod volume_uses;
mod volumes;
