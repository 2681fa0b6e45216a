//! Reports from JSON, as this version or an earlier one wrote it: one, or many as they come.

use std::fmt;
use std::io::{self, Read};

use serde::de::{self, DeserializeSeed, Deserializer, MapAccess, SeqAccess, Visitor};
use serde::{Deserialize, de::IgnoredAny};
use serde_json::{Map, Value};

use super::migrate::migrate;
use super::value::{Report, VERSION};

/// Why a text is no report.
#[derive(Debug, thiserror::Error)]
pub enum ReadError {
    /// Not JSON, or JSON of another form.
    #[error("not a report: {0}")]
    Form(#[from] serde_json::Error),
    /// Written by a later version of this program.
    #[error("the report has version {0}, and this program reads versions up to {VERSION}")]
    Version(u32),
    /// Whoever took the reports could not go on.
    #[error(transparent)]
    Taker(#[from] io::Error),
}

/// Reads one report that this version or an earlier one wrote.
pub fn read_json(json: &str) -> Result<Report, ReadError> {
    from_value(serde_json::from_str(json)?)
}

/// Reads one report, or each of a list of many, and hands them on one at a time.
pub fn read_reports(
    reader: impl Read,
    take: &mut dyn FnMut(Report) -> io::Result<()>,
) -> Result<(), ReadError> {
    let mut failed = None;
    let mut source = serde_json::Deserializer::from_reader(reader);
    let single = source.deserialize_map(Document { take, failed: &mut failed });
    if let Some(failed) = failed {
        return Err(failed);
    }
    let single = single?;
    source.end()?;
    match single {
        Some(report) => Ok(take(from_value(report)?)?),
        None => Ok(()),
    }
}

fn from_value(mut report: Value) -> Result<Report, ReadError> {
    #[derive(Deserialize)]
    struct Versioned {
        version: u32,
    }
    let Versioned { version } = Versioned::deserialize(&report)?;
    if version > VERSION {
        return Err(ReadError::Version(version));
    }
    if version == VERSION {
        return Ok(serde_json::from_value(report)?);
    }
    migrate(&mut report, version);
    let mut report: Report = serde_json::from_value(report)?;
    report.derive();
    Ok(report)
}

/// A document: the fields of one report, which it gives back, or a list under `reports`, whose
/// reports are taken as they come.
struct Document<'t> {
    take: &'t mut dyn FnMut(Report) -> io::Result<()>,
    failed: &'t mut Option<ReadError>,
}

impl<'de> Visitor<'de> for Document<'_> {
    type Value = Option<Value>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a report, or an object with a list of them under `reports`")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
        let mut fields = Map::new();
        let mut many = false;
        while let Some(key) = map.next_key::<String>()? {
            if key == "reports" {
                many = true;
                map.next_value_seed(List { take: self.take, failed: self.failed })?;
            } else if many {
                map.next_value::<IgnoredAny>()?;
            } else {
                fields.insert(key, map.next_value()?);
            }
        }
        Ok((!many).then_some(Value::Object(fields)))
    }
}

/// A list of reports.
struct List<'t> {
    take: &'t mut dyn FnMut(Report) -> io::Result<()>,
    failed: &'t mut Option<ReadError>,
}

impl<'de> DeserializeSeed<'de> for List<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_seq(self)
    }
}

impl<'de> Visitor<'de> for List<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a list of reports")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<(), A::Error> {
        while let Some(report) = list.next_element()? {
            let taken = from_value(report).and_then(|report| Ok((self.take)(report)?));
            if let Err(error) = taken {
                *self.failed = Some(error);
                return Err(de::Error::custom("a report was not taken"));
            }
        }
        Ok(())
    }
}
