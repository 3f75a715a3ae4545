//! Icons: one path each on a 16 × 16 grid, in the colour of the surrounding text. Screen readers skip them and read the word next to
//! them. Each icon has one meaning, given in its comment; another meaning needs another icon.

use super::live::live;
use leptos::prelude::*;

/// The path of an icon. Separate constants, so that a path is loaded with the pages that use it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Icon(&'static str);

/// Named like enum variants, because they are used like them.
#[allow(non_upper_case_globals)]
#[rustfmt::skip] // one icon per line
impl Icon {
    pub const Instances: Icon = Icon("M2.5 2.5h11v4.5h-11zM2.5 9h11v4.5h-11zM5 4.75h.01M5 11.25h.01M8 4.75h3M8 11.25h3"); // Two stacked machines
    pub const Flavors: Icon = Icon("M4 4h8v8H4zM6.5 6.5h3v3h-3zM6 1.5V4M10 1.5V4M6 12v2.5M10 12v2.5M1.5 6H4M1.5 10H4M12 6h2.5M12 10h2.5"); // A chip
    pub const Zones: Icon = Icon("M3 13.75V4.5L8 2l5 2.5v9.25M1.75 13.75h12.5M6.5 13.75v-3h3v3M6 7h.01M10 7h.01"); // Availability zones: a building
    pub const Keypairs: Icon = Icon("M10.5 1.75a3.75 3.75 0 1 0 0 7.5 3.75 3.75 0 1 0 0-7.5zM7.75 8.25 2 14M4.25 11.75l2 2M11.25 4.75h.01"); // A key
    pub const Overview: Icon = Icon("M2.5 2.5h4.5v6H2.5zM9 2.5h4.5v3.5H9zM2.5 10.5h4.5v3H2.5zM9 8h4.5v5.5H9z"); // A dashboard
    pub const AllProjects: Icon = Icon("M2.5 6h8v7.5h-8zM4.5 6V4h8v7.5h-2M6.5 4V2h8v7.5h-2"); // Tables behind each other
    pub const Volumes: Icon = Icon("M2.5 4c0-2.3 11-2.3 11 0v8c0 2.3-11 2.3-11 0zM2.5 4c0 2.3 11 2.3 11 0M2.5 8c0 2.3 11 2.3 11 0"); // A disk
    pub const Images: Icon = Icon("M8 2 14 5.25 8 8.5 2 5.25zM2.5 8 8 11l5.5-3M2.5 10.75 8 13.75l5.5-3"); // Stacked layers
    pub const FloatingIps: Icon = Icon("M8 14.25c-3-3.5-4.5-5.75-4.5-7.75a4.5 4.5 0 0 1 9 0c0 2-1.5 4.25-4.5 7.75zM8 6.5h.01"); // A pin on a map
    pub const Networks: Icon = Icon("M6 2.5h4v3H6zM2 10.5h4v3H2zM10 10.5h4v3h-4zM8 5.5V8M4 10.5V8h8v2.5"); // Connected nodes
    pub const Ports: Icon = Icon("M2.5 3.5h11v7H11v2H5v-2H2.5zM5.5 3.5v2.5M8 3.5v2.5M10.5 3.5v2.5"); // A socket
    pub const Policies: Icon = Icon("M2 3h4v4H2zM10 9h4v4h-4zM9 7l-2 2M7 7h.01M9 9h.01"); // Separated boxes
    pub const Play: Icon = Icon("M4.5 2.75v10.5L13 8z"); // Start
    pub const Stop: Icon = Icon("M3.75 3.75h8.5v8.5h-8.5z"); // Stop
    pub const Reboot: Icon = Icon("M13.5 8a5.5 5.5 0 1 1-1.7-4M13.5 1.75v3h-3"); // Reboot
    pub const Refresh: Icon = Icon("M13.25 6.5A5.5 5.5 0 0 0 3.4 4.9M3 2v3h3M2.75 9.5a5.5 5.5 0 0 0 9.85 1.6M13 14v-3h-3"); // Refresh, retry
    pub const Restore: Icon = Icon("M5.5 3l-3 3 3 3M2.5 6h7a3.75 3.75 0 0 1 0 7.5H6"); // Restore a deleted resource
    pub const Attach: Icon = Icon("M6.5 9.5l3-3M7.25 5 9 3.25A2.65 2.65 0 0 1 12.75 7L11 8.75M8.75 11 7 12.75A2.65 2.65 0 0 1 3.25 9L5 7.25"); // Attach to an instance
    pub const Detach: Icon = Icon("M7.25 5 9 3.25A2.65 2.65 0 0 1 12.75 7L11 8.75M8.75 11 7 12.75A2.65 2.65 0 0 1 3.25 9L5 7.25M5 2v1.5M2 5h1.5M11 14v-1.5M14 11h-1.5"); // Detach from an instance
    pub const Snapshot: Icon = Icon("M2 5h2.75l1-1.75h4.5l1 1.75H14v8H2zM8 6.75a2.25 2.25 0 1 0 0 4.5 2.25 2.25 0 1 0 0-4.5z"); // Save a volume's data as a snapshot
    pub const Extend: Icon = Icon("M9.5 2.5h4v4M13.5 2.5 9 7M6.5 13.5h-4v-4M2.5 13.5 7 9"); // Extend
    pub const Screen: Icon = Icon("M2 3h12v8H2zM6 13.5h4M8 11v2.5"); // Console
    pub const File: Icon = Icon("M4 1.75h5l3 3v9.5H4zM9 1.75v3h3"); // Choose a file
    pub const Details: Icon = Icon("M3 4h10M3 8h10M3 12h6"); // Details of one thing
    pub const Pencil: Icon = Icon("M2.5 13.5v-2.75l8-8 2.75 2.75-8 8zM8.75 4.5l2.75 2.75"); // Rename, edit
    pub const Trash: Icon = Icon("M2.5 4.25h11M6 4.25V2.5h4v1.75M4 4.25l.5 9.25h7l.5-9.25M6.75 7v3.75M9.25 7v3.75"); // Delete
    pub const Plus: Icon = Icon("M8 3v10M3 8h10"); // Add
    pub const Search: Icon = Icon("M7 2.5a4.5 4.5 0 1 0 0 9 4.5 4.5 0 1 0 0-9zM10.25 10.25l3.5 3.5"); // Search
    pub const Close: Icon = Icon("M4 4l8 8M12 4l-8 8"); // Close
    pub const Check: Icon = Icon("M3 8.5l3.25 3.25L13 5"); // Done, chosen
    pub const Copy: Icon = Icon("M5.5 5.5h8v8h-8zM10.5 5.5v-3h-8v8h3"); // Copy
    pub const More: Icon = Icon("M8 3.25h.01M8 8h.01M8 12.75h.01"); // More actions
    pub const Down: Icon = Icon("M4 6l4 4 4-4"); // Opens downwards
    pub const Rising: Icon = Icon("M8 13V3.5M4.25 7 8 3.25 11.75 7"); // Sorted, smallest first
    pub const Falling: Icon = Icon("M8 3v9.5M4.25 9 8 12.75 11.75 9"); // Sorted, largest first
    pub const Right: Icon = Icon("M6 4l4 4-4 4"); // Opens a level below
    pub const Alert: Icon = Icon("M8 2.25 14.25 13.5H1.75zM8 6.5v3.25M8 11.5h.01"); // Something is wrong
    pub const Info: Icon = Icon("M8 1.75a6.25 6.25 0 1 0 0 12.5 6.25 6.25 0 1 0 0-12.5zM8 7.25v3.5M8 5h.01"); // Information
    pub const Ok: Icon = Icon("M8 1.75a6.25 6.25 0 1 0 0 12.5 6.25 6.25 0 1 0 0-12.5zM5.25 8.25l2 2L11 6.25"); // Running as it should
    pub const Busy: Icon = Icon("M8 1.75A6.25 6.25 0 1 1 1.75 8"); // Changing
    pub const Off: Icon = Icon("M8 1.75a6.25 6.25 0 1 0 0 12.5 6.25 6.25 0 1 0 0-12.5zM6 6h4v4H6z"); // Stopped
    pub const Ring: Icon = Icon("M8 2.75a5.25 5.25 0 1 0 0 10.5 5.25 5.25 0 1 0 0-10.5z"); // Not reached yet
    pub const Bad: Icon = Icon("M8 1.75a6.25 6.25 0 1 0 0 12.5 6.25 6.25 0 1 0 0-12.5zM5.75 5.75l4.5 4.5M10.25 5.75l-4.5 4.5"); // Failed
    pub const Unknown: Icon = Icon("M8 1.75a6.25 6.25 0 1 0 0 12.5 6.25 6.25 0 1 0 0-12.5zM6.25 6.25C6.25 4 9.75 4 9.75 6.25 9.75 7.5 8 7.5 8 9M8 11h.01"); // Unknown
    pub const Person: Icon = Icon("M8 2.25a2.75 2.75 0 1 0 0 5.5 2.75 2.75 0 1 0 0-5.5zM2.75 13.75C3 8.75 13 8.75 13.25 13.75"); // User
    pub const Leave: Icon = Icon("M6 2.5H2.5v11H6M6.5 8h7M10.75 5.25 13.5 8l-2.75 2.75"); // Sign out
    pub const Download: Icon = Icon("M8 2v8M4.75 7 8 10.25 11.25 7M2.5 13.5h11"); // Save as a file
    pub const Clock: Icon = Icon("M8 1.75a6.25 6.25 0 1 0 0 12.5 6.25 6.25 0 1 0 0-12.5zM8 4.5V8l2.5 1.5"); // Time
    pub const Offline: Icon = Icon("M1.5 6C5 2.5 11 2.5 14.5 6M4 9c2.25-2.25 5.75-2.25 8 0M8 12.25h.01M2.5 1.75l11 12.5"); // No connection
    pub const Shield: Icon = Icon("M8 1.75 13 3.5v4c0 3.25-2 5.5-5 6.75-3-1.25-5-3.5-5-6.75v-4zM5.75 7.75l1.75 1.75 3-3"); // A shield: security groups
    pub const Lock: Icon = Icon("M3.5 7.25h9v6.25h-9zM5.25 7.25V5a2.75 2.75 0 0 1 5.5 0v2.25"); // A closed lock: protected from deletion
    pub const Open: Icon = Icon("M3.5 7.25h9v6.25h-9zM5.25 7.25V4.75a2.75 2.75 0 0 1 5.25-1.1"); // An open lock: open to everyone
    pub const Eye: Icon = Icon("M1.5 8C4 3.5 12 3.5 14.5 8 12 12.5 4 12.5 1.5 8zM8 6.25a1.75 1.75 0 1 0 0 3.5 1.75 1.75 0 1 0 0-3.5z"); // An eye: read-only
    pub const Cluster: Icon = Icon("M8 1.75 13.5 5v6L8 14.25 2.5 11V5zM8 6.25a1.75 1.75 0 1 0 0 3.5 1.75 1.75 0 1 0 0-3.5zM8 1.75v4.5M13.5 11 9.5 9M2.5 11l4-2"); // A wheel with spokes: part of a cluster
    pub const Left: Icon = Icon("M10 4 6 8l4 4"); // Goes back
}

/// Renders an icon.
pub fn icon(which: Icon) -> AnyView {
    drawn(view! { <path d=which.0 /> }.into_any())
}

/// A reactive icon; only its path changes.
pub fn live_icon(which: impl Fn() -> Icon + Send + Sync + 'static) -> AnyView {
    drawn(view! { <path d=live(move || which().0) /> }.into_any())
}

fn drawn(path: AnyView) -> AnyView {
    view! { <svg class="icon" viewBox="0 0 16 16" aria-hidden="true" focusable="false">{path}</svg> }.into_any()
}
