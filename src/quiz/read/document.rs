//! The whole file: syntax first, then the quiz in it.

use std::borrow::Cow;
use std::collections::BTreeMap;

use toml::de::{DeTable, DeValue, Error};

use super::code;
use super::grading::Grading;
use super::question::ReadQuestion;
use super::reading::{Keywords, Reading, shortened};
use super::syntax::syntax;
use super::table::{Found, Table, place};
use crate::diagnostic::{Diagnostic, Read, Severity};
use crate::quiz::canonical::digest;
use crate::quiz::keys;
use crate::quiz::language::LanguageTag;
use crate::quiz::origin::{Origins, QuestionOrigin};
use crate::quiz::question::Question;
use crate::quiz::{Digest, PerMille, Quiz, Topic, TopicId, Weight};
use crate::span::Span;

/// Most bytes of a quiz file: 4 MiB.
pub const LIMIT: usize = 4 << 20;

/// A quiz, and where its parts stand in the file.
#[derive(Debug, Clone, PartialEq)]
pub struct Loaded {
    /// The checked quiz.
    pub quiz: Quiz,
    /// Where its parts stand.
    pub origins: Origins,
    /// The file's text, into which the places point.
    pub text: String,
}

/// The share of the points that passes where the file does not say.
const PASS: PerMille = PerMille::new(700);

/// Reads a quiz file from its bytes. The text is what the diagnostics' spans point into; what is
/// not UTF-8 shows there as `�`.
#[must_use]
pub fn read_bytes(bytes: &[u8]) -> (Cow<'_, str>, Read<Loaded>) {
    read_bytes_by(bytes, read)
}

/// Reads a file's bytes by what reads its text.
pub(super) fn read_bytes_by<T>(
    bytes: &[u8],
    read: impl FnOnce(&str) -> Read<T>,
) -> (Cow<'_, str>, Read<T>) {
    if bytes.len() > LIMIT {
        return (Cow::Borrowed(""), refused(too_large(bytes.len())));
    }
    match str::from_utf8(bytes) {
        Ok(text) => (Cow::Borrowed(text), read(text)),
        Err(error) => {
            let text = String::from_utf8_lossy(bytes);
            let at = error.valid_up_to();
            let span = Span::between(at, at + char::REPLACEMENT_CHARACTER.len_utf8());
            let label = format!("byte {at} of the file belongs to no character");
            let problem = Diagnostic::error(code::NOT_UTF8, span, "not UTF-8", label)
                .help("save the file as UTF-8");
            (text, refused(problem))
        }
    }
}

/// Reads a quiz file: the quiz, or everything that is wrong with it.
///
/// ```
/// let file = r#"
/// title = "Signals"
/// [[questions]]
/// prompt = "Which signal is sent before a row is written?"
/// keywords = ["pre_save"]
/// "#;
/// let read = vivavoce::quiz::read(file);
/// assert_eq!(read.value.unwrap().quiz.questions.len(), 1);
///
/// let read = vivavoce::quiz::read("titel = 'Signals'");
/// assert_eq!(read.value, None);
/// assert_eq!(read.diagnostics[0].title, "unknown key `titel`");
/// assert_eq!(read.diagnostics[0].help.as_deref(), Some("write `title`"));
/// ```
#[must_use]
pub fn read(text: &str) -> Read<Loaded> {
    read_with(text, Keywords::Needed)
}

/// Reads a quiz file whose text questions need keywords, or may lack them.
pub(super) fn read_with(text: &str, keywords: Keywords) -> Read<Loaded> {
    if text.len() > LIMIT {
        return refused(too_large(text.len()));
    }
    let (document, errors) = DeTable::parse_recoverable(text);
    let earliest = errors.iter().min_by_key(|error| error.span().map_or(0, |span| span.start));
    match earliest {
        None => whole(text, document.get_ref(), keywords),
        Some(error) => broken(text, document.get_ref(), error, keywords),
    }
}

fn refused<T>(problem: Diagnostic) -> Read<T> {
    Read { value: None, diagnostics: vec![problem] }
}

fn too_large(len: usize) -> Diagnostic {
    let label = format!("{len} bytes");
    Diagnostic::error(code::TOO_LARGE, Span::default(), "larger than 4 MiB", label)
        .help("split the quiz into several files")
}

