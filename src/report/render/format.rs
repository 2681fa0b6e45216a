//! Which formats there are.

use super::csv::Csv;
use super::html::Html;
use super::json::Json;
use super::junit::Junit;
use super::markdown::Markdown;
use super::options::Options;
#[cfg(feature = "pdf")]
use super::pdf::Pdf;
use super::text::Text;
use super::xlsx::Xlsx;
use super::{Extent, Renderer};

/// A format of reports.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Format {
    /// Lines for a terminal or a plain file.
    Text,
    /// The value, for programs.
    Json,
    /// Rows for a spreadsheet.
    Csv,
    /// For a pull request or a wiki.
    Markdown,
    /// `JUnit`'s XML, so that a build shows a quiz like tests.
    Junit,
    /// One file for a browser, to be forwarded and printed.
    Html,
    /// A workbook for a spreadsheet.
    Xlsx,
    /// Pages to be forwarded and printed.
    #[cfg(feature = "pdf")]
    Pdf,
}

impl Format {
    /// Every format.
    pub const ALL: &[Self] = &[
        Self::Text,
        Self::Json,
        Self::Csv,
        Self::Markdown,
        Self::Junit,
        Self::Html,
        Self::Xlsx,
        #[cfg(feature = "pdf")]
        Self::Pdf,
    ];

    /// What a person types to get it.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Json => "json",
            Self::Csv => "csv",
            Self::Markdown => "md",
            Self::Junit => "junit",
            Self::Html => "html",
            Self::Xlsx => "xlsx",
            #[cfg(feature = "pdf")]
            Self::Pdf => "pdf",
        }
    }

    /// How the names of its files end, without the dot.
    #[must_use]
    pub const fn extension(self) -> &'static str {
        match self {
            Self::Text => "txt",
            Self::Json => "json",
            Self::Csv => "csv",
            Self::Markdown => "md",
            Self::Junit => "xml",
            Self::Html => "html",
            Self::Xlsx => "xlsx",
            #[cfg(feature = "pdf")]
            Self::Pdf => "pdf",
        }
    }

    /// Whether its files can be read as they are.
    #[must_use]
    pub const fn is_text(self) -> bool {
        match self {
            Self::Text | Self::Json | Self::Csv | Self::Markdown | Self::Junit | Self::Html => true,
            Self::Xlsx => false,
            #[cfg(feature = "pdf")]
            Self::Pdf => false,
        }
    }

    /// The format that a file of this name has, by its ending.
    ///
    /// ```
    /// use vivavoce::report::Format;
    ///
    /// assert_eq!(Format::of_name("ann.JSON"), Some(Format::Json));
    /// assert_eq!(Format::of_name("ann"), None);
    /// ```
    #[must_use]
    pub fn of_name(name: &str) -> Option<Self> {
        let (_, extension) = name.rsplit_once('.')?;
        Self::ALL.iter().copied().find(|format| format.extension().eq_ignore_ascii_case(extension))
    }

    /// What draws it.
    #[must_use]
    pub fn renderer(self, extent: Extent, options: &Options) -> Box<dyn Renderer> {
        match self {
            Self::Text => Box::new(Text::new(extent, options)),
            Self::Json => Box::new(Json::new(extent)),
            Self::Csv => Box::new(Csv::new(options)),
            Self::Markdown => Box::new(Markdown::new(extent, options)),
            Self::Junit => Box::new(Junit::default()),
            Self::Html => Box::new(Html::new(extent, options)),
            Self::Xlsx => Box::new(Xlsx::new(options.spool)),
            #[cfg(feature = "pdf")]
            Self::Pdf => Box::new(Pdf::new(extent, options)),
        }
    }
}
