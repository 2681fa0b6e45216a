//! What is known of a key.

/// The keys of one kind of table.
#[derive(Debug, PartialEq, Eq)]
pub struct Record {
    /// What such a table is called in messages: `keyword`.
    pub name: &'static str,
    /// One line for the schema and the documentation.
    pub doc: &'static str,
    /// In the order in which they are documented.
    pub keys: &'static [Key],
}

impl Record {
    /// The key called `name`.
    #[must_use]
    pub fn key(&self, name: &str) -> Option<&'static Key> {
        self.keys.iter().find(|key| key.name == name)
    }
}

/// One key of a table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Key {
    /// As the file spells it.
    pub name: &'static str,
    /// What its value looks like.
    pub shape: Shape,
    /// Whether a file without it is wrong.
    pub required: bool,
    /// What it is when it is left out, as the file would spell it, or in words.
    pub default: Option<&'static str>,
    /// One line for the schema and the documentation.
    pub doc: &'static str,
}

impl Key {
    pub(super) const fn new(name: &'static str, shape: Shape, doc: &'static str) -> Self {
        Self { name, shape, required: false, default: None, doc }
    }

    pub(super) const fn required(self) -> Self {
        Self { required: true, ..self }
    }

    pub(super) const fn default(self, default: &'static str) -> Self {
        Self { default: Some(default), ..self }
    }
}

/// What a value looks like.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shape {
    /// A string that is not blank.
    Text,
    /// Any string.
    AnyText,
    /// A language tag.
    Language,
    /// A question's or a topic's id.
    Id,
    /// Several ids.
    Ids,
    /// Several strings, none of them blank; at least so many.
    Texts(usize),
    /// Codes of lints.
    Codes,
    /// One of these words.
    OneOf(&'static [&'static str]),
    /// A regular expression.
    Pattern,
    /// A length of time such as `"1h 30m"`.
    Duration,
    /// `true` or `false`.
    Flag,
    /// From 0 to 1, at most three decimals.
    Share,
    /// More than 0 and at most 1, at most three decimals.
    PositiveShare,
    /// Points, more than zero.
    Points,
    /// Points, zero or more.
    Cost,
    /// A weight, more than zero.
    Weight,
    /// A decimal number.
    Number,
    /// A decimal number, zero or more.
    Distance,
    /// A whole number from 1.
    Count,
    /// A number of words, or `"sentence"`.
    Within,
    /// Entries: strings, or lists of strings.
    Entries,
    /// A table.
    Table(&'static Record),
    /// Several tables; at least so many.
    Tables(&'static Record, usize),
    /// Several tables, or strings that stand for them; at least so many.
    TextsOrTables(&'static Record, usize),
    /// The questions, whose keys depend on their type.
    Questions,
}

impl Shape {
    /// What is expected, for messages: "expected …".
    #[must_use]
    pub const fn expectation(self) -> &'static str {
        match self {
            Self::Text | Self::AnyText | Self::Language | Self::Id | Self::OneOf(_) => "a string",
            Self::Pattern => "a regular expression in a string",
            Self::Ids | Self::Texts(_) => "a list of strings",
            Self::Codes => "a list of codes",
            Self::Duration => "a length of time in a string, such as `\"5m\"`",
            Self::Flag => "`true` or `false`",
            Self::Share | Self::PositiveShare => "a number from 0 to 1",
            Self::Points | Self::Cost | Self::Weight | Self::Number | Self::Distance => "a number",
            Self::Count => "a whole number",
            Self::Within => "a number of words or `\"sentence\"`",
            Self::Entries => "a list of strings, or of lists of strings",
            Self::Table(_) => "a table",
            Self::Tables(..) | Self::Questions => "a list of tables",
            Self::TextsOrTables(..) => "a list of strings or tables",
        }
    }
}
