//! English: `policies`.

use crate::locales::texts::*;

/// See [`crate::locales::texts::Policies`].
pub static POLICIES: Policies = Policies {
    title: "Placement policies",
    count: Plural { one: "{n} policy", other: "{n} policies" },
    count_of: "{count}, {limit} allowed",
    search: "Search placement policies",
    create: "Create policy",
    create_text: "A policy decides on which hosts instances created in it are placed. It cannot be applied to existing instances.",
    placement: "Placement",
    anti_affinity: "Spread (anti-affinity)",
    anti_affinity_text: "Each instance on a different host, so that one failure does not take all of them. Creating fails if there are not enough hosts.",
    affinity: "Same host (affinity)",
    affinity_text: "All instances on one host, close to each other.",
    only_apart: "This cloud offers only spread (anti-affinity): each instance on a different host.",
    members: "Instances",
    member_count: Plural { one: "{n} instance", other: "{n} instances" },
    no_members: "none",
    new_member: "Create instance in this policy",
    name_hint: "Cannot be changed later.",
    name_empty: "Enter a name.",
    name_too_long: "At most {max} characters; now {is}.",
    name_invisible: "Contains an invisible character. Type the name again.",
    full: "The quota of {limit} policies is used up.",
    created: "Policy {name} created",
    delete: "Delete",
    delete_title: "Delete placement policy {name}?",
    delete_text: "Its instances stay where they are. The policy no longer applies when they are moved.",
    delete_members: Plural { one: "{n} instance belongs to it:", other: "{n} instances belong to it:" },
    deleted: "Policy {name} deleted",
    none_title: "No placement policies yet",
    none_text: "A policy can keep instances on different hosts, so that one failed host does not take all of them.",
    no_match_text: "The search looks at names, IDs, placements and instances.",
    absent_title: "This cloud does not offer placement policies",
    absent_text: "Spread instances over availability zones instead.",
};
