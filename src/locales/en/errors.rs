//! English: `errors`.

use crate::locales::texts::*;

const NOT_ACCEPTED: &str = "The session goes on: the rest of the cloud accepts it. If this stays, sign in again or tell the operator of the cloud.";

/// See [`crate::locales::texts::Errors`].
pub static ERRORS: Errors = Errors {
    no_words: "The server gave no reason.",
    request_id: "Request ID",
    method_path: "Request",
    http_status: "HTTP status",
    raw: "Original answer",
    none: "no answer",
    elsewhere: "The catalog has it in: {regions}.",
    unauthenticated: Advice { what: "Your session has ended", then: "Sign in again. What you typed is kept." },
    not_accepted_compute: Advice { what: "The compute service does not accept this session", then: NOT_ACCEPTED },
    not_accepted_image: Advice { what: "The image service does not accept this session", then: NOT_ACCEPTED },
    not_accepted_network: Advice { what: "The network service does not accept this session", then: NOT_ACCEPTED },
    not_accepted_volume: Advice { what: "The block storage service does not accept this session", then: NOT_ACCEPTED },
    asked_again: "Asked again {when}.",
    wait_until: "The cloud takes requests again {when}.",
    forbidden: Advice {
        what: "Your role does not allow this",
        then: "Ask a project administrator for the role, or sign in to another project.",
    },
    quota: Advice {
        what: "Quota exceeded",
        then: "Delete what you no longer need, request less, or ask for a higher quota.",
    },
    not_found: Advice { what: "It no longer exists", then: "Someone may have deleted it. Go back to the list." },
    no_list: Advice {
        what: "Nothing is served at this address",
        then: "The cloud may not have this service, or its catalog names a wrong address or version. Tell whoever runs the cloud.",
    },
    conflict: Advice {
        what: "Not possible in the current state",
        then: "Wait until the running task has finished, then try again.",
    },
    invalid: Advice { what: "The cloud refused the input", then: "Correct what the message names and send it again." },
    create_conflict: Advice {
        what: "Something it needs is taken",
        then: "The message names it: a port, an address, a volume or a name that is in use. Choose another, then create it again.",
    },
    create_not_found: Advice {
        what: "Something you chose is gone",
        then: "Someone may have deleted it since the form was opened. Choose another, then create it again.",
    },
    create_invalid: Advice {
        what: "The cloud refused this combination",
        then: "Nothing was created. Change what the message names, then create it again.",
    },
    create_server: Advice {
        what: "The cloud could not create it",
        then: "Look at the list first: it may be there. If not, try another zone or flavor, or give the request ID to the support desk.",
    },
    rate_limited: Advice { what: "Too many requests", then: "Wait a moment, then try again." },
    server: Advice {
        what: "Internal error in the cloud",
        then: "Try again in a moment. If it persists, give the request ID to support.",
    },
    network: Advice {
        what: "No answer from the cloud",
        then: "Check your connection. The gateway or the cloud may be down.",
    },
    gateway: Advice {
        what: "The gateway did not forward the request",
        then: "Tell whoever runs this console; the gateway's own words are in the details.",
    },
    no_service: Advice {
        what: "This region has no such service",
        then: "Choose another region, or enter IDs by hand.",
    },
    timeout: Advice {
        what: "The cloud took too long",
        then: "The request may have been carried out. Check the status before you try again.",
    },
    read_only: Advice {
        what: "Read-only is on",
        then: "Nothing was sent. Turn it off in the account menu to make changes.",
    },
    unreadable: Advice { what: "The answer could not be read", then: "Please report it with the details below." },
    too_large: Advice { what: "The answer is too large", then: "It was cut off to keep this page working." },
    no_project: Advice {
        what: "The cloud knows you, but the token is for no project",
        then: "Name the project: your user has no default one. A token made elsewhere has to be issued for a project.",
    },
    second_factor: Advice {
        what: "A second factor is required",
        then: "Maru does not ask for one. Sign in with an application credential, or with a token made elsewhere.",
    },
    redirected: Advice {
        what: "The service answered with a redirect",
        then: "The address in the configuration or in the cloud's catalog is not the service's own. Tell whoever runs this console.",
    },
    broken_off: Advice {
        what: "The answer broke off",
        then: "The request may have been carried out. Check the status before you try again.",
    },
    bad_endpoint: Advice {
        what: "The cloud's catalog names an address that cannot be used",
        then: "Nothing was sent. An address begins with https:// or http:// and has no “?”, “#”, “.” or “..” in it. Tell whoever runs the cloud.",
    },
    bad_name: Advice {
        what: "This name cannot be sent",
        then: "Nothing was sent. In an address, “.” and “..” mean another place, so the cloud would change something else.",
    },
    other: Advice { what: "Unexpected answer", then: "The details below show what came back." },
    gateway_says: GatewayWords {
        not_listed: "This gateway does not forward requests to this address.",
        path_not_listed: "This gateway does not forward requests to this path of the cloud.",
        unreachable: "The gateway could not reach the cloud.",
        timeout: "The cloud did not answer the gateway in time. The request may have been carried out.",
        broke_off: "The cloud broke off before its answer was complete.",
        untrusted: "The gateway does not trust the cloud's certificate.",
        redirect: "The cloud answered with a redirect; the details say where to.",
        too_large: "The request is larger than the gateway allows.",
        odd_request: "The gateway does not accept requests of this form.",
        busy: "The gateway has too many requests under way.",
        sign_ins: "Too many sign-ins were refused.",
        other_session: "The session does not belong to this cloud. Sign in again.",
        other_site: "The gateway does not accept requests from this address of the console.",
        locked: "The session was locked after a while without activity.",
        ended: "The session has ended.",
        no_token: "The gateway found no token in the cloud's answer.",
        token_too_large: "The cloud's token does not fit into a cookie. Sessions can be turned off in the gateway's configuration.",
    },
};
