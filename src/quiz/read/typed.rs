//! Taking values of the right type out of a table.

use toml::de::DeValue;

use super::code;
use super::nearest::nearest;
use super::reading::{Reading, listed, shortened};
use super::table::{Found, Table, Value, place};
use crate::diagnostic::Diagnostic;
use crate::quiz::keys::{Record, Shape};
use crate::span::Span;

impl<'a> Reading<'a> {
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
