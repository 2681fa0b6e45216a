//! Whom a place in an answer speaks of, where a question compares.
//!
//! What is said belongs to the name in its clause, else to the one before it in its sentence
//! (`Node for real time and an ORM`), or after it where the sentence opens with a condition (`for an
//! ORM take Django`) or the name is a place (`an ORM in Django`). A semicolon ends a sentence here. One
//! that goes on with `it` speaks of what the one before spoke of. What cannot be told is of nobody.

use std::cmp::Reverse;
use std::ops::Range;

use super::negation::{Cues, Denials};
use crate::matcher::{Finds, Hit, TermId};
use crate::quiz::question::{Entry, SideId};
use crate::text::{Gap, Language, Text};

/// Most words to look at before and after a place, so that the time is linear in the text.
const REACH: u32 = 60;

/// The names of the sides of a question.
#[derive(Debug)]
pub(super) struct Names {
    /// The term of the first; those of the others follow.
    first: TermId,
    /// The side that each is of, and how many words it has.
    names: Vec<(SideId, usize)>,
}

impl Names {
    /// The names of `sides`, which a matcher knows from the term `first` on.
    pub(super) fn new(sides: &[Entry], language: Language, first: TermId) -> Self {
        let named = |(side, names): (u32, &Entry)| {
            let words = |name: &String| Text::new(name, language).words().len();
            let names = names.0.iter().map(move |name| (SideId(side), words(name)));
            names.collect::<Vec<_>>()
        };
        Self { first, names: (0..).zip(sides).flat_map(named).collect() }
    }

    /// The side that is named at `hit`. The words of a name stand together: `form of a model` is no
    /// `model form`.
    fn side_at(&self, hit: &Hit) -> Option<SideId> {
        let name = hit.term.0.checked_sub(self.first.0)? as usize;
        let (side, length) = self.names.get(name)?;
        (hit.words.len() <= *length).then_some(*side)
    }
}

/// Most words from `than` to what is compared: `than whatever the ORM`.
const FAR_COMPARED: u32 = 3;

/// Where the sides of a question are named in an answer.
#[derive(Debug, Default)]
pub(super) struct Sides {
    /// In order, without overlaps.
    mentions: Vec<Mention>,
}

#[derive(Debug, Clone)]
struct Mention {
    words: Range<u32>,
    /// None where something else is only told from it, or several are named together.
    side: Option<SideId>,
    term: TermId,
}

/// How much of a sentence is looked at, narrowest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Extent {
    /// Up to the next comma.
    Clause,
    /// Up to the next semicolon or the end of the sentence.
    Part,
}

impl Sides {
    /// Where `finds` has the `names`.
    pub(super) fn new(text: &Text<'_>, finds: &Finds, names: &Names, denials: &Denials) -> Self {
        if names.names.is_empty() {
            return Self::default();
        }
        let hits = finds.hits.iter().filter_map(|hit| {
            let side = names.side_at(hit)?;
            Some(Mention { words: hit.words.clone(), side: Some(side), term: hit.term })
        });
        let mut mentions: Vec<_> = hits.collect();
        mentions.sort_by_key(|mention| (mention.words.start, Reverse(mention.words.end)));
        let mut end = 0;
        mentions.retain(|mention| {
            let outside = mention.words.start >= end;
            end = end.max(mention.words.end);
            outside
        });
        let aside = |mention: &Mention| {
            denials.cue(&mention.words, false).is_some() || is_compared(text, mention.words.start)
        };
        for mention in &mut mentions {
            mention.side = mention.side.filter(|_| !aside(mention));
        }
        Self { mentions: part_company(text, mentions) }
    }

    /// The side that the place at `words` speaks of, and the name that tells; `None` where that cannot
    /// be told.
    pub(super) fn said_of(
        &self,
        words: &Range<u32>,
        text: &Text<'_>,
        cues: &Cues,
    ) -> Option<(SideId, TermId)> {
        let mention = self.spoken_of(words, text, cues)?;
        mention.side.map(|side| (side, mention.term))
    }

    fn spoken_of(&self, words: &Range<u32>, text: &Text<'_>, cues: &Cues) -> Option<&Mention> {
        if self.mentions.is_empty() {
            return None;
        }
        let extents = [Extent::Clause, Extent::Part];
        let named = extents.into_iter().find_map(|extent| {
            let stretch = stretch(text, words, extent);
            let named = self.named_in(&stretch);
            (!named.is_empty()).then_some((extent, stretch, named))
        });
        match named {
            Some((extent, stretch, named)) => {
                let follows = opens_with_condition(text, cues, &stretch, named)
                    || is_place(text, &stretch, named);
                choose(named, words, text, extent, follows)
            }
            None => self.answered(words, text).or_else(|| self.carried(words, text)),
        }
    }

    fn named_in(&self, stretch: &Range<u32>) -> &[Mention] {
        let start = self.mentions.partition_point(|mention| mention.words.start < stretch.start);
        let end = self.mentions.partition_point(|mention| mention.words.start < stretch.end);
        self.mentions.get(start..end).unwrap_or_default()
    }

    /// The name that answers the question in which the place stands: `Need an ORM? Django.`
    fn answered(&self, words: &Range<u32>, text: &Text<'_>) -> Option<&Mention> {
        let end = stretch(text, words, Extent::Part).end;
        let asked = separators(text, end).contains('?');
        let next = self.mentions.partition_point(|mention| mention.words.start < end);
        self.mentions.get(next).filter(|mention| asked && mention.words.start == end)
    }

