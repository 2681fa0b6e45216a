//! The formats of reports as arguments.

use clap::builder::{PossibleValuesParser, TypedValueParser};

use super::Failure;
use crate::quiz::visible;
use crate::report::Format;

/// Reads a format's name.
pub fn format_parser() -> impl TypedValueParser<Value = Format> {
    PossibleValuesParser::new(Format::ALL.map(Format::as_str)).map(|name| {
        Format::ALL.into_iter().find(|format| format.as_str() == name).unwrap_or(Format::Text)
    })
}

/// The format of a report file of this name.
pub fn format_of_name(name: &str) -> Result<Format, Failure> {
    Format::of_name(name).ok_or_else(|| {
        let endings = Format::ALL.map(|format| format!(".{}", format.extension()));
        let endings = endings.join(" ");
        Failure::Usage(format!("{}: a report's name ends in one of {endings}", visible(name)))
    })
}
