//! When a keyword or a misconception is met: exactly one of `term`, `any`, `all`, `pattern`.

use regex::RegexBuilder;
use toml::de::DeValue;

use super::code;
use super::inside::inside;
use super::reading::Reading;
use super::table::{Found, Table, Value, place};
use crate::diagnostic::Diagnostic;
use crate::quiz::question::{Entry, Need, Pattern, Within};
use crate::span::Span;

/// The four ways, each with the keys that only it has.
const WAYS: [(&str, &[&str]); 4] =
    [("term", &["aliases"]), ("any", &["min"]), ("all", &["within", "ordered"]), ("pattern", &[])];

/// Most bytes of a compiled pattern: 1 MiB.
const PATTERN_LIMIT: usize = 1 << 20;

/// Most words that `within` can name.
const WITHIN_LIMIT: u32 = 1000;

/// A need, what it is called by default, and where its strings stand.
pub struct ReadNeed {
    pub need: Need,
    pub name: Found<String>,
    pub terms: Vec<Vec<Span>>,
}

impl<'a> Reading<'a> {
    pub fn need(&mut self, table: &Table<'a>) -> Option<ReadNeed> {
        let given: Vec<_> = WAYS.iter().map(|(way, _)| *way).filter(|way| table.has(way)).collect();
        let [way] = given[..] else {
            self.not_one_way(table, &given);
            return None;
        };
        self.refuse_keys_of_other_ways(table, way);
        match way {
            "term" => self.term(table),
            "any" => self.any(table),
            "all" => self.all(table),
            _ => self.pattern(table),
        }
    }

    fn not_one_way(&mut self, table: &Table<'a>, given: &[&str]) {
        let ways = "`term`, `any`, `all` and `pattern`";
        let problem = match given {
            [] => {
                let title = format!("none of {ways}");
                Diagnostic::error(
                    code::NOT_ONE_NEED,
                    table.span,
                    title,
                    "nothing says when this is met",
                )
                .help("add a `term`")
            }
            [first, rest @ ..] => {
                let title = format!("more than one of {ways}");
                let span = table.key_span(rest.first().unwrap_or(first));
                Diagnostic::error(code::NOT_ONE_NEED, span, title, "one too many")
                    .also(table.key_span(first), "the first one")
                    .help("write two keywords, or put the strings into one list")
            }
        };
        self.push(problem);
    }

    fn refuse_keys_of_other_ways(&mut self, table: &Table<'a>, way: &str) {
        for (other, keys) in WAYS.iter().filter(|(other, _)| *other != way) {
            for key in keys.iter().filter(|key| table.has(key)) {
                let title = format!("`{key}` goes with `{other}`");
                let label = format!("`{way}` has no such key");
                let span = table.key_span(key);
                self.push(Diagnostic::error(code::WITHOUT_ITS_KEY, span, title, label));
            }
        }
    }

    fn term(&mut self, table: &Table<'a>) -> Option<ReadNeed> {
        let term = self.string(table, "term");
        let aliases = if table.has("aliases") { self.strings(table, "aliases")? } else { vec![] };
        let term = term.and_then(|term| self.short_term(term))?;
        let aliases: Vec<_> = aliases.into_iter().map(|alias| self.short_term(alias)).collect();
        let aliases: Vec<_> = aliases.into_iter().collect::<Option<_>>()?;
        let terms = [term].iter().chain(&aliases).map(|found| vec![found.span]).collect();
        let aliases = aliases.iter().map(|alias| alias.value.to_owned()).collect();
        let name = term.map(str::to_owned);
        Some(ReadNeed { need: Need::Term { term: name.value.clone(), aliases }, name, terms })
    }

    fn any(&mut self, table: &Table<'a>) -> Option<ReadNeed> {
        let entries = self.entries(table, "any");
        let count = entries.as_ref().map_or(u32::MAX, |entries| entries.entries.len_u32());
        let bounds = format!("from 1 to {count}, the number of entries");
        let min = if table.has("min") {
            self.count(table, "min", count, &bounds)?.value as usize
        } else {
            1
        };
        let ReadEntries { entries, terms } = entries?;
        let name = joined(&entries, " / ", table.key_span("any"));
        Some(ReadNeed { need: Need::Any { entries: entries.0, min }, name, terms })
    }

    fn all(&mut self, table: &Table<'a>) -> Option<ReadNeed> {
        let entries = self.entries(table, "all");
        let within = if table.has("within") { self.within(table) } else { Some(Within::Answer) };
        let ordered = self.flag(table, "ordered").is_some_and(|found| found.value);
        let (ReadEntries { entries, terms }, within) = (entries?, within?);
        let name = joined(&entries, " + ", table.key_span("all"));
        Some(ReadNeed { need: Need::All { entries: entries.0, within, ordered }, name, terms })
    }

