//! Changes put into the text of a file.

use std::borrow::Cow;

use toml_edit::{DocumentMut, InlineTable, Item, TableLike, Value};

use super::change::Change;
use super::{item, list};
use crate::quiz::question::CriterionId;

/// A file that the changes do not fit.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Unfit {
    /// The text is no TOML.
    #[error("{0}")]
    Syntax(String),
    /// There is no such question.
    #[error("the file has no question at place {}", .0 + 1)]
    Question(usize),
    /// The question has no such keyword.
    #[error("question {} of the file has no keyword at place {}", .0 + 1, .1.0 + 1)]
    Keyword(usize, CriterionId),
    /// The keyword has no term that could have aliases.
    #[error("keyword {} of question {} has no `term`", .1.0 + 1, .0 + 1)]
    NoTerm(usize, CriterionId),
}

const MARK: char = '\u{feff}';

/// Puts `changes` into the text of a quiz file, each with the place of its question in the file,
/// from 0. See [the module](super) for what is kept.
///
/// A file whose lines end with carriage returns keeps them, and so does a byte order mark; a last
/// line without an end gets one.
pub fn apply(text: &str, changes: &[(usize, Change)]) -> Result<String, Unfit> {
    let body = text.strip_prefix(MARK).unwrap_or(text);
    let returns = body.contains("\r\n");
    let lines = if returns { Cow::Owned(body.replace("\r\n", "\n")) } else { Cow::Borrowed(body) };
    let mut document: DocumentMut =
        lines.parse().map_err(|error: toml_edit::TomlError| Unfit::Syntax(error.to_string()))?;
    for (at, changes) in by_question(changes) {
        Question::of(&mut document, at).ok_or(Unfit::Question(at))?.change(&changes)?;
    }
    let written = document.to_string();
    let written = if returns { written.replace('\n', "\r\n") } else { written };
    Ok(if text.starts_with(MARK) { format!("{MARK}{written}") } else { written })
}

/// The changes of each question together, in the order of the first of each.
fn by_question(changes: &[(usize, Change)]) -> Vec<(usize, Vec<&Change>)> {
    let mut grouped: Vec<(usize, Vec<&Change>)> = Vec::new();
    for (at, change) in changes {
        match grouped.iter_mut().find(|(other, _)| other == at) {
            Some((_, changes)) => changes.push(change),
            None => grouped.push((*at, vec![change])),
        }
    }
    grouped
}

/// A question of the file.
struct Question<'d> {
    at: usize,
    table: &'d mut dyn TableLike,
    /// Whether it stands on one line.
    in_line: bool,
}

impl<'d> Question<'d> {
    fn of(document: &'d mut DocumentMut, at: usize) -> Option<Self> {
        match document.get_mut("questions")? {
            Item::ArrayOfTables(tables) => {
                Some(Self { at, table: tables.get_mut(at)?, in_line: false })
            }
            Item::Value(Value::Array(array)) => {
                let table = array.get_mut(at)?.as_inline_table_mut()?;
                Some(Self { at, table, in_line: true })
            }
            _ => None,
        }
    }

    fn change(self, changes: &[&Change]) -> Result<(), Unfit> {
        let Self { at, table, in_line } = self;
        let change = |table: &mut dyn TableLike| Question { at, table, in_line }.put(changes);
        if in_line { on_one_line(table, change) } else { change(table) }
    }

    fn put(mut self, changes: &[&Change]) -> Result<(), Unfit> {
        let mut keywords = Vec::new();
        let mut misconceptions = Vec::new();
        for change in changes {
            match change {
                Change::Keyword(new) => keywords.push(item::keyword(new)),
                Change::Misconception(new) => misconceptions.push(item::misconception(new)),
                Change::Aliases(id, aliases) => self.add_aliases(*id, aliases)?,
                Change::Weight(id, weight) => {
                    let weight = item::weight(*weight);
                    self.keyword(*id, |keyword| set(keyword, "weight", weight))?;
                }
                Change::FullAt(share) => {
                    set(self.table, "full_at", item::thousandths(share.thousandths().into()));
                }
                Change::FullAtIfUnset(share) => {
                    let share = item::thousandths(share.thousandths().into());
                    set_if_unset(self.table, "full_at", share);
                }
                Change::NegationIfUnset(negation) => {
                    set_if_unset(self.table, "negation", item::negation(*negation));
                }
            }
        }
        for (key, values) in [("keywords", keywords), ("misconceptions", misconceptions)] {
            if !values.is_empty() {
                list::extend(self.table, key, values, self.in_line);
            }
        }
        Ok(())
    }

