//! A table of the file, with what is known of its keys.

use toml::Spanned;
use toml::de::{DeString, DeTable, DeValue};

use super::nearest::nearest;
use crate::quiz::keys::{Key, Record, Shape};
use crate::span::Span;

/// A value with its place.
pub type Value<'a> = Spanned<DeValue<'a>>;

/// Something read, with its place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Found<T> {
    pub value: T,
    pub span: Span,
}

impl<T> Found<T> {
    pub fn map<U>(self, change: impl FnOnce(T) -> U) -> Found<U> {
        Found { value: change(self.value), span: self.span }
    }
}

/// The place of a value.
pub fn place(value: &Value<'_>) -> Span {
    let range = value.span();
    Span::between(range.start, range.end)
}

/// A table with what is known of its keys.
#[derive(Clone, Copy)]
pub struct Table<'a> {
    entries: &'a DeTable<'a>,
    /// Its header, or the whole inline table.
    pub span: Span,
    record: &'static Record,
    /// The keys of the question's type.
    kind: Option<&'static Record>,
}

impl<'a> Table<'a> {
    pub fn new(entries: &'a DeTable<'a>, span: Span, record: &'static Record) -> Self {
        Self { entries, span, record, kind: None }
    }

    /// The same table, with the keys of a question type beside its own.
    pub fn of_kind(self, kind: &'static Record) -> Self {
        Self { kind: Some(kind), ..self }
    }

    /// The question's type, once it is known.
    pub fn kind_name(&self) -> Option<&'static str> {
        self.kind.map(|kind| kind.name)
    }

    pub fn has(&self, name: &str) -> bool {
        self.entries.contains_key(name)
    }

    /// Where the key itself stands.
    pub fn key_span(&self, name: &str) -> Span {
        let entry = self.entries.get_key_value(name);
        entry.map_or(self.span, |(key, _)| Span::between(key.span().start, key.span().end))
    }

    pub fn get(&self, name: &str) -> Option<&'a Value<'a>> {
        self.entries.get(name)
    }

    pub fn known(&self) -> impl Iterator<Item = &'static Key> {
        self.record.keys.iter().chain(self.kind.into_iter().flat_map(|kind| kind.keys))
    }

    pub fn unknown(&self) -> impl Iterator<Item = &'a Spanned<DeString<'a>>> {
        let (entries, table) = (self.entries, *self);
        entries.keys().filter(move |key| table.known().all(|known| known.name != key.get_ref()))
    }

    /// The known key that an unknown one is most likely a slip for.
    pub fn meant(&self, unknown: &str) -> Option<&'static str> {
        nearest(unknown, self.known().map(|key| key.name))
    }

    pub fn shape(&self, name: &str) -> Shape {
        self.known().find(|key| key.name == name).map_or(Shape::AnyText, |key| key.shape)
    }

    pub fn requires(&self, name: &str) -> bool {
        self.known().any(|key| key.name == name && key.required)
    }

    /// What such a table is called: ``a `text` question``, `a keyword`.
    pub fn called(&self) -> String {
        match self.kind {
            Some(kind) => format!("a `{}` question", kind.name),
            None if self.record.name.starts_with('`') => format!("the {}", self.record.name),
            None if self.record.name.starts_with(['a', 'e', 'i', 'o']) => {
                format!("an {}", self.record.name)
            }
            None => format!("a {}", self.record.name),
        }
    }
}