    fn within(&mut self, table: &Table<'a>) -> Option<Within> {
        let value = self.value(table, "within")?;
        match value.get_ref() {
            DeValue::String(text) if text == "sentence" => Some(Within::Sentence),
            DeValue::String(_) => {
                let bounds = "a number of words or `\"sentence\"`";
                self.out_of_range("within", place(value), bounds);
                None
            }
            _ => {
                let bounds = format!("from 1 to {WITHIN_LIMIT} words");
                let words = self.count(table, "within", WITHIN_LIMIT, &bounds)?;
                Some(Within::Words(words.value))
            }
        }
    }

    pub fn entries(&mut self, table: &Table<'a>, name: &str) -> Option<ReadEntries> {
        let value = self.value(table, name)?;
        let DeValue::Array(items) = value.get_ref() else {
            self.wrong_type(table, name, value);
            return None;
        };
        self.at_least(name, 1, items.len(), place(value))?;
        let read: Vec<_> = items.iter().map(|item| self.entry(table, name, item)).collect();
        let entries: Vec<_> = read.into_iter().collect::<Option<_>>()?;
        let terms = entries.iter().map(|entry| entry.iter().map(|term| term.span).collect());
        let owned = |entry: &Vec<Found<&str>>| {
            Entry(entry.iter().map(|term| term.value.to_owned()).collect())
        };
        Some(ReadEntries {
            terms: terms.collect(),
            entries: Entries(entries.iter().map(owned).collect()),
        })
    }

    fn entry(
        &mut self,
        table: &Table<'a>,
        name: &str,
        item: &'a Value<'a>,
    ) -> Option<Vec<Found<&'a str>>> {
        match item.get_ref() {
            DeValue::String(_) => {
                let term = self.list_item(name, item)?;
                Some(vec![self.short_term(term)?])
            }
            DeValue::Array(items) => {
                self.at_least("an entry", 1, items.len(), place(item))?;
                let read = items.iter().map(|item| {
                    let term = self.list_item(name, item)?;
                    self.short_term(term)
                });
                let read: Vec<_> = read.collect();
                read.into_iter().collect()
            }
            _ => {
                self.wrong_type(table, name, item);
                None
            }
        }
    }

    fn pattern(&mut self, table: &Table<'a>) -> Option<ReadNeed> {
        let source = self.string(table, "pattern")?;
        self.one_more_pattern(source.span)?;
        match RegexBuilder::new(source.value).size_limit(PATTERN_LIMIT).build() {
            Ok(regex) => Some(ReadNeed {
                need: Need::Pattern(Pattern(regex)),
                name: source.map(str::to_owned),
                terms: vec![vec![source.span]],
            }),
            Err(error) => {
                self.refuse_pattern(source, &error);
                None
            }
        }
    }

    fn refuse_pattern(&mut self, source: Found<&str>, error: &regex::Error) {
        let (span, label) = match regex_syntax::parse(source.value) {
            Err(regex_syntax::Error::Parse(error)) => {
                (self.inside(source, error.span()), error.kind().to_string())
            }
            Err(regex_syntax::Error::Translate(error)) => {
                (self.inside(source, error.span()), error.kind().to_string())
            }
            _ if matches!(error, regex::Error::CompiledTooBig(_)) => {
                (source.span, "larger than 1 MiB when compiled".to_owned())
            }
            _ => (source.span, "does not compile".to_owned()),
        };
        let title = "`pattern` is no regular expression that can be used";
        self.push(Diagnostic::error(code::PATTERN, span, title, label));
    }

    fn inside(&self, source: Found<&str>, span: &regex_syntax::ast::Span) -> Span {
        inside(self.text, source.span, source.value, &(span.start.offset..span.end.offset))
    }
}

/// Entries, and where their strings stand.
pub struct ReadEntries {
    pub entries: Entries,
    terms: Vec<Vec<Span>>,
}

/// What `any`, `all` and `sides` list.
pub struct Entries(pub Vec<Entry>);

impl Entries {
    fn len_u32(&self) -> u32 {
        u32::try_from(self.0.len()).unwrap_or(u32::MAX)
    }
}

/// The first string of each entry, as a name.
fn joined(entries: &Entries, separator: &str, span: Span) -> Found<String> {
    let firsts = entries.0.iter().filter_map(|entry| entry.0.first());
    let value = firsts.map(String::as_str).collect::<Vec<_>>().join(separator);
    Found { value, span }
}
