//! From data to PDF.

use std::io;

use serde_json::Value;
use typst::diag::{FileError, FileResult, SourceDiagnostic};
use typst::foundations::{Bytes, Datetime, Dict, Duration, IntoValue, Smart};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Library, LibraryExt, World};
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards};

use super::fonts::Fonts;

const TEMPLATE: &str = include_str!("report.typ");

/// All that the template can see: itself, its data, the fonts. It has neither files nor a clock.
struct Desk<'f> {
    library: LazyHash<Library>,
    main: Source,
    fonts: &'f Fonts,
}

impl World for Desk<'_> {
    fn library(&self) -> &LazyHash<Library> {
        &self.library
    }

    fn book(&self) -> &LazyHash<FontBook> {
        self.fonts.book()
    }

    fn main(&self) -> FileId {
        self.main.id()
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        if id == self.main.id() { Ok(self.main.clone()) } else { Err(FileError::AccessDenied) }
    }

    fn file(&self, _: FileId) -> FileResult<Bytes> {
        Err(FileError::AccessDenied)
    }

    fn font(&self, index: usize) -> Option<Font> {
        self.fonts.font(index)
    }

    fn today(&self, _: Option<Duration>) -> Option<Datetime> {
        None
    }
}

/// Lays `data` out on pages.
pub(super) fn lay_out(data: &Value, fonts: &Fonts) -> io::Result<PagedDocument> {
    let mut inputs = Dict::new();
    inputs.insert("data".into(), Bytes::new(serde_json::to_vec(data)?).into_value());
    let path =
        VirtualPath::new("report.typ").map_err(|error| io::Error::other(error.to_string()))?;
    let main = FileId::new(RootedPath::new(VirtualRoot::Project, path));
    let desk = Desk {
        library: LazyHash::new(Library::builder().with_inputs(inputs).build()),
        main: Source::new(main, TEMPLATE.to_owned()),
        fonts,
    };
    let laid_out = typst::compile::<PagedDocument>(&desk).output;
    // What Typst remembers of a document is of no use to the next one.
    typst::comemo::evict(0);
    laid_out.map_err(|errors| failed(&errors))
}

/// The bytes of a PDF that conforms to PDF/UA-1; where a text makes that impossible, of one that is
/// tagged all the same, and why.
pub(super) fn write(document: &PagedDocument) -> io::Result<(Vec<u8>, Option<String>)> {
    let standards = PdfStandards::new(&[PdfStandard::Ua_1])
        .map_err(|error| io::Error::other(error.message().to_string()))?;
    let creator = || Smart::Custom(Some(concat!("viva ", env!("CARGO_PKG_VERSION")).to_owned()));
    let strict = PdfOptions { standards, creator: creator(), ..PdfOptions::default() };
    match typst_pdf::pdf(document, &strict) {
        Ok(bytes) => Ok((bytes, None)),
        Err(errors) => {
            let options = PdfOptions { creator: creator(), ..PdfOptions::default() };
            let bytes = typst_pdf::pdf(document, &options).map_err(|errors| failed(&errors))?;
            Ok((bytes, errors.first().map(|error| error.message.to_string())))
        }
    }
}

fn failed(errors: &[SourceDiagnostic]) -> io::Error {
    let messages: Vec<_> = errors.iter().map(|error| error.message.as_str()).collect();
    io::Error::other(format!("the PDF cannot be laid out: {}", messages.join("; ")))
}
