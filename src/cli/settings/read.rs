//! Reading a config file: all of its problems at once, each with its place.

use std::ops::Range;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::said::{At, KEYS, REVIEW_KEYS, Said};
use crate::diagnostic::{Code, Diagnostic, LineIndex, Read};
use crate::quiz::{PerMille, nearest};
use crate::review::{Retention, Thresholds};
use crate::span::Span;

/// The codes mean what they mean in a quiz: no TOML, an unknown key, a wrong type, out of range.
const SYNTAX: Code = Code(1);
const UNKNOWN_KEY: Code = Code(4);
const WRONG_TYPE: Code = Code(5);
const OUT_OF_RANGE: Code = Code(7);

/// Reads the text of a config file.
pub fn read(text: &str) -> Read<Said> {
    let (document, errors) = DeTable::parse_recoverable(text);
    let mut reading = Reading { text, lines: LineIndex::new(text), problems: Vec::new() };
    for error in errors {
        let span = span_of(error.span().unwrap_or_default());
        reading.problems.push(Diagnostic::error(SYNTAX, span, error.message(), "here"));
    }
    let mut said = Said::default();
    if reading.problems.is_empty() {
        reading.top(document.get_ref(), &mut said);
    }
    let mut diagnostics = reading.problems;
    diagnostics.sort_by_key(|problem| problem.span.start());
    Read { value: diagnostics.is_empty().then_some(said), diagnostics }
}

struct Reading<'t> {
    text: &'t str,
    lines: LineIndex<'t>,
    problems: Vec<Diagnostic>,
}

type Value<'t> = Spanned<DeValue<'t>>;

impl Reading<'_> {
    fn top(&mut self, table: &DeTable<'_>, said: &mut Said) {
        for (key, value) in table {
            match key.get_ref().as_ref() {
                "candidate" => said.candidate = self.string(value),
                "data_dir" => said.data_dir = self.string(value),
                "plain" => said.plain = self.boolean(value),
                "review" => match value.get_ref().as_table() {
                    Some(table) => self.review(table, said),
                    None => self.wrong_type(value, "a table"),
                },
                name => self.unknown(name, span(key), &KEYS),
            }
        }
    }

    fn review(&mut self, table: &DeTable<'_>, said: &mut Said) {
        for (key, value) in table {
            match key.get_ref().as_ref() {
                "limit" => said.limit = self.count(value),
                "retention" => said.retention = self.retention(value),
                "hard" => said.hard = self.share(value),
                "good" => said.good = self.share(value),
                name => self.unknown(name, span(key), &REVIEW_KEYS),
            }
        }
        let default = Thresholds::default();
        let hard = said.hard.map_or(default.hard, |(share, _)| share);
        let good = said.good.map_or(default.good, |(share, _)| share);
        if let Some(value) = table.get("good").or(table.get("hard")).filter(|_| good < hard) {
            let title = format!("`good` is {good}, and `hard` is {hard}");
            let help = "what is good earns at least what is hard";
            self.out_of_range(value, title, help);
        }
    }

    fn string(&mut self, value: &Value<'_>) -> At<String> {
        let found = value.get_ref().as_str().map(str::to_owned);
        self.found(value, found, "a string")
    }

    fn boolean(&mut self, value: &Value<'_>) -> At<bool> {
        let found = value.get_ref().as_bool();
        self.found(value, found, "`true` or `false`")
    }

    fn count(&mut self, value: &Value<'_>) -> At<usize> {
        let found = value.get_ref().as_integer().and_then(|number| number.as_str().parse().ok());
        self.found(value, found, "a whole number")
    }

    fn share(&mut self, value: &Value<'_>) -> At<PerMille> {
        let number = self.number(value)?;
        if !(0.0..=1.0).contains(&number) {
            let help = "write a share from 0 to 1, such as `0.5`";
            self.out_of_range(value, format!("{number} is no share"), help);
            return None;
        }
        Some((thousandths(number), self.line(value)))
    }

    fn retention(&mut self, value: &Value<'_>) -> At<Retention> {
        let number = self.number(value)?;
        let retention = (0.0..=1.0).contains(&number).then(|| Retention::new(thousandths(number)));
        if let Some(retention) = retention.flatten() {
            return Some((retention, self.line(value)));
        }
        let help = "write a chance from 0.7 to 0.99";
        self.out_of_range(value, format!("{number} is nothing to schedule by"), help);
        None
    }

    fn number(&mut self, value: &Value<'_>) -> Option<f64> {
        let text = match value.get_ref() {
            DeValue::Float(number) => number.as_str().parse().ok(),
            DeValue::Integer(number) => number.as_str().parse().ok(),
            _ => None,
        };
        self.found(value, text, "a number").map(|(number, _)| number)
    }

    fn found<T>(&mut self, value: &Value<'_>, found: Option<T>, wanted: &str) -> At<T> {
        if found.is_none() {
            self.wrong_type(value, wanted);
        }
        found.map(|found| (found, self.line(value)))
    }

    fn line(&self, value: &Value<'_>) -> usize {
        self.lines.position(value.span().start).line
    }

    fn wrong_type(&mut self, value: &Value<'_>, wanted: &str) {
        let written = self.text.get(value.span()).unwrap_or_default();
        let label = if written.len() > 40 { "something else" } else { written };
        let title = format!("expected {wanted}");
        self.problems.push(Diagnostic::error(WRONG_TYPE, at(value), title, label));
    }

    fn out_of_range(&mut self, value: &Value<'_>, title: String, help: &str) {
        let problem = Diagnostic::error(OUT_OF_RANGE, at(value), title, "out of range").help(help);
        self.problems.push(problem);
    }

    fn unknown(&mut self, name: &str, span: Span, known: &[&'static str]) {
        let title = format!("unknown key `{}`", name.escape_debug());
        let help = nearest(name, known.iter().copied()).map_or_else(
            || format!("the keys here are `{}`", known.join("`, `")),
            |near| format!("write `{near}`"),
        );
        let problem =
            Diagnostic::error(UNKNOWN_KEY, span, title, "the config has no such key here");
        self.problems.push(problem.help(help));
    }
}

