//! A table of the file, and taking typed values out of it.

use toml::Spanned;
use toml::de::{DeString, DeTable, DeValue};

use super::code;
use super::nearest::nearest;
use crate::diagnostic::Diagnostic;
use crate::quiz::keys::{Key, Record, Shape, TYPES};
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

    fn known(&self) -> impl Iterator<Item = &'static Key> {
        self.record.keys.iter().chain(self.kind.into_iter().flat_map(|kind| kind.keys))
    }

    fn unknown(&self) -> impl Iterator<Item = &'a Spanned<DeString<'a>>> {
        let (entries, table) = (self.entries, *self);
        entries.keys().filter(move |key| table.known().all(|known| known.name != key.get_ref()))
    }

    /// The known key that an unknown one is most likely a slip for.
    fn meant(&self, unknown: &str) -> Option<&'static str> {
        nearest(unknown, self.known().map(|key| key.name))
    }

    fn shape(&self, name: &str) -> Shape {
        self.known().find(|key| key.name == name).map_or(Shape::AnyText, |key| key.shape)
    }

    fn requires(&self, name: &str) -> bool {
        self.known().any(|key| key.name == name && key.required)
    }

    /// What such a table is called: ``a `text` question``, `a keyword`.
    fn called(&self) -> String {
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

/// Whether a text question needs keywords.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Keywords {
    /// Without them it cannot be graded.
    Needed,
    /// They are still to be written.
    Awaited,
}

/// Reading one file: its text, and the problems found up to here.
pub struct Reading<'a> {
    pub text: &'a str,
    pub keywords: Keywords,
    pub problems: Vec<Diagnostic>,
}

impl<'a> Reading<'a> {
    pub fn new(text: &'a str, keywords: Keywords) -> Self {
        Self { text, keywords, problems: Vec::new() }
    }

    pub fn push(&mut self, problem: Diagnostic) {
        self.problems.push(problem);
    }

    /// Refuses keys that nobody knows. Where a question's own type is wrong (`lenient`), a key of
    /// any type passes.
    pub fn refuse_unknown_keys(&mut self, table: &Table<'_>, lenient: bool) {
        for key in table.unknown() {
            let name = key.get_ref().as_ref();
            if lenient && TYPES.iter().any(|kind| kind.key(name).is_some()) {
                continue;
            }
            let span = Span::between(key.span().start, key.span().end);
            let label = format!("{} has no such key", table.called());
            let title = format!("unknown key `{}`", shortened(name));
            let mut problem = Diagnostic::error(code::UNKNOWN_KEY, span, title, label);
            problem.help = Some(help_for_key(table, name));
            self.push(problem);
        }
    }

    /// The value of a key; says so if the table needs it and lacks it.
    pub fn value(&mut self, table: &Table<'a>, name: &str) -> Option<&'a Value<'a>> {
        let value = table.get(name);
        if value.is_none() && table.requires(name) {
            self.missing(table, name);
        }
        value
    }

    /// Says that a key is missing, unless one that was meant to be it stands there.
    fn missing(&mut self, table: &Table<'_>, name: &str) {
        if table.unknown().any(|key| table.meant(key.get_ref()) == Some(name)) {
            return;
        }
        let label = format!("{} needs it", table.called());
        let help = match table.shape(name) {
            Shape::Questions => "add a `[[questions]]` table".to_owned(),
            shape if name == "keywords" && table.has("answer") => {
                let proposed = "or let `viva suggest FILE` propose them from the `answer`";
                format!("add `{name} = {}`, {proposed}", specimen(shape))
            }
            shape => format!("add `{name} = {}`", specimen(shape)),
        };
        let title = format!("missing key `{name}`");
        self.push(Diagnostic::error(code::MISSING_KEY, table.span, title, label).help(help));
    }

    pub fn wrong_type(&mut self, table: &Table<'_>, name: &str, value: &Value<'_>) {
        self.unexpected(name, table.shape(name).expectation(), value);
    }

