//! Naming exactly one quiz.
//!
//! The digest is the SHA-256 of the quiz's canonical form, a text of one line per fact: a path, a
//! blank, and the value in the way of JSON. It starts with the line `viva-quiz 1`. Everything that
//! a person is asked or shown or graded by is in it, with defaults written out; how the file is laid
//! out, its comments, `examples` and what `viva check` should keep quiet about are not. Points,
//! weights and shares are whole thousandths, times whole milliseconds.

use std::fmt::{Display, Write};
use std::time::Duration;

use serde::Serialize;
use sha2::{Digest as _, Sha256};

use super::question::{
    Accepted, Choice, Entry, Exactness, Matching, Need, Negation, Piece, Question, Rubric, Task,
    Within,
};
use super::{Digest, Quiz};

/// The SHA-256 of the canonical form of `quiz`; its `digest` field plays no part.
#[must_use]
pub fn digest(quiz: &Quiz) -> Digest {
    Digest(Sha256::digest(canonical(quiz)).into())
}

/// The canonical form of `quiz`.
#[must_use]
pub fn canonical(quiz: &Quiz) -> String {
    let mut form = Form { text: String::from("viva-quiz 1\n") };
    form.string("title", &quiz.title);
    form.optional("description", quiz.description.as_deref());
    form.string("language", quiz.language.as_str());
    form.optional("license", quiz.license.as_deref());
    form.plain("pass", quiz.pass.thousandths());
    form.time("time_limit", quiz.time_limit);
    for topic in &quiz.topics {
        form.string("topic", topic.id.as_str());
        form.string("topic.title", &topic.title);
        form.plain("topic.weight", topic.weight.thousandths());
    }
    for question in &quiz.questions {
        form.question(question);
    }
    form.text
}

struct Form {
    text: String,
}

impl Form {
    fn plain(&mut self, path: &str, value: impl Display) {
        // Writing to a string cannot fail.
        let _ = writeln!(self.text, "{path} {value}");
    }

    fn json(&mut self, path: &str, value: &(impl Serialize + ?Sized)) {
        // Strings and lists of strings always have a JSON form.
        let value = serde_json::to_string(value).unwrap_or_default();
        self.plain(path, value);
    }

    fn string(&mut self, path: &str, value: &str) {
        self.json(path, value);
    }

    fn optional(&mut self, path: &str, value: Option<&str>) {
        self.json(path, &value);
    }

    fn time(&mut self, path: &str, value: Option<Duration>) {
        self.json(path, &value.map(|limit| limit.as_millis()));
    }

    fn question(&mut self, question: &Question) {
        self.string("question", question.id.as_str());
        self.json("was", &question.was);
        self.string("in", question.topic.as_str());
        self.json("tags", &question.tags);
        self.json("level", &question.level);
        self.string("prompt", question.prompt.as_str());
        self.plain("points", question.points.thousandths());
        self.time("limit", question.time_limit);
        self.optional("hint", question.hint.as_ref().map(|hint| hint.text.as_str()));
        self.json("hint.cost", &question.hint.as_ref().map(|hint| hint.cost.thousandths()));
        self.optional("answer", question.answer.as_ref().map(super::Markdown::as_str));
        self.json("sources", &question.sources);
        self.plain("type", question.task.kind());
        self.task(&question.task);
    }

    fn task(&mut self, task: &Task) {
        match task {
            Task::Text(rubric) => self.rubric(rubric),
            Task::Short(accepted) => self.accepted("accept", accepted),
            Task::Choice(options) | Task::Multi(options) => {
                options.0.iter().for_each(|option| self.option(option));
            }
            Task::Boolean(correct) => self.plain("correct", correct),
            Task::Number(target) => {
                self.plain("correct", target.value.normalize());
                self.plain("tolerance", target.tolerance.normalize());
                self.optional("unit", target.unit.as_deref());
            }
            Task::Order(sequence) => self.json("items", &sequence.0),
            Task::Cloze(cloze) => {
                for piece in &cloze.0 {
                    match piece {
                        Piece::Text(text) => self.string("piece", text),
                        Piece::Gap(accepted) => self.accepted("gap", accepted),
                    }
                }
            }
        }
    }

    fn accepted(&mut self, path: &str, accepted: &Accepted) {
        self.json(path, &accepted.answers);
        self.plain("case", accepted.case);
        match accepted.exactness {
            Exactness::Exact => self.plain("match", "exact"),
            Exactness::Fuzzy(similarity) => {
                self.json("match", &similarity.map(super::PerMille::thousandths));
            }
        }
    }