fn at(value: &Value<'_>) -> Span {
    span_of(value.span())
}

fn span<T>(spanned: &Spanned<T>) -> Span {
    span_of(spanned.span())
}

/// A range of the file; a file is nowhere near 4 GiB.
fn span_of(range: Range<usize>) -> Span {
    let place = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
    Span::new(place(range.start), place(range.end))
}

/// A share from 0 to 1 in thousandths.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "it is from 0 to 1")]
fn thousandths(share: f64) -> PerMille {
    PerMille::new((share * 1000.0).round() as u16)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn problems(text: &str) -> Vec<(String, Option<String>)> {
        let read = read(text);
        assert_eq!(read.value.is_none(), !read.diagnostics.is_empty());
        let problem = |it: Diagnostic| (it.title, it.help);
        read.diagnostics.into_iter().map(problem).collect()
    }

    #[test]
    fn values_come_with_their_lines() {
        let text = "candidate = \"Ada\"\n\n[review]\nlimit = 5\nretention = 0.85\nhard = 0\n";
        let said = read(text).value.unwrap();
        assert_eq!(said.candidate, Some(("Ada".to_owned(), 1)));
        assert_eq!((said.limit, said.hard), (Some((5, 4)), Some((PerMille::ZERO, 6))));
        assert_eq!(said.retention, Retention::new(PerMille::new(850)).map(|it| (it, 5)));
        assert_eq!(said.good, None);
        assert_eq!(read("").value, Some(Said::default()));
    }

    #[test]
    fn all_problems_are_told_with_what_to_write() {
        let found = problems("candidat = 1\nplain = 3\n[review]\nlimt = 1\nretention = 0.5\n");
        let help = |place: usize| found[place].1.as_deref();
        assert_eq!(found.len(), 4);
        assert_eq!(
            (found[0].0.as_str(), help(0)),
            ("unknown key `candidat`", Some("write `candidate`"))
        );
        assert_eq!(found[1].0, "expected `true` or `false`");
        assert_eq!(help(2), Some("write `limit`"));
        assert_eq!(help(3), Some("write a chance from 0.7 to 0.99"));
    }

    #[test]
    fn what_contradicts_or_is_no_toml_is_refused() {
        assert_eq!(problems("[review]\ngood = 0.4\n")[0].0, "`good` is 40%, and `hard` is 50%");
        assert_eq!(problems("[review]\nhard = 2\n")[0].0, "2 is no share");
        assert_eq!(problems("review = 1\n")[0].0, "expected a table");
        assert_eq!(problems("candidate = \n").len(), 1);
    }
}
