//! What is read out of the files, and what can be wrong with them.

use zeroize::Zeroizing;

/// Everything that was read.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Import {
    /// The clouds, in the order of the files.
    pub clouds: Vec<ImportedCloud>,
    /// Keys that nobody knows here, each with the line of its first place.
    pub unknown: Vec<Unknown>,
}

/// One cloud: where it is, and how to sign in to it.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct ImportedCloud {
    /// Its key below `clouds:`; of an openrc file the name of its project. May be empty.
    pub name: String,
    /// `auth_url` as it is written; empty where the file has none.
    pub identity: String,
    /// The vendor profile that the rest of its settings would come from. Maru knows none.
    pub profile: Option<String>,
    /// How to sign in.
    pub method: Method,
    /// The user; `None` where the method has none.
    pub user: Option<Reference>,
    /// Domain of the user.
    pub user_domain: Option<Reference>,
    /// The project, which v2.0 calls tenant.
    pub project: Option<Reference>,
    /// Domain of the project.
    pub project_domain: Option<Reference>,
    /// The application credential.
    pub credential: Option<Reference>,
    /// Compute endpoint beside a token.
    pub endpoint: String,
    /// Regions in the order of the file.
    pub regions: Vec<String>,
    /// Password, secret or token. `None`: the file asks for it, or has none.
    pub secret: Option<Secret>,
    /// The token is for a domain, for the whole system or by a trust, not for a project.
    pub other_scope: bool,
}

/// How to sign in.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub enum Method {
    /// User and password of Keystone v3.
    #[default]
    PasswordV3,
    /// User and password of Keystone v2.0.
    PasswordV2,
    /// An application credential.
    ApplicationCredential,
    /// A token that was issued before.
    Token,
    /// A method that Maru cannot use, by its `auth_type`.
    Other(String),
}

/// What names a user, project, domain or credential.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Reference {
    /// By id.
    Id(String),
    /// By name.
    Name(String),
}

impl Reference {
    /// The id or name.
    pub fn text(&self) -> &str {
        match self {
            Reference::Id(text) | Reference::Name(text) => text,
        }
    }
}

/// A password, secret or token. Overwritten when it is dropped.
#[derive(Clone, PartialEq, Eq)]
pub struct Secret(Zeroizing<String>);

impl Secret {
    pub(crate) fn new(text: Zeroizing<String>) -> Self {
        Self(text)
    }

    /// The text itself.
    pub fn reveal(&self) -> &str {
        &self.0
    }
}

impl std::fmt::Debug for Secret {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Secret(***)")
    }
}

/// A key that nobody knows here.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Unknown {
    /// Which of the files, from 0.
    pub file: usize,
    /// Its line, from 1.
    pub line: usize,
    /// As it is written: `auth.pasword`, `OS_PASWORD`.
    pub key: String,
    /// The cloud it is set for; empty where it is for all of them.
    pub cloud: String,
}

/// Why nothing was read.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Mistake {
    /// Which of the files, from 0.
    pub file: usize,
    /// Its line, from 1, where there is one.
    pub line: Option<usize>,
    /// What is wrong.
    pub wrong: Wrong,
}

/// What is wrong with a file.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Wrong {
    /// More files than [`crate::FILES_MAX`].
    TooManyFiles,
    /// More than [`crate::FILE_MAX`] bytes.
    TooLarge,
    /// Nothing is in it.
    Empty,
    /// Neither `clouds.yaml` nor openrc.
    Unrecognized,
    /// A character that no text file has.
    ControlCharacter,
    /// No YAML, in the words of its reader.
    NotYaml(String),
    /// More than one YAML document.
    SeveralDocuments,
    /// Nested too deeply.
    TooDeep,
    /// Too many values, counted after aliases are replaced.
    TooManyValues,
    /// No cloud is in it.
    NoCloud,
    /// The value of this key must be a mapping.
    NotAMapping(String),
    /// The value of this key must be a text.
    NotAText(String),
    /// A quote that is never closed.
    OpenQuote,
}
