//! The parts of a query, without their places in the text. [`std::fmt::Display`] writes them (see `print`).

/// One condition. A row fits if one of the values does, or, with `negated`, if none does.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Term {
    /// It begins with `-`.
    pub negated: bool,
    /// The name of the field in lower case, with a key after a dot (`meta.Role`); `None`: words, which are searched in
    /// all texts of a row.
    pub field: Option<String>,
    /// How values are compared; [`Op::Contains`] for words.
    pub op: Op,
    /// The alternatives, `a,b`. Empty only after a field.
    pub values: Vec<Pattern>,
}

/// How values are compared.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default)]
pub enum Op {
    /// `:`, the usual one: part of a text is enough.
    #[default]
    Contains,
    /// `=`: the whole text.
    Equals,
    /// `>`
    More,
    /// `>=`
    AtLeast,
    /// `<`
    Less,
    /// `<=`
    AtMost,
}

impl Op {
    /// Its sign.
    pub fn as_str(self) -> &'static str {
        match self {
            Op::Contains => ":",
            Op::Equals => "=",
            Op::More => ">",
            Op::AtLeast => ">=",
            Op::Less => "<",
            Op::AtMost => "<=",
        }
    }

    /// Whether it compares sizes.
    pub fn is_range(self) -> bool {
        !matches!(self, Op::Contains | Op::Equals)
    }
}

/// A value: texts with anything between them. `web-*` is `["web-", ""]`, a value without `*` has one text, and
/// `""` is the empty one.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Pattern(pub(crate) Vec<String>);

impl Pattern {
    /// A value without `*`.
    pub fn text(text: &str) -> Self {
        Self(vec![text.to_owned()])
    }

    /// Its texts, at least one; between two of them there may be anything.
    pub fn pieces(&self) -> &[String] {
        &self.0
    }

    /// The text, if it has no `*`.
    pub fn as_text(&self) -> Option<&str> {
        match self.0.as_slice() {
            [text] => Some(text),
            _ => None,
        }
    }

    /// Whether it is `*`.
    pub fn is_anything(&self) -> bool {
        self.0.len() == 2 && self.0.iter().all(String::is_empty)
    }
}

impl Term {
    /// A word that is searched in all texts of a row.
    pub fn word(text: &str) -> Self {
        Self { negated: false, field: None, op: Op::Contains, values: vec![Pattern::text(text)] }
    }

    /// A condition on a field.
    pub fn field(name: &str, op: Op, value: &str) -> Self {
        Self { negated: false, field: Some(name.to_owned()), op, values: vec![Pattern::text(value)] }
    }

    /// The same condition with or without `-`.
    pub fn opposite(self) -> Self {
        Self { negated: !self.negated, ..self }
    }
}
