//! Issued tokens.

use std::collections::HashMap;

use cloud::Timestamp;

use crate::clock::later;
use crate::personas::Persona;
use crate::rng::Rng;

/// A token to be issued.
#[derive(Clone, Debug)]
pub(crate) struct Grant {
    pub tenant: String,
    pub persona: Persona,
    /// How it was obtained: `password`, `token`, `application_credential`.
    pub methods: Vec<&'static str>,
    /// It has no project; `tenant` only identifies the user.
    pub unscoped: bool,
    /// The token it was issued for: it expires with that one.
    pub from: Option<Box<Session>>,
}

/// The session of a token.
#[derive(Clone, Debug)]
pub(crate) struct Session {
    pub token: String,
    pub tenant: String,
    pub persona: Persona,
    pub methods: Vec<&'static str>,
    pub unscoped: bool,
    /// The token of the original sign-in.
    pub origin: Option<String>,
    pub issued: Timestamp,
    pub expires: Timestamp,
}

/// All tokens by their text.
#[derive(Debug, Default)]
pub(crate) struct Tokens {
    by_text: HashMap<String, Session>,
}

impl Tokens {
    pub(crate) fn issue(&mut self, rng: &mut Rng, grant: Grant, now: Timestamp) -> Session {
        let letters = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
        let token = format!("gAAAAAB{}", rng.text(176, letters));
        let Grant { tenant, persona, methods, unscoped, from } = grant;
        let (origin, expires) = match from {
            Some(from) => (Some(from.origin.unwrap_or(from.token)), from.expires),
            None => (None, later(now, persona.token_life_s() * 1000)),
        };
        let session =
            Session { token: token.clone(), tenant, persona, methods, unscoped, origin, issued: now, expires };
        self.by_text.insert(token, session.clone());
        session
    }

    /// The session of a token, expired or not.
    pub(crate) fn owner(&self, token: &str) -> Option<&Session> {
        self.by_text.get(token)
    }

    pub(crate) fn revoke(&mut self, token: &str) -> bool {
        self.by_text.remove(token).is_some()
    }

    /// Expires all tokens, or those of one project. Their owners stay known, for the journal.
    pub(crate) fn expire(&mut self, tenant: Option<&str>) {
        let named = |session: &&mut Session| tenant.is_none_or(|tenant| session.tenant == tenant);
        self.by_text.values_mut().filter(named).for_each(|session| session.expires = Timestamp(i64::MIN));
    }
}
