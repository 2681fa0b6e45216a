//! Keywords and misconceptions as TOML.

use toml_edit::{Array, InlineTable, Value};

use super::change::{NewKeyword, NewMisconception};
use crate::quiz::question::{Entry, Need, Negation, Within};
use crate::quiz::{Points, Weight};

/// What a misconception costs where the file does not say.
const PENALTY: Points = Points::from_thousandths(500);

/// A keyword: a string where that says it all, else a table.
pub(super) fn keyword(keyword: &NewKeyword) -> Value {
    let mut table = InlineTable::new();
    add_text(&mut table, "label", keyword.label.as_deref());
    add_need(&mut table, &keyword.need);
    if keyword.weight != Weight::ONE {
        table.insert("weight", weight(keyword.weight));
    }
    add_text(&mut table, "feedback", keyword.feedback.as_deref());
    add_negation(&mut table, keyword.negation);
    match &keyword.need {
        Need::Term { term, .. } if table.len() == 1 => Value::from(term),
        _ => Value::InlineTable(table),
    }
}

/// A misconception.
pub(super) fn misconception(wrong: &NewMisconception) -> Value {
    let mut table = InlineTable::new();
    add_text(&mut table, "label", wrong.label.as_deref());
    add_need(&mut table, &wrong.need);
    if wrong.penalty != PENALTY {
        table.insert("penalty", thousandths(wrong.penalty.thousandths()));
    }
    add_text(&mut table, "feedback", wrong.feedback.as_deref());
    add_negation(&mut table, wrong.negation);
    Value::InlineTable(table)
}

/// A weight as people write it: `2`, `0.5`.
pub(super) fn weight(weight: Weight) -> Value {
    thousandths(weight.thousandths())
}

/// A number of thousandths as a number.
pub(super) fn thousandths(thousandths: u32) -> Value {
    if thousandths.is_multiple_of(1000) {
        Value::from(i64::from(thousandths / 1000))
    } else {
        Value::from(f64::from(thousandths) / 1000.0)
    }
}

/// What a negated find is worth.
pub(super) fn negation(negation: Negation) -> Value {
    Value::from(match negation {
        Negation::Deny => "deny",
        Negation::Flag => "flag",
        Negation::Ignore => "ignore",
    })
}

/// A list of strings on one line.
pub(super) fn strings<'t>(strings: impl IntoIterator<Item = &'t String>) -> Value {
    Value::Array(strings.into_iter().collect::<Array>())
}

fn add_text(table: &mut InlineTable, key: &str, text: Option<&str>) {
    if let Some(text) = text {
        table.insert(key, Value::from(text));
    }
}

fn add_negation(table: &mut InlineTable, negation: Option<Negation>) {
    if let Some(negation) = negation {
        table.insert("negation", self::negation(negation));
    }
}

fn add_need(table: &mut InlineTable, need: &Need) {
    match need {
        Need::Term { term, aliases } => {
            table.insert("term", Value::from(term));
            if !aliases.is_empty() {
                table.insert("aliases", strings(aliases));
            }
        }
        Need::Any { entries, min } => {
            table.insert("any", self::entries(entries));
            if *min != 1 {
                table.insert("min", count(*min));
            }
        }
        Need::All { entries, within, ordered } => {
            table.insert("all", self::entries(entries));
            if let Some(within) = self::within(*within) {
                table.insert("within", within);
            }
            if *ordered {
                table.insert("ordered", Value::from(true));
            }
        }
        Need::Pattern(pattern) => drop(table.insert("pattern", Value::from(pattern.0.as_str()))),
    }
}

fn within(within: Within) -> Option<Value> {
    match within {
        Within::Answer => None,
        Within::Sentence => Some(Value::from("sentence")),
        Within::Words(words) => Some(Value::from(i64::from(words))),
    }
}

fn entries(entries: &[Entry]) -> Value {
    let entry = |Entry(terms): &Entry| match terms.as_slice() {
        [only] => Value::from(only),
        several => strings(several),
    };
    Value::Array(entries.iter().map(entry).collect())
}

fn count(number: usize) -> Value {
    Value::from(i64::try_from(number).unwrap_or(i64::MAX))
}
