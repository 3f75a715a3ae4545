//! English: `errors`.

use crate::locales::texts::*;

/// See [`crate::locales::texts::Errors`].
pub static ERRORS: Errors = Errors {
    no_words: "The server gave no reason.",
    request_id: "Request ID",
    method_path: "Request",
    http_status: "HTTP status",
    raw: "Answer as it came",
    none: "no answer",
    unauthenticated: Advice { what: "Your session has ended", then: "Sign in again; what you typed stays here." },
    forbidden: Advice {
        what: "Your role does not allow this",
        then: "Ask an administrator of the project for the role, or sign in to another project.",
    },
    quota: Advice {
        what: "The quota is used up",
        then: "Delete what you no longer need, ask for less, or have the quota raised.",
    },
    not_found: Advice { what: "It is not there any more", then: "Someone may have deleted it. Go back to the list." },
    conflict: Advice {
        what: "Not possible in the present state",
        then: "Wait until the running task is done, then try again.",
    },
    invalid: Advice { what: "The cloud refused the input", then: "Change what the message names and send it again." },
    rate_limited: Advice { what: "Too many requests", then: "Wait a moment, then try again." },
    server: Advice {
        what: "The cloud failed",
        then: "Try again in a moment. If it goes on, give the request ID to the support desk.",
    },
    network: Advice {
        what: "No answer from the cloud",
        then: "Check your connection. Perhaps the gateway or the cloud is down.",
    },
    gateway: Advice {
        what: "The gateway did not pass it on",
        then: "Its words say why: the cloud cannot be reached from it, its host is not on the list, or no session can be kept. Tell whoever runs this console.",
    },
    no_service: Advice {
        what: "This region has no such service",
        then: "Choose another region, or do without: ids can be typed in.",
    },
    timeout: Advice {
        what: "The cloud took too long",
        then: "It may still have done it: look at the state before trying again.",
    },
    read_only: Advice {
        what: "Read-only is switched on",
        then: "Nothing was sent. To make changes, switch it off in the account menu.",
    },
    unreadable: Advice {
        what: "The answer could not be understood",
        then: "Please report it together with the details below.",
    },
    too_large: Advice { what: "The answer is too long", then: "It was cut off, so that this page goes on working." },
    other: Advice { what: "An unexpected answer", then: "The details below say what came back." },
};