    fn add_aliases(&mut self, id: CriterionId, aliases: &[String]) -> Result<(), Unfit> {
        let at = self.at;
        self.keyword(id, |keyword| {
            let term = keyword.get("term").and_then(Item::as_str).ok_or(Unfit::NoTerm(at, id))?;
            let same = |one: &str, other: &str| one.to_lowercase() == other.to_lowercase();
            let mut new: Vec<_> = aliases.iter().filter(|alias| !same(alias, term)).collect();
            match keyword.get_mut("aliases").and_then(Item::as_array_mut) {
                Some(array) => {
                    new.retain(|alias| {
                        !array.iter().filter_map(Value::as_str).any(|old| same(old, alias))
                    });
                    if !new.is_empty() {
                        let last = array.len().checked_sub(1).and_then(|last| array.get_mut(last));
                        last.into_iter().for_each(close_up);
                    }
                    array.extend(new);
                }
                None if new.is_empty() => {}
                None => set(keyword, "aliases", item::strings(new)),
            }
            Ok(())
        })?
    }

    /// Changes a keyword; one that is a string becomes a table first.
    fn keyword<T>(
        &mut self,
        id: CriterionId,
        change: impl FnOnce(&mut dyn TableLike) -> T,
    ) -> Result<T, Unfit> {
        let missing = Unfit::Keyword(self.at, id);
        let at = usize::try_from(id.0).map_err(|_| missing.clone())?;
        match self.table.get_mut("keywords") {
            Some(Item::ArrayOfTables(tables)) => {
                tables.get_mut(at).map(|table| change(table)).ok_or(missing)
            }
            Some(Item::Value(Value::Array(array))) => {
                let value = array.get_mut(at).ok_or_else(|| missing.clone())?;
                change_value(value, change).ok_or(missing)
            }
            _ => Err(missing),
        }
    }
}

/// Changes a table on one line. What is added stands right behind a comma.
fn on_one_line<T>(table: &mut dyn TableLike, change: impl FnOnce(&mut dyn TableLike) -> T) -> T {
    let before = table.len();
    let changed = change(table);
    if table.len() > before {
        let last = before.checked_sub(1).and_then(|last| table.iter_mut().nth(last));
        last.and_then(|(_, item)| item.as_value_mut()).into_iter().for_each(close_up);
    }
    changed
}

/// Takes the blanks behind a value away.
fn close_up(value: &mut Value) {
    value.decor_mut().set_suffix("");
}

fn change_value<T>(value: &mut Value, change: impl FnOnce(&mut dyn TableLike) -> T) -> Option<T> {
    if let Value::String(term) = value {
        let mut table = InlineTable::from_iter([("term", term.value().as_str())]);
        *table.decor_mut() = term.decor().clone();
        *value = Value::InlineTable(table);
    }
    value.as_inline_table_mut().map(|table| on_one_line(table, change))
}

/// Sets a key, in the place of its old value where there is one.
fn set(table: &mut dyn TableLike, key: &str, mut value: Value) {
    match table.get_mut(key).and_then(Item::as_value_mut) {
        Some(old) => {
            *value.decor_mut() = old.decor().clone();
            *old = value;
        }
        None => drop(table.insert(key, Item::Value(value))),
    }
}

fn set_if_unset(table: &mut dyn TableLike, key: &str, value: Value) {
    if !table.contains_key(key) {
        table.insert(key, Item::Value(value));
    }
}
