//! Diagnostics as people see them: the line, what is wrong in it, what to write instead.

use std::borrow::Cow;

use annotate_snippets::renderer::DecorStyle;
use annotate_snippets::{AnnotationKind, Group, Level, Renderer, Snippet, normalize_untrusted_str};

use super::cut::Cut;
use super::line_index::LineIndex;
use super::{Diagnostic, Severity};
use crate::hidden::is_hidden;
use crate::span::Span;

/// How diagnostics are drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Drawing {
    /// Whether with colours.
    pub colour: bool,
    /// Whether with line-drawing characters beyond ASCII.
    pub unicode: bool,
    /// Columns to stay within where a line of the file is longer.
    pub width: usize,
}

/// How many problems of a file are drawn; a file with more is not helped by all of them.
const MOST: usize = 200;

impl Drawing {
    /// Plain, 80 columns.
    pub const PLAIN: Self = Self { colour: false, unicode: true, width: 80 };

    /// Draws the problems of the file called `name`, whose text is `text`, with a blank line between
    /// and a line feed at the end. No control character of the text or the name comes through.
    #[must_use]
    pub fn draw(&self, name: &str, text: &str, diagnostics: &[Diagnostic]) -> String {
        let (name, source) = (tame(name), harmless(text));
        let index = LineIndex::new(&source);
        let file = File { name: &name, text: &source, index: &index };
        let shown = diagnostics.iter().take(MOST);
        let mut drawn: Vec<_> = shown.map(|problem| self.one(&file, problem)).collect();
        if let Some(more) = diagnostics.len().checked_sub(MOST).filter(|more| *more > 0) {
            drawn.push(format!("and {more} more problems in {name}"));
        }
        if drawn.is_empty() { String::new() } else { drawn.join("\n\n") + "\n" }
    }

    fn one(&self, file: &File<'_>, problem: &Diagnostic) -> String {
        let level = match problem.severity {
            Severity::Error => Level::ERROR,
            Severity::Warning => Level::WARNING,
        };
        let title = tame(&problem.title);
        let mut report = Vec::new();
        let mut group = Group::with_title(level.primary_title(title).id(problem.code.to_string()));
        for window in file.windows(problem, self.width) {
            group = group.element(window);
        }
        report.push(group);
        if let Some(help) = &problem.help {
            let help = tame(help);
            report.push(Group::with_title(Level::HELP.secondary_title(help)));
        }
        self.renderer().render(&report)
    }

    fn renderer(&self) -> Renderer {
        let renderer = if self.colour { Renderer::styled() } else { Renderer::plain() };
        let decor = if self.unicode { DecorStyle::Unicode } else { DecorStyle::Ascii };
        renderer.decor_style(decor).term_width(self.width)
    }
}

struct File<'a> {
    name: &'a str,
    text: &'a str,
    index: &'a LineIndex<'a>,
}

/// Columns for line numbers and what joins the lines of a mark.
const GUTTER: usize = 12;

/// Lines further apart than this are drawn as two windows.
const NEAR: usize = 40;

impl<'a> File<'a> {
    /// The lines around the problem's places, one window for all of them where they stand near each
    /// other: only these are handed on, since drawing takes time in the length of the source.
    fn windows(
        &self,
        problem: &'a Diagnostic,
        width: usize,
    ) -> Vec<Snippet<'a, annotate_snippets::Annotation<'a>>> {
        let primary = (problem.span, problem.label.as_str(), AnnotationKind::Primary);
        let related = problem.related.iter();
        let related = related.map(|(span, label)| (*span, label.as_str(), AnnotationKind::Context));
        let mut windows: Vec<(usize, usize, Vec<_>)> = Vec::new();
        for mark in std::iter::once(primary).chain(related) {
            let (first, last) = self.lines(mark.0);
            match windows
                .iter_mut()
                .find(|(from, to, _)| first <= *to + NEAR && *from <= last + NEAR)
            {
                Some((from, to, marks)) => {
                    (*from, *to) = ((*from).min(first), (*to).max(last));
                    marks.push(mark);
                }
                None => windows.push((first, last, vec![mark])),
            }
        }
        windows.into_iter().map(|(from, to, marks)| self.window(from, to, marks, width)).collect()
    }

    fn lines(&self, span: Span) -> (usize, usize) {
        let last = span.end().saturating_sub(1).max(span.start());
        (self.index.position(span.start()).line, self.index.position(last).line)
    }

    fn window(
        &self,
        from: usize,
        to: usize,
        marks: Vec<(Span, &'a str, AnnotationKind)>,
        width: usize,
    ) -> Snippet<'a, annotate_snippets::Annotation<'a>> {
        let (start, end) = (self.index.start(from), self.index.start(to + 1));
        let lines = self.text.get(start..end).unwrap_or_default();
        let place =
            |at: usize| lines.floor_char_boundary(at.saturating_sub(start).min(lines.len()));
        let places: Vec<_> =
            marks.iter().map(|(span, ..)| place(span.start())..place(span.end())).collect();
        let cut = Cut::new(lines, &places, width.saturating_sub(GUTTER).max(GUTTER));
        let marks = marks.into_iter().zip(places).map(|((_, label, kind), place)| {
            kind.span(cut.place(place.start)..cut.place(place.end)).label(tame(label))
        });
        let marks: Vec<_> = marks.collect();
        let snippet = Snippet::source(cut.text).path(self.name.to_owned()).line_start(from);
        snippet.annotations(marks)
    }
}

/// A foreign text as part of a message: on one line, no character of it does anything.
fn tame(text: &str) -> String {
    normalize_untrusted_str(&harmless(text)).replace('\n', "␊")
}

/// Replaces what the drawing crate lets through and a terminal might obey or reorder by, each
/// character by one of as many bytes, so that spans still fit.
fn harmless(text: &str) -> Cow<'_, str> {
    if !text.chars().any(|c| stand_in(c).is_some()) {
        return Cow::Borrowed(text);
    }
    Cow::Owned(text.chars().map(|c| stand_in(c).unwrap_or(c)).collect())
}

fn stand_in(c: char) -> Option<char> {
    match c.len_utf8() {
        _ if !is_hidden(c) => None,
        2 => Some('·'),
        3 => Some('\u{fffd}'),
        4 => Some('\u{1f6ab}'),
        _ => None,
    }
}

#[cfg(test)]
mod tests;
