//! Takes reports one after the other and writes the workbook.

use std::io::{self, Read, Seek, Write};

use rust_xlsxwriter::{DocProperties, ExcelDateTime, Workbook, XlsxError};

use super::cell::{Cell, Looks, moment, write};
use super::items::items;
use super::layout::{Sheet, finish, heighten, workbook};
use super::rows;
use super::summary::Summary;
use crate::quiz::AnswerText;
use crate::report::render::Renderer;
use crate::report::render::content::Pool;
use crate::report::render::spool::NewSpool;
use crate::report::{Ranking, Report};

/// Draws a workbook.
pub(in crate::report::render) struct Xlsx {
    looks: Looks,
    new_spool: NewSpool,
    book: Option<Workbook>,
    summary: Summary,
    pool: Pool,
    taken: u32,
    /// Rows written to the sheets that grow.
    topics: u32,
    questions: u32,
    /// When the first attempt began; the workbook counts as made then, since nothing here knows
    /// the time.
    made: Option<ExcelDateTime>,
}

impl Xlsx {
    pub(in crate::report::render) fn new(new_spool: NewSpool) -> Self {
        Self {
            looks: Looks::new(),
            new_spool,
            book: None,
            summary: Summary::default(),
            pool: Pool::default(),
            taken: 0,
            topics: 0,
            questions: 0,
            made: None,
        }
    }

    fn add(&mut self, report: &Report) -> Result<(), XlsxError> {
        self.taken += 1;
        self.summary.add(report);
        if self.made.is_none() {
            self.made = report.sitting.as_ref().and_then(|sitting| moment(&sitting.started));
        }
        self.pool.add(report);
        let name = self.name(report);
        let candidate = Cell::answer(&name);
        let looks = &self.looks;
        let book = match &mut self.book {
            Some(book) => book,
            empty => empty.insert(workbook(looks)?),
        };
        for topic in &report.topics {
            self.topics += 1;
            let page = book.worksheet_from_index(Sheet::Topics as usize)?;
            write(page, self.topics, 0, &rows::topic(&candidate, report, topic), looks)?;
        }
        for (number, question) in (1..).zip(&report.questions) {
            self.questions += 1;
            let cells = rows::question(&candidate, number, report, question);
            let page = book.worksheet_from_index(Sheet::Questions as usize)?;
            write(page, self.questions, 0, &cells, looks)?;
            let page = book.worksheet_from_index(Sheet::Answers as usize)?;
            let cells = rows::answer(&candidate, number, report, question);
            heighten(page, Sheet::Answers, self.questions, &cells)?;
            write(page, self.questions, 0, &cells, looks)?;
        }
        Ok(())
    }

    fn name(&self, report: &Report) -> AnswerText {
        let number = || AnswerText::new(format!("candidate {}", self.taken));
        report.candidate.clone().unwrap_or_else(number)
    }

    fn finish(&mut self, ranking: &Ranking) -> Result<impl Read, XlsxError> {
        let mut book = match self.book.take() {
            Some(book) => book,
            None => workbook(&self.looks)?,
        };
        let made = match self.made.take() {
            Some(made) => made,
            None => ExcelDateTime::from_ymd(2000, 1, 1)?,
        };
        book.set_properties(&DocProperties::new().set_creation_datetime(&made));
        let page = book.worksheet_from_index(Sheet::Summary as usize)?;
        self.summary.write(page, ranking, &self.looks)?;
        for (sheet, rows) in [
            (Sheet::Topics, self.topics),
            (Sheet::Questions, self.questions),
            (Sheet::Answers, self.questions),
        ] {
            finish(book.worksheet_from_index(sheet as usize)?, sheet, rows)?;
        }
        let analysis = self.pool.analysis();
        let page = book.worksheet_from_index(Sheet::Items as usize)?;
        items(page, analysis.as_ref(), &self.looks)?;
        // As large as all answers, and so not held in memory.
        let mut file = (self.new_spool)();
        book.save_to_writer(&mut file)?;
        file.rewind()?;
        Ok(file)
    }
}

impl Renderer for Xlsx {
    fn report(&mut self, report: &Report, _: &mut dyn Write) -> io::Result<()> {
        self.add(report).map_err(io::Error::other)
    }

    fn end(&mut self, ranking: &Ranking, out: &mut dyn Write) -> io::Result<()> {
        let mut file = self.finish(ranking).map_err(io::Error::other)?;
        io::copy(&mut file, out).map(drop)
    }
}
