//! A person's text as words with their places in the original.
//!
//! [`Text::new`] cuts a text into [`Word`]s once; everything after looks at the words. A word is a
//! whole written name: `pre_save`, `preSave`, `don't` and `4.2` are one word each, `Redis/Memcached`
//! and `django.db` are two, with a [`Gap::Joint`] between. [`fold`] takes away what costs nobody a
//! point: case, accents, width, look-alike letters, underscores.

mod braces;
mod characters;
mod classes;
mod cut;
mod fold;
mod gap;
mod identifier;
mod inflection;
mod irregular;
mod key;
mod language;
mod letters;
mod lookalike;
mod scan;
mod spelling;
mod word_map;
mod words;

pub(crate) use cut::Room;
pub use fold::fold;
pub use gap::Gap;
pub use identifier::parts;
pub(crate) use inflection::{Continuation, ENDINGS};
pub use inflection::{Inflections, are_inflections};
pub use irregular::irregular_forms;
pub(crate) use key::Key;
pub use language::Language;
pub(crate) use word_map::{ShortWords, WordMap};
pub(crate) use words::without_possessive;
pub use words::{Text, Word};