    /// What the part before spoke of, if it was one thing and this one goes on with `it`.
    fn carried(&self, words: &Range<u32>, text: &Text<'_>) -> Option<&Mention> {
        let start = stretch(text, words, Extent::Part).start;
        let goes_on = matches!(word(text, start), "it" | "its" | "it's" | "they" | "their");
        let last = start.checked_sub(1).filter(|_| goes_on)?;
        let before = self.named_in(&stretch(text, &(last..start), Extent::Part));
        let (first, others) = before.split_first()?;
        others.iter().all(|other| other.side == first.side).then_some(first)
    }
}

/// The one of `named`, which are the names of a stretch, that the place at `words` speaks of.
fn choose<'m>(
    named: &'m [Mention],
    words: &Range<u32>,
    text: &Text<'_>,
    extent: Extent,
    follows_its_content: bool,
) -> Option<&'m Mention> {
    let overlaps =
        |mention: &&Mention| mention.words.start < words.end && words.start < mention.words.end;
    if let Some(own) = named.iter().find(overlaps) {
        return Some(own);
    }
    let before = named.iter().rfind(|mention| mention.words.end <= words.start);
    let after = named.iter().find(|mention| mention.words.start >= words.end);
    // `Django: an ORM` or `an ORM: Django`.
    let equates = |at: u32| separators(text, at).contains([':', '=', '>', '→', '⇒']);
    if let Some(heading) = before.filter(|mention| equates(mention.words.end)) {
        return Some(heading);
    }
    let leads_to = |mention: &&Mention| follows_its_content || equates(mention.words.start);
    let after = match before {
        None if extent == Extent::Clause => after,
        _ => after.filter(leads_to),
    };
    after.or(before)
}

/// Whether a stretch opens with `for`, `if` or the like and names what takes it only later.
fn opens_with_condition(
    text: &Text<'_>,
    cues: &Cues,
    stretch: &Range<u32>,
    named: &[Mention],
) -> bool {
    let first = named.first().map_or(stretch.start, |mention| mention.words.start);
    first > stretch.start + 1 && cues.opens_condition(text, stretch.start)
}

/// Whether the first name of a stretch says where something is: `an ORM in Django and sockets in`.
fn is_place(text: &Text<'_>, stretch: &Range<u32>, named: &[Mention]) -> bool {
    let first = named.first().map_or(stretch.start, |mention| mention.words.start);
    let before = (stretch.start + 1..first).rev().take(2).map(|at| word(text, at));
    let article = |word: &&str| matches!(*word, "a" | "an" | "the" | "der" | "dem" | "einem");
    let mut before = before.skip_while(article);
    before.next().is_some_and(|word| matches!(word, "in" | "into" | "inside" | "im"))
}

/// Whether the name at `at` is one that something else is told from: `faster than Django`.
fn is_compared(text: &Text<'_>, at: u32) -> bool {
    let back = |words| at.checked_sub(words).map_or("", |at| word(text, at));
    let clause = |words: &u32| (1..*words).all(|nearer| gap(text, at - nearer) < Gap::Clause);
    let nearest = (1..=FAR_COMPARED.min(at)).take_while(clause);
    nearest.clone().any(|words| matches!(back(words), "than" | "als"))
        || matches!(back(1), "over" | "versus" | "vs" | "gegenueber")
        || matches!(back(1), "to" | "with") && matches!(back(2), "compared" | "contrast")
}

/// Takes the side from names that are said in one breath: `Django and Node are`.
fn part_company(text: &Text<'_>, mut mentions: Vec<Mention>) -> Vec<Mention> {
    for second in 1..mentions.len() {
        let (head, tail) = mentions.split_at_mut(second);
        let (Some(one), Some(other)) = (head.last_mut(), tail.first_mut()) else { continue };
        let joined = other.words.start == one.words.end + 1
            && matches!(word(text, one.words.end), "and" | "or" | "und" | "oder");
        if joined && one.side != other.side {
            one.side = None;
            other.side = None;
        }
    }
    mentions
}

/// The words around `words` up to the ends of `extent`, or as far as one looks.
fn stretch(text: &Text<'_>, words: &Range<u32>, extent: Extent) -> Range<u32> {
    let ends_at = |at: u32| match gap(text, at) {
        Gap::Sentence => true,
        Gap::Clause => match extent {
            Extent::Clause => true,
            Extent::Part => separators(text, at).contains(';'),
        },
        Gap::Blank | Gap::Joint => false,
    };
    let mut start = words.start;
    while start > 0 && words.start - start < REACH && !ends_at(start) {
        start -= 1;
    }
    let mut end = words.end.max(words.start + 1);
    while end - words.start < REACH && !ends_at(end) {
        end += 1;
    }
    start..end
}

fn word<'t>(text: &'t Text<'_>, at: u32) -> &'t str {
    text.words().get(at as usize).map_or("", |word| text.folded(word))
}

/// What stands before a word; the end of a sentence past the text's end.
fn gap(text: &Text<'_>, at: u32) -> Gap {
    text.words().get(at as usize).map_or(Gap::Sentence, |word| word.gap)
}

/// What is written between a word and the one before.
fn separators<'t>(text: &Text<'t>, at: u32) -> &'t str {
    let at = at as usize;
    let end = at.checked_sub(1).and_then(|before| text.words().get(before));
    let end = end.map_or(0, |word| word.span.end());
    let start = text.words().get(at).map_or(text.original().len(), |word| word.span.start());
    text.original().get(end..start).unwrap_or_default()
}
