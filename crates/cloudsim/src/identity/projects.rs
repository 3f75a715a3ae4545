//! The projects of a user. Their ids differ only in the first digit, so a test with its own project also has its own
//! second one.

use std::collections::HashMap;

use crate::options::DEMO_TENANT;
use crate::personas::Persona;

/// The names of a user's projects after the first.
const NAMES: [&str; 16] = [
    "staging", "batch", "search", "media", "billing", "logs", "build", "docs", "mail", "maps", "chat", "games", "labs",
    "backup", "archive", "closed",
];

/// Which project of a user was used first, by the common part of their ids.
#[derive(Debug)]
pub(crate) struct Families(HashMap<String, u32>);

/// A project as listed for its user.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct Owned {
    pub id: String,
    pub name: String,
    pub enabled: bool,
}

impl Default for Families {
    fn default() -> Self {
        let mut families = Self(HashMap::new());
        families.note(DEMO_TENANT);
        families
    }
}

/// The common part of the ids of a user's projects.
pub(crate) fn family(tenant: &str) -> &str {
    tenant.get(1..).unwrap_or(tenant)
}

fn digit(tenant: &str) -> u32 {
    tenant.chars().next().and_then(|first| first.to_digit(16)).unwrap_or_default()
}

impl Families {
    /// Records a project; the first one becomes its user's first.
    pub(crate) fn note(&mut self, tenant: &str) {
        self.0.entry(family(tenant).to_owned()).or_insert_with(|| digit(tenant));
    }

    /// Its position among its user's projects; 0 is the first.
    pub(crate) fn number(&self, tenant: &str) -> usize {
        let first = self.0.get(family(tenant)).copied().unwrap_or_else(|| digit(tenant));
        usize::try_from(first ^ digit(tenant)).unwrap_or_default()
    }

    /// All projects of the user who has `tenant`, the first one first.
    pub(crate) fn all(&self, tenant: &str, persona: &Persona) -> Vec<Owned> {
        let open = persona.projects();
        let count = open + usize::from(persona.closed_project);
        (0..count).map(|number| self.one(tenant, number, number < open)).collect()
    }

    /// The project with this id or name, if the user who has `tenant` may use it.
    pub(crate) fn find(&self, tenant: &str, persona: &Persona, named: &str) -> Option<String> {
        let mut open = self.all(tenant, persona).into_iter().filter(|project| project.enabled);
        open.find(|project| project.id == named || project.name == named).map(|project| project.id)
    }

    /// The project's name.
    pub(crate) fn name(&self, tenant: &str) -> String {
        match self.number(tenant).checked_sub(1).and_then(|place| NAMES.get(place)) {
            Some(name) => (*name).to_owned(),
            None if tenant == DEMO_TENANT => "demo".to_owned(),
            None => tenant.to_owned(),
        }
    }

    fn one(&self, tenant: &str, number: usize, enabled: bool) -> Owned {
        let first = self.0.get(family(tenant)).copied().unwrap_or_else(|| digit(tenant));
        let digit = u32::try_from(number).unwrap_or_default() ^ first;
        let id = format!("{digit:x}{}", family(tenant));
        Owned { name: self.name(&id), id, enabled }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whichever_project_is_asked_the_user_has_the_same_ones() {
        let mut families = Families::default();
        families.note("3abc");
        families.note("2abc");
        let persona = Persona { more_projects: Some(4), ..Persona::default() };
        let ids = |of: &str| families.all(of, &persona).into_iter().map(|project| project.id).collect::<Vec<_>>();
        assert_eq!(ids("3abc"), ["3abc", "2abc", "1abc", "0abc"]);
        assert_eq!(ids("0abc"), ids("3abc"));
        assert_eq!([families.number("3abc"), families.number("2abc"), families.number("7777")], [0, 1, 0]);
        assert_eq!(families.find("2abc", &persona, "3abc").as_deref(), Some("3abc"));
        assert_eq!(families.find("2abc", &persona, "staging").as_deref(), Some("2abc"));
        assert_eq!(families.find("2abc", &persona, "7abc"), None);
    }
}