    /// Says that `value`, which belongs to `name`, is not what was expected.
    pub fn unexpected(&mut self, name: &str, expected: &str, value: &Value<'_>) {
        let label = format!("this is {}", described(value.get_ref()));
        let title = format!("`{name}` must be {expected}");
        let mut problem = Diagnostic::error(code::WRONG_TYPE, place(value), title, label);
        problem.help = match (expected, value.get_ref()) {
            ("a list of strings", DeValue::String(_)) => {
                Some(format!("write `[{}]`", place(value).of(self.text)))
            }
            ("`true` or `false`", DeValue::String(_)) => Some("write it without quotes".into()),
            ("a number" | "a number from 0 to 1" | "a whole number", DeValue::String(text))
                if text.trim().parse::<f64>().is_ok() =>
            {
                Some(format!("write `{}`, without quotes", text.trim()))
            }
            _ => None,
        };
        self.push(problem);
    }

    pub fn flag(&mut self, table: &Table<'a>, name: &str) -> Option<Found<bool>> {
        let value = self.value(table, name)?;
        if let DeValue::Boolean(flag) = value.get_ref() {
            return Some(Found { value: *flag, span: place(value) });
        }
        self.wrong_type(table, name, value);
        None
    }

    /// A string; blank only where the key allows it.
    pub fn string(&mut self, table: &Table<'a>, name: &str) -> Option<Found<&'a str>> {
        let value = self.value(table, name)?;
        let DeValue::String(text) = value.get_ref() else {
            self.wrong_type(table, name, value);
            return None;
        };
        let found = Found { value: text.as_ref(), span: place(value) };
        if table.shape(name) == Shape::AnyText {
            Some(found)
        } else {
            self.not_blank(&format!("`{name}`"), found)
        }
    }

    fn not_blank(&mut self, name: &str, found: Found<&'a str>) -> Option<Found<&'a str>> {
        if found.value.trim().is_empty() {
            let title = format!("{name} is blank");
            self.push(Diagnostic::error(code::BLANK, found.span, title, "nothing stands here"));
            return None;
        }
        Some(found)
    }

    /// A list of strings, none of them blank.
    pub fn strings(&mut self, table: &Table<'a>, name: &str) -> Option<Vec<Found<&'a str>>> {
        let value = self.value(table, name)?;
        let DeValue::Array(items) = value.get_ref() else {
            self.wrong_type(table, name, value);
            return None;
        };
        if let Shape::Texts(least) = table.shape(name) {
            self.at_least(name, least, items.len(), place(value))?;
        }
        let read: Vec<_> = items.iter().map(|item| self.list_item(name, item)).collect();
        read.into_iter().collect()
    }

    /// One string of a list of strings.
    pub fn list_item(&mut self, name: &str, item: &'a Value<'a>) -> Option<Found<&'a str>> {
        let DeValue::String(text) = item.get_ref() else {
            self.unexpected(name, "a list of strings", item);
            return None;
        };
        let found = Found { value: text.as_ref(), span: place(item) };
        self.not_blank(&format!("a string of `{name}`"), found)
    }

    /// Says so when a list has fewer than `least` entries.
    pub fn at_least(&mut self, name: &str, least: usize, len: usize, span: Span) -> Option<()> {
        if len >= least {
            return Some(());
        }
        let title = match least {
            1 => format!("`{name}` is empty"),
            _ => format!("`{name}` needs at least {least} entries"),
        };
        let label = if len == 0 { "nothing is listed".into() } else { format!("{len} listed") };
        self.push(Diagnostic::error(code::TOO_FEW, span, title, label));
        None
    }

    /// One of the words that the key knows.
    pub fn word(&mut self, table: &Table<'a>, name: &str) -> Option<Found<&'a str>> {
        let found = self.string(table, name)?;
        let Shape::OneOf(words) = table.shape(name) else { return Some(found) };
        if words.contains(&found.value) {
            return Some(found);
        }
        let label = format!("not one of {}", listed(words));
        let title = format!("unknown {name} `{}`", shortened(found.value));
        let mut problem = Diagnostic::error(code::UNKNOWN_WORD, found.span, title, label);
        problem.help =
            nearest(found.value, words.iter().copied()).map(|word| format!("write `\"{word}\"`"));
        self.push(problem);
        None
    }

    /// A table under a key.
    pub fn table(
        &mut self,
        table: &Table<'a>,
        name: &str,
        record: &'static Record,
    ) -> Option<Table<'a>> {
        let value = self.value(table, name)?;
        let DeValue::Table(entries) = value.get_ref() else {
            self.wrong_type(table, name, value);
            return None;
        };
        let inner = Table::new(entries, place(value), record);
        self.refuse_unknown_keys(&inner, false);
        Some(inner)
    }

    /// The values of a list of tables, or of strings and tables.
    pub fn list(&mut self, table: &Table<'a>, name: &str) -> Option<&'a [Value<'a>]> {
        let value = self.value(table, name)?;
        let DeValue::Array(items) = value.get_ref() else {
            self.wrong_type(table, name, value);
            return None;
        };
        let (Shape::Tables(_, least) | Shape::TextsOrTables(_, least)) = table.shape(name) else {
            return Some(items);
        };
        self.at_least(name, least, items.len(), place(value))?;
        Some(items)
    }

    /// A value of a list as a table.
    pub fn item_table(
        &mut self,
        table: &Table<'a>,
        name: &str,
        item: &'a Value<'a>,
        record: &'static Record,
    ) -> Option<Table<'a>> {
        let DeValue::Table(entries) = item.get_ref() else {
            self.wrong_type(table, name, item);
            return None;
        };
        let inner = Table::new(entries, place(item), record);
        self.refuse_unknown_keys(&inner, false);
        Some(inner)
    }
}

fn help_for_key(table: &Table<'_>, name: &str) -> String {
    if let Some(near) = table.meant(name) {
        return format!("write `{near}`");
    }
    let types: Vec<_> =
        TYPES.iter().filter(|kind| kind.key(name).is_some()).map(|kind| kind.name).collect();
    if table.kind.is_some() && !types.is_empty() {
        return format!("only a question of type {} has it", listed(&types));
    }
    let names: Vec<_> = table.known().map(|key| key.name).collect();
    format!("known keys are {}", listed(&names))
}

/// Names in backticks, with commas.
pub fn listed(words: &[&str]) -> String {
    words.iter().map(|word| format!("`{word}`")).collect::<Vec<_>>().join(", ")
}

/// At most forty characters of a foreign text, for a title.
pub fn shortened(text: &str) -> String {
    let mut start: String = text.chars().take(40).collect();
    if start.len() < text.len() {
        start.push('…');
    }
    start
}

fn described(value: &DeValue<'_>) -> &'static str {
    match value {
        DeValue::String(_) => "a string",
        DeValue::Integer(_) => "a whole number",
        DeValue::Float(_) => "a decimal number",
        DeValue::Boolean(_) => "a truth value",
        DeValue::Datetime(_) => "a date or time",
        DeValue::Array(_) => "a list",
        DeValue::Table(_) => "a table",
    }
}

/// What somebody might write there.
fn specimen(shape: Shape) -> &'static str {
    match shape {
        Shape::Flag => "true",
        Shape::Number => "42",
        Shape::Texts(2) => "[\"first\", \"second\"]",
        Shape::TextsOrTables(record, _) if record.name == "option" => {
            "[\"wrong\", { text = \"right\", correct = true }]"
        }
        Shape::Texts(_) | Shape::TextsOrTables(..) => "[\"…\"]",
        _ => "\"…\"",
    }
}
