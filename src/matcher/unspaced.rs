//! Looks for keywords inside runs of scripts that write no blanks.

use super::compiled::Matcher;
use super::finds::Likeness;
use super::judge::Verdict;
use super::sighting::Sighting;
use super::unit::UnitId;
use crate::span::Span;
use crate::text::{Text, fold};

/// Adds a sighting for every place inside the word `at` where an unspaced unit stands, unless it is
/// the whole word.
pub(super) fn look(matcher: &Matcher, text: &Text<'_>, at: usize, seen: &mut Vec<Sighting>) {
    let Some(word) = text.words().get(at).filter(|word| word.is_unspaced()) else { return };
    let folded = text.folded(word);
    for &id in &matcher.unspaced {
        let Some(unit) = matcher.units.get(id as usize) else { continue };
        if folded == unit.key {
            continue;
        }
        let places: Vec<usize> = folded.match_indices(&unit.key).map(|(place, _)| place).collect();
        add(text, at, id, &places, unit.key.len(), seen);
    }
}

/// Turns places in the folded word into spans of the original, in one walk.
fn add(
    text: &Text<'_>,
    at: usize,
    unit: UnitId,
    places: &[usize],
    length: usize,
    seen: &mut Vec<Sighting>,
) {
    let (Some(word), false) = (text.words().get(at), places.is_empty()) else { return };
    let mut steps = Steps::new(word.span.of(text.original()), text);
    for &place in places {
        let start = steps.original(place);
        let end = steps.original(place + length);
        let span = Span::between(word.span.start() + start, word.span.start() + end);
        seen.push(Sighting {
            unit,
            first: u32::try_from(at).unwrap_or(u32::MAX),
            count: 1,
            span,
            verdict: Verdict::Found(Likeness::Exact),
        });
    }
}

/// Walks a word and its folded form side by side.
struct Steps<'a> {
    word: &'a str,
    text: &'a Text<'a>,
    original: usize,
    folded: usize,
}

impl<'a> Steps<'a> {
    fn new(word: &'a str, text: &'a Text<'a>) -> Self {
        Self { word, text, original: 0, folded: 0 }
    }

    /// The offset in the original of the first character that starts at or after `folded`.
    /// Offsets must be asked for in order, but for the overlap of two places, which may go back.
    fn original(&mut self, folded: usize) -> usize {
        if folded < self.folded {
            (self.original, self.folded) = (0, 0);
        }
        while self.folded < folded {
            let rest = self.word.get(self.original..).unwrap_or_default();
            let step = cluster(rest);
            if step == 0 {
                break;
            }
            let written = rest.get(..step).unwrap_or_default();
            self.folded += fold(written, self.text.language()).len();
            self.original += step;
        }
        self.original
    }
}

/// Bytes of the first character of `rest` with the marks that belong to it.
fn cluster(rest: &str) -> usize {
    use unicode_segmentation::UnicodeSegmentation;
    rest.graphemes(true).next().map_or(0, str::len)
}
