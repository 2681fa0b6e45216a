//! Markdown as a flat list of blocks of runs, which is all that the template can draw.

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};
use serde::Serialize;

use crate::hypertext::is_web;
use crate::quiz::{Markdown, visible};

/// Lists and quotes that are nested deeper than this are drawn no further in.
const DEEPEST: usize = 4;

/// A stretch of text with one look.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
#[expect(clippy::struct_excessive_bools, reason = "each may go with any other")]
pub(super) struct Run {
    text: String,
    strong: bool,
    emphasis: bool,
    code: bool,
    struck: bool,
    link: Option<String>,
}

/// What stands below each other.
#[derive(Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub(super) enum Block {
    /// Text; the marker of a list's item stands before its first paragraph.
    Paragraph { depth: usize, marker: Option<String>, runs: Vec<Run> },
    /// Lines as they are.
    Code { depth: usize, text: String },
    /// Cells row by row, the first of which are headings.
    Table { columns: usize, cells: Vec<Vec<Run>> },
}

/// An address as a run, which leads there if that can do no more than open a page.
pub(super) fn address(address: &str) -> Run {
    Run {
        text: visible(address).into_owned(),
        link: is_web(address).then(|| address.to_owned()),
        ..Run::default()
    }
}

/// A text without Markdown.
pub(super) fn plain(text: &str) -> Run {
    Run { text: visible(text).into_owned(), ..Run::default() }
}

/// `source` on one line, whatever blocks it has.
pub(super) fn inline(source: &Markdown) -> Vec<Run> {
    let runs = |block| match block {
        Block::Paragraph { runs, .. } => runs,
        Block::Code { text, .. } => vec![Run { text, code: true, ..Run::default() }],
        Block::Table { cells, .. } => cells.concat(),
    };
    blocks(source).into_iter().flat_map(runs).collect()
}

/// `source` as blocks.
pub(super) fn blocks(source: &Markdown) -> Vec<Block> {
    let options = Options::ENABLE_STRIKETHROUGH | Options::ENABLE_TABLES;
    let mut writer = Writer::default();
    Parser::new_ext(source.as_str(), options).for_each(|event| writer.take(event));
    writer.end_paragraph();
    writer.blocks
}

#[derive(Default)]
struct Writer {
    blocks: Vec<Block>,
    runs: Vec<Run>,
    look: Run,
    /// The next number of each list that is open; none where its items have no numbers.
    lists: Vec<Option<u64>>,
    quotes: usize,
    marker: Option<String>,
    code: Option<String>,
    cells: Option<(usize, Vec<Vec<Run>>)>,
}

impl Writer {
    fn take(&mut self, event: Event<'_>) {
        match event {
            Event::Text(text) | Event::Html(text) | Event::InlineHtml(text) => self.text(&text),
            Event::Code(code) => {
                self.look.code = true;
                self.text(&code);
                self.look.code = false;
            }
            Event::SoftBreak => self.text(" "),
            Event::HardBreak => self.text("\n"),
            Event::Rule => self.end_paragraph(),
            Event::Start(tag) => self.start(tag),
            Event::End(tag) => self.end(tag),
            _ => {}
        }
    }

    fn text(&mut self, text: &str) {
        let text = visible(text);
        match &mut self.code {
            Some(code) => code.push_str(&text),
            None => self.runs.push(Run { text: text.into_owned(), ..self.look.clone() }),
        }
    }

    fn start(&mut self, tag: Tag<'_>) {
        match tag {
            Tag::Strong => self.look.strong = true,
            Tag::Emphasis => self.look.emphasis = true,
            Tag::Strikethrough => self.look.struck = true,
            Tag::Link { dest_url, .. } => {
                self.look.link = is_web(&dest_url).then(|| dest_url.into_string());
            }
            Tag::List(first) => {
                self.end_paragraph();
                self.lists.push(first);
            }
            Tag::Item => {
                self.end_paragraph();
                self.marker = Some(self.next_marker());
            }
            Tag::BlockQuote(_) => self.quotes += 1,
            Tag::CodeBlock(_) => {
                self.end_paragraph();
                self.code = Some(String::new());
            }
            Tag::Table(columns) => self.cells = Some((columns.len(), Vec::new())),
            _ => {}
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Strong => self.look.strong = false,
            TagEnd::Emphasis => self.look.emphasis = false,
            TagEnd::Strikethrough => self.look.struck = false,
            TagEnd::Link => self.look.link = None,
            TagEnd::Paragraph | TagEnd::Heading(_) | TagEnd::Item | TagEnd::HtmlBlock => {
                self.end_paragraph();
            }
            TagEnd::List(_) => {
                self.lists.pop();
            }
            TagEnd::BlockQuote(_) => self.quotes = self.quotes.saturating_sub(1),
            TagEnd::CodeBlock => {
                let text = self.code.take().unwrap_or_default().trim_end().to_owned();
                let depth = self.depth();
                self.blocks.push(Block::Code { depth, text });
            }
            TagEnd::TableCell => {
                if let Some((_, cells)) = &mut self.cells {
                    cells.push(std::mem::take(&mut self.runs));
                }
            }
            TagEnd::Table => {
                let table = self.cells.take().filter(|(columns, _)| *columns > 0);
                self.blocks.extend(table.map(|(columns, cells)| Block::Table { columns, cells }));
            }
            _ => {}
        }
    }

    fn next_marker(&mut self) -> String {
        match self.lists.last_mut() {
            Some(Some(number)) => {
                let marker = format!("{number}.");
                *number = number.saturating_add(1);
                marker
            }
            _ => "•".to_owned(),
        }
    }

    fn depth(&self) -> usize {
        (self.lists.len() + self.quotes).min(DEEPEST)
    }

    fn end_paragraph(&mut self) {
        let runs = std::mem::take(&mut self.runs);
        if runs.iter().any(|run| !run.text.trim().is_empty()) {
            let marker = self.marker.take();
            self.blocks.push(Block::Paragraph { depth: self.depth(), marker, runs });
        }
    }
}
