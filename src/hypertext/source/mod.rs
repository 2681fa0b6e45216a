//! From the HTML of a page back to Markdown, for whoever shows it in another way.

mod markdown;
mod tree;

pub use markdown::{Text, source};
pub use tree::Foreign;
