//! A short text against the accepted answers: the whole of it must be one of them.

use std::ops::Range;

use super::outcome::{Grade, Match, Outcome};
use crate::matcher::{self, Builder, Likeness, Matcher, NearMiss, Rules, TermId};
use crate::quiz::question::{Accepted, Exactness};
use crate::quiz::{AnswerText, Points};
use crate::span::Span;
use crate::text::{Language, Text};

/// Words around an answer that say nothing.
const ARTICLES: [&str; 3] = ["a", "an", "the"];

/// The accepted answers, ready to be compared with.
#[derive(Debug)]
pub(super) struct ShortGrader {
    answers: Vec<String>,
    case: bool,
    language: Language,
    /// `None` where only the same characters count.
    matcher: Option<Box<Matcher>>,
}

impl ShortGrader {
    /// `builder` brings the language and the known words.
    pub(super) fn new(accepted: &Accepted, language: Language, mut builder: Builder) -> Self {
        let matcher = match accepted.exactness {
            Exactness::Exact => None,
            Exactness::Fuzzy(similarity) => {
                let rules = Rules { similarity, case: accepted.case, stem: true };
                for answer in &accepted.answers {
                    builder.term(answer, rules);
                }
                Some(Box::new(builder.build()))
            }
        };
        let case = accepted.case || matcher.is_none();
        Self { answers: accepted.answers.clone(), case, language, matcher }
    }

    /// All points for an accepted answer.
    pub(super) fn grade(
        &self,
        possible: Points,
        answer: &AnswerText,
        memo: &mut matcher::Memo,
    ) -> Grade {
        match self.compare(answer, memo) {
            Match::Empty => Grade::skipped(possible),
            found => Grade::all_or_nothing(found.is_right(), possible, Outcome::Short(found)),
        }
    }

    /// How `answer` compares with the accepted answers.
    pub(super) fn compare(&self, answer: &AnswerText, memo: &mut matcher::Memo) -> Match {
        let written = answer.gradable().trim();
        if written.is_empty() {
            return Match::Empty;
        }
        if let Some(answer) = self.position_of(written) {
            return Match::Accepted { answer, likeness: Likeness::Exact };
        }
        self.matcher
            .as_ref()
            .map_or(Match::Wrong, |matcher| self.match_whole(matcher, written, memo))
    }

    /// The accepted answer with the same characters; this alone finds answers without a letter.
    fn position_of(&self, written: &str) -> Option<usize> {
        self.answers.iter().position(|answer| {
            let answer = answer.trim();
            if self.case { answer == written } else { same_letters(answer, written) }
        })
    }

    fn match_whole(&self, matcher: &Matcher, written: &str, memo: &mut matcher::Memo) -> Match {
        let text = Text::new(written, self.language);
        let finds = matcher.find(&text, memo);
        let whole = |words: &Range<u32>| is_whole(&text, words);
        let best = finds
            .hits
            .iter()
            .filter(|hit| whole(&hit.words))
            .min_by_key(|hit| (hit.likeness, hit.term));
        if let Some(hit) = best {
            return Match::Accepted { answer: position(hit.term), likeness: hit.likeness };
        }
        let near = finds.near_misses.iter().filter(|near| whole(&near.words));
        near.max_by_key(|near| (near.similarity, std::cmp::Reverse(near.term)))
            .map_or(Match::Wrong, near_miss)
    }
}

fn near_miss(near: &NearMiss) -> Match {
    Match::NearMiss {
        answer: position(near.term),
        similarity: near.similarity,
        reason: near.refusal,
    }
}

fn position(term: TermId) -> usize {
    term.0 as usize
}

fn same_letters(one: &str, other: &str) -> bool {
    one.chars().flat_map(char::to_lowercase).eq(other.chars().flat_map(char::to_lowercase))
}

/// Whether `words` is all that was written, but for articles and a path that qualifies a name.
fn is_whole(text: &Text<'_>, words: &Range<u32>) -> bool {
    let (start, end) = (words.start as usize, words.end as usize);
    let all = text.words();
    let (Some(before), Some(after), Some(first)) =
        (all.get(..start), all.get(end..), all.get(start))
    else {
        return false;
    };
    let article = |word| ARTICLES.contains(&text.folded(word));
    after.is_empty()
        && (before.iter().all(article)
            || before.first().is_some_and(|path| is_path(text, path.span.join(first.span))))
}

/// Whether a stretch of text is one name after others, joined by `.` or `::`.
fn is_path(text: &Text<'_>, stretch: Span) -> bool {
    let joins = |c: char| c.is_alphanumeric() || matches!(c, '_' | '.' | ':');
    stretch.of(text.original()).chars().all(joins)
}
