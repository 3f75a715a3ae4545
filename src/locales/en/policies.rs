//! English: `policies`.

use crate::locales::texts::*;

/// See [`crate::locales::texts::Policies`].
pub static POLICIES: Policies = Policies {
    title: "Placement policies",
    count: Plural { one: "{n} policy", other: "{n} policies" },
    count_of: "{count}, {limit} allowed",
    search: "Search placement policies",
    create: "Create policy",
    create_text: "A policy says how the instances that are created in it are placed. It cannot be given to instances that exist.",
    placement: "Placement",
    anti_affinity: "Apart",
    anti_affinity_text: "Each on another host: what fails takes only one along. When there are not enough hosts, creating fails.",
    affinity: "Together",
    affinity_text: "All on the same host: the shortest ways between them.",
    only_apart: "This cloud has one kind: apart, each instance on another host (anti-affinity).",
    members: "Instances",
    member_count: Plural { one: "{n} instance", other: "{n} instances" },
    no_members: "none yet",
    new_member: "Create instance in this policy",
    name_hint: "Cannot be changed later.",
    name_empty: "Give it a name.",
    name_too_long: "At most {max} characters; these are {is}.",
    name_invisible: "There is an invisible or unprintable character in the name.",
    full: "The quota of {limit} policies is used up.",
    created: "Placement policy {name} is there.",
    delete: "Delete",
    delete_title: "Delete placement policy {name}?",
    delete_text: "Its instances stay as they are and where they are. From then on nothing keeps them apart or together when they are moved.",
    delete_members: Plural { one: "{n} instance is in it:", other: "{n} instances are in it:" },
    deleted: "Placement policy {name} is deleted.",
    none_title: "No placement policies yet",
    none_text: "A policy keeps instances on different hosts, so that one failing host does not take all of them along.",
    no_match_text: "No policy has this in its name.",
    absent_title: "This cloud has no placement policies",
    absent_text: "It does not know the call. Spread instances over availability zones instead.",
};
