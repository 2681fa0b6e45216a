//! Where terms stand in a text, and how alike.
//!
//! A [`Matcher`] is compiled once from all terms of a question; [`Matcher::find`] gives every place
//! where one of them is found, and what came near. It knows nothing of points or negation.
//!
//! A term is cut like a text: each of its words becomes a unit, and all of them together one more,
//! since `url patterns` may be written `urlpatterns`. [`plain::find`] holds every written word
//! against every unit and is the definition; `fast` skips what cannot match and gives the same.
//! What is seen of units is put together to terms in one place for both.
//!
//! ```
//! use vivavoce::matcher::{Builder, Likeness, Memo, Rules};
//! use vivavoce::text::{Language, Text};
//!
//! let english = Language::of("en");
//! let mut builder = Builder::new(english);
//! builder.term("pre_save", Rules::default());
//! let matcher = builder.build();
//!
//! let text = Text::new("Django sends per_save first", english);
//! let finds = matcher.find(&text, &mut Memo::default());
//! let [hit] = finds.hits.as_slice() else { panic!("one hit") };
//! assert_eq!(hit.span.of(text.original()), "per_save");
//! assert!(matches!(hit.likeness, Likeness::Fuzzy { edits: 1, .. }));
//! ```

mod assemble;
mod beginning;
mod build;
mod candidate;
mod compiled;
mod distance;
mod fast;
mod finds;
mod guess;
mod index;
mod initials;
mod judge;
mod lexicon;
mod literal;
mod memo;
mod near;
mod outline;
mod parts;
mod phrase;
pub mod plain;
mod rules;
mod scratch;
mod search;
mod sieve;
mod sighting;
mod starts;
mod symbols;
mod term;
mod tolerance;
mod unit;
mod unspaced;
mod uses;
mod verbatim;
mod written;

pub use build::Builder;
pub use compiled::Matcher;
pub use finds::{Finds, Hit, Likeness, NearMiss, Refusal, TermId};
pub use lexicon::{KnownWords, is_english};
pub use memo::Memo;
pub use rules::Rules;
pub use tolerance::allowed as edits_allowed;
