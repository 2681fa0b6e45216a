//! What a person sees after answering: the points, what in the answer earned them, what was missed,
//! and the model answer.

mod line;
mod other;
mod page;
mod prose;
mod reason;

pub use page::lines;

#[cfg(test)]
mod tests;
