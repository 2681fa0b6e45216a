//! The formats of reports as arguments.

use std::io::{self, Write};

use clap::builder::{PossibleValue, PossibleValuesParser, TypedValueParser};

use super::Failure;
use super::talk::say;
use crate::quiz::visible;
use crate::report::{Finished, Format, Options, Pile, Spool};

const WITHOUT_PDF: &str =
    "this viva was built without PDF; `cargo install --features pdf` builds one with it";

/// Reads a format's name.
pub fn format_parser() -> impl TypedValueParser<Value = Format> {
    let built = Format::ALL.iter().map(|format| PossibleValue::new(format.as_str()));
    let missing = (!cfg!(feature = "pdf")).then(|| PossibleValue::new("pdf").hide(true));
    PossibleValuesParser::new(built.chain(missing)).try_map(|name| {
        let known = Format::ALL.iter().copied().find(|format| format.as_str() == name);
        known.ok_or(WITHOUT_PDF)
    })
}

/// The format of a report file of this name.
pub fn format_of_name(name: &str) -> Result<Format, Failure> {
    Format::of_name(name).ok_or_else(|| {
        let shown = visible(name);
        if name.rsplit_once('.').is_some_and(|(_, ending)| ending.eq_ignore_ascii_case("pdf")) {
            return Failure::Usage(format!("{shown}: {WITHOUT_PDF}"));
        }
        let endings: Vec<_> =
            Format::ALL.iter().map(|format| format!(".{}", format.extension())).collect();
        let endings = endings.join(" ");
        Failure::Usage(format!("{shown}: a report's name ends in one of {endings}"))
    })
}

/// How a report is drawn if nothing else is asked for, with the machine's files and fonts where they
/// are needed.
pub fn drawing() -> Options {
    Options {
        spool,
        #[cfg(feature = "pdf")]
        fonts: |fonts| fonts.extend(typst_kit::fonts::system()),
        ..Options::default()
    }
}

/// Memory, and for a long document a file without a name, which is gone when it is closed.
fn spool() -> Box<dyn Spool> {
    const IN_MEMORY: usize = 1 << 20;
    Box::new(tempfile::spooled_tempfile(IN_MEMORY))
}

/// Ends a document, and says on stderr what a person should know about it.
pub fn complete(pile: Pile<impl Write>) -> io::Result<()> {
    warn(&finish(pile)?)
}

/// Ends a document, and gives what a person should know about it.
pub fn finish(pile: Pile<impl Write>) -> io::Result<Vec<String>> {
    let Finished { mut out, warnings } = pile.finish()?;
    out.flush()?;
    Ok(warnings)
}

/// Says `warnings` on stderr.
pub fn warn(warnings: &[String]) -> io::Result<()> {
    warnings.iter().try_for_each(|warning| say(&format!("warning: {warning}")))
}