fn whole(text: &str, document: &DeTable<'_>, keywords: Keywords) -> Read<Loaded> {
    let mut reading = Reading::new(text, keywords);
    let value = reading.quiz(document);
    let mut diagnostics = reading.problems;
    diagnostics.sort_by_key(|problem| (problem.span.start(), problem.code));
    let wrong = diagnostics.iter().any(|problem| problem.severity == Severity::Error);
    Read { value: value.filter(|_| !wrong), diagnostics }
}

/// A file whose structure is wrong: the earliest error, and what is wrong in the tables before the
/// one it stands in. What follows, and what is missing from that table, may be the error's doing.
fn broken(text: &str, document: &DeTable<'_>, error: &Error, keywords: Keywords) -> Read<Loaded> {
    let problem = syntax(text, error);
    let before = table_before(document, problem.span.start());
    let (complete, errors) = DeTable::parse_recoverable(text.get(..before).unwrap_or_default());
    let mut diagnostics = Vec::new();
    if before > 0 && errors.is_empty() {
        diagnostics = whole(text, complete.get_ref(), keywords).diagnostics;
        diagnostics.retain(|problem| {
            problem.span.start() < before && problem.title != "missing key `questions`"
        });
    }
    diagnostics.push(problem);
    Read { value: None, diagnostics }
}

/// Where the last question or topic up to `at` starts.
fn table_before(document: &DeTable<'_>, at: usize) -> usize {
    let lists = document.values().filter_map(|value| value.get_ref().as_array());
    let tables = lists.flat_map(|list| list.iter()).filter(|item| item.get_ref().is_table());
    tables.map(|table| table.span().start).filter(|start| *start <= at).max().unwrap_or(0)
}

impl<'a> Reading<'a> {
    fn quiz(&mut self, document: &'a DeTable<'a>) -> Option<Loaded> {
        let table = Table::new(document, Span::default(), &keys::QUIZ);
        self.refuse_unknown_keys(&table, false);
        let title = self.string(&table, "title");
        let description = self.string(&table, "description").map(|found| found.value.to_owned());
        let language = self.language(&table);
        let license = self.string(&table, "license").map(|found| found.value.to_owned());
        let pass = self.share(&table, "pass");
        let time_limit = self.duration(&table, "time_limit").map(|found| found.value);
        let grading = self.table(&table, "grading", &keys::GRADING);
        let grading =
            grading.map_or_else(Grading::default, |table| self.grading(&table, Grading::default()));
        let lints = self.table(&table, "lints", &keys::LINTS);
        let (allow, allow_spans) = lints.map(|table| self.codes(&table)).unwrap_or_default();
        let (mut topics, topic_spans) = self.topics(&table);
        let (questions, question_origins): (Vec<_>, Vec<_>) =
            self.questions(&table, grading)?.into_iter().unzip();
        add_topics(&mut topics, &questions);
        let title = title?;
        let mut quiz = Quiz {
            title: title.value.to_owned(),
            description,
            language,
            license,
            pass: pass.map_or(PASS, |found| found.value),
            time_limit,
            topics,
            questions,
            allow,
            digest: Digest([0; 32]),
        };
        quiz.digest = digest(&quiz);
        let origins = Origins {
            title: title.span,
            pass: pass.map(|found| found.span),
            topics: topic_spans,
            allow: allow_spans,
            questions: question_origins,
        };
        Some(Loaded { quiz, origins, text: self.text.to_owned() })
    }

    fn language(&mut self, table: &Table<'a>) -> LanguageTag {
        let Some(found) = self.string(table, "language") else { return LanguageTag::default() };
        if !is_language_tag(found.value) {
            let title = format!("`{}` is no language tag", shortened(found.value));
            let label = "not a BCP 47 tag";
            let help = "write a tag such as `\"en\"`, `\"pt-BR\"`, or `\"und\"` for none";
            self.push(Diagnostic::error(code::LANGUAGE, found.span, title, label).help(help));
        }
        LanguageTag::new(found.value)
    }

