//! Lists of the file that get longer.

use toml_edit::{Array, ArrayOfTables, Item, TableLike, Value};

/// Longest line that most keywords of a new list may take.
const LINE: usize = 100;

/// How far the entries of a new list stand in.
const INDENT: &str = "  ";

/// Adds `values` to the end of the list `key` of a question.
///
/// A list of the file stays of its kind; a new one has a line for each value, or, where most of
/// them are too long for that, a table. `in_line` says that the question itself stands on one line.
pub(super) fn extend(question: &mut dyn TableLike, key: &str, values: Vec<Value>, in_line: bool) {
    let list = question.entry(key).or_insert(Item::None);
    if list.is_none() {
        let long = values.iter().filter(|value| INDENT.len() + written(value) + 1 > LINE).count();
        let long = long * 2 > values.len();
        *list = if long && !in_line {
            Item::ArrayOfTables(ArrayOfTables::new())
        } else {
            Item::Value(Value::Array(Array::new()))
        };
    }
    match list {
        Item::Value(Value::Array(array)) if in_line => array.extend(values),
        Item::Value(Value::Array(array)) => add_lines(array, values),
        Item::ArrayOfTables(tables) => tables.extend(values.into_iter().map(as_table)),
        _ => {}
    }
}

fn written(value: &Value) -> usize {
    value.to_string().trim().chars().count()
}

/// A value as a `[[table]]` of a list; a bare string is a term.
fn as_table(value: Value) -> toml_edit::Table {
    match value {
        Value::InlineTable(table) => table.into_table(),
        term => [("term", term)].into_iter().collect(),
    }
}

/// Adds values, each on a line of its own, and so are those of a list on one line then. Comments stay
/// with the entry that they follow.
fn add_lines(array: &mut Array, values: Vec<Value>) {
    if array.iter().all(|value| !prefix(value).contains('\n')) {
        let all = array.iter_mut();
        all.for_each(|value| value.decor_mut().set_prefix(format!("\n{INDENT}")));
    }
    let indent = array.iter().last().map_or(INDENT.to_owned(), indent_of);
    let trailing = array.trailing().as_str().unwrap_or_default().to_owned();
    let closing = trailing.rsplit_once('\n').map_or("", |(_, closing)| closing).to_owned();
    let mut before = trailing.trim_end().to_owned();
    if let Some(last) = array.len().checked_sub(1).and_then(|last| array.get_mut(last)) {
        let suffix = last.decor().suffix().and_then(|raw| raw.as_str()).unwrap_or_default();
        before = format!("{}{before}", suffix.trim_end());
        last.decor_mut().set_suffix("");
    }
    for mut value in values {
        value.decor_mut().set_prefix(format!("{before}\n{indent}"));
        array.push_formatted(value);
        before.clear();
    }
    array.set_trailing_comma(true);
    array.set_trailing(format!("{before}\n{closing}"));
}

/// The blanks before a value that begins its line.
fn indent_of(value: &Value) -> String {
    prefix(value).rsplit_once('\n').map_or(INDENT, |(_, indent)| indent).to_owned()
}

fn prefix(value: &Value) -> &str {
    value.decor().prefix().and_then(|raw| raw.as_str()).unwrap_or_default()
}
