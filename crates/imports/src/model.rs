//! The content of the files, and the errors in them.

use zeroize::Zeroizing;

/// The result of reading.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Import {
    /// The clouds, in the order of the files.
    pub clouds: Vec<ImportedCloud>,
    /// Unknown keys, each with the line where it occurs first.
    pub unknown: Vec<Unknown>,
}

/// A cloud: its address, and how to sign in.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct ImportedCloud {
    /// Its key below `clouds:`; for an openrc file the name of the project. May be empty.
    pub name: String,
    /// `auth_url` as written; empty if the file has none.
    pub identity: String,
    /// The vendor profile that contains its other settings. Maru has no profiles.
    pub profile: Option<String>,
    /// The sign-in method.
    pub method: Method,
    /// The user; `None` if the method has none.
    pub user: Option<Reference>,
    /// Domain of the user.
    pub user_domain: Option<Reference>,
    /// The project, which v2.0 calls tenant.
    pub project: Option<Reference>,
    /// Domain of the project.
    pub project_domain: Option<Reference>,
    /// The application credential.
    pub credential: Option<Reference>,
    /// The compute endpoint that belongs to a token.
    pub endpoint: String,
    /// Regions in the order of the file.
    pub regions: Vec<String>,
    /// Password, secret or token. `None`: the file asks for it or has none.
    pub secret: Option<Secret>,
    /// Whether the token is for a domain, for the whole system or by a trust, and not for a project.
    pub other_scope: bool,
}

/// A sign-in method.
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
    /// Another method, by its `auth_type`, that Maru does not have.
    Other(String),
}

/// Identifies a user, project, domain or credential.
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

    /// The text.
    pub fn reveal(&self) -> &str {
        &self.0
    }
}

impl std::fmt::Debug for Secret {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Secret(***)")
    }
}

/// An unknown key.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Unknown {
    /// Index of its file, from 0.
    pub file: usize,
    /// Its line, from 1.
    pub line: usize,
    /// As written: `auth.pasword`, `OS_PASSWORD`.
    pub key: String,
    /// The cloud it belongs to; empty if it belongs to all.
    pub cloud: String,
}

/// Why nothing was read.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Mistake {
    /// Index of the file, from 0.
    pub file: usize,
    /// The line, from 1, if there is one.
    pub line: Option<usize>,
    /// The error.
    pub wrong: Wrong,
}

/// An error in a file.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Wrong {
    /// More files than [`crate::FILES_MAX`].
    TooManyFiles,
    /// More than [`crate::FILE_MAX`] bytes.
    TooLarge,
    /// It is empty.
    Empty,
    /// Neither `clouds.yaml` nor openrc.
    Unrecognized,
    /// A character that does not occur in text files.
    ControlCharacter,
    /// Not YAML, with the parser's message.
    NotYaml(String),
    /// More than one YAML document.
    SeveralDocuments,
    /// Nested too deeply.
    TooDeep,
    /// Too many values, counted after aliases are replaced.
    TooManyValues,
    /// It contains no cloud.
    NoCloud,
    /// The value of this key must be a mapping.
    NotAMapping(String),
    /// The value of this key must be a text.
    NotAText(String),
    /// A quote that is not closed.
    OpenQuote,
}
