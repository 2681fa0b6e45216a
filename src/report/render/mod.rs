//! The formats of a report: one file each, and each only draws what the value says.

mod content;
mod csv;
mod format;
mod html;
mod json;
mod junit;
mod markdown;
mod options;
mod paper;
#[cfg(feature = "pdf")]
mod pdf;
mod pile;
mod renderer;
mod rows;
mod spool;
mod text;
mod xlsx;

pub use format::Format;
pub use options::Options;
pub use paper::Paper;
#[cfg(feature = "pdf")]
pub use pdf::{Fonts, MoreFonts, no_more_fonts};
pub use pile::{Finished, Pile};
pub use renderer::{Extent, Renderer};
pub use rows::Rows;
pub use spool::{NewSpool, Spool, in_memory};

#[cfg(test)]
mod tests;
