//! Keywords proposed from a model answer.
//!
//! [`suggest`] reads a [`Draft`](crate::quiz::Draft) and gives a [`Proposal`] for each text question
//! that has a model answer: ordinary keywords with the reason for each, and the
//! [changes](crate::edit::Change) that write them into the file. Nothing is learnt and nothing is
//! looked up outside: the words of the model answer, those of the prompt, the list of English
//! words, and short lists of small words, irregular forms and endings are all there is.
//!
//! - A model answer of up to [`MAX_WORDWISE`] words of content makes a keyword of each. Words of the prompt
//!   earn less, since whoever repeats the question has them; two words side by side are a phrase
//!   that earns a little more; and a keyword of all words together rewards any beginning.
//! - A longer one makes a keyword of each sentence, met by a part of its words.
//! - The longer the answer, the smaller the share of it that earns all points.
//!
//! What the rules are worth is in `docs/accuracy.md`.
//!
//! ```
//! use vivavoce::suggest::{Scope, suggest};
//!
//! let file = "title = 'Signals'\n[[questions]]\nprompt = 'What does Django send?'\n\
//!             answer = 'It sends pre_save.'\n";
//! let draft = vivavoce::quiz::read_draft(file).value.unwrap();
//! let proposals = suggest(&draft, Scope::Bare);
//! assert_eq!(proposals[0].keywords[1].label(), "pre_save");
//! ```

mod alias;
mod content;
mod family;
mod phrase;
mod plain;
mod proposal;
mod propose;
mod reason;
mod sentence;
mod stop;

pub use alias::{Alias, Kin};
pub use proposal::{Proposal, Scope, Suggested};
pub use propose::{MAX_KEYWORDS, MAX_WORDWISE, suggest, wordwise};
pub use reason::Reason;

#[cfg(test)]
mod tests;
