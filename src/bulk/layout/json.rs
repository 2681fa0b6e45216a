//! A line of JSON.

use std::borrow::Cow;
use std::fmt;

use serde::de::{Error as _, MapAccess, Visitor};
use serde::{Deserialize, Deserializer};
use serde_json::value::RawValue;

use crate::attempt::Given;
use crate::bulk::row::{Extra, Row};

/// The row that a line of JSON is.
pub(super) fn row(line: &str) -> Result<Row<'_>, String> {
    let line = line.trim_start_matches('\u{feff}');
    let fields: Fields<'_> = serde_json::from_str(line).map_err(|error| explain(&error))?;
    Ok(Row {
        candidate: fields.candidate.ok_or("`candidate` is missing")?,
        question: fields.question.ok_or("`question` is missing")?,
        answer: fields.answer.ok_or("`answer` is missing")?,
        extra: fields.extra,
    })
}

/// What the parser calls a lone surrogate.
const HALF: &str = "an escape such as `\\ud83d` is half a character; write both halves, or the \
    character itself,";

/// The parser's own words; its line is always the first, so only the column is kept.
fn explain(error: &serde_json::Error) -> String {
    let told = error.to_string();
    let reason = told.split(" at line ").next().unwrap_or_default();
    let kind = if error.is_data() { "wrong form" } else { "not JSON" };
    let half = reason.contains("surrogate") || reason.contains("end of hex escape");
    let reason = if half { HALF } else { reason };
    format!("{kind}: {} at column {}", crate::quiz::visible(reason), error.column())
}

/// Most further fields of a row: each is compared with those before it.
const MOST_FURTHER: usize = 4096;

#[derive(Default)]
struct Fields<'a> {
    candidate: Option<Cow<'a, str>>,
    question: Option<Cow<'a, str>>,
    answer: Option<Given>,
    extra: Vec<(Cow<'a, str>, Extra<'a>)>,
}

impl<'de> Deserialize<'de> for Fields<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(FieldsVisitor)
    }
}

struct FieldsVisitor;

impl<'de> Visitor<'de> for FieldsVisitor {
    type Value = Fields<'de>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object with candidate, question and answer")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
        let mut fields = Fields::default();
        while let Some(Name(name)) = map.next_key()? {
            let twice = match name.as_ref() {
                "candidate" => fields.candidate.replace(map.next_value::<Name<'_>>()?.0).is_some(),
                "question" => fields.question.replace(map.next_value::<Name<'_>>()?.0).is_some(),
                "answer" => fields.answer.replace(map.next_value()?).is_some(),
                _ if fields.extra.len() == MOST_FURTHER => {
                    let told = format_args!("more than {MOST_FURTHER} further fields");
                    return Err(A::Error::custom(told));
                }
                _ => {
                    let twice = fields.extra.iter().any(|(other, _)| *other == name);
                    let value: &RawValue = map.next_value()?;
                    fields.extra.push((name.clone(), Extra::Json(value)));
                    twice
                }
            };
            if twice {
                let name = crate::attempt::answer::excerpt(&name);
                return Err(A::Error::custom(format_args!("`{name}` stands twice")));
            }
        }
        Ok(fields)
    }
}

/// A text, borrowed where it has no escapes; a number stands for its text.
struct Name<'a>(Cow<'a, str>);

impl<'de> Deserialize<'de> for Name<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(NameVisitor)
    }
}

struct NameVisitor;

impl<'de> Visitor<'de> for NameVisitor {
    type Value = Name<'de>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a string")
    }

    fn visit_borrowed_str<E>(self, text: &'de str) -> Result<Name<'de>, E> {
        Ok(Name(Cow::Borrowed(text)))
    }

    fn visit_str<E>(self, text: &str) -> Result<Name<'de>, E> {
        Ok(Name(Cow::Owned(text.to_owned())))
    }

    fn visit_u64<E>(self, number: u64) -> Result<Name<'de>, E> {
        Ok(Name(Cow::Owned(number.to_string())))
    }

    fn visit_i64<E>(self, number: i64) -> Result<Name<'de>, E> {
        Ok(Name(Cow::Owned(number.to_string())))
    }
}
