//! From the bytes of a row to its columns.

mod json;

use std::borrow::Cow;

use super::chunk::{Broken, Chunk, Place};
use super::row::{Extra, Refusal, Row};
use crate::attempt::Given;
use crate::attempt::answer::excerpt;
use crate::quiz::AnswerText;

/// The columns that every row has.
const COLUMNS: [&str; 3] = ["candidate", "question", "answer"];

/// How the rows of a source are laid out.
#[derive(Debug)]
pub enum Layout {
    /// Each row names its columns.
    Json,
    /// The columns of a CSV header.
    Columns {
        /// Their names.
        names: Vec<String>,
        /// Where candidate, question and answer stand.
        places: [usize; 3],
    },
    /// A CSV file without so much as a header.
    Empty,
    /// A header that cannot be used.
    Unusable(Refusal),
}

impl Layout {
    /// The names of the further columns, where a header gives them.
    #[must_use]
    pub fn extra(&self) -> Option<Vec<&str>> {
        let Self::Columns { names, places } = self else { return None };
        let extra = names.iter().enumerate().filter(|(place, _)| !places.contains(place));
        Some(extra.map(|(_, name)| name.as_str()).collect())
    }

    /// What a header says.
    pub(super) fn of_header(chunk: &Chunk, place: &Place) -> Self {
        let refuse = |message: String| Self::Unusable(Refusal { line: place.line, message });
        match place.broken {
            Some(Broken::TooLong) => return refuse("the header is too long".to_owned()),
            Some(open) => return refuse(open.to_string()),
            None => {}
        }
        let names: Result<Vec<String>, _> = chunk
            .fields(place)
            .map(|field| utf8(field).map(|name| name.trim().to_owned()))
            .collect();
        let names = match names {
            Ok(names) => names,
            Err(message) => return refuse(message),
        };
        for (place, name) in names.iter().enumerate() {
            if names.iter().take(place).any(|other| other == name) {
                return refuse(format!("the column `{}` stands twice", excerpt(name)));
            }
        }
        let find = |column: &str| names.iter().position(|name| name.eq_ignore_ascii_case(column));
        let [candidate, question, answer] = COLUMNS.map(find);
        match (candidate, question, answer) {
            (Some(candidate), Some(question), Some(answer)) => {
                Self::Columns { places: [candidate, question, answer], names }
            }
            (candidate, question, _) => {
                let [first, second, third] = COLUMNS;
                let missing = match (candidate, question) {
                    (None, _) => first,
                    (_, None) => second,
                    _ => third,
                };
                refuse(format!("the header has no column `{missing}`"))
            }
        }
    }

    /// The columns of one row, or what is wrong with it.
    pub(super) fn row<'a>(&'a self, chunk: &'a Chunk, place: &Place) -> Result<Row<'a>, String> {
        if let Some(broken) = place.broken {
            return Err(broken.to_string());
        }
        let row = match self {
            Self::Json => json::row(utf8(chunk.bytes(place))?)?,
            Self::Columns { names, places } => {
                let fields: Result<Vec<&str>, String> = chunk.fields(place).map(utf8).collect();
                record(names, *places, &fields?)?
            }
            Self::Empty | Self::Unusable(_) => return Err("there is no header".to_owned()),
        };
        if row.answer.len() > AnswerText::LIMIT {
            return Err("the answer is longer than 1 MiB".to_owned());
        }
        Ok(row)
    }
}

fn utf8(bytes: &[u8]) -> Result<&str, String> {
    std::str::from_utf8(bytes).map_err(|error| match bytes {
        // The mark that spreadsheets put before "Unicode text".
        [0xff, 0xfe, ..] | [0xfe, 0xff, ..] => "UTF-16; save the file as UTF-8".to_owned(),
        _ => format!("not UTF-8 from byte {} of the row on", error.valid_up_to() + 1),
    })
}

fn record<'a>(
    names: &'a [String],
    places: [usize; 3],
    fields: &[&'a str],
) -> Result<Row<'a>, String> {
    if fields.len() != names.len() {
        return Err(format!("{} columns, and the header has {}", fields.len(), names.len()));
    }
    let [candidate, question, answer] =
        places.map(|place| fields.get(place).copied().unwrap_or_default());
    let extra = names.iter().zip(fields).enumerate().filter(|(place, _)| !places.contains(place));
    Ok(Row {
        candidate: Cow::Borrowed(candidate),
        question: Cow::Borrowed(question.trim()),
        answer: Given::text(answer),
        extra: extra
            .map(|(_, (name, field))| (Cow::Borrowed(name.as_str()), Extra::Text(field)))
            .collect(),
    })
}
