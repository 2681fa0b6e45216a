//! Long lines under a mark that runs over several of them, cut to a width. The drawing crate cuts
//! only around marks that stay within a line.

use std::ops::Range;

use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

/// A text some of whose lines are cut.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Cut {
    /// With `…` for what is left out.
    pub text: String,
    /// What is left out, in bytes of the whole text, and where its `…` starts.
    gaps: Vec<(Range<usize>, usize)>,
}

const GAP: &str = "…";

impl Cut {
    /// Cuts to `width` columns what is longer and lies under a mark of several lines. A line with a
    /// mark of its own stays whole. `marks` are bytes of `text`.
    pub fn new(text: &str, marks: &[Range<usize>], width: usize) -> Self {
        let mut cut = Self::default();
        let mut start = 0;
        for line in text.split_inclusive('\n') {
            let place = start..start + line.len();
            let under = under(text, &place, marks);
            match under.and_then(|begins| left_out(line, &place, begins, width)) {
                Some(gap) => {
                    cut.text.push_str(&text[place.start..gap.start]);
                    cut.gaps.push((gap.clone(), cut.text.len()));
                    cut.text.push_str(GAP);
                    cut.text.push_str(&text[gap.end..place.end]);
                }
                None => cut.text.push_str(line),
            }
            start = place.end;
        }
        cut
    }

    /// Where the byte `at` of the whole text stands in the cut one.
    pub fn place(&self, at: usize) -> usize {
        match self.gaps.iter().rev().find(|(gap, _)| gap.start < at) {
            None => at,
            Some((gap, here)) if at < gap.end => here + GAP.len(),
            Some((gap, here)) => here + GAP.len() + (at - gap.end),
        }
    }
}

/// For a line under a mark of several lines, and without one of its own: where such a mark begins in
/// it, or the line's start.
fn under(text: &str, line: &Range<usize>, marks: &[Range<usize>]) -> Option<usize> {
    let here = |mark: &&Range<usize>| mark.start < line.end && line.start < mark.end;
    let of_several = |mark: &&Range<usize>| {
        text.get((*mark).clone()).is_some_and(|marked| marked.trim_end_matches('\n').contains('\n'))
    };
    let (several, own): (Vec<_>, Vec<_>) = marks.iter().filter(here).partition(of_several);
    let first = several.iter().map(|mark| mark.start.max(line.start)).max();
    first.filter(|_| own.is_empty())
}

/// What of a `line`, which stands at `place`, is too much; what comes before `begins`, where a mark
/// begins too far right to be seen.
fn left_out(line: &str, place: &Range<usize>, begins: usize, width: usize) -> Option<Range<usize>> {
    let body = line.trim_end_matches(['\r', '\n']);
    if body.width() <= width {
        return None;
    }
    let end = place.start + body.len();
    let head = place.start + prefix(body.graphemes(true), width - 1);
    if begins < head {
        return Some(head..end);
    }
    Some(place.start..end - prefix(body.graphemes(true).rev(), width - 1))
}

/// Bytes of as many of `graphemes` as fit `width` columns.
fn prefix<'a>(graphemes: impl Iterator<Item = &'a str>, width: usize) -> usize {
    let mut columns = 0;
    let fits = graphemes.take_while(|grapheme| {
        columns += grapheme.width();
        columns <= width
    });
    fits.map(str::len).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_under_a_long_mark_are_cut_and_places_follow() {
        let text = "a = '''\n0123456789\nabc\n0123456789''' # end\nother line that is long\n";
        let mark = 4..text.find(" #").unwrap();
        let cut = Cut::new(text, std::slice::from_ref(&mark), 8);
        assert_eq!(cut.text, "a = '''\n0123456…\nabc\n0123456…\nother line that is long\n");
        assert_eq!(cut.place(4), 4);
        assert_eq!(
            &cut.text[cut.place(mark.start)..cut.place(mark.end)],
            "'''\n0123456…\nabc\n0123456…"
        );
        assert_eq!(cut.text[cut.place(text.find("other").unwrap())..].find("other"), Some(0));
    }

    #[test]
    fn a_mark_that_begins_far_right_is_seen() {
        let text = "0123456789abc'''\nx'''";
        let mark = 13..20;
        let cut = Cut::new(text, std::slice::from_ref(&mark), 8);
        assert_eq!(cut.text, "…9abc'''\nx'''");
        assert_eq!(&cut.text[cut.place(13)..], "'''\nx'''");
    }

    #[test]
    fn a_line_with_a_mark_of_its_own_stays() {
        let text = "0123456789\n0123456789";
        let (long, own) = (0..21, 2..4);
        assert_eq!(Cut::new(text, &[long, own.clone()], 8).text, "0123456789\n0123456…");
        assert_eq!(Cut::new(text, std::slice::from_ref(&own), 8).text, text);
    }
}