    fn option(&mut self, option: &Choice) {
        self.string("option", option.text.as_str());
        self.plain("option.correct", option.correct);
        self.optional("option.feedback", option.feedback.as_deref());
    }

    fn rubric(&mut self, rubric: &Rubric) {
        self.plain("full_at", rubric.full_at.thousandths());
        // Left out where there are none, so that older quizzes keep their digests.
        if !rubric.sides.is_empty() {
            self.entries("sides", &rubric.sides);
        }
        for keyword in &rubric.keywords {
            self.string("keyword", &keyword.label);
            self.plain("weight", keyword.weight.thousandths());
            self.plain("required", keyword.required);
            self.optional("feedback", keyword.feedback.as_deref());
            self.need(&keyword.need);
            self.matching(keyword.matching);
        }
        for misconception in &rubric.misconceptions {
            self.string("misconception", &misconception.label);
            self.plain("penalty", misconception.penalty.thousandths());
            self.optional("feedback", misconception.feedback.as_deref());
            self.need(&misconception.need);
            self.matching(misconception.matching);
        }
    }

    fn need(&mut self, need: &Need) {
        match need {
            Need::Term { term, aliases } => {
                self.string("term", term);
                self.json("aliases", aliases);
            }
            Need::Any { entries, min } => {
                self.entries("any", entries);
                self.plain("min", min);
            }
            Need::All { entries, within, ordered } => {
                self.entries("all", entries);
                match within {
                    Within::Answer => self.plain("within", "answer"),
                    Within::Sentence => self.plain("within", "sentence"),
                    Within::Words(words) => self.plain("within", words),
                }
                self.plain("ordered", ordered);
            }
            Need::Pattern(pattern) => self.string("pattern", pattern.0.as_str()),
        }
    }

    fn entries(&mut self, path: &str, entries: &[Entry]) {
        let lists: Vec<_> = entries.iter().map(|entry| &entry.0).collect();
        self.json(path, &lists);
    }

    fn matching(&mut self, matching: Matching) {
        self.json("similarity", &matching.similarity.map(super::PerMille::thousandths));
        self.plain("case", matching.case);
        self.plain("stem", matching.stem);
        let negation = match matching.negation {
            Negation::Deny => "deny",
            Negation::Flag => "flag",
            Negation::Ignore => "ignore",
        };
        self.plain("negation", negation);
        // Left out where there is none, so that older quizzes keep their digests.
        if let Some(of) = matching.of {
            self.plain("of", of.side().0);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::quiz::read;

    const FILE: &str = "title = 'T'\n[[questions]]\nprompt = 'P'\nkeywords = ['a', 'b']\n";

    fn quiz(file: &str) -> Quiz {
        read(file).value.unwrap().quiz
    }

    #[test]
    fn the_canonical_form_is_pinned() {
        insta::assert_snapshot!(canonical(&quiz(FILE)));
        let digest = quiz(FILE).digest.to_string();
        insta::assert_snapshot!(digest);
    }

    #[test]
    fn layout_comments_and_defaults_make_no_difference() {
        let same = "# A comment.\ntitle=\"T\"\nlanguage='en'\npass = 0.700\n[lints]\nallow = ['V101']\n\
                    [[topics]]\nid = 'general'\n[[questions]]\ntype = 'text'\nid = 'p'\npoints = 1.0\n\
                    prompt = 'P'\nexamples = [{ answer = 'a', at_most = 1 }]\n\
                    [[questions.keywords]]\nterm = 'a'\nweight = 1e0\n[[questions.keywords]]\nterm = 'b'\n";
        assert_eq!(canonical(&quiz(same)), canonical(&quiz(FILE)));
        assert_eq!(quiz(same).digest, quiz(FILE).digest);
    }

    #[test]
    fn whatever_is_asked_shown_or_graded_makes_a_difference() {
        for change in ["points = 2", "hint = 'H'", "full_at = 0.5", "topic = 'x'", "stem = false"] {
            let other = FILE.replace("keywords", &format!("{change}\nkeywords"));
            assert_ne!(quiz(&other).digest, quiz(FILE).digest, "{change}");
        }
        assert_ne!(quiz(&FILE.replace("'a', 'b'", "'b', 'a'")).digest, quiz(FILE).digest);
    }
}
