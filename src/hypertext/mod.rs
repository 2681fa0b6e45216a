//! Pages that a browser opens from disk: what people wrote made harmless for them, Markdown drawn, and
//! the policy that lets nothing else in; and the way back from such a page to Markdown.

mod foreign;
mod markdown;
mod policy;
mod source;

#[cfg(feature = "pdf")]
pub(crate) use foreign::is_web;
pub use foreign::{answer_text, link, plain};
pub use markdown::{blocks, cloze, line};
pub use policy::policy;
pub use source::{Foreign, Text, source};
