//! Reports as one HTML file that asks nothing of the network: one attempt in full, or many beside
//! each other with a page for each.
//!
//! The file carries its own style and script and a policy that allows nothing else. Whatever a
//! person or a quiz wrote is escaped, and characters that reorder or hide text are shown instead.

mod answer;
mod candidate;
mod chart;
mod comparison;
mod depth;
mod document;
mod items;
mod question;
mod renderer;

pub(super) use renderer::Html;

#[cfg(test)]
mod tests;
