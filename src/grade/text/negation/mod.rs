//! Which words an answer denies.
//!
//! No parser: cues (`not`, `without`, `no`), and words that end what a cue reaches (`but`, a new
//! subject, the end of a clause) or take its force away (`only`, `matter`, a question). Where a fair
//! reader would hesitate, nothing is denied. The words of each language are lists beside this file;
//! what is more than a word's role (`as … as`, `in` after a participle) is English and stands in the
//! code.

mod clause;
mod cues;
mod extent;
mod lexicon;
mod scope;
mod subject;
#[cfg(test)]
mod tests;

pub(super) use clause::Known;
pub(in crate::grade) use cues::Cues;
pub(super) use scope::Denials;
