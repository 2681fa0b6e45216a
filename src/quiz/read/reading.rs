//! Reading one file: its keys, and saying what is wrong with them.

use toml::de::DeValue;

use super::code;
use super::table::{Table, Value, place};
use crate::diagnostic::Diagnostic;
use crate::quiz::keys::{Shape, TYPES};
use crate::span::Span;

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
    /// How many there were up to here.
    pub patterns: usize,
}

impl<'a> Reading<'a> {
    pub fn new(text: &'a str, keywords: Keywords) -> Self {
        Self { text, keywords, problems: Vec::new(), patterns: 0 }
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
}

fn help_for_key(table: &Table<'_>, name: &str) -> String {
    if let Some(near) = table.meant(name) {
        return format!("write `{near}`");
    }
    let types: Vec<_> =
        TYPES.iter().filter(|kind| kind.key(name).is_some()).map(|kind| kind.name).collect();
    if table.kind_name().is_some() && !types.is_empty() {
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
