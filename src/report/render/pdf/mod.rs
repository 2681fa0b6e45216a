//! Reports as PDF on A4 or Letter, laid out by Typst: one attempt in full, or many beside each other
//! with pages for each.
//!
//! What is said comes to the template as data, so whatever a person or a quiz wrote is text and never
//! Typst's markup. The template may read nothing but that data. The same reports make the same bytes,
//! as long as the fonts that come with the program can say everything.

mod bar;
mod candidate;
mod fonts;
mod glyphs;
mod many;
mod prose;
mod question;
mod renderer;
mod typeset;

pub use fonts::{Fonts, MoreFonts, no_more_fonts};
pub(super) use renderer::Pdf;

#[cfg(test)]
mod tests;