    fn topics(&mut self, table: &Table<'a>) -> (Vec<Topic>, Vec<Span>) {
        let mut topics = Vec::new();
        let mut seen = BTreeMap::new();
        for item in self.list(table, "topics").unwrap_or_default() {
            let Some(topic) = self.item_table(table, "topics", item, &keys::TOPIC) else {
                continue;
            };
            let id = self.id(&topic, "id");
            let title = self.string(&topic, "title");
            let weight = self.weight(&topic, "weight").map_or(Weight::ONE, |found| found.value);
            let Some(id) = id else { continue };
            self.id_once(&mut seen, &id.map(str::to_owned), "topic");
            let title = title.map_or_else(|| titled(id.value), |found| found.value.to_owned());
            topics.push((Topic { id: TopicId::new(id.value), title, weight }, id.span));
        }
        topics.into_iter().unzip()
    }

    fn questions(
        &mut self,
        table: &Table<'a>,
        grading: Grading,
    ) -> Option<Vec<(Question, QuestionOrigin)>> {
        let value = self.value(table, "questions")?;
        let DeValue::Array(items) = value.get_ref() else {
            self.wrong_type(table, "questions", value);
            return None;
        };
        self.at_least("questions", 1, items.len(), place(value))?;
        let mut read = Vec::new();
        for item in items {
            let DeValue::Table(entries) = item.get_ref() else {
                self.wrong_type(table, "questions", item);
                continue;
            };
            let question = Table::new(entries, place(item), &keys::QUESTION);
            read.push(self.question(question, grading));
        }
        self.ids_once(&read);
        read.into_iter().map(|read| read.question).collect()
    }

    /// No id twice, and no earlier id that is or was somebody else's.
    fn ids_once(&mut self, questions: &[ReadQuestion]) {
        let mut seen = BTreeMap::new();
        for id in questions.iter().filter_map(|question| question.id.as_ref()) {
            self.id_once(&mut seen, id, "question");
        }
        for id in questions.iter().flat_map(|question| &question.was) {
            self.id_once(&mut seen, id, "question");
        }
    }

    fn id_once(&mut self, seen: &mut BTreeMap<String, Span>, id: &Found<String>, what: &str) {
        let Some(first) = seen.insert(id.value.clone(), id.span) else { return };
        seen.insert(id.value.clone(), first);
        let title = format!("the {what} id `{}` stands twice", id.value);
        let problem = Diagnostic::error(code::DUPLICATE_ID, id.span, title, "the same again")
            .also(first, "the first one")
            .help("give one of them another `id`");
        self.push(problem);
    }
}

/// Adds the topics that only questions name, in the order they appear.
fn add_topics(topics: &mut Vec<Topic>, questions: &[Question]) {
    let mut known: std::collections::BTreeSet<_> =
        topics.iter().map(|topic| topic.id.clone()).collect();
    for question in questions {
        if known.insert(question.topic.clone()) {
            let title = titled(question.topic.as_str());
            topics.push(Topic { id: question.topic.clone(), title, weight: Weight::ONE });
        }
    }
}

/// An id as a title: `request-order` becomes `Request order`.
fn titled(id: &str) -> String {
    let spaced = id.replace(['-', '_'], " ");
    let mut characters = spaced.chars();
    let first = characters.next().map(|first| first.to_uppercase().to_string());
    first.unwrap_or_default() + characters.as_str()
}

/// Whether `tag` is well formed in the way of BCP 47: a language of 2 to 8 letters (or `x`, `i`
/// before more), then parts of 1 to 8 letters and digits. Whether the parts are registered is not
/// looked at.
fn is_language_tag(tag: &str) -> bool {
    let mut parts = tag.split('-');
    let language = parts.next().unwrap_or_default();
    let private = matches!(language, "x" | "i" | "X" | "I") && tag.len() > 2;
    let letters = language.bytes().all(|byte| byte.is_ascii_alphabetic());
    let language_fits = letters && ((2..=8).contains(&language.len()) || private);
    let fits = |part: &str| {
        (1..=8).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_alphanumeric())
    };
    language_fits && parts.all(fits)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn language_tags_are_told_from_other_words() {
        for tag in ["en", "pt-BR", "zh-Hans-CN", "und", "x-klingon", "de-1996"] {
            assert!(is_language_tag(tag), "{tag}");
        }
        for word in ["", "e", "en_US", "english language", "en-", "x", "ünd"] {
            assert!(!is_language_tag(word), "{word}");
        }
    }

    #[test]
    fn an_id_makes_a_title() {
        assert_eq!(titled("request-order"), "Request order");
        assert_eq!(titled("ünits_of"), "Ünits of");
    }
}
