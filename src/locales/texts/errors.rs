//! What went wrong and what to do about it.

/// What went wrong and what to do about it.
pub struct Errors {
    pub no_words: &'static str,
    pub request_id: &'static str,
    pub method_path: &'static str,
    pub http_status: &'static str,
    pub raw: &'static str,
    pub none: &'static str,
    pub elsewhere: &'static str,
    pub unauthenticated: Advice,
    /// A service refuses the session that the others accept, one for each service.
    pub not_accepted_compute: Advice,
    pub not_accepted_image: Advice,
    pub not_accepted_network: Advice,
    pub not_accepted_volume: Advice,
    /// `{when}`: "in 4 minutes". What is read is asked again by itself, what changes something is not.
    pub asked_again: &'static str,
    pub wait_until: &'static str,
    pub forbidden: Advice,
    pub quota: Advice,
    pub not_found: Advice,
    pub no_list: Advice,
    pub conflict: Advice,
    pub invalid: Advice,
    pub create_conflict: Advice,
    pub create_not_found: Advice,
    pub create_invalid: Advice,
    pub create_server: Advice,
    pub rate_limited: Advice,
    pub server: Advice,
    pub network: Advice,
    pub gateway: Advice,
    pub no_service: Advice,
    pub timeout: Advice,
    pub read_only: Advice,
    pub unreadable: Advice,
    pub too_large: Advice,
    pub no_project: Advice,
    pub second_factor: Advice,
    pub redirected: Advice,
    pub broken_off: Advice,
    pub bad_endpoint: Advice,
    pub bad_name: Advice,
    pub other: Advice,
    pub gateway_says: GatewayWords,
}

/// The gateway's own refusals, by its code words (`ui::gateway_words`).
pub struct GatewayWords {
    pub not_listed: &'static str,
    pub path_not_listed: &'static str,
    pub unreachable: &'static str,
    pub timeout: &'static str,
    pub broke_off: &'static str,
    pub untrusted: &'static str,
    pub redirect: &'static str,
    pub too_large: &'static str,
    pub odd_request: &'static str,
    pub busy: &'static str,
    pub sign_ins: &'static str,
    pub other_session: &'static str,
    pub other_site: &'static str,
    pub locked: &'static str,
    pub ended: &'static str,
    pub no_token: &'static str,
    pub token_too_large: &'static str,
}

/// What happened, in a few words, and what to do.
pub struct Advice {
    pub what: &'static str,
    pub then: &'static str,
}
