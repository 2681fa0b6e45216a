//! The definition: every written name against every unit, with `strsim`.
//!
//! Nothing here is fast, and nothing here is clever; [`Matcher::find`] must give the same.

use super::assemble::assemble;
use super::compiled::Matcher;
use super::distance::{Distance, Form};
use super::finds::Finds;
use super::guess::Guess;
use super::judge::{Verdict, judge};
use super::scratch::Scratch;
use super::sighting::Sighting;
use super::unit::{Unit, UnitId};
use super::unspaced;
use super::written::Written;
use crate::text::{Gap, Text, without_possessive};

/// Everything that is found in `text`.
#[must_use]
pub fn find(matcher: &Matcher, text: &Text<'_>) -> Finds {
    let mut scratch = Scratch { seen: sightings(matcher, text), ..Scratch::default() };
    assemble(matcher, text, &mut scratch)
}

fn sightings(matcher: &Matcher, text: &Text<'_>) -> Vec<Sighting> {
    let mut seen = Vec::new();
    let longest = matcher.units.iter().map(Unit::longest_run).max().unwrap_or(0);
    for first in 0..text.words().len() {
        let mut joined = String::new();
        for count in 1..=longest {
            let Some(word) = text.words().get(first + count - 1) else { break };
            if count > 1 && word.gap > Gap::Blank {
                break;
            }
            joined.push_str(text.folded(word));
            let folded = without_possessive(&joined);
            let written = Written { text, first, count, folded };
            look(matcher, &written, &mut seen);
        }
        unspaced::look(matcher, text, first, &mut seen);
    }
    seen
}

fn look(matcher: &Matcher, written: &Written<'_>, seen: &mut Vec<Sighting>) {
    for (id, unit) in (0..).zip(&matcher.units) {
        if written.count > unit.longest_run() {
            continue;
        }
        if let Some(verdict) = verdict(written, id, unit, matcher) {
            let &Written { text, first, count, .. } = written;
            seen.push(Sighting::new(text, first, count, id, verdict));
        }
    }
}

fn verdict(written: &Written<'_>, id: UnitId, unit: &Unit, matcher: &Matcher) -> Option<Verdict> {
    judge(written, unit, Guess::any(id), &matcher.lexicon, &Plain(written.folded))
}

/// The written name, measured by the definition.
struct Plain<'a>(&'a str);

impl Distance for Plain<'_> {
    fn to(&self, form: &Form, limit: usize) -> Option<usize> {
        self.between(self.0, &form.text, limit)
    }

    fn between(&self, one: &str, other: &str, limit: usize) -> Option<usize> {
        Some(strsim::osa_distance(one, other)).filter(|&edits| edits <= limit)
    }
}
