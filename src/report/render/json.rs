//! Reports as JSON: one as a document of its own, many as a list with their ranking and, of one quiz,
//! what they say about it.

use std::io::{self, Write};

use serde::Serialize;

use super::content::Pool;
use super::{Extent, Renderer};
use crate::quiz::visible_json;
use crate::report::ranking::Ranking;
use crate::report::value::{Report, VERSION};
use crate::report::write_json;

/// Draws JSON.
pub(super) struct Json {
    extent: Extent,
    drawn: bool,
    pool: Pool,
}

impl Json {
    pub(super) fn new(extent: Extent) -> Self {
        Self { extent, drawn: false, pool: Pool::default() }
    }

    /// What stands before the next report of a list: the list's beginning, or a comma.
    fn separate(&mut self, out: &mut dyn Write) -> io::Result<()> {
        if std::mem::replace(&mut self.drawn, true) {
            out.write_all(b",\n")
        } else {
            write!(out, "{{\n\"version\": {VERSION},\n\"reports\": [\n")
        }
    }
}

impl Renderer for Json {
    fn report(&mut self, report: &Report, out: &mut dyn Write) -> io::Result<()> {
        if self.extent == Extent::One {
            return write_json(report, out);
        }
        self.pool.add(report);
        self.separate(out)?;
        write_compact(report, out)
    }

    fn end(&mut self, ranking: &Ranking, out: &mut dyn Write) -> io::Result<()> {
        if self.extent == Extent::One {
            return Ok(());
        }
        if self.drawn {
            out.write_all(b"\n")?;
        } else {
            self.separate(out)?;
        }
        out.write_all(b"],\n\"ranking\": ")?;
        write_compact(ranking, out)?;
        if let Some(analysis) = self.pool.analysis() {
            out.write_all(b",\n\"analysis\": ")?;
            write_compact(&analysis, out)?;
        }
        out.write_all(b"\n}\n")
    }
}

fn write_compact(value: &impl Serialize, out: &mut dyn Write) -> io::Result<()> {
    let json = serde_json::to_string(value)?;
    out.write_all(visible_json(&json).as_bytes())
}
