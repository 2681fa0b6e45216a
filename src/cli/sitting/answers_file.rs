//! Answers in a TOML or JSON file, by question id.

use std::collections::BTreeMap;
use std::fmt::{self, Display};
use std::path::Path;

use serde::de::{Error as _, MapAccess, Visitor};
use serde::{Deserialize, Deserializer};

use crate::attempt::Given;
use crate::cli::Failure;
use crate::cli::path::refused;
use crate::cli::read::{MiB, text_at_most};
use crate::quiz::{Quiz, nearest, visible};

/// Most of a file of answers.
const LONGEST: MiB = MiB(16);

/// Reads the answers to `quiz` in `path`: JSON where the name ends in `.json`, else TOML.
pub fn read(path: &Path, quiz: &Quiz) -> Result<BTreeMap<String, Given>, Failure> {
    let wrong = |reason: &dyn Display| refused(path, visible(&reason.to_string()));
    let Answers(answers) = parse(path, &wrong)?;
    match answers.keys().find(|id| quiz.question(id).is_none()) {
        Some(id) => Err(wrong(&unknown(id, quiz))),
        None => Ok(answers),
    }
}

/// Answers by question id, each id once.
struct Answers(BTreeMap<String, Given>);

impl<'de> Deserialize<'de> for Answers {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(AnswersVisitor)
    }
}

struct AnswersVisitor;

impl<'de> Visitor<'de> for AnswersVisitor {
    type Value = Answers;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("answers by question id")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<Answers, A::Error> {
        let mut answers = BTreeMap::new();
        while let Some((id, given)) = entries.next_entry::<String, Given>()? {
            if answers.contains_key(&id) {
                return Err(A::Error::custom(format_args!("two answers to `{id}`")));
            }
            answers.insert(id, given);
        }
        Ok(Answers(answers))
    }
}

fn unknown(id: &str, quiz: &Quiz) -> String {
    let ids = quiz.questions.iter().map(|question| question.id.as_str());
    let near = nearest(id, ids).map(|near| format!("; did you mean `{near}`?"));
    format!("unknown question `{id}`{}", near.unwrap_or_default())
}

fn parse(path: &Path, wrong: &dyn Fn(&dyn Display) -> Failure) -> Result<Answers, Failure> {
    let text = text_at_most(path, LONGEST).map_err(|error| wrong(&error))?;
    if path.extension().is_some_and(|extension| extension.eq_ignore_ascii_case("json")) {
        serde_json::from_str(&text).map_err(|error| wrong(&error))
    } else {
        toml::from_str(&text).map_err(|error| wrong(&error.to_string().trim_end()))
    }
}
