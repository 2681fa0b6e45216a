//! Why something near does not count, in words.

use crate::grade::NearMissReason;
use crate::matcher::Refusal;

/// A fragment that goes on after "not counted:".
pub fn near_miss(reason: &NearMissReason) -> String {
    match reason {
        NearMissReason::Refused { refusal, .. } => refused(*refusal),
        NearMissReason::Incomplete { found, of } if found.len() < *of => {
            format!("{} of the {of} things asked for", found.len())
        }
        NearMissReason::Incomplete { .. } => {
            "all of it is there, but too far apart or in another order".to_owned()
        }
        NearMissReason::OfAnother(side) => format!("it is said of “{side}”"),
        NearMissReason::Echo => "it stands in a passage copied from the prompt".to_owned(),
    }
}

/// The same for a rule of the matcher.
pub fn refused(refusal: Refusal) -> String {
    match refusal {
        Refusal::KnownWord => "that is another word, no typo".to_owned(),
        Refusal::TooFar { edits, allowed: 0 } => {
            format!("{edits} letters differ, and so short a word must be written exactly")
        }
        Refusal::TooFar { edits, allowed } => {
            format!("{edits} letters differ, at most {allowed} may")
        }
        Refusal::Similarity => "the quiz asks for more likeness".to_owned(),
        Refusal::Digits => "the digits differ".to_owned(),
        Refusal::Symbols => "the signs differ".to_owned(),
        Refusal::FirstLetter => "the first letters differ".to_owned(),
        Refusal::Part => "a part of the name is another one".to_owned(),
        Refusal::Case => "capitals matter here".to_owned(),
        Refusal::Phrase => "only some of its words are there, or too far apart".to_owned(),
        Refusal::Nearer(_) => "it is nearer to something else".to_owned(),
    }
}
