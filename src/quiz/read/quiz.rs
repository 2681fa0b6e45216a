//! The quiz in a file: what stands at its top, its topics, and that no id stands twice.

use std::collections::{BTreeMap, BTreeSet};

use toml::de::{DeTable, DeValue};

use super::code;
use super::document::Loaded;
use super::grading::Grading;
use super::question::ReadQuestion;
use super::reading::{Reading, shortened};
use super::table::{Found, Table, place};
use crate::diagnostic::Diagnostic;
use crate::quiz::canonical::digest;
use crate::quiz::keys;
use crate::quiz::language::LanguageTag;
use crate::quiz::origin::{Origins, QuestionOrigin};
use crate::quiz::question::Question;
use crate::quiz::{Digest, PerMille, Quiz, Topic, TopicId, Weight};
use crate::span::Span;

/// The share of the points that passes where the file does not say.
const PASS: PerMille = PerMille::new(700);

impl<'a> Reading<'a> {
    /// The quiz of the whole file.
    pub fn quiz(&mut self, document: &'a DeTable<'a>) -> Option<Loaded> {
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
    let mut known: BTreeSet<_> = topics.iter().map(|topic| topic.id.clone()).collect();
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
